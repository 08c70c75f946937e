import type { VerbFrame } from '../../languages/relation-lexicon.ts'
import type { Category } from '../../model.ts'
import { phraseMention, REACH } from './noun-phrase.ts'
import type { VerbGroup } from './read-verb-group.ts'
import {
  categoryAt,
  clauseStart,
  entityAt,
  formAt,
  governorOf,
  isCategory,
  isContentWord,
  isNamed,
  isOneOf,
  isQuote,
  listedAfter,
  listedBefore,
  phraseStart,
  possessorAt,
  type Reading,
  recentThing,
} from './reading.ts'

/** One end of a relation: mentions of the sentence, or an entity that the sentence leaves unsaid. */
export interface End {
  entities: number[]
  /** Taken off the frame's confidence. */
  doubt: number
}

/** The grammatical subject of the verb group. */
export function findSubject(
  reading: Reading,
  at: number,
  group: VerbGroup,
  categories: readonly Category[],
): End | null {
  if (group.inverted >= 0) {
    return isOneOf(reading, group.inverted, categories)
      ? { entities: [entityAt(reading, group.inverted)], doubt: 0 }
      : null
  }
  let before = group.start - 1
  while (isQuote(reading, before)) before--
  if (before < 0) return invertedSubject(reading, at, categories) ?? topicSubject(reading, categories)
  const form = formAt(reading, before)
  if (form === ')') {
    const open = openingBefore(reading, before)
    if (isOneOf(reading, open - 1, categories) && governorOf(reading, open - 1) < 0) {
      return { entities: [entityAt(reading, open - 1)], doubt: 0.05 }
    }
  }
  if (entityAt(reading, before) >= 0) {
    const governor = governorOf(reading, before)
    if (governor < 0 || isOrganOf(reading, governor)) {
      if (!isOneOf(reading, before, categories)) return null
      return { entities: listedBefore(reading, before, categories).map((i) => entityAt(reading, i)), doubt: 0 }
    }
    if (!reading.lexicon.of.has(formAt(reading, governor))) return clauseSubject(reading, group.start, categories)
    // `Daniel Otieno of Egerton University wrote`
    return isOneOf(reading, governor - 1, categories)
      ? { entities: [entityAt(reading, governor - 1)], doubt: 0.05 }
      : null
  }
  if (form === ',' && isOneOf(reading, before - 1, categories) && isApposed(reading, before - 1)) {
    return { entities: [entityAt(reading, before - 1)], doubt: 0.05 }
  }
  if (form === 'on' && reading.author !== null) return topicSubject(reading, categories)
  if (reading.lexicon.relatives.has(form)) return antecedent(reading, before, categories)
  const own = ownSubject(reading, before, categories)
  if (own) return own
  const item = reading.items[before]
  const inverted = invertedSubject(reading, at, categories)
  if (inverted) return inverted
  if (
    item?.kind === 'punctuation' ||
    item?.kind === 'number' ||
    reading.lexicon.conjunctions.has(form) ||
    group.dependent
  ) {
    return clauseSubject(reading, group.start, categories)
  }
  return null
}

/** `our engineers designed`, `nos équipes ont conçu`: who acts are the owner’s own. */
function ownSubject(reading: Reading, end: number, categories: readonly Category[]): End | null {
  let i = end
  while (i > 0 && end - i < 3 && isContentWord(reading, i)) i--
  const owner = possessorAt(reading, i)
  if (i === end || owner < 0 || !isCategory(reading, owner, categories)) return null
  return { entities: [owner], doubt: 0.1 }
}

/** `son PDG, X, a reconnu`: the name between commas behind the noun that it explains. */
function isApposed(reading: Reading, at: number): boolean {
  const start = phraseStart(reading, at)
  return start === at && formAt(reading, at - 1) === ',' && isContentWord(reading, at - 2)
}

