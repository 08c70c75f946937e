import { categoryProperties, TOKENS, themeRules } from '../../site/styles/theme.ts'
import type { NodeAttributes } from '../model.ts'
import type { Themed } from './palette.ts'

export type CategoryColors = Readonly<Partial<Record<NodeAttributes['category'], string>>>

/** What colours stand on, at worst, in each theme. */
const GROUNDS = { light: TOKENS.panel.light, dark: TOKENS.raised.dark } as const
/** WCAG 2.2, success criterion 1.4.3: categories colour words too. */
const LEAST_CONTRAST = 4.5
const STEPS = 50

/**
 * A style sheet that gives categories these colours (`#rrggbb`) on the page and its static pages; empty without any. A
 * colour that would not stand out in the light or the dark theme is mixed with black or white, as little as is needed.
 */
export function categoryStyles(colors: CategoryColors): string {
  const entries = Object.entries(colors)
  if (entries.length === 0) return ''
  const themed = entries.map(([name, color]): [string, Themed] => [
    name,
    { light: legible(color, 'light'), dark: legible(color, 'dark') },
  ])
  return themeRules(categoryProperties(Object.fromEntries(themed)))
}

/** The colour, or the nearest mix of it that has enough contrast in a theme. */
export function legible(color: string, theme: keyof Themed): string {
  const [from, to] = [channels(color), theme === 'light' ? 0 : 255]
  for (let step = 0; step <= STEPS; step++) {
    const mixed = from.map((value) => Math.round(value + ((to - value) * step) / STEPS))
    const hex = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    if (contrast(hex, GROUNDS[theme]) >= LEAST_CONTRAST) return hex
  }
  throw new Error(`category-styles: no mix of ${color} stands out`)
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
