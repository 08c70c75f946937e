import { expect, test } from 'vitest'
import { learnedConfidence } from './learned-confidence.ts'

test('a pattern that was never measured keeps its estimate', () => {
  expect(learnedConfidence('no-such-pattern', 0.42)).toBeCloseTo(0.42)
})

test('a pattern that was mostly right gains, and keeps the order of its claims', () => {
  expect(learnedConfidence('event-locatedIn', 0.7)).toBeGreaterThan(0.7)
  expect(learnedConfidence('event-locatedIn', 0.9)).toBeGreaterThan(learnedConfidence('event-locatedIn', 0.7))
  expect(learnedConfidence('event-locatedIn', 1)).toBeLessThanOrEqual(1)
})

test('a pattern that was often wrong loses', () => {
  expect(learnedConfidence('owned-launched', 0.75)).toBeLessThan(0.75)
})
