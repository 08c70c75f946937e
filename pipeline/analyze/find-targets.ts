import type { VFile } from 'vfile'
import type {
  Block,
  Evidence,
  Prose,
  Quantities,
  References,
  Span,
  TargetClaim,
  TargetFacts,
  TargetField,
} from '../model.ts'
import { TARGET_FIELDS } from '../model.ts'
import type { DocumentStage } from '../stage.ts'
import { makeEvidence } from './make-evidence.ts'
import { assignTimes, type MeasureTimes } from './targets/assign-times.ts'
import { type CompiledTargets, compileTargets } from './targets/compile-lexicon.ts'
import { findDirection, findKind, findMetric, isCurrency } from './targets/describe-measure.ts'
import { type Actor, findOwnOrganization, findSubject, mentionsIn } from './targets/find-actor.ts'
import { judgeMeasure, type Setting } from './targets/judge-measure.ts'
import { firstFrom, isInfinitive, type Measure, type Scan, scanSentence } from './targets/scan-sentence.ts'

const EXTRACTOR = 'targets@1'

export interface FindTargetsInput {
  prose: Prose
  references: References
  quantities: Quantities
}

/**
 * Finds the commitments that a document states, in text order, with the words that each field was read from. Past
 * figures, forecasts, demands, hypotheses and negations are no targets; what was given up or reached is one, with a
 * status that says so.
 */
export function findTargets(): DocumentStage<FindTargetsInput, readonly TargetClaim[]> {
  const languages = compileTargets()
  return (input, _file: VFile) => {
    const finder = new Finder(input, languages[input.prose.lang])
    return finder.find()
  }
}

/** Carries what sentences hand on to those after them. */
class Finder {
  readonly claims: TargetClaim[] = []
  private readonly own: number | null
  private readonly year: number | null
  /** Of the paragraph that is being read: its last target. */
  private previous: { claim: TargetClaim; block: number } | null = null

  constructor(
    private readonly input: FindTargetsInput,
    private readonly targets: CompiledTargets,
  ) {
    this.own = findOwnOrganization(input.prose, input.references)
    const { date } = input.prose
    this.year = date === null ? null : Number.parseInt(date.slice(0, 4), 10)
  }

  find(): readonly TargetClaim[] {
    const { prose } = this.input
    for (const sentence of prose.sentences) {
      const block = prose.blocks[sentence.block] as Block
      if (block.kind === 'code' || block.kind === 'tableRow' || block.kind === 'heading') continue
      if (this.isPromising(sentence)) this.readSentence(sentence, sentence.block)
    }
    return this.claims
  }

  /** Is there anything in `span` that a target could be made of? Spares the work on most sentences. */
  private isPromising(span: Span): boolean {
    const { quantities } = this.input
    const quantity = quantities.quantities[firstFrom(quantities.quantities, span.start)]
    if (quantity !== undefined && quantity.start < span.end) return true
    return /neutr|z[ée]ro|0|positi/i.test(this.input.prose.text.slice(span.start, span.end))
  }

  private readSentence(span: Span, blockIndex: number): void {
    const { prose, quantities } = this.input
    const scan = scanSentence(prose.text, span, quantities, this.targets)
    if (scan.measures.length === 0) return
    const times = assignTimes(scan)
    const setting = this.settingOf(scan, blockIndex)
    scan.measures.forEach((measure, index) => {
      if (!this.isMeasurable(scan, measure)) return
      const own = times[index] as MeasureTimes
      const judgement = judgeMeasure(scan, measure, own.deadline, setting)
      if (judgement === null) return
      this.add(scan, measure, own, judgement.status, judgement.confidence, span, blockIndex)
    })
  }

  /** Bare numbers, figures that are part of a name and figures of comparison are nothing to aim at. */
  private isMeasurable(scan: Scan, measure: Measure): boolean {
    const { quantity, goal } = measure
    if (goal === null && quantity?.unit === null && !(quantity.value !== null && quantity.value >= 1e6)) return false
    for (const mention of mentionsIn(this.input.references, { start: measure.start - 60, end: measure.end })) {
      const category = this.input.references.entities[mention.entity]?.category
      if (
        category !== 'concept' &&
        category !== 'place' &&
        mention.start <= measure.start &&
        mention.end >= measure.end
      )
        return false
    }
    const before = scan.tokens[measure.at - 1]
    const earlier = scan.tokens[measure.at - 2]
    if (before !== undefined && this.targets.compared.match(scan.tokens, measure.at - 1) !== null) return false
    if (earlier !== undefined && this.targets.compared.match(scan.tokens, measure.at - 2)?.next === measure.at)
      return false
    return true
  }

  private settingOf(scan: Scan, blockIndex: number): Setting {
    const { prose } = this.input
    const block = prose.blocks[blockIndex] as Block
    const path = prose.sections[block.section]?.path ?? []
    let underTargets = path.some((heading) =>
      heading
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .some((word) => this.targets.headings.has(word)),
    )
    const introduction = block.introducedBy === undefined ? undefined : prose.blocks[block.introducedBy]
    if (introduction !== undefined) {
      const line = prose.text.slice(introduction.start, introduction.end).toLowerCase()
      if (line.split(/[^\p{L}]+/u).some((word) => this.targets.headings.has(word))) underTargets = true
    }
    const done = this.targets.lexicon.doneHeadings
    const opening = prose.text.slice(scan.start, Math.min(scan.end, scan.start + 20)).toLowerCase()
    return {
      year: this.year,
      item: block.kind === 'listItem',
      underTargets,
      underDone:
        done.some((phrase) => opening.startsWith(phrase)) ||
        done.some((phrase) => (path[path.length - 1] ?? '').toLowerCase().startsWith(phrase)),
      startsWithVerb: isInfinitive(scan.tokens[0], this.targets),
    }
  }

