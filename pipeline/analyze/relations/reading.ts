import type { RelationLexicon } from '../../languages/relation-lexicon.ts'
import type { Category, Modality, Polarity, Predicate, Prose, References } from '../../model.ts'
import { oncePer } from '../../once-per.ts'
import type { Item, ItemSentence } from '../read-items.ts'

/** A relation as a matcher found it: ends are indexes into `References.entities`. */
export interface DraftClaim {
  subject: number
  predicate: Predicate
  object: number
  /** Items of the trigger, first and last. */
  trigger: readonly [number, number]
  /** The trigger, where it does not stand in the sentence itself. */
  label?: string
  title?: string
  /** The sentence says that it is over: a year beside it is its last. */
  ended?: boolean
  /** Years. */
  start?: string
  end?: string
  attributedTo?: number
  polarity: Polarity
  modality: Modality
  confidence: number
  extractor: string
}

/** One sentence with all that its matchers need. */
export interface Reading {
  prose: Prose
  references: References
  lexicon: RelationLexicon
  sentence: ItemSentence
  items: readonly Item[]
  /** Entity that the list item or paragraph begins with: `**Lait Demain** : …`; null when none. */
  head: number | null
  /** Organization that an act without a subject is put down to: what the sentence before spoke of; null when none is safe. */
  topic: number | null
  /** Organization that the sentence before spoke of; null when it named none. */
  previous: number | null
  /** What the text speaks of most, null when nothing stands out. */
  main: number | null
  /** Organization that the heading over the sentence names, null when it names none or several. */
  local: number | null
  /** Of each category, what the text named last before this sentence; the latest stands last. */
  recent: ReadonlyMap<Category, number>
  /** Organization that the page speaks for, null when it does not say `we`. */
  author: number | null
  emit: (claim: DraftClaim) => void
}

/** Emits what a sentence says plainly: neither denied, nor planned, nor in doubt. */
export function assertClaim({ emit }: Reading, claim: Omit<DraftClaim, 'polarity' | 'modality'>): void {
  emit({ ...claim, polarity: 'positive', modality: 'asserted' })
}

/** The entity that the item names or refers to; −1 for other words and for possessives, which only point at an owner. */
export function entityAt(reading: Reading, at: number): number {
  const item = reading.items[at]
  if (item?.kind !== 'mention' || reading.lexicon.possessives.has(item.form)) return -1
  return reading.references.mentions[item.mention]?.entity ?? -1
}

/** The entity that a resolved possessive points at: `notre`, `our`; −1 when the item is none. */
export function possessorAt(reading: Reading, at: number): number {
  const item = reading.items[at]
  if (item?.kind !== 'mention' || !reading.lexicon.possessives.has(item.form)) return -1
  return reading.references.mentions[item.mention]?.entity ?? -1
}

export function categoryAt(reading: Reading, at: number): Category | null {
  const entity = entityAt(reading, at)
  return entity < 0 ? null : (reading.references.entities[entity]?.category ?? null)
}

export function isOneOf(reading: Reading, at: number, categories: readonly Category[]): boolean {
  const category = categoryAt(reading, at)
  return category !== null && categories.includes(category)
}

/** Whether the mention is a name, not a noun or pronoun standing for one. */
export function isNamed(reading: Reading, at: number): boolean {
  const item = reading.items[at]
  if (item?.kind !== 'mention') return false
  const kind = reading.references.mentions[item.mention]?.kind
  return kind === 'name' || kind === 'acronym'
}

export function formAt(reading: Reading, at: number): string {
  return reading.items[at]?.form ?? ''
}

const QUOTES = new Set(['«', '»', '“', '”', '"', '*', '„', '‘', "'", '’'])

export function isQuote(reading: Reading, at: number): boolean {
  return QUOTES.has(formAt(reading, at))
}

/** The words of a language that no noun phrase holds behind its determiner: one look-up for many tables. */
const functionWords = oncePer((lexicon: RelationLexicon): ReadonlySet<string> => {
  const { prepositions, determiners, conjunctions, relatives, subordinators } = lexicon
  const { have, be, will, would, negations, reflexives } = lexicon
  const clausal = [...conjunctions, ...relatives, ...subordinators]
  const verbal = [...have, ...be, ...will, ...would, ...negations, ...reflexives]
  return new Set([...prepositions, ...determiners, ...clausal, ...verbal, "'s"])
})

/** Nouns, adjectives and other words that a noun phrase may hold beside its name. */
export function isContentWord(reading: Reading, at: number): boolean {
  const item = reading.items[at]
  if (item?.kind !== 'word') return false
  const { lexicon } = reading
  const { form } = item
  if (functionWords(lexicon).has(form)) return false
  const verb = lexicon.verbs.get(form)
  if (!verb) return true
  // `le produit X`, `the launch`: after a determiner a verb's form is a noun.
  return at > 0 && lexicon.determiners.has(formAt(reading, at - 1))
}

/** Where the noun phrase begins that ends in the mention at `at`: its determiner and describing words included. */
export function phraseStart(reading: Reading, at: number): number {
  const { lexicon } = reading
  let from = at
  // `Since January she …`: nothing describes a pronoun.
  const mention = reading.references.mentions[reading.items[at]?.mention ?? -1]
  if (reading.items[at]?.kind === 'mention' && mention?.kind === 'pronoun') return at
  while (from > 0 && isQuote(reading, from - 1)) from--
  let probe = from
  for (let hops = 0; hops < 3; hops++) {
    const before = skipContentLeft(reading, probe)
    const form = formAt(reading, before)
    if (before >= 0 && lexicon.determiners.has(form)) return before
    // Without a determiner the words belong to the phrase only behind a preposition: `en région Bretagne`.
    if (before < 0 || !lexicon.prepositions.has(form)) return hops === 0 ? from : before + 1
    // `le producteur de batteries Northvolt`: bare words behind `de` belong to the noun before it, and so does the name.
    const bare = before < probe - 1 && lexicon.of.has(form) && !lexicon.contracted.has(form)
    if (!bare || !isContentWord(reading, before - 1)) return before + 1
    probe = before
  }
  return from
}

