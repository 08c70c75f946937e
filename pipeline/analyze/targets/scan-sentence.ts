import type { CueKind, GoalTerm } from '../../languages/target-lexicon.ts'
import type { Prose, Quantities, Quantity, Span, TimeExpression } from '../../model.ts'
import { firstFrom } from '../bisect.ts'
import { type Token, tokensIn } from '../quantities/read-tokens.ts'
import type { CompiledTargets } from './compile-lexicon.ts'

export interface Cue extends Span {
  /** `act`: a bare infinitive or verb opens the clause. */
  kind: CueKind | 'act'
  /** Index of its first token. */
  at: number
  form: string
  segment: number
}

/** A figure, a goal that needs none, or a thing to be done away with: what a target may be made of. */
export interface Measure extends Span {
  /** Index of its first token, and after its last. */
  at: number
  next: number
  segment: number
  quantity: Quantity | null
  goal: GoalTerm | null
}

export interface Time extends TimeExpression {
  at: number
  next: number
  segment: number
}

/** A stretch of a sentence that may state something of its own; `opening` says how it hangs on what is before. */
export interface Segment {
  at: number
  opening: 'start' | 'coordinated' | 'contrast' | 'relative' | 'resumed'
}

/** A sentence, list item or cell with everything in it that bears on targets, each list in text order. */
export interface Scan extends Span {
  tokens: readonly Token[]
  segments: readonly Segment[]
  cues: readonly Cue[]
  measures: readonly Measure[]
  times: readonly Time[]
  /** Names in it that nothing is read in, as token ranges. */
  names: readonly { at: number; next: number }[]
}

const FRENCH_FUTURE = /.r(?:ai|as|a|ons|ez|ont)$/
const FRENCH_CONDITIONAL = /.r(?:ais|ait|ions|iez|aient)$/
const FRENCH_INFINITIVE = /..(?:er|ir|re)$/
const NOT_FUTURE = new Set(
  'environs patrons patron front affront citrons électrons neutrons marrons barons chevrons extra opéra ultra infra caméra contra cobra para terra sierra gras mandats bras vrai serrons'.split(
    ' ',
  ),
)
const NOT_CONDITIONAL = new Set(
  'rait lait fait trait extrait portrait retrait attrait contrait parfait mais vrais frais marais libraire était'.split(
    ' ',
  ),
)
const NOT_INFINITIVE = new Set(
  'hier fier mer hiver fer cher titre autre notre votre entre contre être-là centre litre mètre filière manière matière première dernière lumière rivière carrière frontière mesure nature culture agriculture couverture eau-de-vie offre chiffre membre nombre septembre octobre novembre décembre janvier février papier chantier métier quartier atelier cahier courrier premier dernier entier particulier avenir plaisir désir soir noir voir-là pair air cuir fournisseur terre guerre verre pierre barre genre ordre cadre quatre maire horaire annuaire salaire territoire laboratoire histoire mémoire bancaire solaire nucléaire alimentaire sanitaire circulaire nécessaire supplémentaire partenaire propriétaire directeur voiture toiture facture structure infrastructure température signature ouverture fermeture usure procédure serre effet-de-serre'.split(
    ' ',
  ),
)

/** Is it a French future (`réduira`, `atteindront`)? */
export function isFrenchFuture(form: string): boolean {
  return form.length > 3 && FRENCH_FUTURE.test(form) && !NOT_FUTURE.has(form)
}

function isFrenchConditional(form: string): boolean {
  return form.length > 4 && FRENCH_CONDITIONAL.test(form) && !NOT_CONDITIONAL.has(form)
}

export function isInfinitive(token: Token | undefined, targets: CompiledTargets): boolean {
  if (token?.kind !== 'word') return false
  if (targets.actions.has(token.form)) return true
  return (
    targets.lang === 'fr' &&
    token.form.length > 3 &&
    FRENCH_INFINITIVE.test(token.form) &&
    !NOT_INFINITIVE.has(token.form)
  )
}

/**
 * Reads `span` of the document; `quantities` are those of the whole document. Nothing is read within `names`, sorted: a year
 * or a goal in the name of a plan promises nothing.
 */
