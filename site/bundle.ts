import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Artifact } from '../pipeline/model.ts'
import { themeSheet } from './styles/theme.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const project = fileURLToPath(new URL('..', import.meta.url))
/** In the npm package, the files lie ready here. */
const prebuilt = join(folder, 'prebuilt')

/** Scripts and style sheets, by their path in a site. Those beside `app/app` are loaded when somebody asks for them. */
const ENTRIES = [
  { in: 'main.tsx', out: 'app/app' },
  { in: 'styles/app.css', out: 'app/app' },
  { in: 'search.ts', out: 'app/search' },
  { in: 'export-view.ts', out: 'app/export-view' },
  { in: 'views/curation.tsx', out: 'app/curation' },
  { in: 'styles/curation.css', out: 'app/curation' },
  { in: 'styles/pages.css', out: 'pages' },
] as const

/** What sources of the page import from outside of its folder. */
const FROM_ELSEWHERE = ['package-lock.json', 'pipeline/model.ts', 'pipeline/export/palette.ts']

/**
 * Everything of the page that is the same for every site: scripts and styles below `app/`, the style of the pages beside
 * it, the fonts, and the licences of all that is not ours; in the order of their paths. Bundled once for each state of the
 * sources, then read from `node_modules/.cache`.
 */
export async function* bundleApp(): AsyncIterable<Artifact> {
  const ready = existsSync(prebuilt) ? prebuilt : join(project, 'node_modules/.cache/maillage-app', await hashSources())
  if (!existsSync(ready)) await writeBundle(ready)
  const files = (await readdir(ready, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ready, join(entry.parentPath, entry.name)))
  for (const file of files.sort())
    yield { path: file.replaceAll('\\', '/'), content: await readFile(join(ready, file)) }
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  const sources = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\.test\.tsx?$/.test(path) && !path.includes(`${folder}e2e`))
  for (const path of [...sources.sort(), ...FROM_ELSEWHERE.map((path) => join(project, path))])
    hash
      .update(path.slice(project.length))
      .update('\0')
      .update(await readFile(path))
      .update('\0')
  return hash.digest('hex').slice(0, 32)
}

async function writeBundle(cache: string): Promise<void> {
  // Loaded here: a build that finds its bundle does not pay for it.
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: ENTRIES.map((entry) => ({ ...entry, in: join(folder, entry.in) })),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Style sheets in different folders reach the fonts by the path from each.
    loader: { '.woff2': 'file' },
    assetNames: 'app/fonts/[name]',
    plugins: [
      {
        name: 'theme',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^maillage:theme\.css$/ }, ({ path }) => ({ path, namespace: 'theme' }))
          onLoad({ filter: /./, namespace: 'theme' }, () => ({ contents: themeSheet(), loader: 'css' }))
        },
      },
    ],
    write: false,
    metafile: true,
    outdir: cache,
    absWorkingDir: project,
  })
  const partial = `${cache}.${process.pid}`
  const files = result.outputFiles.map(({ path, contents }) => [relative(cache, path), contents] as const)
  const licences = await licencesOf(Object.keys(result.metafile.inputs))
  for (const [path, contents] of [...files, [join('app', 'LICENSES.txt'), licences] as const]) {
    await mkdir(dirname(join(partial, path)), { recursive: true })
    await writeFile(join(partial, path), contents)
  }
  // A build beside this one may have been first; its bundle is the same.
  await rename(partial, cache).catch((error) => {
    if (!existsSync(cache)) throw error
  })
}

/**
 * The licences of the packages that modules come from, whole, in the order of their names: what whoever hands a bundle on
 * has to hand on with it. Modules are paths below the project.
 *
 * @throws when a package comes without its licence.
 */
export async function licencesOf(modules: readonly string[]): Promise<string> {
  const names = new Set(modules.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[0] ?? []))
  const parts: string[] = []
  for (const name of [...names].sort()) {
    const place = join(project, name)
    const { name: title, version, license } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8'))
    const file = (await readdir(place)).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry))
    if (file === undefined) throw new Error(`bundle: ${title} comes without the text of its licence (${license})`)
    const text = (await readFile(join(place, file), 'utf8')).trim()
    parts.push(`${title} ${version} (${license})\n\n${text}\n`)
  }
  return parts.join(`\n${'─'.repeat(80)}\n\n`)
}
