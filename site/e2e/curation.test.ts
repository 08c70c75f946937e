import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ENTITIES_SCHEMA } from '../../pipeline/export/schemas.ts'
import { ARTICLES } from './articles.ts'
import { axeViolations } from './axe-violations.ts'
import { openSite, type TestSite } from './open-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite(ARTICLES)
})
afterEach(() => site.closePages())
afterAll(() => site?.close())

const panel = (page: Page) => page.getByRole('region', { name: 'Curate' })
const patchOf = (page: Page) => panel(page).getByRole('textbox', { name: 'For entities.yml' })

async function curate(path: string, options: { fromFile?: boolean; colorScheme?: 'light' | 'dark' } = {}) {
  const { page, watch } = await site.open(path, options)
  await page.getByRole('button', { name: 'Curate' }).click()
  await panel(page).waitFor()
  return { page, watch }
}

async function select(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

describe('curation', () => {
  test('gives what was said as a patch, and a build with the patch says it', async () => {
    const { page, watch } = await curate('#/entity/organization/solvane-group')
    const region = panel(page)
    await region.getByLabel('Name to show').fill('Solvane plc')
    await region.getByRole('button', { name: 'Rename' }).click()
    await region.getByLabel('Other name', { exact: true }).fill('SLV')
    await region.getByRole('button', { name: 'Add' }).click()

    await select(page, '#/entity/organization/lumen-power')
    await region.getByRole('heading', { name: 'Lumen Power' }).waitFor()
    await region.getByLabel('Category').selectOption('product')
    await region.getByLabel('Another name in the graph').fill('boreal énergie')
    await region.getByRole('button', { name: 'They are the same' }).click()
    // Said, and taken back.
    await region.getByRole('button', { name: /Undo: .*the same/ }).click()

    await select(page, '#/edge/organization/solvane-group~acquired~organization/lumen-power')
    await region.getByRole('button', { name: 'Reject', exact: true }).click()
    expect(await region.getByRole('button', { name: 'Reject', exact: true }).getAttribute('aria-pressed')).toBe('true')

    await select(page, '#/entity/place/dublin')
    await region.getByRole('button', { name: 'This is not a name' }).click()

    const acier = site.knowledge.targets.find(({ targetYear }) => targetYear === 2030)
    await select(page, `#/target/${acier?.id}`)
    await region.getByRole('button', { name: 'Amend', exact: true }).click()
    await region.getByLabel('Actor').fill('Claire Dumas')
    await region.getByLabel('Target year').fill('2031')
    await region.getByRole('button', { name: 'Keep' }).click()

    const patch = await patchOf(page).inputValue()
    const schema = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(ENTITIES_SCHEMA)
    expect(schema(parse(patch)), JSON.stringify(schema.errors)).toBe(true)
    expect(watch.problems).toEqual([])

    const corrected = await openSite({ ...ARTICLES, 'entities.yml': patch })
    await corrected.close()
    const { entities, relations, targets } = corrected.knowledge
    expect(entities.find(({ label }) => label === 'Solvane plc')?.aliases).toContain('SLV')
    expect(entities.find(({ label }) => label === 'Lumen Power')?.category).toBe('product')
    expect(entities.map(({ label }) => label)).toContain('Boréal Énergie')
    expect(entities.map(({ label }) => label)).not.toContain('Dublin')
    expect(relations.filter(({ predicate }) => predicate === 'acquired')).toEqual([])
    expect(targets.filter(({ targetYear }) => targetYear === 2031)).toMatchObject([{ actor: 'person/claire-dumas' }])
    expect(targets.filter(({ targetYear }) => targetYear === 2030)).toEqual([])
  })

  test('takes a mention apart in the article', async () => {
    const id = site.knowledge.documents.find(({ path }) => path.includes('solvane'))?.id
    const { page } = await curate(`#/?read=${id}`)
    const sentence = page.getByRole('article').getByText('Solvane Group acquired')
    await sentence.locator('mark').first().click()
    const region = panel(page)
    await region.getByRole('heading', { name: 'This mention' }).waitFor()
    await region.getByLabel('Its name').fill('Solvane Capital')
    await region.getByRole('button', { name: 'It is something else' }).click()
    const patch = await patchOf(page).inputValue()
    const corrected = await openSite({ ...ARTICLES, 'entities.yml': patch })
    await corrected.close()
    const apart = corrected.knowledge.entities.find(({ label }) => label === 'Solvane Capital')
    expect(apart?.mentions.map(({ exact }) => exact)).toEqual(['Solvane Group'])
    expect(corrected.knowledge.relations).toContainEqual(
      expect.objectContaining({ subject: apart?.id, predicate: 'acquired', object: 'organization/lumen-power' }),
    )
  })

  test('keeps edits over a reload, from a file too, and leaves with what it came with', async () => {
    const { page, watch } = await curate('#/entity/place/dublin', { fromFile: true })
    await panel(page).getByRole('button', { name: 'This is not a name' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'Curate' }).click()
    expect(await patchOf(page).inputValue()).toBe('ignore:\n  - Dublin\n')
    const saved = page.waitForEvent('download')
    await panel(page).getByRole('button', { name: 'Download' }).click()
    expect((await saved).suggestedFilename()).toBe('corrections.yml')
    expect(await readFile(await (await saved).path(), 'utf8')).toBe('ignore:\n  - Dublin\n')
    await panel(page).getByRole('button', { name: 'Undo all' }).click()
    await expect.poll(() => patchOf(page).count()).toBe(0)
    await panel(page).getByRole('button', { name: 'Leave curation' }).click()
    await expect.poll(() => panel(page).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Curate' }).getAttribute('aria-pressed')).toBe('false')
    expect(watch.problems).toEqual([])
  })

  test('asks for its script only when it is turned on, and speaks French', async () => {
    const { page, watch } = await site.open('#/entity/place/dublin', { locale: 'fr-FR' })
    expect(watch.requests.filter((url) => url.includes('curation'))).toEqual([])
    await page.getByRole('button', { name: 'Corriger' }).click()
    await page.getByRole('region', { name: 'Corriger' }).getByLabel('Nom à afficher').waitFor()
    expect(watch.requests.filter((url) => url.includes('curation')).length).toBe(2)
  })

  test.each(['light', 'dark'] as const)(
    'has nothing that axe finds in %s',
    { timeout: 120_000 },
    async (colorScheme) => {
      const { page } = await curate('#/entity/organization/acier-du-nord', { colorScheme })
      const region = panel(page)
      await region.getByRole('button', { name: 'Reject', exact: true }).first().click()
      await region.getByRole('button', { name: 'Confirm', exact: true }).last().click()
      await region.getByRole('button', { name: 'Amend', exact: true }).last().click()
      await region.getByLabel('Actor').fill('Nobody at all')
      await region.getByLabel('Another name in the graph').fill('Nobody at all')
      await region.getByRole('button', { name: 'They are two' }).click()
      expect(await axeViolations(page, '.curation')).toEqual([])
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/curation-${colorScheme}.png` })
    },
  )
})
