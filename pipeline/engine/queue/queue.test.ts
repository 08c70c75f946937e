import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { build, readKnowledge } from '../../build.ts'
import { listContent } from '../../read/read-content.ts'
import { readConfig } from '../../read-config.ts'
import { analyzeCorpus } from '../analyze-corpus.ts'
import { extractorVersion } from '../extractor-version.ts'
import { type AnalyzeOnQueueOptions, analyzeOnQueue } from './analyze-on-queue.ts'
import { type OpenQueue, openQueue } from './open-queue.ts'
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts'
import { type QueueAddress, readQueueAddress } from './queue-address.ts'
import { hasRedis, type RedisServer, startRedis } from './redis-server.ts'
import { cutShards, manifestName, manifestOf, shardOf } from './shard.ts'
import { openFolderStorage } from './shared-storage.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))
let scratch: string
/** One server for all tests, each with a database of its own. */
let redis: RedisServer
const PASSWORD = 'or ange/7'
const children: ChildProcess[] = []
const queues: OpenQueue[] = []

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-queue-'))
  if (hasRedis) redis = await startRedis(scratch, '--requirepass', PASSWORD)
})
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.close()
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(async () => {
  await redis?.stop()
  await rm(scratch, { recursive: true, force: true })
})

const addressOf = (database: number) => `redis://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${redis.port}/${database}`

if (!hasRedis)
  console.warn('The tests of the queue are left out: there is no redis-server here (apt install redis-server).')
const withRedis = test.runIf(hasRedis)

async function connect(address: string): Promise<OpenQueue> {
  const queue = await openQueue(readQueueAddress(address) as QueueAddress, () => {})
  queues.push(queue)
  return queue
}

interface Run {
  child: ChildProcess
  /** Resolves with the exit code and all that was printed, once the process has ended. */
  ended: Promise<{ code: number | null; output: string }>
}

/** A script of the project in a process of its own. */
function run(script: string, args: readonly string[], { root = project, env = {} as NodeJS.ProcessEnv } = {}): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data))
  return { child, ended: once(child, 'close').then(([code]) => ({ code, output })) }
}

const maillage = (args: readonly string[], options = {}) => run('scripts/maillage.ts', args, options)
const impatientWorker = (...args: readonly string[]) => run('pipeline/engine/queue/impatient-worker.ts', args)

/** The password, in plain or as it stands in an address. */
const SECRET = /or(?:%20| )ange/

const KINDS = ['emissions', 'water use', 'waste', 'energy use']
function note(index: number): string {
  const company = `Northlake ${['Mills', 'Steel', 'Foods', 'Rail', 'Glass'][index % 5]}`
  return `# Note ${index}\n\n${company} will cut its ${KINDS[index % 4]} by ${10 + (index % 70)}% by ${2027 + (index % 20)}. [Next](note-${String((index * 7) % 2000).padStart(4, '0')}.md)\n`
}

async function writeNotes(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (let i = 0; i < count; i++) await writeFile(join(folder, `note-${String(i).padStart(4, '0')}.md`), note(i))
}

/** Paths and bytes below a folder. */
async function contents(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const pairs = files.sort().map(async (file) => [file.slice(folder.length), await readFile(file, 'latin1')] as const)
  return new Map(await Promise.all(pairs))
}

async function shared(
  queue: OpenQueue,
  storage: string,
  contentDir: string,
  more: Partial<AnalyzeOnQueueOptions> = {},
) {
  const config = await readConfig(null)
  return {
    config,
    options: {
      queue,
      storage: openFolderStorage(storage),
      contentDir,
      extractorVersion: extractorVersion(),
      configHash: config.analysisHash,
      onStatus() {},
      onRefusal() {},
      ...more,
    } satisfies AnalyzeOnQueueOptions,
  }
}

