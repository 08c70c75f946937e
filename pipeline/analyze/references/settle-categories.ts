import type { CategoryCues } from '../../languages/category-cues.ts'
import { isDemonym } from '../../languages/demonym.ts'
import type { ReferenceLexicon } from '../../languages/reference-lexicon.ts'
import type { RelationLexicon } from '../../languages/relation-lexicon.ts'
import type { Category, NameMention, Prose } from '../../model.ts'
import { isShortFormOf, normalizeName } from '../../names/compare-names.ts'
import { oncePer } from '../../once-per.ts'
import { firstFrom } from '../bisect.ts'
import type { Item, ItemSentence } from '../read-items.ts'
import { beginsWithOwnName, isOwnName } from './find-own-names.ts'
import type { ItalicName } from './italic-names.ts'

/** Weights of what speaks for a category, by how rarely it misleads. The finder of names has its confidence, up to a cap. */
const WEIGHTS = {
  finderCap: 1.2,
  title: 2,
  descriptor: 1.5,
  apposition: 1.3,
  role: 1.2,
  object: 1.2,
  occasion: 1.5,
  located: 1.5,
  complement: 1.4,
  organizationWord: 1.25,
  nameWord: 0.7,
  occasionWord: 1.25,
  container: 1.2,
  coordinated: 0.6,
  agent: 0.6,
  possessor: 0.8,
  who: 1,
  maker: 0.8,
  jointAct: 0.9,
  staff: 1.3,
  nationality: 1,
  address: 0.6,
  italic: 1.5,
  italicOrganization: 0.9,
} as const

/** From this weight on, what the text says of one mention alone can set it apart from its namesakes. */
const DECISIVE = 1.3

/** Mean confidence above which a name is not taken for the short form of an organization’s. */
const INHERITS_BELOW = 0.55

/** French nouns for those who make or do something. */
const MAKER = /^\p{Ll}{2,}(?:iers?|eurs?|iens?|istes?)$/u

/** What organizations do with each other. */
const JOINT_ACT =
  /^(?:merger|talks|deal|contract|partnership|alliance|agreement|venture|fusion|négociations|pourparlers|contrat|partenariat|accord|rapprochement|coentreprise)$/

/** Whom only organizations have by the number. */
const STAFF = /^(?:people|employees|staff|workers|salariés|employés|collaborateurs|agents|adhérents|members)$/

/** What typography does not set in italics. */
const UPRIGHT: ReadonlySet<Category> = new Set(['person', 'place', 'event'])

/** `Par ce plan, X`, `X, ce programme`: what is pointed at is something else. */
const DEMONSTRATIVE = /^(?:ce|cet|cette|ces|this|these|that)$/

const COUNTS = /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|six|seven|eight|nine|ten)$/

type Votes = Map<Category, number>

interface Surface {
  mentions: number[]
  normal: string
  /** From the finder of names. */
  found: Votes
  /** From the text around all its mentions. */
  cues: Votes
}

interface Lexicons {
  references: ReferenceLexicon
  relations: RelationLexicon
  cues: CategoryCues
}

/**
 * The category of each name mention, once the whole document has had its say: what the finder of names thought, mention
 * by mention, and what the text puts beside them (`la société X`, `X, directrice de`, `le salon X`, `basé à X`). One name
 * has one category, unless what stands beside one mention says otherwise (`Orange`); surnames follow their full name.
 * `normals` are the names as `normalizeName` writes them, `siteLabels` what the text’s addresses and its own are called, `italics` its
 * names in italics.
 */
