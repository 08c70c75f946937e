import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { LABELS } from '../../site/labels.ts'
import { ArticlePage } from '../../site/pages/article-page.tsx'
import { EntityPage } from '../../site/pages/entity-page.tsx'
import { Shell, type ShellProps } from '../../site/pages/shell.tsx'
import { TargetsPage } from '../../site/pages/targets-page.tsx'
import { WORDS } from '../../site/pages/words.ts'
import type {
  Artifact,
  Category,
  DocumentId,
  DocumentRecord,
  Entity,
  Knowledge,
  Language,
  LinkedMention,
  Target,
} from '../model.ts'
import type { ExportDocument } from './export-input.ts'
import { linkMarks } from './link-marks.ts'
import { entityPath, type MarkedMention, type PageIndex } from './page-index.ts'

export interface PageDocument extends ExportDocument {
  /** In text order: what `data-mention` in `html` counts. */
  mentions: readonly LinkedMention[]
  html: string
}

export interface PagesInput {
  knowledge: Knowledge
  documents: Iterable<PageDocument>
  title: string
  baseUrl: string | null
}

/** schema.org types, as in design of the ontology; DefinedTerm for concepts. */
const SCHEMA_TYPE: Readonly<Record<Category, string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  event: 'Event',
  product: 'Product',
  work: 'CreativeWork',
  initiative: 'Project',
  concept: 'DefinedTerm',
}

/** Pages besides those of articles, and the page of each article. */
export interface Pages {
  common: Iterable<Artifact>
  article(document: PageDocument): Artifact
}

/**
 * Pages that read without scripts: one for each article (`articles/<id>/`), in its own language, one for each entity
 * (`entities/<category>/<slug>/`) and an index of targets in the language of most articles, and, where the site's address
 * is known, a sitemap. Each carries Open Graph and JSON-LD. A page is made when it is read.
 */
