import { readConfig } from '../../read-config.ts'
import { openQueue } from './open-queue.ts'
import { type QueueAddress, readQueueAddress } from './queue-address.ts'
import { runWorker } from './run-worker.ts'
import { openFolderStorage } from './shared-storage.ts'

/**
 * A worker for tests, in a process that may be killed: it gives documents up, and takes over the jobs of others, after
 * seconds. Arguments: address, storage, content, and perhaps a configuration.
 */
const [address, storage, contentDir, configFile] = process.argv.slice(2) as [string, string, string, string?]
const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
const queue = await openQueue(readQueueAddress(address) as QueueAddress, () => {})
await runWorker({
  queue,
  storage: openFolderStorage(storage),
  contentDir,
  config: await readConfig(configFile ?? null),
  configFile: configFile ?? null,
  concurrency: 1,
  signal: stop.signal,
  onJob() {},
  budget: 2000,
  lockDuration: 2000,
})
await queue.close()