/** `comme le mentionne X`, `« … », déclare X`: after what is said, the subject stands behind its verb. */
function invertedSubject(reading: Reading, at: number, categories: readonly Category[]): End | null {
  const verb = reading.lexicon.verbs.get(formAt(reading, at))
  // `que publie X`
  const relative = reading.prose.lang === 'fr' && reading.lexicon.objectRelatives.has(formAt(reading, at - 1))
  if (!relative && !verb?.frames.some(({ predicate }) => predicate === 'statedOn')) return null
  let i = at + 1
  if (reading.lexicon.determiners.has(formAt(reading, i))) i++
  for (let words = 0; words < 4 && isContentWord(reading, i); words++) i++
  return isOneOf(reading, i, categories) ? { entities: [entityAt(reading, i)], doubt: 0.05 } : null
}

/** `la direction de X`, `the board of X`: an organ acts for its organization. */
function isOrganOf(reading: Reading, governor: number): boolean {
  return reading.lexicon.of.has(formAt(reading, governor)) && reading.lexicon.organs.has(formAt(reading, governor - 1))
}

/** The first mention of the clause that stands behind no preposition. */
export function clauseSubject(reading: Reading, end: number, categories: readonly Category[]): End | null {
  const start = clauseStart(reading, end)
  for (let i = start; i < end; i++) {
    if (entityAt(reading, i) < 0) continue
    const governor = governorOf(reading, i)
    if (governor >= start && !isOrganOf(reading, governor)) continue
    if (!isOneOf(reading, i, categories)) {
      // `Onda, X a racheté …`: what is no possible subject at all is passed over, another subject is not.
      const category = categoryAt(reading, i)
      if (category === 'person' || category === 'organization') return null
      continue
    }
    return { entities: listedAfter(reading, i, categories).map((j) => entityAt(reading, j)), doubt: 0.1 }
  }
  if (start > 0) return formAt(reading, start - 1) === ':' ? topicSubject(reading, categories) : null
  for (let i = 0; i < end; i++) if (isContentWord(reading, i)) return null
  return topicSubject(reading, categories)
}

/** What a sentence without a subject speaks of: `Joined RE100 in 2022`, `En 2021 acquit …`. */
export function topicSubject(reading: Reading, categories: readonly Category[]): End | null {
  if (reading.topic === null || !categories.includes('organization')) return null
  return { entities: [reading.topic], doubt: 0.2 }
}

/** What a relative pronoun stands for: the name before it, over parentheses and what is apposed to the name. */
export function antecedent(reading: Reading, relative: number, categories: readonly Category[]): End | null {
  let i = relative - 1
  while (i >= 0 && (formAt(reading, i) === ',' || isQuote(reading, i))) i--
  if (reading.lexicon.conjunctions.has(formAt(reading, i))) {
    // `X, qui … et qui …`: both stand for the same.
    for (let first = i - 1; first >= 0; first--) {
      const form = formAt(reading, first)
      if (
        reading.lexicon.relatives.has(form) ||
        reading.lexicon.objectRelatives.has(form) ||
        reading.lexicon.whose.has(form)
      )
        return antecedent(reading, first, categories)
    }
    return null
  }
  if (formAt(reading, i) === ')') i = openingBefore(reading, i) - 1
  if (/^(?:lui|elle|eux|ça|cela|it|they)$/.test(formAt(reading, i))) {
    // `c’est lui qui …`
    return headEnd(reading, categories)
  }
  // `Y in Bergen, with whom …`
  const site = categoryAt(reading, i) === 'place' ? governorOf(reading, i) : -1
  if (site > 0 && reading.lexicon.at.has(formAt(reading, site)) && isOneOf(reading, site - 1, categories)) i = site - 1
  if (entityAt(reading, i) < 0) {
    // `X, le programme que …`, `X, une alliance qui …`
    const head = nameBeforePhrase(reading, i)
    if (head < 0) return null
    i = head
  }
  if (formAt(reading, relative) === 'who' && categoryAt(reading, i) !== 'person') {
    // `Samuel Okoro of Fairtrade Foundation, who told`
    const governor = governorOf(reading, i)
    if (governor > 0 && categoryAt(reading, governor - 1) === 'person') i = governor - 1
  }
  if (!isOneOf(reading, i, categories)) {
    // `X, le bâtisseur de trieuses à Y, qui …`: Y ends what is apposed to X.
    const head = nameBeforeApposition(reading, i)
    return head >= 0 && isOneOf(reading, head, categories) ? { entities: [entityAt(reading, head)], doubt: 0.1 } : null
  }
  const all = isPluralVerb(reading, relative + 1) ? listedBefore(reading, i, categories) : [i]
  return { entities: all.map((j) => entityAt(reading, j)), doubt: 0.05 }
}

