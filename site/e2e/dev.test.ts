import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ARTICLES } from './articles.ts'
import { launch } from './open-site.ts'

let folder: string
let child: ChildProcess
let browser: Browser
let url: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-dev-'))
  for (const [path, text] of Object.entries(ARTICLES)) await write(`content/${path}`, text)
  await write('maillage.config.json', '{ "title": "Before" }')
  const script = fileURLToPath(new URL('../../scripts/maillage.ts', import.meta.url))
  const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url))
  const args = ['--import', import.meta.resolve('tsx'), script, 'dev', '--port', '4871', '--threads', '1', '--no-cache']
  child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, TSX_TSCONFIG_PATH: tsconfig },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  url = await new Promise<string>((resolve, reject) => {
    let said = ''
    // Read to the end: a preview whose output nobody reads ends.
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      const address = /http:\/\/localhost:\d+\//.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the preview ended with ${code}`)))
  })
  browser = await launch()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  if (child.exitCode === null) {
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
})

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), text)
}

test('a preview follows the articles, keeps what the reader had chosen, and shows why a build failed', async () => {
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })
  await page.goto(`${url}#/entity/organization/solvane-group?view=table&hide=place`)
  const record = page.getByRole('heading', { level: 2, name: 'Solvane Group' })
  await record.waitFor()
  const path = 'articles/solvane-report.md'
  await write(`content/${path}`, `${ARTICLES[path]}\nSolvane Group acquired Harbour Wind in 2024.\n`)
  await page.getByRole('rowheader', { name: 'Harbour Wind' }).waitFor()
  await record.waitFor()
  expect(new URL(page.url()).hash).toMatch(/^#\/entity\/organization\/solvane-group\?view=table&hide=place/)
  expect(await page.getByRole('checkbox', { name: /^places/ }).isChecked()).toBe(false)

  await write('maillage.config.json', '{ "tilte": "After" }')
  const alert = page.getByRole('alert')
  // A build may have met the file half written; it is the last word that counts.
  await alert.filter({ hasText: 'tilte' }).waitFor()
  expect(await alert.textContent()).toContain('unexpected option `tilte`')
  // The site that was there stays.
  expect(await record.isVisible()).toBe(true)
  // Whoever comes now is told too.
  const other = await browser.newPage()
  await other.goto(url)
  await other.getByRole('alert').waitFor()

  await write('maillage.config.json', '{ "title": "After" }')
  await page.getByRole('heading', { level: 1, name: 'After' }).waitFor()
  await record.waitFor()
  expect(await alert.count()).toBe(0)
}, 120_000)
