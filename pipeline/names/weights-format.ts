import { ByteReader, ByteWriter } from './binary.ts'
import { follows, LABEL_COUNT } from './labels.ts'
import type { TrainedWeights } from './train-tagger.ts'

/** Bytes of a row of weights, a byte a label and the rest unused. */
const ROW_BYTES = 32
/** What is added to each weight of a row, so that sums of bytes need no sign. */
export const BIAS = 128
/** 32-bit words of a row of weights. */
export const ROW_WORDS = ROW_BYTES / 4

/** Weights as the tagger reads them: half a cache line a feature, four labels to a word. */
export interface Weights {
  /** An open-addressing table of two numbers a slot: feature + 1 (0 where empty), and where its row begins in `rows`. */
  table: Uint32Array
  /** `ROW_WORDS` a feature; label y’s weight, plus `BIAS`, is byte `y & 3` (0 the lowest) of word `y >> 2`. */
  rows: Int32Array
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
  const size = 2 ** Math.ceil(Math.log2(features.length * 1.7 + 16))
  const table = new Uint32Array(size * 2)
  const rows = new Int32Array(features.length * ROW_WORDS).fill(0x80808080)
  let pair = 0
  for (let i = 0; i < features.length; i++) {
    const feature = features[i] as number
    let slot = feature & (size - 1)
    while (table[slot * 2] !== 0) slot = (slot + 1) & (size - 1)
    table[slot * 2] = feature + 1
    const row = i * ROW_WORDS
    table[slot * 2 + 1] = row
    for (const end = pair + (lengths[i] as number); pair < end; pair++) {
      const label = labels[pair] as number
      const value = ((values[pair] as number) << 24) >> 24
      const word = row + (label >> 2)
      rows[word] = (rows[word] as number) + (value << ((label & 3) << 3))
    }
  }
  return { table, rows, unit, transitions, expTransitions: transitions.map(Math.exp) }
}
