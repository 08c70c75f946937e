import type { AnalysisSummary, DocumentId } from '../model.ts'
import type { LinkResolution } from './resolve-links.ts'

/** A document that is a note on something: what it is called, and who else points at it. */
export interface DocumentSubject {
  document: DocumentId
  title: string
  /** Other names, as its front matter gives them. */
  aliases: readonly string[]
  /** Local entities of other documents that a link to this one names: `[[Note|that name]]`. */
  linked: readonly { document: DocumentId; entity: number }[]
}

/** The documents that say more about their subject than its name: by aliases, or by links whose words are one mention. */
export function findSubjects(
  analyses: readonly AnalysisSummary[],
  destinations?: LinkResolution['destinations'],
): readonly DocumentSubject[] {
  const linked = new Map<DocumentId, { document: DocumentId; entity: number }[]>()
  for (const { document, links, mentions } of analyses) {
    const own = destinations?.get(document.id)
    if (own === undefined || own.size === 0) continue
    const bySpan = new Map(mentions.map((mention) => [`${mention.start} ${mention.end}`, mention]))
    for (const { url, words } of links) {
      const to = own.get(url)
      // A link to a part of a document is about that part.
      if (words === null || to === undefined || !('document' in to) || to.anchor !== null) continue
      const mention = bySpan.get(`${words.start} ${words.end}`)
      if (mention === undefined || to.document === document.id) continue
      if (mention.kind !== 'name' && mention.kind !== 'acronym') continue
      const list = linked.get(to.document)
      if (list) list.push({ document: document.id, entity: mention.entity })
      else linked.set(to.document, [{ document: document.id, entity: mention.entity }])
    }
  }
  return analyses.flatMap(({ document: { id, title }, aliases }) =>
    aliases.length === 0 && !linked.has(id) ? [] : [{ document: id, title, aliases, linked: linked.get(id) ?? [] }],
  )
}
