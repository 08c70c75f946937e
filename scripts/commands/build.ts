import { resolve } from 'node:path'
import { build } from '../../pipeline/build.ts'
import type { Command } from '../maillage.ts'
import { showProgress } from '../progress.ts'
import { readProject } from '../read-project.ts'
import { formatMessages, formatReport } from '../report.ts'

export const buildSite: Command = async (line) => {
  const project = await readProject(line)
  const progress = showProgress()
  const outDir = resolve((line.values.out as string | undefined) ?? 'dist')
  const report = await build({ ...project, outDir }, { onProgress: progress.update }).finally(progress.stop)
  if (line.values.json === true) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  else {
    const messages = formatMessages(report.messages)
    if (messages !== '') process.stderr.write(`${messages}\n\n`)
    process.stdout.write(`${formatReport(report)}\n`)
  }
  return line.values.strict === true && report.counts.messages > 0 ? 1 : 0
}
