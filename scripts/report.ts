import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pc from 'picocolors'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { reporter } from 'vfile-reporter'
import type { BuildReport, FileMessages } from '../pipeline/build.ts'

/** Messages of one rule that are printed, besides errors: a corpus can have thousands of one kind. */
const PRINTED = 10

/**
 * The messages of a build as vfile-reporter prints them, with file, line and column; empty when there are none. Of a rule
 * that has many, the first ones and how many others there are.
 */
export function formatMessages(messages: readonly FileMessages[]): string {
  const counts = new Map<string, number>()
  const files = messages.map(({ path, messages }) => {
    const file = new VFile({ path })
    for (const { reason, line, column, ruleId, source, severity } of messages) {
      const count = (counts.get(ruleId) ?? 0) + 1
      if (severity !== 'error') counts.set(ruleId, count)
      if (severity !== 'error' && count > PRINTED) continue
      const message = new VFileMessage(reason, {
        ruleId,
        source,
        ...(line === null ? {} : { place: { line, column: column ?? 1 } }),
      })
      message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
      file.messages.push(message)
    }
    return file
  })
  if (files.length === 0) return ''
  const printed = files.filter((file) => file.messages.length > 0)
  const others = [...counts].filter(([, count]) => count > PRINTED)
  const rest = others.map(([ruleId, count]) => `… and ${count - PRINTED} more of ${pc.bold(ruleId)}`)
  if (rest.length > 0) rest.push(pc.dim('maillage check --json has them all'))
  return [reporter(printed, { color: pc.isColorSupported, quiet: true }), ...rest].join('\n')
}

/** What a build did, in a few aligned lines, ending with where to open the page. */
export function formatReport(report: BuildReport): string {
  const count = (n: number, one: string, many = `${one}s`) =>
    `${pc.bold(n.toLocaleString('en'))} ${n === 1 ? one : many}`
  const { counts } = report
  return [
    [
      count(counts.documents, 'document'),
      count(counts.mentions, 'mention'),
      count(counts.entities, 'entity', 'entities'),
      count(counts.relations, 'relation'),
      count(counts.targets, 'target'),
      count(counts.messages, 'message'),
    ].join(pc.dim(' · ')),
    `${pc.green('✔')} built in ${(report.milliseconds / 1000).toFixed(1)} s: ${pc.underline(
      pathToFileURL(join(report.outDir, 'index.html')).href,
    )}`,
  ].join('\n')
}
