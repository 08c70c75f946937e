import type { Language, LinkedMention, LocalEntity, Prose, References, Span } from '../../model.ts'
import { firstFrom } from '../bisect.ts'
import type { Token } from '../quantities/read-tokens.ts'
import type { CompiledTargets } from './compile-lexicon.ts'
import { NameReader } from './read-names.ts'
import type { Scan } from './scan-sentence.ts'

/** Who is said to do something: an entity of the document, and the words that say so. */
export interface Actor {
  /** Null where the subject is a group that the document has no name for. */
  entity: number | null
  /** Null where no word of the sentence says it. */
  mention: Span | null
  confidence: number
}

/**
 * The organization that a document is by or about: named most, and early. In a text in the first person the one that it
 * names first has a long lead, for a guest or an author names the others. Null when no organization is named.
 */
export function findOwnOrganization(prose: Prose, references: References, names: NameReader): number | null {
  const scores = new Map<number, number>()
  const opening = Math.min(prose.text.length, 600)
  const firstPerson = isFirstPerson(prose)
  const title = titleOf(prose).toLowerCase()
  const municipal = isMunicipal(prose)
  let led = false
  for (const { entity, start, kind } of references.mentions) {
    const { label } = references.entities[entity] as LocalEntity
    const category = names.categoryOf(entity)
    if (!OWNERS.has(category) && !(municipal && category === 'place')) continue
    // `our supplier, X`: not us.
    if (firstPerson && OURS[prose.lang].test(prose.text.slice(Math.max(0, start - 48), start))) continue
    const weight = kind === 'name' || kind === 'acronym' ? 1 : firstPerson && kind === 'pronoun' ? 0 : 0.7
    const first: boolean = !led && category === 'organization' && start < opening
    led ||= first
    const lead = first ? (firstPerson ? 5 : 2) : scores.has(entity) || start >= opening ? 0 : 0.5
    const titled = scores.has(entity) || !title.includes(label.toLowerCase()) ? 0 : 3
    scores.set(entity, (scores.get(entity) ?? 0) + weight + lead + titled)
  }
  let best: number | null = null
  let most = 0
  for (const [entity, score] of scores) {
    // A name that the title gives and the text repeats may be a company's whatever its category was taken for.
    const organization = names.categoryOf(entity) === 'organization'
    const town = municipal && names.categoryOf(entity) === 'place'
    const counted = organization
      ? score
      : town && !title.includes(references.entities[entity]?.label.toLowerCase() ?? '')
        ? 0
        : title.includes(references.entities[entity]?.label.toLowerCase() ?? '')
          ? score * 0.6
          : 0
    if (counted > most) {
      best = entity
      most = counted
    }
  }
  return best
}

/** The title, else the words of the first heading. */
function titleOf({ title, text, blocks }: Prose): string {
  const first = blocks.find(({ kind }) => kind === 'heading')
  return title === '' && first !== undefined ? text.slice(first.start, first.end) : title
}

/** Does a town speak, or is its plan told? */
function isMunicipal({ text, lang }: Prose): boolean {
  const words =
    lang === 'fr'
      ? /(?<!\p{L})(?:conseil municipal|conseil communautaire|la (?:ville|commune|métropole|municipalité|mairie))(?!\p{L})/giu
      : /(?<!\p{L})(?:(?:city|town|county|borough|district) council|the (?:council|city|borough|municipality|town))(?!\p{L})/giu
  return (text.match(words)?.length ?? 0) >= 2
}

const OURS: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:notre|nos)(?: [\p{Ll}-]{3,20}){1,3},? $/iu,
  en: /(?<!\p{L})our(?: [\p{Ll}-]{3,20}){1,3},? $/iu,
}

const OWNERS = new Set(['organization', 'person', 'product'])

/** Does the text say `we` more than in passing? */
function isFirstPerson({ text, lang }: Prose): boolean {
  const words =
    lang === 'fr' ? /(?<![\p{L}'’-])(?:nous|notre|nos)(?![\p{L}-])/giu : /(?<![\p{L}'’-])(?:we|our|us)(?![\p{L}-])/giu
  const found = text.match(words)?.length ?? 0
  return found >= 5 && found * 600 > text.length
}

