import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentOf, exportInput } from '../pipeline/export/fixture.ts'
import { indexKnowledge } from '../pipeline/export/page-index.ts'
import { exportSiteData } from '../pipeline/export/site-data.ts'
import { applyAddress, formatAddress } from './address.ts'
import { EDGE_RELATIONS, NODE_CATEGORIES, type PackedGraph, REGISTRY, type SiteDetails } from './data.ts'
import { buildNetwork, keyOf } from './network.ts'
import { unpackGraph } from './packed-graph.ts'
import { createState } from './state.ts'

/** Topology and details as the page gets them: out of the scripts that the build writes. */
function readScripts(): [PackedGraph, SiteDetails] {
  const input = exportInput()
  const files = [...exportSiteData(input, indexKnowledge(input.knowledge, new Map())).common]
  const self: Record<string, [string, unknown][]> = {}
  for (const name of ['graph', 'details']) new Function('self', contentOf(files, `app/${name}.js`))(self)
  const [graph, details] = (self[REGISTRY] ?? []).map(([, value]) => value)
  return [graph as PackedGraph, details as SiteDetails]
}

const [graph, details] = readScripts()
const network = buildNetwork(unpackGraph(graph), { value: details })
const index = (length: number) => fc.nat({ max: length - 1 })
const subset = (length: number) => fc.uniqueArray(index(length)).map((list) => new Set(list))
const years = fc.option(fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 9999 })))
const node = index(network.size)
const document = index(network.site.documents.length)

/** Edges that no other has the ends and the relation of: an address cannot tell such ones apart. */
const { source, target, relation } = network.site.edges
const edgeName = (e: number) => `${source[e]} ${relation[e]} ${target[e]}`
const edges = source.map((_, e) => e).filter((e) => source.findIndex((_, f) => edgeName(f) === edgeName(e)) === e)

const views = fc.record({
  view: fc.constantFrom('graph' as const, 'table' as const, 'targets' as const),
  selection: fc.option(
    fc.oneof(
      node.map((node) => ({ node })),
      fc.constantFrom(...edges).map((edge) => ({ edge })),
    ),
  ),
  reading: fc.option(
    fc.oneof(
      document.map((document) => ({ document })),
      fc.record({ document, start: fc.nat(), end: fc.nat() }),
    ),
  ),
  filters: fc.record({
    categories: subset(NODE_CATEGORIES.length),
    relations: subset(EDGE_RELATIONS.length),
    documents: fc.option(fc.uniqueArray(document, { minLength: 1 }).map((list) => new Set(list))),
    language: fc.constantFrom(null, 'fr' as const, 'en' as const),
    years,
    dates: years,
    leastMentions: fc.integer({ min: 1, max: 99 }),
    mostLinks: fc.option(fc.nat({ max: 999_999 })),
    all: fc.boolean(),
  }),
  depth: fc.integer({ min: 1, max: 3 }),
  colorBy: fc.constantFrom('category' as const, 'community' as const),
  path: fc.option(fc.record({ from: fc.option(node), to: fc.option(node) })),
  camera: fc.option(
    fc.record({
      x: fc.integer({ min: -9999, max: 9999 }).map((v) => v / 1000),
      y: fc.integer({ min: -9999, max: 9999 }).map((v) => v / 1000),
      ratio: fc.integer({ min: 1, max: 99999 }).map((v) => v / 1000),
    }),
  ),
})
const FIELDS = ['view', 'selection', 'reading', 'filters', 'depth', 'colorBy', 'path', 'camera'] as const

describe('an address', () => {
  test('says all of the state', () => {
    fc.assert(
      fc.property(views, (wanted) => {
        // A bare link to a document opens it.
        fc.pre(!(wanted.selection && wanted.reading === null))
        const [one, other] = [createState(network, 'fr'), createState(network, 'fr')]
        for (const field of FIELDS) (one[field] as { value: unknown }).value = wanted[field]
        applyAddress(other, formatAddress(one))
        for (const field of FIELDS) expect(other[field].value, field).toEqual(wanted[field])
      }),
    )
  })

  test('of any text leaves a state whose address leads back to it', () => {
    const part = fc.constantFrom(
      ...['/entity/', 'edge/', '__proto__', '~', '?', '&', '%', '%E2', 'view=', 'read=', 'hide=', 'least=', 'depth='],
      ...['camera=', 'NaN,1,1', 'in=', 'from=', 'to=', 'constructor', '-1', '1.5', '1e9', ',', ':', keyOf(network, 0)],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (hash) => {
        const [one, other] = [createState(network, 'fr'), createState(network, 'fr')]
        applyAddress(one, `#${hash}`)
        expect(one.depth.value % 1).toBe(0)
        applyAddress(other, formatAddress(one))
        expect(formatAddress(other)).toBe(formatAddress(one))
      }),
    )
  })
})
