import {
  type ArticleShard,
  type NamesShard,
  type PackedGraph,
  REGISTRY,
  type RelationShard,
  type SiteDetails,
  type SiteGraph,
  type TargetShard,
} from './data.ts'
import type { ExportView } from './export-view.ts'
import { unpackGraph } from './packed-graph.ts'
import type { CreateSearcher } from './search.ts'
import type { OpenCuration } from './views/curation.tsx'

/** Values that arrived, and who waits for those that did not. */
const arrived = new Map<string, unknown>()
const waiting = new Map<string, Promise<unknown>>()
const resolvers = new Map<string, (value: unknown) => void>()

type Entry = [name: string, value: unknown]
const page = globalThis as unknown as Record<string, { push(entry: Entry): void } | Entry[] | undefined>

/** Takes the shards that came before the script did, and those that come from now on. */
export function openRegistry(): void {
  const early = page[REGISTRY]
  page[REGISTRY] = {
    push([name, value]: Entry) {
      arrived.set(name, value)
      resolvers.get(name)?.(value)
      resolvers.delete(name)
    },
  }
  if (Array.isArray(early)) for (const entry of early) page[REGISTRY]?.push(entry)
}

/** The topology, which the page asks for itself; undefined when it did not arrive or is of another version. */
export function topology(): SiteGraph | undefined {
  const graph = arrived.get('graph') as PackedGraph | undefined
  return graph?.version === 2 ? unpackGraph(graph) : undefined
}

/**
 * A shard, asked for once. A script element, since a page opened from a file may not fetch.
 * @throws when the file cannot be loaded or does not hold the shard; it is then asked for again by the next call.
 */
function loadShard<T>(name: string): Promise<T> {
  if (arrived.has(name)) return Promise.resolve(arrived.get(name) as T)
  const known = waiting.get(name)
  if (known) return known as Promise<T>
  const promise = new Promise<T>((resolve, reject) => {
    resolvers.set(name, resolve as (value: unknown) => void)
    const script = document.createElement('script')
    script.src = `app/${name.split('/').map(encodeURIComponent).join('/')}.js`
    const fail = () => {
      script.remove()
      waiting.delete(name)
      resolvers.delete(name)
      reject(new Error(`app/${name}.js did not load`))
    }
    script.onerror = fail
    // A file that is cut short, or a server's page in its place, loads and brings nothing.
    script.onload = () => (arrived.has(name) ? script.remove() : fail())
    document.head.append(script)
  })
  waiting.set(name, promise)
  return promise
}

/** Scripts that are not needed to begin with; curation has a style of its own. */
export const loadCuration = (): Promise<OpenCuration> => {
  if (!arrived.has('curation')) {
    const style = document.createElement('link')
    style.rel = 'stylesheet'
    style.href = 'app/curation.css'
    document.head.append(style)
  }
  return loadShard<OpenCuration>('curation')
}

export const loadSearch = () => loadShard<CreateSearcher>('search')
export const loadExportView = () => loadShard<ExportView>('export-view')

export const loadDetails = () => loadShard<SiteDetails>('details')
export const loadRelations = (shard: number) => loadShard<RelationShard>(`relations-${shard}`)
export const loadTargets = () => loadShard<TargetShard>('targets')
export const loadNames = () => loadShard<NamesShard>('names')
export const loadArticle = (id: string) => loadShard<ArticleShard>(`articles/${id}`)
