/** What a token looks like; letters outside the Latin, Greek and Cyrillic capitals count as lower case. */
export const TokenClass = {
  /** Letters without a capital: `plan`, `élu.e.s`. */
  lower: 0,
  /** First letter capital, no other: `Paris`, `Île`. */
  capitalized: 1,
  /** Two letters or more, all capital: `DINUM`, `S.N.C.F.`, `R&D`. */
  upper: 2,
  /** One capital letter, with or without its point: `A`, `J.`. */
  initial: 3,
  /** Capitals inside: `beIN`, `McDonald`, `Sai-Wai`, `OVHcloud`. */
  mixed: 4,
  /** Digits, with their separators: `28`, `3,5`, `2024`. */
  number: 5,
  /** Digits and letters: `COP28`, `1jeune1solution`, `GE100%`, `28e`. */
  alphanumeric: 6,
  punctuation: 7,
  symbol: 8,
  /** `https://…`, `www.…` */
  url: 9,
  email: 10,
  /** `@name` */
  handle: 11,
  /** `#5`, `#MeToo` */
  hashtag: 12,
} as const
export type TokenClass = (typeof TokenClass)[keyof typeof TokenClass]

/** Tokens in text order; they do not overlap and never hold white space. Arrays may be longer than `count`. */
export interface Tokens {
  count: number
  starts: Int32Array
  ends: Int32Array
  classes: Uint8Array
}

const OTHER = 0
const SPACE = 1
const LOWER = 2
const UPPER = 3
const DIGIT = 4
const PUNCTUATION = 5
const SYMBOL = 6
const MARK = 7

const TABLE_SIZE = 0x3000
const kinds = buildTable()

function buildTable(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE)
  for (let code = 0; code < TABLE_SIZE; code++) table[code] = classify(String.fromCharCode(code))
  table[0x200b] = SPACE
  table[0xad] = MARK
  return table
}

function classify(char: string): number {
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER
  if (/\p{L}/u.test(char)) return LOWER
  if (/\p{N}/u.test(char)) return DIGIT
  if (/\p{M}/u.test(char)) return MARK
  if (/[\s\p{Z}\p{Cc}\uFEFF]/u.test(char)) return SPACE
  if (/\p{P}/u.test(char)) return PUNCTUATION
  if (/\p{S}/u.test(char)) return SYMBOL
  return OTHER
}

function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code < TABLE_SIZE) return kinds[code] as number
  if (code >= 0xd800 && code <= 0xdfff) return SYMBOL
  // Ideographs, Hangul and kana, by far the most of what is left, have no case.
  if (code < 0xd7ff && code >= 0x3041) return LOWER
  return classify(text[index] as string)
}

const isWordKind = (kind: number) => kind === LOWER || kind === UPPER || kind === DIGIT || kind === MARK
const isLetterKind = (kind: number) => kind === LOWER || kind === UPPER

const APOSTROPHE = 0x27
const RIGHT_QUOTE = 0x2019
const isApostrophe = (code: number) => code === APOSTROPHE || code === RIGHT_QUOTE || code === 0x2bc
const isHyphen = (code: number) => code === 0x2d || code === 0x2010 || code === 0x2011

/** Words that lose their vowel before another: the apostrophe ends the token. */
const ELISIONS = new Set([
  'l',
  'd',
  'j',
  'm',
  't',
  's',
  'n',
  'c',
  'ç',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
  'presqu',
])
/** Words written with an apostrophe that is no elision of today’s grammar, or names known by it. */
const UNSPLIT = new Set(['presqu’île', 'presqu’îles', 'd’abord', 'd’accord', 'd’ailleurs', 'l’oréal'])
/** Before a hyphen and a capital these are no part of the name: `ex-OVHcloud`, `anti-Brexit`. */
const PREFIXES = new Set([
  'ex',
  'anti',
  'pro',
  'post',
  'pre',
  'pré',
  'non',
  'néo',
  'neo',
  'mid',
  'inter',
  'trans',
  'sub',
  'vice',
])
/** After a name and a hyphen these are English adjectives’ heads: `Paris-based`, `Google-owned`. */
const SUFFIXES = new Set(
  'based owned led backed born funded made style like wide era run only compatible powered driven related specific free ready bound hosted native approved educated sponsored inspired listed trained built controlled side first'.split(
    ' ',
  ),
)

