import { hash } from 'node:crypto'

/** Sixteen hexadecimal digits that stand for these parts: the same for the same parts, on every machine. */
export function hashOf(parts: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(parts)).slice(0, 16)
}
