import type { VFile } from 'vfile'
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Range,
  type YAMLMap,
} from 'yaml'
import { CATEGORIES, PREDICATES, TARGET_KINDS, TARGET_STATUSES } from '../model.ts'
import type {
  CuratedEntity,
  Curation,
  CurationPlace,
  EntityReference,
  IdentityJudgement,
  RelationCorrection,
  TargetCorrection,
  Verdict,
} from './curation.ts'

const VERDICTS: readonly Verdict[] = ['confirm', 'reject', 'amend']

/**
 * Reads `entities.yml`; an empty file is no curation. What is not as it should be is reported on `file` with line and
 * column (rule ids `yaml`, `curation-syntax`) and left out, the rest is kept.
 */
export function readCuration(file: VFile): Curation {
  const lines = new LineCounter()
  const document = parseDocument(String(file), { lineCounter: lines, prettyErrors: false })
  const reader = new Reader(file, lines)
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    reader.report(message, reader.placeAt(pos[0]), 'yaml')
  }
  const curation: Curation = {
    path: file.path ?? 'entities.yml',
    entities: [],
    ignore: [],
    same: [],
    different: [],
    relations: [],
    targets: [],
  }
  const root = document.contents
  if (document.errors.length > 0 || root === null || (isScalar(root) && root.value === null)) return curation
  const fields = reader.map(root, ['entities', 'ignore', 'same', 'different', 'relations', 'targets'])
  return {
    path: curation.path,
    entities: reader.list(fields?.get('entities'), (node) => readEntity(reader, node)),
    ignore: reader.list(fields?.get('ignore'), (node) => readReference(reader, node)),
    same: reader.list(fields?.get('same'), (node) => readJudgement(reader, node)),
    different: reader.list(fields?.get('different'), (node) => readJudgement(reader, node)),
    relations: reader.list(fields?.get('relations'), (node) => readRelation(reader, node)),
    targets: reader.list(fields?.get('targets'), (node) => readTarget(reader, node)),
  }
}

type Fields = ReadonlyMap<string, Node>

/** Reads values out of YAML nodes, reporting what it does not expect where it stands. */
class Reader {
  readonly #file: VFile
  readonly #lines: LineCounter

  constructor(file: VFile, lines: LineCounter) {
    this.#file = file
    this.#lines = lines
  }