withRedis(
  'two builds at once, while a worker and the server are killed, give what a build alone gives',
  async () => {
    const contentDir = join(scratch, 'large', 'content')
    const storage = join(scratch, 'large', 'storage')
    await writeNotes(contentDir, 2000)
    await writeFile(join(contentDir, 'empty.md'), '')
    const address = addressOf(0)

    const refusals: string[] = []
    let progress = 0
    const settings = async () => {
      const { config, options } = await shared(await connect(address), storage, contentDir, {
        onRefusal: (reason) => refusals.push(reason),
        onStatus({ done }) {
          progress = Math.max(progress, done)
        },
        maxWaiting: 8,
      })
      return { contentDir, config, configFile: null, analyzeElsewhere: analyzeOnQueue(options) }
    }
    const outDir = join(scratch, 'large', 'out')
    const cacheFolder = join(scratch, 'large', 'cache')
    const built = Promise.all([
      settings().then((settings) => build({ ...settings, outDir, cacheFolder: null })),
      settings().then((settings) => readKnowledge({ ...settings, cacheFolder })),
    ])
    built.catch(() => {})
    const until = async (documents: number) => {
      while (progress < documents) {
        await Promise.race([new Promise((resolve) => setTimeout(resolve, 100)), built])
      }
    }

    // Another version: one word of a lexicon differs.
    const other = join(scratch, 'other')
    for (const part of ['pipeline', 'scripts', 'package.json', 'tsconfig.json'])
      await cp(join(project, part), join(other, part), { recursive: true })
    await symlink(join(project, 'node_modules'), join(other, 'node_modules'))
    await writeFile(join(other, 'pipeline/languages/other.json'), '{}')
    const line = ['worker', contentDir, '--queue', address, '--storage', storage]
    const stranger = await maillage(line, { root: other }).ended
    expect(stranger).toMatchObject({
      code: 1,
      output: expect.stringContaining('this worker is refused: the build is of'),
    })
    expect(progress).toBe(0)

    const worker = () => impatientWorker(address, storage, contentDir)
    const first = worker()
    const second = worker()
    await until(1)
    expect(refusals.join()).toContain('the build is of extractor')
    first.child.kill('SIGKILL')
    await until(600)
    await redis.kill()
    await redis.restart()
    const third = worker()
    const [one, two] = await built
    for (const { child } of [second, third]) child.kill('SIGINT')
    expect((await second.ended).code).toBe(0)
    expect((await third.ended).code).toBe(0)

    const config = await readConfig(null)
    const alone = join(scratch, 'large', 'alone')
    const { counts } = await build({ contentDir, outDir: alone, config, configFile: null, cacheFolder: null })
    expect(counts.documents).toBe(2000)
    expect(one.counts).toEqual(counts)
    const [found, expected] = [await contents(outDir), await contents(alone)]
    expect([...found.keys()]).toEqual([...expected.keys()])
    expect([...found].filter(([path, bytes]) => expected.get(path) !== bytes).map(([path]) => path)).toEqual([])
    expect(JSON.parse(await readFile(join(alone, 'data/knowledge.json'), 'utf8'))).toEqual(two.knowledge)
    const names = [...(await contents(storage)).keys()]
    expect(names.filter((name) => name.startsWith('/results/')).length).toBe(
      names.filter((name) => name.startsWith('/manifests/')).length,
    )
  },
  240_000,
)

withRedis(
  'what is done is not done again, an edit costs its shard, damage is mended',
  async () => {
    const contentDir = join(scratch, 'small', 'content')
    const storage = join(scratch, 'small', 'storage')
    await writeNotes(contentDir, 160)
    const address = addressOf(1)
    const { config, options } = await shared(await connect(address), storage, contentDir)
    const analyze = async () => {
      const { files } = await listContent(contentDir)
      const analyzeElsewhere = analyzeOnQueue(options)
      const settings = { contentDir, cacheFolder: null, configFile: null, config }
      const corpus = await analyzeCorpus(files, { ...settings, analyzeElsewhere })
      expect([...corpus.documents()]).toEqual([...(await analyzeCorpus(files, settings)).documents()])
      return corpus.analyzed
    }
    const worker = maillage(['worker', contentDir, '--queue', address, '--storage', storage])
    expect(await analyze()).toBe(160)
    expect(await analyze()).toBe(0)
    await writeFile(join(contentDir, 'note-0000.md'), 'Another text.\n')
    const edited = await analyze()
    expect(edited).toBeGreaterThanOrEqual(50)
    expect(edited).toBeLessThan(160)

    const results = await readdir(join(storage, 'results'), { recursive: true, withFileTypes: true })
    const file = results.find((entry) => entry.isFile())
    await writeFile(join(file?.parentPath ?? '', file?.name ?? ''), 'damaged')
    await analyze()
    await analyze()

    // A job is only an id: what its manifest names stays below the content folder.
    await writeFile(join(contentDir, '../secret.md'), 'Secret.\n')
    const { storage: store, queue, extractorVersion, configHash } = options
    const extractor = { extractorVersion, configHash }
    const { id, documents } = shardOf([{ id: 'x', path: '../secret.md', sameIdAs: null, sha256: null }], extractor)
    await store.put(manifestName(id), Buffer.from(manifestOf(documents, extractor)))
    const events = await queue.events()
    const job = await queue.queue.add('analyze', { ...extractor, documents: 1 }, { jobId: id })
    await expect(job.waitUntilFinished(events)).rejects.toThrow('refuses the path "../secret.md"')

    worker.child.kill('SIGINT')
    const { code, output } = await worker.ended
    expect(code).toBe(0)
    expect(output).toMatch(/\d jobs, \d+ documents, 0 failed/)
    expect(output).not.toMatch(SECRET)
  },
  120_000,
)