  private add(
    scan: Scan,
    measure: Measure,
    times: MeasureTimes,
    status: TargetFacts['status'],
    confidence: number,
    evidence: Span,
    blockIndex: number,
  ): void {
    const { prose, references } = this.input
    const { deadline, baseline, start } = times
    const actor = this.actorOf(scan, measure, blockIndex)
    const metric = findMetric(scan, measure, prose.text, this.targets)
    const { quantity, goal } = measure
    let unit = quantity?.unit ?? null
    let value = goal === null ? (quantity?.maximum ?? quantity?.value ?? null) : (quantity?.value ?? goal.value)
    if (quantity !== null && unit === null && this.previous !== null && isCurrency(this.previous.claim.unit))
      unit = this.previous.claim.unit
    if (quantity !== null && unit === null && goal === null) return
    const segmentFrom = scan.segments[measure.segment]?.at ?? 0
    const segmentTo = scan.segments[measure.segment + 1]?.at ?? scan.tokens.length
    const segment = prose.text.slice(
      scan.tokens[segmentFrom]?.start ?? scan.start,
      scan.tokens[segmentTo - 1]?.end ?? scan.end,
    )
    const metricText = metric === null ? segment : prose.text.slice(metric.start, metric.end)
    const kind = findKind(
      [metricText, segment, ...(prose.sections[(prose.blocks[blockIndex] as Block).section]?.path.slice(-1) ?? [])],
      measure,
      this.targets,
    )
    const direction = findDirection(scan, measure, kind, this.targets)
    if (value !== null && value < 0) value = -value
    let targetYear = deadline?.endYear ?? deadline?.startYear ?? null
    let startYear = deadline?.role === 'period' ? deadline.startYear : (start?.startYear ?? null)
    const inherited = this.previous
    if (targetYear === null && inherited?.block === blockIndex && this.isContinuation(scan)) {
      targetYear = inherited.claim.targetYear
      startYear = inherited.claim.startYear
    }
    const fields: Partial<Record<TargetField, Evidence>> = {}
    const note = (field: TargetField, span: Span | null) => {
      if (span !== null) fields[field] = makeEvidence(prose, span.start, span.end)
    }
    note('actor', actor?.mention ?? null)
    note('metric', metric)
    if (value !== null) note('value', measure)
    if (unit !== null) note('unit', measure)
    if (baseline !== null) note('baselineYear', baseline)
    if (startYear !== null) note('startYear', deadline ?? start)
    if (targetYear !== null) note('targetYear', deadline)
    const claim: TargetClaim = {
      actor: actor?.entity ?? null,
      kind,
      metric: metricText,
      direction,
      value,
      unit,
      baselineYear: baseline?.endYear ?? null,
      baselineValue: null,
      startYear,
      targetYear,
      scope: null,
      status,
      attributedTo: this.speakerOf(scan, measure, references),
      missing: [],
      fields,
      confidence: Math.round(confidence * (actor?.confidence ?? 0.6) * 100) / 100,
      extractor: EXTRACTOR,
      evidence: makeEvidence(prose, evidence.start, evidence.end),
    }
    const complete = { ...claim, missing: missingFields(claim) }
    this.claims.push(complete)
    this.previous = { claim: complete, block: blockIndex }
  }

  /** `Desquels`, `dont`, `of which`: the sentence goes on with the money of the one before. */
  private isContinuation(scan: Scan): boolean {
    return /^(?:desquels|desquelles|dont|parmi|of|roughly|about)$/.test(scan.tokens[0]?.form ?? '')
  }

  private actorOf(scan: Scan, measure: Measure, blockIndex: number): Actor | null {
    const { prose, references } = this.input
    const subject = findSubject(scan, measure, references, this.own, this.targets)
    if (subject !== null) return subject
    const block = prose.blocks[blockIndex] as Block
    if (this.previous?.block === blockIndex && this.previous.claim.actor !== null) {
      return { entity: this.previous.claim.actor, mention: null, confidence: 0.75 }
    }
    let introduction = block.introducedBy
    while (introduction !== undefined) {
      const line = prose.blocks[introduction] as Block
      const scanned = scanSentence(prose.text, line, { quantities: [], times: [] }, this.targets)
      const end: Measure = {
        start: line.end,
        end: line.end,
        at: scanned.tokens.length,
        next: scanned.tokens.length,
        segment: scanned.segments.length - 1,
        quantity: null,
        goal: null,
      }
      const found = findSubject(scanned, end, references, this.own, this.targets)
      if (found !== null) return found
      introduction = line.introducedBy
    }
    return this.own === null ? null : { entity: this.own, mention: null, confidence: 0.7 }
  }

  private speakerOf(scan: Scan, measure: Measure, references: References): number | null {
    const report = scan.cues.find((cue) => cue.kind === 'report' && cue.start < measure.start)
    if (report === undefined) return null
    const speaker = mentionsIn(references, scan).find(
      (mention) => references.entities[mention.entity]?.category === 'person' && mention.start < measure.start,
    )
    return speaker?.entity ?? null
  }
}

/** The fields an analyst would look for in a target like this and does not find. */
function missingFields(claim: TargetClaim): readonly TargetField[] {
  const climate =
    claim.kind === 'net-zero' || claim.kind === 'carbon-neutrality' || claim.kind === 'emissions-reduction'
  const named = claim.kind === 'net-zero' || claim.kind === 'carbon-neutrality'
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
  return TARGET_FIELDS.filter((field) => expected[field] && (claim[field] === null || claim[field] === undefined))
}