export function scanSentence(
  prose: Prose,
  span: Span,
  quantities: Quantities,
  targets: CompiledTargets,
  names: readonly Span[] = [],
): Scan {
  const { text } = prose
  const tokens = tokensIn(prose, span)
  const cues: Cue[] = []
  const measures: Measure[] = []
  const times: Time[] = []
  const segments: Segment[] = [{ at: 0, opening: 'start' }]
  const within: { at: number; next: number }[] = []
  const wholes: { at: number; next: number; segment: number; all: boolean }[] = []
  const phaseOuts: { at: number; next: number; segment: number }[] = []
  let quantity = firstFrom(quantities.quantities, span.start)
  let time = firstFrom(quantities.times, span.start)
  let name = firstFrom(names, span.start)
  const last = () => segments.length - 1
  const addCue = (at: number, next: number, kind: Cue['kind']) => {
    const { start, form } = tokens[at] as Token
    cues.push({ kind, at, start, end: (tokens[next - 1] as Token).end, form, segment: last() })
  }
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const opening =
      openingAt(tokens, at, targets, quantities, quantity, time, segments[last()] as Segment) ??
      (opensClause(tokens, at, targets) && cues.some((cue) => cue.segment === last() && isPledge(cue))
        ? 'coordinated'
        : null)
    if (opening !== null && at > (segments[last()] as Segment).at) segments.push({ at, opening })
    while ((quantities.quantities[quantity]?.start ?? Infinity) < token.start) quantity++
    while ((quantities.times[time]?.start ?? Infinity) < token.start) time++
    while ((names[name]?.start ?? Infinity) < token.start) name++
    const named = names[name]
    if (named?.start === token.start && named.end <= span.end) {
      const next = indexAfter(tokens, at, named.end)
      within.push({ at, next })
      at = next
      continue
    }
    const nextTime = quantities.times[time]
    if (nextTime?.start === token.start) {
      const next = indexAfter(tokens, at, nextTime.end)
      times.push({ ...nextTime, at, next, segment: last() })
      // `Objectif 2030 : …`
      if (targets.cues.match(tokens, at)?.value === 'commit') addCue(at, at + 1, 'commit')
      at = next
      continue
    }
    const goal = goalAt(tokens, at, targets)
    const nextQuantity = quantities.quantities[quantity]
    if (nextQuantity?.start === token.start && goal === null) {
      const next = indexAfter(tokens, at, nextQuantity.end)
      // `three goals`: what is counted are promises, nothing is promised.
      const counted =
        next > at + 1 && nextQuantity.unit !== '%' ? targets.cues.match(tokens, next - 1)?.value : undefined
      if (counted === 'commit' || counted === 'intend') {
        addCue(next - 1, next, counted)
        at = next
        continue
      }
      const zero = nextQuantity.value === 0 && nextQuantity.unit === '%' ? zeroGoal(tokens, next) : null
      const { start, end } = nextQuantity
      measures.push({ start, end, at, next, segment: last(), quantity: nextQuantity, goal: zero })
      // `halve`, `diviserons par deux`: the verb is in the figure.
      if (nextQuantity.direction !== undefined)
        readVerb(tokens, at, targets, addCue, token.form[0] !== text[token.start])
      at = next
      continue
    }
    // `zero fluorine by June`: none of whatever it is.
    if (goal === null && /^(?:zero|zéro)$/.test(token.form) && isNamedByNoun(tokens, at, targets)) {
      measures.push({
        ...spanOf(token),
        at,
        next: at + 1,
        segment: last(),
        quantity: null,
        goal: { kind: 'other', value: 0 },
      })
      at++
      continue
    }
    if (goal !== null) {
      const { start } = token
      const { end } = tokens[goal.next - 1] as Token
      measures.push({ start, end, at, next: goal.next, segment: last(), quantity: null, goal: goal.value })
      at = goal.next
      continue
    }
    const whole = targets.wholes.match(tokens, at)
    if (whole !== null) wholes.push({ at, next: whole.next, segment: last(), all: whole.value })
    const phaseOut = targets.phaseOuts.match(tokens, at) ?? endedAt(tokens, at, targets)
    if (phaseOut !== null) phaseOuts.push({ at, next: phaseOut.next, segment: last() })
    const cue = matchCue(tokens, at, targets)
    if (cue !== null) {
      addCue(
        at,
        cue.next,
        /^(?:commit|intend)$/.test(cue.value) && isWishForOther(tokens, cue.next, names) ? 'demand' : cue.value,
      )
      at = cue.next
      continue
    }
    if (token.kind === 'word') readVerb(tokens, at, targets, addCue, token.form[0] !== text[token.start])
    at++
  }
  return {
    start: span.start,
    end: span.end,
    tokens,
    segments,
    cues,
    measures: dropRestated(
      tokens,
      withPhaseOuts(
        tokens,
        wholes.length === 0
          ? measures
          : withWholes(tokens, measures, wholes, phaseOuts, times, cues, segments, targets),
        phaseOuts,
      ),
    ),
    times,
    names: within,
  }
}

