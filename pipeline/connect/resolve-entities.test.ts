import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Category, DocumentAnalysis, Knowledge } from '../model.ts'
import { connect } from './connect.ts'
import { analysisOf, type FixtureEntity } from './fixture.ts'
import { readCuration } from './read-curation.ts'

/** A document that names each entity by each of its names, as often as it is listed. */
function naming(id: string, ...entities: FixtureEntity[]): DocumentAnalysis {
  return analysisOf({ id, text: [`On parle de ${entities.flatMap(({ names }) => names).join(' ; de ')}.`], entities })
}

const of = (category: Category, ...names: string[]): FixtureEntity => ({ category, names })

function resolve(analyses: readonly DocumentAnalysis[], yaml = '') {
  const messages: string[] = []
  const file = new VFile({ path: 'entities.yml', value: yaml })
  const curation = readCuration(file)
  expect(file.messages.map(String)).toEqual([])
  const knowledge = connect({ curation, generator: { version: '0', configHash: '' } })(analyses, (_, { reason }) =>
    messages.push(reason),
  )
  return { knowledge, ids: knowledge.entities.map(({ id }) => id), messages }
}

describe('identity across documents', () => {
  it.each<[string, FixtureEntity[], FixtureEntity[], string[]]>([
    ['same name', [of('organization', 'Velmont')], [of('organization', 'Velmont')], ['organization/velmont']],
    [
      'accents, case, legal form',
      [of('organization', 'Énergie Sud SA')],
      [of('organization', 'Energie sud')],
      ['organization/energie-sud-sa'],
    ],
    [
      'acronym that one text explains',
      [of('organization', 'Office des marées', 'ODM')],
      [of('organization', 'ODM')],
      ['organization/office-des-marees'],
    ],
    [
      'acronym that none explains, four letters',
      [of('organization', 'Agence pour le livre ancien')],
      [of('organization', 'APLA')],
      ['organization/agence-pour-le-livre-ancien'],
    ],
    ['surname', [of('person', 'Inès Carvel')], [of('person', 'Carvel')], ['person/ines-carvel']],
    [
      'homonyms of categories that exclude each other',
      [of('organization', 'Velmont')],
      [of('place', 'Velmont')],
      ['organization/velmont', 'place/velmont'],
    ],
    [
      'other names',
      [of('organization', 'Velmont')],
      [of('organization', 'Sarlat')],
      ['organization/sarlat', 'organization/velmont'],
    ],
    ['first name alone', [of('person', 'Inès Carvel')], [of('person', 'Inès')], ['person/ines', 'person/ines-carvel']],
    [
      'the fullest name of a person',
      [of('person', 'Carvel'), of('person', 'Odon')],
      [of('person', 'Inès Carvel')],
      ['person/ines-carvel', 'person/odon'],
    ],
  ])('%s', (_, first, second, ids) => {
    expect(resolve([naming('a', ...first), naming('b', ...second)]).ids).toEqual(ids)
  })

  it('takes a slip of the category for the same where one category dominates', () => {
    const texts = ['a', 'b', 'c'].map((id) => naming(id, of('organization', 'Velmont')))
    const slip = naming('d', of('product', 'Velmont'))
    expect(resolve([...texts, slip]).ids).toEqual(['organization/velmont'])
    expect(resolve([texts[0] as DocumentAnalysis, slip]).ids).toEqual(['organization/velmont', 'product/velmont'])
  })

  it.each<[string, DocumentAnalysis[], string[], string]>([
    [
      'two full names for one acronym',
      [
        naming('a', of('organization', 'Office des marées', 'ODM')),
        naming('b', of('organization', 'Ordre des maîtres', 'ODM')),
        naming('c', of('organization', 'ODM')),
      ],
      ['organization/odm', 'organization/office-des-marees', 'organization/ordre-des-maitres'],
      '“ODM” may stand for “Office des marées”',
    ],
    [
      'two people with one surname',
      [
        naming('a', of('person', 'Inès Carvel')),
        naming('b', of('person', 'Ugo Carvel')),
        naming('c', of('person', 'Carvel')),
      ],
      ['person/carvel', 'person/ines-carvel', 'person/ugo-carvel'],
      '“Carvel” may stand for “Ugo Carvel”',
    ],
    [
      'an acronym of three letters that no text explains',
      [naming('a', of('organization', 'Office des marées')), naming('b', of('organization', 'ODM'))],
      ['organization/odm', 'organization/office-des-marees'],
      '“ODM” may stand for “Office des marées”',
    ],
    [
      'one name in two categories',
      [naming('a', of('organization', 'Velmont')), naming('b', of('place', 'Velmont'))],
      ['organization/velmont', 'place/velmont'],
      '“Velmont” is named both as organization and as place',
    ],
  ])('reports and does not merge %s', (_, analyses, ids, reason) => {
    const resolved = resolve(analyses)
    expect(resolved.ids).toEqual(ids)
    expect(
      resolved.messages.some((message) => message.startsWith(reason)),
      resolved.messages.join('\n'),
    ).toBe(true)
  })

  it('reports the most mentioned of many doubtful pairs, and how many more there are', () => {
    const names = Array.from({ length: 25 }, (_, i) => `Velmont ${String.fromCharCode(65 + i)}`)
    const analyses = [
      naming('a', ...names.map((name) => of('organization', name))),
      naming('b', ...names.map((name) => of('place', name))),
      naming('c', of('place', 'Velmont Y')),
    ]
    const { messages } = resolve(analyses)
    expect(messages.length).toBe(21)
    expect(messages[0]).toContain('“Velmont Y”')
    expect(messages[20]).toBe('5 more pairs look alike')
  })

  it('keeps ids apart when names give one slug, the first text keeping it bare', () => {
    const { ids } = resolve([
      naming('a', of('concept', 'Ada')),
      naming('b', of('concept', 'C++')),
      naming('c', of('concept', 'C#')),
    ])
    expect(ids[0]).toBe('concept/ada')
    expect(ids[1]).toBe('concept/c')
    expect(ids[2]).toMatch(/^concept\/c-[0-9a-f]{6}$/)
    const again = resolve([naming('c', of('concept', 'C#')), naming('b', of('concept', 'C++'))])
    expect(again.ids).toEqual(['concept/c', ids[2]])
  })

  it('takes names that objects have by nature', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const { knowledge } = resolve([naming('a', ...names.map((name) => of('concept', name)))], 'ignore: [toString]')
    expect(knowledge.entities.map(({ label }) => label).sort()).toEqual(['__proto__', 'constructor', 'hasOwnProperty'])
  })
})

