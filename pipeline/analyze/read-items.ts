import type { Prose, Span } from '../model.ts'
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
  items: Item[]
}

/**
 * The sentences of a document as items, in order: each of `mentions` (sorted, not overlapping) is one item, and the
 * text between is split into words. Code blocks are left out.
 */
export function readItems(prose: Prose, mentions: readonly Span[]): ItemSentence[] {
  const sentences: ItemSentence[] = []
  let next = 0
  let quotes = 0
  let last = -1
  for (const [index, { start, end, block }] of prose.sentences.entries()) {
    if (prose.blocks[block]?.kind === 'code') continue
    const items: Item[] = []
    if (block !== last) quotes = (prose.blocks[block]?.quote ?? 0) > 0 ? ALWAYS : 0
    last = block
    let at = start
    while (next < mentions.length && (mentions[next] as Span).end <= start) next++
    while (next < mentions.length && (mentions[next] as Span).start < end) {
      const mention = mentions[next] as Span
      quotes = pushWords(items, prose, at, mention.start, quotes)
      items.push({
        start: mention.start,
        end: mention.end,
        kind: 'mention',
        form: '',
        capital: false,
        mention: next,
        quoted: quotes > 0,
      })
      at = mention.end
      next++
    }
    quotes = pushWords(items, prose, at, end, quotes)
    sentences.push({ index, block, start, end, items })
  }
  return sentences
}

/** Level of quotation in a block quote, which no mark closes. */
const ALWAYS = 1000

/** Adds the words of a stretch of text; takes and gives back how many quotation marks are open. */
function pushWords(items: Item[], prose: Prose, start: number, end: number, open: number): number {
  let quotes = open
  if (start >= end) return quotes
  for (const word of readWords(prose.text, prose.lang, start, end)) {
    const { form } = word
    if (word.kind === 'punctuation') {
      if (form === '«' || form === '“') quotes++
      else if (form === '»' || form === '”') quotes = Math.max(0, quotes - 1)
      else if (form === '"') quotes = quotes > 0 && quotes < ALWAYS ? quotes - 1 : quotes + 1
    }
    items.push({
      start: word.start,
      end: word.end,
      kind: word.kind,
      form,
      capital: word.capital,
      mention: -1,
      quoted: quotes > 0,
    })
  }
  return quotes
}
