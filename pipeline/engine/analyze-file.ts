import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AnalyzeDocumentOptions, analyzeDocument } from '../analyze/analyze-document.ts'
import type { Language, Message } from '../model.ts'
import { type ContentFile, readDocument } from '../read/read-content.ts'
import { type AnalysisStore, type CacheKey, cacheKey } from './cache.ts'
import { plainMessage } from './plain-message.ts'

/** A file's `DocumentAnalysis`, as JSON in UTF-8, or why there is none. */
export type FileResult =
  | { path: string; key: CacheKey; body: Uint8Array }
  | { path: string; key: null; messages: readonly Message[] }

export interface AnalyzeFileOptions extends AnalyzeDocumentOptions {
  contentDir: string
  store: AnalysisStore
  extractorVersion: string
  /** Digest of the configuration that an analysis depends on. */
  configHash: string
  /** Languages that the content is written in. */
  languages: readonly Language[]
}

/** The key of a file's analysis as the file is now; null when it cannot be read. */
export function keyFile(
  options: Omit<AnalyzeFileOptions, keyof AnalyzeDocumentOptions | 'store' | 'languages'>,
): (entry: ContentFile) => Promise<CacheKey | null> {
  return async (entry) => {
    const bytes = await readFile(join(options.contentDir, entry.path)).catch(() => null)
    return bytes && keyOf(options, entry, createHash('sha256').update(bytes).digest('hex'))
  }
}

/**
 * Reads and analyses one file, and puts the analysis into the store. A document whose analysis throws is left out with a
 * message, `analysis-failed`: it must not take the others with it.
 */
export function analyzeFile(options: AnalyzeFileOptions): (entry: ContentFile) => Promise<FileResult> {
  const analyze = analyzeDocument(options)
  return async (entry) => {
    const { document, file } = await readDocument(options.contentDir, entry, options.languages)
    if (document === null) return { path: entry.path, key: null, messages: file.messages.map(plainMessage) }
    let body: Uint8Array
    try {
      body = Buffer.from(JSON.stringify(analyze(document, file)))
    } catch (error) {
      return failure(entry, error instanceof Error ? error.message : String(error))
    }
    const key = keyOf(options, entry, document.sha256)
    options.store.put(key, body)
    return { path: entry.path, key, body }
  }
}

/** The result of a document whose analysis did not end as it should. */
export function failure({ path }: ContentFile, what: string): FileResult {
  const reason = `Unexpected failure (${what}), expected an analysis; the document is left out`
  const message: Message = {
    reason,
    line: null,
    column: null,
    ruleId: 'analysis-failed',
    source: 'maillage',
    severity: 'error',
  }
  return { path, key: null, messages: [message] }
}

function keyOf(
  { extractorVersion, configHash }: Pick<AnalyzeFileOptions, 'extractorVersion' | 'configHash'>,
  { id, path, sameIdAs }: ContentFile,
  sha256: string,
): CacheKey {
  return cacheKey({ sha256, id, path, sameIdAs, extractorVersion, configHash })
}
