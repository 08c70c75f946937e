import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, extname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page, type ViewportSize } from 'playwright-core'
import { build } from '../../pipeline/build.ts'
import type { Knowledge } from '../../pipeline/model.ts'
import { type Config, readConfig } from '../../pipeline/read-config.ts'
import { findChromium } from '../../scripts/find-chromium.mjs'

/** Without these a browser without a network keeps asking for its maker's hosts. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
}

const WINDOW: ViewportSize = { width: 1280, height: 800 }

/** What went wrong in a page, and what it asked for, in the order in which it happened. */
export interface Watch {
  /** Uncaught errors, and errors on the console: a violated policy is one. */
  problems: string[]
  /** Requests that gave nothing. */
  failures: string[]
  /** Addresses of every request. */
  requests: string[]
}

export interface OpenOptions extends Omit<BrowserContextOptions, 'viewport' | 'colorScheme'> {
  viewport?: ViewportSize
  colorScheme?: 'light' | 'dark'
  /** Opens the files themselves instead of a server's. */
  fromFile?: boolean
  /** Runs before anything of the page does. */
  before?: () => void
}

export interface TestSite {
  knowledge: Knowledge
  folder: string
  /**
   * Opens an address relative to the site in a page that knows nothing of earlier ones: no storage, the pointer in its
   * corner, the media of its options. `watch` sees everything from the first request on.
   */
  open(path?: string, options?: OpenOptions): Promise<{ page: Page; watch: Watch }>
  /**
   * Ends what was opened: pages that draw slow each other down. Emptied, they serve again for the same options, which takes
   * a third of the time of new ones; what a test does to a page beyond loads (scripts that run first, routes) belongs into
   * `before`, whose pages never serve again.
   */
  closePages(): Promise<void>
  close(): Promise<void>
}

/** Builds a site from articles (path below the content folder → text), serves it, and starts a browser. */
export async function openSite(
  articles: Readonly<Record<string, string | Uint8Array>>,
  config: Partial<Config> = {},
): Promise<TestSite> {
  const scratch = await mkdtemp(join(tmpdir(), 'maillage-site-'))
  const contentDir = join(scratch, 'content')
  for (const [path, text] of Object.entries(articles)) {
    const file = join(contentDir, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const folder = join(scratch, 'site')
  await build({
    contentDir,
    outDir: folder,
    config: { ...(await readConfig(null)), title: 'Essai', ...config },
    configFile: null,
    cacheFolder: null,
    threads: 1,
  })
  const server = await serve(folder)
  const { port } = server.address() as AddressInfo
  const browser = await launch()
  const opened: { page: Page; key: string | null }[] = []
  /** Emptied pages, by what they were opened with. */
  const idle = new Map<string, Page[]>()
  return {
    knowledge: JSON.parse(await readFile(join(folder, 'data/knowledge.json'), 'utf8')),
    folder,
    async open(path = '', { fromFile = false, before, viewport = WINDOW, colorScheme = 'light', ...options } = {}) {
      const key = before ? null : JSON.stringify(options)
      const page = (key === null ? undefined : idle.get(key)?.pop()) ?? (await newPage(browser, options, before))
      opened.push({ page, key })
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      const watch = watchPage(page)
      const base = fromFile ? pathToFileURL(`${folder}${sep}`).href : `http://127.0.0.1:${port}/`
      const [file = '', hash] = path.split('#', 2)
      const address = fromFile && (file === '' || file.endsWith('/')) ? `${file}index.html` : file
      await page.goto(base + address + (hash === undefined ? '' : `#${hash}`))
      // Keys and clicks count from when the explorer has set itself up.
      if (options.javaScriptEnabled !== false)
        await page.waitForFunction(() => document.querySelector('[data-ready="false"]') === null)
      return { page, watch }
    },
    async closePages() {
      for (const { page, key } of opened.splice(0)) {
        if (key !== null && (await empty(page))) idle.set(key, [...(idle.get(key) ?? []), page])
        else await page.context().close()
      }
    },
    async close() {
      await browser.close()
      await new Promise((done) => server.close(done))
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

async function newPage(browser: Browser, options: BrowserContextOptions, before?: () => void): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  })
  if (before) await context.addInitScript(before)
  return context.newPage()
}

function watchPage(page: Page): Watch {
  const watch: Watch = { problems: [], failures: [], requests: [] }
  page.on('pageerror', (error) => watch.problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const list = message.text().startsWith('Failed to load resource') ? watch.failures : watch.problems
    list.push(message.text())
  })
  page.on('request', (request) => watch.requests.push(request.url()))
  page.on('requestfailed', (request) => watch.failures.push(request.url()))
  return watch
}

/** Makes a page as good as new; false where it is closed. */
async function empty(page: Page): Promise<boolean> {
  if (page.isClosed()) return false
  for (const other of page.context().pages()) if (other !== page) await other.close()
  page.removeAllListeners()
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.goto('about:blank')
  return true
}

export async function launch(): Promise<Browser> {
  const executablePath = await findChromium()
  if (executablePath === null) throw new Error('no Chromium was found; name one in the environment variable CHROMIUM')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** A server of a folder's files on a free port of this machine. */
export async function serve(folder: string) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname)
    const file = resolve(folder, `.${path.endsWith('/') ? `${path}index.html` : path}`)
    const content = file.startsWith(resolve(folder) + sep) ? await readFile(file).catch(() => null) : null
    if (content === null) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}
