import type { ReferenceLexicon } from '../../languages/reference-lexicon.ts'
import type { LinkedMention, LocalEntity, Prose, Span } from '../../model.ts'
import type { ItemSentence } from '../read-items.ts'

/** A publication that a text calls by its kind and its organization, for want of a title: `le livre blanc de Xiaomi`. */
export interface DescribedWork {
  entity: LocalEntity
  /** The words for its kind, wherever they stand, in text order; with the index of the name that covers them, if one does. */
  mentions: (Span & { name: number })[]
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
    const mentions: DescribedWork['mentions'] = []
    const owners = new Set<number>()
    let label = ''
    let titled = false
    for (const { items } of sentences) {
      for (const [at, item] of items.entries()) {
        // A finder of concepts may have taken the words for one.
        const named = item.kind === 'mention' && names[item.mention]?.exact.toLowerCase() === `${first} ${second}`
        const end = named ? item : items[at + 1]
        if (!end || !(named || (item.form === first && end.form === second))) continue
        mentions.push({ start: item.start, end: end.end, name: named ? item.mention : -1 })
        let next = at + (named ? 1 : 2)
        const title = names[items[next]?.mention ?? -1]?.exact
        titled ||= (title !== undefined && !/^\p{Ll}/u.test(title)) || /^["“«]$/.test(items[next]?.form ?? '')
        if (!lexicon.prepositions.has(items[next]?.form ?? '')) continue
        next++
        if (lexicon.articles.has(items[next]?.form ?? '')) next++
        const owner = names[items[next]?.mention ?? -1]
        if (!owner || entities[owner.entity]?.category !== 'organization') continue
        owners.add(owner.entity)
        const full = prose.text.slice(item.start, owner.end)
        if (label === '' || full[0] === full[0]?.toLowerCase()) label = full
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
