import type { Category, Predicate } from '../../model.ts'
import { subjectOfClause } from './match-nouns.ts'
import { categoryAt, entityAt, formAt, isContentWord, isNamed, isOneOf, isQuote, type Reading } from './reading.ts'

/** What it says of an organization that something of this category is its own. */
const OWNERSHIP: Partial<Record<Category, { predicate: Predicate; inverse: boolean }>> = {
  work: { predicate: 'publishedBy', inverse: true },
  product: { predicate: 'produces', inverse: false },
  initiative: { predicate: 'launched', inverse: false },
}

/**
 * Relations that stand in how names are put beside each other: `Onda (Castellón)`, `the Forum in Nottingham`, `notre
 * beurre Arrée`, `our Report 2023`, `Apple’s iPhone`, `la stratégie de X, appelée « Y »`, `l’usine de Onda`.
 */
export function matchLayout(reading: Reading): void {
  for (let at = 0; at < reading.items.length; at++) {
    if (entityAt(reading, at) < 0) {
      matchFacility(reading, at)
      continue
    }
    matchContainer(reading, at)
    if (isNamed(reading, at)) matchOwnership(reading, at)
  }
}

function locate(
  reading: Reading,
  subject: number,
  place: number,
  confidence: number,
  extractor: string,
  trigger: number,
): void {
  reading.emit({
    subject,
    predicate: 'locatedIn',
    object: entityAt(reading, place),
    trigger: [trigger, trigger],
    polarity: 'positive',
    modality: 'asserted',
    confidence,
    extractor,
  })
}

/** `X (Y)` and `X in Y` with a place Y. */
function matchContainer(reading: Reading, at: number): void {
  const category = categoryAt(reading, at)
  const bracket = formAt(reading, at + 1) === '('
  if (bracket && (category === 'place' || category === 'event' || category === 'organization')) {
    if (!isNamed(reading, at)) return
    const inner = at + 2
    if (categoryAt(reading, inner) === 'place' && /^[,)]$/.test(formAt(reading, inner + 1))) {
      locate(reading, entityAt(reading, at), inner, 0.85, 'parentheses-locatedIn', inner)
    }
    return
  }
  if (category === 'event' && reading.lexicon.at.has(formAt(reading, at + 1))) {
    let place = at + 2
    if (reading.lexicon.determiners.has(formAt(reading, place))) place++
    if (categoryAt(reading, place) === 'place')
      locate(reading, entityAt(reading, at), place, 0.85, 'event-locatedIn', at + 1)
  }
}

function matchOwnership(reading: Reading, at: number): void {
  const category = categoryAt(reading, at) as Category
  const ownership = OWNERSHIP[category]
  if (!ownership) return
  const owner = ownerBefore(reading, at, category)
  if (!owner) return
  reading.emit({
    subject: ownership.inverse ? entityAt(reading, at) : owner.entity,
    predicate: ownership.predicate,
    object: ownership.inverse ? owner.entity : entityAt(reading, at),
    trigger: [owner.trigger, owner.trigger],
    polarity: 'positive',
    modality: 'asserted',
    confidence: owner.confidence,
    extractor: `owned-${ownership.predicate}`,
  })
}

/** Whose the name at `at` is, from the words before it; null when they don’t say. */
function ownerBefore(
  reading: Reading,
  at: number,
  category: Category,
): { entity: number; trigger: number; confidence: number } | null {
  let i = at - 1
  let describer = -1
  for (let seen = 0; i >= 0 && seen < 5; i--, seen++) {
    if (isQuote(reading, i)) continue
    if (entityAt(reading, i) >= 0) {
      const mention = reading.references.mentions[reading.items[i]?.mention as number]
      if (mention?.kind === 'pronoun' && categoryAt(reading, i) === 'organization') {
        // `nous` itself owns nothing: `nous Arrée`; a possessive does.
        if (!reading.lexicon.possessives.has(mention.exact.toLowerCase())) return null
        return { entity: entityAt(reading, i), trigger: i, confidence: 0.75 }
      }
      return null
    }
    const form = formAt(reading, i)
    if (form === "'s" && isOneOf(reading, i - 1, ['organization'])) {
      return { entity: entityAt(reading, i - 1), trigger: i, confidence: 0.75 }
    }
    if (reading.lexicon.possessives.has(form)) {
      const entity = subjectOfClause(reading, i)
      if (entity === null || reading.references.entities[entity]?.category !== 'organization') return null
      return { entity, trigger: i, confidence: 0.6 }
    }
    if (isContentWord(reading, i)) {
      if (reading.lexicon.owned.get(form) === category) describer = i
      continue
    }
    if (isNaming(form)) continue
    break
  }
  return namedBy(reading, at, category) ?? (describer < 0 ? null : null)
}

