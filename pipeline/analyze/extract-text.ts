import type { Root } from 'mdast'
import type { Prose, SourceDocument } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { layOutText } from './lay-out-text.ts'
import { splitSentences } from './split-sentences.ts'

export interface ExtractTextInput {
  document: SourceDocument
  tree: Root
}

/** What a reader reads of a document, with its blocks, sections, sentences and the exact way back to the source. */
export function extractText(): DocumentStage<ExtractTextInput, Prose> {
  return ({ document, tree }) => {
    const { text, blocks, marks, sections, sourceMap } = layOutText(tree, document.source)
    const { id, lang, date, url, title } = document
    return {
      id,
      lang,
      date,
      url,
      title,
      text,
      blocks,
      marks,
      sections,
      sentences: splitSentences(text, blocks, lang),
      sourceMap,
      lineStarts: findLineStarts(document.source),
    }
  }
}

/** Offsets at which lines start; lines end with `\n`, `\r\n` or `\r`. */
export function findLineStarts(source: string): readonly number[] {
  const starts = [0]
  for (const ending of source.matchAll(/\r\n?|\n/g)) starts.push(ending.index + ending[0].length)
  return starts
}
