import type { DocumentRecord, Entity, EntityId, Knowledge, Relation, Target } from './model.ts'

/** A value that one version gives and the other gives otherwise; lists of texts as they are, counts as numbers. */
export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

/** One document, entity, relation or target of a comparison, in words that can be read alone. */
export interface DiffEntry {
  /** In the version that has it; in the later one where both have. */
  id: string
  label: string
}

export interface DiffChange extends DiffEntry {
  changes: readonly FieldChange[]
}

export interface ListDiff {
  /** Sorted by id, as the others. */
  appeared: readonly DiffEntry[]
  vanished: readonly DiffEntry[]
  changed: readonly DiffChange[]
}

export interface KnowledgeDiff {
  documents: ListDiff
  entities: ListDiff
  relations: ListDiff
  targets: ListDiff
}

export const DIFF_LISTS = ['documents', 'entities', 'relations', 'targets'] as const

/**
 * What happened between two versions of `knowledge.json`. An entity whose id changed is the same when it shares a name
 * and is the only one of its category to do so; a target whose facts changed is the same when its actor had one of that
 * kind that vanished, and has one that appeared. Relations are compared by what they say. Where passages stand, and how
 * confident the reading is, is no change.
 */
export function diffKnowledge(before: Knowledge, after: Knowledge): KnowledgeDiff {
  const entities = pair(before.entities, after.entities, ({ id }) => id, renamedEntities)
  const renamed = new Map(entities.pairs.map(([a, b]) => [a.id, b.id]))
  const current = (id: EntityId | null) => (id === null ? null : (renamed.get(id) ?? id))

  const labelsBefore = new Map(before.entities.map(({ id, label }) => [id, label]))
  const labelsAfter = new Map(after.entities.map(({ id, label }) => [id, label]))
  const earlier = (id: EntityId | null) => (id === null ? null : (labelsBefore.get(id) ?? id))
  const later = (id: EntityId | null) => (id === null ? null : (labelsAfter.get(id) ?? id))

  const relationKey =
    (of: (id: EntityId) => EntityId | null) =>
    ({ subject, predicate, object, polarity, modality }: Relation) =>
      JSON.stringify([of(subject), predicate, of(object), polarity, modality])
  const keysBefore = new Map(before.relations.map((relation) => [relation, relationKey(current)(relation)]))
  const relations = pair(
    before.relations,
    after.relations,
    (relation) => keysBefore.get(relation) ?? relationKey((id) => id)(relation),
  )
  const targets = pair(
    before.targets,
    after.targets,
    ({ id }) => id,
    (vanished, appeared) => amendedTargets(vanished, appeared, current),
  )
  const documents = pair(before.documents, after.documents, ({ id }) => id)

  return {
    documents: list(documents, documentLabel, documentLabel, documentFields),
    entities: list(entities, entityLabel, entityLabel, entityFields),
    relations: list(relations, relationLabel(earlier), relationLabel(later), (relation, isBefore) => [
      ['label', relation.label],
      ['title', relation.qualifiers.title ?? null],
      ['start', relation.qualifiers.start ?? null],
      ['end', relation.qualifiers.end ?? null],
      ['attributedTo', (isBefore ? earlier : later)(relation.attributedTo)],
      ['evidence', quotes(relation)],
    ]),
    targets: list(targets, targetLabel(earlier), targetLabel(later), (target, isBefore) => [
      ['actor', (isBefore ? earlier : later)(target.actor)],
      ['kind', target.kind],
      ['metric', target.metric],
      ['direction', target.direction],
      ['value', target.value],
      ['unit', target.unit],
      ['baselineYear', target.baselineYear],
      ['baselineValue', target.baselineValue],
      ['startYear', target.startYear],
      ['targetYear', target.targetYear],
      ['scope', target.scope],
      ['status', target.status],
      ['attributedTo', (isBefore ? earlier : later)(target.attributedTo)],
      ['missing', target.missing],
      ['evidence', quotes(target)],
    ]),
  }
}

/** Whether the two versions say the same. */
export function isEmptyDiff(diff: KnowledgeDiff): boolean {
  return DIFF_LISTS.every(
    (name) => diff[name].appeared.length + diff[name].vanished.length + diff[name].changed.length === 0,
  )
}

// ── pairs ───────────────────────────────────────────────────────────────────────────────────────

interface Pairing<T> {
  pairs: readonly (readonly [before: T, after: T])[]
  appeared: readonly T[]
  vanished: readonly T[]
}

function pair<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (record: T) => string,
  match: (vanished: readonly T[], appeared: readonly T[]) => readonly (readonly [T, T])[] = () => [],
): Pairing<T> {
  const former = new Map(before.map((record) => [keyOf(record), record]))
  const latter = new Set(after.map(keyOf))
  const same = after.flatMap((record): [T, T][] => {
    const earlier = former.get(keyOf(record))
    return earlier === undefined ? [] : [[earlier, record]]
  })
  const vanished = before.filter((record) => !latter.has(keyOf(record)))
  const appeared = after.filter((record) => !former.has(keyOf(record)))
  const matched = match(vanished, appeared)
  const ends = new Set(matched.flat())
  return {
    pairs: [...same, ...matched],
    appeared: appeared.filter((record) => !ends.has(record)),
    vanished: vanished.filter((record) => !ends.has(record)),
  }
}

