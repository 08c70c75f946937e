import type { TargetStatus } from '../../model.ts'
import type { Cue, Measure, Scan, Time } from './scan-sentence.ts'

/** Where a sentence stands, as far as it bears on how its figures are meant. */
export interface Setting {
  /** Year of the document; null when it is not known. */
  year: number | null
  /** An item of a list, or a heading. */
  item: boolean
  /** Under a line or heading that speaks of commitments. */
  underTargets: boolean
  /** Under a line or heading that speaks of what is done. */
  underDone: boolean
  /** The item's or sentence's first word is an infinitive or a bare verb. */
  startsWithVerb: boolean
}

export interface Judgement {
  status: TargetStatus
  confidence: number
}

/**
 * Whether a measure is meant as a commitment, and in which state; null when it is not one: a past figure, a forecast,
 * a demand, a hypothesis, a negation, or a figure that nothing makes a promise.
 */
export function judgeMeasure(scan: Scan, measure: Measure, deadline: Time | null, setting: Setting): Judgement | null {
  const { cues, segments } = scan
  let commit = 0
  let blocked = false
  let withdrawn = false
  let achieved = false
  let progress = false
  let pastAt = -1
  let commitAt = -1
  let blockedAt = -1
  for (const cue of cues) {
    const before = cue.start < measure.start
    const here = cue.segment === measure.segment
    // Nothing behind a contrast speaks for what is before it, nor the other way round.
    if (isApart(segments, cue.segment, measure.segment)) {
      if (cue.kind === 'withdrawn' && cue.segment > measure.segment) withdrawn = true
      continue
    }
    switch (cue.kind) {
      case 'commit':
      case 'intend':
        if (before || here) {
          commit = Math.max(commit, cue.kind === 'commit' ? 3 : 2)
          if (before) {
            // A new clause of its own takes back what a forecast or a demand says of the one before.
            if (
              blocked &&
              cue.kind === 'commit' &&
              cue.segment > (cues[blockedAt] as Cue).segment &&
              !isSaid(scan, cues[blockedAt] as Cue, cue)
            )
              blocked = false
            commitAt = cue.at
          }
        }
        break
      case 'past':
        if (before) pastAt = Math.max(pastAt, cue.segment === measure.segment || commitAt < cue.at ? cue.at : -1)
        break
      case 'forecast':
      case 'demand':
        if (before || (here && cue.at < 3)) {
          blocked = true
          blockedAt = cues.indexOf(cue)
        }
        break
      case 'hypothesis':
        if (here || (before && (cue.at <= 1 || cue.segment < measure.segment))) return null
        break
      case 'negation':
        if (here || before) return withdrawn ? { status: 'withdrawn', confidence: 0.6 } : null
        break
      case 'withdrawn':
        withdrawn = true
        break
      case 'achieved':
        if (here) achieved = true
        break
      case 'progress':
        progress = true
        break
      default:
    }
  }
  if (blocked) return null
  const year = deadline === null ? null : (deadline.endYear ?? deadline.startYear)
  if (withdrawn) return commit > 0 || year !== null ? { status: 'withdrawn', confidence: 0.7 } : null
  if (setting.underDone) return null
  let score = commit
  if (deadline !== null && year !== null) {
    const future = setting.year === null ? deadline.role !== 'point' || commit > 0 : year >= setting.year
    if (!future) return null
    if (setting.year !== null && year === setting.year && deadline.role === 'point' && commit < 2) return null
    score += deadline.role === 'deadline' || deadline.role === 'period' ? 2 : 1.5
  }
  if (pastAt > commitAt && pastAt >= 0) score -= deadline !== null && deadline.role !== 'point' ? 2 : 4
  if (setting.startsWithVerb) score += 1
  if (setting.underTargets) score += 1
  if (setting.item) score += 0.5
  const { quantity, goal } = measure
  if (goal !== null) score += 0.5
  // Without a date, only an outright promise of something that is no mere count will do.
  if (deadline === null) {
    if (commit < 3) return null
    if (quantity !== null && quantity.unit !== '%') score -= 1
  }
  if (score < 3) return null
  return {
    status: achieved && pastAt >= 0 ? 'achieved' : progress ? 'in-progress' : 'announced',
    confidence: Math.round(Math.min(0.95, 0.5 + (score - 3) * 0.1) * 100) / 100,
  }
}

function isApart(segments: Scan['segments'], a: number, b: number): boolean {
  for (let k = Math.min(a, b) + 1; k <= Math.max(a, b); k++) if (segments[k]?.opening === 'contrast') return true
  return false
}

/** Does what `blocking` introduces (`a demandé que …`) still hold at `cue`? */
function isSaid(scan: Scan, blocking: Cue, cue: Cue): boolean {
  for (let at = blocking.at; at < Math.min(blocking.at + 6, cue.at); at++) {
    const form = scan.tokens[at]?.form
    if (form === 'que' || form === "qu'" || form === 'that')
      return scan.segments[cue.segment]?.opening !== 'start' && cue.segment === blocking.segment
  }
  return false
}
