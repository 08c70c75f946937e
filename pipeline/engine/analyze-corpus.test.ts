import { mkdir, mkdtemp, readdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { generateCorpus, writeCorpus } from '../../scripts/generate-corpus.ts'
import { listContent } from '../read/read-content.ts'
import { readConfig } from '../read-config.ts'
import { type AnalyzeCorpusOptions, analyzeCorpus } from './analyze-corpus.ts'

let scratch: string
let contentDir: string
let cacheFolder: string
let count = 0
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-corpus-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))
beforeEach(async () => {
  const folder = join(scratch, String(count++))
  contentDir = join(folder, 'content')
  cacheFolder = join(folder, 'cache')
  await mkdir(contentDir, { recursive: true })
})

async function analyze(options: Partial<AnalyzeCorpusOptions> = {}) {
  const { files } = await listContent(contentDir)
  const configFile = options.configFile ?? null
  const config = await readConfig(configFile)
  const corpus = await analyzeCorpus(files, { contentDir, cacheFolder, configFile, config, ...options })
  return { ...corpus, documents: [...corpus.documents()] }
}

const write = (path: string, text: string) => writeFile(join(contentDir, path), text)

/** Long enough that threads are used, and read in no time. */
const LONG = `Un tableau.\n\n\`\`\`\n${'0 '.repeat(17_000)}\n\`\`\`\n`

test('one thread, several, and none give the same, in the order of the files', async () => {
  writeCorpus(contentDir, generateCorpus(12))
  await write('empty.md', '')
  const inline = await analyze({ cacheFolder: null })
  await write('zzz-long.md', LONG)
  const one = await analyze({ cacheFolder: null, threads: 1 })
  const two = await analyze({ cacheFolder: null, threads: 2 })
  expect(two).toEqual(one)
  expect(one.documents.map(({ document }) => document.path)).toEqual([
    ...Array.from({ length: 12 }, (_, i) => `article-${String(i).padStart(5, '0')}.md`),
    'zzz-long.md',
  ])
  expect(one.documents.slice(0, -1)).toEqual(inline.documents)
  expect(one.summaries.slice(0, -1)).toEqual(inline.summaries)
  expect(one.failures).toEqual(inline.failures)
  expect(one.failures.map(({ path, messages }) => [path, messages.map(({ ruleId }) => ruleId)])).toEqual([
    ['empty.md', ['empty-file']],
  ])
})

describe('with a cache', () => {
  beforeEach(() => writeCorpus(contentDir, generateCorpus(6)))

  test('nothing is analysed twice, and the result is the same', async () => {
    const cold = await analyze()
    expect(cold.analyzed).toBe(6)
    const warm = await analyze()
    expect(warm).toEqual({ ...cold, analyzed: 0 })
    expect(await analyze({ cacheFolder: null })).toEqual(cold)
  })

  test('only what changed is analysed: an edit, a new file, a new name', async () => {
    await analyze()
    await write('article-00003.md', 'Autre chose.')
    expect((await analyze()).analyzed).toBe(1)
    await write('new.md', 'Encore autre chose.')
    expect((await analyze()).analyzed).toBe(1)
    await rename(join(contentDir, 'new.md'), join(contentDir, 'renamed.md'))
    const renamed = await analyze()
    expect(renamed.analyzed).toBe(1)
    expect(renamed.documents.map(({ document }) => document.path)).toContain('renamed.md')
    expect(renamed.documents.map(({ document }) => document.path)).not.toContain('new.md')
    await unlink(join(contentDir, 'article-00000.md'))
    const without = await analyze()
    expect(without.analyzed).toBe(0)
    expect(without.documents.map(({ document }) => document.id)).not.toContain('article-00000')
  })

  test('what an earlier run kept in memory is used without the cache', async () => {
    const first = await analyze({ cacheFolder: null })
    await write('article-00003.md', 'Autre chose.')
    const second = await analyze({ cacheFolder: null, recent: first.kept })
    expect(second.analyzed).toBe(1)
    expect(second.documents).toEqual((await analyze({ cacheFolder: null })).documents)
  })

  test('damaged entries are made again', async () => {
    const cold = await analyze()
    for (const shard of await readdir(cacheFolder))
      for (const name of await readdir(join(cacheFolder, shard)))
        await writeFile(join(cacheFolder, shard, name), 'noise')
    expect(await analyze()).toEqual(cold)
  })

  test('two builds at once', async () => {
    const [first, second] = await Promise.all([analyze(), analyze()])
    expect(second.documents).toEqual(first.documents)
    expect(second.documents).toHaveLength(6)
  })

  test('another configuration does not use it', async () => {
    await analyze()
    const configFile = join(contentDir, '..', 'maillage.config.mjs')
    await writeFile(configFile, 'export default { remarkPlugins: [() => (tree) => { tree.children.splice(1) }] }')
    const cut = await analyze({ configFile })
    expect(cut.analyzed).toBe(6)
    expect(cut.documents.every(({ text }) => text.length < 200)).toBe(true)
  })
})

describe('a document that goes wrong fails alone', () => {
  /** A plugin that does something bad to documents that ask for it. */
  async function configOf(bad: string): Promise<string> {
    const configFile = join(contentDir, '..', 'maillage.config.mjs')
    const plugin = `() => (tree, file) => { if (JSON.stringify(tree).includes('PLEASE')) { ${bad} } }`
    await writeFile(configFile, `export default { remarkPlugins: [${plugin}] }`)
    return configFile
  }
  beforeEach(async () => {
    await write('a-long.md', LONG)
    await write('b-bad.md', 'PLEASE do.')
    await write('c-good.md', 'Camille Perrin dirige Boreatech.')
  })

  test.each([
    ['throws', `throw new Error('no such figure')`, /no such figure/, 60_000],
    ['does not end', 'for (;;) {}', /it took more than 5 s/, 5000],
    [
      'takes all memory',
      'const all = []; for (;;) all.push(new Array(1e4).fill(0.5))',
      /more memory than there is/,
      60_000,
    ],
  ])('it %s', async (_, bad, reason, budget) => {
    const { documents, failures } = await analyze({ configFile: await configOf(bad), threads: 1, budget })
    expect(documents.map(({ document }) => document.path)).toEqual(['a-long.md', 'c-good.md'])
    expect(failures).toEqual([
      {
        path: 'b-bad.md',
        messages: [
          expect.objectContaining({
            reason: expect.stringMatching(reason),
            ruleId: 'analysis-failed',
            severity: 'error',
          }),
        ],
      },
    ])
  })

  test('a configuration that threads cannot read ends the build with its sentence', async () => {
    const configFile = await configOf('')
    const config = await readConfig(configFile)
    await writeFile(configFile, 'export default 3')
    const { files } = await listContent(contentDir)
    await expect(analyzeCorpus(files, { contentDir, cacheFolder, configFile, config })).rejects.toThrow(
      /unexpected 3, expected options/,
    )
  })

  test('a file that vanishes between listing and reading is a message', async () => {
    const { files } = await listContent(contentDir)
    await unlink(join(contentDir, 'b-bad.md'))
    await symlink('nowhere', join(contentDir, 'b-bad.md'))
    const config = await readConfig(null)
    const corpus = await analyzeCorpus(files, { contentDir, cacheFolder, configFile: null, config })
    expect(corpus.failures.map(({ path, messages }) => [path, messages[0]?.ruleId])).toEqual([
      ['b-bad.md', 'unreadable-file'],
    ])
    expect(corpus.summaries).toHaveLength(2)
  })
})
