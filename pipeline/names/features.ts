import {
  extendPhrase,
  type Gazetteer,
  holdsWord,
  listsOf,
  MAX_PHRASE_TOKENS,
  PHRASE_SEED,
  phraseKey,
} from './gazetteer.ts'
import { finish, hashExact, hashLower, lowerCode, mix } from './hash.ts'
import { LEXICAL_CLASSES, type NameLexicon } from './lexical-class.ts'
import { TokenClass, type Tokens } from './tokenize.ts'

/** Features are integers of this many bits. */
export const FEATURE_BITS = 24
/** No token has more features than this. */
export const MAX_FEATURES = 112

/** What the features of one language look words up in. */
export interface FeatureResources {
  gazetteer: Gazetteer
  /** Bloom filter of ordinary words. */
  words: Uint8Array
  /** Lexical class by the hash of the lower-case word; 0 is none. */
  lexicon: ReadonlyMap<number, number>
}

export function compileLexicon(lexicon: NameLexicon): Map<number, number> {
  const classes = new Map<number, number>()
  LEXICAL_CLASSES.forEach((name, i) => {
    for (const word of lexicon[name].split(' ')) {
      const hash = hashLower(word, 0, word.length)
      if (!classes.has(hash)) classes.set(hash, i + 1)
    }
  })
  return classes
}

const LEX = Object.fromEntries(LEXICAL_CLASSES.map((name, i) => [name, i + 1])) as Record<
  (typeof LEXICAL_CLASSES)[number],
  number
>

const Flag = {
  sentenceStart: 1,
  inQuotes: 2,
  inParentheses: 4,
  titleCase: 8,
  capitals: 16,
  lineStart: 32,
  lineEnd: 64,
  nameLike: 128,
} as const

/** Everything that features are made from, a value a token. */
export interface Observations {
  count: number
  exact: Int32Array
  lower: Int32Array
  shape: Int32Array
  prefix: Int32Array
  suffix: Int32Array
  classes: Uint8Array
  lexical: Uint8Array
  lists: Uint16Array
  listPosition: Uint8Array
  ordinary: Uint8Array
  flags: Uint8Array
  elsewhere: Uint8Array
  lineFrom: Int32Array
  lineTo: Int32Array
  runFrom: Int32Array
  runTo: Int32Array
}

const isNameLikeClass = (c: number) =>
  c === TokenClass.capitalized || c === TokenClass.upper || c === TokenClass.mixed || c === TokenClass.initial
const isWordClass = (c: number) => c <= TokenClass.mixed || c === TokenClass.alphanumeric

const hashOf = (word: string) => hashLower(word, 0, word.length)
/** What may stand inside a name between its capitalised words. */
const LINKS = new Set(
  "de du des d' la le les l' & of the for van von der den del di da dos en sur sous aux au à y - e"
    .split(' ')
    .map(hashOf),
)
const OPENING = new Set(['«', '“', '(', '[', '—', '–', '-', '•', '*', '>', '"'].map(hashOf))
const ENDING = new Set(['.', '!', '?', '…', '...'].map(hashOf))
const QUOTE_OPEN = new Set(['«', '“'].map(hashOf))
const QUOTE_CLOSE = new Set(['»', '”'].map(hashOf))
const QUOTE_BOTH = hashOf('"')
const PAREN_OPEN = hashOf('(')
const PAREN_CLOSE = hashOf(')')
const COLON = hashOf(':')

/**
 * Looks at a document’s tokens. `lineStarts` holds the index of the first token of each line (block, item, cell), ascending:
 * features never look across lines, but what a word looks like elsewhere in the document is known.
 */
