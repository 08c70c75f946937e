import { availableParallelism } from 'node:os'
import { runWorker } from '../../pipeline/engine/queue/run-worker.ts'
import type { Command } from '../maillage.ts'
import { count, openShared, statusLine } from '../queue.ts'
import { readProject } from '../read-project.ts'

export const worker: Command = async (line) => {
  const { contentDir, config, configFile } = await readProject(line)
  const concurrency = Number(line.values.concurrency ?? Math.min(8, availableParallelism()))
  const { queue, storage } = await openShared(line)
  const show = statusLine()
  const stop = new AbortController()
  // The first Ctrl-C lets jobs end, the second leaves them to other workers.
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
    show.clear()
    process.stderr.write('ending the jobs that run; once more to leave them to other workers\n')
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  process.stderr.write(`takes jobs of ${queue.address.shown}, ${concurrency} at a time; Ctrl-C ends it\n`)
  const started = performance.now()
  const sum = { jobs: 0, documents: 0, failed: 0 }
  try {
    await runWorker({
      queue,
      storage,
      contentDir,
      config,
      configFile,
      concurrency,
      signal: stop.signal,
      onJob({ documents, failed, isKnown }) {
        sum.jobs++
        sum.failed += failed
        if (!isKnown) sum.documents += documents
        const rate = sum.documents / ((performance.now() - started) / 1000)
        const trouble = sum.failed > 0 ? ` · ${count(sum.failed)} failed` : ''
        show.update(`${count(sum.jobs)} jobs · ${count(sum.documents)} documents · ${rate.toFixed(0)}/s${trouble}`)
      },
    })
  } finally {
    show.clear()
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
    await queue.close()
  }
  process.stdout.write(`${count(sum.jobs)} jobs, ${count(sum.documents)} documents, ${count(sum.failed)} failed\n`)
  return 0
}
