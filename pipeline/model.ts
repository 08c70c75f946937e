/**
 * What travels through the pipeline: types and the closed lists they are made of, no logic.
 * Everything here is plain JSON. Offsets are UTF-16 code units, 0-based, end exclusive.
 * `start`/`end` index a document's extracted text, `sourceStart`/`sourceEnd` its file's own text
 * (decoded as UTF-8, byte-order mark removed, line endings as they are in the file).
 */

export type Language = 'fr' | 'en'

export const CATEGORIES = [
  'person',
  'organization',
  'place',
  'event',
  'product',
  'work',
  'initiative',
  'concept',
] as const
export type Category = (typeof CATEGORIES)[number]

export const PREDICATES = [
  'worksFor',
  'memberOf',
  'participatesIn',
  'presentedBy',
  'presentedAt',
  'publishedBy',
  'locatedIn',
  'subsidiaryOf',
  'acquired',
  'partnerOf',
  'competesWith',
  'produces',
  'invests',
  'statedOn',
  'launched',
] as const
export type Predicate = (typeof PREDICATES)[number]

/** Predicates that hold both ways; they are stored once, ends in id order. */
export const SYMMETRIC_PREDICATES: readonly Predicate[] = ['partnerOf', 'competesWith']

export const TARGET_KINDS = [
  'net-zero',
  'carbon-neutrality',
  'emissions-reduction',
  'renewable-energy',
  'recycling',
  'waste',
  'water',
  'biodiversity',
  'investment',
  'deployment',
  'other',
] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** Slug of the path below the content folder, without its ending; unique in a build. */
export type DocumentId = string & { readonly brand?: 'DocumentId' }
/** `category/slug`. */
export type EntityId = string & { readonly brand?: 'EntityId' }

export interface Span {
  start: number
  end: number
}

export interface SourceSpan {
  sourceStart: number
  sourceEnd: number
}

// ── read ────────────────────────────────────────────────────────────────────────────────────────

/** A Markdown file as it was read: decoded, its front matter parsed and kept apart. */
export interface SourceDocument {
  id: DocumentId
  /** Relative to the content folder, `/` as separator. */
  path: string
  /** From front matter, else the first heading, else the file's name. */
  title: string
  /** From front matter, else detected from the text. */
  lang: Language
  /** ISO 8601 of any precision (`2023-12`), or null. */
  date: string | null
  url: string | null
  /** Hex digest of the file's bytes. */
  sha256: string
  /** Everything the front matter holds, as plain JSON. */
  frontMatter: Readonly<Record<string, unknown>>
  /** The file's own text, front matter included: what source offsets index. */
  source: string
}

// ── analyze ─────────────────────────────────────────────────────────────────────────────────────

export type BlockKind = 'heading' | 'paragraph' | 'listItem' | 'tableRow' | 'code' | 'footnote'

/**
 * A leaf of the document's structure that holds running text. Blocks are in reading order, do not
 * overlap, and are separated by `\n` in the extracted text.
 */
export interface Block extends Span, SourceSpan {
  kind: BlockKind
  /** Depth of a heading (1–6) or of list nesting (1 is the outermost list). */
  level?: number
  /** Index into `Prose.sections`. */
  section: number
  /** Depth of block quotes around it; absent when none. */
  quote?: number
  /** The block that introduces this one: the line before the list, or the item a nested list hangs under. */
  introducedBy?: number
  /** Of a table row: its cells in column order; in the text they are separated by a tab. */
  cells?: readonly Span[]
  /** Of a table row: the index of the block that is the table's header row (the header's own index for itself). */
  headerRow?: number
}

export type MarkKind = 'emphasis' | 'strong' | 'delete' | 'link' | 'code'

/** Inline formatting over a stretch of extracted text. */
export interface Mark extends Span {
  kind: MarkKind
  /** Destination of a link. */
  url?: string
}

/** A heading and what stands under it; the text before the first heading is section 0 with an empty path. */
export interface Section extends Span {
  /** 0 for the document itself, else the heading's depth. */
  level: number
  /** Headings from the outermost to its own. */
  path: readonly string[]
}

/** A sentence, heading, list item's sentence or table cell. Sentences are in order and within one block. */
export interface Sentence extends Span {
  block: number
}

/**
 * Maps extracted text to source: runs of `[start, sourceStart, length, sourceLength]`, flattened, in text order.
 * Where `length === sourceLength` the run maps one to one; else it is one unit (a character reference, an escape).
 * Text between runs (the separators that extraction adds) has no source.
 */
export type SourceMap = readonly number[]

/** What a reader reads, and how it is laid out. */
export interface Prose {
  id: DocumentId
  lang: Language
  date: string | null
  /** Where it was published, as its front matter says. */
  url: string | null
  title: string
  text: string
  blocks: readonly Block[]
  marks: readonly Mark[]
  sections: readonly Section[]
  sentences: readonly Sentence[]
  sourceMap: SourceMap
  /** Source offset at which each line starts; line 1 is entry 0. */
  lineStarts: readonly number[]
}

export type MentionKind = 'name' | 'acronym' | 'nominal' | 'pronoun'

