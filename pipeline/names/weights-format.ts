import { ByteReader, ByteWriter } from './binary.ts'
import { follows, LABEL_COUNT } from './labels.ts'
import type { TrainedWeights } from './train-tagger.ts'

/** Weights as the tagger reads them, laid out for as few cache misses as can be. */
export interface Weights {
  /** One bit a feature, by its low bits: 0 where there is surely no row. Small enough to stay in a near cache. */
  present: Uint8Array
  /**
   * An open-addressing table of two numbers a slot: feature + 1 (0 where empty), and the row: its first pair, with their
   * number in the low 5 bits.
   */
  table: Uint32Array
  /** Label in the low byte, weight as a signed byte in the high one. */
  pairs: Int16Array
  /** What a weight of 1 is worth. */
  unit: number
  transitions: Float32Array
  /** `exp` of each transition, 0 where it is not legal. */
  expTransitions: Float32Array
}

/** Bits of `Weights.present`. */
export const PRESENT_MASK = (1 << 20) - 1

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
  const raw = reader.raw(total)
  const size = 2 ** Math.ceil(Math.log2(features.length * 1.7 + 16))
  const table = new Uint32Array(size * 2)
  const present = new Uint8Array((PRESENT_MASK + 1) >> 3)
  let first = 0
  for (let i = 0; i < features.length; i++) {
    const feature = features[i] as number
    let slot = feature & (size - 1)
    while (table[slot * 2] !== 0) slot = (slot + 1) & (size - 1)
    table[slot * 2] = feature + 1
    table[slot * 2 + 1] = (first << 5) | (lengths[i] as number)
    first += lengths[i] as number
    const bit = feature & PRESENT_MASK
    present[bit >> 3] = (present[bit >> 3] as number) | (1 << (bit & 7))
  }
  const pairs = new Int16Array(total)
  for (let i = 0; i < total; i++) pairs[i] = ((raw[i] as number) << 8) | (labels[i] as number)
  return { present, table, pairs, unit, transitions, expTransitions: transitions.map(Math.exp) }
}
