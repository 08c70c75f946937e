import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { assembleGraph } from '../pipeline/connect/assemble-graph.ts'
import { detectCommunities } from '../pipeline/connect/detect-communities.ts'
import { exportSite, type SiteInput } from '../pipeline/export/site.ts'
import { CATEGORIES, type Entity, type Knowledge, PREDICATES, type StatementEvidence } from '../pipeline/model.ts'
import { launch, serve } from '../site/e2e/open-site.ts'

const HELP = `Measures the page on generated graphs in headless Chromium.

  npx tsx scripts/benchmark-page.ts [--nodes 1000,10000] [--documents 200,2000] [--repeat 3]

For each size: bytes of the first view, gzipped; milliseconds of script until the graph is drawn, of script for a frame
while panning, and of script that a click causes until the page is quiet. The median of the repeats, beside its limit.
`

interface Size {
  nodes: number
  documents: number
}

/** A seeded generator of numbers in [0, 1): mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A graph with hubs and communities: each entity belongs to a group, most relations stay in it, and names that come
 * earlier are mentioned more. Documents are as many as asked, one node in fifty is a target, the rest are entities with 1.5
 * relations each. Positions are on discs by group: layout is not what is measured here.
 */
export function generateInput({ nodes, documents }: Size): SiteInput {
  const random = randomFrom(nodes)
  const targetCount = Math.floor(nodes / 50)
  const entityCount = nodes - documents - targetCount
  const pick = (n: number) => Math.floor(random() ** 2 * n)
  const ids = Array.from({ length: documents }, (_, d) => `articles-${String(d).padStart(5, '0')}`)
  const groups = Math.max(4, Math.round(Math.sqrt(entityCount) / 2))
  const sentences = new Map<string, string[]>(ids.map((id) => [id, []]))
  const lengths = new Map<string, number>()

  const state = (document: string, names: readonly [number, number]): StatementEvidence => {
    const exact = `${nameOf(names[0])} and ${nameOf(names[1])} signed an agreement that their boards approved in spring.`
    const start = lengths.get(document) ?? 0
    lengths.set(document, start + exact.length + 1)
    const list = sentences.get(document) as string[]
    list.push(exact)
    for (const name of names) {
      const from = exact.indexOf(nameOf(name))
      mentions[name]?.push({ document, start: start + from, end: start + from + nameOf(name).length })
    }
    const end = start + exact.length
    return {
      document,
      start,
      end,
      sourceStart: start,
      sourceEnd: end,
      line: list.length,
      section: ['Agreements'],
      exact,
      prefix: '',
      suffix: '',
      extractors: ['generated@1'],
    }
  }
  const nameOf = (n: number) =>
    `${ROOTS[n % ROOTS.length]} ${ENDINGS[Math.floor(n / ROOTS.length) % ENDINGS.length]} ${n}`
  const mentions: { document: string; start: number; end: number }[][] = Array.from({ length: entityCount }, () => [])
  const categoryOf = (n: number) => CATEGORIES[n % CATEGORIES.length] as (typeof CATEGORIES)[number]
  const idOf = (n: number) => `${categoryOf(n)}/name-${String(n).padStart(6, '0')}`

  const relations = Array.from({ length: Math.floor(entityCount * 1.5) }, (_, r) => {
    const subject = r < entityCount ? r : pick(entityCount)
    const within = random() < 0.85
    const step = groups * (1 + pick(Math.max(1, Math.floor(entityCount / groups) - 1)))
    const object = within ? (subject + step) % entityCount : pick(entityCount)
    const document = ids[pick(documents)] as string
    return {
      id: String(r).padStart(8, '0'),
      subject: idOf(subject),
      predicate: PREDICATES[r % PREDICATES.length] as (typeof PREDICATES)[number],
      object: idOf(object),
      label: 'signed an agreement',
      qualifiers: {},
      polarity: 'positive' as const,
      modality: 'asserted' as const,
      attributedTo: null,
      confidence: 0.8,
      extractors: ['generated@1'],
      evidence: [state(document, [subject, object])],
    }
  })
  const targets = Array.from({ length: targetCount }, (_, t) => {
    const actor = pick(entityCount)
    return {
      id: String(t).padStart(8, '0'),
      actor: idOf(actor),
      kind: 'emissions-reduction' as const,
      metric: 'emissions',
      direction: 'reduce' as const,
      value: 10 + (t % 80),
      unit: '%',
      baselineYear: 2019,
      baselineValue: null,
      startYear: null,
      targetYear: 2025 + (t % 26),
      scope: null,
      status: 'announced' as const,
      attributedTo: null,
      missing: ['scope' as const],
      fields: {},
      confidence: 0.9,
      extractors: ['generated@1'],
      evidence: [state(ids[pick(documents)] as string, [actor, pick(entityCount)])],
    }
  })
  const entities = Array.from(
    { length: entityCount },
    (_, n): Entity => ({
      id: idOf(n),
      category: categoryOf(n),
      label: nameOf(n),
      aliases: [],
      sameAs: [],
      description: null,
      mentions: (mentions[n] ?? []).map(({ document, start, end }) => ({
        document,
        start,
        end,
        sourceStart: start,
        sourceEnd: end,
        exact: nameOf(n),
        kind: 'name',
        extractor: 'generated@1',
        confidence: 1,
      })),
    }),
  )
  entities.sort((a, b) => (a.id < b.id ? -1 : 1))
  const knowledge: Knowledge = {
    format: 'maillage-knowledge',
    version: 1,
    generator: { name: 'maillage', version: '0', configHash: '' },
    documents: ids.map((id) => ({
      id,
      path: `${id}.md`,
      title: `Report ${id}`,
      lang: 'en',
      date: null,
      url: null,
      sha256: '',
    })),
    entities,
    relations,
    targets,
  }
  const graph = detectCommunities(assembleGraph(knowledge, []))
  graph.updateEachNodeAttributes((_, attributes) => {
    const group = attributes.community % groups
    const [angle, far] = [random() * 2 * Math.PI, Math.sqrt(random()) * 400]
    const [x, y] = [Math.cos(group * 2.4), Math.sin(group * 2.4)].map((at) => at * 180 * Math.sqrt(group))
    return { ...attributes, x: (x as number) + Math.cos(angle) * far, y: (y as number) + Math.sin(angle) * far }
  })
  const pages = ids.map((id) => {
    const text = (sentences.get(id) as string[]).join('\n')
    return { id, text, blocks: [], mentions: [], html: `<p data-start="0">${text}</p>` }
  })
  return { knowledge, graph, documents: pages, anchors: new Map(), title: 'Benchmark', baseUrl: null }
}