export function observe(
  text: string,
  tokens: Tokens,
  lineStarts: readonly number[],
  resources: FeatureResources,
): Observations {
  const { count, starts, ends, classes } = tokens
  const o: Observations = {
    count,
    exact: new Int32Array(count),
    lower: new Int32Array(count),
    shape: new Int32Array(count),
    prefix: new Int32Array(count * 4),
    suffix: new Int32Array(count * 4),
    classes,
    lexical: new Uint8Array(count),
    lists: new Uint16Array(count),
    listPosition: new Uint8Array(count),
    ordinary: new Uint8Array(count),
    flags: new Uint8Array(count),
    elsewhere: new Uint8Array(count),
    lineFrom: new Int32Array(count),
    lineTo: new Int32Array(count),
    runFrom: new Int32Array(count).fill(-1),
    runTo: new Int32Array(count),
  }
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    const end = ends[i] as number
    o.exact[i] = hashExact(text, start, end)
    const lower = hashLower(text, start, end)
    o.lower[i] = lower
    observeAffixes(o, text, i, start, end)
    o.shape[i] = shapeOf(text, start, end, classes[i] as number)
    o.lexical[i] = resources.lexicon.get(lower) ?? 0
    o.ordinary[i] = isWordClass(classes[i] as number) && isOrdinary(resources.words, text, start, end, lower) ? 1 : 0
  }
  for (let line = 0; line < lineStarts.length; line++) {
    const from = lineStarts[line] as number
    const to = line + 1 < lineStarts.length ? (lineStarts[line + 1] as number) : count
    if (to > from) observeLine(o, from, to)
  }
  observeLists(o, resources.gazetteer)
  observeElsewhere(o)
  return o
}

/** The word, or without its plural’s `s`, is in the filter. */
function isOrdinary(words: Uint8Array, text: string, start: number, end: number, lower: number): boolean {
  if (holdsWord(words, lower)) return true
  return (
    end - start > 3 && lowerCode(text.charCodeAt(end - 1)) === 0x73 && holdsWord(words, hashLower(text, start, end - 1))
  )
}

function observeAffixes(o: Observations, text: string, i: number, start: number, end: number): void {
  let hash = 0x11
  for (let k = 0; k < 4; k++) {
    if (start + k >= end) break
    hash = mix(hash, lowerCode(text.charCodeAt(start + k)))
    o.prefix[i * 4 + k] = hash
  }
  hash = 0x13
  for (let k = 0; k < 4; k++) {
    if (end - 1 - k < start) break
    hash = mix(hash, lowerCode(text.charCodeAt(end - 1 - k)))
    o.suffix[i * 4 + k] = hash
  }
}

/** Runs of the same kind of character are one; the class is part of it. */
function shapeOf(text: string, start: number, end: number, tokenClass: number): number {
  let hash = tokenClass + 1
  if (tokenClass === TokenClass.lower || tokenClass === TokenClass.number) return mix(hash, 0)
  let last = -1
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    let kind: number
    if (code >= 0x30 && code <= 0x39) kind = 1
    else if (lowerCode(code) !== code && code !== 0x2019) kind = 2
    else if (code > 0x7f || (code >= 0x61 && code <= 0x7a)) kind = code === 0x2019 ? 0x27 : 3
    else kind = code
    if (kind !== last) hash = mix(hash, kind)
    last = kind
  }
  return hash
}

