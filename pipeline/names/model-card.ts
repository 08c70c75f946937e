import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Language } from '../model.ts'
import type { AnnotatedText, CorpusFile } from './read-corpus.ts'
import type { NameScore } from './score-names.ts'

/** A side domain’s source, as the card names it. */
export interface SideDomain {
  name: string
  licence: string
  texts: readonly AnnotatedText[]
}

/** What a training measured. */
export interface Measured {
  lang: Language
  files: readonly CorpusFile[]
  side: SideDomain | undefined
  /** The packed weights that it wrote. */
  weights: Uint8Array
  folds: number
  score: NameScore
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { fr: 'French', en: 'English' }
const CORPUS_LICENCE = 'CC0 1.0'

/** SHA-256 of the weights, in hexadecimal: a retraining from the same data has the same. */
export const weightsDigest = (weights: Uint8Array): string => createHash('sha256').update(weights).digest('hex')

/** What a training says of itself in the model card, in Markdown; a pure function of what was measured. */
export function describeTraining({ lang, files, side, weights, folds, score }: Measured): string {
  const data = files.map(({ file, texts }) => dataRow(`\`corpus/${file}\``, texts, CORPUS_LICENCE))
  const all = files.flatMap(({ texts }) => texts)
  data.push(dataRow('**the corpus**', all, CORPUS_LICENCE))
  if (side !== undefined) data.push(dataRow(`${side.name} (side domain)`, side.texts, side.licence))
  const percent = (share: number) => (100 * share).toFixed(1)
  const rows = [...score.figures()].map(
    ([kind, { precision, recall, f1, wanted }]) =>
      `| ${kind} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} | ${wanted} |`,
  )
  const { bins, error } = score.calibration()
  const calibration = bins.map(
    ({ confidence, right, count }) => `| ${confidence.toFixed(2)} | ${right.toFixed(2)} | ${count} |`,
  )
  return `### ${LANGUAGE_NAMES[lang]}

\`weights/names.${lang}.bin\`: ${integer(weights.length)} bytes, ${integer(gzipSync(weights).length)} gzipped,
SHA-256 \`${weightsDigest(weights)}\`.

| trained on | lines | names | licence |
| --- | ---: | ---: | --- |
${data.join('\n')}

Cross-validation, ${folds} folds, neighbouring texts of each file held out together, one training a fold; exact spans, %:

| | precision | recall | F1 | names |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}

Confidence, on the same texts: expected calibration error ${error.toFixed(3)} over ten bins.

| confidence | share right | names |
| ---: | ---: | ---: |
${calibration.join('\n')}`
}

function dataRow(name: string, texts: readonly AnnotatedText[], licence: string): string {
  let lines = 0
  let names = 0
  for (const text of texts) {
    lines += text.text.split('\n').length
    names += text.names.length
  }
  return `| ${name} | ${integer(lines)} | ${integer(names)} | ${licence} |`
}

const integer = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

/**
 * The card with `description` in place of what stands between its comments `measured LANG` and `/measured LANG`.
 *
 * @throws when the card lacks them.
 */
export function replaceMeasured(card: string, lang: Language, description: string): string {
  const open = `<!-- measured ${lang} -->\n`
  const start = card.indexOf(open)
  const end = card.indexOf(`\n<!-- /measured ${lang} -->`, start)
  if (start < 0 || end < 0) throw new Error(`The model card has no part measured ${lang}`)
  return `${card.slice(0, start + open.length)}\n${description}\n${card.slice(end)}`
}
