import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuildReport, build } from './build.ts'
import type { Knowledge } from './model.ts'
import { readConfig } from './read-config.ts'

const fixtures = fileURLToPath(new URL('test/fixtures', import.meta.url))
const update = process.env.UPDATE === '1'
if (update && process.env.CI !== undefined) throw new Error('goldens are not rewritten under CI')

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-build-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

async function buildFolder(contentDir: string, out: string): Promise<BuildReport> {
  return build({
    contentDir,
    outDir: join(scratch, out),
    config: { ...(await readConfig(null)), title: 'Fixture', baseUrl: 'https://example.org/graph/' },
    configFile: null,
    cacheFolder: null,
  })
}

const buildFixture = (name: string, out: string) => buildFolder(join(fixtures, name, 'content'), out)

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Compares with `expected/`, or rewrites it when UPDATE=1. */
async function expectGolden(fixture: string, path: string, content: string): Promise<void> {
  const file = join(fixtures, fixture, 'expected', path)
  if (update) {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  expect(content, `${fixture}/expected/${path} (UPDATE=1 rewrites)`).toBe(await readFile(file, 'utf8'))
}

describe.each(['first-article', 'odd-input'])('golden build %s', (fixture) => {
  test('gives the expected files and messages', async () => {
    const report = await buildFixture(fixture, `golden-${fixture}`)
    const data = join(report.outDir, 'data')
    for (const path of (await listFiles(data)).filter((path) =>
      /^(knowledge|graph|documents\/[^/]*)\.json$/.test(path),
    ))
      await expectGolden(fixture, `data/${path}`, await readFile(join(data, path), 'utf8'))
    await expectGolden(fixture, 'messages.json', `${JSON.stringify(report.messages, null, 2)}\n`)
  })
})

test('the same input gives the same bytes, wherever it stands', async () => {
  const first = await buildFixture('first-article', 'same-1')
  const copy = join(scratch, 'copied-content')
  await cp(join(fixtures, 'first-article', 'content'), copy, { recursive: true })
  const second = await buildFolder(copy, 'same-2')
  const files = await listFiles(first.outDir)
  expect(await listFiles(second.outDir)).toEqual(files)
  for (const path of files)
    expect(await readFile(join(second.outDir, path)), path).toEqual(await readFile(join(first.outDir, path)))
})

test('every edge has both ends and evidence, and every quote is a slice of its document', async () => {
  const { outDir } = await buildFixture('first-article', 'slices')
  const read = async (path: string) => JSON.parse(await readFile(join(outDir, 'data', path), 'utf8'))
  const knowledge: Knowledge = await read('knowledge.json')
  const ids = new Set(knowledge.entities.map((entity) => entity.id))
  const texts = new Map<string, string>()
  for (const { id } of knowledge.documents) texts.set(id, (await read(`documents/${id}.json`)).text)
  expect(knowledge.relations.length).toBeGreaterThan(0)
  expect(knowledge.targets.length).toBeGreaterThan(0)
  for (const { subject, object, evidence } of knowledge.relations) {
    expect(ids).toContain(subject)
    expect(ids).toContain(object)
    expect(evidence.length).toBeGreaterThan(0)
  }
  const spans = [
    ...knowledge.entities.flatMap((entity) => entity.mentions),
    ...knowledge.relations.flatMap((relation) => relation.evidence),
    ...knowledge.targets.flatMap((target) => [...target.evidence, ...Object.values(target.fields)]),
  ]
  for (const { document, start, end, exact } of spans) expect(texts.get(document)?.slice(start, end)).toBe(exact)
})

test('a failing build leaves the last good output as it was', async () => {
  const { outDir } = await buildFixture('first-article', 'kept')
  const before = await readFile(join(outDir, 'data/knowledge.json'), 'utf8')
  await expect(buildFolder(join(scratch, 'nowhere'), 'kept')).rejects.toThrow(/nowhere/)
  expect(await readFile(join(outDir, 'data/knowledge.json'), 'utf8')).toBe(before)
})
