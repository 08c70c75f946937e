import type { Measure, Scan, Time } from './scan-sentence.ts'

/** The dates that belong to one measure. */
export interface MeasureTimes {
  deadline: Time | null
  start: Time | null
  baseline: Time | null
}

function isDeadline(time: Time): boolean {
  return time.role !== 'baseline' && time.role !== 'start' && time.endYear !== null
}

/**
 * Gives each measure of a sentence its dates: those after it in its clause, else those before it there, else those that
 * open the sentence for all, else those that close a coordination (`A de 30 % et B de 20 % d’ici 2030`).
 */
export function assignTimes(scan: Scan): MeasureTimes[] {
  const { measures, times } = scan
  return measures.map((measure, index) => {
    const before = measures[index - 1]
    const after = measures[index + 1]
    const ended = pick(scan, measure, before, after, isDeadline)
    // `15 % dès 2025, puis 30 % deux ans après`: its own start, and not the date of the next figure.
    const begun = times.find(
      ({ role, start, segment }) =>
        role === 'start' && segment === measure.segment && start >= measure.end && start < (after?.start ?? 0),
    )
    const deadline =
      (begun !== undefined && ended !== null && ended.start > (after?.start ?? Infinity) ? begun : ended) ??
      pick(scan, measure, before, after, (time) => time.role === 'start')
    const start =
      times.find((time) => time.role === 'start' && time !== deadline && time.segment === measure.segment) ?? null
    const baseline = pickBaseline(scan, measure, before, after)
    return { deadline, start, baseline }
  })
}

/** A baseline is of a change: one clause hands it on to the next only where both tell changes. */
function pickBaseline(
  scan: Scan,
  measure: Measure,
  before: Measure | undefined,
  after: Measure | undefined,
): Time | null {
  const baselines = scan.times.filter(({ role }) => role === 'baseline')
  const here = baselines.filter(
    (time) => time.segment === measure.segment && time.start >= (before?.segment === measure.segment ? before.end : 0),
  )
  const own = here.find((time) => time.start >= measure.end && time.start < (after?.start ?? Infinity)) ?? here[0]
  if (own !== undefined) return own
  if (measure.goal !== null || measure.quantity?.unit !== '%') return null
  const later = baselines.find((time) => time.start >= measure.end)
  const between = scan.segments.slice(measure.segment + 1, (later?.segment ?? 0) + 1)
  if (later !== undefined && !between.some(({ opening }) => opening === 'contrast' || opening === 'relative'))
    return later
  return baselines.find((time) => time.start < measure.start && before?.quantity?.unit === '%') ?? null
}

/** Do a comma and a coordinator stand between two tokens? */
function isParted({ tokens }: Scan, from: number, to: number): boolean {
  for (let at = from; at + 1 < to; at++)
    if (tokens[at]?.form === ',' && /^(?:and|et|then|puis)$/.test(tokens[at + 1]?.form ?? '')) return true
  return false
}

function pick(
  scan: Scan,
  measure: Measure,
  before: Measure | undefined,
  after: Measure | undefined,
  accepts: (time: Time) => boolean,
): Time | null {
  const candidates = scan.times.filter(accepts)
  if (candidates.length === 0) return null
  const limit = after?.start ?? Infinity
  const following = candidates.filter((time) => time.start >= measure.end && time.start < limit)
  const own = following.find((time) => time.segment === measure.segment)
  // `By 2027 two thirds will be electric, and the rest by 2032`: the date beside the figure, before what a comma parts from it.
  const beside = candidates.find(
    ({ next, segment }) => segment === measure.segment && next <= measure.at && measure.at - next <= 1,
  )
  // `has until 2028 to cut it by a quarter, a target it set in 2022`
  const earlier = candidates.find(
    ({ role, start, segment, endYear }) =>
      role === 'deadline' &&
      start < measure.start &&
      segment === measure.segment &&
      (endYear ?? 0) > (own?.endYear ?? Infinity),
  )
  if (own?.role === 'point' && earlier !== undefined && before === undefined) return earlier
  if (
    own !== undefined &&
    !(beside !== undefined && beside.start < measure.start && isParted(scan, measure.next, own.at))
  )
    return own
  const leadingHere = candidates.filter(
    (time) => time.start < measure.start && time.segment === measure.segment && time.start >= (before?.end ?? -1),
  )
  const leading = leadingHere[leadingHere.length - 1]
  if (leading !== undefined) return leading
  // A clause between that states nothing of its own: `…, avec nos partenaires, et cela d’ici 2030`.
  const trailing = following[0]
  if (trailing !== undefined && (after === undefined || after.segment !== trailing.segment)) return trailing
  const first = candidates[0] as Time
  const firstMeasure = scan.measures[0] as Measure
  if (first.start < firstMeasure.start) return first
  const previous = candidates.filter((time) => time.start < measure.start)
  const last = previous[previous.length - 1]
  const later = candidates.find((time) => time.start >= measure.end)
  if (later !== undefined && (last === undefined || after !== undefined)) return later
  return last ?? null
}
