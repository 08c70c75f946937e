import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NODE_CATEGORIES, type NodeCategory, type SiteGraph, type SitePassage } from './data.ts'
import { buildNetwork, labelOf } from './network.ts'
import { createSearcher, type SearchData, type Searcher, type SearchResult } from './search.ts'
import { NO_FILTERS } from './state.ts'

const LONG = 'Nom'.padEnd(5000, 'o')

const NODES: readonly (readonly [label: string, category: NodeCategory, mentions: number])[] = [
  ['Boréal Énergie', 'organization', 3],
  ['Solvane Group', 'organization', 9],
  ['Solvane', 'place', 1],
  ['Œuvre de l’Aubépine', 'work', 2],
  ['Müller & Søn Straße', 'organization', 1],
  ['世界卫生组织', 'organization', 1],
  ['منظمة الصحة العالمية', 'organization', 1],
  ['constructor', 'concept', 1],
  ['__proto__', 'concept', 1],
  [LONG, 'organization', 1],
  ['neutralité carbone', 'target', 1],
  ['Le plan de Boréal', 'document', 1],
]

const passage = (d: number, start: number, exact: string): SitePassage => ({
  d,
  start,
  end: start + exact.length,
  line: 1,
  section: [],
  exact,
  marks: [],
})
const PASSAGES = [
  passage(0, 0, 'Boréal Énergie s’est associée à Solvane Group.'),
  passage(1, 0, 'Solvane Group spoke of its associates.'),
]

const documents = (['fr', 'en'] as const).map((lang, d) => ({
  id: (d === 0 ? 'le-plan' : 'the-plan') as SiteGraph['documents'][number]['id'],
  title: 'Le plan de Boréal',
  lang,
  date: null,
  path: `${lang}.md`,
  url: null,
}))

const column = (value: number) => NODES.map(() => value)
const network = buildNetwork(
  {
    version: 2,
    title: '',
    lang: 'fr',
    documents,
    nodes: {
      slug: NODES.map(([, category], n) => (category === 'document' ? 'le-plan' : `n${n}`)),
      label: NODES.map(([label]) => label),
      category: NODES.map(([, category]) => NODE_CATEGORIES.indexOf(category)),
      x: column(0),
      y: column(0),
      community: column(0),
      mentions: NODES.map(([, , mentions]) => mentions),
      year: column(0),
    },
    edges: { source: [], target: [], relation: [], weight: [], confidence: [], stance: [] },
    relations: 0,
    relationDocuments: [],
    relationShards: [0],
  },
  { value: null },
)

const DATA: SearchData = {
  loadNames: async () => [
    { node: 0, aliases: ['BRL', 'Les Vents du Nord'] },
    { node: 7, sameAs: ['https://exemple.test'] },
  ],
  loadTargets: async () => [],
  loadRelations: async () => [
    { id: 'a', label: '', passages: PASSAGES },
    // Passages that two relations share are found once.
    { id: 'b', label: '', passages: PASSAGES.slice(0, 1) },
  ],
}

/** A searcher to which everything has come. */
async function searcher(data: SearchData = DATA): Promise<{ find: Searcher['find']; told: () => number }> {
  let told = 0
  const { find } = createSearcher(network, data, () => told++)
  await new Promise((done) => setTimeout(done))
  return { find, told: () => told }
}

const MOST = { nodes: 24, passages: 8 }
const { find } = await searcher()
const labelled = (results: readonly SearchResult[]) =>
  results.map((result) => ('node' in result ? labelOf(network, result.node) : result.passage.exact))
const search = (query: string) => labelled(find(query, NO_FILTERS, MOST))

