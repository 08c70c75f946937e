import type { DocumentAnalysis, Prose, SourceDocument, Span } from '../model.ts'

/** `#tag` as Obsidian reads it: after a space or a bracket, letters, digits, `_`, `-`, `/`, not digits alone. */
const TAG = /(?<![^\s([«“"'])#([\p{L}\p{N}_][\p{L}\p{M}\p{N}_/-]*)/gu
const NUMBER = /^[\p{N}_/-]+$/u

/** Longest alias or tag that is one. */
const LONGEST = 200

/**
 * Other names of a document's subject (`aliases`, `alias`) and its tags (`tags`, `tag`, `#tag` in its text, not in code)
 * as Obsidian and Quartz write them: lists, or text with commas. Each once, in the order of front matter, then text.
 */
export function readKeywords(
  frontMatter: SourceDocument['frontMatter'],
  { text, blocks, marks }: Pick<Prose, 'text' | 'blocks' | 'marks'>,
): Pick<DocumentAnalysis, 'aliases' | 'tags'> {
  const listed = (...keys: string[]) =>
    keys.flatMap((key) => (Object.hasOwn(frontMatter, key) ? namesIn(frontMatter[key]) : []))
  const code = [...blocks, ...marks].filter(({ kind }) => kind === 'code').sort((a, b) => a.start - b.start)
  const tags = listed('tags', 'tag').map((tag) => tag.trim().replace(/^#/, ''))
  let next = 0
  for (const { index, 1: tag = '' } of text.includes('#') ? text.matchAll(TAG) : []) {
    while (next < code.length && (code[next] as Span).end <= index) next++
    if (NUMBER.test(tag) || (code[next]?.start ?? Number.POSITIVE_INFINITY) <= index) continue
    tags.push(tag.replace(/(?<![/-])[/-]+$/, ''))
  }
  return { aliases: unique(listed('aliases', 'alias')), tags: unique(tags) }
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[,\n]/)
  const items = Array.isArray(value) ? value : [value]
  return items.filter((item) => typeof item === 'string' || typeof item === 'number').map(String)
}

function unique(names: readonly string[]): string[] {
  const trimmed = names.map((name) => name.normalize('NFC').trim())
  return [...new Set(trimmed.filter((name) => name !== '' && name.length <= LONGEST))]
}
