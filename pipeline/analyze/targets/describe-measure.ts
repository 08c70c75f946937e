import type { Direction, Span, TargetKind } from '../../model.ts'
import type { Token } from '../quantities/read-tokens.ts'
import type { CompiledTargets } from './compile-lexicon.ts'
import { isInfinitive, type Measure, type Scan } from './scan-sentence.ts'
import { fitsKind } from './unit-dimension.ts'

const CURRENCY = /^[A-Z]{3}$/
const POWER = /^[kMGT]?W(?:h|c|p)?$/
const AREA = /^(?:ha|acres|km2|m2)$/

/** Longest noun phrase that is taken for a metric or a scope, in tokens. */
const LONGEST = 12

/** Prepositions that a noun phrase goes on after. */
const INNER = new Set(['de', "d'", 'du', 'des', 'of'])
/** Before what a sum is for. */
const PURPOSE = new Set(['dans', 'pour', 'à', 'en', 'into', 'in', 'for', 'on', 'to', 'aux', 'au'])
const COMPARATIVES = new Set([
  'less',
  'fewer',
  'lower',
  'more',
  'higher',
  'moins',
  'plus',
  'mieux',
  'additional',
  'supplémentaires',
])
const PERIODS = new Set(['an', 'année', 'mois', 'jour', 'semaine', 'year', 'annum', 'month', 'day', 'week'])
/** Nouns of time, which are no metric. */
const TIMES = new Set(['période', 'period', 'an', 'ans', 'années', 'years', 'horizon', 'terme', 'term'])
const SHARES = /^(?:part|parts|proportion|taux|share|rate)$/

const MEASURED =
  /^(?:%|points|trees|[A-Z]{3}|°C|ppm|acres|miles|gallons|sq ft|.*\/.*|[kMGTm]?(?:W|Wh|t|g|J|l|m|m2|m3|tCO2e?|VA)|k?gCO2e?|[kcdh]?[ml]|km2|ha|hl|ML|[kMG]?W[cp]|h?m3|q)$/

/** A noun for a stretch of time that rates are told by: `year`, `semaine`. */
export function isPeriod(form: string): boolean {
  return PERIODS.has(form)
}

/** A number of things, not an amount. */
export function isCount(measure: Measure): boolean {
  const unit = measure.quantity?.unit ?? null
  return measure.goal === null && unit !== null && !MEASURED.test(unit)
}

export function isCurrency(unit: string | null): boolean {
  return unit !== null && CURRENCY.test(unit)
}

/**
 * The text's own words for what `measure` measures: for a goal by name its name, for things the things, for a sum what it
 * is for, else the noun phrase that the figure stands before or after. `unit` is the measure's, or the one that it takes
 * over. Null when there is none in its clause.
 */
export function findMetric(scan: Scan, measure: Measure, unit: string | null, targets: CompiledTargets): Span | null {
  const { quantity, goal } = measure
  if (goal !== null && (quantity !== null || goal.kind === 'other' || goal.kind === 'investment')) {
    return phraseFrom(scan, measure.next, targets) ?? { start: measure.start, end: measure.end }
  }
  if (goal !== null) return { start: measure.start, end: measure.end }
  if (isCurrency(unit)) return findPurpose(scan, measure, targets)
  if (isCount(measure) || unit === 'trees') return phraseFrom(scan, nounAt(scan, measure), targets, measure)
  let at = measure.next
  const compared = COMPARATIVES.has(scan.tokens[at]?.form ?? '')
  if (compared) at++
  const next = scan.tokens[at]?.form ?? ''
  const opens = INNER.has(next) || targets.determiners.has(next) || isContent(scan, at, targets)
  const after = opens ? phraseFrom(scan, at, targets) : null
  // `bring water use down to 2.8 hl per hl of beer`: a level is of what stands before it.
  const level = /^(?:to|à|sous|below|under)$/.test(scan.tokens[measure.at - 1]?.form ?? '')
  const before = level || after === null ? phraseBefore(scan, measure, targets) : null
  return before ?? after ?? shareAfter(scan, measure, targets) ?? phraseFrom(scan, at + 1, targets)
}

/** The object of the last verb of a line that promises: `s’engagent à couvrir leur consommation d’électricité …`. */
export function findObject(scan: Scan, targets: CompiledTargets): Span | null {
  for (let at = scan.tokens.length - 1; at >= 0; at--) {
    if (isInfinitive(scan.tokens[at], targets) && !isTaken(scan, at + 1 < scan.tokens.length ? at + 1 : at)) {
      const object = phraseFrom(scan, at + 1, targets)
      if (object !== null) return object
    }
  }
  return null
}

