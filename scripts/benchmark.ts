/**
 * What Maillage costs, beside what parsing alone costs, and beside Cosma where it is installed, in one run on one machine;
 * `--help` tells how it is called. Each measure runs in a process of its own and is taken inside of it, so that starting
 * Node.js and TypeScript is not counted for us (it is for Cosma, 0.1 s).
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateCorpus, generateRecords, writeCorpus } from './generate-corpus.ts'

interface Measure {
  /** Milliseconds. */
  wall: number
  cpu: number
  /** Peak memory of the process, in bytes. */
  memory: number
}

// ── in the measured process ─────────────────────────────────────────────────────────────────────

type Work = (folder: string, ...args: string[]) => Promise<() => Promise<unknown>>

/** Each prepares, and gives back what is measured. */
const WORK = {
  async parse(folder: string) {
    const { default: remarkGfm } = await import('remark-gfm')
    const { default: remarkParse } = await import('remark-parse')
    const { unified } = await import('unified')
    const processor = unified().use(remarkParse).use(remarkGfm).freeze()
    return async () => {
      for (const name of readdirSync(folder)) processor.parse(readFileSync(join(folder, name), 'utf8'))
    }
  },
  async build(folder: string, outDir = '', cacheFolder = '', threads = '1') {
    const { build } = await import('../pipeline/build.ts')
    const { readConfig } = await import('../pipeline/read-config.ts')
    const config = { ...(await readConfig(null)), title: 'Benchmark' }
    return () => build({ contentDir: folder, outDir, config, configFile: null, cacheFolder, threads: Number(threads) })
  },
} satisfies Record<string, Work>

/** CPU milliseconds a document of each stage of the analysis, once its code is warm. */
async function measureStages(folder: string): Promise<Record<string, number>> {
  const [{ VFile }, { parseDocument }, { parseMarkdown }, { extractText }, { findNames }, { linkReferences }] =
    await Promise.all([
      import('vfile'),
      import('../pipeline/read/parse-document.ts'),
      import('../pipeline/analyze/parse-markdown.ts'),
      import('../pipeline/analyze/extract-text.ts'),
      import('../pipeline/analyze/find-names.ts'),
      import('../pipeline/analyze/link-references.ts'),
    ])
  const [{ findQuantities }, { findRelations }, { findTargets }, { renderHtml }] = await Promise.all([
    import('../pipeline/analyze/find-quantities.ts'),
    import('../pipeline/analyze/find-relations.ts'),
    import('../pipeline/analyze/find-targets.ts'),
    import('../pipeline/analyze/render-html.ts'),
  ])
  const { default: remarkGfm } = await import('remark-gfm')
  const { default: remarkParse } = await import('remark-parse')
  const { unified } = await import('unified')
  const plain = unified().use(remarkParse).use(remarkGfm).freeze()
  const [parse, extract, names, link] = [parseMarkdown(), extractText(), findNames(), linkReferences()]
  const [quantify, relate, target] = [findQuantities(), findRelations(), findTargets()]
  const spent: Record<string, number> = {}
  const take = <T>(stage: string, work: () => T): T => {
    const before = process.cpuUsage()
    const result = work()
    const { user, system } = process.cpuUsage(before)
    spent[stage] = (spent[stage] ?? 0) + (user + system) / 1000
    return result
  }
  const documents = readdirSync(folder).flatMap((path) => {
    const bytes = readFileSync(join(folder, path))
    return parseDocument({ id: path, path, sha256: '', bytes }, new VFile({ path })) ?? []
  })
  for (const round of ['warm', 'measured']) {
    if (round === 'measured') for (const stage of Object.keys(spent)) spent[stage] = 0
    for (const document of documents) {
      const file = new VFile({ path: document.path })
      take('remark-parse and gfm alone', () => plain.parse(document.source))
      const tree = take('parse', () => parse(document, file))
      const prose = take('text and its map', () => extract({ document, tree }, file))
      const found = take('names', () => names(prose, file))
      const references = take('references', () => link({ prose, names: found }, file))
      take('relations', () => relate({ prose, references }, file))
      const quantities = take('quantities', () => quantify(prose, file))
      take('targets', () => target({ prose, references, quantities }, file))
      take('page of the article', () => renderHtml(tree, prose, references.mentions))
    }
  }
  return Object.fromEntries(Object.entries(spent).map(([stage, cpu]) => [stage, cpu / documents.length]))
}

