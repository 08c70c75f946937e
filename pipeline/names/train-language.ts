import type { Language } from '../model.ts'
import { loadResources } from './name-model.ts'
import type { AnnotatedText } from './read-corpus.ts'
import { type TrainedWeights, type TrainingDomain, type TrainingOptions, trainTagger } from './train-tagger.ts'
import { packWeights } from './weights-format.ts'

/** Found by cross-validation on the corpus. */
const OPTIONS: Omit<TrainingOptions, 'seed'> = {
  epochs: 10,
  minCount: 3,
  learningRate: 0.1,
  decay: 0.02,
  dropout: 0.3,
}
/** One training depends on the order of lines and on what is dropped: the mean of several is steadier. */
const SEEDS = [1, 2, 3, 4]
/** Weights are multiples of this. */
const WEIGHT_UNIT = 0.12
/** Rows worth the time that reading them takes: of French, which has far more, four in ten go without a loss. */
const MOST_ROWS = 61_000

/** Trains one language’s tagger on its corpus, and on side domains where given, once a seed, and packs the mean weights. */
export function trainLanguage(
  lang: Language,
  corpus: readonly AnnotatedText[],
  sides: readonly TrainingDomain[],
  seeds: readonly number[] = SEEDS,
): Uint8Array {
  const domains = [{ texts: corpus, resources: loadResources(lang) }, ...sides]
  return packWeights(mean(seeds.map((seed) => trainTagger(domains, { ...OPTIONS, seed }))), WEIGHT_UNIT, MOST_ROWS)
}

/** The mean of weights trained on the same text: they have the same rows. */
function mean(trained: readonly TrainedWeights[]): TrainedWeights {
  const [first, ...others] = trained as [TrainedWeights, ...TrainedWeights[]]
  const share = 1 / trained.length
  const average = (values: Float32Array, same: (other: TrainedWeights) => Float32Array): void => {
    for (const other of others) {
      const more = same(other)
      for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) + (more[i] as number)
    }
    for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * share
  }
  for (const [feature, row] of first.rows) average(row, ({ rows }) => rows.get(feature) as Float32Array)
  average(first.transitions, ({ transitions }) => transitions)
  return first
}
