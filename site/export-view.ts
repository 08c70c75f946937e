import { EDGE_RELATIONS, MODALITIES } from './data.ts'
import { drawScene, type Pen, type Scene } from './graph/draw-scene.ts'
import { shapeData, shapePath } from './graph/shapes.ts'
import { categoryOf, confidenceOf, keyOf, labelOf, type Network } from './network.ts'
import { register } from './register.ts'
import { isStatement, type State } from './state.ts'

/** Pixels of a picture for one of the page. */
const SCALE = 2

/** What the page takes away, as files. */
export interface ExportView {
  download(name: string, content: Blob): void
  viewAsJson(state: State): unknown
  viewAsPng(scene: Scene): Promise<Blob>
  viewAsSvg(scene: Scene): string
}

/** Offers a file to keep. */
function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** What is visible, or what is in focus, as graphology JSON. */
function viewAsJson(state: State): unknown {
  const { network } = state
  const { site } = network
  const visible = state.visible.peek()
  const focus = state.shownPath.peek() ?? state.focus.peek()
  const nodes = focus ? [...focus.nodes] : [...visible.nodes.keys()].filter((n) => visible.nodes[n])
  const kept = new Set(nodes)
  const edges = focus ? [...focus.edges] : [...visible.edges.keys()].filter((e) => visible.edges[e])
  return {
    attributes: { name: site.title },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: nodes.map((n) => ({
      key: keyOf(network, n),
      attributes: {
        label: labelOf(network, n),
        category: categoryOf(network, n),
        x: site.nodes.x[n],
        y: site.nodes.y[n],
        mentions: site.nodes.mentions[n],
        community: site.nodes.community[n],
      },
    })),
    edges: edges
      .filter((e) => kept.has(site.edges.source[e] as number) && kept.has(site.edges.target[e] as number))
      .map((e) => edgeAsJson(network, e)),
  }
}

function edgeAsJson(network: Network, e: number) {
  const { edges } = network.site
  const [source, target] = [keyOf(network, edges.source[e] as number), keyOf(network, edges.target[e] as number)]
  const relation = EDGE_RELATIONS[edges.relation[e] as number]
  const stance = edges.stance[e] as number
  return {
    key: `${source}~${relation}~${target}~${e}`,
    source,
    target,
    attributes: {
      relation,
      weight: edges.weight[e],
      confidence: (confidenceOf(network, e) ?? 0) / 100,
      polarity: stance % 2 === 1 ? 'negative' : 'positive',
      modality: MODALITIES[stance >> 1],
    },
  }
}

/** The view as it is on the page, drawn again by the pen that draws labels, with all edges and nodes. */
function drawAll(pen: Pen & Partial<Pick<CanvasRenderingContext2D, 'fillRect'>>, scene: Scene): void {
  const { network, visible, theme } = scene
  const { source, target } = network.site.edges
  const faded = scene.focus !== null || scene.path !== null
  pen.globalAlpha = faded ? 0.18 : 1
  for (let e = 0; e < network.edges; e++) {
    if (!visible.edges[e]) continue
    const [x1, y1] = scene.place(source[e] as number)
    const [x2, y2] = scene.place(target[e] as number)
    if (!crosses(scene, x1, y1, x2, y2)) continue
    pen.strokeStyle = isStatement(network, e) ? theme.faint : theme.edge
    pen.lineWidth = isStatement(network, e) ? 1.3 : 0.7
    pen.beginPath()
    pen.moveTo(x1, y1)
    pen.lineTo(x2, y2)
    pen.stroke()
  }
  for (let i = network.size - 1; i >= 0; i--) {
    const n = network.ranking[i] as number
    if (!visible.nodes[n]) continue
    const [x, y] = scene.place(n)
    if (x < -20 || y < -20 || x > scene.width + 20 || y > scene.height + 20) continue
    drawMark(pen, scene, n)
  }
  pen.globalAlpha = 1
  drawScene(pen, scene)
}

function drawMark(pen: Pen, scene: Scene, n: number): void {
  const [x, y] = scene.place(n)
  const r = scene.radius(n)
  pen.save()
  pen.translate(x, y)
  pen.scale(r, r)
  pen.fillStyle = scene.color(n)
  pen.fill(shapePath(categoryOf(scene.network, n)), 'evenodd')
  pen.restore()
}

