import { distance } from 'fastest-levenshtein'
import { normalizeName } from '../names/compare-names.ts'

/** Share of a name's letters that may differ for another still to be a likely slip of it. */
const SLIP = 0.4

/** The name in `names` that comes nearest to `name`, or null where none is near. Of equals, the first. */
export function suggestName(name: string, names: Iterable<string>): string | null {
  const key = normalizeName(name)
  let nearest: string | null = null
  let least = Math.floor(key.length * SLIP) + 1
  for (const candidate of names) {
    const other = normalizeName(candidate)
    if (Math.abs(other.length - key.length) >= least) continue
    const far = distance(key, other)
    if (far < least) {
      least = far
      nearest = candidate
    }
  }
  return nearest
}
