import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PluggableList } from 'unified'
import { CATEGORIES, type Category, type Language } from './model.ts'

/** What `maillage.config.ts` (or `.js`, `.mjs`, `.json`) may say. Everything is optional. */
export interface MaillageConfig {
  /** Name of the site; otherwise the name of the project's folder. */
  title?: string
  /** Public address of the site, for canonical links, the sitemap and identifiers in RDF: `https://example.org/graph/`. */
  baseUrl?: string
  /** Languages the content is written in, where the front matter does not say; otherwise they are told apart by the text. */
  languages?: readonly Language[]
  /** Remark plugins to run on each document after it is parsed, in order; synchronous ones. */
  remarkPlugins?: PluggableList
  /** Colours of categories, as `#rrggbb`: in the exported graph files as they are, on the page made to stand out in both themes. */
  colors?: Readonly<Partial<Record<Category | 'document' | 'target', string>>>
  /** Files and folders of the content to leave out, as globs relative to it: `drafts/**`. */
  leaveOut?: readonly string[]
}

/** A configuration, with every default filled in. */
export interface Config {
  title: string | null
  baseUrl: string | null
  languages: readonly Language[]
  remarkPlugins: PluggableList
  colors: Readonly<Partial<Record<Category | 'document' | 'target', string>>>
  leaveOut: readonly string[]
  /** Digest of what the analysis of a document depends on: part of the keys of its cache. */
  analysisHash: string
}

/** Returns what it is given: for the types, in `maillage.config.ts`. */
export function defineConfig(config: MaillageConfig): MaillageConfig {
  return config
}

const NAMES = ['maillage.config.ts', 'maillage.config.js', 'maillage.config.mjs', 'maillage.config.json']
const LANGUAGES: readonly Language[] = ['fr', 'en']

/** The configuration file of a project folder; null when there is none. */
export function findConfig(projectDir: string): string | null {
  return NAMES.map((name) => join(projectDir, name)).find((path) => existsSync(path)) ?? null
}

/**
 * Reads and checks a configuration file; the defaults when there is none.
 *
 * @throws when it cannot be read, or says something else than it may, with a sentence that names the option.
 */
export async function readConfig(configFile: string | null): Promise<Config> {
  const config = configFile === null ? {} : checkConfig(await loadConfig(configFile), basename(configFile))
  const remarkPlugins = config.remarkPlugins ?? []
  const languages = config.languages ?? LANGUAGES
  // A plugin cannot be digested, the file that names it can.
  const plugins = remarkPlugins.length === 0 ? '' : readFileSync(configFile as string, 'utf8')
  return {
    title: config.title ?? null,
    baseUrl: config.baseUrl ?? null,
    languages,
    remarkPlugins,
    colors: config.colors ?? {},
    leaveOut: config.leaveOut ?? [],
    analysisHash: createHash('sha256')
      .update(JSON.stringify([languages, plugins]))
      .digest('hex'),
  }
}

async function loadConfig(configFile: string): Promise<unknown> {
  const name = basename(configFile)
  try {
    switch (extname(configFile)) {
      case '.json':
        return JSON.parse(readFileSync(configFile, 'utf8'))
      case '.ts': {
        const { createJiti } = await import('jiti')
        return await createJiti(import.meta.url, { fsCache: false }).import(configFile, { default: true })
      }
      default:
        return (await import(pathToFileURL(configFile).href)).default
    }
  } catch (error) {
    throw new Error(`read-config: ${name} cannot be read: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}

/** What each option expects, and whether a value is that. */
const OPTIONS: ReadonlyMap<string, readonly [expected: string, holds: (value: unknown) => boolean]> = new Map([
  ['title', ['a text', (value) => typeof value === 'string' && value.trim() !== '']],
  ['baseUrl', ['an http or https address', isAddress]],
  ['languages', ['a list of `fr` and `en`', (value) => isList(value, isLanguage) && (value as []).length > 0]],
  ['remarkPlugins', ['a list of remark plugins', (value) => isList(value, isPlugin)]],
  ['colors', [`colours like \`#1f77b4\` by ${CATEGORIES.join(', ')}, document or target`, areColors]],
  ['leaveOut', ['a list of globs', (value) => isList(value, (item) => typeof item === 'string' && item !== '')]],
] satisfies [string, [string, (value: unknown) => boolean]][])

function checkConfig(config: unknown, name: string): MaillageConfig {
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    throw new Error(`read-config: ${name}: unexpected ${kindOf(config)}, expected options as the default export`)
  for (const [key, value] of Object.entries(config)) {
    const option = OPTIONS.get(key)
    if (option === undefined)
      throw new Error(
        `read-config: ${name}: unexpected option \`${key}\`, expected one of ${[...OPTIONS.keys()].join(', ')}`,
      )
    const [expected, holds] = option
    if (value !== undefined && !holds(value))
      throw new Error(`read-config: ${name}: unexpected \`${key}\`: ${kindOf(value)}, expected ${expected}`)
  }
  return config
}

function isList(value: unknown, holds: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds)
}

function isLanguage(value: unknown): boolean {
  return LANGUAGES.some((language) => language === value)
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

function isPlugin(value: unknown): boolean {
  return typeof value === 'function' || (Array.isArray(value) && typeof value[0] === 'function')
}

function areColors(value: unknown): boolean {
  const names: readonly string[] = [...CATEGORIES, 'document', 'target']
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([name, color]) => names.includes(name) && /^#[0-9a-f]{6}$/i.test(String(color)))
  )
}

function kindOf(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
