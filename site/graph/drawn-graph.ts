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
 * It holds what was shown so far, since Sigma uploads with each frame all that it holds. Sigma is told of changes by
 * `refresh`.
 */
export class DrawnGraph {
  readonly multi = true
  readonly #network: Network
  readonly #nodes: readonly DrawnNode[]
  readonly #edges: readonly DrawnEdge[]
  #heldNodes: readonly number[] = []
  #heldEdges: readonly number[] = []
  #holdsNode: Uint8Array
  #holdsEdge: Uint8Array

  constructor(network: Network, nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]) {
    this.#network = network
    this.#nodes = nodes
    this.#edges = edges
    this.#holdsNode = new Uint8Array(network.size)
    this.#holdsEdge = new Uint8Array(network.edges)
  }

  get order(): number {
    return this.#heldNodes.length
  }
  get size(): number {
    return this.#heldEdges.length
  }

  /** Makes it hold these and nothing else. */
  hold(nodes: Uint8Array, edges: Uint8Array): void {
    this.#holdsNode = nodes.slice()
    this.#holdsEdge = edges.slice()
    this.#heldNodes = [...nodes.keys()].filter((n) => nodes[n])
    this.#heldEdges = [...edges.keys()].filter((e) => edges[e])
  }
  holdsNode(node: number): boolean {
    return this.#holdsNode[node] === 1
  }
  holdsEdge(edge: number): boolean {
    return this.#holdsEdge[edge] === 1
  }

  /** As the type Sigma asks for; it calls what is here and no more. */
  asGraph(): AbstractGraph<DrawnNode, DrawnEdge> {
    return this as unknown as AbstractGraph<DrawnNode, DrawnEdge>
  }

  forEachNode(call: (key: string, attributes: DrawnNode) => void): void {
    for (const n of this.#heldNodes) call(String(n), this.#nodes[n] as DrawnNode)
  }
  forEachEdge(call: (key: string, attributes: DrawnEdge) => void): void {
    for (const e of this.#heldEdges) call(String(e), this.#edges[e] as DrawnEdge)
  }
  nodes(): string[] {
    return this.#heldNodes.map(String)
  }
  edges(): string[] {
    return this.#heldEdges.map(String)
  }
  hasNode(key: string): boolean {
    return this.holdsNode(Number(key))
  }
  hasEdge(key: string): boolean {
    return this.holdsEdge(Number(key))
  }
  getNodeAttributes(key: string | number): DrawnNode {
    return this.#nodes[Number(key)] as DrawnNode
  }
  getEdgeAttributes(key: string | number): DrawnEdge {
    return this.#edges[Number(key)] as DrawnEdge
  }
  extremities(key: string): readonly [string, string] {
    const { source, target } = this.#network.site.edges
    return [String(source[Number(key)]), String(target[Number(key)])]
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