/** A span that names something, found in one document; `exact === text.slice(start, end)`. */
export interface NameMention extends Span {
  kind: 'name' | 'acronym'
  category: Category
  /** Which part found it, with its version: `names@1`. */
  extractor: string
  /** 0–1. */
  confidence: number
}

/** A mention once it is known what it refers to in its document. */
export interface LinkedMention extends Span, SourceSpan {
  kind: MentionKind
  exact: string
  /** Index into `References.entities`. */
  entity: number
  extractor: string
  confidence: number
}

/** What a document speaks of, before other documents are known. */
export interface LocalEntity {
  category: Category
  /** The fullest name the document gives it. */
  label: string
  /** Other names and acronyms, as they stand in the text, in order of appearance. */
  aliases: readonly string[]
}

/** Mentions in text order, each pointing at one of the entities, in order of first mention. */
export interface References {
  entities: readonly LocalEntity[]
  mentions: readonly LinkedMention[]
}

/** A quantity read from text. */
export interface Quantity extends Span {
  /** In `unit`, magnitudes multiplied out (`36 millions` is 36000000); null when the text gives none. */
  value: number | null
  /** Upper end of a range whose lower end is `value`. */
  maximum?: number
  /** Normalised: `%`, `points`, ISO 4217 codes, SI symbols (`t`, `kWh`, `ha`), `tCO2e`, or the counted noun; null for a bare number. */
  unit: string | null
  /** `halve`, `la moitié de moins`: what the words say about direction. */
  direction?: 'reduce' | 'increase'
}

export type TimeRole =
  /** `d’ici 2040`, `by 2040`, `avant fin 2029`: an end. */
  | 'deadline'
  /** `entre 2022 et 2026`, `2024–2030`. */
  | 'period'
  /** `par rapport à 2019`, `from a 2015 baseline`. */
  | 'baseline'
  /** `à partir de 2027`, `depuis 1967`. */
  | 'start'
  /** `en 2023`, `in March 2024`, `le 3 mai`. */
  | 'point'

/** A date or period read from text; years are resolved against the document's date where they are relative. */
export interface TimeExpression extends Span {
  role: TimeRole
  startYear: number | null
  endYear: number | null
}

export interface Quantities {
  quantities: readonly Quantity[]
  times: readonly TimeExpression[]
}

/** A stretch of extracted text, where it stands, and its surroundings (W3C Web Annotation TextQuoteSelector + TextPositionSelector). */
export interface Evidence extends Span, SourceSpan {
  document: DocumentId
  /** 1-based line of the file on which it starts. */
  line: number
  /** Headings above it, outermost first. */
  section: readonly string[]
  /** `text.slice(start, end)`. */
  exact: string
  /** Up to 32 characters before and after. */
  prefix: string
  suffix: string
}

export type Polarity = 'positive' | 'negative'
export type Modality = 'asserted' | 'planned' | 'reported' | 'hypothetical'

export interface RelationQualifiers {
  title?: string | null
  start?: string | null
  end?: string | null
}

/** A relation that one passage of one document states; ends are indexes into `References.entities`. */
export interface RelationClaim {
  subject: number
  predicate: Predicate
  object: number
  /** The text's own trigger. */
  label: string
  qualifiers: RelationQualifiers
  polarity: Polarity
  modality: Modality
  attributedTo: number | null
  confidence: number
  /** Pattern and version: `apposition-role@1`. */
  extractor: string
  evidence: Evidence
}

export type Direction = 'reach' | 'reduce' | 'increase' | 'invest'

export const TARGET_STATUSES = ['announced', 'in-progress', 'achieved', 'withdrawn', 'superseded'] as const
export type TargetStatus = (typeof TARGET_STATUSES)[number]

/** The fields that may be missing from a target, and that carry evidence of their own. */
export const TARGET_FIELDS = [
  'actor',
  'metric',
  'value',
  'unit',
  'baselineYear',
  'baselineValue',
  'startYear',
  'targetYear',
  'scope',
] as const
export type TargetField = (typeof TARGET_FIELDS)[number]

/** What a target says, whoever makes it: who, what, how much, by when, from which baseline, for which scope. */
export interface TargetFacts {
  kind: TargetKind
  /** The text's own words for what is measured. */
  metric: string
  direction: Direction
  value: number | null
  unit: string | null
  baselineYear: number | null
  baselineValue: number | null
  startYear: number | null
  targetYear: number | null
  scope: string | null
  status: TargetStatus
  /** Fields an analyst would expect and the text does not give, in the order of `TARGET_FIELDS`. */
  missing: readonly TargetField[]
  /** Where each field was read. */
  fields: Readonly<Partial<Record<TargetField, Evidence>>>
  confidence: number
}

/** A target that one passage of one document states; `actor` and `attributedTo` index `References.entities`. */
export interface TargetClaim extends TargetFacts {
  actor: number | null
  attributedTo: number | null
  extractor: string
  evidence: Evidence
}

