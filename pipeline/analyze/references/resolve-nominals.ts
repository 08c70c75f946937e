import { isDemonym } from '../../languages/demonym.ts'
import { genderOf } from '../../languages/given-names.ts'
import type { Gender, NominalNoun, OrganizationSort, ReferenceLexicon } from '../../languages/reference-lexicon.ts'
import type { RelationLexicon } from '../../languages/relation-lexicon.ts'
import type { Category, LinkedMention, LocalEntity, MentionKind, Prose, Span } from '../../model.ts'
import { normalizeName } from '../../names/compare-names.ts'
import { oncePer } from '../../once-per.ts'
import type { Item, ItemSentence } from '../read-items.ts'
import { findEmployers } from '../relations/find-employers.ts'
import { findOwnLabels, isOwnName } from './find-own-names.ts'

/** A stretch of text without a name that refers to an entity of the document. */
export interface ResolvedMention extends Span {
  kind: Extract<MentionKind, 'nominal' | 'pronoun'>
  entity: number
  confidence: number
}

/** What the text shows about an entity beside its name. */
interface Profile {
  category: Category
  /** Nouns that the text puts beside its names: `groupe`, `conseillère`; and the words of its names themselves. */
  nouns: Set<string>
  gender: Gender
  plural: boolean
  sort: OrganizationSort
  /** Sentence of its last mention so far, −1 before the first. */
  lastSentence: number
  /** Last sentence it was the subject of. */
  lastSubject: number
  /** Last sentence in which a possessive at its head pointed to it. */
  lastOwner: number
  /** Last sentence in which it was the only one that could be meant. */
  lastAlone: number
}

interface Reference {
  type: 'noun' | 'pronoun' | 'possessive' | 'first' | 'second' | 'organ'
  last: number
  form: string
  noun: NominalNoun | null
  gender: Gender
  plural: boolean
  categories: readonly Category[]
  /** Written with a capital: a defined term of the page, `the Company`. */
  capital: boolean
  /** Says where it is, as who is meant need not be told: `l’entreprise de Courtrai`. */
  placed: boolean
}

type Resolution = { entity: number; confidence: number } | null

/** Nouns that say no more than that an organization is meant. */
const GENERIC = new Set('entreprise société groupe compagnie firme maison company firm group'.split(' '))

/** Endings of adjectives that behind a noun mostly say where it is from: `nantaise` has its own, `italien` too. */
const PLACED = /(?:ain|aine|and|ande|tonne?|ique)$/

/** How much better than the next the best candidate has to be. */
const SAFE_MARGIN = 1

/** Sentences after which a reference is no longer followed back, other than to what the whole text is about. */
const REACH = 3

/**
 * Finds what refers back without a name: definite nouns (`l’entreprise`, `the company`), subject pronouns, and the first
 * person of a page that an organization writes about itself, of an interviewee, or of who is quoted. Only what is safe
 * comes back: one candidate clearly ahead of the others by recency, subjecthood, the nouns the text has put beside it,
 * gender, number and sort. `names` are the document’s linked names, in text order, as is what comes back; `sentences` are
 * read over them; `ownLabels` what the text’s own addresses are called.
 */