const NAMING = new Set(
  'appelé appelée baptisé baptisée nommé nommée intitulé intitulée dénommé dénommée surnommé surnommée called named dubbed titled entitled'.split(
    ' ',
  ),
)

function isNaming(form: string): boolean {
  return NAMING.has(form)
}

/** `la stratégie de X, appelée « Y »`, `our plan is called Y`. */
function namedBy(
  reading: Reading,
  at: number,
  category: Category,
): { entity: number; trigger: number; confidence: number } | null {
  let i = at - 1
  while (isQuote(reading, i)) i--
  if (formAt(reading, i) === 'comme' || formAt(reading, i) === 'as') i--
  if (!isNaming(formAt(reading, i))) return null
  i--
  while (i >= 0 && (formAt(reading, i) === ',' || reading.lexicon.be.has(formAt(reading, i)))) i--
  if (isOneOf(reading, i, ['organization']) && reading.lexicon.of.has(formAt(reading, i - 1))) {
    const head = i - 2
    if (reading.lexicon.owned.get(formAt(reading, head)) === category) {
      return { entity: entityAt(reading, i), trigger: head, confidence: 0.75 }
    }
    return null
  }
  if (reading.lexicon.owned.get(formAt(reading, i)) !== category) return null
  for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
    const mention = reading.references.mentions[reading.items[j]?.mention as number]
    if (entityAt(reading, j) >= 0 && mention?.kind === 'pronoun')
      return { entity: entityAt(reading, j), trigger: i, confidence: 0.7 }
    if (reading.lexicon.possessives.has(formAt(reading, j))) {
      const entity = subjectOfClause(reading, j)
      return entity === null ? null : { entity, trigger: i, confidence: 0.6 }
    }
  }
  return null
}

/** `l’usine de Onda`, `son siège à Vila-real`, `our factory in York`, `X’s headquarters in Y`. */
function matchFacility(reading: Reading, at: number): void {
  const { lexicon } = reading
  if (!lexicon.facilities.has(formAt(reading, at))) return
  let place = -1
  let i = at + 1
  for (; i < reading.items.length && i <= at + 7; i++) {
    const form = formAt(reading, i)
    if (categoryAt(reading, i) === 'place') {
      place = i
      break
    }
    if (categoryAt(reading, i) === 'organization' && lexicon.of.has(formAt(reading, i - 1))) continue
    if (entityAt(reading, i) >= 0) return
    if (lexicon.at.has(form) || lexicon.of.has(form) || lexicon.determiners.has(form) || lexicon.be.has(form)) continue
    if (form === 'est' || form === 'is' || isContentWord(reading, i)) continue
    return
  }
  if (place < 0) return
  let owner: number | null = null
  let confidence = 0.8
  for (let j = at + 1; j < place; j++) if (isOneOf(reading, j, ['organization'])) owner = entityAt(reading, j)
  if (owner === null) {
    let k = at - 1
    while (k >= 0 && at - k < 4 && isContentWord(reading, k)) k--
    const before = formAt(reading, k)
    if (isOneOf(reading, k, ['organization'])) owner = entityAt(reading, k)
    else if (before === "'s" && isOneOf(reading, k - 1, ['organization'])) owner = entityAt(reading, k - 1)
    else if (lexicon.relatives.has(before) || before === 'dont' || before === 'whose') {
      const antecedent = formAt(reading, k - 1) === ',' ? k - 2 : k - 1
      if (isOneOf(reading, antecedent, ['organization'])) owner = entityAt(reading, antecedent)
    } else {
      owner = subjectOfClause(reading, at)
      confidence = 0.65
      if (before === 'le' || before === 'la' || before === "l'") {
        // `dont le siège est à …`
        const whose = formAt(reading, k - 1)
        if (whose === 'dont') {
          const antecedent = formAt(reading, k - 2) === ',' ? k - 3 : k - 2
          owner = isOneOf(reading, antecedent, ['organization']) ? entityAt(reading, antecedent) : owner
          confidence = 0.8
        }
      }
    }
  }
  if (owner === null || reading.references.entities[owner]?.category !== 'organization') return
  locate(reading, owner, place, confidence, 'facility-locatedIn', at)
}
