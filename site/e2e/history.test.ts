import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLES } from './articles.ts'
import { openSite, type TestSite } from './open-site.ts'

let site: TestSite
let page: Page
beforeAll(async () => {
  site = await openSite(ARTICLES)
  ;({ page } = await site.open())
})
afterAll(() => site?.close())

const record = (name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const start = () => page.getByRole('heading', { name: 'What these articles say' })
const hash = () => decodeURIComponent(new URL(page.url()).hash)
const steps = () => page.evaluate(() => history.length)
const view = (name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true })
const people = () => page.getByRole('checkbox', { name: /^people/ })
const search = () => page.getByRole('combobox', { name: 'Search', exact: true })

/** One page for all: each test goes to its address; Chromium keeps fifty steps, so that a longer history is begun anew. */
async function go(address: string): Promise<void> {
  if ((await steps()) > 30) ({ page } = await site.open())
  await page.evaluate((address) => {
    location.hash = address
  }, address)
  await expect.poll(cameraOf).not.toBeNull()
}

/** The camera of the address, once it rests. */
async function cameraOf(): Promise<{ x: number; y: number; ratio: number } | null> {
  const value = new URLSearchParams(hash().split('?')[1]).get('camera')
  const [x, y, ratio] = (value ?? '').split(',').map(Number)
  return value === null ? null : ({ x, y, ratio } as { x: number; y: number; ratio: number })
}

const documentId = (part: string) => site.knowledge.documents.find(({ path }) => path.includes(part))?.id as string

