import type { VerbForm, VerbFrame } from '../../languages/relation-lexicon.ts'
import type { Category } from '../../model.ts'
import { readVerbGroup, type VerbGroup } from './read-verb-group.ts'
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

/** How far to the right of a verb its complement is looked for, in items. */
const REACH = 14

/** One end of a relation: mentions of the sentence, or an entity that the sentence leaves unsaid. */
interface End {
  entities: number[]
  /** Taken off the frame's confidence. */
  doubt: number
}

const SPEAKERS: readonly Category[] = ['person', 'organization']

/** Relations that verbs state: `X a racheté Y`, `Y, racheté par X`, `X est basé à Z`, `which X presented at E`. */
export function matchVerbs(reading: Reading): void {
  for (let at = 0; at < reading.items.length; at++) {
    const item = reading.items[at]
    if (item?.kind !== 'word') continue
    const verb = reading.lexicon.verbs.get(item.form)
    if (!verb) continue
    const group = readVerbGroup(reading, at, verb)
    if (!group) continue
    for (const frame of verb.frames) {
      if (frame.reflexive && !group.reflexive) continue
      const last = particlesEnd(reading, at, frame)
      if (last >= 0) matchFrame(reading, last, group, frame)
    }
    matchOccasion(reading, at, group, verb)
  }
}

/** The last item of the verb with its particles; −1 where it stands without them. */
function particlesEnd(reading: Reading, at: number, { particles }: VerbFrame): number {
  if (particles === null) return at
  for (const particle of particles) {
    const words = particle.split(' ')
    if (words.every((word, index) => formAt(reading, at + 1 + index) === word)) return at + words.length
  }
  return -1
}

/** `at` is the last item of the verb. */
function matchFrame(reading: Reading, at: number, group: VerbGroup, frame: VerbFrame): void {
  if (frame.money && !hasMoney(reading, at)) return
  if (frame.transfer) {
    matchTransfer(reading, at, group, frame)
    return
  }
  if (frame.joint) {
    matchJoint(reading, at, group, frame)
    return
  }
  const agents = frame.inverse ? frame.object : frame.subject
  const patients = frame.inverse ? frame.subject : frame.object
  if (frame.passive) {
    // `s’est implanté à` is as good as `est implanté à`.
    if (group.voice === 'active' && !group.reflexive) return
    const place = findComplement(reading, at, patients, frame)
    const agent =
      place &&
      (group.voice === 'active' ? findSubject(reading, at, group, agents) : findPatient(reading, at, group, agents))
    emit(reading, at, group, frame, agent, place)
    return
  }
  if (group.voice === 'active' || isEnglishPast(reading, at, group)) {
    if (frame.predicate === 'locatedIn' && !frame.inverse && hasObjectName(reading, at)) return
    const patient = frame.via
      ? findComplement(reading, at, patients, frame)
      : findObject(reading, at, group, patients, frame)
    const agent = patient && findSubject(reading, at, group, agents)
    emit(reading, at, group, holdsMinority(reading, at, frame) ? MINORITY : frame, agent, patient)
    if (group.voice === 'active' || agent) return
  }
  if (frame.via) return
  const agent = findAgent(reading, at, agents)
  emit(reading, at, group, frame, agent, agent && findPatient(reading, at, group, patients))
}

/** `détient 20 % de X`: who holds less than half has put money into it. */
function holdsMinority(reading: Reading, at: number, { predicate }: VerbFrame): boolean {
  if (predicate !== 'subsidiaryOf') return false
  for (let i = at + 1; i < at + 5; i++) {
    if (reading.items[i]?.kind !== 'number' || formAt(reading, i + 1) !== '%') continue
    return Number.parseFloat(formAt(reading, i).replace(',', '.')) < 50
  }
  return false
}

const MINORITY: VerbFrame = {
  id: 'minority-invests',
  predicate: 'invests',
  subject: ['organization'],
  object: ['organization'],
  inverse: false,
  via: null,
  passive: false,
  joint: false,
  money: false,
  particles: null,
  reflexive: false,
  ends: false,
  transfer: false,
  through: new Set(),
  confidence: 0.7,
}

