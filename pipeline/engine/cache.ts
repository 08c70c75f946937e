import { hash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * What one analysis depends on. A document's id, path and front matter can change without its bytes, and its bytes mean
 * something else to another extractor or configuration.
 */
export interface CacheKeyParts {
  /** Hex digest of the file's bytes. */
  sha256: string
  id: string
  path: string
  /** The earlier file that this one shares its name with: a message says so. */
  sameIdAs: string | null
  extractorVersion: string
  configHash: string
}

/** Hex digest that names an entry. */
export type CacheKey = string & { readonly brand?: 'CacheKey' }

export function cacheKey(parts: CacheKeyParts): CacheKey {
  const { sha256, id, path, sameIdAs, extractorVersion, configHash } = parts
  return hash('sha256', JSON.stringify([sha256, id, path, sameIdAs, extractorVersion, configHash]))
}

/** Analyses of documents as JSON in UTF-8, by what they were made from. */
export interface AnalysisStore {
  /** Null when there is no entry, or one that is damaged. */
  get(key: CacheKey): Uint8Array | null
  put(key: CacheKey, body: Uint8Array): void
}

/**
 * A store in content-addressed files, `<folder>/<2 hex>/<62 hex>.json`: one line with the digest of what follows, then the
 * analysis. Safe under several builds and threads at once, and under kill -9: an entry is written under a temporary name
 * and renamed, and every writer of a key writes the same bytes.
 */
export function openCache(folder: string): AnalysisStore {
  const place = (key: CacheKey) => join(folder, key.slice(0, 2), `${key.slice(2)}.json`)
  return {
    get(key) {
      const bytes = readIfThere(place(key))
      if (bytes === null) return null
      const body = bytes.subarray(DIGEST_LENGTH + 1)
      return bytes.toString('latin1', 0, DIGEST_LENGTH) === hash('sha1', body) ? body : null
    },
    put(key, body) {
      const file = place(key)
      const temporary = `${file}.${randomUUID()}${TEMPORARY}`
      const bytes = Buffer.concat([Buffer.from(`${hash('sha1', body)}\n`), body])
      try {
        writeFileSync(temporary, bytes)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(temporary, bytes)
      }
      renameSync(temporary, file)
    },
  }
}

/** Keeps nothing. */
export function noStore(): AnalysisStore {
  return { get: () => null, put: () => {} }
}

const DIGEST_LENGTH = 40
const TEMPORARY = '.tmp'
/** Entries kept beside those of the last build, for other branches and configurations. */
const SPARE_ENTRIES = 1000
/** Age, in milliseconds, of a temporary file whose writer must be gone. */
const ABANDONED = 3_600_000

/**
 * Removes the oldest entries that a build did not use, until there are at most twice as many as it used and a thousand;
 * and temporary files of writers that are gone. Does not look into the entries.
 */
export function pruneCache(folder: string, used: ReadonlySet<CacheKey>, now: number): void {
  if (!existsSync(folder)) return
  const entries: { file: string; key: CacheKey }[] = []
  for (const shard of readdirSync(folder, { withFileTypes: true })) {
    if (!shard.isDirectory() || !/^[0-9a-f]{2}$/.test(shard.name)) continue
    for (const name of readdirSync(join(folder, shard.name))) {
      const file = join(folder, shard.name, name)
      if (name.endsWith(TEMPORARY)) {
        if (now - modified(file) > ABANDONED) rmSync(file, { force: true })
      } else entries.push({ file, key: shard.name + name.slice(0, -'.json'.length) })
    }
  }
  const excess = entries.length - (2 * used.size + SPARE_ENTRIES)
  if (excess <= 0) return
  const unused = entries.filter(({ key }) => !used.has(key)).map(({ file }) => ({ file, time: modified(file) }))
  unused.sort((a, b) => a.time - b.time)
  for (const { file } of unused.slice(0, excess)) rmSync(file, { force: true })
}

/** Milliseconds since 1970; 0 for a file that another build has just removed. */
function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Where a project keeps its cache: `node_modules/.cache/maillage` where it has `node_modules`, as other tools do, else
 * `.maillage/cache`.
 */
export function defaultCacheFolder(projectDir: string): string {
  const modules = join(projectDir, 'node_modules')
  return existsSync(modules) ? join(modules, '.cache', 'maillage') : join(projectDir, '.maillage', 'cache')
}
