import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../model.ts'
import { readMarkedText } from '../test/read-marked-text.ts'
import { findQuantities } from './find-quantities.ts'

function read(text: string, lang: Language, date: string | null = '2024-03') {
  const { prose, file } = readMarkedText(text, lang, date)
  const found = findQuantities()(prose, file)
  return { prose, ...found }
}

function quantitiesOf(text: string, lang: Language): string[] {
  return read(text, lang).quantities.map(({ value, maximum, unit, direction }) =>
    [
      value,
      maximum === undefined ? '' : `–${maximum}`,
      unit === null ? '' : ` ${unit}`,
      direction ? ` ${direction}` : '',
    ].join(''),
  )
}

function timesOf(text: string, lang: Language, date?: string | null): string[] {
  return read(text, lang, date).times.map(
    ({ role, startYear, endYear }) => `${role} ${startYear ?? ''}–${endYear ?? ''}`,
  )
}

describe('quantities', () => {
  test.each<[Language, string, string[]]>([
    // Separators.
    ['fr', '38 000 tonnes', ['38000 t']],
    ['fr', '38\u00a0000 tonnes', ['38000 t']],
    ['fr', '38\u202f000 tonnes', ['38000 t']],
    ['fr', '35.000 tonnes', ['35000 t']],
    ['fr', "1'250'000 euros", ['1250000 EUR']],
    ['fr', '1.127 millions d’euros', ['1127000000 EUR']],
    ['fr', '2,8 hl', ['2.8 hl']],
    ['fr', '2.8 hl', ['2.8 hl']],
    ['fr', '12,000 ha', ['12000 ha']],
    ['en', '12,000 ha', ['12000 ha']],
    ['en', '1.127 million euros', ['1127000 EUR']],
    ['en', 'version 1.2.3 of the tool', []],
    ['en', 'In 2030 150 hectares', ['150 ha']],
    // Words.
    ['fr', 'deux millions de tonnes', ['2000000 t']],
    ['fr', 'vingt-cinq mille hectares', ['25000 ha']],
    ['fr', 'quatre-vingt-dix pour cent', ['90 %']],
    ['fr', 'une douzaine de sites', ['12 sites']],
    ['en', 'twenty-five thousand hectares', ['25000 ha']],
    ['en', 'a dozen sites', ['12 sites']],
    ['en', 'one hundred and twenty tonnes', ['120 t']],
    ['fr', 'un demi-milliard d’euros', ['500000000 EUR']],
    ['en', 'half a million tonnes', ['500000 t']],
    // Fractions and changes.
    ['fr', 'la moitié de ses achats', ['50 %']],
    ['fr', 'deux tiers des déchets', ['66.67 %']],
    ['fr', 'diviser par deux ses rejets', ['50 % reduce']],
    ['fr', 'divisé par trois', ['66.67 % reduce']],
    ['fr', 'quatre fois plus de vélos', ['300 % increase']],
    ['fr', 'doubler la production', ['100 % increase']],
    ['en', 'halve its waste', ['50 % reduce']],
    ['en', 'three quarters of its fleet', ['75 %']],
    ['en', 'a third party', []],
    ['en', 'eight in ten suppliers', ['80 %']],
    ['en', 'three out of four', ['75 %']],
    ['en', 'one in 2030', []],
    ['fr', 'neuf sur dix', ['90 %']],
    ['fr', '4 Mm³', ['4000000 m3']],
    ['en', 'a quarter of homes', ['25 %']],
    // Signs and ranges.
    ['fr', '–55 % d’émissions', ['-55 %']],
    ['en', 'by −23%', ['-23 %']],
    ['fr', 'de 15 à 30 %', ['15–30 %']],
    ['en', 'between 15% and 30%', ['15–30 %']],
    ['en', '£20 million to £30 million', ['20000000–30000000 GBP']],
    ['en', '10-15 tonnes', ['10–15 t']],
    // Percentages and points.
    ['fr', '3 points de pourcentage', ['3 points']],
    ['fr', '200 points de collecte', ['200 points']],
    ['en', 'five percentage points', ['5 points']],
    // Currencies.
    ['fr', '62,5 millions d’euros', ['62500000 EUR']],
    ['fr', '3 Md€', ['3000000000 EUR']],
    ['fr', '45 M€', ['45000000 EUR']],
    ['fr', '12 k€', ['12000 EUR']],
    ['fr', '5 millions de dollars', ['5000000 USD']],
    ['en', '£36 million', ['36000000 GBP']],
    ['en', '€1.2bn', ['1200000000 EUR']],
    ['en', 'US$450m', ['450000000 USD']],
    ['en', 'CHF 3 million', ['3000000 CHF']],
    // Units.
    ['fr', '12 000 tCO₂e', ['12000 tCO2e']],
    ['fr', '3 MtCO2e', ['3 MtCO2e']],
    ['en', '40 tonnes of CO2 equivalent', ['40 tCO2e']],
    ['en', '50MW', ['50 MW']],
    ['fr', '14 GWh', ['14 GWh']],
    ['fr', '210 gigawattheures', ['210 GWh']],
    ['en', '2.8 hl per hl', ['2.8 hl/hl']],
    ['fr', '95 kWh/m²', ['95 kWh/m2']],
    ['fr', '1 200 tonnes par an', ['1200 t']],
    ['en', '2m tonnes', ['2000000 t']],
    // What is counted.
    ['fr', '12.000 orangers et caroubiers', ['12000 trees']],
    ['en', '400,000 shade trees', ['400000 trees']],
    ['en', '60 electric buses', ['60 buses']],
    ['fr', '200 bornes de recharge', ['200 bornes']],
    // No quantities.
    ['fr', 'la 28e conférence', []],
    ['en', 'scope 1 and 2 emissions', []],
    ['fr', 'scopes 1, 2 et 3', []],
  ])('%s: %s', (lang, text, expected) => {
    expect(quantitiesOf(text, lang)).toEqual(expected)
  })
})

