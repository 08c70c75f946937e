import { ENGLISH_RELATIONS } from '../../languages/en/relations.ts'
import { FRENCH_RELATIONS } from '../../languages/fr/relations.ts'
import type { Category, Prose, References } from '../../model.ts'
import type { ItemSentence } from '../read-items.ts'
import { matchRoles } from './match-roles.ts'
import { matchVerbs } from './match-verbs.ts'
import { type Reading, topicOf } from './reading.ts'

const NOTHING: ReadonlyMap<Category, number> = new Map()

/**
 * For each person whom the text gives a role in an organization, that organization: the first one it gives. Reads names
 * alone, so that it can be asked before references are known.
 */
export function findEmployers(
  prose: Prose,
  references: References,
  sentences: readonly ItemSentence[],
): ReadonlyMap<number, number> {
  const employers = new Map<number, number>()
  let previous: number | null = null
  for (const sentence of sentences) {
    const reading: Reading = {
      prose,
      references,
      lexicon: prose.lang === 'fr' ? FRENCH_RELATIONS : ENGLISH_RELATIONS,
      sentence,
      items: sentence.items,
      head: null,
      topic: null,
      previous,
      main: null,
      local: null,
      recent: NOTHING,
      author: null,
      emit({ subject, predicate, object, polarity }) {
        if (predicate === 'worksFor' && polarity === 'positive' && !employers.has(subject))
          employers.set(subject, object)
      },
    }
    matchRoles(reading)
    matchVerbs(reading)
    previous = topicOf(reading) ?? previous
  }
  return employers
}
