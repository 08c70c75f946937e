import { createHash } from 'node:crypto'
import type { KnowledgeGraph } from '../connect/assemble-graph.ts'
import { computeLayout } from '../connect/compute-layout.ts'
import { openCache } from './cache.ts'
import { digestOfCode } from './extractor-version.ts'

/**
 * `computeLayout`, which takes longest of what follows the analysis, or what it gave before for a graph with the same
 * nodes, communities, sizes and ties: the same positions either way. Sets `x` and `y` and returns the graph.
 */
export function recallLayout(graph: KnowledgeGraph, cacheFolder: string | null): KnowledgeGraph {
  if (cacheFolder === null) return computeLayout(graph)
  const cache = openCache(cacheFolder)
  const key = layoutKey(graph)
  const known = cache.get(key)
  if (known !== null) {
    const positions: readonly number[] = JSON.parse(Buffer.from(known).toString('utf8'))
    let i = 0
    graph.updateEachNodeAttributes((_, node) => ({ ...node, x: positions[i++] as number, y: positions[i++] as number }))
    return graph
  }
  computeLayout(graph)
  cache.put(key, Buffer.from(JSON.stringify(graph.mapNodes((_, { x, y }) => [x, y]).flat())))
  return graph
}

/** Digest of all that a layout depends on. */
function layoutKey(graph: KnowledgeGraph): string {
  const hash = createHash('sha256').update(digestOfCode(['connect']))
  graph.forEachNode((node, { size, community, category }) => {
    hash.update(JSON.stringify([node, size, community, category]))
  })
  graph.forEachEdge((_edge, { relation, weight, confidence, polarity }, source, target) => {
    hash.update(JSON.stringify([relation, weight, confidence, polarity, source, target]))
  })
  return hash.digest('hex')
}
