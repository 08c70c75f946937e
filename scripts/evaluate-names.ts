/**
 * Measures name recognition. Each part runs when its flag is given:
 *
 *   npx tsx scripts/evaluate-names.ts --posts folder-of-markdown --gold folder-of-gold [--errors]
 *   npx tsx scripts/evaluate-names.ts --folds 5 [--lang fr] [--side-fr FILE] [--side-en FILE] [--errors]
 *   npx tsx scripts/evaluate-names.ts --texts [--errors]
 *   npx tsx scripts/evaluate-names.ts --speed
 *
 * `--posts`: exact source span and category against gold JSON (`path`, `lang`, `mentions` with `start`, `end`, `type`);
 * stretches in `doubtful.tsv` beside it are neutral. `--texts`: the annotated texts beside the model that it is not trained on. `--folds`: cross-validation on the corpus, whole texts in one fold.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { VFile } from 'vfile'
import { findNames } from '../pipeline/analyze/find-names.ts'
import { readProse } from '../pipeline/analyze/read-prose.ts'
import { sourceOf } from '../pipeline/analyze/source-map.ts'
import type { Language } from '../pipeline/model.ts'
import { TAGGED_CATEGORIES } from '../pipeline/names/labels.ts'
import { loadNameModel, loadResources } from '../pipeline/names/name-model.ts'
import { type AnnotatedText, readCorpus, readLanguageCorpus, readTokenColumns } from '../pipeline/names/read-corpus.ts'
import { recognizeWith } from '../pipeline/names/recognize-names.ts'
import { tokenize } from '../pipeline/names/tokenize.ts'
import { trainLanguage } from '../pipeline/names/train-language.ts'
import { unpackWeights } from '../pipeline/names/weights-format.ts'
import { parseDocument } from '../pipeline/read/parse-document.ts'

const { values } = parseArgs({
  options: {
    posts: { type: 'string' },
    gold: { type: 'string' },
    folds: { type: 'string' },
    only: { type: 'string' },
    lang: { type: 'string' },
    'side-fr': { type: 'string' },
    'side-en': { type: 'string' },
    texts: { type: 'boolean' },
    speed: { type: 'boolean' },
    errors: { type: 'boolean' },
  },
})
const names = join(import.meta.dirname, '../pipeline/names')

interface Found {
  start: number
  end: number
  category: string
  confidence?: number
}
type Counts = [right: number, found: number, wanted: number]

/** Counts by kind of figure: typed, spans, each category, each file. */
class Score {
  #counts = new Map<string, Counts>()
  /** Confidence and whether it was right. */
  calibration: [number, boolean][] = []

  add(got: readonly Found[], want: readonly Found[], text: string, also?: string): void {
    const wanted = new Map(want.map((m) => [`${m.start}-${m.end}`, m]))
    const found = new Set<string>()
    for (const m of got) {
      const key = `${m.start}-${m.end}`
      found.add(key)
      const gold = wanted.get(key)
      const right = gold?.category === m.category
      if (m.confidence !== undefined) this.calibration.push([m.confidence, right])
      this.#count('spans', gold ? 1 : 0, 1, 0)
      for (const kind of ['typed', m.category, also]) if (kind) this.#count(kind, right ? 1 : 0, 1, 0)
      if (values.errors && !right) {
        const context = text.slice(Math.max(0, m.start - 25), m.end + 15).replaceAll('\n', '⏎')
        console.log(
          gold ? `  ${m.category}, wanted ${gold.category}` : `  spurious ${m.category}`,
          JSON.stringify(text.slice(m.start, m.end)),
          m.confidence ?? '',
          `…${context}`,
        )
      }
    }
    for (const m of want) {
      this.#count('spans', 0, 0, 1)
      for (const kind of ['typed', m.category, also]) if (kind) this.#count(kind, 0, 0, 1)
      if (values.errors && !found.has(`${m.start}-${m.end}`)) {
        const context = text.slice(Math.max(0, m.start - 25), m.end + 15).replaceAll('\n', '⏎')
        console.log(`  missed ${m.category}`, JSON.stringify(text.slice(m.start, m.end)), `…${context}`)
      }
    }
  }

