import { relationLabel, targetLabel } from './diff-knowledge.ts'
import type { Entity, EntityId, Evidence, Knowledge, Relation, StatementEvidence, Target } from './model.ts'

/** Where something was read: enough to open the file at the line. */
export interface ExplainedPassage {
  path: string
  /** 1-based; null for a mention, of which only offsets are known. */
  line: number | null
  section: readonly string[]
  /** The quote; `prefix` and `suffix` surround it. */
  exact: string
  prefix: string
  suffix: string
  extractors: readonly string[]
  confidence: number | null
}

/** Why something is in the graph. */
export interface Explanation {
  kind: 'entity' | 'relation' | 'target' | 'document'
  id: string
  label: string
  /** Facts about it, in reading order: `aliases: …`. */
  facts: readonly (readonly [name: string, value: string])[]
  /** Where it was read, in the order of documents and offsets. */
  passages: readonly ExplainedPassage[]
  /** Statements that it takes part in, as `id` and label. */
  statements: readonly { id: string; label: string }[]
}

/**
 * Explains an entity, relation, target or document by its id (`target/<id>` and `document/<id>` are understood, as in
 * graph.json), or an entity by a name; several entities can have one name. Empty when nothing is meant.
 */
export function explain(knowledge: Knowledge, query: string): Explanation[] {
  const names = new Map(knowledge.entities.map(({ id, label }) => [id, label]))
  const paths = new Map(knowledge.documents.map(({ id, path }) => [id, path]))
  const context: Context = {
    knowledge,
    nameOf: (id) => names.get(id) ?? id,
    pathOf: (id) => paths.get(id) ?? id,
  }
  const byId = [
    ...knowledge.entities.filter(({ id }) => id === query).map((entity) => explainEntity(entity, context)),
    ...knowledge.relations
      .filter(({ id }) => id === query || `relation/${id}` === query)
      .map((relation) => explainRelation(relation, context)),
    ...knowledge.targets
      .filter(({ id }) => id === query || `target/${id}` === query)
      .map((target) => explainTarget(target, context)),
    ...knowledge.documents
      .filter(({ id, path }) => id === query || path === query || `document/${id}` === query)
      .map(({ id }) => explainDocument(id, context)),
  ]
  if (byId.length > 0) return byId
  const name = fold(query)
  return knowledge.entities
    .filter(({ label, aliases }) => [label, ...aliases].some((candidate) => fold(candidate) === name))
    .map((entity) => explainEntity(entity, context))
}

interface Context {
  knowledge: Knowledge
  nameOf: (id: EntityId) => string
  pathOf: (document: string) => string
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

function explainEntity(entity: Entity, { knowledge, nameOf, pathOf }: Context): Explanation {
  const { id, label, category, aliases, sameAs, description, mentions } = entity
  const kinds = new Map<string, number>()
  for (const { kind, extractor } of mentions) {
    const key = `${kind} by ${extractor}`
    kinds.set(key, (kinds.get(key) ?? 0) + 1)
  }
  return {
    kind: 'entity',
    id,
    label,
    facts: facts([
      ['category', category],
      ['aliases', aliases.join(', ')],
      ['same as', sameAs.join(', ')],
      ['description', description],
      ['mentions', [...kinds].map(([key, count]) => `${count} ${key}`).join(', ')],
    ]),
    passages: mentions.map((mention) => ({
      path: pathOf(mention.document),
      line: null,
      section: [],
      exact: mention.exact,
      prefix: '',
      suffix: '',
      extractors: [mention.extractor],
      confidence: mention.confidence,
    })),
    statements: [
      ...knowledge.relations
        .filter(({ subject, object, attributedTo }) => [subject, object, attributedTo].includes(id))
        .map((relation) => ({ id: relation.id, label: relationLabel(nameOf)(relation) })),
      ...knowledge.targets
        .filter(({ actor, attributedTo }) => [actor, attributedTo].includes(id))
        .map((target) => ({ id: target.id, label: targetLabel(nameOf)(target) })),
    ],
  }
}

function explainRelation(relation: Relation, { nameOf, pathOf }: Context): Explanation {
  const { id, label, qualifiers, polarity, modality, attributedTo, confidence, evidence } = relation
  return {
    kind: 'relation',
    id,
    label: relationLabel(nameOf)(relation),
    facts: facts([
      ['read from', label],
      ['title', qualifiers.title],
      ['from', qualifiers.start],
      ['until', qualifiers.end],
      ['polarity', polarity],
      ['modality', modality],
      ['according to', attributedTo === null ? null : nameOf(attributedTo)],
      ['confidence', String(confidence)],
    ]),
    passages: evidence.map((passage) => explainPassage(passage, pathOf)),
    statements: [],
  }
}

function explainTarget(target: Target, { nameOf, pathOf }: Context): Explanation {
  const where = new Map(Object.entries(target.fields))
  const field = (name: keyof Target): string | null => {
    const value = target[name]
    if (value === null || value === undefined) return null
    const passage = where.get(name) as Evidence | undefined
    return passage === undefined
      ? String(value)
      : `${value} (“${passage.exact}”, ${pathOf(passage.document)}:${passage.line})`
  }
  return {
    kind: 'target',
    id: target.id,
    label: targetLabel(nameOf)(target),
    facts: facts([
      ['actor', target.actor === null ? null : nameOf(target.actor)],
      ['kind', target.kind],
      ['metric', field('metric')],
      ['direction', target.direction],
      ['value', field('value')],
      ['unit', field('unit')],
      ['baseline year', field('baselineYear')],
      ['baseline value', field('baselineValue')],
      ['from', field('startYear')],
      ['by', field('targetYear')],
      ['scope', field('scope')],
      ['status', target.status],
      ['according to', target.attributedTo === null ? null : nameOf(target.attributedTo)],
      ['not given', target.missing.join(', ')],
      ['confidence', String(target.confidence)],
    ]),
    passages: target.evidence.map((passage) => explainPassage(passage, pathOf)),
    statements: [],
  }
}

function explainDocument(id: string, { knowledge, nameOf, pathOf }: Context): Explanation {
  const document = knowledge.documents.find((candidate) => candidate.id === id)
  const isHere = ({ evidence }: Relation | Target) => evidence.some((passage) => passage.document === id)
  const named = knowledge.entities.filter(({ mentions }) => mentions.some((mention) => mention.document === id))
  return {
    kind: 'document',
    id,
    label: document?.title ?? id,
    facts: facts([
      ['path', pathOf(id)],
      ['language', document?.lang],
      ['date', document?.date],
      ['address', document?.url],
      ['names', named.map(({ label }) => label).join(', ')],
    ]),
    passages: [],
    statements: [
      ...knowledge.relations
        .filter(isHere)
        .map((relation) => ({ id: relation.id, label: relationLabel(nameOf)(relation) })),
      ...knowledge.targets.filter(isHere).map((target) => ({ id: target.id, label: targetLabel(nameOf)(target) })),
    ],
  }
}

function explainPassage(passage: StatementEvidence, pathOf: (document: string) => string): ExplainedPassage {
  const { document, line, section, exact, prefix, suffix, extractors } = passage
  return { path: pathOf(document), line, section, exact, prefix, suffix, extractors, confidence: null }
}

function facts(all: readonly (readonly [string, string | null | undefined])[]): [string, string][] {
  return all.flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === '' ? [] : [[name, value]],
  )
}
