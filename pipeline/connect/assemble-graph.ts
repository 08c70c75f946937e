import { MultiDirectedGraph } from 'graphology'
import { CATEGORY_COLORS } from '../export/palette.ts'
import type { DocumentId, EdgeAttributes, EntityId, Knowledge, NodeAttributes, Sentence, Target } from '../model.ts'
import { compareStrings } from './compare.ts'

export type KnowledgeGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

/** What co-occurrence needs of a document. */
export interface DocumentSentences {
  document: { id: DocumentId }
  /** In text order. */
  sentences: readonly Sentence[]
}

/** A document is about what its title names and what it names most: at least so often, and at most so many. */
const ABOUT_MENTIONS = 2
const ABOUT_ENTITIES = 5
/** Sentences that two entities must share before an edge says so. */
const SHARED_SENTENCES = 2
/** Each entity keeps so many of its strongest co-occurrences; an edge stays when either end keeps it. */
const KEPT_NEIGHBOURS = 6
/** Sentences that name more than this are lists, which put things side by side without saying why. */
const LISTED = 12

const SMALLEST = 4
const LARGEST = 18

/**
 * The graph of documents, entities and targets, in sorted order with explicit keys, without positions and communities yet
 * (0). Edges: relations; `hasTarget` from actor to target (from its documents, as `mentions`, where it has no actor);
 * `about` from a document to the entities its title names or that it names most, `mentions` to the others; `coOccurs`
 * between two entities that share two sentences or more and have no relation, in id order; `linksTo` from a document to
 * each that its text links to.
 */
export function assembleGraph(knowledge: Knowledge, documents: Iterable<DocumentSentences>): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph({ allowSelfLoops: true })
  for (const [key, attributes] of nodesOf(knowledge).sort(([a], [b]) => compareStrings(a, b))) {
    graph.addNode(key, attributes)
  }
  const edges = [
    ...relationEdges(knowledge),
    ...documentEdges(knowledge),
    ...linkEdges(knowledge),
    ...coOccurrences(knowledge, documents),
  ]
  for (const { key, source, target, attributes } of edges.sort((a, b) => compareStrings(a.key, b.key))) {
    graph.addEdgeWithKey(key, source, target, attributes)
  }
  return graph
}

export const documentKey = (id: DocumentId) => `document/${id}`
export const targetKey = (id: string) => `target/${id}`

function nodesOf({ documents, entities, targets }: Knowledge): [string, NodeAttributes][] {
  const mentionsIn = new Map<DocumentId, number>()
  for (const { mentions } of entities) {
    for (const { document } of mentions) mentionsIn.set(document, (mentionsIn.get(document) ?? 0) + 1)
  }
  const most = entities.reduce((most, { mentions }) => Math.max(most, mentions.length), 1)
  const sizeOf = (mentions: number) =>
    Math.round((SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(mentions / most)) * 100) / 100
  const place = { x: 0, y: 0, community: 0 }
  return [
    ...documents.map(({ id, title }): [string, NodeAttributes] => [
      documentKey(id),
      {
        label: title,
        category: 'document',
        ...place,
        size: 8,
        color: CATEGORY_COLORS.document.light,
        mentions: mentionsIn.get(id) ?? 0,
        documents: 1,
      },
    ]),
    ...entities.map(({ id, label, category, mentions }): [string, NodeAttributes] => [
      id,
      {
        label,
        category,
        ...place,
        size: sizeOf(mentions.length),
        color: CATEGORY_COLORS[category].light,
        mentions: mentions.length,
        documents: new Set(mentions.map(({ document }) => document)).size,
      },
    ]),
    ...targets.map((target): [string, NodeAttributes] => [
      targetKey(target.id),
      {
        label: labelOf(target),
        category: 'target',
        ...place,
        size: 6,
        color: CATEGORY_COLORS.target.light,
        mentions: target.evidence.length,
        documents: new Set(target.evidence.map(({ document }) => document)).size,
        actor: target.actor,
        kind: target.kind,
        metric: target.metric,
        direction: target.direction,
        value: target.value,
        unit: target.unit,
        baselineYear: target.baselineYear,
        baselineValue: target.baselineValue,
        startYear: target.startYear,
        targetYear: target.targetYear,
        scope: target.scope,
        status: target.status,
        attributedTo: target.attributedTo,
        confidence: target.confidence,
      },
    ]),
  ]
}

/** `neutralité carbone · 2040`, `émissions · 42 % · 2030`. */
function labelOf({ metric, value, unit, targetYear }: Target): string {
  const amount = value === null ? null : `${groupDigits(value)}${unit === null ? '' : `\u00a0${unit}`}`
  return [metric, amount, targetYear].filter((part) => part !== null && part !== '').join(' · ')
}