/** Mentions that begin within `span`. */
export function mentionsIn(references: References, span: Span): readonly LinkedMention[] {
  const from = firstFrom(references.mentions, span.start)
  let to = from
  while (to < references.mentions.length && (references.mentions[to] as LinkedMention).start < span.end) to++
  return references.mentions.slice(from, to)
}

interface Placed {
  mention: LinkedMention
  /** Index of its first token in the sentence. */
  at: number
}

/** What stands in the subject's place: a mention, or a noun or pronoun that nothing is known of. */
type Subject =
  | Placed
  | { at: number; token: Token; kind: 'short'; entity: number }
  | { at: number; token: Token; kind: 'nominal' | 'pronoun' | 'board' | 'first' | 'members' | 'other' }

/** Finds who makes a promise; one for each document. */
export class ActorFinder {
  private readonly prose: Prose
  private readonly references: References
  private readonly targets: CompiledTargets
  /** Organizations by the first word of their name, for places where only that word stands. */
  private readonly shortNames: ReadonlyMap<string, number>
  private readonly names: NameReader
  /** The organization that the document is by or about. */
  readonly own: number | null

  constructor(prose: Prose, references: References, targets: CompiledTargets) {
    this.prose = prose
    this.references = references
    this.targets = targets
    this.names = new NameReader(prose, references)
    this.own = findOwnOrganization(prose, references, this.names)
    this.shortNames = shortNames(references, targets)
  }

  /**
   * Who makes the promise that stands at token `at` of clause `segment`, as its own sentence says it: the subject of the
   * clause, of the clause that it is coordinated with, or what its relative clause is about. Null when the sentence
   * says nothing of it, or not from clause `first` on.
   */
  findSubject(scan: Scan, at: number, segment: number, first = 0): Actor | null {
    const placed = mentionsIn(this.references, scan)
      .filter((mention) => this.isActing(mention.entity) || this.isCommitting(scan, mention))
      .map((mention) => ({ mention, at: tokenAt(scan, mention.start) }))
    const taker = findTaker(scan, placed)
    if (taker !== null) return actor(taker, 0.85)
    let skip = false
    for (let k = segment; k >= first; k--) {
      const opening = scan.segments[k]?.opening
      const from = scan.segments[k]?.at ?? 0
      if (skip && opening === 'relative') {
        skip = false
        // `Vierzon, où la société X, détenue par la ville, entend …`: a place promises less than who is there.
        const there =
          /^(?:où|where)$/.test(scan.tokens[from]?.form ?? '') &&
          this.isPlaceBefore(placed, from) &&
          placed.some(
            (one) => one.at > from && one.mention.kind === 'name' && one.at < (scan.segments[k + 1]?.at ?? Infinity),
          )
        if (!there) continue
      }
      const to = k === segment ? at : (scan.segments[k + 1]?.at ?? scan.tokens.length)
      const found = this.subjectOf(scan, placed, from, to, k)
      if (found !== null) return found
      if (opening === 'relative') {
        const before = placed.filter((one) => one.at < from)
        const members = scan.tokens.slice(from, to).some(({ form }) => this.targets.membership.has(form))
        const group = members
          ? before
              .filter(({ mention }) => !/^(?:organization|place|person)$/.test(this.categoryOf(mention.entity)))
              .pop()
          : undefined
        const antecedent =
          group ?? before.filter(({ mention }) => this.categoryOf(mention.entity) !== 'place').pop() ?? before.pop()
        if (antecedent !== undefined) return actor(antecedent.mention, 0.8)
      }
      if (opening === 'resumed') skip = true
    }
    return null
  }

  /** For whom the person works whom a pronoun stands for. */
  private employerAt(start: number): number | null {
    const { mentions } = this.references
    const mention = mentions[firstFrom(mentions, start)]
    return mention?.start === start && this.categoryOf(mention.entity) === 'person'
      ? this.names.employerOf(mention.entity)
      : null
  }

