import { resolve } from 'node:path'
import { type BuildOptions, type BuildReport, build } from '../../pipeline/build.ts'
import type { Command, CommandLine } from '../maillage.ts'
import { showProgress } from '../progress.ts'
import { readProject } from '../read-project.ts'
import { formatMessages, formatReport } from '../report.ts'
import { UsageError } from '../usage-error.ts'

export const buildSite: Command = async (line) => {
  const project = await readProject(line)
  const outDir = resolve((line.values.out as string | undefined) ?? 'dist')
  const report = await (line.values.queue === undefined ? buildHere : buildOnQueue)(line, { ...project, outDir })
  if (line.values.json === true) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  else {
    const messages = formatMessages(report.messages)
    if (messages !== '') process.stderr.write(`${messages}\n\n`)
    process.stdout.write(`${formatReport(report)}\n`)
  }
  return line.values.strict === true && report.counts.messages > 0 ? 1 : 0
}

async function buildHere({ values }: CommandLine, options: BuildOptions): Promise<BuildReport> {
  if (values.storage !== undefined) throw new UsageError('unexpected --storage without --queue')
  const progress = showProgress()
  return build(options, { onProgress: progress.update }).finally(progress.stop)
}

async function buildOnQueue(line: CommandLine, options: BuildOptions): Promise<BuildReport> {
  for (const name of ['no-cache', 'threads'])
    if (line.values[name] !== undefined)
      throw new UsageError(`unexpected --${name} with --queue: workers analyse, and keep results in --storage`)
  const { openProducer } = await import('../queue.ts')
  const producer = await openProducer(line, options)
  return build({ ...options, analyzeElsewhere: producer.analyze }).finally(producer.close)
}
