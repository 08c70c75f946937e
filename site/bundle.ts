import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Artifact } from '../pipeline/model.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const project = fileURLToPath(new URL('..', import.meta.url))
/** In the npm package, the files lie ready here. */
const prebuilt = join(folder, 'prebuilt')

/** Weights and styles that the style sheets name; latin first, others where a text asks for them. */
const FONTS = [
  ['@fontsource-variable/instrument-sans', 'instrument-sans-latin-wght-normal'],
  ['@fontsource-variable/instrument-sans', 'instrument-sans-latin-ext-wght-normal'],
  ['@fontsource/newsreader', 'newsreader-latin-400-normal'],
  ['@fontsource/newsreader', 'newsreader-latin-ext-400-normal'],
  ['@fontsource/newsreader', 'newsreader-latin-400-italic'],
  ['@fontsource/newsreader', 'newsreader-latin-ext-400-italic'],
  ['@fontsource/newsreader', 'newsreader-latin-600-normal'],
] as const

const BUNDLED = ['app/app.js', 'app/app.css', 'app/curation.js', 'app/curation.css', 'app/LICENSES.txt', 'pages.css']

/**
 * Everything of the page that is the same for every site: `app/app.js`, `app/app.css`, `app/curation.js` and its style,
 * which are loaded when somebody asks for them, `pages.css`, and the fonts, with the licences of all that is not ours. Bundled once for each state of the sources, then read from `node_modules/.cache`.
 */
export async function* bundleApp(): AsyncIterable<Artifact> {
  if (existsSync(prebuilt)) {
    for (const path of await readdir(prebuilt, { recursive: true }))
      if (/\.[a-z0-9]+$/.test(path))
        yield { path: path.replaceAll('\\', '/'), content: await readFile(join(prebuilt, path)) }
    return
  }
  const cache = join(project, 'node_modules/.cache/maillage-app', await hashSources())
  if (!existsSync(cache)) await writeBundle(cache)
  for (const path of BUNDLED) yield { path, content: await readFile(join(cache, path.replace('/', '-'))) }
  for (const [name, file] of FONTS)
    yield {
      path: `app/fonts/${file}.woff2`,
      content: await readFile(join(project, 'node_modules', name, 'files', `${file}.woff2`)),
    }
  for (const [name, family] of [
    ['@fontsource-variable/instrument-sans', 'instrument-sans'],
    ['@fontsource/newsreader', 'newsreader'],
  ])
    yield {
      path: `app/fonts/${family}-LICENSE.txt`,
      content: await readFile(join(project, 'node_modules', name as string, 'LICENSE')),
    }
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  const sources = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\.test\.tsx?$/.test(path) && !path.includes(`${folder}e2e`))
  for (const path of [...sources.sort(), join(project, 'package-lock.json'), join(project, 'pipeline/model.ts')])
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
    entryPoints: {
      'app-app': join(folder, 'main.tsx'),
      'app-styles': join(folder, 'styles/app.css'),
      'app-curation': join(folder, 'views/curation.tsx'),
      'app-curation-styles': join(folder, 'styles/curation.css'),
      pages: join(folder, 'styles/pages.css'),
    },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['*.woff2'],
    write: false,
    metafile: true,
    outdir: cache,
    absWorkingDir: project,
  })
  const partial = `${cache}.${process.pid}`
  await mkdir(partial, { recursive: true })
  for (const { path, contents } of result.outputFiles) {
    const name = path
      .slice(cache.length + 1)
      .replace('app-styles.css', 'app-app.css')
      .replace('-styles.css', '.css')
    await writeFile(join(partial, name), contents)
  }
  await writeFile(join(partial, 'app-LICENSES.txt'), await licencesOf(Object.keys(result.metafile.inputs)))
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
