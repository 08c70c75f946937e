import type { Definition, Image, ImageReference, Link, LinkReference, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { LocalLink, Mark, Prose, Span } from '../model.ts'
import { firstIndex } from './bisect.ts'
import { readLocalAddress } from './local-address.ts'
import { makeEvidence, positionAt } from './make-evidence.ts'
import { sourceOf } from './source-map.ts'

/** Addresses of raw HTML that are looked for in the source; a document has few, a hostile one must not cost a search each. */
const LOCATED = 100

/** An address that an element of a document's HTML has. */
export type HtmlAddress = Pick<LocalLink, 'kind' | 'url'>

/**
 * The links and pictures of a document that may lead to other documents or files of the content folder, in the order of
 * the file. `others` are addresses that the document's HTML has besides, those of raw HTML; they have no words.
 */
export function collectLinks(
  tree: Root,
  prose: Prose,
  source: string,
  others: readonly HtmlAddress[],
): readonly LocalLink[] {
  const definitions = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }: Definition) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url)
  })
  const words = new LinkWords(prose)
  const links: LocalLink[] = []
  const seen = new Set<string>()
  const add = (kind: LocalLink['kind'], url: string, offset: number, span: Span | null) => {
    seen.add(url)
    links.push({
      kind,
      url,
      ...positionAt(prose, offset),
      words: span,
      evidence: span && makeEvidence(prose, ...sentenceAround(prose, span)),
    })
  }
  visit(tree, ['link', 'linkReference', 'image', 'imageReference'], (node) => {
    const found = node as Link | LinkReference | Image | ImageReference
    const url = 'url' in found ? found.url : definitions.get(found.identifier)
    if (url === undefined || !isCollected(url)) return
    const from = found.position?.start.offset ?? 0
    const to = found.position?.end.offset ?? from
    if (found.type === 'image' || found.type === 'imageReference') add('image', url, from, null)
    else add('link', url, from, words.within(url, from, to))
  })
  let located = 0
  for (const { kind, url } of others) {
    if (seen.has(url) || !isCollected(url)) continue
    add(kind, url, located++ < LOCATED ? Math.max(0, source.indexOf(url)) : 0, null)
  }
  return links
}

/** Web addresses too: they may be those of other documents. */
function isCollected(url: string): boolean {
  const local = readLocalAddress(url)
  return local === null ? /^https?:/i.test(url) : url !== '' && url !== '#'
}

/** Finds the text of a link by where the link stands in the source. */
class LinkWords {
  readonly #marks: readonly { mark: Mark; sourceStart: number }[]

  constructor(prose: Prose) {
    this.#marks = prose.marks
      .filter(({ kind }) => kind === 'link')
      .map((mark) => ({ mark, sourceStart: sourceOf(prose, mark.start, mark.end).sourceStart }))
      .sort((a, b) => a.sourceStart - b.sourceStart)
  }

  /** The first link to `url` whose text starts between two offsets of the source. */
  within(url: string, from: number, to: number): Span | null {
    for (let i = firstIndex(this.#marks, ({ sourceStart }) => sourceStart >= from); i < this.#marks.length; i++) {
      const { mark, sourceStart } = this.#marks[i] as { mark: Mark; sourceStart: number }
      if (sourceStart > to) return null
      if (mark.url === url) return { start: mark.start, end: mark.end }
    }
    return null
  }
}

/** The sentence that holds a span; all of those it runs over. The span itself where it stands in none. */
function sentenceAround({ sentences }: Prose, { start, end }: Span): [number, number] {
  const first = sentences[firstIndex(sentences, (sentence) => sentence.end > start)]
  const last = sentences[firstIndex(sentences, (sentence) => sentence.start >= end) - 1]
  if (!first || !last || first.start >= end || last.end <= start) return [start, end]
  return [Math.min(first.start, start), Math.max(last.end, end)]
}
