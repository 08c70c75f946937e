/**
 * Makes the npm package: JavaScript with types, the data of the name tagger, the script and styles of the page, and
 * nothing that only developing needs. `npm run package` leaves `maillage-<version>.tgz` in the project's folder.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build, transform } from 'esbuild'
import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isStringLiteral,
  type Node,
  ScriptTarget,
  SyntaxKind,
} from 'typescript'
import manifest from '../package.json' with { type: 'json' }
import { bundleApp, licencesOf } from '../site/bundle.ts'

const project = join(import.meta.dirname, '..')
const ENTRIES = ['scripts/maillage.ts', 'pipeline/library.ts', 'pipeline/engine/analyze-worker.ts']

/** Packages that only builds over a queue need: who uses one adds them. */
const ON_DEMAND = ['bullmq', 'ioredis', 'pg']

/** Builds the package's folder. */
export async function stagePackage(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const lib = join(folder, 'lib')
  mkdirSync(lib, { recursive: true })
  compile(lib)
  prune(lib)
  const vendored = await vendorPreact(lib)
  await minify(lib)
  for await (const { path, content } of bundleApp()) {
    const file = join(lib, 'site/prebuilt', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join(''))
  }
  cpSync(join(project, 'pipeline/names/weights'), join(lib, 'pipeline/names/weights'), { recursive: true })
  for (const [from, to] of [
    ...licencesOfData().map((path) => [path, `lib/${path}`] as const),
    ['LICENSE', 'LICENSE'],
    ['README.md', 'README.md'],
  ] as const)
    cpSync(join(project, from), join(folder, to))
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), await licencesOf(vendored))
  const { name, version, description, license, type, engines } = manifest
  const imported = importedPackages(lib).filter((name) => !ON_DEMAND.includes(name))
  const dependencies = Object.fromEntries(imported.map((name) => [name, versionOf(name)]))
  // What `pipeline/version.ts` reads.
  writeFileSync(join(lib, 'package.json'), `${JSON.stringify({ name, version, type }, null, 2)}\n`)
  const published = {
    name,
    version,
    description,
    keywords: ['knowledge-graph', 'markdown', 'static-site', 'sustainability', 'french', 'remark'],
    license,
    type,
    engines,
    bin: { maillage: './lib/scripts/maillage.js' },
    exports: {
      '.': { types: './lib/pipeline/library.d.ts', default: './lib/pipeline/library.js' },
      './package.json': './package.json',
    },
    files: ['lib', 'THIRD-PARTY-LICENSES.txt'],
    sideEffects: false,
    dependencies,
    peerDependencies: Object.fromEntries(ON_DEMAND.map((name) => [name, versionOf(name)])),
    peerDependenciesMeta: Object.fromEntries(ON_DEMAND.map((name) => [name, { optional: true }])),
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
}

/** Whose lists the data of the name tagger is made from. */
function licencesOfData(): string[] {
  return readdirSync(join(project, 'pipeline/names'))
    .filter((name) => /^(?:LICENSES?|MODEL-CARD)\b.*\.md$/i.test(name))
    .map((name) => `pipeline/names/${name}`)
}

function compile(outDir: string): void {
  const config = join(outDir, 'tsconfig.json')
  const up = relative(outDir, project)
  const options = {
    extends: `${up}/tsconfig.json`,
    compilerOptions: {
      noEmit: false,
      declaration: true,
      // What `npm run check` says is not for here.
      noUnusedLocals: false,
      rewriteRelativeImportExtensions: true,
      rootDir: up,
      typeRoots: [`${up}/node_modules/@types`],
      outDir: '.',
    },
    files: ENTRIES.map((entry) => `${up}/${entry}`),
    include: [],
  }
  writeFileSync(config, JSON.stringify(options))
  const { status } = spawnSync(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '-p', config], {
    stdio: ['ignore', 2, 2],
  })
  rmSync(config)
  if (status !== 0) throw new Error('package: the sources do not compile')
}

