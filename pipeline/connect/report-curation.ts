import type { Entity, EntityId, Relation, Target } from '../model.ts'
import type { CurationPlace, EntityReference, RelationCorrection, TargetCorrection } from './curation.ts'
import type { Resolution } from './resolve-entities.ts'
import { suggestName } from './suggest-name.ts'

/** Doubtful pairs that are reported, the most mentioned first; of others only the number is. */
const DOUBTS = 20

export interface CurationReview {
  resolution: Resolution
  unusedRelations: readonly RelationCorrection[]
  unusedTargets: readonly TargetCorrection[]
  /** What corrections would put in another's place and no text names. */
  unknown: readonly EntityReference[]
  relations: readonly Relation[]
  targets: readonly Target[]
}

/**
 * What the author of `entities.yml` should know: entries that no longer apply, with what comes nearest
 * (`unused-curation`), judgements that exclude each other (`conflicting-judgements`), pairs to judge
 * (`doubtful-identity`, without a place; of many the most mentioned).
 */
export function reportCuration(
  { resolution, unusedRelations, unusedTargets, unknown, relations, targets }: CurationReview,
  report: (reason: string, ruleId: string, place?: CurationPlace) => void,
): void {
  const labels = new Map(resolution.entities.map(({ id, label }) => [id, label]))
  const labelOf = (id: EntityId | null) => (id === null ? 'nobody' : (labels.get(id) ?? id))
  const unnamed = (reference: EntityReference) => {
    if (reference.quote !== null && resolution.find({ ...reference, quote: null }).length > 0) {
      report(
        `Unexpected quote of “${reference.name}”, no sentence of ${reference.document} that names it holds these words`,
        'unused-curation',
        reference.place,
      )
      return
    }
    const nearest = suggestName(reference.name, namesOf(resolution.entities))
    report(
      `Unexpected “${reference.name}”, ${nearest === null ? 'no text names it' : `no text names it; the nearest is “${nearest}”`}`,
      'unused-curation',
      reference.place,
    )
  }
  for (const reference of [...resolution.unused, ...unknown]) unnamed(reference)

  for (const { subject, predicate, object, place } of unusedRelations) {
    const [subjects, objects] = [resolution.find(subject), resolution.find(object)]
    if (subjects.length === 0) unnamed(subject)
    if (objects.length === 0) unnamed(object)
    if (subjects.length === 0 || objects.length === 0) continue
    const likeness = (relation: Relation) =>
      2 * Number(subjects.includes(relation.subject)) +
      2 * Number(objects.includes(relation.object)) +
      Number(relation.predicate === predicate)
    const nearest = most(relations, likeness, 3)
    report(
      `Unexpected relation “${subject.name} ${predicate} ${object.name}”, no text states it${
        nearest ? `; the nearest is “${labelOf(nearest.subject)} ${nearest.predicate} ${labelOf(nearest.object)}”` : ''
      }`,
      'unused-curation',
      place,
    )
  }

  for (const { actor, kind, value, targetYear, quote, place } of unusedTargets) {
    const actors = actor === null ? null : resolution.find(actor)
    if (actor !== null && actors?.length === 0) {
      unnamed(actor)
      continue
    }
    const likeness = (target: Target) =>
      2 * Number(target.actor !== null && (actors?.includes(target.actor) ?? false)) +
      Number(target.kind === kind) +
      Number(value !== null && target.value === value) +
      Number(targetYear !== null && target.targetYear === targetYear)
    const nearest = most(targets, likeness, 2)
    const meant = [actor?.name, kind, value, targetYear, quote].filter((part) => part != null).join(', ')
    report(
      `Unexpected target “${meant}”, no text states it${
        nearest
          ? `; the nearest is “${[labelOf(nearest.actor), nearest.kind, nearest.value, nearest.targetYear].filter((part) => part !== null).join(', ')}”`
          : ''
      }`,
      'unused-curation',
      place,
    )
  }

  for (const reference of resolution.conflicts) {
    report(
      `Unexpected judgements on “${reference.name}”, it is both the same as and different from another`,
      'conflicting-judgements',
      reference.place,
    )
  }
  const mentions = new Map(resolution.entities.map((entity) => [entity.id, entity.mentions.length]))
  const weight = (id: EntityId) => mentions.get(id) ?? 0
  const ranked = [...resolution.doubtful].sort(
    (a, b) => weight(b.first) + weight(b.second) - weight(a.first) - weight(a.second),
  )
  for (const { first, second, reason } of ranked.slice(0, DOUBTS)) {
    report(`${reason}: are ${first} and ${second} the \`same\` or \`different\`?`, 'doubtful-identity')
  }
  if (ranked.length > DOUBTS) report(`${ranked.length - DOUBTS} more pairs look alike`, 'doubtful-identity')
}

function* namesOf(entities: readonly Entity[]): Iterable<string> {
  for (const { label, aliases } of entities) {
    yield label
    yield* aliases
  }
}

/** The first of the items that are most alike, where any is alike enough. */
function most<T>(items: readonly T[], likeness: (item: T) => number, enough: number): T | null {
  let best: T | null = null
  let score = enough - 1
  for (const item of items) {
    const own = likeness(item)
    if (own > score) {
      score = own
      best = item
    }
  }
  return best
}
