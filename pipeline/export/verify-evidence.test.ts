import { describe, expect, it } from 'vitest'
import type { Knowledge } from '../model.ts'
import { exportInput } from './fixture.ts'
import { verifyEvidence } from './verify-evidence.ts'

const { knowledge, documents } = exportInput()

describe('verifyEvidence', () => {
  it('passes what holds', () => {
    expect(() => verifyEvidence(knowledge, documents)).not.toThrow()
  })

  it.each<[string, (spoiled: Mutable<Knowledge>) => void, RegExp]>([
    [
      'a mention of other words',
      (k) => Object.assign(at(at(k.entities).mentions), { exact: 'Autre' }),
      /the text reads “.*”, not “Autre”/,
    ],
    [
      'a mention past the end',
      (k) => Object.assign(at(at(k.entities).mentions), { end: 1e6 }),
      /no span of a text of \d+/,
    ],
    [
      'a quote one character off',
      (k) => shift(at(at(k.relations).evidence)),
      /^verify-evidence: 1 passages do not hold\n {2}relation [0-9a-f]{16}, .*: the text reads/,
    ],
    [
      'another prefix',
      (k) => Object.assign(at(at(k.targets).evidence), { prefix: 'rien' }),
      /another prefix stands before it/,
    ],
    [
      'another suffix',
      (k) => Object.assign(at(at(k.targets).evidence), { suffix: 'rien' }),
      /another suffix stands after it/,
    ],
    [
      'a source span elsewhere',
      (k) => Object.assign(at(at(k.relations).evidence), { sourceEnd: 1e6 }),
      /its source .* is not within its block’s/,
    ],
    [
      'a document that is not there',
      (k) => Object.assign(at(at(k.relations).evidence), { document: 'ailleurs' }),
      /no document “ailleurs”/,
    ],
    [
      'a field of a target',
      (k) => Object.assign(at(k.targets), { fields: { value: { ...at(at(k.targets).evidence), exact: 'x' } } }),
      /value of target [0-9a-f]{16}/,
    ],
  ])('fails on %s', (_, spoil, message) => {
    const spoiled = JSON.parse(JSON.stringify(knowledge))
    spoil(spoiled)
    expect(() => verifyEvidence(spoiled, documents)).toThrow(message)
  })

  it('fails on a text that is missing', () => {
    expect(() => verifyEvidence(knowledge, [])).toThrow(/no text to check \d+ passages against/)
  })
})

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function at<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined) throw new Error('an empty list')
  return first
}

function shift(passage: { start: number; end: number }) {
  Object.assign(passage, { start: passage.start + 1, end: passage.end + 1 })
}
