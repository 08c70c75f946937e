import type { TimeLexicon } from '../time-lexicon.ts'

/** Dates, periods, deadlines and baselines of English. */
export const ENGLISH_TIMES: TimeLexicon = {
  months: {
    january: 1,
    february: 2,
    march: 3,
    april: 4,
    may: 5,
    june: 6,
    july: 7,
    august: 8,
    september: 9,
    october: 10,
    november: 11,
    december: 12,
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    sept: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  },
  prefixes: [
    [
      'no later than | not later than | from here to | from here until | from now to | at the horizon | at horizon | on the horizon of | until and with | by | by the | by no later than | no later than | not later than | at the latest by | at the latest in',
      { role: 'deadline' },
    ],
    [
      'before | before the | until | till | up to | to | target | target : | deadline | deadline : | due | due by | towards',
      { role: 'deadline' },
    ],
    ['within | in under | in less than', { role: 'deadline', span: 'only' }],
    ['over', { role: 'period', span: 'from-now', now: true }],
    ['over the | during the | in the | within the | across the | through the', { role: 'period', span: 'only' }],
    [
      'starting in | starting from | as of | as from | as from | from | since | beginning in | effective | onwards from',
      { role: 'start' },
    ],
    [
      'by report to | in report to | in front of | in face of | face to | respect to | in relation to | regarding | than in | than | measured from | counted from | as measured from | from the | compared with | compared to | compared against | relative to | against | against a | against our | against its | versus | vs | vs . | v | over | below | below its | below their | below our | under | above | on | on its | on our | on their | from a | from our | from its | from their | with respect to | in comparison to | in comparison with | base year | base year : | baseline | baseline : | baseline of | baseline year | baseline year : | from a baseline of | from a base year of | base | base :',
      { role: 'baseline' },
    ],
    ['between now and | from now to | from now until', { role: 'period', now: true }],
    ['in | during | in the | throughout | for | for the', { role: 'point', span: 'from-now' }],
  ],
  modifiers: [
    'the end of the year | the end of year | the end of fiscal year | the end of | the close of | end of | year end | year - end | end - of - year | end',
    'the beginning of | the start of | the middle of | early | mid - | mid | late | spring | summer | autumn | fall | winter | easter | christmas | the spring of | the summer of | the autumn of',
    'the year | fiscal year | financial year | the fiscal year | the financial year | year | fy | calendar year | the year ending | fiscal',
  ],
  quarters: [
    'the first quarter of | the second quarter of | the third quarter of | the fourth quarter of | the first half of | the second half of | the last quarter of',
    'q1 | q2 | q3 | q4 | h1 | h2 | q1 of | q2 of | q3 of | q4 of',
  ],
  levels: [
    'a | an | our | the | levels in | the levels of | levels of | the level of | the level in | emissions in | what they were in | what it was in | a baseline of | baseline of | the year | its level in | their level in',
  ],
  baselineNouns: [
    'baseline',
    'base',
    'baselines',
    'level',
    'levels',
    'base year',
    'baseline year',
    'figures',
    'emissions',
  ],
  periods: [
    ['between', 'and'],
    ['from', 'to'],
    ['from', 'through'],
    ['from', 'until'],
    ['over', '-'],
  ],
  links: ['to', 'through', 'and'],
  until: ['until | till | through | up to | to'],
  later: ['later | afterwards | after that'],
  yearWords: ['year', 'years'],
  decadeWords: ['decade', 'decades'],
  monthWords: ['month', 'months'],
  articles: ['a', 'an', 'one'],
  next: ['next', 'coming', 'following'],
  relative: [
    [
      "by the end of the decade | by the end of this decade | before the end of the decade | by decade end | by the decade 's end | before the decade is out | this decade | within this decade | within the decade | before the end of this decade | by the close of the decade",
      { role: 'deadline', years: 'decade' },
    ],
    [
      'by the middle of the decade | by the middle of this decade | by mid - decade | by mid decade',
      { role: 'deadline', years: 'mid-decade' },
    ],
    ['by the end of the next decade | by the end of next decade', { role: 'deadline', years: 'next-decade' }],
    [
      'by the middle of the next decade | by the middle of next decade | by mid - next decade',
      { role: 'deadline', years: 'mid-next-decade' },
    ],
    ['next year', { role: 'point', years: 1 }],
    [
      'by next spring | by next summer | by next autumn | by next winter | before next spring | before next summer | before next autumn | before next winter',
      { role: 'deadline', years: 1 },
    ],
    ['by next year | by the end of next year', { role: 'deadline', years: 1 }],
    [
      'by the end of the year | by the end of this year | by year end | by year - end | later this year',
      { role: 'deadline', years: 0 },
    ],
    ['this year', { role: 'point', years: 0 }],
    ['last year', { role: 'point', years: -1 }],
  ],
  anaphora: [
    [
      'from the same base year | from the same baseline | on the same baseline | against the same baseline | against the same year',
      'baseline',
    ],
    [
      'over the same period | in the same period | during the same period | over that period | over this period | over the period',
      'period',
    ],
    [
      'by then | by the same date | by that date | by the same year | by that year | by the same deadline | in the same timeframe',
      'deadline',
    ],
  ],
  decadePrefixes: ['the'],
}
