import pc from 'picocolors'
import { suggestName } from '../../pipeline/connect/suggest-name.ts'
import { type Explanation, explain } from '../../pipeline/explain.ts'
import type { Command } from '../maillage.ts'
import { readKnowledgeFile } from '../read-knowledge-file.ts'

/** 1 when nothing has that id or name. */
export const explainId: Command = async ({ values, positionals: [query = ''] }) => {
  const knowledge = await readKnowledgeFile((values.site as string | undefined) ?? 'dist')
  const found = explain(knowledge, query)
  if (found.length === 0) {
    const near = suggestName(
      query,
      knowledge.entities.map(({ label }) => label),
    )
    throw new Error(`nothing is called \`${query}\`${near === null ? '' : `; did you mean “${near}”?`}`)
  }
  process.stdout.write(values.json === true ? `${JSON.stringify(found, null, 2)}\n` : found.map(format).join('\n'))
  return 0
}

/** Passages shown of one explanation; `--json` has them all. */
const SHOWN = 20

function format({ kind, id, label, facts, passages, statements }: Explanation): string {
  const width = Math.max(0, ...facts.map(([name]) => name.length))
  const lines = [
    `${pc.bold(plain(label))} ${pc.dim(`${kind} ${id}`)}`,
    ...facts.map(([name, value]) => `  ${pc.dim(name.padEnd(width))}  ${plain(value)}`),
  ]
  if (passages.length > 0) lines.push('', '  Read in')
  for (const passage of passages.slice(0, SHOWN)) {
    const { path, line, section, exact, extractors } = passage
    const place = pc.cyan(`${plain(path)}${line === null ? '' : `:${line}`}`)
    const under = section.length === 0 ? '' : pc.dim(` ${plain(section.join(' › '))}`)
    lines.push(`    ${place}${under} ${pc.dim(extractors.join(', '))}`, `      “${plain(exact)}”`)
  }
  if (passages.length > SHOWN) lines.push(pc.dim(`    … and ${passages.length - SHOWN} more (--json lists all)`))
  if (statements.length > 0) lines.push('', '  Takes part in')
  for (const statement of statements) lines.push(`    ${plain(statement.label)} ${pc.dim(statement.id)}`)
  return `${lines.join('\n')}\n`
}

/** Text from an article must not move the cursor of a terminal. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
