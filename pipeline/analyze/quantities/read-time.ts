import type { DecadeYear, TimeLexicon, TimePrefix } from '../../languages/time-lexicon.ts'
import type { UnitLexicon } from '../../languages/unit-lexicon.ts'
import type { TimeRole } from '../../model.ts'
import { type PhraseTable, phraseTable } from './phrase-table.ts'
import type { NumberReader } from './read-number.ts'
import type { Token } from './read-tokens.ts'

/** Years told before, which `over the same period` points back at. */
export interface TimeContext {
  /** Year of the document's date; null when it is not known. */
  year: number | null
  last: { startYear: number | null; endYear: number | null } | null
  /** The baseline told last. */
  baseline: number | null
}

export interface TimeReading {
  role: TimeRole
  startYear: number | null
  endYear: number | null
  /** Index after the last token. */
  next: number
}

export type TimeReader = (tokens: readonly Token[], at: number, context: TimeContext) => TimeReading | null

interface YearReading {
  from: number
  to: number
  next: number
}

/** Compiles the grammar of dates and periods of one language. */
export function timeReader(lexicon: TimeLexicon, units: UnitLexicon, readCount: NumberReader): TimeReader {
  const prefixes = phraseTable(lexicon.prefixes)
  const flags = (phrases: readonly string[]): PhraseTable<true> => phraseTable(phrases.map((phrase) => [phrase, true]))
  const modifiers = flags(lexicon.modifiers)
  const quarters = flags(lexicon.quarters)
  const levels = flags(lexicon.levels)
  const baselineNouns = flags(lexicon.baselineNouns)
  const relative = phraseTable(lexicon.relative)
  const anaphora = phraseTable(lexicon.anaphora)
  const decades = flags(lexicon.decadePrefixes)
  const periods = phraseTable(lexicon.periods)
  const next = flags(lexicon.next)
  const unitWords = phraseTable(units.words)
  const until = flags(lexicon.until)
  const later = flags(lexicon.later)
  const links = new Set(lexicon.links)
  const yearWords = new Set(lexicon.yearWords)
  const decadeWords = new Set(lexicon.decadeWords)
  const monthWords = new Set(lexicon.monthWords)
  const articles = new Set(lexicon.articles)

  // Most words begin no date: one look-up tells.
  const months = new Set(Object.keys(lexicon.months))
  const openers = new Set<string>(months)
  for (const table of [modifiers, quarters, prefixes]) for (const form of table.openings) openers.add(form)
  for (const table of [relative, anaphora, periods, decades]) for (const form of table.openings) openers.add(form)

  const skip = (table: PhraseTable<true>, tokens: readonly Token[], at: number) => table.match(tokens, at)?.next ?? at

  /** A year with what is written around it: `fin 2029`, `3 May 2024`, `FY2030`, `2025-26`, `2030s`. */
  function readYear(tokens: readonly Token[], start: number): YearReading | null {
    let at = start
    for (let round = 0; round < 3; round++) at = skip(modifiers, tokens, skip(quarters, tokens, at))
    const day = tokens[at]
    if (day?.kind === 'number' && day.value >= 1 && day.value <= 31 && isMonth(tokens, dayEnd(tokens, at)))
      at = dayEnd(tokens, at)
    if (isMonth(tokens, at)) {
      at++
      if (tokens[at]?.form === '.') at++
      const monthDay = tokens[at]
      if (monthDay?.kind === 'number' && monthDay.value <= 31 && tokens[at + 1]?.form === ',') at += 2
      else if (tokens[at]?.form === 'of' || tokens[at]?.form === 'de') at++
    }
    const token = tokens[at]
    if (token === undefined) return null
    if (token.kind === 'word') {
      const fiscal = /^fy'?(\d{2}|\d{4})$/.exec(token.form)
      if (fiscal === null) return null
      const year = Number(fiscal[1])
      return { from: year < 100 ? 2000 + year : year, to: year < 100 ? 2000 + year : year, next: at + 1 }
    }
    if (!token.year || measures(tokens, at)) return null
    const year = token.value
    // `2025-26`, `2025/26`: a financial year; `2030s`: a decade.
    const mark = tokens[at + 1]
    const short = tokens[at + 2]
    if (mark !== undefined && !mark.spaced && short !== undefined && !short.spaced && short.kind === 'number') {
      if (
        (mark.form === '-' || mark.form === '/') &&
        short.value === (year % 100) + 1 &&
        short.end - short.start === 2
      ) {
        return { from: year, to: year + 1, next: at + 3 }
      }
    }
    if (mark?.form === 's' && !mark.spaced && year % 10 === 0) return { from: year, to: year + 9, next: at + 2 }
    return { from: year, to: year, next: at + 1 }
  }

  function dayEnd(tokens: readonly Token[], at: number): number {
    const after = tokens[at + 1]
    const ordinal = after !== undefined && !after.spaced && /^(er|st|nd|rd|th)$/.test(after.form)
    const end = ordinal ? at + 2 : at + 1
    return tokens[end]?.form === 'of' ? end + 1 : end
  }

  function isMonth(tokens: readonly Token[], at: number): boolean {
    const token = tokens[at]
    return token?.kind === 'word' && months.has(token.form)
  }

  /** A four-digit number that a unit follows is no year: `2030 t`, `1900 %`. */
  function measures(tokens: readonly Token[], at: number): boolean {
    const after = tokens[at + 1]
    if (after?.spaced && unitWords.match(tokens, at + 1) !== null) return true
    return (
      after !== undefined &&
      (after.form === '%' || after.form === '€' || (after.kind === 'word' && !after.spaced && after.form !== 's'))
    )
  }

  /** A year after a word or two that tell when in it: `d’ici aux vendanges 2026`, `before Easter 2026`. */
  function readSeason(tokens: readonly Token[], at: number): YearReading | null {
    for (let words = 1; words <= 2; words++) {
      const word = tokens[at + words - 1]
      if (word?.kind !== 'word' || (openers.has(word.form) && modifiers.match(tokens, at + words - 1) === null))
        return null
      if (tokens[at + words]?.year) return readYear(tokens, at + words)
    }
    return null
  }

  /** The end of `2024–2030`, `2024 to 2030` or `2024/2030` after its first year; `-1` when there is none. */
  function periodEnd(tokens: readonly Token[], at: number, linked: string | null): YearReading | null {
    const link = tokens[at]
    if (link === undefined) return null
    if (link.form === '-' || link.form === '/' || link.form === linked) return readYear(tokens, at + 1)
    return null
  }

  /** The year after `until`. */
  function yearUntil(tokens: readonly Token[], at: number): YearReading | null {
    const link = until.match(tokens, at)
    return link === null ? null : readYear(tokens, link.next)
  }

  /** A length of time in years with the index after it: `cinq ans`, `a decade`, `18 months`. */
  function readSpan(tokens: readonly Token[], start: number): { years: number; next: number; coming: boolean } | null {
    let at = start
    let coming = false
    const before = next.match(tokens, at)
    if (before !== null) {
      at = before.next
      coming = true
    }
    let count = 1
    const token = tokens[at]
    if (token === undefined) return null
    const number = readCount(tokens, at)
    if (number !== null && number.value > 0 && number.value < 400) {
      count = number.value
      at = number.next
    } else if (articles.has(token.form)) at++
    else if (!(coming && (yearWords.has(token.form) || decadeWords.has(token.form)))) return null
    if (tokens[at]?.form === '-') at++
    const between = next.match(tokens, at)
    if (between !== null) {
      at = between.next
      coming = true
    }
    const unit = tokens[at]?.form
    if (unit === undefined) return null
    const years = yearWords.has(unit)
      ? count
      : decadeWords.has(unit)
        ? count * 10
        : monthWords.has(unit)
          ? count / 12
          : null
    if (years === null) return null
    at++
    const after = next.match(tokens, at)
    if (after !== null) {
      at = after.next
      coming = true
    }
    return { years, next: at, coming }
  }

  /** `2024-2030`, `from 2024 to 2030`. */
  function readPeriod(tokens: readonly Token[], at: number): TimeReading | null {
    const opening = periods.match(tokens, at)
    if (opening !== null) {
      const from = readYear(tokens, opening.next)
      const to = from === null ? null : (periodEnd(tokens, from.next, opening.value) ?? yearUntil(tokens, from.next))
      if (from !== null && to !== null) return { role: 'period', startYear: from.from, endYear: to.to, next: to.next }
    }
    const token = tokens[at]
    if (token?.year) {
      const from = readYear(tokens, at)
      if (from === null) return null
      if (from.to > from.from) return { role: 'period', startYear: from.from, endYear: from.to, next: from.next }
      const link = tokens[from.next]
      const to =
        link !== undefined && (link.form === '-' || links.has(link.form)) ? readYear(tokens, from.next + 1) : null
      if (
        to !== null &&
        to.to > from.from &&
        (link?.form === '-' || link?.form === 'to' || link?.form === 'à' || link?.form === 'through')
      ) {
        return { role: 'period', startYear: from.from, endYear: to.to, next: to.next }
      }
    }
    return null
  }

  /** `deux ans plus tard`, counted from the date that was told last. */
  function readLater(tokens: readonly Token[], at: number, context: TimeContext): TimeReading | null {
    const last = context.last?.endYear ?? null
    if (last === null || !yearWords.has(tokens[at + 1]?.form ?? '')) return null
    const length = readSpan(tokens, at)
    const link = length === null ? null : later.match(tokens, length.next)
    if (length === null || link === null) return null
    return { role: 'deadline', startYear: null, endYear: Math.round(last + length.years), next: link.next }
  }

  function endOf(years: number | DecadeYear, year: number): number {
    if (typeof years === 'number') return year + years
    const start = Math.floor(year / 10) * 10 + (years.includes('next') ? 10 : 0)
    return start + (years.startsWith('mid') ? 5 : 10)
  }

  return (tokens, at, context) => {
    const token = tokens[at] as Token
    const counted = yearWords.has(tokens[at + 1]?.form ?? '')
    if (token.kind !== 'number' && !openers.has(token.form) && !counted && !token.form.startsWith('fy')) return null
    const fixed = relative.match(tokens, at)
    if (fixed !== null && !tokens[fixed.next]?.year) {
      const { role, years } = fixed.value
      const year = context.year === null ? null : endOf(years, context.year)
      return { role, startYear: null, endYear: year, next: fixed.next }
    }
    const back = anaphora.match(tokens, at)
    if (back?.value === 'baseline' && context.baseline !== null) {
      return { role: 'baseline', startYear: null, endYear: context.baseline, next: back.next }
    }
    if (back !== null && !tokens[back.next]?.year && context.last !== null && context.last.endYear !== null) {
      const startYear = back.value === 'period' ? context.last.startYear : null
      return { role: back.value, startYear, endYear: context.last.endYear, next: back.next }
    }
    const period = readPeriod(tokens, at)
    if (period !== null) return period
    const after = readLater(tokens, at, context)
    if (after !== null) return after
    if (token.year || /^fy/.test(token.form) || isMonth(tokens, at) || token.kind === 'number') {
      const year = readYear(tokens, at)
      if (year !== null) {
        const noun = baselineNouns.match(tokens, year.next)
        if (noun !== null) return { role: 'baseline', startYear: null, endYear: year.to, next: noun.next }
        const last = year.from === year.to ? yearUntil(tokens, year.next) : null
        if (last !== null && last.to > year.from) {
          return { role: 'period', startYear: year.from, endYear: last.to, next: last.next }
        }
        return { role: 'point', startYear: year.from === year.to ? null : year.from, endYear: year.to, next: year.next }
      }
    }
    const decade = decades.match(tokens, at)
    if (decade !== null) {
      const year = readYear(tokens, decade.next)
      if (
        year !== null &&
        (year.to > year.from || token.kind === 'word') &&
        (tokens[decade.next] as Token).value % 10 === 0 &&
        tokens[decade.next]?.year
      ) {
        if (year.to > year.from || /s$/.test(tokens[decade.next - 1]?.form ?? '')) {
          return { role: 'period', startYear: year.from, endYear: year.from + 9, next: year.next }
        }
      }
    }
    const prefix = prefixes.match(tokens, at)
    if (prefix === null) {
      const quarter = quarters.match(tokens, at) ?? modifiers.match(tokens, at)
      if (quarter === null) return null
      const year = readYear(tokens, at)
      if (year === null) return null
      const last = yearUntil(tokens, year.next)
      if (last !== null && last.to > year.from) {
        return { role: 'period', startYear: year.from, endYear: last.to, next: last.next }
      }
      return { role: 'point', startYear: null, endYear: year.to, next: year.next }
    }
    return readPrefixed(tokens, prefix.value, prefix.next, context)
  }

  function readPrefixed(
    tokens: readonly Token[],
    prefix: TimePrefix,
    start: number,
    context: TimeContext,
  ): TimeReading | null {
    const { role, span } = prefix
    if (span !== 'only') {
      let at = start
      if (role === 'baseline') at = skip(levels, tokens, at)
      const year =
        readYear(tokens, at) ??
        (at === start ? null : readYear(tokens, start)) ??
        (role === 'deadline' ? readSeason(tokens, at) : null)
      if (year !== null) {
        const noun = baselineNouns.match(tokens, year.next)
        if (noun !== null) return { role: 'baseline', startYear: null, endYear: year.to, next: noun.next }
        const to = periodEnd(tokens, year.next, null)
        if (to !== null && to.to > year.from)
          return { role: role === 'baseline' ? role : 'period', startYear: year.from, endYear: to.to, next: to.next }
        if (role === 'start' || role === 'point') {
          const last = yearUntil(tokens, year.next)
          if (last !== null && last.to > year.from) {
            return { role: 'period', startYear: year.from, endYear: last.to, next: last.next }
          }
        }
        if (role === 'start') return { role, startYear: year.from, endYear: null, next: year.next }
        if (prefix.now) return { role, startYear: context.year, endYear: year.to, next: year.next }
        return { role, startYear: null, endYear: year.to, next: year.next }
      }
    }
    if (span === undefined) return null
    const length = readSpan(tokens, start)
    if (length === null || (role === 'period' && !length.coming && !prefix.now)) return null
    const endYear = context.year === null ? null : Math.round(context.year + length.years)
    return { role, startYear: role === 'period' ? context.year : null, endYear, next: length.next }
  }
}
