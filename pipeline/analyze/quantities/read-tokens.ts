import type { Language, Prose, Span } from '../../model.ts'
import { oncePer } from '../../once-per.ts'
import { firstFrom } from '../bisect.ts'

export type TokenKind = 'word' | 'number' | 'symbol'

/** A word, a number in digits or one other character; white space is between tokens, never in one. */
export interface Token extends Span {
  kind: TokenKind
  /**
   * Lower case, typewriter apostrophes, `-` for every dash, plain digits for sub- and superscripts: what lexicons are
   * keyed by. Empty for numbers.
   */
  form: string
  /** Of a number. */
  value: number
  /** Of a number that is four digits without separator or fraction: may be a year. */
  year: boolean
  /** White space, or the start of the text, is before it. */
  spaced: boolean
}

const DIGIT = 1
const LETTER = 2
const SPACE = 3
const OTHER = 0

const CLASS = new Uint8Array(0x2100)
for (let code = 0; code < CLASS.length; code++) {
  const character = String.fromCharCode(code)
  if (code >= 48 && code <= 57) CLASS[code] = DIGIT
  else if (/[\p{L}\p{M}\p{No}]/u.test(character)) CLASS[code] = LETTER
  else if (/\s/.test(character)) CLASS[code] = SPACE
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < CLASS.length ? (CLASS[code] as number) : code >= 0x2c00 ? LETTER : OTHER
}

const ELISIONS = new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu'])
/** `'`, `’`, `ʼ`. */
function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc
}

const GROUP_SPACES = new Set([' ', '\u00a0', '\u202f', '\u2009'])
const DASHES = new Set(['-', '‐', '‑', '‒', '–', '—', '−'])

/** The tokens of a document's blocks and cells: two stages read them, and reading is what costs. */
const allTokens = oncePer(readAll)

/**
 * The tokens of a stretch of a document, as `readTokens` reads it. They are shared between the readings of the document:
 * not to be changed.
 */
export function tokensIn(prose: Prose, { start, end }: Span): readonly Token[] {
  const all = allTokens(prose)
  const from = firstFrom(all, start)
  const to = firstFrom(all, end)
  const first = all[from]
  // A stretch that begins or ends within a token is read by itself.
  if (first === undefined || from >= to || (all[to - 1] as Token).end > end || (all[from - 1]?.end ?? 0) > start)
    return readTokens(prose.text, prose.lang, start, end)
  const tokens = all.slice(from, to)
  if (!first.spaced) tokens[0] = { ...first, spaced: true }
  return tokens
}

function readAll(prose: Prose): readonly Token[] {
  const tokens: Token[] = []
  for (const block of prose.blocks) {
    if (block.kind === 'code') continue
    for (const { start, end } of block.cells ?? [block]) readInto(tokens, prose.text, prose.lang, start, end)
  }
  return tokens
}

/**
 * Splits `text.slice(start, end)` into tokens, in order. Numbers are read with the separators that the language uses
 * and with those that it does not use but that cannot be meant otherwise: `1.127` is 1127 in French and 1.127 in
 * English, `2.8` is 2.8 in both.
 */
export function readTokens(text: string, lang: Language, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  readInto(tokens, text, lang, start, end)
  return tokens
}

function readInto(tokens: Token[], text: string, lang: Language, start: number, end: number): void {
  let at = start
  let spaced = true
  while (at < end) {
    const kind = classAt(text, at)
    if (kind === SPACE) {
      spaced = true
      at++
      continue
    }
    const token =
      kind === DIGIT
        ? readNumber(text, lang, at, end)
        : kind === LETTER || isContraction(text, lang, at, end)
          ? readWord(text, lang, at, end)
          : readSymbol(text, at)
    token.spaced = spaced
    tokens.push(token)
    at = token.end
    spaced = false
  }
}

function readSymbol(text: string, start: number): Token {
  const character = text[start] as string
  const form = DASHES.has(character) ? '-' : isApostrophe(text.charCodeAt(start)) ? "'" : character
  return { start, end: start + 1, kind: 'symbol', form, value: 0, year: false, spaced: false }
}

