import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Language } from '../pipeline/model.ts'
import { EDGE_RELATIONS, NODE_CATEGORIES } from './data.ts'
import { findPaths } from './find-paths.ts'
import {
  ABOUT,
  byImportance,
  DOCUMENT,
  edgesOf,
  HAS_TARGET,
  keyIndex,
  MENTIONS,
  type Network,
  otherEnd,
  TARGET,
} from './network.ts'

/** What the record tells of: a node, or an edge by its number. */
export type Selection = { node: number } | { edge: number }

export type View = 'graph' | 'table' | 'targets'
export type Theme = 'auto' | 'light' | 'dark'

export interface Reading {
  document: number
  /** Passage to show, in the extracted text. */
  start?: number
  end?: number
}

export interface CameraView {
  x: number
  y: number
  ratio: number
}

/** What is left out; one state for graph, table, timeline and search. */
export interface Filters {
  /** Numbers of categories and relations that are left out. */
  categories: ReadonlySet<number>
  relations: ReadonlySet<number>
  /** Only what these documents speak of; null for all. */
  documents: ReadonlySet<number> | null
  language: Language | null
  /** Years of targets, inclusive. */
  years: readonly [number, number] | null
  /** Years of articles, inclusive. */
  dates: readonly [number, number] | null
  leastMentions: number
  /** Links of an entity at most: without the hubs, what else is there is seen; null for any number. */
  mostLinks: number | null
  /** Everything, even where the telling part of a large graph would be shown. */
  all: boolean
}

export const NO_FILTERS: Filters = {
  categories: new Set(),
  relations: new Set(),
  documents: null,
  language: null,
  years: null,
  dates: null,
  leastMentions: 1,
  mostLinks: null,
  all: false,
}

/** Nodes above which the graph starts with its telling part, and how many that is. */
const LARGE = 400
const TELLING = 220
/** Neighbours of what is asked for that are shown with it at most. */
const WITH_ASKED = 60

export interface Visible {
  nodes: Uint8Array
  edges: Uint8Array
  /** The nodes by falling importance. */
  ranked: Int32Array
  nodeCount: number
  edgeCount: number
  /** By category: visible, and how many would be if the category were. */
  categoryCounts: Int32Array
  relationCounts: Int32Array
  /** Whether the telling part of a large graph stands for all of it. */
  partial: boolean
  /** Nodes that every filter but the telling part lets through. */
  eligible: number
}

export interface PathEnds {
  from: number | null
  to: number | null
}

export type State = ReturnType<typeof createState>

/** All that the page shows, as signals; views read it, and `address.ts` keeps the address equal to it. */
export function createState(network: Network, language: Language) {
  const lang = signal<Language>(language)
  const theme = signal<Theme>('auto')
  const view = signal<View>('graph')
  const selection = signal<Selection | null>(null)
  const reading = signal<Reading | null>(null)
  const filters = signal<Filters>(NO_FILTERS)
  const depth = signal(1)
  const colorBy = signal<'category' | 'community'>('category')
  const path = signal<PathEnds | null>(null)
  const camera = signal<CameraView | null>(null)
  /** Node under the pointer, in whichever view. */
  const hovered = signal<number | null>(null)
  const query = signal('')
  /** Last thing worth saying to people who do not see the page change. */
  const status = signal('')
  const dialog = signal<'help' | 'share' | null>(null)
  /** On small screens, the sheet that is open. */
  const sheet = signal<'filters' | 'record' | null>(null)
  const keys = computed(() => keyIndex(network))

  const selectedNode = computed(() => {
    const value = selection.value
    return value && 'node' in value ? value.node : null
  })
  const paths = computed(() => {
    const ends = path.value
    if (ends === null || ends.from === null || ends.to === null) return []
    const open = filters.value
    const { source, target, relation } = network.site.edges
    const allowed = (e: number) =>
      !open.relations.has(relation[e] as number) &&
      nodePasses(network, open, source[e] as number) &&
      nodePasses(network, open, target[e] as number)
    return findPaths(network, ends.from, ends.to, allowed)
  })
  /** Which of the paths is shown. */
  const pathNumber = signal(0)
  const shownPath = computed(() => paths.value[Math.min(pathNumber.value, paths.value.length - 1)] ?? null)
  const passing = computed(() => computePassing(network, filters.value))
  const visible = computed(() =>
    withAsked(network, passing.value, [
      ...endsOf(network, selection.value, path.value),
      ...(shownPath.value?.nodes ?? []),
    ]),
  )
  const focus = computed(() => computeFocus(network, visible.value, selection.value, depth.value))

  /** What is selected is seen: a path that is found, and an article that does not name it, give way to the record. */
  const select = (next: Selection | null) =>
    batch(() => {
      selection.value = next
      if (next === null) return
      sheet.value = 'record'
      if (path.value !== null && path.value.from !== null && path.value.to !== null) path.value = null
      const read = reading.value
      if (read !== null && !('node' in next && speaksOf(network, read.document, next.node))) reading.value = null
    })

  return {
    network,
    /** Nodes by key; targets are among them once the details are there. */
    get keys(): ReadonlyMap<string, number> {
      return keys.value
    },
    lang,
    theme,
    view,
    selection,
    selectedNode,
    reading,
    filters,
    depth,
    colorBy,
    path,
    camera,
    hovered,
    query,
    status,
    dialog,
    sheet,
    visible,
    focus,
    paths,
    pathNumber,
    shownPath,
    select,
    /** What a click on a node does: it is an end of the path that is being asked for, else it is selected. */
    pick: (node: number) => {
      const ends = path.peek()
      if (ends !== null && (ends.from === null || ends.to === null)) {
        path.value = ends.from === null ? { ...ends, from: node } : { ...ends, to: node }
        pathNumber.value = 0
      } else select({ node })
    },
    selectNode: (node: number) => select({ node }),
    /** Back to the start view. */
    reset: () =>
      batch(() => {
        selection.value = null
        reading.value = null
        path.value = null
        filters.value = NO_FILTERS
        depth.value = 1
        view.value = 'graph'
        camera.value = null
      }),
    setFilters: (change: Partial<Filters>) => {
      filters.value = { ...filters.peek(), ...change }
    },
  }
}

