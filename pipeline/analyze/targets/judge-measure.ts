import type { TargetStatus } from '../../model.ts'
import type { CompiledTargets } from './compile-lexicon.ts'
import { isCount, isCurrency } from './describe-measure.ts'
import { type Cue, isPledge, type Measure, type Scan, type Time } from './scan-sentence.ts'

/** Where a sentence stands, as far as it bears on how its figures are meant. */
export interface Setting {
  /** Year of the document; null when it is not known. */
  year: number | null
  /** An item of a list. */
  item: boolean
  /** Under a line or heading that speaks of commitments. */
  underTargets: boolean
  /** Under a line or heading that speaks of what is done. */
  underDone: boolean
  /** The sentence before it, in the same paragraph, states a target. */
  afterTarget: boolean
  /** What the next sentence says has become of it. */
  outcome: () => 'withdrawn' | 'achieved' | null
  /** The line that introduces the list asks, expects or supposes what its items say. */
  underDemand: boolean
}

export interface Judgement {
  status: TargetStatus
  confidence: number
}

const LEAST = 3
const PRESENT = /^(?:today|currently|aujourd'hui|actuellement)$/

/**
 * Whether a measure is meant as a commitment, and in which state; null when it is not one: a past figure, a forecast,
 * a demand, a hypothesis, a negation, or a figure that nothing makes a promise.
 */
export function judgeMeasure(
  scan: Scan,
  measure: Measure,
  deadline: Time | null,
  setting: Setting,
  targets: CompiledTargets,
): Judgement | null {
  if (setting.underDone) return null
  const { segments } = scan
  const cues = scan.cues.filter((cue) => !isApart(segments, cue.segment, measure.segment))
  const before = cues.filter((cue) => cue.start <= measure.start)
  const here = cues.filter((cue) => cue.segment === measure.segment)
  const year = deadline === null ? null : (deadline.endYear ?? deadline.startYear)

  const commit = findCommitment(scan, measure, cues, targets)
  if (commit === null && deadline === null) return null
  if (setting.underDemand && commit?.kind !== 'commit') return null
  // In running text a bare figure is a promise only where the sentence is nothing but figure and date, or money to come.
  const bare = measure.at <= 2 || (isCurrency(measure.quantity?.unit ?? null) && deadline?.role !== 'point')
  // `Un classeur s’ouvre : 70 % de fibres recyclées en 2027`
  const led =
    commit === null && year !== null && setting.year !== null && year > setting.year && isLed(scan, measure, before)
  const given = here.some(({ kind }) => kind === 'withdrawn')
  if (commit === null && !setting.item && !bare && !led && !given) return null
  if (isHypothetical(scan, before, here)) return null
  if (before.concat(here).some((cue) => cue.kind === 'negation' && denies(scan, cue, measure, commit))) return null
  if (isForeseen(scan, measure, before, targets)) return null
  // `Reaching net zero will take every sector`.
  if (here.some(({ kind, start }) => kind === 'forecast' && start > measure.start) && commit?.kind !== 'commit')
    return null

  const withdrawn =
    cues.some(({ kind, segment }) => kind === 'withdrawn' && !isEarlier(scan, segment, measure)) ||
    scan.cues.some(({ kind, segment }) => kind === 'withdrawn' && segment > measure.segment) ||
    isFormer(measure, before, here) ||
    setting.outcome() === 'withdrawn'
  if (withdrawn) return commit !== null || year !== null ? { status: 'withdrawn', confidence: 0.7 } : null

  let score = commit === null ? 0 : commit.kind === 'commit' ? 3 : commit.kind === 'act' ? 1 : 2
  if (deadline !== null && year !== null) {
    const future =
      setting.year === null ? deadline.role !== 'point' || score > 0 || setting.underTargets : year >= setting.year
    if (!future) return null
    const ahead = deadline.role === 'deadline' || deadline.role === 'period'
    if (year === setting.year && !ahead && score < 2) return null
    score += ahead ? 2 : 1.5
    // Money for years to come is meant to be spent.
    if (ahead && isCurrency(measure.quantity?.unit ?? null)) score += 1
  } else {
    if (commit === null || commit.kind !== 'commit' || commit.start > measure.start) return null
    // `son objectif de neutralité carbone` only mentions it.
    if (measure.goal?.value === null && isNoun(commit)) return null
    if (measure.goal !== null && measure.goal.value === null && /^(?:other|investment)$/.test(measure.goal.kind))
      return null
    // Without a date only a share or a goal by name is more than a size.
    if (measure.quantity !== null && measure.quantity.unit !== '%') return null
    if (commit.segment !== measure.segment) return null
  }
  if (led) score += 1.5
  // `Et zéro rejet à partir de 2030`: a goal that its own words measure and its date are all there is.
  if (commit === null && bare && measure.goal?.value === 0) score += 0.5
  // `2030: 30% recycled glass`
  const first = deadline?.at === 0 && scan.tokens[deadline.next]?.form === ':' && measure.at === deadline.next + 1
  if (first && commit === null) score += 1.5
  // `aims to go from 40 today to 220`: where it stands is told within the promise.
  const past = [...before]
    .reverse()
    .find(
      (cue) =>
        isPledge(cue) || (cue.kind === 'past' && !(PRESENT.test(cue.form) && commit !== null && commit.at < cue.at)),
    )
  if (past?.kind === 'past') score -= deadline !== null && deadline.role !== 'point' ? 2 : 4
  if (setting.underTargets) score += 1
  if (setting.afterTarget) score += 0.5
  if (setting.item) score += 0.5
  // `–50 % de cuivre en 2030`: an item that is a figure and a date to come.
  if (setting.item && commit === null && measure.at <= 1 && deadline !== null && cues.length === 0) score += 1
  if (measure.goal !== null) score += 0.5
  // Things are counted on every page: they are promised only after the verb, or at the head of an item.
  if (
    isCount(measure) &&
    !before.some(isPledge) &&
    !isSubject(scan, measure, deadline, here) &&
    !(setting.item && measure.at === 0 && (commit !== null || setting.underTargets))
  )
    return null
  if (score < LEAST) return null
  const achieved =
    setting.outcome() === 'achieved' ||
    (here.some(({ kind }) => kind === 'achieved') && here.some(({ kind }) => kind === 'past'))
  const progress = here.some(({ kind }) => kind === 'progress')
  return {
    status: achieved ? 'achieved' : progress ? 'in-progress' : 'announced',
    confidence: Math.round(Math.min(0.95, 0.6 + (score - LEAST) * 0.1) * 100) / 100,
  }
}

/** `…, later abandoned; its present goal is 10 %`: what was given up before a semicolon is another goal. */
function isEarlier(scan: Scan, segment: number, measure: Measure): boolean {
  if (segment >= measure.segment) return false
  const from = scan.segments[segment]?.at ?? 0
  return scan.tokens.slice(from, measure.at).some(({ form }) => form === ';')
}

/** Does a colon lead up to the figure, and nobody who only cites or expects it? */
function isLed(scan: Scan, measure: Measure, before: readonly Cue[]): boolean {
  if (before.some(({ kind }) => kind === 'report' || kind === 'forecast' || kind === 'past')) return false
  for (let at = measure.at - 1; at > 0; at--) if (scan.tokens[at]?.form === ':') return true
  return false
}

/** The strongest sign of a promise that bears on the measure; the last of equal ones. */
function findCommitment(scan: Scan, measure: Measure, cues: readonly Cue[], targets: CompiledTargets): Cue | null {
  const rank = (cue: Cue) => (cue.kind === 'commit' ? 3 : cue.kind === 'act' ? 1 : 2)
  let best: Cue | null = null
  for (const cue of cues) {
    const own = cue.kind === 'expect' && isOwn(scan, cue, measure, targets)
    if (!isPledge(cue) && !own && !isReportedFuture(scan, cue, cues)) continue
    const near = cue.start <= measure.start || cue.segment === measure.segment || isPredicate(scan, measure, cue)
    if (near && (best === null || rank(cue) >= rank(best))) best = cue
  }
  return best
}

/** `La neutralité carbone, elle, est fixée à 2042`: the verb after what it is about. */
function isPredicate(scan: Scan, measure: Measure, cue: Cue): boolean {
  return (
    cue.segment === measure.segment + 1 &&
    scan.segments[cue.segment]?.opening === 'coordinated' &&
    !scan.measures.some((other) => other.segment === cue.segment)
  )
}

/** Is the goal that the measure is of one that was: `l’ancien objectif`, `our previous target`? */
function isFormer(measure: Measure, before: readonly Cue[], here: readonly Cue[]): boolean {
  const pledges = [...before, ...here].filter(isPledge)
  return [...before, ...here].some(
    (cue) =>
      cue.kind === 'former' &&
      measure.segment - cue.segment <= 1 &&
      pledges.some(({ kind, at }) => kind !== 'act' && Math.abs(at - cue.at) <= 2),
  )
}

/** Does a negation reach the measure? A promise after it, past a comma, is another matter. */
function denies(scan: Scan, negation: Cue, measure: Measure, commit: Cue | null): boolean {
  if (negation.segment !== measure.segment && negation.segment !== commit?.segment) return false
  if (commit === null || commit.start < negation.end || commit.start > measure.start) return true
  for (let at = negation.at; at < commit.at; at++) if (scan.tokens[at]?.form === ',') return false
  return true
}

/** Does nothing on one side of a contrast (`mais`) speak for the other side? */
function isApart(segments: Scan['segments'], a: number, b: number): boolean {
  for (let k = Math.min(a, b) + 1; k <= Math.max(a, b); k++) if (segments[k]?.opening === 'contrast') return true
  return false
}

function isHypothetical(scan: Scan, before: readonly Cue[], here: readonly Cue[]): boolean {
  for (const cue of new Set([...before, ...here])) {
    if (cue.kind !== 'hypothesis') continue
    if (!isReportedFuture(scan, cue, before)) return true
  }
  return false
}

/** `ils ont écrit qu’ils seraient neutres`: the conditional of what was said is a future. */
function isReportedFuture(scan: Scan, cue: Cue, cues: readonly Cue[]): boolean {
  if (cue.kind !== 'hypothesis' || /^(?:si|if|s')$/.test(cue.form)) return false
  if (opensWithPlan(scan)) return true
  return cues.some(
    (other) =>
      (other.kind === 'report' || other.kind === 'commit') &&
      other.start < cue.start &&
      (isThat(scan, other, cue) || cue.at - other.at <= 3),
  )
}

/** `Under the plan, X would cut …`, `Selon ce plan, X réduirait …`: the conditional tells what is planned. */
function opensWithPlan({ tokens }: Scan): boolean {
  if (!/^(?:under|selon|avec)$/.test(tokens[0]?.form ?? '')) return false
  return tokens
    .slice(1, 6)
    .some(({ form }) => /^(?:plans?|proposals?|strategy|scheme|roadmap|deal|programme|stratégie|accord)$/.test(form))
}

/** Is a `que` or `that` between two cues? */
function isThat(scan: Scan, from: Cue, to: Cue): boolean {
  for (let at = from.at + 1; at < to.at; at++) {
    if (/^(?:que|qu'|that)$/.test(scan.tokens[at]?.form ?? '')) return true
  }
  return false
}

/** Is what is expected one's own: `table sur une baisse de 35 % de ses émissions`? */
function isOwn(scan: Scan, cue: Cue, measure: Measure, targets: CompiledTargets): boolean {
  if (measure.goal !== null) return true
  return scan.tokens.slice(cue.at, measure.next + 6).some(({ form }) => targets.possessives.has(form))
}

/** Does a forecast or somebody's demand govern the measure? A promise in a later clause of its own takes over. */
function isForeseen(scan: Scan, measure: Measure, before: readonly Cue[], targets: CompiledTargets): boolean {
  let blocking: Cue | null = null
  for (const cue of before) {
    const trend = cue.kind === 'trend' && cue.at <= (scan.segments[cue.segment]?.at ?? 0) + 1
    // `has ordered fourteen ships for $2 billion`: goods, not people to do something.
    if (cue.kind === 'demand' && isPurchase(scan, cue, measure)) continue
    if (cue.kind === 'forecast' || cue.kind === 'demand' || trend) blocking = cue
    else if (cue.kind === 'expect') {
      if (!isOwn(scan, cue, measure, targets)) blocking = cue
    } else if (
      cue.kind === 'commit' &&
      blocking !== null &&
      (cue.segment > blocking.segment || isParted(scan, blocking, cue)) &&
      !isThat(scan, blocking, cue)
    ) {
      blocking = null
    }
  }
  // `…, prévoit X`: said of all before it, by whom comes after it.
  const told = scan.cues.find(
    ({ form, segment, start }) =>
      segment > measure.segment && start > measure.end && /^(?:prévoit|prévoient|prédit|prédisent)$/.test(form),
  )
  if (
    told !== undefined &&
    scan.tokens[told.at - 1]?.form === ',' &&
    !before.some(({ kind }) => kind === 'commit') &&
    !scan.measures.some(({ start }) => start > told.start)
  )
    return true
  // `…, exige le préfet`: who wants it is told after it.
  const after = scan.cues.find(({ kind, segment }) => kind === 'demand' && segment === measure.segment + 1)
  const opens = after !== undefined && after.at === (scan.segments[after.segment]?.at ?? 0) + 1
  return blocking !== null || opens
}

/** `Il faut aller plus vite : nous visons …`: a colon or semicolon between two cues. */
function isParted(scan: Scan, from: Cue, to: Cue): boolean {
  return scan.tokens.slice(from.at, to.at).some(({ form }) => form === ':' || form === ';')
}

/** `Quatre cargos seront livrés d’ici 2028`: things that are counted open a clause on what is to become of them. */
function isSubject(scan: Scan, measure: Measure, deadline: Time | null, here: readonly Cue[]): boolean {
  if (deadline === null || (deadline.role !== 'deadline' && deadline.role !== 'period')) return false
  const from = scan.segments[measure.segment]?.at ?? 0
  const opens = measure.at <= from + 1 || scan.tokens[measure.at - 1]?.form === ',' || deadline.next >= measure.at - 1
  return (
    opens &&
    here.some(
      ({ kind, at, form }) =>
        kind === 'intend' && at >= measure.next && at - measure.next < 8 && !/^(?:plan|programme|budget)/.test(form),
    )
  )
}

function isPurchase(scan: Scan, cue: Cue, measure: Measure): boolean {
  if (!isCurrency(measure.quantity?.unit ?? null) || !/^(?:ordered|has)$/.test(cue.form)) return false
  return !scan.tokens.slice(cue.at, measure.at).some(({ form }) => form === 'to')
}

/** Is the sign of a promise a noun? */
function isNoun(cue: Cue): boolean {
  return /^(?:objectifs?|cibles?|ambitions?|engagements?|promesses?|buts?|caps?|targets?|goals?|commitments?|pledges?|objectives?)$/.test(
    cue.form,
  )
}
