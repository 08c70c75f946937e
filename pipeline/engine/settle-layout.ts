import type { KnowledgeGraph } from '../connect/assemble-graph.ts'

/** Positions by node key. */
export type Positions = ReadonlyMap<string, { x: number; y: number }>

/** Share of new nodes from which a layout is better made anew. */
const NEW_SHARE = 0.2

export function positionsOf(graph: KnowledgeGraph): Positions {
  return new Map(graph.mapNodes((node, { x, y }) => [node, { x, y }]))
}

/**
 * Lays a graph out by an earlier version of it: nodes stay where they were, new ones stand beside the nodes they are tied
 * to. For a preview while someone writes: quick and steady, but dependent on what was before. Null when too much is new.
 */
export function settleLayout(graph: KnowledgeGraph, before: Positions): KnowledgeGraph | null {
  const fresh = graph.filterNodes((node) => !before.has(node))
  if (fresh.length > NEW_SHARE * graph.order) return null
  for (const [node, place] of before) if (graph.hasNode(node)) graph.mergeNodeAttributes(node, place)
  const placed = new Set(before.keys())
  for (const [i, node] of fresh.entries()) {
    const near = graph.neighbors(node).filter((other) => placed.has(other))
    const count = Math.max(1, near.length)
    let [x, y] = [0, 0]
    for (const other of near) {
      x += graph.getNodeAttribute(other, 'x') / count
      y += graph.getNodeAttribute(other, 'y') / count
    }
    // Sunflower seeds: no two new nodes stand on one another.
    const angle = i * Math.PI * (3 - Math.sqrt(5))
    const away = 12 * Math.sqrt(i + 1)
    graph.mergeNodeAttributes(node, { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle) })
    placed.add(node)
  }
  return graph
}
