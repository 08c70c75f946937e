import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packFolder, stagePackage } from './package.ts'

const project = join(import.meta.dirname, '..')
let scratch: string
let staged: string
let tarball: string
let consumer: string

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-package-'))
  staged = join(scratch, 'package')
  consumer = join(scratch, 'consumer')
  mkdirSync(consumer)
  await stagePackage(staged)
  tarball = join(scratch, packFolder(staged, scratch))
  install()
  writeNotes()
}, 240_000)
afterAll(() => rm(scratch, { recursive: true, force: true }))

/**
 * Installs the tarball in an empty folder: with npm from its cache, or, where the cache has not all that it needs, beside
 * links to the packages that it declares and no others.
 */
function install(): void {
  writeFileSync(join(consumer, 'package.json'), '{ "name": "notes", "private": true, "type": "module" }\n')
  const flags = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball]
  if (run('npm', flags).status === 0) return
  const modules = join(consumer, 'node_modules')
  const place = join(modules, 'maillage')
  mkdirSync(place, { recursive: true })
  expect(run('tar', ['-xzf', tarball, '-C', place, '--strip-components=1']).status).toBe(0)
  for (const name of Object.keys(manifestOf(place).dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(join(project, 'node_modules', name), join(modules, name))
  }
  mkdirSync(join(modules, '.bin'))
  symlinkSync('../maillage/lib/scripts/maillage.js', join(modules, '.bin', 'maillage'))
}

function writeNotes(): void {
  mkdirSync(join(consumer, 'notes'))
  writeFileSync(join(consumer, 'notes', 'a.md'), 'Northwind Steel acquired Lumen Power. See [[b]].\n')
  writeFileSync(
    join(consumer, 'notes', 'b.md'),
    `Lumen Power is based in Dublin.\n\n${'It aims to reach net zero by 2040.\n\n'.repeat(2000)}`,
  )
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

function run(command: string, args: readonly string[]) {
  return spawnSync(command, args, {
    cwd: consumer,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

describe('the package', () => {
  test('holds what runs and nothing of development, in two megabytes', () => {
    const names = files(staged)
    expect(names.filter((name) => /\.(?:tsx?|map)$/.test(name) && !name.endsWith('.d.ts'))).toEqual([])
    expect(
      names.filter((name) => /\.test\.|fixture|corpus\/|read-corpus|test\/|train-|benchmark|e2e|esbuild/.test(name)),
    ).toEqual([])
    expect(names).toContain('LICENSE')
    expect(names).toContain('README.md')
    expect(statSync(tarball).size).toBeLessThan(2_000_000)
  })

  test('can be published, and says what it needs', async () => {
    const { messages } = await publint({ pkgDir: staged, strict: true })
    const manifest = manifestOf(staged)
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
    expect(manifest).not.toHaveProperty('private')
    expect(Object.keys(manifest.dependencies)).not.toContain('esbuild')
  })

  test('hands on the licences of what is bundled', () => {
    const page = readFileSync(join(staged, 'lib/site/prebuilt/app/LICENSES.txt'), 'utf8')
    for (const name of ['preact', '@preact/signals', 'sigma', 'minisearch'])
      expect(page).toMatch(new RegExp(`^${name} \\d`, 'm'))
    const library = readFileSync(join(staged, 'THIRD-PARTY-LICENSES.txt'), 'utf8')
    for (const name of ['preact', 'preact-render-to-string'])
      expect(library).toMatch(new RegExp(`^${name} \\d.*MIT`, 'm'))
  })
})

describe('in an empty folder', () => {
  test('one command makes a site from notes, on one thread and on several', () => {
    const bin = join(consumer, 'node_modules/.bin/maillage')
    const { status, stderr, stdout } = run(bin, ['build', 'notes', '--out', 'site', '--threads', '2'])
    expect({ status, stderr }).toMatchObject({ status: 0 })
    expect(stdout).toContain('2 documents')
    for (const path of [
      'index.html',
      'app/app.js',
      'app/curation.js',
      'app/LICENSES.txt',
      'articles/a/index.html',
      'data/graph.ttl',
    ])
      expect(existsSync(join(consumer, 'site', path)), path).toBe(true)
    expect(readFileSync(join(consumer, 'site/articles/a/index.html'), 'utf8')).toContain('Northwind Steel')
    expect(run(bin, ['explain', 'Lumen Power', '--site', 'site']).stdout).toContain('Lumen Power')
  }, 120_000)

  test('a configuration in TypeScript is read, and wrong options are told', () => {
    writeFileSync(
      join(consumer, 'maillage.config.ts'),
      "import { defineConfig } from 'maillage'\nexport default defineConfig({ title: 'Notes' as string })\n",
    )
    const bin = join(consumer, 'node_modules/.bin/maillage')
    expect(run(bin, ['check', 'notes'])).toMatchObject({ stderr: '', status: 0 })
    expect(run(bin, ['--version']).stdout).toBe(`${manifestOf(project).version}\n`)
  }, 60_000)

  test('the library has types for every way to resolve it, and runs', () => {
    writeFileSync(
      join(consumer, 'use.ts'),
      `import { analyzeText, connectTexts, defineConfig, exportTexts, type Entity, type Knowledge, VERSION } from 'maillage'

const analyses = [analyzeText('Northwind Steel acquired Lumen Power.', { path: 'a.md' })]
const knowledge: Knowledge = connectTexts(analyses, { curation: 'ignore: [Dublin]' })
const labels: string[] = knowledge.entities.map(({ label }: Entity) => label)
const config = defineConfig({ colors: { person: '#112233' } })
// @ts-expect-error: no such category
defineConfig({ colors: { persons: '#112233' } })
// @ts-expect-error: no such format
exportTexts(knowledge, analyses, { formats: ['pdf'] })
const paths = [...exportTexts(knowledge, analyses, { formats: ['graph', 'rdf'] })].map(({ path }) => path)
console.log(JSON.stringify({ labels, paths, config, version: VERSION }))
`,
    )
    const tsc = join(project, 'node_modules/typescript/bin/tsc')
    for (const flags of [
      ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
      ['--module', 'preserve', '--moduleResolution', 'bundler'],
    ]) {
      const options = [
        '--strict',
        '--exactOptionalPropertyTypes',
        '--target',
        'es2023',
        '--lib',
        'es2023,dom',
        '--types',
        'node',
        '--typeRoots',
        join(project, 'node_modules/@types'),
      ]
      const { status, stdout } = run(process.execPath, [tsc, ...flags, ...options, '--outDir', 'out', 'use.ts'])
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    }
    writeFileSync(join(consumer, 'out', 'package.json'), '{ "type": "module" }')
    const { stdout, stderr } = run(process.execPath, ['out/use.js'])
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({
      labels: ['Lumen Power', 'Northwind Steel'],
      paths: ['data/graph.json', 'data/graph.ttl', 'data/graph.jsonld', 'data/schema/vocabulary.ttl'],
    })
  }, 120_000)
})
