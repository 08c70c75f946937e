import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeTraining, type Measured, replaceMeasured, weightsDigest } from './model-card.ts'
import { readCorpus } from './read-corpus.ts'
import { NameScore } from './score-names.ts'

const read = (file: string) => readFileSync(new URL(file, import.meta.url))

function measured(): Measured {
  const score = new NameScore()
  score.add(
    [{ start: 0, end: 4, category: 'place', confidence: 0.9 }],
    [
      { start: 0, end: 4, category: 'place' },
      { start: 5, end: 9, category: 'person' },
    ],
    'fr-pages.md',
  )
  return {
    lang: 'fr',
    files: [
      { file: 'fr-pages.md', texts: readCorpus('[Lyon](place) bouge.\nUne ligne.\n\n[Ana](person) dort.', true) },
      { file: 'fr-tech.md', texts: readCorpus('[Zig](product) et [Ada](product).', false) },
    ],
    side: { name: 'Elsewhere', licence: 'CC BY 4.0', texts: readCorpus('[Bern](place).', false) },
    weights: Uint8Array.of(1, 2, 3),
    folds: 5,
    score,
  }
}

describe('describeTraining', () => {
  it('lists the data with lines, names and licences, the weights and the figures', () => {
    const card = describeTraining(measured())
    for (const line of [
      '| `corpus/fr-pages.md` | 3 | 2 | CC0 1.0 |',
      '| `corpus/fr-tech.md` | 1 | 2 | CC0 1.0 |',
      '| **the corpus** | 4 | 4 | CC0 1.0 |',
      '| Elsewhere (side domain) | 1 | 1 | CC BY 4.0 |',
      '| typed | 100.0 | 50.0 | 66.7 | 2 |',
      '| fr-pages.md | 100.0 | 50.0 | 66.7 | 2 |',
      '| 0.90 | 1.00 | 1 |',
    ])
      expect(card.split('\n')).toContain(line)
    expect(card).toContain('039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81')
    expect(describeTraining(measured())).toBe(card)
  })
})

describe('replaceMeasured', () => {
  const card = '# Card\n<!-- measured fr -->\nold\n<!-- /measured fr -->\nend\n'

  it('replaces what a training measured before, and nothing else', () => {
    const once = replaceMeasured(card, 'fr', 'new $& figures')
    expect(once).toBe('# Card\n<!-- measured fr -->\n\nnew $& figures\n\n<!-- /measured fr -->\nend\n')
    expect(replaceMeasured(once, 'fr', 'new $& figures')).toBe(once)
  })

  it('refuses a card without the part', () => {
    expect(() => replaceMeasured(card, 'en', 'figures')).toThrow('no part measured en')
  })
})

it.each(['fr', 'en'] as const)('the card describes the weights that are shipped (%s)', (lang) => {
  expect(read('MODEL.md').includes(weightsDigest(read(`weights/names.${lang}.bin`)))).toBe(true)
})
