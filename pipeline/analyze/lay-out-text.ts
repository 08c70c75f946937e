import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type {
  FootnoteDefinition,
  Heading,
  Html,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  Table,
  Text,
} from 'mdast'
import type { Block, BlockKind, Mark, MarkKind, Section, SourceMap, Span } from '../model.ts'
import { isFlow, isPhrasing, isVoid, isWithoutText, readTag, scanHtml } from './scan-html.ts'
import { RUN_SIZE, sourceOf } from './source-map.ts'

/** The text that a tree shows, where its nodes stand in it, and where it comes from. */
export interface TextLayout {
  text: string
  blocks: readonly Block[]
  marks: readonly Mark[]
  sections: readonly Section[]
  sourceMap: SourceMap
  /** Where each node that gives text stands in it: text, inline code, breaks, code blocks, paragraphs, headings, cells. */
  spans: ReadonlyMap<Nodes, Span>
  /** What each block of HTML shows, in order. */
  html: ReadonlyMap<Nodes, readonly HtmlPart[]>
}

/**
 * A piece of an HTML block: a tag as it stands in the file, a closing tag that was missing, a stretch of text, or where a
 * block of text starts (`start` in the text) and ends. Within a block, tags are balanced.
 */
export type HtmlPart =
  | { type: 'tag'; html: string }
  | { type: 'text'; span: Span }
  | { type: 'open'; start: number }
  | { type: 'close' }

/**
 * Lays the tree's text out as a reader reads it. Runs of spaces and tabs are one space, a soft line break is a space, a
 * hard one `\n`; blocks follow each other separated by `\n`, cells by a tab. Front matter, image descriptions, HTML tags
 * and comments, definitions, footnote calls and footnotes that nothing calls give no text; text between HTML tags does.
 */
export function layOutText(tree: Root, source: string): TextLayout {
  const writer = new TextWriter(tree, source)
  writer.flow(tree.children, { depth: 0 })
  return writer.finish()
}

/** What surrounds the blocks that are being written. */
interface Surroundings {
  /** Depth of containers; sections are opened at 0 only. */
  depth: number
  kind?: BlockKind
  level?: number
  quote?: number
  introducedBy?: number
}

