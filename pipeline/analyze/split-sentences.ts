import { ENGLISH_SENTENCES } from '../languages/en/sentences.ts'
import { FRENCH_SENTENCES } from '../languages/fr/sentences.ts'
import type { SentenceGrammar } from '../languages/sentence-grammar.ts'
import type { Block, Language, Sentence } from '../model.ts'

const GRAMMARS: Record<Language, SentenceGrammar> = { fr: FRENCH_SENTENCES, en: ENGLISH_SENTENCES }

/** Stops, with those that follow at a distance of a space (French `? !`), and what closes after them. */
const STOP = /\n|[.!?…]+(?:[ \u00A0\u202F][!?…]+)*(?:[ \u00A0\u202F]?[»”]|["'’)\]])*/g
/** What may stand before the first word of a sentence. */
const OPENING = /[\s«“"‘'([—–•·-]*/y
const WORD = /[\p{L}\p{N}]+/uy
const UPPER = /\p{Lu}/u
const LOWER = /\p{Ll}/u
const SPACE = /\s/

/**
 * Sentences of a text, in order, without the spaces around them. A heading is one sentence, each table cell has its own,
 * code has none, and a hard line break ends a sentence where the next line looks like the start of one.
 */
export function splitSentences(text: string, blocks: readonly Block[], lang: Language): readonly Sentence[] {
  const grammar = GRAMMARS[lang]
  const sentences: Sentence[] = []
  for (const [block, { kind, start, end, cells }] of blocks.entries()) {
    const push = (from: number, to: number) => {
      while (from < to && SPACE.test(text.charAt(from))) from++
      while (to > from && SPACE.test(text.charAt(to - 1))) to--
      if (to > from) sentences.push({ start: from, end: to, block })
    }
    if (kind === 'code') continue
    if (kind === 'heading') push(start, end)
    else for (const cell of cells ?? [{ start, end }]) splitStretch(text, cell.start, cell.end, grammar, push)
  }
  return sentences
}

function splitStretch(
  text: string,
  start: number,
  end: number,
  grammar: SentenceGrammar,
  push: (start: number, end: number) => void,
): void {
  let from = start
  STOP.lastIndex = start
  for (let stop = STOP.exec(text); stop && stop.index < end; stop = STOP.exec(text)) {
    const after = stop.index + stop[0].length
    if (after >= end) break
    const ends =
      stop[0] === '\n' ? endsLine(text, from, stop.index) : endsSentence(text, from, stop.index, after, grammar)
    if (!ends) continue
    push(from, after)
    from = after
  }
  push(from, end)
}

/** Whether a hard line break at `offset` ends the sentence that began at `from`. */
function endsLine(text: string, from: number, offset: number): boolean {
  if (offset === from) return true
  if (/[.!?…:;»”)]/.test(text.charAt(offset - 1))) return true
  if (/[,’'(«-]/.test(text.charAt(offset - 1))) return false
  return !LOWER.test(text.charAt(firstLetter(text, offset + 1)))
}

/** Whether the stop at `index`, which goes up to `after` with what closes behind it, ends the sentence that began at `from`. */
function endsSentence(text: string, from: number, index: number, after: number, grammar: SentenceGrammar): boolean {
  if (!SPACE.test(text.charAt(after))) return false
  const next = firstLetter(text, after)
  const first = text.charAt(next)
  if (/[.,;:!?…)\]»”%&]/.test(first)) return false
  const word = wordAt(text, next)
  // A small letter goes on, unless it begins a name such as iPhone.
  if (LOWER.test(first) && !UPPER.test(word)) return false
  const starts = grammar.starters.has(word.toLowerCase())
  const isPlainStop = text.charAt(index) === '.' && after === index + 1
  if (!isPlainStop) {
    // Names that hold a mark: Yahoo! Japan.
    const isMark = after === index + 1 && text.charAt(index) !== '…'
    if (!isMark || starts) return true
    const before = wordBefore(text, from, index)
    return !(UPPER.test(before.charAt(0)) && index - before.length > from && UPPER.test(first))
  }
  const before = wordBefore(text, from, index)
  if (before === '') return true
  const isFirst = !/[\p{L}\p{N}]/u.test(text.slice(from, index - before.length))
  // `1. Title`, `a. Title`: the number of what follows.
  if (isFirst && /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$/.test(before)) return false
  if (grammar.beforeName.has(before)) return false
  const isNumber = /^(?:\d|[IVXLC]+$)/.test(word)
  if (isNumber && (grammar.beforeNumber.has(before) || grammar.beforeNumber.has(before.toLowerCase()))) return false
  if (grammar.insideName.has(before)) return starts
  // Initials: J. Dupont, J.-P. Martin, U.S.A.
  if (/^\p{Lu}(?:[.-]{1,2}\p{L})*$/u.test(before)) return starts && !isParticle(text, next, word)
  return true
}

/** Whether the capitalised article at `offset` begins a surname: `J. Le Goff`. */
function isParticle(text: string, offset: number, word: string): boolean {
  if (!/^(?:Le|La|Les|De|Du|Des|D|L)$/.test(word)) return false
  const next = offset + word.length
  return /[\s'’]/.test(text.charAt(next)) && UPPER.test(text.charAt(next + 1))
}

function firstLetter(text: string, offset: number): number {
  OPENING.lastIndex = offset
  OPENING.exec(text)
  return OPENING.lastIndex
}

function wordAt(text: string, offset: number): string {
  WORD.lastIndex = offset
  return WORD.exec(text)?.[0] ?? ''
}

/** The letters, digits, inner stops and hyphens that end at `offset`. */
function wordBefore(text: string, from: number, offset: number): string {
  let start = offset
  while (start > from && /[\p{L}\p{N}.§-]/u.test(text.charAt(start - 1))) start--
  return text.slice(start, offset)
}