export function nodePasses(network: Network, filters: Filters, n: number): boolean {
  const { category, mentions, year } = network.site.nodes
  const kind = category[n] as number
  if (filters.categories.has(kind)) return false
  if (kind === TARGET) {
    if (filters.years) {
      const y = year[n] as number
      if (y < filters.years[0] || y > filters.years[1]) return false
    }
  } else if (kind !== DOCUMENT) {
    if ((mentions[n] as number) < filters.leastMentions) return false
    if (filters.mostLinks !== null && (network.degree[n] as number) > filters.mostLinks) return false
  }
  const chosen = chosenDocuments(network, filters)
  if (chosen === null) return true
  for (let i = network.documentRows[n] as number; i < (network.documentRows[n + 1] as number); i++)
    if (chosen[network.inDocuments[i] as number]) return true
  return false
}

let lastFilters: Filters | null = null
let lastChosen: Uint8Array | null = null

/** Which documents the filters let through, null when all. */
export function chosenDocuments({ site }: Network, filters: Filters): Uint8Array | null {
  if (lastFilters === filters) return lastChosen
  const { documents, language, dates } = filters
  lastFilters = filters
  lastChosen =
    documents === null && language === null && dates === null
      ? null
      : Uint8Array.from(site.documents, ({ lang, date }, d) => {
          const year = date === null ? null : Number(date.slice(0, 4))
          return (documents === null || documents.has(d)) &&
            (language === null || lang === language) &&
            (dates === null || (year !== null && year >= dates[0] && year <= dates[1]))
            ? 1
            : 0
        })
  return lastChosen
}

/** What filters alone let through. */
interface Passing {
  filters: Filters
  /** Documents that the filters let through, null when all. */
  chosen: Uint8Array | null
  nodes: Uint8Array
  /** Before anything is asked for. */
  visible: Visible
}

function computePassing(network: Network, filters: Filters): Passing {
  const { site, size, ranking } = network
  const passing = new Uint8Array(size)
  const categoryCounts = new Int32Array(NODE_CATEGORIES.length)
  const relationCounts = new Int32Array(EDGE_RELATIONS.length)
  const open = { ...filters, categories: NO_FILTERS.categories }
  const chosen = chosenDocuments(network, filters)
  let eligible = 0
  for (let n = 0; n < size; n++) {
    if (!nodePasses(network, open, n)) continue
    const kind = site.nodes.category[n] as number
    bump(categoryCounts, kind)
    if (filters.categories.has(kind)) continue
    passing[n] = 1
    eligible++
  }
  const partial = !filters.all && eligible > LARGE
  let nodes = passing
  if (partial) {
    nodes = new Uint8Array(size)
    let room = TELLING
    for (let i = 0; i < size && room > 0; i++) {
      const n = ranking[i] as number
      if (!passing[n] || site.nodes.category[n] === DOCUMENT) continue
      nodes[n] = 1
      room--
    }
  }
  const edges = new Uint8Array(network.edges)
  let edgeCount = 0
  for (let e = 0; e < network.edges; e++) {
    if (!nodes[site.edges.source[e] as number] || !nodes[site.edges.target[e] as number]) continue
    if (showEdge(network, filters, chosen, e, edges, relationCounts)) edgeCount++
  }
  const ranked = ranking.filter((n) => nodes[n])
  const nodeCount = ranked.length
  const visible = { nodes, edges, ranked, nodeCount, edgeCount, categoryCounts, relationCounts, partial, eligible }
  return { filters, chosen, nodes: passing, visible }
}

