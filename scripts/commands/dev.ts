import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { watch } from 'chokidar'
import pc from 'picocolors'
import { exportInput, type ReadOptions, type ReadReport, readKnowledge, summarize } from '../../pipeline/build.ts'
import { recallLayout } from '../../pipeline/engine/recall-layout.ts'
import { type Positions, positionsOf, settleLayout } from '../../pipeline/engine/settle-layout.ts'
import { exportAll } from '../../pipeline/export/formats.ts'
import { exportSite, type SiteInput } from '../../pipeline/export/site.ts'
import type { Artifact } from '../../pipeline/model.ts'
import { startDevServer } from '../dev-server.ts'
import type { CommandLine } from '../maillage.ts'
import { readProject } from '../read-project.ts'
import { formatMessages } from '../report.ts'

/** Milliseconds without another change before a build starts: editors write a file in several steps. */
const QUIET = 40
const PORT = 4321

/** Runs until it is interrupted. */
export async function dev(line: CommandLine): Promise<number> {
  let project = await readProject(line)
  let site: Site | null = null
  let recent: ReadReport['corpus']['kept'] | undefined
  let positions: Positions | null = null
  let version = 0
  let first: Promise<void> | undefined

  const server = await startDevServer(
    async (path) => {
      await first
      if (site !== null) return site.find(path)
      // The page that shows why there is no site.
      return path === 'index.html'
        ? '<!doctype html><html><head><title>Maillage</title></head><body></body></html>'
        : null
    },
    Number(line.values.port ?? PORT),
  )

  const rebuild = async (reread: boolean): Promise<void> => {
    const started = performance.now()
    try {
      if (reread) project = await readProject(line)
      const options: ReadOptions = recent === undefined ? project : { ...project, recent }
      const read = await readKnowledge(options)
      recent = read.corpus.kept
      const input = exportInput(read, project, (graph) => {
        const settled = positions === null ? null : settleLayout(graph, positions)
        return settled ?? recallLayout(graph, project.cacheFolder)
      })
      positions = positionsOf(input.graph)
      site = new Site(input)
      server.send({ type: 'built', version: ++version })
      report(read, performance.now() - started)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      process.stderr.write(`${pc.red('✖')} ${message}\n`)
      server.send({ type: 'failed', message })
    }
  }

  first = rebuild(false)
  await first
  process.stdout.write(`${pc.green('✔')} ${pc.underline(server.url)} ${pc.dim('(Ctrl-C ends)')}\n`)

  // One build at a time; what changes meanwhile starts the next one.
  let running: Promise<void> | null = null
  let pending = false
  let reread = false
  let timer: NodeJS.Timeout | undefined
  const start = () => {
    if (running !== null) {
      pending = true
      return
    }
    const again = reread
    reread = false
    running = rebuild(again).finally(() => {
      running = null
      if (pending) {
        pending = false
        start()
      }
    })
  }
  const watcher = watch([project.contentDir, ...(project.configFile === null ? [] : [project.configFile])], {
    ignoreInitial: true,
    ignored: (path) =>
      path.startsWith(project.contentDir) &&
      /(?:^|[\\/])(?:node_modules|\.[^\\/.][^\\/]*)$/.test(path.slice(project.contentDir.length)),
  })
  watcher.on('all', (_, path) => {
    if (path === project.configFile) reread = true
    clearTimeout(timer)
    timer = setTimeout(start, QUIET)
  })

  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  clearTimeout(timer)
  await watcher.close()
  await server.close()
  return 0
}

/** A site whose files are made when they are asked for: a reader of a preview looks at few of them. */
class Site {
  readonly #input: SiteInput
  /** What is made in pieces is made when it is asked for first. */
  readonly #known = new Map<string, Artifact['content']>()
  readonly #rest: AsyncIterator<Artifact>
  #turn: Promise<unknown> = Promise.resolve()

  constructor(input: SiteInput) {
    this.#input = input
    this.#rest = exportSite(input)[Symbol.asyncIterator]()
  }

  async find(path: string): Promise<Artifact['content'] | null> {
    if (path.startsWith('data/')) {
      for (const artifact of exportAll()(this.#input)) if (artifact.path === path) return artifact.content
      return null
    }
    // Requests take turns at the one sequence that has all files.
    const found = this.#turn.then(() => this.#findAmongRest(path))
    this.#turn = found.catch(() => {})
    return found
  }

  async #findAmongRest(path: string): Promise<Artifact['content'] | null> {
    let since = performance.now()
    while (!this.#known.has(path)) {
      const { value, done } = await this.#rest.next()
      if (done) return null
      this.#known.set(value.path, value.content)
      if (performance.now() - since < 20) continue
      await setImmediate()
      since = performance.now()
    }
    const content = this.#known.get(path) as Artifact['content']
    if (isPlain(content)) return content
    const whole = [...content].join('')
    this.#known.set(path, whole)
    return whole
  }
}

function isPlain(content: Artifact['content']): content is string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array
}

function report(read: ReadReport, milliseconds: number): void {
  const { counts, analyzed, messages } = summarize(read)
  const text = formatMessages(messages.filter((file) => file.messages.some(({ severity }) => severity === 'error')))
  if (text !== '') process.stderr.write(`${text}\n`)
  const figures = `${counts.documents} documents, ${analyzed} analysed, ${counts.messages} messages`
  process.stdout.write(`${pc.green('✔')} built in ${(milliseconds / 1000).toFixed(2)} s ${pc.dim(figures)}\n`)
}
