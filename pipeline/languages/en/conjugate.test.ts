import { expect, test } from 'vitest'
import { conjugate } from './conjugate.ts'

const cases: Record<string, string> = {
  acquire: 'acquire acquires acquiring acquired',
  plan: 'plan plans planning planned',
  put: 'put puts putting put',
  commit: 'commit commits committing committed',
  roll: 'roll rolls rolling rolled',
  supply: 'supply supplies supplying supplied',
  launch: 'launch launches launching launched',
  buy: 'buy buys buying bought',
  write: 'write writes writing written wrote',
}

test.each(Object.entries(cases))('%s', (verb, expected) => {
  expect(conjugate(verb).map(([form]) => form)).toEqual(expected.split(' '))
})