/** Whether the verb behind a relative is plural: `A et B, qui concurrencent`, `A and B, which compete`. */
function isPluralVerb(reading: Reading, at: number): boolean {
  const form = formAt(reading, at)
  return reading.prose.lang === 'fr'
    ? /(?:ent|ont)$/.test(form)
    : /^(?:are|were|have|do)$/.test(form) || !/s$/.test(form)
}

/** The name that an apposition hangs on, from the mention that ends it: the text between begins with an article behind a comma. */
function nameBeforeApposition(reading: Reading, end: number): number {
  for (let i = end - 1; i >= 0 && i >= end - 10; i--) {
    const item = reading.items[i]
    if (item?.kind !== 'punctuation' || isQuote(reading, i)) continue
    if (item.form !== ',') return -1
    return entityAt(reading, i - 1) >= 0 && reading.lexicon.determiners.has(formAt(reading, i + 1)) ? i - 1 : -1
  }
  return -1
}

/** The name that the noun phrase ending at `at` is apposed to or predicated of: `X, une PME …`, `X is a body …`; −1 when none. */
function nameBeforePhrase(reading: Reading, at: number): number {
  let i = at
  let words = 0
  while (
    words < 7 &&
    i >= 0 &&
    (isContentWord(reading, i) || (words > 0 && reading.lexicon.of.has(formAt(reading, i))))
  ) {
    i--
    words++
  }
  if (words === 0) return -1
  // `the X programme`
  if (reading.prose.lang === 'en' && words === 1 && isNamed(reading, i)) return i
  // `X, a Bergen group`
  if (categoryAt(reading, i) === 'place' && reading.lexicon.determiners.has(formAt(reading, i - 1))) i--
  if (reading.lexicon.determiners.has(formAt(reading, i))) i--
  const form = formAt(reading, i)
  if (form === ',' || form === '(' || form === '–' || form === '—') i--
  else if (reading.lexicon.copulas.has(form)) {
    i--
    while (i >= 0 && (reading.lexicon.have.has(formAt(reading, i)) || reading.lexicon.fillers.has(formAt(reading, i))))
      i--
  } else return -1
  while (isQuote(reading, i)) i--
  if (formAt(reading, i) === ')') i = openingBefore(reading, i) - 1
  return entityAt(reading, i) >= 0 ? i : -1
}

function openingBefore(reading: Reading, close: number): number {
  let i = close
  while (i > 0 && formAt(reading, i) !== '(') i--
  return i
}

/** Who acts in a passive: `par X`, `by X`. */
export function findAgent(reading: Reading, at: number, categories: readonly Category[]): End | null {
  for (let i = at + 1; i < reading.items.length && i <= at + REACH; i++) {
    const form = formAt(reading, i)
    if (reading.lexicon.by.has(form)) {
      const found = phraseMention(reading, i + 1, categories, reading.lexicon.of)
      return found < 0
        ? null
        : { entities: listedAfter(reading, found, categories).map((j) => entityAt(reading, j)), doubt: 0 }
    }
    if (isBoundary(reading, i)) return null
    // `designed with A, it is audited by B`
    const next = formAt(reading, i + 1)
    if (form === ',' && (entityAt(reading, i + 1) >= 0 || /^(?:ils?|elles?|it|they|which|qui)$/.test(next))) return null
  }
  return null
}

