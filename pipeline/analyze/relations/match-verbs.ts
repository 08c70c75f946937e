import type { VerbForm, VerbFrame } from '../../languages/relation-lexicon.ts'
import type { Category } from '../../model.ts'
import {
  type End,
  findAgent,
  findComplement,
  findObject,
  findPatient,
  findSubject,
  isBoundary,
  topicSubject,
} from './find-ends.ts'
import { REACH } from './noun-phrase.ts'
import { readVerbGroup, type VerbGroup } from './read-verb-group.ts'
import {
  categoryAt,
  entityAt,
  formAt,
  governorOf,
  isContentWord,
  isOneOf,
  listedAfter,
  type Reading,
  recentThing,
} from './reading.ts'

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
    const stated = holdsMinority(reading, at, frame) ? { ...frame, ...MINORITY } : frame
    emit(reading, at, group, stated, agent, patient)
    if (group.voice === 'active' || agent) return
  }
  if (frame.via) return
  const agent = findAgent(reading, at, agents)
  emit(reading, at, group, frame, agent, agent && findPatient(reading, at, group, patients))
}

const MINORITY = { id: 'minority-invests', predicate: 'invests', inverse: false, confidence: 0.7 } as const

/** `détient 20 % de X`: who holds less than half has put money into it. */
function holdsMinority(reading: Reading, at: number, { predicate }: VerbFrame): boolean {
  if (predicate !== 'subsidiaryOf') return false
  for (let i = at + 1; i < at + 5; i++) {
    if (reading.items[i]?.kind !== 'number' || formAt(reading, i + 1) !== '%') continue
    return Number.parseFloat(formAt(reading, i).replace(',', '.')) < 50
  }
  return false
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
    while (next < group.start && (categoryAt(reading, next) === 'place' || !endsPhrase(reading, next))) next++
    const purpose = group.dependent && group.start === next && governor >= 0
    return (fronted && after === ',') || purpose ? entityAt(reading, i) : -1
  }
  return -1
}

/** Whether a name or a mark stands there that ends a phrase. */
function endsPhrase(reading: Reading, at: number): boolean {
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
