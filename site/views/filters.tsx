import { useMemo, useState } from 'preact/hooks'
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
  const { categories, relations } = useMemo(
    () => ({
      categories: [...NODE_CATEGORIES.keys()].filter((n) => network.site.nodes.category.includes(n)),
      relations: [...EDGE_RELATIONS.keys()].filter((n) => network.site.edges.relation.includes(n)),
    }),
    [network],
  )

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
      <Fold title={words.relations} active={filters.relations.size > 0}>
        {() => (
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
        )}
      </Fold>
      <Documents />
      <Years />
      <Amounts />
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

/** A part that opens; what is in it is made when it is first opened. */
function Fold(props: { title: string; active: boolean; children(): preact.ComponentChildren }) {
  const [open, setOpen] = useState(props.active)
  return (
    <details class="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {props.title}
        {props.active && <span class="active-mark" aria-hidden="true" />}
      </summary>
      {open && props.children()}
    </details>
  )
}

function Documents() {
  const { state, words } = useApp()
  const { network } = state
  const { documents } = network.site
  const filters = state.filters.value
  if (documents.length < 2) return null
  return (
    <Fold title={words.articles} active={filters.documents !== null || filters.language !== null}>
      {() => <DocumentFilters />}
    </Fold>
  )
}

function DocumentFilters() {
  const { state, words } = useApp()
  const { network } = state
  const { documents } = network.site
  const filters = state.filters.value
  const [text, setText] = useState('')
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
    <>
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
    </>
  )
}

function mentionsOf(mentions: readonly number[], node: number | undefined): number {
  return node === undefined ? 0 : (mentions[node] ?? 0)
}

function Years() {
  const { state, words } = useApp()
  const { network } = state
  const filters = state.filters.value
  const ranges = useMemo(() => {
    const { nodes, documents } = network.site
    return {
      years: extentOf(nodes.year.filter((year, n) => nodes.category[n] === TARGET && year > 0)),
      dates: extentOf(documents.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))]))),
    }
  }, [network])
  return (
    <>
      {(['years', 'dates'] as const).map((field) => {
        const range = ranges[field]
        if (range === null || range[0] === range[1]) return null
        const title = field === 'years' ? words.targetYears : words.articleYears
        return (
          <Fold key={field} title={title} active={filters[field] !== null}>
            {() => (
              <div class="range">
                <YearInputs field={field} range={range} />
              </div>
            )}
          </Fold>
        )
      })}
    </>
  )
}

/** First and last year that a filter lets through, within a range; all of it is no filter. */
export function YearInputs({ field, range }: { field: 'years' | 'dates'; range: readonly [number, number] }) {
  const { state, words } = useApp()
  const [least, most] = range
  const [from, to] = state.filters.value[field] ?? range
  const set = (a: number, b: number) => {
    if (!Number.isFinite(a + b)) return
    const [low, high] = [Math.max(least, Math.min(a, b)), Math.min(most, Math.max(a, b))]
    state.setFilters({ [field]: low === least && high === most ? null : [low, high] })
  }
  return (
    <>
      {([words.fromYear, words.toYear] as const).map((name, i) => (
        <label key={i}>
          {name}{' '}
          <input
            type="number"
            min={least}
            max={most}
            value={i === 0 ? from : to}
            onChange={({ currentTarget: { valueAsNumber } }) =>
              i === 0 ? set(valueAsNumber, to) : set(from, valueAsNumber)
            }
          />
        </label>
      ))}
    </>
  )
}

function extentOf(years: readonly number[]): readonly [number, number] | null {
  if (years.length === 0) return null
  return years.reduce(
    ([least, most], year) => [Math.min(least, year), Math.max(most, year)],
    [years[0] as number, years[0] as number],
  )
}

/** Entities by how often they are named, and without those that are linked to most. */
function Amounts() {
  const { state, words } = useApp()
  const { network } = state
  const { mentions, links } = useMemo(() => {
    const { category, mentions } = network.site.nodes
    const most = (values: ArrayLike<number>) => {
      let found = 1
      for (let n = 0; n < network.size; n++)
        if (category[n] !== DOCUMENT && category[n] !== TARGET) found = Math.max(found, values[n] as number)
      return found
    }
    return { mentions: most(mentions), links: most(network.degree) }
  }, [network])
  const { leastMentions, mostLinks } = state.filters.value
  return (
    <>
      <Slider
        name={words.leastMentions}
        most={Math.min(20, mentions)}
        value={leastMentions}
        onChange={(leastMentions) => state.setFilters({ leastMentions })}
      />
      <Slider
        name={words.mostLinks}
        most={links}
        value={mostLinks ?? links}
        onChange={(value) => state.setFilters({ mostLinks: value === links ? null : value })}
      />
    </>
  )
}

/** From 1 up to `most`; nothing where there is no choice. */
function Slider(props: { name: string; most: number; value: number; onChange(value: number): void }) {
  if (props.most < 2) return null
  return (
    <label class="slider">
      <span>{props.name}</span>
      {/* Not an output, which the label would name in place of the slider, and the slider says its value itself. */}
      <data value={props.value} aria-hidden="true">
        {props.value}
      </data>
      <input
        type="range"
        min={1}
        max={props.most}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.valueAsNumber)}
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
