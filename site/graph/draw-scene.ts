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
  /** Where a point of the graph is. */
  locate(x: number, y: number): [x: number, y: number]
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
/** More cells than a column has. */
const ROW = 10_007

/** Boxes that are taken; a new one is placed only where it touches none. */
class Occupancy {
  readonly #cells = new Map<number, Box[]>()
  isFree(box: Box): boolean {
    const [left, top, right, bottom] = box
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++)
        for (const other of this.#cells.get(x * ROW + y) ?? [])
          if (left < other[2] && right > other[0] && top < other[3] && bottom > other[1]) return false
    return true
  }
  /** Takes the ground of a box if it is free. */
  place(box: Box): boolean {
    if (!this.isFree(box)) return false
    this.take(box)
    return true
  }
  take(box: Box): void {
    const [left, top, right, bottom] = box
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) {
        const list = this.#cells.get(x * ROW + y)
        if (list) list.push(box)
        else this.#cells.set(x * ROW + y, [box])
      }
  }
}

/** Nodes that labels keep clear of, at most: in a crowd there is no clear ground. */
const KEPT_CLEAR = 700
/** Nodes, articles aside, that are named before all others. */
const FOREMOST = 6

/**
 * What is written on the canvas: where a text stands beside what it names. Placing texts costs more than all the rest, so
 * that they keep their places while the camera moves.
 */
export interface PlacedText {
  text: string
  font: string
  color: string
  align: 'left' | 'center'
  /** Beside a node, on an edge, or at a point of the graph. */
  at: { node: number } | { edge: number; bend: number } | { x: number; y: number }
  dx: number
  dy: number
}

/** Draws what is lit up and writes texts: those given, else as many as find room. */
export function drawScene(pen: Pen, scene: Scene, placed?: readonly PlacedText[]): readonly PlacedText[] {
  const { subgraph, named } = litUp(scene)
  if (subgraph) drawSubgraph(pen, scene, subgraph)
  if (named !== null) drawNode(pen, scene, named, true)
  if (scene.hoveredEdge !== null) drawHoveredEdge(pen, scene, scene.hoveredEdge)
  const texts = placed ?? placeTexts(scene)
  writeTexts(pen, scene, texts)
  return texts
}

interface Subgraph {
  nodes: readonly number[]
  edges: readonly number[]
  /** A path, which stands out from a neighbourhood. */
  emphatic: boolean
}

/** The one thing that is to be looked at, and the node that is named beside it. */
function litUp(scene: Scene): { subgraph: Subgraph | null; named: number | null } {
  const { path, focus, hovered, visible } = scene
  const named = hovered !== null && visible.nodes[hovered] ? hovered : null
  if (path) return { subgraph: { ...path, emphatic: true }, named }
  if (focus) return { subgraph: { ...focus, emphatic: false }, named }
  if (scene.preview && hovered !== null)
    return { subgraph: { ...neighbourhood(scene, hovered), emphatic: false }, named: null }
  return { subgraph: null, named }
}

function placeTexts(scene: Scene): readonly PlacedText[] {
  const texts: PlacedText[] = []
  const taken = new Occupancy()
  const { subgraph, named } = litUp(scene)
  const { network, visible, hoveredEdge } = scene
  const label = (n: number, always: boolean, full = false) => {
    const text = placeLabel(scene, n, taken, always, full)
    if (text) texts.push(text)
    return text !== null
  }
  const edgeName = (e: number, bend: number) => {
    const text = placeEdgeName(scene, e, bend, taken)
    if (text) texts.push(text)
  }
  if (named !== null) label(named, true, true)
  if (hoveredEdge !== null && visible.edges[hoveredEdge]) {
    for (const n of endsOf(network, hoveredEdge)) label(n, true)
    edgeName(hoveredEdge, 0)
  }
  if (subgraph) {
    const { nodes, edges, emphatic } = subgraph
    const statements = edges.filter((e) => isStatement(network, e))
    takeNodes(scene, nodes, taken)
    const [main, ...rest] = nodes
    if (main !== undefined && main !== named) label(main, true)
    const certain = emphatic || (scene.selection !== null && 'edge' in scene.selection)
    if (certain) for (const n of rest) label(n, true)
    if (statements.length <= 60) {
      const bends = bendsOf(network, statements)
      for (const [i, e] of statements.entries()) edgeName(e, bends[i] as number)
    }
    if (certain) return texts
    rest.sort((a, b) => (network.importance[b] as number) - (network.importance[a] as number))
    for (const n of rest.slice(0, 400)) if (n !== named) label(n, false)
    return texts
  }
  placeCommunities(scene, taken, texts)
  // The very first are named even where that covers lesser nodes.
  const isEntity = (n: number) => network.site.nodes.category[n] !== DOCUMENT
  const foremost = [...visible.ranked.subarray(0, 4 * FOREMOST)].filter(isEntity).slice(0, FOREMOST)
  takeNodes(scene, foremost, taken)
  const written = new Set(foremost.filter((n) => n !== named && label(n, false)))
  if (visible.nodeCount <= KEPT_CLEAR) takeNodes(scene, visible.ranked, taken)
  // The most telling first, as many as find room; also a little out of view, for when the graph is moved.
  const { width, height } = scene
  const [marginX, marginY] = [width / 4, height / 4]
  let room = Math.round((width * height) / 4500)
  let looked = 0
  for (const n of visible.ranked) {
    if (room === 0 || looked === 1500) break
    const [x, y] = scene.place(n)
    if (x < -marginX || y < -marginY || x > width + marginX || y > height + marginY) continue
    looked++
    if (n !== named && !written.has(n) && label(n, false)) room--
  }
  return texts
}

