import { computed, effect } from '@preact/signals'
import { floatColor } from 'sigma/utils'
import { CO_OCCURS, categoryOf, DOCUMENT, edgesOf, type Network, otherEnd, TARGET } from '../network.ts'
import { type CameraView, isStatement, onChange, type State } from '../state.ts'
import { emptyColumns } from './column-program.ts'
import { drawScene, forgetWidths, type PlacedText, type Scene } from './draw-scene.ts'
import { createEdgeProgram, EDGE_ITEM } from './edge-program.ts'
import { createNodeProgram, NODE_ITEM, type NodeColumns, NoNodeProgram } from './node-program.ts'
import { createRenderer } from './renderer.ts'
import { SHAPE_NUMBER } from './shapes.ts'
import { readTheme, toRgb } from './theme.ts'

/** Edges above which lines are thin. */
const MANY_EDGES = 6000
/** Edges that are drawn while the graph moves where drawing all takes long, the best known first. */
const EDGES_ON_THE_MOVE = 3000
/** Milliseconds between two frames from which on drawing takes long. */
const SLOW_FRAME = 50
/** Milliseconds after which a camera that did not move is at rest. */
const REST = 120

export interface GraphView {
  /** Moves the camera so that all visible nodes are in view, or only these. */
  fit(nodes?: readonly number[]): void
  zoom(factor: number): void
  center(node: number): void
  scene(): Scene
  kill(): void
}

/**
 * The graph: Sigma's layers hold all nodes and edges, a canvas above them labels, the neighbourhood in focus, and what is
 * under the pointer. Focus fades Sigma's layers and draws on the canvas, so that it costs what is in focus, not what is in
 * the graph.
 *
 * @throws where there is no WebGL.
 */
