import { subjectOfClause } from './match-nouns.ts'
import { entityAt, formAt, isContentWord, isOneOf, isQuote, possessorAt, type Reading } from './reading.ts'

/** Longest role phrase, in items. */
const LONGEST = 14

/**
 * Who works for whom: `X, directrice de Y`, `la directrice de Y, X`, `X, Chief Officer, Y`, `Y’s chief executive, X`,
 * `notre présidente, X`, `Y chief executive X`, `our chief executive is X`, `X, de Y`. The title is the text’s own.
 */
export function matchRoles(reading: Reading): void {
  for (let at = 0; at < reading.items.length; at++) {
    if (!isOneOf(reading, at, ['person'])) continue
    if (appointedBy(reading, at) || succession(reading, at)) continue
    if (roleAfter(reading, at)) continue
    if (roleBefore(reading, at)) continue
    if (frontedOrganization(reading, at)) continue
    if (leadsThere(reading, at)) continue
    if (leadsHere(reading, at)) continue
    bareOrganization(reading, at)
  }
}

interface Role {
  /** First and last item of the title; null when the text gives none. */
  title: readonly [number, number] | null
  organization: number
  confidence: number
  how: string
}

function say(reading: Reading, person: number, role: Role, over = false): void {
  const { prose, items } = reading
  let [first, last] = role.title ?? [person, person]
  while (first < last && isDeterminer(reading, first)) first++
  while (
    last > first &&
    !isContentWord(reading, last) &&
    !isRole(reading, last) &&
    !isOneOf(reading, last, ['concept'])
  )
    last--
  const former = role.title !== null && isFormer(reading, role.title[0] - 1, last)
  const start = items[first]?.start ?? 0
  const end = items[last]?.end ?? start
  reading.emit({
    subject: entityAt(reading, person),
    predicate: 'worksFor',
    object: role.organization,
    trigger: [first, last],
    ...(role.title ? { title: prose.text.slice(start, end) } : {}),
    polarity: former || over ? 'negative' : 'positive',
    modality: 'asserted',
    confidence: role.confidence,
    extractor: `role-${role.how}`,
  })
}

function isDeterminer(reading: Reading, at: number): boolean {
  return reading.lexicon.determiners.has(formAt(reading, at))
}

function isFormer(reading: Reading, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    const form = formAt(reading, i)
    if (reading.lexicon.former.has(form) || form.startsWith('ex-')) return true
  }
  return false
}

function isRole(reading: Reading, at: number): boolean {
  const form = formAt(reading, at)
  if (reading.lexicon.roles.has(form)) return true
  const hyphen = form.indexOf('-')
  return (
    hyphen > 0 &&
    (reading.lexicon.roles.has(form.slice(hyphen + 1)) || reading.lexicon.roles.has(form.slice(0, hyphen)))
  )
}

/** A role inside an organization, for which the text’s own is meant when it names none. */
function isStaff(reading: Reading, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (reading.lexicon.staff.has(formAt(reading, i))) return true
  return false
}

/** Whose a role without an organization is: the page’s own, or that of which the text is; none when it says `président de la région`. */
function ownEmployer(reading: Reading, first: number, last: number): number | null {
  for (let i = first + 1; i <= last; i++) {
    if (reading.lexicon.elsewhere.has(formAt(reading, i)) && !isRole(reading, i)) return null
  }
  if (reading.author !== null) return reading.author
  return isStaff(reading, first, last) ? (reading.local ?? reading.main ?? reading.topic) : null
}

/** Whether `at` can stand inside a role phrase: words, prepositions and articles, no verb, no name. */
function isRoleWord(reading: Reading, at: number): boolean {
  const form = formAt(reading, at)
  if (reading.items[at]?.kind !== 'word') return form === '&' || form === '/' || possessorAt(reading, at) >= 0
  return (
    isContentWord(reading, at) ||
    isRole(reading, at) ||
    // `operating`, `marketing`, `finance chief`
    form.endsWith('ing') ||
    (reading.lexicon.verbs.get(form)?.tense === 'present' && isRole(reading, at + 1)) ||
    reading.lexicon.roleOf.has(form) ||
    reading.lexicon.of.has(form) ||
    reading.lexicon.conjunctions.has(form) ||
    isDeterminer(reading, at) ||
    form === 'en' ||
    form === 'in'
  )
}

