import { describe, expect, it } from 'vitest'
import { formatNameError, NameScore, type ScoredName } from './score-names.ts'

const name = (start: number, end: number, category: ScoredName['category'], confidence?: number): ScoredName =>
  confidence === undefined ? { start, end, category } : { start, end, category, confidence }

describe('NameScore', () => {
  it('counts spans, categories and groups, and says what is wrong', () => {
    const score = new NameScore()
    const errors = score.add(
      [name(0, 4, 'person'), name(5, 9, 'place'), name(20, 22, 'work')],
      [name(0, 4, 'person'), name(5, 9, 'organization'), name(10, 14, 'place')],
      'a.md',
    )
    expect(errors).toEqual([
      { kind: 'category', name: name(5, 9, 'place'), wanted: 'organization' },
      { kind: 'spurious', name: name(20, 22, 'work') },
      { kind: 'missed', name: name(10, 14, 'place') },
    ])
    const figures = score.figures()
    expect([...figures.keys()]).toEqual(['typed', 'spans', 'person', 'organization', 'place', 'work', 'a.md'])
    expect(figures.get('typed')).toEqual({ precision: 1 / 3, recall: 1 / 3, f1: 1 / 3, wanted: 3 })
    expect(figures.get('spans')).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, wanted: 3 })
    expect(figures.get('work')).toEqual({ precision: 0, recall: 0, f1: 0, wanted: 0 })
    expect(figures.get('a.md')).toEqual(figures.get('typed'))
  })

  it('measures how far confidence is from the share that is right', () => {
    const score = new NameScore()
    score.add(
      [name(0, 1, 'place', 0.75), name(2, 3, 'place', 0.75), name(4, 5, 'place', 1)],
      [name(0, 1, 'place'), name(4, 5, 'place')],
    )
    const { bins, error } = score.calibration()
    expect(bins).toEqual([
      { confidence: 0.75, right: 0.5, count: 2 },
      { confidence: 1, right: 1, count: 1 },
    ])
    expect(error).toBeCloseTo((0.25 * 2) / 3)
  })
})

it('shows an error with what stands around it', () => {
  expect(formatNameError('Voir\nLyon ici', { kind: 'missed', name: name(5, 9, 'place') })).toBe(
    '  missed place "Lyon"  …Voir⏎Lyon ici',
  )
})
