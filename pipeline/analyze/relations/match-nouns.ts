import type { ActFrame, NounFrame } from '../../languages/relation-lexicon.ts'
import type { Category } from '../../model.ts'
import { antecedent, clauseSubject, findSubject } from './find-ends.ts'
import { phraseMention } from './noun-phrase.ts'
import type { VerbGroup } from './read-verb-group.ts'
import {
  entityAt,
  formAt,
  governorOf,
  isCategory,
  isContentWord,
  isOneOf,
  isQuote,
  listedAfter,
  listedBefore,
  phraseStart,
  possessorAt,
  type Reading,
  recentThing,
} from './reading.ts'

/**
 * Relations that nouns state: `X, filiale de Y`, `X est membre de Y`, `la concurrente de Y, X`, `son partenaire X`,
 * `Y’s rival X`, and acts: `le rachat de Y par X`, `partenariat avec Y`.
 */
export function matchNouns(reading: Reading): void {
  for (let at = 0; at < reading.items.length; at++) {
    const item = reading.items[at]
    if (item?.kind !== 'word') continue
    const { form } = item
    for (const frame of reading.lexicon.nouns.get(form) ?? []) matchNoun(reading, at, frame)
    for (const frame of reading.lexicon.acts.get(form) ?? []) matchAct(reading, at, frame)
  }
}

