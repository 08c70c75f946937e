import { anchorOf, entityPath, mentionsWithin, type PageIndex } from '../../pipeline/export/page-index.ts'
import type { DocumentRecord, Evidence, Language } from '../../pipeline/model.ts'
import { WORDS } from './words.ts'

export interface QuoteProps {
  lang: Language
  root: string
  evidence: Evidence
  index: PageIndex
}

/** A passage with its names marked, and where it stands: article, section, line. */
export function Quote({ lang, root, evidence, index }: QuoteProps) {
  const document = index.documents.get(evidence.document) as DocumentRecord
  const mentions = mentionsWithin(index, evidence.document, evidence)
  const parts = []
  let at = evidence.start
  for (const { start, end, entity, category } of mentions) {
    if (start < at || end > evidence.end) continue
    parts.push(evidence.exact.slice(at - evidence.start, start - evidence.start))
    parts.push(
      <a class="mention" data-category={category} href={`${root}${entityPath(entity)}`}>
        {evidence.exact.slice(start - evidence.start, end - evidence.start)}
      </a>,
    )
    at = end
  }
  parts.push(evidence.exact.slice(at - evidence.start))
  const section = evidence.section.at(-1)
  return (
    <blockquote class="quote" lang={document.lang}>
      <p>{parts}</p>
      <footer>
        <cite>
          <a
            href={`${root}articles/${encodeURIComponent(document.id)}/index.html#${anchorOf(index, document.id, evidence.start)}`}
          >
            {document.title}
          </a>
        </cite>
        {section !== undefined && section !== document.title && <span> · {section}</span>}
        <span>
          {' '}
          · {WORDS[lang].line} {evidence.line}
        </span>
      </footer>
    </blockquote>
  )
}