describe('Back and Forward', () => {
  /** Where an act starts, the act, and what tells that it was done. */
  const ACTS: readonly (readonly [
    name: string,
    address: () => string,
    act: () => Promise<unknown>,
    done: () => Promise<boolean>,
  ])[] = [
    [
      'a name that is chosen',
      () => '#/entity/person/martin-hale',
      () => page.getByRole('complementary', { name: 'Record' }).getByRole('link', { name: 'COP 28' }).first().click(),
      () => record('COP 28').isVisible(),
    ],
    [
      'a name that is found while an article is read',
      () => `#/?read=${documentId('acier')}`,
      async () => {
        await search().fill('Lumen')
        await page.getByRole('option', { name: 'Lumen Power' }).first().click()
      },
      () => record('Lumen Power').isVisible(),
    ],
    [
      'a selection that is given up',
      () => '#/entity/person/martin-hale',
      () => page.keyboard.press('Escape'),
      () => start().isVisible(),
    ],
    ['a category that is left out', () => '#/', () => people().click(), async () => !(await people().isChecked())],
    [
      'an amount, in however many moves',
      () => '#/',
      async () => {
        const slider = page.getByRole('slider', { name: 'Mentions at least' })
        await slider.focus()
        for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
      },
      async () => (await page.getByRole('slider', { name: 'Mentions at least' }).inputValue()) === '4',
    ],
    [
      'filters that are cleared',
      () => '#/?hide=person&least=2',
      () => page.getByRole('button', { name: 'Show everything again' }).click(),
      () => people().isChecked(),
    ],
    [
      'a view',
      () => '#/',
      () => view('Table').click(),
      () => page.getByRole('rowheader', { name: 'Martin Hale' }).isVisible(),
    ],
    [
      'a path that is begun while an article is read',
      () => `#/entity/place/dublin?read=${documentId('solvane')}`,
      () => page.keyboard.press('p'),
      () => page.getByRole('heading', { name: 'Paths' }).isVisible(),
    ],
    [
      'an end of a path',
      () => '#/?from=place/dublin&to=',
      async () => {
        await page.getByRole('combobox', { name: 'To' }).fill('Boréal')
        await page.getByRole('option', { name: 'Boréal Énergie' }).first().click()
      },
      () => page.getByText('Path 1 of').isVisible(),
    ],
    [
      'a name on a path, which shows its record',
      () => '#/?from=place/dublin&to=organization/boreal-energie',
      () =>
        page
          .getByRole('complementary', { name: 'Record' })
          .getByRole('link', { name: 'Lumen Power', exact: true })
          .first()
          .click(),
      () => record('Lumen Power').isVisible(),
    ],
    [
      'a relation',
      () => '#/entity/organization/lumen-power',
      () => page.getByRole('complementary', { name: 'Record' }).getByRole('link', { name: 'Relation' }).first().click(),
      async () => hash().startsWith('#/edge/'),
    ],
    [
      'a quote',
      () => '#/entity/organization/lumen-power',
      () =>
        page
          .getByRole('listitem')
          .filter({ hasText: 'acquired Lumen Power in 2021' })
          .getByRole('link', { name: 'Solvane publishes its climate report' })
          .first()
          .click(),
      async () =>
        (await page.getByRole('article', { name: 'Solvane publishes its climate report' }).isVisible()) &&
        /read=[^&]+:\d+-\d+/.test(hash()),
    ],
    [
      'an article of a record',
      () => '#/entity/person/martin-hale',
      () =>
        page
          .getByRole('complementary', { name: 'Record' })
          .getByRole('button', { name: 'Solvane publishes its climate report' })
          .click(),
      () => page.getByRole('article', { name: 'Solvane publishes its climate report' }).isVisible(),
    ],
    [
      'all that R gives up',
      () => `#/entity/person/martin-hale?view=table&hide=place&read=${documentId('solvane')}`,
      () => page.keyboard.press('r'),
      async () => (await start().isVisible()) && (await view('Graph').getAttribute('aria-current')) === 'page',
    ],
  ]

  test.each(ACTS)('%s is one step', async (_, address, act, done) => {
    await go(address())
    expect(await done()).toBe(false)
    const before = { steps: await steps(), hash: hash() }
    await act()
    await expect.poll(done).toBe(true)
    await expect.poll(steps).toBe(before.steps + 1)
    const after = hash().replace(/[?&]camera=[^&]*/, '')
    await page.goBack()
    await expect.poll(done).toBe(false)
    await expect.poll(hash).toBe(before.hash)
    await page.goForward()
    await expect.poll(done).toBe(true)
    expect(hash().replace(/[?&]camera=[^&]*/, '')).toBe(after)
    expect(await steps()).toBe(before.steps + 1)
  })

  test('camera, depth and colour change the step that they are in, and come back with it', async () => {
    await go('#/entity/place/dublin')
    const before = await steps()
    const first = await cameraOf()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.getByRole('group', { name: 'Neighbourhood' }).getByRole('button', { name: '2' }).click()
    await page.getByRole('group', { name: 'Colour' }).getByRole('button', { name: 'community' }).click()
    await expect.poll(async () => (await cameraOf())?.ratio).not.toBe(first?.ratio)
    const looked = hash()
    expect(await steps()).toBe(before)
    await view('Table').click()
    await page.getByRole('rowheader', { name: 'Martin Hale' }).getByRole('link').click()
    await page.keyboard.press('t')
    await page.getByRole('button', { name: 'See all' }).click()
    await expect.poll(cameraOf).not.toEqual(first)
    for (let i = 0; i < 3; i++) await page.goBack()
    await expect.poll(hash).toBe(looked)
    await record('Dublin').waitFor()
  })
})

test('Back brings the camera back even while it is on its way elsewhere', async () => {
  const { page: moving } = await site.open('#/?camera=0.4,0.6,0.5', { reducedMotion: 'no-preference' })
  await moving.getByRole('combobox', { name: 'Search', exact: true }).fill('Lumen')
  const option = moving.getByRole('option', { name: 'Lumen Power' }).first()
  await option.waitFor()
  await option.evaluate((element) => {
    ;(element as HTMLElement).click()
    history.back()
  })
  await moving.getByRole('heading', { name: 'What these articles say' }).waitFor()
  // As long as all of the way takes, and the rest after it.
  await moving.waitForTimeout(600)
  expect(decodeURIComponent(moving.url())).toContain('#/?camera=0.4,0.6,0.5')
})

const netZero = () => site.knowledge.targets.find(({ kind }) => kind === 'net-zero')
const netZeroRecord = (page: Page) => page.getByRole('heading', { level: 2, name: /^net zero/ })

