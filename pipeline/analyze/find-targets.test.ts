import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language, TargetClaim } from '../model.ts'
import { readMarkedText } from '../test/read-marked-text.ts'
import { findQuantities } from './find-quantities.ts'
import { findTargets } from './find-targets.ts'

const quantify = findQuantities()
const find = findTargets()

function read(marked: string, lang: Language, date: string | null = '2024-03') {
  const { prose, references, file } = readMarkedText(marked, lang, date)
  const targets = find({ prose, references, quantities: quantify(prose, file) }, file)
  const nameOf = (entity: number | null) => (entity === null ? null : (references.entities[entity]?.label ?? null))
  return { prose, references, file, targets, nameOf }
}

/** `actor: value unit year`, with the status where it is not announced. */
function told(marked: string, lang: Language): string[] {
  const { targets, nameOf } = read(marked, lang)
  return targets.map(
    ({ actor, value, unit, targetYear, status }) =>
      `${nameOf(actor)}: ${[value, unit, targetYear].filter((part) => part !== null).join(' ')}${status === 'announced' ? '' : ` ${status}`}`,
  )
}

function only(marked: string, lang: Language): TargetClaim {
  const { targets } = read(marked, lang)
  expect(targets).toHaveLength(1)
  return targets[0] as TargetClaim
}

