import { batch, effect } from '@preact/signals'
import { EDGE_RELATIONS, NODE_CATEGORIES } from './data.ts'
import { keyOf, type Network } from './network.ts'
import { NO_FILTERS, type PathEnds, type Reading, type Selection, type State, type View } from './state.ts'

/**
 * The address below `#`: `/<selection>?<the rest>`, where a selection is `entity/<category>/<slug>`, `document/<id>`,
 * `target/<id>` or `edge/<from>~<relation>~<to>`. What stands at its default is left out.
 */
export function formatAddress(state: State): string {
  const { network } = state
  const query = new URLSearchParams()
  const filters = state.filters.value
  if (state.view.value !== 'graph') query.set('view', state.view.value)
  const reading = state.reading.value
  if (reading) query.set('read', formatReading(network, reading))
  if (filters.categories.size > 0) query.set('hide', names(NODE_CATEGORIES, filters.categories))
  if (filters.relations.size > 0) query.set('without', names(EDGE_RELATIONS, filters.relations))
  if (filters.documents)
    query.set('in', [...filters.documents].map((d) => network.site.documents[d]?.id ?? '').join(','))
  if (filters.language) query.set('language', filters.language)
  if (filters.years) query.set('years', filters.years.join('-'))
  if (filters.dates) query.set('dates', filters.dates.join('-'))
  if (filters.leastMentions > 1) query.set('least', String(filters.leastMentions))
  if (filters.mostLinks !== null) query.set('most', String(filters.mostLinks))
  if (filters.all) query.set('all', '1')
  if (state.depth.value !== 1) query.set('depth', String(state.depth.value))
  if (state.colorBy.value !== 'category') query.set('color', state.colorBy.value)
  const path = state.path.value
  if (path) {
    query.set('from', path.from === null ? '' : keyOf(network, path.from))
    query.set('to', path.to === null ? '' : keyOf(network, path.to))
  }
  const camera = state.camera.value
  if (camera) query.set('camera', [camera.x, camera.y, camera.ratio].map((v) => Number(v.toFixed(4))).join(','))
  const rest = query.toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':')
  return `#/${formatSelection(network, state.selection.value)}${rest === '' ? '' : `?${rest}`}`
}

export function formatSelection(network: Network, selection: Selection | null): string {
  if (!selection) return ''
  if ('node' in selection) {
    const key = keyOf(network, selection.node)
    const path = key.split('/').map(encodeURIComponent).join('/')
    return /^(document|target)\//.test(key) ? path : `entity/${path}`
  }
  const { source, target, relation } = network.site.edges
  const ends = [source[selection.edge] as number, target[selection.edge] as number].map((n) => keyOf(network, n))
  return `edge/${[ends[0], EDGE_RELATIONS[relation[selection.edge] as number], ends[1]].map((part) => encodeURIComponent(part as string).replaceAll('%2F', '/')).join('~')}`
}

function formatReading({ site }: Network, { document, start, end }: Reading): string {
  const id = site.documents[document]?.id ?? ''
  return start === undefined ? id : `${id}:${start}-${end ?? start}`
}

