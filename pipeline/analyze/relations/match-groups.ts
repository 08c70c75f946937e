import type { Category } from '../../model.ts'
import { antecedent } from './find-ends.ts'
import {
  assertClaim,
  categoryAt,
  entityAt,
  formAt,
  isCategory,
  isContentWord,
  isOneOf,
  listedAfter,
  listedBefore,
  possessorAt,
  type Reading,
} from './reading.ts'

const MEMBERS: readonly Category[] = ['organization', 'person']

/** Relatives that a verb of belonging stands behind: `auquel appartiennent A et B`, `to which A belongs`. */
const TO_WHICH = /^(?:auquel|laquelle|auxquels|auxquelles)$/
const BELONGING =
  /^(?:appartient|appartiennent|appartenait|adhère|adhèrent|participe|participent|belongs?|adheres?|subscribes?)$/

/** Nouns for organizations, in the plural: `les deux groupes`. */
const ORGANIZATIONS =
  /^(?:entreprises|sociétés|groupes|compagnies|firmes|partenaires|organisations|associations|coopératives|constructeurs|industriels|companies|firms|groups|partners|organisations|organizations|carriers|utilities|businesses|charities|institutions|universités|universities|banques|banks)$/

const TOGETHER = /^(?:ensemble|conjointement|together|jointly|common|commun|commune|joint)$/
const JOINING =
  /^(?:collaborent|collaboraient|coopèrent|travaillent|travaillaient|développent|développaient|co-?développent|signé|noué|conclu|déposé|créé|lancé|collaborate|collaborated|cooperate|work|worked|working|developing|develop|developed|signed|formed|share|teamed)$/

/**
 * Relations of groups: `le réseau, auquel appartiennent A et B`, `l’alliance dont fait partie A`, `the alliance to which A
 * belongs`; and of the two organizations that the text named last: `les deux groupes développent ensemble`.
 */
export function matchGroups(reading: Reading): void {
  for (let at = 1; at < reading.items.length; at++) {
    const item = reading.items[at]
    if (item?.kind !== 'word') continue
    const { form } = item
    if (form === 'dont') matchPartOf(reading, at)
    else if (form === 'which') matchToWhich(reading, at, at - 1)
    else if (TO_WHICH.test(form)) matchToWhich(reading, at, form === 'laquelle' ? at - 1 : at)
    else if (ORGANIZATIONS.test(form)) matchPair(reading, at)
    else if (PACTS.test(form)) matchPact(reading, at)
    if (UNIONS.test(form)) matchUnion(reading, at)
    if (UNITING.test(form)) matchUniting(reading, at)
    if (WITH_WHOM.test(form)) matchWithWhom(reading, at)
    if (HOLDING.test(form)) matchHolding(reading, at)
  }
}

/** What two make with each other: `A et B ont noué un partenariat`. */
const PACTS =
  /^(?:partenariat|accord|accord-cadre|alliance|coentreprise|co-entreprise|convention|collaboration|coopération|contrat|partnership|pact|deal|agreement|venture|joint-venture|cooperation|contract|forces)$/
const PACT_VERBS =
  /^(?:noué|nouent|conclu|concluent|signé|signent|scellé|annoncé|annoncent|formé|créé|créent|unissent|uni|joignent|signed|sign|formed|form|struck|announced|agreed|entered|set|created|join|joined|joining)$/

/** What joins the two behind it: `un accord lie A à B`. */
const BINDING = /^(?:lie|unit|relie|binds|links|unites)$/

/** What two do with each other: `A et B s’associent`, `A and B are teaming up`. */
const UNITING =
  /^(?:associent|allient|associés|alliés|collaborent|coopèrent|rapprochent|collaborate|cooperate|team|teamed|teaming|collaborating|cooperating)$/

