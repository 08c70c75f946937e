import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatSelection } from '../address.ts'
import type { NodeCategory, SitePassage } from '../data.ts'
import { shorten } from '../graph/draw-scene.ts'
import { SHAPES } from '../graph/shapes.ts'
import { categoryOf, labelOf } from '../network.ts'
import { useApp } from './context.ts'

/** The mark of a category, as the graph draws it. */
export function Swatch({ category }: { category: NodeCategory }) {
  return (
    <svg class="swatch" data-category={category} viewBox="-1.4 -1.4 2.8 2.8" aria-hidden="true">
      <path d={SHAPES[category]} fill-rule="evenodd" />
    </svg>
  )
}

const ICONS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M10 3 5 8l5 5',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM11 11l3.5 3.5',
  share: 'M8 10V2M5 4.5 8 1.8l3 2.7M4 8H3v6h10V8h-1',
  target: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  path: 'M3 13a1.5 1.5 0 1 0 0-.1M4.5 12.5C9 12 6 5 11 4M12.5 5a1.5 1.5 0 1 0 0-.1',
  print: 'M4 6V2h8v4M4 11H2V6h12v5h-2M4 9h8v5H4Z',
  link: 'M6.5 9.5l3-3M7 4.5l1.5-1.6a2.7 2.7 0 0 1 4 3.9L11 8.4M9 11.5l-1.5 1.6a2.7 2.7 0 0 1-4-3.9L5 7.6',
  filters: 'M2 4h12M4.5 8h7M6.5 12h3',
  record: 'M4 2h8v12H4ZM6 5h4M6 8h4M6 11h2',
  swap: 'M5 2 2 5l3 3M2 5h9M11 14l3-3-3-3M14 11H5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
  curate: 'M10.5 2.5l3 3L6 13H3v-3ZM9 4l3 3',
  theme: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12',
} as const

export function Icon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  )
}

/** A name that leads to its record, and lights its node while it is pointed at. */
export function NodeLink({ node, children }: { node: number; children?: ComponentChildren }) {
  const { state } = useApp()
  const { network } = state
  return (
    <a
      class="node-link"
      data-category={categoryOf(network, node)}
      href={`#/${formatSelection(network, { node })}`}
      onClick={(event) => {
        if (opensElsewhere(event)) return
        event.preventDefault()
        state.selectNode(node)
      }}
      {...lighting(node)}
    >
      {children ?? <bdi>{shorten(labelOf(network, node), 160)}</bdi>}
    </a>
  )
}

/** Whether the reader asked for a new tab or window. */
export const opensElsewhere = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey

/** Of an element that names a node: the node is lit while the element is pointed at or has the keyboard. */
export const lighting = (node: number) => ({ 'data-lights': node })

/** Handlers for the whole page, in place of four on each of a thousand names: what `lighting` marks lights its node. */
export function useLighting(): Record<'onPointerOver' | 'onPointerLeave' | 'onFocusIn' | 'onFocusOut', Handler> {
  const { state } = useApp()
  const lit = useRef<number | null>(null)
  const light = (node: number | null) => {
    // Another node may be pointed at in the graph by now.
    const ours = state.hovered.peek() === lit.current
    if (node === null ? lit.current !== null && ours : node !== lit.current || !ours) state.hovered.value = node
    lit.current = node
  }
  const on = ({ target }: Event) => {
    const element = (target as Element).closest('[data-lights]')
    light(element ? Number(element.getAttribute('data-lights')) : null)
  }
  const off = () => light(null)
  return { onPointerOver: on, onPointerLeave: off, onFocusIn: on, onFocusOut: off }
}

type Handler = (event: Event) => void

const approached = new WeakMap<Element, () => void>()
const watchers = new WeakMap<Element, IntersectionObserver>()
/** Pixels above and below what is seen that count as near. */
const NEAR = 600

/** Whether an element in a pane has come near what is seen of the pane; it then stays so. */
export function useNear<E extends Element>(): [RefObject<E>, boolean] {
  const ref = useRef<E>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    const pane = element?.closest('.pane-body')
    if (!element || !pane) return
    let watcher = watchers.get(pane)
    if (!watcher) {
      watcher = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) if (isIntersecting) approached.get(target)?.()
        },
        { root: pane, rootMargin: `${NEAR}px 0px` },
      )
      watchers.set(pane, watcher)
    }
    approached.set(element, () => {
      watcher.unobserve(element)
      setNear(true)
    })
    watcher.observe(element)
    return () => watcher.unobserve(element)
  }, [])
  return [ref, near]
}

/** A passage with its names marked, those of `ends` strongly, and where it stands; the place opens the article there. */
export function Passage({ passage, ends = [] }: { passage: SitePassage; ends?: readonly number[] }) {
  const { state, words } = useApp()
  const { network } = state
  const article = network.site.documents[passage.d]
  const parts: ComponentChildren[] = []
  let at = 0
  for (let i = 0; i + 2 < passage.marks.length; i += 3) {
    const [from, length, node] = passage.marks.slice(i, i + 3) as [number, number, number]
    if (from < at) continue
    parts.push(passage.exact.slice(at, from))
    const text = passage.exact.slice(from, from + length)
    parts.push(
      <mark
        key={i}
        class={ends.includes(node) ? 'end' : undefined}
        data-category={categoryOf(network, node)}
        {...lighting(node)}
      >
        {text}
      </mark>,
    )
    at = from + length
  }
  parts.push(passage.exact.slice(at))
  const section = passage.section.at(-1)
  return (
    <figure class="passage">
      <blockquote lang={article?.lang} dir="auto">
        {parts}
      </blockquote>
      <figcaption>
        <a
          class="source"
          title={words.openAt}
          lang={article?.lang}
          href={`#/${formatSelection(network, state.selection.value)}?read=${article?.id}:${passage.start}-${passage.end}`}
          onClick={(event) => {
            if (opensElsewhere(event)) return
            event.preventDefault()
            state.reading.value = { document: passage.d, start: passage.start, end: passage.end }
            state.sheet.value = 'record'
          }}
        >
          {article?.title}
        </a>
        {section && <span class="section"> · {section}</span>}
        <span class="line">
          {' '}
          · {words.line} {passage.line}
        </span>
      </figcaption>
    </figure>
  )
}

export function Failure({ retry }: { retry: () => void }) {
  const { words } = useApp()
  return (
    <p class="failure" role="alert">
      {words.failed}{' '}
      <button type="button" class="quiet" onClick={retry}>
        {words.retry}
      </button>
    </p>
  )
}

export function Loading() {
  const { words } = useApp()
  return (
    <p class="loading">
      <span>{words.loading}</span>
    </p>
  )
}
