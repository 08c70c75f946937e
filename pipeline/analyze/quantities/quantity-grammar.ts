import { ENGLISH_TIMES } from '../../languages/en/dates.ts'
import { ENGLISH_NUMBERS } from '../../languages/en/numbers.ts'
import { ENGLISH_UNITS } from '../../languages/en/units.ts'
import { FRENCH_TIMES } from '../../languages/fr/dates.ts'
import { FRENCH_NUMBERS } from '../../languages/fr/numbers.ts'
import { FRENCH_UNITS } from '../../languages/fr/units.ts'
import type { NumberLexicon } from '../../languages/number-lexicon.ts'
import type { TimeLexicon } from '../../languages/time-lexicon.ts'
import type { UnitLexicon } from '../../languages/unit-lexicon.ts'
import type { Language } from '../../model.ts'
import { numberReader } from './read-number.ts'
import { type QuantityReader, quantityReader } from './read-quantity.ts'
import { type TimeReader, timeReader } from './read-time.ts'

/** How one language writes quantities and dates. */
export interface QuantityGrammar {
  times: TimeReader
  quantities: QuantityReader
}

/** Compiles the grammar of each language. */
export function quantityGrammars(): Record<Language, QuantityGrammar> {
  return {
    fr: compile(FRENCH_NUMBERS, FRENCH_UNITS, FRENCH_TIMES),
    en: compile(ENGLISH_NUMBERS, ENGLISH_UNITS, ENGLISH_TIMES),
  }
}

function compile(numbers: NumberLexicon, units: UnitLexicon, times: TimeLexicon): QuantityGrammar {
  const readNumber = numberReader(numbers)
  return { times: timeReader(times, units, readNumber), quantities: quantityReader(numbers, units, readNumber) }
}
