import type { Category } from '../model.ts'

/** The categories that the tagger tells apart, in the order of its labels. */
export const TAGGED_CATEGORIES = [
  'person',
  'organization',
  'place',
  'event',
  'product',
  'work',
  'initiative',
] as const satisfies readonly Category[]

/** Positions in a name (BIOES): first, inner, last, the only token. Label 0 is outside, then four a category. */
export const FIRST = 0
export const INNER = 1
export const LAST = 2
export const ONLY = 3

export const OUTSIDE = 0
export const LABEL_COUNT = 1 + 4 * TAGGED_CATEGORIES.length

export const labelOf = (category: number, position: number): number => 1 + 4 * category + position
export const categoryOf = (label: number): number => (label - 1) >> 2
export const positionOf = (label: number): number => (label - 1) & 3

/** Whether a label may end a line or stand before a new name. */
export const closes = (label: number): boolean => label === OUTSIDE || positionOf(label) >= LAST
/** Whether a label may start a line. */
export const opens = (label: number): boolean =>
  label === OUTSIDE || positionOf(label) === FIRST || positionOf(label) === ONLY

/** Whether `to` may follow `from`. */
export function follows(from: number, to: number): boolean {
  if (closes(from)) return opens(to)
  return to !== OUTSIDE && categoryOf(from) === categoryOf(to) && (positionOf(to) === INNER || positionOf(to) === LAST)
}
