import { oncePer } from '../once-per.ts'
import { extractFeatures, FeaturePart, MAX_FEATURES, type Observations, wordState } from './features.ts'
import { closes, LABEL_COUNT, OUTSIDE, opens } from './labels.ts'
import { TokenClass } from './tokenize.ts'
import { BIAS, ROW_WORDS, rowOf, type Weights } from './weights-format.ts'

const L = LABEL_COUNT
const OPENS = Uint8Array.from({ length: L }, (_, y) => (opens(y) ? 1 : 0))
/** The label of the first token of the name that `label` is inside of; that of its inner tokens comes next. */
const firstOf = (label: number) => ((label - 1) & ~3) + 1
const CLOSES = Uint8Array.from({ length: L }, (_, y) => (closes(y) ? 1 : 0))
/** A label this much less likely than the best at its token is not followed up; `OUTSIDE` always is. */
const BEAM = 5
/** Marginals are summed over a name and so many tokens around it. */
const MARGIN = 4
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
  const line = taggerOf(weights)
  const candidates = findCandidates(o)
  for (let k = 0; k < lineStarts.length; k++) {
    const from = lineStarts[k] as number
    const to = k + 1 < lineStarts.length ? (lineStarts[k + 1] as number) : count
    if (to > from) line.tag(o, candidates, from, to, labels, marginals)
  }
  return { labels, marginals }
}

/** Buffers and weights, kept from document to document. */
class LineTagger {
  readonly #weights: Weights
  readonly #words: WordSums
  readonly #features = new Uint32Array(MAX_FEATURES)
  readonly #rows = new Int32Array(MAX_FEATURES)
  readonly #sums = new Int32Array(ROW_WORDS * 4)
  #scores = new Float32Array(64 * L)
  #alpha = new Float64Array(64 * L)
  #back = new Uint8Array(64 * L)
  /** Labels followed up at each token, and how many. */
  #active = new Uint8Array(64 * L)
  #activeCount = new Uint8Array(64)
  /** Those of them that may stand before a new name. */
  #closing = new Uint8Array(64 * L)
  #closingCount = new Uint8Array(64)
  #scales = new Float64Array(64)
  readonly #beta = new Float64Array(L)
  readonly #earlier = new Float64Array(L)

  constructor(weights: Weights) {
    this.#weights = weights
    this.#words = new WordSums(weights)
  }

  tag(
    o: Observations,
    candidates: Uint8Array,
    from: number,
    to: number,
    labels: Uint8Array,
    marginals: Float32Array,
  ): void {
    // Between names lie stretches of sure outside: each stretch of candidates is a line of its own, with one token around.
    let start = from
    while (start < to) {
      while (start < to && candidates[start] === 0) start++
      if (start === to) return
      let end = start
      while (end < to && candidates[end] === 1) end++
      this.#tagStretch(o, start, end, labels, marginals)
      start = end
    }
  }

  #tagStretch(o: Observations, from: number, to: number, labels: Uint8Array, marginals: Float32Array): void {
    const length = to - from
    this.#grow(length)
    for (let t = 0; t < length; t++) this.#score(o, from + t, t)
    if (!this.#decode(from, length, labels)) return
    // Names, each with the tokens around it that could be part of it; what lies between counts as outside.
    let t = 0
    while (t < length) {
      while (t < length && labels[from + t] === OUTSIDE) t++
      if (t === length) return
      const first = Math.max(0, t - MARGIN)
      let quiet = 0
      while (t < length && quiet < 2 * MARGIN) {
        quiet = labels[from + t] === OUTSIDE ? quiet + 1 : 0
        t++
      }
      const last = Math.min(length - 1, t - 1 - quiet + MARGIN)
      if (first > 0) this.#keepOutside(first)
      if (last < length - 1) this.#keepOutside(last)
      this.#addMarginals(from, first, last, marginals)
      t = last + 1
    }
  }