const ROOTS = 'Acier,Alto,Arbor,Borea,Civa,Delta,Elan,Galva,Helio,Iris,Jura,Kern,Lumen,Mira,Nord,Orba,Pyra'.split(',')
const ENDINGS = 'Energy,Group,Transport,Partners,Foundation,Materials,Agency,Council'.split(',')

async function writeSite(folder: string, input: SiteInput): Promise<void> {
  for await (const { path, content } of exportSite(input)) {
    // Pages beside the explorer are many and not measured.
    if (/^(entities|articles|targets)\//.test(path)) continue
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join('')
    await writeFile(file, bytes)
  }
}

/**
 * What is asked for, by measure. Script is what runs on the main thread; a frame also takes what the browser draws, on the
 * processor where it has no graphics card, as here.
 */
const LIMITS: Partial<Record<keyof Measures, number>> = {
  'first view, kB gzipped': 500,
  'of which script, kB': 80,
  'ready, ms of script': 1500,
  'panning, ms of script a frame': 5,
  'focus, ms of script': 50,
  'filter, ms of script': 50,
}

interface Measures {
  'first view, kB gzipped': number
  'of which script, kB': number
  'ready, ms of script': number
  'panning, ms of script a frame': number
  'focus, ms of script': number
  'focus, ms to the frame': number
  'filter, ms of script': number
  'filter, ms to the frame': number
}

async function measure(origin: string, folder: string, page: Page): Promise<Measures> {
  const paths: string[] = []
  page.on('requestfinished', (request) => paths.push(new URL(request.url()).pathname))
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(origin)
  await page.locator('canvas').first().waitFor()
  await settle(page)
  const ready = await scriptTime(session)
  const kilobytes = new Map<string, number>()
  for (const path of new Set(paths)) {
    const bytes = await readFile(join(folder, path === '/' ? 'index.html' : decodeURIComponent(path)))
    kilobytes.set(path, (path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length) / 1000)
  }
  const sum = (filter: (path: string) => boolean) =>
    [...kilobytes].reduce((total, [path, size]) => total + (filter(path) ? size : 0), 0)

  const box = await page.locator('canvas').first().boundingBox()
  if (!box) throw new Error('benchmark: the graph is not on the page')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const before = await scriptTime(session)
  const frames = 40
  for (let i = 1; i <= frames; i++) {
    await page.mouse.move(x + i * 4, y + i * 2)
    await frame(page)
  }
  const panning = ((await scriptTime(session)) - before) / frames
  await page.mouse.up()
  await settle(page)

  // What comes first in the list of names to begin with is the node with most to tell.
  const focus = await timed(page, session, '.record.start .node-link')
  await settle(page)
  const filter = await timed(page, session, '.filter-row input')
  return {
    'first view, kB gzipped': sum(() => true),
    'of which script, kB': sum((path) => path.endsWith('app.js')),
    'ready, ms of script': ready,
    'panning, ms of script a frame': panning,
    'focus, ms of script': focus.script,
    'focus, ms to the frame': focus.frame,
    'filter, ms of script': filter.script,
    'filter, ms to the frame': filter.frame,
  }
}

async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN)
}

