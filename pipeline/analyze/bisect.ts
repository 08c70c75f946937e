import type { Span } from '../model.ts'

/** Index of the first item that `holds`, of items of which all that follow one that holds do too; their number when none does. */
export function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  for (let high = items.length; low < high; ) {
    const middle = (low + high) >>> 1
    if (holds(items[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

/** Index of the first span that starts at `offset` or after it, of spans in text order; their number when none does. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  return firstIndex(spans, ({ start }) => start >= offset)
}