/**
 * Splits `text` between `start` and `end` into words, numbers, names as people write them and single marks of
 * punctuation. Elided words (`l’`, `d’`, `qu’`) and English possessives (`’s`) are tokens of their own; hyphenated words,
 * `beta.gouv.fr`, `1jeune1solution`, `GE100%`, `Erasmus+`, `C++`, `#5`, `R&D`, `S.N.C.F.`, `@name`, addresses and URLs
 * are one token. A run of one punctuation mark (`...`, `--`) is one token. Works on French and English alike.
 */
export function tokenize(text: string, start = 0, end = text.length): Tokens {
  const capacity = Math.max(16, end - start)
  const starts = new Int32Array(capacity)
  const ends = new Int32Array(capacity)
  const classes = new Uint8Array(capacity)
  let count = 0
  let i = start
  while (i < end) {
    const kind = kindAt(text, i)
    if (kind === SPACE) {
      i++
      continue
    }
    const from = i
    let tokenClass: TokenClass
    const code = text.charCodeAt(i)
    if (isWordKind(kind)) {
      const long = addressEnd(text, i, end)
      if (long > 0) {
        i = long
        tokenClass = TokenClass.url
      } else {
        i = wordEnd(text, i, end)
        tokenClass = text.charCodeAt(i) === 0x40 ? emailOrWord(text, from, i, end) : wordClass(text, from, i)
        if (tokenClass === TokenClass.email) i = wordEnd(text, i + 1, end)
      }
    } else if ((code === 0x23 || code === 0x40) && i + 1 < end && isWordKind(kindAt(text, i + 1))) {
      i = wordEnd(text, i + 1, end)
      tokenClass = code === 0x23 ? TokenClass.hashtag : TokenClass.handle
    } else if (isApostrophe(code) && isPossessive(text, i, end)) {
      i += 2
      tokenClass = TokenClass.lower
    } else if (code >= 0xd800 && code <= 0xdbff && i + 1 < end) {
      i += 2
      tokenClass = TokenClass.symbol
    } else {
      i++
      while (i < end && text.charCodeAt(i) === code && kind === PUNCTUATION) i++
      tokenClass = kind === PUNCTUATION ? TokenClass.punctuation : TokenClass.symbol
    }
    starts[count] = from
    ends[count] = i
    classes[count] = tokenClass
    count++
  }
  return { count, starts, ends, classes }
}

/** `’s` or `’S` at a word’s end. */
function isPossessive(text: string, index: number, end: number): boolean {
  const code = text.charCodeAt(index + 1)
  if (index + 1 >= end || (code !== 0x73 && code !== 0x53)) return false
  return (index + 2 >= end || !isWordKind(kindAt(text, index + 2))) && index > 0 && isWordKind(kindAt(text, index - 1))
}

function addressEnd(text: string, index: number, end: number): number {
  const code = text.charCodeAt(index) | 0x20
  if (code !== 0x68 && code !== 0x77) return 0
  if (!(text.startsWith('http://', index) || text.startsWith('https://', index) || text.startsWith('www.', index)))
    return 0
  let i = index
  while (i < end) {
    const c = text.charCodeAt(i)
    if (kindAt(text, i) === SPACE || c === 0x3c || c === 0x3e || c === 0x22 || c === 0xab || c === 0xbb || c === 0x29)
      break
    i++
  }
  while (i > index && ".,;:!?'’…]*_".includes(text[i - 1] as string)) i--
  return i
}

function emailOrWord(text: string, from: number, at: number, end: number): TokenClass {
  if (at + 1 < end && isWordKind(kindAt(text, at + 1))) {
    const stop = wordEnd(text, at + 1, end)
    const dot = text.indexOf('.', at)
    if (dot > 0 && dot < stop) return TokenClass.email
  }
  return wordClass(text, from, at)
}

