import { ReadableStream } from 'node:stream/web'
import { setTimeout as pause } from 'node:timers/promises'
import type { JobsOptions } from 'bullmq'
import type { AnalyzeElsewhere } from '../analyze-corpus.ts'
import { type FileResult, failure } from '../analyze-file.ts'
import { Breaker } from '../breaker.ts'
import type { OpenQueue } from './open-queue.ts'
import { BROKEN, type Refusal } from './run-worker.ts'
import {
  cutShards,
  decodeResult,
  type Extractor,
  encodeResult,
  manifestName,
  manifestOf,
  partialName,
  resultName,
  type Shard,
  shardOf,
} from './shard.ts'
import type { SharedStorage } from './shared-storage.ts'

export interface QueueStatus {
  /** Documents of which there are results, of all that were listed. */
  done: number
  total: number
  /** Jobs of all builds on the queue. */
  waiting: number
  active: number
}

export interface AnalyzeOnQueueOptions extends Extractor {
  queue: OpenQueue
  storage: SharedStorage
  contentDir: string
  /** Told once a second. */
  onStatus(status: QueueStatus): void
  /** A worker that does not fit this build has given its job back, and why. */
  onRefusal(reason: string): void
  /** Jobs that wait on the queue before no more are added; builds that share the queue may add a few more. */
  maxWaiting?: number
}

const MAX_WAITING = 1000
const STATUS_PAUSE = 1000
/** Events can be lost with a server; every so many milliseconds the jobs themselves are asked. */
const RECONCILE_PAUSE = 5000
/** A file system that machines mount shows a file late to some. */
const READ_TRIES = 4
const READ_PAUSE = 500

/** Parts of a shard that its workers do not survive: few rounds find the document that ends them among 500. */
const PARTS = 8

/** The job has failed for good: `reason` is its message. */
type Outcome = { reason: string } | null

const JOB: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: { count: 1000 },
  removeOnFail: { count: 1000 },
}

/**
 * Analyses a corpus on the workers of a queue. Shards of which shared storage has results are not queued; the others are,
 * in order, while few enough wait. Results are taken in order, verified; what a server or a worker lost is queued again.
 * A shard that its workers do not survive is cut until the document that ends them is alone, and fails alone.
 *
 * @throws when a job fails for another reason, with its message.
 */
export function analyzeOnQueue(options: AnalyzeOnQueueOptions): AnalyzeElsewhere {
  return (files) => run(files, options)
}

