import type { TargetClaim } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { quantityGrammars } from './quantities/quantity-grammar.ts'
import { checkTarget } from './targets/check-target.ts'
import { compileTargets } from './targets/compile-lexicon.ts'
import { TargetFinder, type TargetInput } from './targets/target-finder.ts'

/**
 * Finds the commitments that a document states, in text order, with the words that each field was read from. Past
 * figures, forecasts, demands, hypotheses and negations are no targets; what was given up or reached is one, with a
 * status that says so. Reports `target-years` and `target-unit`.
 */
export function findTargets(): DocumentStage<TargetInput, readonly TargetClaim[]> {
  const lexicons = compileTargets()
  const grammars = quantityGrammars()
  return (input, file) => {
    const { lang } = input.prose
    const targets = new TargetFinder(input, lexicons[lang], grammars[lang].quantities).find()
    for (const target of targets) checkTarget(target, file)
    return targets
  }
}