describe('sentences', () => {
  test.each<[Language, string, string[]]>([
    ['en', '{Alden} says all its vans will be electric by 2030.', ['Alden: 100 % 2030']],
    ['en', '{Alden} will provide shore power at all berths by 2029.', ['Alden: 2029']],
    ['en', '{Alden} will run its yard entirely on wind power by 2028.', ['Alden: 100 % 2028']],
    ['en', '{Alden} wants its terminals to emit nothing by 2030.', ['Alden: 2030']],
    ['en', '{Alden} insisted that it would cut emissions by 60% by 2030.', ['Alden: 60 % 2030']],
    [
      'en',
      '{Alden} has ordered ships for $2.3 billion, payable between 2025 and 2029.',
      ['Alden: 2300000000 USD 2029'],
    ],
    ['en', '{Alden} will cut its emissions by 50% by the middle of the next decade.', ['Alden: 50 % 2035']],
    [
      'en',
      '{Alden} pledges 50% recycled steel by 2027. This share will now be reached in 2029.',
      ['Alden: 50 % 2027 superseded', 'Alden: 50 % 2029'],
    ],
    ['en', '{Alden} will triple tree cover, to 24%, before 2033.', ['Alden: 24 % 2033']],
    [
      'fr',
      '{Alden} va diminuer de 80 %, d’ici à 2032, la consommation de gaz de ses onze usines et vise la neutralité carbone trois ans plus tard.',
      ['Alden: 80 % 2032', 'Alden: 2035'],
    ],
    [
      'en',
      '{Alden} had aimed for net zero by 2040 but has pushed the date back to 2045.',
      ['Alden: 2040 superseded', 'Alden: 2045'],
    ],
    ['fr', '{Alden} veut appliquer la philosophie zéro carbone d’ici 2030.', []],
    [
      'fr',
      '{Brume} va. Enfin, 75 % de la chaleur devra être renouvelable en 2030 : c’est l’engagement pris par la {Ligue}.',
      ['Ligue: 75 % 2030'],
    ],
    [
      'fr',
      '{l:Vierzon}, où la société d’économie mixte {Alden}, détenue par la ville, entend alimenter son réseau à 90 % dès 2029.',
      ['Alden: 90 % 2029'],
    ],
    [
      'en',
      '{Alden} set a target of 17% by 2025, later abandoned; its present goal is 10% by 2030.',
      ['Alden: 17 % 2025 withdrawn', 'Alden: 10 % 2030'],
    ],
    ['en', '{Alden} used to promise a million heat pumps by 2030.', []],
    ['fr', '{Alden} a répondu qu’elle investirait 200 millions d’euros d’ici 2030.', ['Alden: 200000000 EUR 2030']],
    ['fr', '## Ce que nous demandons à {Alden}\n\n- Une baisse de 30 % du plastique d’ici 2040.', []],
    ['en', 'By 2035 {Alden} will have halved food waste in its kitchens.', ['Alden: 50 % 2035']],
    ['en', 'Under the plan, {Alden} would cut its emissions by 55% by 2030.', ['Alden: 55 % 2030']],
    ['en', '{Alden} would cut its emissions by 55% by 2030.', []],
    ['en', '{Alden} wants eight in ten suppliers to report by 2029.', ['Alden: 80 % 2029']],
    ['en', '{Alden} is to end routine flaring by 2030.', ['Alden: 2030']],
    ['fr', '{Alden} l’assure : toutes ses camionnettes seront électriques en 2030.', ['Alden: 100 % 2030']],
    ['fr', '{Alden} n’aura plus aucun emballage en plastique d’ici fin 2027.', ['Alden: 2027']],
    ['fr', '{Alden} ouvre un classeur : 70 % de fibres recyclées en 2027.', ['Alden: 70 % 2027']],
    ['fr', 'D’ici 2032, 60 % de l’électricité que consomme {Alden} sera renouvelable.', ['Alden: 60 % 2032']],
    [
      'en',
      '{Alden} will cut its emissions by 42% by 2030 and by 90% by 2045.',
      ['Alden: 42 % 2030', 'Alden: 90 % 2045'],
    ],
    ['en', 'By 2035, {Alden} wants half of its fleet to be electric.', ['Alden: 50 % 2035']],
    ['en', '{Alden} plans to plant 2 million trees over the next five years.', ['Alden: 2000000 trees 2029']],
    ['en', '{Alden} has committed to reach net zero by the end of the decade.', ['Alden: 2030']],
    ['en', '{Alden} aims to double the number of charging points, to 1,200, by 2028.', ['Alden: 1200 points 2028']],
    ['en', '{Alden} is to lower water use from 4.1 m³ to 3.2 m³ by 2029.', ['Alden: 3.2 m3 2029']],
    ['en', '{Alden} will invest €1.2bn in low-carbon steel by 2030.', ['Alden: 1200000000 EUR 2030']],
    ['en', '{Alden} said it would use 10% sustainable fuel by 2030.', ['Alden: 10 % 2030']],
    ['en', '{Alden} intends to phase out coal by 2029.', ['Alden: 2029']],
    ['en', '{Alden} has brought forward its net-zero target from 2050 to 2040.', ['Alden: 2040']],
    [
      'fr',
      '{Alden} vise une baisse de 42 % d’ici 2030, puis de 90 % en 2045.',
      ['Alden: 42 % 2030', 'Alden: 90 % 2045'],
    ],
    ['fr', 'D’ici 2035, {Alden} veut que la moitié de sa flotte soit électrique.', ['Alden: 50 % 2035']],
    ['fr', '{Alden} plantera 2 millions d’arbres au cours des cinq prochaines années.', ['Alden: 2000000 trees 2029']],
    ['fr', '{Alden} ambitionne d’atteindre le zéro émission nette à la fin de la décennie.', ['Alden: 2030']],
    ['fr', '{Alden} prévoit de doubler le nombre de bornes, à 1 200, d’ici 2028.', ['Alden: 1200 bornes 2028']],
    ['fr', '{Alden} investira 1,2 milliard d’euros dans l’acier d’ici à 2030.', ['Alden: 1200000000 EUR 2030']],
    ['fr', '{Alden} a indiqué qu’elle utiliserait 10 % de carburants durables en 2030.', ['Alden: 10 % 2030']],
    ['fr', '{Alden} entend sortir du charbon d’ici 2029.', ['Alden: 2029']],
    ['fr', '{Alden} diminuera sa consommation de 15 à 20 % d’ici 2028.', ['Alden: 20 % 2028']],
    [
      'fr',
      'Entre 2022 et 2026, {Alden} compte recycler 38 000 tonnes d’acier et investir dans le solaire.',
      ['Alden: 38000 t 2026', 'Alden: 2026'],
    ],
    ['fr', '{Alden} table sur une baisse de 35 % de ses émissions en 2031.', ['Alden: 35 % 2031']],
    // The whole of something, of what is to become of all of it.
    ['en', '{Alden} says from 2026 every home it sells will have a heat pump.', ['Alden: 100 % 2026']],
    ['en', '{Alden} has vowed to electrify all of its vans by 2030.', ['Alden: 100 % 2030']],
    ['en', '{Alden} aims for all of its flights to be zero-emission by 2040.', ['Alden: 100 % 2040']],
    ['en', '{Alden} will buy only certified palm oil from 2026.', ['Alden: 100 % 2026']],
    ['fr', 'Chez {Alden}, l’objectif est que chaque magasin trie ses restes dès 2026.', ['Alden: 100 % 2026']],
    ['fr', 'L’ensemble des gares de {Alden} seront accessibles en 2031.', ['Alden: 100 % 2031']],
    // What is to be no more.
    ['fr', '{Alden} n’accordera plus de prêts au charbon à compter de 2027.', ['Alden: 2027']],
    ['en', '{Alden} will no longer finance new oil fields after 2026.', ['Alden: 2026']],
    ['fr', 'Le conseil de {Alden} a voté la fin des chaudières à gaz pour 2031.', ['Alden: 2031']],
    ['en', '{Alden} signed a plan under which its lending to miners will fall to zero by 2030.', ['Alden: 0 2030']],
    // Things that are counted.
    ['fr', '{Alden} mettra 80 nouvelles rames en service d’ici 2029.', ['Alden: 80 rames 2029']],
    ['en', '{Alden} plans to train 2,300 of its engineers before 2028.', ['Alden: 2300 engineers 2028']],
    ['en', '{Alden} will install 90 shore-power points by 2029.', ['Alden: 90 points 2029']],
    ['en', '{Alden} wants 1,000 apprentices hired by 2027.', ['Alden: 1000 apprentices 2027']],
    ['fr', '{Alden} se convertit. Quatre cargos seront livrés d’ici 2028.', ['Alden: 4 cargos 2028']],
    ['fr', '{Alden} veut que trois meubles sur quatre soient réparables en 2027.', ['Alden: 75 % 2027']],
    // Where it starts from, and what was meant before.
    ['fr', '{Alden} veut ramener le taux de fuites de 24 à 12 % d’ici 2029.', ['Alden: 12 % 2029']],
    ['en', '{Alden} aims to go from 40 electric buses today to 220 in 2028.', ['Alden: 220 buses 2028']],
    ['en', '{Alden} will have 4,500 chargers by 2031, up from just under 900 now.', ['Alden: 4500 chargers 2031']],
    ['fr', '{Alden} vise une baisse de 50 % d’ici 2030, au lieu des 35 % annoncés.', ['Alden: 50 % 2030']],
    ['en', '{Alden} has until 2028 to cut its energy use by a quarter, a target it set in 2022.', ['Alden: 25 % 2028']],
    ['fr', 'Il faut aller plus vite, dit {Alden} : nous visons 40 % en 2030.', ['Alden: 40 % 2030']],
    ['fr', 'Jalon pour {Alden} : 15 % dès 2025, puis 30 % deux ans après.', ['Alden: 15 % 2025', 'Alden: 30 % 2027']],
    // Translated by machines.
    ['fr', '{Alden} se compromet à réduire en un 25 % les émissions pour l’année 2030.', ['Alden: 25 % 2030']],
    ['fr', '{Alden} veut ses émissions pour 2031 avec 65 % abaisser au regard de 2017.', ['Alden: 65 % 2031']],
    ['en', '{Alden} engages itself to diminish of 46 % its emissions from here to 2030.', ['Alden: 46 % 2030']],
    // What goes on from the sentence before.
    [
      'fr',
      '{Alden} consacrera 145 millions d’euros au plan entre 2024 et 2030. Desquels, 62 millions iront aux fours.',
      ['Alden: 145000000 EUR 2030', 'Alden: 62000000 EUR 2030'],
    ],
    ['fr', '{Alden} a restauré 610 hectares depuis 2015. Elle en vise 900 en 2030.', ['Alden: 900 ha 2030']],
    [
      'en',
      'In 2019 {Alden} promised net zero by 2035. Last week it moved the date to 2042.',
      ['Alden: 2035 superseded', 'Alden: 2042'],
    ],
  ])('%s: %s', (lang, text, expected) => {
    expect(told(text, lang)).toEqual(expected)
  })
})

