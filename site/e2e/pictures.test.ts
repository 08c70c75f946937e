import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ARTICLES } from './articles.ts'
import { comparePicture } from './compare-picture.ts'
import { type OpenOptions, openSite, type TestSite } from './open-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite(ARTICLES)
})
afterEach(() => site.closePages())
afterAll(() => site?.close())

const WIDE: OpenOptions = { viewport: { width: 1200, height: 720 } }
const PHONE: OpenOptions = { viewport: { width: 390, height: 780 } }
const DARK: OpenOptions = { colorScheme: 'dark' }

const SOLVANE = '#/entity/organization/solvane-group'

/** `QUOTE` stands for the passage of an article that says of an acquisition, as the reader is asked to mark it. */
test.each<[name: string, address: string, text: string, options: OpenOptions]>([
  ['start', '', 'What these articles say', WIDE],
  ['start-dark', '', 'What these articles say', { ...WIDE, ...DARK }],
  ['record', SOLVANE, 'to reach net zero emissions by 2050', WIDE],
  ['record-dark', SOLVANE, 'to reach net zero emissions by 2050', { ...WIDE, ...DARK }],
  ['reader', `${SOLVANE}?read=QUOTE`, 'Lumen Power is based in Dublin', WIDE],
  ['targets', '#/?view=targets', 'Drag across the timeline', WIDE],
  ['table', '#/?view=table', 'Martin Hale', WIDE],
  ['phone', '', 'Filters', PHONE],
  ['phone-record', SOLVANE, 'to reach net zero emissions by 2050', PHONE],
])('%s looks as it did', async (name, address, text, options) => {
  const [quote] = site.knowledge.relations.find(({ predicate }) => predicate === 'acquired')?.evidence ?? []
  if (!quote) throw new Error('the acquisition was not read')
  const { page } = await site.open(address.replace('QUOTE', `${quote.document}:${quote.start}-${quote.end}`), options)
  await page.getByText(text).first().waitFor()
  expect(await comparePicture(page, name)).toBeNull()
})
