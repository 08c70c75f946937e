import type { LinkedMention, Prose, References, Span } from '../../model.ts'
import type { CompiledTargets } from './compile-lexicon.ts'
import { firstFrom, type Measure, type Scan } from './scan-sentence.ts'

/** Who is said to do something: an entity of the document, and the words that say so. */
export interface Actor {
  entity: number
  /** Null where it is the page's own organization and no word says it. */
  mention: Span | null
  confidence: number
}

const ACTING = new Set(['organization', 'initiative', 'place'])

/**
 * The organization that a document is by or about: named most, and early. Null when it names none.
 */
export function findOwnOrganization(prose: Prose, references: References): number | null {
  const scores = new Map<number, number>()
  const opening = Math.min(prose.text.length, 600)
  for (const { entity, start, kind } of references.mentions) {
    if (references.entities[entity]?.category !== 'organization') continue
    const weight = (kind === 'name' || kind === 'acronym' ? 1 : 0.7) + (start < opening ? 1 : 0)
    scores.set(entity, (scores.get(entity) ?? 0) + weight)
  }
  let best: number | null = null
  for (const [entity, score] of scores) {
    if (best === null || score > (scores.get(best) as number) || (score === scores.get(best) && entity < best))
      best = entity
  }
  return best
}

/** Mentions within `span`. */
export function mentionsIn(references: References, span: Span): readonly LinkedMention[] {
  const from = firstFrom(references.mentions, span.start)
  let to = from
  while (to < references.mentions.length && (references.mentions[to] as LinkedMention).start < span.end) to++
  return references.mentions.slice(from, to)
}

/** Index of the token that holds `offset`. */
function tokenAt(scan: Scan, offset: number): number {
  const { tokens } = scan
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tokens[middle] as Span).start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Who makes the promise that `measure` measures, as its own sentence says it: the subject of its clause, of the clause
 * that it is coordinated with, or what its relative clause is about. Null when the sentence names nobody.
 */
export function findSubject(
  scan: Scan,
  measure: Measure,
  references: References,
  own: number | null,
  targets: CompiledTargets,
): Actor | null {
  const here = mentionsIn(references, scan).filter((mention) =>
    ACTING.has(references.entities[mention.entity]?.category ?? ''),
  )
  const placed = here.map((mention) => ({ mention, at: tokenAt(scan, mention.start) }))
  for (let segment = measure.segment; segment >= 0; segment--) {
    const from = scan.segments[segment]?.at ?? 0
    const to = segment === measure.segment ? measure.at : (scan.segments[segment + 1]?.at ?? scan.tokens.length)
    const inside = placed.filter(({ at }) => at >= from && at < to)
    const possessor = findPossessor(scan, inside, segment)
    if (possessor !== null) return { entity: possessor.entity, mention: possessor, confidence: 0.9 }
    const subject = inside.find(
      ({ at, mention }) =>
        !isGoverned(scan, at, from, targets) && references.entities[mention.entity]?.category !== 'place',
    )
    if (subject !== undefined) return { entity: subject.mention.entity, mention: subject.mention, confidence: 0.9 }
    const member = inside.find(({ at }) => followsMembership(scan, at, from, targets))
    if (member !== undefined) return { entity: member.mention.entity, mention: member.mention, confidence: 0.8 }
    const place = inside.find(
      ({ at, mention }) =>
        references.entities[mention.entity]?.category === 'place' && !isGoverned(scan, at, from, targets),
    )
    if (place !== undefined && scan.cues.some((cue) => cue.segment === segment && cue.start > place.mention.start)) {
      return { entity: place.mention.entity, mention: place.mention, confidence: 0.75 }
    }
    const person = scan.tokens.slice(from, to).find((token) => targets.firstPerson.has(token.form))
    if (person !== undefined && own !== null)
      return { entity: own, mention: { start: person.start, end: person.end }, confidence: 0.85 }
    if (scan.segments[segment]?.opening === 'relative') {
      const antecedent =
        placed
          .filter(({ at, mention }) => at < from && references.entities[mention.entity]?.category !== 'place')
          .pop() ?? placed.filter(({ at }) => at < from).pop()
      if (antecedent !== undefined)
        return { entity: antecedent.mention.entity, mention: antecedent.mention, confidence: 0.8 }
    }
  }
  return null
}

/** `X’s goal`, `l’objectif de X`. */
function findPossessor(
  scan: Scan,
  inside: readonly { mention: LinkedMention; at: number }[],
  segment: number,
): LinkedMention | null {
  for (const cue of scan.cues) {
    if (cue.kind !== 'commit' || cue.segment !== segment) continue
    const next = scan.tokens[cue.at + 1]
    if (next === undefined || !/^(?:de|d'|du|des|of)$/.test(next.form)) continue
    const found = inside.find(
      ({ at }) =>
        at === cue.at + 2 || (at === cue.at + 3 && /^(?:la|l'|le|les|the)$/.test(scan.tokens[cue.at + 2]?.form ?? '')),
    )
    if (found !== undefined) return found.mention
  }
  return null
}

/** Does a preposition stand before the noun phrase of the token `at`? */
function isGoverned(scan: Scan, at: number, from: number, targets: CompiledTargets): boolean {
  let back = at - 1
  while (back >= from && back >= at - 3 && isArticle(scan.tokens[back]?.form ?? '')) back--
  if (back < from) return false
  const before = scan.tokens[back]
  return before !== undefined && targets.prepositions.has(before.form)
}

function isArticle(form: string): boolean {
  return /^(?:la|le|l'|les|the|a|an|un|une|sa|son|its|our|notre|«|"|“|')$/.test(form)
}

function followsMembership(scan: Scan, at: number, from: number, targets: CompiledTargets): boolean {
  for (let back = at - 1; back >= from && back >= at - 4; back--) {
    if (targets.membership.has(scan.tokens[back]?.form ?? '')) return true
  }
  return false
}
