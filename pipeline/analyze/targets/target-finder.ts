import type {
  Block,
  Direction,
  Evidence,
  Prose,
  Quantities,
  Quantity,
  References,
  Span,
  TargetClaim,
  TargetField,
  TargetStatus,
} from '../../model.ts'
import { TARGET_FIELDS } from '../../model.ts'
import { firstFrom } from '../bisect.ts'
import { makeEvidence } from '../make-evidence.ts'
import type { QuantityReader } from '../quantities/read-quantity.ts'
import { readTokens } from '../quantities/read-tokens.ts'
import { assignTimes, type MeasureTimes } from './assign-times.ts'
import type { CompiledTargets } from './compile-lexicon.ts'
import {
  findDirection,
  findKind,
  findMetric,
  findObject,
  findScope,
  isCount,
  isCurrency,
  isPeriod,
} from './describe-measure.ts'
import { type Actor, ActorFinder, mentionsIn } from './find-actor.ts'
import { judgeMeasure, type Setting } from './judge-measure.ts'
import { type Column, quantitiesIn, readHeader, readLabel, timesIn } from './read-table.ts'
import { type Measure, type Scan, scanSentence, type Time } from './scan-sentence.ts'

const EXTRACTOR = 'targets@1'
const NAMED_BY_GOALS =
  /^(?:philosophie|démarche|stratégie|approche|politique|vision|label|plan|programme|initiative|feuille|philosophy|approach|policy|strategy|roadmap|scheme|economy|future|economies)$/
/** Between a preposition and a figure. */
const APPROXIMATE =
  /^(?:just|about|around|some|nearly|roughly|almost|under|over|only|barely|environ|près|presque|quelque|à|peine)$/
const NOTHING: Quantities = { quantities: [], times: [] }

export interface TargetInput {
  prose: Prose
  references: References
  quantities: Quantities
}

/** What is known of a target beside its figure. */
interface Draft {
  block: number
  evidence: Span
  actor: Actor | null
  times: MeasureTimes
  status: TargetStatus
  confidence: number
  metric?: Span | null
  unit?: string | null
  direction?: Direction
  baselineValue?: Quantity | undefined
  /** Texts of the table row that may tell the kind. */
  labels?: readonly string[]
}

/** Reads one document; carries what sentences hand on to those after them. */
export class TargetFinder {
  private readonly claims: TargetClaim[] = []
  private readonly actors: ActorFinder
  /** Names within which nothing is read, in text order. */
  private readonly names: readonly Span[]
  private readonly year: number | null
  private readonly scans = new Map<number, Scan>()
  private readonly wordScans = new Map<number, Scan>()
  private readonly headers = new Map<number, Column[]>()
  /** Index of the heading block of each section. */
  private readonly headingOf: number[] = []
  private readonly input: TargetInput
  private readonly targets: CompiledTargets
  private readonly quantityReader: QuantityReader
  /** The last target and the block it was read in. */
  private previous: { claim: TargetClaim; block: number; deadline: Time | null } | null = null

  constructor(input: TargetInput, targets: CompiledTargets, quantityReader: QuantityReader) {
    this.input = input
    this.targets = targets
    this.quantityReader = quantityReader
    const { entities, mentions } = input.references
    this.actors = new ActorFinder(input.prose, input.references, targets)
    this.names = mentions.filter(
      ({ entity, kind }) => (kind === 'name' || kind === 'acronym') && entities[entity]?.category !== 'concept',
    )
    for (const [index, block] of input.prose.blocks.entries()) {
      if (block.kind === 'heading') this.headingOf[block.section] ??= index
    }
    const { date } = input.prose
    this.year = date === null ? null : Number.parseInt(date.slice(0, 4), 10)
  }

  find(): readonly TargetClaim[] {
    const { prose } = this.input
    let row = -1
    for (const sentence of prose.sentences) {
      const block = prose.blocks[sentence.block] as Block
      if (block.kind === 'code' || block.kind === 'heading') continue
      if (block.kind === 'tableRow') {
        if (sentence.block !== row) this.readRow(block, sentence.block)
        row = sentence.block
      } else if (this.isPromising(sentence)) this.readSentence(sentence, sentence.block)
    }
    const claims = [...this.claims, ...this.readHeadings()].sort((a, b) => a.evidence.start - b.evidence.start)
    return this.withSummaries(claims)
  }

