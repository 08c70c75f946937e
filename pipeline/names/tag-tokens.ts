import { extractFeatures, MAX_FEATURES, type Observations } from './features.ts'
import { closes, LABEL_COUNT, OUTSIDE, opens } from './labels.ts'
import { TokenClass } from './tokenize.ts'
import { BIAS, ROW_WORDS, type Weights } from './weights-format.ts'

const L = LABEL_COUNT
const OPENS = Uint8Array.from({ length: L }, (_, y) => (opens(y) ? 1 : 0))
const CLOSES = Uint8Array.from({ length: L }, (_, y) => (closes(y) ? 1 : 0))
/** A label this much less likely than the best at its token is not followed up; `OUTSIDE` always is. */
const BEAM = 7
const NEVER = -1e9
/** The lower byte of each half of a word. */
const LANES = 0x00ff00ff

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
  readonly #sums = new Int32Array(ROW_WORDS * 4)
  #scores = new Float32Array(64 * L)
  #alpha = new Float64Array(64 * L)
  #back = new Uint8Array(64 * L)
  /** Labels followed up at each token, and how many. */
  #active = new Uint8Array(64 * L)
  #activeCount = new Uint8Array(64)
  #scales = new Float64Array(64)
  readonly #beta = new Float64Array(L)
  readonly #earlier = new Float64Array(L)

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
    if (!this.#decode(from, length, labels)) return
    // Where outside alone is followed up, all paths meet: what lies between two such tokens is summed on its own.
    let first = 0
    let named = false
    for (let t = 0; t < length; t++) {
      if (labels[from + t] !== OUTSIDE) named = true
      if (this.#activeCount[t] !== 1 && t < length - 1) continue
      if (named) this.#addMarginals(from, first, t, marginals)
      first = t
      named = false
    }
  }

  #grow(length: number): void {
    if (length <= this.#activeCount.length) return
    const size = Math.max(length, 2 * this.#activeCount.length)
    this.#scores = new Float32Array(size * L)
    this.#alpha = new Float64Array(size * L)
    this.#back = new Uint8Array(size * L)
    this.#active = new Uint8Array(size * L)
    this.#activeCount = new Uint8Array(size)
    this.#scales = new Float64Array(size)
  }

  #score(i: number, t: number): void {
    const { unit } = this.#weights
    const sums = this.#sums
    const n = extractFeatures(this.#o, i, this.#features)
    const bias = addRows(this.#weights, this.#features, n, sums) * BIAS
    const scores = this.#scores
    const base = t * L
    let top = -Infinity
    for (let y = 0; y < L; y++) {
      const score = ((sums[y] as number) - bias) * unit
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
    const active = this.#active
    paths.fill(NEVER, 0, length * L)
    for (let t = 0; t < length; t++) {
      const base = t * L
      for (let k = 0; k < (this.#activeCount[t] as number); k++) {
        const b = active[base + k] as number
        const score = scores[base + b] as number
        if (t === 0) {
          if (OPENS[b] === 1) paths[b] = score
          continue
        }
        let best = NEVER
        let from = 0
        const earlier = this.#activeCount[t - 1] as number
        for (let p = 0; p < earlier; p++) {
          const a = active[base - L + p] as number
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

  /** Marginals of the tokens `first` to `last` of the stretch that begins at `from`; all paths pass by one label before and after. */
  #addMarginals(from: number, first: number, last: number, out: Float32Array): void {
    const { expTransitions } = this.#weights
    const scores = this.#scores
    const alpha = this.#alpha
    const scales = this.#scales
    const active = this.#active
    alpha.fill(0, first * L, (last + 1) * L)
    for (let t = first; t <= last; t++) {
      const base = t * L
      const count = this.#activeCount[t] as number
      let top = -Infinity
      for (let k = 0; k < count; k++) top = Math.max(top, scores[base + (active[base + k] as number)] as number)
      let sum = 0
      for (let k = 0; k < count; k++) {
        const b = active[base + k] as number
        const emission = Math.exp((scores[base + b] as number) - top)
        scores[base + b] = emission
        let reached = 0
        if (t === first) reached = OPENS[b] as number
        else {
          const earlier = this.#activeCount[t - 1] as number
          for (let p = 0; p < earlier; p++) {
            const a = active[base - L + p] as number
            reached += (alpha[base - L + a] as number) * (expTransitions[a * L + b] as number)
          }
        }
        const mass = t === last && CLOSES[b] === 0 ? 0 : reached * emission
        alpha[base + b] = mass
        sum += mass
      }
      scales[t] = sum
      for (let k = 0; k < count; k++) {
        const b = base + (active[base + k] as number)
        alpha[b] = (alpha[b] as number) / sum
      }
    }
    let beta = this.#beta
    let earlier = this.#earlier
    for (let y = 0; y < L; y++) beta[y] = CLOSES[y] as number
    for (let t = last; t >= first; t--) {
      const base = t * L
      const count = this.#activeCount[t] as number
      for (let k = 0; k < count; k++) {
        const y = active[base + k] as number
        out[(from + t) * L + y] = (alpha[base + y] as number) * (beta[y] as number)
      }
      if (t === first) return
      earlier.fill(0)
      const scale = 1 / (scales[t] as number)
      for (let k = 0; k < count; k++) {
        const b = active[base + k] as number
        const mass = (scores[base + b] as number) * (beta[b] as number) * scale
        if (mass === 0) continue
        for (let p = 0; p < (this.#activeCount[t - 1] as number); p++) {
          const a = active[base - L + p] as number
          earlier[a] = (earlier[a] as number) + (expTransitions[a * L + b] as number) * mass
        }
      }
      const swap = beta
      beta = earlier
      earlier = swap
    }
  }
}

/**
 * Sums the rows of `features` (the first `n`) into `sums`, a number a label, and returns how many have one. Bytes are added
 * two at a time in 16-bit lanes: `MAX_FEATURES` bytes cannot overflow one.
 */
function addRows({ table, rows }: Weights, features: Uint32Array, n: number, sums: Int32Array): number {
  const last = (table.length >> 1) - 1
  let found = 0
  let even0 = 0
  let odd0 = 0
  let even1 = 0
  let odd1 = 0
  let even2 = 0
  let odd2 = 0
  let even3 = 0
  let odd3 = 0
  let even4 = 0
  let odd4 = 0
  let even5 = 0
  let odd5 = 0
  let even6 = 0
  let odd6 = 0
  let even7 = 0
  let odd7 = 0
  for (let k = 0; k < n; k++) {
    const feature = features[k] as number
    let slot = feature & last
    let key = table[slot * 2] as number
    while (key !== 0 && key !== feature + 1) {
      slot = (slot + 1) & last
      key = table[slot * 2] as number
    }
    if (key === 0) continue
    found++
    const row = table[slot * 2 + 1] as number
    let word = rows[row] as number
    even0 += word & LANES
    odd0 += (word >>> 8) & LANES
    word = rows[row + 1] as number
    even1 += word & LANES
    odd1 += (word >>> 8) & LANES
    word = rows[row + 2] as number
    even2 += word & LANES
    odd2 += (word >>> 8) & LANES
    word = rows[row + 3] as number
    even3 += word & LANES
    odd3 += (word >>> 8) & LANES
    word = rows[row + 4] as number
    even4 += word & LANES
    odd4 += (word >>> 8) & LANES
    word = rows[row + 5] as number
    even5 += word & LANES
    odd5 += (word >>> 8) & LANES
    word = rows[row + 6] as number
    even6 += word & LANES
    odd6 += (word >>> 8) & LANES
    word = rows[row + 7] as number
    even7 += word & LANES
    odd7 += (word >>> 8) & LANES
  }
  spread(sums, 0, even0, odd0)
  spread(sums, 4, even1, odd1)
  spread(sums, 8, even2, odd2)
  spread(sums, 12, even3, odd3)
  spread(sums, 16, even4, odd4)
  spread(sums, 20, even5, odd5)
  spread(sums, 24, even6, odd6)
  spread(sums, 28, even7, odd7)
  return found
}

function spread(sums: Int32Array, at: number, even: number, odd: number): void {
  sums[at] = even & 0xffff
  sums[at + 1] = odd & 0xffff
  sums[at + 2] = even >>> 16
  sums[at + 3] = odd >>> 16
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
