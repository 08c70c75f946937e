import type { VerbForm, VerbFrame } from '../../languages/relation-lexicon.ts'
import type { Category } from '../../model.ts'
import { readVerbGroup, type VerbGroup } from './read-verb-group.ts'
import {
  categoryAt,
  clauseStart,
  entityAt,
  formAt,
  governorOf,
  isContentWord,
  isOneOf,
  isQuote,
  listedAfter,
  listedBefore,
  phraseStart,
  type Reading,
} from './reading.ts'

/** How far to the right of a verb its complement is looked for, in items. */
const REACH = 14

/** One end of a relation: mentions of the sentence, or an entity that the sentence leaves unsaid. */
interface End {
  entities: number[]
  /** Taken off the frame's confidence. */
  doubt: number
}

/** Relations that verbs state: `X a racheté Y`, `Y, racheté par X`, `X est basé à Z`, `which X presented at E`. */
export function matchVerbs(reading: Reading): void {
  for (let at = 0; at < reading.items.length; at++) {
    const item = reading.items[at]
    if (item?.kind !== 'word') continue
    const verb = reading.lexicon.verbs.get(item.form)
    if (!verb) continue
    const group = readVerbGroup(reading, at, verb)
    if (!group) continue
    for (const frame of verb.frames) matchFrame(reading, at, verb, group, frame)
    matchOccasion(reading, at, group)
  }
}

function matchFrame(reading: Reading, at: number, verb: VerbForm, group: VerbGroup, frame: VerbFrame): void {
  const agents = frame.inverse ? frame.object : frame.subject
  const patients = frame.inverse ? frame.subject : frame.object
  let agent: End | null
  let patient: End | null
  const passive = group.voice !== 'active'
  if (passive && !frame.passive && isEnglishPast(reading, at, group)) {
    // `X acquired Y`: past and participle are one form; with an object behind it, it is a past.
    if (matchActive(reading, at, group, frame, agents, patients)) return
  }
  if (passive) {
    if (frame.passive) {
      agent = findPatient(reading, at, group, agents)
      patient = findComplement(reading, at, patients, frame)
    } else {
      if (frame.via) return
      agent = findAgent(reading, at, agents)
      patient = agent && findPatient(reading, at, group, patients)
    }
    emit(reading, at, group, frame, agent, patient)
    return
  }
  if (frame.passive) {
    // `s’est implanté à`, `s’installe à`
    if (!group.reflexive) return
  }
  void verb
  matchActive(reading, at, group, frame, agents, patients)
}

function matchActive(
  reading: Reading,
  at: number,
  group: VerbGroup,
  frame: VerbFrame,
  agents: readonly Category[],
  patients: readonly Category[],
): boolean {
  const patient = frame.via
    ? findComplement(reading, at, patients, frame)
    : findObject(reading, at, group, patients, frame)
  if (!patient) return false
  const agent = findSubject(reading, group, agents)
  if (!agent) return false
  emit(reading, at, group, frame, agent, patient)
  return true
}

function isEnglishPast(reading: Reading, at: number, group: VerbGroup): boolean {
  return reading.prose.lang === 'en' && group.voice === 'bare' && !reading.lexicon.by.has(formAt(reading, at + 1))
}

function emit(
  reading: Reading,
  at: number,
  group: VerbGroup,
  frame: VerbFrame,
  agent: End | null,
  patient: End | null,
): void {
  if (!agent || !patient) return
  for (const a of agent.entities) {
    for (const p of patient.entities) {
      reading.emit({
        subject: frame.inverse ? p : a,
        predicate: frame.predicate,
        object: frame.inverse ? a : p,
        trigger: [group.start, at],
        polarity: group.polarity,
        modality: group.modality,
        confidence: frame.confidence - agent.doubt - patient.doubt,
        extractor: group.voice === 'active' ? frame.id : `${frame.id}-passive`,
      })
    }
  }
}

