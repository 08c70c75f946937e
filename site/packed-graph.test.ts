import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EDGE_RELATIONS, NODE_CATEGORIES, type SiteGraph } from './data.ts'
import { packGraph, unpackGraph } from './packed-graph.ts'

const TARGET = NODE_CATEGORIES.indexOf('target')
const year = fc.constantFrom(0, 7, 2030, 2045)
/** None ends before a year that does not come: a target's label is made of parts that are not empty. */
const label = fc.oneof(
  fc.string().filter((text) => !text.endsWith(' · ')),
  fc.constantFrom('', '·', 'émissions · 2030', '2030', 'eau · 2045', 'eau · 2045 · 2030', 'constructor'),
)
const columns = <T extends object>(of: fc.Arbitrary<T>, names: readonly (keyof T)[]) =>
  fc
    .array(of, { maxLength: 40 })
    .map((rows) => Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])))

const graphs = fc.record({
  version: fc.constant(2),
  title: fc.string(),
  lang: fc.constant('fr'),
  documents: fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b/c'),
      title: fc.string(),
      lang: fc.constantFrom('fr', 'en'),
      date: fc.constantFrom(null, '2024'),
      path: fc.constantFrom('a.md', 'b/c.md', 'd.markdown'),
      url: fc.constantFrom(null, 'https://exemple.test/a'),
    }),
  ),
  nodes: columns(
    fc.record({
      slug: fc.string(),
      label,
      category: fc.constantFrom(0, TARGET),
      x: fc.integer({ min: -2000, max: 2000 }),
      y: fc.integer({ min: -2000, max: 2000 }),
      community: fc.nat({ max: 99 }),
      mentions: fc.nat({ max: 70_000 }),
      year,
    }),
    ['slug', 'label', 'category', 'x', 'y', 'community', 'mentions', 'year'],
  ),
  edges: columns(
    fc.record({
      source: fc.nat({ max: 90_000 }),
      target: fc.nat({ max: 90_000 }),
      relation: fc.nat({ max: EDGE_RELATIONS.length - 1 }),
      weight: fc.nat({ max: 500 }),
      confidence: fc.nat({ max: 100 }),
      stance: fc.nat({ max: 7 }),
    }),
    ['source', 'target', 'relation', 'weight', 'confidence', 'stance'],
  ),
  relations: fc.nat(),
  relationDocuments: fc.array(fc.array(fc.nat({ max: 70_000 }), { maxLength: 4 })),
  relationShards: fc.array(fc.nat()),
}) as unknown as fc.Arbitrary<SiteGraph>

test('a graph comes back from its packing as it was, through JSON too', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      expect(unpackGraph(JSON.parse(JSON.stringify(packGraph(graph))))).toEqual(graph)
    }),
  )
})

test('positions of a graph that is wider are off by less than a four-thousandth of it', () => {
  const x = [-61_234, 0, 17, 4001, 58_766]
  const empty = [0, 0, 0, 0, 0]
  const nodes = { slug: [], label: x.map(() => ''), category: empty, community: empty, mentions: empty, year: empty }
  const graph = { documents: [], nodes: { ...nodes, x, y: empty }, edges: {}, relationDocuments: [] }
  const none = { source: [], target: [], relation: [], weight: [], confidence: [], stance: [] }
  const unpacked = unpackGraph(packGraph({ ...graph, edges: none } as unknown as SiteGraph))
  for (const [n, position] of x.entries())
    expect(Math.abs((unpacked.nodes.x[n] as number) - position)).toBeLessThan(120_000 / 4000)
})
