import type { Root } from 'mdast'
import type { Prose, SourceDocument } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { extractText } from './extract-text.ts'
import { type ParseMarkdownOptions, parseMarkdown } from './parse-markdown.ts'

export interface ReadProse {
  tree: Root
  prose: Prose
}

/** The part of `analyze` that needs no knowledge of language beyond sentences: from a document's source to its prose. */
export function readProse(options: ParseMarkdownOptions = {}): DocumentStage<SourceDocument, ReadProse> {
  const parse = parseMarkdown(options)
  const extract = extractText()
  return (document, file) => {
    const tree = parse(document, file)
    return { tree, prose: extract({ document, tree }, file) }
  }
}