export function exportPages({ knowledge, title, baseUrl }: PagesInput, index: PageIndex): Pages {
  const lang = mainLanguage(knowledge)
  const common = { siteTitle: title, baseUrl }
  const translations = findTranslations(knowledge.documents)
  const absolute = (path: string) => (baseUrl === null ? null : new URL(path, baseUrl).href)
  /** What every page's JSON-LD says beside its subject's own. */
  const about = (path: string, language: Language) => {
    const url = absolute(hrefOf(path))
    return {
      '@context': 'https://schema.org',
      ...(url === null ? {} : { url }),
      inLanguage: language,
      isPartOf: { '@type': 'WebSite', name: title, ...(baseUrl === null ? {} : { url: baseUrl }) },
    }
  }
  type Props = Omit<ShellProps, 'children' | 'siteTitle' | 'baseUrl' | 'path'>
  const render = function* (path: string, make: () => readonly [Props, VNode]): Iterable<string> {
    const [props, body] = make()
    const page = (
      <Shell {...common} {...props} path={hrefOf(path)}>
        {body}
      </Shell>
    )
    yield `<!doctype html>\n${renderToString(page)}\n`
  }
  const page = (path: string, make: () => readonly [Props, VNode]) => ({ path, content: render(path, make) })

  const article = (document: PageDocument) =>
    page(articlePagePath(document.id), () => {
      const { id, blocks, mentions, html } = document
      const record = index.documents.get(id) as DocumentRecord
      const root = '../../'
      const marks = resolveMarks(mentions, index.mentions.get(id) ?? [])
      const [first] = blocks
      const versions = translations.get(id) ?? []
      const path = articlePagePath(id)
      return [
        {
          lang: record.lang,
          title: record.title,
          description: describeArticle(
            record,
            [...new Set(marks.map((mark) => mark?.entity))].flatMap(
              (key) => index.entities.get(key ?? '')?.label ?? [],
            ),
          ),
          root,
          kind: 'article',
          published: record.date,
          alternates: versions.map((version) => ({ lang: version.lang, path: hrefOf(articlePagePath(version.id)) })),
          explorer: `#/document/${encodeURIComponent(id)}`,
          jsonLd: {
            ...about(path, record.lang),
            ...articleJsonLd(
              record,
              marks.flatMap((mark) => (mark && index.entities.get(mark.entity)) ?? []),
              baseUrl,
            ),
            ...(baseUrl === null || versions.length === 0
              ? {}
              : {
                  workTranslation: versions
                    .filter((version) => version.id !== id)
                    .map((version) => ({
                      '@type': 'Article',
                      inLanguage: version.lang,
                      url: absolute(hrefOf(articlePagePath(version.id))),
                    })),
                }),
          },
        },
        <ArticlePage
          key={id}
          root={root}
          index={index}
          document={record}
          translations={versions.filter((version) => version.id !== id)}
          html={linkMarks(html, marks, root)}
          titled={first?.kind === 'heading' && first.level === 1}
        />,
      ]
    })

  const entityPage = (entity: Entity) =>
    page(`entities/${entity.id}/index.html`, () => {
      const root = '../../../'
      return [
        {
          lang,
          title: entity.label,
          description: entity.description ?? describeEntity(entity, lang, index.relations.get(entity.id)?.length ?? 0),
          root,
          kind: 'website',
          explorer: `#/entity/${entity.id}`,
          jsonLd: entityJsonLd(entity, baseUrl),
        },
        <EntityPage key={entity.id} lang={lang} root={root} index={index} entity={entity} />,
      ]
    })

  const targetsPage = page(TARGETS_PATH, () => [
    {
      lang,
      title: WORDS[lang].targets,
      description: WORDS[lang].targetsLead,
      root: '../',
      kind: 'website',
      explorer: '#/targets',
      jsonLd: {
        ...about(TARGETS_PATH, lang),
        '@type': 'CollectionPage',
        name: WORDS[lang].targets,
        description: WORDS[lang].targetsLead,
      },
    },
    <TargetsPage key="targets" lang={lang} root="../" index={index} targets={byYear(knowledge.targets)} />,
  ])

  return { article, common: otherPages() }

  function* otherPages(): Iterable<Artifact> {
    for (const entity of knowledge.entities) yield entityPage(entity)
    yield targetsPage
    if (baseUrl === null) return
    const paths = [
      '',
      ...knowledge.documents.map(({ id }) => articlePagePath(id)),
      ...knowledge.entities.map(({ id }) => `entities/${id}/index.html`),
      targetsPage.path,
    ]
    const alternates = new Map(
      [...translations].map(([id, versions]) => [
        articlePagePath(id as DocumentId),
        versions.map((version) => ({ lang: version.lang, path: hrefOf(articlePagePath(version.id)) })),
      ]),
    )
    yield { path: 'sitemap.xml', content: sitemap(paths, alternates, baseUrl) }
  }
}

const TARGETS_PATH = 'targets/index.html'
const articlePagePath = (id: DocumentId) => `articles/${id}/index.html`
const hrefOf = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/** The language of most documents; French when there are as many of both. */
export function mainLanguage({ documents }: Pick<Knowledge, 'documents'>): Language {
  const french = documents.filter(({ lang }) => lang === 'fr').length
  return french * 2 >= documents.length ? 'fr' : 'en'
}

/** A language where paths tell it: the folder `fr/`, or the end of a name, `.fr.md`, `_fr.md` or `-fr.md`. */
const LANGUAGE_IN_PATH = /(?:^|\/)(?:fr|en)(?=\/)|[._-](?:fr|en)(?=\.[^./]+$)/gi

/**
 * The versions of an article in each language, its own among them, in the order of documents. Documents are versions of
 * one article where their paths differ in nothing but the language that they name, and their languages differ too.
 */