export function resolveNominals(
  prose: Prose,
  entities: readonly LocalEntity[],
  names: readonly LinkedMention[],
  sentences: readonly ItemSentence[],
  ownLabels: ReadonlySet<string>,
  lexicon: ReferenceLexicon,
  relations: RelationLexicon,
): ResolvedMention[] {
  // Only interviews and quotations ask whom people work for.
  let known: ReadonlyMap<number, number> | null = null
  const employers = (): ReadonlyMap<number, number> =>
    (known ??= findEmployers(prose, { entities, mentions: names }, sentences))
  const profiles = profileEntities(entities, sentences, names, lexicon)
  const nameNouns = findNameNouns(profiles)
  const openings = openingsOf(lexicon)
  const organizations = weighNames(prose, entities, names, 'organization')
  for (const [entity, weight] of organizations) {
    if (isOwn(entities[entity] as LocalEntity, ownLabels)) organizations.set(entity, weight + 3)
  }
  const main = heaviest(organizations)
  const hero = heaviest(weighNames(prose, entities, names, 'person'))
  const questions = findQuestions(prose)
  const interviewee = questions.size >= 2 ? findInterviewee(names, employers(), questions, prose) : null
  const writer = questions.size < 2 ? findWriter(sentences, names, entities, relations) : null
  const author =
    interviewee ??
    writer ??
    (isFirstPerson(sentences, lexicon)
      ? heaviest(weighSpeakers(prose, entities, organizations, sentences, names, lexicon))
      : null)
  const found: ResolvedMention[] = []
  const isPlace = (item: Item | undefined): boolean =>
    item?.kind === 'mention' && entities[(names[item.mention] as LinkedMention).entity]?.category === 'place'

  for (const [index, sentence] of sentences.entries()) {
    const { items } = sentence
    const inQuestion = questions.has(sentence.block)
    const present = new Set<number>()
    let subject: number | null = null
    let weakSubject: number | null = null
    const note = (entity: number, at: number): void => {
      const profile = profiles[entity] as Profile
      profile.lastSentence = sentence.index
      if (profile.category === 'person' || profile.category === 'organization') present.add(entity)
      if (profile.category === 'place' || profile.category === 'concept' || isGoverned(items, at, lexicon)) return
      if (subject === null && isClauseInitial(items, at, lexicon, relations)) {
        subject = entity
        profile.lastSubject = sentence.index
      } else weakSubject ??= entity
    }
    for (let at = 0; at < items.length; at++) {
      const item = items[at] as Item
      if (item.kind === 'mention') {
        note((names[item.mention] as LinkedMention).entity, at)
        continue
      }
      if (item.kind !== 'word' || !openings.has(item.form)) continue
      const reference = readReference(items, at, lexicon, nameNouns, relations, isPlace)
      if (!reference) continue
      let resolved: Resolution = null
      if (reference.type === 'first') {
        const speaker = item.quoted ? findSpeaker(sentences, index, names, employers, entities) : null
        if (speaker !== null) resolved = { entity: speaker, confidence: 0.7 }
        else if (author !== null && !(inQuestion && interviewee !== null)) {
          resolved = { entity: author, confidence: item.quoted ? 0.7 : 0.85 }
        }
      } else if (reference.type === 'second') {
        if (author !== null && inQuestion) resolved = { entity: author, confidence: 0.75 }
      } else if (reference.type === 'organ') {
        if (main !== null) resolved = { entity: author ?? main, confidence: author === null ? 0.6 : 0.75 }
      } else if (reference.type === 'possessive') {
        // `Its chairman …` opening a sentence: of what the sentence before was about.
        if (at === 0 && !item.quoted) resolved = resolvePossessive(profiles, sentence.index)
      } else if (!(item.quoted && reference.type === 'pronoun')) {
        const categories = subjectCategories(items, reference.last, relations)
        resolved = choose(
          profiles,
          categories ? narrow(reference, categories) : reference,
          sentence.index,
          subject ?? weakSubject,
          main,
          hero,
        )
      }
      const first = at
      at = reference.last
      if (!resolved) continue
      // `X, the chairman, …`: an apposition says what X is, it is no second mention.
      const apposed = items[first - 1]?.form === ',' && items[first - 2]?.kind === 'mention'
      const before = apposed ? names[(items[first - 2] as Item).mention] : undefined
      if (reference.type === 'noun' && before?.entity === resolved.entity) continue
      // `du`, `au`: the article is part of a preposition, which is not part of the reference.
      const start = lexicon.contracted.has(item.form) ? (items[first + 1] as Item).start : item.start
      found.push({
        start,
        end: (items[reference.last] as Item).end,
        kind: reference.type === 'noun' || reference.type === 'organ' ? 'nominal' : 'pronoun',
        entity: resolved.entity,
        confidence: resolved.confidence,
      })
      const profile = profiles[resolved.entity] as Profile
      if (profile.category === 'person') profile.gender ??= reference.gender
      if (reference.type === 'possessive') (profiles[resolved.entity] as Profile).lastOwner = sentence.index
      else if (reference.type !== 'first' && reference.type !== 'second') note(resolved.entity, first)
    }
    if (present.size === 1) for (const entity of present) (profiles[entity] as Profile).lastAlone = sentence.index
  }
  return found
}

