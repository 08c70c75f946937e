import { UndirectedGraph } from 'graphology'
import type { EdgeAttributes, EdgeRelation } from '../model.ts'
import type { KnowledgeGraph } from './assemble-graph.ts'

/** How strongly an edge holds its ends together; a stated relation most, a mere mention least. */
const STRENGTH: Partial<Record<EdgeRelation, number>> = {
  hasTarget: 2,
  about: 1,
  coOccurs: 1,
  linksTo: 1,
  mentions: 0.5,
}
const STATED = 2

interface TieNode {
  x: number
  y: number
  size: number
}
export type TieGraph = UndirectedGraph<TieNode, { weight: number }>

/**
 * The graph without direction and with one edge for each tied pair, its weight the strength of all edges between them
 * (repeated edges count by their logarithm): what communities and positions are computed on. Same node order, loops left out.
 */
export function weighTies(graph: KnowledgeGraph): TieGraph {
  const ties: TieGraph = new UndirectedGraph()
  const keys: string[] = []
  const indexes = new Map<string, number>()
  graph.forEachNode((node, { x, y, size }) => {
    indexes.set(node, keys.length)
    keys.push(node)
    ties.addNode(node, { x, y, size })
  })
  // Summed by the two indexes in one number, since changing an edge of a graph costs much more.
  const weights = new Map<number, number>()
  graph.forEachEdge((_, { relation, weight }: EdgeAttributes, source, target) => {
    if (source === target) return
    const strength = (STRENGTH[relation] ?? STATED) * (1 + Math.log2(Math.max(1, weight)))
    const [a, b] = [indexes.get(source) as number, indexes.get(target) as number]
    const pair = Math.min(a, b) * keys.length + Math.max(a, b)
    weights.set(pair, (weights.get(pair) ?? 0) + strength)
  })
  for (const [pair, weight] of weights) {
    const [a, b] = [Math.floor(pair / keys.length), pair % keys.length]
    ties.addUndirectedEdgeWithKey(pair, keys[a], keys[b], { weight })
  }
  return ties
}
