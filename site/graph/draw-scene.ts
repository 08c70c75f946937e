import type { Language } from '../../pipeline/model.ts'
import { EDGE_RELATIONS } from '../data.ts'
import { LABELS } from '../labels.ts'
import { categoryOf, DOCUMENT, edgesOf, HAS_TARGET, labelOf, type Network, otherEnd, TARGET } from '../network.ts'
import { type Focus, isStatement, type Selection, type Visible } from '../state.ts'
import { shapePath } from './shapes.ts'
import type { CanvasTheme } from './theme.ts'

/** What is to be drawn above Sigma's layers, in CSS pixels. */
export interface Scene {
  network: Network
  theme: CanvasTheme
  lang: Language
  width: number
  height: number
  place(node: number): [x: number, y: number]
  radius(node: number): number
  color(node: number): string
  visible: Visible
  focus: Focus | null
  path: { nodes: readonly number[]; edges: readonly number[] } | null
  selection: Selection | null
  hovered: number | null
  /** Whether hovering shows the neighbourhood as focus would. */
  preview: boolean
  hoveredEdge: number | null
  zoom: number
  byCommunity: boolean
}

/** What `drawScene` needs of a canvas context; the SVG export has its own. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'fill'
  | 'stroke'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'arc'
  | 'closePath'
  | 'fillText'
  | 'strokeText'
  | 'measureText'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>

type Box = [left: number, top: number, right: number, bottom: number]

/** Side of the cells that boxes are looked up by. */
const CELL = 80

