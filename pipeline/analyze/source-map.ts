import type { Prose, SourceMap, SourceSpan } from '../model.ts'

/** Numbers a run takes in a `SourceMap`: start, sourceStart, length, sourceLength. */
export const RUN_SIZE = 4

/**
 * The stretch of source from which the extracted text `start`–`end` was read, marks inside it included. Where the text
 * begins or ends in a separator that extraction added, the span shrinks to what has a source. An empty span maps to the
 * source offset at which it stands.
 */
export function sourceOf(prose: Pick<Prose, 'sourceMap'>, start: number, end: number): SourceSpan {
  const sourceStart = sourceOffset(prose.sourceMap, start, 'start')
  if (end <= start) return { sourceStart, sourceEnd: sourceStart }
  const sourceEnd = sourceOffset(prose.sourceMap, end, 'end')
  return { sourceStart, sourceEnd: Math.max(sourceStart, sourceEnd) }
}

/**
 * The source offset of one side of a span: as a start, of the character at `offset` (or the first one after it that has
 * a source); as an end, past the character before `offset` (or the last one before it that has a source). A run that
 * does not map one to one is never cut: its whole source counts. 0 when nothing has a source.
 */
export function sourceOffset(map: SourceMap, offset: number, side: 'start' | 'end'): number {
  if (map.length === 0) return 0
  // The last run that starts at or before the character in question.
  const character = side === 'start' ? offset : offset - 1
  let low = 0
  let high = map.length / RUN_SIZE
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(map, middle * RUN_SIZE) <= character) low = middle + 1
    else high = middle
  }
  const run = (low - 1) * RUN_SIZE
  if (side === 'start') {
    if (run < 0) return at(map, 1)
    const inside = offset - at(map, run)
    if (inside < at(map, run + 2)) {
      return at(map, run + 1) + (at(map, run + 2) === at(map, run + 3) ? inside : 0)
    }
    const next = run + RUN_SIZE
    return next < map.length ? at(map, next + 1) : at(map, run + 1) + at(map, run + 3)
  }
  if (run < 0) return at(map, 1)
  const inside = offset - at(map, run)
  if (inside < at(map, run + 2) && at(map, run + 2) === at(map, run + 3)) return at(map, run + 1) + inside
  return at(map, run + 1) + at(map, run + 3)
}

function at(map: SourceMap, index: number): number {
  return map[index] as number
}
