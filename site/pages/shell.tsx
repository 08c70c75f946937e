import type { ComponentChildren } from 'preact'
import { ICON_PATH } from '../../pipeline/export/icon.ts'
import type { Language } from '../../pipeline/model.ts'
import { WORDS } from './words.ts'

export interface ShellProps {
  lang: Language
  siteTitle: string
  title: string
  description: string
  /** From the page to the site's root: `../../`. */
  root: string
  /** Address of the page below the site's root. */
  path: string
  baseUrl: string | null
  /** The page in each language that it is in, its own among them, by address below the site's root. */
  alternates?: readonly { lang: Language; path: string }[]
  /** ISO 8601, of an article. */
  published?: string | null
  /** schema.org type of the page's subject for Open Graph: `article` or `website`. */
  kind: 'article' | 'website'
  jsonLd: unknown
  /** Address of the subject in the explorer, relative to the root. */
  explorer: string
  children: ComponentChildren
}

/**
 * Static pages run no script at all, so their policy allows none; the JSON-LD block is data. Frames are refused, and
 * nothing is asked of another host.
 */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"

/** As Open Graph writes languages. */
export const LOCALES = { fr: 'fr_FR', en: 'en_GB' } as const satisfies Record<Language, string>

/** The frame of every static page: head with metadata, header, main, footer. */
export function Shell(props: ShellProps) {
  const { lang, siteTitle, title, description, root, path, baseUrl, alternates = [], kind, jsonLd, explorer } = props
  const { published = null } = props
  const words = WORDS[lang]
  const absolute = (below: string) => (baseUrl === null ? null : new URL(below, baseUrl).href)
  const canonical = absolute(path)
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === siteTitle ? title : `${title} — ${siteTitle}`}</title>
        <meta name="description" content={description} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:type" content={kind} />
        <meta property="og:site_name" content={siteTitle} />
        <meta property="og:locale" content={LOCALES[lang]} />
        {alternates.map(
          (alternate) =>
            alternate.lang !== lang && (
              <meta key={alternate.lang} property="og:locale:alternate" content={LOCALES[alternate.lang]} />
            ),
        )}
        {published !== null && <meta property="article:published_time" content={published} />}
        <meta name="twitter:card" content="summary" />
        {canonical && <meta property="og:url" content={canonical} />}
        {canonical && <link rel="canonical" href={canonical} />}
        {alternates.map((alternate) => (
          <link
            key={alternate.lang}
            rel="alternate"
            hreflang={alternate.lang}
            href={absolute(alternate.path) ?? `${root}${alternate.path}`}
          />
        ))}
        <link rel="icon" type="image/svg+xml" href={`${root}${ICON_PATH}`} />
        <link rel="stylesheet" href={`${root}pages.css`} />
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: escapeJson(jsonLd) }} />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header class="site">
          <a class="home" href={`${root}index.html`}>
            {siteTitle}
          </a>
          <nav aria-label={siteTitle}>
            <a href={`${root}targets/index.html`}>{words.targets}</a>
            <a href={`${root}index.html${explorer}`}>{words.explore}</a>
          </nav>
        </header>
        <main id="content">{props.children}</main>
      </body>
    </html>
  )
}

function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
