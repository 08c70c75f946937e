import { subjectOfClause } from './match-nouns.ts'
import { entityAt, formAt, isContentWord, isOneOf, isQuote, type Reading } from './reading.ts'

/** Longest role phrase, in items. */
const LONGEST = 14

/**
 * Who works for whom: `X, directrice de Y`, `la directrice de Y, X`, `X, Chief Officer, Y`, `Y’s chief executive, X`,
 * `notre présidente, X`, `Y chief executive X`. The title is the text’s own.
 */
export function matchRoles(reading: Reading): void {
  for (let at = 0; at < reading.items.length; at++) {
    if (!isOneOf(reading, at, ['person'])) continue
    if (!roleAfter(reading, at)) roleBefore(reading, at)
  }
}

interface Role {
  /** First and last item of the title. */
  title: readonly [number, number]
  organization: number
  confidence: number
  how: string
}

function say(reading: Reading, person: number, role: Role): void {
  const { prose, items } = reading
  let [first, last] = role.title
  while (first < last && reading.lexicon.determiners.has(formAt(reading, first))) first++
  const former = isFormer(reading, first, last)
  const start = items[first]?.start ?? 0
  const end = items[last]?.end ?? start
  reading.emit({
    subject: entityAt(reading, person),
    predicate: 'worksFor',
    object: role.organization,
    trigger: [first, last],
    title: prose.text.slice(start, end),
    polarity: former ? 'negative' : 'positive',
    modality: 'asserted',
    confidence: role.confidence,
    extractor: `role-${role.how}`,
  })
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
  return reading.lexicon.roles.has(form) || (form.startsWith('ex-') && reading.lexicon.roles.has(form.slice(3)))
}

/** Whether `at` can stand inside a role phrase: words, prepositions and articles, no verb, no name. */
function isRoleWord(reading: Reading, at: number): boolean {
  const form = formAt(reading, at)
  if (reading.items[at]?.kind !== 'word') return form === '&' || form === '/'
  return (
    isContentWord(reading, at) ||
    isRole(reading, at) ||
    reading.lexicon.roleOf.has(form) ||
    reading.lexicon.of.has(form) ||
    reading.lexicon.conjunctions.has(form) ||
    reading.lexicon.determiners.has(form) ||
    form === 'en' ||
    form === 'in'
  )
}

/** `X, ROLE de Y`, `X (ROLE, Y)`, `X, ROLE, Y`, `X est ROLE de Y`. */
function roleAfter(reading: Reading, person: number): boolean {
  let i = person + 1
  const opener = formAt(reading, i)
  const copula = reading.lexicon.copulas.has(opener)
  if (!(copula || /^[,(:–—|-]$/.test(opener))) return false
  i++
  const first = i
  let head = -1
  for (; i < reading.items.length && i < first + LONGEST; i++) {
    const form = formAt(reading, i)
    if (isRole(reading, i)) {
      if (head < 0) head = i
      continue
    }
    if (entityAt(reading, i) >= 0) {
      if (head < 0) return false
      if (!isOneOf(reading, i, ['organization'])) return false
      let last = i - 1
      while (last > head && (reading.lexicon.determiners.has(formAt(reading, last)) || isDescriber(reading, last, i)))
        last--
      if (!reading.lexicon.roleOf.has(formAt(reading, last))) {
        // `délégué CFDT`: the name follows the role bare.
        if (i !== head + 1) return false
        last = i
      }
      say(reading, person, {
        title: [first, Math.max(head, last - 1)],
        organization: entityAt(reading, i),
        confidence: 0.9,
        how: 'apposition',
      })
      return true
    }
    if (form === ',' && head >= 0) {
      let next = i + 1
      if (reading.lexicon.determiners.has(formAt(reading, next))) next++
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
  // No organization named: in a page that speaks for one, its people are meant.
  if (reading.author !== null && i - 1 >= head) {
    let last = i - 1
    while (last > head && !isContentWord(reading, last)) last--
    say(reading, person, { title: [first, last], organization: reading.author, confidence: 0.55, how: 'own' })
    return true
  }
  return false
}

/** `de la société Y`: words between the preposition and the name that only describe it. */
function isDescriber(reading: Reading, at: number, name: number): boolean {
  return name - at <= 2 && isContentWord(reading, at) && !isRole(reading, at)
}

function endsThere(reading: Reading, at: number): boolean {
  const form = formAt(reading, at + 1)
  return form === '' || /^[.,;)»”"]$/.test(form)
}

/** `le ROLE de Y, X`, `Y’s ROLE, X`, `Y ROLE X`, `notre ROLE, X`. */
function roleBefore(reading: Reading, person: number): boolean {
  let i = person - 1
  while (isQuote(reading, i)) i--
  const comma = formAt(reading, i) === ','
  if (comma) i--
  const last = i
  let organization = -1
  let head = -1
  for (; i >= 0 && i > last - LONGEST; i--) {
    const form = formAt(reading, i)
    if (entityAt(reading, i) >= 0) {
      const mention = reading.references.mentions[reading.items[i]?.mention as number]
      if (!isOneOf(reading, i, ['organization'])) return false
      if (head >= 0) {
        // `our chief executive, X`, `Xiaomi CEO X`
        const bound = mention?.kind === 'pronoun' || i === head - 1 || reading.prose.lang === 'en'
        if (organization >= 0 || !bound) break
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
      return false
    }
    if (isRole(reading, i)) {
      head = i
      continue
    }
    if (head >= 0 && reading.lexicon.determiners.has(form)) {
      if (organization < 0 && reading.lexicon.possessives.has(form)) {
        const owner = subjectOfClause(reading, i)
        if (owner !== null && reading.references.entities[owner]?.category === 'organization') {
          say(reading, person, { title: [i + 1, last], organization: owner, confidence: 0.65, how: 'possessive' })
          return true
        }
        return false
      }
      break
    }
    if (head >= 0 && !isContentWord(reading, i)) break
    if (!isRoleWord(reading, i)) return false
  }
  if (head < 0 || organization < 0 || organization < head) return false
  let end = organization - 1
  while (end > head && reading.lexicon.determiners.has(formAt(reading, end))) end--
  if (end > head && isDescriber(reading, end, organization) && reading.lexicon.roleOf.has(formAt(reading, end - 1)))
    end--
  if (!reading.lexicon.roleOf.has(formAt(reading, end))) return false
  say(reading, person, {
    title: [i + 1, Math.max(head, end - 1)],
    organization: entityAt(reading, organization),
    confidence: comma ? 0.9 : 0.75,
    how: 'before',
  })
  return true
}