/** Counts an edge between visible nodes and shows it, each where the filters let it; true where it is shown. */
function showEdge(
  { site }: Network,
  { relations }: Filters,
  chosen: Uint8Array | null,
  e: number,
  edges: Uint8Array,
  relationCounts: Int32Array,
): boolean {
  if (chosen && e < site.relations && !site.relationDocuments[e]?.some((d) => chosen[d])) return false
  const relation = site.edges.relation[e] as number
  bump(relationCounts, relation)
  if (relations.has(relation)) return false
  edges[e] = 1
  return true
}

/**
 * What is asked for is shown with what it touches, whatever its rank. Where nothing is to be added it is the same object as
 * before, so that nobody makes anything anew for it.
 */
function withAsked(network: Network, { filters, chosen, nodes: passing, visible }: Passing, asked: readonly number[]) {
  if (!visible.partial) return visible
  const added = new Set<number>()
  for (const n of asked) {
    if (!passing[n]) continue
    if (!visible.nodes[n]) added.add(n)
    let more = WITH_ASKED
    for (const e of edgesOf(network, n)) {
      const other = otherEnd(network, e, n)
      if (more === 0) break
      if (!passing[other] || visible.nodes[other] || added.has(other)) continue
      added.add(other)
      more--
    }
  }
  if (added.size === 0) return visible
  const [nodes, edges, relationCounts] = [visible.nodes.slice(), visible.edges.slice(), visible.relationCounts.slice()]
  let { edgeCount } = visible
  for (const n of added) nodes[n] = 1
  for (const n of added)
    for (const e of edgesOf(network, n)) {
      const other = otherEnd(network, e, n)
      // An edge between two that are added is met twice.
      if (!nodes[other] || (other < n && added.has(other))) continue
      if (showEdge(network, filters, chosen, e, edges, relationCounts)) edgeCount++
    }
  const ranked = Int32Array.of(...visible.ranked, ...added).sort(byImportance(network))
  return { ...visible, nodes, edges, ranked, nodeCount: ranked.length, edgeCount, relationCounts }
}

export interface Focus {
  /** 0 for what the focus is on, rising with distance; -1 for everything else. */
  distance: Int8Array
  nodes: readonly number[]
  edges: readonly number[]
}

/** The neighbourhood of the selection over visible edges, to a depth; documents end a walk, they do not carry it on. */
function computeFocus(network: Network, visible: Visible, selection: Selection | null, depth: number): Focus | null {
  if (selection === null) return null
  const { source, target } = network.site.edges
  const distance = new Int8Array(network.size).fill(-1)
  if ('edge' in selection) {
    const ends = [source[selection.edge] as number, target[selection.edge] as number]
    for (const end of ends) distance[end] = 0
    return { distance, nodes: ends, edges: [selection.edge] }
  }
  const nodes = [selection.node]
  const edges = new Set<number>()
  distance[selection.node] = 0
  for (let i = 0; i < nodes.length; i++) {
    const n = nodes[i] as number
    const far = distance[n] as number
    if (far >= depth || (i > 0 && network.site.nodes.category[n] === DOCUMENT)) continue
    for (const e of edgesOf(network, n)) {
      if (!visible.edges[e]) continue
      edges.add(e)
      const other = otherEnd(network, e, n)
      if (distance[other] !== -1) continue
      distance[other] = far + 1
      nodes.push(other)
    }
  }
  return { distance, nodes, edges: [...edges] }
}

/** Whether a document names a node. */
function speaksOf({ documentRows, inDocuments }: Network, document: number, node: number): boolean {
  return inDocuments.subarray(documentRows[node], documentRows[node + 1]).includes(document)
}

function endsOf({ site }: Network, selection: Selection | null, path: PathEnds | null): number[] {
  const ends = [path?.from, path?.to]
  if (selection) {
    if ('node' in selection) ends.push(selection.node)
    else ends.push(site.edges.source[selection.edge], site.edges.target[selection.edge])
  }
  return ends.filter((n): n is number => typeof n === 'number')
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1
}

/** Whether an edge says what a text states, beside that something is in a text. */
export const isStatement = (network: Network, e: number): boolean =>
  e < network.site.relations || network.site.edges.relation[e] === HAS_TARGET

export const isDocumentEdge = ({ site }: Network, e: number): boolean =>
  site.edges.relation[e] === ABOUT || site.edges.relation[e] === MENTIONS

/** Whether any filter leaves something out. */
export function filtersActive(filters: Filters): boolean {
  const { categories, relations, documents, language, years, dates, leastMentions, mostLinks } = filters
  return (
    categories.size + relations.size > 0 ||
    documents !== null ||
    language !== null ||
    years !== null ||
    dates !== null ||
    leastMentions > 1 ||
    mostLinks !== null
  )
}

/** Runs `react` with each value of a signal but the first. */
export function onChange<T>(source: ReadonlySignal<T>, react: (value: T) => void): () => void {
  let first = true
  return effect(() => {
    const value = source.value
    if (first) first = false
    else react(value)
  })
}
