/** The words a language writes numbers with; forms are lower case. */
export interface NumberLexicon {
  /** Added up: `trois`, `vingt`, `seventeen`. */
  units: Readonly<Record<string, number>>
  /** Multiplies what is before it and goes on: `cent`, `hundred`. */
  hundred: readonly string[]
  /** Closes a group: `mille`, `millions`, `bn`. */
  scales: Readonly<Record<string, number>>
  /** Words between the parts: `et`, `and`. */
  links: readonly string[]
  /** Articles that are 1 before a scale or a collective: `un`, `a`. */
  articles: readonly string[]
  /** Before a scale, half of it: `half a` million, `un demi` milliard. */
  halves: readonly string[]
  /** `douzaine`, `dozen`: a number that counts as one after an article. */
  collectives: Readonly<Record<string, number>>
  /** Parts of a whole, in percent, by phrase: `la moitié`, `two thirds`. */
  fractions: readonly (readonly [phrase: string, percent: number])[]
  /** Words that may follow a fraction; another word makes it something else (`a third party`). */
  afterFraction: readonly string[]
  /** Between a part and its whole, both numbers: `eight in ten`, `neuf sur dix`. */
  shareLinks: readonly string[]
  /** What is said of a change: `halve` is 50 % less, `triple` 200 % more. */
  changes: readonly (readonly [phrase: string, change: { percent: number; direction: 'reduce' | 'increase' }])[]
  /** `divisé par`, followed by a number; `fois plus`, `times more`, after one. */
  dividedBy: readonly string[]
  multipliedBy: readonly string[]
  timesMore: readonly string[]
  timesLess: readonly string[]
  /** Between the ends of a range: `à`, `to`. */
  rangeLinks: readonly string[]
  /** Before the ends of a range, with the word between its ends: `entre … et`, `between … and`. */
  rangeOpenings: readonly (readonly [opening: string, link: string])[]
}
