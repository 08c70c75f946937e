import { createHash, hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContentListing } from '../read/read-content.ts'
import type { Config } from '../read-config.ts'
import { digestOfCode } from './extractor-version.ts'

/** All that the files of a site depend on. */
export interface BuildInput {
  contentDir: string
  outDir: string
  config: Config
  listing: ContentListing
}

/**
 * Digest of a build's input; null when a document cannot be read. Attachments count by size and time, as their bytes can
 * be many.
 *
 * @param sha256 digest of a document's bytes by its path, from where it was read; read now unless given.
 */
export async function digestInput(
  { contentDir, outDir, config, listing }: BuildInput,
  sha256?: ReadonlyMap<string, string>,
): Promise<string | null> {
  const { title, baseUrl, languages, colors, leaveOut, analysisHash } = config
  const digest = createHash('sha256').update(digestOfCode(['.', '../site']))
  digest.update(JSON.stringify([outDir, title, baseUrl, languages, colors, leaveOut, analysisHash]))
  digest.update(JSON.stringify(listing.problems.map(({ path, messages }) => [path, messages.map(String)])))
  for (const { id, path, sameIdAs } of listing.files) {
    const bytes = sha256 === undefined ? await readFile(join(contentDir, path)).catch(() => null) : null
    const known = bytes === null ? sha256?.get(path) : hash('sha256', bytes)
    if (known === undefined) return null
    digest.update(JSON.stringify([id, path, sameIdAs, known]))
  }
  for (const path of [...listing.attachments, 'entities.yml'])
    digest.update(JSON.stringify([path, await stampOf(join(contentDir, path))]))
  return digest.digest('hex')
}

/** What a build gave, kept so that building the same again does nothing. `Report` is plain JSON. */
export interface BuildMemory<Report> {
  /**
   * The report of the last build, when it was of this input and the output folder is as that build left it. The input is
   * digested only when there may be one: it means to read all documents.
   */
  recall(digest: () => Promise<string | null>): Promise<Report | null>
  /** To be called when the output is in place. */
  remember(input: string, report: Report): Promise<void>
}

export function openBuildMemory<Report>(cacheFolder: string, outDir: string): BuildMemory<Report> {
  const folder = join(cacheFolder, 'builds')
  const file = join(folder, `${hash('sha256', outDir).slice(0, 32)}.json`)
  return {
    async recall(digest) {
      const record = parseRecord<Report>(file)
      if (record === null || record.output !== (await digestOutput(outDir))) return null
      return record.input === (await digest()) ? record.report : null
    },
    async remember(input, report) {
      const record: BuildRecord<Report> = { input, output: await digestOutput(outDir), report }
      mkdirSync(folder, { recursive: true })
      const temporary = `${file}.${process.pid}.tmp`
      writeFileSync(temporary, JSON.stringify(record))
      renameSync(temporary, file)
    },
  }
}

interface BuildRecord<Report> {
  input: string
  output: string
  report: Report
}

/** Null when there is none, or not a whole one. */
function parseRecord<Report>(file: string): BuildRecord<Report> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Digest of the names, sizes and times of all files below a folder. */
async function digestOutput(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  const digest = createHash('sha256')
  for (const path of files.sort()) digest.update(JSON.stringify([path, await stampOf(path)]))
  return digest.digest('hex')
}

async function stampOf(path: string): Promise<readonly number[] | null> {
  const found = await stat(path).catch(() => null)
  return found && [found.size, found.mtimeMs, found.ino]
}
