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
  graph.forEachNode((node, { x, y, size }) => {
    ties.addNode(node, { x, y, size })
  })
  graph.forEachEdge((_, { relation, weight }: EdgeAttributes, source, target) => {
    if (source === target) return
    const strength = (STRENGTH[relation] ?? STATED) * (1 + Math.log2(Math.max(1, weight)))
    ties.updateEdge(source, target, (known) => ({ weight: (known.weight ?? 0) + strength }))
  })
  return ties
}
