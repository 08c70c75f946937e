import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ANALYSIS_VERSION } from '../analyze/analyze-document.ts'

/**
 * Names the extractor that runs: part of every cache key. It is `ANALYSIS_VERSION`, a digest of the code and data of the
 * extractor, which in a checkout change without a new version, and the Unicode data of Node.js, on which word boundaries
 * depend.
 */
export function extractorVersion(): string {
  const { icu = '', unicode = '' } = process.versions
  return [ANALYSIS_VERSION, digestOfCode(['analyze', 'languages', 'names', 'read']), icu, unicode].join('/')
}

/** Digest of the code and data below folders of the pipeline. */
export function digestOfCode(folders: readonly string[]): string {
  const digest = createHash('sha256')
  const visit = (folder: string) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) visit(path)
      else if (/(?<!\.test)\.(?:[jt]sx?|bin|json|css)$/.test(entry.name))
        digest.update(entry.name).update('\0').update(readFileSync(path))
    }
  }
  for (const name of folders) visit(join(import.meta.dirname, '..', name))
  return digest.digest('hex')
}