export function settleCategories(
  prose: Prose,
  names: readonly NameMention[],
  normals: readonly string[],
  sentences: readonly ItemSentence[],
  { siteLabels, italics }: { siteLabels: ReadonlySet<string>; italics: readonly ItalicName[] },
  lexicons: Lexicons,
): Category[] {
  const own = names.map((): Votes => new Map())
  for (const { start, end, category } of italics) {
    const index = firstFrom(names, start)
    const name = names[index]
    if (name?.start !== start || name.end !== end) continue
    // Papers are set in italics too: an organization that the finder is sure of stays one.
    if (name.category === 'organization') add(own[index] as Votes, category, WEIGHTS.italicOrganization)
    else if (UPRIGHT.has(name.category)) add(own[index] as Votes, category, WEIGHTS.italic)
  }
  for (const { items } of sentences) {
    for (const [at, item] of items.entries()) {
      if (item.kind !== 'mention' || isPlainTerm(prose, names[item.mention] as NameMention)) continue
      readCues(prose, names, items, at, lexicons, own[item.mention] as Votes)
    }
    for (const [at, item] of items.entries()) {
      if (item.kind === 'mention') shareWithNext(items, at, own, lexicons)
    }
  }

  const surfaces = new Map<string, Surface>()
  for (const [index, name] of names.entries()) {
    const normal = normals[index] as string
    let surface = surfaces.get(normal)
    if (!surface) {
      surface = { mentions: [], normal, found: new Map(), cues: nameCues(normal, lexicons.cues, prose.lang) }
      surfaces.set(normal, surface)
      if (isOwnName(normal, siteLabels)) add(surface.cues, 'organization', WEIGHTS.address)
      else if (beginsWithOwnName(normal, siteLabels)) add(surface.cues, 'organization', WEIGHTS.organizationWord)
    }
    surface.mentions.push(index)
    add(surface.found, name.category, Math.max(0.2, name.confidence))
    for (const [category, weight] of own[index] as Votes) add(surface.cues, category, weight)
  }

  const settled = new Map<Surface, Category>()
  for (const surface of surfaces.values()) {
    const isTerm = surface.mentions.every((index) => isPlainTerm(prose, names[index] as NameMention))
    settled.set(surface, isTerm ? 'concept' : settle(surface))
  }
  for (const surface of surfaces.values()) {
    const inherited = inherit(surface, settled)
    if (inherited) settled.set(surface, inherited)
  }

  const categories = names.map((name) => name.category)
  for (const [surface, category] of settled) {
    for (const index of surface.mentions) {
      const [local, weight] = top(own[index] as Votes)
      categories[index] = local && weight >= DECISIVE && surface.mentions.length > 1 ? local : category
    }
  }
  return categories
}

/** A term in lower case is no name, whatever stands beside it: `la directrice du développement durable`. */
function isPlainTerm({ text }: Prose, { category, start, end }: NameMention): boolean {
  if (category !== 'concept') return false
  const exact = text.slice(start, end)
  return exact === exact.toLowerCase()
}

function add(votes: Votes, category: Category, weight: number): void {
  votes.set(category, (votes.get(category) ?? 0) + weight)
}

function top(votes: Votes): [Category | null, number] {
  let best: Category | null = null
  let most = 0
  for (const [category, weight] of votes) {
    if (weight > most) {
      most = weight
      best = category
    }
  }
  return [best, most]
}

function settle(surface: Surface): Category {
  const votes: Votes = new Map()
  const [found, weight] = top(surface.found)
  const scale = Math.min(1, WEIGHTS.finderCap / weight)
  for (const [category, confidence] of surface.found) add(votes, category, confidence * scale)
  for (const [category, cue] of surface.cues) add(votes, category, cue)
  return top(votes)[0] ?? (found as Category)
}

/** A short form without much of a say takes the category of the one longer name that it shortens. */
function inherit(surface: Surface, settled: ReadonlyMap<Surface, Category>): Category | null {
  if (top(surface.cues)[1] >= DECISIVE) return null
  const category = settled.get(surface) as Category
  const wholes = new Set<Category>()
  for (const [other, whole] of settled) {
    if (other === surface || other.normal.length <= surface.normal.length) continue
    if (whole !== 'person' && whole !== 'organization') continue
    // Cheap first: the last word of a short form is in the long one.
    if (!other.normal.includes(surface.normal.slice(surface.normal.lastIndexOf(' ') + 1))) continue
    if (isShortFormOf(surface.normal, other.normal, whole)) wholes.add(whole)
  }
  if (wholes.size !== 1) return null
  const [whole] = wholes as unknown as [Category]
  // `Rust` beside `Rust Foundation`, `Carhaix` beside `Carhaix Énergie`: what is known for something else stays that.
  const sure = (surface.found.get(category) ?? 0) / surface.mentions.length
  return whole === 'organization' && sure > INHERITS_BELOW ? null : whole
}