  /**
   * A row that sums up what the text promises (same actor, figure and year) says it in the text’s words, so that the two
   * are known for one.
   */
  private withSummaries(claims: readonly TargetClaim[]): readonly TargetClaim[] {
    const { prose } = this.input
    const isRow = ({ evidence }: TargetClaim): boolean => {
      const sentence = prose.sentences[firstFrom(prose.sentences, evidence.start)]
      return sentence !== undefined && prose.blocks[sentence.block]?.kind === 'tableRow'
    }
    const key = ({ actor, value, unit, targetYear }: TargetClaim) => `${actor} ${value} ${unit} ${targetYear}`
    const told = new Map<string, TargetClaim>()
    for (const claim of claims) {
      if (claim.value === null || claim.targetYear === null || isRow(claim)) continue
      if (!told.has(key(claim))) told.set(key(claim), claim)
    }
    if (told.size === 0) return claims
    return claims.map((claim) => {
      const text = claim.value !== null && isRow(claim) ? told.get(key(claim)) : undefined
      if (text === undefined || text.status !== claim.status) return claim
      const { kind, metric, direction, scope, startYear } = text
      const { metric: _, scope: __, startYear: ___, ...own } = claim.fields
      const fields: Partial<Record<TargetField, Evidence>> = own
      for (const field of ['metric', 'scope', 'startYear', 'baselineYear'] as const) {
        const read = text.fields[field]
        if (read && !fields[field]) fields[field] = read
      }
      const baselineYear = claim.baselineYear ?? text.baselineYear
      const summary = { ...claim, kind, metric, direction, scope, startYear, baselineYear, fields }
      return { ...summary, missing: missingFields(summary) }
    })
  }

  /** Targets that only a heading states: one that the text repeats is the text's. */
  private readHeadings(): TargetClaim[] {
    const { prose } = this.input
    const stated = this.claims.splice(0)
    for (const sentence of prose.sentences) {
      if (prose.blocks[sentence.block]?.kind === 'heading' && this.isPromising(sentence)) {
        this.readSentence(sentence, sentence.block)
      }
    }
    const headings = this.claims.filter(
      (claim) =>
        claim.targetYear !== null &&
        !stated.some(
          (other) =>
            other.targetYear === claim.targetYear &&
            (other.value === claim.value || isNeutrality(other) === isNeutrality(claim)),
        ),
    )
    this.claims.splice(0, this.claims.length, ...stated)
    return headings
  }

  /** Is there anything in `span` that a target could be made of? Spares the work on most sentences. */
  private isPromising(span: Span): boolean {
    const { quantities } = this.input
    const quantity = quantities.quantities[firstFrom(quantities.quantities, span.start)]
    if (quantity !== undefined && quantity.start < span.end) return true
    // `gone from every product by the end of this year`: a date to come without a figure.
    const time = quantities.times[firstFrom(quantities.times, span.start)]
    if (time !== undefined && time.start < span.end && time.role === 'deadline') return true
    return /neutr|z[ée]ro|0|positi/i.test(this.input.prose.text.slice(span.start, span.end))
  }

  private scan(span: Span): Scan {
    return this.scanOnce(this.scans, span, this.input.quantities)
  }

  /** What the words of a line say, its figures and dates left aside. */
  private scanWords(span: Span): Scan {
    return this.scanOnce(this.wordScans, span, NOTHING)
  }

  /** Sentences are looked at for themselves, as what comes after another, as what introduces a list. */
  private scanOnce(scans: Map<number, Scan>, span: Span, quantities: Quantities): Scan {
    const known = scans.get(span.start)
    if (known?.end === span.end) return known
    const scan = scanSentence(this.input.prose, span, quantities, this.targets, this.names)
    scans.set(span.start, scan)
    return scan
  }

  private readSentence(span: Span, blockIndex: number): void {
    const scan = this.scan(span)
    if (scan.measures.length === 0) {
      this.readNewDate(span, blockIndex)
      return
    }
    this.readAnaphor(scan, blockIndex)
    const times = assignTimes(scan)
    const setting = this.settingOf(scan, blockIndex)
    let stated = 0
    scan.measures.forEach((measure, index) => {
      if (!this.isMeasurable(scan, measure)) return
      const own = this.withInherited(scan, times[index] as MeasureTimes, blockIndex)
      const judgement = judgeMeasure(scan, measure, own.deadline, setting, this.targets)
      if (judgement === null) return
      const actor = this.actorOf(scan, measure, blockIndex)
      this.add(scan, measure, { block: blockIndex, evidence: span, actor, times: own, ...judgement })
      stated++
    })
    if (stated > 0) {
      this.readMove(scan)
      this.readEllipses(scan)
    }
  }

  /** `X had aimed for net zero by 2040 but has pushed the date back to 2045`: the later date takes the first one’s place. */
  private readMove(scan: Scan): void {
    const { previous } = this
    const measure = scan.measures[scan.measures.length - 1] as Measure
    const moved = scan.cues.find(({ kind, start }) => kind === 'moved' && start > measure.start)
    if (previous === null || moved === undefined) return
    const time = scan.times.find(({ role, start }) => role !== 'baseline' && role !== 'start' && start > moved.start)
    if (time?.endYear == null || this.isOver(time.endYear) || time.endYear === previous.claim.targetYear) return
    if (previous.deadline === null || previous.deadline.start > moved.start) return
    this.claims[this.claims.lastIndexOf(previous.claim)] = { ...previous.claim, status: 'superseded' }
    this.repeat({ ...previous.claim, status: 'announced' }, time, scan, null)
  }

