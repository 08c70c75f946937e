import type { AnalysisSummary, DocumentAnalysis, Evidence, Message } from '../model.ts'
import type { CacheKey } from './cache.ts'

/** What a build keeps of a file's result. */
export type MergedResult =
  | {
      path: string
      /** Digest of the file's bytes, its place, and what it was analysed with. */
      key: CacheKey
      summary: AnalysisSummary
      /** The whole analysis where it is kept as a value; else the store has it. */
      analysis: DocumentAnalysis | null
    }
  | { path: string; key: null; messages: readonly Message[] }

/** Results by path. */
export type MergedResults = ReadonlyMap<string, MergedResult>

/**
 * Adds results to those that are there. Which comes first, how they are grouped, and whether one comes twice makes no
 * difference: of two results with one key one is kept, an analysis stands before a failure to make it, and of two failures
 * the one with the lesser messages. `merged` is changed, and grows by what is new alone.
 *
 * @throws when one file has two analyses that differ by key: they are of two states of the content.
 */
export function mergeResults(merged: Map<string, MergedResult>, results: Iterable<MergedResult>): MergedResults {
  for (const result of results) {
    const known = merged.get(result.path)
    merged.set(result.path, known === undefined ? result : join(known, result))
  }
  return merged
}

function join(known: MergedResult, result: MergedResult): MergedResult {
  if (known.key !== null && result.key !== null) {
    if (known.key !== result.key)
      throw new Error(`${known.path} has two analyses of different texts or versions; build again`)
    return known
  }
  if (known.key !== null) return known
  if (result.key !== null) return result
  return JSON.stringify(known.messages) <= JSON.stringify(result.messages) ? known : result
}

/** What `connect` reads of an analysis. */
export function summaryOf(analysis: DocumentAnalysis): AnalysisSummary {
  const { text: _text, blocks: _blocks, sections: _sections, html: _html, ...summary } = analysis
  return summary
}

/**
 * What the graph needs of an analysis: its summary, in which equal strings, and passages of the same span, are one value.
 * Most of a summary quotes the same few sentences, so this takes a third off. The analysis, fresh from JSON, is changed.
 */
export function reduceAnalysis(analysis: DocumentAnalysis): AnalysisSummary {
  const strings = new Map<string, string>()
  const passages = new Map<string, Evidence>()
  const sections = new Map<string, readonly string[]>()
  const passageOf = (evidence: Evidence): Evidence => {
    const key = `${evidence.start} ${evidence.end}`
    const known = passages.get(key)
    if (known !== undefined) return known
    const section = JSON.stringify(evidence.section)
    const kept = sections.get(section)
    if (kept === undefined) sections.set(section, evidence.section)
    else (evidence as Writable<Evidence>).section = kept
    passages.set(key, evidence)
    return evidence
  }
  const summary = summaryOf(analysis)
  for (const claim of summary.relations as Writable<AnalysisSummary['relations'][number]>[])
    claim.evidence = passageOf(claim.evidence)
  for (const claim of summary.targets as Writable<AnalysisSummary['targets'][number]>[]) {
    claim.evidence = passageOf(claim.evidence)
    const fields = claim.fields as Record<string, Evidence>
    for (const name of Object.keys(fields)) fields[name] = passageOf(fields[name] as Evidence)
  }
  for (const link of summary.links as Writable<AnalysisSummary['links'][number]>[])
    if (link.evidence !== null) link.evidence = passageOf(link.evidence)
  shareStrings(summary, strings)
  return summary
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Replaces strings within a JSON value by the first that equals them. */
function shareStrings(value: object, strings: Map<string, string>): void {
  const container = value as Record<string, unknown>
  for (const key of Object.keys(container)) {
    const item = container[key]
    if (typeof item === 'object' && item !== null) shareStrings(item, strings)
    else if (typeof item === 'string') {
      const known = strings.get(item)
      if (known === undefined) strings.set(item, item)
      else container[key] = known
    }
  }
}
