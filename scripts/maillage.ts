#!/usr/bin/env node
import { type ParseArgsConfig, parseArgs } from 'node:util'
import pc from 'picocolors'
import { VERSION } from '../pipeline/version.ts'
import { UsageError } from './usage-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>
/** Values of options by name, and what else stands on the line, in order. */
export interface CommandLine {
  values: Readonly<Record<string, string | boolean | undefined>>
  positionals: readonly string[]
}
/** Returns the exit code. */
export type Command = (line: CommandLine) => Promise<number>

interface CommandDescription {
  summary: string
  usage: string
  /** Least and most of what may stand beside the options. */
  positionals: readonly [least: number, most: number]
  options: Options
  /** One line an option, as it is printed. */
  help: readonly string[]
  load: () => Promise<Command>
}

const CONTENT: Options = { content: { type: 'string' }, config: { type: 'string' } }
const CONTENT_HELP = [
  '--content DIR   folder of .md files, with an optional entities.yml   (content)',
  '--config FILE   configuration   (maillage.config.ts, .js, .mjs or .json)',
]
const WORK: Options = { 'no-cache': { type: 'boolean' }, threads: { type: 'string' } }
const WORK_HELP = [
  '--no-cache      analyse every article again, and keep nothing',
  '--threads N     threads to analyse on   (as many as there are processors, up to 8)',
]
const QUEUE: Options = { queue: { type: 'string' }, storage: { type: 'string' } }
const QUEUE_HELP = [
  '--queue ADDRESS redis://, rediss:// or postgres://[USER[:PASSWORD]@]HOST[:PORT][/DATABASE]',
  '                the password may be in MAILLAGE_QUEUE_PASSWORD instead',
  '--storage DIR   folder that the build and its workers share, for results',
]
const JSON_OPTION: Options = { json: { type: 'boolean' } }
const JSON_HELP = '--json          print JSON'

// Commands are loaded when they run: help has to be there at once.
const COMMANDS: ReadonlyMap<string, CommandDescription> = new Map([
  [
    'init',
    {
      summary: 'start a project: a folder of articles and a configuration',
      usage: 'maillage init [DIR]',
      positionals: [0, 1],
      options: {},
      help: [],
      load: async () => (await import('./commands/init.ts')).init,
    },
  ],
  [
    'build',
    {
      summary: 'build the graph, its exports and the site',
      usage: 'maillage build [CONTENT] [--out DIR]',
      positionals: [0, 1],
      options: {
        ...CONTENT,
        out: { type: 'string' },
        ...WORK,
        ...QUEUE,
        strict: { type: 'boolean' },
        ...JSON_OPTION,
      },
      help: [
        ...CONTENT_HELP,
        '--out DIR       folder to write, replaced as a whole   (dist)',
        ...WORK_HELP,
        ...QUEUE_HELP,
        '--strict        exit with 1 when there are messages',
        '--json          print the report as JSON',
      ],
      load: async () => (await import('./commands/build.ts')).buildSite,
    },
  ],
  [
    'worker',
    {
      summary: 'analyse articles for builds over a queue, on any number of machines',
      usage: 'maillage worker [CONTENT] --queue ADDRESS --storage DIR',
      positionals: [0, 1],
      options: { ...CONTENT, ...QUEUE, concurrency: { type: 'string' } },
      help: [
        ...CONTENT_HELP,
        ...QUEUE_HELP,
        '--concurrency N threads to analyse on, a job each   (as many as there are processors, up to 8)',
      ],
      load: async () => (await import('./commands/worker.ts')).worker,
    },
  ],
  [
    'dev',
    {
      summary: 'build, serve, and build again when something changes',
      usage: 'maillage dev [CONTENT] [--port N]',
      positionals: [0, 1],
      options: { ...CONTENT, ...WORK, port: { type: 'string' } },
      help: [...CONTENT_HELP, ...WORK_HELP, '--port N        port on this machine   (4321, or the next that is free)'],
      load: async () => (await import('./commands/dev.ts')).dev,
    },
  ],
  [
    'check',
    {
      summary: 'say what is wrong with the articles; write nothing',
      usage: 'maillage check [CONTENT]',
      positionals: [0, 1],
      options: { ...CONTENT, ...WORK, strict: { type: 'boolean' }, ...JSON_OPTION },
      help: [
        ...CONTENT_HELP,
        ...WORK_HELP,
        '--strict        exit with 1 for any message, not only for errors',
        JSON_HELP,
      ],
      load: async () => (await import('./commands/check.ts')).check,
    },
  ],
  [
    'export',
    {
      summary: 'write the graph in some formats only',
      usage: 'maillage export [CONTENT] --format NAME[,NAME…] [--out DIR]',
      positionals: [0, 1],
      options: { ...CONTENT, ...WORK, format: { type: 'string' }, out: { type: 'string' } },
      help: [
        ...CONTENT_HELP,
        ...WORK_HELP,
        '--format NAMES  knowledge, documents, graph, gexf, graphml, rdf, jgf, csv, neo4j, targets, schemas',
        '--out DIR       folder for the files; a format of one file is printed when it is not given',
      ],
      load: async () => (await import('./commands/export.ts')).exportFormats,
    },
  ],
  [
    'curate',
    {
      summary: 'add corrections that were made in the page to entities.yml',
      usage: 'maillage curate CORRECTIONS [CONTENT]',
      positionals: [1, 2],
      options: CONTENT,
      help: ['CORRECTIONS is the file that the page gives (corrections.yml).', ...CONTENT_HELP],
      load: async () => (await import('./commands/curate.ts')).curate,
    },
  ],
  [
    'diff',
    {
      summary: 'compare two versions: what appeared, vanished, changed',
      usage: 'maillage diff OLD NEW [--markdown | --json]',
      positionals: [2, 2],
      options: { markdown: { type: 'boolean' }, ...JSON_OPTION },
      help: [
        'OLD and NEW are built sites or their data/knowledge.json.',
        '--markdown      print Markdown, for a pull request',
        JSON_HELP,
      ],
      load: async () => (await import('./commands/diff.ts')).diff,
    },
  ],
  [
    'explain',
    {
      summary: 'say why an entity, relation, target or document is in the graph',
      usage: 'maillage explain ID [--site DIR]',
      positionals: [1, 1],
      options: { site: { type: 'string' }, ...JSON_OPTION },
      help: [
        'ID is an id of the graph (organization/xiaomi), a name, or the path of an article.',
        '--site DIR      built site, or its data/knowledge.json   (dist)',
        JSON_HELP,
      ],
      load: async () => (await import('./commands/explain.ts')).explainId,
    },
  ],
] satisfies [string, CommandDescription][])