/** End of the word that starts at `index`, joiners and trailing signs included. */
function wordEnd(text: string, index: number, end: number): number {
  let i = index
  let segment = index
  let letters = false
  for (;;) {
    while (i < end) {
      const kind = kindAt(text, i)
      if (!isWordKind(kind)) break
      if (isLetterKind(kind)) letters = true
      i++
    }
    if (i >= end) return i
    const code = text.charCodeAt(i)
    const next = i + 1 < end ? kindAt(text, i + 1) : SPACE
    if (isApostrophe(code)) {
      if (i - segment <= 6 && segment === index && ELISIONS.has(text.slice(index, i).toLowerCase())) {
        if (!isWordKind(next) || !startsUnsplit(text, index, i, end)) return i + 1
      }
      if (!isLetterKind(next) || isPossessive(text, i, end)) return i
    } else if (isHyphen(code)) {
      if (!isWordKind(next)) {
        return i
      }
      if (next === UPPER && segment === index && PREFIXES.has(text.slice(index, i).toLowerCase())) return i
      if (next === LOWER && i - index > 1 && SUFFIXES.has(text.slice(i + 1, plainEnd(text, i + 1, end)))) return i
    } else if (code === 0x2e) {
      if (isCompoundInitial(text, segment, i, end)) {
        i++
      } else if (!joinsAtPoint(text, segment, i, next, end)) return initialEnd(text, index, segment, i, end)
    } else if (code === 0x2c) {
      if (next !== DIGIT || kindAt(text, i - 1) !== DIGIT || letters) return i
    } else if (code === 0x26) {
      if (!isLetterKind(next) || i - segment > 4) return i
    } else if (code === 0x5f || code === 0xb7 || code === 0x2027) {
      if (!isWordKind(next)) return i
    } else if (code === 0x2b) {
      if (!letters) return i
      let stop = i
      while (stop < end && text.charCodeAt(stop) === 0x2b) stop++
      return stop < end && isWordKind(kindAt(text, stop)) ? i : stop
    } else if (code === 0x25) {
      return letters && kindAt(text, i - 1) === DIGIT ? i + 1 : i
    } else if (code === 0x23) {
      return i - index === 1 && kindAt(text, index) === UPPER && !isWordKind(next) ? i + 1 : i
    } else return i
    i++
    segment = i
  }
}

function plainEnd(text: string, index: number, end: number): number {
  let i = index
  while (i < end && isWordKind(kindAt(text, i))) i++
  return i
}

function startsUnsplit(text: string, index: number, apostrophe: number, end: number): boolean {
  const stop = plainEnd(text, apostrophe + 1, end)
  return UNSPLIT.has(`${text.slice(index, apostrophe)}’${text.slice(apostrophe + 1, stop)}`.toLowerCase())
}

/** Whether the point at `index` stands inside a word: `beta.gouv`, `3.5`, `S.N.C.F`, `ASP.NET`, not `fin.Le`. */
function joinsAtPoint(text: string, segment: number, index: number, next: number, end: number): boolean {
  if (!isWordKind(next)) return false
  if (next === LOWER || next === DIGIT) return true
  if (next !== UPPER) return false
  const stop = plainEnd(text, index + 1, end)
  if (index - segment === 1 && kindAt(text, segment) === UPPER) return true
  if (stop - index - 1 < 2 || stop - index - 1 > 4) return false
  for (let i = index + 1; i < stop; i++) if (kindAt(text, i) !== UPPER) return false
  return true
}

/** The first point of `M.-C.` */
function isCompoundInitial(text: string, segment: number, point: number, end: number): boolean {
  return (
    point - segment === 1 &&
    point + 2 < end &&
    kindAt(text, segment) === UPPER &&
    isHyphen(text.charCodeAt(point + 1)) &&
    kindAt(text, point + 2) === UPPER
  )
}

/** A point that ends a dotted acronym, or an initial before a name, belongs to the token. */
function initialEnd(text: string, index: number, segment: number, point: number, end: number): number {
  if (point - segment !== 1 || kindAt(text, segment) !== UPPER) return point
  if (segment > index) return point + 1
  const next = point + 1
  let i = next
  while (i < end && i < next + 2 && kindAt(text, i) === SPACE && text.charCodeAt(i) !== 0x0a) i++
  return i > next && i < end && kindAt(text, i) === UPPER ? point + 1 : point
}

function wordClass(text: string, start: number, end: number): TokenClass {
  let upper = 0
  let lower = 0
  let digits = 0
  for (let i = start; i < end; i++) {
    const kind = kindAt(text, i)
    if (kind === UPPER) upper++
    else if (kind === LOWER) lower++
    else if (kind === DIGIT) digits++
  }
  if (upper + lower === 0) return digits > 0 ? TokenClass.number : TokenClass.symbol
  if (digits > 0) return TokenClass.alphanumeric
  if (upper === 0) return TokenClass.lower
  if (isApostrophe(text.charCodeAt(end - 1))) return TokenClass.capitalized
  if (lower === 0) return upper === 1 ? TokenClass.initial : TokenClass.upper
  return upper === 1 && kindAt(text, start) === UPPER ? TokenClass.capitalized : TokenClass.mixed
}