/** The grammatical subject of the verb group. */
export function findSubject(reading: Reading, group: VerbGroup, categories: readonly Category[]): End | null {
  let before = group.start - 1
  while (isQuote(reading, before)) before--
  if (before < 0) return topicSubject(reading, categories)
  const form = formAt(reading, before)
  if (entityAt(reading, before) >= 0) {
    const governor = governorOf(reading, before)
    if (governor < 0 || isOrganOf(reading, governor)) {
      if (!isOneOf(reading, before, categories)) return null
      return { entities: listedBefore(reading, before, categories).map((i) => entityAt(reading, i)), doubt: 0 }
    }
    return reading.lexicon.of.has(formAt(reading, governor)) ? null : clauseSubject(reading, group.start, categories)
  }
  if (reading.lexicon.relatives.has(form)) return antecedent(reading, before, categories)
  const item = reading.items[before]
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

/** `la direction de X`, `the board of X`: an organ acts for its organization. */
function isOrganOf(reading: Reading, governor: number): boolean {
  return reading.lexicon.of.has(formAt(reading, governor)) && reading.lexicon.organs.has(formAt(reading, governor - 1))
}

/** The first mention of the clause that stands behind no preposition. */
function clauseSubject(reading: Reading, end: number, categories: readonly Category[]): End | null {
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
function topicSubject(reading: Reading, categories: readonly Category[]): End | null {
  if (reading.topic === null || !categories.includes('organization')) return null
  return { entities: [reading.topic], doubt: 0.2 }
}

function antecedent(reading: Reading, relative: number, categories: readonly Category[]): End | null {
  let i = relative - 1
  while (i >= 0 && (formAt(reading, i) === ',' || isQuote(reading, i))) i--
  if (formAt(reading, i) === ')') {
    while (i >= 0 && formAt(reading, i) !== '(') i--
    i--
  }
  if (!isOneOf(reading, i, categories)) return null
  return { entities: [entityAt(reading, i)], doubt: 0.05 }
}

/** Who acts in a passive: `par X`, `by X`. */
function findAgent(reading: Reading, at: number, categories: readonly Category[]): End | null {
  for (let i = at + 1; i < reading.items.length && i <= at + REACH; i++) {
    const form = formAt(reading, i)
    if (reading.lexicon.by.has(form)) {
      const found = phraseMention(reading, i + 1, categories, reading.lexicon.of)
      return found < 0
        ? null
        : { entities: listedAfter(reading, found, categories).map((j) => entityAt(reading, j)), doubt: 0 }
    }
    if (isBoundary(reading, i)) return null
  }
  return null
}

/** What a passive is about: its subject, the name before a bare participle, or the name that a fronted one waits for. */
function findPatient(reading: Reading, at: number, group: VerbGroup, categories: readonly Category[]): End | null {
  if (group.voice === 'passive') return findSubject(reading, group, categories)
  let i = group.start - 1
  while (isQuote(reading, i) || formAt(reading, i) === ',' || formAt(reading, i) === '(') i--
  if (i < 0) {
    // `Présenté par A, lors de E, le document …`
    let comma = -1
    for (let j = at + 1; j < reading.items.length; j++) {
      if (formAt(reading, j) === ',') comma = j
      if (
        comma >= 0 &&
        j > comma &&
        isOneOf(reading, j, categories) &&
        governorOf(reading, j) < 0 &&
        phraseStart(reading, j) === comma + 1
      ) {
        return { entities: [entityAt(reading, j)], doubt: 0.05 }
      }
    }
    return headPatient(reading, categories)
  }
  const form = formAt(reading, i)
  if (form === ':' || form === '–' || form === '—') return headPatient(reading, categories)
  if (form === ')') {
    while (i >= 0 && formAt(reading, i) !== '(') i--
    i--
  }
  if (isOneOf(reading, i, categories))
    return { entities: listedBefore(reading, i, categories).map((j) => entityAt(reading, j)), doubt: 0 }
  return null
}

function headPatient(reading: Reading, categories: readonly Category[]): End | null {
  if (reading.head === null) return null
  const category = reading.references.entities[reading.head]?.category
  return category && categories.includes(category) ? { entities: [reading.head], doubt: 0.05 } : null
}

/** The direct object: to the right, or the antecedent of `which X presented`. */
function findObject(
  reading: Reading,
  at: number,
  group: VerbGroup,
  categories: readonly Category[],
  frame: VerbFrame,
): End | null {
  const found = phraseMention(reading, at + 1, categories, frame.through)
  if (found >= 0) {
    return {
      entities: listedAfter(reading, found, categories).map((i) => entityAt(reading, i)),
      doubt: found - at > 6 ? 0.1 : 0,
    }
  }
  // `our report, which Priya presented …`, `le rapport que X a publié`
  for (let i = group.start - 1; i >= 0 && i >= group.start - 6; i--) {
    const form = formAt(reading, i)
    if (form === 'que' || form === "qu'" || form === 'which' || form === 'that')
      return antecedent(reading, i, categories)
    if (reading.items[i]?.kind === 'punctuation' && !isQuote(reading, i)) return null
  }
  return null
}

/** The complement behind one of the frame's prepositions. */
function findComplement(reading: Reading, at: number, categories: readonly Category[], frame: VerbFrame): End | null {
  if (!frame.via) return null
  for (let i = at + 1; i < reading.items.length && i <= at + REACH; i++) {
    const form = formAt(reading, i)
    if (frame.via.has(form)) {
      const found = phraseMention(reading, i + 1, categories, reading.lexicon.of)
      if (found >= 0) {
        return {
          entities: listedAfter(reading, found, categories).map((j) => entityAt(reading, j)),
          doubt: i - at > 5 ? 0.1 : 0,
        }
      }
    } else if (isBoundary(reading, i)) return null
  }
  return null
}

/**
 * The first mention of one of the categories in the noun phrase that begins at `from`: over determiners, describing
 * words, numbers, and the prepositions in `through`; phrases of time and place before it are passed over.
 */
export function phraseMention(
  reading: Reading,
  from: number,
  categories: readonly Category[],
  through: ReadonlySet<string>,
): number {
  const { lexicon } = reading
  for (let i = from; i < reading.items.length && i < from + REACH; i++) {
    if (entityAt(reading, i) >= 0) {
      if (isOneOf(reading, i, categories)) return formAt(reading, i + 1) === "'s" ? -1 : i
      if (formAt(reading, i + 1) === "'s") {
        i++
        continue
      }
      return -1
    }
    const form = formAt(reading, i)
    if (through.has(form)) continue
    if (lexicon.prepositions.has(form)) {
      const past = skipTimeOrPlace(reading, i)
      if (past < 0) return -1
      i = past
      continue
    }
    if (isQuote(reading, i) || lexicon.determiners.has(form) || lexicon.fillers.has(form)) continue
    if (reading.items[i]?.kind === 'number') continue
    if (!isContentWord(reading, i)) return -1
  }
  return -1
}

/** Last item of a phrase like `en 2021`, `in March`, `à Carhaix` that begins at `at`; −1 when it is none. */
function skipTimeOrPlace(reading: Reading, at: number): number {
  let i = at + 1
  if (reading.lexicon.determiners.has(formAt(reading, i))) i++
  const item = reading.items[i]
  if (item?.kind === 'number') return reading.lexicon.months.has(formAt(reading, i + 1)) ? i + 1 : i
  if (reading.lexicon.months.has(formAt(reading, i))) return reading.items[i + 1]?.kind === 'number' ? i + 1 : i
  if (categoryAt(reading, i) === 'place') return i
  return -1
}

function isBoundary(reading: Reading, at: number): boolean {
  const item = reading.items[at]
  if (!item) return true
  if (item.kind === 'punctuation') return /^[.;:!?()]$/.test(item.form)
  return (
    item.kind === 'word' && (reading.lexicon.relatives.has(item.form) || reading.lexicon.subordinators.has(item.form))
  )
}

/**
 * `présenté par A lors de E`, `which A presented at E`: where something is presented it is presented at E, and who
 * presents or speaks there takes part.
 */
function matchOccasion(reading: Reading, at: number, group: VerbGroup): void {
  const verb = reading.lexicon.verbs.get(formAt(reading, at))
  if (!verb?.frames.some((frame) => frame.predicate === 'presentedBy')) return
  const event = findEvent(reading, at)
  if (event < 0) return
  const shared = { trigger: [group.start, at] as const, polarity: group.polarity, modality: group.modality }
  const work =
    group.voice === 'active'
      ? (findObjectOf(reading, at, group, ['work']) ?? null)
      : findPatient(reading, at, group, ['work'])
  const people =
    group.voice === 'active' && !isPassiveLike(reading, at)
      ? findSubject(reading, group, ['person', 'organization'])
      : findAgent(reading, at, ['person', 'organization'])
  if (work) {
    for (const entity of work.entities) {
      reading.emit({
        ...shared,
        subject: entity,
        predicate: 'presentedAt',
        object: entityAt(reading, event),
        confidence: 0.8 - work.doubt,
        extractor: 'verb-presentedAt',
      })
    }
  }
  if (!people) return
  for (const entity of people.entities) {
    reading.emit({
      ...shared,
      subject: entity,
      predicate: 'participatesIn',
      object: entityAt(reading, event),
      confidence: 0.75 - people.doubt,
      extractor: 'occasion-participatesIn',
    })
  }
}

function isPassiveLike(reading: Reading, at: number): boolean {
  return reading.lexicon.by.has(formAt(reading, at + 1))
}

function findObjectOf(reading: Reading, at: number, group: VerbGroup, categories: readonly Category[]): End | null {
  const frame = reading.lexicon.verbs.get(formAt(reading, at))?.frames.find((f) => f.predicate === 'presentedBy')
  return frame ? findObject(reading, at, group, categories, frame) : null
}

/** The event behind a preposition to the right of the verb, within its clause. */
function findEvent(reading: Reading, at: number): number {
  for (let i = at + 1; i < reading.items.length && i <= at + 28; i++) {
    if (categoryAt(reading, i) === 'event' && governorOf(reading, i) >= 0) return i
    const item = reading.items[i]
    if (item?.kind === 'punctuation' && /^[.;:!?]$/.test(item.form)) return -1
  }
  return -1
}
