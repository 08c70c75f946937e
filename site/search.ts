import MiniSearch, { type Query } from 'minisearch'
import type { NamesShard, RelationShard, SitePassage, TargetShard } from './data.ts'
import { fold } from './fold.ts'
import { labelOf, type Network } from './network.ts'
import { register } from './register.ts'
import { chosenDocuments, type Filters, nodePasses } from './state.ts'

export type SearchResult = { node: number; alias?: string } | { passage: SitePassage }

export interface Searcher {
  /** The best nodes, then passages that hold every word; at most so many of each. */
  find(query: string, filters: Filters, most: { nodes: number; passages: number }): SearchResult[]
}

/** What search asks the page for; each rejects when it cannot be had. */
export interface SearchData {
  loadNames(): Promise<NamesShard>
  loadTargets(): Promise<TargetShard>
  loadRelations(shard: number): Promise<RelationShard>
}

/** Characters of a query that count: what is longer was pasted, and would take very long. */
const LONGEST = 200
/** Letters from which on a word may have errors enough for two of them to be exchanged. */
const LONG_WORD = 7

export type CreateSearcher = (network: Network, data: SearchData, onMore: () => void) => Searcher

interface Entry {
  id: number
  label: string
  aliases: string
}

/**
 * Search over names, aliases, targets, articles and passages; accents, case and small typing errors do not matter. What is
 * loaded later (aliases, passages) is found as soon as it is there; `onMore` tells.
 */
export const createSearcher: CreateSearcher = (network, data, onMore) => {
  const aliases = new Map<number, readonly string[]>()
  const engine = new MiniSearch<Entry>({
    fields: ['label', 'aliases'],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.22 : false),
      combineWith: 'AND',
      boost: { label: 2 },
      boostDocument: (id) => 1 + Math.log1p(network.importance[id as number] as number) / 4,
    },
  })
  const folded: string[] = []
  for (let n = 0; n < network.size; n++) folded.push(fold(labelOf(network, n)))
  engine.addAll(folded.map((_, id) => ({ id, label: labelOf(network, id).slice(0, 300), aliases: '' })))

  const passages = new Map<string, { passage: SitePassage; text: string }>()
  const addPassages = (list: readonly SitePassage[]) => {
    for (const passage of list) {
      const key = `${passage.d}:${passage.start}`
      if (!passages.has(key)) passages.set(key, { passage, text: fold(passage.exact) })
    }
  }
  data
    .loadNames()
    .then((names) => {
      for (const { node, aliases: list } of names) {
        if (!list) continue
        aliases.set(node, list)
        engine.replace({ id: node, label: labelOf(network, node).slice(0, 300), aliases: list.join(' ').slice(0, 600) })
      }
      onMore()
    })
    // Names are still found by their labels.
    .catch(onMore)
  data
    .loadTargets()
    .then((targets) => {
      for (const target of targets) addPassages(target.passages)
      onMore()
    })
    .catch(onMore)
  void (async () => {
    for (let shard = 0; shard < network.site.relationShards.length; shard++) {
      for (const { passages: list } of await data.loadRelations(shard)) addPassages(list)
      onMore()
    }
  })().catch(onMore)

  return {
    find(asked, filters, most) {
      const query = asked.slice(0, LONGEST)
      const words = fold(query)
        .split(/[\s'’.,;:!?()«»"-]+/u)
        .filter((word) => word !== '')
      if (words.length === 0) return []
      const results: SearchResult[] = []
      const seen = new Set<number>()
      const add = (node: number) => {
        if (seen.has(node) || results.length >= most.nodes || !nodePasses(network, filters, node)) return
        seen.add(node)
        const label = folded[node] as string
        const alias = words.some((word) => label.includes(word))
          ? undefined
          : aliases.get(node)?.find((name) => words.some((word) => fold(name).includes(word)))
        results.push(alias === undefined ? { node } : { node, alias })
      }
      const found = engine.search(query)
      for (const { id } of found) add(id)
      if (found.length === 0) {
        const queries = words.map((word) => ({ combineWith: 'OR' as const, queries: [word, ...exchanged(word)] }))
        for (const { id } of engine.search({ combineWith: 'AND', queries })) add(id)
      }
      // Scripts that write without spaces are found by any part of a name.
      if (results.length < most.nodes)
        for (const n of network.ranking) if (words.every((word) => (folded[n] as string).includes(word))) add(n)
      if (words.join('').length < 3) return results
      const chosen = chosenDocuments(network, filters)
      let room = most.passages
      for (const { passage, text } of passages.values()) {
        if (room === 0) break
        if ((chosen && !chosen[passage.d]) || !words.every((word) => text.includes(word))) continue
        results.push({ passage })
        room--
      }
      return results
    },
  }
}

/** The words that a short word is once two letters next to each other are put right; longer ones are found as they are. */
function exchanged(word: string): Query[] {
  const letters = [...word]
  if (letters.length < 4 || letters.length >= LONG_WORD) return []
  const queries = letters
    .slice(1)
    .map((letter, i) => [...letters.slice(0, i), letter, letters[i], ...letters.slice(i + 2)].join(''))
  return [{ combineWith: 'OR', fuzzy: false, queries }]
}

register('search', createSearcher)
