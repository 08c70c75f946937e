/**
 * What programs may use of Maillage. Everything is plain data and pure functions but `build` and `readKnowledge`, which
 * read and write files.
 */
import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import { type AnalyzeDocumentOptions, analyzeDocument } from './analyze/analyze-document.ts'
import { assembleGraph } from './connect/assemble-graph.ts'
import { computeLayout } from './connect/compute-layout.ts'
import { connect } from './connect/connect.ts'
import { detectCommunities } from './connect/detect-communities.ts'
import { readCuration } from './connect/read-curation.ts'
import { resolveLinks } from './connect/resolve-links.ts'
import { exportAll, type FormatName } from './export/formats.ts'
import type { Artifact, DocumentAnalysis, DocumentId, Knowledge } from './model.ts'
import { slugOf } from './read/assign-ids.ts'
import { parseDocument } from './read/parse-document.ts'
import { VERSION } from './version.ts'

export {
  type BuildOptions,
  type BuildReport,
  build,
  type ReadOptions,
  type ReadReport,
  readKnowledge,
} from './build.ts'
export { diffKnowledge, type KnowledgeDiff } from './diff-knowledge.ts'
export { type Explanation, explain } from './explain.ts'
export type { FormatName } from './export/formats.ts'
export { formatDiffMarkdown } from './format-diff.ts'
export type * from './model.ts'
export { type Config, defineConfig, findConfig, type MaillageConfig, readConfig } from './read-config.ts'
export { VERSION } from './version.ts'

export interface TextOptions extends AnalyzeDocumentOptions {
  /** Where the text would stand in a content folder; its id comes from it. `text.md` unless given. */
  path?: string
}

/** Returns a function that analyses Markdown texts; to be made once and used often. */
export function textAnalyzer(
  options: AnalyzeDocumentOptions = {},
): (markdown: string, path?: string) => DocumentAnalysis {
  const analyze = analyzeDocument(options)
  return (markdown, path = 'text.md') => {
    const file = new VFile({ path })
    const bytes = Buffer.from(markdown)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const document = parseDocument({ id: slugOf(path), path, sha256, bytes }, file)
    if (document === null) throw new Error(`analyze-text: ${file.messages.map(({ reason }) => reason).join('; ')}`)
    return analyze(document, file)
  }
}

/**
 * Everything that one Markdown text says.
 *
 * @throws when there is no text.
 */
export function analyzeText(markdown: string, { path, ...options }: TextOptions = {}): DocumentAnalysis {
  return textAnalyzer(options)(markdown, path)
}

export interface ConnectTextsOptions {
  /** The text of an `entities.yml`. */
  curation?: string
}

/** One knowledge from the analyses of several texts, in any order; their paths must differ. */
export function connectTexts(analyses: readonly DocumentAnalysis[], options: ConnectTextsOptions = {}): Knowledge {
  const curation = readCuration(new VFile({ path: 'entities.yml', value: options.curation ?? '' }))
  const links = resolveLinks(analyses, [])
  const texts = new Map(analyses.map(({ document, text }) => [document.id, text]))
  const textOf = (id: DocumentId) => texts.get(id) ?? ''
  return connect({ curation, generator: { version: VERSION, configHash: '' }, links, textOf })(analyses)
}

export interface ExportTextsOptions {
  /** All of them unless given. */
  formats?: readonly FormatName[]
  title?: string
  /** Identifiers in RDF begin with it. */
  baseUrl?: string | null
}

/** The files of the formats, with paths as in a built site; their content may be produced as it is read. */
export function exportTexts(
  knowledge: Knowledge,
  analyses: readonly DocumentAnalysis[],
  { formats, title = 'Maillage', baseUrl = null }: ExportTextsOptions = {},
): Iterable<Artifact> {
  const known = new Map(analyses.map((analysis) => [analysis.document.id, analysis]))
  const documents = knowledge.documents.map(({ id }) => {
    const analysis = known.get(id)
    if (analysis === undefined) throw new Error(`export-texts: there is no analysis of ${id}`)
    return { id, text: analysis.text, blocks: analysis.blocks }
  })
  const graph = computeLayout(detectCommunities(assembleGraph(knowledge, analyses)))
  return exportAll(formats)({ knowledge, graph, documents, title, baseUrl })
}
