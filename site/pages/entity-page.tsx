import { Fragment } from 'preact'
import { entityPath, type PageIndex } from '../../pipeline/export/page-index.ts'
import type { Entity, Language } from '../../pipeline/model.ts'
import { LABELS } from '../labels.ts'
import { Quote } from './quote.tsx'
import { TargetCard } from './target-card.tsx'
import { WORDS } from './words.ts'

export interface EntityPageProps {
  lang: Language
  root: string
  index: PageIndex
  entity: Entity
}

/** An entity: names, targets, relations with their evidence, and the articles that mention it. */
export function EntityPage({ lang, root, index, entity }: EntityPageProps) {
  const words = WORDS[lang]
  const labels = LABELS[lang]
  const relations = index.relations.get(entity.id) ?? []
  const targets = index.targets.get(entity.id) ?? []
  const counts = new Map<string, number>()
  for (const { document } of entity.mentions) counts.set(document, (counts.get(document) ?? 0) + 1)
  return (
    <>
      <p class="kicker" data-category={entity.category}>
        {labels.category[entity.category].one}
      </p>
      <h1>{entity.label}</h1>
      {entity.description !== null && <p class="lead">{entity.description}</p>}
      {entity.aliases.length > 0 && (
        <p class="aliases">
          {words.alsoCalled} {entity.aliases.join(' · ')}
        </p>
      )}
      {entity.sameAs.length > 0 && (
        <p>
          {words.elsewhere}{' '}
          {entity.sameAs.map((url, i) => (
            <Fragment key={url}>
              {i > 0 && ' · '}
              <a href={url} rel="noopener noreferrer">
                {url.replace(/^https?:\/\/(?:www\.)?/, '')}
              </a>
            </Fragment>
          ))}
        </p>
      )}
      <p>
        <a class="button" href={`${root}index.html#/entity/${entity.id}`}>
          {words.openInGraph}
        </a>
      </p>
      {targets.length > 0 && (
        <section aria-labelledby="targets">
          <h2 id="targets">{words.targets}</h2>
          {targets.map((target) => (
            <TargetCard key={target.id} lang={lang} root={root} index={index} target={target} withActor={false} />
          ))}
        </section>
      )}
      {relations.length > 0 && (
        <section aria-labelledby="relations">
          <h2 id="relations">{words.relations}</h2>
          {relations.map((relation) => {
            const forward = relation.subject === entity.id
            const other = index.entities.get(forward ? relation.object : relation.subject)
            const label = labels.relation[relation.predicate]
            return (
              other && (
                <article class="relation" key={relation.id}>
                  <h3>
                    <span class="predicate">{forward ? label.forward : label.backward}</span>{' '}
                    <a class="mention" data-category={other.category} href={`${root}${entityPath(other.id)}`}>
                      {other.label}
                    </a>
                    {relation.qualifiers.title && <span class="qualifier"> · {relation.qualifiers.title}</span>}
                    {relation.polarity === 'negative' && <span class="qualifier"> · {labels.polarity.negative}</span>}
                  </h3>
                  {relation.evidence.map((evidence) => (
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
            )
          })}
        </section>
      )}
      <section aria-labelledby="mentions">
        <h2 id="mentions">{words.mentionedIn}</h2>
        <ul>
          {[...counts].map(([id, count]) => {
            const document = index.documents.get(id)
            return (
              document && (
                <li key={id} lang={document.lang}>
                  <a href={`${root}articles/${encodeURIComponent(id)}/index.html`}>{document.title}</a>{' '}
                  <span class="count">{count}</span>
                </li>
              )
            )
          })}
        </ul>
      </section>
    </>
  )
}