function isOwn({ label, aliases }: LocalEntity, labels: ReadonlySet<string>): boolean {
  return labels.size > 0 && [label, ...aliases].some((name) => isOwnName(normalizeName(name), labels))
}

/** The words (behind `=`) that the names of one organization alone are made of. */
function findNameNouns(profiles: readonly Profile[]): ReadonlySet<string> {
  const bearers = new Map<string, number>()
  for (const { category, nouns } of profiles) {
    if (category !== 'organization') continue
    for (const noun of nouns) if (noun.startsWith('=')) bearers.set(noun, (bearers.get(noun) ?? 0) + 1)
  }
  return new Set([...bearers].filter(([, count]) => count === 1).map(([noun]) => noun))
}

/** The words that a reference can begin with. */
const openingsOf = oncePer(
  ({ firstPerson, secondPerson, subjectPronouns, possessives, definite }: ReferenceLexicon): ReadonlySet<string> =>
    new Set([...firstPerson, ...secondPerson, ...subjectPronouns.keys(), ...possessives, ...definite]),
)

/** Reads the reference that begins at `at`, if one does. */
function readReference(
  items: readonly Item[],
  at: number,
  lexicon: ReferenceLexicon,
  nameNouns: ReadonlySet<string>,
  relations: RelationLexicon,
  isPlace: (item: Item | undefined) => boolean,
): Reference | null {
  const item = items[at] as Item
  const { form } = item
  const base = {
    noun: null,
    gender: null,
    plural: false,
    categories: ['organization'] as const,
    capital: false,
    placed: false,
  }
  if (lexicon.firstPerson.has(form)) return { ...base, type: 'first', last: at, form }
  if (lexicon.secondPerson.has(form)) return { ...base, type: 'second', last: at, form }
  const pronoun = lexicon.subjectPronouns.get(form)
  if (pronoun) {
    const next = items[at + 1]?.form ?? ''
    const after = items[at + 2]?.form ?? ''
    if (pronoun.categories.length === 1 && pronoun.categories[0] === 'person') {
      return { ...base, type: 'pronoun', last: at, form, ...pronoun }
    }
    if (lexicon.impersonal.has(next) || (next === "n'" && lexicon.impersonal.has(after))) return null
    if (isImpersonalBe(items, at, lexicon)) return null
    return { ...base, type: 'pronoun', last: at, form, ...pronoun }
  }
  if (lexicon.possessives.has(form)) return { ...base, type: 'possessive', last: at, form }
  if (!lexicon.definite.has(form)) return null
  let last = at + 1
  while (last < items.length && isModifier(items[last] as Item, lexicon)) last++
  const head = items[last]
  if (head?.kind !== 'word') return null
  let end = last
  const next = items[last + 1]
  if (next?.kind === 'word' && (isDemonym(next.form) || PLACED.test(next.form))) end++
  const after = items[end + 1]
  if (after && (after.kind === 'mention' || after.kind === 'number')) return null
  // `L’entreprise de Courtrai` opening a clause goes on with what the text was on, and says where that is.
  const opens = at === 0 || (at <= 4 && items[at - 1]?.form === ',')
  const from = opens && GENERIC.has(head.form) && isPlace(items[end + 2])
  if (after && lexicon.complements.has(after.form) && !from) return null
  if (after && /^["“«]$/.test(after.form)) return null
  // `le groupe espagnol X`: the noun describes a name to come.
  if (after?.kind === 'word' && items[end + 2]?.kind === 'mention' && isPlainWord(after, relations)) return null
  // `X, dont l’usine est à Y`: the site is X’s, it does not stand for what the text is about.
  if (relations.whose.has(items[at - 1]?.form ?? '')) return null
  if (lexicon.organs.has(head.form)) return { ...base, type: 'organ', last, form: head.form }
  const noun = lexicon.nominals.get(head.form)
  if (noun) {
    const { gender, category } = noun
    return {
      ...base,
      type: 'noun',
      last: end,
      form: head.form,
      noun,
      gender,
      categories: [category],
      capital: head.capital,
      placed: from,
    }
  }
  // `la papeterie` of `Papeteries Claudel-Morin`: a common noun that one organization’s name alone is made of.
  if (head.capital || head.form.length < 5) return null
  const singular = toSingular(head.form)
  return nameNouns.has(`=${singular}`) ? { ...base, type: 'noun', last: end, form: `=${singular}` } : null
}

function isPlainWord({ form }: Item, relations: RelationLexicon): boolean {
  const { prepositions, determiners, conjunctions, have, be, verbs, relatives, subordinators, saying } = relations
  return ![prepositions, determiners, conjunctions, have, be, verbs, relatives, subordinators, saying].some((set) =>
    set.has(form),
  )
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
    (lexicon.adjectives.has(item.form) || /-based$/.test(item.form) || (item.capital && isDemonym(item.form)))
  )
}

/** What the verb behind a reference takes for a subject, when it is one that states relations; null when it says nothing. */
function subjectCategories(
  items: readonly Item[],
  last: number,
  relations: RelationLexicon,
): ReadonlySet<Category> | null {
  let passive = false
  for (let i = last + 1; i <= last + 4 && i < items.length; i++) {
    const { kind, form } = items[i] as Item
    if (kind !== 'word') return null
    if (relations.be.has(form)) passive = !relations.reflexives.has((items[i - 1] as Item).form)
    const verb = relations.verbs.get(form)
    if (!verb) continue
    if (verb.frames.some((frame) => frame.joint)) return null
    const subjects = new Set<Category>()
    for (const { passive: only, via, inverse, subject, object } of verb.frames) {
      const active = inverse ? object : subject
      for (const category of passive && !only && !via ? (inverse ? subject : object) : active) subjects.add(category)
    }
    return subjects
  }
  return null
}

function narrow(reference: Reference, subjects: ReadonlySet<Category>): Reference {
  const categories = reference.categories.filter((category) => subjects.has(category))
  return categories.length > 0 ? { ...reference, categories } : reference
}

function resolvePossessive(profiles: readonly Profile[], sentence: number): Resolution {
  const owners = [...profiles.entries()].filter(
    ([, { category, lastSubject }]) =>
      lastSubject === sentence - 1 && (category === 'organization' || category === 'person'),
  )
  const [owner] = owners
  return owner && owners.length === 1 ? { entity: owner[0], confidence: 0.7 } : null
}

function choose(
  profiles: readonly Profile[],
  reference: Reference,
  sentence: number,
  subject: number | null,
  main: number | null,
  hero: number | null,
): Resolution {
  let best = -1
  let bestScore = 0
  let second = 0
  for (const [entity, profile] of profiles.entries()) {
    const score = scoreCandidate(profile, entity, reference, sentence, subject, main, hero)
    if (score > bestScore) {
      second = bestScore
      bestScore = score
      best = entity
    } else if (score > second) second = score
  }
  if (best < 0 || bestScore - second < SAFE_MARGIN) return null
  // A lone candidate that is neither a subject nor described is a guess, but for what a text has few of.
  const rare = reference.type === 'noun' && !reference.categories.includes('organization')
  if (bestScore < (rare ? 1 : 1.5)) return null
  return { entity: best, confidence: Math.min(0.95, 0.55 + 0.08 * (bestScore - second)) }
}

function scoreCandidate(
  profile: Profile,
  entity: number,
  reference: Reference,
  sentence: number,
  subject: number | null,
  main: number | null,
  hero: number | null,
): number {
  if (profile.lastSentence < 0 || !reference.categories.includes(profile.category)) return 0
  const distance = sentence - profile.lastSentence
  const isMain = entity === main && !reference.placed
  const described = profile.nouns.has(reference.form) || isMunicipal(profile, reference)
  if (reference.form.startsWith('=') && !described) return 0
  if (distance > REACH && !isMain && !described) return 0
  if (reference.noun?.called && !described) return 0
  const sort = reference.noun?.sort
  if (sort && profile.sort && sort !== profile.sort && !described) return 0
  // `la présidente`, `she`; of other things the gender is their noun’s, of which a text may use several.
  const personal = profile.category === 'person' || reference.type === 'pronoun'
  if (personal && reference.gender && profile.gender && reference.gender !== profile.gender) return 0
  const precedes = entity === subject || profile.lastSubject === sentence - 1
  if (reference.type === 'pronoun') {
    if (reference.plural !== profile.plural) return 0
    // A pronoun continues a subject, or the only one it can mean, or, of people, whom the text was on; else it is a guess.
    const isPersonal = profile.category === 'person' && (reference.categories.length === 1 || entity === hero)
    if (!precedes && profile.lastAlone !== sentence - 1 && !(isPersonal && distance <= (entity === hero ? 12 : 2)))
      return 0
  }
  let score = distance <= 1 ? 1 : 0.5
  if (entity === subject) score += 1.5
  else if (profile.lastSubject === sentence - 1 && subject === null) score += 2
  else if (reference.noun && profile.lastOwner === sentence - 1) score += 2
  else if (profile.lastSubject >= 0 && profile.lastSubject >= sentence - 2) score += 0.5
  if (described) score += 3
  if (isMain) score += reference.capital ? 4 : reference.type === 'noun' ? 1.5 : 0.5
  if (reference.type === 'pronoun') {
    if (reference.gender && profile.gender === reference.gender) score += 1
    if (reference.plural) score += 1
    if (!precedes) score += 1
  }
  return score
}

/** `la commune` of what is called `Ville de X`: nouns for one kind of body. */
const MUNICIPAL = new Set('ville commune municipalité mairie collectivité city town borough council'.split(' '))

function isMunicipal({ nouns }: Profile, { form, noun }: Reference): boolean {
  if (!noun || !MUNICIPAL.has(form)) return false
  for (const other of MUNICIPAL) if (nouns.has(other)) return true
  return false
}

/** Whether a preposition stands before the name, over its determiner and the common nouns that describe it. */
function isGoverned(items: readonly Item[], at: number, lexicon: ReferenceLexicon): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const item = items[i] as Item
    // `selon A et B`: what governs the first governs the second.
    if (item.kind === 'mention') return i < at - 1 && isGoverned(items, i, lexicon)
    if (item.kind !== 'word') return false
    if (lexicon.prepositions.has(item.form)) return true
    if (lexicon.articles.has(item.form)) return i > 0 && lexicon.prepositions.has((items[i - 1] as Item).form)
  }
  return false
}

