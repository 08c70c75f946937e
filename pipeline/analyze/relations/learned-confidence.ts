/**
 * How often each pattern was right on annotated articles whose names the project's own finder had found: right, made.
 * Patterns that fired fewer than three times are left to their prior.
 */
const MEASURED: ReadonlyMap<string, readonly [right: number, made: number]> = new Map([
  ['act-partnerOf', [5, 6]],
  ['apposition-locatedIn', [3, 3]],
  ['event-locatedIn', [11, 11]],
  ['facility-locatedIn', [11, 14]],
  ['joint-partnerOf-passive', [4, 4]],
  ['noun-competesWith-possessive', [3, 4]],
  ['noun-competesWith-unowned', [3, 3]],
  ['noun-memberOf-of', [4, 4]],
  ['noun-partnerOf-possessive', [6, 6]],
  ['noun-subsidiaryOf-of', [3, 5]],
  ['noun-subsidiaryOf-possessive', [3, 3]],
  ['occasion-participatesIn', [12, 12]],
  ['organization-locatedIn', [2, 3]],
  ['owned-launched', [4, 8]],
  ['owned-produces', [9, 9]],
  ['parentheses-locatedIn', [3, 3]],
  ['role-apposition', [7, 8]],
  ['role-before', [2, 3]],
  ['role-byline', [5, 5]],
  ['role-own', [7, 8]],
  ['role-possessive', [3, 4]],
  ['verb-acquired-passive', [5, 6]],
  ['verb-invests', [4, 5]],
  ['verb-launched-passive', [4, 5]],
  ['verb-locatedIn', [9, 9]],
  ['verb-locatedIn-passive', [5, 5]],
  ['verb-memberOf', [4, 4]],
  ['verb-presentedAt', [9, 9]],
  ['verb-presentedBy-passive', [6, 7]],
  ['verb-produces', [3, 3]],
  ['verb-publishedBy', [4, 4]],
  ['verb-publishedBy-passive', [7, 7]],
  ['verb-statedOn', [5, 6]],
  ['verb-worksFor', [3, 3]],
])

/** Weight of a pattern's own estimate, in observations. */
const PRIOR = 6

/** A pattern's estimate for one claim, drawn towards what was measured of the pattern (a beta prior's mean). */
export function learnedConfidence(pattern: string, estimate: number): number {
  const [right, made] = MEASURED.get(pattern) ?? [0, 0]
  return (estimate * PRIOR + right) / (PRIOR + made)
}
