import type { Evidence, Prose } from '../model.ts'
import { sourceOf } from './source-map.ts'

/** Longest `prefix` and `suffix`, in UTF-16 code units. */
const CONTEXT = 32

/**
 * The passage `start`–`end` of a document's extracted text as evidence: quote, position, surroundings (W3C Web
 * Annotation TextQuoteSelector), and where in the file it stands. Prefix and suffix never begin or end inside a
 * surrogate pair, so they may be one unit shorter than 32.
 */
export function makeEvidence(prose: Prose, start: number, end: number): Evidence {
  const { text } = prose
  const { sourceStart, sourceEnd } = sourceOf(prose, start, end)
  let before = Math.max(0, start - CONTEXT)
  if (isInsidePair(text, before)) before++
  let after = Math.min(text.length, end + CONTEXT)
  if (isInsidePair(text, after)) after--
  return {
    document: prose.id,
    start,
    end,
    sourceStart,
    sourceEnd,
    line: positionAt(prose, sourceStart).line,
    section: sectionAt(prose, start),
    exact: text.slice(start, end),
    prefix: text.slice(before, start),
    suffix: text.slice(end, Math.max(end, after)),
  }
}

/** Line and column, 1-based, of an offset in the file. */
export function positionAt(
  { lineStarts }: Pick<Prose, 'lineStarts'>,
  offset: number,
): { line: number; column: number } {
  const line = lastAtOrBefore(lineStarts.length, (index) => lineStarts[index] as number, offset)
  return { line: line + 1, column: offset - (lineStarts[line] as number) + 1 }
}

/** Headings above the character at `offset`, outermost first. */
export function sectionAt(prose: Pick<Prose, 'sections'>, offset: number): readonly string[] {
  const { sections } = prose
  return sections[lastAtOrBefore(sections.length, (index) => sections[index]?.start as number, offset)]?.path ?? []
}

function lastAtOrBefore(count: number, offsetAt: (index: number) => number, limit: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (offsetAt(middle) <= limit) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

function isInsidePair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