/** `a cédé X à Y`, `X was sold to Y`: Y has X from then on. */
function matchTransfer(reading: Reading, at: number, group: VerbGroup, frame: VerbFrame): void {
  const active = group.voice === 'active' || isEnglishPast(reading, at, group)
  const [getters, things] = frame.inverse ? [frame.object, frame.subject] : [frame.subject, frame.object]
  const getter = findComplement(reading, at, getters, frame)
  const object = getter && active ? findObject(reading, at, group, things, frame) : null
  const thing = object ?? (getter && group.voice !== 'active' ? findPatient(reading, at, group, things) : null)
  emit(reading, at, group, frame, getter, thing)
}

/** `owns X, our sister company in Y`: it is X that is there. */
function hasObjectName(reading: Reading, at: number): boolean {
  for (let i = at + 1; i < reading.items.length && i <= at + REACH; i++) {
    const category = categoryAt(reading, i)
    if (category === 'organization' || category === 'event') return true
    if (category === 'place' || isBoundary(reading, i)) return false
  }
  return false
}

/** Whether a number or a word for money stands near the verb: one commits millions to a plan, but also time. */
function hasMoney(reading: Reading, at: number): boolean {
  for (let i = Math.max(0, at - 12); i < reading.items.length && i <= at + 12; i++) {
    if (reading.items[i]?.kind === 'number' || reading.lexicon.money.has(formAt(reading, i))) return true
  }
  return false
}

/** `X acquired Y`: where past and participle are one form, without an agent behind it it may be a past. */
function isEnglishPast(reading: Reading, at: number, group: VerbGroup): boolean {
  return reading.prose.lang === 'en' && group.voice === 'bare' && !reading.lexicon.by.has(formAt(reading, at + 1))
}

/** `conçu avec X`, `nous l’avons ouvert avec X`: X is a partner of who acts, or of what the text speaks of. */
function matchJoint(reading: Reading, at: number, group: VerbGroup, frame: VerbFrame): void {
  const partner = findComplement(reading, at, frame.object, frame)
  if (!partner) return
  let agent =
    group.voice === 'active' || isEnglishPast(reading, at, group)
      ? findSubject(reading, at, group, frame.subject)
      : findAgent(reading, at, frame.subject)
  if (!agent && group.voice !== 'active') agent = topicSubject(reading, frame.subject)
  emit(reading, at, group, frame, agent, partner)
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
  const together = frame.predicate === 'memberOf' && !frame.inverse ? companions(reading) : []
  for (const a of [...agent.entities, ...together]) {
    for (const p of patient.entities) {
      reading.emit({
        subject: frame.inverse ? p : a,
        predicate: frame.predicate,
        object: frame.inverse ? a : p,
        trigger: [group.start, at],
        polarity: frame.ends ? 'negative' : group.polarity,
        ended: frame.ends,
        modality: group.modality,
        confidence: frame.confidence - agent.doubt - patient.doubt,
        extractor: group.voice === 'active' ? frame.id : `${frame.id}-passive`,
      })
    }
  }
}

