import { plainMessage } from '../engine/plain-message.ts'
import type { DocumentAnalysis, SourceDocument } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { checkLinks } from './check-links.ts'
import { collectLinks } from './collect-links.ts'
import { extractText } from './extract-text.ts'
import { findNames } from './find-names.ts'
import { findQuantities } from './find-quantities.ts'
import { findRelations } from './find-relations.ts'
import { findTargets } from './find-targets.ts'
import { linkReferences } from './link-references.ts'
import { type ParseMarkdownOptions, parseMarkdown } from './parse-markdown.ts'
import { readKeywords } from './read-keywords.ts'
import { renderHtml } from './render-html.ts'

/**
 * Part of every cache key: raise it with any change that can alter what a document gives, so that an analysis made by
 * an older Maillage is made again.
 */
export const ANALYSIS_VERSION = 1

export interface AnalyzeDocumentOptions extends ParseMarkdownOptions {}

/**
 * The whole of `analyze`: one document, from its text to everything that it says. What is wrong with the text goes to
 * `file.message` and, as plain JSON, into the analysis (messages that reading left in `file` included).
 */
export function analyzeDocument(options: AnalyzeDocumentOptions = {}): DocumentStage<SourceDocument, DocumentAnalysis> {
  const parse = parseMarkdown(options)
  const extract = extractText()
  const names = findNames()
  const link = linkReferences()
  const quantify = findQuantities()
  const relate = findRelations()
  const target = findTargets()
  return (document, file) => {
    const tree = parse(document, file)
    checkLinks(document, tree, file)
    const prose = extract({ document, tree }, file)
    const references = link({ prose, names: names(prose, file) }, file)
    const relations = relate({ prose, references }, file)
    const targets = target({ prose, references, quantities: quantify(prose, file) }, file)
    const { html, anchors, addresses } = renderHtml(tree, prose, references.mentions)
    const { id, path, title, lang, date, url, sha256 } = document
    return {
      document: { id, path, title, lang, date, url, sha256 },
      text: prose.text,
      blocks: prose.blocks,
      sections: prose.sections,
      sentences: prose.sentences,
      entities: references.entities,
      mentions: references.mentions,
      relations,
      targets,
      html,
      links: collectLinks(tree, prose, document.source, addresses),
      anchors,
      ...readKeywords(document.frontMatter, prose),
      messages: file.messages.map(plainMessage),
    }
  }
}
