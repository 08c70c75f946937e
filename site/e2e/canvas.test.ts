import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportSite } from '../../pipeline/export/site.ts'
import { generateInput } from '../../scripts/generate-site-input.ts'
import { ARTICLES } from './articles.ts'
import { launch, openSite, serve, type TestSite } from './open-site.ts'

/** A year that another article gives otherwise. */
const UPDATE = `---
title: Solvane brings its date forward
lang: en
date: 2025-02-03
---

# Solvane brings its date forward

Solvane Group aims to reach net zero emissions by 2045. Martin Hale, chief executive of Solvane Group, spoke in Dublin.
`

interface Placed {
  x: number
  y: number
  community: number
}

let site: TestSite
let page: Page
const nodes = new Map<string, Placed>()
beforeAll(async () => {
  site = await openSite({ ...ARTICLES, 'articles/solvane-update.md': UPDATE })
  const graph = JSON.parse(await readFile(join(site.folder, 'data/graph.json'), 'utf8'))
  for (const { key, attributes } of graph.nodes) nodes.set(key, attributes)
  ;({ page } = await site.open('', { before: recordTexts }))
})
afterAll(() => site?.close())

/** Keeps what is written on each canvas since it was last cleared. */
function recordTexts() {
  const { clearRect, fillText } = CanvasRenderingContext2D.prototype
  const written = new Map<HTMLCanvasElement, string[]>()
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    written.set(this.canvas, [])
    clearRect.apply(this, area)
  }
  CanvasRenderingContext2D.prototype.fillText = function (...text) {
    written.get(this.canvas)?.push(text[0])
    fillText.apply(this, text)
  }
  Object.assign(window, {
    textsOnCanvas: () => [...written].flatMap(([canvas, texts]) => (canvas.isConnected ? texts : [])),
  })
}

const texts = (): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { textsOnCanvas(): string[] }).textsOnCanvas())

/** A camera that has a point between nodes in the middle of the canvas; positions are parts of the whole graph's frame. */
function cameraAt(keys: readonly string[], ratio = 0.5): string {
  const all = [...nodes.values()]
  const frame = (axis: 'x' | 'y') => {
    const values = all.map((node) => Math.round(node[axis]))
    return { least: Math.min(...values), most: Math.max(...values) }
  }
  const [x, y] = [frame('x'), frame('y')]
  const span = Math.max(x.most - x.least, y.most - y.least)
  const middle = (axis: 'x' | 'y') =>
    keys.reduce((sum, key) => sum + Math.round((nodes.get(key) as Placed)[axis]), 0) / keys.length
  const at = [0.5 + (middle('x') - (x.least + x.most) / 2) / span, 0.5 - (middle('y') - (y.least + y.most) / 2) / span]
  return `camera=${at.map((v) => v.toFixed(4)).join(',')},${ratio}`
}

/** Where that is on the page. */
async function middleOf(): Promise<{ x: number; y: number }> {
  const box = await page.getByRole('application').boundingBox()
  if (!box) throw new Error('there is no graph')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** One page for all: each test goes to its address. */
async function go(hash: string): Promise<void> {
  await page.mouse.move(2, 2)
  await page.evaluate((hash) => {
    location.hash = hash
  }, hash)
}

async function point(): Promise<void> {
  const { x, y } = await middleOf()
  await page.mouse.move(x - 1, y)
  await page.mouse.move(x, y)
}

async function click(): Promise<void> {
  const { x, y } = await middleOf()
  await page.mouse.click(x, y)
}

/** How many pixels in a square around the middle of the canvas have which colour, most frequent first. */
async function colorsInMiddle(side: number): Promise<Map<string, number>> {
  const { x, y } = await middleOf()
  const clip = { x: Math.round(x - side / 2), y: Math.round(y - side / 2), width: side, height: side }
  const png = (await page.screenshot({ clip })).toString('base64')
  // Where no policy forbids to read it.
  const reader = await page.context().newPage()
  const found = await reader.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(image, 0, 0)
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height)
    const counts = new Map<string, number>()
    for (let i = 0; i < pixels.length; i += 4) {
      const hex = `#${[...pixels.slice(i, i + 3)].map((v) => v.toString(16).padStart(2, '0')).join('')}`
      counts.set(hex, (counts.get(hex) ?? 0) + 1)
    }
    return [...counts].sort((a, b) => b[1] - a[1])
  }, png)
  await reader.close()
  return new Map(found)
}

