import { NODE_CATEGORIES, type NodeCategory } from '../data.ts'

/** Colours and type of the canvas, read from the page's custom properties so that both follow one theme. */
export interface CanvasTheme {
  paper: string
  ink: string
  faint: string
  edge: string
  accent: string
  category: Readonly<Record<NodeCategory, string>>
  community: readonly string[]
  sans: string
  serif: string
}

export function readTheme(): CanvasTheme {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    paper: read('--paper'),
    ink: read('--ink'),
    faint: read('--ink-faint'),
    edge: read('--edge'),
    accent: read('--accent'),
    category: Object.fromEntries(NODE_CATEGORIES.map((name) => [name, read(`--c-${name}`)])) as Record<
      NodeCategory,
      string
    >,
    community: ['organization', 'initiative', 'person', 'place', 'product', 'target', 'work', 'concept'].map((name) =>
      read(`--c-${name}`),
    ),
    sans: read('--sans'),
    serif: read('--serif'),
  }
}

/** `#rrggbb` as three numbers from 0 to 1. */
export function toRgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}
