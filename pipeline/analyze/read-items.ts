import type { Prose, Span } from '../model.ts'
import { oncePer } from '../once-per.ts'
import { readWords, type WordKind } from './read-words.ts'

/** A word of a sentence, or one of the mentions that stand in it. */
export interface Item extends Span {
  kind: WordKind | 'mention'
  /** Of a word: lower case, typewriter apostrophes. Of a mention: empty. */
  form: string
  capital: boolean
  /** Index of the mention, −1 for a word. */
  mention: number
  /** Inside quotation marks or a block quote. */
  quoted: boolean
}

/** A sentence as a sequence of words and mentions. */
export interface ItemSentence extends Span {
  /** Index into `Prose.sentences`. */
  index: number
  block: number
  /** Levels of quotation open where it starts. */
  quotes: number
  items: readonly Item[]
}

/** Level of quotation in a block quote, which no mark closes. */
const ALWAYS = 1000

/** A document's sentences without mentions: two stages read them, and reading words is what costs. */
const plainSentences = oncePer((prose: Prose) => readAround(prose, []))

/**
 * The sentences of a document as items, in order: each of `mentions` (sorted, not overlapping) is one item, and the
 * text between is split into words. Code blocks are left out. Words are shared between readings of one document:
 * only items of mentions may be changed.
 */
export function readItems(prose: Prose, mentions: readonly Span[]): readonly ItemSentence[] {
  return placeMentions(prose, plainSentences(prose), mentions) ?? readAround(prose, mentions)
}

/**
 * Puts mentions in the place of the words they cover; a sentence in which one cuts a word is read anew. Null when one
 * covers a quotation mark: it opens nothing then, and all that follows is quoted otherwise.
 */
function placeMentions(
  prose: Prose,
  plain: readonly ItemSentence[],
  mentions: readonly Span[],
): readonly ItemSentence[] | null {
  let next = 0
  const sentences: ItemSentence[] = []
  for (const sentence of plain) {
    const { start, end, items: words } = sentence
    while (next < mentions.length && (mentions[next] as Span).end <= start) next++
    if (next >= mentions.length || (mentions[next] as Span).start >= end) {
      sentences.push(sentence)
      continue
    }
    const first = next
    const items: Item[] = []
    let cut = false
    let quoted = sentence.quotes > 0
    let at = 0
    for (; next < mentions.length && (mentions[next] as Span).start < end; next++) {
      const mention = mentions[next] as Span
      for (; at < words.length && (words[at] as Item).start < mention.start; at++) {
        const word = words[at] as Item
        if (word.end > mention.start) cut = true
        quoted = word.quoted
        items.push(word)
      }
      for (; at < words.length && (words[at] as Item).start < mention.end; at++) {
        const word = words[at] as Item
        if (isQuotationMark(word)) return null
        if (word.end > mention.end) cut = true
      }
      items.push(toItem(mention, next, quoted))
    }
    for (; at < words.length; at++) items.push(words[at] as Item)
    sentences.push(
      cut ? readSentence(prose, sentence, mentions, first, sentence.quotes).sentence : { ...sentence, items },
    )
  }
  return sentences
}

function readAround(prose: Prose, mentions: readonly Span[]): readonly ItemSentence[] {
  const sentences: ItemSentence[] = []
  let next = 0
  let quotes = 0
  let last = -1
  for (const [index, { start, end, block }] of prose.sentences.entries()) {
    if (prose.blocks[block]?.kind === 'code') continue
    if (block !== last) quotes = (prose.blocks[block]?.quote ?? 0) > 0 ? ALWAYS : 0
    last = block
    while (next < mentions.length && (mentions[next] as Span).end <= start) next++
    const read = readSentence(prose, { index, block, start, end }, mentions, next, quotes)
    sentences.push(read.sentence)
    next = read.next
    quotes = read.quotes
  }
  return sentences
}

/** Reads one sentence from its first mention on; gives the mention after it and how many quotations are open then. */
function readSentence(
  prose: Prose,
  { index, block, start, end }: Omit<ItemSentence, 'items' | 'quotes'>,
  mentions: readonly Span[],
  first: number,
  open: number,
): { sentence: ItemSentence; next: number; quotes: number } {
  const items: Item[] = []
  let next = first
  let quotes = open
  let at = start
  for (; next < mentions.length && (mentions[next] as Span).start < end; next++) {
    const mention = mentions[next] as Span
    quotes = pushWords(items, prose, at, mention.start, quotes)
    items.push(toItem(mention, next, quotes > 0))
    at = mention.end
  }
  quotes = pushWords(items, prose, at, end, quotes)
  return { sentence: { index, block, start, end, quotes: open, items }, next, quotes }
}

function toItem({ start, end }: Span, mention: number, quoted: boolean): Item {
  return { start, end, kind: 'mention', form: '', capital: false, mention, quoted }
}

function isQuotationMark({ kind, form }: Item): boolean {
  return kind === 'punctuation' && (form === '«' || form === '»' || form === '“' || form === '”' || form === '"')
}

/** Adds the words of a stretch of text; takes and gives back how many quotation marks are open. */
function pushWords(items: Item[], prose: Prose, start: number, end: number, open: number): number {
  let quotes = open
  if (start >= end) return quotes
  for (const { start: from, end: to, kind, form, capital } of readWords(prose.text, prose.lang, start, end)) {
    if (kind === 'punctuation') {
      if (form === '«' || form === '“') quotes++
      else if (form === '»' || form === '”') quotes = Math.max(0, quotes - 1)
      else if (form === '"') quotes = quotes > 0 && quotes < ALWAYS ? quotes - 1 : quotes + 1
    }
    items.push({ start: from, end: to, kind, form, capital, mention: -1, quoted: quotes > 0 })
  }
  return quotes
}
