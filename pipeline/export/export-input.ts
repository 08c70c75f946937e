import type { KnowledgeGraph } from '../connect/assemble-graph.ts'
import type { Block, DocumentId, Knowledge } from '../model.ts'

/** The extracted text of a document and its layout: what offsets of mentions and evidence index. */
export interface ExportDocument {
  id: DocumentId
  text: string
  blocks: readonly Block[]
}

/** What exporters write from. */
export interface ExportInput {
  knowledge: Knowledge
  /** With communities and positions. */
  graph: KnowledgeGraph
  /** In id order; iterated once by each exporter that needs texts. */
  documents: Iterable<ExportDocument>
  /** Name of the site. */
  title: string
  /** Public address of the site, or null; identifiers in RDF begin with it. */
  baseUrl: string | null
}