/** Boxes that are taken; a new one is placed only where it touches none. */
class Occupancy {
  readonly #cells = new Map<number, Box[]>()
  place(box: Box): boolean {
    for (const cell of cellsOf(box))
      for (const other of this.#cells.get(cell) ?? [])
        if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false
    this.take(box)
    return true
  }
  take(box: Box): void {
    for (const cell of cellsOf(box)) {
      const list = this.#cells.get(cell)
      if (list) list.push(box)
      else this.#cells.set(cell, [box])
    }
  }
}

function* cellsOf([left, top, right, bottom]: Box): Iterable<number> {
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield x * 10_007 + y
}

/** Nodes that labels keep clear of, at most: in a crowd there is no clear ground. */
const KEPT_CLEAR = 700

export function drawScene(pen: Pen, scene: Scene): void {
  const taken = new Occupancy()
  const { focus, path, hovered, hoveredEdge } = scene
  if (path) drawSubgraph(pen, scene, path.nodes, path.edges, taken, true)
  else if (focus) drawSubgraph(pen, scene, focus.nodes, focus.edges, taken, false)
  else if (scene.preview && hovered !== null) {
    const { nodes, edges } = neighbourhood(scene, hovered)
    drawSubgraph(pen, scene, nodes, edges, taken, false)
  } else {
    if (hovered !== null) drawNamed(pen, scene, hovered, taken)
    if (hoveredEdge !== null) drawHoveredEdge(pen, scene, hoveredEdge, taken)
    drawCommunities(pen, scene, taken)
    if (scene.visible.nodeCount <= KEPT_CLEAR)
      takeNodes(
        scene,
        scene.network.ranking.filter((n) => scene.visible.nodes[n]),
        taken,
      )
    drawLabels(pen, scene, taken)
    return
  }
  if (hovered !== null && !scene.preview) drawNamed(pen, scene, hovered, taken)
  if (hoveredEdge !== null) drawHoveredEdge(pen, scene, hoveredEdge, taken)
}

function neighbourhood({ network, visible }: Scene, node: number) {
  const nodes = new Set([node])
  const edges: number[] = []
  for (const e of edgesOf(network, node)) {
    if (!visible.edges[e]) continue
    edges.push(e)
    nodes.add(otherEnd(network, e, node))
  }
  return { nodes: [...nodes], edges }
}

/** Edges with arrows and names, nodes, labels: the one thing that is to be looked at. */
function drawSubgraph(
  pen: Pen,
  scene: Scene,
  nodes: readonly number[],
  edges: readonly number[],
  taken: Occupancy,
  emphatic: boolean,
): void {
  const { network } = scene
  const statements = edges.filter((e) => isStatement(network, e))
  const others = edges.filter((e) => !isStatement(network, e))
  for (const e of others) drawEdge(pen, scene, e, 0, { width: 1, color: scene.theme.faint, arrow: false })
  const bends = bendsOf(network, statements)
  for (const [i, e] of statements.entries())
    drawEdge(pen, scene, e, bends[i] as number, {
      width: emphatic ? 2.4 : 1.6,
      color: emphatic ? scene.theme.accent : scene.theme.ink,
      arrow: true,
    })
  for (let i = nodes.length - 1; i >= 0; i--)
    drawNode(pen, scene, nodes[i] as number, isMain(scene, nodes[i] as number))
  takeNodes(scene, nodes, taken)
  const [main, ...rest] = nodes
  if (main !== undefined) drawLabel(pen, scene, main, taken, true)
  if ('edge' in (scene.selection ?? {}) || emphatic) for (const n of rest) drawLabel(pen, scene, n, taken, true)
  if (statements.length <= 60)
    for (const [i, e] of statements.entries()) drawEdgeName(pen, scene, e, bends[i] as number, taken)
  const ranked = [...rest].sort((a, b) => (network.importance[b] as number) - (network.importance[a] as number))
  for (const n of ranked.slice(0, 400)) drawLabel(pen, scene, n, taken, false)
}

function isMain({ selection, preview, hovered }: Scene, n: number): boolean {
  if (preview) return n === hovered
  return selection !== null && 'node' in selection && selection.node === n
}

function drawNamed(pen: Pen, scene: Scene, n: number, taken: Occupancy): void {
  if (!scene.visible.nodes[n]) return
  drawNode(pen, scene, n, true)
  drawLabel(pen, scene, n, taken, true, true)
}

function drawHoveredEdge(pen: Pen, scene: Scene, e: number, taken: Occupancy): void {
  if (!scene.visible.edges[e]) return
  const { source, target } = scene.network.site.edges
  drawEdge(pen, scene, e, 0, { width: 2, color: scene.theme.ink, arrow: true })
  for (const n of [source[e] as number, target[e] as number]) {
    drawNode(pen, scene, n, false)
    drawLabel(pen, scene, n, taken, true)
  }
  drawEdgeName(pen, scene, e, 0, taken)
}

/** How far each edge bends: a little, more for each further edge between the same two nodes. */
function bendsOf({ site }: Network, edges: readonly number[]): number[] {
  const seen = new Map<string, number>()
  return edges.map((e) => {
    const [a, b] = [site.edges.source[e] as number, site.edges.target[e] as number]
    const key = a < b ? `${a}-${b}` : `${b}-${a}`
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    const side = a < b ? 1 : -1
    return side * (0.1 + 0.14 * before)
  })
}

interface Curve {
  x1: number
  y1: number
  x2: number
  y2: number
  /** Control point of the quadratic curve. */
  cx: number
  cy: number
}

function curveOf(scene: Scene, e: number, bend: number): Curve {
  const { source, target } = scene.network.site.edges
  const [x1, y1] = scene.place(source[e] as number)
  const [x2, y2] = scene.place(target[e] as number)
  return { x1, y1, x2, y2, cx: (x1 + x2) / 2 - (y2 - y1) * bend, cy: (y1 + y2) / 2 + (x2 - x1) * bend }
}

function drawEdge(
  pen: Pen,
  scene: Scene,
  e: number,
  bend: number,
  { width, color, arrow }: { width: number; color: string; arrow: boolean },
): void {
  const { site } = scene.network
  const { x1, y1, x2, y2, cx, cy } = curveOf(scene, e, bend)
  const length = Math.hypot(x2 - cx, y2 - cy) || 1
  const [ux, uy] = [(x2 - cx) / length, (y2 - cy) / length]
  const head = arrow ? 5 + width * 1.6 : 0
  const gap = scene.radius(site.edges.target[e] as number) * 1.15 + 2
  const [tx, ty] = [x2 - ux * gap, y2 - uy * gap]
  pen.save()
  pen.strokeStyle = color
  pen.fillStyle = color
  pen.lineWidth = width
  // Denied, planned, reported: not stated as a fact.
  const stance = site.edges.stance[e] as number
  if (stance % 2 === 1) pen.setLineDash([2, 4])
  else if (stance >= 2) pen.setLineDash([7, 4])
  pen.beginPath()
  pen.moveTo(x1, y1)
  pen.quadraticCurveTo(cx, cy, tx - ux * head * 0.7, ty - uy * head * 0.7)
  pen.stroke()
  if (arrow) {
    pen.setLineDash([])
    pen.beginPath()
    pen.moveTo(tx, ty)
    pen.lineTo(tx - ux * head - uy * head * 0.42, ty - uy * head + ux * head * 0.42)
    pen.lineTo(tx - ux * head + uy * head * 0.42, ty - uy * head - ux * head * 0.42)
    pen.closePath()
    pen.fill()
  }
  pen.restore()
}

function drawEdgeName(pen: Pen, scene: Scene, e: number, bend: number, taken: Occupancy): void {
  const { site } = scene.network
  if (site.edges.relation[e] === HAS_TARGET && scene.selection && 'node' in scene.selection) return
  const { x1, y1, x2, y2, cx, cy } = curveOf(scene, e, bend)
  if (Math.hypot(x2 - x1, y2 - y1) < 60) return
  const text = LABELS[scene.lang].relation[EDGE_RELATIONS[site.edges.relation[e] as number] as 'worksFor'].forward
  const [x, y] = [0.25 * x1 + 0.5 * cx + 0.25 * x2, 0.25 * y1 + 0.5 * cy + 0.25 * y2]
  pen.font = `italic 400 13px ${scene.theme.serif}`
  const half = measure(pen, text) / 2
  if (!taken.place([x - half - 3, y - 8, x + half + 3, y + 8])) return
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  haloText(pen, scene.theme, text, x, y, scene.theme.ink)
}

export function drawNode(pen: Pen, scene: Scene, n: number, ringed: boolean): void {
  const [x, y] = scene.place(n)
  const r = scene.radius(n)
  const path = shapePath(categoryOf(scene.network, n))
  pen.save()
  if (ringed) {
    pen.beginPath()
    pen.arc(x, y, r * 1.15 + 5, 0, 2 * Math.PI)
    pen.fillStyle = scene.theme.paper
    pen.fill()
    pen.lineWidth = 2
    pen.strokeStyle = scene.theme.accent
    pen.stroke()
  }
  pen.translate(x, y)
  pen.scale(r, r)
  pen.lineWidth = 3 / r
  pen.lineJoin = 'round'
  pen.strokeStyle = scene.theme.paper
  pen.stroke(path)
  pen.fillStyle = scene.color(n)
  pen.fill(path, 'evenodd')
  pen.restore()
}

/** Names of nodes, the most telling first, as many as find room. */
function drawLabels(pen: Pen, scene: Scene, taken: Occupancy): void {
  const { network, visible, width, height } = scene
  let room = Math.round((width * height) / 7000)
  let looked = 0
  for (let i = 0; i < network.size && room > 0 && looked < 1500; i++) {
    const n = network.ranking[i] as number
    if (!visible.nodes[n]) continue
    const [x, y] = scene.place(n)
    if (x < -20 || y < -10 || x > width + 20 || y > height + 10) continue
    looked++
    if (drawLabel(pen, scene, n, taken, false)) room--
  }
}

function drawLabel(pen: Pen, scene: Scene, n: number, taken: Occupancy, always: boolean, full = false): boolean {
  const { network, theme } = scene
  const [x, y] = scene.place(n)
  const r = scene.radius(n)
  if (!always && r < 2) return false
  const category = network.site.nodes.category[n] as number
  const size = category === DOCUMENT ? 14 : Math.min(16, 11.5 + r * 0.22)
  pen.font =
    category === DOCUMENT
      ? `italic 400 ${size}px ${theme.serif}`
      : `${category === TARGET ? 400 : r > 9 ? 600 : 500} ${category === TARGET ? 11.5 : size}px ${theme.sans}`
  const text = shorten(labelOf(network, n), full ? 90 : category === DOCUMENT ? 38 : 30)
  const wide = measure(pen, text)
  const half = size * 0.62
  const gap = r * 1.1 + 5
  const places: [left: number, middle: number][] = [
    [x + gap, y],
    [x - gap - wide, y],
    [x - wide / 2, y + gap + half - 2],
    [x - wide / 2, y - gap - half + 2],
  ]
  const inside = places.filter(([left]) => left > 2 && left + wide < scene.width - 2)
  const free = (inside.length > 0 ? inside : places).find(([left, middle]) =>
    taken.place([left - 1, middle - half, left + wide + 1, middle + half]),
  )
  const at = free ?? (always ? (inside[0] ?? places[0]) : undefined)
  if (!at) return false
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  haloText(pen, theme, text, at[0], at[1], category === DOCUMENT ? theme.faint : theme.ink)
  return true
}

/** Marks the ground that nodes cover. */
function takeNodes(scene: Scene, nodes: Iterable<number>, taken: Occupancy): void {
  for (const n of nodes) {
    const [x, y] = scene.place(n)
    const r = scene.radius(n) + 1
    if (x > -r && y > -r && x < scene.width + r && y < scene.height + r) taken.take([x - r, y - r, x + r, y + r])
  }
}

/** Names of the larger communities, behind all else, while the whole is in view. */
function drawCommunities(pen: Pen, scene: Scene, taken: Occupancy): void {
  const { network, visible } = scene
  if (visible.nodeCount < 150 || scene.zoom < 0.45) return
  for (const { name, members } of communitiesOf(network, visible)) {
    let [sx, sy] = [0, 0]
    for (const n of members) {
      const [x, y] = scene.place(n)
      sx += x
      sy += y
    }
    const [x, y] = [sx / members.length, sy / members.length]
    const size = Math.min(30, 15 + Math.sqrt(members.length) * 0.9)
    pen.font = `400 ${size}px ${scene.theme.serif}`
    const half = measure(pen, name) / 2
    if (!taken.place([x - half, y - size * 0.6, x + half, y + size * 0.6])) continue
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.globalAlpha = 0.92
    haloText(pen, scene.theme, name, x, y, scene.theme.ink)
    pen.globalAlpha = 1
  }
}

export interface Community {
  number: number
  /** Labels of its two most telling entities. */
  name: string
  members: readonly number[]
}

let communityKey: Visible | null = null
let communities: readonly Community[] = []

/** Communities of at least eight visible nodes, largest first. */
export function communitiesOf(network: Network, visible: Visible): readonly Community[] {
  if (communityKey === visible) return communities
  const members = new Map<number, number[]>()
  for (const n of network.ranking) {
    if (!visible.nodes[n]) continue
    const number = network.site.nodes.community[n] as number
    const list = members.get(number)
    if (list) list.push(n)
    else members.set(number, [n])
  }
  communityKey = visible
  communities = [...members]
    .filter(([, list]) => list.length >= 8)
    .map(([number, list]) => ({
      number,
      name: list
        .filter((n) => network.site.nodes.category[n] !== DOCUMENT && network.site.nodes.category[n] !== TARGET)
        .slice(0, 2)
        .map((n) => shorten(labelOf(network, n), 24))
        .join(' · '),
      members: list,
    }))
    .sort((a, b) => b.members.length - a.members.length || a.number - b.number)
  return communities
}

function haloText(pen: Pen, theme: CanvasTheme, text: string, x: number, y: number, color: string): void {
  pen.lineJoin = 'round'
  pen.lineWidth = 3.5
  pen.strokeStyle = theme.paper
  pen.strokeText(text, x, y)
  pen.fillStyle = color
  pen.fillText(text, x, y)
}

const widths = new Map<string, number>()

/** When fonts have arrived, what was measured before them holds no more. */
export function forgetWidths(): void {
  widths.clear()
}

function measure(pen: Pen, text: string): number {
  const key = `${pen.font}\n${text}`
  let width = widths.get(key)
  if (width === undefined) {
    width = pen.measureText(text).width
    if (widths.size > 20_000) widths.clear()
    widths.set(key, width)
  }
  return width
}

/** At most so many characters, cut between graphemes of one code point. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = [...text.slice(0, most)].slice(0, -1).join('')
  return `${cut.trimEnd()}…`
}