  /** `OUTSIDE` is the first label of both lists. */
  #keepOutside(t: number): void {
    this.#activeCount[t] = 1
    this.#closingCount[t] = 1
  }

  #grow(length: number): void {
    if (length <= this.#activeCount.length) return
    const size = Math.max(length, 2 * this.#activeCount.length)
    this.#scores = new Float32Array(size * L)
    this.#alpha = new Float64Array(size * L)
    this.#back = new Uint8Array(size * L)
    this.#active = new Uint8Array(size * L)
    this.#activeCount = new Uint8Array(size)
    this.#closing = new Uint8Array(size * L)
    this.#closingCount = new Uint8Array(size)
    this.#scales = new Float64Array(size)
  }

  #score(o: Observations, i: number, t: number): void {
    const { unit } = this.#weights
    const features = this.#features
    const sums = this.#sums
    const lanes = this.#words.lanesOf(o, i)
    const n = extractFeatures(o, i, features, FeaturePart.context)
    const bias = addRows(this.#weights, features, n, this.#rows, this.#words.lanes, lanes, sums) * BIAS
    const scores = this.#scores
    const base = t * L
    let top = 0
    for (let y = 0; y < L; y++) top = Math.max(top, sums[y] as number)
    // Whole numbers are compared: most labels are far below, and have no score.
    const least = top - BEAM / unit
    let active = 0
    let closing = 0
    for (let y = 0; y < L; y++) {
      if (y !== OUTSIDE && (sums[y] as number) <= least) continue
      scores[base + y] = ((sums[y] as number) - bias) * unit
      this.#active[base + active++] = y
      if (CLOSES[y] === 1) this.#closing[base + closing++] = y
    }
    this.#activeCount[t] = active
    this.#closingCount[t] = closing
  }

  /** Writes the best path; returns whether it holds a name. */
  #decode(from: number, length: number, labels: Uint8Array): boolean {
    const { transitions } = this.#weights
    const scores = this.#scores
    const back = this.#back
    const paths = this.#alpha
    const active = this.#active
    const closing = this.#closing
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
        if (OPENS[b] === 1) {
          const earlier = this.#closingCount[t - 1] as number
          for (let p = 0; p < earlier; p++) {
            const a = closing[base - L + p] as number
            const path = (paths[base - L + a] as number) + (transitions[a * L + b] as number)
            if (path > best) {
              best = path
              from = a
            }
          }
        } else {
          const first = firstOf(b)
          for (let a = first; a <= first + 1; a++) {
            const path = (paths[base - L + a] as number) + (transitions[a * L + b] as number)
            if (path > best) {
              best = path
              from = a
            }
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
    const closing = this.#closing
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
        else if (OPENS[b] === 1) {
          const earlier = this.#closingCount[t - 1] as number
          for (let p = 0; p < earlier; p++) {
            const a = closing[base - L + p] as number
            reached += (alpha[base - L + a] as number) * (expTransitions[a * L + b] as number)
          }
        } else {
          const a = base - L + firstOf(b)
          const row = firstOf(b) * L + b
          reached =
            (alpha[a] as number) * (expTransitions[row] as number) +
            (alpha[a + 1] as number) * (expTransitions[row + L] as number)
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
        if (OPENS[b] === 1) {
          const closers = this.#closingCount[t - 1] as number
          for (let p = 0; p < closers; p++) {
            const a = closing[base - L + p] as number
            earlier[a] = (earlier[a] as number) + (expTransitions[a * L + b] as number) * mass
          }
        } else {
          const a = firstOf(b)
          earlier[a] = (earlier[a] as number) + (expTransitions[a * L + b] as number) * mass
          earlier[a + 1] = (earlier[a + 1] as number) + (expTransitions[(a + 1) * L + b] as number) * mass
        }
      }
      const swap = beta
      beta = earlier
      earlier = swap
    }
  }
}

/** 16-bit lanes of a row of sums, two to a word: even bytes of each word of weights, then odd ones. */
const LANE_WORDS = 2 * ROW_WORDS
/** Words whose sums are kept at a time. */
const WORD_SLOTS = 4096
const WORD_STRIDE = LANE_WORDS + 1

/**
 * Sums of the rows of words’ own features, kept from document to document: a slot holds the last word that fell on it, so
 * that what is kept stays small and what comes back never depends on what came before.
 */
class WordSums {
  readonly #weights: Weights
  readonly #features = new Uint32Array(MAX_FEATURES)
  /** Three numbers a slot: two hashes of the word, and its state + 1. */
  readonly #keys = new Int32Array(WORD_SLOTS * 3)
  /** `LANE_WORDS` a slot, and how many rows are in them. */
  readonly lanes = new Int32Array(WORD_SLOTS * WORD_STRIDE)

  constructor(weights: Weights) {
    this.#weights = weights
  }