/** Whether the name opens its sentence or a clause of it, over a determiner and a few words: where subjects stand. */
function isClauseInitial(
  items: readonly Item[],
  at: number,
  lexicon: ReferenceLexicon,
  relations: RelationLexicon,
): boolean {
  for (let i = at - 1; i >= at - 5; i--) {
    const item = items[i]
    if (!item) return true
    if (item.kind === 'punctuation') return true
    if (item.kind !== 'word') return false
    if (lexicon.openers.has(item.form)) return true
    const before = items[i - 1]?.form ?? ''
    const verbal = relations.verbs.has(item.form) && !lexicon.articles.has(before)
    if (verbal || relations.have.has(item.form) || relations.be.has(item.form)) return false
    if (lexicon.articles.has(item.form)) {
      const before = items[i - 1]
      return !before || before.kind === 'punctuation' || lexicon.openers.has(before.form)
    }
  }
  return false
}

function profileEntities(
  entities: readonly LocalEntity[],
  sentences: readonly ItemSentence[],
  names: readonly LinkedMention[],
  lexicon: ReferenceLexicon,
): Profile[] {
  const profiles = entities.map((entity): Profile => {
    const profile: Profile = {
      category: entity.category,
      nouns: new Set(),
      gender: null,
      plural: false,
      sort: null,
      lastSentence: -1,
      lastSubject: -1,
      lastOwner: -1,
      lastAlone: -1,
    }
    // The name's own words describe too: `Laiterie des Monts d’Arrée`, `Caldermoor Drinks Group`.
    for (const name of [entity.label, ...entity.aliases]) {
      for (const word of name.toLowerCase().split(/[^\p{L}-]+/u)) {
        describe(profile, word, lexicon)
        if (word.length > 4) profile.nouns.add(`=${toSingular(word)}`)
      }
    }
    return profile
  })
  for (const [index, { category, label }] of entities.entries()) {
    if (category === 'person' && /\s/.test(label)) (profiles[index] as Profile).gender ??= genderOf(label)
  }
  for (const { items } of sentences) {
    for (const [at, item] of items.entries()) {
      if (item.kind !== 'mention') continue
      const profile = profiles[(names[item.mention] as LinkedMention).entity] as Profile
      if (lexicon.plurals.has(items[at - 1]?.form ?? '')) profile.plural = true
      describeFromContext(profile, items, at, lexicon)
    }
  }
  return profiles
}