describe('no targets', () => {
  test.each<[Language, string]>([
    ['fr', 'Selon {Alden}, un tiers des plages auront disparu en 2050.'],
    ['fr', 'Les voitures électriques représenteront 60 % du marché en 2030, prévoit {Alden}.'],
    ['fr', 'La chaleur fatale, que des experts évaluent à 9 TWh en 2040, intéresse {Alden}.'],
    ['en', 'Unlike its rivals, {Alden} has not said by how much it will cut flights by 2030.'],
    ['fr', 'Toutes les réunions de {Alden} auront lieu en 2026.'],
    ['fr', 'Selon {Alden}, une tendance se dessine : 70 % de fibres recyclées en 2027.'],
    ['en', '{Alden} says no decision will be taken before 2027.'],
    ['en', 'All packs of {Alden} were recycled by 2023.'],
    ['en', '{Alden} cut its emissions by 12% between 2019 and 2023.'],
    ['en', 'Analysts at {Finlay} expect demand to rise by 30% by 2030.'],
    ['en', 'Campaigners are calling on {Alden} to stop burning gas by 2028.'],
    ['en', 'If prices fell, {Alden} could aim for 60% by 2030.'],
    ['en', 'The regulator has ordered {Alden} to cut leaks by 15% by 2026.'],
    ['en', 'Demand for glass is set to grow by 4% a year to 2030.'],
    ['fr', '{Alden} devra réduire ses émissions de 30 % d’ici 2030, exige le préfet.'],
    ['en', '{Alden} has no plans to cut flights by 2030.'],
    ['en', 'The government wants {Alden} to cut fares by 10% by 2026.'],
    ['en', 'Reaching net zero by 2050 will take every sector, said the minister.'],
    ['en', '{Alden} employs 4,000 people in 12 countries and turned over £900 million in 2023.'],
    ['en', '{Alden} will open in Leeds in 2025 and expects 2 million passengers a year by 2030.'],
    ['fr', '{Alden} a réduit ses émissions de 12 % entre 2019 et 2023.'],
    ['fr', 'Le cabinet {Finlay} prévoit une hausse de 30 % de la demande d’ici 2030.'],
    ['fr', 'L’association {Finlay} demande que {Alden} abandonne le gaz avant 2028.'],
    ['fr', 'Si les prix baissaient, {Alden} viserait 60 % en 2030.'],
    ['fr', '{Alden} n’a pas fixé de jalon de 20 % pour 2030.'],
    ['fr', 'Le débit pourrait baisser de 15 à 30 % d’ici 2050, estime {Finlay}.'],
    ['fr', 'La loi impose 20 % de produits bio dans les cantines depuis 2022.'],
    ['fr', 'Le verre compte pour presque la moitié du bilan de {Alden}.'],
    ['fr', 'Le plan « {i:Verre Vert 2040} » de {Alden} connaît trois marches.'],
    ['fr', 'Le sommet appelle les États à contribuer :\n\n- à tripler les énergies renouvelables d’ici 2030 ;'],
    ['fr', '<!-- {Alden} : réduire de 25 % d’ici 2028 -->\n\nLe reste.'],
  ])('%s: %s', (lang, text) => {
    expect(told(text, lang)).toEqual([])
  })
})

