import { readFile } from 'node:fs/promises'
import { MultiDirectedGraph } from 'graphology'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLES } from './articles.ts'
import { openSite, type TestSite } from './open-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite(ARTICLES)
})
afterEach(() => site.closePages())
afterAll(() => site?.close())

const column = async (page: Page, name: string) => {
  const headers = await page.getByRole('columnheader').allTextContents()
  const at = headers.findIndex((header) => header.startsWith(name))
  const rows = await page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .all()
  return Promise.all(rows.map(async (row) => ((await row.locator('th, td').nth(at).textContent()) ?? '').trim()))
}

describe('targets', () => {
  test('the table gives each target its fields, what is missing, and its sentence', async () => {
    const { page } = await site.open('#/?view=targets')
    const row = page.getByRole('row').filter({ hasText: '42' })
    await row.waitFor()
    const said = await row.textContent()
    for (const text of ['Acier du Nord', 'lower emissions', '42', '%', '2019', '2030', 'announced', 'scope'])
      expect(said).toContain(text)
    const { evidence } = site.knowledge.targets.find(({ value }) => value === 42) ?? {}
    expect(said?.replace(/\s+/g, ' ')).toContain(evidence?.[0]?.exact.replace(/\s+/g, ' '))
  })

  test('the table sorts by the year by which, both ways', async () => {
    const { page } = await site.open('#/?view=targets')
    await page.getByRole('row').filter({ hasText: '42' }).waitFor()
    expect(await column(page, 'Deadline')).toEqual(['2030', '2035', '2040', '2050'])
    await page.getByRole('columnheader', { name: 'Deadline' }).getByRole('button').click()
    expect(await column(page, 'Deadline')).toEqual(['2050', '2040', '2035', '2030'])
  })

  test('the timeline is drawn, a brush over it filters every view, and the address keeps it', async () => {
    const { page } = await site.open('#/?view=targets')
    const timeline = page.getByRole('img', { name: 'Timeline of targets by deadline' })
    await timeline.waitFor()
    const at = async (year: string) => {
      const box = await timeline.getByText(year, { exact: true }).boundingBox()
      if (!box) throw new Error(`${year} is not on the timeline`)
      return box.x + box.width / 2
    }
    const box = await timeline.boundingBox()
    if (!box) throw new Error('the timeline is not on the page')
    const [from, to] = [await at('2025'), await at('2050')]
    // From 2032 to 2045, below all rows but in the frame.
    await page.mouse.move(from + ((to - from) * 7) / 25, box.y + 5)
    await page.mouse.down()
    await page.mouse.move(from + ((to - from) * 20) / 25, box.y + 5, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => column(page, 'Deadline')).toEqual(['2035', '2040'])
    expect(new URL(page.url()).hash).toMatch(/years=203[123]-204[456]/)
    await page.getByRole('button', { name: 'All years' }).click()
    await expect.poll(() => column(page, 'Deadline')).toEqual(['2030', '2035', '2040', '2050'])
  })
})

