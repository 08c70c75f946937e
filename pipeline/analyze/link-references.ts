import { ENGLISH_REFERENCES } from '../languages/en/references.ts'
import { FRENCH_REFERENCES } from '../languages/fr/references.ts'
import type { LinkedMention, NameMention, Prose, References } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { groupNames } from './references/group-names.ts'
import { resolveNominals } from './references/resolve-nominals.ts'
import { sourceOf } from './source-map.ts'

const EXTRACTOR = 'references@1'

/**
 * Says which names of a document name the same thing, and what else refers to it: nouns, pronouns and the first person
 * of a page that an organization writes about itself. `names` are sorted and do not overlap. What is not safe to resolve
 * is left out.
 */
export function linkReferences(): DocumentStage<{ prose: Prose; names: readonly NameMention[] }, References> {
  return ({ prose, names }) => {
    const lexicon = prose.lang === 'fr' ? FRENCH_REFERENCES : ENGLISH_REFERENCES
    const groups = groupNames(prose, names, lexicon.naming)
    const mentions: LinkedMention[] = names.map((name, index) => ({
      start: name.start,
      end: name.end,
      ...sourceOf(prose, name.start, name.end),
      kind: name.kind,
      exact: prose.text.slice(name.start, name.end),
      entity: groups.entityOf[index] as number,
      extractor: name.extractor,
      confidence: name.confidence,
    }))
    for (const found of resolveNominals(prose, groups.entities, [...mentions], lexicon)) {
      mentions.push({
        start: found.start,
        end: found.end,
        ...sourceOf(prose, found.start, found.end),
        kind: found.kind,
        exact: prose.text.slice(found.start, found.end),
        entity: found.entity,
        extractor: EXTRACTOR,
        confidence: found.confidence,
      })
    }
    mentions.sort((a, b) => a.start - b.start || a.end - b.end)
    return { entities: groups.entities, mentions }
  }
}
