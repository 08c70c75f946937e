import type { Block, DocumentId, Evidence, Knowledge, SourceSpan, Span } from '../model.ts'
import type { ExportDocument } from './export-input.ts'

/** Most failures that are listed one by one. */
const LISTED = 20
const CONTEXT = 32

/**
 * Checks every mention and every piece of evidence in `knowledge` against the texts it came from: `exact` is the text
 * between `start` and `end`, `prefix` and `suffix` what stands around it, and the source span lies within the source of the
 * blocks that the passage runs over. Evidence that names no known document fails too.
 * @throws Error that lists what does not hold.
 */
export function verifyEvidence(knowledge: Knowledge, documents: Iterable<ExportDocument>): void {
  // Hundreds of thousands of passages: whose they are is asked for only where one fails.
  const passages = new Map<DocumentId, Passage[]>(knowledge.documents.map(({ id }) => [id, []]))
  /** What follows the owner in the message. */
  const reasons = new Map<Passage, string>()
  for (const { passage } of claimsOf(knowledge)) {
    const list = passages.get(passage.document)
    if (list) list.push(passage)
    else reasons.set(passage, `: no document “${passage.document}”`)
  }
  for (const document of documents) {
    for (const passage of passages.get(document.id) ?? []) {
      const reason = whatFails(passage, document)
      if (reason !== null) reasons.set(passage, `, ${document.id} ${passage.start}–${passage.end}: ${reason}`)
    }
    passages.delete(document.id)
  }
  const failures: string[] = []
  if (reasons.size > 0) {
    for (const { owner, passage } of claimsOf(knowledge)) {
      const reason = reasons.get(passage)
      if (reason !== undefined) failures.push(`${owner()}${reason}`)
    }
  }
  for (const [id, list] of passages)
    if (list.length > 0) failures.push(`${id}: no text to check ${list.length} passages against`)
  if (failures.length > 0) {
    const more = failures.length > LISTED ? `\n  and ${failures.length - LISTED} more` : ''
    throw new Error(
      `verify-evidence: ${failures.length} passages do not hold\n  ${failures.slice(0, LISTED).join('\n  ')}${more}`,
    )
  }
}

type Passage = Span &
  SourceSpan & { document: DocumentId; exact: string } & Partial<Pick<Evidence, 'prefix' | 'suffix' | 'line'>>

interface Claim {
  owner(): string
  passage: Passage
}

function* claimsOf({ documents, entities, relations, targets }: Knowledge): Iterable<Claim> {
  for (const { id, links = [] } of documents)
    for (const { document, evidence } of links)
      for (const passage of evidence) yield { owner: () => `link from ${id} to ${document}`, passage }

  for (const { id, mentions } of entities) for (const passage of mentions) yield { owner: () => id, passage }
  for (const { id, evidence } of relations)
    for (const passage of evidence) yield { owner: () => `relation ${id}`, passage }
  for (const { id, evidence, fields } of targets) {
    for (const passage of evidence) yield { owner: () => `target ${id}`, passage }
    for (const [field, passage] of Object.entries(fields)) yield { owner: () => `${field} of target ${id}`, passage }
  }
}

function whatFails(passage: Passage, { text, blocks }: ExportDocument): string | null {
  const { start, end, sourceStart, sourceEnd, exact, prefix, suffix, line } = passage
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > text.length) {
    return `no span of a text of ${text.length}`
  }
  if (text.slice(start, end) !== exact) return `the text reads “${text.slice(start, end)}”, not “${exact}”`
  if (prefix !== undefined && !isContext(prefix, text.slice(Math.max(0, start - prefix.length), start), start)) {
    return 'another prefix stands before it'
  }
  if (suffix !== undefined && !isContext(suffix, text.slice(end, end + suffix.length), text.length - end)) {
    return 'another suffix stands after it'
  }
  if (line !== undefined && !(Number.isInteger(line) && line >= 1)) return `no line ${line}`
  const [first, last] = [blockAt(blocks, start), blockAt(blocks, end - 1)]
  if (!first || !last) return 'it stands in no block'
  if (sourceStart >= sourceEnd || sourceStart < first.sourceStart || sourceEnd > last.sourceEnd) {
    return `its source ${sourceStart}–${sourceEnd} is not within its block’s, ${first.sourceStart}–${last.sourceEnd}`
  }
  return null
}

/** What stands there, and all of the 32 code units that there are, but for half a surrogate pair. */
function isContext(context: string, actual: string, available: number): boolean {
  const longest = Math.min(CONTEXT, available)
  return context === actual && context.length <= longest && context.length >= longest - 1
}

/** The block that holds an offset, by bisection; blocks are in order and do not overlap. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as Block).end <= offset) low = middle + 1
    else high = middle
  }
  const block = blocks[low]
  return block && block.start <= offset ? block : undefined
}
