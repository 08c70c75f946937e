/**
 * Trains the name taggers from `pipeline/names/corpus/` and writes their weights:
 *
 *   npx tsx scripts/train-names.ts [--side-fr europeana-fr.bio] [--side-en wikigold-en.conllu] [--lang fr]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { loadResources } from '../pipeline/names/name-model.ts'
import { readLanguageCorpus, readTokenColumns } from '../pipeline/names/read-corpus.ts'
import { trainLanguage } from '../pipeline/names/train-language.ts'

const { values } = parseArgs({
  options: { lang: { type: 'string' }, 'side-fr': { type: 'string' }, 'side-en': { type: 'string' } },
})
const folder = join(import.meta.dirname, '../pipeline/names')

for (const lang of ['fr', 'en'] as const) {
  if ((values.lang ?? lang) !== lang) continue
  const side = values[`side-${lang}`]
  const sides =
    side === undefined ? [] : [{ texts: readTokenColumns(readFileSync(side, 'utf8')), resources: loadResources(lang) }]
  const packed = trainLanguage(
    lang,
    readLanguageCorpus(join(folder, 'corpus'), lang).flatMap(({ texts }) => texts),
    sides,
  )
  writeFileSync(join(folder, 'weights', `names.${lang}.bin`), packed)
  console.log(`names.${lang}.bin: ${packed.length} bytes, ${gzipSync(packed).length} gzipped`)
}
