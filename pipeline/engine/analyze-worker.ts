import { parentPort, workerData } from 'node:worker_threads'
import type { ContentFile } from '../read/read-content.ts'
import { readConfig } from '../read-config.ts'
import { analyzeFile, type FileResult } from './analyze-file.ts'
import { noStore, openCache } from './cache.ts'

/** A batch of files; `task` is its number among the batches. */
export interface AnalyzeTask {
  task: number
  entries: readonly ContentFile[]
}

/** Sent when the analysis of a file of a batch starts. */
export interface AnalyzeStart {
  task: number
  index: number
}

/** What a worker thread is started with. */
export interface AnalyzeWorkerData {
  contentDir: string
  /** Null when analyses are only sent back. */
  cacheFolder: string | null
  /** Where remark plugins come from: functions do not cross to a thread. */
  configFile: string | null
  extractorVersion: string
  configHash: string
}

const { contentDir, cacheFolder, configFile, extractorVersion, configHash } = workerData as AnalyzeWorkerData
const { remarkPlugins, languages } = await readConfig(configFile)
const analyze = analyzeFile({
  contentDir,
  store: cacheFolder === null ? noStore() : openCache(cacheFolder),
  extractorVersion,
  configHash,
  remarkPlugins,
  languages,
})

/** One batch, in its order; tells the main thread when each document starts. */
export default async function analyzeBatch({ task, entries }: AnalyzeTask): Promise<FileResult[]> {
  const results: FileResult[] = []
  for (const [index, entry] of entries.entries()) {
    parentPort?.postMessage({ task, index } satisfies AnalyzeStart)
    results.push(await analyze(entry))
  }
  return results
}
