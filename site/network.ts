import { EDGE_RELATIONS, NODE_CATEGORIES, type NodeCategory, type SiteDetails, type SiteGraph } from './data.ts'

export const DOCUMENT = NODE_CATEGORIES.indexOf('document')
export const TARGET = NODE_CATEGORIES.indexOf('target')
export const HAS_TARGET = EDGE_RELATIONS.indexOf('hasTarget')
export const ABOUT = EDGE_RELATIONS.indexOf('about')
export const MENTIONS = EDGE_RELATIONS.indexOf('mentions')
export const CO_OCCURS = EDGE_RELATIONS.indexOf('coOccurs')
export const LINKS_TO = EDGE_RELATIONS.indexOf('linksTo')

/** The graph by numbers: nodes and edges are indexes, adjacency is in rows. */
export interface Network {
  site: SiteGraph
  /** A signal: what reads it is told when they arrive. */
  details: { readonly value: SiteDetails | null }
  size: number
  edges: number
  /** Node of each document, by document index. */
  documentNode: readonly number[]
  /** Document index of a node, or -1. */
  documentOf: Int32Array
  /** Edges of node `n`: `incident[rows[n]]` up to `incident[rows[n + 1]]`. */
  rows: Int32Array
  incident: Int32Array
  /** Documents that speak of node `n`, rising: `inDocuments[documentRows[n]]` up to the next row. */
  documentRows: Int32Array
  inDocuments: Int32Array
  /** How much a node has to tell: relations and targets first, then mentions. */
  importance: Float64Array
  /** Nodes by falling importance. */
  ranking: Int32Array
  /** Edges other than those of documents. */
  degree: Int32Array
}

export function buildNetwork(site: SiteGraph, details: Network['details']): Network {
  const { category, mentions } = site.nodes
  const { source, target, relation } = site.edges
  const size = category.length
  const edges = source.length

  const rows = new Int32Array(size + 1)
  for (let e = 0; e < edges; e++) {
    add(rows, (source[e] as number) + 1, 1)
    if (source[e] !== target[e]) add(rows, (target[e] as number) + 1, 1)
  }
  for (let n = 0; n < size; n++) add(rows, n + 1, rows[n] as number)
  const incident = new Int32Array(rows[size] as number)
  const next = rows.slice(0, size)
  for (let e = 0; e < edges; e++) {
    incident[add(next, source[e] as number, 1)] = e
    if (source[e] !== target[e]) incident[add(next, target[e] as number, 1)] = e
  }

  const documentOf = new Int32Array(size).fill(-1)
  const documentNode: number[] = []
  const slugs = new Map(site.documents.map(({ id }, d) => [id as string, d]))
  for (let n = 0; n < size; n++) {
    if (category[n] !== DOCUMENT) continue
    const d = slugs.get(site.nodes.slug[n] as string) ?? -1
    documentOf[n] = d
    documentNode[d] = n
  }

  const [documentRows, inDocuments] = documentsOfNodes(site, documentOf)

  const importance = new Float64Array(size)
  const degree = new Int32Array(size)
  for (let e = 0; e < edges; e++) {
    const kind = relation[e] as number
    const value = e < site.relations ? 3 : kind === HAS_TARGET ? 2 : kind === CO_OCCURS ? 0.5 : 0
    add(importance, source[e] as number, value)
    add(importance, target[e] as number, value)
    if (kind === ABOUT || kind === MENTIONS) continue
    add(degree, source[e] as number, 1)
    add(degree, target[e] as number, 1)
  }
  for (let n = 0; n < size; n++) add(importance, n, 2 * Math.sqrt(mentions[n] as number))
  const ranking = Int32Array.from(category.keys()).sort(byImportance({ importance }))
  return {
    site,
    details,
    size,
    edges,
    documentNode,
    documentOf,
    rows,
    incident,
    documentRows,
    inDocuments,
    importance,
    ranking,
    degree,
  }
}

