import type { Category, Span } from '../model.ts'
import { TAGGED_CATEGORIES } from './labels.ts'

/** A name, found or wanted. */
export interface ScoredName extends Span {
  category: Category
  confidence?: number
}

/** A name found wrongly (its category is another, or nothing is named there), or missed. */
export interface NameError {
  kind: 'category' | 'spurious' | 'missed'
  name: ScoredName
  /** For `category`: what it is. */
  wanted?: Category
}

export interface Figures {
  /** Shares from 0 to 1. */
  precision: number
  recall: number
  f1: number
  /** Names in the gold. */
  wanted: number
}

interface Counts {
  right: number
  found: number
  wanted: number
}

/** Counts names by exact span: `typed` (the category is right too), `spans`, each category, and each group of texts. */
export class NameScore {
  readonly #counts = new Map<string, Counts>()
  readonly #calibration: { confidence: number; right: boolean }[] = []

  /** Counts one text’s names; `group` is a kind of its own. Returns what is wrong. */
  add(got: readonly ScoredName[], want: readonly ScoredName[], group?: string): NameError[] {
    const errors: NameError[] = []
    const wanted = new Map(want.map((name) => [`${name.start}-${name.end}`, name]))
    const found = new Set<string>()
    for (const name of got) {
      const key = `${name.start}-${name.end}`
      found.add(key)
      const gold = wanted.get(key)
      const right = gold?.category === name.category
      if (name.confidence !== undefined) this.#calibration.push({ confidence: name.confidence, right })
      this.#count('spans', gold === undefined ? 0 : 1, 1, 0)
      for (const kind of kindsOf(name, group)) this.#count(kind, right ? 1 : 0, 1, 0)
      if (gold === undefined) errors.push({ kind: 'spurious', name })
      else if (!right) errors.push({ kind: 'category', name, wanted: gold.category })
    }
    for (const name of want) {
      this.#count('spans', 0, 0, 1)
      for (const kind of kindsOf(name, group)) this.#count(kind, 0, 0, 1)
      if (!found.has(`${name.start}-${name.end}`)) errors.push({ kind: 'missed', name })
    }
    return errors
  }

  #count(kind: string, right: number, found: number, wanted: number): void {
    const counts = this.#counts.get(kind) ?? { right: 0, found: 0, wanted: 0 }
    counts.right += right
    counts.found += found
    counts.wanted += wanted
    this.#counts.set(kind, counts)
  }

  /** Figures by kind: `typed`, `spans`, the categories in their order, then groups by name. */
  figures(): Map<string, Figures> {
    const order: readonly string[] = ['typed', 'spans', ...TAGGED_CATEGORIES]
    const groups = [...this.#counts.keys()].filter((kind) => !order.includes(kind)).sort()
    const figures = new Map<string, Figures>()
    for (const kind of [...order, ...groups]) {
      const counts = this.#counts.get(kind)
      if (counts === undefined) continue
      const { right, found, wanted } = counts
      figures.set(kind, {
        precision: right / Math.max(1, found),
        recall: right / Math.max(1, wanted),
        f1: (2 * right) / Math.max(1, found + wanted),
        wanted,
      })
    }
    return figures
  }

  /**
   * Names in ten bins of confidence (mean confidence, share right, how many), and the expected calibration error: how far
   * the two are apart in the mean (Naeini et al., AAAI 2015).
   */
  calibration(): { bins: { confidence: number; right: number; count: number }[]; error: number } {
    const bins = []
    let error = 0
    for (let bin = 0; bin < 10; bin++) {
      const inBin = this.#calibration.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
      const count = inBin.length
      if (count === 0) continue
      const confidence = inBin.reduce((sum, { confidence }) => sum + confidence, 0) / count
      const right = inBin.filter(({ right }) => right).length / count
      error += (Math.abs(confidence - right) * count) / this.#calibration.length
      bins.push({ confidence, right, count })
    }
    return { bins, error }
  }
}

function kindsOf({ category }: ScoredName, group: string | undefined): string[] {
  return group === undefined ? ['typed', category] : ['typed', category, group]
}

/** One line that shows an error with what stands around it. */
export function formatNameError(text: string, { kind, name, wanted }: NameError): string {
  const { start, end, category, confidence } = name
  const what = kind === 'category' ? `${category}, wanted ${wanted}` : `${kind} ${category}`
  const around = text.slice(Math.max(0, start - 25), end + 15).replaceAll('\n', '⏎')
  return `  ${what} ${JSON.stringify(text.slice(start, end))} ${confidence ?? ''} …${around}`
}