describe('a link to a target, whose name comes later than the graph', () => {
  test('leads there in a page that is open, and from a file', async () => {
    const { page: fresh } = await site.open('#/')
    await fresh.evaluate((hash) => {
      location.hash = hash
    }, `#/target/${netZero()?.id}`)
    await netZeroRecord(fresh).waitFor()
    const { page: file } = await site.open(`#/target/${netZero()?.id}`, { fromFile: true })
    await netZeroRecord(file).waitFor()
    expect(file.url()).toContain(`#/target/${netZero()?.id}`)
  })

  test('is what the address becomes for a target that is picked', async () => {
    const { page: fresh } = await site.open('#/?view=targets')
    await fresh
      .getByRole('cell')
      .getByRole('link', { name: /^net zero/ })
      .first()
      .click()
    await expect.poll(() => fresh.url()).toContain(`/target/${netZero()?.id}`)
  })
})

describe('reload', () => {
  test('brings back selection, view, filters, depth, colour and camera', async () => {
    const camera = '0.4,0.6,0.5'
    await go(
      `#/entity/organization/solvane-group?hide=person&without=acquired&language=en&least=2&depth=2&color=community&camera=${camera}`,
    )
    const before = hash()
    await page.reload()
    await record('Solvane Group').waitFor()
    expect(await people().isChecked()).toBe(false)
    expect(await page.getByRole('checkbox', { name: /^acquired/ }).isChecked()).toBe(false)
    const pressed = (group: string, name: string) =>
      page.getByRole('group', { name: group }).getByRole('button', { name, exact: true }).getAttribute('aria-pressed')
    expect(await pressed('Language of articles', 'English')).toBe('true')
    expect(await pressed('Neighbourhood', '2')).toBe('true')
    expect(await pressed('Colour', 'community')).toBe('true')
    expect(await page.getByRole('slider', { name: 'Mentions at least' }).inputValue()).toBe('2')
    expect(await cameraOf()).toEqual({ x: 0.4, y: 0.6, ratio: 0.5 })
    expect(hash()).toBe(before)
  })

  test.each([
    [
      'an edge',
      () => '#/edge/organization/solvane-group~acquired~organization/lumen-power',
      () => page.getByRole('heading', { level: 2, name: 'Solvane Group acquired Lumen Power' }),
    ],
    [
      'the ends of a path',
      () => '#/?from=place/dublin&to=organization/boreal-energie',
      () => page.getByText('Path 1 of'),
    ],
    ['a view', () => '#/?view=targets', () => page.getByRole('img', { name: 'Timeline of targets by deadline' })],
    [
      'an article',
      () => `#/?read=${documentId('acier')}`,
      () => page.getByRole('article', { name: 'Acier du Nord à la COP 28' }),
    ],
    ['a target', () => `#/target/${netZero()?.id}`, () => netZeroRecord(page)],
    [
      'an edge to a target',
      () => `#/edge/${netZero()?.actor}~hasTarget~target/${netZero()?.id}`,
      () => page.getByRole('heading', { level: 2, name: /^Solvane Group has set/ }),
    ],
  ])('brings back %s', async (_, address, shown) => {
    await go(address())
    await shown().waitFor()
    const before = hash()
    await page.reload()
    await shown().waitFor()
    expect(hash()).toBe(before)
  })

  test('brings back a quote, marked', async () => {
    const quote = site.knowledge.relations.find(({ predicate }) => predicate === 'acquired')?.evidence[0]
    await go(`#/?read=${quote?.document}:${quote?.start}-${quote?.end}`)
    await page.reload()
    const marked = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('passage') ?? [])].map((range) => (range as Range).toString()).join(''),
      )
    await expect.poll(marked).toBe(quote?.exact)
  })
})