function nameCues(normal: string, cues: CategoryCues, lang: Prose['lang']): Votes {
  const votes: Votes = new Map()
  const words = normal.split(' ')
  if (words.length < 2) return votes
  // `City of Bergen`: the authority, the place itself goes by its bare name.
  if (lang === 'en' && words[1] === 'of' && /^(?:city|town|county|borough|municipality)$/.test(words[0] as string)) {
    votes.set('organization', WEIGHTS.organizationWord)
    return votes
  }
  const first = nameWordsOf(cues).get(words[0] as string)
  const last = nameWordsOf(cues).get(words[words.length - 1] as string)
  // The noun that heads a name stands first in French, last in English; of organizations’ words the other end tells too.
  // `Conference of the Parties`: before an English `of` stands what heads the name.
  const of = lang === 'en' ? words.indexOf('of') : -1
  const headed = of > 0 ? nameWordsOf(cues).get(words[of - 1] as string) : undefined
  const [head, other] = lang === 'fr' ? [first, last] : [headed ?? last, first]
  const category = head ?? (other === 'organization' ? other : undefined)
  const heads = lang === 'fr' ? 0 : headed ? of - 1 : words.length - 1
  const sure = cues.occasionWords.has(words[heads] as string)
  if (category === 'organization') votes.set(category, WEIGHTS.organizationWord)
  else if (category) votes.set(category, sure ? WEIGHTS.occasionWord : WEIGHTS.nameWord)
  return votes
}

/** `nameWords` keyed as `normalizeName` writes words. */
const nameWordsOf = oncePer(
  ({ nameWords }: CategoryCues): ReadonlyMap<string, Category> =>
    new Map([...nameWords].map(([word, category]) => [normalizeName(word), category])),
)

