import type { Category, Predicate, TargetKind, TargetStatus } from '../../pipeline/model.ts'

/** What an edit is about, as `entities.yml` points at it. */
export type Reference = string | { name: string; category?: Category; document?: string; quote?: string }

export type Verdict = 'confirm' | 'reject' | 'amend'

export interface RelationKey {
  subject: Reference
  predicate: Predicate
  object: Reference
}

export interface TargetKey {
  actor?: Reference
  kind: TargetKind
  value?: number
  targetYear?: number
  quote?: string
}

export interface TargetAmendment {
  actor?: Reference | null
  kind?: TargetKind
  status?: TargetStatus
  metric?: string
  value?: number | null
  unit?: string | null
  baselineYear?: number | null
  targetYear?: number | null
  scope?: string | null
}

/** One thing that somebody said about the graph. */
export type Edit =
  | { kind: 'label'; of: Reference; label: string }
  | { kind: 'category'; of: Reference; category: Category }
  | { kind: 'alias'; of: Reference; alias: string }
  | { kind: 'ignore'; of: Reference }
  | { kind: 'same'; of: Reference; other: Reference }
  | { kind: 'different'; of: Reference; other: Reference }
  | { kind: 'split'; of: Reference; mention: Reference; category?: Category; label?: string }
  | { kind: 'relation'; verdict: Verdict; of: RelationKey; change?: Partial<RelationKey> & { title?: string } }
  | { kind: 'target'; verdict: Verdict; of: TargetKey; change?: TargetAmendment }

/** Two edits with one key cannot both hold: the later takes the place of the earlier. */
export function keyOfEdit(edit: Edit): string {
  switch (edit.kind) {
    case 'label':
    case 'category':
    case 'ignore':
      return JSON.stringify([edit.kind, edit.of])
    case 'alias':
      return JSON.stringify([edit.kind, edit.of, edit.alias])
    case 'same':
    case 'different':
      return JSON.stringify(['identity', [JSON.stringify(edit.of), JSON.stringify(edit.other)].sort()])
    case 'split':
      return JSON.stringify([edit.kind, edit.mention])
    case 'relation':
    case 'target':
      return JSON.stringify([edit.kind, edit.of])
  }
}

/** `edits` with one more, in the place of what it contradicts. */
export function addEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const key = keyOfEdit(edit)
  return [...edits.filter((other) => keyOfEdit(other) !== key), edit]
}

type Value = string | number | null | { readonly [key: string]: Value } | readonly Value[]
type Fields = { [key: string]: Value }

/**
 * Edits as an `entities.yml` that holds them and nothing else, valid against `entities.schema.json`. What is said of one
 * entity is one entry; lists are in the order of the edits.
 */
export function formatPatch(edits: readonly Edit[]): string {
  const entities = new Map<string, Fields>()
  const lists: Record<'ignore' | 'same' | 'different' | 'relations' | 'targets', Value[]> = {
    ignore: [],
    same: [],
    different: [],
    relations: [],
    targets: [],
  }
  const entity = (of: Reference, fields: Fields) => {
    const key = JSON.stringify(of)
    const known = entities.get(key) ?? { name: plain(of) }
    entities.set(key, known)
    for (const [name, value] of Object.entries(fields)) known[name] = value
    return known
  }
  for (const edit of edits) {
    switch (edit.kind) {
      case 'label':
        entity(edit.of, { label: edit.label })
        break
      case 'category':
        entity(edit.of, { category: edit.category })
        break
      case 'alias': {
        const known = entity(edit.of, {})
        known.aliases = [...((known.aliases as readonly Value[] | undefined) ?? []), edit.alias]
        break
      }
      case 'ignore':
        lists.ignore.push(plain(edit.of))
        break
      case 'same':
      case 'different':
        lists[edit.kind].push([plain(edit.of), plain(edit.other)])
        break
      case 'split': {
        const { category, label } = edit
        lists.different.push([plain(edit.of), plain(edit.mention)])
        if (category || label) entity(edit.mention, { ...(category ? { category } : {}), ...(label ? { label } : {}) })
        break
      }
      case 'relation':
      case 'target':
        lists[`${edit.kind}s`].push({
          verdict: edit.verdict,
          ...fieldsOf(edit.of),
          ...(edit.change ? { change: fieldsOf(edit.change) } : {}),
        })
    }
  }
  const parts = Object.entries({ entities: [...entities.values()], ...lists })
  const text = parts.flatMap(([name, items]) =>
    items.length === 0 ? [] : [`${name}:\n${items.map((item) => `  - ${flow(item)}\n`).join('')}`],
  )
  return text.length === 0 ? '{}\n' : text.join('')
}

function plain(of: Reference): Value {
  return typeof of === 'string' ? of : fieldsOf(of)
}

/** The fields that are given. */
function fieldsOf(value: object): Fields {
  return JSON.parse(JSON.stringify(value))
}

/** YAML in flow style: JSON, but for names and keys that need no quotes. */
function flow(value: Value): string {
  if (typeof value === 'string') return scalar(value)
  if (value === null || typeof value === 'number') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  const fields = Object.entries(value).map(([key, item]) => `${key}: ${flow(item)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/** Letters, digits and what cannot mean anything to YAML between them; no word that YAML takes for something else. */
const SAFE = /^\p{L}[\p{L}\p{M}\p{N}’.()/& -]*$/u
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i

function scalar(text: string): string {
  if (SAFE.test(text) && !text.endsWith(' ') && !RESERVED.test(text) && !text.includes(' &')) return text
  // Half a surrogate pair, and separators of lines that JSON leaves as they are.
  return JSON.stringify(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
