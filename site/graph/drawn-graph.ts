import type { AbstractGraph } from 'graphology-types'
import type { Network } from '../network.ts'

export interface DrawnNode {
  x: number
  y: number
  size: number
  color: string
  shape: number
  hidden: boolean
}
export interface DrawnEdge {
  size: number
  color: string
  hidden: boolean
}

/**
 * What Sigma reads of a graphology graph, over columns that are here already: nodes and edges under their numbers as keys.
 * A graph of graphology's own would copy them once more, which costs the page most of its start and a sixth of its script.
 * Nothing can be added to it; Sigma is told of changes by `refresh`.
 */
export class DrawnGraph {
  readonly multi = true
  readonly order: number
  readonly size: number
  readonly #nodes: readonly DrawnNode[]
  readonly #edges: readonly DrawnEdge[]
  readonly #ends: readonly (readonly [string, string])[]

  constructor(network: Network, nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]) {
    this.order = network.size
    this.size = network.edges
    this.#nodes = nodes
    this.#edges = edges
    const names = nodes.map((_, n) => String(n))
    const { source, target } = network.site.edges
    this.#ends = source.map((s, e) => [names[s] as string, names[target[e] as number] as string])
  }

  /** As the type Sigma asks for; it calls what is here and no more. */
  asGraph(): AbstractGraph<DrawnNode, DrawnEdge> {
    return this as unknown as AbstractGraph<DrawnNode, DrawnEdge>
  }

  forEachNode(call: (key: string, attributes: DrawnNode) => void): void {
    for (const [n, attributes] of this.#nodes.entries()) call(String(n), attributes)
  }
  forEachEdge(call: (key: string, attributes: DrawnEdge) => void): void {
    for (const [e, attributes] of this.#edges.entries()) call(String(e), attributes)
  }
  nodes(): string[] {
    return this.#nodes.map((_, n) => String(n))
  }
  edges(): string[] {
    return this.#edges.map((_, e) => String(e))
  }
  hasNode(key: string): boolean {
    return Number(key) < this.order
  }
  hasEdge(key: string): boolean {
    return Number(key) < this.size
  }
  getNodeAttributes(key: string | number): DrawnNode {
    return this.#nodes[Number(key)] as DrawnNode
  }
  getEdgeAttributes(key: string | number): DrawnEdge {
    return this.#edges[Number(key)] as DrawnEdge
  }
  extremities(key: string): readonly [string, string] {
    return this.#ends[Number(key)] as readonly [string, string]
  }
  /** Sigma listens for changes; there are none. */
  on(): this {
    return this
  }
  removeListener(): this {
    return this
  }
  // By these two, Sigma knows a graph when it sees one.
  addUndirectedEdgeWithKey(): never {
    throw new Error('the drawn graph takes no edges')
  }
  dropNode(): never {
    throw new Error('the drawn graph keeps its nodes')
  }
}