function help(): string {
  const commands = [...COMMANDS].map(([name, { summary }]) => `  ${pc.bold(name.padEnd(8))} ${summary}`)
  return `Turns a folder of Markdown articles into a knowledge graph whose every statement can be traced to the sentence
that says it, and into a static page to explore it.

  maillage COMMAND [OPTIONS]

${commands.join('\n')}

  maillage COMMAND --help   says what a command takes
  maillage --version        ${VERSION}
`
}

function commandHelp({ summary, usage, help }: CommandDescription): string {
  const lines = help.map((line) => `  ${line}\n`).join('')
  return `${summary[0]?.toUpperCase()}${summary.slice(1)}.\n\n  ${pc.bold(usage)}\n${lines === '' ? '' : `\n${lines}`}`
}

/**
 * Runs a command line, without the names of Node.js and the script. 0: it went well; 1: it failed, or found what it was
 * asked to look for; 2: the line cannot be understood.
 */
export async function run(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === '--version' || name === '-v') return print(`${VERSION}\n`)
  if (name === '--help' || name === '-h' || name === 'help') return print(help())
  const command = COMMANDS.get(name ?? '')
  try {
    if (name === undefined) throw new UsageError(`expected a command\n\n${help()}`)
    if (command === undefined)
      throw new UsageError(`unexpected command \`${name}\`, expected one of ${[...COMMANDS.keys()].join(', ')}`)
    if (rest.includes('--help') || rest.includes('-h')) return print(commandHelp(command))
    const line = readLine(command, rest)
    return await (await command.load())(line)
  } catch (error) {
    const isUsage = error instanceof UsageError
    process.stderr.write(`${pc.red('✖')} ${error instanceof Error ? error.message : String(error)}\n`)
    if (isUsage && command !== undefined) process.stderr.write(`\n${commandHelp(command)}`)
    if (!isUsage && process.env.DEBUG !== undefined) console.error(error)
    return isUsage ? 2 : 1
  }
}

function readLine({ options, positionals: [least, most] }: CommandDescription, args: readonly string[]): CommandLine {
  let line: CommandLine
  try {
    line = parseArgs({ args: [...args], options, allowPositionals: true }) as CommandLine
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  const { length } = line.positionals
  if (length < least || length > most)
    throw new UsageError(
      `unexpected ${length === 0 ? 'line without arguments' : `\`${line.positionals.join(' ')}\``}, expected ${least === most ? least : `${least} to ${most}`} beside the options`,
    )
  const { threads, port, concurrency } = line.values
  for (const [name, value] of [
    ['threads', threads],
    ['port', port],
    ['concurrency', concurrency],
  ] as const)
    if (value !== undefined && !/^[1-9]\d{0,4}$/.test(String(value)))
      throw new UsageError(`unexpected --${name} \`${value}\`, expected a number`)
  return line
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

// A reader that has seen enough (`maillage export … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
process.exitCode = await run(process.argv.slice(2))
