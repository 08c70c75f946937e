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
  for (const [index, { start, end, block }] of prose.sentences.entries()) {
    if (prose.blocks[block]?.kind === 'code') continue
    const items: Item[] = []
    let at = start
    while (next < mentions.length && (mentions[next] as Span).end <= start) next++
    while (next < mentions.length && (mentions[next] as Span).start < end) {
      const mention = mentions[next] as Span
      pushWords(items, prose, at, mention.start)
      items.push({ start: mention.start, end: mention.end, kind: 'mention', form: '', capital: false, mention: next })
      at = mention.end
      next++
    }
    pushWords(items, prose, at, end)
    sentences.push({ index, block, start, end, items })
  }
  return sentences
}

function pushWords(items: Item[], prose: Prose, start: number, end: number): void {
  if (start >= end) return
  for (const word of readWords(prose.text, prose.lang, start, end)) {
    items.push({
      start: word.start,
      end: word.end,
      kind: word.kind,
      form: word.form,
      capital: word.capital,
      mention: -1,
    })
  }
}
