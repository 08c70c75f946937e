import { useRef, useState } from 'preact/hooks'
import { NODE_CATEGORIES, type NodeCategory } from '../data.ts'
import { loadNames, loadRelations, loadSearch, loadTargets } from '../load.ts'
import { categoryOf, labelOf } from '../network.ts'
import type { Searcher, SearchResult } from '../search.ts'
import type { State } from '../state.ts'
import { useApp } from './context.ts'
import { Icon, lighting, Swatch } from './parts.tsx'

const searchers = new WeakMap<State, Searcher>()
const listeners = new Set<() => void>()

/** Loads search the first time that somebody is about to; nothing is found before. */
async function prepareSearch(state: State, failed: string): Promise<void> {
  const tell = () => {
    for (const listener of listeners) listener()
  }
  try {
    const createSearcher = await loadSearch()
    if (searchers.has(state)) return
    searchers.set(state, createSearcher(state.network, { loadNames, loadRelations, loadTargets }, tell))
    tell()
  } catch {
    state.status.value = failed
  }
}

export interface SearchBoxProps {
  id: string
  label: string
  placeholder: string
  /** Whether passages are found beside nodes. */
  passages: boolean
  onPick(result: SearchResult): void
}

interface Group {
  category: NodeCategory | 'passage'
  results: SearchResult[]
}

/** A combobox over everything that can be found; results in groups, the best group first. */
export function SearchBox({ id, label, placeholder, passages, onPick }: SearchBoxProps) {
  const { state, words, labels } = useApp()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [, setMore] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const more = useRef(() => setMore((n) => n + 1))
  const filters = state.filters.value

  const searcher = searchers.get(state)
  const asked = open && query.trim() !== ''
  const results = asked && searcher ? searcher.find(query, filters, { nodes: 24, passages: passages ? 8 : 0 }) : []
  const groups = groupResults(state, results)
  const ordered = groups.flatMap((group) => group.results)
  const current = Math.min(active, ordered.length - 1)

  const pick = (result: SearchResult | undefined) => {
    if (!result) return
    setOpen(false)
    setQuery('')
    state.hovered.value = null
    onPick(result)
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (ordered.length === 0) return
      const next = (current + (event.key === 'ArrowDown' ? 1 : ordered.length - 1)) % ordered.length
      setActive(next)
      document.getElementById(`${id}-option-${next}`)?.scrollIntoView({ block: 'nearest' })
      const result = ordered[next]
      state.hovered.value = result && 'node' in result ? result.node : null
    } else if (event.key === 'Enter') {
      event.preventDefault()
      pick(ordered[current])
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      if (query === '') input.current?.blur()
      setQuery('')
      setOpen(false)
    }
  }

  let number = -1
  return (
    <search class="search">
      <label class="hidden" for={id}>
        {label}
      </label>
      <Icon name="search" />
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        aria-expanded={asked}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={ordered.length > 0 ? `${id}-option-${current}` : undefined}
        value={query}
        onFocus={() => {
          listeners.add(more.current)
          prepareSearch(state, words.failed)
          setOpen(true)
        }}
        onBlur={() => {
          listeners.delete(more.current)
          setOpen(false)
        }}
        onInput={(event) => {
          setQuery(event.currentTarget.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        class="results"
        role="listbox"
        aria-label={label}
        hidden={!asked}
        // The box keeps the keyboard while results are pressed.
        onPointerDown={(event) => event.preventDefault()}
      >
        {groups.map(({ category, results }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options so
          <div role="group" aria-labelledby={`${id}-group-${category}`} key={category}>
            <p class="group" id={`${id}-group-${category}`}>
              {category !== 'passage' && <Swatch category={category} />}
              {category === 'passage' ? words.sentences : labels.category[category].many}
            </p>
            {results.map((result) => {
              number++
              const at = number
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keyboard
                <div
                  key={at}
                  id={`${id}-option-${at}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === current}
                  onClick={() => pick(result)}
                  {...('node' in result ? lighting(result.node) : {})}
                >
                  {'node' in result ? (
                    <>
                      <bdi class="label">{labelOf(state.network, result.node)}</bdi>
                      {result.alias && <span class="alias">{result.alias}</span>}
                      <span class="count">{countOf(state, result.node)}</span>
                    </>
                  ) : (
                    <span class="sentence">{result.passage.exact}</span>
                  )}
                </div>
              )
            })}
          </div>
        ))}
        {ordered.length === 0 && <p class="none">{searcher ? words.noResult : words.loading}</p>}
      </div>
      <span class="hidden" role="status">
        {asked && searcher ? words.results(ordered.length) : ''}
      </span>
    </search>
  )
}

function countOf({ network }: State, node: number): number | string {
  return network.site.nodes.mentions[node] || ''
}

function groupResults(state: State, results: readonly SearchResult[]): Group[] {
  const groups = new Map<Group['category'], SearchResult[]>()
  for (const result of results) {
    const category = 'node' in result ? categoryOf(state.network, result.node) : 'passage'
    const list = groups.get(category)
    if (list) list.push(result)
    else groups.set(category, [result])
  }
  const order = [...groups.keys()]
  return order
    .sort((a, b) => rank(a, order) - rank(b, order))
    .map((category) => ({ category, results: (groups.get(category) as SearchResult[]).slice(0, 8) }))
}

function rank(category: Group['category'], order: readonly Group['category'][]): number {
  return category === 'passage' ? NODE_CATEGORIES.length : order.indexOf(category)
}
