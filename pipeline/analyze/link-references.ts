import { ENGLISH_CATEGORY_CUES } from '../languages/en/category-cues.ts'
import { ENGLISH_REFERENCES } from '../languages/en/references.ts'
import { ENGLISH_RELATIONS } from '../languages/en/relations.ts'
import { FRENCH_CATEGORY_CUES } from '../languages/fr/category-cues.ts'
import { FRENCH_REFERENCES } from '../languages/fr/references.ts'
import { FRENCH_RELATIONS } from '../languages/fr/relations.ts'
import type { LinkedMention, LocalEntity, NameMention, Prose, References } from '../model.ts'
import { normalizeName } from '../names/compare-names.ts'
import type { DocumentStage } from '../stage.ts'
import { readItems } from './read-items.ts'
import { findDescribedWorks } from './references/find-described-works.ts'
import { addOwnNames, findOwnLabels } from './references/find-own-names.ts'
import { groupNames } from './references/group-names.ts'
import { addItalicNames, findItalicNames } from './references/italic-names.ts'
import { repairNames } from './references/repair-names.ts'
import { type ResolvedMention, resolveNominals } from './references/resolve-nominals.ts'
import { settleCategories } from './references/settle-categories.ts'
import { sourceOf } from './source-map.ts'

const EXTRACTOR = 'references@1'

const LEXICONS = {
  fr: { references: FRENCH_REFERENCES, relations: FRENCH_RELATIONS, cues: FRENCH_CATEGORY_CUES },
  en: { references: ENGLISH_REFERENCES, relations: ENGLISH_RELATIONS, cues: ENGLISH_CATEGORY_CUES },
}

/**
 * Says which names of a document name the same thing, of which category, and what else refers to it: nouns, pronouns and
 * the first person of a page that an organization writes about itself. `found` are sorted and do not overlap. What is not
 * safe to resolve is left out.
 */
export function linkReferences(): DocumentStage<{ prose: Prose; names: readonly NameMention[] }, References> {
  return ({ prose, names: tagged }) => {
    const lexicons = LEXICONS[prose.lang]
    const ownLabels = findOwnLabels(prose.text)
    // Where the page stands tells what its site is called, not that it speaks for it: papers have sites too.
    const siteLabels = new Set([...ownLabels, ...findOwnLabels(prose.url ?? '')])
    const italics = findItalicNames(prose)
    const found = addItalicNames(prose, addOwnNames(prose, repairNames(prose, tagged), ownLabels), italics)
    const sentences = readItems(prose, found)
    const normals = normalizeAll(prose, found)
    const categories = settleCategories(prose, found, normals, sentences, { siteLabels, italics }, lexicons)
    const names = found.map((name, index) => ({ ...name, category: categories[index] as NameMention['category'] }))
    const groups = groupNames(prose, names, normals, lexicons.references.naming)
    const linked: LinkedMention[] = names.map((name, index) => ({
      start: name.start,
      end: name.end,
      ...sourceOf(prose, name.start, name.end),
      kind: name.kind,
      exact: prose.text.slice(name.start, name.end),
      entity: groups.entityOf[index] as number,
      extractor: name.extractor,
      confidence: name.confidence,
    }))
    const { references: lexicon, relations } = lexicons
    const described = findDescribedWorks(prose, groups.entities, linked, sentences, lexicon)
    const entities = [...groups.entities, ...described.map(({ entity }) => entity)]
    for (const [index, { mentions }] of described.entries()) {
      for (const { start, end, name } of mentions) {
        const known = linked[name]
        if (known) {
          known.entity = groups.entities.length + index
          known.kind = 'nominal'
        } else
          linked.push(
            refer(prose, { start, end, kind: 'nominal', entity: groups.entities.length + index, confidence: 0.7 }),
          )
      }
    }
    linked.sort(inTextOrder)
    const items = described.length > 0 ? readItems(prose, linked) : sentences
    const resolved = resolveNominals(prose, entities, linked, items, ownLabels, lexicon, relations)
    const mentions = [...linked, ...resolved.map((mention) => refer(prose, mention))].sort(inTextOrder)
    return inFirstMentionOrder(entities, mentions)
  }
}

function refer(prose: Prose, { start, end, kind, entity, confidence }: ResolvedMention): LinkedMention {
  const exact = prose.text.slice(start, end)
  return { start, end, ...sourceOf(prose, start, end), kind, exact, entity, extractor: EXTRACTOR, confidence }
}

function inTextOrder(a: LinkedMention, b: LinkedMention): number {
  return a.start - b.start || a.end - b.end
}

function inFirstMentionOrder(entities: readonly LocalEntity[], mentions: readonly LinkedMention[]): References {
  const order = [...new Set(mentions.map(({ entity }) => entity))]
  const place = new Map(order.map((entity, index) => [entity, index]))
  return {
    entities: order.map((entity) => entities[entity] as LocalEntity),
    mentions: mentions.map((mention) => ({ ...mention, entity: place.get(mention.entity) as number })),
  }
}

/** The normalised form of each name; texts repeat their names, and normalising is slow. */
function normalizeAll(prose: Prose, names: readonly NameMention[]): string[] {
  const known = new Map<string, string>()
  return names.map(({ start, end }) => {
    const exact = prose.text.slice(start, end)
    let normal = known.get(exact)
    if (normal === undefined) {
      normal = normalizeName(exact)
      known.set(exact, normal)
    }
    return normal
  })
}