function skipContentLeft(reading: Reading, from: number): number {
  let probe = from - 1
  let seen = 0
  while (probe >= 0 && seen < 4 && (isContentWord(reading, probe) || isQuote(reading, probe))) {
    probe--
    seen++
  }
  return probe
}

/** The preposition that governs the mention at `at`, as an item index; −1 when none does. */
export function governorOf(reading: Reading, at: number): number {
  const before = phraseStart(reading, at) - 1
  return before >= 0 && reading.lexicon.prepositions.has(formAt(reading, before)) ? before : -1
}

/** First item of the clause in which `at` stands: behind the last semicolon, colon or word that opens a clause. */
export function clauseStart(reading: Reading, at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const item = reading.items[i] as Item
    if (
      item.kind === 'punctuation'
        ? /^[;:!?]$/.test(item.form)
        : item.kind === 'word' && reading.lexicon.subordinators.has(item.form)
    ) {
      return i + 1
    }
  }
  return 0
}

/** The mention at `at` and those of its categories that are listed with it to the right: `A, B et C`. */
export function listedAfter(reading: Reading, at: number, categories: readonly Category[]): number[] {
  const list = [at]
  let last = at
  let pending: number[] = []
  for (;;) {
    let i = last + 1
    while (isQuote(reading, i)) i++
    const form = formAt(reading, i)
    const comma = form === ','
    let joined = reading.lexicon.conjunctions.has(form)
    if (comma && reading.lexicon.conjunctions.has(formAt(reading, i + 1))) {
      // `A, et B`: two names with a comma between are two clauses’, not a list.
      if (list.length === 1 && pending.length === 0) break
      joined = true
      i++
    }
    // `A ainsi que B`, `A as well as B`
    const also = /^(?:ainsi|as)$/.test(form) ? alsoEnd(reading, i) : -1
    if (also >= 0) {
      joined = true
      i = also
    }
    if (!comma && !joined) break
    i++
    // `sept centres en France et deux en Belgique`
    if (joined && reading.lexicon.at.has(formAt(reading, i + 1)) && isContentWord(reading, i)) i++
    if (reading.lexicon.prepositions.has(formAt(reading, i)) && joined) i++
    let words = 0
    if (reading.lexicon.determiners.has(formAt(reading, i))) i++
    while (words < (joined ? 4 : 2) && (isContentWord(reading, i) || isQuote(reading, i))) {
      i++
      words++
    }
    if (!isOneOf(reading, i, categories)) {
      // `A, B et une centaine d’élus`: what closes the list need not be named.
      const closes = joined && (reading.items[i]?.kind === 'number' || words > 0) && entityAt(reading, i) < 0
      if (closes) list.push(...pending)
      break
    }
    last = i
    if (joined) {
      list.push(...pending, i)
      pending = []
    } else pending.push(i)
  }
  return list
}

/** Last item of `ainsi que`, `as well as` that begins at `at`; −1 when it is none. */
function alsoEnd(reading: Reading, at: number): number {
  if (formAt(reading, at) === 'ainsi') return /^(?:que|qu')$/.test(formAt(reading, at + 1)) ? at + 1 : -1
  return formAt(reading, at + 1) === 'well' && formAt(reading, at + 2) === 'as' ? at + 2 : -1
}

/** The mention at `at` and those listed before it: `A et B` when read from B. */
export function listedBefore(reading: Reading, at: number, categories: readonly Category[]): number[] {
  const list = [at]
  const start = phraseStart(reading, at)
  if (!reading.lexicon.conjunctions.has(formAt(reading, start - 1))) return list
  let i = start - 2
  while (isQuote(reading, i)) i--
  while (isOneOf(reading, i, categories)) {
    list.unshift(i)
    const before = phraseStart(reading, i) - 1
    if (formAt(reading, before) !== ',') break
    i = before - 1
  }
  return list
}

export function isCategory(reading: Reading, entity: number, categories: readonly Category[]): boolean {
  const category = reading.references.entities[entity]?.category
  return category !== undefined && categories.includes(category)
}

const THINGS: readonly Category[] = ['work', 'initiative', 'product', 'event']

/** What an object pronoun points back to: the thing that the text named last, when it is of one of the categories. */
export function recentThing(reading: Reading, categories: readonly Category[]): number | null {
  let last: number | null = null
  for (const [category, entity] of reading.recent) {
    if (THINGS.includes(category)) last = categories.includes(category) ? entity : null
  }
  return last
}

/** Whether nothing that belongs to its clause stands before the mention’s phrase: where subjects stand. */
function opensClause(reading: Reading, at: number): boolean {
  const before = phraseStart(reading, at) - 1
  const item = reading.items[before]
  return (
    item === undefined ||
    item.kind === 'punctuation' ||
    reading.lexicon.conjunctions.has(item.form) ||
    reading.lexicon.subordinators.has(item.form)
  )
}

/** What a sentence speaks of: the first organization in it that stands as a subject does, else the only one in it. */
export function topicOf(reading: Reading): number | null {
  let only: number | null = null
  let count = 0
  for (const at of reading.items.keys()) {
    if (categoryAt(reading, at) !== 'organization') continue
    if (governorOf(reading, at) < 0 && opensClause(reading, at)) return entityAt(reading, at)
    only = entityAt(reading, at)
    count++
  }
  return count === 1 ? only : null
}
