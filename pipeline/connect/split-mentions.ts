import type { AnalysisSummary, DocumentId, LocalEntity, Span } from '../model.ts'
import { normalizeName } from '../names/compare-names.ts'
import { holdsQuote } from './apply-corrections.ts'
import type { Curation, EntityReference } from './curation.ts'

/** A local entity: its document, and its index there. */
export interface LocalPlace {
  document: DocumentId
  entity: number
}

export interface SplitMentions {
  /** As they were, but for documents in which one name turned out to name two things. */
  analyses: readonly AnalysisSummary[]
  /** What each reference with a quote points at; one that no sentence answers to is not in it. */
  chosen: ReadonlyMap<EntityReference, readonly LocalPlace[]>
}

/**
 * Gives the mentions that curation picks out by a quote an entity of their own in their document, so that it can be judged
 * apart: those of the reference's name in the sentences that hold the quote, with what refers to the same entity there, and
 * the relations and targets that only these sentences state. Where that is every mention, nothing needs to be split.
 */
export function splitMentions(
  analyses: readonly AnalysisSummary[],
  curation: Curation,
  textOf: (document: DocumentId) => string,
): SplitMentions {
  const quoted = referencesOf(curation).filter(({ quote }) => quote !== null)
  const chosen = new Map<EntityReference, LocalPlace[]>()
  if (quoted.length === 0) return { analyses, chosen }
  const split = analyses.map((analysis) => {
    const { id, path } = analysis.document
    let current = analysis
    for (const reference of quoted) {
      if (reference.document !== id && reference.document !== path) continue
      const { analysis: next, entities } = splitOff(current, reference, textOf(id))
      current = next
      const places = entities.map((entity) => ({ document: id, entity }))
      if (places.length > 0) chosen.set(reference, [...(chosen.get(reference) ?? []), ...places])
    }
    return current
  })
  return { analyses: split, chosen }
}

function referencesOf({ entities, ignore, same, different, relations, targets }: Curation): EntityReference[] {
  const references = [
    ...entities.map(({ reference }) => reference),
    ...ignore,
    ...[...same, ...different].flatMap((judgement) => judgement.references),
    ...relations.flatMap(({ subject, object, change }) => [subject, object, change.subject, change.object]),
    ...targets.flatMap(({ actor, change }) => [actor, change.actor]),
  ]
  return references.filter((reference) => reference !== undefined && reference !== null)
}

function splitOff(
  analysis: AnalysisSummary,
  { name, category, quote }: EntityReference,
  text: string,
): { analysis: AnalysisSummary; entities: readonly number[] } {
  const key = normalizeName(name)
  const sentences = analysis.sentences.filter(({ start, end }) => holdsQuote(text.slice(start, end), quote ?? ''))
  const within = (span: Span) => sentences.some(({ start, end }) => start <= span.start && span.start < end)
  const meant = new Set(
    analysis.mentions
      .filter((mention) => normalizeName(mention.exact) === key && within(mention))
      .map(({ entity }) => entity)
      .filter((entity) => category === null || analysis.entities[entity]?.category === category),
  )
  let current = analysis
  const entities: number[] = []
  for (const entity of meant) {
    const isMoved = (mention: AnalysisSummary['mentions'][number]) => mention.entity === entity && within(mention)
    const left = current.mentions.filter((mention) => mention.entity === entity && !isMoved(mention))
    // What only refers back without a name of its own would stay behind with nothing to refer to.
    if (!left.some(({ kind }) => kind === 'name' || kind === 'acronym')) {
      entities.push(entity)
      continue
    }
    const fresh = current.entities.length
    entities.push(fresh)
    const stated = ({ start, end }: Span) =>
      sentences.some((sentence) => sentence.start < end && sentence.end > start) &&
      !left.some((mention) => mention.start < end && mention.end > start)
    const own = (evidence: Span, index: number | null) => (index === entity && stated(evidence) ? fresh : index)
    const local: LocalEntity = { ...(current.entities[entity] as LocalEntity), label: name, aliases: [] }
    current = {
      ...current,
      entities: [...current.entities, local],
      mentions: current.mentions.map((mention) => (isMoved(mention) ? { ...mention, entity: fresh } : mention)),
      relations: current.relations.map((claim) => ({
        ...claim,
        subject: own(claim.evidence, claim.subject) as number,
        object: own(claim.evidence, claim.object) as number,
        attributedTo: own(claim.evidence, claim.attributedTo),
      })),
      targets: current.targets.map((claim) => ({
        ...claim,
        actor: own(claim.evidence, claim.actor),
        attributedTo: own(claim.evidence, claim.attributedTo),
      })),
    }
  }
  return { analysis: current, entities }
}
