import type { Language } from '../model.ts'
import { loadResources } from './name-model.ts'
import type { AnnotatedText, CorpusFile } from './read-corpus.ts'
import { recognizeWith } from './recognize-names.ts'
import { type NameError, NameScore } from './score-names.ts'
import { trainLanguage } from './train-language.ts'
import type { TrainingDomain } from './train-tagger.ts'
import { unpackWeights } from './weights-format.ts'

/** One training a fold is enough to compare by; what is shipped is the mean of several, and somewhat better. */
const SEEDS = [1]

export interface Fold {
  train: AnnotatedText[]
  test: { file: string; text: AnnotatedText }[]
}

/**
 * The `fold`-th of `folds`: of every file, one run of neighbouring texts is held out, so that lines written one after the
 * other, which are alike, stand on the same side. Each text is held out in exactly one fold.
 */
export function splitFold(files: readonly CorpusFile[], folds: number, fold: number): Fold {
  const train: AnnotatedText[] = []
  const test: Fold['test'] = []
  for (const { file, texts } of files) {
    texts.forEach((text, i) => {
      if (Math.floor((i * folds) / texts.length) === fold) test.push({ file, text })
      else train.push(text)
    })
  }
  return { train, test }
}

/**
 * Trains without each fold in turn and scores the names found in it, the document level included, by file of the corpus.
 * Side domains are always trained on and never scored. `report` is given what is wrong in each text. Same input, same figures.
 */
export function crossValidate(
  lang: Language,
  files: readonly CorpusFile[],
  sides: readonly TrainingDomain[],
  folds: number,
  report?: (text: AnnotatedText, errors: readonly NameError[]) => void,
): NameScore {
  const score = new NameScore()
  for (let fold = 0; fold < folds; fold++) {
    const { train, test } = splitFold(files, folds, fold)
    const model = { resources: loadResources(lang), weights: unpackWeights(trainLanguage(lang, train, sides, SEEDS)) }
    for (const { file, text } of test) {
      const got = recognizeWith(model, { text: text.text, lang, sentences: [], blocks: [], marks: [] })
      const errors = score.add(got, text.names, file)
      report?.(text, errors)
    }
  }
  return score
}