function matchNoun(reading: Reading, at: number, frame: NounFrame): void {
  const bearers = frame.inverse ? frame.object : frame.subject
  const owners = frame.inverse ? frame.subject : frame.object
  // `membre fondateur`: the first noun says what the relation is.
  if (reading.lexicon.nouns.has(formAt(reading, at - 1))) return
  const phrase = describedPhrase(reading, at)
  const polarity = isFormer(reading, phrase.start, at) ? 'negative' : 'positive'
  const say = (bearer: number, owner: number, doubt: number, how: string): void => {
    reading.emit({
      subject: frame.inverse ? owner : bearer,
      predicate: frame.predicate,
      object: frame.inverse ? bearer : owner,
      trigger: [at, at],
      polarity: isNegated(reading, phrase.start) ? 'negative' : polarity,
      modality: 'asserted',
      confidence: frame.confidence - doubt,
      extractor: `${frame.id}-${how}`,
    })
  }

  // The complement: `filiale (à 100 %) de Y`, `member of Y`.
  let owner = -1
  for (let i = at + 1; i <= at + 8 && i < reading.items.length; i++) {
    const form = formAt(reading, i)
    if (frame.of.has(form)) {
      owner = phraseMention(reading, i + 1, owners, reading.lexicon.of)
      break
    }
    // `la filiale énergie de Y`
    if (isOneOf(reading, i, ['concept']) || form === '%') continue
    if (reading.items[i]?.kind === 'punctuation' || entityAt(reading, i) >= 0 || reading.lexicon.relatives.has(form))
      break
  }
  if (owner >= 0) {
    const ownerEntities = listedAfter(reading, owner, owners).map((i) => entityAt(reading, i))
    const before = bearersBefore(reading, phrase.start, bearers)
    if (before.length > 0) {
      for (const bearer of before) for (const o of ownerEntities) say(bearer, o, 0, 'of')
      return
    }
    // `la concurrente de Y, X`, `filiale de Y, X`, `les membres de Y, dont X et Z`
    let next = owner + 1
    const comma = formAt(reading, next) === ','
    if (comma) next++
    if (comma && reading.lexicon.examples.has(formAt(reading, next))) {
      const example = phraseMention(reading, next + 1, bearers, new Set())
      if (example >= 0) {
        for (const i of listedAfter(reading, example, bearers))
          say(entityAt(reading, i), ownerEntities[0] as number, 0.05, 'example')
        return
      }
    }
    if (/^(?:includes?|including|sont|are|comptent|figurent)$/.test(formAt(reading, next))) {
      const member = phraseMention(reading, next + 1, bearers, new Set())
      if (member >= 0) {
        for (const i of listedAfter(reading, member, bearers))
          say(entityAt(reading, i), ownerEntities[0] as number, 0.05, 'example')
        return
      }
    }
    if (reading.lexicon.determiners.has(formAt(reading, next))) next++
    if (isOneOf(reading, next, bearers) && (comma || phrase.start !== at)) {
      say(entityAt(reading, next), ownerEntities[0] as number, comma ? 0.05 : 0.2, 'of-before')
      return
    }
    if (phrase.start === 0) {
      const subject = subjectAfter(reading, next, bearers)
      if (subject >= 0) {
        say(entityAt(reading, subject), ownerEntities[0] as number, 0.1, 'of-before')
        return
      }
    }
    if (reading.head !== null && headIs(reading, bearers) && clauseIsHeaded(reading, phrase.start)) {
      for (const o of ownerEntities) say(reading.head, o, 0.05, 'head')
    }
    return
  }

  // `X en est une filiale`: of whom the sentence named before.
  if (reading.head === null && formBetween(reading, phrase.start, 'en') && owners.includes('organization')) {
    for (const bearer of bearersBefore(reading, phrase.start, bearers)) {
      for (let i = 0; i < phrase.start; i++) {
        if (isOneOf(reading, i, owners) && entityAt(reading, i) !== bearer) {
          say(bearer, entityAt(reading, i), 0.05, 'pronoun')
          return
        }
      }
    }
  }

  // `LMA en est membre`, `c’est une filiale`: the complement is the head of the list item, or the reverse.
  const pronoun = findHeadPronoun(reading, phrase.start)
  if (reading.head !== null && pronoun) {
    if (
      headIs(reading, owners) &&
      (formBetween(reading, phrase.start, 'en') || formBetween(reading, phrase.start, 'y'))
    ) {
      const before = bearersBefore(reading, phrase.start, bearers)
      for (const bearer of before) say(bearer, reading.head, 0, 'head')
      if (before.length > 0) return
    }
    if (headIs(reading, bearers)) {
      const other = otherOrganization(reading, reading.head)
      if (other !== null && owners.includes('organization')) say(reading.head, other, 0.1, 'head')
      return
    }
  }

  // `W, dont l’auteur est P`, `a report whose author is P`
  if (matchWhose(reading, phrase.start, at, bearers, owners, say)) return

  // `X a choisi Y comme partenaire`
  if (/^(?:comme|as)$/.test(formAt(reading, phrase.start - 1)) && isOneOf(reading, phrase.start - 2, bearers)) {
    const chooser = clauseSubject(reading, phrase.start - 2, owners)?.entities[0]
    const chosen = entityAt(reading, phrase.start - 2)
    if (chooser !== undefined && chooser !== chosen) say(chosen, chooser, 0.05, 'as')
    return
  }

  // Possessives: `notre partenaire X`, `Y’s rival X`, `Y, notre partenaire depuis …`
  const owned =
    initiativeOwner(reading, phrase.start, frame) ??
    personOwner(reading, phrase.start, owners) ??
    possessor(reading, phrase.start, at)
  // `Avec Y, son partenaire historique, X développe …`
  if (owned === null && reading.lexicon.possessives.has(formAt(reading, phrase.start))) {
    const owner = subjectAfter(reading, at + 1, owners)
    const [bearer] = bearersBefore(reading, phrase.start, bearers)
    if (owner >= 0 && bearer !== undefined && bearer !== entityAt(reading, owner)) {
      say(bearer, entityAt(reading, owner), 0.1, 'possessive')
      return
    }
    // `Comme ses concurrents A et B, X …`
    const listed = isOneOf(reading, at + 1, bearers) ? listedAfter(reading, at + 1, bearers) : []
    const later = subjectAfter(reading, (listed.at(-1) ?? at) + 2, owners)
    if (listed.length > 0 && later >= 0) {
      for (const i of listed) say(entityAt(reading, i), entityAt(reading, later), 0.1, 'possessive')
      return
    }
  }
  if (owned === null) {
    matchUnowned(reading, phrase.start, at, frame, bearers, say)
    return
  }
  if (!isCategory(reading, owned, owners)) return
  let next = at + 1
  while (isContentWord(reading, next) && next < at + 3) next++
  if (formAt(reading, next) === ',' || formAt(reading, next) === ':') next++
  if (reading.lexicon.copulas.has(formAt(reading, next)) || /^(?:includes?|comptent)$/.test(formAt(reading, next)))
    next++
  if (formAt(reading, next) === ',' && reading.lexicon.examples.has(formAt(reading, next + 1))) next++
  if (reading.lexicon.examples.has(formAt(reading, next))) {
    next++
    if (reading.lexicon.examples.has(formAt(reading, next))) next++
  }
  while (isQuote(reading, next)) next++
  if (reading.lexicon.determiners.has(formAt(reading, next))) next++
  if (isOneOf(reading, next, bearers)) {
    for (const i of listedAfter(reading, next, bearers)) say(entityAt(reading, i), owned, 0, 'possessive')
    return
  }
  // `a maker that has been Y’s fiercest competitor`: the owner’s name belongs to the phrase.
  const possessed = formAt(reading, phrase.start - 1) === "'s" && entityAt(reading, phrase.start - 2) >= 0
  const start = possessed ? phraseStart(reading, phrase.start - 2) : phrase.start
  for (const bearer of bearersBefore(reading, start, bearers)) {
    // `X est devenue son alliée`: of what the text was on.
    const owner = bearer !== owned ? owned : bearer !== reading.topic ? reading.topic : null
    if (owner !== null) say(bearer, owner, bearer === owned ? 0.15 : 0, 'possessive')
  }
}