  /** Where the lanes of token `i` begin. */
  lanesOf(o: Observations, i: number): number {
    const exact = o.exact[i] as number
    const lower = o.lower[i] as number
    const state = wordState(o, i) + 1
    const slot = (exact ^ (exact >>> 15) ^ (state << 7)) & (WORD_SLOTS - 1)
    const keys = this.#keys
    const key = slot * 3
    const at = slot * WORD_STRIDE
    if (keys[key] === exact && keys[key + 1] === lower && keys[key + 2] === state) return at
    keys[key] = exact
    keys[key + 1] = lower
    keys[key + 2] = state
    const n = extractFeatures(o, i, this.#features, FeaturePart.word)
    sumLanes(this.#weights, this.#features, n, this.lanes, at)
    return at
  }
}

const taggerOf = oncePer((weights: Weights) => new LineTagger(weights))

/** Writes the sums of the rows of `features` (the first `n`), and how many there are, into `lanes` from `at` on. */
function sumLanes(weights: Weights, features: Uint32Array, n: number, lanes: Int32Array, at: number): void {
  const { table } = weights
  let found = 0
  lanes.fill(0, at, at + LANE_WORDS)
  for (let k = 0; k < n; k++) {
    const row = rowOf(weights, features[k] as number)
    if (row < 0) continue
    found++
    for (let w = 0; w < ROW_WORDS; w++) {
      const word = table[row + w] as number
      lanes[at + 2 * w] = (lanes[at + 2 * w] as number) + (word & LANES)
      lanes[at + 2 * w + 1] = (lanes[at + 2 * w + 1] as number) + ((word >>> 8) & LANES)
    }
  }
  lanes[at + LANE_WORDS] = found
}

/**
 * Sums the rows of `features` (the first `n`) and the lanes that begin at `at` into `sums`, a number a label, and returns
 * how many rows that is. Bytes are added two at a time in 16-bit lanes: `MAX_FEATURES` bytes cannot overflow one.
 */
function addRows(
  weights: Weights,
  features: Uint32Array,
  n: number,
  rows: Int32Array,
  lanes: Int32Array,
  at: number,
  sums: Int32Array,
): number {
  const { table } = weights
  // First where the rows are, then the rows: they are far apart in memory, and fetched together when nothing stands between.
  let rowCount = 0
  for (let k = 0; k < n; k++) {
    const row = rowOf(weights, features[k] as number)
    if (row >= 0) rows[rowCount++] = row
  }
  let even0 = lanes[at + 0] as number
  let odd0 = lanes[at + 1] as number
  let even1 = lanes[at + 2] as number
  let odd1 = lanes[at + 3] as number
  let even2 = lanes[at + 4] as number
  let odd2 = lanes[at + 5] as number
  let even3 = lanes[at + 6] as number
  let odd3 = lanes[at + 7] as number
  let even4 = lanes[at + 8] as number
  let odd4 = lanes[at + 9] as number
  let even5 = lanes[at + 10] as number
  let odd5 = lanes[at + 11] as number
  let even6 = lanes[at + 12] as number
  let odd6 = lanes[at + 13] as number
  let even7 = lanes[at + 14] as number
  for (let k = 0; k < rowCount; k++) {
    const row = rows[k] as number
    let word = table[row] as number
    even0 += word & LANES
    odd0 += (word >>> 8) & LANES
    word = table[row + 1] as number
    even1 += word & LANES
    odd1 += (word >>> 8) & LANES
    word = table[row + 2] as number
    even2 += word & LANES
    odd2 += (word >>> 8) & LANES
    word = table[row + 3] as number
    even3 += word & LANES
    odd3 += (word >>> 8) & LANES
    word = table[row + 4] as number
    even4 += word & LANES
    odd4 += (word >>> 8) & LANES
    word = table[row + 5] as number
    even5 += word & LANES
    odd5 += (word >>> 8) & LANES
    word = table[row + 6] as number
    even6 += word & LANES
    odd6 += (word >>> 8) & LANES
    even7 += (table[row + 7] as number) & 0xff
  }
  spread(sums, 0, even0, odd0)
  spread(sums, 4, even1, odd1)
  spread(sums, 8, even2, odd2)
  spread(sums, 12, even3, odd3)
  spread(sums, 16, even4, odd4)
  spread(sums, 20, even5, odd5)
  spread(sums, 24, even6, odd6)
  sums[28] = even7 & 0xffff
  return (lanes[at + LANE_WORDS] as number) + rowCount
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