  placeAt(offset: number): CurationPlace {
    const { line, col } = this.#lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }

  place(node: Node): CurationPlace {
    return this.placeAt((node.range as Range | null | undefined)?.[0] ?? 0)
  }

  report(reason: string, place: CurationPlace, ruleId = 'curation-syntax') {
    this.#file.message(reason, { place, ruleId, source: 'maillage' })
  }

  unexpected(node: Node, expected: string): null {
    this.report(`Unexpected ${describe(node)}, expected ${expected}`, this.place(node))
    return null
  }

  map(node: Node, allowed: readonly string[]): Fields | null {
    if (!isMap(node)) return this.unexpected(node, `fields (${allowed.join(', ')})`)
    const fields = new Map<string, Node>()
    for (const { key, value } of (node as YAMLMap<Node, Node | null>).items as Pair<Node, Node | null>[]) {
      const name = isScalar(key) ? String(key.value) : ''
      if (!allowed.includes(name)) this.unexpected(key, `one of ${allowed.join(', ')}`)
      else if (value !== null) fields.set(name, value)
    }
    return fields
  }

  list<T>(node: Node | undefined, read: (item: Node) => T | null): T[] {
    if (node === undefined || (isScalar(node) && node.value === null)) return []
    if (!isSeq(node)) {
      this.unexpected(node, 'a list')
      return []
    }
    const items: T[] = []
    for (const item of node.items as Node[]) {
      const value = read(item)
      if (value !== null) items.push(value)
    }
    return items
  }

  text(node: Node | undefined, expected = 'text'): string | null {
    if (node === undefined) return null
    const value = isScalar(node) ? node.value : null
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    // A name such as `1984` or `yes` need not be quoted.
    if (typeof value === 'number' || typeof value === 'boolean')
      return (node as { source?: string }).source ?? String(value)
    return this.unexpected(node, expected)
  }

  number(node: Node | undefined): number | null {
    if (node === undefined || (isScalar(node) && node.value === null)) return null
    if (isScalar(node) && typeof node.value === 'number' && Number.isFinite(node.value)) return node.value
    return this.unexpected(node, 'a number')
  }

  oneOf<T extends string>(node: Node | undefined, values: readonly T[]): T | null {
    if (node === undefined) return null
    const value = isScalar(node) ? node.value : null
    return values.find((known) => known === value) ?? this.unexpected(node, `one of ${values.join(', ')}`)
  }

  required(node: Node, fields: Fields, names: readonly string[]): boolean {
    const missing = names.filter((name) => !fields.has(name))
    if (missing.length > 0) this.report(`Missing ${missing.map((name) => `\`${name}\``).join(', ')}`, this.place(node))
    return missing.length === 0
  }
}

function describe(node: Node): string {
  if (isMap(node)) return 'fields'
  if (isSeq(node)) return 'list'
  return isScalar(node) && node.value !== null && node.value !== '' ? `\`${String(node.value)}\`` : 'empty value'
}

function readReference(reader: Reader, node: Node): EntityReference | null {
  const place = reader.place(node)
  if (isMap(node)) {
    const fields = reader.map(node, ['name', 'category', 'document', 'quote']) as Fields
    if (!reader.required(node, fields, fields.has('quote') ? ['name', 'document'] : ['name'])) return null
    const name = reader.text(fields.get('name'))
    if (name === null) return null
    const category = reader.oneOf(fields.get('category'), CATEGORIES)
    return {
      name,
      category,
      document: reader.text(fields.get('document')),
      quote: reader.text(fields.get('quote')),
      place,
    }
  }
  const name = reader.text(node, 'a name')
  return name === null ? null : { name, category: null, document: null, quote: null, place }
}

function readEntity(reader: Reader, node: Node): CuratedEntity | null {
  const fields = reader.map(node, ['name', 'category', 'label', 'description', 'aliases', 'sameAs'])
  if (fields === null || !reader.required(node, fields, ['name'])) return null
  const reference = readReference(reader, fields.get('name') as Node)
  if (reference === null) return null
  return {
    reference,
    category: reader.oneOf(fields.get('category'), CATEGORIES),
    label: reader.text(fields.get('label')),
    description: reader.text(fields.get('description')),
    aliases: reader.list(fields.get('aliases'), (item) => reader.text(item, 'a name')),
    sameAs: reader.list(fields.get('sameAs'), (item) => readAddress(reader, item)),
  }
}

function readAddress(reader: Reader, node: Node): string | null {
  const text = reader.text(node, 'an address')
  if (text === null) return null
  return /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(text) ? text : reader.unexpected(node, 'an http or https address')
}

function readJudgement(reader: Reader, node: Node): IdentityJudgement | null {
  if (!isSeq(node)) return reader.unexpected(node, 'a list of two names or more')
  const references = reader.list(node, (item) => readReference(reader, item))
  if (references.length < 2) return reader.unexpected(node, 'two names or more')
  return { references, place: reader.place(node) }
}

function readRelation(reader: Reader, node: Node): RelationCorrection | null {
  const fields = reader.map(node, ['verdict', 'subject', 'predicate', 'object', 'quote', 'change'])
  if (fields === null || !reader.required(node, fields, ['verdict', 'subject', 'predicate', 'object'])) return null
  const verdict = reader.oneOf(fields.get('verdict'), VERDICTS)
  const subject = readReference(reader, fields.get('subject') as Node)
  const predicate = reader.oneOf(fields.get('predicate'), PREDICATES)
  const object = readReference(reader, fields.get('object') as Node)
  if (verdict === null || subject === null || predicate === null || object === null) return null
  const change: RelationCorrection['change'] = {}
  const changed = readChange(reader, node, fields, verdict, ['subject', 'predicate', 'object', 'title'])
  if (changed === null) return null
  for (const [name, value] of changed) {
    if (name === 'predicate') change.predicate = reader.oneOf(value, PREDICATES) ?? predicate
    else if (name === 'title') change.title = reader.text(value)
    else {
      const reference = readReference(reader, value)
      if (reference !== null) change[name as 'subject' | 'object'] = reference
    }
  }
  return {
    verdict,
    subject,
    predicate,
    object,
    quote: reader.text(fields.get('quote')),
    change,
    place: reader.place(node),
  }
}

const TARGET_NUMBERS = ['value', 'baselineYear', 'baselineValue', 'startYear', 'targetYear'] as const
const TARGET_CHANGES = ['actor', 'kind', 'status', 'metric', 'unit', 'scope', ...TARGET_NUMBERS] as const

function readTarget(reader: Reader, node: Node): TargetCorrection | null {
  const fields = reader.map(node, ['verdict', 'actor', 'kind', 'value', 'targetYear', 'quote', 'change'])
  if (fields === null || !reader.required(node, fields, ['verdict'])) return null
  const verdict = reader.oneOf(fields.get('verdict'), VERDICTS)
  if (verdict === null) return null
  if (!['actor', 'kind', 'value', 'targetYear', 'quote'].some((name) => fields.has(name))) {
    reader.report(
      'Missing what tells the target from others: `actor`, `kind`, `value`, `targetYear` or `quote`',
      reader.place(node),
    )
    return null
  }
  const changed = readChange(reader, node, fields, verdict, TARGET_CHANGES)
  if (changed === null) return null
  const change: TargetCorrection['change'] = {}
  for (const [name, value] of changed) {
    switch (name as (typeof TARGET_CHANGES)[number]) {
      case 'actor': {
        const actor = isNull(value) ? null : readReference(reader, value)
        if (actor !== null || isNull(value)) change.actor = actor
        break
      }
      case 'kind': {
        const kind = reader.oneOf(value, TARGET_KINDS)
        if (kind !== null) change.kind = kind
        break
      }
      case 'status': {
        const status = reader.oneOf(value, TARGET_STATUSES)
        if (status !== null) change.status = status
        break
      }
      case 'metric': {
        const metric = reader.text(value)
        if (metric !== null) change.metric = metric
        break
      }
      case 'unit':
      case 'scope':
        change[name as 'unit' | 'scope'] = isNull(value) ? null : reader.text(value)
        break
      default:
        change[name as (typeof TARGET_NUMBERS)[number]] = reader.number(value)
    }
  }
  const actor = fields.get('actor')
  return {
    verdict,
    actor: actor === undefined ? null : readReference(reader, actor),
    kind: reader.oneOf(fields.get('kind'), TARGET_KINDS),
    value: reader.number(fields.get('value')),
    targetYear: reader.number(fields.get('targetYear')),
    quote: reader.text(fields.get('quote')),
    change,
    place: reader.place(node),
  }
}

const isNull = (node: Node) => isScalar(node) && node.value === null

/** What `change` holds; null, and reported, where it does not go with the verdict. */
function readChange(
  reader: Reader,
  node: Node,
  fields: Fields,
  verdict: Verdict,
  allowed: readonly string[],
): Fields | null {
  const change = fields.get('change')
  if (verdict !== 'amend') {
    if (change !== undefined)
      reader.report('Unexpected `change`, expected only with `verdict: amend`', reader.place(change))
    return new Map()
  }
  if (change === undefined) {
    reader.report('Missing `change`', reader.place(node))
    return null
  }
  return reader.map(change, allowed)
}