/** `Together with A and B, X has joined …`: who does it with the subject. */
function companions(reading: Reading): number[] {
  const opening = [0, 1, 2].map((at) => formAt(reading, at)).join(' ')
  const words = /^(?:alongside|avec|comme|like)(?= )|^(?:together with|along with|aux côtés d[e'])/.exec(opening)?.[0]
  if (words === undefined) return []
  let first = words.split(' ').length
  if (reading.lexicon.determiners.has(formAt(reading, first))) first++
  while (first < 6 && isContentWord(reading, first)) first++
  if (!isOneOf(reading, first, ['organization'])) return []
  return listedAfter(reading, first, ['organization']).map((at) => entityAt(reading, at))
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
function topicSubject(reading: Reading, categories: readonly Category[]): End | null {
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
    // `designed with A, it is audited by B`
    const next = formAt(reading, i + 1)
    if (form === ',' && (entityAt(reading, i + 1) >= 0 || /^(?:ils?|elles?|it|they|which|qui)$/.test(next))) return null
  }
  return null
}

/** What a passive is about: its subject, the name before a bare participle, or the name that a fronted one waits for. */
function findPatient(reading: Reading, at: number, group: VerbGroup, categories: readonly Category[]): End | null {
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
function findObject(
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
function findComplement(reading: Reading, at: number, categories: readonly Category[], frame: VerbFrame): End | null {
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

/**
 * The first mention of one of the categories in the noun phrase that begins at `from`: over determiners, describing
 * words, numbers, one comma of an apposition (`son concurrent, X`), and the prepositions in `through`; phrases of time
 * and place before it are passed over.
 */
export function phraseMention(
  reading: Reading,
  from: number,
  categories: readonly Category[],
  through: ReadonlySet<string>,
): number {
  const { lexicon } = reading
  let commas = 0
  for (let i = from; i < reading.items.length && i < from + REACH; i++) {
    const owned = lexicon.owned.get(formAt(reading, i))
    if (owned && categories.includes(owned) && commas === 0) {
      const apposed = apposedName(reading, i, categories)
      if (apposed >= 0) return apposed
    }
    if (entityAt(reading, i) >= 0) {
      if (formAt(reading, i + 1) === "'s") {
        i++
        continue
      }
      if (isOneOf(reading, i, categories)) return i
      // `la feuille de route du groupe, « Cap Souffle »`: whose it is stands before its name.
      if (through.has(formAt(reading, i - 1)) && formAt(reading, i + 1) === ',') continue
      return -1
    }
    const form = formAt(reading, i)
    if (through.has(form) && !(form === 'de' && reading.items[i + 1]?.kind === 'number')) continue
    // `bought 51% of us`
    if (lexicon.of.has(form) && formAt(reading, i - 1) === '%') continue
    if (form === '%') continue
    // `machines à laver X`
    if (form === 'à' && /[^s](?:er|ir|re)$/.test(formAt(reading, i + 1)) && isContentWord(reading, i - 1)) continue
    // `rejoindra par ailleurs l’alliance X`
    if (/^(?:par ailleurs|en outre|en effet|du reste|de plus)$/.test(`${form} ${formAt(reading, i + 1)}`)) {
      i++
      continue
    }
    if (lexicon.prepositions.has(form)) {
      const past = Math.max(skipTimeOrPlace(reading, i), skipAmount(reading, i), skipDative(reading, i))
      if (past < 0) return -1
      i = past
      continue
    }
    if (isQuote(reading, i) || lexicon.determiners.has(form) || lexicon.fillers.has(form)) continue
    if (reading.items[i]?.kind === 'number') continue
    if (form === ',' && commas === 0 && lexicon.prepositions.has(formAt(reading, i + 1))) {
      // `dévoilera jeudi, aux Rencontres, à Paris, le plan X`
      const past = skipInsertion(reading, i)
      if (past < 0) return -1
      i = past
      continue
    }
    if (form === ',' && commas === 0 && i > from && isAppositionComma(reading, i)) {
      commas++
      continue
    }
    if (lexicon.naming.has(form) || lexicon.titles.has(form) || form === '.') {
      if (form !== '.' || lexicon.titles.has(formAt(reading, i - 1))) continue
      return -1
    }
    if (!isContentWord(reading, i)) return -1
  }
  return -1
}

/** The comma that closes the phrases put in from the comma at `at` on, when an article follows it; −1 when none does. */
function skipInsertion(reading: Reading, at: number): number {
  for (let i = at + 1; i < reading.items.length && i <= at + 14; i++) {
    const item = reading.items[i]
    if (item?.kind === 'punctuation' && /^[.;:!?]$/.test(item.form)) return -1
    if (item?.form !== ',' || item.kind !== 'punctuation') continue
    if (reading.lexicon.determiners.has(formAt(reading, i + 1))) return i
    if (!reading.lexicon.prepositions.has(formAt(reading, i + 1))) return -1
  }
  return -1
}

/** `son rapport sur la Loire, X`: the name behind the comma that ends what a noun for such things says; −1 when none. */
function apposedName(reading: Reading, noun: number, categories: readonly Category[]): number {
  for (let i = noun + 1; i < reading.items.length && i <= noun + 12; i++) {
    const item = reading.items[i]
    if (isOneOf(reading, i, categories)) return -1
    if (item?.kind !== 'punctuation' || isQuote(reading, i)) continue
    if (item.form !== ',') return -1
    i++
    while (isQuote(reading, i)) i++
    return isOneOf(reading, i, categories) ? i : -1
  }
  return -1
}

/** `un produit, X`: behind the comma stands a name at once, or one that is said to be the thing’s. */
function isAppositionComma(reading: Reading, at: number): boolean {
  let i = at + 1
  while (
    isQuote(reading, i) ||
    reading.lexicon.naming.has(formAt(reading, i)) ||
    reading.lexicon.titles.has(formAt(reading, i)) ||
    (formAt(reading, i) === '.' && reading.lexicon.titles.has(formAt(reading, i - 1)))
  )
    i++
  if (reading.lexicon.determiners.has(formAt(reading, i))) i++
  return entityAt(reading, i) >= 0 && (isContentWord(reading, at - 1) || entityAt(reading, at - 1) >= 0)
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

/** Last item of `aux délégués`, `en difficulté` that begins at `at`, where the phrase goes on behind it; −1 when it is none. */
function skipDative(reading: Reading, at: number): number {
  const { lexicon } = reading
  const form = formAt(reading, at)
  if (form === 'en' && isContentWord(reading, at + 1)) return at + 1
  if (!/^(?:à|au|aux|to)$/.test(form)) return -1
  let i = at + 1
  if (lexicon.determiners.has(formAt(reading, i))) i++
  const first = i
  while (i < first + 2 && isContentWord(reading, i)) i++
  return i > first && lexicon.determiners.has(formAt(reading, i)) ? i - 1 : -1
}

/** Last item of `à hauteur de 2 millions d’euros`, `to the tune of £2 million` that begins at `at`; −1 when it is none. */
function skipAmount(reading: Reading, at: number): number {
  const { lexicon } = reading
  const sized = /^(?:hauteur|tune)$/.test(formAt(reading, at + 1)) || formAt(reading, at + 2) === 'tune'
  // `dotera de 800 millions d’euros le fonds X`
  const given = lexicon.of.has(formAt(reading, at)) && reading.items[at + 1]?.kind === 'number'
  if (!sized && !given) return -1
  let last = -1
  for (let i = at + 1; i < at + 9; i++) {
    if (entityAt(reading, i) >= 0 || formAt(reading, i) === ',') break
    if (reading.items[i]?.kind === 'number' || lexicon.money.has(formAt(reading, i)) || formAt(reading, i) === '%')
      last = i
  }
  return last
}

const TIME_NOUN = /^(?:night|day|morning|afternoon|evening|week|month|year|spring|summer|autumn|winter)$/

function isBoundary(reading: Reading, at: number): boolean {
  const item = reading.items[at]
  if (!item) return true
  if (item.kind === 'punctuation') return /^[.;:!?()]$/.test(item.form)
  // `that night`
  if (item.form === 'that' && TIME_NOUN.test(formAt(reading, at + 1))) return false
  return (
    item.kind === 'word' && (reading.lexicon.relatives.has(item.form) || reading.lexicon.subordinators.has(item.form))
  )
}

/**
 * `présenté par A lors de E`, `which A presented at E`, `A a déclaré lors de E`: where something is presented it is
 * presented at E, and who presents or speaks there takes part.
 */
function matchOccasion(reading: Reading, at: number, group: VerbGroup, verb: VerbForm): void {
  const presents = verb.frames.some(({ predicate }) => predicate === 'presentedBy')
  const speaks = verb.frames.some(({ predicate }) => predicate === 'statedOn' || predicate === 'launched')
  if (!presents && !speaks) return
  const found = findEvent(reading, at)
  const event = found >= 0 ? entityAt(reading, found) : eventBefore(reading, at, group)
  if (event < 0) return
  const shared = { trigger: [group.start, at] as const, polarity: group.polarity, modality: group.modality }
  const active = group.voice === 'active' || isEnglishPast(reading, at, group)
  const frame = verb.frames.find(({ predicate }) => predicate === 'presentedBy')
  let work: End | null = null
  if (frame) {
    work = active ? findObject(reading, at, group, ['work'], frame) : null
    if (!work && group.voice !== 'active') work = findPatient(reading, at, group, ['work'])
  }
  const people = active ? findSubject(reading, at, group, SPEAKERS) : findAgent(reading, at, SPEAKERS)
  for (const entity of work?.entities ?? []) {
    reading.emit({
      ...shared,
      subject: entity,
      predicate: 'presentedAt',
      object: event,
      confidence: 0.8 - (work as End).doubt,
      extractor: 'verb-presentedAt',
    })
  }
  for (const entity of people?.entities ?? []) {
    reading.emit({
      ...shared,
      subject: entity,
      predicate: 'participatesIn',
      object: event,
      confidence: 0.75 - (people as End).doubt,
      extractor: 'occasion-participatesIn',
    })
  }
}

/** `X y présentera …`: the event that was named last; `Au salon E, X présentera …`, `E, where X presented …`: the one in front. */
function eventBefore(reading: Reading, at: number, group: VerbGroup): number {
  for (let i = group.start; i < at; i++) {
    if (formAt(reading, i) === 'y') return recentThing(reading, ['event']) ?? -1
  }
  for (let i = 0; i < group.start; i++) {
    if (categoryAt(reading, i) !== 'event') continue
    const after = formAt(reading, i + 1)
    if (after === ',' && /^(?:où|where)$/.test(formAt(reading, i + 2))) return entityAt(reading, i)
    const governor = governorOf(reading, i)
    // `C’est au salon E que X a présenté …`, `It was at E that X …`
    const cleft = /^(?:que|qu'|that)$/.test(after) && /^(?:est|fut|is|was)$/.test(formAt(reading, governor - 1))
    if (cleft) return entityAt(reading, i)
    // What comes behind another verb may be elsewhere.
    for (let k = i + 1; k < group.start; k++) if (reading.lexicon.verbs.has(formAt(reading, k))) return -1
    const fronted = governor === 0 || formAt(reading, governor - 1) === ','
    // `stood up at E to present …`
    let next = i + 1
    while (next < group.start && (categoryAt(reading, next) === 'place' || !entityIs(reading, next))) next++
    const purpose = group.dependent && group.start === next && governor >= 0
    return (fronted && after === ',') || purpose ? entityAt(reading, i) : -1
  }
  return -1
}

/** Whether a name or a mark stands there that ends a phrase. */
function entityIs(reading: Reading, at: number): boolean {
  return entityAt(reading, at) >= 0 || reading.items[at]?.kind === 'punctuation'
}

/** The event behind a preposition to the right of the verb, before the next verb of the sentence. */
function findEvent(reading: Reading, at: number): number {
  for (let i = at + 1; i < reading.items.length && i <= at + 28; i++) {
    // `lors de la conférence annuelle (X)`
    if (categoryAt(reading, i) === 'event')
      return governorOf(reading, i) >= 0 || formAt(reading, i - 1) === '(' ? i : -1
    const item = reading.items[i]
    if (item?.kind === 'punctuation' && /^[.;:!?]$/.test(item.form)) return -1
    // What comes behind another verb is said of that one.
    if (reading.lexicon.verbs.has(formAt(reading, i)) && !reading.lexicon.determiners.has(formAt(reading, i - 1)))
      return -1
  }
  return -1
}
