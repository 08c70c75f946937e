import { describe, expect, it } from 'vitest'
import { crossValidate, splitFold } from './cross-validate.ts'
import { type CorpusFile, readCorpus } from './read-corpus.ts'

const FOLDS = 5
const corpus = (lines: number): string =>
  Array.from({ length: lines }, (_, i) => `[Alma Vidal](person) a vu [Lyon](place) ${i} fois.`).join('\n')
const files: CorpusFile[] = [
  { file: 'fr-a.md', texts: readCorpus(corpus(23), false) },
  { file: 'fr-b.md', texts: readCorpus(corpus(3), false) },
]

describe('splitFold', () => {
  it('holds each text out once, and trains on all others', () => {
    const folds = Array.from({ length: FOLDS }, (_, fold) => splitFold(files, FOLDS, fold))
    expect(folds.flatMap(({ test }) => test.map(({ text }) => text)).length).toBe(26)
    expect(new Set(folds.flatMap(({ test }) => test.map(({ text }) => text))).size).toBe(26)
    for (const { train, test } of folds) {
      const held = new Set(test.map(({ text }) => text))
      expect(train.length + held.size).toBe(26)
      expect(train.filter((text) => held.has(text))).toEqual([])
    }
  })

  it('holds neighbours of a file out together', () => {
    for (let fold = 0; fold < FOLDS; fold++) {
      for (const { file, texts } of files) {
        const at = splitFold(files, FOLDS, fold)
          .test.filter((held) => held.file === file)
          .map(({ text }) => texts.indexOf(text))
        expect(at).toEqual(at.map((_, i) => (at[0] as number) + i))
      }
    }
  })
})

describe('crossValidate', () => {
  it('scores names that a training on the other folds finds, by file, the same each time', () => {
    const measure = () => {
      const missed: number[] = []
      const score = crossValidate('fr', files, [], 2, (_, errors) => missed.push(errors.length))
      return { figures: [...score.figures()], missed }
    }
    const { figures, missed } = measure()
    expect(missed.length).toBe(26)
    const by = new Map(figures)
    expect(by.get('typed')?.wanted).toBe(52)
    expect(by.get('fr-b.md')?.wanted).toBe(6)
    expect(by.get('person')?.f1).toBeGreaterThan(0.9)
    expect(measure()).toEqual({ figures, missed })
  })
})