function toSingular(word: string): string {
  return word.endsWith('ies') ? word.slice(0, -1) : word.replace(/s$/, '')
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
    for (let i = at - 1; i >= at - 3 && items[i]?.kind === 'word'; i--) {
      describe(profile, (items[i] as Item).form, lexicon)
    }
  }
  if (before?.form === '.') {
    const title = TITLES.get(items[at - 2]?.form ?? '')
    if (title) profile.gender = title
  }
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

/** How much a text is about each entity of a category: how often it names it, in the title and the first sentences more. */
function weighNames(
  prose: Prose,
  entities: readonly LocalEntity[],
  names: readonly LinkedMention[],
  category: Category,
): Map<number, number> {
  const weights = new Map<number, number>()
  const opening = prose.sentences[Math.min(3, prose.sentences.length - 1)]?.end ?? 0
  for (const { entity, start } of names) {
    if (entities[entity]?.category !== category) continue
    weights.set(entity, (weights.get(entity) ?? 0) + (start < opening ? 2 : 1))
  }
  for (const [entity, weight] of weights) {
    const { label, aliases } = entities[entity] as LocalEntity
    if ([label, ...aliases].some((name) => prose.title.includes(name))) weights.set(entity, weight + 2)
  }
  return weights
}

/** What weighs at least 2 and more than anything else; null when nothing does. */
function heaviest(weights: ReadonlyMap<number, number>): number | null {
  let best: number | null = null
  let top = 0
  let second = 0
  for (const [entity, weight] of weights) {
    if (weight > top) {
      second = top
      top = weight
      best = entity
    } else if (weight > second) second = weight
  }
  return top >= 2 && top > second ? best : null
}

