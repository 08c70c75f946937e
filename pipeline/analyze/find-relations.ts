import { ENGLISH_RELATIONS } from '../languages/en/relations.ts'
import { FRENCH_RELATIONS } from '../languages/fr/relations.ts'
import {
  type Category,
  type Predicate,
  type Prose,
  type References,
  type RelationClaim,
  SYMMETRIC_PREDICATES,
} from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { firstFrom } from './bisect.ts'
import { makeEvidence } from './make-evidence.ts'
import { type ItemSentence, readItems } from './read-items.ts'
import { learnedConfidence } from './relations/learned-confidence.ts'
import { matchGroups } from './relations/match-groups.ts'
import { matchLayout } from './relations/match-layout.ts'
import { matchLists, Outline } from './relations/match-lists.ts'
import { matchNouns } from './relations/match-nouns.ts'
import { matchRoles } from './relations/match-roles.ts'
import { matchVerbs } from './relations/match-verbs.ts'
import { qualifyClaims } from './relations/qualify-claims.ts'
import { type DraftClaim, type Reading, topicOf } from './relations/reading.ts'

const VERSION = 1

/** Which categories each predicate may join: the ontology’s table. */
const ENDS: Record<Predicate, { subject: readonly Category[]; object: readonly Category[] }> = {
  worksFor: { subject: ['person'], object: ['organization'] },
  memberOf: { subject: ['organization', 'person'], object: ['initiative', 'organization'] },
  participatesIn: { subject: ['person', 'organization'], object: ['event'] },
  presentedBy: { subject: ['work'], object: ['person', 'organization'] },
  presentedAt: { subject: ['work'], object: ['event'] },
  publishedBy: { subject: ['work'], object: ['organization'] },
  locatedIn: { subject: ['organization', 'event', 'place'], object: ['place'] },
  subsidiaryOf: { subject: ['organization'], object: ['organization'] },
  acquired: { subject: ['organization'], object: ['organization'] },
  partnerOf: { subject: ['organization'], object: ['organization'] },
  competesWith: { subject: ['organization'], object: ['organization'] },
  produces: { subject: ['organization'], object: ['product'] },
  invests: { subject: ['organization'], object: ['organization', 'initiative', 'concept'] },
  statedOn: { subject: ['person', 'organization'], object: ['product'] },
  launched: { subject: ['person', 'organization'], object: ['initiative', 'product'] },
}

/**
 * The relations that the sentences of a document state, in text order; each with the sentence as evidence. Ends obey the
 * ontology’s categories and differ. One relation of one sentence comes once, as its surest pattern has it.
 */
export function findRelations(): DocumentStage<{ prose: Prose; references: References }, readonly RelationClaim[]> {
  return ({ prose, references }) => {
    const lexicon = prose.lang === 'fr' ? FRENCH_RELATIONS : ENGLISH_RELATIONS
    const sentences = readItems(prose, references.mentions)
    for (const { items } of sentences) {
      for (const item of items) {
        if (item.kind !== 'mention') continue
        const mention = references.mentions[item.mention]
        if (mention?.kind === 'pronoun') item.form = mention.exact.toLowerCase()
      }
    }
    const main = findMain(references)
    const outline = new Outline(prose)
    const recent = new Map<Category, number>()
    const author = findAuthor(references)
    const claims: RelationClaim[] = []
    let topic = author ?? main
    let previous: number | null = null
    let section = -1
    let local: number | null = null
    for (const sentence of sentences) {
      const here = prose.blocks[sentence.block]?.section ?? 0
      if (here !== section) {
        section = here
        local = null
        previous = null
        if (prose.blocks[sentence.block]?.kind === 'heading') {
          local = onlyOrganization(references, sentence)
          topic = local ?? main ?? topic
        }
      }
      const isTitle = prose.blocks[sentence.block]?.kind === 'tableRow'
      // `Les deux groupes …` stands for two names.
      const named = sentence.items.some((item) => item.kind === 'mention')
      if (!isTitle && !named && !isPlural(sentence)) continue
      const drafts = new Map<string, DraftClaim>()
      const doubtful = lexicon.conditionals.has(sentence.items[0]?.form ?? '')
      const reading: Reading = {
        prose,
        references,
        lexicon,
        sentence,
        items: sentence.items,
        head: findHead(prose, references, sentence),
        topic: author ?? topic,
        previous,
        main: author ?? main,
        local,
        recent,
        author,
        emit(claim) {
          // What somebody is, and where they say what they suppose, is no supposition.
          const supposed = doubtful && claim.predicate !== 'worksFor' && claim.predicate !== 'statedOn'
          keepSurest(drafts, supposed ? { ...claim, modality: 'hypothetical' } : claim, references)
        },
      }
      matchVerbs(reading)
      matchNouns(reading)
      matchRoles(reading)
      matchLayout(reading)
      matchGroups(reading)
      matchLists(reading, outline)
      for (const draft of qualifyClaims(reading, [...drafts.values()])) claims.push(toClaim(draft, reading))
      previous = topicOf(reading)
      topic = previous ?? topic
      for (const item of sentence.items) {
        if (item.kind !== 'mention') continue
        const entity = references.mentions[item.mention]?.entity
        const category = entity === undefined ? undefined : references.entities[entity]?.category
        if (entity === undefined || !category) continue
        recent.delete(category)
        recent.set(category, entity)
      }
    }
    return dropContradicted(claims)
  }
}

