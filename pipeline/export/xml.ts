/**
 * Text as it may stand in an XML 1.0 attribute or element: markup escaped, line breaks and tabs as references so that
 * attributes keep them, characters that XML has no way to write left out.
 */
export function escapeXml(value: string): string {
  return value.replace(FORBIDDEN, '').replace(/[&<>"\n\r\t]/g, (character) => ESCAPES[character] as string)
}

/** Control characters but tab and line breaks, halves of surrogate pairs, non-characters. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}
