import type { AbstractGraph } from 'graphology-types'
import Sigma from 'sigma'
import type { EdgeProgramType, NodeProgramType } from 'sigma/rendering'

/** Sigma without what the columns make needless: layers for picking, and asking the page for its size with each frame. */
class ColumnSigma extends Sigma {
  // Declared only: it is set while Sigma's constructor runs, before fields of this class would be.
  declare measured: boolean | undefined

  override createCanvas(id: string, options?: Parameters<Sigma['createCanvas']>[1]): HTMLCanvasElement {
    const canvas = super.createCanvas(id, options)
    // A third of what setting up costs, for a layer that nothing is ever drawn on.
    if (id === 'hoverNodes') canvas.getContext = (() => NO_CONTEXT) as unknown as typeof canvas.getContext
    return canvas
  }

  override createWebGLContext(id: string, options?: Parameters<Sigma['createWebGLContext']>[1]) {
    return super.createWebGLContext(id, { ...options, picking: false })
  }

  override resize(force?: boolean): this {
    if (this.measured && !force) return this
    this.measured = true
    return super.resize(force)
  }
}

/** What Sigma asks of the context of its layer for nodes that are pointed at; here those are drawn above all layers. */
const NO_CONTEXT = { blendFunc() {}, clear() {}, viewport() {}, getExtension: () => null }

/** Has something in it, as far as Sigma is told, and nothing that Sigma would have to copy. */
const COLUMNS_ONLY = {
  multi: true,
  order: 1,
  size: 0,
  nodes: () => [],
  edges: () => [],
  forEachNode() {},
  forEachEdge() {},
  on() {},
  removeListener() {},
  // By these two, Sigma knows a graph when it sees one.
  addUndirectedEdgeWithKey() {},
  dropNode() {},
} as unknown as AbstractGraph

export interface Pointer {
  /** Where the pointer is, in pixels of the container; null when it left, or while the graph is dragged. */
  move(at: { x: number; y: number; touch: boolean } | null): void
  click(at: { x: number; y: number; touch: boolean }): void
}

export interface RendererOptions {
  nodes: NodeProgramType
  hoveredNodes: NodeProgramType
  /** By type; more of them can be set later. */
  edges: Readonly<Record<string, EdgeProgramType>>
  /** Milliseconds that a step of the wheel and a push take to come to rest. */
  zoomDuration: number
  inertiaDuration: number
  pointer: Pointer
}

/**
 * Sigma's camera, gestures and layers around programs that draw columns.
 *
 * @throws where there is no WebGL.
 */
export function createRenderer(container: HTMLElement, options: RendererOptions): { sigma: Sigma; stop(): void } {
  const sigma = new ColumnSigma(COLUMNS_ONLY, container, {
    // Under the names of Sigma's own, which it would set up beside them.
    nodeProgramClasses: { circle: options.nodes },
    nodeHoverProgramClasses: { circle: options.hoveredNodes },
    edgeProgramClasses: options.edges,
    renderLabels: false,
    enableCameraRotation: false,
    doubleClickTimeout: 0,
    stagePadding: 40,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    allowInvalidContainer: true,
    zoomDuration: options.zoomDuration,
    inertiaDuration: options.inertiaDuration,
  })
  const resized = new ResizeObserver(() => {
    sigma.measured = false
    sigma.scheduleRender()
  })
  resized.observe(container)

  // Sigma's own listeners would read pixels of its picking layers. Those of the camera are not among them.
  const { pointer } = options
  const mouse = sigma.getMouseCaptor()
  mouse.removeAllListeners()
  mouse.on('mousemove', ({ x, y }) => pointer.move(mouse.isMouseDown ? null : { x, y, touch: false }))
  mouse.on('mouseleave', () => pointer.move(null))
  mouse.on('click', ({ x, y }) => pointer.click({ x, y, touch: false }))
  const touch = sigma.getTouchCaptor()
  touch.removeAllListeners()
  touch.on('tap', ({ touches, previousTouches }) => {
    const at = touches[0] ?? previousTouches[0]
    if (at) pointer.click({ x: at.x, y: at.y, touch: true })
  })
  return {
    sigma,
    stop() {
      resized.disconnect()
      sigma.kill()
    },
  }
}
