import { realpath } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join, sep } from 'node:path'
import type { Job, Worker } from 'bullmq'
import { isMarkdown } from '../../read/read-content.ts'
import type { Config } from '../../read-config.ts'
import type { FileResult } from '../analyze-file.ts'
import { extractorVersion } from '../extractor-version.ts'
import { type AnalyzeThreads, openThreads } from '../threads.ts'
import type { OpenQueue, ShardJob } from './open-queue.ts'
import {
  decodeResult,
  digestOf,
  encodeResult,
  keyOf,
  manifestName,
  manifestOf,
  partialName,
  readManifest,
  resultName,
  type Shard,
  type ShardDocument,
} from './shard.ts'
import type { SharedStorage } from './shared-storage.ts'

export interface RunWorkerOptions {
  queue: OpenQueue
  storage: SharedStorage
  contentDir: string
  config: Config
  /** Where `config` was read: threads read it again for its plugins. */
  configFile: string | null
  /** Jobs at a time, and threads to analyse on. */
  concurrency: number
  /** Ends the worker, once the jobs that it has are done. */
  signal: AbortSignal
  onJob(done: FinishedJob): void
  /** Milliseconds that a short document may take. */
  budget?: number
  /** Milliseconds after which a job of a worker that was killed may be given to another. */
  lockDuration?: number
}

export interface FinishedJob {
  documents: number
  /** Documents that were left out because their analysis failed. */
  failed: number
  /** Whether the result was there already. */
  isKnown: boolean
}

/** What a worker that gave a job back tells the producer: `job.updateProgress`. */
export interface Refusal {
  refused: string
}

/** Of the message of a job whose documents, not its circumstances, ended the analysis. */
export const BROKEN = 'the analysis broke off'
/** How often a shard may take its threads with it before its documents are tried apart. */
const BREAKS = 2
/**
 * How many workers may be lost with a shard before its documents are tried apart, and with one that is alone before it is
 * left out. Machines that are taken away are no fault of a job: to try its documents apart costs nothing then.
 */
const LOSSES = 2
const LOSSES_ALONE = 3
const BUDGET = 30_000
/** The main thread does little, so it renews its locks in time; where it cannot, a job is done twice, with the same result. */
const LOCK_DURATION = 10_000
/** For what `LOSSES` does not see: a job that no worker takes up again. */
const MAX_STALLED = 10
const RETRY_PAUSE = 1000

/**
 * Takes jobs until `signal`. A job is a shard: its documents are read below the content folder, verified by their
 * digests, and analysed on threads, so that the main thread renews locks; the result goes to shared storage.
 *
 * @throws when a job wants another extractor or configuration than this worker's; the job is given back.
 */
