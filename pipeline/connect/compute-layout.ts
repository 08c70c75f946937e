import forceAtlas2Module from 'graphology-layout-forceatlas2'
import noverlapModule from 'graphology-layout-noverlap'
import { seededRandom } from '../seeded-random.ts'
import type { KnowledgeGraph } from './assemble-graph.ts'
import { type TieGraph, weighTies } from './weigh-ties.ts'

// CommonJS modules whose types say `default` where Node gives the function itself.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default
const noverlap = noverlapModule as unknown as typeof noverlapModule.default

/** Nodes up to which a reader may see every label at once. */
const LABELLED = 300
/** Tied nodes from which those with one neighbour are placed around it: in large corpora, most are named once. */
const CROWDED = 2000
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/**
 * Sets `x` and `y` of each node of `graph` and returns it: ForceAtlas2 from a start in which communities stand apart, then
 * overlaps removed. In large graphs, nodes with a single tie take no part in that and stand around what they are tied to.
 * Coordinates are finite, centred on 0, rounded to 2 decimals, and scaled so that node sizes, in pixels,
 * suit a page of about 1,000 units; nodes without any tie stand in rings around the rest. Needs communities.
 */
export function computeLayout(graph: KnowledgeGraph): KnowledgeGraph {
  const ties = weighTies(graph)
  const tied = ties.filterNodes((node) => ties.degree(node) > 0)
  const untied = ties.filterNodes((node) => ties.degree(node) === 0)
  for (const node of untied) ties.dropNode(node)

  const leaves = tied.length > CROWDED ? pluckLeaves(ties) : []
  const core = leaves.length === 0 ? tied : ties.nodes()

  const start = startPositions(graph, core)
  for (const [node, { x, y }] of start) ties.mergeNodeAttributes(node, { x, y })
  if (core.length > 2) {
    forceAtlas2.assign(ties, {
      iterations: iterationsFor(core.length),
      getEdgeWeight: 'weight',
      settings: {
        ...forceAtlas2.inferSettings(core.length),
        barnesHutOptimize: core.length > 300,
        barnesHutTheta: 1.2,
        edgeWeightInfluence: 0.7,
        gravity: 0.15,
      },
    })
  }
  const extent = 1000 * Math.max(1, Math.sqrt(tied.length / 400))
  const places = core.map((node) => ({
    node,
    x: ties.getNodeAttribute(node, 'x'),
    y: ties.getNodeAttribute(node, 'y'),
  }))
  // Labels stand beside their nodes: overlaps are looked for in a narrowed picture, so that more room is left sideways.
  const widen = tied.length > LABELLED ? 1 : 2
  for (const { node, x, y } of fitBox(layDown(places), extent)) ties.mergeNodeAttributes(node, { x: x / widen, y })
  noverlap.assign(ties, {
    maxIterations: core.length > 20_000 ? 20 : core.length > 2_000 ? 60 : 150,
    settings: {
      margin: tied.length > LABELLED ? 3 : 8,
      ratio: 1,
      speed: 3,
      gridSize: Math.max(20, Math.ceil(1.5 * Math.sqrt(core.length))),
    },
  })
  let radius = 0
  const put = (node: string, x: number, y: number) => {
    radius = Math.max(radius, Math.hypot(x, y))
    graph.mergeNodeAttributes(node, { x: round(x), y: round(y) })
  }
  for (const node of core) put(node, ties.getNodeAttribute(node, 'x') * widen, ties.getNodeAttribute(node, 'y'))
  for (const { hub, nodes } of leaves) {
    const { x, y } = graph.getNodeAttributes(hub)
    const inside = seedsWithin(graph.getNodeAttribute(hub, 'size') + LEAF_SPACING)
    for (const [i, node] of nodes.entries()) {
      const away = LEAF_SPACING * Math.sqrt(inside + i)
      put(node, x + away * Math.cos(i * GOLDEN_ANGLE), y + away * Math.sin(i * GOLDEN_ANGLE))
    }
  }
  placeAround(graph, untied, radius)
  return graph
}

const round = (value: number) => Math.round(value * 100) / 100 + 0

/** Enough that more no longer bring tied nodes closer: the start has communities apart already. */
function iterationsFor(order: number): number {
  if (order <= 200) return 800
  if (order <= 2_000) return 150
  return order <= 20_000 ? 50 : 30
}

/** Sunflower seeds at this distance are a little farther apart than small nodes are wide. */
const LEAF_SPACING = 8