async function measureHere(name: keyof typeof WORK, args: readonly string[]): Promise<Measure> {
  const [folder = '', ...rest] = args
  const run = await (WORK[name] as Work)(folder, ...rest)
  const before = process.cpuUsage()
  const started = performance.now()
  await run()
  const wall = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { wall, cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS * 1024 }
}

// ── in the process that prints ──────────────────────────────────────────────────────────────────

function measure(name: keyof typeof WORK, ...args: string[]): Measure {
  return runHere(name, ...args) as Measure
}

function runHere(name: string, ...args: string[]): unknown {
  const output = execFileSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), import.meta.filename, '--measure', name, ...args],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] },
  )
  return JSON.parse(output.trim().split('\n').at(-1) as string)
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

/** Median of three, by wall time. */
function median(take: () => Measure): Measure {
  return [take(), take(), take()].sort((a, b) => a.wall - b.wall)[1] as Measure
}

function measureCosma(cosma: string, folder: string, scratch: string): Measure & { output: number } {
  const project = mkdtempSync(join(scratch, 'cosma-'))
  const config = [
    'select_origin: directory',
    `files_origin: ${folder}`,
    `export_target: ${project}`,
    'record_types:\n  undefined:\n    fill: "#858585"\n    stroke: "#858585"',
    'link_types:\n  undefined:\n    stroke: simple\n    color: "#e1e1e1"',
    'references_as_nodes: false',
    'lang: en',
  ]
  writeFileSync(join(project, 'config.yml'), `${config.join('\n')}\n`)
  const started = performance.now()
  const { status, stderr } = spawnSync(cosma, ['modelize'], { cwd: project, encoding: 'utf8' })
  const wall = performance.now() - started
  const page = join(project, 'cosmoscope.html')
  if (status !== 0 || !existsSync(page)) throw new Error(`benchmark: Cosma failed: ${stderr}`)
  return { wall, cpu: wall, memory: 0, output: statSync(page).size }
}