/**
 * A possessive says less than a verb: `notre livre X, publié par Y` is Y’s, and `ses bus X, assemblés par Y` are made by Y.
 */
function dropContradicted(claims: readonly RelationClaim[]): readonly RelationClaim[] {
  const stated = new Map<string, Set<number>>()
  const said = new Set<string>()
  for (const claim of claims) {
    if (claim.predicate === 'statedOn' && claim.extractor.startsWith('verb-'))
      said.add(`${claim.evidence.start} ${claim.object}`)
    if (!claim.extractor.startsWith('verb-') || claim.polarity === 'negative') continue
    const { thing, owner } = ownedEnds(claim)
    const key = `${claim.predicate} ${thing}`
    stated.set(key, (stated.get(key) ?? new Set()).add(owner))
  }
  return claims.filter((claim) => {
    // `X might commit, its spokesman Y wrote on LinkedIn`: a verb of saying knows who spoke.
    if (claim.extractor.startsWith('platform-')) return !said.has(`${claim.evidence.start} ${claim.object}`)
    if (!claim.extractor.startsWith('owned-')) return true
    const { thing, owner } = ownedEnds(claim)
    const owners = stated.get(`${claim.predicate} ${thing}`)
    return !owners || owners.has(owner)
  })
}

function ownedEnds({ predicate, subject, object }: RelationClaim): { thing: number; owner: number } {
  return predicate === 'publishedBy' ? { thing: subject, owner: object } : { thing: object, owner: subject }
}

function keepSurest(drafts: Map<string, DraftClaim>, draft: DraftClaim, references: References): void {
  const { predicate } = draft
  let claim = draft
  const subject = references.entities[claim.subject]
  const object = references.entities[claim.object]
  if (!subject || !object || claim.subject === claim.object) return
  const ends = ENDS[predicate]
  if (!ends.subject.includes(subject.category) || !ends.object.includes(object.category)) return
  if (SYMMETRIC_PREDICATES.includes(predicate) && claim.subject > claim.object) {
    claim = { ...claim, subject: claim.object, object: claim.subject }
  }
  const key = `${claim.subject} ${predicate} ${claim.object}`
  const known = drafts.get(key)
  if (!known || known.confidence < claim.confidence) drafts.set(key, claim)
}

function toClaim(draft: DraftClaim, { prose, items, sentence }: Reading): RelationClaim {
  const [first, last] = draft.trigger
  return {
    subject: draft.subject,
    predicate: draft.predicate,
    object: draft.object,
    label: draft.label ?? prose.text.slice(items[first]?.start, items[last]?.end),
    qualifiers: {
      ...(draft.title === undefined ? {} : { title: draft.title }),
      ...(draft.start === undefined ? {} : { start: draft.start }),
      ...(draft.end === undefined ? {} : { end: draft.end }),
    },
    polarity: draft.polarity,
    modality: draft.modality,
    attributedTo: draft.attributedTo ?? null,
    confidence: Math.round(learnedConfidence(draft.extractor, Math.max(0.05, draft.confidence)) * 100) / 100,
    extractor: `${draft.extractor}@${VERSION}`,
    evidence: makeEvidence(prose, sentence.start, sentence.end),
  }
}

function isPlural({ items }: ItemSentence): boolean {
  return items.slice(0, 3).some(({ form }) => form === 'deux' || form === 'two' || form === 'both')
}

/** The organization that a heading names, when it names one alone. */
function onlyOrganization({ entities, mentions }: References, { items }: ItemSentence): number | null {
  let only: number | null = null
  for (const item of items) {
    const entity = item.kind === 'mention' ? mentions[item.mention]?.entity : undefined
    if (entity === undefined || entities[entity]?.category !== 'organization' || entity === only) continue
    if (only !== null) return null
    only = entity
  }
  return only
}

/** The organization behind `nous` and `we`, when the references have one. */
function findAuthor(references: References): number | null {
  for (const mention of references.mentions) {
    if (mention.kind !== 'pronoun') continue
    if (/^(?:nous|notre|nos|we|our|us|ours)$/i.test(mention.exact)) return mention.entity
  }
  return null
}

/** The entity that a list item or paragraph is headed by: its first words, before a colon or dash. */
function findHead(prose: Prose, references: References, sentence: ItemSentence): number | null {
  const block = prose.blocks[sentence.block]
  if (!block) return null
  const mention = references.mentions[firstFrom(references.mentions, block.start)]
  if (!mention || mention.start - block.start > 3) return null
  const after = prose.text.slice(mention.end, block.end)
  return /^(?:\s?\([^)]{1,60}\))?\s?(?:[:–—.]\s)/u.test(after) ? mention.entity : null
}

/** The organization that a document mentions most; null when two are mentioned as often. */
function findMain(references: References): number | null {
  const counts = new Map<number, number>()
  for (const { entity } of references.mentions) {
    if (references.entities[entity]?.category === 'organization') counts.set(entity, (counts.get(entity) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}
