import { Fragment } from 'preact'
import { entityPath, type PageIndex } from '../../pipeline/export/page-index.ts'
import type { Language, Target } from '../../pipeline/model.ts'
import { LABELS } from '../labels.ts'
import { INTERFACE } from '../words.ts'
import { Quote } from './quote.tsx'
import { formatQuantity } from './target-sentence.ts'
import { WORDS } from './words.ts'

export interface TargetCardProps {
  lang: Language
  root: string
  index: PageIndex
  target: Target
  /** Whether to name the actor: not on the actor's own page. */
  withActor: boolean
}

/** One target: its figures, what is missing, what contradicts it, and the passages that state it. */
export function TargetCard({ lang, root, index, target, withActor }: TargetCardProps) {
  const words = WORDS[lang]
  const labels = LABELS[lang]
  const actor = target.actor === null ? undefined : index.entities.get(target.actor)
  const speaker = target.attributedTo === null ? undefined : index.entities.get(target.attributedTo)
  const quantity = formatQuantity(target.value, target.unit, lang)
  const contradictions = index.contradictions.get(target.id) ?? []
  return (
    <article class="target" id={`target-${target.id}`}>
      <h3>
        {withActor && (
          <span class="actor">
            {actor ? <a href={`${root}${entityPath(actor.id)}`}>{actor.label}</a> : words.noActor}
            {' · '}
          </span>
        )}
        {target.metric || labels.kind[target.kind]}
      </h3>
      <dl>
        {quantity && <Row term={labels.field.value}>{quantity}</Row>}
        {target.startYear !== null && <Row term={labels.field.startYear}>{target.startYear}</Row>}
        {target.targetYear !== null && <Row term={labels.field.targetYear}>{target.targetYear}</Row>}
        {target.baselineYear !== null && <Row term={labels.field.baselineYear}>{target.baselineYear}</Row>}
        {target.scope !== null && <Row term={labels.field.scope}>{target.scope}</Row>}
        <Row term={words.status}>{labels.status[target.status]}</Row>
        {speaker && <Row term={words.attributedTo}>{speaker.label}</Row>}
      </dl>
      {target.missing.length > 0 && (
        <p class="missing">
          {words.missing} {target.missing.map((field) => labels.field[field]).join(', ')}
        </p>
      )}
      {contradictions.length > 0 && (
        <p class="contradiction">
          {INTERFACE[lang].contradicts}{' '}
          {contradictions.map((other, i) => (
            <Fragment key={other.id}>
              {i > 0 && ' ; '}
              <a href={`${root}targets/index.html#target-${other.id}`}>{nameOf(other, lang)}</a>
            </Fragment>
          ))}
        </p>
      )}
      {target.evidence.map((evidence) => (
        <Quote
          key={`${evidence.document}-${evidence.start}`}
          lang={lang}
          root={root}
          index={index}
          evidence={evidence}
        />
      ))}
    </article>
  )
}

/** `Net zero · 2045`. */
function nameOf({ kind, metric, value, unit, targetYear }: Target, lang: Language): string {
  const parts = [metric || LABELS[lang].kind[kind], formatQuantity(value, unit, lang), targetYear]
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

function Row({ term, children }: { term: string; children: string | number }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
