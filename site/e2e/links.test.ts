import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openSite, type TestSite } from './open-site.ts'

const NOTES = {
  'notes/velmont.md': `---
aliases: [VLM]
lang: en
---

# Velmont Group

Velmont Group is based in Dublin. It joined [[Clear Sky]], as the [report](../files/report.pdf) says.

![[map.svg|200]]

## Its targets

Velmont Group aims to reach net zero by 2040.
`,
  'notes/clear-sky.md': `---
title: Clear Sky
lang: en
---

# Clear Sky

The Clear Sky Initiative counts [[VLM#Its targets|Velmont]] among its members, and [[Nobody Known]].
`,
  'files/map.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0h9v6H0z"/></svg>',
  'files/report.pdf': '%PDF-1.4',
}

let site: TestSite
beforeAll(async () => {
  site = await openSite(NOTES, { colors: { organization: '#ffff00' } })
})
afterEach(() => site.closePages())
afterAll(() => site?.close())

const shown = (image: Element) => (image as HTMLImageElement).complete && (image as HTMLImageElement).naturalWidth > 0

describe.each([
  ['a server', false],
  ['a file', true],
])('from %s', (_, fromFile) => {
  test('a link to a note opens it in the reader, at its heading; the graph has the edge', async () => {
    const { page, watch } = await site.open('#/document/notes-clear-sky', { fromFile })
    const reader = page.getByRole('article', { name: 'Clear Sky' })
    await reader.getByRole('link', { name: 'Velmont' }).click()
    await page.getByRole('article', { name: 'Velmont Group' }).getByRole('heading', { name: 'Its targets' }).waitFor()
    expect(new URL(page.url()).hash).toMatch(/read=notes-velmont:\d+-\d+/)
    const picture = page.getByRole('article', { name: 'Velmont Group' }).getByRole('img')
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate(shown)).toBe(true)
    await page.keyboard.press('Escape')
    const linked = page.getByRole('heading', { name: 'is linked from' }).locator('..')
    await linked.getByRole('link', { name: 'Velmont Group' }).waitFor()
    expect([...watch.problems, ...watch.failures]).toEqual([])
  })

  test('static pages show pictures and link to each other and to files', async () => {
    const { page, watch } = await site.open('articles/notes-velmont/', { fromFile })
    await expect.poll(() => page.getByRole('img').evaluate(shown)).toBe(true)
    expect(await page.getByRole('link', { name: 'report' }).getAttribute('href')).toMatch(
      /^..\/..\/media\/report-\w+\.pdf$/,
    )
    await page.getByRole('link', { name: 'Clear Sky' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Clear Sky' }).waitFor()
    expect(await page.getByRole('link', { name: 'Nobody Known' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Velmont', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Its targets' }).waitFor()
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#article-its-targets')
    expect(watch.problems).toEqual([])
  })
})

test.each([
  ['light', /^#[0-9a-f]{4}00$/],
  ['dark', /^#ffff00$/],
] as const)('a colour of the configuration is used, and stands out in %s', async (colorScheme, expected) => {
  const { page } = await site.open('#/entity/organization/velmont-group', { colorScheme })
  const read = () => getComputedStyle(document.documentElement).getPropertyValue('--c-organization').trim()
  const color = await page.evaluate(read)
  expect(color).toMatch(expected)
  expect(color === '#ffff00').toBe(colorScheme === 'dark')
  await page.goto(page.url().replace(/#.*/, 'articles/notes-velmont/index.html'))
  expect(await page.evaluate(read)).toBe(color)
})
