/**
 * What Maillage costs, beside what parsing alone costs, and beside Cosma where it is installed, in one run on one machine:
 *
 *   npx tsx scripts/benchmark.ts [--large] [--cosma PATH]
 *
 * Each measure runs in a process of its own and is taken inside of it, so that starting Node.js and TypeScript is not
 * counted. `--large` adds 20,000 documents. Prints a Markdown table.
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
  async analyze(folder: string) {
    const { textAnalyzer } = await import('../pipeline/library.ts')
    const analyze = textAnalyzer()
    return async () => {
      for (const name of readdirSync(folder)) analyze(readFileSync(join(folder, name), 'utf8'), name)
    }
  },
} satisfies Record<string, Work>

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

async function main(large: boolean, cosma: string | null): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'maillage-benchmark-'))
  const say = (line: string) => console.log(line)
  try {
    const sizes = large ? [200, 2000, 20_000] : [200, 2000]
    say(`Node.js ${process.versions.node}, ${availableParallelism()} processors\n`)
    say(
      '| documents | words | parse | build | CPU ÷ parse | two threads, wall ÷ parse | warm | warm ÷ build | memory | output |',
    )
    say('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
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
          return measure('build', folder, out, cache, threads)
        })
      const two = cold('2')
      const one = cold('1')
      const warm = take(() => measure('build', folder, out, cache, '1'))
      perDocument.push(one.cpu / size)
      say(
        `| ${size} | ${words} | ${seconds(parse.wall)} | ${seconds(one.wall)} | ${ratio(one.cpu, parse.cpu)} | ${ratio(two.wall, parse.wall)} | ${seconds(warm.wall)} | ${ratio(warm.wall, one.wall)} | ${megabytes(one.memory)} | ${megabytes(sizeOf(out))} |`,
      )
    }
    const [small = 1] = perDocument
    say(
      `\nGrowth of CPU time a document, ${sizes.join(' → ')}: ${perDocument.map((cpu) => ratio(cpu, small)).join(' → ')}`,
    )

    const folder = join(scratch, 'corpus-200')
    const [parse, analyze] = [median(() => measure('parse', folder)), median(() => measure('analyze', folder))]
    say(
      `Analysis of one document, parsing included: ${(analyze.cpu / 200).toFixed(1)} ms, ${ratio(analyze.cpu, parse.cpu)} × parsing alone (${(parse.cpu / 200).toFixed(1)} ms)`,
    )

    if (cosma === null) {
      say('\nCosma is not installed here and was left out (--cosma PATH names it).')
      return
    }
    say('\n| records | Maillage | Cosma | Cosma ÷ Maillage | output of Maillage | of Cosma |')
    say('| ---: | ---: | ---: | ---: | ---: | ---: |')
    for (const size of [200, 2000]) {
      const records = join(scratch, `records-${size}`)
      mkdirSync(records)
      writeCorpus(records, generateRecords(size))
      const out = join(scratch, `records-out-${size}`)
      const ours = measure('build', records, out, join(scratch, `records-cache-${size}`), '2')
      const theirs = measureCosma(cosma, records, scratch)
      say(
        `| ${size} | ${seconds(ours.wall)} | ${seconds(theirs.wall)} | ${ratio(theirs.wall, ours.wall)} | ${megabytes(sizeOf(out))} | ${megabytes(theirs.output)} |`,
      )
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const { values, positionals } = parseArgs({
  options: { large: { type: 'boolean' }, cosma: { type: 'string' }, measure: { type: 'boolean' } },
  allowPositionals: true,
})
if (values.measure === true) {
  const [name, ...args] = positionals
  console.log(JSON.stringify(await measureHere(name as keyof typeof WORK, args)))
} else await main(values.large === true, findCosma(values.cosma))