describe('curation', () => {
  const texts = [
    naming('a', of('organization', 'Velmont'), of('person', 'Carvel')),
    naming('b', of('organization', 'Groupe V'), of('place', 'Velmont')),
  ]

  it.each<[string, string, string[]]>([
    [
      'same',
      'same: [[Groupe V, { name: Velmont, category: organization }]]',
      ['organization/groupe-v', 'person/carvel', 'place/velmont'],
    ],
    ['same, over categories', 'same: [[Groupe V, Velmont]]', ['organization/velmont', 'person/carvel']],
    [
      'alias',
      'entities: [{ name: organization/velmont, aliases: [Groupe V] }]',
      ['organization/groupe-v', 'person/carvel', 'place/velmont'],
    ],
    [
      'label',
      'entities: [{ name: organization/velmont, label: Velmont Énergie }]',
      ['organization/groupe-v', 'organization/velmont-energie', 'person/carvel', 'place/velmont'],
    ],
    [
      'category',
      'entities: [{ name: Carvel, category: place }]',
      ['organization/groupe-v', 'organization/velmont', 'place/carvel', 'place/velmont'],
    ],
    [
      'category of one homonym',
      'entities: [{ name: { name: Velmont, document: articles/b.md }, category: organization }]',
      ['organization/groupe-v', 'organization/velmont', 'person/carvel'],
    ],
    [
      'ignore',
      'ignore: [Carvel, { name: Velmont, category: place }]',
      ['organization/groupe-v', 'organization/velmont'],
    ],
    ['ignore by id', 'ignore: [place/velmont]', ['organization/groupe-v', 'organization/velmont', 'person/carvel']],
  ])('%s', (_, yaml, ids) => {
    expect(resolve(texts, yaml).ids).toEqual(ids)
  })

  it('keeps apart what is judged different, and asks no more about it', () => {
    const homonyms = [
      naming('a', of('person', 'Jean Odon')),
      naming('b', of('person', 'Jean Odon')),
      naming('c', of('person', 'Odon')),
    ]
    const judged = resolve(
      homonyms,
      'different:\n- [{ name: Jean Odon, document: a }, { name: Jean Odon, document: b }]\n- [Odon, Jean Odon]',
    )
    expect(judged.ids.length).toBe(3)
    expect(judged.messages).toEqual([])
    expect(resolve(homonyms).ids).toEqual(['person/jean-odon'])
  })

  it('adds description and addresses', () => {
    const { knowledge } = resolve(
      texts,
      'entities: [{ name: Carvel, description: Directrice, sameAs: [https://exemple.test/carvel] }]',
    )
    expect(knowledge.entities.find(({ label }) => label === 'Carvel')).toMatchObject({
      description: 'Directrice',
      sameAs: ['https://exemple.test/carvel'],
    })
  })

  it('drops an ignored alias and its mentions, not the entity', () => {
    const { knowledge } = resolve([naming('a', of('organization', 'Velmont', 'Maison'))], 'ignore: [Maison]')
    expect(
      knowledge.entities.map(({ label, aliases, mentions }) => [label, aliases, mentions.map(({ exact }) => exact)]),
    ).toEqual([['Velmont', [], ['Velmont']]])
  })

  it.each([
    ['entities: [{ name: Velmond }]', 'Unexpected “Velmond”, no text names it; the nearest is “Velmont”'],
    ['ignore: [Quelque chose]', 'Unexpected “Quelque chose”, no text names it'],
    ['same: [[Velmont, Grupe V]]', 'Unexpected “Grupe V”, no text names it; the nearest is “Groupe V”'],
    ['different: [[Velmont, Carvelle]]', 'Unexpected “Carvelle”, no text names it; the nearest is “Carvel”'],
    [
      'different: [[Carvel, Groupe V]]\nsame: [[Carvel, Groupe V]]',
      'Unexpected judgements on “Carvel”, it is both the same as and different from another',
    ],
  ])('says of %s: %s', (yaml, reason) => {
    expect(resolve(texts, yaml).messages).toContain(reason)
  })
})

