import type { VFile } from 'vfile'
import type { TargetClaim } from '../../model.ts'
import { fitsKind, fittingDimensions } from './unit-dimension.ts'

/** `source` of every message about what a document says. */
const SOURCE = 'maillage-analyze'

/**
 * Tells the author what in a target cannot be right, at the line that says it. Rules: `target-years` (a start or a
 * baseline that is not before the target's year), `target-unit` (a unit that figures of the kind do not come in).
 */
export function checkTarget(claim: TargetClaim, file: VFile): void {
  const { targetYear, startYear, baselineYear, kind, unit, metric, evidence } = claim
  const report = (reason: string, ruleId: string) => {
    file.message(`${reason}: “${evidence.exact.replaceAll('\n', ' ').replaceAll('\t', ' | ')}”`, {
      ruleId,
      source: SOURCE,
      place: { line: evidence.line, column: 1 },
    })
  }
  if (targetYear !== null && startYear !== null && startYear > targetYear) {
    report(
      `Unexpected start in ${startYear}, expected one that is not after the target’s year ${targetYear}`,
      'target-years',
    )
  }
  if (targetYear !== null && baselineYear !== null && baselineYear >= targetYear) {
    report(
      `Unexpected baseline ${baselineYear}, expected a year before the target’s year ${targetYear}`,
      'target-years',
    )
  }
  if (unit !== null && !fitsKind(unit, kind)) {
    report(
      `Unexpected unit “${unit}” for “${metric}”, expected one of ${fittingDimensions(kind).join(', ')}`,
      'target-unit',
    )
  }
}
