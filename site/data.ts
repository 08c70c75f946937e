import type {
  DocumentRecord,
  EdgeRelation,
  Language,
  Modality,
  NodeAttributes,
  RelationQualifiers,
  TargetFacts,
} from '../pipeline/model.ts'
import { CATEGORIES, PREDICATES } from '../pipeline/model.ts'
import type { PackedColumn } from './packed-column.ts'

/** What the build writes for the page: columns and small records, in shards that are loaded when they are asked for. */

/** In the order that numbers in `SiteGraph.nodes.category` count. */
export const NODE_CATEGORIES = [
  ...CATEGORIES,
  'document',
  'target',
] as const satisfies readonly NodeAttributes['category'][]
export type NodeCategory = (typeof NODE_CATEGORIES)[number]

/** In the order that numbers in `SiteGraph.edges.relation` count. */
export const EDGE_RELATIONS = [
  ...PREDICATES,
  'hasTarget',
  'about',
  'mentions',
  'coOccurs',
  'linksTo',
] as const satisfies readonly EdgeRelation[]

export const MODALITIES = ['asserted', 'planned', 'reported', 'hypothetical'] as const satisfies readonly Modality[]

/** Topology: columns of equal length. Node numbers in every other shard index `nodes`; targets are the last nodes. */
export interface SiteGraph {
  version: 2
  title: string
  /** Language of most articles. */
  lang: Language
  documents: readonly Pick<DocumentRecord, 'id' | 'title' | 'lang' | 'date' | 'path' | 'url'>[]
  nodes: {
    /** Graph keys without the category that `category` tells: `xiaomi`; those of targets are in `SiteDetails`. */
    slug: readonly string[]
    label: readonly string[]
    category: readonly number[]
    x: readonly number[]
    y: readonly number[]
    community: readonly number[]
    mentions: readonly number[]
    /** Passages that are evidence for the target; year by which; 0 for every other node and for none. */
    year: readonly number[]
  }
  edges: {
    source: readonly number[]
    target: readonly number[]
    relation: readonly number[]
    weight: readonly number[]
    /** Percent; of statements, which are the first edges. */
    confidence: readonly number[]
    /** 2 × index of the modality, plus 1 where negative. */
    stance: readonly number[]
  }
  /** Edges that are relations of knowledge come first, so that edge numbers are relation numbers; how many they are. */
  relations: number
  /** For each relation: indexes of the documents that state it. */
  relationDocuments: readonly (readonly number[])[]
  /** First relation of each shard of `RelationShard`. */
  relationShards: readonly number[]
}

/** `graph`: topology as it travels. */
export interface PackedGraph extends Omit<SiteGraph, 'documents' | 'nodes' | 'edges' | 'relationDocuments'> {
  /** A path that is the id and `.md` is left out, and so is a URL that is not there. */
  documents: readonly (Omit<SiteGraph['documents'][number], 'path' | 'url'> & { path?: string; url?: string })[]
  /** What positions are counted in. */
  unit: number
  /** Labels of targets that end with the year end before it. */
  nodes: Pick<SiteGraph['nodes'], 'slug' | 'label'> & Packed<Omit<SiteGraph['nodes'], 'slug' | 'label'>>
  edges: Packed<SiteGraph['edges']>
  /** How many each relation has, and all of them. */
  relationDocuments: readonly [counts: PackedColumn, documents: PackedColumn]
}

type Packed<Columns> = { [Name in keyof Columns]: PackedColumn }

/** `details`: what nothing is drawn or filtered by, wanted once something is asked for. */
export interface SiteDetails {
  /** Ids of the targets, which are the last nodes. */
  targets: readonly string[]
  /** Percent; of the edges that are no statements. */
  confidence: readonly number[]
}

/** A passage. */
export interface SitePassage {
  /** Index of its document. */
  d: number
  start: number
  end: number
  line: number
  /** Headings above it, outermost first, without the document's own title. */
  section: readonly string[]
  exact: string
  /** Mentions within it: offset from `start`, length, node; flattened. */
  marks: readonly number[]
}

export interface SiteRelation {
  /** Of knowledge.json. */
  id: string
  label: string
  qualifiers?: RelationQualifiers
  attributedTo?: number
  passages: readonly SitePassage[]
}

/** `relations-<n>`: consecutive relations. */
export type RelationShard = readonly SiteRelation[]

export interface SiteTarget extends Omit<TargetFacts, 'fields'> {
  id: string
  /** Nodes. */
  node: number
  actor: number | null
  attributedTo: number | null
  /** The text's own words for each field. */
  words: Readonly<Record<string, string>>
  /** Ids of open targets that say otherwise: same actor and measure, another year or value. */
  contradicts?: readonly string[]
  passages: readonly SitePassage[]
}

/** `targets`: in node order. */
export type TargetShard = readonly SiteTarget[]

export interface SiteNames {
  node: number
  aliases?: readonly string[]
  sameAs?: readonly string[]
  description?: string
}

/** `names`: what entities are called besides their label, those that have something to tell. */
export type NamesShard = readonly SiteNames[]

/** `articles/<id>`. */
export interface ArticleShard {
  html: string
  /** Node of each mention, by the number that `data-mention` holds; -1 for those that curation took out. */
  mentions: readonly number[]
}

/** Calls of a shard's file: `__maillage.push([name, value])`. */
export const REGISTRY = '__maillage'