/** `A et B s’associent`: both subjects are partners. */
function matchUniting(reading: Reading, verb: number): void {
  const { have, be, fillers, reflexives, negations } = reading.lexicon
  let last = verb - 1
  while (last > 0 && entityAt(reading, last) < 0) {
    const form = formAt(reading, last)
    if (negations.has(form) || !(have.has(form) || be.has(form) || fillers.has(form) || reflexives.has(form))) return
    last--
  }
  if (isOneOf(reading, last, ['organization']))
    emitPartners(reading, listedBefore(reading, last, ['organization']), [verb, verb])
}

function emitPartners(reading: Reading, partners: readonly number[], trigger: readonly [number, number]): void {
  for (const [index, a] of partners.entries()) {
    for (const b of partners.slice(index + 1)) {
      assertClaim(reading, {
        subject: entityAt(reading, a),
        predicate: 'partnerOf',
        object: entityAt(reading, b),
        trigger,
        confidence: 0.7,
        extractor: 'pact-partnerOf',
      })
    }
  }
}

/** `un accord (de dix ans) entre A et B`, `un accord lie A à B`. */
function matchBetween(reading: Reading, noun: number): boolean {
  for (let i = noun + 1; i <= noun + 5; i++) {
    const form = formAt(reading, i)
    if (/^(?:entre|between)$/.test(form)) {
      const first = phraseFrom(reading, i + 1, ['organization'])
      if (first >= 0) emitPartners(reading, listedAfter(reading, first, ['organization']), [noun, i])
      return first >= 0
    }
    if (BINDING.test(form)) {
      const first = phraseFrom(reading, i + 1, ['organization'])
      const link = first < 0 ? '' : formAt(reading, first + 1)
      const second = /^(?:à|au|avec|et|to|with|and)$/.test(link) ? phraseFrom(reading, first + 2, ['organization']) : -1
      if (second >= 0) emitPartners(reading, [first, second], [noun, i])
      return second >= 0
    }
    if (reading.items[i]?.kind === 'punctuation' || entityAt(reading, i) >= 0) return false
  }
  return false
}

/** `A et B ont noué un partenariat`, `A and B have formed a joint venture`: both subjects are partners. */
function matchPact(reading: Reading, noun: number): void {
  if (matchBetween(reading, noun)) return
  for (let i = noun - 1; i > 1 && i >= noun - 5; i--) {
    if (!PACT_VERBS.test(formAt(reading, i))) continue
    let last = i - 1
    while (last > 0 && entityAt(reading, last) < 0) {
      const { have, fillers } = reading.lexicon
      if (!have.has(formAt(reading, last)) && !fillers.has(formAt(reading, last))) return
      last--
    }
    const both = listedBefore(reading, last, ['organization'])
    if (!isOneOf(reading, last, ['organization']) || both.length < 2) return
    emitPartners(reading, both, [i, noun])
    return
  }
}

/** What members make up: `X, une alliance de A, B et C`, `X, a coalition of A and B`. */
const UNIONS = /^(?:alliance|coalition|consortium|réseau|collectif|groupement|network|union)$/

function matchUnion(reading: Reading, noun: number): void {
  const { lexicon } = reading
  const link = formAt(reading, noun + 1)
  if (!lexicon.of.has(link) && !/^(?:entre|between)$/.test(link)) return
  const first = phraseFrom(reading, noun + 2, MEMBERS)
  const members = first < 0 ? [] : listedAfter(reading, first, MEMBERS)
  if (members.length < 2) return
  let start = noun
  while (start > 0 && isContentWord(reading, start - 1)) start--
  if (lexicon.determiners.has(formAt(reading, start - 1))) start--
  if (formAt(reading, start - 1) !== ',' || !isOneOf(reading, start - 2, ['initiative', 'organization'])) return
  for (const i of members) say(reading, entityAt(reading, i), entityAt(reading, start - 2), noun, noun)
}

