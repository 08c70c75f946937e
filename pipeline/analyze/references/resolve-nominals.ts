import type { Gender, NominalNoun, OrganizationSort, ReferenceLexicon } from '../../languages/reference-lexicon.ts'
import type { Category, LocalEntity, MentionKind, NameMention, Prose, Span } from '../../model.ts'
import { type Item, type ItemSentence, readItems } from '../read-items.ts'
import type { NameGroups } from './group-names.ts'

/** A stretch of text without a name that refers to an entity of the document. */
export interface ResolvedMention extends Span {
  kind: Extract<MentionKind, 'nominal' | 'pronoun'>
  entity: number
  confidence: number
}

/** What the text shows about an entity beside its name. */
interface Profile {
  category: Category
  /** Nouns that the text puts beside its names: `groupe`, `conseillère`. */
  nouns: Set<string>
  gender: Gender
  sort: OrganizationSort
  mentions: number
  /** Sentence of its last mention so far, −1 before the first. */
  lastSentence: number
  /** Last sentence it was the subject of. */
  lastSubject: number
}

/** How much better than the next the best candidate has to be. */
const SAFE_MARGIN = 1

/** Sentences after which a reference is no longer followed back, other than to what the whole text is about. */
const REACH = 3

/**
 * Finds what refers back without a name: definite nouns (`l’entreprise`, `the company`), subject pronouns, and the first
 * person of a page that an organization writes about itself. Only what is safe comes back: one candidate clearly ahead
 * of the others by recency, subjecthood, the nouns the text has put beside it, gender and sort. In text order.
 */
export function resolveNominals(
  prose: Prose,
  names: readonly NameMention[],
  groups: NameGroups,
  lexicon: ReferenceLexicon,
): ResolvedMention[] {
  const sentences = readItems(prose, names)
  const profiles = profileEntities(groups.entities, sentences, groups.entityOf, lexicon)
  const main = findMainOrganization(prose, groups, names)
  const author = main !== null && isFirstPerson(prose, sentences, lexicon) ? main : null
  const found: ResolvedMention[] = []

  for (const sentence of sentences) {
    const { items } = sentence
    let subject: number | null = null
    let inQuote = (prose.blocks[sentence.block]?.quote ?? 0) > 0
    for (let at = 0; at < items.length; at++) {
      const item = items[at] as Item
      if (item.kind === 'mention') {
        const entity = groups.entityOf[item.mention] as number
        const profile = profiles[entity] as Profile
        profile.lastSentence = sentence.index
        if (subject === null && isSubjectCategory(profile.category) && !isGoverned(items, at, lexicon)) {
          subject = entity
          profile.lastSubject = sentence.index
        }
        continue
      }
      if (item.kind === 'punctuation') {
        if (item.form === '«' || item.form === '“') inQuote = true
        else if (item.form === '»' || item.form === '”') inQuote = false
        continue
      }
      const reference = readReference(items, at, lexicon)
      if (!reference) continue
      let resolved: { entity: number; confidence: number } | null = null
      if (reference.type === 'first') {
        if (author !== null) resolved = { entity: author, confidence: inQuote ? 0.7 : 0.85 }
      } else if (reference.type === 'organ') {
        if (main !== null) resolved = { entity: main, confidence: author === null ? 0.6 : 0.75 }
      } else if (!(inQuote && author === null && reference.type === 'pronoun')) {
        resolved = choose(profiles, reference, sentence.index, subject, main)
      }
      if (!resolved) {
        at = reference.last
        continue
      }
      // `du`, `au`: the article is part of a preposition, which is not part of the reference.
      const start = lexicon.contracted.has(item.form) ? (items[at + 1] as Item).start : item.start
      const end = (items[reference.last] as Item).end
      found.push({
        start,
        end,
        kind: reference.type === 'noun' || reference.type === 'organ' ? 'nominal' : 'pronoun',
        entity: resolved.entity,
        confidence: resolved.confidence,
      })
      const profile = profiles[resolved.entity] as Profile
      profile.lastSentence = sentence.index
      if (subject === null && !isGoverned(items, at, lexicon) && reference.type !== 'first') {
        subject = resolved.entity
        profile.lastSubject = sentence.index
      }
      at = reference.last
    }
  }
  return found
}

interface Reference {
  type: 'noun' | 'pronoun' | 'first' | 'organ'
  last: number
  form: string
  noun: NominalNoun | null
  gender: Gender
  categories: readonly Category[]
  /** Written with a capital: a defined term of the page, `the Company`. */
  capital: boolean
  demonstrative: boolean
}

