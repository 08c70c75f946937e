import { entityPath, type PageIndex } from '../../pipeline/export/page-index.ts'
import type { Category, DocumentRecord, Entity } from '../../pipeline/model.ts'
import { CATEGORIES } from '../../pipeline/model.ts'
import { LABELS } from '../labels.ts'
import { TargetCard } from './target-card.tsx'
import { WORDS } from './words.ts'

export interface ArticlePageProps {
  root: string
  index: PageIndex
  document: DocumentRecord
  /** The body, sanitised, mentions marked. */
  html: string
  /** The article in other languages. */
  translations: readonly Pick<DocumentRecord, 'id' | 'lang'>[]
  /** Whether the body begins with the title as its heading. */
  titled: boolean
}

/** An article with its names marked, and beside it what it speaks of and the targets it states. */
export function ArticlePage({ root, index, document, translations, html, titled }: ArticlePageProps) {
  const { lang } = document
  const words = WORDS[lang]
  const labels = LABELS[lang]
  const named = new Map<Category, Entity[]>(CATEGORIES.map((category) => [category, []]))
  for (const id of new Set((index.mentions.get(document.id) ?? []).map(({ entity }) => entity))) {
    const entity = index.entities.get(id)
    if (entity) named.get(entity.category)?.push(entity)
  }
  const targets = index.stated.get(document.id) ?? []
  return (
    <div class="article-layout">
      <article class="prose">
        {!titled && <h1>{document.title}</h1>}
        {(document.date !== null || document.url !== null || translations.length > 0) && (
          <p class="dateline">
            {document.date !== null && (
              <span>
                {words.published} <time dateTime={document.date}>{formatDate(document.date, lang)}</time>
              </span>
            )}
            {document.url !== null && (
              <span>
                {words.source}{' '}
                <a href={document.url} rel="noopener noreferrer">
                  {new URL(document.url).hostname.replace(/^www\./, '')}
                </a>
              </span>
            )}
            {translations.length > 0 && (
              <span>
                {words.otherLanguages}{' '}
                {translations.map((translation) => (
                  <a
                    key={translation.id}
                    lang={translation.lang}
                    hreflang={translation.lang}
                    href={`${root}articles/${encodeURIComponent(translation.id)}/index.html`}
                  >
                    {LANGUAGE_NAMES[translation.lang]}
                  </a>
                ))}
              </span>
            )}
          </p>
        )}
        {/* Sanitised by rehype-sanitize when it was rendered. */}
        <div class="body" dangerouslySetInnerHTML={{ __html: html }} />
      </article>
      <aside aria-labelledby="named">
        <h2 id="named">{words.inThisArticle}</h2>
        {[...named]
          .filter(([, entities]) => entities.length > 0)
          .map(([category, entities]) => (
            <section key={category}>
              <h3 class="kicker" data-category={category}>
                {labels.category[category].many}
              </h3>
              <ul class="names">
                {entities.map(({ id, label }) => (
                  <li key={id}>
                    <a href={`${root}${entityPath(id)}`}>{label}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        {targets.length > 0 && (
          <section aria-labelledby="targets">
            <h2 id="targets">{words.targets}</h2>
            {targets.map((target) => (
              <TargetCard key={target.id} lang={lang} root={root} index={index} target={target} withActor />
            ))}
          </section>
        )}
        <p>
          <a class="button" href={`${root}index.html#/document/${encodeURIComponent(document.id)}`}>
            {words.openInGraph}
          </a>
        </p>
      </aside>
    </div>
  )
}

const LANGUAGE_NAMES = { fr: 'français', en: 'English' } as const

function formatDate(date: string, lang: 'fr' | 'en'): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  if (year === undefined || month === undefined || Number.isNaN(year + month)) return date
  return (day === undefined ? MONTHS : DAYS)[lang].format(new Date(Date.UTC(year, month - 1, day ?? 1)))
}

/** Made once: a formatter costs more to make than a page. */
const formatters = (options: Intl.DateTimeFormatOptions) => ({
  fr: new Intl.DateTimeFormat('fr-FR', { year: 'numeric', month: 'long', timeZone: 'UTC', ...options }),
  en: new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC', ...options }),
})
const MONTHS = formatters({})
const DAYS = formatters({ day: 'numeric' })
