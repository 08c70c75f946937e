import { extractFeatures, MAX_FEATURES, type Observations } from './features.ts'
import { closes, follows, LABEL_COUNT, OUTSIDE, opens } from './labels.ts'
import type { Weights } from './weights-format.ts'

const L = LABEL_COUNT
const NEVER = -1e9
const pairsFrom: number[] = []
const pairsTo: number[] = []
for (let b = 0; b < L; b++) {
  for (let a = 0; a < L; a++) {
    if (follows(a, b)) {
      pairsFrom.push(a)
      pairsTo.push(b)
    }
  }
}
const PAIR_COUNT = pairsFrom.length
const FROM = Uint8Array.from(pairsFrom)
const TO = Uint8Array.from(pairsTo)
const OPENS = Uint8Array.from({ length: L }, (_, y) => (opens(y) ? 1 : 0))
const CLOSES = Uint8Array.from({ length: L }, (_, y) => (closes(y) ? 1 : 0))

/** Labels of a document’s tokens, and for each token the marginal probability of every label (`LABEL_COUNT` a token). */
export interface Tagging {
  labels: Uint8Array
  marginals: Float32Array
}

/** The best legal labels of each line (Viterbi 1967) and their marginals (forward–backward). */
export function tagTokens(o: Observations, lineStarts: readonly number[], weights: Weights): Tagging {
  const { count } = o
  const scores = new Float32Array(count * L)
  scoreTokens(o, weights, scores)
  const labels = new Uint8Array(count)
  const marginals = new Float32Array(count * L)
  for (let line = 0; line < lineStarts.length; line++) {
    const from = lineStarts[line] as number
    const to = line + 1 < lineStarts.length ? (lineStarts[line + 1] as number) : count
    if (to > from) {
      decode(scores, from, to, weights.transitions, labels)
      addMarginals(scores, from, to, weights.transitions, marginals)
    }
  }
  return { labels, marginals }
}

function scoreTokens(o: Observations, weights: Weights, scores: Float32Array): void {
  const { keys, rows, labels, values, unit } = weights
  const last = keys.length - 1
  const out = new Uint32Array(MAX_FEATURES)
  const sums = new Int32Array(L)
  for (let i = 0; i < o.count; i++) {
    const n = extractFeatures(o, i, out)
    sums.fill(0)
    for (let k = 0; k < n; k++) {
      const feature = out[k] as number
      let slot = feature & last
      for (;;) {
        const key = keys[slot] as number
        if (key === 0) break
        if (key === feature + 1) {
          const row = rows[slot] as number
          const first = row >>> 5
          const end = first + (row & 31)
          for (let p = first; p < end; p++) {
            const label = labels[p] as number
            sums[label] = (sums[label] as number) + (values[p] as number)
          }
          break
        }
        slot = (slot + 1) & last
      }
    }
    for (let y = 0; y < L; y++) scores[i * L + y] = (sums[y] as number) * unit
  }
}

function decode(scores: Float32Array, from: number, to: number, transitions: Float32Array, labels: Uint8Array): void {
  const length = to - from
  const back = new Uint8Array(length * L)
  let current = new Float64Array(L)
  let next = new Float64Array(L)
  for (let y = 0; y < L; y++) current[y] = OPENS[y] ? (scores[from * L + y] as number) : NEVER
  for (let t = 1; t < length; t++) {
    next.fill(-Infinity)
    for (let p = 0; p < PAIR_COUNT; p++) {
      const a = FROM[p] as number
      const b = TO[p] as number
      const score = (current[a] as number) + (transitions[a * L + b] as number)
      if (score > (next[b] as number)) {
        next[b] = score
        back[t * L + b] = a
      }
    }
    const base = (from + t) * L
    for (let y = 0; y < L; y++) next[y] = (next[y] as number) + (scores[base + y] as number)
    const swap = current
    current = next
    next = swap
  }
  let best: number = OUTSIDE
  for (let y = 0; y < L; y++) if (CLOSES[y] && (current[y] as number) > (current[best] as number)) best = y
  for (let t = length - 1; t >= 0; t--) {
    labels[from + t] = best
    best = back[t * L + best] as number
  }
}

const expTransitions = new Float64Array(PAIR_COUNT)
let expOf: Float32Array | undefined

function addMarginals(
  scores: Float32Array,
  from: number,
  to: number,
  transitions: Float32Array,
  out: Float32Array,
): void {
  if (expOf !== transitions) {
    for (let p = 0; p < PAIR_COUNT; p++) {
      expTransitions[p] = Math.exp(transitions[(FROM[p] as number) * L + (TO[p] as number)] as number)
    }
    expOf = transitions
  }
  const length = to - from
  const emission = new Float64Array(length * L)
  const alpha = new Float64Array(length * L)
  const scales = new Float64Array(length)
  for (let t = 0; t < length; t++) {
    const base = t * L
    let top = -Infinity
    for (let y = 0; y < L; y++) top = Math.max(top, scores[(from + t) * L + y] as number)
    for (let y = 0; y < L; y++) emission[base + y] = Math.exp((scores[(from + t) * L + y] as number) - top)
    if (t === 0) for (let y = 0; y < L; y++) alpha[y] = OPENS[y] ? (emission[y] as number) : 0
    else {
      for (let p = 0; p < PAIR_COUNT; p++) {
        const b = base + (TO[p] as number)
        alpha[b] =
          (alpha[b] as number) + (alpha[base - L + (FROM[p] as number)] as number) * (expTransitions[p] as number)
      }
      for (let y = 0; y < L; y++) alpha[base + y] = (alpha[base + y] as number) * (emission[base + y] as number)
    }
    if (t === length - 1) for (let y = 0; y < L; y++) if (!CLOSES[y]) alpha[base + y] = 0
    let sum = 0
    for (let y = 0; y < L; y++) sum += alpha[base + y] as number
    scales[t] = sum
    for (let y = 0; y < L; y++) alpha[base + y] = (alpha[base + y] as number) / sum
  }
  let beta = new Float64Array(L)
  let before = new Float64Array(L)
  for (let y = 0; y < L; y++) beta[y] = CLOSES[y] as number
  for (let t = length - 1; t >= 0; t--) {
    const base = t * L
    for (let y = 0; y < L; y++) out[(from + t) * L + y] = (alpha[base + y] as number) * (beta[y] as number)
    if (t === 0) break
    before.fill(0)
    const scale = 1 / (scales[t] as number)
    for (let p = 0; p < PAIR_COUNT; p++) {
      const a = FROM[p] as number
      const b = TO[p] as number
      before[a] =
        (before[a] as number) +
        (expTransitions[p] as number) * (emission[base + b] as number) * (beta[b] as number) * scale
    }
    const swap = beta
    beta = before
    before = swap
  }
}