describe('connect', () => {
  const categories: Category[] = ['person', 'organization', 'place', 'concept']
  const names = ['Velmont', 'Carvel', 'Inès Carvel', 'Ugo Carvel', 'ODM', 'Office des marées', 'Grand Sud']
  const entity = fc.record({
    category: fc.constantFrom(...categories),
    names: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }),
    confidence: fc.constantFrom(0.3, 0.6, 0.95),
  })
  const corpus = fc
    .array(fc.array(entity, { maxLength: 4 }), { minLength: 1, maxLength: 6 })
    .map((documents) => documents.map((entities, i) => naming(`d${i}`, ...entities)))

  it('gives the same whatever the order of the documents', () => {
    fc.assert(
      fc.property(corpus, fc.infiniteStream(fc.nat()), (analyses, order) => {
        const shuffled = analyses
          .map((analysis) => ({ analysis, key: order.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
        expect(resolve(shuffled.map(({ analysis }) => analysis)).knowledge).toEqual(resolve(analyses).knowledge)
      }),
    )
  })

  it('loses no mention, repeats none, and gives every entity an id of its own', () => {
    fc.assert(
      fc.property(corpus, (analyses) => {
        const { knowledge } = resolve(analyses)
        const spots = (k: Knowledge) =>
          k.entities.flatMap(({ mentions }) => mentions.map((m) => `${m.document} ${m.start}`)).sort()
        expect(spots(knowledge)).toEqual(
          analyses.flatMap(({ document, mentions }) => mentions.map((m) => `${document.id} ${m.start}`)).sort(),
        )
        expect(new Set(knowledge.entities.map(({ id }) => id)).size).toBe(knowledge.entities.length)
      }),
    )
  })

  it('refuses two documents with one id', () => {
    expect(() => resolve([naming('a'), naming('a')])).toThrow('connect: two documents have the id a')
  })
})