const crosses = ({ width, height }: Scene, x1: number, y1: number, x2: number, y2: number) =>
  Math.max(x1, x2) >= 0 && Math.min(x1, x2) <= width && Math.max(y1, y2) >= 0 && Math.min(y1, y2) <= height

async function viewAsPng(scene: Scene): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = scene.width * SCALE
  canvas.height = scene.height * SCALE
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser gives no canvas')
  pen.scale(SCALE, SCALE)
  pen.fillStyle = scene.theme.paper
  pen.fillRect(0, 0, scene.width, scene.height)
  drawAll(pen, scene)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png'),
  )
}

function viewAsSvg(scene: Scene): string {
  const pen = new SvgPen()
  drawAll(pen as unknown as Pen, scene)
  const { width, height, theme } = scene
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${theme.paper}"/>${pen.elements.join('')}</svg>\n`
}

/** Takes the calls of a canvas context and writes SVG elements. */
class SvgPen {
  readonly elements: string[] = []
  fillStyle = '#000'
  strokeStyle = '#000'
  lineWidth = 1
  lineJoin = 'miter'
  globalAlpha = 1
  font = '10px sans-serif'
  textAlign = 'left'
  textBaseline = 'alphabetic'
  #dash: number[] = []
  #transform = { x: 0, y: 0, k: 1 }
  readonly #stack: unknown[] = []
  #path = ''

  save() {
    const { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha, font, textAlign, textBaseline } = this
    this.#stack.push({
      own: { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha, font, textAlign, textBaseline },
      dash: this.#dash,
      transform: { ...this.#transform },
    })
  }
  restore() {
    const top = this.#stack.pop() as { own: object; dash: number[]; transform: { x: number; y: number; k: number } }
    Object.assign(this, top.own)
    this.#dash = top.dash
    this.#transform = top.transform
  }
  translate(x: number, y: number) {
    this.#transform.x += x * this.#transform.k
    this.#transform.y += y * this.#transform.k
  }
  scale(k: number) {
    this.#transform.k *= k
  }
  setLineDash(dash: number[]) {
    this.#dash = dash
  }
  beginPath() {
    this.#path = ''
  }
  moveTo(x: number, y: number) {
    this.#path += `M${round(x)} ${round(y)}`
  }
  lineTo(x: number, y: number) {
    this.#path += `L${round(x)} ${round(y)}`
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number) {
    this.#path += `Q${round(cx)} ${round(cy)} ${round(x)} ${round(y)}`
  }
  arc(x: number, y: number, r: number) {
    this.#path += `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`
  }
  closePath() {
    this.#path += 'Z'
  }
  fill(path?: Path2D, rule: CanvasFillRule = 'nonzero') {
    const d = path ? shapeData(path) : this.#path
    if (d) this.elements.push(`<path d="${d}" fill="${this.fillStyle}" fill-rule="${rule}"${this.#common()}/>`)
  }
  stroke(path?: Path2D) {
    const d = path ? shapeData(path) : this.#path
    const dash = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.join(' ')}"` : ''
    if (d)
      this.elements.push(
        `<path d="${d}" fill="none" stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}"${dash}${this.#common()}/>`,
      )
  }
  fillText(text: string, x: number, y: number) {
    const [, style = '', weight = '400', size = '12', family = 'sans-serif'] =
      /^(italic )?(\d+) ([\d.]+)px (.*)$/.exec(this.font) ?? []
    const anchor = this.textAlign === 'center' ? ' text-anchor="middle"' : ''
    this.elements.push(
      `<text x="${round(x)}" y="${round(y)}" dy="0.35em" font-family="${escapeXml(family)}" font-size="${size}" font-weight="${weight}"${style ? ' font-style="italic"' : ''}${anchor} fill="${this.fillStyle}" stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}" stroke-linejoin="round" paint-order="stroke"${this.#common()}>${escapeXml(text)}</text>`,
    )
  }
  strokeText() {
    // The halo is part of the text's own element.
  }
  #common() {
    const { x, y, k } = this.#transform
    const moved =
      x === 0 && y === 0 && k === 1 ? '' : ` transform="translate(${round(x)} ${round(y)}) scale(${round(k)})"`
    return (this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`) + moved
  }
}

const round = (value: number) => Math.round(value * 100) / 100

function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  )
}

register('export-view', { download, viewAsJson, viewAsPng, viewAsSvg } satisfies ExportView)
