import {
  type ArticleShard,
  EDGE_RELATIONS,
  MODALITIES,
  type NamesShard,
  NODE_CATEGORIES,
  REGISTRY,
  type RelationShard,
  type SiteDetails,
  type SiteGraph,
  type SitePassage,
  type SiteRelation,
  type SiteTarget,
  type TargetShard,
} from '../../site/data.ts'
import { packGraph } from '../../site/packed-graph.ts'
import { type KnowledgeGraph, targetKey } from '../connect/assemble-graph.ts'
import { compareStrings } from '../connect/compare.ts'
import type { Artifact, DocumentRecord, EdgeAttributes, Evidence } from '../model.ts'
import type { ExportInput } from './export-input.ts'
import { mentionsWithin, type PageIndex } from './page-index.ts'
import { mainLanguage, type PageDocument, type PagesInput } from './pages.tsx'

/** Characters of JSON after which a shard of relations ends. */
const SHARD_CHARACTERS = 50_000

/** Data of the page, and the script of each article. */
export interface SiteData {
  common: Iterable<Artifact>
  article(document: PageDocument): Artifact
}

/**
 * The data of the page as classic scripts, since these are all that a page opened from a file can load: `app/graph.js`
 * with the topology, `app/details.js`, `app/relations-<n>.js`, `app/targets.js`, `app/names.js`, and `app/articles/<id>.js`.
 */
export function exportSiteData({ graph, ...input }: SiteDataInput, index: PageIndex): SiteData {
  const keys = nodesInOrder(graph)
  const nodes = new Map(keys.map((key, number) => [key, number]))
  const node = (key: string): number => {
    const number = nodes.get(key)
    if (number === undefined) throw new Error(`site: ${key} is not in the graph`)
    return number
  }
  return {
    common: commonScripts({ graph, ...input }, index, keys, node),
    article: (document) => script(`articles/${document.id}`, () => articleShard(document, index, node)),
  }
}

type SiteDataInput = Pick<ExportInput & PagesInput, 'knowledge' | 'graph' | 'title'>

/**
 * Targets last, by actor and then by what they say: what is alike stands together and weighs little. All others stay in the
 * order of the graph.
 */
function nodesInOrder(graph: KnowledgeGraph): readonly string[] {
  const all = graph.nodes()
  const rank = new Map(all.map((key, number) => [key, number]))
  const others = all.filter((key) => graph.getNodeAttribute(key, 'category') !== 'target')
  const targets = all
    .filter((key) => graph.getNodeAttribute(key, 'category') === 'target')
    .map((key) => {
      const { actor, label } = graph.getNodeAttributes(key)
      return { key, label, actor: rank.get(String(actor)) ?? -1 }
    })
    .sort((a, b) => a.actor - b.actor || compareStrings(a.label, b.label) || compareStrings(a.key, b.key))
  return [...others, ...targets.map(({ key }) => key)]
}