async function* run(
  files: Parameters<AnalyzeElsewhere>[0],
  options: AnalyzeOnQueueOptions,
): ReturnType<AnalyzeElsewhere> {
  const { storage, contentDir, onStatus, extractorVersion, configHash, maxWaiting = MAX_WAITING } = options
  const { queue, address, events: openEvents } = options.queue
  const extractor = { extractorVersion, configHash }
  const pending = new Map<string, { shard: Shard; isAdded: boolean; settle(outcome: Outcome): void }>()
  let done = 0
  let isOver = false

  const hasResult = async (id: string) => (await storage.has(resultName(id))) || (await storage.has(partialName(id)))

  const add = async ({ id, documents }: Shard) => {
    const job = await queue.getJob(id)
    // A finished job would stand in the way of a new one of its name; one that is active stays.
    if (job !== undefined && ((await job.isCompleted()) || (await job.isFailed()))) await queue.remove(id)
    await queue.add('analyze', { ...extractor, documents: documents.length }, { ...JOB, jobId: id })
  }

  /** Ends when there is a result, or the job has failed. */
  const analyze = async (shard: Shard): Promise<Outcome> => {
    await storage.put(manifestName(shard.id), Buffer.from(manifestOf(shard.documents, extractor)))
    let settle: (outcome: Outcome) => void = () => {}
    const outcome = new Promise<Outcome>((resolve) => {
      settle = resolve
    })
    const entry = { shard, isAdded: false, settle }
    pending.set(shard.id, entry)
    await add(shard)
    entry.isAdded = true
    return outcome.finally(() => pending.delete(shard.id))
  }

  /** Null when there is no result, or it is damaged. */
  const read = async (shard: Shard, tries: number): Promise<FileResult[] | null> => {
    for (let left = tries; left > 0; left--) {
      for (const name of [resultName(shard.id), partialName(shard.id)]) {
        const bytes = await storage.get(name)
        const results = bytes && (await decodeResult(shard, extractor, bytes))
        if (results !== null) return results
      }
      if (left > 1) await pause(READ_PAUSE)
    }
    return null
  }

  const resultsOf = async (shard: Shard, outcome: Outcome, isRepeated = false): Promise<FileResult[]> => {
    const { documents } = shard
    const [first] = documents
    if (outcome === null) {
      const results = await read(shard, READ_TRIES)
      if (results !== null) return results
      if (isRepeated) throw new Error(`the result of the shard from ${first?.path} is missing or damaged in --storage`)
      return resultsOf(shard, await analyze(shard), true)
    }
    const { reason } = outcome
    if (!isBreak(reason) || first === undefined)
      throw new Error(`the analysis of the shard from ${first?.path} failed: ${address.redact(reason)}`)
    let results: FileResult[]
    if (documents.length === 1) results = [failure(first, 'it ended the workers that analysed it')]
    else {
      const size = Math.ceil(documents.length / PARTS)
      const parts: Promise<FileResult[]>[] = []
      for (let start = 0; start < documents.length; start += size) {
        const part = shardOf(documents.slice(start, start + size), extractor)
        parts.push(hasResult(part.id).then(async (isKnown) => resultsOf(part, isKnown ? null : await analyze(part))))
      }
      results = (await Promise.all(parts)).flat()
    }
    // Kept as it is: to try again would end workers again.
    await storage.put(resultName(shard.id), await encodeResult(shard.id, results))
    return results
  }

  interface Entry {
    shard: Shard
    isNew: boolean
    outcome: Promise<Outcome>
  }
  let room = 0
  let wake = () => {}
  const waitForRoom = async () => {
    while (room <= 0 && !isOver) {
      const counts = await queue.getJobCounts('waiting', 'delayed')
      room = maxWaiting - Object.values(counts).reduce((sum, count) => sum + count, 0)
      if (room > 0) break
      await Promise.race([
        pause(STATUS_PAUSE),
        new Promise<void>((resolve) => {
          wake = resolve
        }),
      ])
    }
    room--
  }
  const feed = async (enqueue: (entry: Entry) => void) => {
    for await (const shard of cutShards(files, contentDir, extractor)) {
      const isNew = !(await storage.has(resultName(shard.id)))
      if (isNew) await waitForRoom()
      if (isOver) return
      const outcome = isNew ? analyze(shard) : Promise.resolve(null)
      // A failed outcome is met when its turn comes; until then it must not end the process.
      outcome.then(
        () => {
          done += shard.documents.length
        },
        () => {},
      )
      enqueue({ shard, isNew, outcome })
    }
  }

  /** Settles what events have not: they are lost with a server, and so may be the jobs. */
  const reconcile = async () => {
    for (const [id, { shard, isAdded, settle }] of [...pending]) {
      if (!isAdded || isOver) continue
      const job = await queue.getJob(id)
      const state = job === undefined ? 'unknown' : await job.getState()
      if (state === 'failed') settle({ reason: job?.failedReason ?? 'for an unknown reason' })
      else if (state === 'completed') settle(null)
      else if (state === 'unknown') {
        if (await hasResult(id)) settle(null)
        else await add(shard)
      }
    }
  }
  const events = await openEvents()
  events.on('completed', ({ jobId }) => {
    pending.get(jobId)?.settle(null)
    wake()
  })
  events.on('failed', ({ jobId, failedReason }) => pending.get(jobId)?.settle({ reason: failedReason }))
  events.on('progress', ({ jobId, data }) => {
    if (pending.has(jobId)) options.onRefusal(address.redact(String((data as unknown as Refusal).refused)))
  })
  const watch = async () => {
    for (let ticks = 1; !isOver; ticks++) {
      await pause(STATUS_PAUSE)
      if (isOver) return
      const { waiting = 0, active = 0 } = await queue.getJobCounts('waiting', 'active')
      onStatus({ done, total: files.length, waiting, active })
      if (ticks % (RECONCILE_PAUSE / STATUS_PAUSE) === 0) await reconcile()
    }
  }
  const breaker = new Breaker()
  watch().catch((error) => breaker.break(error))

  const entries = new ReadableStream<Entry>({
    start: (controller) => {
      // Not awaited: what is queued is read while more is.
      feed((entry) => controller.enqueue(entry)).then(
        () => controller.close(),
        (error) => controller.error(error),
      )
    },
  })
  try {
    for await (const { shard, isNew, outcome } of entries)
      for (const result of await breaker.guard(outcome.then((outcome) => resultsOf(shard, outcome))))
        yield { ...result, isNew }
  } finally {
    isOver = true
    wake()
  }
}

/** Whether the documents of a job, not its circumstances, made it fail. */
function isBreak(reason: string): boolean {
  return reason.startsWith(BROKEN) || /stalled more than allowable limit/.test(reason)
}
