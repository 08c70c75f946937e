/**
 * Whole numbers as the characters of a string, which are a byte each while they are small and need no comma between them: a
 * gzipped column of them is about as small as can be. Where a number does not fit, the numbers themselves.
 */
export type PackedColumn = string | readonly number[]

/** What stands for 0: all before it would be escaped in JSON, but for the space and `!`. */
const ZERO = 0x23
/** Halves of characters start here. */
const END = 0xd800

export function packColumn(values: readonly number[]): PackedColumn {
  if (values.some((value) => value < 0 || value + ZERO >= END)) return values
  let packed = ''
  for (const value of values) packed += String.fromCharCode(ZERO + value)
  return packed
}

export function unpackColumn(packed: PackedColumn): readonly number[] {
  if (typeof packed !== 'string') return packed
  return Array.from({ length: packed.length }, (_, i) => packed.charCodeAt(i) - ZERO)
}

/** As `packColumn`, for numbers that are near to the one before each: signs take turns, 0, -1, 1, -2, 2. */
export function packSteps(values: readonly number[]): PackedColumn {
  return packColumn(
    values.map((value, i) => {
      const step = value - (values[i - 1] ?? 0)
      return step < 0 ? -2 * step - 1 : 2 * step
    }),
  )
}

export function unpackSteps(packed: PackedColumn): readonly number[] {
  let value = 0
  return unpackColumn(packed).map((turn) => {
    value += turn % 2 === 1 ? -(turn + 1) / 2 : turn / 2
    return value
  })
}
