import type { Token } from './read-tokens.ts'

/** Phrases of token forms with a value each, found by longest match. */
export interface PhraseTable<T> {
  /** The longest phrase that begins at `tokens[at]`, with the index after it; null when none does. */
  match(tokens: readonly Token[], at: number): { value: T; next: number } | null
  /** The first forms of all phrases. */
  readonly openings: Iterable<string>
}

interface Entry<T> {
  forms: readonly string[]
  value: T
}

/** Keys are token forms joined by spaces (`d' ici à`, `au plus tard en`); several may share one line, separated by `|`. */
export function phraseTable<T>(phrases: Iterable<readonly [string, T]>): PhraseTable<T> {
  const byFirst = new Map<string, Entry<T>[]>()
  for (const [line, value] of phrases) {
    for (const phrase of line.split('|')) {
      const forms = phrase.trim().split(/\s+/)
      const first = forms[0] as string
      const entries = byFirst.get(first)
      if (entries === undefined) byFirst.set(first, [{ forms, value }])
      else entries.push({ forms, value })
    }
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.forms.length - a.forms.length)
  return {
    openings: [...byFirst.keys()],
    match(tokens, at) {
      const token = tokens[at]
      if (token === undefined || token.kind === 'number') return null
      const entries = byFirst.get(token.form)
      if (entries === undefined) return null
      for (const { forms, value } of entries) {
        let k = 1
        while (k < forms.length && tokens[at + k]?.form === forms[k]) k++
        if (k === forms.length) return { value, next: at + k }
      }
      return null
    },
  }
}
