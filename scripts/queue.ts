import { resolve } from 'node:path'
import pc from 'picocolors'
import type { ReadOptions } from '../pipeline/build.ts'
import type { AnalyzeElsewhere } from '../pipeline/engine/analyze-corpus.ts'
import { extractorVersion } from '../pipeline/engine/extractor-version.ts'
import { analyzeOnQueue } from '../pipeline/engine/queue/analyze-on-queue.ts'
import { type OpenQueue, openQueue } from '../pipeline/engine/queue/open-queue.ts'
import { readQueueAddress } from '../pipeline/engine/queue/queue-address.ts'
import { openFolderStorage, type SharedStorage } from '../pipeline/engine/queue/shared-storage.ts'
import type { CommandLine } from './maillage.ts'
import { UsageError } from './usage-error.ts'

/** The queue and the shared storage that a line names. */
export async function openShared({ values }: CommandLine): Promise<{ queue: OpenQueue; storage: SharedStorage }> {
  if (values.queue === undefined) throw new UsageError('expected --queue with an address')
  if (values.storage === undefined)
    throw new UsageError('expected --storage with a folder that the build and its workers share')
  const address = readQueueAddress(values.queue as string, process.env.MAILLAGE_QUEUE_PASSWORD)
  // The value may hold a password: it is not repeated.
  if (address === null)
    throw new UsageError(
      'unexpected --queue, expected redis://, rediss:// or postgres://[USER[:PASSWORD]@]HOST[:PORT][/DATABASE]',
    )
  return {
    queue: await openQueue(address, sayOnce(`${address.shown}: `)),
    storage: openFolderStorage(resolve(values.storage as string)),
  }
}

/** Milliseconds between lines on a stderr that is no terminal, and before a queue without workers is spoken of. */
const PAUSE = 10_000

/**
 * A build's end of the queue; says on stderr how far it is. Ctrl-C, while it waits for results, leaves the jobs to the
 * workers; after that it does what it does to every build.
 */
export async function openProducer(
  line: CommandLine,
  { contentDir, config }: ReadOptions,
): Promise<{ analyze: AnalyzeElsewhere; close(): Promise<void> }> {
  const { queue, storage } = await openShared(line)
  const show = statusLine()
  const started = performance.now()
  let first: number | null = null
  let idle = 0
  const stop = () => {
    show.clear()
    process.stderr.write('stopped; workers go on with what is queued, and the same line goes on from there\n')
    process.exit(130)
  }
  const analyze = analyzeOnQueue({
    queue,
    storage,
    contentDir,
    extractorVersion: extractorVersion(),
    configHash: config.analysisHash,
    onRefusal: sayOnce('a worker is refused: '),
    onStatus({ done, total, waiting, active }) {
      first ??= done
      const rate = (done - first) / ((performance.now() - started) / 1000)
      const left = rate > 0 && done < total ? ` · ${duration((total - done) / rate)} left` : ''
      show.update(
        `${count(done)} of ${count(total)} documents · ${rate.toFixed(0)}/s${left} · ${count(waiting)} jobs wait, ${count(active)} run`,
      )
      idle = waiting > 0 && active === 0 ? idle + 1 : 0
      if (idle === PAUSE / 1000) {
        show.clear()
        process.stderr.write(`${pc.yellow('⚠')} no worker takes the jobs; start one: maillage worker --queue …\n`)
      }
    },
  })
  return {
    async *analyze(files) {
      process.once('SIGINT', stop)
      try {
        yield* analyze(files)
      } finally {
        process.removeListener('SIGINT', stop)
      }
    },
    async close() {
      show.clear()
      await queue.close()
    },
  }
}

/** One line on a terminal that is written over; elsewhere a line from time to time. */
export function statusLine(): { update(text: string): void; clear(): void } {
  const { stderr } = process
  let last = Number.NEGATIVE_INFINITY
  return {
    update(text) {
      if (stderr.isTTY) return void stderr.write(`\r\x1b[K${text.slice(0, stderr.columns - 1)}`)
      if (performance.now() - last < PAUSE) return
      last = performance.now()
      stderr.write(`${text}\n`)
    },
    clear: () => void (stderr.isTTY && stderr.write('\r\x1b[K')),
  }
}

/** Writes each sentence once: a server that is away is reported by every try to reach it. */
export function sayOnce(prefix: string): (sentence: string) => void {
  const said = new Set<string>()
  return (sentence) => {
    if (said.has(sentence)) return
    said.add(sentence)
    process.stderr.write(`${pc.yellow('⚠')} ${prefix}${sentence}\n`)
  }
}

export function count(n: number): string {
  return n.toLocaleString('en')
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
}