function observeLine(o: Observations, from: number, to: number): void {
  const { lower, classes, lexical, flags } = o
  let quotes = 0
  let straight = 0
  let parens = 0
  let sentenceStart = true
  let words = 0
  let named = 0
  let upper = 0
  let short = 0
  for (let i = from; i < to; i++) {
    const hash = lower[i] as number
    const c = classes[i] as number
    o.lineFrom[i] = from
    o.lineTo[i] = to
    if (QUOTE_CLOSE.has(hash) && quotes > 0) quotes--
    if (hash === PAREN_CLOSE && parens > 0) parens--
    if (hash === QUOTE_BOTH) straight = 1 - straight
    let flag = 0
    if (sentenceStart) flag |= Flag.sentenceStart
    if (quotes > 0 || straight > 0) flag |= Flag.inQuotes
    if (parens > 0) flag |= Flag.inParentheses
    if (i === from) flag |= Flag.lineStart
    if (i === to - 1) flag |= Flag.lineEnd
    flags[i] = flag
    if (QUOTE_OPEN.has(hash)) quotes++
    if (hash === PAREN_OPEN) parens++
    if (c === TokenClass.punctuation || c === TokenClass.symbol) {
      if (ENDING.has(hash) || hash === COLON) sentenceStart = true
      else if (!OPENING.has(hash) && !QUOTE_CLOSE.has(hash) && i > from) sentenceStart = false
    } else {
      // `1.`, `2)` at a line’s start: what follows begins the sentence.
      sentenceStart = c === TokenClass.number && i === from
      if (c <= TokenClass.mixed) {
        const content = !LINKS.has(hash) && (lexical[i] === 0 || (lexical[i] as number) < LEX.determiner)
        if (c === TokenClass.upper) upper++
        else if (content || c !== TokenClass.lower) short++
        if (content || c !== TokenClass.lower) {
          words++
          if (c !== TokenClass.lower) named++
        }
      }
    }
  }
  let line = 0
  if (upper >= 3 && upper > 3 * short) line |= Flag.capitals
  else if (words >= 4 && named >= 0.75 * words) line |= Flag.titleCase
  let runStart = -1
  for (let i = from; i < to; i++) {
    const c = classes[i] as number
    let like = isNameLikeClass(c) || (c === TokenClass.alphanumeric && lower[i] !== o.exact[i])
    const lex = lexical[i] as number
    const flag = flags[i] as number
    if (like && (flag & Flag.sentenceStart) !== 0 && lex >= LEX.determiner && c !== TokenClass.upper) like = false
    if (like && c === TokenClass.initial && (flag & Flag.sentenceStart) !== 0 && lex !== 0) like = false
    flags[i] = flag | line | (like ? Flag.nameLike : 0)
    if (like) {
      if (runStart < 0) runStart = i
      let next = i + 1
      while (
        next < to &&
        next - i <= 3 &&
        LINKS.has(lower[next] as number) &&
        !isNameLikeClass(classes[next] as number)
      )
        next++
      const nextClass = next < to ? (classes[next] as number) : TokenClass.punctuation
      const continues =
        next < to && (isNameLikeClass(nextClass) || nextClass === TokenClass.alphanumeric) && next - i <= 3
      if (!continues) {
        for (let k = runStart; k <= i; k++) {
          o.runFrom[k] = runStart
          o.runTo[k] = i + 1
        }
        runStart = -1
      } else {
        // What links is part of the run; the loop comes to the next name-like token.
        for (let k = i + 1; k < next; k++) flags[k] = (flags[k] as number) | line
        i = next - 1
      }
    } else if (runStart >= 0) {
      for (let k = runStart; k < i; k++) {
        o.runFrom[k] = runStart
        o.runTo[k] = i
      }
      runStart = -1
    }
  }
  if (runStart >= 0) {
    for (let k = runStart; k < to; k++) {
      o.runFrom[k] = runStart
      o.runTo[k] = to
    }
  }
}

const B = 1
const I = 2
const E = 3
const S = 4

/** Longest match of the gazetteer’s phrases, from left to right, starting at tokens with a capital. */
function observeLists(o: Observations, gazetteer: Gazetteer): void {
  const { count, classes, lower } = o
  let i = 0
  while (i < count) {
    const c = classes[i] as number
    if (!isNameLikeClass(c) && c !== TokenClass.alphanumeric) {
      if (c === TokenClass.lower) {
        const mask = listsOf(gazetteer, phraseKey(extendPhrase(PHRASE_SEED, lower[i] as number)))
        if (mask !== 0) {
          o.lists[i] = mask
          o.listPosition[i] = S
        }
      }
      i++
      continue
    }
    const limit = Math.min(o.lineTo[i] as number, i + MAX_PHRASE_TOKENS)
    let hash = PHRASE_SEED
    let best = 0
    let bestEnd = i
    for (let j = i; j < limit; j++) {
      hash = extendPhrase(hash, lower[j] as number)
      const mask = listsOf(gazetteer, phraseKey(hash))
      if (mask !== 0) {
        best = mask
        bestEnd = j
      }
    }
    if (best === 0) {
      i++
      continue
    }
    for (let j = i; j <= bestEnd; j++) {
      o.lists[j] = best
      o.listPosition[j] = bestEnd === i ? S : j === i ? B : j === bestEnd ? E : I
    }
    i = bestEnd + 1
  }
}

/** What the same word looks like elsewhere: 1 capitalised inside a sentence, 2 in lower case, 4 in a run of names. */
function observeElsewhere(o: Observations): void {
  const { count, lower, classes, flags, elsewhere } = o
  const seen = new Map<number, number>()
  for (let i = 0; i < count; i++) {
    const c = classes[i] as number
    if (c > TokenClass.mixed && c !== TokenClass.alphanumeric) continue
    const flag = flags[i] as number
    let bit = 0
    if (c === TokenClass.lower) bit = 2
    else if ((flag & (Flag.sentenceStart | Flag.titleCase | Flag.capitals)) === 0) {
      bit = 1
      if ((o.runTo[i] as number) - (o.runFrom[i] as number) > 1) bit |= 4
    }
    if (bit !== 0) seen.set(lower[i] as number, (seen.get(lower[i] as number) ?? 0) | bit)
  }
  for (let i = 0; i < count; i++)
    if (isWordClass(classes[i] as number)) elsewhere[i] = seen.get(lower[i] as number) ?? 0
}