/** `Membre de Y, qui réclame …, X …`: the name behind the comma that ends what opens the sentence; −1 when none stands there. */
function subjectAfter(reading: Reading, from: number, bearers: readonly Category[]): number {
  for (let i = from; i < reading.items.length && i < from + 16; i++) {
    if (formAt(reading, i - 1) !== ',') continue
    const name = reading.lexicon.determiners.has(formAt(reading, i)) ? i + 1 : i
    if (!isOneOf(reading, name, bearers) || formAt(reading, name + 1) === ',') continue
    return name
  }
  return -1
}

/** `Ses adhérents, dont X`: an initiative’s, when that is what was named last. */
function initiativeOwner(reading: Reading, start: number, frame: NounFrame): number | null {
  if (frame.predicate !== 'memberOf') return null
  if (!reading.lexicon.possessives.has(formAt(reading, start))) return null
  // `X compte parmi ses membres …`
  const subject = clauseSubject(reading, start, ['initiative'])
  if (subject && subject.doubt < 0.2) return subject.entities[0] ?? null
  if (start !== 0) return null
  return recentThing(reading, ['initiative'])
}

/** `Son employeur, X`: a person’s, the one named last. */
function personOwner(reading: Reading, start: number, owners: readonly Category[]): number | null {
  if (owners.length !== 1 || owners[0] !== 'person') return null
  if (!reading.lexicon.possessives.has(formAt(reading, start))) return null
  for (let i = start - 1; i >= 0; i--) if (isOneOf(reading, i, owners)) return entityAt(reading, i)
  return reading.recent.get('person') ?? null
}

type Say = (bearer: number, owner: number, doubt: number, how: string) => void

function matchWhose(
  reading: Reading,
  start: number,
  at: number,
  bearers: readonly Category[],
  owners: readonly Category[],
  say: Say,
): boolean {
  if (!reading.lexicon.whose.has(formAt(reading, start - 1))) return false
  const owner = antecedent(reading, start - 1, owners)?.entities[0]
  if (owner === undefined) return false
  let next = at + 1
  while (isContentWord(reading, next) && next < at + 3) next++
  if (!reading.lexicon.copulas.has(formAt(reading, next)) && !/^(?:includes?|comptent)$/.test(formAt(reading, next)))
    return false
  const bearer = phraseMention(reading, next + 1, bearers, reading.lexicon.of)
  if (bearer < 0) return false
  for (const i of listedAfter(reading, bearer, bearers)) say(entityAt(reading, i), owner, 0.05, 'whose')
  return true
}

/** `X, partenaire de longue date`, `rival X`: of what the text speaks of, for relations that hold both ways. */
function matchUnowned(
  reading: Reading,
  start: number,
  at: number,
  frame: NounFrame,
  bearers: readonly Category[],
  say: Say,
): void {
  // `La maison mère, X, …`, `The parent, X, …`
  if (frame.predicate === 'subsidiaryOf' && frame.inverse && formAt(reading, at + 1) === ',') {
    const owner = reading.previous ?? reading.main
    if (!isOneOf(reading, at + 2, bearers) || !reading.lexicon.determiners.has(formAt(reading, start))) return
    if (owner !== null && owner !== entityAt(reading, at + 2)) say(entityAt(reading, at + 2), owner, 0.15, 'unowned')
    return
  }
  if (frame.predicate !== 'partnerOf' && frame.predicate !== 'competesWith') return
  if (isOneOf(reading, at + 1, bearers)) {
    const bearer = entityAt(reading, at + 1)
    const owner =
      reading.main !== null && reading.main !== bearer ? reading.main : nearestOrganization(reading, start - 1)
    if (owner !== null) say(entityAt(reading, at + 1), owner, 0.2, 'unowned')
    return
  }
  // `Du côté de la concurrence, X …`, `Chez les concurrents, X …`
  if (start <= 4 && formAt(reading, at + 1) === ',' && frame.predicate === 'competesWith' && reading.main !== null) {
    let next = at + 2
    if (reading.lexicon.determiners.has(formAt(reading, next))) next++
    while (next < at + 5 && isContentWord(reading, next)) next++
    if (isOneOf(reading, next, bearers) && entityAt(reading, next) !== reading.main) {
      say(entityAt(reading, next), reading.main, 0.2, 'fronted')
      return
    }
  }
  const [bearer] = formAt(reading, start - 1) === ',' ? bearersBefore(reading, start, bearers) : []
  const owner = reading.main
  if (bearer !== undefined && owner !== null && owner !== bearer) say(bearer, owner, 0.2, 'unowned')
}