export function createGraphView(state: State, container: HTMLElement): GraphView {
  const { network } = state
  const { site } = network
  const { x, y, category } = site.nodes
  let theme = readTheme()
  // Small screens hold smaller marks.
  const sizes = nodeSizes(network, Math.min(1, Math.max(0.6, Math.sqrt(container.clientWidth / 800))))
  // One frame for every view, whatever is shown in it; what Sigma makes of a box, it makes of positions here.
  const box = {
    x: extentOf(x),
    y: extentOf(y)
      .map((value) => -value)
      .reverse() as [number, number],
  }
  const span = Math.max(box.x[1] - box.x[0], box.y[1] - box.y[0]) || 1
  const frameX = (n: number) => 0.5 + ((x[n] as number) - (box.x[0] + box.x[1]) / 2) / span
  const frameY = (n: number) => 0.5 + (-(y[n] as number) - (box.y[0] + box.y[1]) / 2) / span

  const nodes: NodeColumns = { ...emptyColumns(), paper: toRgb(theme.paper) }
  const edges = emptyColumns()
  const thinEdges = emptyColumns()
  const edgePrograms = { line: createEdgeProgram(edges, false) }
  let thinCount = 0
  const { sigma, stop } = createRenderer(container, {
    nodes: createNodeProgram(nodes),
    hoveredNodes: NoNodeProgram,
    edges: edgePrograms,
    zoomDuration: motion(180),
    inertiaDuration: motion(200),
    pointer: { move: onMove, click: onClick },
  })
  sigma.setCustomBBox(box)
  fillColumns()
  sigma.refresh()
  const layers = sigma.getCanvases()
  const overlay = sigma.createCanvas('overlay', { beforeLayer: 'mouse' })
  for (const canvas of container.querySelectorAll('canvas')) canvas.setAttribute('aria-hidden', 'true')
  const fading = [layers.nodes, layers.edges].filter((layer): layer is HTMLCanvasElement => layer !== undefined)
  for (const layer of fading) layer.classList.add('fading')

  let hoveredEdge: number | null = null
  let graphHover = false

  /** Everything visible, anew: a few milliseconds for tens of thousands. */
  function fillColumns() {
    const { edges: shown, ranked, edgeCount: count } = state.visible.peek()
    const colors = new Map<string, number>()
    const toNumber = (color: string) => {
      let number = colors.get(color)
      if (number === undefined) {
        number = floatColor(color)
        colors.set(color, number)
      }
      return number
    }
    const items = new Float32Array(ranked.length * NODE_ITEM)
    let at = 0
    // The most telling on top.
    for (let i = ranked.length - 1; i >= 0; i--) {
      const n = ranked[i] as number
      items[at++] = frameX(n)
      items[at++] = frameY(n)
      items[at++] = sizes[n] as number
      items[at++] = SHAPE_NUMBER[categoryOf(network, n)]
      items[at++] = toNumber(nodeColor(n))
    }
    replaceColumns(nodes, items, ranked.length)
    const many = count > MANY_EDGES
    const lines = new Float32Array(count * EDGE_ITEM)
    at = 0
    const { source, target } = site.edges
    const add = (e: number) => {
      const [a, b] = [source[e] as number, target[e] as number]
      lines[at++] = frameX(a)
      lines[at++] = frameY(a)
      lines[at++] = frameX(b)
      lines[at++] = frameY(b)
      lines[at++] = many ? 0 : edgeSize(e)
      lines[at++] = toNumber(isStatement(network, e) ? theme.faint : theme.edge)
    }
    // Statements on top; where not all are drawn while the graph moves, they are what is.
    if (many) for (let e = 0; e < network.edges; e++) shown[e] && add(e)
    else for (let e = network.edges - 1; e >= 0; e--) shown[e] && add(e)
    replaceColumns(edges, lines, many ? 0 : count)
    replaceColumns(thinEdges, lines, many ? count : 0)
    thinCount = thinEdges.count
    if (many && !('thin' in sigma.getSetting('edgeProgramClasses')))
      sigma.setSetting('edgeProgramClasses', { ...edgePrograms, thin: createEdgeProgram(thinEdges, true) })
  }

  /** Where the graph's origin is on the canvas, and pixels for one of its units. */
  function placement() {
    const origin = sigma.graphToViewport({ x: 0, y: 0 })
    const unit = sigma.graphToViewport({ x: 1000, y: -1000 })
    return { left: origin.x, top: origin.y, kx: (unit.x - origin.x) / 1000, ky: (unit.y - origin.y) / 1000 }
  }

  function scene(): Scene {
    const { left, top, kx, ky } = placement()
    const { width, height } = sigma.getDimensions()
    const scale = sigma.scaleSize(1)
    return {
      network,
      theme,
      lang: state.lang.peek(),
      width,
      height,
      place: (n) => [left + (x[n] as number) * kx, top + (y[n] as number) * ky],
      locate: (x, y) => [left + x * kx, top + y * ky],
      radius: (n) => (sizes[n] as number) * scale,
      color: nodeColor,
      visible: state.visible.peek(),
      focus: state.focus.peek(),
      path: state.path.peek() === null ? null : state.shownPath.peek(),
      selection: state.selection.peek(),
      hovered: state.hovered.peek(),
      preview: graphHover && state.selection.peek() === null,
      hoveredEdge,
      zoom: sigma.getCamera().ratio,
    }
  }

  // Frames. Texts are placed when something changed or the camera came to rest, and only moved while it moves.
  let frame = 0
  let texts: readonly PlacedText[] | null = null
  let lettered = false
  let lastFrame = 0
  let slow = false
  let moving = false
  let restTimer = 0

  function draw() {
    cancelAnimationFrame(frame)
    frame = 0
    const context = overlay.getContext('2d')
    if (!context) return
    const current = scene()
    const ratio = window.devicePixelRatio || 1
    const [wide, high] = [Math.round(current.width * ratio), Math.round(current.height * ratio)]
    if (overlay.width !== wide || overlay.height !== high) {
      overlay.width = wide
      overlay.height = high
      overlay.style.width = `${current.width}px`
      overlay.style.height = `${current.height}px`
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    const faded = current.focus !== null || current.path !== null || (current.preview && current.hovered !== null)
    const opacity = faded ? (current.preview ? '0.35' : '0.18') : '1'
    for (const layer of fading) if (layer.style.opacity !== opacity) layer.style.opacity = opacity
    context.clearRect(0, 0, current.width, current.height)
    texts = drawScene(context, current, lettered ? (texts ?? undefined) : [])
    if (!lettered) texts = null
  }
  /** What is drawn on the canvas changed. */
  const schedule = () => {
    texts = null
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  /** So did what Sigma draws. */
  const refill = () => {
    fillColumns()
    texts = null
    sigma.scheduleRender()
  }
  sigma.on('beforeRender', () => {
    const now = performance.now()
    if (moving && now - lastFrame > SLOW_FRAME) slow = true
    lastFrame = now
    thinEdges.count = moving && slow ? Math.min(thinCount, EDGES_ON_THE_MOVE) : thinCount
  })
  sigma.on('afterRender', draw)
  sigma.on('resize', () => {
    texts = null
  })
  // Labels wait for their fonts, which are on their way by now; what a canvas alone uses arrives later.
  const onFonts = () => {
    forgetWidths()
    lettered = true
    schedule()
  }
  document.fonts.ready.then(onFonts)
  document.fonts.addEventListener('loadingdone', onFonts)

  // The pointer.
  function onMove(at: { x: number; y: number; touch: boolean } | null) {
    const node = at && nodeAt(at)
    const edge = at && node === null ? edgeAt(at) : null
    if (edge !== hoveredEdge) {
      hoveredEdge = edge
      schedule()
    }
    if (node !== null || graphHover) {
      graphHover = node !== null
      if (state.hovered.peek() !== node) state.hovered.value = node
    }
    container.classList.toggle('pointing', node !== null || edge !== null)
  }
  function onClick(at: { x: number; y: number; touch: boolean }) {
    const node = nodeAt(at)
    graphHover = false
    if (node !== null) {
      state.pick(node)
      return
    }
    const edge = edgeAt(at)
    if (edge !== null) state.select({ edge })
    else if (state.selection.peek() !== null) state.select(null)
  }

  /** The topmost visible node whose mark, or the ground around it that a finger covers, holds a point. */
  function nodeAt(at: { x: number; y: number; touch: boolean }): number | null {
    const { left, top, kx, ky } = placement()
    const scale = sigma.scaleSize(1)
    const slack = at.touch ? 12 : 2
    let best: number | null = null
    let least = Number.POSITIVE_INFINITY
    for (const n of state.visible.peek().ranked) {
      const far = Math.hypot(left + (x[n] as number) * kx - at.x, top + (y[n] as number) * ky - at.y)
      const r = (sizes[n] as number) * scale * 1.15
      if (far > r + slack || far - r >= least) continue
      // The first whose mark itself holds it is on top of all others.
      if (far <= r) return n
      least = far - r
      best = n
    }
    return best
  }

  /** The visible statement nearest to a point, within a few pixels. */
  function edgeAt(at: { x: number; y: number; touch: boolean }): number | null {
    const { left, top, kx, ky } = placement()
    const { edges: shown } = state.visible.peek()
    const { source, target } = site.edges
    let best: number | null = null
    let least = at.touch ? 12 : 4
    for (let e = 0; e < network.edges; e++) {
      if (!shown[e] || !isStatement(network, e)) continue
      const [a, b] = [source[e] as number, target[e] as number]
      const [x1, y1] = [left + (x[a] as number) * kx - at.x, top + (y[a] as number) * ky - at.y]
      const [dx, dy] = [((x[b] as number) - (x[a] as number)) * kx, ((y[b] as number) - (y[a] as number)) * ky]
      const along = Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / (dx * dx + dy * dy || 1)))
      const far = Math.hypot(x1 + along * dx, y1 + along * dy)
      if (far >= least) continue
      least = far
      best = e
    }
    return best
  }

  // The camera: from the address, and to it once it rests.
  const camera = sigma.getCamera()
  let written: CameraView | null = null
  camera.on('updated', () => {
    if (!moving) {
      moving = true
      lastFrame = performance.now()
    }
    clearTimeout(restTimer)
    awaitRest()
  })
  function awaitRest() {
    const due = performance.now() + REST
    restTimer = window.setTimeout(() => {
      // Where a frame takes long, what moves the camera waits behind it.
      if (performance.now() - due > REST) awaitRest()
      else rest()
    }, REST)
  }
  function rest() {
    moving = false
    texts = null
    if (thinEdges.count < thinCount) sigma.scheduleRender()
    else schedule()
    const { x, y, ratio } = camera.getState()
    written = { x, y, ratio }
    state.camera.value = written
  }

  function frameOf(list: readonly number[]) {
    let [left, right, top, bottom] = [1 / 0, -1 / 0, 1 / 0, -1 / 0]
    for (const n of list) {
      left = Math.min(left, frameX(n))
      right = Math.max(right, frameX(n))
      top = Math.min(top, frameY(n))
      bottom = Math.max(bottom, frameY(n))
    }
    const { width, height } = sigma.getDimensions()
    const [a, b] = [sigma.viewportToFramedGraph({ x: 0, y: 0 }), sigma.viewportToFramedGraph({ x: width, y: height })]
    const now = camera.getState().ratio
    const [wide, high] = [Math.abs(b.x - a.x) / now, Math.abs(b.y - a.y) / now]
    const margin = 1.14
    return {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      ratio: Math.min(2, Math.max(0.06, ((right - left) * margin) / wide, ((bottom - top) * margin) / high)),
    }
  }

  /** There at once; a camera that is on its way elsewhere would go on. */
  function jump(to: CameraView) {
    if (camera.isAnimated()) camera.animate(to, { duration: 1 })
    else camera.setState(to)
  }

  function fitTo(list?: readonly number[], animate = true) {
    let fitted = list
    if (!fitted) {
      const { ranked } = state.visible.peek()
      const tied = ranked.filter((n) => network.degree[n] || network.documentOf[n] !== -1)
      fitted = [...(tied.length > 1 ? tied : ranked)]
    }
    if (fitted.length === 0) return
    const to = frameOf(fitted)
    if (animate && motion(1)) camera.animate(to, { duration: 260 })
    else jump(to)
  }

  const recolor = () => {
    theme = readTheme()
    nodes.paper = toRgb(theme.paper)
    refill()
  }
  const stops = [
    onChange(state.visible, refill),
    effect(() => {
      state.focus.value
      state.hovered.value
      state.shownPath.value
      state.path.value
      state.lang.value
      schedule()
    }),
    onChange(
      computed(() => `${state.colorBy.value} ${state.theme.value}`),
      recolor,
    ),
    effect(() => {
      const view = state.camera.value
      if (view === written) return
      written = view
      if (view) jump(view)
      else fitTo(undefined, false)
    }),
  ]
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', recolor)

  function nodeColor(n: number): string {
    if (state.colorBy.peek() === 'community' && category[n] !== DOCUMENT)
      return theme.community[(site.nodes.community[n] as number) % theme.community.length] as string
    return theme.category[categoryOf(network, n)]
  }
  function edgeSize(e: number): number {
    const weight = site.edges.weight[e] as number
    if (isStatement(network, e)) return Math.min(3, 1.1 + 0.4 * Math.log2(1 + weight))
    return site.edges.relation[e] === CO_OCCURS ? 0.8 : 0.6
  }

  if (state.camera.peek() === null) fitTo(undefined, false)
  else camera.setState(state.camera.peek() as CameraView)

  return {
    fit: (nodes) => fitTo(nodes),
    zoom: (factor) => {
      if (motion(1)) camera.animatedZoom({ factor, duration: 160 })
      else camera.setState({ ratio: camera.getBoundedRatio(camera.ratio / factor) })
    },
    center: (node) => {
      const near = [node, ...[...edgesOf(network, node)].map((e) => otherEnd(network, e, node))]
      fitTo(near.filter((n) => state.visible.peek().nodes[n]))
    },
    scene,
    kill: () => {
      for (const stop of stops) stop()
      dark.removeEventListener('change', recolor)
      document.fonts.removeEventListener('loadingdone', onFonts)
      clearTimeout(restTimer)
      cancelAnimationFrame(frame)
      stop()
    },
  }
}

function replaceColumns(
  columns: { array: Float32Array; count: number; version: number },
  array: Float32Array,
  count: number,
) {
  columns.array = array
  columns.count = count
  columns.version++
}

/** A duration, or none where the reader asked for less motion. */
export function motion(milliseconds: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds
}

function extentOf(values: readonly number[]): [number, number] {
  let [least, most] = [0, 1]
  for (const [i, value] of values.entries()) {
    least = i === 0 ? value : Math.min(least, value)
    most = i === 0 ? value : Math.max(most, value)
  }
  return [least, most]
}

function nodeSizes({ site, size }: Network, scale: number): Float64Array {
  const { mentions, category } = site.nodes
  let most = 1
  for (let n = 0; n < size; n++)
    if (category[n] !== DOCUMENT && category[n] !== TARGET) most = Math.max(most, mentions[n] as number)
  return Float64Array.from({ length: size }, (_, n) => {
    if (category[n] === DOCUMENT) return 8 * scale
    if (category[n] === TARGET) return 5.5 * scale
    return scale * (3.6 + 11 * Math.sqrt((mentions[n] as number) / most))
  })
}