/** Makes the state what an address says; what it names that is not there is left out. */
export function applyAddress(state: State, hash: string): void {
  const { network } = state
  const [path = '', rest = ''] = splitOnce(hash.replace(/^#\/?/, ''), '?')
  const query = new URLSearchParams(rest)
  const documents = new Map(network.site.documents.map(({ id }, d) => [id as string, d]))
  const decoded = decode(path)
  const selection = parseSelection(state, decoded)
  const reading = parseReading(documents, query.get('read'))
  const range = (name: string) => {
    const match = /^(\d{1,4})-(\d{1,4})$/.exec(query.get(name) ?? '')
    return match ? ([Number(match[1]), Number(match[2])] as const) : null
  }
  const chosen = query
    .get('in')
    ?.split(',')
    .flatMap((id) => documents.get(id) ?? [])
  const [x, y, ratio] = (query.get('camera') ?? '').split(',').map(Number)
  const language = query.get('language')
  batch(() => {
    state.selection.value = selection
    state.view.value = decoded === 'targets' ? 'targets' : parseView(query.get('view'))
    // A link to a document from elsewhere opens it.
    state.reading.value =
      reading ?? (selection && 'node' in selection && rest === '' ? documentReading(network, selection.node) : null)
    state.filters.value = {
      ...NO_FILTERS,
      categories: numbers(NODE_CATEGORIES, query.get('hide')),
      relations: numbers(EDGE_RELATIONS, query.get('without')),
      documents: chosen ? new Set(chosen) : null,
      language: language === 'fr' || language === 'en' ? language : null,
      years: range('years'),
      dates: range('dates'),
      leastMentions: Math.max(1, Math.min(99, Math.floor(Number(query.get('least'))) || 1)),
      mostLinks: /^\d{1,6}$/.test(query.get('most') ?? '') ? Number(query.get('most')) : null,
      all: query.get('all') === '1',
    }
    state.depth.value = Math.max(1, Math.min(3, Math.floor(Number(query.get('depth'))) || 1))
    state.colorBy.value = query.get('color') === 'community' ? 'community' : 'category'
    state.path.value = parsePath(state, query)
    state.camera.value =
      x !== undefined && y !== undefined && ratio !== undefined && ratio > 0 && Number.isFinite(x + y + ratio)
        ? { x, y, ratio }
        : null
    if (selection || state.reading.value || state.path.value) state.sheet.value = 'record'
  })
}

/** Targets have their names in an address from what the page loads later. */
const NAMES_TARGET = /target(?:\/|%2F)/i

function documentReading({ documentOf }: Network, node: number): Reading | null {
  const document = documentOf[node] as number
  return document < 0 ? null : { document }
}

function parseView(value: string | null): View {
  return value === 'table' || value === 'targets' ? value : 'graph'
}

function parseSelection(state: State, path: string): Selection | null {
  const [kind = '', key = ''] = splitOnce(path, '/')
  if (kind === 'edge') {
    const [from, relation, to] = key.split('~')
    const [source, target] = [state.keys.get(from ?? ''), state.keys.get(to ?? '')]
    const number = (EDGE_RELATIONS as readonly string[]).indexOf(relation ?? '')
    const { edges } = state.network.site
    const edge = edges.source.findIndex(
      (s, e) => s === source && edges.target[e] === target && edges.relation[e] === number,
    )
    return edge < 0 ? null : { edge }
  }
  if (path === '') return null
  const node = state.keys.get(kind === 'entity' ? key : path)
  return node === undefined ? null : { node }
}

function parseReading(documents: ReadonlyMap<string, number>, value: string | null): Reading | null {
  const match = /^(.*?)(?::(\d+)-(\d+))?$/.exec(value ?? '')
  const document = documents.get(match?.[1] ?? '')
  if (document === undefined) return null
  return match?.[2] === undefined ? { document } : { document, start: Number(match[2]), end: Number(match[3]) }
}

function parsePath(state: State, query: URLSearchParams): PathEnds | null {
  if (!query.has('from') && !query.has('to')) return null
  const { keys } = state
  return { from: keys.get(query.get('from') ?? '') ?? null, to: keys.get(query.get('to') ?? '') ?? null }
}

/**
 * Keeps address and state equal both ways. What a reader chooses is a step of the history: what is selected and read, the
 * view, the ends of a path, the filters. How it is looked at (camera, depth, colour) only changes the step it is in, and so
 * does each further move of a slider.
 *
 * @param know brings what the names of targets in an address need.
 */
export async function connectAddress(state: State, know: () => Promise<void>): Promise<void> {
  let applying = false
  /** For what the address names: until then it is not written over. */
  let waiting = false
  let lastStep = ''
  let lastAmounts = ''
  let sliding = false
  const stepOf = () => {
    const { categories, relations, documents, language, years, dates, all } = state.filters.value
    const filters = [[...categories], [...relations], documents && [...documents], language, years, dates, all]
    return JSON.stringify([state.selection.value, state.reading.value, state.view.value, state.path.value, filters])
  }
  const amountsOf = () => {
    const { leastMentions, mostLinks } = state.filters.value
    return JSON.stringify([leastMentions, mostLinks])
  }
  const apply = () => {
    applying = true
    applyAddress(state, location.hash)
    lastStep = stepOf()
    lastAmounts = amountsOf()
    sliding = false
    applying = false
  }
  const arrive = async () => {
    if (state.network.details.value === null && NAMES_TARGET.test(location.hash)) {
      waiting = true
      await know()
      waiting = false
    }
    if (location.hash !== formatAddress(state)) apply()
  }
  await arrive()
  addEventListener('popstate', arrive)
  addEventListener('hashchange', arrive)
  effect(() => {
    const address = formatAddress(state)
    const [step, amounts] = [stepOf(), amountsOf()]
    const slides = step === lastStep && amounts !== lastAmounts
    const isNew = step !== lastStep || (slides && !sliding)
    lastStep = step
    lastAmounts = amounts
    if (applying || waiting || address === location.hash || (address === '#/' && location.hash === '')) return
    if (isNew) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    // The camera may come to rest between two moves.
    if (isNew) sliding = slides
  })
}

function names(all: readonly string[], chosen: ReadonlySet<number>): string {
  return [...chosen]
    .sort((a, b) => a - b)
    .map((n) => all[n])
    .join(',')
}

function numbers(all: readonly string[], value: string | null): ReadonlySet<number> {
  return new Set(
    (value ?? '')
      .split(',')
      .map((name) => all.indexOf(name))
      .filter((n) => n >= 0),
  )
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    // An address cut short in the middle of an escape; what is left of it names nothing.
    if (error instanceof URIError) return ''
    throw error
  }
}
