import { ByteReader, ByteWriter, bucketStarts } from './binary.ts'
import { FEATURE_BITS } from './features.ts'
import { follows, LABEL_COUNT } from './labels.ts'
import type { TrainedWeights } from './train-tagger.ts'

/** What is added to each weight of a row, so that sums of bytes need no sign. */
export const BIAS = 128
/** 32-bit words of a feature’s row in the table, half a cache line. */
export const ROW_WORDS = 8
/** A weight of 0 for each of four labels. */
const ZEROS = 0x80808080 | 0
/** A feature’s bucket is what is left without its lowest bits, which fit a byte: 65,536 buckets, about one feature in each. */
const BUCKET_SHIFT = 8

/** Weights as the tagger reads them. Small, for most of the time that reading them takes is the memory’s. */
export interface Weights {
  /**
   * Rows of `ROW_WORDS`, ascending by feature: label y’s weight, plus `BIAS`, is byte `y & 3` (0 the lowest) of word
   * `y >> 2`. Bytes after the last label say nothing.
   */
  table: Int32Array
  /** Which row each bucket’s features begin with; they end where the next bucket’s begin. */
  starts: Uint32Array
  /** The lowest byte of each row’s feature. */
  lowest: Uint8Array
  /** What a weight of 1 is worth. */
  unit: number
  transitions: Float32Array
  /** `exp` of each transition, 0 where it is not legal. */
  expTransitions: Float32Array
}

/** Where a feature’s row begins in the table; −1 when it has none, for which the table is not looked at. */
export function rowOf({ starts, lowest }: Weights, feature: number): number {
  const bucket = feature >>> BUCKET_SHIFT
  const byte = feature & 0xff
  const end = starts[bucket + 1] as number
  for (let row = starts[bucket] as number; row < end; row++) if (lowest[row] === byte) return row * ROW_WORDS
  return -1
}

/**
 * Rounds weights to multiples of `unit` (0 is left out) and packs them: of more than `most` rows those that weigh most,
 * signs aside. The same weights give the same bytes.
 */
export function packWeights({ rows, transitions }: TrainedWeights, unit: number, most: number): Uint8Array {
  const rounded: { feature: number; pairs: [label: number, value: number][]; weighs: number }[] = []
  for (const feature of [...rows.keys()].sort((a, b) => a - b)) {
    const pairs: [number, number][] = []
    let weighs = 0
    for (const [label, weight] of (rows.get(feature) as Float32Array).entries()) {
      const value = Math.max(-127, Math.min(127, Math.round(weight / unit)))
      if (value === 0) continue
      pairs.push([label, value])
      weighs += Math.abs(value)
    }
    if (pairs.length > 0) rounded.push({ feature, pairs, weighs })
  }
  const heaviest = [...rounded].sort((a, b) => b.weighs - a.weighs || a.feature - b.feature).slice(0, most)
  const kept = heaviest.sort((a, b) => a.feature - b.feature)
  const pairs = kept.map((row) => row.pairs)
  const writer = new ByteWriter()
  writer.raw(new Uint8Array(new Float32Array([unit]).buffer))
  const legal: number[] = []
  for (let a = 0; a < LABEL_COUNT; a++) {
    for (let b = 0; b < LABEL_COUNT; b++) if (follows(a, b)) legal.push(transitions[a * LABEL_COUNT + b] as number)
  }
  writer.raw(new Uint8Array(new Float32Array(legal).buffer))
  writer.ascending(kept.map(({ feature }) => feature))
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
  const total = sum(lengths)
  const table = new Int32Array(features.length * ROW_WORDS).fill(ZEROS)
  fillRows(lengths, reader.raw(total), reader.raw(total), table)
  return {
    table,
    starts: bucketStarts(features, BUCKET_SHIFT, 2 ** (FEATURE_BITS - BUCKET_SHIFT)),
    lowest: Uint8Array.from(features),
    unit,
    transitions,
    expTransitions: transitions.map(Math.exp),
  }
}

// The loops over weights are functions of their own: they run once, at start, and are compiled as they run.

function sum(lengths: Uint8Array): number {
  let total = 0
  for (let i = 0; i < lengths.length; i++) total += lengths[i] as number
  return total
}

function fillRows(lengths: Uint8Array, labels: Uint8Array, values: Uint8Array, table: Int32Array): void {
  let pair = 0
  for (let i = 0; i < lengths.length; i++) {
    for (const end = pair + (lengths[i] as number); pair < end; pair++) {
      const label = labels[pair] as number
      const value = ((values[pair] as number) << 24) >> 24
      const word = i * ROW_WORDS + (label >> 2)
      table[word] = (table[word] as number) + (value << ((label & 3) << 3))
    }
  }
}