/** Reads the reference that begins at `at`, if one does. */
function readReference(items: readonly Item[], at: number, lexicon: ReferenceLexicon): Reference | null {
  const item = items[at] as Item
  const { form } = item
  const none = { noun: null, gender: null, categories: ['organization'] as const, capital: false, demonstrative: false }
  if (lexicon.firstPerson.has(form)) return { ...none, type: 'first', last: at, form }
  const pronoun = lexicon.subjectPronouns.get(form)
  if (pronoun) {
    const next = items[at + 1]?.form ?? ''
    const after = items[at + 2]?.form ?? ''
    if (lexicon.impersonal.has(next) || (next === "n'" && lexicon.impersonal.has(after))) return null
    if (isImpersonalBe(items, at, lexicon)) return null
    return { ...none, type: 'pronoun', last: at, form, gender: pronoun.gender, categories: pronoun.categories }
  }
  if (!lexicon.definite.has(form)) return null
  let last = at + 1
  while (last < items.length && isModifier(items[last] as Item, lexicon)) last++
  const head = items[last]
  if (head?.kind !== 'word') return null
  const next = items[last + 1]
  if (lexicon.organs.has(head.form) && !lexicon.complements.has(next?.form ?? '')) {
    return { ...none, type: 'organ', last, form: head.form }
  }
  const noun = lexicon.nominals.get(head.form)
  if (!noun) return null
  let end = last
  if (next && isDemonym(next)) end++
  const after = items[end + 1]
  if (after && (after.kind === 'mention' || after.kind === 'number' || lexicon.complements.has(after.form))) return null
  if (after && /^["“«]$/.test(after.form)) return null
  return {
    type: 'noun',
    last: end,
    form: head.form,
    noun,
    gender: noun.gender,
    categories: [noun.category],
    capital: head.capital,
    demonstrative: lexicon.demonstrative.has(form),
  }
}

/** `il est (déjà) difficile de …`, `il était temps que …`. */
function isImpersonalBe(items: readonly Item[], at: number, lexicon: ReferenceLexicon): boolean {
  if (!lexicon.be.has(items[at + 1]?.form ?? '')) return false
  for (let i = at + 2; i <= at + 5 && i < items.length; i++) {
    const { kind, form } = items[i] as Item
    if (kind !== 'word') return false
    if (lexicon.clauseOpeners.has(form)) return true
  }
  return false
}

function isModifier(item: Item, lexicon: ReferenceLexicon): boolean {
  return (
    item.kind === 'word' &&
    (lexicon.adjectives.has(item.form) || /-based$/.test(item.form) || (item.capital && isDemonym(item)))
  )
}

/** Adjectives of places: `marseillais`, `bretonne`, `Dutch`. */
function isDemonym(item: Item): boolean {
  return (
    item.kind === 'word' &&
    item.form.length > 4 &&
    /(?:ais|aise|ois|oise|ien|ienne|éen|éenne|ain|aine|and|ande|tonne?|ique|ish|ese|ian|utch|rench|erman)$/.test(
      item.form,
    )
  )
}

function choose(
  profiles: readonly Profile[],
  reference: Reference,
  sentence: number,
  subject: number | null,
  main: number | null,
): { entity: number; confidence: number } | null {
  let best = -1
  let bestScore = 0
  let second = 0
  for (const [entity, profile] of profiles.entries()) {
    const score = scoreCandidate(profile, entity, reference, sentence, subject, main)
    if (score > bestScore) {
      second = bestScore
      bestScore = score
      best = entity
    } else if (score > second) second = score
  }
  if (best < 0 || bestScore < 1.5 || bestScore - second < SAFE_MARGIN) return null
  return { entity: best, confidence: Math.min(0.95, 0.55 + 0.08 * (bestScore - second)) }
}

function scoreCandidate(
  profile: Profile,
  entity: number,
  reference: Reference,
  sentence: number,
  subject: number | null,
  main: number | null,
): number {
  if (profile.lastSentence < 0 || !reference.categories.includes(profile.category)) return 0
  const distance = sentence - profile.lastSentence
  const isMain = entity === main
  const described = profile.nouns.has(reference.form)
  if (distance > REACH && !isMain && !described) return 0
  if (reference.noun) {
    const { sort } = reference.noun
    if (sort && profile.sort && sort !== profile.sort && !described) return 0
  }
  if (reference.type === 'pronoun' && reference.gender && profile.gender && reference.gender !== profile.gender)
    return 0
  let score = distance === 0 ? 1 : distance === 1 ? 1 : 0.5
  if (entity === subject) score += 1.5
  else if (profile.lastSubject === sentence - 1 && subject === null) score += 2
  else if (profile.lastSubject >= 0 && profile.lastSubject >= sentence - 2) score += 0.5
  if (described) score += 3
  if (isMain) score += reference.capital ? 4 : reference.type === 'noun' ? 1.5 : 0.5
  if (reference.type === 'pronoun') {
    // A pronoun continues a subject; without one it is a guess.
    if (entity !== subject && profile.lastSubject < sentence - 1) return 0
    if (reference.gender && profile.gender === reference.gender) score += 1
  }
  return score
}

function isSubjectCategory(category: Category): boolean {
  return category === 'person' || category === 'organization'
}

/** Whether a preposition stands before the name, over its determiner and the common nouns that describe it. */
function isGoverned(items: readonly Item[], at: number, lexicon: ReferenceLexicon): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const item = items[i] as Item
    if (item.kind !== 'word') return false
    if (lexicon.prepositions.has(item.form)) return true
    if (lexicon.articles.has(item.form)) return i > 0 && lexicon.prepositions.has((items[i - 1] as Item).form)
  }
  return false
}

