/**
 * Trains the name taggers from `pipeline/names/corpus/` and writes their weights:
 *
 *   npx tsx scripts/train-names.ts [--side-fr europeana-fr.bio] [--side-en wikigold-en.conllu]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Language } from '../pipeline/model.ts'
import { loadResources } from '../pipeline/names/name-model.ts'
import { type AnnotatedText, readCorpus } from '../pipeline/names/read-corpus.ts'
import { trainTagger } from '../pipeline/names/train-tagger.ts'
import { packWeights } from '../pipeline/names/weights-format.ts'

const { values } = parseArgs({ options: { 'side-fr': { type: 'string' }, 'side-en': { type: 'string' } } })
void values
const folder = join(import.meta.dirname, '../pipeline/names')

function corpusOf(lang: Language): AnnotatedText[] {
  const files = readdirSync(join(folder, 'corpus'))
    .filter((file) => file.startsWith(`${lang}-`))
    .sort()
  return files.flatMap((file) =>
    readCorpus(readFileSync(join(folder, 'corpus', file), 'utf8'), /pages|articles/.test(file)),
  )
}

for (const lang of ['fr', 'en'] as const) {
  const options = { epochs: 10, minCount: 2, learningRate: 0.1, decay: 0.03, seed: 1 }
  const packed = packWeights(trainTagger([corpusOf(lang)], loadResources(lang), options), 0.1)
  writeFileSync(join(folder, 'weights', `names.${lang}.bin`), packed)
  console.log(`names.${lang}.bin: ${packed.length} bytes, ${gzipSync(packed).length} gzipped`)
}