const token = (name: string): Promise<string> =>
  page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(), name)

const record = (name: string) => page.getByRole('heading', { level: 2, name, exact: true })

const DUMAS = 'person/claire-dumas'
const SOLVANE = 'organization/solvane-group'
const LUMEN = 'organization/lumen-power'

describe('pointer', () => {
  test('a click on a node selects it, one on empty ground ends that', async () => {
    await go(`#/?${cameraAt([DUMAS])}`)
    await click()
    await record('Claire Dumas').waitFor()
    expect(new URL(page.url()).hash).toMatch(/^#\/entity\/person\/claire-dumas\b/)
    const box = await page.getByRole('application').boundingBox()
    await page.mouse.click((box?.x ?? 0) + 4, (box?.y ?? 0) + 4)
    await page.getByRole('heading', { name: 'What these articles say' }).waitFor()
  })

  test('pointing at a node previews its neighbourhood with the names of its relations; leaving ends that', async () => {
    await go(`#/?${cameraAt([LUMEN], 0.9)}`)
    await expect.poll(() => texts()).toEqual(expect.arrayContaining(['Lumen Power', 'Claire Dumas']))
    expect(await texts()).not.toContain('acquired')
    await point()
    await expect.poll(() => texts()).toEqual(expect.arrayContaining(['Lumen Power', 'Solvane Group', 'acquired']))
    expect(await texts()).not.toContain('Claire Dumas')
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('What these articles say')
    await page.mouse.move(2, 2)
    await expect.poll(() => texts()).toContain('Claire Dumas')
    expect(await texts()).not.toContain('acquired')
  })

  test('an edge tells its relation when it is pointed at, and its record when it is clicked', async () => {
    await go(`#/?${cameraAt([SOLVANE, LUMEN])}`)
    await point()
    await expect.poll(() => texts()).toContain('acquired')
    await click()
    await page.getByRole('heading', { level: 2, name: 'Solvane Group acquired Lumen Power' }).waitFor()
    expect(new URL(page.url()).hash).toContain('/edge/')
  })

  test('what is selected shows the names of its relations, to the depth of the focus', async () => {
    await go('#/entity/place/dublin')
    await expect.poll(() => texts()).toContain('Lumen Power')
    expect(await texts()).not.toContain('acquired')
    await page.getByRole('group', { name: 'Neighbourhood' }).getByRole('button', { name: '2' }).click()
    await expect.poll(() => texts()).toContain('acquired')
  })
})

describe('reader and graph', () => {
  const idOf = (title: string) => site.knowledge.documents.find((document) => document.title === title)?.id
  const article = () => page.getByRole('article', { name: 'Acier du Nord à la COP 28' })
  const mention = () => article().getByRole('button', { name: 'Claire Dumas' }).first()
  const look = (name: () => ReturnType<typeof mention>) =>
    name().evaluate((mark) => getComputedStyle(mark).backgroundColor)

  test('pointing at a mention lights its node', async () => {
    await go(`#/?read=${idOf('Acier du Nord à la COP 28')}&${cameraAt([DUMAS])}`)
    await mention().waitFor()
    const accent = await token('--accent')
    const lit = async () => (await colorsInMiddle(60)).get(accent) ?? 0
    await expect.poll(lit).toBe(0)
    await mention().hover()
    await expect.poll(lit).toBeGreaterThan(20)
    await page.mouse.move(2, 2)
    await expect.poll(lit).toBe(0)
  })

  test('pointing at a node lights its mentions, and no others', async () => {
    await go(`#/?read=${idOf('Acier du Nord à la COP 28')}&${cameraAt([DUMAS])}`)
    await mention().waitFor()
    const other = () => article().getByRole('button', { name: 'COP 28' }).first()
    const [plain, otherPlain] = [await look(mention), await look(other)]
    await point()
    await expect.poll(() => look(mention)).not.toBe(plain)
    expect(await look(other)).toBe(otherPlain)
    await page.mouse.move(2, 2)
    await expect.poll(() => look(mention)).toBe(plain)
  })

  test('a click on a node that the article names keeps the article, on any other shows its record', async () => {
    await go(`#/?read=${idOf('Acier du Nord à la COP 28')}&${cameraAt([DUMAS])}`)
    await mention().waitFor()
    await click()
    await page.getByRole('button', { name: 'Open the record' }).waitFor()
    expect(await article().count()).toBe(1)
    await go(`#/?read=${idOf('Acier du Nord à la COP 28')}&${cameraAt([LUMEN])}`)
    await mention().waitFor()
    await click()
    await record('Lumen Power').waitFor()
  })
})

describe('colour', () => {
  /** The colour of most of what is around a node, paper aside. */
  async function colorOf(key: string, query: string): Promise<string> {
    await go(`#/?${query}&${cameraAt([key], 0.25)}`)
    await expect.poll(texts).not.toEqual([])
    const paper = await token('--paper')
    return [...(await colorsInMiddle(16)).keys()].find((color) => color !== paper) ?? paper
  }

  /** Sum over red, green and blue: what passes through a shader may be off by one. */
  function differenceOf(one: string, other: string): number {
    const parts = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
    const others = parts(other)
    return parts(one).reduce((sum, part, i) => sum + Math.abs(part - (others[i] as number)), 0)
  }

  test('by category, then by community', async () => {
    const keys = [...nodes.keys()].filter((key) => key.startsWith('organization/'))
    const communityOf = (key: string) => (nodes.get(key) as Placed).community
    const one = keys[0] as string
    const far = keys.find((key) => communityOf(key) !== communityOf(one)) as string
    const organization = await token('--c-organization')
    for (const key of [one, far]) expect(differenceOf(await colorOf(key, 'depth=1'), organization)).toBeLessThan(6)
    await page.getByRole('group', { name: 'Colour' }).getByRole('button', { name: 'community' }).click()
    expect(new URL(page.url()).hash).toContain('color=community')
    const [color, other] = [await colorOf(one, 'color=community'), await colorOf(far, 'color=community')]
    expect(differenceOf(color, other)).toBeGreaterThan(40)
  })
})

describe('leaving out', () => {
  test('articles', async () => {
    await go('#/')
    const title = 'Solvane publishes its climate report'
    await expect.poll(async () => (await texts()).some((text) => text.startsWith(title))).toBe(true)
    await page.getByRole('checkbox', { name: /^articles/ }).click()
    await expect.poll(async () => (await texts()).some((text) => text.startsWith(title))).toBe(false)
    expect(await texts()).toContain('Solvane Group')
  })

  test('hubs: what has more links than asked for, in graph, table and search', async () => {
    await go('#/')
    await expect.poll(texts).toContain('Solvane Group')
    await page.getByRole('slider', { name: 'Links at most' }).fill('3')
    await expect.poll(texts).not.toContain('Solvane Group')
    expect(await texts()).toContain('Claire Dumas')
    await page.getByRole('combobox', { name: 'Search', exact: true }).fill('Solvane Group')
    await page
      .getByRole('status')
      .filter({ hasText: /result/ })
      .waitFor()
    expect(await page.getByRole('option', { name: 'Solvane Group', exact: true }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await page.getByRole('rowheader', { name: 'Claire Dumas' }).waitFor()
    expect(await page.getByRole('rowheader', { name: 'Solvane Group', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Show everything again' }).click()
    await page.getByRole('rowheader', { name: 'Solvane Group', exact: true }).waitFor()
  })
})

describe('contradictions', () => {
  const conflicting = () => page.getByRole('row').filter({ hasText: 'net zero emissions' })

  test('are flagged in the table, each target leading to the one that says otherwise', async () => {
    await go('#/?view=targets')
    await expect.poll(() => conflicting().count()).toBe(2)
    for (const row of await conflicting().all()) expect(await row.textContent()).toContain('Contradiction')
    const others = page.getByRole('row').filter({ hasNotText: 'net zero emissions' })
    expect((await others.allTextContents()).join(' ')).not.toContain('Contradiction')
    await conflicting().filter({ hasText: '2050' }).getByRole('cell').getByRole('link').first().click()
    const flag = page.getByText('Contradicted by').locator('..')
    await flag.getByRole('link').click()
    await page.getByRole('complementary', { name: 'Record' }).getByText('2045', { exact: true }).waitFor()
    await page.getByText('Contradicted by').waitFor()
  })

  test('are flagged on the page of targets that needs no scripts, by the same words', async () => {
    const { page } = await site.open('targets/', { javaScriptEnabled: false })
    const target = (year: string) =>
      page.getByRole('article').filter({ has: page.getByRole('definition').filter({ hasText: year }) })
    const flagged = page.getByRole('article').filter({ hasText: /Contradicted by|Contredit par/ })
    expect(await flagged.count()).toBe(2)
    const link = target('2050')
      .filter({ hasText: 'net zero' })
      .getByRole('link', { name: /^net zero.* · / })
    expect(await link.textContent()).toContain('2045')
    const id = new URL((await link.getAttribute('href')) ?? '', page.url()).hash.slice(1)
    expect(await page.locator(`[id="${id}"]`).getByRole('definition').allTextContents()).toContain('2045')
  })
})

describe('keyboard in the graph', () => {
  const said = () => page.getByRole('status').allTextContents()

  test('reaches every node, says where it is, and goes there', async () => {
    await go('#/')
    await page.getByRole('application').focus()
    const reached = new Set<string>()
    for (let i = 0; i < nodes.size; i++) {
      await page.keyboard.press('ArrowDown')
      reached.add((await said()).find((text) => / links?$/.test(text)) ?? '')
    }
    expect(reached.size).toBe(nodes.size)
    await page.keyboard.press('ArrowDown')
    const first = (await said()).find((text) => / links$/.test(text))
    expect(first).toMatch(/^Solvane Group, organisation, \d+ links$/)
    await page.keyboard.press('ArrowUp')
    expect(await said()).not.toContain(first)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await record('Solvane Group').waitFor()
    await expect.poll(said).toContain(first)
  })

  test('a selection is said, from wherever it is made', async () => {
    await go('#/?view=table')
    await page.getByRole('rowheader', { name: 'Lumen Power' }).getByRole('link').click()
    await expect.poll(said).toContainEqual(expect.stringMatching(/^Lumen Power, organisation, \d+ links$/))
    await page.keyboard.press('Escape')
    await expect.poll(said).toContain('Selection cleared')
  })

  test('a filter says what is shown now', async () => {
    await go('#/')
    await page.getByRole('checkbox', { name: /^people/ }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ items and \d+ links shown$/ })
      .waitFor()
  })
})

describe('a large graph', () => {
  const input = generateInput({ nodes: 1000, documents: 60 })
  let stop: () => Promise<void>
  let first: Page
  beforeAll(async () => {
    first = page
    const folder = await mkdtemp(join(tmpdir(), 'maillage-canvas-'))
    for await (const { path, content } of exportSite(input)) {
      if (/^(entities|articles|targets|app\/articles)\//.test(path)) continue
      const file = join(folder, path)
      await mkdir(dirname(file), { recursive: true })
      const whole = typeof content === 'string' || content instanceof Uint8Array
      await writeFile(file, whole ? content : [...(content as Iterable<string>)].join(''))
    }
    const server = await serve(folder)
    const browser = await launch()
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    })
    await context.addInitScript(recordTexts)
    page = await context.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.getByRole('application').and(page.locator('[data-ready="true"]')).waitFor()
    stop = async () => {
      await browser.close()
      await new Promise((done) => server.close(done))
      await rm(folder, { recursive: true, force: true })
    }
  })
  afterAll(async () => {
    page = first
    await stop?.()
  })

  /** Entities by how much is said of them, as far as their relations and mentions tell. */
  const names = new Map(input.knowledge.entities.map(({ label, mentions }) => [label, mentions.length]))
  const targets = new Set(input.graph.mapNodes((_, { category, label }) => (category === 'target' ? label : '')))
  const communitiesIn = (written: readonly string[]) =>
    written.filter((text) => text.includes(' · ') && !targets.has(text))
  const entitiesIn = (written: readonly string[]) => written.filter((text) => names.has(text))

  test('starts with its telling part, and shows all when asked', async () => {
    await go('#/')
    await page.getByText('most telling items out of').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('button', { name: 'Show the essentials' }).waitFor()
    expect(await page.getByText('most telling items out of').count()).toBe(0)
  })

  test('labels thin out: the most told of have theirs from far, others from near', async () => {
    await go('#/?all=1&camera=0.5,0.5,2.5')
    await expect.poll(async () => entitiesIn(await texts()).length).toBeGreaterThan(3)
    const far = entitiesIn(await texts())
    await go('#/?all=1&camera=0.5,0.5,0.25')
    await expect.poll(async () => entitiesIn(await texts()).length).toBeGreaterThan(far.length)
    const mean = (list: readonly string[]) => list.reduce((sum, name) => sum + (names.get(name) ?? 0), 0) / list.length
    expect(far.length).toBeLessThan(names.size / 4)
    expect(mean(far)).toBeGreaterThan(1.5 * mean([...names.keys()]))
  })

  test('communities are named by two of their entities, until one looks closely', async () => {
    await go('#/?all=1&camera=0.5,0.5,1')
    await expect.poll(async () => communitiesIn(await texts()).length).toBeGreaterThan(2)
    for (const community of communitiesIn(await texts()))
      for (const name of community.split(' · ')) expect(names.has(name), name).toBe(true)
    await go('#/?all=1&camera=0.5,0.5,0.2')
    await expect.poll(async () => communitiesIn(await texts())).toEqual([])
  })

  test('what is far down a record comes once the reader is near', async () => {
    await go('#/')
    await page.getByRole('complementary', { name: 'Record' }).getByRole('link').first().click()
    const pane = page.getByRole('region', { name: 'Record' })
    await expect.poll(() => pane.locator('blockquote').count()).toBeGreaterThan(0)
    const [rows, quotes] = [pane.locator('li'), pane.locator('blockquote')]
    const before = [await rows.count(), await quotes.count()] as const
    await pane.getByRole('heading', { name: 'In the articles' }).scrollIntoViewIfNeeded()
    await expect.poll(() => rows.count()).toBeGreaterThan(before[0])
    await expect.poll(() => quotes.count()).toBeGreaterThan(before[1])
  })

  test('a node out of the telling part is shown once it is asked for', async () => {
    await go('#/')
    await expect.poll(texts).not.toEqual([])
    const last = [...names].sort((a, b) => a[1] - b[1])[0]?.[0] as string
    await page.getByRole('combobox', { name: 'Search', exact: true }).fill(last)
    await page.getByRole('option', { name: last }).first().click()
    await record(last).waitFor()
    await expect.poll(texts).toContain(last)
  })
})
