import type { TargetClaim } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { quantityGrammars } from './quantities/quantity-grammar.ts'
import { compileTargets } from './targets/compile-lexicon.ts'
import { TargetFinder, type TargetInput } from './targets/target-finder.ts'

/**
 * Finds the commitments that a document states, in text order, with the words that each field was read from. Past
 * figures, forecasts, demands, hypotheses and negations are no targets; what was given up or reached is one, with a
 * status that says so.
 */
export function findTargets(): DocumentStage<TargetInput, readonly TargetClaim[]> {
  const lexicons = compileTargets()
  const grammars = quantityGrammars()
  return (input) => {
    const { lang } = input.prose
    return new TargetFinder(input, lexicons[lang], grammars[lang].quantities).find()
  }
}
