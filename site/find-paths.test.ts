import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EDGE_RELATIONS, NODE_CATEGORIES, type SiteGraph } from './data.ts'
import { findPaths } from './find-paths.ts'
import { buildNetwork, type Network } from './network.ts'

type Edge = readonly [source: number, relation: (typeof EDGE_RELATIONS)[number], target: number, confidence?: number]

/** A network of so many organizations; edges that are relations have to come first. */
function networkOf(size: number, edges: readonly Edge[]): Network {
  const nodes = Array.from({ length: size }, (_, n) => n)
  const zeros = nodes.map(() => 0)
  const relations = edges.filter(([, name]) => !['hasTarget', 'about', 'mentions', 'coOccurs'].includes(name))
  const site: SiteGraph = {
    version: 2,
    title: '',
    lang: 'en',
    documents: [],
    nodes: {
      slug: nodes.map((n) => `n${n}`),
      label: nodes.map((n) => `N${n}`),
      category: nodes.map(() => NODE_CATEGORIES.indexOf('organization')),
      x: zeros,
      y: zeros,
      community: zeros,
      mentions: zeros,
      year: zeros,
    },
    edges: {
      source: edges.map(([source]) => source),
      target: edges.map(([, , target]) => target),
      relation: edges.map(([, name]) => EDGE_RELATIONS.indexOf(name)),
      weight: edges.map(() => 1),
      confidence: edges.map(([, , , confidence = 80]) => confidence),
      stance: edges.map(() => 0),
    },
    relations: relations.length,
    relationDocuments: relations.map(() => []),
    relationShards: [0],
  }
  return buildNetwork(site, { value: null })
}

const all = () => true
const nodesOf = (network: Network, from: number, to: number, allowed: (e: number) => boolean = all) =>
  findPaths(network, from, to, allowed).map(({ nodes }) => nodes)

describe('findPaths', () => {
  test('goes against the direction of edges as well as along it', () => {
    const network = networkOf(3, [
      [1, 'partnerOf', 0],
      [1, 'acquired', 2],
    ])
    expect(nodesOf(network, 0, 2)).toEqual([[0, 1, 2]])
  })

  test('takes a longer way over relations rather than a shorter one over names in one sentence', () => {
    const network = networkOf(3, [
      [0, 'partnerOf', 1],
      [1, 'partnerOf', 2],
      [0, 'coOccurs', 2],
    ])
    expect(nodesOf(network, 0, 2)).toEqual([[0, 1, 2]])
    expect(nodesOf(network, 0, 2, (e) => e === 2)).toEqual([[0, 2]])
  })

  test('puts first, of the shortest, the one whose weakest statement is surest', () => {
    const network = networkOf(4, [
      [0, 'partnerOf', 1, 50],
      [1, 'partnerOf', 3, 99],
      [0, 'partnerOf', 2, 70],
      [2, 'partnerOf', 3, 70],
    ])
    expect(nodesOf(network, 0, 3)).toEqual([
      [0, 2, 3],
      [0, 1, 3],
    ])
  })

  test('has none between a node and itself, nor between what nothing joins', () => {
    const network = networkOf(3, [[0, 'partnerOf', 1]])
    expect(nodesOf(network, 0, 0)).toEqual([])
    expect(nodesOf(network, 0, 2)).toEqual([])
  })

  test('every path is one, starts and ends where it should, visits nothing twice, and all are equally long', () => {
    const edge = fc.tuple(fc.nat(7), fc.constant('partnerOf' as const), fc.nat(7))
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 24 }), fc.nat(7), fc.nat(7), (edges, from, to) => {
        const network = networkOf(8, edges)
        const paths = findPaths(network, from, to, all)
        expect(paths.length).toBeLessThanOrEqual(5)
        expect(new Set(paths.map(({ nodes }) => nodes.length)).size).toBeLessThanOrEqual(1)
        for (const { nodes, edges: taken } of paths) {
          expect([nodes[0], nodes.at(-1)]).toEqual([from, to])
          expect(new Set(nodes).size).toBe(nodes.length)
          expect(taken).toHaveLength(nodes.length - 1)
          for (const [i, e] of taken.entries())
            expect([edges[e]?.[0], edges[e]?.[2]].sort()).toEqual([nodes[i], nodes[i + 1]].sort())
        }
      }),
    )
  })
})