  /** `X vise la neutralité en 2038 ; Y, en 2050`: a name and a date after the last figure repeat its promise. */
  private readEllipses(scan: Scan): void {
    const measure = scan.measures[scan.measures.length - 1] as Measure
    for (const time of scan.times) {
      if (time.segment <= measure.segment || time.role === 'baseline' || time.role === 'start') continue
      if (time.endYear === null || this.isOver(time.endYear) || this.previous === null) continue
      if (this.previous.deadline?.start === time.start) continue
      const actor = this.actors.findSubject(scan, time.at, time.segment, measure.segment + 1)
      if (actor?.mention && actor.entity !== this.previous.claim.actor)
        this.repeat(this.previous.claim, time, scan, actor)
    }
  }

  /** `Last week it moved the date to 2042`: takes the place of the target before. */
  private readNewDate(span: Span, blockIndex: number): void {
    if (this.previous?.block !== blockIndex || this.previous.claim.status !== 'announced') return
    const scan = this.scan(span)
    if (this.readAnaphor(scan, blockIndex)) return
    const moved = scan.cues.find(({ kind }) => kind === 'moved')
    const time = scan.times.find(({ role, start }) => role !== 'baseline' && moved !== undefined && start > moved.start)
    if (time?.endYear == null || this.isOver(time.endYear)) return
    const old = this.previous.claim
    this.claims[this.claims.lastIndexOf(old)] = { ...old, status: 'superseded' }
    this.repeat(old, time, scan, null)
  }

  /**
   * `This share will now be reached in 2029`: what the sentence before said, with a date that takes the place of its own.
   * Whether it says so.
   */
  private readAnaphor(scan: Scan, blockIndex: number): boolean {
    const { previous } = this
    if (previous?.block !== blockIndex || previous.claim.status !== 'announced' || previous.claim.value === null)
      return false
    const at = /^(?:but|and|mais|et|or)$/.test(scan.tokens[0]?.form ?? '') ? 1 : 0
    const anaphor = this.targets.figures.match(scan.tokens, at)
    if (anaphor === null) return false
    const time = scan.times.find(({ role }) => role !== 'baseline' && role !== 'start')
    if (time?.endYear == null || this.isOver(time.endYear)) return false
    if (scan.measures.some(({ start }) => start < time.start)) return false
    if (!scan.cues.some(({ kind, segment: own }) => own === 0 && (kind === 'intend' || kind === 'commit'))) return false
    if (scan.cues.some(({ kind }) => kind === 'negation' || kind === 'hypothesis' || kind === 'forecast')) return false
    const old = previous.claim
    this.claims[this.claims.lastIndexOf(old)] = { ...old, status: 'superseded' }
    this.repeat(old, time, scan, null)
    return true
  }

  /** The same promise with another date, and another actor where one is given. */
  private repeat(claim: TargetClaim, time: Time, span: Span, actor: Actor | null): void {
    const { prose } = this.input
    const fields = { ...claim.fields, targetYear: makeEvidence(prose, time.start, time.end) }
    if (actor?.mention) fields.actor = makeEvidence(prose, actor.mention.start, actor.mention.end)
    this.claims.push({
      ...claim,
      actor: actor?.entity ?? claim.actor,
      startYear: time.role === 'period' ? time.startYear : null,
      targetYear: time.endYear,
      fields,
      evidence: makeEvidence(prose, span.start, span.end),
    })
  }