const TYPES = /\.d\.ts$/
/** An import of another module, in emitted JavaScript or types; the second part is where from. */
const IMPORT = /(\b(?:from|import)\s*\(?\s*)(["'])([^"'\n]+)\2/g

/** Leaves the code that the entries lead to, and the types that the library's own do. */
function prune(lib: string): void {
  const wanted = new Set<string>()
  const open = [...ENTRIES.map((entry) => join(lib, entry.replace(/\.ts$/, '.js'))), join(lib, 'pipeline/library.d.ts')]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (wanted.has(file)) continue
    wanted.add(file)
    const ending = TYPES.test(file) ? '.d.ts' : '.js'
    for (const fileName of importsOf(file))
      if (/^\..*\.(?:tsx?|js)$/.test(fileName))
        open.push(join(dirname(file), fileName.replace(/\.(?:tsx?|js)$/, ending)))
  }
  for (const file of filesBelow(lib)) if (/\.(?:js|d\.ts)$/.test(file) && !wanted.has(file)) rmSync(file)
}

/**
 * Puts what static pages need of Preact into one file: a twentieth of what its packages would install. Returns the modules
 * that are in it.
 */
async function vendorPreact(lib: string): Promise<string[]> {
  const place = join(lib, 'vendor/preact.js')
  const { metafile } = await build({
    stdin: {
      contents: `export * from 'preact/jsx-runtime'
export { createContext, createElement, Fragment, h } from 'preact'
export { renderToString } from 'preact-render-to-string'`,
      resolveDir: project,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    absWorkingDir: project,
    outfile: place,
  })
  for (const file of filesBelow(lib).filter((file) => file.endsWith('.js') && file !== place)) {
    const code = readFileSync(file, 'utf8')
    const path = relative(dirname(file), place).replaceAll('\\', '/')
    const vendored = code.replace(IMPORT, (whole, keyword: string, quote: string, from: string) =>
      /^preact(?:\/jsx-runtime|-render-to-string)?$/.test(from)
        ? `${keyword}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`
        : whole,
    )
    if (vendored !== code) writeFileSync(file, vendored)
  }
  return Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))
}

/** Takes comments and spaces out; names stay, for whoever reads a stack. */
async function minify(lib: string): Promise<void> {
  for (const file of filesBelow(lib).filter((file) => file.endsWith('.js'))) {
    const { code } = await transform(readFileSync(file, 'utf8'), {
      minifyWhitespace: true,
      legalComments: 'none',
      format: 'esm',
      target: 'esnext',
      charset: 'utf8',
    })
    writeFileSync(file, code)
  }
}

/** What a file imports: at its head, within functions, in types. */
function importsOf(file: string): string[] {
  const specifiers: string[] = []
  const visit = (node: Node): void => {
    const specifier =
      isImportDeclaration(node) || isExportDeclaration(node)
        ? node.moduleSpecifier
        : isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : isImportTypeNode(node) && isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined
    if (specifier && isStringLiteral(specifier)) specifiers.push(specifier.text)
    forEachChild(node, visit)
  }
  visit(createSourceFile(file, readFileSync(file, 'utf8'), ScriptTarget.Latest))
  return specifiers
}

/** Packages that the emitted JavaScript and types import, sorted. */
function importedPackages(lib: string): string[] {
  const names = new Set<string>()
  for (const file of filesBelow(lib)) {
    if (!/\.(?:js|d\.ts)$/.test(file) || file.includes('prebuilt')) continue
    for (const specifier of importsOf(file)) {
      if (/^(?:node:|\.)/.test(specifier)) continue
      const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
      // Only the source needs them: to bundle the page, to run threads from TypeScript.
      if (name !== 'esbuild' && name !== 'tsx') names.add(DEFINITELY_TYPED.get(name) ?? name)
    }
  }
  return [...names].sort()
}

/** Packages that are only types. */
const DEFINITELY_TYPED = new Map([
  ['mdast', '@types/mdast'],
  ['hast', '@types/hast'],
  ['unist', '@types/unist'],
])

function versionOf(name: string): string {
  const versions: Record<string, string | undefined> = { ...manifest.devDependencies, ...manifest.dependencies }
  const version = Object.hasOwn(versions, name) ? versions[name] : undefined
  if (version === undefined) throw new Error(`package: ${name} is imported but not in package.json`)
  return version
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Makes the tarball of a package's folder; returns its name. */
export function packFolder(folder: string, destination: string): string {
  const { status, stdout } = spawnSync('npm', ['pack', '--json', '--pack-destination', destination], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 2],
  })
  if (status !== 0) throw new Error('package: npm pack failed')
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  return filename
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(project, '.cache/package')
  await stagePackage(folder)
  const filename = packFolder(folder, project)
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`
  const unpacked = filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0)
  console.log(`${filename}: ${kilobytes(statSync(join(project, filename)).size)}, ${kilobytes(unpacked)} unpacked`)
}
