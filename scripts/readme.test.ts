import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../pipeline/build.ts'
import { readCuration } from '../pipeline/connect/read-curation.ts'
import { readConfig } from '../pipeline/read-config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
let scratch: string
let readme: string

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-readme-'))
  readme = await readFile(join(root, 'README.md'), 'utf8')
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

/** The only block of code in the README in this language. */
function sample(language: string): string {
  const blocks = [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))]
  expect(blocks).toHaveLength(1)
  return blocks[0]?.[1] ?? ''
}

test('the code sample reads a build of our own articles', async () => {
  await build({
    contentDir: join(root, 'content'),
    outDir: join(scratch, 'dist'),
    config: await readConfig(null),
    configFile: null,
    cacheFolder: null,
  })
  await symlink(join(root, 'node_modules'), join(scratch, 'node_modules'))
  await writeFile(join(scratch, 'sample.mjs'), sample('js'))
  const { stdout } = await promisify(execFile)(process.execPath, ['sample.mjs'], { cwd: scratch })
  expect(stdout).toContain('organization/xiaomi is a member of initiative/ge100')
  expect(stdout).toMatch(/organization\/xiaomi · .*38000 t 2026\n {4}.*38\s000 tonnes/)
})

test('the curation sample is valid', () => {
  const file = new VFile({ path: 'entities.yml', value: sample('yaml') })
  const curation = readCuration(file)
  expect(file.messages).toEqual([])
  expect(curation.entities).toHaveLength(1)
})

test('links to files of the project lead somewhere', async () => {
  for (const [, path] of readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g))
    await expect(
      readFile(join(root, path as string)).catch((error) => error.code),
      path,
    ).resolves.not.toBe('ENOENT')
})