  #count(kind: string, right: number, found: number, wanted: number): void {
    const counts = this.#counts.get(kind) ?? [0, 0, 0]
    this.#counts.set(kind, [counts[0] + right, counts[1] + found, counts[2] + wanted])
  }

  print(): void {
    const order = ['typed', 'spans', ...TAGGED_CATEGORIES]
    const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length)
    for (const [kind, [right, found, wanted]] of [...this.#counts].sort(
      ([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1),
    )) {
      const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1).padStart(5)
      console.log(
        `${kind.padEnd(22)} P ${percent(right, found)}  R ${percent(right, wanted)}  F1 ${percent(2 * right, found + wanted)}  (${wanted})`,
      )
    }
  }

  /** Share right among mentions of about the same confidence, and the expected calibration error. */
  printCalibration(): void {
    let error = 0
    const bins: string[] = []
    for (let bin = 0; bin < 10; bin++) {
      const inBin = this.calibration.filter(([confidence]) => Math.min(9, Math.floor(confidence * 10)) === bin)
      if (inBin.length === 0) continue
      const mean = inBin.reduce((sum, [confidence]) => sum + confidence, 0) / inBin.length
      const right = inBin.filter(([, ok]) => ok).length / inBin.length
      error += (Math.abs(mean - right) * inBin.length) / this.calibration.length
      bins.push(`${mean.toFixed(2)}→${right.toFixed(2)} (${inBin.length})`)
    }
    console.log(`confidence → right: ${bins.join(', ')}; expected calibration error ${error.toFixed(3)}`)
  }
}

// First, so that loading is measured in a fresh process.
if (values.speed) measureSpeed()
if (values.posts !== undefined && values.gold !== undefined) scorePosts(values.posts, values.gold)
if (values.texts) scoreTexts()
if (values.folds !== undefined)
  for (const lang of ['fr', 'en'] as const)
    if ((values.lang ?? lang) === lang) crossValidate(lang, Number(values.folds))

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
  const score = new Score()
  for (const name of readdirSync(gold)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const { path, lang, mentions } = JSON.parse(readFileSync(join(gold, name), 'utf8')) as {
      path: string
      lang: Language
      mentions: { start: number; end: number; type: string }[]
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
    score.add(got, want, document.source, path.slice(0, 22))
  }
  score.print()
  score.printCalibration()
}

function scoreTexts(): void {
  for (const file of readdirSync(names).sort()) {
    const lang = /^evaluation\.(?:\w+\.)?(fr|en)\.md$/.exec(file)?.[1] as Language | undefined
    if (lang === undefined) continue
    const score = new Score()
    for (const { text, names: want } of readCorpus(
      readFileSync(join(names, file), 'utf8'),
      !file.includes('encyclopedia'),
    )) {
      const got = recognizeWith(loadNameModel(lang), { text, lang, sentences: [], blocks: [], marks: [] })
      score.add(got, want, text)
    }
    console.log(file)
    score.print()
  }
}

function crossValidate(lang: Language, folds: number): void {
  const side = values[`side-${lang}`]
  const sides =
    side === undefined ? [] : [{ texts: readTokenColumns(readFileSync(side, 'utf8')), resources: loadResources(lang) }]
  const files = readLanguageCorpus(join(names, 'corpus'), lang)
  const score = new Score()
  for (let fold = 0; fold < Math.min(folds, Number(values.only ?? folds)); fold++) {
    const train: AnnotatedText[] = files.flatMap(({ texts }) => texts.filter((_, i) => i % folds !== fold))
    const model = { resources: loadResources(lang), weights: unpackWeights(trainLanguage(lang, train, sides)) }
    for (const { file, texts } of files) {
      texts.forEach(({ text, names: want }, i) => {
        if (i % folds !== fold) return
        score.add(recognizeWith(model, { text, lang, sentences: [], blocks: [], marks: [] }), want, text, file)
      })
    }
  }
  console.log(`${lang}: cross-validation, ${folds} folds`)
  score.print()
  score.printCalibration()
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
