import pc from 'picocolors'
import { diffKnowledge } from '../../pipeline/diff-knowledge.ts'
import { formatDiffMarkdown, formatDiffText } from '../../pipeline/format-diff.ts'
import type { Command } from '../maillage.ts'
import { readKnowledgeFile } from '../read-knowledge-file.ts'

export const diff: Command = async ({ values, positionals }) => {
  const [before, after] = await Promise.all(positionals.map(readKnowledgeFile))
  if (before === undefined || after === undefined) return 2
  const difference = diffKnowledge(before, after)
  const paint = { appeared: pc.green, vanished: pc.red, changed: pc.yellow, heading: pc.bold }
  if (values.json === true) process.stdout.write(`${JSON.stringify(difference, null, 2)}\n`)
  else if (values.markdown === true) process.stdout.write(formatDiffMarkdown(difference))
  else process.stdout.write(formatDiffText(difference, paint))
  return 0
}