/** Everything one document gives: the unit that is cached and sent between threads and machines. */
export interface DocumentAnalysis {
  document: DocumentRecord
  text: string
  blocks: readonly Block[]
  sections: readonly Section[]
  sentences: readonly Sentence[]
  entities: readonly LocalEntity[]
  mentions: readonly LinkedMention[]
  relations: readonly RelationClaim[]
  targets: readonly TargetClaim[]
  /**
   * The article as sanitised HTML. Each mention is `<mark data-mention="i">`, `i` its index in `mentions`; each block
   * element carries `data-start`, its offset in the extracted text; what is not in that text carries `data-skip`.
   */
  html: string
  /** What it links to and shows from the content folder, in the order of the file. */
  links: readonly LocalLink[]
  /** Where links to parts of it can lead: its headings, and what has an id in its HTML; in text order. */
  anchors: readonly Anchor[]
  /** Other names of its subject, and its tags, from front matter; tags also from `#tag` in its text. */
  aliases: readonly string[]
  tags: readonly string[]
  messages: readonly Message[]
}

/** A link or picture whose address leads to the content folder, before it is known whether anything is there. */
export interface LocalLink {
  kind: 'link' | 'image'
  /** As it is written: the `href` or `src` that elements with `data-local` have in the document's HTML. */
  url: string
  /** 1-based, in the file. */
  line: number
  column: number
  /** The words that are the link; null where it shows none. */
  words: Span | null
  /** The sentence around these words. */
  evidence: Evidence | null
}

export interface Anchor {
  /** Without the prefix that ids have in the HTML. */
  id: string
  /** The heading's text; null for other elements. */
  span: Span | null
}

/** What `connect` reads of a document; its text and page are only needed again when they are written. */
export type AnalysisSummary = Omit<DocumentAnalysis, 'text' | 'blocks' | 'sections' | 'html'>

/** Something an author should know about a document, as it goes into a cache: a VFileMessage in plain JSON. */
export interface Message {
  reason: string
  line: number | null
  column: number | null
  ruleId: string
  source: string
  severity: 'error' | 'warning' | 'info'
}

// ── connect ─────────────────────────────────────────────────────────────────────────────────────

export interface DocumentRecord {
  id: DocumentId
  path: string
  title: string
  lang: Language
  date: string | null
  url: string | null
  sha256: string
  /** Other names of its subject, as its front matter gives them, and its tags; absent when there are none. */
  aliases?: readonly string[]
  tags?: readonly string[]
  /** Documents that its text links to, by id; absent when there are none. */
  links?: readonly DocumentLink[]
}

/** The sentences with which one document links to another, in text order. */
export interface DocumentLink {
  document: DocumentId
  evidence: readonly Evidence[]
}

export interface MentionRecord extends Span, SourceSpan {
  document: DocumentId
  exact: string
  kind: MentionKind
  extractor: string
  confidence: number
}

export interface Entity {
  id: EntityId
  category: Category
  label: string
  aliases: readonly string[]
  sameAs: readonly string[]
  description: string | null
  mentions: readonly MentionRecord[]
}

/** A passage that states a relation or a target, and who read it there. */
export interface StatementEvidence extends Evidence {
  /** Sorted: `apposition-role@1`. */
  extractors: readonly string[]
}

export interface Relation {
  /** Hash of subject, predicate, object, polarity and modality. */
  id: string
  subject: EntityId
  predicate: Predicate
  object: EntityId
  label: string
  qualifiers: RelationQualifiers
  polarity: Polarity
  modality: Modality
  attributedTo: EntityId | null
  confidence: number
  /** All that found it, sorted. */
  extractors: readonly string[]
  evidence: readonly StatementEvidence[]
}

export interface Target extends TargetFacts {
  id: string
  actor: EntityId | null
  attributedTo: EntityId | null
  extractors: readonly string[]
  evidence: readonly StatementEvidence[]
}

/** knowledge.json: the canonical record. Every list is sorted by id; mentions and evidence by document and offset. */
export interface Knowledge {
  format: 'maillage-knowledge'
  version: 1
  generator: { name: 'maillage'; version: string; configHash: string }
  documents: readonly DocumentRecord[]
  entities: readonly Entity[]
  relations: readonly Relation[]
  targets: readonly Target[]
}

// ── graph ───────────────────────────────────────────────────────────────────────────────────────

export type EdgeRelation = Predicate | 'hasTarget' | 'mentions' | 'about' | 'coOccurs' | 'linksTo'

/** Scalars only, so that every reader keeps them; never `type`, which Sigma reads as a renderer. */
export interface NodeAttributes {
  label: string
  category: Category | 'document' | 'target'
  x: number
  y: number
  size: number
  color: string
  community: number
  mentions: number
  documents: number
  [targetField: string]: string | number | null
}

export interface EdgeAttributes {
  relation: EdgeRelation
  label: string
  weight: number
  confidence: number
  polarity: Polarity
  modality: Modality
  /** How many passages say it; the quotes are in knowledge.json. */
  evidence: number
}

// ── export ──────────────────────────────────────────────────────────────────────────────────────

/** A file to write below the output folder. `content` may be produced piece by piece. */
export interface Artifact {
  /** Relative to the output folder, `/` as separator. */
  path: string
  content: string | Uint8Array | Iterable<string>
}
