import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type BuildReport, build } from '../build.ts'
import { readConfig } from '../read-config.ts'

const scratch = await mkdtemp(join(tmpdir(), 'maillage-recall-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

const contentDir = join(scratch, 'content')
const outDir = join(scratch, 'out')
const ARTICLE = 'Acme vise la neutralité carbone d’ici 2040. Voir ![carte](carte.png).'

async function buildOnce(title = 'Test'): Promise<BuildReport> {
  const config = { ...(await readConfig(null)), title }
  return build({ contentDir, outDir, config, configFile: null, cacheFolder: join(scratch, 'cache') })
}

/** A folder that is written anew is another one. */
const folderOf = async () => {
  const { ino, birthtimeMs } = await stat(outDir)
  return `${ino} ${birthtimeMs}`
}

beforeEach(async () => {
  for (const folder of [contentDir, outDir, join(scratch, 'cache')]) await rm(folder, { recursive: true, force: true })
  await mkdir(contentDir, { recursive: true })
  await writeFile(join(contentDir, 'a.md'), ARTICLE)
  await writeFile(join(contentDir, 'carte.png'), 'png')
})

test('building the same again leaves the output as it is and reports the same', async () => {
  const first = await buildOnce()
  const folder = await folderOf()
  const again = await buildOnce()
  expect(await folderOf()).toBe(folder)
  expect(again).toEqual({ ...first, analyzed: 0, milliseconds: again.milliseconds })
})

const CHANGES: readonly [string, () => Promise<void>][] = [
  ['an article changed', () => writeFile(join(contentDir, 'a.md'), `${ARTICLE} Bel.`)],
  ['an article came', () => writeFile(join(contentDir, 'b.md'), ARTICLE)],
  ['a picture changed', () => writeFile(join(contentDir, 'carte.png'), 'another')],
  ['curation changed', () => writeFile(join(contentDir, 'entities.yml'), 'entities:\n  - name: Acme\n')],
  ['a file of the output is gone', () => rm(join(outDir, 'index.html'))],
  ['a file of the output was changed', () => writeFile(join(outDir, 'data', 'graph.json'), '{}')],
  ['the output is gone', () => rm(outDir, { recursive: true })],
]

test.each(CHANGES)('the site is built again when %s', async (_, change) => {
  await buildOnce()
  const before = await folderOf()
  await change()
  await buildOnce()
  expect(await folderOf()).not.toBe(before)
  expect(await readFile(join(outDir, 'index.html'), 'utf8')).toContain('Test')
  expect(JSON.parse(await readFile(join(outDir, 'data', 'graph.json'), 'utf8'))).toHaveProperty('nodes')
})

test('the site is built again when the configuration changed', async () => {
  await buildOnce()
  await buildOnce('Another name')
  expect(await readFile(join(outDir, 'index.html'), 'utf8')).toContain('Another name')
})

test('a record that was cut off is none', async () => {
  await buildOnce()
  const folder = join(scratch, 'cache', 'builds')
  const [name] = (await readdir(folder)) as [string]
  await writeFile(join(folder, name), '{"input":"')
  expect((await buildOnce()).counts.documents).toBe(1)
})