describe('dates', () => {
  test.each<[Language, string, string[]]>([
    ['fr', 'd’ici 2040', ['deadline –2040']],
    ['fr', 'd’ici à 2030', ['deadline –2030']],
    ['fr', 'à l’horizon 2050', ['deadline –2050']],
    ['fr', 'au plus tard en 2025', ['deadline –2025']],
    ['fr', 'avant fin 2029', ['deadline –2029']],
    ['fr', 'avant de 2026', ['deadline –2026']],
    ['fr', 'pour la fin de 2025', ['deadline –2025']],
    ['fr', 'pour l’année 2030', ['deadline –2030']],
    ['fr', 'd’ici aux vendanges 2026', ['deadline –2026']],
    ['fr', 'entre 2022 et 2026', ['period 2022–2026']],
    ['fr', 'de 2024 à 2030', ['period 2024–2030']],
    ['fr', 'sur la période 2025-2028', ['period 2025–2028']],
    ['fr', 'à partir de 2027', ['start 2027–']],
    ['fr', 'depuis 1967', ['start 1967–']],
    ['fr', 'par rapport à 2019', ['baseline –2019']],
    ['fr', 'en face de 2018', ['baseline –2018']],
    ['fr', '(référence : 2020)', ['baseline –2020']],
    ['fr', 'par rapport au niveau de 2015', ['baseline –2015']],
    ['fr', 'en 2023', ['point –2023']],
    ['fr', 'le 3 mai 2024', ['point –2024']],
    ['fr', 'au premier trimestre 2026', ['point –2026']],
    ['fr', 'd’ici cinq ans', ['deadline –2029']],
    ['fr', 'dans 16 ans', ['deadline –2040']],
    ['fr', 'au cours des cinq prochaines années', ['period 2024–2029']],
    ['fr', 'd’ici la fin de la décennie', ['deadline –2030']],
    ['fr', 'entre 2022 et 2026 puis, sur la même période,', ['period 2022–2026', 'period 2022–2026']],
    ['fr', 'd’ici 2026, et deux ans plus tard', ['deadline –2026', 'deadline –2028']],
    ['en', 'by 2040', ['deadline –2040']],
    ['en', 'no later than 2048', ['deadline –2048']],
    ['en', 'by the end of 2028', ['deadline –2028']],
    ['en', 'before Easter 2026', ['deadline –2026']],
    ['en', 'between 2024 and 2030', ['period 2024–2030']],
    ['en', 'from 2024 to 2030', ['period 2024–2030']],
    ['en', '2024–2030', ['period 2024–2030']],
    ['en', 'FY2030', ['point –2030']],
    ['en', 'from a 2015 baseline', ['baseline –2015']],
    ['en', 'compared with 2020', ['baseline –2020']],
    ['en', 'below 1990 levels', ['baseline –1990']],
    ['en', 'than in 2019', ['baseline –2019']],
    ['en', 'in March 2024', ['point –2024']],
    ['en', 'Q3 2025', ['point –2025']],
    ['en', 'within five years', ['deadline –2029']],
    ['en', 'over the next five years', ['period 2024–2029']],
    ['en', 'by the end of the decade', ['deadline –2030']],
    ['en', 'between now and 2028', ['period 2024–2028']],
    ['en', 'since 2015', ['start 2015–']],
    ['en', 'the 2030s', ['period 2030–2039']],
    ['en', '2030 tonnes', []],
  ])('%s: %s', (lang, text, expected) => {
    expect(timesOf(text, lang)).toEqual(expected)
  })

  test('are not counted from a date that the document does not have', () => {
    expect(timesOf('d’ici cinq ans', 'fr', null)).toEqual(['deadline –'])
  })
})

test('spans are slices in order that do not overlap', () => {
  const pieces = fc.constantFrom(
    ...[
      '38 000',
      ' tonnes',
      ' %',
      '£',
      '3',
      'M€',
      ' millions',
      ' d’',
      'euros',
      ' d’ici ',
      '2030',
      '-',
      '–',
      ' à ',
      ' et ',
    ],
    ...[
      'by ',
      'between ',
      ' and ',
      '1.127',
      ',',
      '.',
      ' ',
      'vingt',
      '-cinq',
      ' cent',
      'a ',
      'third',
      ' of',
      'entre ',
      'mai ',
    ],
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom<Language>('fr', 'en'), (parts, lang) => {
      const text = `x ${parts.join('')}`
      const { prose, quantities, times } = read(text, lang)
      const spans = [...quantities, ...times].sort((a, b) => a.start - b.start)
      let end = 0
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(prose.text.length)
        end = span.end
      }
    }),
  )
})