/** What a passive is about: its subject, the name before a bare participle, or the name that a fronted one waits for. */
export function findPatient(
  reading: Reading,
  at: number,
  group: VerbGroup,
  categories: readonly Category[],
): End | null {
  if (group.voice === 'passive') {
    const subject = findSubject(reading, at, group, categories)
    if (subject) return subject
    if (isConjoined(reading, group)) {
      return nearestBefore(reading, group.start, categories) ?? recentPronoun(reading, categories)
    }
    const pronoun = /^(?:ils?|elles?|it|they)$/.test(formAt(reading, group.start - 1))
    if (pronoun) return nearestBefore(reading, group.start, categories) ?? recentEnd(reading, categories)
    return isDocument(reading, group.start - 1) ? recentEnd(reading, categories) : null
  }
  let i = group.start - 1
  while (isQuote(reading, i) || formAt(reading, i) === ',' || formAt(reading, i) === '(') i--
  if (i < 0) return frontedPatient(reading, at, categories) ?? headEnd(reading, categories)
  const form = formAt(reading, i)
  if (form === ':' || form === '–' || form === '—') return headEnd(reading, categories)
  if (form === ')') i = openingBefore(reading, i) - 1
  if (isOneOf(reading, i, categories)) {
    return { entities: listedBefore(reading, i, categories).map((j) => entityAt(reading, j)), doubt: 0 }
  }
  if (isContentWord(reading, i)) {
    const name = nameBeforePhrase(reading, i)
    // `Its climate centre, led by P`
    if (name < 0) return ownSubject(reading, i, categories)
    return isOneOf(reading, name, categories) ? { entities: [entityAt(reading, name)], doubt: 0.05 } : null
  }
  if (!isConjoined(reading, group)) return null
  return nearestBefore(reading, group.start, categories) ?? explainedName(reading, group.start, categories)
}

/** `X, fondée en 1868 et installée à Y`: the name behind whose comma the first participle stands. */
function explainedName(reading: Reading, end: number, categories: readonly Category[]): End | null {
  for (let i = end - 2; i > 0 && i >= end - 9; i--) {
    if (formAt(reading, i) !== ',') continue
    if (!isOneOf(reading, i - 1, categories) || !/(?:ées?|és?|ed)$/.test(formAt(reading, i + 1))) return null
    return { entities: [entityAt(reading, i - 1)], doubt: 0.05 }
  }
  return null
}

/** `l’édition 2023`, `the report`: what stands before the verb is a noun for a text. */
function isDocument(reading: Reading, end: number): boolean {
  for (let i = end; i >= 0 && i >= end - 3; i--) {
    if (reading.lexicon.owned.get(formAt(reading, i)) === 'work' || /^[ée]dition$/.test(formAt(reading, i))) return true
  }
  return false
}

/** `published by A and written by B`: the second participle says the same thing’s. */
function isConjoined(reading: Reading, group: VerbGroup): boolean {
  const form = formAt(reading, group.start - 1)
  return reading.lexicon.conjunctions.has(form) || form === ','
}

/** The nearest mention to the left, for things that a sentence rarely has two of. */
function nearestBefore(reading: Reading, end: number, categories: readonly Category[]): End | null {
  for (let i = end - 1; i >= 0 && i >= end - 24; i--) {
    if (!isOneOf(reading, i, categories)) continue
    const category = categoryAt(reading, i)
    if (category === 'person' || category === 'organization' || category === 'place') return null
    return { entities: [entityAt(reading, i)], doubt: 0.15 }
  }
  return null
}

/** `Présenté par A, lors de E, le document …`: the name that begins behind one of the commas. */
function frontedPatient(reading: Reading, at: number, categories: readonly Category[]): End | null {
  let comma = -1
  for (let j = at + 1; j < reading.items.length; j++) {
    if (formAt(reading, j) === ',') comma = j
    if (comma < 0 || j === comma || entityAt(reading, j) < 0) continue
    if (governorOf(reading, j) >= 0 || phraseStart(reading, j) !== comma + 1) continue
    if (isOneOf(reading, j, categories)) return { entities: [entityAt(reading, j)], doubt: 0.05 }
  }
  if (comma < 0 || categories.includes('person') || categories.includes('organization')) return null
  // `Lancé en 2022 par A, il …`: the pronoun goes on with what was named last.
  const pronoun = /^(?:ils?|elles?|it|they)$/.test(formAt(reading, comma + 1))
  return pronoun ? recentEnd(reading, categories) : null
}

