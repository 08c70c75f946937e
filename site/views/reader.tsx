import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ArticleShard } from '../data.ts'
import { loadArticle } from '../load.ts'
import { categoryOf, labelOf } from '../network.ts'
import type { Reading } from '../state.ts'
import { useApp, useLoaded } from './context.ts'
import { Failure, Icon, Loading, opensElsewhere, Swatch } from './parts.tsx'

/** The article that is read, its mentions marked and tied to the graph both ways. */
export function Reader({ reading }: { reading: Reading }) {
  const { state, words } = useApp()
  const { network } = state
  const document = network.site.documents[reading.document]
  const id = document?.id ?? ''
  const [loaded, retry] = useLoaded(() => loadArticle(id), [id])
  if (!document) return null
  return (
    <article class="reader" aria-label={document.title}>
      <header class="reader-head">
        <button
          type="button"
          class="quiet"
          onClick={() => {
            state.reading.value = null
          }}
        >
          <Icon name="back" />
          {words.record}
        </button>
        <span class="reader-meta">
          {document.date && <time dateTime={document.date}>{document.date}</time>}
          <a href={`articles/${encodeURIComponent(id)}/index.html`}>{words.staticPage}</a>
        </span>
      </header>
      {loaded === null && <Loading />}
      {loaded && 'error' in loaded && <Failure retry={retry} />}
      {loaded && 'value' in loaded && <ArticleBody key={id} article={loaded.value} reading={reading} />}
    </article>
  )
}

function ArticleBody({ article, reading }: { article: ArticleShard; reading: Reading }) {
  const { state, words } = useApp()
  const { network } = state
  const document = network.site.documents[reading.document]
  const body = useRef<HTMLDivElement>(null)
  const [marks, setMarks] = useState<ReadonlyMap<number, readonly HTMLElement[]>>(new Map())
  const node = state.selectedNode.value
  const here = node === null ? [] : (marks.get(node) ?? [])
  const [at, setAt] = useState(0)

  // Marks get their category, and answer to pointer and keyboard.
  useLayoutEffect(() => {
    const found = new Map<number, HTMLElement[]>()
    const counted = new Set<string>()
    for (const mark of body.current?.querySelectorAll<HTMLElement>('mark[data-mention]') ?? []) {
      const index = mark.dataset.mention as string
      const entity = article.mentions[Number(index)] ?? -1
      if (entity < 0) {
        mark.classList.add('plain-mark')
        continue
      }
      mark.dataset.category = categoryOf(network, entity)
      mark.dataset.node = String(entity)
      const list = found.get(entity)
      if (!list) found.set(entity, [mark])
      // A mention that other formatting cuts is still one.
      else if (!counted.has(index)) list.push(mark)
      // One stop for the keyboard an entity: its first mention.
      if (!list && !mark.closest('a')) {
        mark.tabIndex = 0
        mark.setAttribute('role', 'button')
      }
      counted.add(index)
    }
    setMarks(found)
  }, [article, network])

  // What is pointed at anywhere is lit here.
  const hovered = state.hovered.value
  useEffect(() => {
    const lit = hovered === null ? [] : [...(body.current?.querySelectorAll(`mark[data-node="${hovered}"]`) ?? [])]
    for (const mark of lit) mark.classList.add('lit')
    return () => {
      for (const mark of lit) mark.classList.remove('lit')
    }
  }, [hovered, marks])
  useEffect(() => {
    const chosen = node === null ? [] : [...(body.current?.querySelectorAll(`mark[data-node="${node}"]`) ?? [])]
    for (const mark of chosen) mark.classList.add('chosen')
    setAt(0)
    return () => {
      for (const mark of chosen) mark.classList.remove('chosen')
    }
  }, [node, marks])

  // The passage that is asked for is marked and shown.
  const { start, end } = reading
  useEffect(() => {
    const root = body.current
    if (!root) return
    if (start === undefined) {
      const first = node === null ? undefined : marks.get(node)?.[0]
      if (first) first.scrollIntoView({ block: 'center' })
      else root.closest('.pane-body')?.scrollTo(0, 0)
      return
    }
    const ranges = rangesOf(root, start, end ?? start)
    const highlight = 'highlights' in CSS ? new Highlight(...ranges) : null
    if (highlight) CSS.highlights.set('passage', highlight)
    ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    return () => {
      CSS.highlights?.delete('passage')
    }
  }, [start, end, marks])

  const entityOf = (event: Event): number | null => {
    const mark = (event.target as Element).closest<HTMLElement>('mark[data-node]')
    return mark ? Number(mark.dataset.node) : null
  }
  const go = (step: number) => {
    const next = (at + step + here.length) % here.length
    setAt(next)
    here[next]?.scrollIntoView({ block: 'center' })
    here[next]?.classList.add('lit')
    setTimeout(() => here[next]?.classList.remove('lit'), 900)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the marks in it are what answers */}
      <div
        ref={body}
        class="prose"
        lang={document?.lang}
        onClick={(event) => {
          const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-document]')
          if (link && !opensElsewhere(event)) {
            const linked = network.site.documents.findIndex(({ id }) => id === link.dataset.document)
            const [start, end] = (link.dataset.passage ?? '').split('-').map(Number)
            event.preventDefault()
            state.reading.value = start && end ? { document: linked, start, end } : { document: linked }
            return
          }
          const entity = entityOf(event)
          if (entity === null || (event.target as Element).closest('a')) return
          state.selection.value = { node: entity }
        }}
        onKeyDown={(event) => {
          const entity = entityOf(event)
          if (entity === null || (event.key !== 'Enter' && event.key !== ' ')) return
          event.preventDefault()
          state.selection.value = { node: entity }
        }}
        onPointerOver={(event) => {
          state.hovered.value = entityOf(event)
        }}
        onPointerLeave={() => {
          state.hovered.value = null
        }}
        onFocusIn={(event) => {
          state.hovered.value = entityOf(event)
        }}
        // Sanitised when the site was built.
        dangerouslySetInnerHTML={{ __html: article.html }}
      />
      {node !== null && here.length > 0 && (
        <footer class="reader-foot">
          <Swatch category={categoryOf(network, node)} />
          <strong>
            <bdi>{labelOf(network, node)}</bdi>
          </strong>
          <span class="count">{words.mentionOf(at + 1, here.length)}</span>
          <button type="button" class="icon-button" aria-label={words.previousMention} onClick={() => go(-1)}>
            <Icon name="up" />
          </button>
          <button type="button" class="icon-button" aria-label={words.nextMention} onClick={() => go(1)}>
            <Icon name="down" />
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              state.reading.value = null
            }}
          >
            {words.openRecord}
          </button>
        </footer>
      )}
    </>
  )
}

/** DOM ranges of a span of extracted text: each `data-start` element holds the text from there on, but for `data-skip`. */
export function rangesOf(root: Element, start: number, end: number): Range[] {
  const ranges: Range[] = []
  for (const block of root.querySelectorAll<HTMLElement>('[data-start]')) {
    let at = Number(block.dataset.start)
    if (at >= end) continue
    const range = document.createRange()
    let open = false
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node instanceof Element && node.hasAttribute('data-skip') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue
      const { length } = node
      if (at < end && at + length > start) {
        if (!open) range.setStart(node, Math.max(0, start - at))
        range.setEnd(node, Math.min(length, end - at))
        open = true
      }
      at += length
    }
    if (open) ranges.push(range)
  }
  return ranges
}
