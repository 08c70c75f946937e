import { describe, expect, test } from 'vitest'
import { readMarkedNames } from '../../test/read-marked-names.ts'
import { addOwnNames, findOwnLabels, isOwnName } from './find-own-names.ts'

describe('what the addresses of a text are called', () => {
  test.each<[string, string[]]>([
    ['Write to hello@fellgear.example.', ['fellgear']],
    ['presse@grand-meaux.asso.fr', ['grandmeaux']],
    ['See www.kalix.co.uk for more.', ['kalix']],
    ['https://www.shop.kalix.fr/blog', ['kalix']],
    ['me@gmail.com', []],
    ['No address at all, but @handle.', []],
  ])('%s', (text, expected) => {
    expect([...findOwnLabels(readMarkedNames(text, 'en').prose.text)]).toEqual(expected)
  })
})

test('a name is an address’s whatever its spaces and hyphens', () => {
  const labels = new Set(['grandmeaux'])
  expect(isOwnName('grand meaux', labels)).toBe(true)
  expect(isOwnName('grand-meaux', labels)).toBe(true)
  expect(isOwnName('meaux', labels)).toBe(false)
  expect(isOwnName('grand meaux', new Set())).toBe(false)
})

test('adds what was passed over, not what is part of a name or an address', () => {
  const { prose, names } = readMarkedNames(
    'A Fellgear jacket of [Fellgear UK](organization). fellgear.example, Fellgear.example, hello@fellgear.example',
    'en',
  )
  const added = addOwnNames(prose, names, findOwnLabels(prose.text))
  expect(added.map(({ start, end }) => prose.text.slice(start, end))).toEqual(['Fellgear', 'Fellgear UK'])
  expect(added[0]).toMatchObject({ category: 'organization', kind: 'name' })
})
