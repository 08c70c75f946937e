import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast'
import type { Html, ListItem, Nodes, Parent, Parents, PhrasingContent, Root } from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype, { defaultHandlers, type Options as RemarkRehypeOptions } from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Anchor, Language, LinkedMention, Prose, Span } from '../model.ts'
import type { HtmlAddress } from './collect-links.ts'
import { anchorFinder } from './find-anchor.ts'
import { type HtmlPart, layOutText, type TextLayout } from './lay-out-text.ts'
import { readLocalAddress } from './local-address.ts'
import { isPhrasing, isVoid, readTag } from './scan-html.ts'

/** Put before every id of an article, so that none can be taken for one of the page's own. */
export const ID_PREFIX = 'article-'

/** HTML elements that may be in each other, so that no function that walks them runs out of stack. */
const MAX_DEPTH = 100
/** Elements whose closing tag may be left out. */
const CLOSED_BY_OTHERS = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot'])

type Mention = Pick<LinkedMention, 'start' | 'end'>

/**
 * A document's body as sanitised HTML. An element with `data-start` holds, in the text nodes below it that are in no
 * `data-skip` element, exactly the extracted text from that offset; these elements do not nest, and together they hold
 * all of the extracted text but the separators between blocks and cells. A mention is one or more
 * `<mark data-mention="i">`, cut where other formatting begins or ends; `i` is its index in `mentions`, which are in
 * text order. Ids start with `article-`. An image from another host is a link to it; other hosts are linked to with
 * `rel="noopener noreferrer"`. Links and pictures whose address leads to the content folder have it as it is written, and
 * `data-local`.
 */
export function renderHtml(
  tree: Root,
  prose: Pick<Prose, 'text' | 'lang'>,
  mentions: readonly Mention[],
): RenderedHtml {
  const annotated = new Annotator(prose.text, layOutText(tree, ''), mentions).root(tree)
  const { hasHtml } = annotated
  const renderer = RENDERERS[prose.lang]
  const hast = renderer.convert.runSync(annotated.tree) as HastRoot
  const whole = hasHtml ? (renderer.raw.runSync(hast) as HastRoot) : hast
  const clean = renderer.clean.runSync(whole) as HastRoot
  const anchors = collectAnchors(clean, annotated.headings)
  const addresses = settleLinks(clean, anchors)
  return { html: renderer.write.stringify(clean), anchors, addresses }
}

export interface RenderedHtml {
  html: string
  /** In the order of the page. */
  anchors: readonly Anchor[]
  /** What links and pictures lead to, but places on the same page. */
  addresses: readonly HtmlAddress[]
}

// ── mdast: mentions, offsets and ids are put in ──

/** A mention's part of a text, as it travels in the tree until it is HTML. */
interface MentionNode extends Parent {
  type: 'mention'
  index: number
}

declare module 'mdast' {
  interface RootContentMap {
    mention: MentionNode
  }
  interface PhrasingContentMap {
    mention: MentionNode
  }
}

/** A stretch of text and the mentions that cover it, the outermost first. */
interface Piece {
  text: string
  mentions: readonly number[]
}

/** Authors cannot say where text stands or what is a mention. */
function withoutOwnAttributes(tag: string): string {
  return tag.replace(/data-(start|mention|skip)/gi, 'data-author-$1')
}

function pieceToHtml({ text, mentions }: Piece): string {
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
  return mentions.reduceRight((html, index) => `<mark data-mention="${index}">${html}</mark>`, escaped)
}

/** Copies a tree, its text cut at the boundaries of mentions and its leaves told where they stand. */
class Annotator {
  readonly #text: string
  readonly #layout: Pick<TextLayout, 'spans' | 'html'>
  readonly #mentions: readonly Mention[]
  readonly #slugs = new Map<string, number>()
  /** First mention that can still overlap text to come. */
  #next = 0
  #hasHtml = false
  /** How many elements blocks of HTML have open. */
  #depth = 0
  readonly #headings = new Map<string, Span>()

  constructor(text: string, layout: Pick<TextLayout, 'spans' | 'html'>, mentions: readonly Mention[]) {
    this.#text = text
    this.#layout = layout
    this.#mentions = mentions
  }