const frame = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))

/** Until three frames have gone by without work that lasted longer than a frame. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 3; ) {
      const start = performance.now()
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      quiet = performance.now() - start < 34 ? quiet + 1 : 0
    }
  })
}

/** Milliseconds of script that a click causes until the page is quiet, and from the click to the end of its frame. */
async function timed(page: Page, session: CDPSession, selector: string): Promise<{ script: number; frame: number }> {
  const before = await scriptTime(session)
  const frame = await page.evaluate(async (selector) => {
    const element = document.querySelector<HTMLElement>(selector)
    if (!element) throw new Error(`benchmark: no ${selector} on the page`)
    const start = performance.now()
    element.click()
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - start
  }, selector)
  await settle(page)
  return { script: (await scriptTime(session)) - before, frame }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] as number
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      nodes: { type: 'string', default: '1000,10000' },
      documents: { type: 'string', default: '200,2000' },
      repeat: { type: 'string', default: '3' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const documents = values.documents.split(',').map(Number)
  const sizes = values.nodes.split(',').map(
    (nodes, i): Size => ({
      nodes: Number(nodes),
      documents: documents[i] ?? Math.floor(Number(nodes) / 5),
    }),
  )
  const browser = await launch()
  const table: Record<string, Record<string, number>> = {}
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'maillage-benchmark-'))
    await writeSite(folder, generateInput(size))
    const server = await serve(folder)
    const { port } = server.address() as AddressInfo
    const runs: Measures[] = []
    for (let i = 0; i < Number(values.repeat); i++) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' })
      runs.push(await measure(`http://127.0.0.1:${port}/`, folder, await context.newPage()))
      await context.close()
    }
    server.close()
    await rm(folder, { recursive: true, force: true })
    const names = Object.keys(runs[0] as Measures) as (keyof Measures)[]
    table[`${size.nodes} nodes, ${size.documents} documents`] = Object.fromEntries(
      names.map((name) => [name, Math.round(median(runs.map((run) => run[name])) * 10) / 10]),
    )
  }
  await browser.close()
  for (const [size, measures] of Object.entries(table)) {
    process.stdout.write(`${size}\n`)
    for (const [name, value] of Object.entries(measures)) {
      const limit = LIMITS[name as keyof Measures]
      const share = limit === undefined ? '' : `  of ${limit}${value > limit ? ', too much' : ''}`
      process.stdout.write(`  ${name.padEnd(34)}${String(value).padStart(7)}${share}\n`)
    }
  }
}

await main()
