import type { NumberLexicon } from '../../languages/number-lexicon.ts'
import {
  CURRENCIES,
  CURRENCY_MAGNITUDES,
  UNIT_SPELLINGS,
  UNIT_SYMBOLS,
  type UnitLexicon,
} from '../../languages/unit-lexicon.ts'
import type { Quantity } from '../../model.ts'
import { type PhraseTable, phraseTable } from './phrase-table.ts'
import type { NumberReader } from './read-number.ts'
import type { Token } from './read-tokens.ts'

export type QuantityReading = Omit<Quantity, 'start' | 'end'> & {
  /** Index after the last token. */
  next: number
}

export interface QuantityReader {
  /** Reads the quantity that begins at `tokens[at]`; null when none does. */
  read(text: string, tokens: readonly Token[], at: number): QuantityReading | null
  /** Reads the unit that begins at `tokens[at]`, as labels name one: `tonnes`, `grammes par repas`; null when none does. */
  readUnit(text: string, tokens: readonly Token[], at: number): string | null
}

interface UnitReading {
  unit: string
  factor: number
  next: number
}

const ORDINALS = /^(?:e|er|re|ère|ème|eme|ième|nd|nde|st|rd|th|ers|es)$/

/** Compiles the quantities of one language: a number, a range, a fraction or a change, with its unit. */
export function quantityReader(numbers: NumberLexicon, units: UnitLexicon, readNumber: NumberReader): QuantityReader {
  const words = phraseTable(units.words)
  const fractions = phraseTable(numbers.fractions)
  const changes = phraseTable(numbers.changes)
  const flags = (phrases: readonly string[]): PhraseTable<true> => phraseTable(phrases.map((phrase) => [phrase, true]))
  const dividedBy = flags(numbers.dividedBy)
  const multipliedBy = flags(numbers.multipliedBy)
  const timesMore = flags(numbers.timesMore)
  const timesLess = flags(numbers.timesLess)
  const openings = phraseTable(numbers.rangeOpenings)
  const shareLinks = flags(numbers.shareLinks)
  const rangeLinks = new Set([...numbers.rangeLinks, '-'])
  const afterFraction = new Set(numbers.afterFraction)
  const per = new Set(units.per)
  const perPeriod = new Set(units.perPeriod)
  const fillers = new Set(units.fillers)
  const trees = new Set(units.trees)
  const notCounted = new Set(units.notCounted)
  const labels = new Set(units.labels)
  const of = new Set(units.of)
  const owners = new Set(units.owners)
  const adjectives = new Set(units.adjectives)

  // Most words begin no quantity: one look-up tells.
  const openers = new Set<string>([...numbers.hundred, ...numbers.articles, '-', '+', 'half', 'demi'])
  for (const words of [numbers.units, numbers.scales, numbers.collectives])
    for (const form of Object.keys(words)) openers.add(form)
  for (const table of [fractions, changes, openings]) for (const form of table.openings) openers.add(form)
  for (const table of [dividedBy, multipliedBy]) for (const form of table.openings) openers.add(form)
  for (const sign of CURRENCIES.keys()) openers.add(sign.toLowerCase())

  /** A currency before its number: `£`, `US$`, `EUR`. */
  function readCurrency(text: string, tokens: readonly Token[], at: number): { unit: string; next: number } | null {
    const token = tokens[at] as Token
    if (token.kind === 'number') return null
    const exact = text.slice(token.start, token.end)
    const unit = CURRENCIES.get(exact)
    if (unit !== undefined) return { unit, next: at + 1 }
    const sign = tokens[at + 1]
    if (sign?.form !== '$' || sign.spaced) return null
    const dollars = { us: 'USD', c: 'CAD', ca: 'CAD', a: 'AUD', au: 'AUD', hk: 'HKD', nz: 'NZD', s: 'SGD' } as const
    const code = Object.hasOwn(dollars, token.form) ? dollars[token.form as keyof typeof dollars] : undefined
    return code === undefined ? null : { unit: code, next: at + 2 }
  }

  function readSymbol(text: string, tokens: readonly Token[], at: number): UnitReading | null {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number') return null
    const exact = token.kind === 'word' ? plain(text.slice(token.start, token.end)) : token.form
    const currency = CURRENCIES.get(exact)
    if (currency !== undefined) return { unit: currency, factor: 1, next: at + 1 }
    const magnitude = CURRENCY_MAGNITUDES.get(exact)
    if (magnitude !== undefined) {
      const sign = tokens[at + 1]
      const unit = sign === undefined || sign.spaced ? undefined : CURRENCIES.get(text.slice(sign.start, sign.end))
      if (unit !== undefined) return { unit, factor: magnitude, next: at + 2 }
      if (exact === 'M' && sign?.spaced && words.match(tokens, at + 1)?.value === 'EUR') {
        return { unit: 'EUR', factor: magnitude, next: at + 2 }
      }
    }
    const code = /^(k|K|M|Md|G)(EUR|USD|CHF|GBP)$/.exec(exact)
    if (code !== null) {
      return { unit: code[2] as string, factor: CURRENCY_MAGNITUDES.get(code[1] as string) as number, next: at + 1 }
    }
    const symbol = UNIT_SPELLINGS.get(exact) ?? UNIT_SYMBOLS.get(exact)
    if (symbol === undefined) return null
    // `4 Mm³`: French waterworks count in millions of cubic metres.
    if (symbol === 'Mm3') return { unit: 'm3', factor: 1e6, next: at + 1 }
    return { unit: symbol, factor: 1, next: at + 1 }
  }

  function readUnit(text: string, tokens: readonly Token[], start: number, scaled: boolean): UnitReading | null {
    let at = start
    if (scaled && fillers.has(tokens[at]?.form ?? '')) at++
    if (tokens[at]?.form === '-' && !tokens[at]?.spaced) at++
    const word = words.match(tokens, at)
    if (word !== null && !(word.value === 'points' && fillers.has(tokens[word.next]?.form ?? ''))) {
      return { unit: word.value, factor: 1, next: word.next }
    }
    return word === null ? readSymbol(text, tokens, at) : null
  }

  /** `hl per hl`, `kWh/m²`; what is per a period loses it. */
  function readRatio(text: string, tokens: readonly Token[], reading: UnitReading): UnitReading {
    const link = tokens[reading.next]
    if (link === undefined || !per.has(link.form)) return reading
    const after = tokens[reading.next + 1]
    if (after === undefined) return reading
    if (perPeriod.has(after.form)) return { ...reading, next: reading.next + 2 }
    if (reading.unit === '%' || reading.unit === 'points') return reading
    const below = readUnit(text, tokens, reading.next + 1, false)
    if (below === null || below.factor !== 1 || CURRENCIES.has(below.unit)) return reading
    return { unit: `${reading.unit}/${below.unit}`, factor: reading.factor, next: below.next }
  }

  /** The noun that is counted: `arbres`, `charging points`. */
  function readNoun(text: string, tokens: readonly Token[], start: number, scaled: boolean): UnitReading | null {
    let at = start
    // `300 of its trucks`
    if (of.has(tokens[at]?.form ?? '') && owners.has(tokens[at + 1]?.form ?? '') && isNoun(tokens[at + 2])) at += 2
    else if (scaled && fillers.has(tokens[at]?.form ?? '')) at++
    if (adjectives.has(tokens[at]?.form ?? '') && isNoun(tokens[at + 1])) at++
    const first = at
    if (!isNoun(tokens[at])) return null
    if (units.headFirst) {
      const form = (tokens[at] as Token).form
      return { unit: trees.has(form) ? 'trees' : form, factor: 1, next: at + 1 }
    }
    while (at - first < 5) {
      const after = tokens[at + 1]
      // `shore-power points`
      if (after?.form === '-' && !after.spaced && !tokens[at + 2]?.spaced && isNoun(tokens[at + 2])) at += 2
      else if (isNoun(after) && !isState(tokens[at] as Token, after as Token)) at++
      else break
    }
    const head = tokens[at] as Token
    for (let i = first; i <= at; i++) {
      if (trees.has((tokens[i] as Token).form)) return { unit: 'trees', factor: 1, next: i + 1 }
    }
    return { unit: text.slice(head.start, head.end).toLowerCase(), factor: 1, next: at + 1 }
  }

  /** `1,000 apprentices hired`, `200 buses running`: what is done with the things that are counted. */
  function isState({ form }: Token, after: Token): boolean {
    return /(?:[^s]s|people|staff|women|men)$/.test(form) && /..(?:ed|ing|built|sold|made)$/.test(after.form)
  }

  function isNoun(token: Token | undefined): boolean {
    if (token?.kind !== 'word' || token.form.length < 3 || notCounted.has(token.form) || /['\d]/.test(token.form))
      return false
    // `62 millions iront`, `300 personnes viendront`: a French future is no noun.
    return !(units.headFirst && /(?:[ei]ra|ront)$/.test(token.form))
  }

  /** `scope 1`, `scopes 1, 2 et 3`: the number tells which, not how many. */
  function isLabelled(tokens: readonly Token[], at: number): boolean {
    let back = at - 1
    while (back > 0 && back > at - 8) {
      const token = tokens[back] as Token
      if (token.kind !== 'number' && !/^(?:,|et|and|&|à|to|-|\+|\/|ou|or)$/.test(token.form)) break
      back--
    }
    return labels.has(tokens[back]?.form ?? '') && (back === at - 1 || tokens[back + 1]?.kind === 'number')
  }

  function readChange(tokens: readonly Token[], at: number): QuantityReading | null {
    const change = changes.match(tokens, at)
    if (change !== null) {
      return { value: change.value.percent, unit: '%', direction: change.value.direction, next: change.next }
    }
    const divided = dividedBy.match(tokens, at)
    const multiplied = divided === null ? multipliedBy.match(tokens, at) : null
    const factor = divided ?? multiplied
    if (factor === null) return null
    const number = readNumber(tokens, factor.next)
    if (number === null || number.value <= 1) return null
    const percent = divided === null ? (number.value - 1) * 100 : 100 - 100 / number.value
    return { value: round(percent), unit: '%', direction: divided === null ? 'increase' : 'reduce', next: number.next }
  }

  /** `eight in ten`, `9 sur 10`: a part of a round whole; `one in 2030` is none. */
  function readShare(text: string, tokens: readonly Token[], at: number): QuantityReading | null {
    const part = readNumber(tokens, at)
    if (part === null) return null
    const direct = shareLinks.match(tokens, part.next)
    // `un camion sur trois`, `nine new homes out of ten`
    let noun = part.next
    while (direct === null && noun - part.next < 2 && isNoun(tokens[noun])) noun++
    const link = direct ?? (noun > part.next ? shareLinks.match(tokens, noun) : null)
    const whole = link === null ? null : readNumber(tokens, link.next)
    if (whole === null || part.scaled || whole.scaled) return null
    if (part.value < 1 || part.value >= whole.value || !(whole.value <= 10 || whole.value === 100)) return null
    // `two in three months`, `3 sur 4 ans`: the second figure has a noun of its own.
    const after = tokens[whole.next]
    if (after?.kind === 'word' && !afterFraction.has(after.form) && perPeriod.has(after.form)) return null
    // `two plants in five countries`
    const counted = isNoun(after) && /[sx]$/.test((after as Token).form)
    if (direct === null && (counted || readUnit(text, tokens, whole.next, false) !== null)) return null
    return { value: round((part.value / whole.value) * 100), unit: '%', next: whole.next }
  }

  function read(text: string, tokens: readonly Token[], start: number): QuantityReading | null {
    const opener = tokens[start] as Token
    if (opener.kind !== 'number' && !openers.has(opener.form) && tokens[start + 1]?.form !== '$') return null
    const change = readChange(tokens, start)
    if (change !== null) return change
    const fraction = fractions.match(tokens, start)
    if (fraction !== null && readNumber(tokens, start)?.scaled !== true) {
      const after = tokens[fraction.next]
      if (after === undefined || after.kind !== 'word' || afterFraction.has(after.form)) {
        return { value: fraction.value, unit: '%', next: fraction.next }
      }
    }
    const share = readShare(text, tokens, start)
    if (share !== null) return share
    let at = start
    const first = tokens[at] as Token
    let sign = 1
    if ((first.form === '-' || first.form === '+') && tokens[at + 1]?.kind === 'number' && !tokens[at + 1]?.spaced) {
      const before = tokens[at - 1]
      if (before !== undefined && !first.spaced && before.kind !== 'symbol') return null
      sign = first.form === '-' ? -1 : 1
      at++
    }
    const opening = openings.match(tokens, at)
    if (opening !== null) at = opening.next
    if (isLabelled(tokens, at)) return null
    const currency = tokens[at] === undefined ? null : readCurrency(text, tokens, at)
    if (currency !== null) at = currency.next
    const number = readNumber(tokens, at)
    if (number === null) return null
    const glued = tokens[number.next]
    if (number.digits && glued?.kind === 'word' && !glued.spaced && ORDINALS.test(glued.form) && !number.scaled)
      return null
    let low = number.value
    let next = number.next
    let scaled = number.scaled
    let factor = 1
    let unit: UnitReading | null = null
    if (currency !== null) {
      const letter = tokens[next]
      const magnitude =
        letter === undefined || letter.kind !== 'word'
          ? undefined
          : CURRENCY_MAGNITUDES.get(text.slice(letter.start, letter.end))
      if (magnitude !== undefined) {
        factor = magnitude
        next++
      } else if (letter?.form === 'b' && !letter.spaced) {
        factor = 1e9
        next++
      }
      unit = { unit: currency.unit, factor, next }
    } else {
      const million = millionLetter(text, tokens, next)
      if (million !== null) {
        low *= 1e6
        next = million
        scaled = true
      }
      unit = readUnit(text, tokens, next, scaled || opening !== null)
    }
    // A range: `15 à 30 %`, `15% to 30%`, `between £5m and £6m`.
    const link = tokens[unit?.next ?? next]
    let maximum: number | undefined
    if (link !== undefined && (opening === null ? rangeLinks.has(link.form) : link.form === opening.value)) {
      const upperAt = (unit?.next ?? next) + 1
      const upperCurrency = tokens[upperAt] === undefined ? null : readCurrency(text, tokens, upperAt)
      const upper = readNumber(tokens, upperCurrency?.next ?? upperAt)
      const upperUnit =
        upper === null
          ? null
          : upperCurrency === null
            ? readUnit(text, tokens, upper.next, upper.scaled)
            : { ...upperCurrency, factor, next: upper.next }
      const same = unit === null || upperUnit === null || unit.unit === upperUnit.unit
      if (
        upper !== null &&
        same &&
        (unit !== null || upperUnit !== null) &&
        !(tokens[upperAt]?.year && upperUnit === null)
      ) {
        const top = upper.value * (upperUnit?.factor ?? factor)
        const bottom =
          low *
          (unit?.factor ?? upperUnit?.factor ?? 1) *
          (number.scaled || !upper.scaled ? 1 : upper.value >= 1e9 ? 1e9 : 1e6)
        if (top > bottom) {
          maximum = tidy(top)
          low = bottom
          factor = 1
          unit = { unit: (unit ?? (upperUnit as UnitReading)).unit, factor: 1, next: upperUnit?.next ?? upper.next }
        }
      }
    }
    if (maximum === undefined && opening !== null) return null
    if (unit === null) {
      const more = timesMore.match(tokens, next)
      if (more !== null) return { value: (low - 1) * 100, unit: '%', direction: 'increase', next: more.next }
      const less = timesLess.match(tokens, next)
      if (less !== null) return { value: round(100 - 100 / low), unit: '%', direction: 'reduce', next: less.next }
      // `zéro déchet`, `zero waste`: what is aimed at, not a count.
      if (low === 0 && !number.digits) return null
      const noun = readNoun(text, tokens, next, scaled)
      if (noun === null) return number.digits || scaled ? { value: tidy(sign * low), unit: null, next } : null
      return { value: tidy(sign * low), unit: noun.unit, next: noun.next }
    }
    const ratio = readRatio(text, tokens, unit)
    const value = tidy(sign * low * ratio.factor)
    const reading: QuantityReading = { value, unit: ratio.unit, next: ratio.next }
    if (maximum !== undefined) reading.maximum = maximum
    return reading
  }

  return {
    read,
    readUnit(text, tokens, at) {
      const unit = readUnit(text, tokens, at, false)
      return unit === null ? null : readRatio(text, tokens, unit).unit
    },
  }

  /** `36M trees`, `2m tonnes`: the letter of a million, told from metres by the noun that follows; the index after it. */
  function millionLetter(text: string, tokens: readonly Token[], at: number): number | null {
    const letter = tokens[at]
    const after = tokens[at + 1]
    if (letter === undefined || letter.spaced || after?.kind !== 'word' || !after.spaced) return null
    const exact = text.slice(letter.start, letter.end)
    if (exact !== 'M' && !(exact === 'm' && !units.headFirst)) return null
    if (words.match(tokens, at + 1) !== null) return at + 1
    return isNoun(after) && !/^(high|long|tall|wide|deep|away)$/.test(after.form) ? at + 1 : null
  }
}

function plain(text: string): string {
  return text.replace(/[₀-₉²³]/g, (character) =>
    character === '²' ? '2' : character === '³' ? '3' : String(character.charCodeAt(0) - 0x2080),
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Undoes binary fractions: `62.5 × 1e6` is 62500000. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
