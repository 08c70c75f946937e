import { ByteReader, ByteWriter, bucketStarts } from './binary.ts'
import { finish, hashLower, mix } from './hash.ts'
import { type Tokens, tokenize } from './tokenize.ts'

/** What lists of names say of a phrase; a phrase may be in several. */
export const GazetteerList = {
  country: 1 << 0,
  region: 1 << 1,
  largeCity: 1 << 2,
  city: 1 << 3,
  commune: 1 << 4,
  firstName: 1 << 5,
  lastName: 1 << 6,
  brand: 1 << 7,
  properNoun: 1 << 8,
  organization: 1 << 9,
  demonym: 1 << 10,
  calendar: 1 << 11,
} as const

export const MAX_PHRASE_TOKENS = 5
const HASH_BITS = 28
/** Leaves 65,536 buckets: one or two phrases in each. */
const BUCKET_SHIFT = HASH_BITS - 16

/** Phrases by the hash of their lower-case tokens. */
export interface Gazetteer {
  /** Ascending. */
  keys: Uint32Array
  /** Which of `masks` each key’s phrase has. */
  kinds: Uint8Array
  /** Bits of the lists that hold a phrase. */
  masks: Uint16Array
  /** Where keys whose upper bits are `b` begin, `b` being all but the lowest `BUCKET_SHIFT` bits; they end where the next begin. */
  starts: Uint32Array
}

export interface GazetteerEntry {
  phrase: string
  lists: number
}

/** Packs phrases of up to five tokens; longer ones are left out. The same entries give the same bytes. */
export function packGazetteer(entries: Iterable<GazetteerEntry>): Uint8Array {
  const byHash = new Map<number, number>()
  for (const { phrase, lists } of entries) {
    const tokens = tokenize(phrase)
    if (tokens.count === 0 || tokens.count > MAX_PHRASE_TOKENS) continue
    let hash = PHRASE_SEED
    for (let i = 0; i < tokens.count; i++) hash = extendPhrase(hash, tokenLowerHash(phrase, tokens, i))
    const key = phraseKey(hash)
    byHash.set(key, (byHash.get(key) ?? 0) | lists)
  }
  const keys = [...byHash.keys()].sort((a, b) => a - b)
  const masks = [...new Set(byHash.values())].sort((a, b) => a - b)
  const writer = new ByteWriter()
  writer.ascending(masks)
  writer.ascending(keys)
  writer.raw(keys.map((key) => masks.indexOf(byHash.get(key) as number)))
  return writer.finish()
}

export function unpackGazetteer(bytes: Uint8Array): Gazetteer {
  const reader = new ByteReader(bytes)
  const masks = Uint16Array.from(reader.ascending())
  const keys = reader.ascending()
  const kinds = reader.raw(keys.length)
  return { keys, kinds, masks, starts: bucketStarts(keys, BUCKET_SHIFT, 2 ** (HASH_BITS - BUCKET_SHIFT)) }
}

export const PHRASE_SEED = 0x1f3d
export const extendPhrase = mix
export const phraseKey = (hash: number): number => finish(hash) >>> (32 - HASH_BITS)

function tokenLowerHash(text: string, tokens: Tokens, i: number): number {
  return hashLower(text, tokens.starts[i] as number, tokens.ends[i] as number)
}

/** The lists that hold a phrase, 0 when none does. */
export function listsOf({ keys, kinds, masks, starts }: Gazetteer, key: number): number {
  const bucket = key >>> BUCKET_SHIFT
  const end = starts[bucket + 1] as number
  for (let i = starts[bucket] as number; i < end; i++) {
    if (keys[i] === key) return masks[kinds[i] as number] as number
  }
  return 0
}

const BLOOM_HASHES = 5

/** A Bloom filter over lower-case words: about 3 % of other words pass at 7 bits a word. */
export function packWords(words: Iterable<string>, bitsPerWord = 7): Uint8Array {
  const unique = new Set(words)
  const filter = new Uint8Array(Math.ceil((unique.size * bitsPerWord) / 8))
  for (const word of unique) {
    const hash = hashLower(word, 0, word.length)
    for (let i = 0; i < BLOOM_HASHES; i++) {
      const bit = finish(mix(hash, i)) % (filter.length * 8)
      filter[bit >> 3] = (filter[bit >> 3] as number) | (1 << (bit & 7))
    }
  }
  return filter
}

/** Whether the word with this lower-case hash is in the filter. */
export function holdsWord(filter: Uint8Array, lowerHash: number): boolean {
  for (let i = 0; i < BLOOM_HASHES; i++) {
    const bit = finish(mix(lowerHash, i)) % (filter.length * 8)
    if (((filter[bit >> 3] as number) & (1 << (bit & 7))) === 0) return false
  }
  return true
}
