import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { AnalysisSummary, DocumentAnalysis, Message } from '../model.ts'
import type { ContentFile } from '../read/read-content.ts'
import type { Config } from '../read-config.ts'
import { analyzeFile, type FileResult, keyFile } from './analyze-file.ts'
import { type AnalysisStore, type CacheKey, openCache, pruneCache } from './cache.ts'
import { extractorVersion } from './extractor-version.ts'
import { type MergedResult, mergeResults, reduceAnalysis, summaryOf } from './merge-results.ts'

export interface AnalyzeCorpusOptions {
  contentDir: string
  /** Folder of analyses kept between builds; null keeps none. */
  cacheFolder: string | null
  /** Analyses that an earlier run kept as values, to use again without reading the cache. */
  recent?: AnalyzedCorpus['kept']
  /** Where `config` was read: threads read it again for its plugins. */
  configFile: string | null
  config: Config
  /** Threads to analyse on; by default as many as the machine has processors, up to 8. */
  threads?: number
  /** Milliseconds that a short document may take on a thread. */
  budget?: number
  /** Analyses all files in place of this machine's threads; the cache is then only written. */
  analyzeElsewhere?: AnalyzeElsewhere
  /** Called after each file with how many of them are done. */
  onProgress?(done: number, total: number): void
}

/** Results in any order, a file's perhaps twice; `isNew` when the analysis was made for this run. */
export type AnalyzeElsewhere = (files: readonly ContentFile[]) => AsyncIterable<FileResult & { isNew: boolean }>

export interface AnalyzedCorpus {
  /** In the order of the files. */
  summaries: readonly AnalysisSummary[]
  /** The whole analyses, in the same order, one at a time. */
  documents(): Iterable<DocumentAnalysis>
  /** The analyses that are in memory, by key. */
  kept: ReadonlyMap<CacheKey, DocumentAnalysis>
  /** Files that gave no document, and why. */
  failures: readonly { path: string; messages: readonly Message[] }[]
  /** How many analyses were made, the others being as before. */
  analyzed: number
}

/** Starting threads costs as much as analysing this many bytes. A single file of this size can be hostile. */
const INLINE_BYTES = 1 << 18
const INLINE_FILE_BYTES = 1 << 15
/**
 * Analyses are kept as values until their texts are this long together, then as JSON in the store. Of those made elsewhere
 * none is: what is given to other machines is large.
 */
const KEPT_LENGTH = 1 << 24
const BUDGET = 30_000

/**
 * Analyses files, each from its bytes alone: from the cache, inline where there is little to do, else on threads. The
 * result is the same for every number of threads and every state of the cache. Of a large corpus only summaries stay in
 * memory; without a cache, also the JSON of the analyses.
 */
