import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { contentOf, exportInput } from '../pipeline/export/fixture.ts'
import { indexKnowledge } from '../pipeline/export/page-index.ts'
import { exportSiteData } from '../pipeline/export/site-data.ts'
import { REGISTRY } from './data.ts'
import { buildNetwork, labelOf, shardOf } from './network.ts'

interface Script {
  src: string
  onload(): void
  onerror(): void
  remove(): void
}

const page = globalThis as unknown as Record<string, { push(entry: [string, unknown]): void } | undefined>
let asked: Script[] = []
let onPage: Script[] = []

/** The module as a page that was just opened has it. */
async function openPage(early?: readonly [string, unknown][]) {
  vi.resetModules()
  if (early) vi.stubGlobal(REGISTRY, [...early])
  const load = await import('./load.ts')
  load.openRegistry()
  return load
}

const push = (name: string, value: unknown) => page[REGISTRY]?.push([name, value])

beforeEach(() => {
  asked = []
  onPage = []
  vi.stubGlobal(REGISTRY, undefined)
  vi.stubGlobal('document', {
    createElement: () => {
      const script = {} as Script
      script.remove = () => onPage.splice(onPage.indexOf(script), 1)
      return script
    },
    head: {
      append: (script: Script) => {
        asked.push(script)
        onPage.push(script)
      },
    },
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the topology', () => {
  test.each([
    ['is of another version', [['graph', { version: 1 }]], undefined],
    ['did not come', [], undefined],
  ] as const)('%s', async (_, early, expected) => {
    const { topology } = await openPage(early as unknown as [string, unknown][])
    expect(topology()).toEqual(expected)
  })

  test('is not there where nothing came', async () => {
    const { topology } = await openPage()
    expect(topology()).toBeUndefined()
  })
})

describe('a shard', () => {
  test('is asked for once, however many want it, and leaves no script behind', async () => {
    const { loadTargets } = await openPage()
    const both = Promise.all([loadTargets(), loadTargets()])
    expect(asked.map(({ src }) => src)).toEqual(['app/targets.js'])
    push('targets', [])
    asked[0]?.onload()
    const [one, other] = await both
    expect(one).toBe(other)
    expect(await loadTargets()).toBe(one)
    expect(asked).toHaveLength(1)
    expect(onPage).toEqual([])
  })

  test('that came before the script is not asked for', async () => {
    const { loadNames } = await openPage([['names', [{ node: 1 }]]])
    expect(await loadNames()).toEqual([{ node: 1 }])
    expect(asked).toEqual([])
  })

  test.each([
    ['cannot be had', (script: Script | undefined) => script?.onerror()],
    ['is not what it should be', (script: Script | undefined) => script?.onload()],
  ])('that %s is an error that names its file; the next call asks again', async (_, fail) => {
    const { loadRelations } = await openPage()
    const first = loadRelations(3)
    fail(asked[0])
    await expect(first).rejects.toThrow('app/relations-3.js')
    expect(onPage).toEqual([])
    const second = loadRelations(3)
    push('relations-3', [])
    asked[1]?.onload()
    expect(await second).toEqual([])
    expect(asked).toHaveLength(2)
  })

  test.each([
    ['__proto__', 'app/articles/__proto__.js'],
    ['constructor', 'app/articles/constructor.js'],
    ['marchés 2', 'app/articles/march%C3%A9s%202.js'],
    ['a?b#c%d"<', 'app/articles/a%3Fb%23c%25d%22%3C.js'],
  ])('of an article named %j is its own', async (id, src) => {
    const { loadArticle } = await openPage()
    const article = loadArticle(id)
    expect(asked[0]?.src).toBe(src)
    push(`articles/${id}`, { html: id, mentions: [] })
    expect(await article).toEqual({ html: id, mentions: [] })
  })
})

test('what the build writes arrives: each relation’s shard holds it, with passages that name both its ends', async () => {
  const input = exportInput()
  const { common } = exportSiteData(input, indexKnowledge(input.knowledge, new Map()))
  const files = [...common]
  const run = (path: string) => new Function('self', contentOf(files, path))(globalThis)
  const load = await openPage()
  run('app/graph.js')
  const site = load.topology()
  if (!site) throw new Error('no topology')
  const network = buildNetwork(site, { value: null })
  expect(site.relations).toBe(input.knowledge.relations.length)
  for (let e = 0; e < site.relations; e++) {
    const shard = shardOf(site, e)
    const loading = load.loadRelations(shard)
    run(`app/relations-${shard}.js`)
    const relation = (await loading)[e - (site.relationShards[shard] as number)]
    const { evidence } = input.knowledge.relations.find(({ id }) => id === relation?.id) ?? {}
    expect(relation?.passages.map(({ exact }) => exact)).toEqual(evidence?.map(({ exact }) => exact))
    for (const { exact, marks } of relation?.passages ?? [])
      for (const n of [site.edges.source[e] as number, site.edges.target[e] as number]) {
        const at = marks.findIndex((value, i) => i % 3 === 2 && value === n) - 2
        expect(exact.slice(marks[at], (marks[at] as number) + (marks[at + 1] as number))).toBe(labelOf(network, n))
      }
  }
})