function groupDigits(value: number): string {
  const [whole, decimals] = String(value).split('.') as [string, string?]
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u202f') : whole
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

interface Edge {
  key: string
  source: string
  target: string
  attributes: EdgeAttributes
}

function* relationEdges({ relations, targets }: Knowledge): Iterable<Edge> {
  for (const { id, subject, object, predicate, label, confidence, polarity, modality, evidence } of relations) {
    yield {
      key: `relation/${id}`,
      source: subject,
      target: object,
      attributes: {
        relation: predicate,
        label,
        weight: evidence.length,
        confidence,
        polarity,
        modality,
        evidence: evidence.length,
      },
    }
  }
  for (const { id, actor, confidence, evidence } of targets) {
    if (actor !== null) {
      yield {
        key: `hasTarget/${id}`,
        source: actor,
        target: targetKey(id),
        attributes: plain('hasTarget', evidence.length, confidence),
      }
      continue
    }
    const passages = new Map<DocumentId, number>()
    for (const { document } of evidence) passages.set(document, (passages.get(document) ?? 0) + 1)
    for (const [document, count] of passages) {
      yield {
        key: `mentions/${document}/${targetKey(id)}`,
        source: documentKey(document),
        target: targetKey(id),
        attributes: plain('mentions', count, confidence),
      }
    }
  }
}

function plain(relation: EdgeAttributes['relation'], count: number, confidence: number): EdgeAttributes {
  return {
    relation,
    label: relation,
    weight: count,
    confidence,
    polarity: 'positive',
    modality: 'asserted',
    evidence: count,
  }
}

function* documentEdges({ documents, entities }: Knowledge): Iterable<Edge> {
  const titles = new Map(documents.map(({ id, title }) => [id, title]))
  const named = new Map<DocumentId, { id: EntityId; count: number; confidence: number; inTitle: boolean }[]>()
  for (const { id, label, aliases, mentions } of entities) {
    const counts = new Map<DocumentId, { count: number; confidence: number }>()
    for (const { document, confidence } of mentions) {
      const known = counts.get(document)
      if (known) {
        known.count++
        known.confidence = Math.max(known.confidence, confidence)
      } else counts.set(document, { count: 1, confidence })
    }
    for (const [document, { count, confidence }] of counts) {
      const title = titles.get(document) ?? ''
      const inTitle = [label, ...aliases].some((name) => containsName(title, name))
      const list = named.get(document) ?? []
      named.set(document, list)
      list.push({ id, count, confidence, inTitle })
    }
  }
  for (const [document, list] of named) {
    list.sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.count - a.count || compareStrings(a.id, b.id))
    for (const [rank, { id, count, confidence, inTitle }] of list.entries()) {
      const relation = inTitle || (rank < ABOUT_ENTITIES && count >= ABOUT_MENTIONS) ? 'about' : 'mentions'
      yield {
        key: `${relation}/${document}/${id}`,
        source: documentKey(document),
        target: id,
        attributes: plain(relation, count, confidence),
      }
    }
  }
}

function* linkEdges({ documents }: Knowledge): Iterable<Edge> {
  for (const { id, links = [] } of documents) {
    for (const { document, evidence } of links) {
      yield {
        key: `linksTo/${id}/${document}`,
        source: documentKey(id),
        target: documentKey(document),
        attributes: plain('linksTo', evidence.length, 1),
      }
    }
  }
}

/** Whether `text` holds `name` between characters that are no letters. */
function containsName(text: string, name: string): boolean {
  const at = text.indexOf(name)
  if (at < 0 || name === '') return false
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ')
}

function* coOccurrences({ entities, relations }: Knowledge, documents: Iterable<DocumentSentences>): Iterable<Edge> {
  const places = new Map<DocumentId, { start: number; entity: number; confidence: number }[]>()
  for (const [entity, { mentions }] of entities.entries()) {
    for (const { document, start, confidence } of mentions) {
      const list = places.get(document) ?? []
      places.set(document, list)
      list.push({ start, entity, confidence })
    }
  }
  const related = new Set(relations.map(({ subject, object }) => pairKey(subject, object)))
  /** Sentences shared, by the two indexes in one number. */
  const shared = new Map<number, number>()
  const count = entities.length
  for (const { document, sentences } of documents) {
    const mentions = (places.get(document.id) ?? []).sort((a, b) => a.start - b.start)
    let next = 0
    for (const { start, end } of sentences) {
      const present = new Set<number>()
      while (next < mentions.length && (mentions[next] as { start: number }).start < start) next++
      while (next < mentions.length && (mentions[next] as { start: number }).start < end) {
        present.add((mentions[next] as { entity: number }).entity)
        next++
      }
      if (present.size < 2 || present.size > LISTED) continue
      const sorted = [...present].sort((a, b) => a - b)
      for (const [i, a] of sorted.entries()) {
        for (const b of sorted.slice(i + 1)) shared.set(a * count + b, (shared.get(a * count + b) ?? 0) + 1)
      }
    }
  }
  const pairs: { a: number; b: number; times: number }[] = []
  for (const [pair, times] of shared) {
    const [a, b] = [Math.floor(pair / count), pair % count]
    if (times < SHARED_SENTENCES) continue
    if (!related.has(pairKey((entities[a] as { id: string }).id, (entities[b] as { id: string }).id)))
      pairs.push({ a, b, times })
  }
  pairs.sort((x, y) => y.times - x.times || x.a - y.a || x.b - y.b)
  const kept = new Map<number, number>()
  for (const { a, b, times } of pairs) {
    const [ofA, ofB] = [kept.get(a) ?? 0, kept.get(b) ?? 0]
    if (ofA >= KEPT_NEIGHBOURS && ofB >= KEPT_NEIGHBOURS) continue
    kept.set(a, ofA + 1)
    kept.set(b, ofB + 1)
    const [source, target] = [(entities[a] as { id: string }).id, (entities[b] as { id: string }).id]
    // How likely it is that the two belong together says how often they meet; 1 is never reached.
    yield { key: `coOccurs/${source}/${target}`, source, target, attributes: plain('coOccurs', times, 1 - 1 / times) }
  }
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
