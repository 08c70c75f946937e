/** An address that leads to something in the content folder, in its parts, decoded. */
export interface LocalAddress {
  /** As it is written, `/` as separator: relative to the document, or from the content folder where it begins with `/`. */
  path: string
  /** What follows `#`; null when nothing does. */
  fragment: string | null
}

/** What has a scheme (`https:`) or a host (`//example.org`). */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i

/** The parts of an address without scheme and host; null for any other. */
export function readLocalAddress(url: string): LocalAddress | null {
  if (ELSEWHERE.test(url)) return null
  const [address = '', ...rest] = url.split('#')
  return {
    path: decode(address.replace(/\?.*$/s, '')).replaceAll('\\', '/'),
    fragment: rest.length === 0 ? null : decode(rest.join('#')),
  }
}

/** The address of a page by its path, and of a heading on it, that `readLocalAddress` reads back. */
export function toAddress(path: string, heading: string): string {
  const page = path.split('/').map(encodePart).join('/')
  return heading === '' ? page : `${page}#${encodePart(heading)}`
}

/** Whether a path ends as the pictures do that a page can show. */
export function isPicture(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path)
}

/** Half a surrogate pair cannot be encoded. */
function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
}

/** Decodes what is percent-encoded; where that is not UTF-8, only ASCII, which is enough to see dots and slashes. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return text.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
}
