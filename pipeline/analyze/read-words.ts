import type { Language, Span } from '../model.ts'

export type WordKind = 'word' | 'number' | 'punctuation'

/** A word, number or punctuation mark of a text. */
export interface Word extends Span {
  kind: WordKind
  /** Lower case, with typewriter apostrophes: what lexicons are keyed by. */
  form: string
  /** Begins with a capital. */
  capital: boolean
}

const FRENCH_ELISIONS = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu'.split(' ').map((word) => `${word}'`),
)

/** Pronouns that French writes behind its verb with a hyphen. */
const FRENCH_INVERTED = new Set('il elle on ils elles nous vous'.split(' '))

/** Endings that English writes onto a word and that are words of their own here. */
const ENGLISH_CLITICS = new Set(["'s", "'re", "'ve", "'ll", "'d", "'m"])

const LETTER = 1
const DIGIT = 2
const JOINER = 3
const SPACE = 4
const OTHER = 0

/** One class a code unit of the Latin planes: looked up, not matched, because every character passes here. */
const CLASS = new Uint8Array(0x2100)
for (let code = 0; code < CLASS.length; code++) {
  const character = String.fromCharCode(code)
  if (/[\p{L}\p{M}]/u.test(character)) CLASS[code] = LETTER
  else if (/\p{N}/u.test(character)) CLASS[code] = DIGIT
  else if (/\s/u.test(character)) CLASS[code] = SPACE
}
for (const joiner of "-'’‑") CLASS[joiner.charCodeAt(0)] = JOINER

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < CLASS.length) return CLASS[code] as number
  // Scripts outside the table have letters only; general punctuation above it is not worth a test of its own.
  return code >= 0x2c00 && !(code >= 0x3000 && code <= 0x303f) ? LETTER : OTHER
}

/**
 * Splits `text.slice(start, end)` into words, numbers and punctuation marks, in order; white space is left out.
 * French elisions (`l’`, `qu’`) and inverted pronouns (`dit-il`) and English clitics (`’s`, `n’t`) are words of their own;
 * other hyphens stay inside words.
 */
export function readWords(text: string, lang: Language, start = 0, end = text.length): Word[] {
  const words: Word[] = []
  let at = start
  while (at < end) {
    const kind = classOf(text, at)
    if (kind === SPACE) {
      at++
      continue
    }
    const from = at
    if (kind === LETTER || kind === DIGIT) {
      at++
      while (at < end) {
        const next = classOf(text, at)
        if (next === LETTER || next === DIGIT) at++
        else if (next === JOINER && at + 1 < end && isWordClass(classOf(text, at + 1))) {
          if (lang === 'fr' && isApostrophe(text, at) && FRENCH_ELISIONS.has(fold(text.slice(from, at + 1)))) {
            at++
            break
          }
          at++
        } else if (next === JOINER && lang === 'fr' && isApostrophe(text, at)) {
          // An elision before a mark: `l’« Arrée »`.
          if (FRENCH_ELISIONS.has(fold(text.slice(from, at + 1)))) at++
          break
        } else if (kind === DIGIT && isNumberSeparator(text, at) && at + 1 < end && classOf(text, at + 1) === DIGIT)
          at++
        else break
      }
      pushWord(words, text, lang, from, at, kind === DIGIT ? 'number' : 'word')
    } else if (lang === 'en' && isApostrophe(text, at) && isCliticAt(text, at, end)) {
      // Behind a mark or a mention the clitic stands alone: `*Arrow*’s`.
      at++
      while (at < end && classOf(text, at) === LETTER) at++
      words.push({ start: from, end: at, kind: 'word', form: fold(text.slice(from, at)), capital: false })
    } else {
      at++
      words.push({ start: from, end: at, kind: 'punctuation', form: fold(text.slice(from, at)), capital: false })
    }
  }
  return words
}

function pushWord(words: Word[], text: string, lang: Language, start: number, end: number, kind: WordKind): void {
  const form = fold(text.slice(start, end))
  if (lang === 'fr' && kind === 'word') {
    // `a-t-elle`, `dit-il`: verb and pronoun, the euphonic t dropped.
    const hyphen = form.lastIndexOf('-')
    if (hyphen > 0 && FRENCH_INVERTED.has(form.slice(hyphen + 1))) {
      const verb = hyphen > 2 && form.startsWith('-t', hyphen - 2) ? hyphen - 2 : hyphen
      pushWord(words, text, lang, start, start + verb, kind)
      pushWord(words, text, lang, start + hyphen + 1, end, kind)
      return
    }
  }
  if (lang === 'en' && kind === 'word') {
    const apostrophe = form.lastIndexOf("'")
    const split = form.endsWith("n't") ? form.length - 3 : ENGLISH_CLITICS.has(form.slice(apostrophe)) ? apostrophe : -1
    if (split > 0) {
      pushWord(words, text, lang, start, start + split, kind)
      words.push({ start: start + split, end, kind, form: form.slice(split), capital: false })
      return
    }
  }
  const first = text[start] as string
  words.push({ start, end, kind, form, capital: first !== first.toLowerCase() })
}

function isCliticAt(text: string, at: number, end: number): boolean {
  let last = at + 1
  while (last < end && last < at + 4 && classOf(text, last) === LETTER) last++
  return ENGLISH_CLITICS.has(fold(text.slice(at, last)))
}

function fold(text: string): string {
  const lower = text.toLowerCase()
  // Most words hold neither.
  return lower.includes('’') || lower.includes('‑') ? lower.replaceAll('’', "'").replaceAll('‑', '-') : lower
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === "'" || text[at] === '’'
}

function isWordClass(kind: number): boolean {
  return kind === LETTER || kind === DIGIT
}

function isNumberSeparator(text: string, at: number): boolean {
  const character = text[at]
  return character === ',' || character === '.' || character === ' ' || character === ' '
}