/** A run of spaces, a tab or a line ending: what a text node shows differently from its value. */
const UNEVEN_SPACE = /[\t\n\r]| {2}/
const REFERENCE = /&(?:#(?:[xX][\da-fA-F]{1,6}|\d{1,7})|([\da-zA-Z]{1,31}));/y
const MARKS = /[\s*_~[\]()<>|!#-]*/y
const LINE_PREFIX = /[ \t>]*/y

class TextWriter {
  readonly #tree: Root
  readonly #source: string
  /** The text in pieces, and its length; a string that grows and is read by turns would be copied each time. */
  readonly #chunks: string[] = []
  #length = 0
  /** The character written last, 0 where a block or cell starts. After it and after a space or break no space is shown. */
  #last = 0
  readonly #runs: number[] = []
  readonly #blocks: Block[] = []
  /** In the order in which they start, and in that in which they end. */
  readonly #marks: Mark[] = []
  readonly #ended: Mark[] = []
  readonly #sections: Section[] = [{ level: 0, path: [], start: 0, end: 0 }]
  readonly #openHeadings: Section[] = []
  readonly #spans = new Map<Nodes, Span>()
  /** The spans among them of nodes that have text of their own, in order. */
  readonly #leaves: Span[] = []
  /** Source offset up to which the tree is read; nodes that the parser made without a position start here. */
  #cursor = 0
  readonly #html = new Map<Nodes, readonly HtmlPart[]>()
  #index: ReferenceIndex | undefined

  constructor(tree: Root, source: string) {
    this.#tree = tree
    this.#source = source
  }

  finish(): TextLayout {
    const sections = this.#sections.map((section, index) => ({
      ...section,
      end: this.#sections[index + 1]?.start ?? this.#length,
    }))
    return {
      text: this.#chunks.join(''),
      blocks: this.#blocks,
      marks: this.#marks.filter((mark) => mark.end > mark.start),
      sections,
      sourceMap: this.#runs,
      spans: this.#spans,
      html: this.#html,
    }
  }

  // ── blocks ──

  flow(nodes: readonly Nodes[], around: Surroundings): void {
    let lead: number | undefined
    for (const node of nodes) {
      this.#enter(node)
      const before = this.#blocks.length
      switch (node.type) {
        case 'heading':
          this.#heading(node, around)
          break
        case 'paragraph':
          this.#paragraph(node, around)
          break
        case 'list':
          this.#list(node, around, lead)
          break
        case 'blockquote':
          this.flow(node.children, { ...around, depth: around.depth + 1, quote: (around.quote ?? 0) + 1 })
          break
        case 'footnoteDefinition':
          this.#footnote(node, around)
          break
        case 'table':
          this.#table(node, around)
          break
        case 'code':
          this.#code(node, around)
          break
        case 'html':
          this.#htmlBlock(node, around)
          break
      }
      this.#leave(node)
      const leads = node.type === 'paragraph' || node.type === 'heading' || node.type === 'html'
      if (this.#blocks.length > before) lead = leads ? this.#blocks.length - 1 : undefined
    }
  }

  #paragraph(node: Paragraph, around: Surroundings): void {
    const start = this.#open()
    this.#phrasing(node.children)
    this.#close(node, start, { kind: around.kind ?? 'paragraph', level: around.level }, around)
  }

  #heading(node: Heading, around: Surroundings): void {
    const start = this.#open()
    const chunk = this.#chunks.length
    this.#phrasing(node.children)
    this.#trim()
    if (around.depth === 0) this.#section(node.depth, start, chunk)
    this.#close(node, start, { kind: 'heading', level: node.depth }, around)
  }

  /** Opens the section of the heading whose text starts at `start`, in the piece `chunk`. */
  #section(level: number, start: number, chunk: number): void {
    if (this.#length === start) return
    const path = [...this.#pathAbove(level), this.#chunks.slice(chunk).join('')]
    const section: Section = { level, path, start, end: start }
    this.#sections.push(section)
    this.#openHeadings.push(section)
  }

  /** Headings under which a heading of `depth` stands now. */
  #pathAbove(depth: number): readonly string[] {
    const above = this.#openHeadings
    while (above.length > 0 && (above.at(-1) as Section).level >= depth) above.pop()
    return above.at(-1)?.path ?? []
  }

  #list(node: List, around: Surroundings, lead: number | undefined): void {
    const level = (around.kind === 'listItem' ? (around.level ?? 0) : 0) + 1
    const introducedBy = lead ?? (around.kind === 'listItem' ? around.introducedBy : undefined)
    for (const item of node.children) {
      this.#enter(item)
      this.#listItem(item, { ...around, depth: around.depth + 1, kind: 'listItem', level }, introducedBy)
      this.#leave(item)
    }
  }

  #listItem(node: ListItem, around: Surroundings, introducedBy: number | undefined): void {
    const first = this.#blocks.length
    const { introducedBy: _, ...outer } = around
    const inner: Surroundings = introducedBy === undefined ? outer : { ...outer, introducedBy }
    const [head, ...rest] = node.children
    if (head) this.flow([head], inner)
    // What follows the item's first block stands under it: more paragraphs, nested lists.
    const under = this.#blocks.length > first ? { ...outer, introducedBy: first } : inner
    this.flow(rest, under)
  }

  #footnote(node: FootnoteDefinition, around: Surroundings): void {
    this.#index ??= indexReferences(this.#tree)
    if (!this.#index.footnotes.has(node)) return
    this.flow(node.children, { depth: around.depth + 1, kind: 'footnote' })
  }

  #table(node: Table, around: Surroundings): void {
    let headerRow: number | undefined
    // Cells past the header's are not shown (GFM).
    const columns = node.children[0]?.children.length
    for (const [index, row] of node.children.entries()) {
      this.#enter(row)
      const start = this.#open()
      const cells: Span[] = []
      for (const cell of row.children.slice(0, columns)) {
        if (cells.length > 0) this.#separate('\t')
        this.#enter(cell)
        this.#last = 0
        const cellStart = this.#length
        this.#phrasing(cell.children)
        this.#trim()
        const span = { start: cellStart, end: this.#length }
        cells.push(span)
        this.#spans.set(cell, span)
        this.#leave(cell)
      }
      this.#leave(row)
      if (cells.every(({ start, end }) => start === end)) {
        this.#undo(start)
        continue
      }
      if (index === 0) headerRow = this.#blocks.length
      this.#push(row, start, { kind: 'tableRow' }, around, headerRow === undefined ? { cells } : { cells, headerRow })
    }
  }

  #code(node: Nodes & { type: 'code' }, around: Surroundings): void {
    const start = this.#open()
    this.#codeLines(node)
    if (node.value.trim() !== '') this.#push(node, start, { kind: 'code' }, around)
    else this.#undo(start)
  }

  /**
   * Text between the tags of an HTML block, cut into blocks by the tags of elements that are no part of a line.
   * Headings, list items and block quotes count as what they are, all else as paragraphs.
   */
  #htmlBlock(node: Html, around: Surroundings): void {
    const parts: HtmlPart[] = []
    const sourceAt = this.#htmlSource(node)
    let block: { start: number; chunk: number; part: number } | undefined
    /** Where in `parts` the line started that is not yet known to hold text. */
    let lineStart = 0
    let isOpen: string[] = []
    let heading = 0
    let quote = 0
    let lists = 0
    const endBlock = () => {
      for (const name of isOpen.toReversed()) parts.push({ type: 'tag', html: `</${name}>` })
      isOpen = []
      if (block) this.#trim()
      if (block && this.#length === block.start) {
        this.#undo(block.start)
        parts.splice(block.part, 1)
      } else if (block) {
        const surroundings = { ...around, ...(quote > 0 ? { quote: (around.quote ?? 0) + quote } : undefined) }
        if (heading > 0 && around.depth === 0) this.#section(heading, block.start, block.chunk)
        if (heading > 0) this.#push(node, block.start, { kind: 'heading', level: heading }, surroundings)
        else if (lists > 0)
          this.#push(node, block.start, { kind: 'listItem', level: lists + (around.level ?? 0) }, surroundings)
        else this.#push(node, block.start, { kind: around.kind ?? 'paragraph', level: around.level }, surroundings)
        parts.push({ type: 'close' })
      }
      block = undefined
      lineStart = parts.length
    }
    for (const token of scanHtml(node.value)) {
      if (token.type === 'text') {
        if (!/[^ \t\r\n]/.test(node.value.slice(token.start, token.end)) && !block) continue
        if (!block) {
          block = { start: this.#open(), chunk: this.#chunks.length, part: lineStart }
          parts.splice(lineStart, 0, { type: 'open', start: block.start })
        }
        const span = { start: this.#length, end: 0 }
        this.#htmlText(node.value, token.start, token.end, sourceAt)
        span.end = this.#length
        this.#leaves.push(span)
        parts.push({ type: 'text', span })
        continue
      }
      const html = node.value.slice(token.start, token.end)
      if (token.name === 'br' && block) {
        if (this.#breakLine({ from: sourceAt(token.start), to: sourceAt(token.end - 1) + 1 }) > 0) {
          const span = { start: this.#length - 1, end: this.#length }
          this.#leaves.push(span)
          parts.push({ type: 'tag', html: '<br>' }, { type: 'text', span })
        }
      } else if (isPhrasing(token.name)) {
        const last = isOpen.lastIndexOf(token.name)
        if (isVoid(token.name)) parts.push({ type: 'tag', html })
        else if (!token.isClosing) {
          isOpen.push(token.name)
          parts.push({ type: 'tag', html })
        } else if (last >= 0) {
          for (const name of isOpen.splice(last).toReversed()) parts.push({ type: 'tag', html: `</${name}>` })
        }
      } else if (isFlow(token.name)) {
        endBlock()
        const step = token.isClosing ? -1 : 1
        if (token.name === 'blockquote') quote = Math.max(0, quote + step)
        if (token.name === 'ul' || token.name === 'ol') lists = Math.max(0, lists + step)
        if (/^h[1-6]$/.test(token.name)) heading = token.isClosing ? 0 : Number(token.name.charAt(1))
        parts.push({ type: 'tag', html })
        lineStart = parts.length
      }
    }
    endBlock()
    this.#html.set(node, parts)
  }

  /** The source offset of each offset in an HTML block's value: its lines stand after the marks of its containers. */
  #htmlSource(node: Html): (offset: number) => number {
    const { from, to } = this.#rangeOf(node)
    if (this.#source.startsWith(node.value, from)) return (offset) => from + offset
    const valueStarts: number[] = []
    const sourceStarts: number[] = []
    let valueStart = 0
    let offset = from
    while (valueStart < node.value.length) {
      const valueEnd = nextLine(node.value, valueStart)
      const next = nextLine(this.#source, offset)
      const line = trimLineEnding(node.value, valueStart, valueEnd)
      const end = trimLineEnding(this.#source, offset, Math.min(next, Math.max(to, offset)))
      valueStarts.push(valueStart)
      // A tab that a container took in part leaves spaces that only the value has, so lines are matched at their ends.
      sourceStarts.push(end - (line - valueStart))
      valueStart = valueEnd
      offset = next
    }
    return (position) => {
      const line = lastAtOrBefore(valueStarts, position)
      return (sourceStarts[line] as number) + position - (valueStarts[line] as number)
    }
  }

  /** Text of an HTML block between two tags. */
  #htmlText(value: string, start: number, end: number, sourceAt: (offset: number) => number): void {
    let literal = start
    const flush = (to: number) => {
      if (to > literal) this.#put(value.slice(literal, to), sourceAt(literal), to - literal)
    }
    for (let index = start; index < end; index++) {
      const code = value.charCodeAt(index)
      if (isSpace(code)) {
        flush(index)
        const length = code === 0x0d && value.charCodeAt(index + 1) === 0x0a ? 2 : 1
        this.#space(sourceAt(index), length)
        index += length - 1
        literal = index + 1
      } else if (code === 0x26) {
        REFERENCE.lastIndex = index
        const reference = REFERENCE.exec(value)?.[0]
        const decoded = reference && decodeReference(reference)
        if (!reference || !decoded || index + reference.length > end) continue
        flush(index)
        this.#unit(decoded, sourceAt(index), reference.length)
        index += reference.length - 1
        literal = index + 1
      }
    }
    flush(end)
  }

  /** Starts a block: returns where its text starts. */
  #open(): number {
    if (this.#blocks.length > 0) this.#separate('\n')
    this.#last = 0
    return this.#length
  }

  #close(
    node: Nodes,
    start: number,
    shape: { kind: BlockKind; level?: number | undefined },
    around: Surroundings,
  ): void {
    this.#trim()
    if (this.#length === start) this.#undo(start)
    else this.#push(node, start, shape, around)
  }

  #push(
    node: Nodes,
    start: number,
    shape: { kind: BlockKind; level?: number | undefined },
    around: Surroundings,
    table?: Pick<Block, 'cells' | 'headerRow'>,
  ): void {
    const end = this.#length
    this.#spans.set(node, { start, end })
    this.#blocks.push({
      kind: shape.kind,
      start,
      end,
      ...sourceOf({ sourceMap: this.#runs }, start, end),
      ...(shape.level === undefined ? undefined : { level: shape.level }),
      section: this.#sections.length - 1,
      ...(around.quote === undefined ? undefined : { quote: around.quote }),
      ...(around.introducedBy === undefined ? undefined : { introducedBy: around.introducedBy }),
      ...table,
    })
  }

  /** Takes back a block that turned out to be empty, with the separator before it. */
  #undo(start: number): void {
    const end = Math.max(0, start - 1)
    while (this.#length > end) this.#length -= (this.#chunks.pop() as string).length
    while (this.#runs.length > 0 && (this.#runs.at(-RUN_SIZE) as number) >= end) this.#runs.length -= RUN_SIZE
  }

  // ── phrasing ──

  #phrasing(nodes: readonly PhrasingContent[]): void {
    const skipped = nodes.some(({ type }) => type === 'html') ? findWithoutText(nodes) : undefined
    for (const [index, node] of nodes.entries()) {
      if (skipped?.has(node)) {
        this.#leave(node)
        continue
      }
      this.#enter(node)
      const start = this.#length
      switch (node.type) {
        case 'text':
          this.#prose(node)
          this.#leaf(node, start)
          break
        case 'inlineCode':
          this.#mark('code', undefined, () => this.#inlineCode(node))
          this.#leaf(node, start)
          break
        case 'break':
        case 'html': {
          const breaks = node.type === 'break' || readTag(node.value)?.name === 'br'
          const written = breaks ? this.#breakLine(this.#rangeOf(node)) : 0
          this.#leaf(node, this.#length - written)
          break
        }
        case 'emphasis':
        case 'strong':
        case 'delete':
          if (isLabel(nodes, index)) this.#startLine()
          this.#mark(node.type, undefined, () => this.#phrasing(node.children))
          break
        case 'link':
          this.#mark('link', node.url, () => this.#phrasing(node.children))
          break
        case 'linkReference':
          this.#mark('link', this.#urlOf(node.identifier), () => this.#phrasing(node.children))
          break
      }
      this.#leave(node)
    }
  }

  #mark(kind: MarkKind, url: string | undefined, content: () => void): void {
    const start = this.#length
    const mark: Mark = { kind, start, end: start, ...(url === undefined ? undefined : { url }) }
    this.#marks.push(mark)
    content()
    mark.end = this.#length
    this.#ended.push(mark)
  }

  #urlOf(identifier: string): string | undefined {
    this.#index ??= indexReferences(this.#tree)
    return this.#index.urls.get(identifier)
  }

  /** Writes a hard line break, except at the start of a block or after another; returns how many characters it wrote. */
  #breakLine({ from, to }: SourceRange): number {
    if (this.#last === 0 || this.#last === 0x0a) return 0
    this.#trim()
    this.#put('\n', from, Math.max(2, to - from))
    return 1
  }

  /** Separates what follows from the soft break before it, as blocks are separated. */
  #startLine(): void {
    if (this.#last !== 0x20) return
    this.#trim()
    this.#separate('\n')
    this.#last = 0x0a
  }

  #inlineCode(node: Nodes & { type: 'inlineCode' }): void {
    const { from, to } = this.#rangeOf(node)
    let start = from
    let end = to
    while (start < end && this.#source.charCodeAt(start) === 0x60) start++
    while (end > start && this.#source.charCodeAt(end - 1) === 0x60) end--
    // CommonMark takes one space or line ending off each side when both are there and there is something in between.
    const first = this.#source.charCodeAt(start)
    if (isStripped(first) && isStripped(this.#source.charCodeAt(end - 1)) && /[^ \r\n]/.test(node.value)) {
      const length = this.#source.startsWith('\r\n', start) ? 2 : 1
      start = first === 0x20 ? start + 1 : this.#lineStart(node.value, 0, start + length, false)
    }
    this.#align(node.value, start, end, false)
  }

  /** Text whose markup is read as Markdown: escapes, character references. */
  #prose(node: Text): void {
    const { value } = node
    const { from, to } = this.#rangeOf(node)
    if (node.position === undefined) {
      // A plugin that splits text may not say where its pieces stand: one starts at the cursor or past the marks there.
      this.#align(value, this.#startOf(value, from), this.#source.length, true, false)
    } else if (value.length === to - from && !UNEVEN_SPACE.test(value) && this.#source.startsWith(value, from)) {
      this.#literal(value, from)
    } else {
      this.#align(value, from, to, true)
    }
  }

  /** Where text without a position starts: at its first character among the marks at `from` or right after them. */
  #startOf(value: string, from: number): number {
    MARKS.lastIndex = from
    const marks = MARKS.exec(this.#source)?.[0] ?? ''
    const first = value.charAt(0)
    const among = marks.indexOf(first)
    if (among >= 0) return from + among
    const past = from + marks.length
    // An escape or a character reference may stand for it.
    return ['\\', '&', first].includes(this.#source.charAt(past)) ? past : from
  }

  /** `value` stands at `from` as it is; its only spaces are single. */
  #literal(value: string, from: number): void {
    if (value === '') return
    const skip = this.#atSpace() && value.charCodeAt(0) === 0x20 ? 1 : 0
    if (value.length > skip) this.#put(skip === 0 ? value : value.slice(1), from + skip, value.length - skip)
  }

  /**
   * Walks a node's value and its source side by side. Differences between both are exactly those that CommonMark makes:
   * escapes and character references (`isDecoded`), spaces before a line ending, and what containers put before a line.
   * From where they differ in another way (a plugin rewrote the text), the rest of the value is one unit, which stands for
   * the rest of the source up to `to` when the node is all of that (`isWhole`), else for none.
   */
  #align(value: string, from: number, to: number, isDecoded: boolean, isWhole = true): void {
    const source = this.#source
    // Where both are the same, nothing was decoded: what looks like a reference in the value is none.
    const decoded = isDecoded && !(value.length === to - from && source.startsWith(value, from))
    let inValue = 0
    let inSource = from
    let literal = 0
    let literalSource = from
    const flush = () => {
      if (inValue > literal) this.#put(value.slice(literal, inValue), literalSource, inValue - literal)
      literal = inValue
      literalSource = inSource
    }
    while (inValue < value.length) {
      const code = value.charCodeAt(inValue)
      const at = inSource < to ? source.charCodeAt(inSource) : -1
      if (isBlank(at) && isLineEnding(code)) {
        // Spaces at the end of a line are in its source only.
        flush()
        while (inSource < to && isBlank(source.charCodeAt(inSource))) inSource++
        if (inSource < to && isLineEnding(source.charCodeAt(inSource))) continue
        break
      }
      if (isLineEnding(at) && (isLineEnding(code) || code === 0x20)) {
        flush()
        const valueLength = code === 0x0d && value.charCodeAt(inValue + 1) === 0x0a ? 2 : 1
        const sourceLength = at === 0x0d && source.charCodeAt(inSource + 1) === 0x0a ? 2 : 1
        this.#space(inSource, sourceLength)
        inValue += valueLength
        inSource = this.#lineStart(value, inValue, inSource + sourceLength, decoded)
        literal = inValue
        literalSource = inSource
        continue
      }
      if (decoded && at === 0x26) {
        const [valueLength, sourceLength] = this.#reference(value, inValue, inSource)
        if (sourceLength > 0) {
          flush()
          this.#unit(value.slice(inValue, inValue + valueLength), inSource, sourceLength)
          inValue += valueLength
          inSource += sourceLength
          literal = inValue
          literalSource = inSource
          continue
        }
      }
      if (at === 0x5c && source.charCodeAt(inSource + 1) === code && (decoded ? isPunctuation(code) : code === 0x7c)) {
        flush()
        this.#put(value.charAt(inValue), inSource, 2)
        inValue += 1
        inSource += 2
        literal = inValue
        literalSource = inSource
        continue
      }
      if (isBlank(code)) {
        if (code === 0x20 && at === code && inValue > literal && !isBlank(value.charCodeAt(inValue - 1))) {
          inValue++
          inSource++
          continue
        }
        flush()
        if (at === code) this.#space(inSource, 1)
        else break
        inValue++
        inSource++
        literal = inValue
        literalSource = inSource
        continue
      }
      if (at !== code && !(code === 0xfffd && at === 0)) break
      inValue++
      inSource++
    }
    flush()
    this.#cursor = Math.max(this.#cursor, inSource)
    if (inValue < value.length) this.#unit(value.slice(inValue), inSource, isWhole ? Math.max(0, to - inSource) : 0)
  }

  /** Where the content of a line starts that begins at `offset`, after the marks of its containers. */
  #lineStart(value: string, inValue: number, offset: number, isTrimmed: boolean): number {
    LINE_PREFIX.lastIndex = offset
    const prefix = LINE_PREFIX.exec(this.#source)?.[0] ?? ''
    // Of text, spaces at the start of a line are no part: one in its value is a character reference.
    if (isTrimmed && value.charCodeAt(inValue) !== 0x3e) return offset + prefix.length
    LINE_PREFIX.lastIndex = inValue
    const wanted = LINE_PREFIX.exec(value)?.[0] ?? ''
    const after = inValue + wanted.length
    // Spaces at the end of a line are in its source only.
    const marks = after === value.length || isLineEnding(value.charCodeAt(after)) ? prefix.trimEnd() : prefix
    for (let length = Math.min(wanted.length, marks.length); length > 0; length--) {
      if (marks.endsWith(wanted.slice(0, length))) return offset + marks.length - length
    }
    return offset + prefix.length
  }

  /** Lengths in value and source of the character reference at `inSource`; zeros when there is none. */
  #reference(value: string, inValue: number, inSource: number): [valueLength: number, sourceLength: number] {
    REFERENCE.lastIndex = inSource
    const match = REFERENCE.exec(this.#source)
    if (!match) return [0, 0]
    const name = match[1]
    if (name === undefined) return [(value.codePointAt(inValue) as number) > 0xffff ? 2 : 1, match[0].length]
    const decoded = decodeNamedCharacterReference(name)
    return decoded && value.startsWith(decoded, inValue) ? [decoded.length, match[0].length] : [0, 0]
  }

  #codeLines(node: Nodes & { type: 'code' }): void {
    const { from, to } = this.#rangeOf(node)
    const source = this.#source
    let offset = from
    // Fenced code starts on the line after its fence.
    const fenced = /^[`~]{3}/.test(source.slice(from, from + 3))
    if (fenced) offset = nextLine(source, offset)
    let isFirst = true
    for (const line of node.value.split(/\r\n?|\n/)) {
      const next = nextLine(source, offset)
      const shown = line.trimStart()
      // Empty lines at the start show nothing.
      if (!isFirst || shown !== '') {
        if (!isFirst) this.#separate('\n')
        isFirst = false
        const end = trimLineEnding(source, offset, Math.max(offset, Math.min(next, to)))
        if (line !== '' && source.endsWith(line, end) && end - line.length >= offset) {
          this.#put(line, end - line.length, line.length)
        } else if (shown !== '' && source.endsWith(shown, end) && end - shown.length >= offset) {
          // A tab that a container took in part: its rest stands in the value as spaces that the source does not have.
          this.#separate(line.slice(0, line.length - shown.length))
          this.#put(shown, end - shown.length, shown.length)
        } else {
          this.#separate(line)
        }
      }
      offset = next
    }
  }

  // ── characters ──

  /** Notes where a node's own text stands. */
  #leaf(node: Nodes, start: number): void {
    const span = { start, end: this.#length }
    this.#spans.set(node, span)
    this.#leaves.push(span)
  }

  #atSpace(): boolean {
    return this.#last === 0 || this.#last === 0x20 || this.#last === 0x0a
  }

  /** Writes one space that stands for `length` units of source, unless one is there already. */
  #space(sourceStart: number, length: number): void {
    if (!this.#atSpace()) this.#put(' ', sourceStart, length)
  }

  /** Writes text, its spaces as they are shown, that as a whole stands for `sourceLength` units of source. */
  #unit(value: string, sourceStart: number, sourceLength: number): void {
    const even = value.replace(/[ \t\r\n]+/g, ' ')
    const shown = this.#atSpace() && even.startsWith(' ') ? even.slice(1) : even
    if (shown !== '') this.#put(shown, sourceStart, sourceLength)
  }

  /** Writes text that stands for `sourceLength` units of source. */
  #put(text: string, sourceStart: number, sourceLength: number): void {
    const runs = this.#runs
    const last = runs.length - RUN_SIZE
    const length = runs[last + 2] as number
    const joins =
      last >= 0 &&
      text.length === sourceLength &&
      length === runs[last + 3] &&
      (runs[last] as number) + length === this.#length &&
      (runs[last + 1] as number) + length === sourceStart
    if (joins) {
      runs[last + 2] = length + sourceLength
      runs[last + 3] = length + sourceLength
    } else {
      runs.push(this.#length, sourceStart, text.length, sourceLength)
    }
    this.#separate(text)
    this.#last = text.charCodeAt(text.length - 1)
    this.#cursor = Math.max(this.#cursor, sourceStart + sourceLength)
  }

  /** Writes text that has no source. */
  #separate(text: string): void {
    this.#chunks.push(text)
    this.#length += text.length
  }

  /** Takes back the space or break that was written last, if one was. */
  #trim(): void {
    if (this.#last !== 0x20 && this.#last !== 0x0a) return
    const chunk = this.#chunks.pop() as string
    if (chunk.length > 1) this.#chunks.push(chunk.slice(0, -1))
    const run = this.#runs.length - RUN_SIZE
    const length = this.#runs[run + 2] as number
    if (length === 1) this.#runs.length = run
    else {
      this.#runs[run + 2] = length - 1
      this.#runs[run + 3] = Math.max(0, (this.#runs[run + 3] as number) - 1)
    }
    this.#length--
    this.#last = 0x21
    shorten(this.#leaves, this.#length)
    shorten(this.#ended, this.#length)
  }

  // ── positions ──

  #enter(node: Nodes): void {
    const offset = node.position?.start.offset
    if (offset !== undefined) this.#cursor = Math.max(this.#cursor, offset)
  }

  #leave(node: Nodes): void {
    const offset = node.position?.end.offset
    if (offset !== undefined) this.#cursor = Math.max(this.#cursor, offset)
  }

  #rangeOf(node: Nodes): SourceRange {
    const from = node.position?.start.offset
    const to = node.position?.end.offset
    if (from !== undefined && to !== undefined) return { from, to }
    return { from: this.#cursor, to: this.#source.length }
  }
}

/** Whether a marked run starts its line and a colon ends it: lines of `**Date :** 4 mai` are meant to stand apart. */
function isLabel(nodes: readonly PhrasingContent[], index: number): boolean {
  const before = nodes[index - 1]
  if (before?.type !== 'text' || !/\n[ \t]*$/.test(before.value)) return false
  const after = nodes[index + 1]
  if (after?.type === 'text' && /^\s?:/.test(after.value)) return true
  let last = nodes[index] as Nodes
  while ('children' in last && last.children.length > 0) last = last.children[last.children.length - 1] as Nodes
  return last.type === 'text' && /:\s?$/.test(last.value)
}

interface SourceRange {
  from: number
  to: number
}

/** Makes the last spans, which are in the order of their ends, end at `length` at the latest. */
function shorten(spans: readonly Span[], length: number): void {
  for (let index = spans.length - 1; index >= 0; index--) {
    const span = spans[index] as Span
    if (span.end <= length) break
    span.end = length
    span.start = Math.min(span.start, length)
  }
}

interface ReferenceIndex {
  /** Destinations by identifier. */
  urls: ReadonlyMap<string, string>
  /** Footnotes that the text calls, or a footnote that it calls. */
  footnotes: ReadonlySet<Nodes>
}

/** Finds what references refer to; of several definitions of an identifier the first counts. */
function indexReferences(tree: Root): ReferenceIndex {
  const urls = new Map<string, string>()
  const definitions = new Map<string, FootnoteDefinition>()
  const footnotes = new Set<Nodes>()
  const called: string[] = []
  const open: Nodes[] = [tree]
  const walk = () => {
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.type === 'definition' && !urls.has(node.identifier)) urls.set(node.identifier, node.url)
      if (node.type === 'footnoteReference') called.push(node.identifier)
      if (node.type === 'footnoteDefinition' && !footnotes.has(node)) {
        if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
      } else if ('children' in node) {
        for (const child of node.children.toReversed()) open.push(child)
      }
    }
  }
  walk()
  for (let identifier = called.pop(); identifier !== undefined; identifier = called.pop()) {
    const definition = definitions.get(identifier)
    if (!definition || footnotes.has(definition)) continue
    footnotes.add(definition)
    open.push(definition)
    walk()
  }
  return { urls, footnotes }
}

/** The nodes between the tags of elements whose content is not shown (`<script>`), these tags included. */
function findWithoutText(nodes: readonly PhrasingContent[]): ReadonlySet<Nodes> {
  const skipped = new Set<Nodes>()
  const isOpen = new Map<string, number>()
  nodes.forEach((node, index) => {
    const tag = node.type === 'html' ? readTag(node.value) : null
    if (!tag || !isWithoutText(tag.name)) return
    const from = isOpen.get(tag.name)
    if (!tag.isClosing && from === undefined) isOpen.set(tag.name, index)
    if (!tag.isClosing || from === undefined) return
    for (const inside of nodes.slice(from, index + 1)) skipped.add(inside)
    isOpen.delete(tag.name)
  })
  return skipped
}

function nextLine(source: string, offset: number): number {
  for (let index = offset; index < source.length; index++) {
    const code = source.charCodeAt(index)
    if (code === 0x0a) return index + 1
    if (code === 0x0d) return source.charCodeAt(index + 1) === 0x0a ? index + 2 : index + 1
  }
  return source.length
}

/** The offset before the line ending with which `start`–`end` ends. */
function trimLineEnding(text: string, start: number, end: number): number {
  while (end > start && isLineEnding(text.charCodeAt(end - 1))) end--
  return end
}

function lastAtOrBefore(offsets: readonly number[], limit: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((offsets[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** What a character reference stands for; false when it is none. */
function decodeReference(reference: string): string | false {
  const match = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(reference)
  if (!match) return decodeNamedCharacterReference(reference.slice(1, -1))
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16)
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD'
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

function isLineEnding(code: number): boolean {
  return code === 0x0a || code === 0x0d
}

function isSpace(code: number): boolean {
  return isBlank(code) || isLineEnding(code)
}

function isStripped(code: number): boolean {
  return code === 0x20 || isLineEnding(code)
}

/** ASCII punctuation: what a backslash escapes. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  )
}