  private readRow(block: Block, blockIndex: number): void {
    const { prose, quantities } = this.input
    const { cells, headerRow } = block
    if (headerRow === undefined || headerRow === blockIndex || cells === undefined) return
    const header = prose.blocks[headerRow] as Block
    let columns = this.headers.get(headerRow)
    if (columns === undefined) {
      columns = readHeader(prose, header, quantities, this.targets)
      this.headers.set(headerRow, columns)
    }
    const roles = columns.map(({ role }) => role)
    const cellOf = (role: Column['role']) => (roles.includes(role) ? cells[roles.indexOf(role)] : undefined)
    const status = this.rowStatus(cellOf('status'))
    const base = roles.indexOf('baseline')
    const baseCell = cells[base]
    const baseHeader = header.cells?.[base]
    const baseYear =
      (baseCell && timesIn(quantities, baseCell)[0]) ?? (baseHeader && timesIn(quantities, baseHeader)[0])
    const common = {
      block: blockIndex,
      evidence: { start: block.start, end: block.end },
      actor: this.rowActor(cellOf('actor'), blockIndex),
      labels: cells
        .filter((_, index) => isDescribing(roles[index] ?? null))
        .map((cell) => prose.text.slice(cell.start, cell.end)),
      baselineValue: baseCell && quantitiesIn(quantities, baseCell)[0],
    }
    const baseline = baseYear === undefined ? null : standing(baseYear)

    if (roles.includes('target')) {
      // One column a target year: `| Measure | 2019 (base year) | 2027 target | 2032 target |`.
      const { metric, unit } = readLabel(prose, cells[Math.max(0, roles.indexOf('measure'))] as Span, (text) =>
        this.unitOf(text),
      )
      const actual = cells[roles.indexOf('actual')]
      const before = common.baselineValue ?? (actual && quantitiesIn(quantities, actual)[0])
      for (const [index, role] of roles.entries()) {
        const cell = cells[index]
        const headerCell = header.cells?.[index]
        const time = headerCell && timesIn(quantities, headerCell)[0]
        if (role !== 'target' || cell === undefined || time === undefined) continue
        const scan = this.scan(cell)
        const measure = scan.measures[0]
        if (measure === undefined || isDenied(scan) || (this.isOver(time.endYear) && status === 'announced')) continue
        const value = measure.quantity?.value ?? null
        const falls = value !== null && typeof before?.value === 'number' && value < before.value
        this.add(scan, measure, {
          ...common,
          metric,
          unit: measure.quantity?.unit ?? unit ?? this.countedIn(metric),
          direction: falls ? 'reduce' : 'reach',
          times: { deadline: standing(time), start: null, baseline },
          status,
          confidence: 0.9,
        })
      }
      return
    }

    // One row a target, its date in a cell of its own or with the words.
    const deadlineCell = cellOf('deadline')
    const deadline = deadlineCell && timesIn(quantities, deadlineCell)[0]
    // Of figures in columns that say nothing of themselves, the last is where the row leads, the first where it starts.
    const unnamed = [...cells.keys()].filter(
      (index) => (roles[index] ?? null) === null && quantitiesIn(quantities, cells[index] as Span).length > 0,
    )
    for (const [index, cell] of cells.entries()) {
      if (!isDescribing(roles[index] ?? null) || (unnamed.includes(index) && index !== unnamed.at(-1))) continue
      const scan = this.scan(cell)
      if (isDenied(scan)) continue
      const dropped = scan.cues.some(({ kind }) => kind === 'withdrawn')
      const times = assignTimes(scan)
      for (const [at, measure] of scan.measures.entries()) {
        if (!this.isMeasurable(scan, measure)) continue
        const own = times[at] as MeasureTimes
        // The column of dates holds, but for one of several figures that has its own date next to it.
        const near = own.deadline !== null && own.deadline.at >= measure.next && own.deadline.at - measure.next <= 2
        const inCell = deadline === undefined || (near && scan.measures.length > 1)
        const time = (inCell ? own.deadline : standing(deadline)) ?? this.standingDeadline(block)
        if (time === null && !scan.cues.some(({ kind }) => kind === 'commit')) continue
        if (this.isOver(time?.endYear ?? null) && status !== 'achieved' && status !== 'withdrawn') continue
        const label = cells.find((_, other) => other !== index && isDescribing(roles[other] ?? null))
        this.add(scan, measure, {
          ...common,
          metric: findMetric(scan, measure, measure.quantity?.unit ?? null, this.targets) ?? label ?? null,
          times: {
            deadline: time,
            start: own.start,
            baseline: measure.goal === null ? (own.baseline ?? baseline) : null,
          },
          status: dropped ? 'withdrawn' : status,
          confidence: 0.85,
        })
      }
    }
  }

  private rowStatus(cell: Span | undefined): TargetStatus {
    if (cell === undefined) return 'announced'
    const { cues } = scanSentence(this.input.prose, cell, NOTHING, this.targets)
    for (const { kind } of cues) {
      if (kind === 'achieved' || kind === 'withdrawn') return kind
      if (kind === 'progress') return 'in-progress'
    }
    return 'announced'
  }

  private rowActor(cell: Span | undefined, blockIndex: number): Actor | null {
    const named = cell && mentionsIn(this.input.references, cell)[0]
    return named ? { entity: named.entity, mention: named, confidence: 0.95 } : this.standingActor(blockIndex)
  }

  private unitOf(text: string): string | null {
    const tokens = readTokens(text, this.targets.lang)
    return tokens.length === 0 ? null : this.quantityReader.readUnit(text, tokens, 0)
  }

  /** What a row counts, by its label: `Electric vans`, `Bornes de recharge`. */
  private countedIn(label: Span): string | null {
    const words = wordsOf(this.input.prose.text.slice(label.start, label.end)).filter((word) => word !== '')
    const noun = this.targets.lang === 'fr' ? words[0] : words[words.length - 1]
    return noun !== undefined && /[sx]$/.test(noun) ? noun : null
  }

  private isOver(year: number | null): boolean {
    return this.year !== null && year !== null && year < this.year
  }

  /**
   * Dates that a sentence takes over: `Desquels, 62,5 millions …` those of the sum it is a part of, an item or figure
   * without one that of the line or heading over it (`Nos objectifs 2030`).
   */
  private withInherited(scan: Scan, times: MeasureTimes, blockIndex: number): MeasureTimes {
    if (times.deadline !== null) return times
    if (this.previous?.block === blockIndex && isContinuation(scan))
      return { ...times, deadline: this.previous.deadline }
    const block = this.input.prose.blocks[blockIndex] as Block
    if (block.kind !== 'listItem' || scan.start > block.start) return times
    if (scan.times.some(({ role }) => role !== 'baseline')) return times
    return { ...times, deadline: this.standingDeadline(block) }
  }

