import type { Prose, Quantities, Quantity, TimeExpression } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { quantityGrammars } from './quantities/quantity-grammar.ts'
import type { TimeContext } from './quantities/read-time.ts'
import { type Token, tokensIn } from './quantities/read-tokens.ts'

/**
 * Reads quantities, dates and periods, each list in text order; no stretch of text is in two of them. Years told
 * against now (`d’ici cinq ans`) are counted from the document's date and null where it has none. Code is not read.
 */
export function findQuantities(): DocumentStage<Prose, Quantities> {
  const grammars = quantityGrammars()
  return (prose) => {
    const grammar = grammars[prose.lang]
    const quantities: Quantity[] = []
    const times: TimeExpression[] = []
    const context: TimeContext = { year: prose.date === null ? null : yearOf(prose.date), last: null, baseline: null }
    for (const block of prose.blocks) {
      if (block.kind === 'code') continue
      for (const span of block.cells ?? [block]) {
        const tokens = tokensIn(prose, span)
        for (let at = 0; at < tokens.length; ) {
          const time = grammar.times(tokens, at, context)
          if (time !== null) {
            const { role, startYear, endYear, next } = time
            times.push({ ...spanOf(tokens, at, next), role, startYear, endYear })
            if (role === 'baseline') context.baseline = endYear
            const told = role === 'point' && endYear !== null && context.year !== null && endYear > context.year
            if (role === 'period' || role === 'deadline' || told) context.last = { startYear, endYear }
            // `15 % dès 2025, puis 30 % deux ans après`
            else if (role === 'start' && startYear !== null && startYear >= (context.year ?? Infinity)) {
              context.last = { startYear: null, endYear: startYear }
            }
            at = next
            continue
          }
          const quantity = grammar.quantities.read(prose.text, tokens, at)
          if (quantity !== null) {
            const { next, ...rest } = quantity
            quantities.push({ ...spanOf(tokens, at, next), ...rest })
            at = next
            continue
          }
          at++
        }
      }
    }
    return { quantities, times }
  }
}

function spanOf(tokens: readonly Token[], at: number, next: number): { start: number; end: number } {
  return { start: (tokens[at] as Token).start, end: (tokens[next - 1] as Token).end }
}

function yearOf(date: string): number | null {
  const year = Number.parseInt(date.slice(0, 4), 10)
  return Number.isNaN(year) ? null : year
}