test.each<[Language, string, string[]]>([
  [
    'en',
    '{Alden} pledged in 2021 to be carbon neutral by 2025, but the pledge was withdrawn last year.',
    ['Alden: 2025 withdrawn'],
  ],
  [
    'fr',
    'En 2018, {Alden} avait promis une baisse de 30 % en 2025 ; l’objectif a été enterré avec la vente.',
    ['Alden: 30 % 2025 withdrawn'],
  ],
])('what was given up says so: %s: %s', (lang, text, expected) => {
  expect(told(text, lang)).toEqual(expected)
})

describe('actors', () => {
  test.each<[Language, string, string[]]>([
    [
      'en',
      '{Alden} runs trains. Its owner, {Corvane Group}, aims to cut emissions by 30% by 2030.',
      ['Corvane Group: 30 % 2030'],
    ],
    [
      'en',
      '{Alden}, which is owned by {Corvane Group}, has pledged to buy 60 buses by 2031.',
      ['Alden: 60 buses 2031'],
    ],
    ['en', '{Corvane Group}, whose mill is in {l:York}, has pledged a 20% cut by 2029.', ['Corvane Group: 20 % 2029']],
    [
      'en',
      '{Alden} aims to be carbon neutral by 2038; {Corvane Group}, its parent, by 2050.',
      ['Alden: 2038', 'Corvane Group: 2050'],
    ],
    [
      'en',
      'The {i:Clean Tracks Alliance} was founded in 2020. Its 24 members have pledged to cut diesel use by 60% by 2035.',
      ['Clean Tracks Alliance: 60 % 2035'],
    ],
    ['en', '{Alden}’s target of a 45% cut by 2030 remains in place.', ['Alden: 45 % 2030']],
    [
      'fr',
      'Selon {p:Maya Lund}, {Alden} consacrera 80 millions d’euros aux gares d’ici 2028.',
      ['Alden: 80000000 EUR 2028'],
    ],
    ['fr', '{Corvane} a annoncé qu’il réduirait de 20 % les émissions de {Alden} d’ici 2029.', ['Corvane: 20 % 2029']],
    [
      'fr',
      '{Alden} vise 30 % en 2030 ; sa maison mère, {Corvane}, 40 % en 2032.',
      ['Alden: 30 % 2030', 'Corvane: 40 % 2032'],
    ],
    [
      'fr',
      'Les adhérents de l’{i:Alliance Rail} se sont engagés à réduire de 60 % leurs rejets en 2035.',
      ['Alliance Rail: 60 % 2035'],
    ],
    ['en', '{p:Ed Munro}, the head of {Alden}, told us that fuel use would fall by 35% by 2032.', ['Alden: 35 % 2032']],
    [
      'en',
      '{Corvane} grows. {p:Ed Munro}, boss of {Alden}, spoke. He promised 9 new berths by 2028.',
      ['Alden: 9 berths 2028'],
    ],
    [
      'fr',
      '{Corvane}, rachetée par le groupe {Alden}, a annoncé qu’elle investirait 45 millions d’euros d’ici à 2031.',
      ['Corvane: 45000000 EUR 2031'],
    ],
    [
      'en',
      '{l:York} is no stranger to floods. Its council has pledged to plant 20,000 trees by 2030.',
      ['York: 20000 trees 2030'],
    ],
    [
      'fr',
      '{Alden} s’installe. La commune de {l:Bressin}, où elle ira, vise la neutralité carbone en 2045.',
      ['Bressin: 2045'],
    ],
    [
      'en',
      'We at {Alden} grow roses.\n\n**They have targets, {Corvane}, I believe?**\n\nThey do. They will have every grower certified by 2027.',
      ['Corvane: 100 % 2027'],
    ],
    ['en', '{Alden}’s owner, the investor {Corvane}, has pledged a 20% cut by 2029.', ['Corvane: 20 % 2029']],
    ['fr', '{Alden} est là. {p:Enercap Midi} posera 400 kilowatts d’ici 2026.', ['Enercap Midi: 400 kW 2026']],
    [
      'fr',
      'Le papetier {l:Aldoret} mise gros. Chez lui, {l:Aldoret} le dit, tout change. {l:Aldoret} vend.\n\nLe plan prévoit 45 % de moins d’ici 2030.',
      ['Aldoret: 45 % 2030'],
    ],
    ['fr', 'La concurrente de {Corvane}, {Alden}, a promis d’être neutre en carbone en 2040.', ['Alden: 2040']],
    [
      'fr',
      'Au congrès de {Alden}, les pays riches ont promis 300 milliards de dollars d’ici 2035.',
      ['null: 300000000000 USD 2035'],
    ],
  ])('%s: %s', (lang, text, expected) => {
    expect(told(text, lang)).toEqual(expected)
  })
})

