import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap, YAMLSeq } from 'yaml'

/** What a merge did, by the list it did it to. */
export interface MergedCuration {
  text: string
  /** Entries that were added, and those that the file had already. */
  added: number
  known: number
}

/**
 * An `entities.yml` with the entries of another after its own, comments and order kept. What the file says already is not
 * added again. Entries of `entities` about the same name are one entry: fields that the patch gives take the place of the
 * file's, aliases and addresses are added to.
 *
 * @throws when one of the two is no YAML, or holds something else than lists.
 */
export function mergeCuration(existing: string, patch: string): MergedCuration {
  const document = parse(existing, 'entities.yml')
  const { contents } = parse(patch, 'the corrections')
  let added = 0
  let known = 0
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    document.contents = document.createNode({}) as unknown as typeof document.contents
  const root = document.contents as unknown as YAMLMap<Node, Node | null>
  for (const { key, value } of contents === null ? [] : (contents as YAMLMap<Node, Node | null>).items) {
    const name = String(isScalar(key) ? key.value : key)
    if (!isSeq(value)) throw new Error(`merge-curation: unexpected \`${name}\` in the corrections, expected a list`)
    let list = root.get(name, true) as unknown
    if (!isSeq(list)) {
      if (list !== undefined && !(isScalar(list) && list.value === null))
        throw new Error(`merge-curation: unexpected \`${name}\` in entities.yml, expected a list`)
      list = new YAMLSeq()
      root.set(document.createNode(name), list as Node)
    }
    const own = list as YAMLSeq<Node>
    // What stood as `[]` grows into a list of lines.
    if (own.items.length === 0) own.flow = false
    const texts = new Set(own.items.map((item) => JSON.stringify(item)))
    for (const item of value.items as Node[]) {
      const text = JSON.stringify(item)
      const same =
        name === 'entities' ? own.items.find((other) => isMap(other) && nameOf(other) === nameOf(item)) : undefined
      if (texts.has(text)) known++
      else if (same !== undefined && isMap(item)) added += mergeEntity(same as YAMLMap, item as YAMLMap) ? 1 : 0
      else {
        own.items.push(item)
        texts.add(text)
        added++
      }
    }
  }
  return { text: document.toString({ lineWidth: 0, flowCollectionPadding: true }), added, known }
}

function parse(text: string, what: string) {
  const document = parseDocument(text, { prettyErrors: true })
  const [error] = document.errors
  if (error) throw new Error(`merge-curation: ${what} cannot be read: ${error.message}`)
  const { contents } = document
  if (contents !== null && !isMap(contents) && !(isScalar(contents) && contents.value === null))
    throw new Error(`merge-curation: unexpected ${what}, expected lists by name`)
  if (isScalar(contents)) document.contents = null
  return document
}

const nameOf = (entry: unknown) => (isMap(entry) ? JSON.stringify(entry.get('name', true)) : undefined)

function mergeEntity(own: YAMLMap, other: YAMLMap): boolean {
  const before = JSON.stringify(own)
  for (const { key, value } of other.items) {
    const name = String(isScalar(key) ? key.value : key)
    const list = own.get(name, true)
    if (isSeq(list) && isSeq(value)) {
      const texts = new Set(list.items.map((item) => JSON.stringify(item)))
      for (const item of value.items) if (!texts.has(JSON.stringify(item))) list.items.push(item)
    } else if (JSON.stringify(list) !== JSON.stringify(value)) own.set(key, value)
  }
  return JSON.stringify(own) !== before
}
