import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ANALYSIS_VERSION } from '../analyze/analyze-document.ts'

/** Folders, beside this one, of all that has a say in what a document gives. */
const EXTRACTOR = ['analyze', 'languages', 'names', 'read']

/**
 * Names the extractor that runs: part of every cache key. It is `ANALYSIS_VERSION`, a digest of the code and data of the
 * extractor where they lie beside this file (a checkout, where they change without a new version), and the Unicode data
 * of Node.js, on which word boundaries depend.
 */
export function extractorVersion(): string {
  const { icu = '', unicode = '' } = process.versions
  return [ANALYSIS_VERSION, digestOfFiles(), icu, unicode].join('/')
}

function digestOfFiles(): string {
  const digest = createHash('sha256')
  const visit = (folder: string) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) visit(path)
      else if (/(?<!\.test)\.(?:[jt]s|bin|json)$/.test(entry.name))
        digest.update(entry.name).update('\0').update(readFileSync(path))
    }
  }
  for (const name of EXTRACTOR) visit(join(import.meta.dirname, '..', name))
  return digest.digest('hex')
}
