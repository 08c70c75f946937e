import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import type { Language } from '../pipeline/model.ts'
import { connectAddress } from './address.ts'
import type { SiteDetails } from './data.ts'
import { loadDetails, openRegistry, topology } from './load.ts'
import { buildNetwork } from './network.ts'
import { createState, type Theme } from './state.ts'
import { Explorer } from './views/app.tsx'
import { type App, AppContext } from './views/context.ts'
import { INTERFACE } from './words.ts'

const LANGUAGE_KEY = 'maillage-language'
const THEME_KEY = 'maillage-theme'

async function start(): Promise<void> {
  openRegistry()
  const root = document.getElementById('app') as HTMLElement
  const site = topology()
  root.replaceChildren()
  if (!site) {
    render(<NoData />, root)
    return
  }
  const details = signal<SiteDetails | null>(null)
  const network = buildNetwork(site, details)
  const state = createState(network, preferredLanguage(site.lang))
  const theme = remembered(THEME_KEY)
  if (theme === 'light' || theme === 'dark') state.theme.value = theme
  const know = async () => {
    try {
      details.value = await loadDetails()
    } catch {
      state.status.value = INTERFACE[state.lang.value].failed
    }
  }
  render(<p class="notice">{INTERFACE[state.lang.value].loading}</p>, root)
  await connectAddress(state, know)
  // Wanted from the first thing on that is asked for.
  effect(() => {
    const { selection, reading, path, dialog, view } = state
    const asked = selection.value ?? reading.value ?? path.value ?? dialog.value
    if ((asked !== null || view.value !== 'graph') && details.peek() === null) know()
  })
  effect(() => {
    document.documentElement.lang = state.lang.value
    remember(LANGUAGE_KEY, state.lang.value)
  })
  effect(() => {
    const value: Theme = state.theme.value
    if (value === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = value
    remember(THEME_KEY, value)
  })
  const app: App = { state, graph: { current: null } }
  render(
    <AppContext.Provider value={app}>
      <Explorer />
    </AppContext.Provider>,
    root,
  )
}

function NoData() {
  const words = INTERFACE[preferredLanguage('fr')]
  return (
    <main class="noscript">
      <h1>{words.noData}</h1>
      <p>{words.noDataHelp}</p>
      <p>
        <a href="targets/index.html">{words.targets}</a>
      </p>
    </main>
  )
}

/** What the reader chose before, else what the browser asks for, else the language of most articles. */
function preferredLanguage(fallback: Language): Language {
  for (const tag of [remembered(LANGUAGE_KEY) ?? '', ...navigator.languages]) {
    const language = tag.slice(0, 2).toLowerCase()
    if (language === 'fr' || language === 'en') return language
  }
  return fallback
}

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // Storage that the browser refuses, as it may to a page in a frame.
    return null
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // As above: the choice then holds for as long as the page is open.
  }
}

start()
