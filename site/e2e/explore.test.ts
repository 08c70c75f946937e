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

const record = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name }).first()

async function find(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search', exact: true }).fill(text)
}

describe('see', () => {
  test('the page draws the graph, with a legend that counts what is in it, and reports nothing wrong', async () => {
    const { page, watch } = await site.open()
    await page.locator('canvas').first().waitFor()
    const organizations = site.knowledge.entities.filter(({ category }) => category === 'organization').length
    const row = page.getByRole('group', { name: 'Legend' }).getByRole('listitem').filter({ hasText: 'organisations' })
    await expect.poll(() => row.textContent()).toContain(String(organizations))
    expect(await row.getByRole('checkbox').isChecked()).toBe(true)
    expect([...watch.problems, ...watch.failures]).toEqual([])
  })
})

describe('search', () => {
  test.each([
    ['without accents and capitals', 'boreal energie', 'Boréal Énergie'],
    ['with a typing error', 'Solvnae', 'Solvane Group'],
    ['by the beginning of a name', 'duma', 'Claire Dumas'],
    ['in the words of a target', 'neutralite carbone', /neutralité carbone/],
    ['in sentences', 'chief executive spoke', /chief executive of Solvane Group, spoke/],
  ])('finds %s', async (_, text, name) => {
    const { page } = await site.open()
    await find(page, text)
    await option(page, name).waitFor()
    expect(await option(page, name).isVisible()).toBe(true)
  })

  test('is driven by the keyboard: / enters it, arrows choose, Enter opens the record, Escape leaves', async () => {
    const { page } = await site.open()
    await page.keyboard.press('/')
    await page.keyboard.type('Solvane')
    await option(page, 'Solvane Group').waitFor()
    const selected = page.getByRole('option', { selected: true })
    const first = await selected.textContent()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => selected.textContent()).not.toBe(first)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await record(page, 'Solvane Group').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('Solvane')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('option').count()).toBe(0)
  })

  test('says when nothing matches', async () => {
    const { page } = await site.open()
    await find(page, 'zzzzqqqq')
    await page.getByText('Nothing matches this search.').waitFor()
  })
})

describe('filter', () => {
  const names = (page: Page) => page.getByRole('rowheader').allTextContents()

  test('a category that is off leaves graph, table, search and address; reset brings it back', async () => {
    const { page } = await site.open('#/?view=table')
    await expect.poll(() => names(page)).toContain('Claire Dumas')
    await page.getByRole('checkbox', { name: /^people/ }).click()
    await expect.poll(() => names(page)).not.toContain('Claire Dumas')
    expect(await names(page)).toContain('Solvane Group')
    await find(page, 'Dumas')
    await expect.poll(() => page.getByRole('option', { name: 'Claire Dumas' }).count()).toBe(0)
    expect(new URL(page.url()).hash).toContain('person')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Show everything again' }).click()
    await expect.poll(() => names(page)).toContain('Claire Dumas')
  })

  test('Alt-click isolates a category', async () => {
    const { page } = await site.open('#/?view=table')
    await page.getByRole('checkbox', { name: /^places/ }).click({ modifiers: ['Alt'] })
    await expect.poll(async () => (await names(page)).sort()).toEqual(['Dubaï', 'Dublin'])
  })

  test.each([
    ['by document', 'in=articles-solvane-report', 'Martin Hale', 'Claire Dumas'],
    ['by language', 'language=fr', 'Claire Dumas', 'Martin Hale'],
    ['by year of the article', 'dates=2024-2024', 'Martin Hale', 'Claire Dumas'],
    ['by least mentions', 'least=3', 'Solvane Group', 'Martin Hale'],
  ])('%s', async (_, query, kept, left) => {
    const id = site.knowledge.documents.find(({ path }) => path.includes('solvane'))?.id as string
    const { page } = await site.open(`#/?view=table&${query.replace('articles-solvane-report', id)}`)
    await expect.poll(() => names(page)).toContain(kept)
    expect(await names(page)).not.toContain(left)
  })

  test('by relation: only links of other kinds stay', async () => {
    const { page } = await site.open('#/?view=table')
    await page.getByRole('button', { name: 'Links', exact: true }).first().click()
    const memberships = page.getByRole('row').filter({ hasText: 'is a member of' })
    await expect.poll(() => memberships.count()).toBe(2)
    await page.locator('summary').filter({ hasText: 'Relations' }).click()
    await page.getByRole('checkbox', { name: /^is a member of/ }).click()
    await expect.poll(() => memberships.count()).toBe(0)
  })
})