withRedis(
  'a document that ends its worker or thread, never ends, or throws, fails alone, and the others are done',
  async () => {
    const contentDir = join(scratch, 'poison', 'content')
    const storage = join(scratch, 'poison', 'storage')
    await writeNotes(contentDir, 4)
    for (const name of ['a-kills', 'exits', 'hangs', 'throws'])
      await writeFile(join(contentDir, `${name}.md`), 'A text.\n')
    const configFile = join(scratch, 'poison', 'maillage.config.mjs')
    await writeFile(
      configFile,
      `const plugin = () => (tree, file) => {
        const path = String(file.path)
        if (path === 'a-kills.md') process.kill(process.pid, 'SIGKILL')
        if (path === 'exits.md') process.exit(3)
        while (path === 'hangs.md');
        if (path === 'throws.md') throw new Error('a plugin fell over')
      }
      export default { remarkPlugins: [plugin] }\n`,
    )
    const address = addressOf(2)
    const config = await readConfig(configFile)
    const { options } = await shared(await connect(address), storage, contentDir, { configHash: config.analysisHash })
    // As whoever runs workers starts them again.
    let lost = 0
    const work = () =>
      impatientWorker(address, storage, contentDir, configFile).child.once('exit', (_, signal) => {
        if (isOver) return
        if (signal === 'SIGKILL') lost++
        work()
      })
    let isOver = false
    work()
    const { files } = await listContent(contentDir)
    const settings = { contentDir, cacheFolder: null, configFile, config, analyzeElsewhere: analyzeOnQueue(options) }
    const corpus = await analyzeCorpus(files, settings)
    isOver = true
    expect(corpus.summaries.map(({ document }) => document.path)).toEqual([0, 1, 2, 3].map((i) => `note-000${i}.md`))
    expect(corpus.failures.map(({ path, messages }) => [path, messages.map(({ reason }) => reason)])).toEqual([
      ['a-kills.md', [expect.stringContaining('it ended the workers that analysed it')]],
      ['exits.md', [expect.stringContaining('it ended the workers that analysed it')]],
      ['hangs.md', [expect.stringContaining('it took more than 2 s')]],
      ['throws.md', [expect.stringContaining('a plugin fell over')]],
    ])
    // Twice with the others, and thrice alone; fewer where a busy machine lets a lock lapse.
    expect(lost).toBeGreaterThan(0)
    expect(lost).toBeLessThanOrEqual(5)
    expect(await options.queue.queue.getJobCounts('waiting', 'active', 'delayed')).toEqual({
      waiting: 0,
      active: 0,
      delayed: 0,
    })
  },
  120_000,
)

withRedis(
  'Ctrl-C on a build leaves its jobs, once, to workers and to the next build',
  async () => {
    const contentDir = join(scratch, 'interrupt', 'content')
    const [storage, outDir] = [join(scratch, 'interrupt', 'storage'), join(scratch, 'interrupt', 'out')]
    await writeNotes(contentDir, 120)
    const address = addressOf(3)
    const line = [contentDir, '--queue', address, '--storage', storage]
    const build = () => maillage(['build', ...line, '--out', outDir, '--json'])
    const { options } = await shared(await connect(address), storage, contentDir)
    const { queue } = options.queue
    const waiting = async () => (await queue.getJobs(['waiting'])).map(({ id }) => id).sort()
    const shards: string[] = []
    for await (const { id } of cutShards((await listContent(contentDir)).files, contentDir, options)) shards.push(id)
    const interrupt = async () => {
      const events = await options.queue.events()
      const added = new Set<string>()
      const producer = build()
      await new Promise<void>((resolve) => {
        const note = ({ jobId }: { jobId: string }) => added.add(jobId).size === shards.length && resolve()
        events.on('waiting', note).on('duplicated', note)
      })
      producer.child.kill('SIGINT')
      return { ...(await producer.ended), jobs: await waiting() }
    }
    const first = await interrupt()
    const second = await interrupt()
    for (const { code, output } of [first, second]) {
      expect(code).toBe(130)
      expect(output).toContain('stopped; workers go on with what is queued')
      expect(output).not.toMatch(SECRET)
    }
    expect(first.jobs).toEqual(shards.sort())
    expect(second.jobs).toEqual(first.jobs)
    expect((await readdir(join(scratch, 'interrupt'))).sort()).toEqual(['content', 'storage'])

    const worker = maillage(['worker', ...line])
    const built = await build().ended
    expect(built.code).toBe(0)
    expect(built.output).toContain('"documents": 120')
    expect(await waiting()).toEqual([])
    worker.child.kill('SIGINT')
    expect((await worker.ended).output).toContain(`${first.jobs.length} jobs, 120 documents, 0 failed`)

    // What is said and kept of the address: nowhere the password.
    const jobs = await queue.getJobs(['completed'])
    expect(jobs.map(({ id }) => id).sort()).toEqual(first.jobs)
    expect(JSON.stringify(jobs.map((job) => job.asJSON()))).not.toMatch(SECRET)
    expect(Object.keys(jobs[0]?.data ?? {}).sort()).toEqual(['configHash', 'documents', 'extractorVersion'])
    for (const [name, bytes] of await contents(storage)) expect(name + bytes).not.toMatch(SECRET)
    for (const args of [
      ['build', ...line, '--help'],
      ['build', contentDir, '--queue', address.replace('/3', '/three'), '--storage', storage],
      ['build', contentDir, '--queue', address],
    ])
      expect((await maillage(args).ended).output).not.toMatch(SECRET)
  },
  120_000,
)

