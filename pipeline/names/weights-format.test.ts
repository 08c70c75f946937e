import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FEATURE_BITS } from './features.ts'
import {
  extendPhrase,
  GazetteerList,
  listsOf,
  PHRASE_SEED,
  packGazetteer,
  phraseKey,
  unpackGazetteer,
} from './gazetteer.ts'
import { hashLower } from './hash.ts'
import { LABEL_COUNT } from './labels.ts'
import { BIAS, packWeights, rowOf, unpackWeights } from './weights-format.ts'

const UNIT = 0.5

const FEATURE = fc.oneof(fc.nat(2 ** FEATURE_BITS - 1), fc.nat(600))

function rowsOf(entries: readonly [feature: number, weight: [label: number, value: number]][]) {
  return new Map(
    entries.map(([feature, [label, value]]) => {
      const row = new Float32Array(LABEL_COUNT)
      row[label] = value * UNIT
      return [feature, row]
    }),
  )
}

it('reads packed weights back by feature, and knows what has none', () => {
  const weight = fc.tuple(fc.nat(LABEL_COUNT - 1), fc.integer({ min: -127, max: 127 }).filter(Boolean))
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(FEATURE, weight), { selector: ([f]) => f }), FEATURE, (entries, other) => {
      const rows = rowsOf(entries)
      const transitions = new Float32Array(LABEL_COUNT * LABEL_COUNT)
      const weights = unpackWeights(packWeights({ rows, transitions }, UNIT, rows.size))
      const bytes = new Uint8Array(weights.table.buffer)
      for (const [f, row] of rows) {
        const at = 4 * rowOf(weights, f)
        expect([...row]).toEqual([...bytes.subarray(at, at + LABEL_COUNT)].map((byte) => (byte - BIAS) * UNIT))
      }
      if (!rows.has(other)) expect(rowOf(weights, other)).toBe(-1)
    }),
  )
})

it('keeps the rows that weigh most', () => {
  const rows = rowsOf([
    [5, [1, 3]],
    [6, [2, 9]],
    [700, [0, -30]],
    [701, [3, 10]],
  ])
  const transitions = new Float32Array(LABEL_COUNT * LABEL_COUNT)
  const packed = (most: number) => unpackWeights(packWeights({ rows, transitions }, UNIT, most))
  expect([5, 6, 700, 701].map((feature) => rowOf(packed(3), feature) >= 0)).toEqual([false, true, true, true])
  expect([5, 6, 700, 701].map((feature) => rowOf(packed(1), feature) >= 0)).toEqual([false, false, true, false])
})

it('finds the phrases of a packed gazetteer, and no others', () => {
  const key = (phrase: string) =>
    phraseKey(
      phrase.split(' ').reduce((hash, word) => extendPhrase(hash, hashLower(word, 0, word.length)), PHRASE_SEED),
    )
  const phrases = Array.from({ length: 3000 }, (_, i) => (i % 3 === 0 ? `Nom${i}` : `Nom${i} Deux`))
  const { country, city } = GazetteerList
  const gazetteer = unpackGazetteer(
    packGazetteer(phrases.map((phrase, i) => ({ phrase, lists: i % 2 === 0 ? country : city | country }))),
  )
  phrases.forEach((phrase, i) => {
    expect(listsOf(gazetteer, key(phrase.toLowerCase()))).toBe(i % 2 === 0 ? country : city | country)
    expect(listsOf(gazetteer, key(`autre ${phrase}`))).toBe(0)
  })
})