export async function runWorker(options: RunWorkerOptions): Promise<void> {
  const { queue, storage, config, configFile, concurrency, signal, onJob } = options
  const { budget = BUDGET, lockDuration = LOCK_DURATION } = options
  const contentDir = await realpath(options.contentDir)
  const extractor = { extractorVersion: extractorVersion(), configHash: config.analysisHash }
  const name = `${hostname()}:${process.pid}`
  const start = () =>
    openThreads({ ...extractor, contentDir, configFile, cacheFolder: null, threads: concurrency, budget })
  let threads: Promise<AnalyzeThreads> = start()

  let refuse: (message: string) => void = () => {}
  const refused = new Promise<string>((resolve) => {
    refuse = resolve
  })

  const analyze = async (documents: readonly ShardDocument[]): Promise<FileResult[]> => {
    const current = threads
    const results: FileResult[] = []
    try {
      for await (const result of (await current).analyze(each(documents))) results.push(result)
    } catch (error) {
      // What a thread has taken with it, the next job must not find.
      if (threads === current) {
        threads = start()
        await (await current).close()
      }
      throw new Error(`${BROKEN} (${queue.address.redact(error instanceof Error ? error.message : String(error))})`)
    }
    return results
  }

  const analyzeShard = async (job: Job<ShardJob>, token: string | undefined): Promise<void> => {
    const { UnrecoverableError, WaitingError } = await import('bullmq')
    const difference = describeDifference(extractor, job.data)
    if (difference !== null) {
      await job.updateProgress({ refused: `${name}: ${difference}` } satisfies Refusal)
      await job.moveToWait(token as string)
      refuse(difference)
      throw new WaitingError()
    }
    const id = job.id as string
    const bytes = await storage.get(manifestName(id))
    const documents = bytes && readManifest(id, bytes)
    if (documents === null)
      throw new Error(`${name} finds no manifest of the job in its --storage, expected that of the producer`)
    // An id is that of a manifest for one extractor: the job may not say another.
    if (bytes === null || Buffer.from(bytes).toString('utf8') !== manifestOf(documents, extractor))
      throw new Error(`${name} finds a manifest of another extractor than its job says`)
    const shard: Shard = { id, documents }
    const stored = await storage.get(resultName(id))
    if (stored !== null && (await decodeResult(shard, extractor, stored)) !== null)
      return onJob({ documents: documents.length, failed: 0, isKnown: true })
    if (job.stalledCounter >= (documents.length > 1 ? LOSSES : LOSSES_ALONE))
      throw new UnrecoverableError(`${BROKEN} (${job.stalledCounter} workers ended while they had it)`)
    for (const document of documents) await verify(contentDir, document, name)
    let results: FileResult[]
    try {
      results = await analyze(documents)
    } catch (error) {
      if (job.attemptsMade + 1 >= BREAKS) throw new UnrecoverableError((error as Error).message)
      throw error
    }
    for (const [index, result] of results.entries()) {
      const document = documents[index] as ShardDocument
      if (result.key !== null && result.key !== keyOf(document, extractor)) throw changed(document, name)
    }
    const failed = results.filter(isFailed).length
    await storage.put(failed > 0 ? partialName(id) : resultName(id), await encodeResult(id, results))
    onJob({ documents: documents.length, failed, isKnown: false })
  }

  const worker: Worker<ShardJob> = await queue.worker(analyzeShard, {
    name,
    concurrency,
    lockDuration,
    stalledInterval: lockDuration / 2,
    maxStalledCount: MAX_STALLED,
    runRetryDelay: RETRY_PAUSE,
  })
  try {
    const stopped = new Promise<null>((resolve) => {
      if (signal.aborted) resolve(null)
      else signal.addEventListener('abort', () => resolve(null), { once: true })
    })
    const difference = await Promise.race([refused, stopped])
    if (difference !== null) throw new Error(`this worker is refused: ${difference}`)
  } finally {
    await worker.close()
    await (await threads).close()
  }
}

/** What a job wants that this worker is not; null when they fit. */
function describeDifference(has: Omit<ShardJob, 'documents'>, wants: ShardJob): string | null {
  const short = (version: string) => String(version).replace(/[0-9a-f]{64}/g, (digest) => digest.slice(0, 12))
  if (wants.extractorVersion !== has.extractorVersion)
    return `the build is of extractor ${short(wants.extractorVersion)}, the worker of ${short(has.extractorVersion)}; run the same version of Maillage and Node.js on both`
  if (wants.configHash !== has.configHash)
    return `the build is of configuration ${short(wants.configHash)}, the worker of ${short(has.configHash)}; give both the same --config`
  return null
}

/** @throws when a document is not below the content folder, or not what the producer saw. */
async function verify(contentDir: string, document: ShardDocument, name: string): Promise<void> {
  const { path, sha256 } = document
  if (!isMarkdown(path) || path.startsWith('/') || path.split('/').includes('..'))
    throw new Error(`${name} refuses the path ${JSON.stringify(path)}, expected a Markdown file of the content folder`)
  const real = await realpath(join(contentDir, path)).catch(() => null)
  if (real !== null && !real.startsWith(contentDir + sep))
    throw new Error(`${name} refuses ${path}: it leads out of the content folder`)
  if ((await digestOf(contentDir, document)) !== sha256) throw changed(document, name)
}

function changed({ path }: ShardDocument, name: string): Error {
  return new Error(
    `${path} is not on ${name} what it was to the producer, expected the same content folder on both; build again if it was edited`,
  )
}

function isFailed(result: FileResult): boolean {
  return result.key === null && result.messages.some(({ ruleId }) => ruleId === 'analysis-failed')
}

async function* each(documents: readonly ShardDocument[]): AsyncIterable<ShardDocument> {
  yield* documents
}