/** Relatives behind *with*: `avec laquelle`, `with whom`. */
const WITH_WHOM = /^(?:qui|lequel|laquelle|lesquels|lesquelles|whom|which)$/
const WORKING =
  /^(?:travaill|collabor|coop|noué|conclu|sign|scell|développ|concevr|conç|partage|work|partner|develop|built|build|share|struck|strike|run)/

/** `Y, avec laquelle X a conclu …`, `Y, with which X works …`: both are partners. */
function matchWithWhom(reading: Reading, relative: number): void {
  if (!/^(?:avec|with)$/.test(formAt(reading, relative - 1))) return
  const partner = antecedent(reading, relative - 1, ['organization'])?.entities[0]
  const actor = phraseFrom(reading, relative + 1, ['organization'])
  const owner = actor >= 0 ? entityAt(reading, actor) : possessorAt(reading, relative + 1)
  if (partner === undefined || owner < 0 || owner === partner) return
  for (let i = Math.max(actor, relative + 1) + 1; i < relative + 8; i++) {
    if (!WORKING.test(formAt(reading, i))) continue
    assertClaim(reading, {
      subject: owner,
      predicate: 'partnerOf',
      object: partner,
      trigger: [relative - 1, i],
      confidence: 0.7,
      extractor: 'relative-partnerOf',
    })
    return
  }
}

const HOLDING = /^(?:détient|détenait|possède|contrôle|holds|held|owns|owned|controls)$/

/** `X, dont Y détient 60 %`, `X, in which Y holds a majority`. */
function matchHolding(reading: Reading, verb: number): void {
  if (!isOneOf(reading, verb - 1, ['organization'])) return
  let relative = verb - 2
  while (
    relative > verb - 6 &&
    (isContentWord(reading, relative) || reading.lexicon.determiners.has(formAt(reading, relative)))
  )
    relative--
  const english = formAt(reading, relative) === 'which' && /^(?:in|of)$/.test(formAt(reading, relative - 1))
  if (formAt(reading, relative) !== 'dont' && !english) return
  const held = antecedent(reading, english ? relative - 1 : relative, ['organization'])?.entities[0]
  if (held === undefined || held === entityAt(reading, verb - 1)) return
  assertClaim(reading, {
    subject: held,
    predicate: 'subsidiaryOf',
    object: entityAt(reading, verb - 1),
    trigger: [relative, verb],
    confidence: 0.7,
    extractor: 'relative-subsidiaryOf',
  })
}

/** `X, dont fait partie A`, `X, dont A est membre`. */
function matchPartOf(reading: Reading, relative: number): void {
  if (/^(?:fait|font)$/.test(formAt(reading, relative + 1))) {
    // `dont font déjà partie A et B`
    const part = reading.lexicon.fillers.has(formAt(reading, relative + 2)) ? relative + 3 : relative + 2
    if (formAt(reading, part) === 'partie')
      emitMembers(reading, relative, relative, phraseFrom(reading, part + 1, MEMBERS), part)
    return
  }
  const member = phraseFrom(reading, relative + 1, MEMBERS)
  if (member < 0) return
  const [after, noun] = [formAt(reading, member + 1), formAt(reading, member + 2)]
  if (
    (reading.lexicon.copulas.has(after) && /^(?:membre|adhérent|adhérente|signataire)$/.test(noun)) ||
    (after === 'fait' && noun === 'partie')
  )
    emitMembers(reading, relative, relative, member, member + 2)
}

/** `X, à laquelle appartiennent A et B`, `X, to which A belongs`. */
function matchToWhich(reading: Reading, relative: number, opening: number): void {
  if (formAt(reading, relative) === 'which' && !/^(?:to|of)$/.test(formAt(reading, opening))) return
  if (BELONGING.test(formAt(reading, relative + 1))) {
    const member = phraseFrom(reading, relative + 2, MEMBERS)
    if (member >= 0) emitMembers(reading, relative, opening, member, relative + 1)
    else emitPair(reading, opening, relative + 1)
    return
  }
  const member = phraseFrom(reading, relative + 1, MEMBERS)
  if (member < 0) return
  const last = listedAfter(reading, member, MEMBERS).at(-1) as number
  const verb = formAt(reading, last + 1)
  const isMember = reading.lexicon.copulas.has(verb) && /^(?:members?|a|part)$/.test(formAt(reading, last + 2))
  if (BELONGING.test(verb) || isMember) emitMembers(reading, relative, opening, member, last + 1)
}

