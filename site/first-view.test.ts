import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../pipeline/build.ts'
import { exportSite } from '../pipeline/export/site.ts'
import { readConfig } from '../pipeline/read-config.ts'
import { generateInput } from '../scripts/generate-site-input.ts'
import { bundleApp } from './bundle.ts'
import { launch, serve } from './e2e/open-site.ts'

/** As a server sends it: fonts are compressed already. */
const transferred = (path: string, bytes: Uint8Array) =>
  path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length

test('the script that the page starts with is small', async () => {
  for await (const { path, content } of bundleApp())
    if (path === 'app/app.js') expect(transferred(path, content as Uint8Array)).toBeLessThanOrEqual(80_000)
  expect.assertions(1)
})

describe('what is loaded before anything is asked for', () => {
  let scratch: string
  let browser: Browser
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'maillage-first-'))
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await rm(scratch, { recursive: true, force: true })
  })

  /** Bytes, gzipped, of each file that the start view of a site asks for. */
  async function firstView(folder: string): Promise<Map<string, number>> {
    const server = await serve(folder)
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const asked = new Set<string>()
    page.on('request', (request) => {
      if (request.url().startsWith('http')) asked.add(decodeURIComponent(new URL(request.url()).pathname.slice(1)))
    })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.locator('[data-ready="true"]').first().waitFor()
    await page.waitForLoadState('networkidle')
    await context.close()
    await new Promise((done) => server.close(done))
    const sizes = new Map<string, number>()
    for (const path of asked) {
      const file = path === '' ? 'index.html' : path
      sizes.set(file, transferred(file, await readFile(join(folder, file))))
    }
    return sizes
  }

  const sum = (sizes: ReadonlyMap<string, number>) => [...sizes.values()].reduce((total, size) => total + size, 0)

  test('the project’s own site: 150 kB at most', async () => {
    const folder = join(scratch, 'own')
    await build({
      contentDir: fileURLToPath(new URL('../content', import.meta.url)),
      outDir: folder,
      config: await readConfig(null),
      configFile: null,
      cacheFolder: null,
      threads: 1,
    })
    const sizes = await firstView(folder)
    expect([...sizes.keys()]).toEqual(
      expect.arrayContaining(['index.html', 'app/app.js', 'app/app.css', 'app/graph.js']),
    )
    expect(sum(sizes), JSON.stringify([...sizes])).toBeLessThanOrEqual(150_000)
  })

  test.each([
    ['10,000 nodes', { nodes: 10_000, documents: 2000 }],
    ['17,900 targets', { nodes: 22_500, documents: 2000, targets: 17_900, relations: 14_600 }],
  ])('a graph of 2,000 documents with %s: 500 kB at most', async (name, size) => {
    const folder = join(scratch, name)
    for await (const { path, content } of exportSite(generateInput(size))) {
      if (/^(entities|articles|targets|app\/articles)\//.test(path)) continue
      const text = typeof content === 'string' || content instanceof Uint8Array
      const file = join(folder, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text ? content : [...(content as Iterable<string>)].join(''))
    }
    const sizes = await firstView(folder)
    expect(sizes.has('app/graph.js')).toBe(true)
    expect(sum(sizes), JSON.stringify([...sizes])).toBeLessThanOrEqual(500_000)
  })
})