describe('table', () => {
  test('holds all that the graph shows, and sorts by any column', async () => {
    const { page } = await site.open('#/?view=table')
    await page.getByRole('rowheader', { name: 'Solvane Group' }).waitFor()
    const { documents, entities, targets } = site.knowledge
    expect(await page.getByRole('rowheader').count()).toBe(documents.length + entities.length + targets.length)
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
    const names = await column(page, 'Name')
    expect(names).toEqual([...names].sort(new Intl.Collator('en', { numeric: true }).compare))
    expect(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')
  })

  test('filters by text, and T goes to it and back', async () => {
    const { page } = await site.open()
    await page.keyboard.press('t')
    await page.getByRole('searchbox', { name: 'Filter the table' }).fill('boreal')
    await expect.poll(() => column(page, 'Name')).toEqual(['Boréal Énergie'])
    await page.getByRole('link', { name: 'Boréal Énergie' }).first().click()
    await page.getByRole('heading', { level: 2, name: 'Boréal Énergie' }).waitFor()
    await page.keyboard.press('t')
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(0)
  })
})

describe('paths', () => {
  test('the shortest way between two names, with a sentence at each hop', async () => {
    const { page } = await site.open('#/entity/place/dublin')
    await page.getByRole('button', { name: 'Path from here' }).click()
    await page.getByRole('combobox', { name: 'To' }).fill('Boréal')
    await page.getByRole('option', { name: 'Boréal Énergie' }).first().click()
    await page.getByText('Path 1 of 1').waitFor()
    const hops = page.getByRole('complementary', { name: 'Record' }).locator('ol > li')
    await expect
      .poll(() => hops.locator(':scope > p').allTextContents())
      .toEqual(['Dublin', 'Lumen Power', 'Solvane Group', 'Boréal Énergie'])
    await expect.poll(() => hops.locator('blockquote').allTextContents()).toHaveLength(3)
    expect((await hops.locator('blockquote').allTextContents()).join(' ')).toContain('Lumen Power is based in Dublin')
    const { hash } = new URL(page.url())
    expect(hash).toContain('from=place/dublin')
    expect(hash).toContain('to=organization/boreal-energie')
  })

  test('says so when a filter cuts the way', async () => {
    const { page } = await site.open('#/?from=place/dublin&to=organization/boreal-energie&hide=organization,document')
    await page.getByText('Nothing joins these two names with the present filters.').waitFor()
  })
})

describe('take away', () => {
  async function take(page: Page, button: string): Promise<Buffer> {
    await page.getByRole('button', { name: 'Share and take away' }).click()
    const arrives = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
    return readFile(await (await arrives).path())
  }

  test('what is in focus, as a graph that graphology reads', async () => {
    const { page } = await site.open('#/entity/organization/lumen-power')
    await page.getByRole('heading', { level: 2, name: 'Lumen Power' }).waitFor()
    const graph = MultiDirectedGraph.from(JSON.parse(String(await take(page, 'What is visible, as JSON'))))
    expect(graph.hasNode('organization/lumen-power')).toBe(true)
    expect(graph.hasNode('place/dublin')).toBe(true)
    expect(graph.hasNode('person/claire-dumas')).toBe(false)
    expect(graph.mapEdges((_, { relation }) => relation)).toContain('acquired')
  })

  test('pictures: PNG, and SVG that holds no more than is shown', async () => {
    const { page } = await site.open('#/?hide=person')
    await page.locator('canvas').first().waitFor()
    const png = await take(page, 'PNG')
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect(png.length).toBeGreaterThan(10_000)
    await page.keyboard.press('Escape')
    const svg = String(await take(page, 'SVG'))
    const problem = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent ?? '',
      svg,
    )
    expect(problem).toBe('')
    expect(svg).toContain('Solvane Group')
    expect(svg).not.toContain('Claire Dumas')
  })

  test('every format is offered and is there', async () => {
    const { page } = await site.open()
    await page.getByRole('button', { name: 'Share and take away' }).click()
    const links = page.getByRole('dialog').getByRole('link')
    await links.first().waitFor()
    const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    expect(addresses.length).toBeGreaterThanOrEqual(10)
    for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(200)
  })

  test('an embed snippet that shows the same view', async () => {
    const { page } = await site.open('#/entity/person/martin-hale')
    await page.getByRole('button', { name: 'Share and take away' }).click()
    const snippet = await page.getByRole('dialog').getByRole('textbox').inputValue()
    expect(snippet).toMatch(/^<iframe [^>]*src="[^"]*#\/entity\/person\/martin-hale/)
  })

  test('a dossier to print', async () => {
    const { page } = await site.open('#/entity/organization/solvane-group')
    await page.getByRole('link', { name: 'Dossier to print' }).click()
    await page.getByRole('heading', { level: 1, name: 'Solvane Group' }).waitFor()
    await page.getByText('Solvane Group acquired Lumen Power in 2021').first().waitFor()
  })

  test('a link, copied', async () => {
    const { page } = await site.open('#/entity/person/martin-hale', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('Link copied').first().waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  })
})
