import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TOKENS } from '../../site/styles/theme.ts'
import { categoryStyles, contrast, legible } from './category-styles.ts'
import { CATEGORY_COLORS } from './palette.ts'

const THEMES = ['light', 'dark'] as const
const grounds = (theme: 'light' | 'dark') => [TOKENS.paper, TOKENS.panel, TOKENS.raised].map((ground) => ground[theme])

describe('colours of categories', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#3f7fbf', '#3f7fbf', 1],
  ])('the contrast of %s and %s is %d', (a, b, ratio) => expect(contrast(a, b)).toBeCloseTo(ratio, 2))

  it('stand out from every ground of the page in both themes', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(hex, fc.constantFrom(...THEMES), (color, theme) => {
        for (const ground of grounds(theme)) expect(contrast(legible(color, theme), ground)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it.each(Object.entries(CATEGORY_COLORS))('%s is legible on every ground of each theme as it is', (_, color) => {
    for (const theme of THEMES)
      for (const ground of grounds(theme)) expect(contrast(color[theme], ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('are as they were given where they stand out already', () => {
    expect(legible('#8b0000', 'light')).toBe('#8b0000')
    expect(legible('#ffd700', 'dark')).toBe('#ffd700')
    expect(legible('#ffff00', 'light')).not.toBe('#ffff00')
  })

  it('are set for each theme, and not at all without any', () => {
    expect(categoryStyles({})).toBe('')
    expect(categoryStyles({ person: '#8b0000', target: '#005500' })).toContain(
      ':root{--c-person:#8b0000;--c-target:#005500}',
    )
  })
})
