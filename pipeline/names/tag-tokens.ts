import { extractFeatures, MAX_FEATURES, type Observations } from './features.ts'
import { closes, follows, LABEL_COUNT, OUTSIDE, opens } from './labels.ts'
import { TokenClass } from './tokenize.ts'
import { PRESENT_MASK, type Weights } from './weights-format.ts'

const L = LABEL_COUNT
/** Labels that may stand before each label. */
const BEFORE = Array.from({ length: L }, (_, b) =>
  Uint8Array.from(Array.from({ length: L }, (_, a) => a).filter((a) => follows(a, b))),
)
const OPENS = Uint8Array.from({ length: L }, (_, y) => (opens(y) ? 1 : 0))
const CLOSES = Uint8Array.from({ length: L }, (_, y) => (closes(y) ? 1 : 0))
/** A label this much less likely than the best at its token is not followed up; `OUTSIDE` always is. */
const BEAM = 12
const NEVER = -1e9

/** Labels of a document’s tokens, and for each token the marginal probability of every label (`LABEL_COUNT` a token). */
export interface Tagging {
  labels: Uint8Array
  /** Only lines in which a name was found have them; elsewhere they are 0. */
  marginals: Float32Array
}

/**
 * The best legal labels of each line (Viterbi 1967) and their marginals (forward–backward). Tokens far from anything that
 * could be a name are outside without being looked at.
 */
export function tagTokens(o: Observations, lineStarts: readonly number[], weights: Weights): Tagging {
  const { count } = o
  const labels = new Uint8Array(count)
  const marginals = new Float32Array(count * L)
  const line = new LineTagger(o, weights)
  for (let k = 0; k < lineStarts.length; k++) {
    const from = lineStarts[k] as number
    const to = k + 1 < lineStarts.length ? (lineStarts[k + 1] as number) : count
    if (to > from) line.tag(from, to, labels, marginals)
  }
  return { labels, marginals }
}

/** Buffers and weights, kept from line to line. */
class LineTagger {
  readonly #o: Observations
  readonly #weights: Weights
  readonly #candidates: Uint8Array
  readonly #features = new Uint32Array(MAX_FEATURES)
  readonly #sums = new Int32Array(L)
  #scores = new Float32Array(64 * L)
  #alpha = new Float64Array(64 * L)
  #back = new Uint8Array(64 * L)
  /** Labels followed up at each token, and how many. */
  #active = new Uint8Array(64 * L)
  #activeCount = new Uint8Array(64)
  #scales = new Float64Array(64)

  constructor(o: Observations, weights: Weights) {
    this.#o = o
    this.#weights = weights
    this.#candidates = findCandidates(o)
  }

