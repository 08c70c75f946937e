import { useState } from 'preact/hooks'
import { EDGE_RELATIONS, NODE_CATEGORIES } from '../data.ts'
import { DOCUMENT, TARGET } from '../network.ts'
import { filtersActive, NO_FILTERS } from '../state.ts'
import { format } from '../words.ts'
import { useApp } from './context.ts'
import { Swatch } from './parts.tsx'

/** Legend and filters in one: what each mark means, how much there is of it, and whether it is shown. */
export function FiltersPane() {
  const { state, words, labels } = useApp()
  const { network } = state
  const filters = state.filters.value
  const visible = state.visible.value
  const lang = state.lang.value

  const toggle = (field: 'categories' | 'relations', n: number, present: readonly number[], alone: boolean) => {
    const before = filters[field]
    let next: Set<number>
    if (alone) {
      const others = present.filter((other) => other !== n)
      // Isolating what is alone already brings the others back.
      next = others.every((other) => before.has(other)) && !before.has(n) ? new Set() : new Set(others)
    } else {
      next = new Set(before)
      if (!next.delete(n)) next.add(n)
    }
    state.setFilters({ [field]: next })
  }
  const categories = [...NODE_CATEGORIES.keys()].filter((n) => network.site.nodes.category.includes(n))
  const relations = [...EDGE_RELATIONS.keys()].filter((n) => network.site.edges.relation.includes(n))

  return (
    <div class="filters">
      <fieldset>
        <legend>{words.legend}</legend>
        <ul>
          {categories.map((n) => {
            const category = NODE_CATEGORIES[n] as (typeof NODE_CATEGORIES)[number]
            const name = labels.category[category].many
            return (
              <FilterRow
                key={n}
                name={name}
                count={visible.categoryCounts[n] as number}
                checked={!filters.categories.has(n)}
                swatch={<Swatch category={category} />}
                onToggle={(alone) => toggle('categories', n, categories, alone)}
              />
            )
          })}
        </ul>
      </fieldset>
      <fieldset class="color-by" aria-label={words.colorBy}>
        <span>{words.colorBy}</span>
        {(['category', 'community'] as const).map((by) => (
          <button
            key={by}
            type="button"
            aria-pressed={state.colorBy.value === by}
            onClick={() => {
              state.colorBy.value = by
            }}
          >
            {by === 'category' ? words.byCategory : words.byCommunity}
          </button>
        ))}
      </fieldset>
      <Fold title={words.relations} open={false} active={filters.relations.size > 0}>
        <ul>
          {relations.map((n) => {
            const relation = EDGE_RELATIONS[n] as (typeof EDGE_RELATIONS)[number]
            return (
              <FilterRow
                key={n}
                name={labels.relation[relation].forward}
                count={visible.relationCounts[n] as number}
                checked={!filters.relations.has(n)}
                onToggle={(alone) => toggle('relations', n, relations, alone)}
              />
            )
          })}
        </ul>
      </Fold>
      <Documents />
      <Years />
      <LeastMentions />
      {filtersActive(filters) && (
        <button
          type="button"
          class="button reset"
          onClick={() => {
            state.filters.value = { ...NO_FILTERS, all: filters.all }
          }}
        >
          {words.reset}
        </button>
      )}
      <p class="counts" data-lang={lang}>
        {words.counts(visible.nodeCount, visible.edgeCount)}
      </p>
    </div>
  )
}

interface FilterRowProps {
  name: string
  count: number
  checked: boolean
  swatch?: preact.ComponentChildren
  onToggle(alone: boolean): void
}

function FilterRow({ name, count, checked, swatch, onToggle }: FilterRowProps) {
  const { state, words } = useApp()
  return (
    <li class={checked ? 'filter-row' : 'filter-row off'}>
      <label title={words.isolate}>
        <input
          type="checkbox"
          checked={checked}
          onClick={(event) => {
            event.preventDefault()
            // The box shows what the filters say, once they do.
            const { altKey } = event
            setTimeout(() => onToggle(altKey))
          }}
        />
        {swatch}
        <span class="filter-name">{name}</span>
        <span class="count">{format(count, state.lang.value)}</span>
      </label>
      <button type="button" class="only" aria-label={words.onlyThis(name)} onClick={() => onToggle(true)}>
        {words.only}
      </button>
    </li>
  )
}

function Fold(props: { title: string; open: boolean; active: boolean; children: preact.ComponentChildren }) {
  return (
    <details class="fold" open={props.open || props.active}>
      <summary>
        {props.title}
        {props.active && <span class="active-mark" aria-hidden="true" />}
      </summary>
      {props.children}
    </details>
  )
}