  /** The date that the line or heading over a block sets for all that it promises. */
  private standingDeadline(block: Block): Time | null {
    const { prose, quantities } = this.input
    const lines: Span[] = block.introducedBy === undefined ? [] : [prose.blocks[block.introducedBy] as Block]
    const heading = prose.blocks[this.headingOf[block.section] ?? -1]
    if (heading !== undefined) lines.push(heading)
    for (const line of lines) {
      if (!wordsOf(this.textOf(line)).some((word) => this.targets.headings.has(word))) continue
      const times = timesIn(quantities, line).filter(
        ({ role, start, endYear }) =>
          role !== 'baseline' && role !== 'start' && endYear !== null && !this.isInName(start),
      )
      const [time] = times
      if (time !== undefined && times.length === 1 && !this.isOver(time.endYear)) return standing(time)
    }
    return null
  }

  private isInName(offset: number): boolean {
    const name = this.names[firstFrom(this.names, offset + 1) - 1]
    return name !== undefined && name.end > offset
  }

  /** The unit of the last quantity before `measure` in its paragraph or the one before. */
  private unitBefore(measure: Measure, blockIndex: number): string | null {
    const { quantities } = this.input.quantities
    // An answer takes up what the question before it counts.
    const first = this.input.prose.blocks[Math.max(0, blockIndex - 1)] as Block
    for (let at = firstFrom(quantities, measure.start) - 1; at >= 0; at--) {
      const quantity = quantities[at] as Quantity
      if (quantity.start < first.start) return null
      if (quantity.unit !== null && !/^(?:ans|years|EUR|GBP|USD)$/.test(quantity.unit)) return quantity.unit
    }
    return null
  }

