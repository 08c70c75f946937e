import { type EntityId, type Evidence, SYMMETRIC_PREDICATES, TARGET_FIELDS } from '../model.ts'
import type { Curation, EntityReference, RelationCorrection, TargetCorrection } from './curation.ts'
import type { ResolvedRelation } from './merge-relations.ts'
import type { ResolvedTarget } from './merge-targets.ts'

/** Share of a quote's words that a passage must hold: a quote outlives small edits to the sentence it came from. */
const QUOTED = 0.8

export interface Corrected<Claim, Correction> {
  claims: Claim[]
  /** Corrections that no claim answers to, in the file's order. */
  unused: Correction[]
  /** What used corrections would put in another's place and no text names. */
  unknown: EntityReference[]
}

type Find = (reference: EntityReference) => readonly EntityId[]

/** Claims as curation corrects them: the first correction that matches a claim decides. Certain claims have confidence 1. */
export function correctRelations(
  claims: readonly ResolvedRelation[],
  { relations }: Pick<Curation, 'relations'>,
  find: Find,
): Corrected<ResolvedRelation, RelationCorrection> {
  const rules = relations.map((correction) => ({
    correction,
    subjects: new Set(find(correction.subject)),
    objects: new Set(find(correction.object)),
  }))
  const matches = ({ correction, subjects, objects }: (typeof rules)[number], claim: ResolvedRelation) =>
    claim.predicate === correction.predicate &&
    ((subjects.has(claim.subject) && objects.has(claim.object)) ||
      (SYMMETRIC_PREDICATES.includes(claim.predicate) && subjects.has(claim.object) && objects.has(claim.subject))) &&
    isQuoted(correction.quote, claim.evidence)
  const named = ({ change }: RelationCorrection) => [change.subject, change.object]
  return applyRules(claims, rules, matches, named, find, (claim, { change }) => ({
    ...claim,
    subject: (change.subject && find(change.subject)[0]) ?? claim.subject,
    predicate: change.predicate ?? claim.predicate,
    object: (change.object && find(change.object)[0]) ?? claim.object,
    qualifiers: change.title === undefined ? claim.qualifiers : { ...claim.qualifiers, title: change.title },
  }))
}

/** As `correctRelations`. A field that curation sets has no evidence of its own any more, and is missing no more. */
export function correctTargets(
  claims: readonly ResolvedTarget[],
  { targets }: Pick<Curation, 'targets'>,
  find: Find,
): Corrected<ResolvedTarget, TargetCorrection> {
  const rules = targets.map((correction) => ({
    correction,
    actors: correction.actor === null ? null : new Set(find(correction.actor)),
  }))
  const matches = ({ correction, actors }: (typeof rules)[number], claim: ResolvedTarget) =>
    (actors === null || (claim.actor !== null && actors.has(claim.actor))) &&
    (correction.kind === null || correction.kind === claim.kind) &&
    (correction.value === null || correction.value === claim.value) &&
    (correction.targetYear === null || correction.targetYear === claim.targetYear) &&
    isQuoted(correction.quote, claim.evidence)
  const named = ({ change }: TargetCorrection) => [change.actor ?? undefined]
  return applyRules(claims, rules, matches, named, find, (claim, { change: { actor, ...facts } }) => {
    const amended = { ...claim, ...facts, actor: actor === null ? null : ((actor && find(actor)[0]) ?? claim.actor) }
    const changed = TARGET_FIELDS.filter((field) => amended[field] !== claim[field])
    const fields = { ...claim.fields }
    for (const field of changed) delete fields[field]
    const missing = TARGET_FIELDS.filter((field) =>
      changed.includes(field) ? field === 'actor' && amended[field] === null : claim.missing.includes(field),
    )
    return { ...amended, fields, missing }
  })
}

function applyRules<
  Claim extends { confidence: number },
  Correction extends { verdict: string },
  Rule extends { correction: Correction },
>(
  claims: readonly Claim[],
  rules: readonly Rule[],
  matches: (rule: Rule, claim: Claim) => boolean,
  named: (correction: Correction) => readonly (EntityReference | undefined)[],
  find: Find,
  amend: (claim: Claim, correction: Correction) => Claim,
): Corrected<Claim, Correction> {
  const used = new Set<Correction>()
  const corrected = claims.flatMap((claim) => {
    const matching = rules.filter((rule) => matches(rule, claim))
    for (const { correction } of matching) used.add(correction)
    const [first] = matching
    if (!first) return [claim]
    if (first.correction.verdict === 'reject') return []
    const kept = first.correction.verdict === 'amend' ? amend(claim, first.correction) : claim
    return [{ ...kept, confidence: 1 }]
  })
  const unknown = [...used].flatMap((correction) =>
    named(correction).filter((reference) => reference !== undefined && find(reference).length === 0),
  ) as EntityReference[]
  return { claims: corrected, unused: rules.map(({ correction }) => correction).filter((c) => !used.has(c)), unknown }
}

function isQuoted(quote: string | null, { prefix, exact, suffix }: Evidence): boolean {
  return quote === null || holdsQuote(prefix + exact + suffix, quote)
}

/** Whether a passage holds a quote, in whatever order: most of its words, so that small edits do not matter. */
export function holdsQuote(passage: string, quote: string): boolean {
  const held = new Set(wordsOf(passage))
  const words = wordsOf(quote)
  return words.filter((word) => held.has(word)).length >= words.length * QUOTED
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
