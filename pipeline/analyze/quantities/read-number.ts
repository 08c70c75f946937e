import type { NumberLexicon } from '../../languages/number-lexicon.ts'
import { phraseTable } from './phrase-table.ts'
import type { Token } from './read-tokens.ts'

export interface NumberReading {
  value: number
  /** Index after the last token. */
  next: number
  /** A scale (`millions`) is part of it. */
  scaled: boolean
  /** Digits, not words. */
  digits: boolean
}

/** Reads the number that begins at `tokens[at]`; null when none does. */
export type NumberReader = (tokens: readonly Token[], at: number) => NumberReading | null

/** Compiles the numbers of one language: digits with scales (`62,5 millions`, `3 bn`) and words (`vingt-cinq mille`). */
export function numberReader(lexicon: NumberLexicon): NumberReader {
  const units = new Map(Object.entries(lexicon.units))
  const scales = new Map(Object.entries(lexicon.scales))
  const collectives = new Map(Object.entries(lexicon.collectives))
  const hundred = new Set(lexicon.hundred)
  const articles = new Set(lexicon.articles)
  const halves = phraseTable(lexicon.halves.map((phrase) => [phrase, true]))
  const links = new Set(lexicon.links)

  function readDigits(tokens: readonly Token[], at: number): NumberReading {
    const token = tokens[at] as Token
    let value = token.value
    let next = at + 1
    let scaled = false
    for (let scale = tokens[next]; scale !== undefined && scale.kind === 'word'; scale = tokens[next]) {
      const factor = scales.get(scale.form)
      if (factor === undefined) break
      value *= factor
      next++
      scaled = true
    }
    const letter = tokens[next]
    if (!scaled && letter?.form === 'k' && !letter.spaced) {
      value *= 1e3
      next++
      scaled = true
    }
    return { value: tidy(value), next, scaled, digits: true }
  }

  /** `cinq millions deux cent mille`, `twenty-five thousand`. */
  function readWords(tokens: readonly Token[], start: number): NumberReading | null {
    let total = 0
    let group = 0
    let at = start
    let seen = 0
    let scaled = false
    let lone = false
    while (at < tokens.length) {
      const token = tokens[at] as Token
      if (token.kind !== 'word') {
        if (
          token.form === '-' &&
          !token.spaced &&
          seen > 0 &&
          !(tokens[at + 1]?.spaced ?? true) &&
          isPart(tokens[at + 1])
        ) {
          at++
          continue
        }
        break
      }
      const unit = units.get(token.form)
      const scale = scales.get(token.form)
      const collective = collectives.get(token.form)
      if (hundred.has(token.form)) group = (group === 0 ? 1 : group) * 100
      else if (scale !== undefined) {
        if (seen === 0 && token.form.length < 4) break
        total += (group === 0 ? 1 : group) * scale
        group = 0
        scaled = true
      } else if (collective !== undefined && group <= 9) {
        group = (group === 0 ? 1 : group) * collective
        scaled = true
      } else if (unit !== undefined) {
        // `quatre-vingts` multiplies, everything else adds up.
        if (unit === 20 && group % 100 === 4) group += 76
        else group += unit
      } else if (links.has(token.form) && seen > 0 && isPart(tokens[at + 1])) {
        at++
        continue
      } else break
      lone = seen === 0 && articles.has(token.form)
      seen++
      at++
      // `d` in `une douzaine de millions`.
      if (collective !== undefined && /^d[e']$/.test(tokens[at]?.form ?? '') && scales.has(tokens[at + 1]?.form ?? ''))
        at++
    }
    if (seen === 0 || lone) return null
    return { value: tidy(total + group), next: at, scaled, digits: false }
  }

  function isPart(token: Token | undefined): boolean {
    return token?.kind === 'word' && (units.has(token.form) || hundred.has(token.form) || scales.has(token.form))
  }

  return (tokens, at) => {
    const token = tokens[at]
    if (token === undefined) return null
    if (token.kind === 'number') return readDigits(tokens, at)
    if (token.kind !== 'word') return null
    const half = halves.match(tokens, at)
    const scale = half === null ? undefined : scales.get(tokens[half.next]?.form ?? '')
    if (half !== null && scale !== undefined)
      return { value: scale / 2, next: half.next + 1, scaled: true, digits: false }
    if (
      !units.has(token.form) &&
      !hundred.has(token.form) &&
      !scales.has(token.form) &&
      !collectives.has(token.form) &&
      !articles.has(token.form)
    ) {
      return null
    }
    // An article opens a number only before a scale or a collective: `un million`, `a dozen`.
    if (articles.has(token.form) && !units.has(token.form)) {
      const after = tokens[at + 1]
      if (after === undefined || !(scales.has(after.form) || collectives.has(after.form) || hundred.has(after.form)))
        return null
      const rest = readWords(tokens, at + 1)
      return (
        rest ?? {
          value: scales.get(after.form) ?? collectives.get(after.form) ?? 100,
          next: at + 2,
          scaled: true,
          digits: false,
        }
      )
    }
    return readWords(tokens, at)
  }
}

/** Undoes binary fractions: `1.1 × 1e6` is 1100000. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