/** `X, ROLE de Y`, `X (ROLE, Y)`, `X, ROLE, Y`, `X est ROLE de Y`. */
function roleAfter(reading: Reading, person: number): boolean {
  const { lexicon } = reading
  let i = afterInsertion(reading, person)
  const opener = formAt(reading, i)
  const copula = lexicon.copulas.has(opener)
  // `Diarmuid Hoare / Chair, Dunmore`: in a signature a new line does for a comma.
  const signature = isRole(reading, i) && reading.items[i]?.capital === true
  if (lexicon.will.has(opener) && lexicon.copulas.has(formAt(reading, i + 1))) i++
  else if (!copula && (lexicon.have.has(opener) || lexicon.be.has(opener))) {
    // `X a été nommée directrice de Y`, `X was appointed head of Y`
    while (
      lexicon.have.has(formAt(reading, i)) ||
      lexicon.be.has(formAt(reading, i)) ||
      lexicon.fillers.has(formAt(reading, i))
    )
      i++
    if (!APPOINTED.test(formAt(reading, i))) {
      // `X has been head of Y since 2021`
      if (!lexicon.have.has(opener) || !lexicon.be.has(formAt(reading, i - 1))) return false
      i--
    }
  } else if (!(copula || signature || /^[,(:–—|-]$/.test(opener))) return false
  if (!signature) i++
  const first = i
  let head = -1
  for (; i < reading.items.length && i < first + LONGEST; i++) {
    const form = formAt(reading, i)
    if (isRole(reading, i)) {
      if (head < 0) head = i
      continue
    }
    if (possessorAt(reading, i) >= 0) {
      // `directrice de notre site`: the site’s organization is the owner.
      if (head >= 0 && lexicon.roleOf.has(formAt(reading, i - 1))) {
        say(reading, person, {
          title: [first, i - 2],
          organization: possessorAt(reading, i),
          confidence: 0.7,
          how: 'apposition',
        })
        return true
      }
      continue
    }
    if (entityAt(reading, i) >= 0) {
      if (formAt(reading, i + 1) === "'s" && head < 0 && isOneOf(reading, i, ['organization'])) {
        // `X, the yard’s commercial director`
        let last = i + 2
        while (last < i + 6 && isContentWord(reading, last) && !isRole(reading, last)) last++
        if (!isRole(reading, last)) return false
        say(reading, person, {
          title: [i + 2, last],
          organization: entityAt(reading, i),
          confidence: 0.85,
          how: 'possessive',
        })
        return true
      }
      // `directrice du développement durable de X`
      if (isOneOf(reading, i, ['concept'])) continue
      if (head < 0) return false
      // `chef de file de X` of an X that is something else: nobody else’s either.
      if (!isOneOf(reading, i, ['organization'])) {
        if (isOneOf(reading, i, ['person']) && lexicon.of.has(formAt(reading, i - 1))) return false
        break
      }
      let last = i - 1
      while (last > head && (isDeterminer(reading, last) || isDescriber(reading, last, i))) last--
      if (!lexicon.roleOf.has(formAt(reading, last))) {
        // `délégué CFDT`: the name follows the role bare.
        if (i !== head + 1) break
        last = i
      }
      say(reading, person, {
        title: [first, Math.max(head, last - 1)],
        organization: entityAt(reading, i),
        confidence: 0.9,
        how: 'apposition',
      })
      furtherRole(reading, person, i + 1)
      return true
    }
    if (form === ',' && head >= 0) {
      let next = i + 1
      if (isDeterminer(reading, next)) next++
      if (isOneOf(reading, next, ['organization']) && endsThere(reading, next)) {
        say(reading, person, {
          title: [first, i - 1],
          organization: entityAt(reading, next),
          confidence: 0.85,
          how: 'byline',
        })
        return true
      }
      break
    }
    if (!isRoleWord(reading, i)) break
    if (head < 0 && i > first + 5) return false
  }
  if (head < 0 || copula) return false
  if (signature) return false
  // No organization named: in a page that speaks for one, or of one, its own people are meant.
  // `X, its boss`: of what the text was on, not the page’s own.
  const theirs = /^(?:its|their|son|sa|leur)$/.test(formAt(reading, first))
  const owner = theirs ? notAuthor(reading, reading.previous ?? reading.topic) : ownEmployer(reading, first, i - 1)
  if (owner === null) return false
  say(reading, person, { title: [first, i - 1], organization: owner, confidence: 0.55, how: 'own' })
  return true
}

/** Behind what is put in right after the name: `X (photo), directrice de Y`, `X, lui, est patron de Y`. */
function afterInsertion(reading: Reading, person: number): number {
  const opener = formAt(reading, person + 1)
  const pronoun = opener === ',' && /^(?:lui|elle)$/.test(formAt(reading, person + 2))
  if (pronoun && formAt(reading, person + 3) === ',') return person + 4
  const picture = opener === '(' && /^(?:photo|picture|pictured|right|left)$/.test(formAt(reading, person + 2))
  return picture && formAt(reading, person + 3) === ')' ? person + 4 : person + 1
}

const SUCCEEDING = /^(?:replaces?|replaced|succeeds?|succeeded|succède|succédé|succédera|remplace|remplacé|remplacera)$/

/** `X replaces Z as head of Y`, `X succède à Z comme directeur de Y`: X works there now, and Z did. */
function succession(reading: Reading, predecessor: number): boolean {
  const { lexicon } = reading
  if (!/^(?:as|comme)$/.test(formAt(reading, predecessor + 1))) return false
  let verb = predecessor - 1
  while (verb > predecessor - 4 && !SUCCEEDING.test(formAt(reading, verb))) verb--
  if (!SUCCEEDING.test(formAt(reading, verb))) return false
  let successor = verb - 1
  while (lexicon.have.has(formAt(reading, successor)) || lexicon.will.has(formAt(reading, successor))) successor--
  let first = predecessor + 2
  if (isDeterminer(reading, first)) first++
  let i = first
  while (i < first + 8 && isRoleWord(reading, i) && entityAt(reading, i) < 0) i++
  if (!isOneOf(reading, i, ['organization'])) return false
  let last = i - 1
  while (last > first && !isRole(reading, last)) last--
  if (!isRole(reading, last)) return false
  const role = { title: [first, last] as const, organization: entityAt(reading, i), confidence: 0.8, how: 'succession' }
  if (isOneOf(reading, successor, ['person'])) say(reading, successor, role)
  say(reading, predecessor, role, true)
  return true
}

/** `directeur de A et (désormais) président de B`: the role that is joined to the first. */
function furtherRole(reading: Reading, person: number, conjunction: number): void {
  const { lexicon } = reading
  if (!lexicon.conjunctions.has(formAt(reading, conjunction))) return
  let first = conjunction + 1
  while (lexicon.fillers.has(formAt(reading, first)) || isDeterminer(reading, first)) first++
  let head = -1
  let i = first
  while (i < first + 8 && isRoleWord(reading, i) && entityAt(reading, i) < 0) {
    if (isRole(reading, i)) head = i
    i++
  }
  if (head < 0 || !isOneOf(reading, i, ['organization'])) return
  let last = i - 1
  while (last > head && (isDeterminer(reading, last) || isDescriber(reading, last, i))) last--
  if (!lexicon.roleOf.has(formAt(reading, last))) return
  say(reading, person, {
    title: [first, Math.max(head, last - 1)],
    organization: entityAt(reading, i),
    confidence: 0.8,
    how: 'apposition',
  })
}

const APPOINTED =
  /^(?:nommée?s?|promue?s?|élue?s?|désignée?s?|named|appointed|promoted|elected|chosen|nomme|désigne|promeut|names|appoints)$/

/** `Y named X chief executive`, `Y a nommé X à sa tête`: whoever appoints is who X works for from then on. */
function appointedBy(reading: Reading, person: number): boolean {
  const { lexicon } = reading
  if (appointedRelative(reading, person)) return true
  if (!APPOINTED.test(formAt(reading, person - 1))) return false
  let i = person - 2
  while (i > 0 && (lexicon.have.has(formAt(reading, i)) || lexicon.fillers.has(formAt(reading, i)))) i--
  if (!isOneOf(reading, i, ['organization'])) return false
  let first = person + 1
  if (/^(?:as|to|comme|au|à)$/.test(formAt(reading, first))) first++
  if (isDeterminer(reading, first)) first++
  let last = first
  while (last < first + 6 && isRoleWord(reading, last) && entityAt(reading, last) < 0) last++
  let head = -1
  for (let k = first; k < last; k++) if (isRole(reading, k)) head = k
  if (head < 0 && formAt(reading, first) !== 'tête') return false
  say(reading, person, {
    title: head < 0 ? null : [first, head],
    organization: entityAt(reading, i),
    confidence: 0.8,
    how: 'appointed',
  })
  return true
}

/** `X, que Y a nommée directrice`, `X, whom Y made head of …`. */
function appointedRelative(reading: Reading, person: number): boolean {
  const { lexicon } = reading
  if (formAt(reading, person + 1) !== ',' || !/^(?:que|qu'|whom)$/.test(formAt(reading, person + 2))) return false
  let i = person + 3
  if (isDeterminer(reading, i)) i++
  while (i < person + 7 && isContentWord(reading, i)) i++
  if (!isOneOf(reading, i, ['organization'])) return false
  let verb = i + 1
  while (lexicon.have.has(formAt(reading, verb)) || lexicon.fillers.has(formAt(reading, verb))) verb++
  if (!APPOINTED.test(formAt(reading, verb))) return false
  let first = verb + 1
  if (isDeterminer(reading, first)) first++
  let head = -1
  for (let k = first; k < first + 5 && isRoleWord(reading, k); k++) if (head < 0 && isRole(reading, k)) head = k
  if (head < 0) return false
  say(reading, person, { title: [first, head], organization: entityAt(reading, i), confidence: 0.8, how: 'appointed' })
  return true
}

/** `de la société Y`: words between the preposition and the name that only describe it. */
function isDescriber(reading: Reading, at: number, name: number): boolean {
  return name - at <= 3 && isContentWord(reading, at) && !isRole(reading, at)
}

function endsThere(reading: Reading, at: number): boolean {
  const form = formAt(reading, at + 1)
  return form === '' || /^[.,;)»”"]$/.test(form)
}

/** `le ROLE de Y, X`, `Y’s ROLE, X`, `Y ROLE X`, `notre ROLE, X`, `our ROLE is X`. */
function roleBefore(reading: Reading, person: number): boolean {
  const { lexicon } = reading
  let i = person - 1
  while (isQuote(reading, i) || lexicon.titles.has(formAt(reading, i)) || formAt(reading, i) === '.') i--
  if (isDeterminer(reading, i) && lexicon.copulas.has(formAt(reading, i - 1))) i--
  const joint = formAt(reading, i)
  const comma = joint === ','
  const copula = lexicon.copulas.has(joint)
  if (comma || copula) i--
  // `Directrice de Y depuis 2021, X`
  if (comma && reading.items[i]?.kind === 'number' && lexicon.times.since.has(formAt(reading, i - 1))) i -= 2
  const last = i
  let organization = -1
  let head = -1
  for (; i >= 0 && i > last - LONGEST; i--) {
    const form = formAt(reading, i)
    if (possessorAt(reading, i) >= 0) {
      if (head < 0) return false
      if (organization >= 0) break
      say(reading, person, {
        title: [i + 1, last],
        organization: possessorAt(reading, i),
        confidence: 0.8,
        how: 'possessive',
      })
      return true
    }
    if (entityAt(reading, i) >= 0) {
      if (isOneOf(reading, i, ['concept'])) continue
      if (!isOneOf(reading, i, ['organization'])) break
      if (head >= 0) {
        // `Xiaomi CEO X`
        if (organization >= 0 || copula || (i !== head - 1 && reading.prose.lang !== 'en')) break
        say(reading, person, {
          title: [i + 1, last],
          organization: entityAt(reading, i),
          confidence: 0.8,
          how: 'compound',
        })
        return true
      }
      if (organization >= 0) return false
      organization = i
      continue
    }
    if (form === "'s") {
      const owner = i - 1
      if (head >= 0 && isOneOf(reading, owner, ['organization'])) {
        say(reading, person, {
          title: [i + 1, last],
          organization: entityAt(reading, owner),
          confidence: 0.85,
          how: 'possessive',
        })
        return true
      }
      break
    }
    if (isRole(reading, i)) {
      head = i
      continue
    }
    if (head >= 0 && isDeterminer(reading, i)) {
      if (organization < 0 && lexicon.possessives.has(form)) {
        const own = form === 'mon' || form === 'ma' || form === 'my'
        // `her chief engineer`: of where she works, which is as a rule what the text is about.
        const personal = form === 'her' || form === 'his'
        const owner = own
          ? reading.author
          : notAuthor(reading, personal && reading.main !== null ? reading.main : subjectOfClause(reading, i))
        if (owner === null) return false
        say(reading, person, { title: [i + 1, last], organization: owner, confidence: 0.65, how: 'possessive' })
        return true
      }
      break
    }
    // `Y’s own head of materials, X`
    if (head >= 0 && form === 'own') continue
    if (head >= 0 && !isContentWord(reading, i) && !form.endsWith('ing') && !isInsideRole(reading, i, head)) break
    if (!isRoleWord(reading, i)) break
  }
  if (head < 0) return false
  if (organization < 0 || organization < head) {
    // `le directeur général, X`, `chief executive X`: of what the text speaks of.
    if (organization >= 0 || copula || !isStaff(reading, i + 1, last)) return false
    const owner = ownEmployer(reading, i + 1, last)
    if (owner === null) return false
    say(reading, person, { title: [i + 1, last], organization: owner, confidence: 0.55, how: 'own' })
    return true
  }
  let end = organization - 1
  while (end > head && (isDeterminer(reading, end) || isDescriber(reading, end, organization))) end--
  if (!lexicon.roleOf.has(formAt(reading, end))) return false
  say(reading, person, {
    title: [i + 1, Math.max(head, end - 1)],
    organization: entityAt(reading, organization),
    confidence: comma ? 0.9 : 0.75,
    how: 'before',
  })
  return true
}

/** `son président` of a page that says `we` is somebody else’s: whom the sentence before spoke of, or what was named last. */
function notAuthor(reading: Reading, owner: number | null): number | null {
  if (owner === null || owner !== reading.author) return owner
  if (reading.previous !== null && reading.previous !== owner) return reading.previous
  const recent = reading.recent.get('organization') ?? null
  return recent === owner ? null : recent
}

/** `vice-président et directeur`: joins two heads. */
function isInsideRole(reading: Reading, at: number, head: number): boolean {
  return reading.lexicon.conjunctions.has(formAt(reading, at)) && head === at + 1 && isRole(reading, at - 1)
}

const LEADING = /^(?:leads?|heads?|runs?|oversees?|manages?|chairs?|dirige|pilote|gère|supervise|préside|conduit)$/

/** `X, who heads logistics here, …` in a page that speaks for an organization: X works there. */
function leadsHere(reading: Reading, person: number): boolean {
  const { lexicon } = reading
  if (reading.author === null || formAt(reading, person + 1) !== ',') return false
  if (!/^(?:who|qui)$/.test(formAt(reading, person + 2)) || !LEADING.test(formAt(reading, person + 3))) return false
  let last = person + 4
  for (; last < person + 12 && !/^[,.;]?$/.test(formAt(reading, last)); last++) {
    if (isOneOf(reading, last, ['organization', 'place']) || lexicon.relatives.has(formAt(reading, last))) return false
  }
  say(reading, person, { title: null, organization: reading.author, confidence: 0.6, how: 'leads' })
  return true
}

/** `Y, où X dirige les achats`, `Y, where X runs the foundry`. */
function leadsThere(reading: Reading, person: number): boolean {
  if (!/^(?:où|where)$/.test(formAt(reading, person - 1))) return false
  if (!LEADING.test(formAt(reading, person + 1)) && !/^(?:travaille|works)$/.test(formAt(reading, person + 1)))
    return false
  const organization = formAt(reading, person - 2) === ',' ? person - 3 : person - 2
  if (!isOneOf(reading, organization, ['organization'])) return false
  say(reading, person, { title: null, organization: entityAt(reading, organization), confidence: 0.7, how: 'leads' })
  return true
}

/** `À la CGT, X s’inquiète`, `Chez Y, X …`, `At Y, X …`, `Chez Y, c’est X qui …`. */
function frontedOrganization(reading: Reading, person: number): boolean {
  const cleft = /^(?:est|is)$/.test(formAt(reading, person - 1)) && /^(?:c'|it)$/.test(formAt(reading, person - 2))
  const comma = cleft ? person - 3 : person - 1
  if (!/^(?:à|au|aux|chez|at)$/.test(formAt(reading, 0)) || formAt(reading, comma) !== ',') return false
  const organization = isDeterminer(reading, 1) ? 2 : 1
  if (organization !== comma - 1 || !isOneOf(reading, organization, ['organization'])) return false
  say(reading, person, { title: null, organization: entityAt(reading, organization), confidence: 0.6, how: 'fronted' })
  return true
}

/** `X, de Y`, `X of the think tank Y`, `X (Y)`: a person and an organization without a role. */
function bareOrganization(reading: Reading, person: number): void {
  const { lexicon } = reading
  let i = person + 1
  const form = formAt(reading, i)
  const bracket = form === '('
  if (bracket) {
    if (isOneOf(reading, i + 1, ['organization']) && formAt(reading, i + 2) === ')') {
      say(reading, person, { title: null, organization: entityAt(reading, i + 1), confidence: 0.6, how: 'parentheses' })
    }
    return
  }
  // `The Growers’ Ledger’s Ann Poe`
  if (formAt(reading, person - 1) === "'s" && isOneOf(reading, person - 2, ['organization'])) {
    say(reading, person, { title: null, organization: entityAt(reading, person - 2), confidence: 0.6, how: 'of' })
    return
  }
  const comma = form === ','
  if (comma) i++
  if (comma && isContentWord(reading, i) && followedByEmployer(reading, person, i)) return
  const preposition = formAt(reading, i)
  // `Interview by X for Y`, `propos recueillis par X pour Y`
  const commissioned = /^(?:for|pour)$/.test(preposition) && lexicon.by.has(formAt(reading, person - 1))
  if (
    !commissioned &&
    !lexicon.of.has(preposition) &&
    preposition !== 'from' &&
    preposition !== 'at' &&
    preposition !== 'chez'
  )
    return
  i++
  if (isDeterminer(reading, i)) i++
  for (let words = 0; words < 4 && isContentWord(reading, i); words++) i++
  if (!isOneOf(reading, i, ['organization'])) return
  if (comma && !endsThere(reading, i)) return
  say(reading, person, { title: null, organization: entityAt(reading, i), confidence: 0.65, how: 'of' })
}

/** Nouns of what a person is to an organization from outside it. */
const OUTSIDERS = new Set(
  `client cliente fils fille frère sœur veuve époux épouse ami amie critique opposant opposante adversaire victime
   actionnaire riverain riveraine candidat candidate abonné abonnée lauréat lauréate fan capitale son daughter friend
   critic opponent customer client shareholder neighbour neighbor winner`
    .trim()
    .split(/\s+/),
)

/** `X, brancardier à l’hôpital Y`, `X, agence Y`: an occupation that is in no list, or a noun for the organization itself. */
function followedByEmployer(reading: Reading, person: number, first: number): boolean {
  const { lexicon } = reading
  let i = first
  while (i < first + 3 && isContentWord(reading, i)) i++
  const noun = formAt(reading, first)
  if (reading.items[first]?.kind !== 'word' || OUTSIDERS.has(noun) || lexicon.nouns.has(noun)) return false
  if (isOneOf(reading, i, ['organization']) && i === first + 1 && isOrganizationNoun(noun) && endsThere(reading, i)) {
    say(reading, person, { title: null, organization: entityAt(reading, i), confidence: 0.6, how: 'of' })
    return true
  }
  const last = i - 1
  const preposition = formAt(reading, i)
  if (!/^(?:à|au|aux|chez|at)$/.test(preposition) && !(lexicon.of.has(preposition) && last === first)) return false
  i++
  if (isDeterminer(reading, i)) i++
  for (let words = 0; words < 2 && isContentWord(reading, i); words++) i++
  if (!isOneOf(reading, i, ['organization']) || !endsThere(reading, i)) return false
  say(reading, person, {
    title: [first, last],
    organization: entityAt(reading, i),
    confidence: 0.6,
    how: 'occupation',
  })
  return true
}

function isOrganizationNoun(noun: string): boolean {
  return /^(?:agence|cabinet|société|association|collectif|bureau|studio|groupe|syndicat|ong|agency|firm|studio|charity)$/.test(
    noun,
  )
}
