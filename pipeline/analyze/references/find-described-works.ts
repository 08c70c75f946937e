import type { ReferenceLexicon } from '../../languages/reference-lexicon.ts'
import type { LinkedMention, LocalEntity, Prose, Span } from '../../model.ts'
import type { ItemSentence } from '../read-items.ts'

/** A publication that a text calls by its kind and its organization, for want of a title: `le livre blanc de Xiaomi`. */
export interface DescribedWork {
  entity: LocalEntity
  /** The words for its kind, wherever they stand, in text order. */
  mentions: Span[]
}

/**
 * Finds the white papers (and their like) of a document that have no title: the kind must stand before the name of one
 * organization once, and everywhere else it means the same one. None when a title follows the kind, or when two
 * organizations have one.
 */
export function findDescribedWorks(
  prose: Prose,
  entities: readonly LocalEntity[],
  names: readonly LinkedMention[],
  sentences: readonly ItemSentence[],
  lexicon: ReferenceLexicon,
): DescribedWork[] {
  const works: DescribedWork[] = []
  for (const [first, second] of lexicon.describedWorks) {
    const mentions: Span[] = []
    const owners = new Set<number>()
    let label = ''
    let titled = false
    for (const { items } of sentences) {
      for (const [at, item] of items.entries()) {
        const end = items[at + 1]
        if (item.form !== first || end?.form !== second) continue
        mentions.push({ start: item.start, end: end.end })
        let next = at + 2
        titled ||= items[next]?.kind === 'mention' || /^["“«]$/.test(items[next]?.form ?? '')
        if (!lexicon.prepositions.has(items[next]?.form ?? '')) continue
        next++
        if (lexicon.articles.has(items[next]?.form ?? '')) next++
        const owner = names[items[next]?.mention ?? -1]
        if (!owner || entities[owner.entity]?.category !== 'organization') continue
        owners.add(owner.entity)
        const full = prose.text.slice(item.start, owner.end)
        if (label === '' || item.form === prose.text.slice(item.start, item.end)) label = full
      }
    }
    if (titled || owners.size !== 1) continue
    works.push({
      entity: { category: 'work', label, aliases: [prose.text.slice(mentions[0]?.start, mentions[0]?.end)] },
      mentions,
    })
  }
  return works
}
