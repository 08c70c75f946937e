import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'

/** Where the expected pictures are; the environment variable UPDATE writes them anew. */
const EXPECTED = new URL('./pictures/', import.meta.url)

/** Pixels of the page, along each side, for one of a picture: edges of letters, which browsers draw differently, blur. */
const REDUCTION = 2

/** Values of a channel that are kept as one: pictures are smaller, and look the same. */
const STEP = 4

/** Distance of two colours, 1 for black and white, that is still the same colour. */
const SAME_COLOR = 0.04

/**
 * Differing pixels in any square of `WINDOW` pixels a side that still make the same picture. Where another version of a
 * browser draws letters differently, few differ in each square; where something moved, came or went, many do in one.
 */
const FEW = 20
const WINDOW = 16

/**
 * Compares what a page shows with `pictures/<name>.png`, once nothing moves any more.
 *
 * @returns null when both are the same, else a sentence that says by how much and names the folder with both and their
 * difference.
 */
export async function comparePicture(page: Page, name: string): Promise<string | null> {
  const actual = reduce(PNG.sync.read(await stillPicture(page)))
  const file = new URL(`${name}.png`, EXPECTED)
  if (process.env.UPDATE) {
    await mkdir(EXPECTED, { recursive: true })
    await writeFile(file, encode(actual))
    return null
  }
  const expected = PNG.sync.read(await readFile(file))
  const { width, height } = expected
  const sameSize = actual.width === width && actual.height === height
  const difference = new PNG({ width, height })
  const differing = sameSize
    ? pixelmatch(expected.data, actual.data, difference.data, width, height, {
        threshold: SAME_COLOR,
        includeAA: true,
        windowSize: WINDOW,
      })
    : Number.POSITIVE_INFINITY
  if (differing <= FEW) return null
  const folder = await mkdtemp(join(tmpdir(), `maillage-picture-${name}-`))
  await writeFile(join(folder, 'expected.png'), await readFile(file))
  await writeFile(join(folder, 'actual.png'), encode(actual))
  if (sameSize) await writeFile(join(folder, 'difference.png'), encode(difference))
  const what = sameSize
    ? `${differing} of ${WINDOW * WINDOW} pixels of one square differ, ${FEW} may`
    : `it is ${actual.width} × ${actual.height} pixels, not ${width} × ${height}`
  return `${name}: ${what}; see ${folder}; if it is meant, UPDATE=1 keeps it`
}

/** A screenshot that the next one equals: fonts are there, and what was late has been drawn. */
async function stillPicture(page: Page): Promise<Buffer> {
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  let last = await page.screenshot({ scale: 'css' })
  for (let i = 0; i < 20; i++) {
    const next = await page.screenshot({ scale: 'css' })
    if (next.equals(last)) return next
    last = next
  }
  throw new Error('the page does not come to rest')
}

/** Each pixel the mean of a square of the picture's, in fewer colours. */
function reduce({ width, height, data }: PNG): PNG {
  const small = new PNG({ width: Math.floor(width / REDUCTION), height: Math.floor(height / REDUCTION) })
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++)
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0
        for (let dy = 0; dy < REDUCTION; dy++)
          for (let dx = 0; dx < REDUCTION; dx++)
            sum += data[((y * REDUCTION + dy) * width + x * REDUCTION + dx) * 4 + channel] as number
        small.data[(y * small.width + x) * 4 + channel] = Math.min(255, Math.round(sum / REDUCTION ** 2 / STEP) * STEP)
      }
  return small
}

const encode = (picture: PNG): Buffer => PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, filterType: 4 })
