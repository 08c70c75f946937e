import { ByteReader, ByteWriter } from './binary.ts'
import { FEATURE_BITS } from './features.ts'
import { follows, LABEL_COUNT } from './labels.ts'
import type { TrainedWeights } from './train-tagger.ts'

/** What is added to each weight of a row, so that sums of bytes need no sign. */
export const BIAS = 128
/** 32-bit words of a feature’s row in the table, half a cache line. */
export const ROW_WORDS = 8
/** A weight of 0 for each of four labels. */
const ZEROS = 0x80808080 | 0

/** Weights as the tagger reads them. */
export interface Weights {
  /**
   * Rows of `ROW_WORDS`, ascending by feature: label y’s weight, plus `BIAS`, is byte `y & 3` (0 the lowest) of word
   * `y >> 2`; the upper bytes of the last word hold the feature. A row that is all 0 is empty. A feature’s row is the one at
   * `feature >>> shift` or after it, before the next empty one; the last row is empty.
   */
  table: Int32Array
  shift: number
  /** What a weight of 1 is worth. */
  unit: number
  transitions: Float32Array
  /** `exp` of each transition, 0 where it is not legal. */
  expTransitions: Float32Array
}

/** Rounds weights to multiples of `unit` (0 is left out) and packs them; the same weights give the same bytes. */
export function packWeights({ rows, transitions }: TrainedWeights, unit: number): Uint8Array {
  const features = [...rows.keys()].sort((a, b) => a - b)
  const kept: number[] = []
  const pairs: [number, number][][] = []
  for (const feature of features) {
    const list: [number, number][] = []
    for (const [label, weight] of (rows.get(feature) as Float32Array).entries()) {
      const value = Math.max(-127, Math.min(127, Math.round(weight / unit)))
      if (value !== 0) list.push([label, value])
    }
    if (list.length > 0) {
      kept.push(feature)
      pairs.push(list)
    }
  }
  const writer = new ByteWriter()
  writer.raw(new Uint8Array(new Float32Array([unit]).buffer))
  const legal: number[] = []
  for (let a = 0; a < LABEL_COUNT; a++) {
    for (let b = 0; b < LABEL_COUNT; b++) if (follows(a, b)) legal.push(transitions[a * LABEL_COUNT + b] as number)
  }
  writer.raw(new Uint8Array(new Float32Array(legal).buffer))
  writer.ascending(kept)
  // Column by column: like stands with like, which gzip rewards.
  writer.raw(pairs.map((list) => list.length))
  for (const list of pairs) for (const [label] of list) writer.byte(label)
  for (const list of pairs) for (const [, value] of list) writer.byte(value & 255)
  return writer.finish()
}

/** Reads what `packWeights` wrote. */
export function unpackWeights(bytes: Uint8Array): Weights {
  const reader = new ByteReader(bytes)
  const floats = (length: number) => new Float32Array(Uint8Array.from(reader.raw(length * 4)).buffer)
  const unit = floats(1)[0] as number
  const transitions = new Float32Array(LABEL_COUNT * LABEL_COUNT).fill(-Infinity)
  let legal = 0
  for (let a = 0; a < LABEL_COUNT; a++) for (let b = 0; b < LABEL_COUNT; b++) if (follows(a, b)) legal++
  const scores = floats(legal)
  let at = 0
  for (let a = 0; a < LABEL_COUNT; a++) {
    for (let b = 0; b < LABEL_COUNT; b++) if (follows(a, b)) transitions[a * LABEL_COUNT + b] = scores[at++] as number
  }
  const features = reader.ascending()
  const lengths = reader.raw(features.length)
  let total = 0
  for (const length of lengths) total += length
  const labels = reader.raw(total)
  const values = reader.raw(total)
  const bits = Math.ceil(Math.log2(features.length * 1.25 + 16))
  const shift = FEATURE_BITS - bits
  // Features come in ascending order: each takes its slot or the next that is free.
  const slots = new Int32Array(features.length)
  let free = 0
  for (let i = 0; i < features.length; i++) {
    const slot = Math.max(free, (features[i] as number) >>> shift)
    slots[i] = slot
    free = slot + 1
  }
  const table = new Int32Array((Math.max(free, 2 ** bits) + 1) * ROW_WORDS)
  let pair = 0
  for (let i = 0; i < features.length; i++) {
    const row = (slots[i] as number) * ROW_WORDS
    for (let word = 0; word < ROW_WORDS - 1; word++) table[row + word] = ZEROS
    table[row + ROW_WORDS - 1] = ((features[i] as number) << 8) | BIAS
    for (const end = pair + (lengths[i] as number); pair < end; pair++) {
      const label = labels[pair] as number
      const value = ((values[pair] as number) << 24) >> 24
      const word = row + (label >> 2)
      table[word] = (table[word] as number) + (value << ((label & 3) << 3))
    }
  }
  return { table, shift, unit, transitions, expTransitions: transitions.map(Math.exp) }
}
