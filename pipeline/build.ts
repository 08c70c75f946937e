import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import picomatch from 'picomatch'
import { VFile } from 'vfile'
import { assembleGraph, type KnowledgeGraph } from './connect/assemble-graph.ts'
import { connect } from './connect/connect.ts'
import { detectCommunities } from './connect/detect-communities.ts'
import { readCuration } from './connect/read-curation.ts'
import { type LinkResolution, resolveLinks } from './connect/resolve-links.ts'
import { type AnalyzedCorpus, type AnalyzeElsewhere, analyzeCorpus } from './engine/analyze-corpus.ts'
import { plainMessage } from './engine/plain-message.ts'
import { digestInput, openBuildMemory } from './engine/recall-build.ts'
import { recallLayout } from './engine/recall-layout.ts'
import { checkFolders, openOutput } from './engine/write-output.ts'
import type { ExportDocument } from './export/export-input.ts'
import { exportAll } from './export/formats.ts'
import { resolveAddresses } from './export/resolve-addresses.ts'
import { exportSite, type SiteInput } from './export/site.ts'
import { verifyEvidence } from './export/verify-evidence.ts'
import type { DocumentId, Knowledge, Message } from './model.ts'
import { findMedia, type Media, mediaArtifacts } from './read/find-media.ts'
import { type ContentListing, listContent } from './read/read-content.ts'
import type { Config } from './read-config.ts'
import { VERSION } from './version.ts'

export interface ReadOptions {
  /** Folder of Markdown files, of any depth, with an optional `entities.yml`. */
  contentDir: string
  /** The configuration and the file it was read from, null for the defaults. */
  config: Config
  configFile: string | null
  /** Where analyses are kept between builds; null keeps none. */
  cacheFolder: string | null
  /** Threads to analyse on; by default as many as the machine has processors. */
  threads?: number
  /** Analyses of an earlier run that are still in memory. */
  recent?: AnalyzedCorpus['kept']
  /** Analyses the documents in place of this machine's threads. */
  analyzeElsewhere?: AnalyzeElsewhere
}

export interface BuildOptions extends ReadOptions {
  /** Folder to write; replaced as a whole when the build succeeds, untouched when it fails. */
  outDir: string
}

/** What a build tells while it runs. */
export interface BuildEffects {
  /** Work done of work to do within a stage, `done` rising from 0 to `total`. */
  onProgress?(stage: 'analyze' | 'write', done: number, total: number): void
  /** Milliseconds since any fixed moment; only for the report. */
  now?(): number
}

export interface FileMessages {
  /** Relative to the content folder. */
  path: string
  messages: readonly Message[]
}

/** What the content says, before it is laid out and written. */
export interface ReadReport {
  knowledge: Knowledge
  corpus: AnalyzedCorpus
  /** What documents link to and show, and the files that a site carries for it. */
  links: LinkResolution
  media: Media
  /** Offsets at which the blocks of each document start, rising. */
  anchors: SiteInput['anchors']
  /** Files of the content folder. */
  listing: ContentListing
  /** What authors should know, by path. */
  messages: readonly FileMessages[]
}

export interface BuildReport {
  outDir: string
  counts: Record<'documents' | 'mentions' | 'entities' | 'relations' | 'targets' | 'messages', number>
  /** Documents analysed anew; the others came from the cache. */
  analyzed: number
  /** What authors should know, by path. */
  messages: readonly FileMessages[]
  milliseconds: number
}

/**
 * The first half of the way: read, analyze, connect.
 *
 * @throws with one clear sentence when the content cannot be read, or a passage is not the slice of its document that it
 * says.
 */
export async function readKnowledge(options: ReadOptions, effects: BuildEffects = {}): Promise<ReadReport> {
  const { contentDir, config, configFile, cacheFolder, threads, recent, analyzeElsewhere } = options
  const { onProgress } = effects
  const listing = await listFiles(options)
  const { files } = listing
  if (files.length === 0)
    throw new Error(
      `no Markdown file (.md, .markdown) was found in ${contentDir}; put an article there, or name another folder with --content`,
    )
  const curationFile = await readCurationFile(contentDir)
  const curation = readCuration(curationFile)

  const corpus = await analyzeCorpus(files, {
    contentDir,
    cacheFolder,
    configFile,
    config,
    ...(threads === undefined ? {} : { threads }),
    ...(recent === undefined ? {} : { recent }),
    ...(analyzeElsewhere === undefined ? {} : { analyzeElsewhere }),
    ...(onProgress === undefined ? {} : { onProgress: (done, total) => onProgress('analyze', done, total) }),
  })

  const messages = new MessageList()
  for (const file of [...listing.problems, curationFile])
    for (const message of file.messages) messages.add(file.path ?? '', plainMessage(message))
  for (const failure of corpus.failures) messages.add(failure.path, ...failure.messages)
  for (const summary of corpus.summaries) messages.add(summary.document.path, ...summary.messages)

  const generator = { version: VERSION, configHash: config.analysisHash }
  const report = (path: string, message: Message) => messages.add(path, message)
  const links = resolveLinks(corpus.summaries, listing.attachments, report)
  const knowledge = connect({ curation, generator, links, textOf: textFinder(corpus) })(corpus.summaries, report)
  const anchors = new Map<DocumentId, readonly number[]>()
  verifyEvidence(knowledge, texts(corpus, anchors))
  const media = await findMedia(contentDir, links, corpus.summaries, report)
  return { knowledge, corpus, links, media, anchors, listing, messages: messages.byPath() }
}

