import type { Nodes, Paragraph, Parents, Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type PluggableList, type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import type { SourceDocument } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { wikiLinks } from './wiki-links.ts'

export interface ParseMarkdownOptions {
  /** Remark plugins to run on each tree after it is parsed, in order. They must be synchronous. */
  remarkPlugins?: PluggableList
}

/** Levels of a tree below which nothing is kept: enough for any author, and safe for what walks it. */
const MAX_DEPTH = 100
/** Past these a source costs more time than any author's text needs: it is read as plain text. */
const MAX_LENGTH = 2_000_000
const MAX_CONTAINERS = 100
const MAX_OPEN_BRACKETS = 200
const MAX_DECLARATIONS = 500
const MAX_OPEN_MARKS = 500

/**
 * A document's source as mdast: CommonMark, GFM (tables, strikethrough, task lists, autolinks, footnotes), wiki links, YAML and
 * TOML front matter. Positions index `source`.
 *
 * What is written to be slow or deep is bounded. Reports `nesting` where more than 100 levels are left out, and
 * `complexity` where a source is longer than two million characters, or has more than 100 block quotes and lists in each
 * other, 200 open brackets, 500 open emphasis marks or 500 comments in a paragraph: it is read as paragraphs of plain text.
 *
 * @throws what a remark plugin throws.
 */
export function parseMarkdown(options: ParseMarkdownOptions = {}): DocumentStage<SourceDocument, Root> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkGfm)
    .use(wikiLinks)
    .use(keepText)
    .use(options.remarkPlugins ?? [])
    .freeze()
  return ({ source }, file) => {
    const excess = findExcess(source)
    if (excess !== null) {
      report(file, `Unexpected ${excess}, expected less: the document is read as plain text`, 'complexity')
      return parsePlainText(source)
    }
    // micromark leaves out a leading byte-order mark without counting it: offsets stay true if it has one to leave out.
    const tree = processor.parse(source.startsWith('\uFEFF') ? `\uFEFF${source}` : source)
    limitDepth(tree, file)
    return processor.runSync(tree, file) as Root
  }
}

/**
 * Leaves out GFM's second search for addresses, which goes over text that is parsed already: what it finds besides
 * (addresses right after a mark, `[www.example.org`) is not worth its cost, which grows with the square of a text such as
 * `a.a.a.a`, and it makes nodes that do not know where they stand.
 */
function keepText(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions =
    data.fromMarkdownExtensions?.flat().map(({ transforms: _, ...extension }) => extension) ?? []
}

const CONTAINERS = /(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/y
const CONTAINER = />|[-+*]|\d{1,9}[.)]/g

/** What a source has too much of to be parsed in reasonable time; null when there is nothing. */
function findExcess(source: string): string | null {
  if (source.length > MAX_LENGTH) return `document of ${source.length} characters`
  const open = { brackets: 0, marks: 0, declarations: 0 }
  let isEmptyLine = true
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index)
    if (index === 0 || source.charCodeAt(index - 1) === LINE_FEED) {
      if (isEmptyLine) Object.assign(open, { brackets: 0, marks: 0, declarations: 0 })
      isEmptyLine = true
      CONTAINERS.lastIndex = index
      const containers = CONTAINERS.exec(source)?.[0] ?? ''
      if (containers.length > MAX_CONTAINERS && (containers.match(CONTAINER)?.length ?? 0) > MAX_CONTAINERS) {
        return `line with more than ${MAX_CONTAINERS} block quotes and lists in each other`
      }
    }
    if (code > SPACE) isEmptyLine = false
    if (code === OPENING_BRACKET) {
      if (++open.brackets > MAX_OPEN_BRACKETS) return `paragraph with more than ${MAX_OPEN_BRACKETS} open brackets`
    } else if (code === CLOSING_BRACKET) {
      open.brackets = Math.max(0, open.brackets - 1)
    } else if (code === LESS_THAN) {
      const next = source.charCodeAt(index + 1)
      const isDeclaration = next === EXCLAMATION_MARK || next === QUESTION_MARK
      if (isDeclaration && ++open.declarations > MAX_DECLARATIONS) {
        return `paragraph with more than ${MAX_DECLARATIONS} comments`
      }
    } else if (isMark(code)) {
      let end = index + 1
      while (source.charCodeAt(end) === code) end++
      // Marks before a word open, marks after one close.
      const follows = index > 0 && source.charCodeAt(index - 1) > SPACE
      const precedes = end < source.length && source.charCodeAt(end) > SPACE
      if (follows) open.marks = Math.max(0, open.marks - (end - index))
      else if (precedes) open.marks += end - index
      if (open.marks > MAX_OPEN_MARKS) return `paragraph with more than ${MAX_OPEN_MARKS} open emphasis marks`
      index = end - 1
    }
  }
  return null
}

const LINE_FEED = 0x0a
const SPACE = 0x20
const EXCLAMATION_MARK = 0x21
const LESS_THAN = 0x3c
const QUESTION_MARK = 0x3f
const OPENING_BRACKET = 0x5b
const CLOSING_BRACKET = 0x5d

/** `*`, `_`, `~` */
function isMark(code: number): boolean {
  return code === 0x2a || code === 0x5f || code === 0x7e
}

/** A source as paragraphs of text between empty lines, without a look at its marks; front matter is left out. */
function parsePlainText(source: string): Root {
  const frontMatter = /^(---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n)*?\1[ \t]*(?:\r?\n|$)/.exec(source)?.[0].length ?? 0
  const children: Paragraph[] = []
  let line = 1
  let counted = 0
  const pointAt = (offset: number) => {
    for (let next = source.indexOf('\n', counted); next >= 0 && next < offset; next = source.indexOf('\n', counted)) {
      line++
      counted = next + 1
    }
    return { line, column: offset - counted + 1, offset }
  }
  let start = frontMatter
  while (start < source.length) {
    EMPTY_LINE.lastIndex = start
    const separator = EMPTY_LINE.exec(source)
    const end = separator?.index ?? source.length
    if (end > start) {
      const position = { start: pointAt(start), end: pointAt(end) }
      children.push({
        type: 'paragraph',
        position,
        children: [{ type: 'text', value: source.slice(start, end), position }],
      })
    }
    start = separator ? EMPTY_LINE.lastIndex : source.length
  }
  return { type: 'root', children }
}

const EMPTY_LINE = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/g

/** Takes out what is nested too deep for the functions that walk a tree by calling themselves. */
function limitDepth(tree: Root, file: VFile): void {
  const open: [node: Parents, depth: number][] = [[tree, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next
    for (const child of node.children as Nodes[]) {
      if (!('children' in child) || child.children.length === 0) continue
      if (depth < MAX_DEPTH) {
        open.push([child, depth + 1])
        continue
      }
      const reason = `Unexpected nesting of more than ${MAX_DEPTH} levels, expected less: what is below is left out`
      report(file, reason, 'nesting', child)
      child.children = []
    }
  }
}

function report(file: VFile, reason: string, ruleId: string, node?: Nodes): void {
  const place = node?.position ? { place: node.position } : undefined
  file.message(reason, { ruleId, source: 'maillage-analyze', ...place }).fatal = false
}
