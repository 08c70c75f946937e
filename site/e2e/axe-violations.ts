import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What axe finds wrong in a page, or in the part that a selector names: one line for each rule, with the elements that break
 * it. Axe itself is put into a page once for each load.
 */
export async function axeViolations(page: Page, part?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async (part) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(part ?? document, {
      resultTypes: ['violations'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, part)
}
