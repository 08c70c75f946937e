import type { Category } from '../../model.ts'
import type { CategoryCues } from '../category-cues.ts'
import { conjugate } from './conjugate.ts'
import { ENGLISH_REFERENCES } from './references.ts'

const map = (entries: readonly (readonly [Category, string])[]): Map<string, Category> =>
  new Map(
    entries.flatMap(([category, words]) =>
      words
        .trim()
        .split(/\s+/)
        .map((word) => [word, category] as const),
    ),
  )

const objects = new Map<string, Category>()
for (const [category, verbs] of [
  ['organization', 'acquire'],
  ['product', 'manufacture brew'],
] as const) {
  for (const verb of verbs.split(' ')) for (const [form] of conjugate(verb)) objects.set(form, category)
}

export const ENGLISH_CATEGORY_CUES: CategoryCues = {
  descriptors: new Map([
    ...[...ENGLISH_REFERENCES.nominals].flatMap(([word, { category, called }]) =>
      called ? [] : [[word, category] as const],
    ),
    ...map([
      ['organization', 'rival competitor partner yard shipyard steelmaker tank contractor consultancy fund shaper'],
      ['person', 'mr mrs ms dr prof sir dame ceo'],
      ['place', 'city town village region county district river street island valley'],
      [
        'product',
        'ferry ferries vessel vessels ship ships beer ale bar board car bike phone watch laptop model device drink range label product wine cheese battery',
      ],
      ['event', 'edition'],
      ['work', 'novel film essay magazine'],
    ]),
  ]),
  nameWords: map([
    [
      'organization',
      `group company corporation foundation association institute university agency ministry federation union council
       bank partners holdings industries ltd plc inc llp gmbh ag ab as sa authority committee commission trust society
       works metals steel brewing foods drinks energy logistics ferries growers laboratories press office department
       transit railways airlines airways lines motors trucks textiles renewables power water capital research chemicals
       pharma technologies systems government board hospital materials`,
    ],
    ['event', 'summit forum conference congress festival fair expo symposium convention'],
    ['work', 'report act directive guide review regulation standard'],
    ['initiative', 'plan programme program pact coalition strategy pledge'],
    ['place', 'region valley island islands bay sea river coast county factory brewery mountains'],
  ]),
  complements: map([
    ['place', 'city town village county port'],
    ['organization', 'strategy commitments subsidiary ceo employees shareholders staff'],
  ]),
  objects,
  located: new Set(['based', 'headquartered', 'located', 'headquarters', 'born', 'factory']),
  occasions: new Set(['during']),
}