/**
 * How much speaks for each organization as the `we` of the text: it is what the text is about, the page stands on its site,
 * it says `we are X`, and it is not named beside `we` as another, other than in `At X, we …` and `we hire at X`.
 */
function weighSpeakers(
  prose: Prose,
  entities: readonly LocalEntity[],
  weights: ReadonlyMap<number, number>,
  sentences: readonly ItemSentence[],
  names: readonly LinkedMention[],
  lexicon: ReferenceLexicon,
): Map<number, number> {
  const speaking = new Map(weights)
  const labels = findOwnLabels(prose.url ?? '')
  for (const [entity, weight] of weights)
    if (isOwn(entities[entity] as LocalEntity, labels)) speaking.set(entity, weight + 4)
  for (const { items } of sentences) {
    if (!items.some(({ form, kind, quoted }) => !quoted && kind === 'word' && lexicon.firstPerson.has(form))) continue
    for (const [at, item] of items.entries()) {
      if (item.kind !== 'mention' || item.quoted) continue
      const { entity } = names[item.mention] as LinkedMention
      const weight = speaking.get(entity)
      if (weight === undefined) continue
      const before = items[at - 2]?.form ?? ''
      if (/^(?:are|sommes)$/.test(items[at - 1]?.form ?? '') && lexicon.firstPerson.has(before)) {
        speaking.set(entity, weight + 6)
        continue
      }
      const within = /^(?:at|chez|à)$/.test(items[at - 1]?.form ?? '')
      const own = within && at === 1
      const named = lexicon.firstPerson.has(items[at - 2]?.form ?? '') && items[at - 1]?.form === ','
      if (own || named) speaking.set(entity, weight + 2)
      else if (!within) speaking.set(entity, weight - 2)
    }
  }
  return speaking
}