describe('keys', () => {
  const application = () => page.getByRole('application')
  const focused = () => page.evaluate(() => document.activeElement?.id)
  const depth = () => new URLSearchParams(hash().split('?')[1]).get('depth') ?? '1'
  const ratio = async () => (await cameraOf())?.ratio ?? 0

  /** Each key of the help, with what it does there. */
  const KEYS: Readonly<Record<string, () => Promise<void>>> = {
    async '/ or S'() {
      for (const key of ['/', 's', 'S']) {
        await go('#/')
        await page.keyboard.press(key)
        expect(await focused()).toBe('search')
        expect(await search().inputValue()).toBe('')
        await page.keyboard.press('Escape')
      }
    },
    async F() {
      await go('#/entity/place/dublin?view=table')
      await page.keyboard.press('f')
      expect(await application().isVisible()).toBe(true)
      const depths: string[] = []
      for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
        await page.keyboard.press(key)
        depths.push(depth())
      }
      expect(depths).toEqual(['2', '3', '3', '2', '1', '1'])
      await page.getByRole('status').filter({ hasText: 'Neighbourhood at 1' }).waitFor()
    },
    async C() {
      await go('#/entity/place/dublin')
      await page.keyboard.press('c')
      await expect.poll(ratio).toBeLessThan(0.9)
      const centred = await cameraOf()
      for (const where of ['camera=3,3,0.1', 'view=table&camera=3,3,0.1']) {
        await go(`#/entity/place/dublin?${where}`)
        await page.keyboard.press('C')
        await expect.poll(cameraOf).toEqual(centred)
        expect(await application().isVisible()).toBe(true)
      }
    },
    async R() {
      await go('#/')
      const whole = await cameraOf()
      await go('#/entity/place/dublin?view=table&hide=person&depth=3&from=place/dublin&to=&camera=3,3,0.1')
      await page.keyboard.press('r')
      await start().waitFor()
      expect(await application().isVisible()).toBe(true)
      expect(await people().isChecked()).toBe(true)
      await expect.poll(cameraOf).toEqual(whole)
      expect(depth()).toBe('1')
    },
    async T() {
      await go('#/?view=targets')
      await page.keyboard.press('t')
      await page.getByRole('rowheader', { name: 'Martin Hale' }).waitFor()
      await page.keyboard.press('t')
      await expect.poll(() => application().isVisible()).toBe(true)
    },
    async P() {
      await go('#/entity/place/dublin')
      await page.keyboard.press('p')
      await page.getByRole('combobox', { name: 'To' }).waitFor()
      expect(hash()).toContain('from=place/dublin&to=')
      await page.keyboard.press('p')
      await record('Dublin').waitFor()
    },
    async '← → ↑ ↓'() {
      await go('#/entity/place/dublin')
      await application().focus()
      const said: string[] = []
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
        await page.keyboard.press(key)
        said.push(/, (\d+) of \d+$/.exec((await page.getByRole('status').allTextContents()).join('\n'))?.[1] ?? '')
      }
      expect(said.slice(0, 3)).toEqual(['1', '2', '1'])
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect.poll(() => record('Dublin').count()).toBe(0)
    },
    async '+ −'() {
      await go('#/')
      const before = await ratio()
      await page.keyboard.press('+')
      await expect.poll(ratio).toBeLessThan(before)
      await page.keyboard.press('-')
      await expect.poll(ratio).toBeCloseTo(before, 2)
    },
    async '?'() {
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Help' }).waitFor()
      await page.keyboard.press('Escape')
    },
    async Esc() {
      await go(`#/entity/place/dublin?from=place/dublin&to=&read=${documentId('solvane')}`)
      await page.getByRole('article', { name: 'Solvane publishes its climate report' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('heading', { name: 'Paths' }).waitFor()
      await page.keyboard.press('Escape')
      await record('Dublin').waitFor()
      await page.keyboard.press('Escape')
      await start().waitFor()
    },
  }

  test.each(Object.entries(KEYS))('%s', (_, act) => act())

  test('are those that the help lists', async () => {
    await page.keyboard.press('?')
    const listed = await page.getByRole('dialog', { name: 'Help' }).getByRole('term').allTextContents()
    await page.keyboard.press('Escape')
    expect(listed).toEqual(Object.keys(KEYS))
  })
})
