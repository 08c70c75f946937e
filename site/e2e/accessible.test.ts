import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLES } from './articles.ts'
import { openSite, type TestSite } from './open-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite(ARTICLES)
})
afterEach(() => site.closePages())
afterAll(() => site?.close())

/** A page, and what is on it once it is complete. */
const PAGES: Readonly<Record<string, [path: string, text: string]>> = {
  graph: ['', 'What these articles say'],
  record: ['#/entity/organization/solvane-group', 'acquired Lumen Power in'],
  relation: ['#/edge/organization/solvane-group~acquired~organization/lumen-power', 'acquired Lumen Power in'],
  path: ['#/?from=place/dublin&to=organization/boreal-energie', 'Path 1 of 1'],
  table: ['#/?view=table', 'Filter the table'],
  targets: ['#/?view=targets', 'Drag across the timeline'],
  article: ['#/?read=ARTICLE', 'Boréal'],
  'page of an article': ['articles/ARTICLE/index.html', 'Boréal'],
  'page of an entity': ['entities/organization/solvane-group/index.html', 'Lumen Power'],
  'page of targets': ['targets/index.html', '42'],
}

describe.each(['light', 'dark'] as const)('axe finds nothing in %s', (colorScheme) => {
  test.each(Object.entries(PAGES))('%s', async (_, [path, text]) => {
    const { id } = site.knowledge.documents.find(({ path }) => path.includes('acier')) as { id: string }
    const { page } = await site.open(path.replace('ARTICLE', encodeURIComponent(id)), { colorScheme })
    await page.locator(`text=${text}, [placeholder="${text}"]`).or(page.getByText(text)).first().waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })

  test.each(['Help', 'Share and take away'])('dialog: %s', async (name) => {
    const { page } = await site.open('', { colorScheme })
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog', { name }).waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })

  test('on a phone, with a sheet open', async () => {
    const { page } = await site.open('', { colorScheme, viewport: { width: 390, height: 844 } })
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('checkbox', { name: /^people/ }).waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})

describe('keyboard', () => {
  test('? opens the help and Escape closes it, back where the keyboard was', async () => {
    const { page } = await site.open()
    await page.getByRole('button', { name: 'Table', exact: true }).focus()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Help' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Table')
  })

  test('Escape steps back: article, then record', async () => {
    const { id } = site.knowledge.documents[0] as { id: string }
    const { page } = await site.open(`#/entity/organization/solvane-group?read=${id}`)
    await page.getByRole('article').locator('[data-start]').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 2, name: 'Solvane Group' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'What these articles say' }).waitFor()
  })

  test('letters typed into a box are text, not commands', async () => {
    const { page } = await site.open()
    await page.getByRole('combobox', { name: 'Search', exact: true }).focus()
    await page.keyboard.type('trp?')
    expect(await page.getByRole('combobox', { name: 'Search', exact: true }).inputValue()).toBe('trp?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('table').count()).toBe(0)
  })

  test('every control can be reached with Tab and shows that it has the keyboard', async () => {
    const { page } = await site.open('#/entity/organization/solvane-group')
    await page.getByText('acquired Lumen Power in').first().waitFor()
    const seen = new Set<string>()
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      const { name, shown } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const { outlineStyle, boxShadow } = getComputedStyle(element)
        const around = element.parentElement ? getComputedStyle(element.parentElement) : null
        return {
          name: element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? element.tagName,
          shown:
            outlineStyle !== 'none' ||
            boxShadow !== 'none' ||
            (around !== null && (around.outlineStyle !== 'none' || around.boxShadow !== 'none')),
        }
      })
      expect(shown, name).toBe(true)
      seen.add(name)
    }
    for (const name of ['Graph', 'Table', 'Targets', 'Help']) expect(seen).toContain(name)
  })
})

describe('languages', () => {
  test.each([
    ['fr-FR', 'Légende', 'fr'],
    ['en-US', 'Legend', 'en'],
  ])('follows a browser in %s', async (locale, legend, lang) => {
    const { page } = await site.open('', { locale })
    await page.getByRole('group', { name: legend }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
  })

  test('can be switched, and the choice is kept', async () => {
    const { page } = await site.open()
    await page.getByRole('button', { name: 'Interface en français' }).click()
    await page.getByRole('group', { name: 'Légende' }).waitFor()
    await page.reload()
    await page.getByRole('group', { name: 'Légende' }).waitFor()
  })
})

describe('on a phone', () => {
  test('the record is a sheet that opens with a name and closes', async () => {
    const { page } = await site.open('#/entity/organization/solvane-group', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    })
    const heading = page.getByRole('heading', { level: 2, name: 'Solvane Group' })
    await heading.waitFor()
    const inView = () =>
      heading.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return top < innerHeight && bottom > 0 && getComputedStyle(element).visibility === 'visible'
      })
    expect(await inView()).toBe(true)
    await page
      .getByRole('complementary', { name: 'Record' })
      .getByRole('button', { name: 'Close', exact: true })
      .click()
    await expect.poll(inView).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})