/** The `’s` of English, which is a word of its own. */
function isContraction(text: string, lang: Language, at: number, end: number): boolean {
  if (lang !== 'en' || !isApostrophe(text.charCodeAt(at)) || at + 1 >= end) return false
  return (text[at + 1] === 's' || text[at + 1] === 'S') && (at + 2 >= end || classAt(text, at + 2) !== LETTER)
}

function readWord(text: string, lang: Language, start: number, end: number): Token {
  let at = start + 1
  while (at < end) {
    const kind = classAt(text, at)
    if (kind === LETTER || kind === DIGIT) at++
    else if (isApostrophe(text.charCodeAt(at))) {
      if (lang === 'fr') {
        if (ELISIONS.has(text.slice(start, at).toLowerCase())) {
          at++
          break
        }
        // `aujourd’hui` is one word; any other apostrophe ends the word.
        if (text.slice(start, at).toLowerCase() !== 'aujourd') break
        at++
      } else if (isContraction(text, lang, at, end) || at + 1 >= end || classAt(text, at + 1) !== LETTER) break
      else at++
    } else break
  }
  return { start, end: at, kind: 'word', form: foldForm(text.slice(start, at)), value: 0, year: false, spaced: false }
}

const SCRIPTS = '₀₁₂₃₄₅₆₇₈₉'

function foldForm(text: string): string {
  const lower = text.toLowerCase()
  let apostrophe = false
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i)
    if (code === 0x2019) apostrophe = true
    else if (code > 0x2000 || code === 0xb2 || code === 0xb3 || code === 0x153 || code === 0x2bc)
      return foldMarks(lower)
  }
  return apostrophe ? lower.replaceAll('’', "'") : lower
}

function foldMarks(lower: string): string {
  return Array.from(lower, (character) => {
    if (isApostrophe(character.charCodeAt(0))) return "'"
    if (character === '²') return '2'
    if (character === '³') return '3'
    if (character === 'œ') return 'oe'
    const script = SCRIPTS.indexOf(character)
    return script < 0 ? character : String(script)
  }).join('')
}

function digitsFrom(text: string, at: number, end: number): number {
  let to = at
  while (to < end && classAt(text, to) === DIGIT) to++
  return to
}

function readNumber(text: string, lang: Language, start: number, end: number): Token {
  let at = digitsFrom(text, start, end)
  let digits = text.slice(start, at)
  let separator = ''
  if (at - start <= 3 && digits[0] !== '0') {
    while (at + 3 < end) {
      const character = text[at] as string
      const group = digitsFrom(text, at + 1, end)
      if (group - at !== 4 || !isGroupSeparator(character, lang, text.slice(at + 1, group))) break
      if (separator !== '' && !sameSeparator(separator, character)) break
      separator = character
      digits += text.slice(at + 1, group)
      at = group
    }
  }
  let fraction = ''
  const mark = text[at]
  if (at + 1 < end && (mark === ',' || mark === '.') && mark !== separator && classAt(text, at + 1) === DIGIT) {
    const to = digitsFrom(text, at + 1, end)
    fraction = text.slice(at + 1, to)
    at = to
    // `1.2.3`: a version or a date, not a quantity.
    if (at + 1 < end && (text[at] === '.' || text[at] === ',') && classAt(text, at + 1) === DIGIT) {
      while (at + 1 < end && (text[at] === '.' || text[at] === ',') && classAt(text, at + 1) === DIGIT) {
        at = digitsFrom(text, at + 1, end)
      }
      return { start, end: at, kind: 'word', form: text.slice(start, at), value: 0, year: false, spaced: false }
    }
  }
  const value = Number(fraction === '' ? digits : `${digits}.${fraction}`)
  const year = separator === '' && fraction === '' && digits.length === 4 && value >= 1800 && value < 2200
  return { start, end: at, kind: 'number', form: '', value, year, spaced: false }
}

function sameSeparator(a: string, b: string): boolean {
  return a === b || (GROUP_SPACES.has(a) && GROUP_SPACES.has(b))
}

function isGroupSeparator(character: string, lang: Language, group: string): boolean {
  if (GROUP_SPACES.has(character) || isApostrophe(character.charCodeAt(0))) return true
  if (character === '.') return lang === 'fr'
  // A French comma before three zeros is an English thousands separator: nobody writes that fraction.
  if (character === ',') return lang === 'en' || group === '000'
  return false
}
