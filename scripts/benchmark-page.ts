import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { exportSite, type SiteInput } from '../pipeline/export/site.ts'
import { launch, serve } from '../site/e2e/open-site.ts'
import { generateInput, type Size } from './generate-site-input.ts'

const HELP = `Measures the page on generated graphs in headless Chromium.

  npx tsx scripts/benchmark-page.ts [--nodes 1000,10000,22500] [--documents 200,2000,2000]
                                    [--targets ,,17900] [--relations ,,14600] [--repeat 3]

The last size is that of a corpus whose every article states targets. For each size: bytes of the first view, gzipped; milliseconds of script until the graph is drawn, of script for a frame
while panning, and of script that a click causes until the page is quiet; the passages of what a click chose are counted
on their own. The median of the repeats, beside its limit.
`

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
  'passages, ms of script': number
  'filter, ms of script': number
  'filter, ms to the frame': number
}

async function measure(origin: string, folder: string, page: Page): Promise<Measures> {
  const paths: string[] = []
  let pending = 0
  page.on('request', () => pending++)
  page.on('requestfailed', () => pending--)
  page.on('requestfinished', (request) => {
    pending--
    paths.push(new URL(request.url()).pathname)
  })
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
  // The camera tells the address once it rests; texts are then placed anew.
  await page.waitForURL(/camera=/)
  await settle(page)

  // What comes first in the list of names to begin with is the node with most to tell.
  // The record's passages come later, from a server that may take its time; they are neither the focus's nor the filter's.
  let sendPassages = () => {}
  const asked = new Promise<void>((resolve) => {
    sendPassages = resolve
  })
  await page.route(/\/app\/(details|names|targets|relations-\d+)\.js$/, (route) => asked.then(() => route.continue()))
  const focus = await timed(page, session, '.record.start .node-link')
  const beforePassages = await scriptTime(session)
  sendPassages()
  await page.locator('.record blockquote').first().waitFor({ state: 'attached' })
  do await settle(page)
  while (pending > 0)
  const passages = (await scriptTime(session)) - beforePassages
  const filter = await timed(page, session, '.filter-row input')
  return {
    'first view, kB gzipped': sum(() => true),
    'of which script, kB': sum((path) => path.endsWith('app.js')),
    'ready, ms of script': ready,
    'panning, ms of script a frame': panning,
    'focus, ms of script': focus.script,
    'focus, ms to the frame': focus.frame,
    'passages, ms of script': passages,
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
      nodes: { type: 'string', default: '1000,10000,22500' },
      documents: { type: 'string', default: '200,2000,2000' },
      targets: { type: 'string', default: ',,17900' },
      relations: { type: 'string', default: ',,14600' },
      repeat: { type: 'string', default: '3' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const at = (list: string, i: number) => Number(list.split(',')[i] || Number.NaN)
  const sizes = values.nodes.split(',').map((nodes, i): Size => {
    const [documents, targets, relations] = [values.documents, values.targets, values.relations].map((list) =>
      at(list, i),
    )
    return {
      nodes: Number(nodes),
      documents: documents || Math.floor(Number(nodes) / 5),
      ...(targets ? { targets } : {}),
      ...(relations ? { relations } : {}),
    }
  })
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
    const targets = size.targets ? `, ${size.targets} targets` : ''
    table[`${size.nodes} nodes, ${size.documents} documents${targets}`] = Object.fromEntries(
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
