import type { UnitLexicon } from '../unit-lexicon.ts'

/** Unit words of English, British and American. */
export const ENGLISH_UNITS: UnitLexicon = {
  words: [
    ['% | percent | per cent | pct', '%'],
    ['percentage points | percentage point | points | pts', 'points'],
    [
      'tonnes of co2e | tonnes of co2 equivalent | tonnes of co2 - equivalent | tonnes co2e | tonnes co2 equivalent | tons of co2e | tons of co2 equivalent | metric tons of co2e | metric tonnes of co2e | t co2e | t co2eq | tonnes of carbon dioxide equivalent | tons of carbon dioxide equivalent | tonnes of co2eq | tonnes co2eq',
      'tCO2e',
    ],
    ['tonne | tonnes | ton | tons | metric ton | metric tons | metric tonnes', 't'],
    ['kilogram | kilograms | kilogramme | kilogrammes | kilo | kilos', 'kg'],
    ['gram | grams', 'g'],
    ['hectare | hectares', 'ha'],
    ['acre | acres', 'acres'],
    ['metre | metres | meter | meters', 'm'],
    ['kilometre | kilometres | kilometer | kilometers', 'km'],
    ['mile | miles', 'miles'],
    ['square metre | square metres | square meter | square meters | sq m', 'm2'],
    ['square feet | square foot | sq ft', 'sq ft'],
    ['square kilometre | square kilometres | square kilometers', 'km2'],
    ['cubic metre | cubic metres | cubic meter | cubic meters', 'm3'],
    ['litre | litres | liter | liters', 'l'],
    ['megalitre | megalitres | megaliter | megaliters', 'ML'],
    ['gallon | gallons', 'gallons'],
    ['hectolitre | hectolitres', 'hl'],
    ['watt | watts', 'W'],
    ['kilowatt | kilowatts', 'kW'],
    ['megawatt | megawatts', 'MW'],
    ['gigawatt | gigawatts', 'GW'],
    ['terawatt | terawatts', 'TW'],
    ['kilowatt hour | kilowatt hours | kilowatt - hours | kilowatt - hour', 'kWh'],
    ['megawatt hour | megawatt hours | megawatt - hours', 'MWh'],
    ['gigawatt hour | gigawatt hours | gigawatt - hours', 'GWh'],
    ['terawatt hour | terawatt hours | terawatt - hours', 'TWh'],
    ['year | years', 'years'],
    ['degree | degrees | ° c | degrees celsius | ° celsius', '°C'],
    ['euro | euros', 'EUR'],
    ['dollar | dollars | us dollars | u . s . dollars', 'USD'],
    ['canadian dollars', 'CAD'],
    ['australian dollars', 'AUD'],
    ['pound | pounds | pounds sterling', 'GBP'],
    ['swiss franc | swiss francs', 'CHF'],
    ['yen', 'JPY'],
    ['yuan | renminbi', 'CNY'],
    ['rupees', 'INR'],
  ],
  per: ['per', '/', 'a', 'an', 'each', 'every'],
  perPeriod: ['year', 'years', 'annum', 'month', 'day', 'week', 'annually', 'yearly'],
  of: ['of'],
  trees:
    'tree trees shrub shrubs sapling saplings oak oaks pine pines beech olive birch mangroves mangrove seedlings seedling poplars willows'.split(
      ' ',
    ),
  fillers: ['of'],
  owners: ['its', 'our', 'their', 'the', 'his', 'her'],
  adjectives: [],
  notCounted:
    "now today currently too also again alone instead together overall altogether annually yearly daily because once later afterwards ago between each either apiece respectively the a an of to in on at by for from with and or per as is are was were has have had will be been its our their his her this that these those which who if than then more less fewer times time first next last other years year months month days day weeks week hours hour minutes january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec 's s th st nd rd pm am but not into over under about since until before after between while when where compared across compared without within off up down out only near next already still so such both all any each some no".split(
      ' ',
    ),
  labels:
    'scope scopes article articles page pages chapter figure table annex level phase step stage number no cop top category iso tier version section paragraph clause highway route act goal sdg'.split(
      ' ',
    ),
  headFirst: false,
}
