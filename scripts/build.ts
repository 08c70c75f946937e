import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { build } from '../pipeline/build.ts'
import { defaultCacheFolder } from '../pipeline/engine/cache.ts'
import { findConfig, readConfig } from '../pipeline/read-config.ts'
import { showProgress } from './progress.ts'
import { formatMessages, formatReport } from './report.ts'

const HELP = `Builds a knowledge graph and a site from a folder of Markdown articles.

  npm run build -- [--content DIR] [--out DIR] [--no-cache] [--strict]

  --content DIR   folder of .md files, with an optional entities.yml   (content)
  --out DIR       folder to write, replaced as a whole                 (dist)
  --no-cache      analyse every article again
  --strict        exit with 1 when there are messages
  --help          this text
`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      content: { type: 'string', default: 'content' },
      out: { type: 'string', default: 'dist' },
      'no-cache': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const projectDir = process.cwd()
  const configFile = findConfig(projectDir)
  const config = await readConfig(configFile)
  const progress = showProgress()
  const report = await build(
    {
      contentDir: resolve(values.content),
      outDir: resolve(values.out),
      config: { ...config, title: config.title ?? titleOf(resolve(values.content)) },
      configFile,
      cacheFolder: values['no-cache'] ? null : defaultCacheFolder(projectDir),
    },
    { onProgress: progress.update },
  ).finally(progress.stop)
  const messages = formatMessages(report.messages)
  if (messages !== '') process.stderr.write(`${messages}\n\n`)
  process.stdout.write(`${formatReport(report)}\n`)
  return values.strict && report.counts.messages > 0 ? 1 : 0
}

/** The folder's name, unless it is one that says nothing of what it holds. */
function titleOf(contentDir: string): string {
  const name = basename(contentDir)
  return name === 'content' ? 'Maillage' : name.charAt(0).toUpperCase() + name.slice(1)
}

try {
  process.exitCode = await main()
} catch (error) {
  const usage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${pc.red('✖')} ${error instanceof Error ? error.message : String(error)}\n`)
  if (usage) process.stderr.write(`\n${HELP}`)
  process.exitCode = usage ? 2 : 1
}
