import type { Mark, NameMention, Span } from '../model.ts'
import { isAcronymOf } from './compare-names.ts'
import type { Observations } from './features.ts'
import { LEXICAL_CLASSES, type LexicalClass } from './lexical-class.ts'
import { TokenClass, type Tokens, tokenize } from './tokenize.ts'

/** What a language knows of key terms; lower case. */
export interface ConceptLanguage {
  /** Terms of the fields that texts come from, singular, separated by commas: one occurrence is enough. */
  established: string
  /** Words that make no term. */
  generic: string
  /** Verbs that a pattern of nouns could take for nouns. */
  verbs: string
  /** Nouns that introduce a term in quotes: `the term “…”`. */
  introducing: string
}

export interface CompiledConcepts {
  established: ReadonlySet<string>
  /** The same by the first of their words, longest first. */
  establishedFrom: ReadonlyMap<string, readonly (readonly string[])[]>
  refused: ReadonlySet<string>
  introducing: ReadonlySet<string>
}

export interface ConceptInput {
  text: string
  tokens: Tokens
  observations: Observations
  marks: readonly Mark[]
  /** Spans that hold no concept: names, code. */
  taken: readonly Span[]
  language: CompiledConcepts
}

export const CONCEPTS_EXTRACTOR = 'concepts@1'

const LONGEST = 4
/** C-value from which a recurring phrase counts as a term. */
const LEAST_VALUE = 3
/** What being a term of the field adds. */
const ESTABLISHED_VALUE = 8
/** One term for so many words, at least and at most so many. */
const WORDS_PER_TERM = 60
const FEWEST_TERMS = 4
const MOST_TERMS = 15

const FUNCTION_CLASSES: readonly LexicalClass[] = [
  'title',
  'role',
  'speech',
  'naming',
  'determiner',
  'possessive',
  'of',
  'locative',
  'preposition',
  'conjunction',
  'pronoun',
  'auxiliary',
  'family',
  'calendar',
]
const FUNCTION = new Set(FUNCTION_CLASSES.map((name) => LEXICAL_CLASSES.indexOf(name) + 1))
const indexOf = (name: LexicalClass) => LEXICAL_CLASSES.indexOf(name) + 1
const NAMING_NOUNS = new Set(
  (
    ['organizationNoun', 'placeNoun', 'venueNoun', 'eventNoun', 'productNoun', 'workNoun', 'initiativeNoun'] as const
  ).map(indexOf),
)
/** After a phrase these show that its last word was a verb: `la ville lance un…`. */
const AFTER_VERB = new Set([indexOf('determiner'), indexOf('possessive'), indexOf('pronoun')])

const singular = (word: string): string =>
  word.length > 4 && word.endsWith('aux')
    ? `${word.slice(0, -3)}al`
    : word.length > 3
      ? word.replace(/[sx]$/, '')
      : word
const fold = (word: string): string => word.toLowerCase().replaceAll('’', "'")
const termKey = (words: readonly string[]): string => words.map(singular).join(' ')

export function compileConcepts(language: ConceptLanguage): CompiledConcepts {
  const words = (list: string) => list.split(' ').map(singular)
  const keyOf = (term: string) => {
    const tokens = tokenize(term)
    return termKey(Array.from({ length: tokens.count }, (_, i) => fold(term.slice(tokens.starts[i], tokens.ends[i]))))
  }
  const established = new Set(language.established.split(', ').map(keyOf))
  const establishedFrom = new Map<string, string[][]>()
  for (const parts of [...established].map((key) => key.split(' ')).sort((a, b) => b.length - a.length)) {
    const first = parts[0] as string
    establishedFrom.set(first, [...(establishedFrom.get(first) ?? []), parts])
  }
  return {
    established,
    establishedFrom,
    refused: new Set([...words(language.generic), ...words(language.verbs)]),
    introducing: new Set(language.introducing.split(' ')),
  }
}

interface Occurrence {
  from: number
  to: number
}

interface Term {
  key: string
  /** Words without connectors. */
  length: number
  occurrences: Occurrence[]
  value: number
  acronym?: boolean
}

