import type { Language } from '../model.ts'
import { loadResources } from './name-model.ts'
import type { AnnotatedText } from './read-corpus.ts'
import { type TrainingDomain, type TrainingOptions, trainTagger } from './train-tagger.ts'
import { packWeights } from './weights-format.ts'

/** Found by cross-validation on the corpus. */
const OPTIONS: TrainingOptions = {
  epochs: 10,
  minCount: 3,
  learningRate: 0.1,
  decay: 0.02,
  dropout: 0.3,

  seed: 1,
}
/** Weights are multiples of this. */
const WEIGHT_UNIT = 0.12

/** Trains one language’s tagger on its corpus, and on side domains where given, and packs the weights. */
export function trainLanguage(
  lang: Language,
  corpus: readonly AnnotatedText[],
  sides: readonly TrainingDomain[],
): Uint8Array {
  const domains = [{ texts: corpus, resources: loadResources(lang) }, ...sides]
  return packWeights(trainTagger(domains, OPTIONS), WEIGHT_UNIT)
}
