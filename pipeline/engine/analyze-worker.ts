import { workerData } from 'node:worker_threads'
import type { ContentFile } from '../read/read-content.ts'
import { readConfig } from '../read-config.ts'
import { analyzeFile, type FileResult } from './analyze-file.ts'
import { noStore, openCache } from './cache.ts'

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
const { remarkPlugins } = await readConfig(configFile)
const analyze = analyzeFile({
  contentDir,
  store: cacheFolder === null ? noStore() : openCache(cacheFolder),
  extractorVersion,
  configHash,
  remarkPlugins,
})

/** One batch, in its order. */
export default async function analyzeBatch(entries: readonly ContentFile[]): Promise<FileResult[]> {
  const results: FileResult[] = []
  for (const entry of entries) results.push(await analyze(entry))
  return results
}
