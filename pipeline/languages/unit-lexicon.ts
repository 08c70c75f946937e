/** Units that are written alike in every language: symbols as they stand (case counts), normalised symbol as value. */
export const UNIT_SYMBOLS: ReadonlyMap<string, string> = new Map(
  [
    // Mass; a `t` of carbon dioxide is told apart by the letters that follow.
    't kt Mt Gt kg g mg Mg',
    'tCO2 ktCO2 MtCO2 GtCO2 kgCO2 gCO2 tCO2e ktCO2e MtCO2e GtCO2e kgCO2e gCO2e',
    // Energy and power.
    'Wh kWh MWh GWh TWh J kJ MJ GJ TJ PJ EJ W kW MW GW TW MWc kWc GWc MWp kWp GWp Wp Wc kVA MVA tep ktep Mtep toe ktoe Mtoe',
    // Length, area, volume.
    'm cm mm km m2 km2 ha m3 hm3 km3 Mm3 l L ml cl dl hl ML dB MPa bar',
    'ppm ppb km/h',
  ]
    .join(' ')
    .split(' ')
    .map((symbol) => [symbol, symbol]),
)

/** Spellings of symbols that differ from the normalised one. */
export const UNIT_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['L', 'l'],
  ['tCO2eq', 'tCO2e'],
  ['ktCO2eq', 'ktCO2e'],
  ['MtCO2eq', 'MtCO2e'],
  ['GtCO2eq', 'GtCO2e'],
  ['kgCO2eq', 'kgCO2e'],
  ['gCO2eq', 'gCO2e'],
  ['teqCO2', 'tCO2e'],
  ['kteqCO2', 'ktCO2e'],
  ['MteqCO2', 'MtCO2e'],
  ['TCO2e', 'tCO2e'],
  ['tco2e', 'tCO2e'],
  ['tco2', 'tCO2'],
  ['kwh', 'kWh'],
  ['KWh', 'kWh'],
  ['mwh', 'MWh'],
  ['Kg', 'kg'],
  ['Km', 'km'],
  ['KM', 'km'],
  ['Ha', 'ha'],
  ['T', 't'],
])

/** Signs and codes of currencies, and their ISO 4217 code. */
export const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['EUR', 'EUR'],
  ['£', 'GBP'],
  ['GBP', 'GBP'],
  ['$', 'USD'],
  ['USD', 'USD'],
  ['US$', 'USD'],
  ['CHF', 'CHF'],
  ['¥', 'JPY'],
  ['JPY', 'JPY'],
  ['CNY', 'CNY'],
  ['RMB', 'CNY'],
  ['CAD', 'CAD'],
  ['AUD', 'AUD'],
  ['SEK', 'SEK'],
  ['NOK', 'NOK'],
  ['DKK', 'DKK'],
  ['PLN', 'PLN'],
  ['INR', 'INR'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['BRL', 'BRL'],
  ['ZAR', 'ZAR'],
  ['MAD', 'MAD'],
  ['XOF', 'XOF'],
])

/** A magnitude written onto a currency: `M€`, `k€`, `Md€`, `MEUR`. */
export const CURRENCY_MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['m', 1e6],
  ['Md', 1e9],
  ['Mds', 1e9],
  ['Mrd', 1e9],
  ['G', 1e9],
  ['bn', 1e9],
])

/** The unit words of a language. */
export interface UnitLexicon {
  /** Phrases of token forms and the symbol each stands for; alternatives are separated by `|`. */
  words: readonly (readonly [phrase: string, unit: string])[]
  /** Words that may stand between a unit and what it is per: `par`, `per`. */
  per: readonly string[]
  /** Periods that are dropped: `par an`, `a year`, `annuelles`. */
  perPeriod: readonly string[]
  /** Words that open the substance of a mass: `de`, `of`. */
  of: readonly string[]
  /** Kinds of trees and shrubs: all are counted as `trees`. */
  trees: readonly string[]
  /** Words that may stand between a number and its unit or noun: `de`, `of`, `environ`. */
  fillers: readonly string[]
  /** Whose the counted things are, between `of` and the noun: `300 of its trucks`. */
  owners: readonly string[]
  /** Adjectives before a counted noun, where the noun comes first of all others: `80 nouvelles rames`. */
  adjectives: readonly string[]
  /** Words that are never a counted noun. */
  notCounted: readonly string[]
  /** Before a number: it names and does not count (`scope 1`, `article 3`, `page 12`). */
  labels: readonly string[]
  /** The noun that is counted comes first (`bornes de recharge`) or last (`charging points`). */
  headFirst: boolean
}