/** Rows of the documents that speak of each node. */
function documentsOfNodes(
  { nodes, edges: { source, target, relation } }: SiteGraph,
  documentOf: Int32Array,
): [rows: Int32Array, documents: Int32Array] {
  const size = nodes.category.length
  const own = new Int32Array(size + 1)
  const isSpeaking = (e: number) =>
    (relation[e] === ABOUT || relation[e] === MENTIONS) && (documentOf[source[e] as number] as number) >= 0
  const hasTarget: number[] = []
  for (let e = 0; e < source.length; e++) {
    if (isSpeaking(e)) add(own, (target[e] as number) + 1, 1)
    else if (relation[e] === HAS_TARGET) hasTarget.push(e)
  }
  for (let n = 0; n < size; n++) if ((documentOf[n] as number) >= 0) add(own, n + 1, 1)
  // Where a target has an actor, its documents are those of the actor.
  const borrowed = hasTarget.map((e) => own[(source[e] as number) + 1] as number)
  for (const [i, e] of hasTarget.entries()) add(own, (target[e] as number) + 1, borrowed[i] as number)
  for (let n = 0; n < size; n++) add(own, n + 1, own[n] as number)
  const documents = new Int32Array(own[size] as number)
  const next = own.slice(0, size)
  const put = (n: number, d: number) => {
    documents[add(next, n, 1)] = d
  }
  for (let e = 0; e < source.length; e++)
    if (isSpeaking(e)) put(target[e] as number, documentOf[source[e] as number] as number)
  for (let n = 0; n < size; n++) if ((documentOf[n] as number) >= 0) put(n, documentOf[n] as number)
  for (const [i, e] of hasTarget.entries()) {
    const actor = source[e] as number
    const from = own[actor] as number
    for (let at = from; at < from + (borrowed[i] as number); at++) put(target[e] as number, documents[at] as number)
  }
  for (let n = 0; n < size; n++) {
    const [from, to] = [own[n] as number, own[n + 1] as number]
    if (to - from > 1) documents.subarray(from, to).sort()
  }
  return [own, documents]
}

/** Order of nodes by falling importance, then by number. */
export const byImportance =
  ({ importance }: Pick<Network, 'importance'>) =>
  (a: number, b: number): number =>
    (importance[b] as number) - (importance[a] as number) || a - b

/** Adds to an item and gives what it was before. */
function add(array: Int32Array | Float64Array, at: number, value: number): number {
  const before = array[at] as number
  array[at] = before + value
  return before
}

export const categoryOf = ({ site }: Network, n: number): NodeCategory =>
  NODE_CATEGORIES[site.nodes.category[n] as number] as NodeCategory

/** Key of a node in the exported graph: `organization/xiaomi`; of a target, `target/` alone until the details are there. */
export function keyOf(network: Network, n: number): string {
  const { slug } = network.site.nodes
  return `${categoryOf(network, n)}/${slug[n] ?? network.details.value?.targets[n - slug.length] ?? ''}`
}

/** Percent; undefined until the details are there, for an edge that is no statement. */
export function confidenceOf({ site, details }: Network, e: number): number | undefined {
  const { confidence } = site.edges
  return confidence[e] ?? details.value?.confidence[e - confidence.length]
}

export const labelOf = ({ site }: Network, n: number): string => site.nodes.label[n] as string

export function otherEnd({ site }: Network, e: number, n: number): number {
  return (site.edges.source[e] === n ? site.edges.target[e] : site.edges.source[e]) as number
}

export function* edgesOf({ rows, incident }: Network, n: number): Iterable<number> {
  for (let i = rows[n] as number; i < (rows[n + 1] as number); i++) yield incident[i] as number
}

/** Number of the shard that holds relation `e`. */
export function shardOf({ relationShards }: SiteGraph, e: number): number {
  let low = 0
  for (let high = relationShards.length; high - low > 1; ) {
    const middle = (low + high) >>> 1
    if ((relationShards[middle] as number) <= e) low = middle
    else high = middle
  }
  return low
}

/** Nodes by key, as far as keys are there. */
export function keyIndex(network: Network): Map<string, number> {
  const index = new Map<string, number>()
  for (let n = 0; n < network.size; n++) index.set(keyOf(network, n), n)
  return index
}