/** Whether token `i` begins a sentence, so that its capital says nothing. */
export const isSentenceStart = (o: Observations, i: number): boolean =>
  ((o.flags[i] as number) & Flag.sentenceStart) !== 0
/** Whether token `i` stands in a line in capitals or in title case. */
export const isCaselessLine = (o: Observations, i: number): boolean =>
  ((o.flags[i] as number) & (Flag.titleCase | Flag.capitals)) !== 0

const NONE = 0x7a11

/** `mix(mix(template, a), b)`, finished, in one body: called some forty times a token. */
function feature(template: number, a: number, b: number): number {
  let k = Math.imul(a, 0xcc9e2d51)
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  let h = Math.imul(template, 0x9e3779b1) ^ k
  h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
  k = Math.imul(b, 0xcc9e2d51)
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  h ^= k
  h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
  return finish(h) >>> (32 - FEATURE_BITS)
}

/** `values[k]` inside the line, `none` outside. */
function within(values: Int32Array | Uint8Array, from: number, to: number, none: number, k: number): number {
  return k >= from && k < to ? (values[k] as number) : none
}

/** What a word’s own features depend on beside its letters, in one number: its class, and whether it begins a sentence. */
export const wordState = (o: Observations, i: number): number =>
  ((o.classes[i] as number) << 1) | ((o.flags[i] as number) & Flag.sentenceStart)

/** Features that follow from a word’s letters and its `wordState`; those that its line and document give it; all. */
export const FeaturePart = { word: 1, context: 2, all: 3 } as const
export type FeaturePart = (typeof FeaturePart)[keyof typeof FeaturePart]

