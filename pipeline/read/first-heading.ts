import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { layOutText } from '../analyze/lay-out-text.ts'

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/
const ATX = /^ {0,3}#{1,6}[ \t]+\S/
const SETEXT = /^ {0,3}(?:=+|-+)[ \t]*$/

const parser = unified().use(remarkParse).freeze()

/**
 * The text of the first Markdown heading outside fenced code, without its marks; empty when there is none. Finds it by
 * line, so that a document need not be parsed to be read.
 */
export function firstHeading(body: string): string {
  let fence: string | null = null
  let above = ''
  for (const line of lines(body)) {
    const mark = FENCE.exec(line)?.[0].trim()
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null
      continue
    }
    if (mark) fence = mark
    else if (ATX.test(line) || (SETEXT.test(line) && /\S/.test(above))) {
      const markdown = ATX.test(line) ? line : `${above}\n${line}`
      const tree: Root = parser.parse(markdown)
      const { text, blocks } = layOutText(tree, markdown)
      if (blocks[0]?.kind === 'heading') return text.slice(blocks[0].start, blocks[0].end)
    }
    above = line
  }
  return ''
}

function* lines(text: string): Generator<string> {
  const ending = /\r\n?|\n|$/g
  let start = 0
  while (start < text.length) {
    ending.lastIndex = start
    const match = ending.exec(text) as RegExpExecArray
    yield text.slice(start, match.index)
    start = match.index + match[0].length || text.length
  }
}