function nearestOrganization(reading: Reading, from: number): number | null {
  for (let i = from; i >= 0; i--) if (isOneOf(reading, i, ['organization'])) return entityAt(reading, i)
  return null
}

/** First item of the phrase that the noun heads: adjectives and determiner before it. */
function describedPhrase(reading: Reading, at: number): { start: number } {
  let start = at
  while (start > 0 && at - start < 3 && isContentWord(reading, start - 1)) start--
  if (reading.lexicon.determiners.has(formAt(reading, start - 1))) start--
  return { start }
}

function isFormer(reading: Reading, start: number, at: number): boolean {
  for (let i = start; i < at; i++) if (reading.lexicon.former.has(formAt(reading, i))) return true
  return false
}

function isNegated(reading: Reading, start: number): boolean {
  for (let i = start - 1; i >= 0 && i >= start - 4; i--) {
    const form = formAt(reading, i)
    if (reading.lexicon.negations.has(form)) return true
    if (entityAt(reading, i) >= 0) return false
  }
  return false
}

/** Who the phrase at `start` is said of: `X, (une) filiale`, `X est (aujourd’hui) une filiale`, `X (filiale de Y)`. */
function bearersBefore(reading: Reading, start: number, categories: readonly Category[]): number[] {
  let i = start - 1
  const form = formAt(reading, i)
  if (form === ',' || form === '(' || form === '–' || form === '—') {
    i--
    while (isQuote(reading, i)) i--
    if (formAt(reading, i) === ')') {
      while (i >= 0 && formAt(reading, i) !== '(') i--
      i--
    }
    // `A et B, tous deux membres de`
    const both = [start, start + 1].some((word) => /^(?:tous|toutes|both|all)$/.test(formAt(reading, word)))
    if (both && isOneOf(reading, i, categories))
      return listedBefore(reading, i, categories).map((name) => entityAt(reading, name))
    if (isOneOf(reading, i, categories)) return [entityAt(reading, i)]
    // `X, société de Y, filiale de Z`: over what is apposed first.
    const first = form === ',' ? nameBeforeChunk(reading, i) : -1
    return first >= 0 && isOneOf(reading, first, categories) ? [entityAt(reading, first)] : []
  }
  if (reading.lexicon.conjunctions.has(form) && hasNounBefore(reading, i)) {
    // `est membre de A et signataire de B`
    return clauseSubject(reading, i, categories)?.entities ?? []
  }
  for (; i >= 0 && i >= start - 9; i--) {
    const word = formAt(reading, i)
    if (reading.lexicon.copulas.has(word)) {
      // `X : c’est une filiale`
      if (formAt(reading, i - 1) === "c'" && reading.head !== null && headIs(reading, categories)) return [reading.head]
      return subjectOf(reading, i, categories)
    }
    if (!isCopulaGap(reading, i)) return []
  }
  return []
}

function hasNounBefore(reading: Reading, end: number): boolean {
  for (let i = end - 1; i >= 0 && i >= end - 10; i--) if (reading.lexicon.nouns.has(formAt(reading, i))) return true
  return false
}

/** The mention before the comma that opens the apposition ending at `end`; −1 when there is none. */
function nameBeforeChunk(reading: Reading, end: number): number {
  for (let i = end; i > 0 && i > end - 9; i--) {
    const item = reading.items[i]
    if (item?.kind !== 'punctuation' || isQuote(reading, i)) continue
    return item.form === ',' && entityAt(reading, i - 1) >= 0 ? i - 1 : -1
  }
  return -1
}

