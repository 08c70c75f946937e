import { computed, effect } from '@preact/signals'
import Sigma from 'sigma'
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering'
import { CO_OCCURS, categoryOf, DOCUMENT, edgesOf, type Network, otherEnd, TARGET } from '../network.ts'
import { type CameraView, isDocumentEdge, isStatement, onChange, type State, type Visible } from '../state.ts'
import { drawScene, forgetWidths, type Scene } from './draw-scene.ts'
import { type DrawnEdge, DrawnGraph, type DrawnNode } from './drawn-graph.ts'
import { NodeShapeProgram, paper } from './node-shape-program.ts'
import { SHAPE_NUMBER } from './shapes.ts'
import { readTheme, toRgb } from './theme.ts'

/** Edges above which lines are one pixel wide and do not answer to the pointer. */
const MANY_EDGES = 6000
/** Edges that may be held though most are hidden. */
const HELD_HIDDEN = 3000

export interface GraphView {
  /** Moves the camera so that all visible nodes are in view, or only these. */
  fit(nodes?: readonly number[]): void
  zoom(factor: number): void
  center(node: number): void
  scene(): Scene
  kill(): void
}

/**
 * The graph: Sigma draws all nodes and edges, a canvas above it labels, the neighbourhood in focus, and what is under the
 * pointer. Focus fades Sigma's layers and draws on the canvas, so that it costs what is in focus, not what is in the graph.
 *
 * @throws where there is no WebGL.
 */