/**
 * The key terms of a document, few and in text order: acronyms of things with what they stand for; terms in quotes that
 * the text introduces as such; established terms of the field; and recurring noun phrases, by C-value (Frantzi, Ananiadou &
 * Mima 2000) over patterns of ordinary words, singular and plural as one. They never overlap `taken` or each other.
 */
export function findConcepts(input: ConceptInput): NameMention[] {
  const { tokens, observations, language } = input
  const words = Array.from({ length: tokens.count }, (_, i) => fold(input.text.slice(tokens.starts[i], tokens.ends[i])))
  const free = freeTokens(input)
  const terms = new Map<string, Term>()
  for (const { from, to } of acronymsOfThings(input.text, tokens, observations)) {
    if (free[from] === 0) continue
    const key = termKey(words.slice(from, to))
    terms.set(key, {
      key,
      length: to - from,
      occurrences: [],
      value: 20,
      ...(to - from === 1 ? { acronym: true } : {}),
    })
  }
  const phrases = new Map<string, Term>()
  for (let i = 0; i < tokens.count; i++) {
    for (const to of phraseEnds(i, words, observations, free, language)) {
      const key = termKey(words.slice(i, to))
      const term = phrases.get(key)
      if (term === undefined)
        phrases.set(key, { key, length: contentLength(i, to, observations), occurrences: [{ from: i, to }], value: 0 })
      else term.occurrences.push({ from: i, to })
    }
  }
  const introduced = introducedTerms(input, words)
  for (const term of rank(phrases, language, introduced, tokens.count))
    if (!terms.has(term.key)) terms.set(term.key, term)
  addEstablished(words, free, language, terms)
  return mentionsOf(input, words, free, terms)
}

/** Established terms that no pattern of nouns finds: single words, adjectives (`carbon neutral`), what stands in a row of nouns. */
function addEstablished(
  words: readonly string[],
  free: Uint8Array,
  { establishedFrom }: CompiledConcepts,
  terms: Map<string, Term>,
): void {
  for (let i = 0; i < words.length; i++) {
    if (free[i] === 0) continue
    for (const parts of establishedFrom.get(singular(words[i] as string)) ?? []) {
      if (!parts.every((part, k) => free[i + k] === 1 && singular(words[i + k] as string) === part)) continue
      const key = parts.join(' ')
      if (!terms.has(key)) terms.set(key, { key, length: parts.length, occurrences: [], value: ESTABLISHED_VALUE })
      break
    }
  }
}

/** 1 for tokens that no name or code covers. */
function freeTokens({ tokens, taken }: ConceptInput): Uint8Array {
  const free = new Uint8Array(tokens.count).fill(1)
  const spans = [...taken].sort((a, b) => a.start - b.start)
  let at = 0
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] as number
    const end = tokens.ends[i] as number
    while (at < spans.length && (spans[at] as Span).end <= start) at++
    for (let k = at; k < spans.length && (spans[k] as Span).start < end; k++) free[i] = 0
  }
  return free
}

