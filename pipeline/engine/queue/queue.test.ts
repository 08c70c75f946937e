import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
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
import { type QueueAddress, readQueueAddress } from './queue-address.ts'
import { hasRedis, type RedisServer, startRedis } from './redis-server.ts'
import { manifestName, manifestOf, shardOf } from './shard.ts'
import { openFolderStorage } from './shared-storage.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))
let scratch: string
const children: ChildProcess[] = []
const servers: RedisServer[] = []
const queues: OpenQueue[] = []

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-queue-'))
})
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.close()
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) await server.stop()
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

if (!hasRedis)
  console.warn('The tests of the queue are left out: there is no redis-server here (apt install redis-server).')
const withRedis = test.runIf(hasRedis)

async function redis(name: string, ...options: string[]): Promise<RedisServer> {
  const folder = join(scratch, name, 'redis')
  await mkdir(folder, { recursive: true })
  const server = await startRedis(folder, ...options)
  servers.push(server)
  return server
}

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

/** `maillage` in a process of its own. */
function maillage(args: readonly string[], { root = project, env = {} as NodeJS.ProcessEnv } = {}): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts/maillage.ts'), ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data))
  return { child, ended: once(child, 'close').then(([code]) => ({ code, output })) }
}

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
    const server = await redis('large')
    const address = `redis://127.0.0.1:${server.port}`
    const worker = (root?: string) =>
      maillage(['worker', contentDir, '--queue', address, '--storage', storage, '--concurrency', '1'], {
        ...(root === undefined ? {} : { root }),
      })

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
    const stranger = await worker(other).ended
    expect(stranger).toMatchObject({
      code: 1,
      output: expect.stringContaining('this worker is refused: the build is of'),
    })
    expect(progress).toBe(0)

    const first = worker()
    const second = worker()
    await until(1)
    expect(refusals.join()).toContain('the build is of extractor')
    first.child.kill('SIGKILL')
    await until(600)
    await server.kill()
    await server.restart()
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
    const names = [...(await contents(join(storage))).keys()]
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
    const server = await redis('small', '--requirepass', 'or ange')
    const address = `redis://:or%20ange@127.0.0.1:${server.port}/2`
    const { config, options } = await shared(await connect(address), storage, contentDir)
    const analyze = async () => {
      const { files } = await listContent(contentDir)
      const analyzeElsewhere = analyzeOnQueue(options)
      const settings = { contentDir, cacheFolder: null, configFile: null, config }
      const corpus = await analyzeCorpus(files, { ...settings, analyzeElsewhere })
      expect([...corpus.documents()]).toEqual([...(await analyzeCorpus(files, settings)).documents()])
      return corpus.analyzed
    }
    const run = maillage(['worker', contentDir, '--queue', address, '--storage', storage])
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

    run.child.kill('SIGINT')
    const { code, output } = await run.ended
    expect(code).toBe(0)
    expect(output).toMatch(/\d jobs, \d+ documents, 0 failed/)
    expect(output).not.toMatch(/or(%20| )ange/)
  },
  120_000,
)

withRedis(
  'a document that ends its thread fails alone; one that throws is tried again by the next build',
  async () => {
    const contentDir = join(scratch, 'poison', 'content')
    const storage = join(scratch, 'poison', 'storage')
    await writeNotes(contentDir, 2)
    await writeFile(join(contentDir, 'exits.md'), 'A text that ends.\n')
    await writeFile(join(contentDir, 'throws.md'), 'A text that throws.\n')
    const configFile = join(scratch, 'poison', 'maillage.config.mjs')
    await writeFile(
      configFile,
      `const plugin = () => (tree, file) => {
        if (String(file.path) === 'exits.md') process.exit(3)
        if (String(file.path) === 'throws.md') throw new Error('a plugin fell over')
      }
      export default { remarkPlugins: [plugin] }\n`,
    )
    const server = await redis('poison')
    const address = `redis://127.0.0.1:${server.port}`
    const config = await readConfig(configFile)
    const { options } = await shared(await connect(address), storage, contentDir, { configHash: config.analysisHash })
    maillage(['worker', contentDir, '--config', configFile, '--queue', address, '--storage', storage])
    const { files } = await listContent(contentDir)
    const settings = { contentDir, cacheFolder: null, configFile, config, analyzeElsewhere: analyzeOnQueue(options) }
    const corpus = await analyzeCorpus(files, settings)
    expect(corpus.summaries.map(({ document }) => document.path)).toEqual(['note-0000.md', 'note-0001.md'])
    expect(corpus.failures.map(({ path, messages }) => [path, messages.map(({ reason }) => reason)])).toEqual([
      ['exits.md', [expect.stringContaining('it ended the workers that analysed it')]],
      ['throws.md', [expect.stringContaining('a plugin fell over')]],
    ])
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
    const server = await redis('tls', ...tls, '--tls-auth-clients', 'no', '--requirepass', 'pa/ss:w0rd')
    const line = (password: string) => [
      contentDir,
      '--queue',
      `rediss://default:${encodeURIComponent(password)}@127.0.0.1:${server.port}`,
      '--storage',
      join(folder, 'storage'),
    ]
    const env = { NODE_EXTRA_CA_CERTS: cert }
    const run = maillage(['worker', ...line('pa/ss:w0rd')], { env })
    const built = await maillage(['build', ...line('pa/ss:w0rd'), '--out', join(folder, 'dist'), '--json'], { env })
      .ended
    expect(built.code).toBe(0)
    expect(built.output).toContain('"documents": 3')
    run.child.kill('SIGINT')
    const wrong = await maillage(['worker', ...line('wr0ng-word')], { env: { ...env, DEBUG: '1' } }).ended
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('cannot be used: WRONGPASS') })
    const strange = await maillage(['build', ...line('pa/ss:w0rd'), '--out', join(folder, 'other')]).ended
    expect(strange).toMatchObject({ code: 1, output: expect.stringContaining('self-signed certificate') })
    for (const { output } of [built, wrong, strange, await run.ended])
      expect(output).not.toMatch(/pa\/ss:w0rd|pa%2Fss|wr0ng-word/)
  },
  120_000,
)
