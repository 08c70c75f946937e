import { batch } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { categoryOf, labelOf } from '../network.ts'
import type { Theme, View } from '../state.ts'
import { useAfterFrame, useApp } from './context.ts'
import { CurationButton } from './curation-button.tsx'
import { Dialogs } from './dialogs.tsx'
import { FiltersPane, PartialNotice } from './filters.tsx'
import { GraphPane } from './graph-pane.tsx'
import { Icon, useLighting } from './parts.tsx'
import { PathsPane } from './paths.tsx'
import { Reader } from './reader.tsx'
import { RecordPane } from './record.tsx'
import { SearchBox } from './search-box.tsx'
import { TableView } from './table.tsx'
import { TargetsView } from './targets.tsx'
import { useAnnouncements } from './use-announcements.ts'
import { useKeys } from './use-keys.ts'

const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

export function Explorer() {
  const { state, words } = useApp()
  const [noGraph, setNoGraph] = useState(false)
  const lighting = useLighting()
  useKeys()
  useAnnouncements()
  const view: View = noGraph && state.view.value === 'graph' ? 'table' : state.view.value
  const sheet = state.sheet.value
  const reading = state.reading.value
  return (
    <div class="explorer" data-view={view} data-sheet={sheet ?? 'none'} data-reading={reading !== null} {...lighting}>
      <button type="button" class="skip" onClick={skipTo}>
        {words.skip}
      </button>
      <Header />
      <aside class="pane filters-pane" aria-label={words.filters}>
        <SheetClose />
        <div class="pane-body">
          <FiltersPane />
        </div>
      </aside>
      <main class="centre" id="centre" tabIndex={-1}>
        {noGraph && <p class="notice">{words.noGraph}</p>}
        {!noGraph && (
          <div class="view" hidden={view !== 'graph'}>
            <GraphPane onUnavailable={() => setNoGraph(true)} />
          </div>
        )}
        {view === 'table' && (
          <div class="view scrolling">
            <PartialNotice />
            <TableView />
          </div>
        )}
        {view === 'targets' && (
          <div class="view scrolling">
            <TargetsView />
          </div>
        )}
      </main>
      <SidePane />
      <SheetBar />
      <Dialogs />
      <p id="status" class="hidden" role="status" aria-live="polite">
        {state.status.value}
      </p>
    </div>
  )
}

function skipTo() {
  const graph = document.getElementById('graph')
  const target = graph?.offsetParent ? graph : document.getElementById('centre')
  target?.focus()
}

function Header() {
  const { state, graph, words } = useApp()
  const views: [View, string][] = [
    ['graph', words.graph],
    ['table', words.table],
    ['targets', words.targets],
  ]
  const theme = state.theme.value
  return (
    <header class="top">
      <h1>
        <a href="#/">{state.network.site.title}</a>
      </h1>
      <SearchBox
        id="search"
        label={words.search}
        placeholder={words.searchHint}
        passages
        onPick={(result) => {
          if ('passage' in result) {
            const { d, start, end } = result.passage
            state.reading.value = { document: d, start, end }
            state.sheet.value = 'record'
            return
          }
          batch(() => {
            state.reading.value = null
            state.pick(result.node)
          })
          graph.current?.center(result.node)
        }}
      />
      <nav class="views" aria-label={words.views}>
        {views.map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-current={state.view.value === name ? 'page' : undefined}
            onClick={() => {
              state.view.value = name
            }}
          >
            {label}
          </button>
        ))}
      </nav>
      <div class="tools">
        <CurationButton />
        <button
          type="button"
          class="icon-button"
          aria-label={words.share}
          title={words.share}
          onClick={() => {
            state.dialog.value = 'share'
          }}
        >
          <Icon name="share" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={`${words.theme} : ${words.themes[theme]}`}
          title={`${words.theme} : ${words.themes[theme]}`}
          onClick={() => {
            state.theme.value = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] as Theme
          }}
        >
          <Icon name="theme" />
        </button>
        <button
          type="button"
          class="icon-button"
          lang={state.lang.value === 'fr' ? 'en' : 'fr'}
          aria-label={words.language}
          title={words.language}
          onClick={() => {
            state.lang.value = state.lang.value === 'fr' ? 'en' : 'fr'
          }}
        >
          {words.languageShort}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={words.help}
          title={`${words.help} (?)`}
          onClick={() => {
            state.dialog.value = 'help'
          }}
        >
          ?
        </button>
      </div>
    </header>
  )
}

/** The article, the paths, or the record of what is selected. */
function SidePane() {
  const { state, words } = useApp()
  const body = useRef<HTMLDivElement>(null)
  /** To ask the page itself would have it laid out at once. */
  const scrolled = useRef(false)
  const reading = state.reading.value
  const path = state.path.value
  const selection = state.selection.value
  const recorded = useAfterFrame(state.selection)
  const network = state.network
  useEffect(() => {
    if (!reading && scrolled.current) body.current?.scrollTo(0, 0)
  }, [recorded, reading === null, path === null])
  const title = selection && 'node' in selection ? labelOf(network, selection.node) : words.record
  return (
    <aside class="pane record-pane" aria-label={words.record}>
      <SheetClose />
      {(selection !== null || path !== null) && reading === null && (
        <button
          type="button"
          class="icon-button close-record"
          aria-label={`${words.close} : ${path ? words.paths : title}`}
          onClick={() => {
            if (path) state.path.value = null
            else state.select(null)
          }}
        >
          <Icon name="close" />
        </button>
      )}
      <section
        class="pane-body"
        ref={body}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with the keyboard too
        tabIndex={0}
        aria-label={words.record}
        onScroll={({ currentTarget }) => {
          scrolled.current = currentTarget.scrollTop > 0
        }}
      >
        {reading ? <Reader reading={reading} /> : path ? <PathsPane /> : <RecordPane selection={recorded} />}
      </section>
    </aside>
  )
}

function SheetClose() {
  const { state, words } = useApp()
  return (
    <button
      type="button"
      class="sheet-close"
      aria-label={words.close}
      onClick={() => {
        state.sheet.value = null
      }}
    >
      <span aria-hidden="true" />
    </button>
  )
}

/** On small screens: what can be pulled up. */
function SheetBar() {
  const { state, words, labels } = useApp()
  const sheet = state.sheet.value
  const node = state.selectedNode.value
  return (
    <div class="sheet-bar">
      {(['filters', 'record'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-expanded={sheet === name}
          onClick={() => {
            state.sheet.value = sheet === name ? null : name
          }}
        >
          <Icon name={name} />
          {name === 'filters'
            ? words.filters
            : node === null
              ? words.record
              : labels.category[categoryOf(state.network, node)].one}
        </button>
      ))}
    </div>
  )
}
