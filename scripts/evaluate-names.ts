/**
 * Measures name recognition. Each part runs when its flag is given:
 *
 *   npx tsx scripts/evaluate-names.ts --posts folder-of-markdown --gold folder-of-gold [--errors]
 *   npx tsx scripts/evaluate-names.ts --texts [--errors]
 *   npx tsx scripts/evaluate-names.ts --speed
 *
 * `--posts`: exact source span and category against gold JSON (`path`, `lang`, `mentions` with `start`, `end`, `type`);
 * stretches in `doubtful.tsv` beside it are neutral. `--texts`: the annotated texts beside the model that it
 * is not trained on. Cross-validation is `train-names.ts`’s.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { VFile } from 'vfile'
import { findNames } from '../pipeline/analyze/find-names.ts'
import { readProse } from '../pipeline/analyze/read-prose.ts'
import { sourceOf } from '../pipeline/analyze/source-map.ts'
import type { Category, Language } from '../pipeline/model.ts'
import { loadNameModel } from '../pipeline/names/name-model.ts'
import { readCorpus, readLanguageCorpus } from '../pipeline/names/read-corpus.ts'
import { recognizeWith } from '../pipeline/names/recognize-names.ts'
import { formatNameError, type NameError, NameScore } from '../pipeline/names/score-names.ts'
import { tokenize } from '../pipeline/names/tokenize.ts'
import { parseDocument } from '../pipeline/read/parse-document.ts'

const { values } = parseArgs({
  options: {
    posts: { type: 'string' },
    gold: { type: 'string' },
    texts: { type: 'boolean' },
    speed: { type: 'boolean' },
    errors: { type: 'boolean' },
  },
})
const names = join(import.meta.dirname, '../pipeline/names')

function report(text: string, errors: readonly NameError[]): void {
  if (values.errors) for (const error of errors) console.log(formatNameError(text, error))
}

function printScore(score: NameScore): void {
  const percent = (share: number) => (100 * share).toFixed(1).padStart(5)
  for (const [kind, { precision, recall, f1, wanted }] of score.figures()) {
    console.log(`${kind.padEnd(22)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}  (${wanted})`)
  }
}

function printCalibration(score: NameScore): void {
  const { bins, error } = score.calibration()
  const pairs = bins.map(({ confidence, right, count }) => `${confidence.toFixed(2)}→${right.toFixed(2)} (${count})`)
  console.log(`confidence → right: ${pairs.join(', ')}; expected calibration error ${error.toFixed(3)}`)
}

// First, so that loading is measured in a fresh process.
if (values.speed) measureSpeed()
if (values.posts !== undefined && values.gold !== undefined) scorePosts(values.posts, values.gold)
if (values.texts) scoreTexts()
function scorePosts(posts: string, gold: string): void {
  const doubtful = new Map<string, [number, number][]>()
  const table = join(gold, 'doubtful.tsv')
  if (existsSync(table)) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const [file, start, end] = line.split('\t')
      if (file) doubtful.set(file, [...(doubtful.get(file) ?? []), [Number(start), Number(end)]])
    }
  }
  const find = findNames()
  const read = readProse()
  const score = new NameScore()
  for (const name of readdirSync(gold)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const { path, lang, mentions } = JSON.parse(readFileSync(join(gold, name), 'utf8')) as {
      path: string
      lang: Language
      mentions: { start: number; end: number; type: Category }[]
    }
    const file = new VFile({ path })
    const document = parseDocument({ id: path, path, sha256: '', bytes: readFileSync(join(posts, path)) }, file)
    if (document === null) throw new Error(`evaluate-names: ${path} cannot be read`)
    if (document.lang !== lang) console.log(`${path}: read as ${document.lang}, gold is ${lang}`)
    const { prose } = read(document, file)
    const neutral = ({ start, end }: { start: number; end: number }) =>
      (doubtful.get(name) ?? []).some(([from, to]) => start < to && end > from)
    const got = find(prose, file)
      .filter(({ category }) => category !== 'concept')
      .map(({ start, end, category, confidence }) => {
        const source = sourceOf(prose, start, end)
        return { start: source.sourceStart, end: source.sourceEnd, category, confidence }
      })
      .filter((m) => !neutral(m))
    const want = mentions
      .map(({ start, end, type }) => ({ start, end, category: type }))
      .filter((m) => m.category !== 'concept' && !neutral(m))
    report(document.source, score.add(got, want, path.slice(0, 22)))
  }
  printScore(score)
  printCalibration(score)
}

function scoreTexts(): void {
  for (const file of readdirSync(names).sort()) {
    const lang = /^evaluation\.(?:\w+\.)?(fr|en)\.md$/.exec(file)?.[1] as Language | undefined
    if (lang === undefined) continue
    const score = new NameScore()
    for (const { text, names: want } of readCorpus(
      readFileSync(join(names, file), 'utf8'),
      !file.includes('encyclopedia'),
    )) {
      const got = recognizeWith(loadNameModel(lang), { text, lang, sentences: [], blocks: [], marks: [] })
      report(text, score.add(got, want))
    }
    console.log(file)
    printScore(score)
  }
}

function measureSpeed(): void {
  let gzipped = 0
  for (const file of readdirSync(join(names, 'weights')).sort()) {
    const path = join(names, 'weights', file)
    const size = gzipSync(readFileSync(path)).length
    gzipped += size
    console.log(`${file}: ${statSync(path).size} bytes, ${size} gzipped`)
  }
  console.log(`all: ${gzipped} bytes gzipped`)
  // Both are read before anything else has run: nothing is compiled or cached yet.
  const start = process.cpuUsage()
  const models = { fr: loadNameModel('fr'), en: loadNameModel('en') }
  console.log(`both languages loaded in ${milliseconds(start).toFixed(0)} ms of processor time`)
  for (const lang of ['fr', 'en'] as const) {
    const texts = readLanguageCorpus(join(names, 'corpus'), lang)
      .filter(({ file }) => /pages|articles/.test(file))
      .flatMap(({ texts }) => texts.map(({ text }) => text))
    let tokens = 0
    for (const text of texts) tokens += tokenize(text).count
    const run = () => {
      for (const text of texts) recognizeWith(models[lang], { text, lang, sentences: [], blocks: [], marks: [] })
    }
    run()
    const best = Math.min(
      ...[1, 2, 3, 4, 5].map(() => {
        const from = process.cpuUsage()
        run()
        return milliseconds(from)
      }),
    )
    console.log(
      `${lang}: ${Math.round((1000 * tokens) / best).toLocaleString('en')} tokens a second of processor time, names settled`,
    )
  }
}

/** Processor time since `start`: a busy machine does not change it. */
function milliseconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
