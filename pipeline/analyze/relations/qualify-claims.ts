import type { Predicate } from '../../model.ts'
import { phraseMention } from './noun-phrase.ts'
import { type DraftClaim, entityAt, formAt, type Reading } from './reading.ts'

/** Relations that hold over a time: `depuis 2015` is when they began. */
const LASTING: readonly Predicate[] = ['worksFor', 'memberOf', 'subsidiaryOf', 'partnerOf', 'competesWith', 'locatedIn']

/** Relations that come about at a time: `en 2015` is when. */
const BEGINNING: readonly Predicate[] = ['memberOf', 'acquired', 'launched']

/**
 * Adds to the claims of one sentence what it says of their time (`depuis 2015`, `joined in 2022`, `until 2020`), for the
 * claim whose trigger is nearest, and of who reports them (`selon X`).
 */
export function qualifyClaims(reading: Reading, claims: readonly DraftClaim[]): readonly DraftClaim[] {
  if (claims.length === 0) return claims
  let qualified = claims.map((claim) => ({ ...claim }))
  for (let at = 0; at + 1 < reading.items.length; at++) {
    const year = yearAt(reading, at)
    if (year === null) continue
    const { since, until, at: when } = reading.lexicon.times
    const last = reading.lexicon.months.has(formAt(reading, at - 1)) ? at - 2 : at - 1
    const before = formAt(reading, last)
    // `jusqu’en 2020`
    const open = until.has(before) || until.has(formAt(reading, last - 1))
    const kind = since.has(before) ? 'start' : open ? 'end' : when.has(before) ? 'at' : null
    if (!kind) continue
    const claim = nearest(qualified, at, kind === 'at' ? BEGINNING : LASTING)
    if (!claim) continue
    if (kind === 'end' || claim.ended) claim.end ??= year
    else claim.start ??= year
  }
  const reporter = findReporter(reading)
  if (reporter !== null) {
    qualified = qualified.map((claim) =>
      claim.subject === reporter || claim.predicate === 'worksFor' || claim.modality !== 'asserted'
        ? claim
        : { ...claim, modality: 'reported', attributedTo: reporter },
    )
  }
  return qualified
}

function yearAt(reading: Reading, at: number): string | null {
  const item = reading.items[at]
  return item?.kind === 'number' && /^(?:19|20)\d\d$/.test(item.form) ? item.form : null
}

function nearest(claims: DraftClaim[], at: number, predicates: readonly Predicate[]): DraftClaim | null {
  let best: DraftClaim | null = null
  let least = 16
  for (const claim of claims) {
    if (!predicates.includes(claim.predicate) || claim.label !== undefined) continue
    const [first, last] = claim.trigger
    const distance = at > last ? at - last : first - at
    if (distance < least) {
      least = distance
      best = claim
    }
  }
  return best
}

/** `selon X`, `d’après X`, `according to X`. */
function findReporter(reading: Reading): number | null {
  for (let at = 0; at < reading.items.length; at++) {
    const form = formAt(reading, at)
    const cites = reading.lexicon.according.has(form) || (form === 'après' && formAt(reading, at - 1) === "d'")
    if (!cites) continue
    const from = formAt(reading, at + 1) === 'to' ? at + 2 : at + 1
    const found = phraseMention(reading, from, ['person', 'organization'], new Set())
    return found < 0 ? null : entityAt(reading, found)
  }
  return null
}