function renamedEntities(vanished: readonly Entity[], appeared: readonly Entity[]): [Entity, Entity][] {
  const namesOf = ({ label, aliases }: Entity) => new Set([label, ...aliases].map((name) => name.toLowerCase()))
  const byName = new Map<string, Set<Entity>>()
  for (const entity of appeared) for (const name of namesOf(entity)) add(byName, name, entity)
  const candidates = vanished.map((entity) => {
    const near = [...namesOf(entity)].flatMap((name) => [...(byName.get(name) ?? [])])
    const alike = new Set(near)
    const ofCategory = [...alike].filter(({ category }) => category === entity.category)
    return { entity, match: ofCategory.length > 0 ? ofCategory : [...alike] }
  })
  const claims = new Map<Entity, number>()
  for (const { match } of candidates) for (const entity of match) claims.set(entity, (claims.get(entity) ?? 0) + 1)
  return candidates.flatMap(({ entity, match: [only, ...others] }): [Entity, Entity][] =>
    only !== undefined && others.length === 0 && claims.get(only) === 1 ? [[entity, only]] : [],
  )
}

function amendedTargets(
  vanished: readonly Target[],
  appeared: readonly Target[],
  current: (id: EntityId | null) => EntityId | null,
): [Target, Target][] {
  const kindOf = (target: Target, actor: EntityId | null) => JSON.stringify([actor, target.kind, target.direction])
  const before = new Map<string, Set<Target>>()
  const after = new Map<string, Set<Target>>()
  for (const target of vanished) add(before, kindOf(target, current(target.actor)), target)
  for (const target of appeared) add(after, kindOf(target, target.actor), target)
  return [...before].flatMap(([kind, targets]): [Target, Target][] => {
    const [one, ...others] = targets
    const [other, ...more] = after.get(kind) ?? []
    return one && other && others.length === 0 && more.length === 0 ? [[one, other]] : []
  })
}

function add<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const values = map.get(key)
  if (values) values.add(value)
  else map.set(key, new Set([value]))
}

// ── words ───────────────────────────────────────────────────────────────────────────────────────

type Fields = readonly (readonly [field: string, value: unknown])[]

function list<T extends { id: string }>(
  { pairs, appeared, vanished }: Pairing<T>,
  labelBefore: (record: T) => string,
  labelAfter: (record: T) => string,
  fieldsOf: (record: T, isBefore: boolean) => Fields,
): ListDiff {
  const changed = pairs.flatMap(([before, after]): DiffChange[] => {
    const former = fieldsOf(before, true)
    const changes = fieldsOf(after, false).flatMap(([field, value], i): FieldChange[] => {
      const earlier = former[i]?.[1]
      return JSON.stringify(earlier) === JSON.stringify(value) ? [] : [{ field, before: earlier, after: value }]
    })
    return changes.length === 0 ? [] : [{ id: after.id, label: labelAfter(after), changes }]
  })
  const entries = (records: readonly T[], labelOf: (record: T) => string) =>
    byId(records.map((record) => ({ id: record.id, label: labelOf(record) })))
  return { appeared: entries(appeared, labelAfter), vanished: entries(vanished, labelBefore), changed: byId(changed) }
}

function byId<T extends { id: string }>(entries: T[]): T[] {
  return entries.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

const documentLabel = ({ title, path }: DocumentRecord) => `${title} (${path})`
const documentFields = ({ path, title, lang, date, url, sha256 }: DocumentRecord): Fields => [
  ['path', path],
  ['title', title],
  ['lang', lang],
  ['date', date],
  ['url', url],
  ['sha256', sha256],
]

const entityLabel = ({ label, category }: Entity) => `${label} (${category})`
const entityFields = ({ id, category, label, aliases, sameAs, description, mentions }: Entity): Fields => [
  ['id', id],
  ['category', category],
  ['label', label],
  ['aliases', [...aliases].sort()],
  ['sameAs', [...sameAs].sort()],
  ['description', description],
  ['mentions', mentions.length],
]

/** `Xiaomi — memberOf → GE100%`, with what keeps it from being a plain statement. */
export function relationLabel(nameOf: (id: EntityId) => string | null): (relation: Relation) => string {
  return ({ subject, predicate, object, polarity, modality }) => {
    const doubts = [...(polarity === 'negative' ? ['not'] : []), ...(modality === 'asserted' ? [] : [modality])]
    return `${nameOf(subject)} — ${[...doubts, predicate].join(' ')} → ${nameOf(object)}`
  }
}

/** `Xiaomi: neutralité carbone, 2040`. */
export function targetLabel(nameOf: (id: EntityId) => string | null): (target: Target) => string {
  return ({ actor, metric, kind, value, unit, targetYear }) => {
    const amount = value === null ? null : [value, unit].filter((part) => part !== null).join(' ')
    const facts = [metric === '' ? kind : metric, amount, targetYear].filter((part) => part !== null)
    return `${actor === null ? '?' : nameOf(actor)}: ${facts.join(', ')}`
  }
}

function quotes({ evidence }: Relation | Target): string[] {
  return [...new Set(evidence.map(({ exact }) => exact))].sort()
}