/** `IAoT (Internet de l’intelligence artificielle)`, `intelligence artificielle (IA)`: acronym and expansion, in lower case but for its first word. */
export function acronymsOfThings(text: string, tokens: Tokens, o: Observations): Occurrence[] {
  const found: Occurrence[] = []
  const is = (i: number, mark: string) =>
    tokens.classes[i] === TokenClass.punctuation && text.slice(tokens.starts[i], tokens.ends[i]) === mark
  const word = (i: number) => text.slice(tokens.starts[i], tokens.ends[i])
  const isAcronym = (i: number) =>
    (tokens.classes[i] === TokenClass.upper || tokens.classes[i] === TokenClass.mixed) && word(i).length <= 8
  for (let i = 1; i + 2 < tokens.count; i++) {
    if (!is(i, '(') || o.lineFrom[i] !== o.lineFrom[i - 1]) continue
    let close = i + 1
    while (close < (o.lineTo[i] as number) && close < i + 10 && !is(close, ')')) close++
    if (!is(close, ')')) continue
    if (isAcronym(i - 1) && close > i + 2) {
      if (isExpansion(i + 1, close, word(i - 1))) found.push({ from: i - 1, to: i }, { from: i + 1, to: close })
    } else if (close === i + 2 && isAcronym(i + 1)) {
      for (let from = i - 2; from >= (o.lineFrom[i] as number) && from >= i - 7; from--) {
        if (o.classes[from] === TokenClass.punctuation) break
        if (
          FUNCTION.has(o.lexical[from] as number) ||
          !word(i + 1)
            .toLowerCase()
            .startsWith(word(from).slice(0, 1).toLowerCase())
        )
          continue
        if (isExpansion(from, i, word(i + 1)) && contentLength(from, i, o) === word(i + 1).length) {
          found.push({ from, to: i }, { from: i + 1, to: close })
          break
        }
      }
    }
  }
  return found

  /** Ordinary words in lower case (the first may have a capital) of which at least two give a letter to the acronym. */
  function isExpansion(from: number, to: number, acronym: string): boolean {
    const letters = [...acronym.toLowerCase()]
    let given = 0
    for (let k = from; k < to; k++) {
      const c = o.classes[k] as number
      if (c !== TokenClass.lower && !(k === from && c === TokenClass.capitalized)) return false
      // `Agence nationale de… (ANCT)` is a name.
      if (
        c === TokenClass.capitalized &&
        (NAMING_NOUNS.has(o.lexical[k] as number) ||
          isAcronymOf(acronym, text.slice(tokens.starts[from], tokens.ends[to - 1])))
      ) {
        return false
      }
      if (FUNCTION.has(o.lexical[k] as number)) {
        if (k === from) return false
        continue
      }
      const at = letters.indexOf(word(k).slice(0, 1).toLowerCase())
      if (at >= 0) {
        letters.splice(at, 1)
        given++
      }
    }
    return given >= 2
  }
}

function contentLength(from: number, to: number, o: Observations): number {
  let length = 0
  for (let i = from; i < to; i++) if (!FUNCTION.has(o.lexical[i] as number)) length++
  return length
}

/** Ends of the noun phrases that start at token `i`: two to four ordinary words, joined by `de` and the like. */
function phraseEnds(
  i: number,
  words: readonly string[],
  o: Observations,
  free: Uint8Array,
  language: CompiledConcepts,
): number[] {
  const ends: number[] = []
  const line = o.lineTo[i] as number
  const isContent = (k: number) =>
    free[k] === 1 &&
    (o.classes[k] === TokenClass.lower || (o.classes[k] === TokenClass.capitalized && o.lineFrom[k] === k)) &&
    (o.ordinary[k] === 1 || o.classes[k] === TokenClass.lower) &&
    !FUNCTION.has(o.lexical[k] as number) &&
    (words[k] as string).length > 2 &&
    !language.refused.has(singular(words[k] as string))
  if (!isContent(i)) return ends
  // A noun follows a determiner, a preposition or a mark, not another word.
  if (i > (o.lineFrom[i] as number)) {
    const before = o.lexical[i - 1] as number
    const c = o.classes[i - 1] as number
    if (
      c !== TokenClass.punctuation &&
      c !== TokenClass.number &&
      !(FUNCTION.has(before) && before !== indexOf('pronoun'))
    )
      return ends
  }
  let content = 1
  for (let k = i + 1; k < line && content < LONGEST; k++) {
    const lexical = o.lexical[k] as number
    if (free[k] === 1 && lexical === indexOf('of')) {
      if (k + 1 < line && (words[k + 1] === "l'" || words[k + 1] === 'la') && words[k] !== 'du') k++
      if (k + 1 >= line || !isContent(k + 1)) break
      continue
    }
    if (!isContent(k)) break
    content++
    const after = k + 1 < line ? (o.lexical[k + 1] as number) : 0
    if (!AFTER_VERB.has(after)) ends.push(k + 1)
  }
  return ends
}