const withPostgres = test.runIf(postgresPrograms !== null)
if (postgresPrograms === null)
  console.warn('The queue is not tested on PostgreSQL: there is none here (apt install postgresql).')
withPostgres(
  'on PostgreSQL, with a worker that is killed',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'maillage-postgres-'))
    let server: PostgresServer | undefined
    try {
      await chmod(folder, 0o755)
      server = await startPostgres(postgresPrograms as string, join(folder, 'server'), PASSWORD)
      const address = `postgres://maillage:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}/postgres`
      const contentDir = join(folder, 'content')
      const storage = join(folder, 'storage')
      await writeNotes(contentDir, 400)
      const { config, options } = await shared(await connect(address), storage, contentDir)
      const { files } = await listContent(contentDir)
      const settings = { contentDir, cacheFolder: null, configFile: null, config }
      const first = impatientWorker(address, storage, contentDir)
      const analyzed = analyzeCorpus(files, { ...settings, analyzeElsewhere: analyzeOnQueue(options) })
      const events = await options.queue.events()
      await new Promise((resolve) => events.once('active', resolve))
      first.child.kill('SIGKILL')
      const wrong = await maillage([
        'worker',
        contentDir,
        '--queue',
        address.replace('or%20', 'p%20'),
        '--storage',
        storage,
      ]).ended
      expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('password authentication failed') })
      expect(wrong.output).not.toMatch(/(?:or|p)(?:%20| )ange/)
      const second = maillage(['worker', contentDir, '--queue', address, '--storage', storage])
      const corpus = await analyzed
      expect([...corpus.documents()]).toEqual([...(await analyzeCorpus(files, settings)).documents()])
      expect(corpus.analyzed).toBe(400)
      second.child.kill('SIGINT')
      const { code, output } = await second.ended
      expect(code).toBe(0)
      expect(output).not.toMatch(SECRET)
      for (const queue of queues.splice(0)) await queue.close()
    } finally {
      await server?.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
  120_000,
)

test.runIf(hasRedis && spawnSync('openssl', ['version']).status === 0)(
  'over TLS with a password, which no message repeats',
  async () => {
    const folder = join(scratch, 'tls')
    const contentDir = join(folder, 'content')
    await writeNotes(contentDir, 3)
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
    spawnSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
      ...subject,
    ])
    const tls = ['--tls-port', 'PORT', '--tls-cert-file', cert, '--tls-key-file', key, '--tls-ca-cert-file', cert]
    const server = await startRedis(folder, ...tls, '--tls-auth-clients', 'no', '--requirepass', 'pa/ss:w0rd')
    const line = (password: string) => [
      contentDir,
      '--queue',
      `rediss://default:${encodeURIComponent(password)}@127.0.0.1:${server.port}`,
      '--storage',
      join(folder, 'storage'),
    ]
    const env = { NODE_EXTRA_CA_CERTS: cert }
    const build = (out: string) => ['build', ...line('pa/ss:w0rd'), '--out', join(folder, out), '--json']
    const worker = maillage(['worker', ...line('pa/ss:w0rd')], { env })
    const [built, wrong, strange] = await Promise.all([
      maillage(build('dist'), { env }).ended,
      maillage(['worker', ...line('wr0ng-word')], { env: { ...env, DEBUG: '1' } }).ended,
      maillage(build('other')).ended,
    ])
    worker.child.kill('SIGINT')
    const worked = await worker.ended
    await server.stop()
    expect(built.code).toBe(0)
    expect(built.output).toContain('"documents": 3')
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('cannot be used: WRONGPASS') })
    expect(strange).toMatchObject({ code: 1, output: expect.stringContaining('self-signed certificate') })
    for (const { output } of [built, wrong, strange, worked])
      expect(output).not.toMatch(/pa\/ss:w0rd|pa%2Fss|wr0ng-word/)
  },
  120_000,
)
