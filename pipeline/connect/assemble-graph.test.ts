import { describe, expect, it } from 'vitest'
import { DOCUMENTS, exportInput, NO_CURATION } from '../export/fixture.ts'
import { assembleGraph } from './assemble-graph.ts'
import { computeLayout } from './compute-layout.ts'
import { connect } from './connect.ts'
import { detectCommunities } from './detect-communities.ts'
import type { FixtureRelation } from './fixture.ts'
import { analysisOf } from './fixture.ts'

function graphOf(
  text: readonly string[],
  names: readonly string[],
  relations: readonly FixtureRelation[] = [],
  title = 'Titre',
) {
  const analysis = analysisOf({
    id: 'a',
    title,
    text,
    entities: names.map((name) => ({ names: [name], category: 'organization' })),
    relations,
  })
  const knowledge = connect({ curation: NO_CURATION, generator: { version: '0', configHash: '' } })([analysis])
  return assembleGraph(knowledge, [analysis])
}

const edges = (graph: ReturnType<typeof graphOf>, ...relations: string[]) =>
  graph
    .filterEdges((_, { relation }) => relations.includes(relation))
    .map((edge) => graph.extremities(edge).map((node) => node.replace('organization/', '')))

describe('assembleGraph', () => {
  it('is sorted, with keys of its own for every edge and only scalars', () => {
    const { graph } = exportInput()
    expect(graph.nodes()).toEqual([...graph.nodes()].sort())
    expect(graph.edges()).toEqual([...graph.edges()].sort())
    for (const edge of graph.edges()) expect(edge).toMatch(/^(relation|hasTarget|mentions|about|coOccurs|linksTo)\//)
    graph.forEachNode((_, attributes) => {
      expect(attributes).not.toHaveProperty('type')
      for (const value of Object.values(attributes))
        expect(['string', 'number', null]).toContain(value === null ? null : typeof value)
    })
  })

  it('ties a document to what it names, once', () => {
    const graph = graphOf(['Velmont et Velmont voient Sarlat.'], ['Velmont', 'Sarlat'])
    expect(edges(graph, 'about')).toEqual([['document/a', 'velmont']])
    expect(edges(graph, 'mentions')).toEqual([['document/a', 'sarlat']])
  })

  it('takes a document to be about what its title names', () => {
    expect(edges(graphOf(['Sarlat.'], ['Sarlat'], [], 'Adieu Sarlat'), 'about')).toEqual([['document/a', 'sarlat']])
    expect(edges(graphOf(['Sarlat.'], ['Sarlat'], [], 'Sarlatais'), 'about')).toEqual([])
  })

  it.each<[string, string[], FixtureRelation[], string[][]]>([
    ['two sentences', ['Velmont voit Sarlat. Sarlat voit Velmont.'], [], [['sarlat', 'velmont']]],
    ['one sentence', ['Velmont voit Sarlat et Velmont voit Sarlat.'], [], []],
    [
      'a relation that says more',
      ['Velmont voit Sarlat. Sarlat voit Velmont.'],
      [{ subject: 'Velmont', predicate: 'acquired', object: 'Sarlat', says: 'Velmont voit Sarlat' }],
      [],
    ],
  ])('co-occurrence: %s', (_, text, relations, expected) => {
    expect(edges(graphOf(text, ['Velmont', 'Sarlat'], relations), 'coOccurs')).toEqual(expected)
  })

  it('takes no list for co-occurrence', () => {
    const names = Array.from({ length: 14 }, (_, i) => `Firme${String.fromCharCode(65 + i)}`)
    const list = `${names.join(', ')}. ${names.join(', ')}.`
    expect(edges(graphOf([list], names), 'coOccurs')).toEqual([])
  })
})

describe('detectCommunities', () => {
  it('numbers communities by size', () => {
    const { graph } = exportInput()
    const sizes: number[] = []
    graph.forEachNode((_, { community }) => {
      sizes[community] = (sizes[community] ?? 0) + 1
    })
    expect(sizes.length).toBeGreaterThan(1)
    expect(Object.keys(sizes).length).toBe(sizes.length)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })
})

describe('computeLayout', () => {
  it('gives every node a place of its own, finite and rounded', () => {
    const { graph } = exportInput()
    const places = graph.mapNodes((_, { x, y }) => [x, y])
    for (const value of places.flat()) {
      expect(Number.isFinite(value)).toBe(true)
      expect(Math.round(value * 100) / 100).toBe(value)
    }
    expect(new Set(places.map(String)).size).toBe(graph.order)
  })

  it('leaves no two nodes on top of each other', () => {
    const { graph } = exportInput()
    const nodes = graph.mapNodes((_, { x, y, size }) => ({ x, y, size }))
    for (const [i, a] of nodes.entries()) {
      for (const b of nodes.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(Math.max(a.size, b.size))
    }
  })

  it.each([0, 1, 2])('lays out %i documents that name nothing', (count) => {
    const analyses = Array.from({ length: count }, (_, i) => analysisOf({ id: `d${i}`, text: ['Rien.'], entities: [] }))
    const knowledge = connect({ curation: NO_CURATION, generator: { version: '0', configHash: '' } })(analyses)
    const graph = computeLayout(detectCommunities(assembleGraph(knowledge, analyses)))
    expect(graph.order).toBe(count)
    for (const value of graph.mapNodes((_, { x, y }) => [x, y]).flat()) expect(Number.isFinite(value)).toBe(true)
  })

  it('is the same whatever the order in which documents came', () => {
    const build = (documents: typeof DOCUMENTS) => {
      const knowledge = connect({ curation: NO_CURATION, generator: { version: '0', configHash: '' } })(documents)
      return computeLayout(detectCommunities(assembleGraph(knowledge, documents))).export()
    }
    expect(build([...DOCUMENTS].reverse())).toEqual(build(DOCUMENTS))
  })
})
