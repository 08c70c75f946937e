import { ENGLISH_TIMES } from '../languages/en/dates.ts'
import { ENGLISH_NUMBERS } from '../languages/en/numbers.ts'
import { ENGLISH_UNITS } from '../languages/en/units.ts'
import { FRENCH_TIMES } from '../languages/fr/dates.ts'
import { FRENCH_NUMBERS } from '../languages/fr/numbers.ts'
import { FRENCH_UNITS } from '../languages/fr/units.ts'
import type { NumberLexicon } from '../languages/number-lexicon.ts'
import type { TimeLexicon } from '../languages/time-lexicon.ts'
import type { UnitLexicon } from '../languages/unit-lexicon.ts'
import type { Language, Prose, Quantities, Quantity, TimeExpression } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { numberReader } from './quantities/read-number.ts'
import { type QuantityReader, quantityReader } from './quantities/read-quantity.ts'
import { type TimeContext, type TimeReader, timeReader } from './quantities/read-time.ts'
import { readTokens, type Token } from './quantities/read-tokens.ts'

interface Grammar {
  readTime: TimeReader
  readQuantity: QuantityReader
}

function grammar(numbers: NumberLexicon, units: UnitLexicon, times: TimeLexicon): Grammar {
  const readNumber = numberReader(numbers)
  return { readTime: timeReader(times, readNumber), readQuantity: quantityReader(numbers, units, readNumber) }
}

/**
 * Reads quantities, dates and periods, each list in text order; no stretch of text is in two of them. Years told
 * against now (`d’ici cinq ans`) are counted from the document's date and null where it has none.
 */
export function findQuantities(): DocumentStage<Prose, Quantities> {
  const grammars: Record<Language, Grammar> = {
    fr: grammar(FRENCH_NUMBERS, FRENCH_UNITS, FRENCH_TIMES),
    en: grammar(ENGLISH_NUMBERS, ENGLISH_UNITS, ENGLISH_TIMES),
  }
  return (prose) => {
    const { readTime, readQuantity } = grammars[prose.lang]
    const quantities: Quantity[] = []
    const times: TimeExpression[] = []
    const context: TimeContext = { year: prose.date === null ? null : yearOf(prose.date), last: null }
    for (const block of prose.blocks) {
      if (block.kind === 'code') continue
      for (const span of block.cells ?? [block]) {
        const tokens = readTokens(prose.text, prose.lang, span.start, span.end)
        for (let at = 0; at < tokens.length; ) {
          const time = readTime(tokens, at, context)
          if (time !== null) {
            const { role, startYear, endYear, next } = time
            times.push({ ...spanOf(tokens, at, next), role, startYear, endYear })
            if (role === 'period' || role === 'deadline') context.last = { startYear, endYear }
            at = next
            continue
          }
          const quantity = readQuantity(prose.text, tokens, at)
          if (quantity !== null) {
            const { next, ...rest } = quantity
            quantities.push({ ...spanOf(tokens, at, next), ...rest })
            at = next
            continue
          }
          at++
        }
      }
    }
    return { quantities, times }
  }
}

function spanOf(tokens: readonly Token[], at: number, next: number): { start: number; end: number } {
  return { start: (tokens[at] as Token).start, end: (tokens[next - 1] as Token).end }
}

function yearOf(date: string): number | null {
  const year = Number.parseInt(date.slice(0, 4), 10)
  return Number.isNaN(year) ? null : year
}