function readCues(
  prose: Prose,
  names: readonly NameMention[],
  items: readonly Item[],
  at: number,
  { references, relations, cues }: Lexicons,
  votes: Votes,
): void {
  const word = (index: number): string => (items[index]?.kind === 'word' ? (items[index] as Item).form : '')
  const mark = (index: number): string => (items[index]?.kind === 'punctuation' ? (items[index] as Item).form : '')
  let left = at - 1
  while (/^["“«*]$/.test(mark(left))) left--
  if (mark(left) === '.' && cues.descriptors.get(word(left - 1)) === 'person' && word(left - 1).length <= 4) {
    add(votes, 'person', WEIGHTS.title)
  }
  // `le néerlandais X`, `filiale de l’américain X`: said of companies.
  if (isDemonym(word(left)) && !items[left]?.capital) {
    if (references.definite.has(word(left - 1))) add(votes, 'organization', WEIGHTS.nationality)
    // `le cartonnier vosgien X`: whoever makes or does something, where the noun is not known for people.
    const maker = word(left - 1)
    const isMaker = MAKER.test(maker) && !cues.descriptors.has(maker) && !relations.roles.has(maker)
    if (isMaker && references.definite.has(word(left - 2))) add(votes, 'organization', WEIGHTS.maker)
  }
  const comma = mark(left) === ','
  readDescription(prose, items, comma ? left - 1 : left, comma, names, { references, relations, cues }, votes)
  // What governs it: `filiale de X`, `directrice de X`, `siège à X`, `lors de X`.
  let governor = left
  if (relations.determiners.has(word(governor)) && !relations.prepositions.has(word(governor))) governor--
  const preposition = word(governor)
  if (relations.prepositions.has(preposition)) {
    const noun = word(governor - 1)
    if (cues.occasions.has(preposition) || (relations.of.has(preposition) && cues.occasions.has(noun))) {
      add(votes, 'event', WEIGHTS.occasion)
    } else if (relations.of.has(preposition)) {
      const category = cues.complements.get(noun)
      // Countries have strategies too.
      const found = names[(items[at] as Item).mention]?.category
      if (category && !(category === 'organization' && found === 'place')) add(votes, category, WEIGHTS.complement)
      else if (relations.staff.has(noun)) add(votes, 'organization', WEIGHTS.role)
    } else if (/^(?:with|avec)$/.test(preposition) && JOINT_ACT.test(noun)) {
      add(votes, 'organization', WEIGHTS.jointAct)
    } else if (relations.at.has(preposition)) {
      for (let i = governor - 1; i >= governor - 3; i--) {
        if (!cues.located.has(word(i))) continue
        add(votes, 'place', WEIGHTS.located)
        break
      }
    }
  }
  // The verb before it: `a racheté X`, `fabrique la série de carreaux X`.
  for (let i = left, seen = 0; seen < 6; i--, seen++) {
    const form = word(i)
    if (!form) break
    const category = cues.objects.get(form)
    if (category && !relations.prepositions.has(form)) {
      add(votes, category, WEIGHTS.object)
      break
    }
    if (relations.prepositions.has(form) && !relations.of.has(form)) break
  }
  // `X’s shares`, `X’s latest takeover`: places have no such things, and what is found for one stays one.
  if (items[at + 1]?.form === "'s") {
    const found = names[(items[at] as Item).mention]?.category
    for (let i = at + 2; i <= at + 4 && word(i) !== '' && found !== 'place'; i++) {
      if (cues.complements.get(word(i)) !== 'organization') continue
      add(votes, 'organization', WEIGHTS.possessor)
      break
    }
  }
  // `X, which acquired …`, `X, qui fabrique …`, `X, who …`
  const relative = mark(at + 1) === ',' ? word(at + 2) : word(at + 1)
  const verb = word(mark(at + 1) === ',' ? at + 3 : at + 2)
  // `the auditors X LLP, who are paid …`: English companies are plural.
  if (relative === 'who' && !/^(?:are|were|have|do)$/.test(verb)) add(votes, 'person', WEIGHTS.who)
  else if (relations.relatives.has(relative) && relative !== 'that') {
    const category = agentOf(items, (mark(at + 1) === ',' ? at + 2 : at + 1) + 1, relations)
    if (category && (category !== 'person' || relative !== 'which')) add(votes, category, WEIGHTS.agent)
  }
  const agent =
    preposition === '' || !relations.prepositions.has(preposition) ? agentOf(items, at + 1, relations) : null
  if (agent) add(votes, agent, WEIGHTS.agent)
  // What follows: `X, une alliance de`, `X est une coopérative`, `X, directrice de`; not where X itself explains what
  // stands before it, nor where it only ends a phrase that does: `une société de X, filiale de Y`.
  let right = at + 1
  while (/^["”»*]$/.test(mark(right))) right++
  const copula = relations.copulas.has(word(right))
  // `X, 1 150 salariés, …`, `X is now 312 people`
  let count = right + 1
  while (relations.fillers.has(word(count))) count++
  const counted = (mark(right) === ',' || copula) && items[count]?.kind === 'number'
  if (counted && STAFF.test(word(count + 1))) add(votes, 'organization', WEIGHTS.staff)
  const ends =
    comma ||
    ((relations.of.has(preposition) || relations.at.has(preposition)) &&
      names[(items[at] as Item).mention]?.category === 'place')
  if ((mark(right) === ',' && !ends) || copula)
    readExplanation(items, right + 1, copula, { references, relations, cues }, votes)
  // `Onda (Castellón)`
  if (mark(at - 1) === '(' && items[at - 2]?.kind === 'mention' && /^[,)]$/.test(mark(at + 1))) {
    const outer = names[(items[at - 2] as Item).mention]
    const inner = prose.text.slice((items[at] as Item).start, (items[at] as Item).end)
    if (outer?.category === 'place' && inner !== inner.toUpperCase()) add(votes, 'place', WEIGHTS.container)
  }
}

/** The one category that may be the subject of the verb behind a name: `X fabrique`, `X has acquired`; null when several may. */
function agentOf(items: readonly Item[], start: number, relations: RelationLexicon): Category | null {
  for (let at = start; at < start + 3; at++) {
    const item = items[at]
    if (item?.kind !== 'word') return null
    const { form } = item
    if (relations.be.has(form) || relations.reflexives.has(form)) return null
    const verb = relations.verbs.get(form)
    if (!verb) {
      if (relations.have.has(form) || relations.will.has(form) || relations.fillers.has(form)) continue
      return null
    }
    if (verb.tense === 'infinitive' && at === start) return null
    let agent: Category | null = null
    for (const { passive, joint, particles, reflexive, inverse, subject, object } of verb.frames) {
      if (passive || joint || particles || reflexive) continue
      for (const category of inverse ? object : subject) {
        if (agent !== null && agent !== category) return null
        agent = category
      }
    }
    return agent
  }
  return null
}

/**
 * `la société X`, `le groupe néerlandais X`, `le producteur de batteries X`, `le plan baptisé « X »`, `our supplier, X`: the
 * noun that heads the phrase ending at `end`.
 */
function readDescription(
  prose: Prose,
  items: readonly Item[],
  end: number,
  comma: boolean,
  names: readonly NameMention[],
  { references, relations, cues }: Lexicons,
  votes: Votes,
): void {
  const word = (index: number): string => (items[index]?.kind === 'word' ? (items[index] as Item).form : '')
  let at = end
  let named = false
  if (word(at) === 'comme' || word(at) === 'as') at--
  // `Our most popular board is still the X`
  let copula = at
  while (relations.determiners.has(word(copula)) || relations.fillers.has(word(copula))) copula--
  const said = relations.copulas.has(word(copula)) && word(copula - 1) !== ''
  if (said) at = copula - 1
  if (references.naming.has(word(at)) || relations.naming.has(word(at))) {
    named = true
    const naming = at--
    while (items[at]?.form === ',' || relations.be.has(word(at)) || relations.reflexives.has(word(at))) at--
    // `Y named X chief executive` names nothing.
    if (items[at]?.kind === 'mention' && at === naming - 1) return
    if (items[at]?.kind === 'mention' && !relations.of.has(word(at - 1))) {
      const category = names[(items[at] as Item).mention]?.category
      if (category) add(votes, category, WEIGHTS.apposition)
      return
    }
  }
  // Across `de` and determiners only where the phrase stands apart: `le président de la région, X`.
  const wide = comma || named || said
  if (!wide && relations.prepositions.has(word(at))) return
  let head: Category | null = null
  let role = false
  let unknown = 0
  // The noun that heads a phrase is its first in French, in English the last before any `of`: `the battery producer X`.
  let heads = true
  let first = at
  for (; first >= 0 && end - first < 12; first--) {
    const item = items[first] as Item
    const term = item.kind === 'mention' ? headOfTerm(prose, names[item.mention]) : null
    if (term !== null) {
      // `sa feuille de route, « X »`
      const category = cues.descriptors.get(term)
      if (category) head = category
      continue
    }
    if (item.kind === 'mention' && wide && relations.of.has(word(first - 1))) continue
    if (item.kind !== 'word' || item.form === "'s") break
    const { form } = item
    if (relations.determiners.has(form) && !relations.prepositions.has(form)) {
      if (wide && relations.of.has(word(first - 1))) continue
      break
    }
    if (relations.of.has(form)) {
      if (!wide && relations.contracted.has(form)) break
      heads = true
      continue
    }
    // `la compagnie de céramique et agrumes X`
    if (relations.conjunctions.has(form) && items[first - 1]?.kind === 'word') continue
    if (relations.prepositions.has(form) || relations.conjunctions.has(form) || relations.subordinators.has(form)) break
    if (relations.verbs.has(form) && !relations.determiners.has(word(first - 1))) return
    if (relations.have.has(form) || relations.be.has(form)) return
    const category = heads ? cues.descriptors.get(form) : undefined
    if (category) {
      head = category
      role = false
      unknown = 0
      heads = prose.lang === 'fr'
    } else if (heads && (isStaff(form, relations) || (comma && relations.roles.has(form)))) {
      head = 'person'
      role = true
      unknown = 0
      heads = prose.lang === 'fr'
    } else if (head === null && ++unknown > (relations.of.has('de') ? 2 : 0)) return
  }
  if (head === null) return
  // `Under the plan, X will cut …`: what opens the sentence is no apposition.
  if (comma && first <= 1 && relations.prepositions.has(word(0)) && items[end + 3]?.form !== ',') return
  // `With X, its climate programme, Y …`: it explains what stands before it.
  const explains = items[first - 1]?.form === ',' && items[first - 2]?.kind === 'mention'
  if (comma && explains && head !== 'person' && relations.possessives.has(word(first))) return
  const opener = word(first)
  // `two ferries, X and Y`
  const counted = items[first]?.kind === 'number' || COUNTS.test(opener)
  const determined = relations.determiners.has(opener) || relations.contracted.has(opener) || counted
  if (said && !determined) return
  // `Chair, X` and `X, délégué Y`: a title without an article stands beside its organization.
  if (role && !determined && (comma || items[first]?.form === ',')) return
  // `Concurrent direct de Y, X a promis`: what opens the sentence needs no article.
  const fronted = comma && first < 0 && head === 'organization' && prose.lang === 'fr'
  if (comma && ((!determined && !fronted) || DEMONSTRATIVE.test(opener))) return
  add(votes, head, role ? WEIGHTS.role : wide ? WEIGHTS.apposition : WEIGHTS.descriptor)
}

/** First word of a term in lower case; null where the name is none. */
function headOfTerm(prose: Prose, name: NameMention | undefined): string | null {
  if (!name || !isPlainTerm(prose, name)) return null
  return /^[\p{L}-]+/u.exec(prose.text.slice(name.start, name.end))?.[0] ?? null
}

function isStaff(form: string, { staff }: RelationLexicon): boolean {
  const hyphen = form.indexOf('-')
  return staff.has(form) || (hyphen > 0 && staff.has(form.slice(0, hyphen)))
}

/** `X, une alliance de`, `X is a company`, `X, directrice de`: what is said of X from `start` on. */
function readExplanation(
  items: readonly Item[],
  start: number,
  copula: boolean,
  { relations, cues }: Lexicons,
  votes: Votes,
): void {
  const word = (index: number): string => (items[index]?.kind === 'word' ? (items[index] as Item).form : '')
  let at = start
  const determiner = word(at)
  if (DEMONSTRATIVE.test(determiner)) return
  const bare = !relations.determiners.has(determiner)
  if (!bare) at++
  for (let seen = 0; seen < 4; seen++, at++) {
    const form = word(at)
    if (!form || relations.prepositions.has(form) || relations.conjunctions.has(form)) return
    // `X, who used to work for Y, will present the paper`: the sentence goes on.
    if (relations.will.has(form) || relations.have.has(form) || relations.determiners.has(form)) return
    if (relations.subordinators.has(form) || relations.relatives.has(form)) return
    if (bare && items[at]?.capital && !relations.roles.has(form)) return
    // `X, directeur de Y, montre un four`: a verb.
    if (bare && relations.determiners.has(word(at + 1)) && !relations.prepositions.has(word(at + 1))) return
    // `the yard’s commercial director`: the owner is not what X is.
    if (word(at + 1) === "'s") continue
    const category = isStaff(form, relations) ? 'person' : cues.descriptors.get(form)
    if (!category) continue
    // `X, le PDG Y a dit`: the phrase goes on to another name.
    if (items[at + 1]?.kind === 'mention' || (bare && copula)) return
    add(votes, category, category === 'person' ? WEIGHTS.role : WEIGHTS.apposition)
    return
  }
}

/** `A et B`: what is said of one is said of the other. */
function shareWithNext(items: readonly Item[], at: number, own: readonly Votes[], { relations }: Lexicons): void {
  let next = at + 1
  if (!relations.conjunctions.has(items[next]?.form ?? '')) return
  next++
  if (relations.determiners.has(items[next]?.form ?? '') && items[next]?.kind === 'word') next++
  if (items[next]?.kind !== 'mention') return
  const a = own[(items[at] as Item).mention] as Votes
  const b = own[(items[next] as Item).mention] as Votes
  const [first] = top(a)
  const [second] = top(b)
  if (first && !second) add(b, first, WEIGHTS.coordinated)
  else if (second && !first) add(a, second, WEIGHTS.coordinated)
}