  /** Bare numbers, figures that are part of a name and figures of comparison are nothing to aim at. */
  private isMeasurable(scan: Scan, measure: Measure): boolean {
    const { quantity, goal } = measure
    const { prose, references } = this.input
    // `la philosophie zéro carbone`, `a net zero strategy`: what something is called by is not what it promises.
    const described = scan.tokens[this.targets.lang === 'fr' ? measure.at - 1 : measure.next]?.form ?? ''
    if (goal !== null && goal.value === null && quantity === null && NAMED_BY_GOALS.test(described)) return false
    if (quantity !== null && goal === null) {
      const before = scan.tokens[measure.at - 1]?.form ?? ''
      if (quantity.unit === null && !isRate(scan, measure) && !this.isElliptic(scan, measure)) return false
      // A length of time is a goal only as something that is brought to it: `porter à huit ans`.
      if ((quantity.unit === 'ans' || quantity.unit === 'years') && !/^(?:à|to)$/.test(before)) return false
    }
    for (const mention of mentionsIn(references, { start: measure.start - 60, end: measure.end })) {
      const category = references.entities[mention.entity]?.category
      if (category === 'concept' || category === 'place') continue
      if (mention.start <= measure.start && mention.end >= measure.end) return false
    }
    // `(it’s 71% now)`
    if (/^(?:now|today|currently|aujourd'hui|actuellement)$/.test(scan.tokens[measure.next]?.form ?? '')) return false
    // What is struck out is no longer meant.
    if (prose.marks.some((mark) => mark.kind === 'delete' && mark.start <= measure.start && mark.end >= measure.end))
      return false
    // `la consommation de ses onze usines`: what an owner has is where the promise holds.
    const counted = scan.tokens[measure.at - 1]?.form ?? ''
    const others = scan.measures.some((other) => other !== measure && other.segment === measure.segment)
    if (others && isCount(measure) && this.targets.possessives.has(counted)) return false
    // What the money of the clause buys is no goal of its own: `12 millions pour l’achat de 28 trains`.
    const bought = scan.measures.some(
      ({ segment, start, quantity: sum }) =>
        segment === measure.segment &&
        start < measure.start &&
        sum !== null &&
        (isCurrency(sum.unit) || (sum.unit === null && (sum.value ?? 0) >= 1e6)),
    )
    if (bought && /^(?:de|d'|of)$/.test(scan.tokens[measure.at - 1]?.form ?? '') && isCount(measure)) return false
    // `de 24 à 12 %`: where it starts from.
    const further = scan.measures.find(({ at }) => at === measure.next + 1)
    if (
      further !== undefined &&
      /^(?:de|d'|from)$/.test(counted) &&
      /^(?:à|to)$/.test(scan.tokens[measure.next]?.form ?? '') &&
      (quantity?.unit === null || quantity?.unit === further.quantity?.unit)
    )
      return false
    return !this.isCompared(scan, measure.at)
  }

  /** Is the figure at token `at` one of another day or thing: `up from just under 900`, `rather than the 55 %`? */
  private isCompared(scan: Scan, at: number): boolean {
    const { compared, determiners } = this.targets
    let end = at
    while (
      end > 0 &&
      (APPROXIMATE.test(scan.tokens[end - 1]?.form ?? '') || determiners.has(scan.tokens[end - 1]?.form ?? ''))
    )
      end--
    for (const last of new Set([at, end]))
      for (let length = 1; length <= 5; length++)
        if (compared.match(scan.tokens, last - length)?.next === last) return true
    return false
  }

  /** Does the line end in what somebody asks of others, expects or supposes? */
  private asks(line: Span): boolean {
    const { cues } = this.scanWords(line)
    const last = cues.filter(({ kind }) => kind !== 'act' && kind !== 'report' && kind !== 'former').pop()
    return last !== undefined && /^(?:demand|forecast|hypothesis|negation)$/.test(last.kind)
  }

  /** An item under a line or heading that asks something of others: `Ce que nous demandons`. */
  private isDemanded(block: Block, introduction: Block | undefined): boolean {
    if (introduction !== undefined && this.asks(introduction)) return true
    const heading = block.kind === 'listItem' ? this.input.prose.blocks[this.headingOf[block.section] ?? -1] : undefined
    return heading !== undefined && this.asks(heading)
  }

  /** What the sentence after this one says of a promise: that it was given up, or kept. */
  private outcomeAfter(scan: Scan, blockIndex: number): ReturnType<Setting['outcome']> {
    const { prose } = this.input
    const next = prose.sentences[firstFrom(prose.sentences, scan.end)]
    if (next === undefined || next.block !== blockIndex) return null
    const after = this.scan(next)
    if (after.measures.some(({ quantity }) => quantity?.unit === '%')) return null
    if (after.cues.some(({ kind }) => kind === 'withdrawn')) return 'withdrawn'
    return after.cues.some(({ kind, at, end, start }) => kind === 'achieved' && at < 4 && end - start > 6)
      ? 'achieved'
      : null
  }

  /** Can a bare figure stand for so many of what was told before: `en livrer 120 d’ici 2029`? */
  private isElliptic(scan: Scan, measure: Measure): boolean {
    if ((measure.quantity?.value ?? 0) < 10) return false
    const after = scan.tokens[measure.next]
    if (after === undefined || after.kind === 'symbol' || this.targets.metricEnds.has(after.form)) return true
    if (/^(?:autres|others|more|supplémentaires)$/.test(after.form)) return true
    // `60,000 a year`
    if (/^(?:a|per|par|each|chaque)$/.test(after.form) && isPeriod(scan.tokens[measure.next + 1]?.form ?? ''))
      return true
    return scan.times.some(({ at }) => at === measure.next) || (measure.quantity?.value ?? 0) >= 1e6
  }

  private settingOf(scan: Scan, blockIndex: number): Setting {
    const { prose } = this.input
    const block = prose.blocks[blockIndex] as Block
    const path = prose.sections[block.section]?.path ?? []
    const introduction = block.introducedBy === undefined ? undefined : prose.blocks[block.introducedBy]
    const above = introduction === undefined ? path : [...path, prose.text.slice(introduction.start, introduction.end)]
    const done = this.targets.lexicon.doneHeadings
    const opening = prose.text.slice(scan.start, Math.min(scan.end, scan.start + 20)).toLowerCase()
    const heading = (path[path.length - 1] ?? '').toLowerCase()
    return {
      year: this.year,
      item: block.kind === 'listItem',
      underTargets: above.some((line) => wordsOf(line).some((word) => this.targets.headings.has(word))),
      underDone: done.some((phrase) => opening.startsWith(phrase) || heading.startsWith(phrase)),
      afterTarget: this.previous?.block === blockIndex,
      outcome: () => this.outcomeAfter(scan, blockIndex),
      underDemand: this.isDemanded(block, introduction),
    }
  }

  private add(scan: Scan, measure: Measure, draft: Draft): void {
    const { prose } = this.input
    const { deadline, baseline, start } = draft.times
    const { quantity, goal } = measure
    const block = prose.blocks[draft.block] as Block
    const inherited = this.previous?.block === draft.block ? this.previous.claim : null
    let unit = draft.unit ?? quantity?.unit ?? null
    // `Desquels, 62,5 millions`: money of the money before.
    if (unit === null && quantity !== null && inherited !== null && isCurrency(inherited.unit)) unit = inherited.unit
    // `restaurer 900 de plus`, `en livrer 120`: what was counted before.
    if (unit === null && quantity !== null && goal === null && !isRate(scan, measure)) {
      unit = countedBefore(scan, measure, this.targets) ?? this.unitBefore(measure, draft.block)
    }
    if (unit === null && quantity !== null && goal === null && !isRate(scan, measure)) return
    let value = quantity === null ? (goal?.value ?? null) : (quantity.maximum ?? quantity.value)
    if (value !== null && value < 0) value = -value
    const said = draft.metric ?? findMetric(scan, measure, unit, this.targets)
    // `puis à 85 % en 2032`: of what the figure before it is of.
    const before =
      said === null && inherited?.evidence.start === draft.evidence.start && inherited.unit === unit ? inherited : null
    const metric = said ?? this.introducedMetric(block) ?? { start: measure.start, end: measure.end }
    const metricText = before?.metric ?? prose.text.slice(metric.start, metric.end)
    const scope = findScope(scan, measure, this.targets) ?? this.standingScope(scan, draft.block)
    const introduction = block.introducedBy === undefined ? [] : [this.textOf(prose.blocks[block.introducedBy] as Span)]
    const passages = [metricText, ...(draft.labels ?? []), segmentText(scan, measure, prose.text)]
    if (unit === '%') passages.push(this.textOf(scan))
    const headings = [...(prose.sections[block.section]?.path ?? [])].reverse()
    const kind =
      before?.kind ?? findKind([...passages, ...introduction, ...headings.slice(0, 1)], measure, unit, this.targets)
    const targetYear = deadline?.endYear ?? deadline?.startYear ?? null
    // `repoussé de 2030 à 2035` is no period.
    const moved = scan.cues.some(({ kind, segment }) => kind === 'moved' && segment === measure.segment)
    const startYear = moved ? null : deadline?.role === 'period' ? deadline.startYear : (start?.startYear ?? null)
    const fields: Partial<Record<TargetField, Evidence>> = {}
    const note = (field: TargetField, span: Span | null | undefined) => {
      if (span) fields[field] = makeEvidence(prose, span.start, span.end)
    }
    note('actor', draft.actor?.mention)
    if (before?.fields.metric) fields.metric = before.fields.metric
    else note('metric', metric)
    note('scope', scope)
    if (value !== null) note('value', measure)
    if (unit !== null) note('unit', measure)
    note('baselineYear', baseline)
    note('baselineValue', draft.baselineValue)
    if (startYear !== null) note('startYear', deadline ?? start)
    if (targetYear !== null) note('targetYear', deadline)
    const claim: TargetClaim = {
      actor: draft.actor?.entity ?? null,
      kind,
      metric: metricText,
      direction: draft.direction ?? findDirection(scan, measure, kind, this.targets),
      value,
      unit,
      baselineYear: baseline?.endYear ?? null,
      baselineValue: draft.baselineValue?.value ?? null,
      startYear,
      targetYear,
      scope: scope === null ? null : prose.text.slice(scope.start, scope.end),
      status: draft.status,
      attributedTo: this.speakerOf(scan, measure),
      missing: [],
      fields,
      confidence: Math.round(draft.confidence * (draft.actor?.confidence ?? 0.6) * 100) / 100,
      extractor: EXTRACTOR,
      evidence: makeEvidence(prose, draft.evidence.start, draft.evidence.end),
    }
    const complete = { ...claim, missing: missingFields(claim) }
    this.claims.push(complete)
    this.previous = { claim: complete, block: draft.block, deadline }
  }

  private textOf({ start, end }: Span): string {
    return this.input.prose.text.slice(start, end)
  }

  /** What the line over a list promises to change, for items that are figures only: `porter la part de bio à :`. */
  private introducedMetric(block: Block): Span | null {
    if (block.introducedBy === undefined) return null
    const line = this.input.prose.blocks[block.introducedBy] as Span
    const scan = this.scanWords(line)
    return findObject(scan, this.targets)
  }

  /** A few words over a list, or at the head of an item, that say what its targets are for: `À l’usine`, `Our sites.` */
  private standingScope(scan: Scan, blockIndex: number): Span | null {
    const { prose } = this.input
    const block = prose.blocks[blockIndex] as Block
    if (block.kind !== 'listItem') return null
    const lead = prose.sentences[firstFrom(prose.sentences, block.start)]
    if (lead !== undefined && lead.end <= scan.start) return this.briefly(lead)
    const above = block.introducedBy === undefined ? undefined : prose.blocks[block.introducedBy]
    return above?.kind === 'listItem' ? this.briefly(above) : null
  }

  /** The span without its closing mark, if it is a few words that state nothing. */
  private briefly(span: Span): Span | null {
    const scan = this.scan(span)
    if (scan.cues.length > 0 || scan.measures.length > 0 || scan.times.length > 0) return null
    const words = scan.tokens.filter(({ kind }) => kind === 'word')
    const last = words[words.length - 1]
    return last === undefined || words.length > 5 || /:./.test(this.textOf(span))
      ? null
      : { start: (words[0] as Span).start, end: last.end }
  }

  private actorOf(scan: Scan, measure: Measure, blockIndex: number): Actor | null {
    const subject = this.actors.findSubject(scan, measure.at, measure.segment)
    if (subject !== null) return subject
    const speaker = this.actors.findSpeaker(scan)
    if (speaker !== null) return speaker
    const only = this.actors.findOnly(scan)
    if (only !== null) return only
    if (this.previous?.block === blockIndex && this.previous.claim.actor !== null) {
      return { entity: this.previous.claim.actor, mention: null, confidence: 0.75 }
    }
    return this.standingActor(blockIndex)
  }

  /** Whom the line that introduces a block speaks of, else the organization that the document is by or about. */
  private standingActor(blockIndex: number): Actor | null {
    const { prose } = this.input
    let introduction = (prose.blocks[blockIndex] as Block).introducedBy
    while (introduction !== undefined) {
      const line = prose.blocks[introduction] as Block
      const scan = this.scanWords(line)
      const found = this.actors.findSubject(scan, scan.tokens.length, scan.segments.length - 1)
      if (found !== null) return found
      introduction = line.introducedBy
    }
    const headed = this.headedActor(blockIndex)
    if (headed !== null) return { entity: headed, mention: null, confidence: 0.75 }
    return this.actors.own === null ? null : { entity: this.actors.own, mention: null, confidence: 0.7 }
  }

  /** The organization that the heading over a block names, where it names one alone. */
  private headedActor(blockIndex: number): number | null {
    const { prose, references } = this.input
    const section = (prose.blocks[blockIndex] as Block).section
    const heading = prose.blocks[this.headingOf[section] ?? -1]
    if (heading === undefined || heading.level === 1) return null
    const named = mentionsIn(references, heading).filter(
      ({ entity }) => references.entities[entity]?.category === 'organization',
    )
    return named.length > 0 && named.every(({ entity }) => entity === named[0]?.entity)
      ? (named[0]?.entity ?? null)
      : null
  }

  private speakerOf(scan: Scan, measure: Measure): number | null {
    const { references } = this.input
    if (!scan.cues.some((cue) => cue.kind === 'report' && cue.start < measure.start)) return null
    const speaker = mentionsIn(references, scan).find(
      (mention) => references.entities[mention.entity]?.category === 'person' && mention.start < measure.start,
    )
    return speaker?.entity ?? null
  }
}

function isNeutrality({ kind }: TargetClaim): boolean {
  return kind === 'net-zero' || kind === 'carbon-neutrality'
}

function isDescribing(role: Column['role']): boolean {
  return role === 'measure' || role === 'value' || role === 'theme' || role === null
}

function standing(time: Omit<Time, 'at' | 'next' | 'segment'>): Time {
  return { ...time, at: 0, next: 0, segment: 0 }
}

/** Is the bare figure the value of a rate or an index: `ramener à 0,52 le taux de clinker`? */
function isRate(scan: Scan, measure: Measure): boolean {
  if (!/^(?:à|to|sous|below|under|of|de)$/.test(scan.tokens[measure.at - 1]?.form ?? '')) return false
  return scan.tokens.some(
    ({ form }, at) =>
      Math.abs(at - measure.at) < 10 &&
      /^(?:taux|indice|ratio|coefficient|score|indicateur|pue|rate|index|factor|facteur|note)$/.test(form),
  )
}

/** The noun of `le nombre de bornes`, `the number of charging points`, for the bare figure after it. */
function countedBefore(scan: Scan, measure: Measure, targets: CompiledTargets): string | null {
  for (let at = measure.at - 1; at > 0; at--) {
    if (!/^(?:nombre|number)$/.test(scan.tokens[at]?.form ?? '')) continue
    let noun = at + 2
    if (targets.lang === 'en') while (isPlainWord(scan, noun + 1, targets) && noun + 1 < measure.at) noun++
    return scan.tokens[noun]?.kind === 'word' && noun < measure.at ? (scan.tokens[noun]?.form ?? null) : null
  }
  return null
}

function isPlainWord(scan: Scan, at: number, targets: CompiledTargets): boolean {
  const token = scan.tokens[at]
  return token?.kind === 'word' && !targets.metricEnds.has(token.form)
}

/** Does a table cell say that there is no target, or none yet? */
function isDenied(scan: Scan): boolean {
  return scan.cues.some(({ kind }) => kind === 'negation' || kind === 'hypothesis' || kind === 'forecast')
}

/** `Desquels`, `dont`, `of which`: the sentence goes on with the money of the one before. */
function isContinuation(scan: Scan): boolean {
  return /^(?:desquels|desquelles|dont|parmi|of|roughly|about)$/.test(scan.tokens[0]?.form ?? '')
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}]+/u)
}

function segmentText(scan: Scan, measure: Measure, text: string): string {
  const from = scan.segments[measure.segment]?.at ?? 0
  const to = scan.segments[measure.segment + 1]?.at ?? scan.tokens.length
  return text.slice(scan.tokens[from]?.start ?? scan.start, scan.tokens[to - 1]?.end ?? scan.end)
}

/** The fields an analyst would look for in a target like this and does not find. */
function missingFields(claim: TargetClaim): readonly TargetField[] {
  const named = claim.kind === 'net-zero' || claim.kind === 'carbon-neutrality'
  const climate = named || claim.kind === 'emissions-reduction'
  const expected: Record<TargetField, boolean> = {
    actor: true,
    metric: false,
    value: !named,
    unit: !named,
    baselineYear: climate || claim.direction === 'reduce',
    baselineValue: false,
    startYear: false,
    targetYear: true,
    scope: climate,
  }
  return TARGET_FIELDS.filter((field) => expected[field] && claim[field] === null)
}
