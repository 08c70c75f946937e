import { seededRandom } from '../seeded-random.ts'
import { extractFeatures, FEATURE_BITS, FeaturePart, type FeatureResources, MAX_FEATURES, observe } from './features.ts'
import { closes, follows, LABEL_COUNT, opens } from './labels.ts'
import { type AnnotatedText, labelTokens, lineStartsOf } from './read-corpus.ts'
import { tokenize } from './tokenize.ts'

/** Annotated text of one kind, and what its language’s features look words up in. */
export interface TrainingDomain {
  texts: readonly AnnotatedText[]
  resources: FeatureResources
}

export interface TrainingOptions {
  epochs: number
  /** A feature is kept when at least this many tokens have it. */
  minCount: number
  learningRate: number
  /** Strength of the L2 penalty, as a share of a weight lost each epoch. */
  decay: number
  /**
   * Share of a token’s features that each visit leaves out (Srivastava et al. 2014), so that a name is also known by what
   * stands around it.
   */
  dropout: number
  seed: number
}

/** Weights before they are pruned and packed: rows of `LABEL_COUNT` by feature, transitions by from × to. */
export interface TrainedWeights {
  rows: Map<number, Float32Array>
  transitions: Float32Array
}

interface Sequence {
  /** Offsets into the flat feature list, one a token and one past the last. */
  from: number
  length: number
  domain: number
}

/**
 * Trains a linear-chain conditional random field (Lafferty et al. 2001) by stochastic gradient descent with AdaGrad steps.
 * `domains[0]` is the text that the tagger is for. Features of every domain are doubled, shared and own, and what comes back
 * is the sum of the shared and the first domain’s (Daumé III, “Frustratingly easy domain adaptation”, ACL 2007).
 */