/** The name of one of the categories that the noun phrase at `from` ends in; −1 when it ends in none. */
function phraseFrom(reading: Reading, from: number, categories: readonly Category[]): number {
  let i = from
  if (reading.lexicon.determiners.has(formAt(reading, i))) i++
  while (i < from + 4 && isContentWord(reading, i)) i++
  return isOneOf(reading, i, categories) ? i : -1
}

function emitMembers(reading: Reading, relative: number, opening: number, member: number, trigger: number): void {
  if (member < 0) return
  const group = groupBefore(reading, opening)
  if (group === null) return
  for (const i of listedAfter(reading, member, MEMBERS)) say(reading, entityAt(reading, i), group, relative, trigger)
}

function groupBefore(reading: Reading, opening: number): number | null {
  return antecedent(reading, opening, ['initiative', 'organization'])?.entities[0] ?? null
}

function emitPair(reading: Reading, opening: number, verb: number): void {
  const group = groupBefore(reading, opening)
  if (group === null) return
  for (let i = verb + 1; i < verb + 5; i++) {
    if (!ORGANIZATIONS.test(formAt(reading, i))) continue
    for (const entity of pairBefore(reading, i, group) ?? []) say(reading, entity, group, opening, verb)
    return
  }
}

function say(reading: Reading, member: number, group: number, first: number, last: number): void {
  assertClaim(reading, {
    subject: member,
    predicate: 'memberOf',
    object: group,
    trigger: [Math.min(first, last), Math.max(first, last)],
    confidence: 0.75,
    extractor: 'relative-memberOf',
  })
}

/** `Les deux entreprises travaillent ensemble`, `The two companies are developing …`: those named last are partners. */
function matchPair(reading: Reading, noun: number): void {
  const pair = pairBefore(reading, noun, -1)
  if (!pair) return
  let joined = false
  let acts = false
  for (let i = noun + 1; i < reading.items.length && i < noun + 14; i++) {
    const form = formAt(reading, i)
    if (reading.lexicon.negations.has(form)) return
    joined ||= TOGETHER.test(form)
    acts ||= JOINING.test(form) && i < noun + 6
    // With a third party: `ont signé avec Z`.
    if (categoryAt(reading, i) === 'organization') return
  }
  if (!joined && !acts) return
  assertClaim(reading, {
    subject: pair[0],
    predicate: 'partnerOf',
    object: pair[1],
    trigger: [noun, noun],
    confidence: joined ? 0.7 : 0.6,
    extractor: 'pair-partnerOf',
  })
}

/** The two organizations that the text named last, where the noun at `noun` means two of them; not `other`. */
function pairBefore(reading: Reading, noun: number, other: number): readonly [number, number] | null {
  const count = formAt(reading, noun - 1)
  const both =
    /^(?:both|two|deux)$/.test(count) || (formAt(reading, noun - 2) === 'two' && isContentWord(reading, noun - 1))
  if (!both) return null
  const { mentions } = reading.references
  const before = reading.items[noun]?.start ?? 0
  const found: number[] = []
  for (let i = mentions.length - 1; i >= 0 && found.length < 2; i--) {
    const mention = mentions[i]
    if (!mention || mention.start >= before || before - mention.start > REACH) continue
    const { entity } = mention
    if (entity === other || found.includes(entity) || !isCategory(reading, entity, ['organization'])) continue
    found.push(entity)
  }
  const [second, first] = found
  return first === undefined || second === undefined ? null : [first, second]
}

/** Characters within which the two were named. */
const REACH = 500
