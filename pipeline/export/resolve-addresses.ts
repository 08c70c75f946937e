import { ID_PREFIX } from '../analyze/render-html.ts'
import type { Destination, Destinations } from '../connect/resolve-links.ts'
import type { Media } from '../read/find-media.ts'

/** A tag of serialised HTML; quoted attribute values may hold `>`. */
const TAG = /<(a|img)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g
/** What quotes hold has no quotes of this kind within: it cannot read like this. */
const LOCAL = ' data-local=""'
const WEB_LINK = /<a href="(https?:[^"]*)"/gi
const ADDRESS = / (?:href|src)="([^"]*)"/

/**
 * Makes what a document links to and shows lead to its place in the site. Links to documents get the address of the page
 * below the site's root, `data-document` with its id and, to a heading, `data-passage` with its offsets; pictures and files
 * the address that they are carried to. All have `data-site`, for pages that are not at the root. What leads nowhere loses
 * its address and gets `data-broken`.
 *
 * @param html as `renderHtml` serialised it.
 */
export function resolveAddresses(html: string, destinations: Destinations | undefined, media: Media): string {
  const resolved = html.replace(TAG, (tag, name: 'a' | 'img', all: string) => {
    if (!all.includes(LOCAL)) return tag
    const attributes = all.replace(LOCAL, '')
    const written = ADDRESS.exec(attributes)
    const to = written ? destinations?.get(decode(written[1] as string)) : undefined
    const rest = written ? attributes.replace(written[0], '') : attributes
    if (to === undefined) return `<${name}${rest} data-broken="">`
    if ('document' in to) return `<${name}${rest}${name === 'a' ? documentAttributes(to) : ' data-broken=""'}>`
    const path = media.get(to.file)?.sitePath
    if (path === undefined || (name === 'a' && path.endsWith('.svg'))) return `<${name}${rest} data-broken="">`
    return name === 'a'
      ? `<a${rest} href="${path}" data-site="">`
      : `<img${rest} src="${path}" data-site="" loading="lazy" decoding="async">`
  })
  if (destinations === undefined || destinations.size === 0) return resolved
  // A link to the public address of another document stays one, and opens here too.
  return resolved.replace(WEB_LINK, (tag, url: string) => {
    const to = destinations.get(decode(url))
    return to !== undefined && 'document' in to ? `<a${documentAttributes(to)}` : tag
  })
}

function documentAttributes({ document, anchor }: Extract<Destination, { document: string }>): string {
  const fragment = anchor === null ? '' : `#${encodeURIComponent(ID_PREFIX + anchor.id)}`
  const passage = anchor?.span ? ` data-passage="${anchor.span.start}-${anchor.span.end}"` : ''
  return ` href="articles/${encodeURIComponent(document)}/index.html${fragment}" data-document="${escapeAttribute(document)}"${passage} data-site=""`
}

/** rehype-stringify writes `&`, quotes and the like as numbers. */
function decode(value: string): string {
  return value
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
