/**
 * Trains the name taggers from `pipeline/names/corpus/`, writes their weights, measures them by cross-validation and writes
 * the data and figures into the model card, `pipeline/names/MODEL.md`. The same files give the same bytes:
 *
 *   npx tsx scripts/train-names.ts --side-en wikigold-en.conllu [--side-fr europeana-fr.bio] [--lang fr] [--folds 5] [--errors]
 *
 * `--errors` prints what the cross-validation got wrong.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crossValidate } from '../pipeline/names/cross-validate.ts'
import { describeTraining, replaceMeasured, type SideDomain } from '../pipeline/names/model-card.ts'
import { loadResources } from '../pipeline/names/name-model.ts'
import { readLanguageCorpus, readTokenColumns } from '../pipeline/names/read-corpus.ts'
import { formatNameError } from '../pipeline/names/score-names.ts'
import { trainLanguage } from '../pipeline/names/train-language.ts'

/** The files that `--side-fr` and `--side-en` are for. */
const SIDES: Readonly<Record<'fr' | 'en', Omit<SideDomain, 'texts'>>> = {
  fr: { name: 'Europeana Newspapers, French', licence: 'CC0 1.0' },
  en: { name: 'WikiGold', licence: 'CC BY 4.0' },
}

const { values } = parseArgs({
  options: {
    lang: { type: 'string' },
    folds: { type: 'string', default: '5' },
    'side-fr': { type: 'string' },
    'side-en': { type: 'string' },
    errors: { type: 'boolean' },
  },
})
const folds = Number(values.folds)
if (!Number.isInteger(folds) || folds < 2) throw new Error('train-names: --folds is a whole number from 2 on')
const folder = join(import.meta.dirname, '../pipeline/names')

for (const lang of ['fr', 'en'] as const) {
  if ((values.lang ?? lang) !== lang) continue
  const files = readLanguageCorpus(join(folder, 'corpus'), lang)
  const path = values[`side-${lang}`]
  const side = path === undefined ? undefined : { ...SIDES[lang], texts: readTokenColumns(readFileSync(path, 'utf8')) }
  const domains = side === undefined ? [] : [{ texts: side.texts, resources: loadResources(lang) }]
  const weights = trainLanguage(
    lang,
    files.flatMap(({ texts }) => texts),
    domains,
  )
  writeFileSync(join(folder, 'weights', `names.${lang}.bin`), weights)
  console.log(`names.${lang}.bin written; now ${folds} folds`)
  const score = crossValidate(lang, files, domains, folds, ({ text }, errors) => {
    if (values.errors) for (const error of errors) console.log(formatNameError(text, error))
  })
  const description = describeTraining({ lang, files, side, weights, folds, score })
  const card = join(folder, 'MODEL.md')
  writeFileSync(card, replaceMeasured(readFileSync(card, 'utf8'), lang, description))
  console.log(`${description}\n`)
}
