import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Category, Language, Mark } from '../model.ts'
import { readCorpus } from './read-corpus.ts'
import { createNameAndConceptRecognizer, createNameRecognizer, recognizeNames } from './recognize-names.ts'

const find = (text: string, lang: Language, marks: readonly Mark[] = []) =>
  createNameRecognizer()({ text, lang, sentences: [], blocks: [], marks }).map(
    ({ start, end, category }): [string, Category] => [text.slice(start, end), category],
  )

/** F1 of names with their category, and of spans alone. */
function score(name: string, lang: Language): { typed: number; spans: number } {
  const file = readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
  let [typed, spans, found, wanted] = [0, 0, 0, 0]
  for (const { text, names } of readCorpus(file, true)) {
    const got = recognizeNames(text, lang)
    found += got.length
    wanted += names.length
    for (const { start, end, category } of names) {
      const same = got.find((name) => name.start === start && name.end === end)
      if (same !== undefined) spans++
      if (same?.category === category) typed++
    }
  }
  return { typed: (2 * typed) / (found + wanted), spans: (2 * spans) / (found + wanted) }
}

describe('recognizeNames', () => {
  it('does not fall below what it reached on unseen texts', () => {
    const [fr, en] = [score('evaluation.fr.md', 'fr'), score('evaluation.en.md', 'en')]
    expect(fr.typed).toBeGreaterThan(0.6)
    expect(fr.spans).toBeGreaterThan(0.8)
    expect(en.typed).toBeGreaterThan(0.6)
    expect(en.spans).toBeGreaterThan(0.8)
    const encyclopedia = score('evaluation.encyclopedia.fr.md', 'fr')
    expect(encyclopedia.typed).toBeGreaterThan(0.8)
    expect(encyclopedia.spans).toBeGreaterThan(0.9)
  })

  it('takes a name and its acronym for two names of one category', () => {
    const names = find(
      'L’Agence nationale de la cohésion des territoires (ANCT) publie un guide. L’ANCT recrute.',
      'fr',
    )
    expect(names.map(([name]) => name)).toEqual(['Agence nationale de la cohésion des territoires', 'ANCT', 'ANCT'])
    expect(new Set(names.map(([, category]) => category)).size).toBe(1)
  })

  it('finds a name that the text defines in quotes, wherever it stands', () => {
    const text = 'La ville a lancé le programme « Balcons en fleurs ». Balcons en fleurs compte 40 inscrits.'
    expect(find(text, 'fr').filter(([name]) => name === 'Balcons en fleurs')).toEqual([
      ['Balcons en fleurs', 'initiative'],
      ['Balcons en fleurs', 'initiative'],
    ])
  })

  it.each([
    'La mission Vega 1 part mardi. Vega 2 a annoncé son budget. Avec Vega 3, on voyage.',
    'Le sommet Terra 2 a réuni dix pays. Terra 3 a recruté un directeur à Lyon. Terra 4 emploie vingt salariés.',
  ])('gives names that differ in their number alone one category: %s', (text) => {
    const numbered = find(text, 'fr').filter(([name]) => /\d$/.test(name))
    expect(numbered.length).toBe(3)
    expect(new Set(numbered.map(([, category]) => category)).size).toBe(1)
  })

  it('takes the text of a link to its own site for a name', () => {
    const text = 'Voir aussi Grappillon et la suite.'
    const marks: Mark[] = [{ kind: 'link', start: 11, end: 21, url: 'https://www.grappillon.example/' }]
    expect(find(text, 'fr', marks).map(([name]) => name)).toContain('Grappillon')
  })

  it.each([
    ['Le groupe, qui a rejoint RE100 au printemps, veut EV100.', 'fr', ['RE100', 'EV100']],
    ['We joined RE100 in 2019.', 'en', ['RE100']],
  ] as const)('finds pledges of a hundred percent in: %s', (text, lang, expected) => {
    expect(find(text, lang)).toEqual(expected.map((name) => [name, 'initiative']))
  })

  it('tells a person from the body that they are of', () => {
    const found = find('Avec Sylvie Lebel de la Fondation Rivages et Marc Duval de l’Agence du Littoral.', 'fr')
    expect(found.filter(([, category]) => category === 'person').map(([name]) => name)).toEqual([
      'Sylvie Lebel',
      'Marc Duval',
    ])
  })

  it.each([
    ['L’État aide les TPE et les PME de la Région.', 'fr'],
    ['Les API rendent du JSON au format PDF.', 'fr'],
    ['Écrivez à bonjour@exemple.fr avant lundi.', 'fr'],
    ['The Company will publish its API on Monday.', 'en'],
  ] as const)('finds no name in: %s', (text, lang) => {
    expect(find(text, lang)).toEqual([])
  })

  it('finds no name in code', () => {
    const text = 'Lancez Docker pour voir Paris.'
    expect(find(text, 'fr', [{ kind: 'code', start: 24, end: 29 }]).map(([name]) => name)).not.toContain('Paris')
  })

  it.each(['fr', 'en'] as const)('gives slices in order that do not overlap, the same each time (%s)', (lang) => {
    const recognize = createNameAndConceptRecognizer()
    const word = fc.constantFrom(
      'Paris',
      'la',
      '(ANCT)',
      '«',
      '»',
      '"',
      'de',
      'programme',
      'Agence',
      '__proto__',
      'constructor',
      '(',
      ')',
      'COP',
      '28',
      '🎉',
      '\n',
      'X',
      'l’',
      'énergie',
      'renouvelable',
      'IAoT',
      '#5',
      '@moi',
      'Jean',
      'Dupont',
      'PLAN',
      '1',
      '.',
      ':',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (text) => {
        const input = { text, lang, sentences: [], blocks: [], marks: [] }
        const names = recognize(input)
        expect(recognize(input)).toEqual(names)
        let last = 0
        for (const { start, end, confidence } of names) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
          last = end
        }
      }),
    )
  })

  it('is quick on a long line of one word', () => {
    expect(recognizeNames('Paris '.repeat(5000), 'fr').length).toBeGreaterThan(0)
    expect(() => recognizeNames('('.repeat(20000), 'fr')).not.toThrow()
  })
})

describe('key terms', () => {
  const concepts = (text: string, lang: Language) =>
    createNameAndConceptRecognizer()({ text, lang, sentences: [], blocks: [], marks: [] })
      .filter(({ category }) => category === 'concept')
      .map(({ start, end }) => text.slice(start, end))

  it.each<[string, Language, string[]]>([
    [
      'Nous visons la neutralité carbone. La neutralité carbone exige du temps.',
      'fr',
      ['neutralité carbone', 'neutralité carbone'],
    ],
    ['Le recyclage des déchets électroniques coûte cher.', 'fr', ['déchets électroniques']],
    ['La NRT (niche de récolte tardive) s’étend.', 'fr', ['NRT', 'niche de récolte tardive']],
    ['If the country had a deposit return scheme, we would use it.', 'en', ['deposit return scheme']],
    ['Il fait beau et la ville lance un jeu.', 'fr', []],
  ])('%s', (text, lang, expected) => {
    expect(concepts(text, lang)).toEqual(expected)
  })
})