/** How many seeds a disc of `radius` holds. */
const seedsWithin = (radius: number) => (radius / LEAF_SPACING) ** 2

/** Takes nodes with one tie out of `ties`, by the node at its other end, whose size then covers them. */
function pluckLeaves(ties: TieGraph): readonly { hub: string; nodes: readonly string[] }[] {
  const found = new Map<string, string[]>()
  ties.forEachNode((node) => {
    if (ties.degree(node) !== 1) return
    const [hub] = ties.neighbors(node) as [string]
    // Of two that have only one another, both stay.
    if (ties.degree(hub) === 1) return
    const nodes = found.get(hub)
    if (nodes) nodes.push(node)
    else found.set(hub, [node])
  })
  return [...found].map(([hub, nodes]) => {
    for (const node of nodes) ties.dropNode(node)
    const inside = seedsWithin(ties.getNodeAttribute(hub, 'size') + LEAF_SPACING)
    ties.setNodeAttribute(hub, 'size', LEAF_SPACING * Math.sqrt(inside + nodes.length))
    return { hub, nodes }
  })
}

/** Communities as discs of sunflower seeds, the discs themselves so arranged, the largest in the middle. */
function startPositions(graph: KnowledgeGraph, nodes: readonly string[]): Map<string, { x: number; y: number }> {
  const communities = new Map<number, string[]>()
  for (const node of nodes) {
    const community = graph.getNodeAttribute(node, 'community')
    const list = communities.get(community)
    if (list) list.push(node)
    else communities.set(community, [node])
  }
  const random = seededRandom(2)
  const positions = new Map<string, { x: number; y: number }>()
  let covered = 0
  for (const [index, [, members]] of [...communities].sort(([a], [b]) => a - b).entries()) {
    // Area grows with what is placed, so discs of any size do not pile up.
    const distance = 14 * Math.sqrt(covered + (index === 0 ? 0 : members.length / 2))
    const angle = index * GOLDEN_ANGLE
    const [cx, cy] = [distance * Math.cos(angle), distance * Math.sin(angle)]
    for (const [i, node] of members.entries()) {
      const around = i * GOLDEN_ANGLE
      const away = 8 * Math.sqrt(i + 0.5)
      positions.set(node, {
        x: cx + away * Math.cos(around) + random() - 0.5,
        y: cy + away * Math.sin(around) + random() - 0.5,
      })
    }
    covered += members.length
  }
  return positions
}

/** Turned so that the longest extent lies flat, as pages and screens do. */
function layDown<T extends { x: number; y: number }>(places: readonly T[]): T[] {
  const count = Math.max(1, places.length)
  const mean = { x: 0, y: 0 }
  for (const { x, y } of places) {
    mean.x += x / count
    mean.y += y / count
  }
  let [xx, xy, yy] = [0, 0, 0]
  for (const place of places) {
    const [x, y] = [place.x - mean.x, place.y - mean.y]
    xx += x * x
    xy += x * y
    yy += y * y
  }
  const angle = -Math.atan2(2 * xy, xx - yy) / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return places.map((place) => ({ ...place, x: place.x * cos - place.y * sin, y: place.x * sin + place.y * cos }))
}

/** Centres on the middle of the bounding box and scales its longer side to `extent`. */
function fitBox<T extends { x: number; y: number }>(places: readonly T[], extent: number): T[] {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of places) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  const scale = extent / Math.max(right - left, high - low, 1e-9)
  return places.map((place) => ({
    ...place,
    x: (place.x - (left + right) / 2) * scale,
    y: (place.y - (low + high) / 2) * scale,
  }))
}

/** Rings around a disc of `radius`, filled one after the other; from the middle on when there is no disc. */
function placeAround(graph: KnowledgeGraph, nodes: readonly string[], radius: number) {
  const spacing = 40
  let ring = radius === 0 ? 0 : radius + 2 * spacing
  let placed = 0
  while (placed < nodes.length) {
    const room = Math.max(1, Math.floor((2 * Math.PI * ring) / spacing))
    const here = Math.min(room, nodes.length - placed)
    for (let i = 0; i < here; i++) {
      const angle = (2 * Math.PI * i) / here
      graph.mergeNodeAttributes(nodes[placed + i] as string, {
        x: round(ring * Math.cos(angle)),
        y: round(ring * Math.sin(angle)),
      })
    }
    placed += here
    ring += spacing
  }
}
