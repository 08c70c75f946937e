import louvainModule from 'graphology-communities-louvain'
import { seededRandom } from '../seeded-random.ts'
import type { KnowledgeGraph } from './assemble-graph.ts'
import { weighTies } from './weigh-ties.ts'

// A CommonJS module whose types say `default` where Node gives the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default

/**
 * Sets the `community` of each node of `graph` and returns it (Blondel et al., “Fast unfolding of communities in large
 * networks”, 2008). Communities are numbered from 0, the largest first, those of one size by their first node.
 */
export function detectCommunities(graph: KnowledgeGraph): KnowledgeGraph {
  const ties = weighTies(graph)
  if (ties.size === 0) {
    for (const [i, node] of graph.nodes().entries()) graph.setNodeAttribute(node, 'community', i)
    return graph
  }
  const found = louvain(ties, { getEdgeWeight: 'weight', rng: seededRandom(1) })
  const members = new Map<number, string[]>()
  for (const node of graph.nodes()) {
    const community = found[node] as number
    const list = members.get(community)
    if (list) list.push(node)
    else members.set(community, [node])
  }
  // Insertion order is the order of first members, and the sort is stable.
  const numbered = [...members.values()].sort((a, b) => b.length - a.length)
  for (const [number, nodes] of numbered.entries()) {
    for (const node of nodes) graph.setNodeAttribute(node, 'community', number)
  }
  return graph
}