/** What a sum is for: `dans la consigne`, `for home retrofits`, else the word that the sum is of (`investissements`). */
function findPurpose(scan: Scan, measure: Measure, targets: CompiledTargets): Span | null {
  const to = segmentEnd(scan, measure.segment)
  for (let at = measure.next; at < to; at++) {
    if (!PURPOSE.has(scan.tokens[at]?.form ?? '') || isTaken(scan, at)) continue
    const purpose = phraseFrom(scan, at + 1, targets)
    if (purpose !== null) return purpose
  }
  if (INNER.has(scan.tokens[measure.next]?.form ?? '')) return phraseFrom(scan, measure.next, targets)
  return INNER.has(scan.tokens[measure.at - 1]?.form ?? '') ? phraseBefore(scan, measure, targets) : null
}

/** Index of the first word of what is counted. */
function nounAt(scan: Scan, { at, next }: Measure): number {
  if (scan.tokens[at]?.kind !== 'number') return next - 1
  let noun = at + 1
  while (
    noun < next - 1 &&
    /^(?:millions?|milliards?|billions?|thousand|mille|de|d'|of|k|m)$/.test(scan.tokens[noun]?.form ?? '')
  )
    noun++
  return noun
}

/** `…, la part d’énergies renouvelables`, which the figures before it are of. */
function shareAfter(scan: Scan, measure: Measure, targets: CompiledTargets): Span | null {
  for (let at = measure.next; at < scan.tokens.length; at++) {
    if (SHARES.test(scan.tokens[at]?.form ?? '')) return phraseFrom(scan, at, targets)
  }
  return null
}

/** The noun phrase that begins at token `start`, determiners left out. */
function phraseFrom(scan: Scan, start: number, targets: CompiledTargets, within?: Measure): Span | null {
  const { tokens } = scan
  let at = start
  while (targets.determiners.has(tokens[at]?.form ?? '') || INNER.has(tokens[at]?.form ?? '')) at++
  let end = at
  while (end < tokens.length && end - at < LONGEST) {
    if (end > at && scan.segments.some((segment) => segment.at === end)) break
    // `deux térawattheures de chaleur utiliser`: the verb of a translated sentence.
    const verb =
      targets.lang === 'fr' && end > at && !INNER.has(tokens[end - 1]?.form ?? '') && isInfinitive(tokens[end], targets)
    if (verb) break
    if (isContent(scan, end, targets, within) || (end > at && isScopeNumber(scan, at, end))) {
      end++
      continue
    }
    const { form } = tokens[end] as Token
    const next = nextContent(scan, end + 1, targets)
    // `gaz à effet de serre`, `cuivre à l’hectare`, `par tonne de ciment`.
    const joined =
      INNER.has(form) ||
      ((form === 'par' || form === 'per') && next === end + 1 && !PERIODS.has(tokens[next]?.form ?? '')) ||
      (form === 'à' && /^(?:effet|l')$/.test(tokens[end + 1]?.form ?? ''))
    const coordinated =
      (form === 'et' || form === 'ou' || form === 'and' || form === 'or') &&
      next === end + 1 &&
      !isInfinitive(tokens[end + 1], targets)
    if (end > at && next !== null && (joined || coordinated) && !isTaken(scan, end)) end = next
    else break
  }
  while (end > at && tokens[end - 1]?.kind === 'symbol') end--
  if (TIMES.has(tokens[at]?.form ?? '')) return null
  if (end === at || (end - at === 1 && (tokens[at]?.form.length ?? 0) < 2)) return null
  return { start: (tokens[at] as Token).start, end: (tokens[end - 1] as Token).end }
}

/** `scope 3`, `scopes 1 and 2`. */
function isScopeNumber(scan: Scan, from: number, at: number): boolean {
  return /^scopes?$/.test(scan.tokens[from]?.form ?? '') && isLabel(scan, at)
}

/** Index of the content word at `at`, a determiner or two before it skipped; null when there is none. */
function nextContent(scan: Scan, at: number, targets: CompiledTargets): number | null {
  for (let k = at; k < at + 3; k++) {
    if (isContent(scan, k, targets)) return k
    if (!targets.determiners.has(scan.tokens[k]?.form ?? '')) return null
  }
  return null
}

/** The noun phrase before the figure, back to the verb or the edge of the clause. */
function phraseBefore(scan: Scan, measure: Measure, targets: CompiledTargets): Span | null {
  const from = scan.segments[measure.segment]?.at ?? 0
  let end = measure.at
  while (end > from && !isContent(scan, end - 1, targets) && !isVerbCue(scan, end - 1)) end--
  const object = phraseUpTo(scan, from, end, targets)
  if (object !== null || end === from) return object
  // `Scope 1 emissions will be 70% lower`: the subject.
  while (end > from && !isContent(scan, end - 1, targets)) end--
  const subject = phraseUpTo(scan, from, end, targets)
  return scan.cues.some(({ kind, end: last }) => kind === 'intend' && subject !== null && last > subject.end)
    ? subject
    : null
}

function phraseUpTo(scan: Scan, from: number, to: number, targets: CompiledTargets): Span | null {
  const { tokens } = scan
  let end = to
  let at = end
  while (at > from && end - at < LONGEST) {
    const token = tokens[at - 1] as Token
    // Who promises is not what is measured.
    if (scan.names.some((name) => name.at < at && name.next >= at)) break
    if (isContent(scan, at - 1, targets) && !isWay(token.form, targets)) at--
    else if (at < end && (INNER.has(token.form) || targets.determiners.has(token.form)) && !isTaken(scan, at - 1)) at--
    else if (at < end && isLabel(scan, at - 1)) at--
    else break
  }
  while (
    at < end &&
    (targets.determiners.has(tokens[at]?.form ?? '') ||
      INNER.has(tokens[at]?.form ?? '') ||
      tokens[at]?.kind === 'symbol')
  )
    at++
  while (end > at && isWay(tokens[end - 1]?.form ?? '', targets)) end--
  if (at >= end) return null
  return { start: (tokens[at] as Token).start, end: (tokens[end - 1] as Token).end }
}

/** Numbers of scopes and what joins them belong to the phrase: `scope 1 and 2 emissions`. */
function isLabel(scan: Scan, at: number): boolean {
  const token = scan.tokens[at] as Token
  if (token.kind === 'number') return token.value < 4
  return /^(?:and|et|,|to|à|\+)$/.test(token.form) && scan.tokens[at + 1]?.kind === 'number'
}

function isWay(form: string, targets: CompiledTargets): boolean {
  return targets.reduce.has(form) || targets.increase.has(form)
}

function isVerbCue(scan: Scan, at: number): boolean {
  return isInCue(scan, at)
}

/** Is the token part of a date, a figure or a cue? */
function isTaken(scan: Scan, at: number, within?: Measure): boolean {
  for (const time of scan.times) if (at >= time.at && at < time.next) return true
  for (const other of scan.measures) {
    if (other !== within && at >= other.at && at < other.next && other.quantity?.unit !== null) return true
  }
  return isInCue(scan, at)
}

/** Words like `anciennes` say something of the noun and stay with it. */
function isInCue(scan: Scan, at: number): boolean {
  const { start } = scan.tokens[at] as Token
  return scan.cues.some((cue) => cue.kind !== 'former' && start >= cue.start && start < cue.end)
}

function isContent(scan: Scan, at: number, targets: CompiledTargets, within?: Measure): boolean {
  const token = scan.tokens[at]
  if (token === undefined || isTaken(scan, at, within)) return false
  if (token.kind === 'symbol') return token.form === '-' && !token.spaced
  if (token.kind === 'number') return false
  return !targets.metricEnds.has(token.form) && !targets.determiners.has(token.form) && !COMPARATIVES.has(token.form)
}

function segmentEnd(scan: Scan, segment: number): number {
  return scan.segments[segment + 1]?.at ?? scan.tokens.length
}

/**
 * The part of the whole that a target covers, in the text's own words: `scopes 1, 2 et 3`, `group-wide`, or what stands
 * after `across`, `dans`, `pour l’ensemble de`. Null when the clause does not say.
 */
export function findScope(scan: Scan, measure: Measure, targets: CompiledTargets): Span | null {
  const { tokens } = scan
  const from = scan.segments[measure.segment]?.at ?? 0
  const to = segmentEnd(scan, measure.segment)
  for (let at = 0; at < tokens.length; at++) {
    if (!/^scopes?$/.test(tokens[at]?.form ?? '') || tokens[at + 1]?.kind !== 'number') continue
    let end = at + 2
    while (
      isLabel(scan, end) &&
      end < tokens.length &&
      (tokens[end]?.kind === 'number' || tokens[end + 1]?.kind === 'number')
    )
      end++
    return { start: (tokens[at] as Token).start, end: (tokens[end - 1] as Token).end }
  }
  const wide = tokens.findIndex(
    ({ form }, at) => form === 'wide' && at >= from && at < to && tokens[at - 1]?.form === '-',
  )
  if (wide > 1) return { start: (tokens[wide - 2] as Token).start, end: (tokens[wide] as Token).end }
  const money = isCurrency(measure.quantity?.unit ?? null)
  for (let at = money ? measure.next : from; at < to; at++) {
    const token = tokens[at] as Token
    if (!targets.scopeOpenings.has(token.form) || isTaken(scan, at)) continue
    const next = tokens[at + 1]
    // Only a part that is marked as one: `toutes ses usines`, `our value chain`, `l’ensemble du groupe`.
    if (next === undefined || isInfinitive(next, targets)) continue
    const wholly = targets.possessives.has(next.form) || /^(?:all|toutes?|tous)$/.test(next.form)
    const whole = /^(?:across|throughout)$/.test(token.form) || tokens[at + 2]?.form === 'ensemble'
    const named = measure.goal !== null && at >= measure.next && /^(?:l'|la|le|les|the)$/.test(next.form)
    if (!wholly && !whole && !named) continue
    const phrase = phraseFrom(scan, at + 1, targets)
    if (phrase !== null && !money)
      return { start: /^(?:all|toutes?|tous|l')$/.test(next.form) ? next.start : phrase.start, end: phrase.end }
  }
  return null
}

/** The kind of what is measured, by the first of `passages` that has a word of one of the language's lists. */
export function findKind(
  passages: readonly string[],
  measure: Measure,
  unit: string | null,
  targets: CompiledTargets,
): TargetKind {
  if (measure.goal !== null && measure.goal.kind !== 'other') return measure.goal.kind
  if (isCurrency(unit)) return 'investment'
  for (const [index, passage] of passages.entries()) {
    const folded = passage.toLowerCase().replaceAll('’', "'")
    for (const [kind, stems] of targets.lexicon.kinds) {
      if (!stems.some((stem) => hasWord(folded, stem))) continue
      // What only stands around the figure must at least go with its unit.
      if (index > 0 && unit !== null && !fitsKind(unit, kind)) continue
      // What is done with waste says more than that it is waste.
      return kind === 'waste' && passages.slice(0, 3).some((other) => /recycl|réempl|reuse/i.test(other))
        ? 'recycling'
        : kind
    }
    if (unit === 'trees') return 'biodiversity'
  }
  if (unit !== null && AREA.test(unit)) return 'biodiversity'
  if (unit !== null && POWER.test(unit)) return 'deployment'
  return 'other'
}

/** `stem` begins a word of `text`; stems of four letters or less must be the whole word. */
function hasWord(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    const before = at === 0 ? '' : (text[at - 1] as string)
    if (/[\p{L}\d]/u.test(before)) continue
    const after = text[at + stem.length] ?? ''
    if (stem.length > 4 || !/\p{L}/u.test(after)) return true
    if (after === 's' && !/\p{L}/u.test(text[at + stem.length + 1] ?? '')) return true
  }
  return false
}

/** Which way the figure is to go. */
export function findDirection(scan: Scan, measure: Measure, kind: TargetKind, targets: CompiledTargets): Direction {
  if (kind === 'investment') return 'invest'
  if (kind === 'carbon-neutrality' || kind === 'net-zero') return 'reach'
  if (measure.quantity?.direction !== undefined) return measure.quantity.direction
  if ((measure.quantity?.value ?? 0) < 0) return 'reduce'
  const { tokens } = scan
  const from = scan.segments[measure.segment]?.at ?? 0
  const to = segmentEnd(scan, measure.segment)
  for (let at = measure.next; at < Math.min(to, measure.next + 5); at++) {
    const form = tokens[at]?.form ?? ''
    if (isTaken(scan, at) || tokens[at - 1]?.form === 'au') continue
    if (/^(?:moins|less|fewer|lower|below)$/.test(form)) return 'reduce'
    if (/^(?:plus|more|higher)$/.test(form)) return 'increase'
  }
  for (let at = to - 1; at >= from; at--) {
    const form = tokens[at]?.form ?? ''
    if (COMPARATIVES.has(form) || (at >= measure.at && at < measure.next)) continue
    if (targets.reduce.has(form)) return 'reduce'
    // `porter à 50 %`: a level that is reached.
    if (targets.increase.has(form) && at < measure.at) return /^(?:port|up)/.test(form) ? 'reach' : 'increase'
  }
  return 'reach'
}
