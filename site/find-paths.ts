import { edgesOf, type Network, otherEnd } from './network.ts'
import { isDocumentEdge, isStatement } from './state.ts'

export interface FoundPath {
  /** From one end to the other. */
  nodes: readonly number[]
  /** `edges[i]` joins `nodes[i]` and `nodes[i + 1]`. */
  edges: readonly number[]
}

/** Paths that are shown at most. */
const MOST = 5

/**
 * The shortest paths between two nodes, whatever the direction of edges, best stated first, at most five. Over relations and
 * targets where they join the two; else over what stands in the same sentences; else over articles. Empty when nothing
 * joins them.
 */
export function findPaths(
  network: Network,
  from: number,
  to: number,
  allowed: (edge: number) => boolean,
): readonly FoundPath[] {
  const tiers: ((e: number) => boolean)[] = [
    (e) => isStatement(network, e),
    (e) => !isDocumentEdge(network, e),
    () => true,
  ]
  for (const tier of tiers) {
    const found = shortestPaths(network, from, to, (e) => tier(e) && allowed(e))
    if (found.length > 0) return found
  }
  return []
}

function shortestPaths(
  network: Network,
  from: number,
  to: number,
  passable: (edge: number) => boolean,
): readonly FoundPath[] {
  if (from === to) return []
  // Breadth first from the end, so that paths are then read off forwards.
  const distance = new Int32Array(network.size).fill(-1)
  distance[to] = 0
  const queue = [to]
  for (let i = 0; i < queue.length && distance[from] === -1; i++) {
    const n = queue[i] as number
    for (const e of edgesOf(network, n)) {
      const other = otherEnd(network, e, n)
      if (distance[other] !== -1 || !passable(e)) continue
      distance[other] = (distance[n] as number) + 1
      queue.push(other)
    }
  }
  if (distance[from] === -1) return []
  const found: FoundPath[] = []
  const walk = (n: number, nodes: number[], edges: number[]) => {
    if (found.length >= MOST * 4) return
    if (n === to) {
      found.push({ nodes: [...nodes], edges: [...edges] })
      return
    }
    const steps = new Map<number, number>()
    for (const e of edgesOf(network, n)) {
      const other = otherEnd(network, e, n)
      if (distance[other] !== (distance[n] as number) - 1 || !passable(e)) continue
      const known = steps.get(other)
      if (known === undefined || strength(network, e) > strength(network, known)) steps.set(other, e)
    }
    for (const [other, e] of [...steps].sort(
      (a, b) => strength(network, b[1]) - strength(network, a[1]) || a[0] - b[0],
    )) {
      nodes.push(other)
      edges.push(e)
      walk(other, nodes, edges)
      nodes.pop()
      edges.pop()
    }
  }
  walk(from, [from], [])
  const weakest = ({ edges }: FoundPath) => Math.min(...edges.map((e) => strength(network, e)))
  return found.sort((a, b) => weakest(b) - weakest(a)).slice(0, MOST)
}

/** Of a statement, how sure it is and how often it is made; else how often. */
function strength({ site }: Network, e: number): number {
  return (site.edges.confidence[e] ?? 0) + Math.min(20, site.edges.weight[e] as number)
}