/** What may stand between a copula and what it says: adverbs, negations, times, `un des`. */
function isCopulaGap(reading: Reading, at: number): boolean {
  const { lexicon } = reading
  const item = reading.items[at]
  const form = formAt(reading, at)
  if (item?.kind === 'number' || lexicon.months.has(form)) return true
  if (item?.kind !== 'word') return false
  return (
    lexicon.fillers.has(form) ||
    lexicon.negations.has(form) ||
    lexicon.headPronouns.has(form) ||
    lexicon.determiners.has(form) ||
    form === 'des' ||
    form === 'parmi' ||
    form === 'among' ||
    form === 'of' ||
    form === 'one' ||
    form === 'en' ||
    form === 'in' ||
    /(?:ment|ly)$/.test(form)
  )
}

function subjectOf(reading: Reading, copula: number, categories: readonly Category[]): number[] {
  const { lexicon } = reading
  let start = copula
  while (start > 0) {
    const form = formAt(reading, start - 1)
    const passes =
      lexicon.have.has(form) ||
      lexicon.fillers.has(form) ||
      lexicon.negations.has(form) ||
      lexicon.will.has(form) ||
      lexicon.headPronouns.has(form) ||
      form === 'ne' ||
      form === "n'"
    if (!passes || entityAt(reading, start - 1) >= 0) break
    start--
  }
  return findSubject(reading, copula, { ...COPULA, start }, categories)?.entities ?? []
}

const COPULA: VerbGroup = {
  start: 0,
  voice: 'active',
  polarity: 'positive',
  modality: 'asserted',
  reflexive: false,
  dependent: false,
  inverted: -1,
  object: -1,
  clitic: false,
}

/** Whose noun it is: a possessive determiner’s antecedent, or the name before `’s`. */
function possessor(reading: Reading, start: number, at: number): number | null {
  for (let i = at - 1; i >= start - 1 && i >= 0; i--) {
    const form = formAt(reading, i)
    const entity = entityAt(reading, i)
    if (entity >= 0) return formAt(reading, i + 1) === "'s" ? entity : null
    if (possessorAt(reading, i) >= 0) return possessorAt(reading, i)
    if (reading.lexicon.possessives.has(form)) return ownerOf(reading, i)
    if (form === "'s" && entityAt(reading, i - 1) >= 0) return entityAt(reading, i - 1)
  }
  return null
}

/** Whom a possessive points back to; not the name that its noun explains: `X, son rival`. */
function ownerOf(reading: Reading, possessive: number): number | null {
  const explained = formAt(reading, possessive - 1) === ',' ? entityAt(reading, possessive - 2) : -1
  const owner = subjectOfClause(reading, possessive)
  if (owner !== explained) return owner
  return reading.previous !== explained ? reading.previous : null
}

/** The organization that a possessive in the clause points back to: its subject, else the text’s topic. */
export function subjectOfClause(reading: Reading, at: number): number | null {
  for (let i = 0; i < at; i++) {
    if (!isOneOf(reading, i, ['organization'])) continue
    if (governorOf(reading, i) >= 0) continue
    return entityAt(reading, i)
  }
  // `Dans son livre, X estime …`: the owner comes after.
  if (at === 1 && reading.lexicon.prepositions.has(formAt(reading, 0))) {
    for (let i = at + 1; i < reading.items.length; i++) {
      if (
        isOneOf(reading, i, ['person', 'organization']) &&
        governorOf(reading, i) < 0 &&
        hasCommaBetween(reading, at, i)
      ) {
        return entityAt(reading, i)
      }
    }
  }
  return reading.previous ?? reading.topic
}

/** Who does what a noun names: the clause’s subject, before it or, behind `Avec le soutien de X, …`, after it. */
function actorOfClause(reading: Reading, at: number, after: number, categories: readonly Category[]): number | null {
  for (let i = 0; i < reading.items.length; i++) {
    if (i === at) i = after
    if (!isOneOf(reading, i, categories)) continue
    if (governorOf(reading, i) >= 0) continue
    if (i > at && !hasCommaBetween(reading, after, i)) continue
    return entityAt(reading, i)
  }
  return reading.topic
}

function hasCommaBetween(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (formAt(reading, i) === ',') return true
  return false
}

function headIs(reading: Reading, categories: readonly Category[]): boolean {
  return reading.head !== null && isCategory(reading, reading.head, categories)
}

/** Whether what stands before `start` is only the head and its colon: `RE100 : membre depuis 2019`. */
function clauseIsHeaded(reading: Reading, start: number): boolean {
  const form = formAt(reading, start - 1)
  return start === 0 || form === ':' || form === '–' || form === '—'
}