describe('lists and tables', () => {
  test('items of a page that an organization writes about itself', () => {
    const text =
      '{Alden} is a rail company.\n\n## Our commitments\n\n- 100% green power by 2027\n- Net zero by 2045\n- 25% less water by 2030 (baseline 2021)\n- Trained 300 drivers in 2023\n- No target yet for flights'
    expect(told(text, 'en')).toEqual(['Alden: 100 % 2027', 'Alden: 2045', 'Alden: 25 % 2030'])
  })

  test('items under a line that says whose they are', () => {
    const text =
      '{Alden} roule. {Corvane} a présenté son plan.\n\n{Corvane} s’engage à :\n\n1. réduire de 40 % ses rejets d’ici 2030 ;\n2. planter 10 000 arbres avant fin 2027.'
    expect(told(text, 'fr')).toEqual(['Corvane: 40 % 2030', 'Corvane: 10000 trees 2027'])
  })

  test('rows with a column of dates, baselines and states', () => {
    const text =
      '{Alden} roule.\n\n| Indicateur | Cible | Base | Échéance | Avancement |\n|---|---|---|---|---|\n| Rejets directs | –50 % | 2019 | 2030 | en bonne voie |\n| Décharge | 0 t | – | 2023 | atteint |\n| Vols | aucun objectif | – | – | – |'
    const { targets } = read(text, 'fr')
    expect(
      targets.map(({ metric, value, unit, baselineYear, targetYear, status }) => [
        metric,
        value,
        unit,
        baselineYear,
        targetYear,
        status,
      ]),
    ).toEqual([
      ['Rejets directs', 50, '%', 2019, 2030, 'in-progress'],
      ['Décharge', 0, 't', null, 2023, 'achieved'],
    ])
  })

  test('rows with a column a year, units in their labels', () => {
    const text =
      '{Alden} runs.\n\n| | 2023 | 2026 | 2030 |\n|---|---|---|---|\n| Recycled waste (%) | 61 | 75 | 90 |\n| Electric vans | 40 | 120 | none set |'
    expect(told(text, 'en')).toEqual(['Alden: 75 % 2026', 'Alden: 90 % 2030', 'Alden: 120 vans 2026'])
  })

  test('items that take their year from the line or heading above', () => {
    expect(
      told('{Alden} roule.\n\n**Nos objectifs 2030**\n\n- Eau : –15 % par tonne\n- 40 % de femmes cadres', 'fr'),
    ).toEqual(['Alden: 15 % 2030', 'Alden: 40 % 2030'])
  })

  test('a row that sums up a sentence says it in the sentence’s words', () => {
    const { targets } = read(
      '{Alden} will cut its use of water by 40% by 2030.\n\n| Company | Target | Year |\n|---|---|---|\n| {Alden} | –40% water | 2030 |',
      'en',
    )
    expect(targets).toHaveLength(2)
    const [sentence, row] = targets as [TargetClaim, TargetClaim]
    expect(row).toMatchObject({ kind: sentence.kind, metric: sentence.metric, direction: sentence.direction })
    expect(row.fields.metric).toEqual(sentence.fields.metric)
    expect(row.evidence.exact).toContain('–40%')
  })

  test('what is struck out is none', () => {
    expect(told('{Alden} runs.\n\n## Targets\n\n- ~~Zero waste by 2026~~\n- 80% recycled by 2027', 'en')).toEqual([
      'Alden: 80 % 2027',
    ])
  })

  test('rows of others', () => {
    const text =
      '| Company | Promise | Date |\n|---|---|---|\n| {Alden} | net zero, with a 40% cut in 2030 | 2045 |\n| {Corvane} | none | – |'
    expect(told(text, 'en')).toEqual(['Alden: 2045', 'Alden: 40 % 2030'])
  })

  test('of figures in columns without a name, where the row leads', () => {
    const text =
      '| Poste | Ancien monde | Nouveau monde | Quand | Porteur |\n|---|---|---|---|---|\n| Chaleur | 12 % de bois | 60 % de bois | 2031 | {Alden} |'
    expect(told(text, 'fr')).toEqual(['Alden: 60 % 2031'])
  })

  test('a heading only where the text does not repeat it', () => {
    expect(told('# {Alden} vise 40 % en 2030\n\n{Alden} vise 40 % de moins en 2030.', 'fr')).toEqual([
      'Alden: 40 % 2030',
    ])
    expect(told('# {Alden} vise 40 % en 2030\n\nLe reste est long.', 'fr')).toEqual(['Alden: 40 % 2030'])
  })
})