function profileEntities(
  entities: readonly LocalEntity[],
  sentences: readonly ItemSentence[],
  entityOf: readonly number[],
  lexicon: ReferenceLexicon,
): Profile[] {
  const profiles = entities.map((entity): Profile => {
    const profile: Profile = {
      category: entity.category,
      nouns: new Set(),
      gender: null,
      sort: null,
      mentions: 0,
      lastSentence: -1,
      lastSubject: -1,
    }
    // The name's own words describe too: `Laiterie des Monts d’Arrée`, `Caldermoor Drinks Group`.
    for (const name of [entity.label, ...entity.aliases]) {
      for (const word of name.toLowerCase().split(/[^\p{L}-]+/u)) describe(profile, word, lexicon)
    }
    return profile
  })
  for (const { items } of sentences) {
    for (const [at, item] of items.entries()) {
      if (item.kind !== 'mention') continue
      const profile = profiles[entityOf[item.mention] as number] as Profile
      profile.mentions++
      describeFromContext(profile, items, at, lexicon)
    }
  }
  return profiles
}

function describe(profile: Profile, word: string, lexicon: ReferenceLexicon): void {
  const noun = lexicon.nominals.get(word)
  if (!noun || noun.category !== profile.category) return
  profile.nouns.add(word)
  profile.gender ??= profile.category === 'person' ? noun.gender : null
  profile.sort ??= noun.sort
}

const TITLES = new Map<string, Gender>([
  ['m', 'm'],
  ['mr', 'm'],
  ['mme', 'f'],
  ['mrs', 'f'],
  ['ms', 'f'],
  ['madame', 'f'],
  ['monsieur', 'm'],
])

/** `la société X`, `la conseillère de …, X`, `X, vice-président …`, `X est une coopérative`. */
function describeFromContext(profile: Profile, items: readonly Item[], at: number, lexicon: ReferenceLexicon): void {
  const before = items[at - 1]
  if (before?.kind === 'word') {
    const title = TITLES.get(before.form)
    if (title) profile.gender = title
    describe(profile, before.form, lexicon)
    const second = items[at - 2]
    if (second?.kind === 'word') describe(profile, second.form, lexicon)
  }
  if (before?.form === '.' && TITLES.has(items[at - 2]?.form ?? ''))
    profile.gender = TITLES.get(items[at - 2]?.form ?? '') ?? null
  if (before?.form === ',') {
    for (let i = at - 2; i >= 0 && i >= at - 14; i--) {
      const item = items[i] as Item
      if (item.kind === 'punctuation') break
      if (item.kind === 'word' && lexicon.nominals.get(item.form)?.category === profile.category) {
        describe(profile, item.form, lexicon)
        break
      }
    }
  }
  const after = items[at + 1]
  if (after?.form === ',' || after?.form === 'est' || after?.form === 'is' || after?.form === '(') {
    let i = after.form === '(' ? at + 4 : at + 2
    for (let seen = 0; seen < 4 && i < items.length; seen++, i++) {
      const item = items[i] as Item
      if (item.kind !== 'word') {
        if (after.form === '(' && seen === 0) continue
        break
      }
      if (lexicon.nominals.get(item.form)?.category === profile.category) {
        describe(profile, item.form, lexicon)
        break
      }
    }
  }
}

/** What the text is about: the organization named most, names in the title and the first sentences counting more. */
function findMainOrganization(prose: Prose, groups: NameGroups, names: readonly NameMention[]): number | null {
  const weights = new Map<number, number>()
  const opening = prose.sentences[Math.min(3, prose.sentences.length - 1)]?.end ?? 0
  for (const [index, name] of names.entries()) {
    const entity = groups.entityOf[index] as number
    if ((groups.entities[entity] as LocalEntity).category !== 'organization') continue
    weights.set(entity, (weights.get(entity) ?? 0) + (name.start < opening ? 2 : 1))
  }
  for (const entity of weights.keys()) {
    const { label, aliases } = groups.entities[entity] as LocalEntity
    if ([label, ...aliases].some((name) => prose.title.includes(name)))
      weights.set(entity, (weights.get(entity) as number) + 2)
  }
  let best: number | null = null
  let second = 0
  for (const [entity, weight] of weights) {
    const top = best === null ? 0 : (weights.get(best) as number)
    if (weight > top) {
      second = top
      best = entity
    } else if (weight > second) second = weight
  }
  if (best === null) return null
  return (weights.get(best) as number) >= 2 && (weights.get(best) as number) > second ? best : null
}

/** Whether the text speaks in the first person plural outside quotations, in two sentences at least. */
function isFirstPerson(prose: Prose, sentences: readonly ItemSentence[], lexicon: ReferenceLexicon): boolean {
  let count = 0
  for (const { items, block } of sentences) {
    if ((prose.blocks[block]?.quote ?? 0) > 0) continue
    let quoted = false
    for (const { form, kind } of items) {
      if (form === '«' || form === '“') quoted = true
      else if (form === '»' || form === '”') quoted = false
      else if (!quoted && kind === 'word' && lexicon.firstPerson.has(form)) {
        count++
        break
      }
    }
  }
  return count >= 2
}