/** `It was launched by A and is funded by B`: what the sentence’s first pronoun goes on with. */
function recentPronoun(reading: Reading, categories: readonly Category[]): End | null {
  return /^(?:ils?|elles?|it|they)$/.test(formAt(reading, 0)) ? recentEnd(reading, categories) : null
}

function recentEnd(reading: Reading, categories: readonly Category[]): End | null {
  const thing = recentThing(reading, categories)
  return thing === null ? null : { entities: [thing], doubt: 0.2 }
}

function headEnd(reading: Reading, categories: readonly Category[]): End | null {
  if (reading.head === null || !isCategory(reading, reading.head, categories)) return null
  return { entities: [reading.head], doubt: 0.05 }
}

/** The direct object: a pronoun before the verb, a name to the right, or what a relative clause hangs on. */
export function findObject(
  reading: Reading,
  at: number,
  group: VerbGroup,
  categories: readonly Category[],
  frame: VerbFrame,
): End | null {
  if (group.object >= 0 && isOneOfMention(reading, group.object, categories)) {
    return { entities: [mentionEntity(reading, group.object)], doubt: 0 }
  }
  const found = phraseMention(reading, at + 1, categories, frame.through)
  if (found < 0 && /^(?:it|them)$/.test(formAt(reading, at + 1))) {
    // `She presented it at E`
    const thing = recentThing(reading, categories)
    if (thing !== null) return { entities: [thing], doubt: 0.15 }
  }
  if (found < 0 && group.clitic && group.voice === 'active') {
    // `X l’a présenté à E`
    const thing = recentThing(reading, categories)
    if (thing !== null && /^(?:le|la|l'|les)$/.test(cliticForm(reading, at, group)))
      return { entities: [thing], doubt: 0.15 }
  }
  if (found >= 0) {
    return {
      entities: listedAfter(reading, found, categories).map((i) => entityAt(reading, i)),
      doubt: found - at > 6 ? 0.1 : 0,
    }
  }
  // `our report, which Priya presented …`, `le rapport que X a publié`
  let left = group.start - 1
  for (; left >= 0 && left >= group.start - 7; left--) {
    if (reading.lexicon.objectRelatives.has(formAt(reading, left))) return antecedent(reading, left, categories)
    if (reading.items[left]?.kind === 'punctuation' && !isQuote(reading, left)) break
  }
  // `X, the programme we launched`: English leaves the relative out.
  const subject = group.start - 1
  if (reading.prose.lang === 'en' && entityAt(reading, subject) >= 0) {
    const start = phraseStart(reading, subject)
    if (!isNamed(reading, start - 1) && isOneOf(reading, start - 1, categories)) {
      return { entities: [entityAt(reading, start - 1)], doubt: 0.05 }
    }
    if (isContentWord(reading, start - 1)) {
      const name = nameBeforePhrase(reading, start - 1)
      if (name >= 0 && isOneOf(reading, name, categories)) return { entities: [entityAt(reading, name)], doubt: 0.05 }
    }
  }
  return null
}

function cliticForm(reading: Reading, at: number, group: VerbGroup): string {
  for (let i = group.start; i < at; i++) if (/^(?:le|la|l'|les)$/.test(formAt(reading, i))) return formAt(reading, i)
  return ''
}

function mentionEntity(reading: Reading, at: number): number {
  return reading.references.mentions[reading.items[at]?.mention as number]?.entity ?? -1
}

function isOneOfMention(reading: Reading, at: number, categories: readonly Category[]): boolean {
  return isCategory(reading, mentionEntity(reading, at), categories)
}

/** The complement behind one of the frame's prepositions, or the pronoun or relative that stands for it. */
export function findComplement(
  reading: Reading,
  at: number,
  categories: readonly Category[],
  frame: VerbFrame,
): End | null {
  if (!frame.via) return null
  if (takesDative(reading, frame)) {
    const dative = dativeBefore(reading, at, categories)
    if (dative) return dative
  }
  const { of } = reading.lexicon
  const through = frame.through.size === 0 ? of : new Set([...of, ...frame.through])
  for (let i = at + 1; i < reading.items.length && i <= at + REACH; i++) {
    const form = formAt(reading, i)
    if (frame.via.has(form)) {
      const found = phraseMention(reading, i + 1, categories, through)
      if (found >= 0) {
        return {
          entities: listedAfter(reading, found, categories).map((j) => entityAt(reading, j)),
          doubt: i - at > 5 ? 0.1 : 0,
        }
      }
    } else if (isBoundary(reading, i)) break
  }
  return frontedComplement(reading, at, categories, frame)
}

/** `Sur X, l’entreprise a annoncé`, `en Pologne, où l’entreprise exploite`: the complement opens the sentence. */
function frontedComplement(
  reading: Reading,
  at: number,
  categories: readonly Category[],
  frame: VerbFrame,
): End | null {
  if (!frame.via) return null
  if (frame.predicate === 'locatedIn') {
    const start = clauseStart(reading, at)
    if (!/^(?:où|where)$/.test(formAt(reading, start - 1))) return null
    const place = formAt(reading, start - 2) === ',' ? start - 3 : start - 2
    return isOneOf(reading, place, categories) ? { entities: [entityAt(reading, place)], doubt: 0.05 } : null
  }
  if (frame.predicate !== 'statedOn') return null
  for (let i = 0; i < at && i < 8; i++) {
    if (!isOneOf(reading, i, categories)) continue
    const governor = governorOf(reading, i)
    return governor >= 0 && (frame.via.has(formAt(reading, governor)) || formAt(reading, governor) === 'en')
      ? { entities: [entityAt(reading, i)], doubt: 0.1 }
      : null
  }
  return null
}

function takesDative(reading: Reading, frame: VerbFrame): boolean {
  return reading.prose.lang === 'fr' && frame.via !== null && (frame.via.has('à') || frame.via.has('dans'))
}

/** `y consacrera`, `nous a accordé`: a pronoun before the verb is its complement. */
function dativeBefore(reading: Reading, at: number, categories: readonly Category[]): End | null {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const form = formAt(reading, i)
    if (form === 'y') {
      const head = headEnd(reading, categories)
      if (head) return head
      for (const category of categories) {
        const entity = reading.recent.get(category)
        if (entity !== undefined && category !== 'organization') return { entities: [entity], doubt: 0.15 }
      }
      return null
    }
    if (form === 'nous' && reading.items[i]?.kind === 'mention') {
      return isOneOfMention(reading, i, categories) && !/ons$/.test(formAt(reading, i + 1))
        ? { entities: [mentionEntity(reading, i)], doubt: 0 }
        : null
    }
    if (!(reading.lexicon.have.has(form) || reading.lexicon.fillers.has(form) || reading.lexicon.will.has(form)))
      return null
  }
  return null
}

const TIME_NOUN = /^(?:night|day|morning|afternoon|evening|week|month|year|spring|summer|autumn|winter)$/

/** Whether the clause ends at the item: a mark that ends one, or a word that opens another. */
export function isBoundary(reading: Reading, at: number): boolean {
  const item = reading.items[at]
  if (!item) return true
  if (item.kind === 'punctuation') return /^[.;:!?()]$/.test(item.form)
  // `that night`
  if (item.form === 'that' && TIME_NOUN.test(formAt(reading, at + 1))) return false
  return (
    item.kind === 'word' && (reading.lexicon.relatives.has(item.form) || reading.lexicon.subordinators.has(item.form))
  )
}