function writeTexts(pen: Pen, scene: Scene, texts: readonly PlacedText[]): void {
  pen.lineJoin = 'round'
  pen.lineWidth = 3.5
  pen.strokeStyle = scene.theme.paper
  pen.textBaseline = 'middle'
  let font = ''
  for (let i = texts.length - 1; i >= 0; i--) {
    const { text, at, dx, dy, color, align, ...style } = texts[i] as PlacedText
    const [x, y] =
      'node' in at ? scene.place(at.node) : 'edge' in at ? middleOf(scene, at.edge, at.bend) : scene.locate(at.x, at.y)
    if (x < -600 || y < -100 || x > scene.width + 600 || y > scene.height + 100) continue
    if (style.font !== font) pen.font = font = style.font
    pen.textAlign = align
    pen.strokeText(text, x + dx, y + dy)
    pen.fillStyle = color
    pen.fillText(text, x + dx, y + dy)
  }
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

/** Edges with arrows, then nodes. */
function drawSubgraph(pen: Pen, scene: Scene, { nodes, edges, emphatic }: Subgraph): void {
  const { network } = scene
  const statements = edges.filter((e) => isStatement(network, e))
  const others = edges.filter((e) => !isStatement(network, e))
  const straight = others.map(() => 0)
  drawEdges(pen, scene, others, straight, { width: 1.2, color: scene.theme.edge, arrow: false })
  drawEdges(pen, scene, statements, bendsOf(network, statements), {
    width: emphatic ? 2.4 : 1.6,
    color: emphatic ? scene.theme.accent : scene.theme.ink,
    arrow: true,
  })
  for (let i = nodes.length - 1; i >= 0; i--)
    drawNode(pen, scene, nodes[i] as number, isMain(scene, nodes[i] as number))
}

function isMain({ selection, preview, hovered }: Scene, n: number): boolean {
  if (preview) return n === hovered
  return selection !== null && 'node' in selection && selection.node === n
}

function drawHoveredEdge(pen: Pen, scene: Scene, e: number): void {
  if (!scene.visible.edges[e]) return
  drawEdges(pen, scene, [e], [0], { width: 2, color: scene.theme.ink, arrow: true })
  for (const n of endsOf(scene.network, e)) drawNode(pen, scene, n, false)
}

const endsOf = ({ site }: Network, e: number): [number, number] => [
  site.edges.source[e] as number,
  site.edges.target[e] as number,
]

/** How far each edge bends: a little, more for each further edge between the same two nodes. */
function bendsOf({ site, size }: Network, edges: readonly number[]): number[] {
  const seen = new Map<number, number>()
  return edges.map((e) => {
    const [a, b] = [site.edges.source[e] as number, site.edges.target[e] as number]
    const key = a < b ? a * size + b : b * size + a
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

interface EdgeStyle {
  width: number
  color: string
  arrow: boolean
}

/** Dashes by stance: what is denied, planned or reported is not stated as a fact. */
const DASHES = { stated: [], denied: [2, 4], unsettled: [7, 4] } as const

function dashOf({ site }: Network, e: number): keyof typeof DASHES {
  const stance = site.edges.stance[e] as number
  return stance % 2 === 1 ? 'denied' : stance >= 2 ? 'unsettled' : 'stated'
}

/** Edges of one style, each with its bend: one stroke for all that are dashed alike, and one filling for their arrows. */
function drawEdges(
  pen: Pen,
  scene: Scene,
  edges: readonly number[],
  bends: readonly number[],
  { width, color, arrow }: EdgeStyle,
): void {
  const { network } = scene
  const curves = edges.map((e, i) => {
    const { x1, y1, x2, y2, cx, cy } = curveOf(scene, e, bends[i] as number)
    const length = Math.hypot(x2 - cx, y2 - cy) || 1
    const [ux, uy] = [(x2 - cx) / length, (y2 - cy) / length]
    const gap = scene.radius(network.site.edges.target[e] as number) * 1.15 + 2
    return { dash: dashOf(network, e), x1, y1, cx, cy, ux, uy, tx: x2 - ux * gap, ty: y2 - uy * gap }
  })
  const head = arrow ? 5 + width * 1.6 : 0
  pen.save()
  pen.strokeStyle = color
  pen.fillStyle = color
  pen.lineWidth = width
  for (const dash of ['stated', 'denied', 'unsettled'] as const) {
    const alike = curves.filter((curve) => curve.dash === dash)
    if (alike.length === 0) continue
    pen.setLineDash([...DASHES[dash]])
    pen.beginPath()
    for (const { x1, y1, cx, cy, ux, uy, tx, ty } of alike) {
      pen.moveTo(x1, y1)
      pen.quadraticCurveTo(cx, cy, tx - ux * head * 0.7, ty - uy * head * 0.7)
    }
    pen.stroke()
  }
  if (arrow && curves.length > 0) {
    pen.beginPath()
    for (const { ux, uy, tx, ty } of curves) {
      pen.moveTo(tx, ty)
      pen.lineTo(tx - ux * head - uy * head * 0.42, ty - uy * head + ux * head * 0.42)
      pen.lineTo(tx - ux * head + uy * head * 0.42, ty - uy * head - ux * head * 0.42)
      pen.closePath()
    }
    pen.fill()
  }
  pen.restore()
}

function middleOf(scene: Scene, e: number, bend: number): [number, number] {
  const { x1, y1, x2, y2, cx, cy } = curveOf(scene, e, bend)
  return [0.25 * x1 + 0.5 * cx + 0.25 * x2, 0.25 * y1 + 0.5 * cy + 0.25 * y2]
}

function placeEdgeName(scene: Scene, e: number, bend: number, taken: Occupancy): PlacedText | null {
  const { site } = scene.network
  if (site.edges.relation[e] === HAS_TARGET && scene.selection && 'node' in scene.selection) return null
  const { x1, y1, x2, y2 } = curveOf(scene, e, bend)
  if (Math.hypot(x2 - x1, y2 - y1) < 60) return null
  const text = LABELS[scene.lang].relation[EDGE_RELATIONS[site.edges.relation[e] as number] as 'worksFor'].forward
  const [x, y] = middleOf(scene, e, bend)
  const font = `italic 400 13px ${scene.theme.serif}`
  const half = measure(font, text) / 2
  if (!taken.place([x - half - 3, y - 8, x + half + 3, y + 8])) return null
  return { text, font, color: scene.theme.ink, align: 'center', at: { edge: e, bend }, dx: 0, dy: 0 }
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
  // No edge shows through a hole.
  pen.fillStyle = scene.theme.paper
  pen.fill(path)
  pen.fillStyle = scene.color(n)
  pen.fill(path, 'evenodd')
  pen.restore()
}

/** Of a character, in parts of the font's size: no text of a few letters is narrower. */
const NARROWEST = 0.3

function placeLabel(scene: Scene, n: number, taken: Occupancy, always: boolean, full: boolean): PlacedText | null {
  const { network, theme } = scene
  const r = scene.radius(n)
  if (!always && r < 2) return null
  const [x, y] = scene.place(n)
  const category = network.site.nodes.category[n] as number
  const size = category === DOCUMENT ? 14 : category === TARGET ? 11.5 : Math.round(Math.min(16, 11.5 + r * 0.22))
  const font =
    category === DOCUMENT
      ? `400 ${size}px ${theme.serif}`
      : `${category === TARGET ? 400 : r > 9 ? 600 : 500} ${size}px ${theme.sans}`
  const text = shorten(labelOf(network, n), full ? 90 : category === DOCUMENT ? 38 : 30)
  const half = size * 0.62
  // What is chosen has a ring around it.
  const gap = r * 1.1 + (isMain(scene, n) ? 10 : 5)
  const placesOf = (wide: number): [left: number, middle: number][] => [
    [x + gap, y],
    [x - gap - wide, y],
    [x - wide / 2, y + gap + half - 2],
    [x - wide / 2, y - gap - half + 2],
  ]
  const boxOf = ([left, middle]: [number, number], wide: number): Box => [
    left - 1,
    middle - half,
    left + wide + 1,
    middle + half,
  ]
  const least = text.length * size * NARROWEST
  // In a crowd, most texts find no room however narrow they are.
  if (!always && !placesOf(least).some((place) => taken.isFree(boxOf(place, least)))) return null
  const wide = measure(font, text)
  const places = placesOf(wide)
  const inside = places.filter(([left]) => left > 2 && left + wide < scene.width - 2)
  const free = (inside.length > 0 ? inside : places).find((place) => taken.place(boxOf(place, wide)))
  const at = free ?? (always ? (inside[0] ?? places[0]) : undefined)
  if (!at) return null
  return {
    text,
    font,
    color: category === DOCUMENT ? theme.faint : theme.ink,
    align: 'left',
    at: { node: n },
    dx: at[0] - x,
    dy: at[1] - y,
  }
}

/** Marks the ground that nodes cover. */
function takeNodes(scene: Scene, nodes: ArrayLike<number>, taken: Occupancy): void {
  for (let i = 0; i < nodes.length; i++) {
    const n = nodes[i] as number
    const [x, y] = scene.place(n)
    const r = scene.radius(n) + 1
    if (x > -r && y > -r && x < scene.width + r && y < scene.height + r) taken.take([x - r, y - r, x + r, y + r])
  }
}

/** Names of the larger communities, while the whole is in view. */
function placeCommunities(scene: Scene, taken: Occupancy, texts: PlacedText[]): void {
  const { network, visible } = scene
  if (visible.nodeCount < 150 || scene.zoom < 0.45) return
  for (const { name, size: members, x, y } of communitiesOf(network, visible)) {
    const [px, py] = scene.locate(x, y)
    const size = Math.round(Math.min(30, 15 + Math.sqrt(members) * 0.9))
    const font = `400 ${size}px ${scene.theme.serif}`
    const half = measure(font, name) / 2
    if (!taken.place([px - half, py - size * 0.6, px + half, py + size * 0.6])) continue
    texts.push({ text: name, font, color: scene.theme.ink, align: 'center', at: { x, y }, dx: 0, dy: 0 })
  }
}

export interface Community {
  number: number
  /** Labels of its two most telling entities. */
  name: string
  /** Visible nodes, and their middle in the graph. */
  size: number
  x: number
  y: number
}

const communities = new WeakMap<Visible, readonly Community[]>()

/** Communities of at least eight visible nodes, largest first. */
export function communitiesOf({ site }: Network, visible: Visible): readonly Community[] {
  const known = communities.get(visible)
  if (known) return known
  const { category, community, x, y, label } = site.nodes
  const found = new Map<number, { size: number; x: number; y: number; names: string[] }>()
  for (const n of visible.ranked) {
    const number = community[n] as number
    let group = found.get(number)
    if (!group) {
      group = { size: 0, x: 0, y: 0, names: [] }
      found.set(number, group)
    }
    group.size++
    group.x += x[n] as number
    group.y += y[n] as number
    if (group.names.length < 2 && category[n] !== DOCUMENT && category[n] !== TARGET)
      group.names.push(shorten(label[n] as string, 24))
  }
  const list = [...found]
    .filter(([, { size }]) => size >= 8)
    .map(([number, { size, x, y, names }]) => ({ number, name: names.join(' · '), size, x: x / size, y: y / size }))
    .sort((a, b) => b.size - a.size || a.number - b.number)
  communities.set(visible, list)
  return list
}

/** Widths of characters in parts of the font's size, by font without its size. */
const widths = new Map<string, Map<string, number>>()

/** When fonts have arrived, what was measured before them holds no more. */
export function forgetWidths(): void {
  widths.clear()
}

/**
 * Measures on a canvas that is not on the page: to set the font of one that is, the browser first brings the whole page's
 * styles up to date, in the middle of a frame whose record has just been made anew.
 */
const ruler = document.createElement('canvas').getContext('2d')

/** Pixels that a character is measured at. */
const MEASURED = 100

/**
 * Width of a text in a font like `italic 400 13px Sans`, in pixels, from the widths of its characters: for where a text
 * finds room, what pairs of letters save does not matter, and a name never met costs no call of the browser.
 */
function measure(font: string, text: string): number {
  const px = font.indexOf('px')
  const digits = font.lastIndexOf(' ', px) + 1
  const before = font.slice(0, digits)
  const size = Number(font.slice(digits, px))
  const after = font.slice(px + 2)
  const unsized = before + after
  let known = widths.get(unsized)
  if (!known) {
    known = new Map()
    widths.set(unsized, known)
  }
  let sum = 0
  for (const character of text) {
    let width = known.get(character)
    if (width === undefined) {
      if (!ruler) return text.length * size * 0.6
      ruler.font = `${before}${MEASURED}px${after}`
      width = ruler.measureText(character).width / MEASURED
      known.set(character, width)
    }
    sum += width
  }
  return sum * size
}

/** At most so many characters, cut between graphemes of one code point. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = [...text.slice(0, most)].slice(0, -1).join('')
  return `${cut.trimEnd()}…`
}