/** Writes token `i`’s features into `out` and returns how many there are. */
export function extractFeatures(o: Observations, i: number, out: Uint32Array, part: FeaturePart): number {
  const own = (part & FeaturePart.word) !== 0
  const context = (part & FeaturePart.context) !== 0
  const from = o.lineFrom[i] as number
  const to = o.lineTo[i] as number
  const { lower, lexical, shape, lists, listPosition, flags, classes } = o
  let n = 0
  const flag = flags[i] as number
  const start = flag & Flag.sentenceStart
  const caseless = flag & (Flag.titleCase | Flag.capitals)
  const c = classes[i] as number
  const w = lower[i] as number
  const w1 = within(lower, from, to, NONE, i - 1)
  const w2 = within(lower, from, to, NONE, i - 2)
  const n1 = within(lower, from, to, NONE, i + 1)
  const n2 = within(lower, from, to, NONE, i + 2)
  const s = shape[i] as number
  const capital = isNameLikeClass(c) ? 1 : 0
  const ordinary = o.ordinary[i] as number
  const lexBefore = within(lexical, from, to, 63, i - 1)
  if (own) {
    out[n++] = feature(0, 0, 0)
    out[n++] = feature(1, o.exact[i] as number, 0)
    out[n++] = feature(2, w, 0)
  }
  if (context) {
    out[n++] = feature(3, w1, 0)
    out[n++] = feature(4, n1, 0)
    out[n++] = feature(5, w2, 0)
    out[n++] = feature(6, n2, 0)
    out[n++] = feature(7, w1, w)
    out[n++] = feature(8, w, n1)
    out[n++] = feature(9, w2, w1)
    out[n++] = feature(10, n1, n2)
  }
  if (own) out[n++] = feature(11, s, start)
  if (context) {
    const before = within(shape, from, to, NONE, i - 1)
    const after = within(shape, from, to, NONE, i + 1)
    out[n++] = feature(12, mix(before, s), after)
    out[n++] = feature(13, s, after)
    out[n++] = feature(14, before, s)
  }
  if (own) {
    for (let k = 0; k < 4; k++) {
      const prefix = o.prefix[i * 4 + k] as number
      const suffix = o.suffix[i * 4 + k] as number
      if (prefix !== 0) out[n++] = feature(15 + k, prefix, capital)
      if (suffix !== 0) out[n++] = feature(19 + k, suffix, capital)
    }
    out[n++] = feature(23, c, start | (ordinary << 8))
  }
  if (context) {
    out[n++] = feature(24, c, flag & ~Flag.nameLike)
    out[n++] = feature(25, lexBefore, s)
    out[n++] = feature(26, within(lexical, from, to, 63, i - 2), lexBefore)
  }
  if (own) out[n++] = feature(27, lexical[i] as number, capital)
  if (!context) return n
  out[n++] = feature(28, within(lexical, from, to, 63, i + 1), s)
  out[n++] = feature(29, within(lexical, from, to, 63, i + 1), within(lexical, from, to, 63, i + 2))
  out[n++] = feature(30, lexBefore, w)
  const mask = lists[i] as number
  const position = listPosition[i] as number
  if (mask !== 0) {
    out[n++] = feature(31, mask, position)
    for (let bit = 0; bit < 12; bit++)
      if ((mask & (1 << bit)) !== 0) out[n++] = feature(32, bit | (capital << 4), position)
    out[n++] = feature(33, mix(mask, ordinary), start | (c << 8))
    out[n++] = feature(34, mix(mask, position), lexBefore)
  } else if (capital === 1) out[n++] = feature(35, ordinary, start | (c << 8))
  if (i > from) out[n++] = feature(36, lists[i - 1] as number, listPosition[i - 1] as number)
  if (i + 1 < to) out[n++] = feature(37, lists[i + 1] as number, listPosition[i + 1] as number)
  out[n++] = feature(38, mix(i > from ? (lists[i - 1] as number) : 0, mask), c)
  out[n++] = feature(39, o.elsewhere[i] as number, c | (start << 8))
  if (caseless !== 0) {
    out[n++] = feature(40, caseless, s)
    out[n++] = feature(41, mix(caseless, ordinary), mask)
  }
  // The nearest noun that says a kind, to the left.
  let noun = 0
  for (let k = i - 1; k >= from && k >= i - 6; k--) {
    const kind = lexical[k] as number
    if (kind !== 0 && kind <= LEX.naming) {
      noun = kind
      break
    }
    if (kind === 0 && classes[k] === TokenClass.punctuation && within(lower, from, to, NONE, k) !== COLON) break
  }
  out[n++] = feature(42, noun, c)
  out[n++] = feature(43, from === i ? 1 : 0, Math.min(to - from, 12))
  const runFrom = o.runFrom[i] as number
  if (runFrom >= 0) {
    const runTo = o.runTo[i] as number
    const length = Math.min(runTo - runFrom, 7)
    const inRun = runTo - runFrom === 1 ? 0 : i === runFrom ? 1 : i === runTo - 1 ? 2 : 3
    const left = within(lower, from, to, NONE, runFrom - 1)
    const right = within(lower, from, to, NONE, runTo)
    const lexLeft = within(lexical, from, to, 63, runFrom - 1)
    out[n++] = feature(44, left, inRun)
    out[n++] = feature(45, right, inRun)
    out[n++] = feature(46, lexLeft, within(lexical, from, to, 63, runFrom - 2))
    out[n++] = feature(47, lower[runFrom] as number, inRun)
    out[n++] = feature(48, lower[runTo - 1] as number, inRun)
    out[n++] = feature(49, length, inRun | (c << 4))
    out[n++] = feature(50, mix(lexLeft, within(lexical, from, to, 63, runTo)), inRun)
    out[n++] = feature(51, o.suffix[(runTo - 1) * 4 + 2] as number, inRun)
    out[n++] = feature(52, within(lower, from, to, NONE, runFrom - 2), left)
    out[n++] = feature(53, lists[runFrom] as number, lists[runTo - 1] as number)
    out[n++] = feature(54, lexical[runFrom] as number, inRun | (length << 4))
    let runNoun = 0
    for (let k = runFrom - 1; k >= from && k >= runFrom - 6; k--) {
      const kind = lexical[k] as number
      if (kind !== 0 && kind <= LEX.naming) {
        runNoun = mix(kind, runFrom - k)
        out[n++] = feature(55, lower[k] as number, 0)
        break
      }
      if (classes[k] === TokenClass.punctuation && within(lower, from, to, NONE, k) !== COLON) break
    }
    out[n++] = feature(56, runNoun, inRun)
    let nextNoun = 0
    for (let k = runTo; k < to && k < runTo + 5; k++) {
      const kind = lexical[k] as number
      if (kind !== 0 && kind <= LEX.naming) {
        nextNoun = mix(kind, k - runTo)
        break
      }
    }
    out[n++] = feature(57, nextNoun, inRun)
    out[n++] = feature(58, mix(lower[runFrom] as number, lower[runTo - 1] as number), runTo - runFrom)
  }
  return n
}