describe('focus', () => {
  test('arrows walk among neighbours, Enter goes there, and a status says so', async () => {
    const { page } = await site.open('#/entity/person/claire-dumas')
    await record(page, 'Claire Dumas').waitFor()
    await page
      .getByRole('application')
      .or(page.getByRole('region', { name: /^Graph\./ }))
      .first()
      .focus()
    await page.keyboard.press('ArrowRight')
    await page
      .getByRole('status')
      .filter({ hasText: /1 of \d+/ })
      .waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => record(page, 'Claire Dumas').count()).toBe(0)
  })

  test('F then arrows set how far the neighbourhood reaches', async () => {
    const { page } = await site.open('#/entity/person/claire-dumas')
    await record(page, 'Claire Dumas').waitFor()
    await page.keyboard.press('f')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => new URL(page.url()).hash).toContain('depth=2')
  })
})

describe('read the evidence', () => {
  test('the record shows each relation with its sentence, both names marked, and where it stands', async () => {
    const { page } = await site.open('#/entity/organization/lumen-power')
    const relation = page.getByRole('listitem').filter({ hasText: 'acquired Lumen Power in 2021' })
    await relation.first().waitFor()
    const marks = relation.locator('blockquote mark')
    expect(await marks.allTextContents()).toEqual(expect.arrayContaining(['Solvane Group', 'Lumen Power']))
    const { line } = site.knowledge.relations.find(({ predicate }) => predicate === 'acquired')?.evidence[0] ?? {}
    expect(await relation.first().textContent()).toContain(`line ${line}`)
    expect(await relation.first().textContent()).toContain('Partners')
  })

  test('one click opens the article at the sentence', async () => {
    const { page } = await site.open('#/entity/organization/lumen-power')
    await page
      .getByRole('listitem')
      .filter({ hasText: 'acquired Lumen Power in 2021' })
      .getByRole('link', { name: 'Solvane publishes its climate report' })
      .first()
      .click()
    const article = page.getByRole('article', { name: 'Solvane publishes its climate report' })
    await article.getByText('Lumen Power is based in Dublin').waitFor()
    const highlighted = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('passage') ?? [])].map((range) => (range as Range).toString()).join(''),
      )
    await expect.poll(highlighted).toContain('Solvane Group acquired Lumen Power in 2021')
  })
})

describe('read the article', () => {
  test('mentions are marked and lead to their records, which lead back', async () => {
    const { id } = site.knowledge.documents.find(({ path }) => path.includes('acier')) as { id: string }
    const { page } = await site.open(`#/?read=${id}`)
    const article = page.getByRole('article', { name: 'Acier du Nord à la COP 28' })
    await article.locator('mark').first().waitFor()
    const marked = new Set(await article.locator('mark').allTextContents())
    for (const name of ['Acier du Nord', 'Claire Dumas', 'Boréal Énergie', 'GE100%']) expect(marked).toContain(name)
    await article.getByRole('button', { name: 'Claire Dumas' }).first().click()
    await page.getByRole('button', { name: 'Open the record' }).click()
    await record(page, 'Claire Dumas').waitFor()
  })
})

describe('share', () => {
  test('Back and Forward step through what was chosen', async () => {
    const { page } = await site.open('#/entity/person/martin-hale')
    await record(page, 'Martin Hale').waitFor()
    await page.getByRole('link', { name: 'COP 28' }).first().click()
    await record(page, 'COP 28').waitFor()
    await page.getByRole('button', { name: 'Targets', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Targets' }).first().waitFor()
    await page.goBack()
    await page.goBack()
    await record(page, 'Martin Hale').waitFor()
    await page.goForward()
    await record(page, 'COP 28').waitFor()
  })

  test('a link to one edge opens the relation with its sentence', async () => {
    const { page } = await site.open('#/edge/organization/solvane-group~acquired~organization/lumen-power')
    await page.getByText('Solvane Group acquired Lumen Power in 2021').first().waitFor()
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toContain('acquired')
  })

  test('an address that names nothing shows the start', async () => {
    const { page, watch } = await site.open('#/entity/person/nobody?view=nonsense&depth=99&camera=a,b&least=-4')
    await page.getByRole('heading', { name: 'What these articles say' }).waitFor()
    expect(watch.problems).toEqual([])
  })
})
