import {
  type AnalysisSummary,
  type DocumentId,
  type EntityId,
  type Evidence,
  TARGET_FIELDS,
  type Target,
  type TargetClaim,
  type TargetField,
  type TargetStatus,
} from '../model.ts'
import { normalizeName } from '../names/compare-names.ts'
import { compareStrings } from './compare.ts'
import { hashOf } from './hash.ts'
import { comparePassages, mergeEvidence } from './merge-relations.ts'

/** A target that one passage states, its ends known across documents. */
export interface ResolvedTarget extends Omit<TargetClaim, 'actor' | 'attributedTo'> {
  actor: EntityId | null
  attributedTo: EntityId | null
  /** Date of its document, or null. */
  date: string | null
}

/** The targets of `analyses`, in the order of documents and claims. */
export function resolveTargets(
  analyses: readonly AnalysisSummary[],
  entityOf: (document: AnalysisSummary, local: number) => EntityId | null,
): ResolvedTarget[] {
  return analyses.flatMap((analysis) =>
    analysis.targets.map((claim): ResolvedTarget => {
      const actor = claim.actor === null ? null : entityOf(analysis, claim.actor)
      const attributedTo = claim.attributedTo === null ? null : entityOf(analysis, claim.attributedTo)
      // An actor that curation ignores is missing again.
      const isLost = actor === null && claim.actor !== null
      const { actor: _, ...fields } = claim.fields
      const missing = TARGET_FIELDS.filter((field) => claim.missing.includes(field) || (isLost && field === 'actor'))
      return {
        ...claim,
        actor,
        attributedTo,
        missing,
        fields: isLost ? fields : claim.fields,
        date: analysis.document.date,
      }
    }),
  )
}

/** Kinds that say by themselves what is measured. */
const TELLING_KINDS = new Set(['net-zero', 'carbon-neutrality'])
const COMPARED = ['value', 'baselineYear', 'baselineValue', 'startYear', 'targetYear'] as const

/** Of two statuses in documents of one date, the one that stands last here holds. */
const PROGRESS: readonly TargetStatus[] = ['announced', 'in-progress', 'achieved', 'superseded', 'withdrawn']

/**
 * Claims of one actor that say the same are one target with all their evidence: same kind and direction, the same words
 * for what is measured (or one within the other), the same scope, and no field on which they differ, a field that one
 * leaves open being no difference as long as a value or a year is shared. A claim that could join two targets which differ stays apart, so two
 * open dates stay two. Without an actor only claims of one document are compared. The status is that of the latest
 * document. Sorted by id.
 */
export function mergeTargets(claims: readonly ResolvedTarget[]): Target[] {
  const families = new Map<string, ResolvedTarget[]>()
  for (const claim of claims) {
    const key = JSON.stringify([claim.actor ?? ['in', claim.evidence.document], claim.kind, claim.direction])
    const family = families.get(key)
    if (family) family.push(claim)
    else families.set(key, [claim])
  }
  const targets = new Map<string, { target: Target; claims: ResolvedTarget[] }>()
  for (const family of families.values()) {
    for (const group of groupAlike(family)) {
      const target = mergeGroup(group)
      const known = targets.get(target.id)
      if (!known) targets.set(target.id, { target, claims: group })
      else {
        known.claims.push(...group)
        known.target = mergeGroup(known.claims)
      }
    }
  }
  return [...targets.values()].map(({ target }) => target).sort((a, b) => compareStrings(a.id, b.id))
}

