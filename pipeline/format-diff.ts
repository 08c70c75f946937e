import { DIFF_LISTS, type DiffChange, type DiffEntry, isEmptyDiff, type KnowledgeDiff } from './diff-knowledge.ts'

/** How a line of a comparison is painted; each gives back the text itself where there are no colours. */
export interface DiffPaint {
  appeared: (line: string) => string
  vanished: (line: string) => string
  changed: (line: string) => string
  heading: (line: string) => string
}

/** A comparison for a terminal: `+` appeared, `-` vanished, `~` changed, with a line a field. Ends with a newline. */
export function formatDiffText(diff: KnowledgeDiff, paint: DiffPaint): string {
  if (isEmptyDiff(diff)) return 'No difference.\n'
  const lines: string[] = []
  for (const name of DIFF_LISTS) {
    const { appeared, vanished, changed } = diff[name]
    if (appeared.length + vanished.length + changed.length === 0) continue
    lines.push(
      paint.heading(`${name}: ${appeared.length} appeared, ${vanished.length} vanished, ${changed.length} changed`),
    )
    lines.push(...appeared.map(({ label }) => paint.appeared(`+ ${oneLine(label)}`)))
    lines.push(...vanished.map(({ label }) => paint.vanished(`- ${oneLine(label)}`)))
    for (const { label, changes } of changed) {
      lines.push(paint.changed(`~ ${oneLine(label)}`))
      for (const change of changes) lines.push(`    ${describe(change)}`)
    }
    lines.push('')
  }
  return lines.join('\n')
}

/** The same for a pull request: a table of counts, then the lists, long ones folded. */
export function formatDiffMarkdown(diff: KnowledgeDiff): string {
  if (isEmptyDiff(diff)) return 'The knowledge graph does not change.\n'
  const rows = DIFF_LISTS.map((name) => {
    const { appeared, vanished, changed } = diff[name]
    return `| ${name} | ${appeared.length} | ${vanished.length} | ${changed.length} |`
  })
  const lists = DIFF_LISTS.flatMap((name) => {
    const { appeared, vanished, changed } = diff[name]
    return [
      ...fold(`${name} that appeared`, appeared.map(item)),
      ...fold(`${name} that vanished`, vanished.map(item)),
      ...fold(`${name} that changed`, changed.map(changedItem)),
    ]
  })
  return `${['| | appeared | vanished | changed |', '| --- | ---: | ---: | ---: |', ...rows, '', ...lists].join('\n')}\n`
}

/** Lists longer than this are folded. */
const OPEN_ITEMS = 10

function fold(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return []
  const heading = `${title[0]?.toUpperCase()}${title.slice(1)} (${items.length})`
  if (items.length <= OPEN_ITEMS) return [`**${heading}**`, '', ...items, '']
  return [`<details><summary>${heading}</summary>`, '', ...items, '', '</details>', '']
}

const item = ({ label }: DiffEntry) => `- ${escapeMarkdown(label)}`

function changedItem({ label, changes }: DiffChange): string {
  return [`- ${escapeMarkdown(label)}`, ...changes.map((change) => `  - ${escapeMarkdown(describe(change))}`)].join(
    '\n',
  )
}

function describe({ field, before, after }: DiffChange['changes'][number]): string {
  if (!Array.isArray(before) || !Array.isArray(after)) return `${field}: ${value(before)} → ${value(after)}`
  const gone = before.filter((entry) => !after.includes(entry)).map((entry) => `- ${value(entry)}`)
  const come = after.filter((entry) => !before.includes(entry)).map((entry) => `+ ${value(entry)}`)
  return `${field}: ${[...gone, ...come].join(', ')}`
}

function value(of: unknown): string {
  if (of === null || of === undefined) return 'none'
  return typeof of === 'string' ? `“${oneLine(of)}”` : String(of)
}

/** No line break and no control character: text from an article must not move the cursor of a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/@(?=\w)/g, '@\u200b')
}
