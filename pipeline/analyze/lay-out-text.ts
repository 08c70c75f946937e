import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { FootnoteDefinition, Heading, List, ListItem, Nodes, Paragraph, PhrasingContent, Root, Table } from 'mdast'
import type { Block, BlockKind, Mark, MarkKind, Section, SourceMap, Span } from '../model.ts'
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
}

/**
 * Lays the tree's text out as a reader reads it. Runs of spaces and tabs are one space, a soft line break is a space, a
 * hard one `\n`; blocks follow each other separated by `\n`, cells by a tab. Front matter, image descriptions, HTML,
 * definitions and footnote calls give no text.
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
  readonly #marks: Mark[] = []
  readonly #sections: Section[] = [{ level: 0, path: [], start: 0, end: 0 }]
  readonly #openHeadings: Section[] = []
  readonly #spans = new Map<Nodes, Span>()
  /** The spans among them of nodes that have text of their own, in order. */
  readonly #leaves: Span[] = []
  /** Source offset up to which the tree is read; nodes that the parser made without a position start here. */
  #cursor = 0
  #definitions: ReadonlyMap<string, string> | undefined

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
      }
      this.#leave(node)
      const leads = node.type === 'paragraph' || node.type === 'heading'
      if (leads && this.#blocks.length > before) lead = this.#blocks.length - 1
      else if (node.type !== 'html' && node.type !== 'definition') lead = undefined
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
    if (around.depth === 0 && this.#length > start) {
      const path = [...this.#pathAbove(node.depth), this.#chunks.slice(chunk).join('')]
      const section: Section = { level: node.depth, path, start, end: start }
      this.#sections.push(section)
      this.#openHeadings.push(section)
    }
    this.#close(node, start, { kind: 'heading', level: node.depth }, around)
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
    this.flow(node.children, { depth: around.depth + 1, kind: 'footnote' })
  }

  #table(node: Table, around: Surroundings): void {
    let headerRow: number | undefined
    for (const [index, row] of node.children.entries()) {
      this.#enter(row)
      const start = this.#open()
      const cells: Span[] = []
      for (const cell of row.children) {
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
    for (const node of nodes) {
      this.#enter(node)
      const start = this.#length
      switch (node.type) {
        case 'text':
          this.#prose(node.value, this.#rangeOf(node))
          this.#leaf(node, start)
          break
        case 'inlineCode':
          this.#mark('code', undefined, () => this.#inlineCode(node))
          this.#leaf(node, start)
          break
        case 'break':
          this.#breakLine(this.#rangeOf(node))
          this.#leaf(node, start)
          break
        case 'html':
          if (/^<br\s*\/?>$/i.test(node.value)) this.#breakLine(this.#rangeOf(node))
          this.#leaf(node, start)
          break
        case 'emphasis':
        case 'strong':
        case 'delete':
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
    // A space at its edge belongs to what is around.
    mark.end = this.#length
  }

  #urlOf(identifier: string): string | undefined {
    this.#definitions ??= findDefinitions(this.#tree)
    return this.#definitions.get(identifier)
  }

  #breakLine({ from, to }: SourceRange): void {
    // A break at the very start of a block shows nothing.
    if (this.#last === 0 || this.#last === 0x0a) return
    this.#trim()
    this.#put('\n', from, Math.max(2, to - from))
  }

  #inlineCode(node: Nodes & { type: 'inlineCode' }): void {
    const { from, to } = this.#rangeOf(node)
    let start = from
    let end = to
    while (start < end && this.#source.charCodeAt(start) === 0x60) start++
    while (end > start && this.#source.charCodeAt(end - 1) === 0x60) end--
    // CommonMark takes one space (or line ending) off each side when both are there.
    if (node.value.charCodeAt(0) !== 0x20 || this.#source.charCodeAt(start + 1) === 0x20) {
      if (isSpace(this.#source.charCodeAt(start)) && isSpace(this.#source.charCodeAt(end - 1))) {
        const crlf = this.#source.startsWith('\r\n', start)
        start = isBlank(this.#source.charCodeAt(start))
          ? start + 1
          : this.#lineStart(node.value, 0, start + (crlf ? 2 : 1))
      }
    }
    this.#align(node.value, start, end, false)
  }

  /** Text whose markup is read as Markdown: escapes, character references. */
  #prose(value: string, { from, to }: SourceRange): void {
    if (value.length === to - from && !UNEVEN_SPACE.test(value) && this.#source.startsWith(value, from)) {
      this.#literal(value, from)
    } else {
      this.#align(value, from, to, true)
    }
    this.#cursor = Math.max(this.#cursor, to)
  }

  /** `value` stands at `from` as it is; its only spaces are single. */
  #literal(value: string, from: number): void {
    if (value === '') return
    const skip = this.#atSpace() && value.charCodeAt(0) === 0x20 ? 1 : 0
    if (value.length > skip) this.#put(skip === 0 ? value : value.slice(1), from + skip, value.length - skip)
  }

  /**
   * Walks a node's value and its source side by side. Differences between both are exactly those that CommonMark makes:
   * escapes and character references (`decoded`), spaces before a line ending, and what containers put before a line.
   * From where they differ in another way (a plugin rewrote the text), the rest of the value is one unit.
   */
  #align(value: string, from: number, to: number, decoded: boolean): void {
    const source = this.#source
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
      if (at === 0x20 || at === 0x09) {
        let next = inSource + 1
        while (next < to && isBlank(source.charCodeAt(next))) next++
        if (isLineEnding(code) && next < to && isLineEnding(source.charCodeAt(next))) {
          flush()
          inSource = next
          continue
        }
      }
      if (isLineEnding(at) && (isLineEnding(code) || code === 0x20)) {
        flush()
        const valueLength = code === 0x0d && value.charCodeAt(inValue + 1) === 0x0a ? 2 : 1
        const sourceLength = at === 0x0d && source.charCodeAt(inSource + 1) === 0x0a ? 2 : 1
        this.#space(inSource, sourceLength)
        inValue += valueLength
        inSource = this.#lineStart(value, inValue, inSource + sourceLength)
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
    if (inValue < value.length) this.#unit(value.slice(inValue), inSource, Math.max(0, to - inSource))
  }

  /** Where the content of a line starts that begins at `offset`, after the marks of its containers. */
  #lineStart(value: string, inValue: number, offset: number): number {
    LINE_PREFIX.lastIndex = offset
    const prefix = LINE_PREFIX.exec(this.#source)?.[0] ?? ''
    LINE_PREFIX.lastIndex = inValue
    const wanted = LINE_PREFIX.exec(value)?.[0] ?? ''
    for (let length = Math.min(wanted.length, prefix.length); length > 0; length--) {
      if (prefix.endsWith(wanted.slice(0, length))) return offset + prefix.length - length
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
    for (const [index, line] of node.value.split('\n').entries()) {
      if (index > 0) this.#separate('\n')
      const next = nextLine(source, offset)
      let end = Math.min(next, to)
      while (end > offset && isLineEnding(source.charCodeAt(end - 1))) end--
      const content = line.endsWith('\r') ? line.slice(0, -1) : line
      const shown = content.trimStart()
      if (content !== '' && source.endsWith(content, end) && end - content.length >= offset) {
        this.#put(content, end - content.length, content.length)
      } else if (shown !== '' && source.endsWith(shown, end)) {
        // A tab that a container took in part: its rest stands in the value as spaces that the source does not have.
        this.#separate(content.slice(0, content.length - shown.length))
        this.#put(shown, end - shown.length, shown.length)
      } else {
        this.#separate(content)
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
    this.#runs.push(this.#length, sourceStart, text.length, sourceLength)
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
    if (chunk.length === 1) this.#runs.length = run
    else {
      this.#runs[run + 2] = chunk.length - 1
      this.#runs[run + 3] = (this.#runs[run + 3] as number) - 1
    }
    this.#length--
    this.#last = 0x21
    for (let index = this.#leaves.length - 1; index >= 0; index--) {
      const leaf = this.#leaves[index] as Span
      if (leaf.end <= this.#length) break
      leaf.end = this.#length
      leaf.start = Math.min(leaf.start, leaf.end)
    }
    for (let index = this.#marks.length - 1; index >= 0; index--) {
      const mark = this.#marks[index] as Mark
      if (mark.end <= this.#length) break
      mark.end = this.#length
    }
  }

  // ── positions ──

  #enter(node: Nodes): void {
    const offset = node.position?.start.offset
    if (offset !== undefined) this.#cursor = offset
  }

  #leave(node: Nodes): void {
    const offset = node.position?.end.offset
    if (offset !== undefined) this.#cursor = offset
  }

  #rangeOf(node: Nodes): SourceRange {
    const from = node.position?.start.offset
    const to = node.position?.end.offset
    if (from !== undefined && to !== undefined) return { from, to }
    return { from: this.#cursor, to: this.#source.length }
  }
}

interface SourceRange {
  from: number
  to: number
}

function findDefinitions(tree: Root): ReadonlyMap<string, string> {
  const urls = new Map<string, string>()
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    // The first of several definitions counts.
    if (node.type === 'definition' && !urls.has(node.identifier)) urls.set(node.identifier, node.url)
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child)
  }
  return urls
}

function nextLine(source: string, offset: number): number {
  for (let index = offset; index < source.length; index++) {
    const code = source.charCodeAt(index)
    if (code === 0x0a) return index + 1
    if (code === 0x0d) return source.charCodeAt(index + 1) === 0x0a ? index + 2 : index + 1
  }
  return source.length
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

/** ASCII punctuation: what a backslash escapes. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  )
}