export async function analyzeCorpus(
  files: readonly ContentFile[],
  options: AnalyzeCorpusOptions,
): Promise<AnalyzedCorpus> {
  const { contentDir, cacheFolder, configFile, config, budget = BUDGET } = options
  const threads = Math.max(1, options.threads ?? Math.min(8, availableParallelism()))
  const store = cacheFolder === null ? memoryStore() : openCache(cacheFolder)
  const shared = { contentDir, extractorVersion: extractorVersion(), configHash: config.analysisHash }

  const merged = new Map<string, MergedResult>()
  const merge = (result: MergedResult) => {
    mergeResults(merged, [result])
    options.onProgress?.(merged.size, files.length)
  }
  const { analyzeElsewhere } = options
  const longest = analyzeElsewhere === undefined ? KEPT_LENGTH : 0
  let length = 0
  const keepAnalysis = (path: string, key: CacheKey, analysis: DocumentAnalysis) => {
    length += analysis.text.length
    const isKept = length <= longest
    merge({
      path,
      key,
      summary: isKept ? summaryOf(analysis) : reduceAnalysis(analysis),
      analysis: isKept ? analysis : null,
    })
  }
  const keep = (result: FileResult) => {
    if (result.key === null) return merge(result)
    if (cacheFolder === null) store.put(result.key, result.body)
    keepAnalysis(result.path, result.key, parse(result.body))
  }

  let analyzed = 0
  const keyOf = keyFile(shared)
  /** The files that neither memory nor the cache knows as they are. */
  async function* unknown(): AsyncIterable<ContentFile> {
    for (const file of files) {
      const key = cacheFolder === null && options.recent === undefined ? null : await keyOf(file)
      const recent = key === null ? undefined : options.recent?.get(key)
      const body = key === null || recent !== undefined ? null : store.get(key)
      if (key !== null && recent !== undefined) keepAnalysis(file.path, key, recent)
      else if (key !== null && body !== null) keep({ path: file.path, key, body })
      else {
        analyzed++
        yield file
      }
    }
  }
  if (analyzeElsewhere !== undefined) {
    for await (const result of analyzeElsewhere(files)) {
      if (result.isNew) analyzed++
      if (result.key !== null && cacheFolder !== null) store.put(result.key, result.body)
      keep(result)
    }
  } else {
    const { first, rest } = await takeSmall(unknown(), contentDir)
    if (rest === null) {
      const { remarkPlugins, languages } = config
      const analyze = analyzeFile({ ...shared, store, remarkPlugins, languages })
      for (const file of first) keep(await analyze(file))
    } else {
      const { analyzeInThreads } = await import('./threads.ts')
      const all = concat(first, rest)
      for await (const result of analyzeInThreads(all, { ...shared, cacheFolder, configFile, threads, budget }))
        keep(result)
    }
  }

  const results = files.flatMap(({ path }) => merged.get(path) ?? [])
  const ordered = results.filter((result) => result.key !== null)
  const failures = results.flatMap((result) =>
    result.key === null ? [{ path: result.path, messages: result.messages }] : [],
  )
  if (cacheFolder !== null) pruneCache(cacheFolder, new Set(ordered.map(({ key }) => key)), Date.now())
  const values = ordered.flatMap(({ key, analysis }) => (analysis === null ? [] : [[key, analysis] as const]))
  return {
    summaries: ordered.map(({ summary }) => summary),
    *documents() {
      for (const { key, summary, analysis } of ordered) {
        const body = analysis === null ? store.get(key) : null
        if (analysis !== null) yield analysis
        else if (body !== null) yield parse(body)
        else
          throw new Error(
            `analyze-corpus: the analysis of ${summary.document.path} is gone from the cache; build again`,
          )
      }
    },
    kept: new Map(values),
    failures,
    analyzed,
  }
}

/** JSON stays outside of the heap that JavaScript values share. */
function memoryStore(): AnalysisStore {
  const bodies = new Map<CacheKey, Uint8Array>()
  return { get: (key) => bodies.get(key) ?? null, put: (key, body) => bodies.set(key, body) }
}

function parse(body: Uint8Array): DocumentAnalysis {
  return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'))
}

/** The files before the work is too much to do inline; `rest` is null when there are no others. */
async function takeSmall(
  files: AsyncIterable<ContentFile>,
  contentDir: string,
): Promise<{ first: ContentFile[]; rest: AsyncIterator<ContentFile> | null }> {
  const first: ContentFile[] = []
  const rest = files[Symbol.asyncIterator]()
  for (let bytes = 0; ; ) {
    const { value, done } = await rest.next()
    if (done) return { first, rest: null }
    first.push(value)
    const { size } = await stat(join(contentDir, value.path)).catch(() => ({ size: 0 }))
    bytes += size
    if (bytes > INLINE_BYTES || size > INLINE_FILE_BYTES) return { first, rest }
  }
}

async function* concat(first: readonly ContentFile[], rest: AsyncIterator<ContentFile>): AsyncIterable<ContentFile> {
  yield* first
  yield* { [Symbol.asyncIterator]: () => rest }
}