  /** `headings` are the texts of headings by id. */
  root(tree: Root): { tree: Root; hasHtml: boolean; headings: ReadonlyMap<string, Span> } {
    const copy = { ...tree, children: this.#children(tree) } as Root
    return { tree: copy, hasHtml: this.#hasHtml, headings: this.#headings }
  }

  #children(node: Parents): Nodes[] {
    const open: string[] = []
    const children = node.children.flatMap((child) =>
      child.type === 'html' ? this.#html(child, open) : this.#node(child),
    )
    for (const name of open.toReversed()) children.push({ type: 'html', value: `</${name}>` })
    return children
  }

  #node(node: Nodes): Nodes[] {
    const span = this.#layout.spans.get(node)
    switch (node.type) {
      case 'text':
        return span ? this.#pieces(span) : []
      case 'inlineCode':
        // Its text stands in children, so that mentions can be marked in it.
        return span ? [{ type: 'emphasis', data: { hName: 'code' }, children: this.#pieces(span) } as Nodes] : []
      case 'code': {
        const properties = node.lang ? { className: [`language-${node.lang}`] } : {}
        const hProperties = span ? { ...properties, dataStart: span.start } : properties
        const code = {
          type: 'emphasis',
          data: { hName: 'code', hProperties },
          children: span ? this.#pieces(span) : [],
        }
        return [{ type: 'paragraph', data: { hName: 'pre' }, children: [code] } as Nodes]
      }
      case 'break':
        return span && span.end > span.start ? [{ type: 'break' }] : []
    }
    if (!('children' in node)) return [node]
    const data: Record<string, string | number> = {}
    if (span && node.type !== 'tableRow') data.dataStart = span.start
    if (node.type === 'heading' && span) {
      const id = this.#slug(this.#text.slice(span.start, span.end))
      this.#headings.set(id, span)
      data.id = id
    }
    return [{ ...node, data: { hProperties: data }, children: this.#children(node) } as Nodes]
  }

  /** HTML within a line, balanced among its siblings (`open` names what they have open), or a block of it. */
  #html(node: Html, open: string[]): Nodes[] {
    const parts = this.#layout.html.get(node)
    if (parts) {
      this.#hasHtml = true
      return [{ type: 'html', value: parts.map((part) => this.#htmlPart(part)).join('') }]
    }
    const span = this.#layout.spans.get(node)
    if (span && span.end > span.start) return [{ type: 'break' }]
    const tag = readTag(node.value)
    if (!tag || !span || tag.name === 'br' || !isPhrasing(tag.name)) return []
    if (isVoid(tag.name)) return [this.#tag(node.value)]
    if (!tag.isClosing) {
      if (open.length >= MAX_DEPTH) return []
      open.push(tag.name)
      return [this.#tag(node.value)]
    }
    const last = open.lastIndexOf(tag.name)
    if (last < 0) return []
    return open
      .splice(last)
      .toReversed()
      .map((name) => this.#tag(`</${name}>`))
  }

  #htmlPart(part: HtmlPart): string {
    switch (part.type) {
      case 'tag':
        return this.#flowTag(part.html)
      case 'text':
        return this.#cut(part.span).map(pieceToHtml).join('')
      case 'open':
        return `<span data-start="${part.start}">`
      case 'close':
        return '</span>'
    }
  }

  #tag(html: string): Nodes {
    this.#hasHtml = true
    return { type: 'html', value: withoutOwnAttributes(html) }
  }

  /** A tag of a block of HTML; none where it would open one level too many. */
  #flowTag(html: string): string {
    const tag = readTag(html)
    if (tag && !isVoid(tag.name) && !CLOSED_BY_OTHERS.has(tag.name)) {
      if (tag.isClosing) this.#depth = Math.max(0, this.#depth - 1)
      else if (this.#depth >= MAX_DEPTH) return ''
      else this.#depth++
    }
    return withoutOwnAttributes(html)
  }

  #pieces(span: Span): PhrasingContent[] {
    return this.#cut(span).map(({ text, mentions }) => {
      let node: PhrasingContent = { type: 'text', value: text }
      for (const index of mentions.toReversed()) node = { type: 'mention', index, children: [node] }
      return node
    })
  }

  /** The text of a span, cut where mentions begin and end, each piece with those that cover it, the outermost first. */
  #cut({ start, end }: Span): readonly Piece[] {
    if (start >= end) return []
    while (this.#next < this.#mentions.length && (this.#mentions[this.#next] as Mention).end <= start) this.#next++
    const cuts = new Set([start, end])
    const overlapping: number[] = []
    for (let index = this.#next; index < this.#mentions.length; index++) {
      const mention = this.#mentions[index] as Mention
      if (mention.start >= end) break
      if (mention.end <= start) continue
      overlapping.push(index)
      cuts.add(Math.max(start, mention.start))
      cuts.add(Math.min(end, mention.end))
    }
    const bounds = [...cuts].sort((a, b) => a - b)
    let first = 0
    return bounds.slice(1).map((to, index) => {
      const from = bounds[index] as number
      const covers = (mention: Mention) => mention.start <= from && to <= mention.end
      while (first < overlapping.length && this.#mention(overlapping[first]).end <= from) first++
      const mentions: number[] = []
      for (let at = first; at < overlapping.length && this.#mention(overlapping[at]).start < to; at++) {
        if (covers(this.#mention(overlapping[at]))) mentions.push(overlapping[at] as number)
      }
      return { text: this.#text.slice(from, to), mentions }
    })
  }

  #mention(index: number | undefined): Mention {
    return this.#mentions[index as number] as Mention
  }

  /** An id for a heading: its words, with a number when they come again. */
  #slug(heading: string): string {
    const slug =
      heading
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join('-') ?? 'section'
    const count = (this.#slugs.get(slug) ?? 0) + 1
    this.#slugs.set(slug, count)
    return count === 1 ? slug : `${slug}-${count}`
  }
}

// ── hast ──

const HANDLERS: NonNullable<RemarkRehypeOptions['handlers']> = {
  text: (_, node: { value: string }) => ({ type: 'text', value: node.value }),
  mention: (state, node) => ({
    type: 'element',
    tagName: 'mark',
    properties: { dataMention: node.index },
    children: state.all(node),
  }),
  footnoteReference: (state, node) => {
    const element = defaultHandlers.footnoteReference(state, node)
    element.properties.dataSkip = ''
    return element
  },
  listItem: (state, node: ListItem, parent) => {
    const isLoose = parent?.type === 'list' && (parent.spread || parent.children.some((item: ListItem) => item.spread))
    const children: ElementContent[] = []
    if (typeof node.checked === 'boolean') {
      const properties = { type: 'checkbox', checked: node.checked, disabled: true }
      children.push({ type: 'element', tagName: 'input', properties, children: [] }, { type: 'text', value: ' ' })
    }
    for (const child of state.all(node)) {
      // The paragraphs of a tight list are shown as running text.
      if (!isLoose && child.type === 'element' && child.tagName === 'p') children.push({ ...child, tagName: 'span' })
      else children.push(child as ElementContent)
    }
    const properties = typeof node.checked === 'boolean' ? { className: ['task-list-item'] } : {}
    return { type: 'element', tagName: 'li', properties, children }
  },
}

const INTERNAL = ['dataStart', 'dataMention', 'dataSkip']

/** What may stand in an article; everything else goes, its text stays. */
const SCHEMA: Schema = {
  tagNames: (
    'a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ' +
    'img input ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot ' +
    'th thead time tr u ul var wbr'
  ).split(' '),
  attributes: {
    '*': ['id', 'lang', 'dir', 'title', ...INTERNAL],
    a: ['href', 'ariaLabel', 'ariaDescribedBy', 'dataFootnoteRef', 'dataFootnoteBackref'],
    code: [['className', /^language-[\w+-]+$/]],
    details: ['open'],
    h2: [['className', 'sr-only']],
    img: ['src', 'alt', 'width', 'height'],
    input: ['checked', ['type', 'checkbox'], ['disabled', true]],
    li: [['className', 'task-list-item'], 'value'],
    ol: ['start', 'reversed'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  required: { input: { type: 'checkbox', disabled: true } },
  ancestors: {
    caption: ['table'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
    summary: ['details'],
  },
  strip: ['script', 'style', 'template', 'title', 'textarea', 'iframe', 'object', 'noscript', 'svg', 'math', 'select'],
  clobber: ['id', 'ariaDescribedBy'],
  clobberPrefix: ID_PREFIX,
}

const FOOTNOTES: Record<Language, { label: string; back: (index: number) => string }> = {
  fr: { label: 'Notes', back: (index) => `Retour à l’appel de note ${index + 1}` },
  en: { label: 'Notes', back: (index) => `Back to reference ${index + 1}` },
}

function createRenderer(lang: Language) {
  return {
    convert: unified()
      .use(remarkRehype, {
        allowDangerousHtml: true,
        // Sanitising puts the prefix on every id.
        clobberPrefix: '',
        handlers: HANDLERS,
        footnoteLabel: FOOTNOTES[lang].label,
        footnoteBackLabel: FOOTNOTES[lang].back,
      })
      .use(() => skipBackReferences)
      .freeze(),
    raw: unified().use(rehypeRaw).freeze(),
    clean: unified().use(rehypeSanitize, SCHEMA).freeze(),
    write: unified().use(rehypeStringify).freeze(),
  }
}

const RENDERERS = { fr: createRenderer('fr'), en: createRenderer('en') }

/** The arrow back from a footnote stands at the end of its last paragraph, after a space: neither is its text. */
function skipBackReferences(tree: HastRoot): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.properties.dataFootnoteBackref === undefined || !parent || index === undefined) return
    element.properties.dataSkip = ''
    const before = parent.children[index - 1]
    if (before?.type === 'text' && before.value.endsWith(' ')) before.value = before.value.slice(0, -1)
  })
}

/** Every id of an article, without its prefix. */
function collectAnchors(tree: HastRoot, headings: ReadonlyMap<string, Span>): readonly Anchor[] {
  const anchors = new Map<string, Anchor>()
  visit(tree, 'element', ({ properties: { id } }) => {
    if (typeof id !== 'string' || !id.startsWith(ID_PREFIX)) return
    const own = id.slice(ID_PREFIX.length)
    if (!anchors.has(own)) anchors.set(own, { id: own, span: headings.get(own) ?? null })
  })
  return [...anchors.values()]
}

/**
 * Points links within the article at its prefixed ids, keeps the page from asking another host for anything, and marks what
 * leads to the content folder. Returns the addresses that lead out of the article.
 */
function settleLinks(tree: HastRoot, anchors: readonly Anchor[]): readonly HtmlAddress[] {
  const addresses: HtmlAddress[] = []
  const anchorOf = anchorFinder(anchors)
  visit(tree, 'element', (element, index, parent) => {
    const { href, src } = element.properties
    if (element.tagName === 'a' && typeof href === 'string') {
      if (href.startsWith('#') && href.length > 1) {
        const id = anchorOf(href.slice(1)) ?? anchorOf(readLocalAddress(href)?.fragment ?? '')
        element.properties.href = `#${ID_PREFIX}${id?.id ?? href.slice(1)}`
        return undefined
      }
      if (isElsewhere(href)) element.properties.rel = ['noopener', 'noreferrer']
      if ((readLocalAddress(href)?.path ?? '') !== '') element.properties.dataLocal = ''
      if (href !== '') addresses.push({ kind: 'link', url: href })
    }
    if (element.tagName === 'img' && parent && index !== undefined) {
      if (typeof src !== 'string') parent.children.splice(index, 1)
      else if (isElsewhere(src)) parent.children[index] = imageLink(element, src, parent)
      else {
        element.properties.dataLocal = ''
        addresses.push({ kind: 'image', url: src })
        return undefined
      }
      return index
    }
    return undefined
  })
  return addresses
}

function imageLink(image: Element, src: string, parent: HastRoot | Element): Element {
  const alt = typeof image.properties.alt === 'string' ? image.properties.alt.trim() : ''
  const label: RootContent & ElementContent = { type: 'text', value: alt || src }
  // Within a link its description alone is shown: links do not nest.
  if (parent.type === 'element' && parent.tagName === 'a') {
    return { type: 'element', tagName: 'span', properties: { dataSkip: '' }, children: [label] }
  }
  const properties = { href: src, dataSkip: '', rel: ['noopener', 'noreferrer'] }
  return { type: 'element', tagName: 'a', properties, children: [label] }
}

function isElsewhere(url: string): boolean {
  return /^(?:https?:|[\\/]{2})/i.test(url)
}