describe('fields', () => {
  test('each has the words that it was read from', () => {
    const target = only(
      '{Alden} aims to cut scope 1 and 2 emissions by 55% between 2024 and 2030, compared with 2019.',
      'en',
    )
    expect(target).toMatchObject({
      kind: 'emissions-reduction',
      metric: 'scope 1 and 2 emissions',
      direction: 'reduce',
      value: 55,
      unit: '%',
      baselineYear: 2019,
      startYear: 2024,
      targetYear: 2030,
      scope: 'scope 1 and 2',
      status: 'announced',
      missing: [],
    })
    expect(Object.fromEntries(Object.entries(target.fields).map(([field, { exact }]) => [field, exact]))).toEqual({
      actor: 'Alden',
      metric: 'scope 1 and 2 emissions',
      value: '55%',
      unit: '55%',
      baselineYear: 'compared with 2019',
      startYear: 'between 2024 and 2030',
      targetYear: 'between 2024 and 2030',
      scope: 'scope 1 and 2',
    })
  })

  test.each<[Language, string, Partial<TargetClaim>]>([
    [
      'fr',
      '{Alden} vise la neutralité carbone pour l’ensemble de ses usines en 2040.',
      {
        kind: 'carbon-neutrality',
        value: null,
        direction: 'reach',
        scope: 'l’ensemble de ses usines',
        missing: ['baselineYear'],
      },
    ],
    [
      'fr',
      '{Alden} prélèvera 20 % d’eau en moins d’ici 2026.',
      { kind: 'water', metric: 'eau', direction: 'reduce', missing: ['baselineYear'] },
    ],
    [
      'fr',
      '{Alden} portera à 50 % la part d’énergies renouvelables en 2027.',
      { kind: 'renewable-energy', metric: 'part d’énergies renouvelables', direction: 'reach' },
    ],
    [
      'fr',
      '{Alden} investira 21 millions d’euros dans la consigne d’ici à 2029.',
      { kind: 'investment', metric: 'consigne', direction: 'invest' },
    ],
    [
      'fr',
      '{Alden} plantera 12 000 orangers et caroubiers d’ici 2026.',
      { kind: 'biodiversity', metric: 'orangers et caroubiers', unit: 'trees' },
    ],
    ['fr', '{Alden} compte recycler 900 tonnes de déchets d’ici 2026.', { kind: 'recycling', metric: 'déchets' }],
    [
      'en',
      '{Alden} will bring water use down to 2.8 hl per hl of beer by 2028.',
      { kind: 'water', metric: 'water use', unit: 'hl/hl', direction: 'reduce' },
    ],
    [
      'en',
      '{Alden} wants to install 200 heat pumps by 2028.',
      { kind: 'deployment', metric: 'heat pumps', unit: 'pumps' },
    ],
    [
      'en',
      '{Alden} aims to halve its waste by 2032.',
      { kind: 'waste', metric: 'waste', value: 50, direction: 'reduce' },
    ],
  ])('%s: %s', (lang, text, expected) => {
    expect(only(text, lang)).toMatchObject(expected)
  })

  test('who says it', () => {
    const { targets, nameOf } = read('{p:Maya Lund} a annoncé que {Alden} vise 30 % de moins en 2030.', 'fr')
    expect(targets.map(({ actor, attributedTo }) => [nameOf(actor), nameOf(attributedTo)])).toEqual([
      ['Alden', 'Maya Lund'],
    ])
  })
})

