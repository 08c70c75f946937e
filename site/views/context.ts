import type { ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { GraphView } from '../graph/graph-view.ts'
import { LABELS, type Labels } from '../labels.ts'
import type { State } from '../state.ts'
import { INTERFACE, type Words } from '../words.ts'

export interface App {
  state: State
  /** The drawn graph, once there is one. */
  graph: { current: GraphView | null }
}

export const AppContext = createContext<App | null>(null)

export function useApp(): App & { words: Words; labels: Labels } {
  const app = useContext(AppContext)
  if (!app) throw new Error('views need an AppContext')
  const lang = app.state.lang.value
  return { ...app, words: INTERFACE[lang], labels: LABELS[lang] }
}

export type Loaded<T> = { value: T } | { error: Error } | null

/** What `load` gives, null until then; asked for again when a dependency changes or `retry` is called. */
export function useLoaded<T>(load: () => Promise<T>, dependencies: readonly unknown[]): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let wanted = true
    setLoaded(null)
    load().then(
      (value) => wanted && setLoaded({ value }),
      (error: Error) => wanted && setLoaded({ error }),
    )
    return () => {
      wanted = false
    }
  }, [...dependencies, attempt])
  return [loaded, () => setAttempt(attempt + 1)]
}

/** A signal's value, one frame late: the canvas shows a change before the page is made anew for it. */
export function useAfterFrame<T>(source: ReadonlySignal<T>): T {
  const [value, setValue] = useState(source.peek())
  useEffect(
    () => source.subscribe((next) => requestAnimationFrame(() => setTimeout(setValue, 0, () => next))),
    [source],
  )
  return value
}
