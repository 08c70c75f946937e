import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
/** Only development runs these, or on text that we wrote. */
const LEFT_OUT =
  /\.test\.ts$|(?:^|\/)(?:fixture|read-corpus|train-\w+)\.ts$|^pipeline\/test\/|^site\/(?:e2e\/|bundle\.ts)/

/**
 * Expressions whose time grows with the square of the text, and why that text is short. Nothing of a higher degree may
 * stand here.
 */
const SHORT_TEXT = new Map([
  [String.raw`/\B(?=(\d{3})+$)/g`, 'the digits of one number'],
  [String.raw`/ \(.*$/`, 'the name of one organization'],
  ['/[^/]*$/', 'the address of the page'],
  [String.raw`/(\p{L}[\p{L}-]*)\s(?:de la|de l[’']|du|des|de|d[’']|of|for)\s?$/u`, 'the characters before one name'],
  [
    String.raw`/^(?:%|points|trees|[A-Z]{3}|°C|ppm|acres|miles|gallons|sq ft|.*\/.*|[kMGTm]?(?:W|Wh|t|g|J|l|m|m2|m3|tCO2e?|VA)|k?gCO2e?|[kcdh]?[ml]|km2|ha|hl|ML|[kMG]?W[cp]|h?m3|q)$/`,
    'the name of one unit',
  ],
])

/** Expressions as literals, by the file in which they stand. */
function literals(): Map<string, string> {
  const found = new Map<string, string>()
  for (const folder of ['pipeline', 'site']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${name}`
      if (!/\.tsx?$/.test(path) || LEFT_OUT.test(path)) continue
      const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) found.set(node.text, path)
        ts.forEachChild(node, visit)
      }
      visit(ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true, kind))
    }
  }
  return found
}

/** Expressions that are put together from lexicons while modules load and documents in both languages are analysed. */
async function composed(): Promise<Set<string>> {
  const found = new Set<string>()
  const Original = globalThis.RegExp
  const record = (expression: RegExp) => {
    found.add(String(expression))
    return expression
  }
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, args, as) => record(Reflect.construct(target, args, as)),
    apply: (target, self, args) => record(Reflect.apply(target, self, args)),
  })
  try {
    const { textAnalyzer } = await import('../library.ts')
    const analyze = textAnalyzer()
    for (const name of ['xiaomi-cop28.md', 'net-zero-vocabulary.md'])
      analyze(readFileSync(join(root, 'content', 'articles', name), 'utf8'), name)
  } finally {
    globalThis.RegExp = Original
  }
  return found
}

async function complexityOf(expression: string): Promise<string | null> {
  const end = expression.lastIndexOf('/')
  const result = await check(expression.slice(1, end), expression.slice(end + 1), { timeout: 60_000 })
  if (result.status === 'safe') return null
  if (result.status === 'unknown') return `unknown: ${result.error.kind}`
  const { type } = result.complexity
  if (type === 'polynomial' && result.complexity.degree === 2) return SHORT_TEXT.has(expression) ? null : 'quadratic'
  return `${type}, for example on ${result.attack.pattern}`
}

test('no regular expression backtracks more than its text allows', async () => {
  const expressions = literals()
  const made = await composed()
  expect(made.size).toBeGreaterThan(0)
  for (const expression of made) if (!expressions.has(expression)) expressions.set(expression, 'composed')
  const slow: string[] = []
  for (const [expression, path] of expressions) {
    const complexity = await complexityOf(expression)
    if (complexity !== null) slow.push(`${path}: ${expression} is ${complexity}`)
  }
  expect(slow).toEqual([])
}, 300_000)