function* commonScripts(
  input: SiteDataInput,
  index: PageIndex,
  keys: readonly string[],
  node: (key: string) => number,
): Iterable<Artifact> {
  const { knowledge, graph } = input
  const documents = new Map(knowledge.documents.map(({ id }, number) => [id as string, number]))
  const passage = (evidence: Evidence) => sitePassage(evidence, index, documents, node)

  const relations: SiteRelation[] = knowledge.relations.map(({ id, label, qualifiers, attributedTo, evidence }) => ({
    id,
    label,
    ...(qualifiers.title || qualifiers.start || qualifiers.end ? { qualifiers } : {}),
    ...(attributedTo === null ? {} : { attributedTo: node(attributedTo) }),
    passages: evidence.map(passage),
  }))
  // By subject, so that the record of one entity needs few shards.
  const order = knowledge.relations
    .map((relation, at) => ({ at, subject: node(relation.subject), object: node(relation.object) }))
    .sort((a, b) => a.subject - b.subject || a.object - b.object || a.at - b.at)
    .map(({ at }) => at)
  const shards = cutShards(order.map((at) => relations[at] as SiteRelation))

  const relationEdges = order.map((at) => `relation/${knowledge.relations[at]?.id}`)
  const isRelation = new Set(relationEdges)
  // `hasTarget` first, so that statements are the first edges.
  const others = graph
    .edges()
    .filter((key) => !isRelation.has(key))
    .map((key) => ({
      key,
      relation: EDGE_RELATIONS.indexOf(graph.getEdgeAttribute(key, 'relation')),
      source: node(graph.source(key)),
      target: node(graph.target(key)),
    }))
    .sort((a, b) => a.relation - b.relation || a.source - b.source || a.target - b.target)
    .map(({ key }) => key)
  const edges = [...relationEdges, ...others]
  const attributes = edges.map((key) => graph.getEdgeAttributes(key))
  const confidence = attributes.map(({ confidence }) => Math.round(confidence * 100))
  const isStatement = ({ relation }: EdgeAttributes) => EDGE_RELATIONS.indexOf(relation) <= HAS_TARGET
  const statements = attributes.filter(isStatement).length
  const firstTarget = keys.length - knowledge.targets.length
  const nodeAttributes = keys.map((key) => graph.getNodeAttributes(key))
  let relationsBefore = 0
  const topology: SiteGraph = {
    version: 2,
    title: input.title,
    lang: mainLanguage(knowledge),
    documents: knowledge.documents.map(({ id, title, lang, date, path, url }) => ({
      id,
      title,
      lang,
      date,
      path,
      url,
    })),
    nodes: {
      slug: keys.slice(0, firstTarget).map(withoutCategory),
      label: nodeAttributes.map(({ label }) => label),
      category: nodeAttributes.map(({ category }) => NODE_CATEGORIES.indexOf(category)),
      x: nodeAttributes.map(({ x }) => x),
      y: nodeAttributes.map(({ y }) => y),
      community: nodeAttributes.map(({ community }) => community),
      mentions: nodeAttributes.map(({ mentions }) => mentions),
      year: nodeAttributes.map(({ targetYear }) => (typeof targetYear === 'number' ? targetYear : 0)),
    },
    edges: {
      source: edges.map((key) => node(graph.source(key))),
      target: edges.map((key) => node(graph.target(key))),
      relation: attributes.map(({ relation }) => EDGE_RELATIONS.indexOf(relation)),
      weight: attributes.map(({ weight }) => weight),
      confidence: confidence.slice(0, statements),
      stance: attributes.map(
        ({ modality, polarity }) => 2 * MODALITIES.indexOf(modality) + (polarity === 'negative' ? 1 : 0),
      ),
    },
    relations: relationEdges.length,
    relationDocuments: order.map((at) => [...new Set(relations[at]?.passages.map(({ d }) => d))]),
    relationShards: shards.map((shard) => {
      const first = relationsBefore
      relationsBefore += shard.length
      return first
    }),
  }
  yield script('graph', () => packGraph(topology))
  const details: SiteDetails = {
    targets: keys.slice(firstTarget).map(withoutCategory),
    confidence: confidence.slice(statements),
  }
  yield script('details', () => details)
  for (const [number, shard] of shards.entries())
    yield script(`relations-${number}`, () => shard satisfies RelationShard)

  const contradictionsOf = (id: string): Pick<SiteTarget, 'contradicts'> => {
    const contradicts = index.contradictions.get(id)?.map((other) => other.id)
    return contradicts ? { contradicts } : {}
  }
  const targets: SiteTarget[] = knowledge.targets.map(({ extractors: _, evidence, fields, ...target }) => ({
    ...target,
    node: node(targetKey(target.id)),
    actor: target.actor === null ? null : node(target.actor),
    attributedTo: target.attributedTo === null ? null : node(target.attributedTo),
    words: Object.fromEntries(Object.entries(fields).map(([field, { exact }]) => [field, exact])),
    ...contradictionsOf(target.id),
    passages: evidence.map(passage),
  }))
  targets.sort((a, b) => a.node - b.node)
  yield script('targets', () => targets satisfies TargetShard)

  const names: NamesShard = knowledge.entities
    .filter(({ aliases, sameAs, description }) => aliases.length > 0 || sameAs.length > 0 || description !== null)
    .map(({ id, aliases, sameAs, description }) => ({
      node: node(id),
      ...(aliases.length === 0 ? {} : { aliases }),
      ...(sameAs.length === 0 ? {} : { sameAs: sameAs.filter((url) => /^https?:\/\//i.test(url)) }),
      ...(description === null ? {} : { description }),
    }))
  yield script('names', () => names)
}

const HAS_TARGET = EDGE_RELATIONS.indexOf('hasTarget')

const withoutCategory = (key: string): string => key.slice(key.indexOf('/') + 1)

/** A script that hands a value to the page under `name`. The value is made when the script is read. */
function script(name: string, value: () => unknown): Artifact {
  return { path: `app/${name}.js`, content: scriptText(name, value) }
}

/** No text in the value can end the script or a line of it. */
function* scriptText(name: string, value: () => unknown): Iterable<string> {
  const json = JSON.stringify(value())
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  yield `(self.${REGISTRY}??=[]).push([${JSON.stringify(name)},`
  yield json
  yield '])\n'
}

function cutShards(relations: readonly SiteRelation[]): SiteRelation[][] {
  const shards: SiteRelation[][] = []
  let room = 0
  for (const relation of relations) {
    const size = JSON.stringify(relation).length
    if (room < size || shards.length === 0) {
      shards.push([])
      room = SHARD_CHARACTERS
    }
    shards.at(-1)?.push(relation)
    room -= size
  }
  return shards
}

function sitePassage(
  { document, start, end, line, section, exact }: Evidence,
  index: PageIndex,
  documents: ReadonlyMap<string, number>,
  node: (key: string) => number,
): SitePassage {
  const title = (index.documents.get(document) as DocumentRecord).title
  return {
    d: documents.get(document) as number,
    start,
    end,
    line,
    section: section[0] === title ? section.slice(1) : section,
    exact,
    marks: mentionsWithin(index, document, { start, end }).flatMap((mark) => [
      mark.start - start,
      mark.end - mark.start,
      node(mark.entity),
    ]),
  }
}

function articleShard(
  { id, html, mentions }: PageDocument,
  index: PageIndex,
  node: (key: string) => number,
): ArticleShard {
  const bySpan = new Map((index.mentions.get(id) ?? []).map(({ start, end, entity }) => [`${start}-${end}`, entity]))
  return {
    html,
    mentions: mentions.map(({ start, end }) => {
      const entity = bySpan.get(`${start}-${end}`)
      return entity === undefined ? -1 : node(entity)
    }),
  }
}
