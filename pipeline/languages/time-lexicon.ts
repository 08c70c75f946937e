import type { TimeRole } from '../model.ts'

/** What a phrase before a date makes of it. */
export interface TimePrefix {
  role: TimeRole
  /** A length of time may follow in place of a date: `d’ici cinq ans`, `within five years`. */
  span?: 'from-now' | 'only'
  /** The period begins in the document's year: `between now and 2028`. */
  now?: true
}

/** The words a language tells time with; phrases are token forms, alternatives separated by `|`. */
/** The end or middle of the document’s decade or of the one after it. */
export type DecadeYear = 'decade' | 'mid-decade' | 'next-decade' | 'mid-next-decade'

export interface TimeLexicon {
  months: Readonly<Record<string, number>>
  /** Before a date, from most specific to least: `d’ici à`, `by`, `par rapport à`. */
  prefixes: readonly (readonly [phrase: string, prefix: TimePrefix])[]
  /** Between a prefix and its year, skipped: `la fin de`, `the end of`, `l’année`. */
  modifiers: readonly string[]
  /** Quarters and halves of a year: `le premier trimestre`, `Q3`. */
  quarters: readonly string[]
  /** After a baseline's preposition and before its year: `ses niveaux de`. */
  levels: readonly string[]
  /** After a year: makes it a baseline (`2015 baseline`, `2019 levels`). */
  baselineNouns: readonly string[]
  /** Openings of a period with the word between its ends: `entre … et`, `from … to`. */
  periods: readonly (readonly [opening: string, link: string])[]
  /** Words between two years that make a period of them without an opening: `à`, `to`. */
  links: readonly string[]
  /** After a first year, before the last one of its period: `from 2024 until 2030`. */
  until: readonly string[]
  /** After a length of time: counts from the date told last (`two years later`). */
  later: readonly string[]
  /** Lengths of time, in years. */
  yearWords: readonly string[]
  decadeWords: readonly string[]
  monthWords: readonly string[]
  /** Articles that count as one before a length: `un an`, `a decade`. */
  articles: readonly string[]
  /** `prochaines`, `next`. */
  next: readonly string[]
  /** Whole phrases; the number of years from the document's, `decade` for the end of the decade. */
  relative: readonly (readonly [phrase: string, value: { role: TimeRole; years: number | DecadeYear }])[]
  /** `sur la même période`, `by then`: points back at the period or date that was told last. */
  anaphora: readonly (readonly [phrase: string, role: 'period' | 'deadline' | 'baseline'])[]
  /** Before years that end in a decade: `les années` 2030. */
  decadePrefixes: readonly string[]
}