export function trainTagger(domains: readonly TrainingDomain[], options: TrainingOptions): TrainedWeights {
  const L = LABEL_COUNT
  const doubled = domains.length > 1
  // Features of all tokens, flat; then their indexes.
  let features = new Int32Array(1 << 22)
  let featureCount = 0
  const tokenFrom: number[] = []
  const gold: number[] = []
  const sequences: Sequence[] = []
  const out = new Uint32Array(MAX_FEATURES)
  const counts = domains.map(() => new Uint8Array(1 << FEATURE_BITS))
  domains.forEach(({ texts, resources }, domain) => {
    const count = counts[domain] as Uint8Array
    for (const { text, names } of texts) {
      const tokens = tokenize(text)
      const lines = lineStartsOf(text, tokens)
      const labels = labelTokens(tokens, names)
      const o = observe(text, tokens, lines, resources)
      for (let line = 0; line < lines.length; line++) {
        const from = lines[line] as number
        const to = line + 1 < lines.length ? (lines[line + 1] as number) : tokens.count
        sequences.push({ from: tokenFrom.length, length: to - from, domain })
        for (let i = from; i < to; i++) {
          const n = extractFeatures(o, i, out, FeaturePart.all)
          if (featureCount + n > features.length) {
            const wider = new Int32Array(features.length * 2)
            wider.set(features)
            features = wider
          }
          tokenFrom.push(featureCount)
          gold.push(labels[i] as number)
          for (let k = 0; k < n; k++) {
            const f = out[k] as number
            features[featureCount++] = f
            if ((count[f] as number) < 255) count[f] = (count[f] as number) + 1
          }
        }
      }
    }
  })
  tokenFrom.push(featureCount)

  // Shared rows first, then each domain’s own.
  let rows = 0
  const shared = new Int32Array(1 << FEATURE_BITS).fill(-1)
  for (let f = 0; f < shared.length; f++) {
    let total = 0
    for (const count of counts) total += count[f] as number
    if (total >= options.minCount) shared[f] = rows++
  }
  const own = counts.map((count) => {
    const index = new Int32Array(doubled ? 1 << FEATURE_BITS : 0)
    for (let f = 0; f < index.length; f++) index[f] = (count[f] as number) >= options.minCount ? rows++ : -1
    return index
  })
  const weights = new Float32Array(rows * L)
  const squares = new Float32Array(rows * L)
  const transitions = new Float32Array(L * L)
  const transitionSquares = new Float32Array(L * L)

  const longest = Math.max(...sequences.map(({ length }) => length))
  const emission = new Float64Array(longest * L)
  const alpha = new Float64Array(longest * L)
  const beta = new Float64Array(longest * L)
  const scales = new Float64Array(longest)
  const pairs: number[] = []
  for (let a = 0; a < L; a++) for (let b = 0; b < L; b++) if (follows(a, b)) pairs.push(a, b)
  const expTransitions = new Float64Array(pairs.length / 2)
  const expected = new Float64Array(pairs.length / 2)
  const starts = Array.from({ length: L }, (_, y) => opens(y))
  const stops = Array.from({ length: L }, (_, y) => closes(y))
  const random = seededRandom(options.seed)
  const order = sequences.map((_, i) => i)
  const kept = new Uint8Array(longest * MAX_FEATURES)
  const active = new Int32Array(MAX_FEATURES * 2)
  const delta = new Float64Array(L)

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const swapped = order[i] as number
      order[i] = order[j] as number
      order[j] = swapped
    }
    for (const index of order) {
      const { from, length, domain } = sequences[index] as Sequence
      const ownIndex = own[domain] as Int32Array
      const first = tokenFrom[from] as number
      for (let k = first; k < (tokenFrom[from + length] as number); k++)
        kept[k - first] = random() < options.dropout ? 0 : 1
      for (let t = 0; t < length; t++) {
        const base = t * L
        emission.fill(0, base, base + L)
        for (let k = tokenFrom[from + t] as number; k < (tokenFrom[from + t + 1] as number); k++) {
          if (kept[k - first] === 0) continue
          const f = features[k] as number
          let row = shared[f] as number
          if (row >= 0)
            for (let y = 0, r = row * L; y < L; y++)
              emission[base + y] = (emission[base + y] as number) + (weights[r + y] as number)
          if (doubled) {
            row = ownIndex[f] as number
            if (row >= 0)
              for (let y = 0, r = row * L; y < L; y++)
                emission[base + y] = (emission[base + y] as number) + (weights[r + y] as number)
          }
        }
        let top = -Infinity
        for (let y = 0; y < L; y++) top = Math.max(top, emission[base + y] as number)
        for (let y = 0; y < L; y++) emission[base + y] = Math.exp((emission[base + y] as number) - top)
      }
      for (let p = 0; p < expTransitions.length; p++) {
        expTransitions[p] = Math.exp(transitions[(pairs[2 * p] as number) * L + (pairs[2 * p + 1] as number)] as number)
      }
      forwardBackward(length)
      expected.fill(0)
      for (let t = 1; t < length; t++) {
        const scale = 1 / (scales[t] as number)
        for (let p = 0; p < expected.length; p++) {
          const a = pairs[2 * p] as number
          const b = pairs[2 * p + 1] as number
          expected[p] =
            (expected[p] as number) +
            (alpha[(t - 1) * L + a] as number) *
              (expTransitions[p] as number) *
              (emission[t * L + b] as number) *
              (beta[t * L + b] as number) *
              scale
        }
      }
      for (let t = 1; t < length; t++) {
        const a = gold[from + t - 1] as number
        const b = gold[from + t] as number
        step(transitions, transitionSquares, a * L + b, 1)
      }
      for (let p = 0; p < expected.length; p++) {
        if ((expected[p] as number) > 1e-6) {
          step(
            transitions,
            transitionSquares,
            (pairs[2 * p] as number) * L + (pairs[2 * p + 1] as number),
            -(expected[p] as number),
          )
        }
      }
      for (let t = 0; t < length; t++) {
        const want = gold[from + t] as number
        let significant = false
        for (let y = 0; y < L; y++) {
          const p = (alpha[t * L + y] as number) * (beta[t * L + y] as number)
          const d = (y === want ? 1 : 0) - p
          delta[y] = Math.abs(d) > 0.002 ? d : 0
          if (delta[y] !== 0) significant = true
        }
        if (!significant) continue
        let n = 0
        for (let k = tokenFrom[from + t] as number; k < (tokenFrom[from + t + 1] as number); k++) {
          if (kept[k - first] === 0) continue
          const f = features[k] as number
          if ((shared[f] as number) >= 0) active[n++] = shared[f] as number
          if (doubled && (ownIndex[f] as number) >= 0) active[n++] = ownIndex[f] as number
        }
        for (let y = 0; y < L; y++) {
          const d = delta[y] as number
          if (d === 0) continue
          for (let k = 0; k < n; k++) step(weights, squares, (active[k] as number) * L + y, d)
        }
      }
    }
    if (options.decay > 0) {
      const keep = 1 - options.decay
      for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * keep
    }
  }

  const trained: TrainedWeights = { rows: new Map(), transitions }
  const first = own[0] as Int32Array
  // All features count when names are tagged: each is worth as much less.
  const worth = 1 - options.dropout
  for (let f = 0; f < shared.length; f++) {
    const a = shared[f] as number
    const b = doubled ? (first[f] as number) : -1
    if (a < 0 && b < 0) continue
    const row = new Float32Array(L)
    for (let y = 0; y < L; y++)
      row[y] = worth * ((a >= 0 ? (weights[a * L + y] as number) : 0) + (b >= 0 ? (weights[b * L + y] as number) : 0))
    trained.rows.set(f, row)
  }
  return trained

  function step(values: Float32Array, sums: Float32Array, at: number, gradient: number): void {
    const sum = (sums[at] as number) + gradient * gradient
    sums[at] = sum
    values[at] = (values[at] as number) + (options.learningRate * gradient) / Math.sqrt(sum + 1e-8)
  }

  function forwardBackward(length: number): void {
    alpha.fill(0, 0, length * L)
    beta.fill(0, 0, length * L)
    for (let t = 0; t < length; t++) {
      const base = t * L
      if (t === 0) for (let y = 0; y < L; y++) alpha[y] = starts[y] ? (emission[y] as number) : 0
      else {
        for (let p = 0; p < expTransitions.length; p++) {
          alpha[base + (pairs[2 * p + 1] as number)] =
            (alpha[base + (pairs[2 * p + 1] as number)] as number) +
            (alpha[base - L + (pairs[2 * p] as number)] as number) * (expTransitions[p] as number)
        }
        for (let y = 0; y < L; y++) alpha[base + y] = (alpha[base + y] as number) * (emission[base + y] as number)
      }
      if (t === length - 1) for (let y = 0; y < L; y++) if (!stops[y]) alpha[base + y] = 0
      let sum = 0
      for (let y = 0; y < L; y++) sum += alpha[base + y] as number
      scales[t] = sum
      for (let y = 0; y < L; y++) alpha[base + y] = (alpha[base + y] as number) / sum
    }
    const lastBase = (length - 1) * L
    for (let y = 0; y < L; y++) beta[lastBase + y] = stops[y] ? 1 : 0
    for (let t = length - 2; t >= 0; t--) {
      const base = t * L
      const scale = 1 / (scales[t + 1] as number)
      for (let p = 0; p < expTransitions.length; p++) {
        const b = base + L + (pairs[2 * p + 1] as number)
        beta[base + (pairs[2 * p] as number)] =
          (beta[base + (pairs[2 * p] as number)] as number) +
          (expTransitions[p] as number) * (emission[b] as number) * (beta[b] as number) * scale
      }
    }
  }
}
