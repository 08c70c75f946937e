import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packColumn, packSteps, unpackColumn, unpackSteps } from './packed-column.ts'

const numbers = fc.array(
  fc.oneof(fc.nat({ max: 90 }), fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -9e8, max: 9e8 })),
)

test('any numbers come back, through JSON too', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      expect(unpackColumn(JSON.parse(JSON.stringify(packColumn(values))))).toEqual(values)
      expect(unpackSteps(JSON.parse(JSON.stringify(packSteps(values))))).toEqual(values)
    }),
  )
})

test.each([
  ['small numbers', [0, 1, 90]],
  ['halves of characters are never written', [0xd800 - 0x24]],
])('%s are one character each', (_, values) => {
  expect(packColumn(values)).toHaveLength(values.length)
  expect(typeof packColumn(values)).toBe('string')
})

test.each([
  ['negative', [-1]],
  ['too large for a character', [0xd800 - 0x23]],
])('numbers that are %s stay numbers', (_, values) => {
  expect(packColumn(values)).toEqual(values)
})
