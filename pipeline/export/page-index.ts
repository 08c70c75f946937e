import { firstFrom, firstIndex } from '../analyze/bisect.ts'
import type {
  Category,
  DocumentId,
  DocumentRecord,
  Entity,
  EntityId,
  Knowledge,
  Relation,
  Span,
  Target,
} from '../model.ts'
import { findContradictions } from './find-contradictions.ts'

/** A mention and the entity it names. */
export interface MarkedMention extends Span {
  entity: EntityId
  category: Category
}

/** Knowledge by what pages look up in it. */
export interface PageIndex {
  documents: ReadonlyMap<DocumentId, DocumentRecord>
  entities: ReadonlyMap<EntityId, Entity>
  /** In text order. */
  mentions: ReadonlyMap<DocumentId, readonly MarkedMention[]>
  /** As subject or object, in the order of knowledge. */
  relations: ReadonlyMap<EntityId, readonly Relation[]>
  /** By actor, in the order of knowledge. */
  targets: ReadonlyMap<EntityId, readonly Target[]>
  /** Of targets that cannot hold together with others: those others, by id. */
  contradictions: ReadonlyMap<string, readonly Target[]>
  /** By document that states them, whoever the actor is. */
  stated: ReadonlyMap<DocumentId, readonly Target[]>
  /** Offsets at which the blocks of a document start, rising: where a link to a passage can lead. */
  anchors: ReadonlyMap<DocumentId, readonly number[]>
}

export function indexKnowledge(knowledge: Knowledge, anchors: PageIndex['anchors']): PageIndex {
  const mentions = new Map<DocumentId, MarkedMention[]>()
  for (const { id, category, mentions: list } of knowledge.entities)
    for (const { document, start, end } of list) append(mentions, document, { start, end, entity: id, category })
  for (const list of mentions.values()) list.sort((a, b) => a.start - b.start || b.end - a.end)
  const relations = new Map<EntityId, Relation[]>()
  for (const relation of knowledge.relations) {
    append(relations, relation.subject, relation)
    if (relation.object !== relation.subject) append(relations, relation.object, relation)
  }
  const targets = new Map<EntityId, Target[]>()
  const stated = new Map<DocumentId, Target[]>()
  for (const target of knowledge.targets) {
    if (target.actor !== null) append(targets, target.actor, target)
    for (const document of new Set(target.evidence.map((passage) => passage.document))) append(stated, document, target)
  }
  return {
    documents: new Map(knowledge.documents.map((document) => [document.id, document])),
    entities: new Map(knowledge.entities.map((entity) => [entity.id, entity])),
    mentions,
    relations,
    targets,
    contradictions: findContradictions(knowledge.targets),
    stated,
    anchors,
  }
}

/** Id, in an article's page, of the block that holds an offset. */
export function anchorOf(index: PageIndex, document: DocumentId, offset: number): string {
  const starts = index.anchors.get(document) ?? []
  const after = firstIndex(starts, (start) => start > offset)
  return `t${starts[after - 1] ?? 0}`
}

/** Mentions that lie within a passage, in text order. */
export function mentionsWithin(index: PageIndex, document: DocumentId, { start, end }: Span): readonly MarkedMention[] {
  const list = index.mentions.get(document) ?? []
  const low = firstFrom(list, start)
  let stop = low
  while (stop < list.length && (list[stop] as MarkedMention).start < end) stop++
  return list.slice(low, stop).filter((mention) => mention.end <= end)
}

/** Address of an entity's page below the site's root, as it stands in links. */
export function entityPath(id: EntityId): string {
  const path = /^[\w/-]+$/.test(id) ? id : id.split('/').map(encodeURIComponent).join('/')
  return `entities/${path}/index.html`
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
