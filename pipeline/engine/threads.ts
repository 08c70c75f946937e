import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ContentFile } from '../read/read-content.ts'
import { type FileResult, failure } from './analyze-file.ts'
import type { AnalyzeStart, AnalyzeTask, AnalyzeWorkerData } from './analyze-worker.ts'
import { Breaker } from './breaker.ts'

export interface AnalyzeThreadsOptions extends AnalyzeWorkerData {
  threads: number
  /** Milliseconds that one document may take, however short, before it is given up; each megabyte adds as much. */
  budget: number
}

/** Bytes and files of a batch: enough that sending it costs nothing beside it, few enough that threads end together. */
const BATCH_BYTES = 1 << 17
const BATCH_FILES = 32
/** Memory of a thread: a document of ten megabytes takes less. */
const THREAD_MEGABYTES = 1024
/** Of what is short-lived: with more room, less of a document outlives it and has to be collected at length. */
const YOUNG_MEGABYTES = 96

export interface AnalyzeThreads {
  /**
   * Analyses files in batches, with at most two batches a thread in flight. Results come in the order of the files. A
   * document that takes too long, or more memory than a thread has, is given up with a message; the others of its batch
   * are analysed again.
   *
   * @throws when a thread cannot be started, or ends.
   */
  analyze(files: AsyncIterable<ContentFile>): AsyncIterable<FileResult>
  /** Ends the threads, whatever they do. */
  close(): Promise<void>
}

/** Starts worker threads; what is given to them at the same time is analysed at the same time. */
export async function openThreads(options: AnalyzeThreadsOptions): Promise<AnalyzeThreads> {
  const { threads, budget, ...workerData } = options
  // Costs 40 ms to load: only when there is work for it.
  const { Piscina } = await import('piscina')
  const source = import.meta.url.endsWith('.ts')
  const pool = new Piscina<AnalyzeTask, FileResult[]>({
    filename: fileURLToPath(new URL(source ? './analyze-worker.ts' : './analyze-worker.js', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    ...(source ? { execArgv: ['--import', registerTsx()] } : {}),
  })
  // A thread that cannot start has no task to fail.
  const breaker = new Breaker()
  pool.on('error', (error) => breaker.break(error))

  const running = new Map<number, (index: number) => void>()
  pool.on('message', ({ task, index }: AnalyzeStart) => running.get(task)?.(index))
  let tasks = 0

  const analyze = async (batch: readonly SizedFile[]): Promise<FileResult[]> => {
    if (batch.length === 0) return []
    const task = tasks++
    const abort = new AbortController()
    let current = -1
    let timer: NodeJS.Timeout | undefined
    // A document's time starts when its thread says so, not while it waits or the thread starts.
    running.set(task, (index) => {
      clearTimeout(timer)
      current = index
      timer = setTimeout(() => abort.abort(), patience(batch[index]?.size ?? 0))
    })
    try {
      const entries = batch.map(({ file }) => file)
      return await breaker.guard(pool.run({ task, entries }, { signal: abort.signal }))
    } catch (error) {
      const culprit = batch[current]
      const what = culprit && describeEnd(error as NodeJS.ErrnoException, patience(culprit.size))
      if (culprit === undefined || what === undefined) throw error
      return [
        ...(await analyze(batch.slice(0, current))),
        failure(culprit.file, what),
        ...(await analyze(batch.slice(current + 1))),
      ]
    } finally {
      clearTimeout(timer)
      running.delete(task)
    }
  }
  const patience = (size: number) => Math.ceil(budget * (1 + size / 1e6))

  return {
    async *analyze(files) {
      const inFlight: Promise<FileResult[]>[] = []
      for await (const batch of inBatches(files, options.contentDir)) {
        const result = analyze(batch)
        // Awaited below, in order; until then a failure must not end the process.
        result.catch(() => {})
        inFlight.push(result)
        if (inFlight.length >= 2 * threads) yield* await (inFlight.shift() as Promise<FileResult[]>)
      }
      for (const result of inFlight) yield* await result
    },
    close: () => pool.destroy(),
  }
}

/** Analyses files on worker threads that are started for them, as `AnalyzeThreads` says. */
export async function* analyzeInThreads(
  files: AsyncIterable<ContentFile>,
  options: AnalyzeThreadsOptions,
): AsyncIterable<FileResult> {
  const threads = await openThreads(options)
  try {
    yield* threads.analyze(files)
  } finally {
    await threads.close()
  }
}

/** What a document did to its thread; undefined for errors that are not a document's doing. */
function describeEnd({ name, code }: NodeJS.ErrnoException, patience: number): string | undefined {
  if (name === 'AbortError') return `it took more than ${Math.round(patience / 1000)} s`
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'it took more memory than there is'
  return undefined
}

/** From source, a thread needs the loader of TypeScript: `--import tsx` registers it in the main thread only. */
function registerTsx(): string {
  const code = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}\nregister()`
  return `data:text/javascript,${encodeURIComponent(code)}`
}

interface SizedFile {
  file: ContentFile
  /** In bytes; 0 when it cannot be told. */
  size: number
}

async function* inBatches(files: AsyncIterable<ContentFile>, contentDir: string): AsyncIterable<SizedFile[]> {
  let batch: SizedFile[] = []
  let bytes = 0
  for await (const file of files) {
    const { size } = await stat(join(contentDir, file.path)).catch(() => ({ size: 0 }))
    batch.push({ file, size })
    bytes += size
    if (bytes < BATCH_BYTES && batch.length < BATCH_FILES) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}
