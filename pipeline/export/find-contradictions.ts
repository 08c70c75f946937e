import { compareStrings } from '../connect/compare.ts'
import type { Target } from '../model.ts'

/** Contradictions of one target that are listed: in a large corpus one company can have hundreds. */
const LISTED_CONTRADICTIONS = 20

/**
 * Open targets of one actor that measure the same thing for the same scope and unit and cannot both hold: another year for
 * the same value, or another value for the same year. By id, those that contradict it, the first ones in the order of ids.
 */
export function findContradictions(targets: readonly Target[]): Map<string, readonly Target[]> {
  /** Targets that measure the same thing, by their year and by their value. */
  const years = new Map<string, Target[]>()
  const values = new Map<string, Target[]>()
  const comparable = targets.filter(
    ({ actor, status, targetYear }) =>
      actor !== null && targetYear !== null && (status === 'announced' || status === 'in-progress'),
  )
  const keysOf = ({ actor, kind, metric, direction, unit, scope, baselineYear, targetYear, value }: Target) => {
    const thing = JSON.stringify([actor, kind, metric.toLowerCase(), direction, unit, scope, baselineYear])
    return { year: `${targetYear} ${thing}`, value: `${value} ${thing}` }
  }
  for (const target of comparable) {
    const { year, value } = keysOf(target)
    add(years, year, target)
    add(values, value, target)
  }
  const found = new Map<string, readonly Target[]>()
  for (const target of comparable) {
    const { year, value } = keysOf(target)
    const against = [
      ...(years.get(year) ?? []).filter((other) => other.value !== target.value),
      ...(values.get(value) ?? []).filter((other) => other.targetYear !== target.targetYear),
    ]
    if (against.length === 0) continue
    against.sort((a, b) => compareStrings(a.id, b.id))
    found.set(target.id, against.slice(0, LISTED_CONTRADICTIONS))
  }
  return found
}

function add(groups: Map<string, Target[]>, key: string, target: Target): void {
  const group = groups.get(key)
  if (group) group.push(target)
  else groups.set(key, [target])
}
