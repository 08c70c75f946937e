import type { Category, Predicate, TargetField, TargetKind, TargetStatus } from '../model.ts'

/** Where an entry of `entities.yml` stands, for messages about it. */
export interface CurationPlace {
  /** 1-based. */
  line: number
  column: number
}

/**
 * Points at what the texts name: by a name, and where a name is not enough also by category or document, or by document
 * and the words of a sentence, for single mentions. Names are compared as `normalizeName` gives them. A reference that says
 * `organization/xiaomi` points at an entity by its id.
 */
export interface EntityReference {
  /** As it is written in the file. */
  name: string
  category: Category | null
  /** Id or path of a document; only what that document names is meant. */
  document: string | null
  /** Words of a sentence of `document`; only mentions in such sentences are meant. */
  quote: string | null
  place: CurationPlace
}

/** What curation says about one entity; null and empty where it says nothing. */
export interface CuratedEntity {
  reference: EntityReference
  category: Category | null
  label: string | null
  description: string | null
  aliases: readonly string[]
  sameAs: readonly string[]
}

/** Two or more references that are one entity (`same`), or that are none of them one with another (`different`). */
export interface IdentityJudgement {
  references: readonly EntityReference[]
  place: CurationPlace
}

export type Verdict = 'confirm' | 'reject' | 'amend'

/**
 * A judgement on a relation. It is found again by what it says, not by an offset or a hash, so that it outlives edits
 * to the text; `quote` narrows it to the passages that hold these words.
 */
export interface RelationCorrection {
  verdict: Verdict
  subject: EntityReference
  predicate: Predicate
  object: EntityReference
  quote: string | null
  /** What to say instead, for `amend`. */
  change: Partial<{ subject: EntityReference; predicate: Predicate; object: EntityReference; title: string | null }>
  place: CurationPlace
}

export interface TargetChange {
  /** Null: the texts do not say whose it is. */
  actor: EntityReference | null
  kind: TargetKind
  status: TargetStatus
  metric: string
  value: number | null
  unit: string | null
  baselineYear: number | null
  baselineValue: number | null
  startYear: number | null
  targetYear: number | null
  scope: string | null
}

/** As `RelationCorrection`, for targets; what is not given matches everything. */
export interface TargetCorrection {
  verdict: Verdict
  actor: EntityReference | null
  kind: TargetKind | null
  value: number | null
  targetYear: number | null
  quote: string | null
  change: Partial<TargetChange>
  place: CurationPlace
}

/** Fields of `TargetChange` that are also fields of a target with evidence of their own. */
export type CuratedTargetField = Extract<keyof TargetChange, TargetField>

/** `entities.yml`, read and checked. */
export interface Curation {
  /** Where it was read, relative to the content folder. */
  path: string
  entities: readonly CuratedEntity[]
  ignore: readonly EntityReference[]
  same: readonly IdentityJudgement[]
  different: readonly IdentityJudgement[]
  relations: readonly RelationCorrection[]
  targets: readonly TargetCorrection[]
}
