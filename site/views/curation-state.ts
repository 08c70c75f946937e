import type { Category, Predicate } from '../../pipeline/model.ts'
import { EDGE_RELATIONS, type SiteTarget } from '../data.ts'
import { categoryOf, labelOf, type Network } from '../network.ts'
import { addEdit, type Edit, keyOfEdit, type Reference, type RelationKey, type TargetKey } from './curation-patch.ts'

/** Something the panel follows: a signal of the page is one. */
export interface Followed<T> {
  peek(): T
  subscribe(react: (value: T) => void): () => void
}

/** The edits of this site, kept in the browser under the site's title where the browser lets it. */
export class EditList implements Followed<readonly Edit[]> {
  readonly #key: string
  readonly #listeners = new Set<(edits: readonly Edit[]) => void>()
  #edits: readonly Edit[]
  /** Whether edits outlive the page. */
  isKept = true

  constructor(title: string) {
    // A site opened from a file shares its storage with all others: its place tells them apart.
    this.#key = `maillage-curation ${location.pathname.replace(/[^/]*$/, '')} ${title}`
    this.#edits = this.#read()
  }

  peek(): readonly Edit[] {
    return this.#edits
  }

  subscribe(react: (edits: readonly Edit[]) => void): () => void {
    this.#listeners.add(react)
    return () => this.#listeners.delete(react)
  }

  add(edit: Edit): void {
    this.#set(addEdit(this.#edits, edit))
  }

  remove(edit: Edit): void {
    const key = keyOfEdit(edit)
    this.#set(this.#edits.filter((other) => keyOfEdit(other) !== key))
  }

  clear(): void {
    this.#set([])
  }

  #set(edits: readonly Edit[]): void {
    this.#edits = edits
    try {
      localStorage.setItem(this.#key, JSON.stringify(edits))
    } catch {
      // Full, or refused: the panel says so.
      this.isKept = false
    }
    for (const react of this.#listeners) react(edits)
  }

  #read(): readonly Edit[] {
    try {
      const edits: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]')
      return Array.isArray(edits) ? edits : []
    } catch {
      this.isKept = false
      return []
    }
  }
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Finds nodes of entities by what they are called, and says how `entities.yml` points at them. */
export class Names {
  readonly #network: Network
  readonly #byLabel = new Map<string, number[]>()

  constructor(network: Network) {
    this.#network = network
    for (const n of network.ranking) {
      if (!isEntity(network, n)) continue
      const key = fold(labelOf(network, n))
      const list = this.#byLabel.get(key)
      if (list) list.push(n)
      else this.#byLabel.set(key, [n])
    }
  }

  /** By the label, with the category where several share it. */
  reference(n: number): Reference {
    const name = labelOf(this.#network, n)
    const alike = this.#byLabel.get(fold(name)) ?? []
    return alike.length < 2 ? name : { name, category: categoryOf(this.#network, n) as Category }
  }

  /** What stands in a list of suggestions: a label, with the category where several share it. */
  title(n: number): string {
    const of = this.reference(n)
    return typeof of === 'string' ? of : `${of.name} (${of.category})`
  }

  byTitle(title: string): number | null {
    const found = this.#byLabel.get(fold(title.replace(/ \([a-z]+\)$/, ''))) ?? []
    const exact = this.#byLabel.get(fold(title)) ?? []
    return found.find((n) => fold(this.title(n)) === fold(title)) ?? exact[0] ?? null
  }

  /** Titles that hold what was typed, the most telling first. */
  suggest(typed: string, not: number): readonly string[] {
    const key = fold(typed)
    const titles: string[] = []
    for (const [label, nodes] of this.#byLabel) {
      if (!label.includes(key)) continue
      for (const n of nodes) if (n !== not) titles.push(this.title(n))
      if (titles.length >= 12) break
    }
    return titles
  }
}

export function isEntity(network: Network, n: number): boolean {
  return categoryOf(network, n) !== 'document' && categoryOf(network, n) !== 'target'
}

export function relationKey(network: Network, names: Names, edge: number): RelationKey {
  const { source, target, relation } = network.site.edges
  return {
    subject: names.reference(source[edge] as number),
    predicate: EDGE_RELATIONS[relation[edge] as number] as Predicate,
    object: names.reference(target[edge] as number),
  }
}

/** What tells a target from all others; its sentence where figures do not. */
export function targetKey(names: Names, target: SiteTarget, all: readonly SiteTarget[]): TargetKey {
  const { actor, kind, value, targetYear, passages } = target
  const alike = all.filter(
    (other) =>
      other.actor === actor &&
      other.kind === kind &&
      (value === null || other.value === value) &&
      (targetYear === null || other.targetYear === targetYear),
  )
  const quote = actor === null || alike.length > 1 ? passages[0]?.exact : undefined
  return {
    ...(actor === null ? {} : { actor: names.reference(actor) }),
    kind,
    ...(value === null ? {} : { value }),
    ...(targetYear === null ? {} : { targetYear }),
    ...(quote === undefined ? {} : { quote }),
  }
}

/** A mention in an article that was picked. */
export interface PickedMention {
  node: number
  document: string
  exact: string
  /** The sentence around it. */
  quote: string
}

/** The mention that an element of the reader is part of, with its sentence as the browser tells sentences apart. */
export function mentionAt(element: Element, document: string, lang: string): PickedMention | null {
  const mark = element.closest<HTMLElement>('mark[data-node]')
  const block = mark?.closest<HTMLElement>('[data-start]')
  if (!mark || !block) return null
  const parts = [...block.querySelectorAll<HTMLElement>(`mark[data-mention="${mark.dataset.mention}"]`)]
  let text = ''
  let start = -1
  let end = -1
  const walker = globalThis.document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('[data-skip]')) continue
    if (parts.some((part) => part.contains(node))) {
      if (start < 0) start = text.length
      end = text.length + (node.textContent?.length ?? 0)
    }
    text += node.textContent
  }
  if (start < 0) return null
  const sentences = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)
  const from = sentences.containing(start)?.index ?? 0
  const last = sentences.containing(Math.max(start, end - 1))
  const quote = text.slice(from, last ? last.index + last.segment.length : text.length).trim()
  return { node: Number(mark.dataset.node), document, exact: text.slice(start, end), quote }
}
