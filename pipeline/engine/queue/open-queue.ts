import type { EventEmitter } from 'node:events'
import type { Processor, Queue, QueueEvents, QueueEventsOptions, QueueOptions, Worker, WorkerOptions } from 'bullmq'
import type { QueueAddress } from './queue-address.ts'

/** What a job says: nothing but which shard it is, by its id, and what it has to be analysed with. */
export interface ShardJob {
  extractorVersion: string
  configHash: string
  /** How many documents the shard has. */
  documents: number
}

/** BullMQ at an address. What it reports while it runs, lost connections above all, goes to `onTrouble`, redacted. */
export interface OpenQueue {
  address: QueueAddress
  queue: Queue<ShardJob>
  events(): Promise<QueueEvents>
  worker(process: Processor<ShardJob>, options: Omit<WorkerOptions, 'connection'>): Promise<Worker<ShardJob>>
  close(): Promise<void>
}

/** Name of the queue, as Bull Board shows it. Databases of Redis, or of PostgreSQL, keep queues of projects apart. */
export const QUEUE_NAME = 'maillage'

/** Longest pause before a connection is tried again, in milliseconds. */
const RECONNECT_PAUSE = 2000

/**
 * Connects to a queue. Once connected it waits for a server that goes away until it is back.
 *
 * @throws when the packages are not there, or the server cannot be reached or does not let in.
 */
export async function openQueue(address: QueueAddress, onTrouble: (message: string) => void): Promise<OpenQueue> {
  const bullmq = await loadBullmq(address.kind)
  let wasReady = false
  const connection = {
    ...address.connection,
    ...(address.kind === 'postgres'
      ? {}
      : {
          maxRetriesPerRequest: null,
          retryStrategy: (times: number) => (wasReady ? Math.min(100 * 2 ** times, RECONNECT_PAUSE) : null),
        }),
  }
  // The classes are the same for both: only the type of their connection differs.
  const classes =
    address.kind === 'postgres'
      ? (bullmq.withBackend(bullmq.createPostgresBackend) as unknown as Pick<
          typeof bullmq,
          'Queue' | 'QueueEvents' | 'Worker'
        >)
      : bullmq
  const opened: { close(): Promise<void> }[] = []

  async function ready<T extends Queue | QueueEvents | Worker>(instance: T): Promise<T> {
    let last = ''
    const emitter: EventEmitter = instance
    emitter.on('error', (error: Error) => {
      last = address.redact(describe(error))
      if (wasReady) onTrouble(last)
    })
    try {
      await instance.waitUntilReady()
    } catch (error) {
      instance.close().catch(() => {})
      // A new error: those of drivers carry the commands that failed, with the password.
      const reason = last === '' ? address.redact(describe(error)) : last
      throw new Error(`the queue at ${address.shown} cannot be used: ${reason}`)
    }
    wasReady = true
    opened.push(instance)
    return instance
  }

  const queue = await ready(new classes.Queue(QUEUE_NAME, { connection } satisfies QueueOptions) as Queue<ShardJob>)
  return {
    address,
    queue,
    events: () => ready(new classes.QueueEvents(QUEUE_NAME, { connection } satisfies QueueEventsOptions)),
    worker: (process, options) =>
      ready(new classes.Worker(QUEUE_NAME, process, { ...options, connection }) as Worker<ShardJob>),
    close: async () => {
      await Promise.all(opened.map((instance) => instance.close()))
    },
  }
}

/** Errors of several addresses of a host have no message of their own. */
function describe(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(describe).join('; ')
  return error instanceof Error ? error.message : String(error)
}

async function loadBullmq(kind: QueueAddress['kind']): Promise<typeof import('bullmq')> {
  const driver = kind === 'redis' ? 'ioredis' : 'pg'
  try {
    await import(driver)
    return await import('bullmq')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Error(`a queue needs two packages that are not installed; add them with: npm install bullmq ${driver}`)
  }
}