/** Whether the text speaks in the first person plural outside quotations, in two sentences at least. */
function isFirstPerson(sentences: readonly ItemSentence[], lexicon: ReferenceLexicon): boolean {
  let count = 0
  for (const { items } of sentences) {
    if (items.some(({ form, kind, quoted }) => !quoted && kind === 'word' && lexicon.firstPerson.has(form))) count++
    if (count >= 2) return true
  }
  return false
}

/** Blocks that are an interviewer’s questions: headings, or paragraphs all in bold, that end in a question mark. */
function findQuestions(prose: Prose): Set<number> {
  const questions = new Set<number>()
  const remarks: number[] = []
  for (const [index, block] of prose.blocks.entries()) {
    const text = prose.text.slice(block.start, block.end).trimEnd()
    const asks = /[?…]["»”]?$/u.test(text)
    const marked = prose.marks.some(
      ({ kind, start, end }) =>
        (kind === 'strong' || kind === 'emphasis') && start <= block.start + 2 && end >= block.start + text.length - 3,
    )
    if (!asks) {
      if (block.kind === 'paragraph' && marked && questions.size > 0) remarks.push(index)
    } else if (block.kind === 'heading' ? block.level !== 1 : block.kind === 'paragraph' && marked) questions.add(index)
  }
  // An interviewer makes remarks too, in the same type.
  if (questions.size >= 2) for (const index of remarks) questions.add(index)
  return questions
}

/** The organization of the first person whom the text before the first question gives one. */
function findInterviewee(
  names: readonly LinkedMention[],
  employers: ReadonlyMap<number, number>,
  questions: ReadonlySet<number>,
  prose: Prose,
): number | null {
  const firstQuestion = prose.blocks[Math.min(...questions)]?.start ?? 0
  for (const { entity, start } of names) {
    if (start >= firstQuestion) break
    const employer = employers.get(entity)
    if (employer !== undefined) return employer
  }
  return null
}

/** The organization that the writer presides over, leads or works for: `je préside X`, `I work at X`. */
function findWriter(
  sentences: readonly ItemSentence[],
  names: readonly LinkedMention[],
  entities: readonly LocalEntity[],
  relations: RelationLexicon,
): number | null {
  for (const { items } of sentences) {
    for (const [at, { form, kind, quoted }] of items.entries()) {
      if (kind !== 'word' || quoted || !(form === 'je' || form === "j'" || form === 'i')) continue
      let works = false
      for (let i = at + 1; i <= at + 8 && i < items.length; i++) {
        const item = items[i] as Item
        if (item.kind === 'punctuation') break
        if (item.kind === 'number') continue
        if (item.kind === 'word') {
          // Forms of the first person are those of the third or the bare one.
          works ||= relations.verbs.get(item.form)?.frames.some(({ predicate }) => predicate === 'worksFor') ?? false
          continue
        }
        const { entity } = names[item.mention] as LinkedMention
        if (works && entities[entity]?.category === 'organization') return entity
        break
      }
    }
  }
  return null
}

/** The organization of the one person named outside the quotation in its sentence, else in the next or the one before. */
function findSpeaker(
  sentences: readonly ItemSentence[],
  index: number,
  names: readonly LinkedMention[],
  employers: () => ReadonlyMap<number, number>,
  entities: readonly LocalEntity[],
): number | null {
  const block = sentences[index]?.block
  for (const near of [index, index + 1, index - 1]) {
    const sentence = sentences[near]
    if (!sentence || sentence.block !== block) continue
    for (const item of sentence.items) {
      if (item.kind !== 'mention' || item.quoted) continue
      const { entity } = names[item.mention] as LinkedMention
      if (entities[entity]?.category !== 'person') continue
      return employers().get(entity) ?? null
    }
  }
  return null
}
