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
      [
        'organization',
        `rival competitor partner yard shipyard steelmaker tank contractor consultancy shaper workshop studio
         practice consultants newspaper broadcaster startup spin-off spinout supplier integrator brokerage
         specialist haulier wholesaler cooperative collective laboratory lab mill bakery farm vineyard nursery smelter tannery printer`,
      ],
      [
        'person',
        `mr mrs ms dr prof sir dame ceo economist researcher scientist professor journalist minister senator lawmaker
         councillor historian writer novelist poet philosopher actor actress singer musician composer painter sculptor
         architect photographer lawyer activist campaigner farmer entrepreneur doctor surgeon nurse king queen
         emperor prince princess duke duchess pope bishop cardinal general colonel captain admiral striker cyclist
         athlete pianist violinist playwright geologist biologist climatologist hydrologist ecologist
         analyst lecturer engineer designer developer maintainer`,
      ],
      [
        'place',
        `city town village region county district river street island valley lake sea ocean gulf bay strait forest plain
         peninsula archipelago hamlet suburb borough parish capital country port airport station stadium castle abbey
         cathedral bridge`,
      ],
      [
        'product',
        `ferry ferries vessel vessels ship ships beer ale bar board car bike phone watch laptop model device drink range
         label product wine cheese battery jacket tent podcast blog newsletter library framework language browser van
         truck lorry tractor turbine boiler engine reactor chip processor sensor vaccine drug treatment cream perfume
         game console satellite rocket aircraft plane helicopter train tram material alloy fabric fibre coating membrane
         sheet process technology system yacht trawler tanker`,
      ],
      ['event', 'edition marathon tournament championship exhibition storm hurricane battle'],
      ['work', 'novel film essay magazine album song documentary treaty'],
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
    ['event', 'summit forum conference congress festival fair expo symposium marathon convention'],
    ['work', 'report act directive guide review regulation standard'],
    ['initiative', 'plan programme program pact coalition strategy pledge fund scheme'],
    ['place', 'region valley island islands bay sea river coast county factory brewery mountains'],
  ]),
  complements: map([
    ['place', 'city town village county port'],
    [
      'organization',
      `strategy commitments subsidiary subsidiaries ceo employees shareholders staff board takeover acquisition purchase
       shares competitor competitors rival rivals customers suppliers engineers stake partner catalogue`,
    ],
  ]),
  objects,
  located: new Set(['based', 'headquartered', 'located', 'headquarters', 'born', 'factory']),
  occasionWords: new Set(['summit', 'conference', 'festival', 'fair', 'expo', 'symposium', 'marathon']),
  occasions: new Set(['during']),
}
