import { createHash } from 'node:crypto'

/** Sixteen hexadecimal digits that stand for these parts: the same for the same parts, on every machine. */
export function hashOf(parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