describe('a query finds', () => {
  test.each([
    ['boréal énergie', 'Boréal Énergie'],
    ['BOREAL ENERGIE', 'Boréal Énergie'],
    ['energie boreal', 'Boréal Énergie'],
    ['bore\u0301al', 'Boréal Énergie'],
    ['oeuvre aubepine', 'Œuvre de l’Aubépine'],
    ["l'aubépine", 'Œuvre de l’Aubépine'],
    ['strasse', 'Müller & Søn Straße'],
    ['muller', 'Müller & Søn Straße'],
    ['solv', 'Solvane Group'],
    ['卫生', '世界卫生组织'],
    ['الصحة', 'منظمة الصحة العالمية'],
    ['neutralite', 'neutralité carbone'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
  ])('by what it is called: %s', (query, label) => {
    expect(search(query)[0]).toBe(label)
  })

  test.each(['nomoooo', LONG])('a name of 5,000 characters, by its beginning or whole', (query) => {
    expect(search(query)[0]).toBe(LONG)
  })

  test.each([
    ['a letter for another', 'solvene groop'],
    ['a letter left out', 'slvane group'],
    ['a letter too many', 'sollvane group'],
    ['two letters exchanged', 'sovlane gruop'],
  ])('with typing errors: %s', (_, query) => {
    expect(search(query)).toContain('Solvane Group')
  })

  test('by an alias, and says which', () => {
    expect(find('vents', NO_FILTERS, MOST)).toEqual([{ node: 0, alias: 'Les Vents du Nord' }])
    expect(find('boreal', NO_FILTERS, MOST)[0]).toEqual({ node: 0 })
  })

  test('what is most told of, of two that are named alike', () => {
    expect(search('solvane').slice(0, 2)).toEqual(['Solvane Group', 'Solvane'])
  })

  test('sentences that hold all of its words, each once, after names', () => {
    expect(search('associee solvane')).toEqual([PASSAGES[0]?.exact])
    const [name, ...rest] = search('solvane group')
    expect(name).toBe('Solvane Group')
    expect(rest.filter((text) => text.includes('.'))).toEqual(PASSAGES.map(({ exact }) => exact))
  })
})

describe('a query finds nothing', () => {
  test.each(['', ' ', '\t\n', '.', '…', '«»', "'", '-', '%%%', '🜚', '\ud800', 'zzzzqqqq', 'boréal zzzzqqqq'])(
    'where there is nothing: %j',
    (query) => {
      expect(search(query)).toEqual([])
    },
  )
})

test('any query is answered by different results, no more than are asked for', () => {
  const hostile = fc.constantFrom(
    '(a+)+$',
    '*',
    '\\',
    '__proto__',
    'constructor',
    '\0',
    '\u202e',
    '</script>',
    'o'.repeat(300),
  )
  const query = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.oneof(hostile, fc.constantFrom(...NODES.map(([label]) => label.slice(0, 40)))))
      .map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(query, fc.nat({ max: 4 }), fc.nat({ max: 2 }), (query, nodes, passages) => {
      const results = find(query, NO_FILTERS, { nodes, passages })
      expect(results.filter((result) => 'node' in result).length).toBeLessThanOrEqual(nodes)
      expect(results.filter((result) => 'passage' in result).length).toBeLessThanOrEqual(passages)
      expect(new Set(labelled(results)).size).toBe(results.length)
    }),
  )
})

test.each([
  ['one word', 'o'.repeat(1_000_000)],
  ['many words', 'solvane boreal '.repeat(50_000)],
])('a text of a million characters that is pasted is cut: %s', (_, text) => {
  expect(find(text, NO_FILTERS, MOST).length).toBeLessThanOrEqual(MOST.nodes + MOST.passages)
})

describe('filters', () => {
  test('leave out categories', () => {
    const categories = new Set([NODE_CATEGORIES.indexOf('organization')])
    expect(labelled(find('solvane', { ...NO_FILTERS, categories }, { nodes: 24, passages: 0 }))).toEqual(['Solvane'])
  })

  test('leave out sentences of other documents', () => {
    const found = find('solvane group', { ...NO_FILTERS, language: 'en' }, MOST)
    expect(found).toEqual([{ passage: PASSAGES[1] }])
  })
})

describe('what is loaded', () => {
  test('is told of as it comes', async () => {
    expect((await searcher()).told()).toBe(3)
  })

  test('is not needed to find names: where nothing can be had, they are still found', async () => {
    const fail = () => Promise.reject(new Error('gone'))
    const { find, told } = await searcher({ loadNames: fail, loadTargets: fail, loadRelations: fail })
    expect(told()).toBe(3)
    expect(labelled(find('boreal energie', NO_FILTERS, MOST))).toEqual(['Boréal Énergie'])
    expect(find('vents', NO_FILTERS, MOST)).toEqual([])
  })
})
