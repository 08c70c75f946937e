import type { NodeCategory } from '../data.ts'

/**
 * One outline a category, so that colour is never alone in telling them apart: SVG path data around 0,0 that fills about
 * the area of a circle of radius 1. Holes are cut by the even-odd rule.
 */
export const SHAPES: Readonly<Record<NodeCategory, string>> = {
  person: circle(1),
  organization: roundedBox(0.9, 0.9, 0.26),
  place: polygon(3, 1.3, Math.PI / 2),
  event: polygon(4, 1.22, 0),
  product: polygon(6, 1.08, 0),
  work: roundedBox(0.72, 1.02, 0.16),
  initiative: polygon(3, 1.3, -Math.PI / 2),
  concept: circle(1) + circle(0.52),
  document: `${roundedBox(0.78, 1.02, 0.12)}${roundedBox(0.46, 0.7, 0.06)}`,
  target: circle(1.1) + circle(0.74) + circle(0.4),
}

/** As numbers in the shader below count them. */
export const SHAPE_NUMBER: Readonly<Record<NodeCategory, number>> = {
  person: 0,
  organization: 1,
  place: 2,
  event: 3,
  product: 4,
  work: 5,
  initiative: 6,
  concept: 7,
  document: 8,
  target: 9,
}

/** Signed distance to the outline of shape `s` at `p`, in radii; the same outlines as `SHAPES`. */
export const SHAPE_DISTANCE = /* glsl */ `
float box(vec2 p, vec2 half_size, float r) {
  vec2 q = abs(p) - half_size + r;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - r;
}
float ngon(vec2 p, float n, float radius, float turn) {
  float a = atan(p.y, p.x) - turn;
  float step = 6.28318530718 / n;
  float b = mod(a, step) - 0.5 * step;
  return length(p) * cos(b) - radius * cos(0.5 * step);
}
float shapeDistance(vec2 p, float s) {
  float d = length(p) - 1.0;
  if (s > 8.5) {
    float r = length(p);
    return min(max(r - 1.1, 0.74 - r), r - 0.4);
  }
  if (s > 7.5) return max(box(p, vec2(0.78, 1.02), 0.12), -box(p, vec2(0.46, 0.7), 0.06));
  if (s > 6.5) return max(d, 0.52 - length(p));
  if (s > 5.5) return ngon(p, 3.0, 1.3, 1.57079632679);
  if (s > 4.5) return box(p, vec2(0.72, 1.02), 0.16);
  if (s > 3.5) return ngon(p, 6.0, 1.08, 0.0);
  if (s > 2.5) return ngon(p, 4.0, 1.22, 0.0);
  if (s > 1.5) return ngon(p, 3.0, 1.3, -1.57079632679);
  if (s > 0.5) return box(p, vec2(0.9), 0.26);
  return d;
}
`

const paths = new Map<NodeCategory, Path2D>()
const data = new WeakMap<Path2D, string>()

export function shapePath(category: NodeCategory): Path2D {
  let path = paths.get(category)
  if (!path) {
    path = new Path2D(SHAPES[category])
    paths.set(category, path)
    data.set(path, SHAPES[category])
  }
  return path
}

/** Path data of what `shapePath` gave: a Path2D does not tell. */
export const shapeData = (path: Path2D): string | undefined => data.get(path)

function circle(r: number): string {
  return `M${-r},0A${r},${r} 0 1 1 ${r},0A${r},${r} 0 1 1 ${-r},0Z`
}

function polygon(corners: number, r: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / corners
    return `${(r * Math.cos(angle)).toFixed(3)},${(r * Math.sin(angle)).toFixed(3)}`
  })
  return `M${points.join('L')}Z`
}

function roundedBox(w: number, h: number, r: number): string {
  return `M${-w + r},${-h}H${w - r}A${r},${r} 0 0 1 ${w},${-h + r}V${h - r}A${r},${r} 0 0 1 ${w - r},${h}H${-w + r}A${r},${r} 0 0 1 ${-w},${h - r}V${-h + r}A${r},${r} 0 0 1 ${-w + r},${-h}Z`
}
