import { entityPath, type PageIndex } from '../../pipeline/export/page-index.ts'
import type { Language, Target } from '../../pipeline/model.ts'
import { LABELS } from '../labels.ts'
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

/** One target: its figures, what is missing, and the passages that state it. */
export function TargetCard({ lang, root, index, target, withActor }: TargetCardProps) {
  const words = WORDS[lang]
  const labels = LABELS[lang]
  const actor = target.actor === null ? undefined : index.entities.get(target.actor)
  const speaker = target.attributedTo === null ? undefined : index.entities.get(target.attributedTo)
  const quantity = formatQuantity(target.value, target.unit, lang)
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

function Row({ term, children }: { term: string; children: string | number }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