  tag(from: number, to: number, labels: Uint8Array, marginals: Float32Array): void {
    // Between names lie stretches of sure outside: each stretch of candidates is a line of its own, with one token around.
    let start = from
    while (start < to) {
      while (start < to && this.#candidates[start] === 0) start++
      if (start === to) return
      let end = start
      while (end < to && this.#candidates[end] === 1) end++
      this.#tagStretch(start, end, labels, marginals)
      start = end
    }
  }

  #tagStretch(from: number, to: number, labels: Uint8Array, marginals: Float32Array): void {
    const length = to - from
    this.#grow(length)
    for (let t = 0; t < length; t++) this.#score(from + t, t)
    if (this.#decode(from, length, labels)) this.#addMarginals(from, length, marginals)
  }

  #grow(length: number): void {
    if (length <= this.#activeCount.length) return
    const size = length * 2
    this.#scores = new Float32Array(size * L)
    this.#alpha = new Float64Array(size * L)
    this.#back = new Uint8Array(size * L)
    this.#active = new Uint8Array(size * L)
    this.#activeCount = new Uint8Array(size)
    this.#scales = new Float64Array(size)
  }

  #score(i: number, t: number): void {
    const { present, table, pairs, unit } = this.#weights
    const last = (table.length >> 1) - 1
    const features = this.#features
    const sums = this.#sums
    const n = extractFeatures(this.#o, i, features)
    sums.fill(0)
    for (let k = 0; k < n; k++) {
      const feature = features[k] as number
      const bit = feature & PRESENT_MASK
      if (((present[bit >> 3] as number) & (1 << (bit & 7))) === 0) continue
      let slot = feature & last
      for (;;) {
        const key = table[slot * 2] as number
        if (key === 0) break
        if (key === feature + 1) {
          const row = table[slot * 2 + 1] as number
          const first = row >>> 5
          const end = first + (row & 31)
          for (let p = first; p < end; p++) {
            const pair = pairs[p] as number
            const label = pair & 255
            sums[label] = (sums[label] as number) + (pair >> 8)
          }
          break
        }
        slot = (slot + 1) & last
      }
    }
    const scores = this.#scores
    const base = t * L
    let top = -Infinity
    for (let y = 0; y < L; y++) {
      const score = (sums[y] as number) * unit
      scores[base + y] = score
      if (score > top) top = score
    }
    let active = 0
    for (let y = 0; y < L; y++) {
      if (y === OUTSIDE || (scores[base + y] as number) > top - BEAM) this.#active[base + active++] = y
    }
    this.#activeCount[t] = active
  }

  /** Writes the best path; returns whether it holds a name. */
  #decode(from: number, length: number, labels: Uint8Array): boolean {
    const { transitions } = this.#weights
    const scores = this.#scores
    const back = this.#back
    const paths = this.#alpha
    paths.fill(NEVER, 0, length * L)
    for (let t = 0; t < length; t++) {
      const base = t * L
      for (let k = 0; k < (this.#activeCount[t] as number); k++) {
        const b = this.#active[base + k] as number
        const score = scores[base + b] as number
        if (t === 0) {
          if (OPENS[b] === 1) paths[b] = score
          continue
        }
        const before = BEFORE[b] as Uint8Array
        let best = NEVER
        let from = 0
        for (let p = 0; p < before.length; p++) {
          const a = before[p] as number
          const path = (paths[base - L + a] as number) + (transitions[a * L + b] as number)
          if (path > best) {
            best = path
            from = a
          }
        }
        paths[base + b] = best + score
        back[base + b] = from
      }
    }
    let best: number = OUTSIDE
    const base = (length - 1) * L
    for (let y = 0; y < L; y++)
      if (CLOSES[y] === 1 && (paths[base + y] as number) > (paths[base + best] as number)) best = y
    let named = false
    for (let t = length - 1; t >= 0; t--) {
      labels[from + t] = best
      if (best !== OUTSIDE) named = true
      best = back[t * L + best] as number
    }
    return named
  }

  #addMarginals(from: number, length: number, out: Float32Array): void {
    const { expTransitions } = this.#weights
    const scores = this.#scores
    const alpha = this.#alpha
    const scales = this.#scales
    alpha.fill(0, 0, length * L)
    for (let t = 0; t < length; t++) {
      const base = t * L
      const count = this.#activeCount[t] as number
      let top = -Infinity
      for (let k = 0; k < count; k++) top = Math.max(top, scores[base + (this.#active[base + k] as number)] as number)
      let sum = 0
      for (let k = 0; k < count; k++) {
        const b = this.#active[base + k] as number
        const emission = Math.exp((scores[base + b] as number) - top)
        scores[base + b] = emission
        let reached = 0
        if (t === 0) reached = OPENS[b] as number
        else {
          const before = BEFORE[b] as Uint8Array
          for (let p = 0; p < before.length; p++) {
            const a = before[p] as number
            const mass = alpha[base - L + a] as number
            if (mass !== 0) reached += mass * (expTransitions[a * L + b] as number)
          }
        }
        const mass = t === length - 1 && CLOSES[b] === 0 ? 0 : reached * emission
        alpha[base + b] = mass
        sum += mass
      }
      scales[t] = sum
      for (let k = 0; k < count; k++) {
        const b = base + (this.#active[base + k] as number)
        alpha[b] = (alpha[b] as number) / sum
      }
    }
    let beta = new Float64Array(L)
    let earlier = new Float64Array(L)
    for (let y = 0; y < L; y++) beta[y] = CLOSES[y] as number
    for (let t = length - 1; t >= 0; t--) {
      const base = t * L
      const count = this.#activeCount[t] as number
      for (let k = 0; k < count; k++) {
        const y = this.#active[base + k] as number
        out[(from + t) * L + y] = (alpha[base + y] as number) * (beta[y] as number)
      }
      if (t === 0) return
      earlier.fill(0)
      const scale = 1 / (scales[t] as number)
      for (let k = 0; k < count; k++) {
        const b = this.#active[base + k] as number
        const mass = (scores[base + b] as number) * (beta[b] as number) * scale
        if (mass === 0) continue
        const before = BEFORE[b] as Uint8Array
        for (let p = 0; p < before.length; p++) {
          const a = before[p] as number
          earlier[a] = (earlier[a] as number) + (expTransitions[a * L + b] as number) * mass
        }
      }
      const swap = beta
      beta = earlier
      earlier = swap
    }
  }
}

/** How far from a token that could name something its neighbours are looked at. */
const REACH = 6

/** 1 for tokens that are, or stand near, a word that is no ordinary word in lower case. */
function findCandidates(o: Observations): Uint8Array {
  const near = new Uint8Array(o.count)
  let until = -1
  for (let i = 0; i < o.count; i++) {
    if (couldName(o, i)) {
      for (let k = Math.max(o.lineFrom[i] as number, i - REACH, until + 1); k < i; k++) near[k] = 1
      until = Math.min((o.lineTo[i] as number) - 1, i + REACH)
    }
    if (i <= until) near[i] = 1
  }
  return near
}

function couldName(o: Observations, i: number): boolean {
  const c = o.classes[i] as number
  if (c === TokenClass.lower) return o.ordinary[i] === 0 && o.lexical[i] === 0
  return c !== TokenClass.punctuation && c !== TokenClass.number && c !== TokenClass.symbol
}