function findCosma(named: string | undefined): string | null {
  if (named !== undefined) return named
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v cosma'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
const ratio = (a: number, b: number) => (a / b).toFixed(2)

type Part = 'builds' | 'stages' | 'cosma'
const PARTS: readonly Part[] = ['builds', 'stages', 'cosma']

const HELP = `npx tsx scripts/benchmark.ts [options]

Measures builds of generated documents and prints Markdown tables.

  --part NAMES    parts to run, of builds, stages and cosma, with commas between; all by default
  --sizes COUNTS  documents of each measured build, with commas between; 200,2000 by default, and
                  20000 takes a quarter of an hour or more
  --cosma PATH    the program to compare with; by default cosma where it is installed
  --help          shows this`

const say = (line: string) => console.log(line)

function compareBuilds(scratch: string, sizes: readonly number[]): void {
  say(
    '\n| documents | words | parse | build | CPU ÷ parse | two threads, wall ÷ parse | warm ÷ build | memory | output |',
  )
  say('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  const perDocument: number[] = []
  for (const size of sizes) {
    const folder = join(scratch, `corpus-${size}`)
    writeCorpus(folder, generateCorpus(size))
    let words = 0
    for (const { text } of generateCorpus(size)) words += text.split(/\s+/).length
    const [out, cache] = [join(scratch, `out-${size}`), join(scratch, `cache-${size}`)]
    const take = size > 200 ? (work: () => Measure) => work() : median
    const parse = take(() => measure('parse', folder))
    const cold = (threads: string) =>
      take(() => {
        rmSync(cache, { recursive: true, force: true })
        rmSync(out, { recursive: true, force: true })
        return measure('build', folder, out, cache, threads)
      })
    const two = cold('2')
    const one = cold('1')
    const warm = take(() => measure('build', folder, out, cache, '1'))
    perDocument.push(one.cpu / size)
    say(
      `| ${size} | ${words} | ${seconds(parse.wall)} | ${seconds(one.wall)} | ${ratio(one.cpu, parse.cpu)} | ${ratio(two.wall, parse.wall)} | ${ratio(warm.wall, one.wall)} | ${megabytes(one.memory)} | ${megabytes(sizeOf(out))} |`,
    )
    for (const folder of [out, cache]) rmSync(folder, { recursive: true, force: true })
  }
  const [small = 1] = perDocument
  say(
    `\nGrowth of CPU time a document, ${sizes.join(' → ')}: ${perDocument.map((cpu) => ratio(cpu, small)).join(' → ')}`,
  )
}

function compareStages(scratch: string): void {
  const folder = join(scratch, 'stages')
  writeCorpus(folder, generateCorpus(200))
  const { 'remark-parse and gfm alone': alone = 1, ...stages } = runHere('stages', folder) as Record<string, number>
  say('\n| stage | ms a document | ÷ remark-parse and gfm |')
  say('| --- | ---: | ---: |')
  say(`| remark-parse and gfm alone | ${alone.toFixed(2)} | 1 |`)
  for (const [stage, cpu] of Object.entries(stages)) say(`| ${stage} | ${cpu.toFixed(2)} | ${ratio(cpu, alone)} |`)
  const { parse: _, 'page of the article': __, ...analysis } = stages
  const sum = Object.values(analysis).reduce((sum, cpu) => sum + cpu, 0)
  say(`| all but parse and page | ${sum.toFixed(2)} | ${ratio(sum, alone)} |`)
}

function compareCosma(scratch: string, cosma: string | null): void {
  if (cosma === null) {
    say('\nCosma is not installed here and was left out (--cosma PATH names it).')
    return
  }
  say('\n| records | Maillage | again | Cosma | Cosma ÷ Maillage | output of Maillage | of Cosma |')
  say('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const size of [200, 2000]) {
    const records = join(scratch, `records-${size}`)
    mkdirSync(records)
    writeCorpus(records, generateRecords(size))
    const [out, cache] = [join(scratch, `records-out-${size}`), join(scratch, `records-cache-${size}`)]
    const ours = measure('build', records, out, cache, '2')
    const again = measure('build', records, out, cache, '2')
    const theirs = measureCosma(cosma, records, scratch)
    say(
      `| ${size} | ${seconds(ours.wall)} | ${seconds(again.wall)} | ${seconds(theirs.wall)} | ${ratio(theirs.wall, ours.wall)} | ${megabytes(sizeOf(out))} | ${megabytes(theirs.output)} |`,
    )
  }
}

function main(parts: readonly string[], sizes: readonly number[], cosma: string | null): void {
  const unknown = parts.find((part) => !(PARTS as readonly string[]).includes(part))
  if (unknown !== undefined) throw new Error(`benchmark: unexpected part ${unknown}, expected ${PARTS.join(', ')}`)
  const scratch = mkdtempSync(join(tmpdir(), 'maillage-benchmark-'))
  try {
    say(`Node.js ${process.versions.node}, ${availableParallelism()} processors`)
    if (parts.includes('builds')) compareBuilds(scratch, sizes)
    if (parts.includes('stages')) compareStages(scratch)
    if (parts.includes('cosma')) compareCosma(scratch, cosma)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const { values, positionals } = parseArgs({
  options: {
    part: { type: 'string', default: PARTS.join() },
    sizes: { type: 'string', default: '200,2000' },
    cosma: { type: 'string' },
    help: { type: 'boolean' },
    measure: { type: 'boolean' },
  },
  allowPositionals: true,
})
if (values.help === true) say(HELP)
else if (values.measure === true) {
  const [name, ...args] = positionals
  const measured = name === 'stages' ? measureStages(args[0] as string) : measureHere(name as keyof typeof WORK, args)
  console.log(JSON.stringify(await measured))
} else main(values.part.split(','), values.sizes.split(',').map(Number), findCosma(values.cosma))