test('an author hears of years out of order and of units that do not fit', () => {
  const { file } = read(
    '{Alden} vise une baisse de 30 % de ses émissions en 2028 par rapport à 2030.\n\n{Alden} vise 40 km d’émissions évitées en 2030.',
    'fr',
  )
  expect(file.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
    ['target-years', 1],
    ['target-unit', 3],
  ])
})

test('evidence is a slice, wherever the pieces of a promise fall', () => {
  const pieces = fc.constantFrom(
    ...[
      '{Alden} ',
      'vise ',
      '30 % ',
      'd’ici 2030',
      ', puis ',
      '; ',
      '\n\n- ',
      'réduire de ',
      'la moitié ',
      ' en 2035',
      ' mais ',
      ' qui ',
    ],
    ...[
      'net zero ',
      'by 2040',
      '| ',
      '\n',
      'neutralité carbone ',
      '12 millions d’euros ',
      '# ',
      'selon ',
      '« nous ',
      '»',
      '. ',
      'abandonné ',
    ],
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), fc.constantFrom<Language>('fr', 'en'), (parts, lang) => {
      const { prose, references, targets } = read(`x ${parts.join('')}`, lang)
      for (const { actor, fields, evidence } of targets) {
        expect(actor === null || actor < references.entities.length).toBe(true)
        for (const { exact, start, end } of [evidence, ...Object.values(fields)]) {
          expect(exact).toBe(prose.text.slice(start, end))
          expect(exact).not.toBe('')
        }
      }
    }),
  )
})