/** The goal that begins at `at`: `to zero`, but not that of `to zero emissions`, whose goal begins a word later. */
function goalAt(
  tokens: readonly Token[],
  at: number,
  targets: CompiledTargets,
): { value: GoalTerm; next: number } | null {
  const goal = targets.goals.match(tokens, at)
  if (goal?.value.kind !== 'other') return goal
  const later = targets.goals.match(tokens, at + 1)
  return later !== null && later.next > goal.next ? null : goal
}

function spanOf({ start, end }: Token): Span {
  return { start, end }
}

/** Does a noun follow the word at `at`, and not one that makes it a manner of speaking: `zero tolerance`? */
function isNamedByNoun(tokens: readonly Token[], at: number, targets: CompiledTargets): boolean {
  const after = tokens[at + 1]
  if (after?.kind !== 'word' || after.form.length < 4 || targets.prepositions.has(after.form)) return false
  return !/^(?:tolerance|tolérance|sum|hour|défaut|faute|point|degrés?|degrees?|risques?|risks?)$/.test(after.form)
}

/** `n’accordera plus`, `ne plus acheter`: what is done no more, as token range; `ne vendra plus que du bio` is another matter. */
function endedAt(tokens: readonly Token[], at: number, targets: CompiledTargets): { next: number } | null {
  if (targets.lang !== 'fr' || !/^(?:ne|n')$/.test(tokens[at]?.form ?? '')) return null
  const [first, second] = [tokens[at + 1], tokens[at + 2]]
  const future = first?.kind === 'word' && isFrenchFuture(first.form) && second?.form === 'plus'
  if (!future && !(first?.form === 'plus' && isInfinitive(second, targets))) return null
  return { next: at + 3 }
}

/** Whether the cue is a sign that somebody binds themselves. */
export function isPledge({ kind }: Pick<Cue, 'kind'>): boolean {
  return kind === 'commit' || kind === 'intend' || kind === 'act'
}

/** `…, and its ships will`, `et ses trains rouleront`: a clause with a subject of its own, which is somebody’s. */
function opensClause(tokens: readonly Token[], at: number, targets: CompiledTargets): boolean {
  if (!targets.coordinators.has((tokens[at] as Token).form)) return false
  if (!targets.possessives.has(tokens[at + 1]?.form ?? '')) return false
  for (let ahead = at + 3; ahead < at + 6; ahead++) {
    const form = tokens[ahead]?.form ?? ''
    if (targets.lang === 'fr' ? isFrenchFuture(form) : /^(?:will|'ll|shall)$/.test(form)) return true
    if (targets.prepositions.has(form) && !/^(?:of|de|d'|à)$/.test(form)) return false
  }
  return false
}

/** Words that announce something only before an infinitive: `compte réduire`, and not `compte pour la moitié`. */
const AUXILIARIES = new Set(['compte', 'comptons', 'comptent', 'va', 'vont', 'allons', 'vais'])

function matchCue(
  tokens: readonly Token[],
  at: number,
  targets: CompiledTargets,
): { value: CueKind; next: number } | null {
  const cue = targets.cues.match(tokens, at)
  // `will have halved`: done by then.
  if (cue?.value === 'past' && /^(?:will|'ll|shall|to)$/.test(tokens[at - 1]?.form ?? '')) return null
  // `in May 2030`: the month.
  if (cue?.value === 'forecast' && (tokens[at] as Token).form === 'may') {
    const before = tokens[at - 1]
    if (
      before === undefined ||
      before.kind === 'number' ||
      /^(?:in|since|last|next|by|of|from|until)$/.test(before.form)
    )
      return null
  }
  // `our own operations should be fossil-free`: one's own, not somebody else's.
  if (cue?.value === 'demand' && (tokens[at] as Token).form === 'should') {
    const own = tokens.slice(Math.max(0, at - 6), at).some(({ form }) => form === 'our' || form === 'we')
    if (own) return { value: 'intend', next: cue.next }
  }
  if (cue === null || cue.next > at + 1 || !AUXILIARIES.has((tokens[at] as Token).form)) return cue
  for (let ahead = at + 1; ahead < at + 4; ahead++) {
    if (isInfinitive(tokens[ahead], targets)) return cue
  }
  return null
}

/** `veut que X baisse ses tarifs`, `wants X to cut fares`: somebody else is to do it. */
function isWishForOther(tokens: readonly Token[], next: number, names: readonly Span[]): boolean {
  const wish = tokens[next - 1]?.form ?? ''
  if (!/^(?:veut|veulent|voulait|souhaite|souhaitent|want|wants|que|qu')$/.test(wish)) return false
  let at = next
  if (/^(?:que|qu')$/.test(tokens[at]?.form ?? '')) at++
  else if (/^(?:veut|veulent|voulait|souhaite|souhaitent)$/.test(wish)) return false
  if (/^(?:le|la|les|l'|the)$/.test(tokens[at]?.form ?? '')) at++
  const token = tokens[at]
  return token !== undefined && names[firstFrom(names, token.start)]?.start === token.start
}

const PROVIDING =
  /^(?:provide|install|deploy|offer|fit|equip|installer|installera|déployer|déploiera|proposer|proposera|équiper|équipera)$/

/**
 * Adds, for clauses with a date and no figure, the whole of something that is to become something (`toutes nos camionnettes
 * seront électriques en 2030`) and what is to be no more (`plus aucun plastique d’ici 2027`). What is to be no more is
 * promised by saying so: it counts as a sign of intent, not as a negation.
 */
function withWholes(
  tokens: readonly Token[],
  measures: readonly Measure[],
  wholes: readonly { at: number; next: number; segment: number; all: boolean }[],
  phaseOuts: readonly { segment: number }[],
  times: readonly Time[],
  cues: Cue[],
  segments: readonly Segment[],
  targets: CompiledTargets,
): readonly Measure[] {
  const more: Measure[] = []
  const scopes = new Set<Measure>()
  for (const { at, next, segment, all } of wholes) {
    // `all 140 branches`: how many they are is not what is promised.
    const count = all ? measures.find((measure) => measure.at === next && measure.quantity?.unit !== '%') : undefined
    const gone = phaseOuts.some((phaseOut) => phaseOut.segment === segment)
    if (count !== undefined && gone) scopes.add(count)
    // `all vans free of diesel`: that something is done away with says it all.
    if (gone && all) continue
    // `(it’s 71% now)`: what stands in brackets is another matter.
    const figure = measures.find(
      (measure) => measure.segment === segment && measure !== count && !isFreedom(measure, next),
    )
    if (figure?.quantity?.value === 100) continue
    if (figure && !tokens.slice(next, figure.at).some(({ form }) => form === '(')) continue
    if (more.some((measure) => measure.segment === segment)) continue
    const dated = times.some(
      ({ segment: own, role, startYear, endYear }) =>
        own === segment && role !== 'baseline' && (endYear ?? startYear) !== null,
    )
    if (!dated) continue
    const to = segments[segment + 1]?.at ?? tokens.length
    const from = segments[segment]?.at ?? 0
    const says = (words: ReadonlySet<string>, first: number) =>
      tokens.slice(first, to).some(({ form }) => words.has(form))
    const { start } = tokens[at] as Token
    const { end } = tokens[next - 1] as Token
    const before = tokens[at - 1]?.form ?? ''
    if (all) {
      // `at all`, `after all`, `not all`
      const after = tokens[next]
      const idle = after?.kind === 'symbol' || after === undefined || targets.prepositions.has(after.form)
      if (/^(?:not|pas)$/.test(before) || (idle && /^(?:at|after|above|in)$/.test(before))) continue
      // `buy only certified palm oil`
      if ((tokens[at] as Token).form === 'only') {
        const limited = tokens.slice(next, next + 3).some(({ form }) => targets.qualities.has(form))
        if (!limited || /^(?:the|an?|its|our|their)$/.test(before)) continue
      }
      // `every home it sells will have a heat pump from 2026`: what becomes of all of them, whatever it is.
      const subject = isSubject(tokens, at, from, cues, times, segment, targets)
      const ahead = times.some(
        (time) =>
          time.segment === segment && (time.role === 'deadline' || time.role === 'start' || time.role === 'period'),
      )
      // `to electrify all of its vans by 2030`: what is done is done to all of them.
      const object =
        cues.some((cue) => cue.kind === 'commit' && cue.segment <= segment && cue.at < at) &&
        isVerb(tokens[at - 1], targets)
      // `all of its flights to be zero-emission`
      const free = measures.find((measure) => measure.segment === segment && isFreedom(measure, next))
      if ((subject && ahead) || object) {
        if (count !== undefined) scopes.add(count)
        if (free !== undefined) scopes.add(free)
        more.push({ start, end, at, next, segment, quantity: { start, end, value: 100, unit: '%' }, goal: null })
        continue
      }
      // The whole of what something is done in or to is its scope: `shore power at all berths`.
      if (targets.prepositions.has(before) && !/^(?:of|de|d')$/.test(before)) {
        if (tokens.slice(from, at).some(({ form }) => PROVIDING.test(form)))
          more.push({ start, end, at, next, segment, quantity: null, goal: { kind: 'deployment', value: null } })
        continue
      }
      if (!says(targets.qualities, from)) continue
      const quantity: Quantity = { start, end, value: 100, unit: '%' }
      more.push({ start, end, at, next, segment, quantity, goal: null })
      continue
    }
    if (
      !says(targets.banished, from) &&
      !(from > 0 && at <= 6 && tokens.some(({ form }) => targets.banished.has(form)))
    )
      continue
    for (let i = cues.length - 1; i >= 0; i--) {
      const cue = cues[i] as Cue
      if (cue.kind === 'negation' && cue.start <= start && cue.end >= start) cues.splice(i, 1)
    }
    cues.push({ kind: 'intend', at, start, end, form: (tokens[at] as Token).form, segment })
    more.push({ start, end, at, next, segment, quantity: null, goal: { kind: 'other', value: null } })
  }
  if (more.length === 0 && scopes.size === 0) return measures
  cues.sort((a, b) => a.start - b.start)
  return [...measures.filter((measure) => !scopes.has(measure)), ...more].sort((a, b) => a.start - b.start)
}

/** Is the goal one that each of many things can reach, named after the token `from`: `zero-emission`? */
function isFreedom({ goal, quantity, at }: Measure, from: number): boolean {
  return quantity === null && goal?.kind === 'net-zero' && goal.value === null && at > from
}

/** A verb that may have the whole of something for its object. */
function isVerb(token: Token | undefined, targets: CompiledTargets): boolean {
  return (
    isInfinitive(token, targets) ||
    (token?.kind === 'word' && /..(?:ing|ify|ise|ize)$/.test(token.form) && targets.lang === 'en')
  )
}

/** `that every home`, `expects all suppliers to`: does the whole of something stand where a promise has its subject? */
function isSubject(
  tokens: readonly Token[],
  at: number,
  from: number,
  cues: readonly Cue[],
  times: readonly Time[],
  segment: number,
  targets: CompiledTargets,
): boolean {
  const near = (accepts: (cue: Cue) => boolean) => cues.some((cue) => cue.segment === segment && accepts(cue))
  const verb = near(
    (cue) => cue.kind === 'intend' && cue.at > at && cue.at - at < 12 && hasSubject(tokens, cue, targets),
  )
  const before = tokens[at - 1]
  if (
    /^(?:that|que|qu')$/.test(before?.form ?? '') ||
    before === undefined ||
    before.form === ':' ||
    before.form === ','
  )
    return verb || near((cue) => cue.kind === 'commit' && cue.at < at && at - cue.at < 6)
  const dated = times.some(({ next }) => next === at)
  const said = near((cue) => cue.kind === 'report' && before.start >= cue.start && before.end <= cue.end)
  if (at === from || dated || said || before.kind === 'symbol') return verb
  // `wants every site to`, `expects all its suppliers to`, `for all of its flights to`
  const wish = near(
    (cue) =>
      cue.kind !== 'past' && cue.at < at && at - cue.at <= 2 && /^(?:wants?|expects?|aims?|targets?)$/.test(cue.form),
  )
  return wish && tokens.slice(at, at + 9).some(({ form }) => form === 'to')
}

/** Is the sign of intent a verb that has a subject before it: `will`, a French future? */
function hasSubject(tokens: readonly Token[], { at, form }: Cue, { lang }: CompiledTargets): boolean {
  return lang === 'fr' ? isFrenchFuture(form) : /^(?:will|'ll|shall|is|are)$/.test(tokens[at]?.form ?? '')
}

/** Adds the things that are to be done away with by clauses that have no figure: `sortir du charbon d’ici 2029`. */
function withPhaseOuts(
  tokens: readonly Token[],
  measures: readonly Measure[],
  phaseOuts: readonly { at: number; next: number; segment: number }[],
): Measure[] {
  const more = phaseOuts
    .filter(({ segment }) => !measures.some((measure) => measure.segment === segment))
    .map(({ at, next, segment }): Measure => {
      const { start } = tokens[at] as Token
      const { end } = tokens[next - 1] as Token
      return { start, end, at, next, segment, quantity: null, goal: { kind: 'other', value: null } }
    })
  return more.length === 0 ? [...measures] : [...measures, ...more].sort((a, b) => a.start - b.start)
}

/**
 * Leaves out what another figure says better: `tripler …, soit 126 stations` is 126, `investir dans …` what the sum in its
 * clause says.
 */
function dropRestated(tokens: readonly Token[], measures: readonly Measure[]): Measure[] {
  return measures.filter((measure, index) => {
    const after = measures[index + 1]
    const change = measure.quantity?.direction !== undefined
    const multiplied = measure.quantity?.direction === 'increase' && (measure.quantity.value ?? 0) >= 100
    if (change && after !== undefined && (multiplied || after.quantity?.unit !== '%') && after.at - measure.next < 14) {
      if (/^(?:soit|à|to|atteindre|reach|reaching)$/.test(tokens[after.at - 1]?.form ?? '')) return false
    }
    // `à 12 milliards, soit deux fois plus`
    const [told] = measures
    if (change && told !== measure && /^(?:soit|i\.e|or)$/.test(tokens[measure.at - 1]?.form ?? '')) return false
    if (measure.goal?.kind !== 'investment') return true
    return !measures.some((other) => other.segment === measure.segment && /^[A-Z]{3}$/.test(other.quantity?.unit ?? ''))
  })
}

/** What the form of a verb says: a future, a conditional, a negated verb, a bare infinitive at the head of its clause. */
function readVerb(
  tokens: readonly Token[],
  at: number,
  targets: CompiledTargets,
  addCue: (at: number, next: number, kind: Cue['kind']) => void,
  capital: boolean,
): void {
  const { form } = tokens[at] as Token
  if (targets.lang === 'fr') {
    if (form === 'ne' || form === "n'") {
      for (let ahead = at + 2; ahead < Math.min(at + 6, tokens.length); ahead++) {
        if (/^(?:pas|jamais|aucun|aucune|ni|nullement)$/.test(tokens[ahead]?.form ?? '')) {
          addCue(at, ahead + 1, 'negation')
          return
        }
      }
    }
    if (!capital || at === 0) {
      const kind = isFrenchFuture(form) ? 'intend' : isFrenchConditional(form) ? 'hypothesis' : null
      if (kind !== null) {
        addCue(at, at + 1, kind)
        return
      }
    }
  }
  if ((at === 0 || !capital) && isBareVerb(tokens, at, targets) && headsClause(tokens, at, targets))
    addCue(at, at + 1, 'act')
}

/** An infinitive, or any word after the `to` that opens an item. */
function isBareVerb(tokens: readonly Token[], at: number, targets: CompiledTargets): boolean {
  return isInfinitive(tokens[at], targets) || (targets.lang === 'en' && at === 1 && tokens[0]?.form === 'to')
}

function headsClause(tokens: readonly Token[], at: number, targets: CompiledTargets): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return true
  if (before.kind === 'symbol')
    return before.spaced || before.form === ':' || before.form === ',' || before.form === ';'
  // What something is done for is meant to be reached: `pour réduire de 12 %`, `in order to cut`.
  if (before.form === 'pour' || (before.form === 'to' && targets.lang === 'en')) return true
  if (/^(?:de|d'|à|to)$/.test(before.form)) return at === 1 || targets.coordinators.has(tokens[at - 2]?.form ?? '')
  return targets.coordinators.has(before.form)
}

/** `0 % d’émissions` is a goal by name with a figure. */
function zeroGoal(tokens: readonly Token[], next: number): GoalTerm | null {
  for (let at = next; at < Math.min(next + 3, tokens.length); at++) {
    if (/^(?:émissions?|emissions?|carbone|carbon|co2)$/.test((tokens[at] as Token).form)) {
      return { kind: 'net-zero', value: 0 }
    }
  }
  return null
}

function indexAfter(tokens: readonly Token[], at: number, end: number): number {
  let next = at + 1
  while (next < tokens.length && (tokens[next] as Token).start < end) next++
  return next
}

function openingAt(
  tokens: readonly Token[],
  at: number,
  targets: CompiledTargets,
  quantities: Quantities,
  quantity: number,
  time: number,
  current: Segment,
): Segment['opening'] | null {
  const token = tokens[at] as Token
  if (token.kind === 'symbol') {
    if (token.form === ';') return 'coordinated'
    if (token.form !== ',') return null
    // `X, dont l’usine est à Y, a promis …`: the verb after the comma is that of the clause before the relative one.
    if (current.opening === 'relative' && isMainVerb(tokens, at + 1, targets)) return 'resumed'
  }
  if (targets.contrasts.has(token.form)) return 'contrast'
  if (targets.relatives.has(token.form) && at > 0) {
    // `that` opens a relative clause only after a comma or a name; after a verb it opens what is said.
    if (token.form === 'that') return null
    return 'relative'
  }
  if (token.form !== ',' && !targets.coordinators.has(token.form)) return null
  for (let ahead = at + 1; ahead < Math.min(at + 4, tokens.length); ahead++) {
    const next = tokens[ahead] as Token
    if (targets.coordinators.has(next.form)) continue
    if (token.form === ',' && isInserted(tokens, quantities, time, next.start)) return null
    if (startsAt(quantities.quantities, quantity, next.start) || startsAt(quantities.times, time, next.start))
      return 'coordinated'
    if (isInfinitive(next, targets)) return 'coordinated'
    const cue = targets.cues.match(tokens, ahead)
    if (cue !== null && cue.value !== 'report' && cue.value !== 'past') return 'coordinated'
    if (targets.lang === 'fr' && isFrenchFuture(next.form)) return 'coordinated'
    if (
      !/^(?:de|d'|à|to|en|pour|un|le|la|l'|s'|se|nous|elle|il|ils|elles|it|they|we|a|the|dans|in|its|sa|son|ses|leur)$/.test(
        next.form,
      )
    )
      return null
  }
  return null
}

/** `réduire de 80 %, d’ici à 2032, la consommation`: a date between commas stands inside its clause. */
function isInserted(tokens: readonly Token[], quantities: Quantities, from: number, offset: number): boolean {
  for (let i = from; i < quantities.times.length; i++) {
    const { start, end } = quantities.times[i] as Span
    if (start > offset) return false
    if (start === offset) return tokens.find((token) => token.start >= end)?.form === ','
  }
  return false
}

/** Does a verb of the main clause begin here? */
function isMainVerb(tokens: readonly Token[], at: number, targets: CompiledTargets): boolean {
  const form = tokens[at]?.form ?? ''
  if (/^(?:a|ont|est|sont|s'|se|has|have|is|are|will|aims?|plans?|wants?|pledged|says?|said)$/.test(form)) return true
  if (targets.lang === 'fr' && isFrenchFuture(form)) return true
  return targets.cues.match(tokens, at)?.value === 'commit'
}

function startsAt(items: readonly Span[], from: number, offset: number): boolean {
  for (let i = from; i < items.length; i++) {
    const { start } = items[i] as Span
    if (start === offset) return true
    if (start > offset) return false
  }
  return false
}