function listFiles({ contentDir, config }: ReadOptions): Promise<ContentListing> {
  return listContent(contentDir, picomatch([...config.leaveOut]))
}

/** The graph of what was read, laid out (`layOut`, else from the cache or anew), and all else that exporters need. */
export function exportInput(
  { knowledge, corpus, links, media, anchors }: ReadReport,
  { contentDir, config, cacheFolder }: ReadOptions,
  layOut: (graph: KnowledgeGraph) => KnowledgeGraph = (graph) => recallLayout(graph, cacheFolder),
): SiteInput {
  const graph = assembleGraph(knowledge, corpus.summaries)
  if (Object.keys(config.colors).length > 0)
    graph.updateEachNodeAttributes((_, node) => ({ ...node, color: config.colors[node.category] ?? node.color }))
  return {
    knowledge,
    graph: layOut(detectCommunities(graph)),
    documents: exportDocuments(corpus, links, media),
    anchors,
    media: mediaArtifacts(contentDir, media),
    colors: config.colors,
    title: config.title ?? 'Maillage',
    baseUrl: config.baseUrl,
  }
}

/**
 * The whole way from a folder of Markdown files to a site: read, analyze, connect, export.
 *
 * @throws with one clear sentence when the content cannot be read, the output cannot be written, or a passage is not the
 * slice of its document that it says; the output folder is then as it was.
 */
export async function build(options: BuildOptions, effects: BuildEffects = {}): Promise<BuildReport> {
  const { contentDir, outDir, config, cacheFolder } = options
  const { now = () => performance.now() } = effects
  const started = now()
  checkFolders(contentDir, outDir)
  const memory = cacheFolder === null ? null : openBuildMemory<Summary>(cacheFolder, outDir)
  if (memory !== null) {
    const known = await memory.recall(async () =>
      digestInput({ contentDir, outDir, config, listing: await listFiles(options) }),
    )
    if (known !== null) return { outDir, ...known, analyzed: 0, milliseconds: now() - started }
  }
  const read = await readKnowledge(options, effects)
  const input = exportInput(read, options)
  const output = await openOutput(outDir)
  try {
    for (const artifact of exportAll()(input)) await output.write(artifact)
    for await (const artifact of exportSite(input)) await output.write(artifact)
    await output.commit()
  } finally {
    await output.discard()
  }
  const summary = summarize(read)
  // What failed may be there again: a file that could not be read, a document that took too long.
  if (memory !== null && read.corpus.failures.length === 0) {
    const { listing, knowledge } = read
    const sha256 = new Map(knowledge.documents.map((document) => [document.path, document.sha256]))
    const digest = await digestInput({ contentDir, outDir, config, listing }, sha256)
    if (digest !== null) await memory.remember(digest, summary)
  }
  return { outDir, ...summary, milliseconds: now() - started }
}

type Summary = Omit<BuildReport, 'outDir' | 'milliseconds'>

/** The figures of a build. */
export function summarize({ knowledge, corpus, messages }: ReadReport): Summary {
  return {
    counts: {
      documents: knowledge.documents.length,
      mentions: knowledge.entities.reduce((sum, entity) => sum + entity.mentions.length, 0),
      entities: knowledge.entities.length,
      relations: knowledge.relations.length,
      targets: knowledge.targets.length,
      messages: messages.reduce((sum, file) => sum + file.messages.length, 0),
    },
    analyzed: corpus.analyzed,
    messages,
  }
}

/** Finds texts of documents; the corpus is read once when the first is asked for. */
function textFinder(corpus: AnalyzedCorpus): (document: DocumentId) => string {
  let found: Map<DocumentId, string> | undefined
  return (id) => {
    if (found === undefined) {
      found = new Map()
      for (const { document, text } of corpus.documents()) found.set(document.id, text)
    }
    return found.get(id) ?? ''
  }
}

/** The texts, once; notes on the way where their blocks start, as reading all of them again would cost much. */
function* texts(corpus: AnalyzedCorpus, anchors: Map<DocumentId, readonly number[]>): Iterable<ExportDocument> {
  for (const { document, text, blocks } of corpus.documents()) {
    anchors.set(
      document.id,
      blocks.map(({ start }) => start),
    )
    yield { id: document.id, text, blocks }
  }
}

function exportDocuments(corpus: AnalyzedCorpus, links: LinkResolution, media: Media): SiteInput['documents'] {
  return {
    *[Symbol.iterator]() {
      for (const { document, text, blocks, mentions, html } of corpus.documents()) {
        const { id } = document
        yield {
          id,
          text,
          blocks,
          mentions,
          // Only pages need it.
          get html() {
            return resolveAddresses(html, links.destinations.get(id), media)
          },
        }
      }
    },
  }
}

async function readCurationFile(contentDir: string): Promise<VFile> {
  const path = 'entities.yml'
  try {
    return new VFile({ path, value: await readFile(join(contentDir, path), 'utf8') })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new VFile({ path, value: '' })
    throw error
  }
}

/** Messages grouped by path, paths in order, messages in the order in which they came. */
class MessageList {
  readonly #messages = new Map<string, Message[]>()

  add(path: string, ...messages: readonly Message[]): void {
    if (messages.length === 0) return
    const list = this.#messages.get(path)
    if (list) list.push(...messages)
    else this.#messages.set(path, [...messages])
  }

  byPath(): FileMessages[] {
    return [...this.#messages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, messages]) => ({ path, messages }))
  }
}
