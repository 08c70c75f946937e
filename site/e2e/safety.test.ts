import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLES, HOSTILE } from './articles.ts'
import { openSite, type TestSite } from './open-site.ts'

describe('a site of plain articles', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openSite(ARTICLES)
  })
  afterEach(() => site.closePages())
  afterAll(() => site?.close())

  test.each([
    ['from a server', false],
    ['from a file', true],
  ])('works %s, asks no other host for anything, and keeps to its policy', async (_, fromFile) => {
    const { page, watch } = await site.open('', { fromFile })
    await page.locator('canvas').first().waitFor()
    await page.getByRole('combobox', { name: 'Search', exact: true }).fill('Lumen Power')
    await page.getByRole('option', { name: 'Lumen Power' }).first().click()
    await page.getByText('Solvane Group acquired Lumen Power in 2021').first().waitFor()
    await page.getByRole('link', { name: 'Solvane publishes its climate report' }).first().click()
    await page.getByText('Lumen Power is based in Dublin').first().waitFor()
    await page.getByRole('button', { name: 'Targets', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Targets' }).first().waitFor()
    const base = page.url().slice(0, page.url().indexOf('#'))
    const origin = fromFile ? base.replace(/index\.html$/, '') : new URL(base).origin
    expect(watch.requests.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url))).toEqual([])
    expect([...watch.problems, ...watch.failures]).toEqual([])
  })

  test('has a policy that lets in only what is its own, and neither style nor script in the page', async () => {
    const { page } = await site.open()
    await page.locator('canvas').first().waitFor()
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self';")
    expect(await page.locator('script:not([src])').count()).toBe(0)
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective))
          document.body.insertAdjacentHTML('beforeend', '<img alt="" src="https://tracker.example/p.gif">')
        }),
    )
    expect(blocked).toBe('img-src')
  })

  test('without WebGL the table says everything', async () => {
    const { page } = await site.open('', {
      before: () => {
        HTMLCanvasElement.prototype.getContext = () => null
      },
    })
    await page.getByText(/cannot draw the graph/).waitFor()
    await page.getByRole('rowheader', { name: 'Claire Dumas' }).waitFor()
    expect(await page.getByRole('rowheader').count()).toBeGreaterThanOrEqual(site.knowledge.entities.length)
  })

  test('without scripts the page leads to the articles', async () => {
    const { page } = await site.open('', { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Acier du Nord à la COP 28' }).click()
    await page.getByRole('heading', { name: 'Acier du Nord à la COP 28' }).first().waitFor()
  })

  test('says so when its data did not load', async () => {
    const { page } = await site.open('', {
      before: () => {
        Object.defineProperty(globalThis, '__maillage', { get: () => undefined, set: () => {}, configurable: false })
      },
    })
    await page.getByText('The data of this page did not load.').waitFor()
  })
})

describe('a site of hostile articles', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openSite(HOSTILE)
  })
  afterEach(() => site.closePages())
  afterAll(() => site?.close())

  test('runs nothing that articles bring, and asks no host that they name', async () => {
    const { page, watch } = await site.open()
    await page.locator('canvas').first().waitFor()
    const seen: string[] = []
    for (const { id } of site.knowledge.documents) {
      await page.evaluate((id) => {
        location.hash = `#/?read=${encodeURIComponent(id)}`
      }, id)
      await page.getByRole('article').locator('[data-start]').first().waitFor()
      seen.push(...(await page.getByRole('article').allTextContents()))
      for (const link of await page.getByRole('article').getByRole('link').all()) {
        const href = await link.getAttribute('href')
        expect(href ?? '').not.toMatch(/^\s*(javascript|data|vbscript):/i)
      }
      expect(await page.locator('#app iframe, #app form, #app style, #app svg[onload]').count()).toBe(0)
    }
    expect(seen.join('')).toContain('Clean Sky Initiative')
    expect(await page.evaluate(() => (globalThis as { hacked?: string }).hacked)).toBeUndefined()
    expect(await page.evaluate(() => ({}) as { polluted?: boolean }).then(({ polluted }) => polluted)).toBeUndefined()
    const { origin } = new URL(page.url())
    expect(watch.requests.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url))).toEqual([])
    expect(watch.problems).toEqual([])
  })

  test.each(['articles', 'entities', 'targets'])('nor do the pages in %s/', async (folder) => {
    const { page, watch } = await site.open('targets/index.html')
    const { documents, entities } = site.knowledge
    const paths = {
      articles: documents.map(({ id }) => `articles/${encodeURIComponent(id)}/index.html`),
      entities: entities.map(({ id }) => `entities/${id.split('/').map(encodeURIComponent).join('/')}/index.html`),
      targets: ['targets/index.html'],
    }[folder] as string[]
    const { origin } = new URL(page.url())
    for (const path of paths) {
      await page.goto(`${origin}/${path}`)
      await page.getByRole('heading').first().waitFor()
      expect(await page.evaluate(() => (globalThis as { hacked?: string }).hacked)).toBeUndefined()
    }
    expect(watch.requests.filter((url) => !url.startsWith(origin) && !/^data:/.test(url))).toEqual([])
    expect(watch.problems).toEqual([])
  })

  test('a name of 5,000 characters and names in other scripts do not push the page out of its frame', async () => {
    const long = site.knowledge.entities.find(({ label }) => label.length > 1000)
    const others = site.knowledge.entities.filter(({ label }) => /[\p{Script=Arabic}\p{Script=Han}]/u.test(label))
    expect(others.length).toBeGreaterThan(0)
    for (const entity of [long, ...others]) {
      if (!entity) throw new Error('the long name was not read')
      const key = entity.id.split('/').map(encodeURIComponent).join('/')
      const { page, watch } = await site.open(`#/entity/${key}`)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      expect(watch.problems).toEqual([])
      await page.context().close()
    }
  })
})
