import {
  type AnalysisSummary,
  type EntityId,
  type Evidence,
  type Relation,
  type RelationClaim,
  type StatementEvidence,
  SYMMETRIC_PREDICATES,
} from '../model.ts'
import { compareStrings } from './compare.ts'
import { hashOf } from './hash.ts'

/** A relation that one passage states, its ends known across documents. */
export interface ResolvedRelation extends Omit<RelationClaim, 'subject' | 'object' | 'attributedTo'> {
  subject: EntityId
  object: EntityId
  attributedTo: EntityId | null
}

/** The relations of `analyses`, without those that lost an end; in the order of documents and claims. */
export function resolveRelations(
  analyses: readonly AnalysisSummary[],
  entityOf: (document: AnalysisSummary, local: number) => EntityId | null,
): ResolvedRelation[] {
  const resolved: ResolvedRelation[] = []
  for (const analysis of analyses) {
    for (const claim of analysis.relations) {
      const subject = entityOf(analysis, claim.subject)
      const object = entityOf(analysis, claim.object)
      if (subject === null || object === null) continue
      const attributedTo = claim.attributedTo === null ? null : entityOf(analysis, claim.attributedTo)
      resolved.push({ ...claim, subject, object, attributedTo })
    }
  }
  return resolved
}

/**
 * Claims with the same subject, predicate, object, polarity and modality are one relation with all their evidence; the
 * surest claim, then the first, gives label, qualifiers and attribution, others fill what it leaves open. Relations of an
 * entity with itself are dropped. Symmetric predicates have their ends in id order. Sorted by id.
 */
export function mergeRelations(claims: readonly ResolvedRelation[]): Relation[] {
  const groups = new Map<string, ResolvedRelation[]>()
  for (const claim of claims) {
    if (claim.subject === claim.object) continue
    const isTurned = SYMMETRIC_PREDICATES.includes(claim.predicate) && claim.subject > claim.object
    const [subject, object] = isTurned ? [claim.object, claim.subject] : [claim.subject, claim.object]
    const id = hashOf([subject, claim.predicate, object, claim.polarity, claim.modality])
    const group = groups.get(id)
    if (group) group.push({ ...claim, subject, object })
    else groups.set(id, [{ ...claim, subject, object }])
  }
  const relations: Relation[] = []
  for (const [id, group] of groups) {
    const ranked = group.sort((a, b) => b.confidence - a.confidence || comparePassages(a.evidence, b.evidence))
    const [best] = ranked as [ResolvedRelation]
    const qualifier = (name: 'title' | 'start' | 'end') =>
      ranked.find(({ qualifiers }) => qualifiers[name] != null)?.qualifiers[name] ?? null
    relations.push({
      id,
      subject: best.subject,
      predicate: best.predicate,
      object: best.object,
      label: best.label,
      qualifiers: { title: qualifier('title'), start: qualifier('start'), end: qualifier('end') },
      polarity: best.polarity,
      modality: best.modality,
      attributedTo: ranked.find(({ attributedTo }) => attributedTo !== null)?.attributedTo ?? null,
      confidence: best.confidence,
      extractors: [...new Set(ranked.map(({ extractor }) => extractor))].sort(compareStrings),
      evidence: mergeEvidence(ranked),
    })
  }
  return relations.sort((a, b) => compareStrings(a.id, b.id))
}

/** One entry a passage, with all that read it; by document and offset. */
export function mergeEvidence(claims: readonly { extractor: string; evidence: Evidence }[]): StatementEvidence[] {
  const passages = new Map<string, { evidence: Evidence; extractors: Set<string> }>()
  for (const { extractor, evidence } of claims) {
    const key = `${evidence.start} ${evidence.end} ${evidence.document}`
    const passage = passages.get(key)
    if (passage) passage.extractors.add(extractor)
    else passages.set(key, { evidence, extractors: new Set([extractor]) })
  }
  return [...passages.values()]
    .map(({ evidence, extractors }) => ({ ...evidence, extractors: [...extractors].sort(compareStrings) }))
    .sort(comparePassages)
}

export function comparePassages(a: Evidence, b: Evidence): number {
  return compareStrings(a.document, b.document) || a.start - b.start || a.end - b.end
}
