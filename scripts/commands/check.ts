import pc from 'picocolors'
import { readKnowledge, summarize } from '../../pipeline/build.ts'
import type { Command } from '../maillage.ts'
import { showProgress } from '../progress.ts'
import { readProject } from '../read-project.ts'
import { formatMessages } from '../report.ts'

/** 1 when an article has an error; with `--strict` when there is any message. */
export const check: Command = async (line) => {
  const project = await readProject(line)
  const progress = showProgress()
  const read = await readKnowledge(project, { onProgress: progress.update }).finally(progress.stop)
  const { counts, messages } = summarize(read)
  if (line.values.json === true) process.stdout.write(`${JSON.stringify({ counts, messages }, null, 2)}\n`)
  else if (messages.length > 0) process.stdout.write(`${formatMessages(messages)}\n`)
  else process.stdout.write(`${pc.green('✔')} ${counts.documents} documents, no message\n`)
  const failed = messages.some((file) => file.messages.some(({ severity }) => severity === 'error'))
  return failed || (line.values.strict === true && messages.length > 0) ? 1 : 0
}
