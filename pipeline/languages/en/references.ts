import type { Category } from '../../model.ts'
import type { NominalNoun, OrganizationSort, ReferenceLexicon } from '../reference-lexicon.ts'

const NOMINALS = new Map<string, NominalNoun>()

function add(category: Category, words: string, sort: OrganizationSort = null, called = false): void {
  for (const word of words.trim().split(/\s+/))
    NOMINALS.set(word, { category, gender: null, plural: false, sort, called })
}

add(
  'organization',
  `company firm group business enterprise carrier start-up startup brand manufacturer carmaker brewer brewery retailer supplier operator
   maker bank insurer airline utility multinational conglomerate subsidiary producer dairy shipbuilder steelmaker
   chipmaker drugmaker yard shipyard publisher developer supermarket hotelier miner grower distiller refiner installer
   chain giant builder trader lender automaker truckmaker grocer housebuilder foundry winery distillery`,
  'business',
)
add('organization', 'cooperative co-operative', 'business')
add(
  'organization',
  'charity association ngo foundation federation union nonprofit non-profit campaign trust society',
  'association',
)
add(
  'organization',
  'agency council ministry department university institute regulator watchdog authority government',
  'public',
)
add('organization', 'city town borough county', 'public', true)
add('organization', 'organisation organization institution consortium club centre center body')
add(
  'person',
  'president chairman chairwoman chair minister founder researcher mayor executive professor author director',
)
add('work', 'report study paper document book law act directive standard guide charter white-paper survey article')
add('initiative', 'plan programme program strategy initiative scheme project label alliance pledge coalition pact')
add('event', 'conference summit forum festival fair congress workshop symposium')
add('product', 'app platform tool software service website')

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const ENGLISH_REFERENCES: ReferenceLexicon = {
  nominals: NOMINALS,
  definite: words('the this that'),
  demonstrative: words('this that'),
  adjectives: words('same new young first second whole entire'),
  complements: words('of that which who whose where'),
  subjectPronouns: new Map([
    ['he', { gender: 'm', plural: false, categories: ['person'] }],
    ['she', { gender: 'f', plural: false, categories: ['person'] }],
    ['it', { gender: null, plural: false, categories: ['organization', 'initiative', 'work', 'product', 'event'] }],
  ]),
  impersonal: words('is was takes took seems seemed appears turns turned rains matters'),
  be: words("is was will would 's"),
  clauseOpeners: words('to that'),
  contracted: new Set(),
  firstPerson: words('we our us ours'),
  secondPerson: words('you your'),
  possessives: words('its their his her'),
  plurals: new Set(),
  openers: words('that and but if when while because where as'),
  organs: words('board management factory plant'),
  articles: words('the a an'),
  prepositions: words(
    `of to in on at by for with without from into over under between among about against during through after before
     since until via per alongside within outside near behind beyond across inside toward towards`,
  ),
  describedWorks: [
    ['white', 'paper'],
    ['green', 'paper'],
  ],
  naming: words('called named dubbed titled entitled nicknamed known'),
}