function groupAlike(family: readonly ResolvedTarget[]): ResolvedTarget[][] {
  // From the fullest to the barest, so that a bare claim meets all that it might repeat.
  const ordered = [...family].sort((a, b) => fullness(b) - fullness(a) || comparePassages(a.evidence, b.evidence))
  const groups: ResolvedTarget[][] = []
  // Blocks of claims that can be alike: all share a year or a value.
  const byAnchor = new Map<string, Set<ResolvedTarget[]>>()
  for (const claim of ordered) {
    const anchors = anchorsOf(claim)
    const near = new Set(anchors.flatMap((anchor) => [...(byAnchor.get(anchor) ?? [])]))
    const alike = [...near].filter((group) => group.every((other) => saysTheSame(claim, other)))
    const equal = alike.filter((group) =>
      group.some((other) => fullness(other) === fullness(claim) && isCovered(claim, other)),
    )
    const [home] = equal.length === 1 ? equal : alike
    if (home && (alike.length === 1 || equal.length === 1)) {
      home.push(claim)
      for (const anchor of anchors) add(byAnchor, anchor, home)
    } else {
      const group = [claim]
      groups.push(group)
      for (const anchor of anchors) add(byAnchor, anchor, group)
    }
  }
  return groups
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V) {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

function fullness(claim: ResolvedTarget): number {
  return COMPARED.filter((field) => claim[field] !== null).length + (claim.scope === null ? 0 : 1)
}

/** What two claims must share to be the same; a claim without value and year is its own passage only. */
function anchorsOf(claim: ResolvedTarget): string[] {
  const anchors: string[] = []
  if (claim.targetYear !== null) anchors.push(`year ${claim.targetYear}`)
  if (claim.value !== null) anchors.push(`value ${claim.value} ${claim.unit}`)
  if (anchors.length === 0) anchors.push(`metric ${normalizeName(claim.metric)}`)
  return anchors
}

function saysTheSame(a: ResolvedTarget, b: ResolvedTarget): boolean {
  if (!TELLING_KINDS.has(a.kind) && !isSameMetric(a.metric, b.metric)) return false
  if (a.value !== null && b.value !== null && a.unit !== b.unit) return false
  if (normalizeName(a.scope ?? '') !== normalizeName(b.scope ?? '')) return false
  return COMPARED.every((field) => a[field] === null || b[field] === null || a[field] === b[field])
}

/** Whether `claim` gives nothing that `other` does not. */
function isCovered(claim: ResolvedTarget, other: ResolvedTarget): boolean {
  return COMPARED.every((field) => claim[field] === null || claim[field] === other[field])
}

/** The same words, or all the words of one among those of the other. */
function isSameMetric(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  const [few, many] = x.size <= y.size ? [x, y] : [y, x]
  for (const word of few) if (!many.has(word)) return false
  return few.size > 0 || many.size === 0
}

function wordsOf(metric: string): Set<string> {
  return new Set(
    normalizeName(metric)
      .split(' ')
      .filter((word) => word.length > 3),
  )
}

function mergeGroup(group: readonly ResolvedTarget[]): Target {
  const ranked = [...group].sort(
    (a, b) => fullness(b) - fullness(a) || b.confidence - a.confidence || comparePassages(a.evidence, b.evidence),
  )
  const [best] = ranked as [ResolvedTarget]
  const first = <F extends 'baselineYear' | 'baselineValue' | 'startYear' | 'targetYear' | 'scope' | 'attributedTo'>(
    field: F,
  ): ResolvedTarget[F] => ranked.find((claim) => claim[field] !== null)?.[field] ?? (null as ResolvedTarget[F])
  const valued = ranked.find((claim) => claim.value !== null)
  const facts = {
    value: valued?.value ?? null,
    unit: valued ? valued.unit : (ranked.find((claim) => claim.unit !== null)?.unit ?? null),
    baselineYear: first('baselineYear'),
    baselineValue: first('baselineValue'),
    startYear: first('startYear'),
    targetYear: first('targetYear'),
    scope: first('scope'),
  }
  const metric = TELLING_KINDS.has(best.kind) ? '' : normalizeName(best.metric)
  const owner = best.actor ?? [best.evidence.document as DocumentId].join()
  const fields: Partial<Record<TargetField, Evidence>> = {}
  for (const field of TARGET_FIELDS) {
    const read = ranked.find((claim) => claim.fields[field] !== undefined)?.fields[field]
    if (read) fields[field] = read
  }
  return {
    id: hashOf([
      best.actor === null ? 'document' : 'actor',
      owner,
      best.kind,
      best.direction,
      metric,
      facts.value,
      facts.unit,
      facts.baselineYear,
      facts.baselineValue,
      facts.startYear,
      facts.targetYear,
      facts.scope === null ? null : normalizeName(facts.scope),
    ]),
    actor: best.actor,
    kind: best.kind,
    metric: best.metric,
    direction: best.direction,
    ...facts,
    status: latestStatus(ranked),
    attributedTo: first('attributedTo'),
    missing: TARGET_FIELDS.filter((field) => ranked.every((claim) => claim.missing.includes(field))),
    fields,
    confidence: Math.max(...ranked.map(({ confidence }) => confidence)),
    extractors: [...new Set(ranked.map(({ extractor }) => extractor))].sort(compareStrings),
    evidence: mergeEvidence(ranked),
  }
}

function latestStatus(claims: readonly ResolvedTarget[]): TargetStatus {
  const [last] = [...claims].sort(
    (a, b) => compareStrings(b.date ?? '', a.date ?? '') || PROGRESS.indexOf(b.status) - PROGRESS.indexOf(a.status),
  ) as [ResolvedTarget]
  return last.status
}

/** Open targets of one actor for one thing and one value whose years differ. */
export interface Contradiction {
  /** By year. */
  targets: readonly [Target, Target, ...Target[]]
}

const OPEN: ReadonlySet<TargetStatus> = new Set(['announced', 'in-progress'])

/** Open targets that cannot both hold: same actor, kind, metric, value and scope, different years. In order of first id. */
export function findContradictions(targets: readonly Target[]): Contradiction[] {
  const groups = new Map<string, Target[]>()
  for (const target of targets) {
    if (target.actor === null || target.targetYear === null || !OPEN.has(target.status)) continue
    const metric = TELLING_KINDS.has(target.kind) ? '' : normalizeName(target.metric)
    const scope = target.scope === null ? null : normalizeName(target.scope)
    const key = JSON.stringify([target.actor, target.kind, target.direction, metric, target.value, target.unit, scope])
    const group = groups.get(key)
    if (group) group.push(target)
    else groups.set(key, [target])
  }
  const contradictions: Contradiction[] = []
  for (const group of groups.values()) {
    const byYear = group.sort((a, b) => (a.targetYear as number) - (b.targetYear as number))
    // One sentence with two years speaks of two things, though what sets them apart was not read.
    const apart = new Set(byYear.map(({ evidence: [passage] }) => `${passage?.document} ${passage?.start}`)).size > 1
    if (apart && byYear[0]?.targetYear !== byYear.at(-1)?.targetYear) {
      contradictions.push({ targets: byYear as [Target, Target, ...Target[]] })
    }
  }
  return contradictions
}