function Documents() {
  const { state, words } = useApp()
  const { network } = state
  const { documents } = network.site
  const filters = state.filters.value
  const [text, setText] = useState('')
  if (documents.length < 2) return null
  const languages = new Set(documents.map(({ lang }) => lang))
  const matching = documents
    .map(({ title }, d) => ({ title, d }))
    .filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()))
  const toggle = (d: number, alone: boolean) => {
    const before = filters.documents
    if (alone) {
      state.setFilters({ documents: before?.size === 1 && before.has(d) ? null : new Set([d]) })
      return
    }
    const next = new Set(before ?? documents.keys())
    if (!next.delete(d)) next.add(d)
    state.setFilters({ documents: next.size === documents.length ? null : next })
  }
  return (
    <Fold title={words.articles} open={false} active={filters.documents !== null || filters.language !== null}>
      {languages.size > 1 && (
        <fieldset class="color-by" aria-label={words.articleLanguage}>
          {([null, 'fr', 'en'] as const).map((language) => (
            <button
              key={language}
              type="button"
              aria-pressed={filters.language === language}
              onClick={() => state.setFilters({ language })}
            >
              {language === null ? words.all : language === 'fr' ? words.french : words.english}
            </button>
          ))}
        </fieldset>
      )}
      {documents.length > 12 && (
        <input
          type="search"
          class="small-input"
          aria-label={words.articles}
          placeholder={words.search}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul class="documents">
        {matching.slice(0, 60).map(({ title, d }) => (
          <FilterRow
            key={d}
            name={title}
            count={mentionsOf(network.site.nodes.mentions, network.documentNode[d])}
            checked={filters.documents === null || filters.documents.has(d)}
            onToggle={(alone) => toggle(d, alone)}
          />
        ))}
      </ul>
      {matching.length > 60 && <p class="note">{words.more(matching.length - 60)}</p>}
    </Fold>
  )
}

function mentionsOf(mentions: readonly number[], node: number | undefined): number {
  return node === undefined ? 0 : (mentions[node] ?? 0)
}

function Years() {
  const { state, words } = useApp()
  const { network } = state
  const { site } = network
  const filters = state.filters.value
  const targetYears = site.nodes.year.filter((year, n) => site.nodes.category[n] === TARGET && year > 0)
  const dates = site.documents.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))]))
  const ranges = [
    { field: 'years' as const, title: words.targetYears, values: targetYears },
    { field: 'dates' as const, title: words.articleYears, values: dates },
  ]
  return (
    <>
      {ranges.map(({ field, title, values }) => {
        const [least, most] = [Math.min(...values), Math.max(...values)]
        if (values.length === 0 || least === most) return null
        const [from, to] = filters[field] ?? [least, most]
        const set = (a: number, b: number) => {
          if (!Number.isFinite(a + b)) return
          const [low, high] = [Math.max(least, Math.min(a, b)), Math.min(most, Math.max(a, b))]
          state.setFilters({ [field]: low === least && high === most ? null : [low, high] })
        }
        return (
          <Fold key={field} title={title} open={false} active={filters[field] !== null}>
            <div class="range">
              <label>
                {words.fromYear}{' '}
                <input
                  type="number"
                  min={least}
                  max={most}
                  value={from}
                  onChange={(event) => set(event.currentTarget.valueAsNumber, to)}
                />
              </label>
              <label>
                {words.toYear}{' '}
                <input
                  type="number"
                  min={least}
                  max={most}
                  value={to}
                  onChange={(event) => set(from, event.currentTarget.valueAsNumber)}
                />
              </label>
            </div>
          </Fold>
        )
      })}
    </>
  )
}

function LeastMentions() {
  const { state, words } = useApp()
  const { category, mentions } = state.network.site.nodes
  const most = mentions.reduce(
    (most, count, n) => (category[n] === DOCUMENT || category[n] === TARGET ? most : Math.max(most, count)),
    1,
  )
  if (most < 2) return null
  const { leastMentions } = state.filters.value
  return (
    <label class="slider">
      <span>{words.leastMentions}</span>
      <output>{leastMentions}</output>
      <input
        type="range"
        min={1}
        max={Math.min(20, most)}
        value={leastMentions}
        onInput={(event) => state.setFilters({ leastMentions: event.currentTarget.valueAsNumber })}
      />
    </label>
  )
}

/** What of a large graph is shown, and the way to the rest. */
export function PartialNotice() {
  const { state, words } = useApp()
  const { partial, nodeCount, eligible } = state.visible.value
  const { all } = state.filters.value
  if (!partial && !(all && eligible > 400)) return null
  return (
    <p class="partial">
      {partial && <span>{words.partial(nodeCount, eligible)} </span>}
      <button type="button" class="quiet" onClick={() => state.setFilters({ all: !all })}>
        {all ? words.showTelling : words.showAll}
      </button>
    </p>
  )
}
