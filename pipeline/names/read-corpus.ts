import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Category, Language, Span } from '../model.ts'
import { FIRST, INNER, LAST, labelOf, ONLY, OUTSIDE, TAGGED_CATEGORIES } from './labels.ts'
import type { Tokens } from './tokenize.ts'

export interface AnnotatedSpan extends Span {
  category: Category
}

/** Lines that belong together (a page, an article, or one line alone), joined by `\n`, and the names marked in them. */
export interface AnnotatedText {
  text: string
  names: readonly AnnotatedSpan[]
}

const MARK = /\[([^[\]]+)\]\((person|organization|place|event|product|work|initiative)\)/g

/** Reads `running text with [names](category)`. */
export function parseAnnotated(marked: string): AnnotatedText {
  const names: AnnotatedSpan[] = []
  let text = ''
  let last = 0
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(last, match.index)
    const name = match[1] as string
    names.push({ start: text.length, end: text.length + name.length, category: match[2] as Category })
    text += name
    last = match.index + match[0].length
  }
  return { text: text + marked.slice(last), names }
}

/** Splits a corpus file: by empty lines where its lines belong together, else one text a line. */
export function readCorpus(file: string, together: boolean): AnnotatedText[] {
  const parts = together ? file.split(/\n[ \t]*\n/) : file.split('\n')
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map(parseAnnotated)
}

export interface CorpusFile {
  /** Its name in the folder. */
  file: string
  texts: AnnotatedText[]
}

/** The files of one language’s corpus, by name; the lines of `pages` and `articles` belong together. */
export function readLanguageCorpus(folder: string, lang: Language): CorpusFile[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${lang}-`) && file.endsWith('.md'))
    .sort()
    .map((file) => ({ file, texts: readCorpus(readFileSync(join(folder, file), 'utf8'), /pages|articles/.test(file)) }))
}

/** One label a token; a name whose ends are inside tokens takes those tokens whole. */
export function labelTokens(tokens: Tokens, names: readonly AnnotatedSpan[]): Uint8Array {
  const labels = new Uint8Array(tokens.count)
  let token = 0
  for (const { start, end, category } of names) {
    while (token < tokens.count && (tokens.ends[token] as number) <= start) token++
    const first = token
    let last = token
    while (last + 1 < tokens.count && (tokens.starts[last + 1] as number) < end) last++
    const c = (TAGGED_CATEGORIES as readonly Category[]).indexOf(category)
    for (let i = first; i <= last && i < tokens.count; i++) {
      const position = first === last ? ONLY : i === first ? FIRST : i === last ? LAST : INNER
      labels[i] = c < 0 ? OUTSIDE : labelOf(c, position)
    }
    token = last + 1
  }
  return labels
}

/** Index of the first token of each line of `text`. */
export function lineStartsOf(text: string, tokens: Tokens): number[] {
  const lines: number[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (i === 0 || text.slice(tokens.ends[i - 1], tokens.starts[i]).includes('\n')) lines.push(i)
  }
  return lines
}

const SIDE_CATEGORIES: Readonly<Record<string, Category>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organization',
  MISC: 'work',
}
/** Nationalities and languages, which other schemes mark. */
const DEMONYM = /^\p{Lu}\p{Ll}+(ese|ish|ian|ians|can|cans|men|sh|ch|i|is|ais|aise|ois|oise|ien|ienne)$/u

/**
 * Reads a corpus of another scheme, a token a line (`word tag` or `number word tag`, tags `I-PER`, `B-MISC`, `O`; an empty
 * line or a final point ends a sentence), as running text. Its MISC is read as `work`, but for nationalities.
 */
export function readTokenColumns(file: string): AnnotatedText[] {
  const texts: AnnotatedText[] = []
  let text = ''
  let names: AnnotatedSpan[] = []
  let last = 'O'
  const close = () => {
    if (text.length > 0) texts.push({ text, names })
    text = ''
    names = []
    last = 'O'
  }
  for (const line of file.split('\n')) {
    const columns = line.trim().split(/[\s]+/)
    const tag = columns.at(-1) as string
    const word = columns.at(-2)
    if (word === undefined) {
      close()
      continue
    }
    if (text.length > 0 && !/^[,.;:!?)\]’']/.test(word) && !/[’'([]$/.test(text)) text += ' '
    const start = text.length
    text += word
    const kind = tag.slice(2)
    const open = names.at(-1)
    if (tag !== 'O') {
      if (open !== undefined && last === kind && !tag.startsWith('B-')) open.end = text.length
      else names.push({ start, end: text.length, category: SIDE_CATEGORIES[kind] ?? 'work' })
    }
    last = tag === 'O' ? 'O' : kind
    if (word === '.' && text.length > 400) close()
  }
  close()
  return texts.map(({ text, names }) => ({
    text,
    names: names.filter(({ start, end, category }) => category !== 'work' || !DEMONYM.test(text.slice(start, end))),
  }))
}