  /** The town that `la ville`, `its council` is of: the place told last in the paragraph, else the document’s own. */
  private townBefore(start: number): number | null {
    const block = this.prose.blocks.find((one) => one.start <= start && one.end > start)
    if (block === undefined) return null
    const near = mentionsIn(this.references, { start: block.start, end: start })
    // `Ville de Bressin` is an organization of its own.
    const named = near.filter(
      ({ entity, kind }) =>
        kind === 'name' &&
        (this.categoryOf(entity) === 'place' || MUNICIPAL.test(this.labelOf(entity).split(/[\s’']/)[0] ?? '')),
    )
    return named.pop()?.entity ?? null
  }

  private labelOf(entity: number): string {
    return (this.references.entities[entity]?.label ?? '').toLowerCase()
  }

  /** Whom the question before an answer asks about: `They have targets, X, I believe.` */
  private askedAbout({ start }: Span): number | null {
    const { blocks, text } = this.prose
    const index = blocks.findIndex((one) => one.start <= start && one.end > start)
    const question = blocks[index - 1]
    if (question === undefined || question.kind !== 'paragraph' || question.end - question.start > 300) return null
    if (!/\?|(?<!\p{L})(?:you|vous|i believe|je crois)(?!\p{L})/iu.test(text.slice(question.start, question.end)))
      return null
    const named = mentionsIn(this.references, question).filter(
      ({ entity, kind }) => entity !== this.own && kind === 'name' && this.categoryOf(entity) === 'organization',
    )
    return named.pop()?.entity ?? null
  }

  /** Who works where the promise is made: `Ella Marsh, its boss, says that fuel use would fall by 35 %`. */
  findSpeaker(scan: Scan): Actor | null {
    for (const mention of mentionsIn(this.references, scan)) {
      if (this.categoryOf(mention.entity) !== 'person') continue
      const at = tokenAt(scan, mention.start)
      if (this.isGoverned(scan, at, 0) && !/^(?:selon|according|d'après)$/.test(scan.tokens[0]?.form ?? '')) continue
      const employer =
        this.names.employerOf(mention.entity) ?? this.employerAround(scan, tokenAt(scan, mention.end - 1))
      if (employer !== null) return { entity: employer, mention, confidence: 0.7 }
    }
    return null
  }

  /** `At X, Lee Tam says`, `Lee Tam, its boss,`: where the sentence places a person whom the text gives no role in an organization. */
  private employerAround(scan: Scan, last: number): number | null {
    if (this.targets.possessives.has(scan.tokens[last + 2]?.form ?? '') && scan.tokens[last + 1]?.form === ',')
      return this.topicBefore(scan, false)
    const [first] = mentionsIn(this.references, scan)
    const opening = scan.tokens[0]?.form ?? ''
    return first !== undefined &&
      /^(?:at|chez)$/.test(opening) &&
      tokenAt(scan, first.start) <= 2 &&
      this.categoryOf(first.entity) === 'organization'
      ? first.entity
      : null
  }

  private isPlaceBefore(placed: readonly Placed[], at: number): boolean {
    const last = placed.filter((one) => one.at < at).pop()
    return last !== undefined && this.categoryOf(last.mention.entity) === 'place'
  }

  /**
   * The one organization that a sentence names, where it stands as the subject of a clause behind the figure: `60 % de
   * l’électricité que consomme X`, `Avec 40 millions investis, X compte …`.
   */
  findOnly(scan: Scan): Actor | null {
    const named = mentionsIn(this.references, scan).filter(
      ({ entity, kind }) => this.categoryOf(entity) === 'organization' && (kind === 'name' || kind === 'acronym'),
    )
    const [first] = named
    if (first === undefined || named.some(({ entity }) => entity !== first.entity)) return null
    let back = tokenAt(scan, first.start) - 1
    while (back >= 0 && isDeterminer(scan.tokens[back]?.form ?? '')) back--
    const before = scan.tokens[back]?.form ?? ','
    const inverted = OBJECT_RELATIVE.test(scan.tokens[back - 1]?.form ?? '')
    return before === ',' || OBJECT_RELATIVE.test(before) || inverted ? actor(first, 0.8) : null
  }

  private subjectOf(scan: Scan, placed: readonly Placed[], from: number, to: number, segment: number): Actor | null {
    const inside = placed.filter((one) => one.at >= from && one.at < to)
    const possessor = findPossessor(scan, inside, segment)
    if (possessor !== null) return actor(possessor, 0.9)
    const member = inside.find((one) => this.followsMembership(scan, one.at, from))
    if (member !== undefined && !inside.some((one) => one.at < member.at && !this.isGoverned(scan, one.at, from))) {
      return actor(member.mention, 0.85)
    }
    const subject = this.firstSubject(scan, inside, from, to)
    if (subject === null) return null
    if ('mention' in subject) {
      const { mention } = subject
      if (this.categoryOf(mention.entity) === 'initiative' && !this.isCoalition(mention)) return this.ownActor(0.7)
      return actor(mention, 0.9)
    }
    const { start, end } = subject.token
    switch (subject.kind) {
      case 'other':
        return { entity: null, mention: null, confidence: 0.5 }
      case 'short':
        return { entity: subject.entity, mention: { start, end }, confidence: 0.8 }
      case 'board':
        return this.ownActor(0.8)
      case 'first': {
        const speaker = this.quotedSpeaker(scan, start) ?? this.own
        return speaker === null ? null : { entity: speaker, mention: { start, end }, confidence: 0.8 }
      }
      case 'members':
      case 'nominal':
      case 'pronoun': {
        const speaker = subject.kind === 'pronoun' ? this.employerAt(start) : null
        const earlier = placed.filter((one) => one.at < subject.at)
        // `X, rachetée par Y, annonce qu’elle`: the subject of the sentence; `la société` is whom it named last.
        const before =
          subject.kind === 'pronoun' ? earlier.find((one) => !this.isGoverned(scan, one.at, 0)) : earlier.pop()
        const group = subject.kind === 'members' || PLURAL.test(subject.token.form)
        const town = MUNICIPAL.test(subject.token.form) ? this.townBefore(start) : null
        const entity =
          speaker ??
          town ??
          before?.mention.entity ??
          this.topicBefore(scan, group) ??
          (group && subject.kind === 'pronoun' ? this.askedAbout(scan) : null) ??
          (subject.kind === 'pronoun' ? null : this.own)
        return entity === null ? null : { entity, mention: { start, end }, confidence: 0.7 }
      }
    }
  }

  /** The first noun phrase without a preposition: a mention, or a noun or pronoun that could be an organization. */
  private firstSubject(scan: Scan, inside: readonly Placed[], from: number, to: number): Subject | null {
    let next = 0
    let place: Placed | null = null
    let possessor: Subject | null = null
    for (let at = from; at < to; at++) {
      while (next < inside.length && (inside[next] as Placed).at < at) next++
      const one = inside[next]
      if (one !== undefined && one.at === at) {
        // `Its owner, X, aims`: the possessive is the subject only where nothing else is.
        if (this.targets.possessives.has(scan.tokens[at]?.form ?? '') && one.mention.kind === 'pronoun')
          possessor ??= one
        else if (!this.isGoverned(scan, at, from) && !isOwned(scan, one)) {
          if (this.categoryOf(one.mention.entity) !== 'place') return one
          place ??= one
        }
        while (at + 1 < to && (scan.tokens[at + 1] as Token).start < one.mention.end) at++
        continue
      }
      const token = scan.tokens[at] as Token
      if (token.kind !== 'word') continue
      const { form } = token
      const short = this.shortNames.get(form)
      if (short !== undefined && this.isShortName(scan, at) && !this.isGoverned(scan, at, from)) {
        return { at, token, kind: 'short', entity: short }
      }
      // With an adjective between them: `the Milanese company`.
      const determined = isDeterminer(scan.tokens[at - 1]?.form ?? '') || isDeterminer(scan.tokens[at - 2]?.form ?? '')
      if (this.targets.firstPerson.has(form)) {
        const first: Subject = { at, token, kind: 'first' }
        // `our parent company, X, has pledged`
        if (!this.isOwner(scan, at + 1)) return first
        possessor ??= first
        continue
      }
      if (this.targets.membership.has(form) && (this.isPossessed(scan, at) || this.isGroup(scan, at, from)))
        return { at, token, kind: 'members' }
      if (determined && !this.isGoverned(scan, at, from)) {
        if (this.targets.nominals.has(form)) {
          // `the city of Leeds`, `le groupe Kerdreux`.
          const named = inside.find((one) => one.at > at && one.at <= at + 6 && this.isNamedBy(scan, at, one.at))
          if (named !== undefined) return named
          const nominal: Subject = { at, token, kind: 'nominal' }
          // `sa maison mère, X, vise`: the name beside it says more.
          if (!this.targets.possessives.has(scan.tokens[at - 1]?.form ?? '')) return nominal
          possessor ??= nominal
        }
        if (this.targets.others.has(form)) return { at, token, kind: 'other' }
        if (this.targets.boards.has(form)) return { at, token, kind: 'board' }
      }
      if (
        this.targets.pronouns.has(form) &&
        !/^(?:faut|s'agit|y|is|was)$/.test(scan.tokens[at + 1]?.form ?? '') &&
        !/^(?:its|their|qui|which|who)$/.test(form)
      ) {
        return { at, token, kind: 'pronoun' }
      }
    }
    return place !== null && scan.cues.some((cue) => cue.at > (place as Placed).at) ? place : possessor
  }

  /**
   * Do only `of`, `de` and articles stand between a noun and a name, or words that describe the noun further: `la société
   * d’économie mixte X`?
   */
  private isNamedBy(scan: Scan, noun: number, name: number): boolean {
    let plain = true
    for (let at = noun + 1; at < name; at++) {
      const { form, kind } = scan.tokens[at] as Token
      if (/^(?:of|de|d'|du|des|la|le|l'|the|«|")$/.test(form)) continue
      plain = false
      if (kind !== 'word' || this.targets.prepositions.has(form) || OBJECT_RELATIVE.test(form) || form === 'qui')
        return false
      if (this.targets.lang === 'en' || scan.cues.some((cue) => cue.at === at)) return false
    }
    // `la société prévoit que X`: further words hold no article before the name.
    return plain || !isDeterminer(scan.tokens[name - 1]?.form ?? '')
  }

  /** A capitalised word that is no part of a longer name. */
  private isShortName(scan: Scan, at: number): boolean {
    const { text } = this.prose
    const capital = (token: Token | undefined) =>
      token?.kind === 'word' && text[token.start] !== (text[token.start] as string).toLowerCase()
    const token = scan.tokens[at] as Token
    return capital(token) && (at === 0 || !capital(scan.tokens[at - 1])) && !capital(scan.tokens[at + 1])
  }

  /** Whom the sentences before this one, in its paragraph, speak of: the last subject, else the last name. */
  private topicBefore(scan: Scan, group: boolean): number | null {
    const { prose } = this
    const block = prose.blocks.find((one) => one.start <= scan.start && one.end >= scan.start)
    if (block === undefined) return null
    const before = mentionsIn(this.references, { start: block.start, end: scan.start }).filter(({ entity }) =>
      this.isActing(entity),
    )
    if (group) {
      const named = before
        .filter((mention) => this.categoryOf(mention.entity) === 'initiative' || this.isCoalition(mention))
        .pop()
      if (named !== undefined) return named.entity
    }
    const organizations = before.filter(({ entity }) => this.categoryOf(entity) === 'organization')
    const last = organizations[organizations.length - 1]
    if (last === undefined) return null
    const sentence = [...prose.sentences].reverse().find((one) => one.start <= last.start)
    const subject = organizations.find(
      (mention) => mention.start >= (sentence?.start ?? 0) && !this.isGovernedText(mention.start),
    )
    return (subject ?? last).entity
  }

  /** Whose first person the quotation around `offset` is in: the organization that is named after it, or before. */
  private quotedSpeaker(scan: Scan, offset: number): number | null {
    const { text } = this.prose
    const block = this.prose.blocks.find((one) => one.start <= offset && one.end > offset)
    if (block === undefined) return null
    const before = text.slice(block.start, offset)
    const opened =
      Math.max(before.lastIndexOf('«'), before.lastIndexOf('“')) >
      Math.max(before.lastIndexOf('»'), before.lastIndexOf('”'))
    const straight = before.split('"').length % 2 === 0
    if (!opened && !straight) return null
    const around = mentionsIn(this.references, block).filter(
      ({ entity, kind }) => this.categoryOf(entity) === 'organization' && kind !== 'pronoun',
    )
    const after = around.find((mention) => mention.start > offset && mention.start < scan.end + 120)
    const first = around.find((mention) => mention.start < offset)
    return (after ?? first)?.entity ?? null
  }

  private ownActor(confidence: number): Actor | null {
    return this.own === null ? null : { entity: this.own, mention: null, confidence }
  }

  private categoryOf(entity: number): string {
    return this.names.categoryOf(entity)
  }

  /** Could it promise something? A person of one name is as likely a company, a charter is those who signed it. */
  private isActing(entity: number): boolean {
    if (entity === this.own) return true
    const { label } = this.references.entities[entity] as LocalEntity
    const category = this.names.categoryOf(entity)
    if (category === 'organization' || category === 'initiative' || category === 'place') return true
    if (category === 'person') return !/[\s-]/.test(label)
    return (
      category !== 'concept' &&
      label
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .some((word) => this.targets.coalitions.has(word))
    )
  }

  /** `Relais Plus vise …`: what binds itself is somebody, though its name was taken for that of a thing. */
  private isCommitting(scan: Scan, { entity, end, kind }: LinkedMention): boolean {
    if (kind !== 'name' || !/^(?:product|work|event)$/.test(this.categoryOf(entity))) return false
    const next = tokenAt(scan, end)
    return scan.cues.some(
      ({ kind: cue, at, start }) => cue === 'commit' && start >= end && at <= next + 3 && at >= next - 1,
    )
  }

  /** A group of others, who promise together, and not somebody's plan. */
  private isCoalition({ start, end }: Span): boolean {
    const around = this.prose.text.slice(Math.max(0, start - 50), end + 50).toLowerCase()
    return around.split(/[^\p{L}]+/u).some((word) => this.targets.coalitions.has(word))
  }

  /** Does a preposition stand before the noun phrase of the token `at`? */
  private isGoverned(scan: Scan, at: number, from: number): boolean {
    let back = at - 1
    while (back >= from && back >= at - 3 && isDeterminer(scan.tokens[back]?.form ?? '')) back--
    // `par le groupe X`, `by the retailer X`
    if (
      back > from &&
      this.targets.nominals.has(scan.tokens[back]?.form ?? '') &&
      isDeterminer(scan.tokens[back - 1]?.form ?? '')
    )
      back -= 2
    // In parentheses a name belongs to the one before them.
    const before = scan.tokens[back]?.form ?? ''
    return back >= from && (before === '(' || this.targets.prepositions.has(before))
  }

  private isGovernedText(start: number): boolean {
    const words = this.prose.text
      .slice(Math.max(0, start - 24), start)
      .toLowerCase()
      .replaceAll('’', "'")
      .split(/(?<=')|[\s]+/)
    for (let at = words.length - 1; at >= 0; at--) {
      const word = words[at] as string
      if (word === '' || isDeterminer(word)) continue
      return this.targets.prepositions.has(word)
    }
    return false
  }

  /** `les adhérents de Lait Demain`, `members of RE100`. */
  private followsMembership(scan: Scan, at: number, from: number): boolean {
    for (let back = at - 1; back >= from && back >= at - 4; back--) {
      if (this.targets.membership.has(scan.tokens[back]?.form ?? '')) return true
    }
    return false
  }

  /** Is what is said to be ours somebody above us: `our parent company`, `notre actionnaire`, `notre maison mère`? */
  private isOwner(scan: Scan, at: number): boolean {
    return /^(?:parent|owner|shareholder|actionnaire|propriétaire|maison)$/.test(scan.tokens[at]?.form ?? '')
  }

  /** `the members have`, `les adhérents`: as the subject, and of a group that the text tells elsewhere. */
  private isGroup(scan: Scan, at: number, from: number): boolean {
    return (
      /^(?:the|les)$/.test(scan.tokens[at - 1]?.form ?? '') &&
      /^(?:members|signatories|membres|adhérents|adhérentes|signataires|sociétaires|participants)$/.test(
        (scan.tokens[at] as Token).form,
      ) &&
      !/^(?:of|de|d'|du)$/.test(scan.tokens[at + 1]?.form ?? '') &&
      !this.isGoverned(scan, at, from)
    )
  }

  /** `ses adhérents`, `its nineteen signatories`. */
  private isPossessed(scan: Scan, at: number): boolean {
    for (let back = at - 1; back >= 0 && back >= at - 3; back--) {
      if (this.targets.possessives.has(scan.tokens[back]?.form ?? '')) return true
    }
    return false
  }
}

/** Nouns for those who run a town. */
const MUNICIPAL =
  /^(?:ville|commune|métropole|municipalité|mairie|agglomération|agglo|council|city|town|borough|municipality|county|collectivité)$/
const PLURAL = /^(?:ils|elles|they|ceux-ci|celles-ci)$/
/** `X’s owner, Y, has pledged`: somebody else is the subject. */
function isOwned(scan: Scan, { mention, at }: Placed): boolean {
  let next = at
  while (next < scan.tokens.length && (scan.tokens[next] as Token).start < mention.end) next++
  return (
    /^(?:'s|')$/.test(scan.tokens[next]?.form ?? '') &&
    /^(?:owner|parent|supplier|rival|subsidiary|shareholder|landlord|customer|partner|competitor)s?$/.test(
      scan.tokens[next + 1]?.form ?? '',
    )
  )
}

const OBJECT_RELATIVE = /^(?:que|qu'|that|which)$/

function actor(mention: LinkedMention, confidence: number): Actor {
  return { entity: mention.entity, mention, confidence: Math.max(0.4, Math.min(confidence, mention.confidence)) }
}

function shortNames({ entities }: References, targets: CompiledTargets): Map<string, number> {
  const names = new Map<string, number>()
  const shared = new Set<string>()
  entities.forEach(({ category, label, aliases }, entity) => {
    if (category !== 'organization') return
    for (const name of [label, ...aliases]) {
      const word = name.split(/[\s'’-]/)[0]?.toLowerCase() ?? ''
      if (word.length < 4 || targets.nominals.has(word) || targets.membership.has(word)) continue
      if (names.has(word) && names.get(word) !== entity) shared.add(word)
      else names.set(word, entity)
    }
  })
  for (const word of shared) names.delete(word)
  return names
}

/** `…: c’est l’engagement pris par X`, `a commitment made by X`. */
function findTaker(scan: Scan, placed: readonly Placed[]): LinkedMention | null {
  for (const { kind, at } of scan.cues) {
    if (kind !== 'commit' || !/^(?:pris|prise|made|given)$/.test(scan.tokens[at + 1]?.form ?? '')) continue
    if (!/^(?:par|by)$/.test(scan.tokens[at + 2]?.form ?? '')) continue
    const name = isDeterminer(scan.tokens[at + 3]?.form ?? '') ? at + 4 : at + 3
    const found = placed.find((one) => one.at === name)
    if (found !== undefined) return found.mention
  }
  return null
}

/** `X’s goal`, `l’objectif de X`. */
function findPossessor(scan: Scan, inside: readonly Placed[], segment: number): LinkedMention | null {
  for (const cue of scan.cues) {
    if (cue.kind !== 'commit' || cue.segment !== segment) continue
    if (!/^(?:de|d'|du|des|of)$/.test(scan.tokens[cue.at + 1]?.form ?? '')) continue
    const found = inside.find(
      ({ at }) => at === cue.at + 2 || (at === cue.at + 3 && isDeterminer(scan.tokens[cue.at + 2]?.form ?? '')),
    )
    if (found !== undefined) return found.mention
  }
  return null
}

function isDeterminer(form: string): boolean {
  return /^(?:la|le|l'|les|the|a|an|un|une|ce|cette|this|sa|son|ses|leur|leurs|its|their|our|his|her|notre|nos|votre|your|«|"|“)$/.test(
    form,
  )
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