export function findTranslations(
  documents: readonly Pick<DocumentRecord, 'id' | 'path' | 'lang'>[],
): ReadonlyMap<string, readonly Pick<DocumentRecord, 'id' | 'path' | 'lang'>[]> {
  const versions = new Map<string, Pick<DocumentRecord, 'id' | 'path' | 'lang'>[]>()
  for (const document of documents) {
    const key = document.path.replace(LANGUAGE_IN_PATH, '')
    const list = versions.get(key)
    if (list) list.push(document)
    else versions.set(key, [document])
  }
  const found = new Map<string, readonly Pick<DocumentRecord, 'id' | 'path' | 'lang'>[]>()
  for (const list of versions.values())
    if (list.length > 1 && new Set(list.map(({ lang }) => lang)).size === list.length)
      for (const { id } of list) found.set(id, list)
  return found
}

/** The entity of each of a document's mentions; null for those that curation took out. */
function resolveMarks(
  mentions: readonly LinkedMention[],
  marked: readonly MarkedMention[],
): readonly (MarkedMention | null)[] {
  const bySpan = new Map(marked.map((mark) => [`${mark.start}-${mark.end}`, mark]))
  return mentions.map(({ start, end }) => bySpan.get(`${start}-${end}`) ?? null)
}

function describeArticle(document: DocumentRecord, names: readonly string[]): string {
  return names.length === 0 ? document.title : `${document.title} — ${names.slice(0, 8).join(', ')}`
}

function describeEntity(entity: Entity, lang: Language, relations: number): string {
  const documents = new Set(entity.mentions.map(({ document }) => document)).size
  const labels = LABELS[lang].category
  const articles = documents === 1 ? labels.document.one : labels.document.many
  const known = `${labels[entity.category].one} · ${documents} ${articles}`
  return relations === 0
    ? `${entity.label} : ${known}`
    : `${entity.label} : ${known} · ${relations} ${WORDS[lang].relations.toLowerCase()}`
}

function articleJsonLd(document: DocumentRecord, entities: readonly Entity[], baseUrl: string | null): object {
  return {
    '@type': 'Article',
    headline: document.title,
    ...(document.date === null ? {} : { datePublished: document.date }),
    ...(document.url === null ? {} : { isBasedOn: document.url }),
    mentions: [...new Map(entities.map((entity) => [entity.id, entity])).values()].map((entity) => ({
      '@type': SCHEMA_TYPE[entity.category],
      name: entity.label,
      ...(baseUrl === null ? {} : { '@id': new URL(entityPath(entity.id), baseUrl).href }),
    })),
  }
}

function entityJsonLd(entity: Entity, baseUrl: string | null): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': SCHEMA_TYPE[entity.category],
    ...(baseUrl === null ? {} : { '@id': new URL(entityPath(entity.id), baseUrl).href }),
    name: entity.label,
    ...(entity.aliases.length === 0 ? {} : { alternateName: entity.aliases }),
    ...(entity.sameAs.length === 0 ? {} : { sameAs: entity.sameAs }),
    ...(entity.description === null ? {} : { description: entity.description }),
  }
}

function byYear(targets: readonly Target[]): Target[] {
  const year = ({ targetYear }: Target) => targetYear ?? Number.POSITIVE_INFINITY
  return [...targets].sort((a, b) => (year(a) === year(b) ? 0 : year(a) - year(b)))
}

/** As sitemaps.org and, for versions in other languages, Google's extension by `xhtml:link` have it. */
function sitemap(
  paths: readonly string[],
  alternates: ReadonlyMap<string, readonly { lang: Language; path: string }[]>,
  baseUrl: string,
): string {
  const address = (path: string) => escapeXml(new URL(path, baseUrl).href)
  const urls = paths.map((path) => {
    const links = (alternates.get(path) ?? []).map(
      (version) => `<xhtml:link rel="alternate" hreflang="${version.lang}" href="${address(version.path)}"/>`,
    )
    return `  <url><loc>${address(hrefOf(path))}</loc>${links.join('')}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
