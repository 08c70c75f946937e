import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ContentFile } from '../read/read-content.ts'
import { type FileResult, failure } from './analyze-file.ts'
import type { AnalyzeWorkerData } from './analyze-worker.ts'

export interface AnalyzeThreadsOptions extends AnalyzeWorkerData {
  threads: number
  /** Milliseconds that one document may take, however short, before it is given up; each megabyte adds as much. */
  budget: number
}

/** Bytes and files of a batch: enough that sending it costs nothing beside it, few enough that threads end together. */
const BATCH_BYTES = 1 << 17
const BATCH_FILES = 32

/**
 * Analyses files on worker threads, in batches, with at most two batches a thread in flight. Results come in the order of
 * the files. A document that takes too long, or more memory than a thread has, is given up with a message; the others of
 * its batch are analysed again.
 *
 * @throws when the threads cannot be started.
 */
export async function* analyzeInThreads(
  files: AsyncIterable<ContentFile>,
  options: AnalyzeThreadsOptions,
): AsyncIterable<FileResult> {
  const { threads, budget, ...workerData } = options
  // Costs 40 ms to load: only when there is work for it.
  const { Piscina } = await import('piscina')
  const source = import.meta.url.endsWith('.ts')
  const pool = new Piscina<readonly ContentFile[], FileResult[]>({
    filename: fileURLToPath(new URL(source ? './analyze-worker.ts' : './analyze-worker.js', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    workerData,
    ...(source ? { execArgv: ['--import', registerTsx()] } : {}),
  })
  // A thread that cannot start has no task to fail.
  const broken = new Promise<never>((_, reject) => pool.on('error', reject))
  broken.catch(() => {})

  const attempt = async (batch: Batch): Promise<FileResult[] | Error> => {
    // The time starts when a thread starts: two batches a thread wait at most for one another.
    const patience = budget * (1 + batch.bytes / 1e6)
    const signal = AbortSignal.timeout(Math.ceil(2 * patience))
    try {
      return await Promise.race([pool.run(batch.files, { signal }), broken])
    } catch (error) {
      const { name, code } = error as NodeJS.ErrnoException
      if (name === 'AbortError') return new Error(`it took more than ${Math.round(patience / 1000)} s`)
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new Error('it took more memory than there is')
      throw error
    }
  }
  const analyze = async (batch: Batch): Promise<FileResult[]> => {
    const results = await attempt(batch)
    if (!(results instanceof Error)) return results
    if (batch.files.length === 1) return [failure(batch.files[0] as ContentFile, results.message)]
    const alone: FileResult[] = []
    for (const file of batch.files) alone.push(...(await analyze({ files: [file], bytes: batch.bytes })))
    return alone
  }

  try {
    const inFlight: Promise<FileResult[]>[] = []
    for await (const batch of inBatches(files, options.contentDir)) {
      const result = analyze(batch)
      // Awaited below, in order; until then a failure must not end the process.
      result.catch(() => {})
      inFlight.push(result)
      if (inFlight.length >= 2 * threads) yield* await (inFlight.shift() as Promise<FileResult[]>)
    }
    for (const result of inFlight) yield* await result
  } finally {
    await pool.destroy()
  }
}

/** From source, a thread needs the loader of TypeScript: `--import tsx` registers it in the main thread only. */
function registerTsx(): string {
  const code = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}\nregister()`
  return `data:text/javascript,${encodeURIComponent(code)}`
}

interface Batch {
  files: ContentFile[]
  bytes: number
}

async function* inBatches(files: AsyncIterable<ContentFile>, contentDir: string): AsyncIterable<Batch> {
  let batch: Batch = { files: [], bytes: 0 }
  for await (const file of files) {
    const { size } = await stat(join(contentDir, file.path)).catch(() => ({ size: 0 }))
    batch.files.push(file)
    batch.bytes += size
    if (batch.bytes < BATCH_BYTES && batch.files.length < BATCH_FILES) continue
    yield batch
    batch = { files: [], bytes: 0 }
  }
  if (batch.files.length > 0) yield batch
}
