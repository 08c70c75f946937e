const LOWER_SIZE = 0x3000
const lowerTable = buildLowerTable()

/** Lower-case code units below 0x3000; apostrophes and hyphens are made one, so that `l’` and `l'` are the same word. */
function buildLowerTable(): Uint16Array {
  const table = new Uint16Array(LOWER_SIZE)
  for (let code = 0; code < LOWER_SIZE; code++) {
    const lower = String.fromCharCode(code).toLowerCase()
    table[code] = lower.length === 1 ? lower.charCodeAt(0) : code
  }
  table[0x2019] = 0x27
  table[0x2bc] = 0x27
  table[0x2010] = 0x2d
  table[0x2011] = 0x2d
  return table
}

export function lowerCode(code: number): number {
  return code < LOWER_SIZE ? (lowerTable[code] as number) : code
}

/** Adds a value to a 32-bit hash (MurmurHash3’s body). */
export function mix(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  k = Math.imul(k, 0x1b873593)
  const h = hash ^ k
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}

/** Spreads a hash over all its bits (MurmurHash3’s finalizer); unsigned. */
export function finish(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Hash of `text.slice(start, end)` in lower case. */
export function hashLower(text: string, start: number, end: number): number {
  let hash = 0x2f0b
  for (let i = start; i < end; i++) hash = mix(hash, lowerCode(text.charCodeAt(i)))
  return hash
}

/** Hash of `text.slice(start, end)` as it is. */
export function hashExact(text: string, start: number, end: number): number {
  let hash = 0x51ed
  for (let i = start; i < end; i++) hash = mix(hash, text.charCodeAt(i))
  return hash
}

const FOLDED_SIZE = 0x250
const foldedTable = buildFoldedTable()

/** Latin letters in lower case and without their accent; 0 where that is not one code unit. */
function buildFoldedTable(): Uint16Array {
  const table = new Uint16Array(FOLDED_SIZE)
  for (let code = 0; code < FOLDED_SIZE; code++) {
    const folded = String.fromCharCode(code)
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
    table[code] = folded.length === 1 ? folded.charCodeAt(0) : 0
  }
  return table
}

/** What `hashFolded` gives for words that it does not fold. */
export const UNFOLDED = 0

/**
 * Hash of `text.slice(start, end)` in lower case, without accents, typographic apostrophes made plain: the same for words that
 * are the same when folded so, whatever way they are written. `UNFOLDED` when letters other than Latin ones are in it.
 */
export function hashFolded(text: string, start: number, end: number): number {
  let hash = 0x37c5
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const folded = code < FOLDED_SIZE ? (foldedTable[code] as number) : code === 0x2019 ? 0x27 : 0
    if (folded === 0) return UNFOLDED
    hash = mix(hash, folded)
  }
  return hash === UNFOLDED ? 1 : hash
}
