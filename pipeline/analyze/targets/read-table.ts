import type { ColumnRole } from '../../languages/target-lexicon.ts'
import type { Block, Prose, Quantities, Quantity, Span, TimeExpression } from '../../model.ts'
import { firstFrom } from '../bisect.ts'
import type { CompiledTargets } from './compile-lexicon.ts'

/** What a column holds, as its header says. */
export interface Column {
  role: ColumnRole | 'target' | 'actual' | null
  /** A year in the header: of the targets, the baseline or the figures below it. */
  year: number | null
}

/**
 * Reads the header row of a table. A year that is not over yet, or that stands beside a word for a goal, heads targets; a
 * year with a word for a base heads baselines; another year heads figures of that year.
 */
export function readHeader(prose: Prose, header: Block, quantities: Quantities, targets: CompiledTargets): Column[] {
  const now = prose.date === null ? null : Number.parseInt(prose.date.slice(0, 4), 10)
  return (header.cells ?? []).map((cell) => {
    const text = prose.text.slice(cell.start, cell.end).toLowerCase().replaceAll('’', "'")
    const time = timesIn(quantities, cell)[0]
    const year = time?.endYear ?? time?.startYear ?? null
    const role = roleOf(text, targets)
    if (year === null) return { role, year }
    if (role === 'baseline' || time?.role === 'baseline') return { role: 'baseline', year }
    if (role === 'status') return { role, year }
    if (role === 'measure' || role === 'deadline' || (now !== null && year > now)) return { role: 'target', year }
    return { role: 'actual', year }
  })
}

/** The role of a header: the phrase that is all of it, else the longest one in it. */
function roleOf(text: string, targets: CompiledTargets): ColumnRole | null {
  const words = text.split(/[^\p{L}']+/u).filter((word) => word !== '')
  for (let length = words.length; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const role = targets.columns.get(words.slice(at, at + length).join(' '))
      if (role !== undefined) return role
    }
  }
  return null
}

/** Dates within `span`. */
export function timesIn(quantities: Quantities, span: Span): readonly TimeExpression[] {
  const from = firstFrom(quantities.times, span.start)
  let to = from
  while (to < quantities.times.length && (quantities.times[to] as Span).start < span.end) to++
  return quantities.times.slice(from, to)
}

/** Quantities within `span`. */
export function quantitiesIn(quantities: Quantities, span: Span): readonly Quantity[] {
  const from = firstFrom(quantities.quantities, span.start)
  let to = from
  while (to < quantities.quantities.length && (quantities.quantities[to] as Span).start < span.end) to++
  return quantities.quantities.slice(from, to)
}

/** Splits the label of a row into what is measured and the unit after a comma or in parentheses, if it names one. */
export function readLabel(
  prose: Prose,
  cell: Span,
  readUnit: (text: string) => string | null,
): { metric: Span; unit: string | null } {
  const text = prose.text.slice(cell.start, cell.end)
  for (const [opening, closing] of [
    ['(', ')'],
    [',', ''],
    ['[', ']'],
  ] as const) {
    const at = text.lastIndexOf(opening)
    if (at <= 0) continue
    const tail = text
      .slice(at + 1)
      .replace(closing, '')
      .replace(/^\s*(?:en|in)\s+/i, '')
    const unit = readUnit(tail.trim())
    if (unit !== null)
      return { metric: { start: cell.start, end: cell.start + text.slice(0, at).trimEnd().length }, unit }
  }
  return { metric: { start: cell.start, end: cell.end }, unit: null }
}
