import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLES } from './articles.ts'
import { axeViolations } from './axe-violations.ts'
import { openSite, type TestSite } from './open-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite(ARTICLES)
})
afterEach(() => site.closePages())
afterAll(() => site?.close())

/** Addresses within the explorer, and what is there once they are complete. */
const VIEWS: readonly (readonly [address: string, text: string])[] = [
  ['#/', 'What these articles say'],
  ['#/entity/organization/solvane-group', 'acquired Lumen Power in'],
  ['#/edge/organization/solvane-group~acquired~organization/lumen-power', 'acquired Lumen Power in'],
  ['#/?from=place/dublin&to=organization/boreal-energie', 'Path 1 of 1'],
  ['#/?view=table', 'Martin Hale'],
  ['#/?view=targets', 'Drag across the timeline'],
  ['#/?read=ARTICLE', 'GE100%'],
]
const PAGES: readonly string[] = [
  'articles/ARTICLE/index.html',
  'entities/organization/solvane-group/index.html',
  'targets/index.html',
]

async function violationsOf(page: Page, where: string): Promise<string[]> {
  return (await axeViolations(page)).map((violation) => `${where}: ${violation}`)
}

// Axe reads every element, seven times over: on a busy machine that takes more than the usual limit.
describe.each(['light', 'dark'] as const)('axe finds nothing in %s', { timeout: 240_000 }, (colorScheme) => {
  const articleId = () => site.knowledge.documents.find(({ path }) => path.includes('acier'))?.id as string

  test('in any view of the explorer', async () => {
    const { page } = await site.open('', { colorScheme })
    const found: string[] = []
    for (const [address, text] of VIEWS) {
      await page.evaluate(
        (hash) => {
          location.hash = hash
        },
        address.replace('ARTICLE', encodeURIComponent(articleId())),
      )
      await page.getByText(text).first().waitFor()
      found.push(...(await violationsOf(page, address)))
    }
    expect(found).toEqual([])
  })

  test('in the dialogs', async () => {
    const { page } = await site.open('', { colorScheme })
    const found: string[] = []
    for (const name of ['Help', 'Share and take away']) {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('dialog', { name }).waitFor()
      found.push(...(await violationsOf(page, name)))
      await page.keyboard.press('Escape')
    }
    expect(found).toEqual([])
  })

  test('on a phone, with a sheet open', async () => {
    const { page } = await site.open('', { colorScheme, viewport: { width: 390, height: 844 } })
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('checkbox', { name: /^people/i }).waitFor()
    expect(await violationsOf(page, 'phone')).toEqual([])
  })

  test('on the pages beside it', async () => {
    const { page } = await site.open('targets/index.html', { colorScheme })
    const { origin } = new URL(page.url())
    const found: string[] = []
    for (const path of PAGES) {
      await page.goto(`${origin}/${path.replace('ARTICLE', encodeURIComponent(articleId()))}`)
      found.push(...(await violationsOf(page, path)))
    }
    expect(found).toEqual([])
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
    // A closed sheet is out of reach for every reader, so its heading has no role any more.
    await expect.poll(() => heading.count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})