function findHeadPronoun(reading: Reading, start: number): boolean {
  for (let i = start - 1; i >= 0 && i >= start - 6; i--) {
    if (reading.lexicon.headPronouns.has(formAt(reading, i))) return true
  }
  return false
}

function formBetween(reading: Reading, start: number, form: string): boolean {
  for (let i = start - 1; i >= 0 && i >= start - 5; i--) if (formAt(reading, i) === form) return true
  return false
}

/** The last organization of the sentence other than `entity`, else the topic. */
function otherOrganization(reading: Reading, entity: number): number | null {
  for (let i = reading.items.length - 1; i >= 0; i--) {
    if (isOneOf(reading, i, ['organization']) && entityAt(reading, i) !== entity) return entityAt(reading, i)
  }
  return reading.topic !== entity ? reading.topic : null
}

/** `Space : nous y tenons un stand`, `London Coffee Festival – stand C12`: the act is at the head of the list item. */
function headObject(reading: Reading, at: number, frame: ActFrame): number[] {
  if (reading.head === null || !isCategory(reading, reading.head, frame.object)) return []
  if (!frame.to.has('à') && !frame.to.has('at')) return []
  return formBetween(reading, at, 'y') || clauseIsHeaded(reading, describedPhrase(reading, at).start)
    ? [reading.head]
    : []
}

function matchAct(reading: Reading, at: number, frame: ActFrame): void {
  if (frame.after) {
    let i = at - 1
    if (reading.lexicon.determiners.has(formAt(reading, i))) i--
    if (!frame.after.has(formAt(reading, i))) return
  }
  let object = -1
  let subject = -1
  for (let i = at + 1; i < reading.items.length && i <= at + 16; i++) {
    const item = reading.items[i]
    if (item?.kind === 'punctuation' && !isQuote(reading, i)) break
    const form = formAt(reading, i)
    if (reading.lexicon.relatives.has(form) || reading.lexicon.subordinators.has(form)) break
    if (object < 0 && frame.to.has(form)) {
      object = phraseMention(reading, i + 1, frame.object, reading.lexicon.of)
      if (object >= 0) {
        i = object
        continue
      }
    }
    // `le rachat de Y par X`, `adhésion de X à Y`; of what follows the object only an agent counts.
    if (subject < 0 && frame.by.has(form) && (object < 0 || reading.lexicon.by.has(form)))
      subject = phraseMention(reading, i + 1, frame.subject, new Set())
  }
  // `its takeover by X`
  const owned = object < 0 && subject >= 0 ? possessor(reading, describedPhrase(reading, at).start, at) : null
  const objects =
    object >= 0
      ? listedAfter(reading, object, frame.object).map((i) => entityAt(reading, i))
      : owned !== null && isCategory(reading, owned, frame.object)
        ? [owned]
        : headObject(reading, at, frame)
  if (objects.length === 0) return
  let subjects = subject >= 0 ? listedAfter(reading, subject, frame.subject).map((i) => entityAt(reading, i)) : []
  let doubt = 0
  if (subjects.length === 0) {
    const owned = possessor(reading, describedPhrase(reading, at).start, at)
    if (owned !== null && isCategory(reading, owned, frame.subject)) subjects = [owned]
  }
  if (subjects.length === 0 && frame.predicate === 'partnerOf') {
    // `rédigé par A avec l’appui de B`
    for (let i = at - 1; i > 0 && i >= at - 4; i--) {
      const governor = isOneOf(reading, i, frame.subject) ? governorOf(reading, i) : -1
      if (governor >= 0 && reading.lexicon.by.has(formAt(reading, governor))) subjects = [entityAt(reading, i)]
    }
  }
  if (subjects.length === 0) {
    const last = object < 0 ? at : (listedAfter(reading, object, frame.object).at(-1) as number)
    const clause = actorOfClause(reading, at, last + 1, frame.subject)
    if (clause !== null && isCategory(reading, clause, frame.subject)) {
      subjects = [clause]
      doubt = clause === reading.topic ? 0.15 : 0.1
    }
  }
  for (const s of subjects) {
    for (const o of objects) {
      reading.emit({
        subject: frame.inverse ? o : s,
        predicate: frame.predicate,
        object: frame.inverse ? s : o,
        trigger: [at, at],
        polarity: isNegated(reading, at) ? 'negative' : 'positive',
        modality: 'asserted',
        confidence: frame.confidence - doubt,
        extractor: frame.id,
      })
    }
  }
}
