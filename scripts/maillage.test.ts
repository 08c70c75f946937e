import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const script = fileURLToPath(new URL('./maillage.ts', import.meta.url))
const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function maillage(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), script, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      // The source has JSX, which the project's own settings explain.
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, TSX_TSCONFIG_PATH: tsconfig },
    },
  )
  return { status, stdout, stderr }
}

test('help and version', () => {
  expect(maillage('--version')).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' })
  const { status, stdout } = maillage('--help')
  expect(status).toBe(0)
  for (const name of ['init', 'build', 'dev', 'check', 'export', 'curate', 'diff', 'explain'])
    expect(stdout).toContain(`  ${name} `)
  expect(maillage('diff', '--help').stdout).toContain('maillage diff OLD NEW')
})

test.each([
  [[], 'expected a command'],
  [['biuld'], 'unexpected command `biuld`'],
  [['build', '--fast'], "Unknown option '--fast'"],
  [['build', 'a', 'b'], 'unexpected `a b`'],
  [['build', '--threads', 'two'], 'unexpected --threads `two`'],
  [['diff', 'a'], 'expected 2'],
])('a line that cannot be understood ends with 2: %j', (args, sentence) => {
  const { status, stderr } = maillage(...args)
  expect([status, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining(sentence)])
})

test('from nothing to a site, and what one does with it', async () => {
  expect(maillage('build')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('there is no folder `content`'),
  })
  expect(maillage('init').stdout).toContain('content/articles/first-article.md')
  expect(maillage('init').stdout).not.toContain('created')

  const built = maillage('build', '--json')
  expect(built.status).toBe(0)
  expect(JSON.parse(built.stdout)).toMatchObject({ counts: { documents: 1 }, analyzed: 1 })

  expect(maillage('check').status).toBe(0)
  await writeFile(join(folder, 'content/articles/broken.md'), Buffer.of(0x41, 0xff))
  expect(maillage('check')).toMatchObject({ status: 1, stdout: expect.stringContaining('not-utf-8') })
  await rm(join(folder, 'content/articles/broken.md'))

  await writeFile(join(folder, 'corrections.yml'), 'ignore:\n  - Leeds\n')
  expect(maillage('curate', 'corrections.yml').stdout).toContain('1 added')
  expect(maillage('curate', 'corrections.yml').stdout).toContain('0 added')
  expect(await readFile(join(folder, 'content/entities.yml'), 'utf8')).toMatch(
    /^# What the texts.*^ignore:\n {2}- Leeds$/ms,
  )
  await writeFile(join(folder, 'corrections.yml'), 'ignored:\n  - Leeds\n')
  expect(maillage('curate', 'corrections.yml')).toMatchObject({ status: 1, stderr: expect.stringContaining('ignored') })

  const [entity] = JSON.parse(await readFile(join(folder, 'dist/data/knowledge.json'), 'utf8')).entities
  expect(maillage('explain', entity.id)).toMatchObject({ status: 0, stdout: expect.stringContaining(entity.label) })
  expect(maillage('explain', 'Nobody at all')).toMatchObject({ status: 1 })

  await writeFile(join(folder, 'content/articles/second.md'), 'Lakeside Mills joined the Clear Sky Alliance in 2024.\n')
  maillage('build', '--out', 'next')
  expect(maillage('diff', 'dist', 'dist').stdout).toBe('No difference.\n')
  expect(JSON.parse(maillage('diff', 'dist', 'next', '--json').stdout).documents.appeared).toHaveLength(1)
  expect(maillage('diff', 'dist', 'next', '--markdown').stdout).toContain('| documents | 1 | 0 | 0 |')

  const printed = maillage('export', '--format', 'graph')
  expect(JSON.parse(printed.stdout).nodes.length).toBeGreaterThan(0)
  expect(maillage('export', '--format', 'csv')).toMatchObject({ status: 2, stderr: expect.stringContaining('--out') })
  expect(maillage('export', '--format', 'pdf')).toMatchObject({ status: 2 })
}, 240_000)