export function createGraphView(state: State, container: HTMLElement): GraphView {
  const { network } = state
  const { site } = network
  let theme = readTheme()
  paper.rgb = toRgb(theme.paper)
  // Small screens hold smaller marks.
  const sizes = nodeSizes(network, Math.min(1, Math.max(0.6, Math.sqrt(container.clientWidth / 800))))
  const shown = { nodes: new Uint8Array(network.size), edges: new Uint8Array(network.edges) }
  const first = state.visible.peek()
  shown.nodes.set(first.nodes)
  shown.edges.set(first.edges)

  const { x, y, category } = site.nodes
  const nodes = x.map(
    (x, n): DrawnNode => ({
      x,
      y: -(y[n] as number),
      size: sizes[n] as number,
      shape: SHAPE_NUMBER[categoryOf(network, n)],
      color: nodeColor(n),
      hidden: !shown.nodes[n],
    }),
  )
  const edges = site.edges.source.map(
    (_, e): DrawnEdge => ({ size: edgeSize(e), color: edgeColor(e), hidden: !shown.edges[e] }),
  )
  const graph = new DrawnGraph(network, nodes, edges)
  graph.hold(shown.nodes, shown.edges)

  const many = network.edges > MANY_EDGES
  let sigma: Sigma<DrawnNode, DrawnEdge>
  try {
    sigma = new Sigma<DrawnNode, DrawnEdge>(graph.asGraph(), container, {
      nodeProgramClasses: { shape: NodeShapeProgram },
      defaultNodeType: 'shape',
      edgeProgramClasses: { line: many ? EdgeLineProgram : EdgeRectangleProgram },
      defaultEdgeType: 'line',
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: !many,
      enableCameraRotation: false,
      doubleClickTimeout: 0,
      stagePadding: 40,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: false,
      allowInvalidContainer: true,
      defaultDrawNodeHover: () => {},
      zoomDuration: motion(180),
      inertiaDuration: motion(200),
    })
  } catch (error) {
    container.replaceChildren()
    throw error
  }
  // One frame for every view, whatever is shown in it.
  sigma.setCustomBBox({ x: extentOf(nodes.map(({ x }) => x)), y: extentOf(nodes.map(({ y }) => y)) })
  sigma.refresh()
  const layers = sigma.getCanvases()
  const overlay = sigma.createCanvas('overlay', { beforeLayer: 'mouse' })
  for (const canvas of container.querySelectorAll('canvas')) canvas.setAttribute('aria-hidden', 'true')
  const fading = [layers.nodes, layers.edges].filter((layer): layer is HTMLCanvasElement => layer !== undefined)

  let hoveredEdge: number | null = null
  let graphHover = false
  let drawFrame = 0

  function scene(): Scene {
    const [o, px, py] = [
      sigma.graphToViewport({ x: 0, y: 0 }),
      sigma.graphToViewport({ x: 1000, y: 0 }),
      sigma.graphToViewport({ x: 0, y: 1000 }),
    ]
    const { width, height } = sigma.getDimensions()
    return {
      network,
      theme,
      lang: state.lang.peek(),
      width,
      height,
      place: (n) => [o.x + ((x[n] as number) * (px.x - o.x)) / 1000, o.y - ((y[n] as number) * (py.y - o.y)) / 1000],
      radius: (n) => sigma.scaleSize(sizes[n] as number),
      color: nodeColor,
      visible: state.visible.peek(),
      focus: state.focus.peek(),
      path: state.path.peek() === null ? null : state.shownPath.peek(),
      selection: state.selection.peek(),
      hovered: state.hovered.peek(),
      preview: graphHover && state.selection.peek() === null,
      hoveredEdge,
      zoom: sigma.getCamera().ratio,
      byCommunity: state.colorBy.peek() === 'community',
    }
  }

  function draw() {
    drawFrame = 0
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
    for (const layer of fading) layer.style.opacity = faded ? (current.preview ? '0.35' : '0.18') : '1'
    context.clearRect(0, 0, current.width, current.height)
    drawScene(context, current)
  }
  const schedule = () => {
    if (drawFrame === 0) drawFrame = requestAnimationFrame(draw)
  }
  sigma.on('afterRender', draw)
  sigma.on('resize', schedule)
  for (const layer of fading) layer.classList.add('fading')

  sigma.on('enterNode', ({ node }) => {
    graphHover = true
    container.classList.add('pointing')
    state.hovered.value = Number(node)
  })
  sigma.on('leaveNode', () => {
    graphHover = false
    container.classList.remove('pointing')
    state.hovered.value = null
  })
  sigma.on('clickNode', ({ node }) => {
    graphHover = false
    state.pick(Number(node))
  })
  sigma.on('clickStage', () => {
    if (state.selection.peek() !== null) state.select(null)
  })
  sigma.on('enterEdge', ({ edge }) => {
    if (!isStatement(network, Number(edge))) return
    hoveredEdge = Number(edge)
    container.classList.add('pointing')
    schedule()
  })
  sigma.on('leaveEdge', () => {
    hoveredEdge = null
    container.classList.remove('pointing')
    schedule()
  })
  sigma.on('clickEdge', ({ edge }) => {
    const e = Number(edge)
    if (isDocumentEdge(network, e)) return
    state.select({ edge: e })
  })

  // The camera: from the address, and to it once it rests.
  const camera = sigma.getCamera()
  let restTimer = 0
  let written: CameraView | null = null
  camera.on('updated', () => {
    clearTimeout(restTimer)
    restTimer = window.setTimeout(() => {
      const { x, y, ratio } = camera.getState()
      written = { x, y, ratio }
      state.camera.value = written
    }, 350)
  })

  function frameOf(nodes: readonly number[]) {
    let [left, right, top, bottom] = [1 / 0, -1 / 0, 1 / 0, -1 / 0]
    for (const n of nodes) {
      const p = sigma.viewportToFramedGraph(sigma.graphToViewport({ x: x[n] as number, y: -(y[n] as number) }))
      left = Math.min(left, p.x)
      right = Math.max(right, p.x)
      top = Math.min(top, p.y)
      bottom = Math.max(bottom, p.y)
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

  function fitTo(nodes?: readonly number[], animate = true) {
    let list = nodes
    if (!list) {
      const { nodes: visible } = state.visible.peek()
      const tied = [...visible.keys()].filter((n) => visible[n] && (network.degree[n] || network.documentOf[n] !== -1))
      list = tied.length > 1 ? tied : [...visible.keys()].filter((n) => visible[n])
    }
    if (list.length === 0) return
    const to = frameOf(list)
    if (animate && motion(1)) camera.animate(to, { duration: 260 })
    else camera.setState(to)
  }

  const stops = [
    effect(() => {
      const visible = state.visible.value
      applyVisible(visible)
    }),
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
      if (view) camera.setState(view)
      else fitTo(undefined, false)
    }),
  ]

  /** Changes what is hidden, and only that. */
  function applyVisible(visible: Visible) {
    const nodes: string[] = []
    const edges: string[] = []
    for (let n = 0; n < network.size; n++) {
      if (shown.nodes[n] === visible.nodes[n]) continue
      shown.nodes[n] = visible.nodes[n] as number
      nodes.push(String(n))
    }
    for (let e = 0; e < network.edges; e++) {
      if (shown.edges[e] === visible.edges[e]) continue
      shown.edges[e] = visible.edges[e] as number
      edges.push(String(e))
    }
    if (nodes.length + edges.length === 0) return
    for (const n of nodes) graph.getNodeAttributes(n).hidden = !shown.nodes[Number(n)]
    for (const e of edges) graph.getEdgeAttributes(e).hidden = !shown.edges[Number(e)]
    const held =
      nodes.every((n) => graph.holdsNode(Number(n))) &&
      edges.every((e) => graph.holdsEdge(Number(e))) &&
      graph.size <= Math.max(HELD_HIDDEN, 4 * visible.edgeCount)
    if (held) sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true })
    else {
      graph.hold(shown.nodes, shown.edges)
      sigma.refresh({ schedule: true })
    }
  }

  function recolor() {
    theme = readTheme()
    paper.rgb = toRgb(theme.paper)
    for (let n = 0; n < network.size; n++) graph.getNodeAttributes(n).color = nodeColor(n)
    for (let e = 0; e < network.edges; e++) graph.getEdgeAttributes(e).color = edgeColor(e)
    sigma.refresh({ schedule: true })
  }
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', recolor)
  // Labels are drawn in fonts that may still be on their way.
  document.fonts.ready.then(() => {
    forgetWidths()
    schedule()
  })

  function nodeColor(n: number): string {
    if (state.colorBy.peek() === 'community' && category[n] !== DOCUMENT)
      return theme.community[(site.nodes.community[n] as number) % theme.community.length] as string
    return theme.category[categoryOf(network, n)]
  }
  function edgeColor(e: number): string {
    return isStatement(network, e) ? theme.faint : theme.edge
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
      clearTimeout(restTimer)
      cancelAnimationFrame(drawFrame)
      sigma.kill()
    },
  }
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
