import type { Direction, Span, TargetKind } from '../../model.ts'
import type { CompiledTargets } from './compile-lexicon.ts'
import type { Measure, Scan } from './scan-sentence.ts'

const CURRENCY = /^[A-Z]{3}$/
const ENERGY_OR_POWER = /^[kMGT]?W(?:h|c|p)?$/

export function isCurrency(unit: string | null): boolean {
  return unit !== null && CURRENCY.test(unit)
}

/** The text's own words for what `measure` measures: the noun phrase after the figure, else the one before it. */
export function findMetric(scan: Scan, measure: Measure, text: string, targets: CompiledTargets): Span | null {
  if (measure.quantity === null) return { start: measure.start, end: measure.end }
  const { tokens } = scan
  const after = nounPhrase(scan, measure.next, targets, text)
  if (after !== null) return after
  // Before: back to the verb or the start of the clause.
  const from = scan.segments[measure.segment]?.at ?? 0
  let end = measure.at
  while (
    end > from &&
    (targets.determiners.has(tokens[end - 1]?.form ?? '') ||
      targets.metricEnds.has(tokens[end - 1]?.form ?? '') ||
      tokens[end - 1]?.kind === 'symbol')
  )
    end--
  let at = end
  while (at > from && isContent(scan, at - 1, targets, true)) at--
  while (
    at < end &&
    (targets.determiners.has(tokens[at]?.form ?? '') ||
      targets.reduce.has(tokens[at]?.form ?? '') ||
      targets.increase.has(tokens[at]?.form ?? ''))
  )
    at++
  if (at >= end) return null
  return { start: (tokens[at] as Span).start, end: (tokens[end - 1] as Span).end }
}

function nounPhrase(scan: Scan, start: number, targets: CompiledTargets, text: string): Span | null {
  const { tokens } = scan
  let at = start
  while (targets.determiners.has(tokens[at]?.form ?? '')) at++
  let end = at
  while (end < tokens.length && isContent(scan, end, targets, false)) {
    // A new clause ends it, an `et` that joins two nouns does not.
    if (scan.segments.some((segment) => segment.at === end) && end > at) break
    end++
  }
  while (end > at && (targets.determiners.has(tokens[end - 1]?.form ?? '') || tokens[end - 1]?.kind === 'symbol')) end--
  if (end === at) return null
  const span = { start: (tokens[at] as Span).start, end: (tokens[end - 1] as Span).end }
  return text.slice(span.start, span.end).length > 1 ? span : null
}

function isContent(scan: Scan, at: number, targets: CompiledTargets, backwards: boolean): boolean {
  const token = scan.tokens[at]
  if (token === undefined) return false
  if (token.kind === 'symbol') return token.form === '-' && !token.spaced
  for (const time of scan.times) if (at >= time.at && at < time.next) return false
  for (const other of scan.measures) if (at >= other.at && at < other.next) return false
  if (backwards && (targets.reduce.has(token.form) || targets.increase.has(token.form))) return false
  if (scan.cues.some((cue) => cue.at === at)) return false
  return !targets.metricEnds.has(token.form)
}

/** The kind of what is measured, by the first of the language's word lists that has a word of it. */
export function findKind(
  words: readonly string[],
  measure: Measure,
  unit: string | null,
  targets: CompiledTargets,
): TargetKind {
  if (measure.goal !== null) return measure.goal.kind
  if (isCurrency(unit)) return 'investment'
  for (const passage of words) {
    const folded = passage.toLowerCase().replaceAll('’', "'")
    for (const [kind, stems] of targets.lexicon.kinds) {
      if (stems.some((stem) => hasWord(folded, stem))) return kind
    }
    if (unit === 'trees') return 'biodiversity'
  }
  if (unit !== null && ENERGY_OR_POWER.test(unit)) return 'deployment'
  return 'other'
}

/** `stem` begins a word of `text`; stems of four letters or less must be the whole word. */
function hasWord(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    const before = at === 0 ? '' : (text[at - 1] as string)
    if (/[\p{L}\d]/u.test(before)) continue
    const after = text[at + stem.length] ?? ''
    if (stem.length > 4 || !/\p{L}/u.test(after) || (after === 's' && !/\p{L}/u.test(text[at + stem.length + 1] ?? '')))
      return true
  }
  return false
}

/** Which way the figure is to go. */
export function findDirection(scan: Scan, measure: Measure, kind: TargetKind, targets: CompiledTargets): Direction {
  if (kind === 'investment') return 'invest'
  if (measure.quantity?.direction !== undefined) return measure.quantity.direction
  if ((measure.quantity?.value ?? 0) < 0) return 'reduce'
  const { tokens } = scan
  const from = scan.segments[measure.segment]?.at ?? 0
  const to = scan.segments[measure.segment + 1]?.at ?? tokens.length
  for (let at = measure.next; at < Math.min(to, measure.next + 5); at++) {
    const form = tokens[at]?.form ?? ''
    if (/^(?:moins|less|fewer|lower|below)$/.test(form)) return 'reduce'
    if (/^(?:plus|more|higher)$/.test(form)) return 'increase'
  }
  for (let at = measure.at - 1; at >= from; at--) {
    const form = tokens[at]?.form ?? ''
    if (targets.reduce.has(form) && !/^(?:moins|less|fewer)$/.test(form))
      return kind === 'carbon-neutrality' || kind === 'net-zero' ? 'reach' : 'reduce'
    if (targets.increase.has(form))
      return form === 'porter' || form === 'plus' || form === 'up' || form === 'portera' ? 'reach' : 'increase'
  }
  return 'reach'
}