/** Keys of terms in quotes or emphasis after `the term`, `la notion de`. */
function introducedTerms(
  { tokens, marks, observations, language }: ConceptInput,
  words: readonly string[],
): Set<string> {
  const keys = new Set<string>()
  const spans: Occurrence[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (!/^[«“"]$/.test(words[i] as string)) continue
    for (let k = i + 1; k <= i + 5 && k < tokens.count; k++) {
      if (/^[»”"]$/.test(words[k] as string)) {
        spans.push({ from: i + 1, to: k })
        break
      }
    }
  }
  for (const { kind, start, end } of marks) {
    if (kind !== 'emphasis' && kind !== 'strong') continue
    let from = 0
    while (from < tokens.count && (tokens.starts[from] as number) < start) from++
    let to = from
    while (to < tokens.count && (tokens.ends[to] as number) <= end) to++
    if (to - from <= 4) spans.push({ from, to })
  }
  for (const { from, to } of spans) {
    for (
      let k = from - 1;
      k >= 0 && k >= from - 3 && k >= (observations.lineFrom[Math.min(from, tokens.count - 1)] ?? 0);
      k--
    ) {
      if (language.introducing.has(words[k] as string)) keys.add(termKey(words.slice(from, to)))
    }
  }
  return keys
}

function rank(
  phrases: ReadonlyMap<string, Term>,
  language: CompiledConcepts,
  introduced: ReadonlySet<string>,
  count: number,
): Term[] {
  const nested = new Map<string, { total: number; longer: number }>()
  for (const term of phrases.values()) {
    const parts = term.key.split(' ')
    for (let from = 0; from < parts.length; from++) {
      for (let to = from + 2; to <= parts.length; to++) {
        if (to - from === parts.length) continue
        const key = parts.slice(from, to).join(' ')
        const entry = nested.get(key) ?? { total: 0, longer: 0 }
        entry.total += term.occurrences.length
        entry.longer++
        nested.set(key, entry)
      }
    }
  }
  const ranked: Term[] = []
  for (const term of phrases.values()) {
    const inside = nested.get(term.key)
    const frequency = term.occurrences.length
    const alone = inside === undefined ? frequency : frequency - inside.total / inside.longer / 2
    term.value = Math.log2(term.length + 1) * alone
    if (introduced.has(term.key)) term.value += 6
    if (language.established.has(term.key)) term.value += ESTABLISHED_VALUE
    else if (frequency < 2 && !introduced.has(term.key)) continue
    if (term.value >= LEAST_VALUE) ranked.push(term)
  }
  ranked.sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1))
  const kept: Term[] = []
  const most = Math.min(MOST_TERMS, Math.max(FEWEST_TERMS, Math.round(count / WORDS_PER_TERM)))
  for (const term of ranked) {
    // A longer phrase seen as often says more than its part; a part of a kept term, or around one, says the same again.
    if (kept.some(({ key }) => ` ${key} `.includes(` ${term.key} `) || ` ${term.key} `.includes(` ${key} `))) continue
    kept.push(term)
    if (kept.length === most) break
  }
  return kept
}

function mentionsOf(
  input: ConceptInput,
  words: readonly string[],
  free: Uint8Array,
  terms: ReadonlyMap<string, Term>,
): NameMention[] {
  const { tokens, observations } = input
  const byFirst = new Map<string, { parts: string[]; term: Term }[]>()
  for (const term of terms.values()) {
    const parts = term.key.split(' ')
    const first = parts[0] as string
    byFirst.set(first, [...(byFirst.get(first) ?? []), { parts, term }])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.parts.length - a.parts.length)
  const mentions: NameMention[] = []
  for (let i = 0; i < tokens.count; i++) {
    for (const { parts, term } of byFirst.get(singular(words[i] as string)) ?? []) {
      const to = i + parts.length
      if (to > (observations.lineTo[i] as number)) continue
      if (!parts.every((part, k) => free[i + k] === 1 && singular(words[i + k] as string) === part)) continue
      mentions.push({
        start: tokens.starts[i] as number,
        end: tokens.ends[to - 1] as number,
        kind: term.acronym ? 'acronym' : 'name',
        category: 'concept',
        extractor: CONCEPTS_EXTRACTOR,
        confidence: Math.round((1000 * term.value) / (term.value + 3)) / 1000,
      })
      i = to - 1
      break
    }
  }
  return mentions
}
