import type { VFile } from 'vfile'
import type { Language, SourceDocument } from '../model.ts'
import { detectLanguage } from './detect-language.ts'
import { firstHeading } from './first-heading.ts'
import { readDate } from './read-date.ts'
import { readFrontMatter } from './read-front-matter.ts'
import { type Place, report } from './report.ts'

export interface DocumentBytes {
  id: string
  path: string
  sha256: string
  bytes: Uint8Array
}

const LANGUAGES: readonly Language[] = ['fr', 'en']

/**
 * A file's bytes as a document: decoded, front matter parsed, title, date, language and address found.
 *
 * Returns null where there is nothing to build, and reports why: `empty-file`, `not-text` (a NUL byte), `not-utf-8`.
 * Reports and goes on: `front-matter` (it cannot be parsed: it then holds nothing), `front-matter-date`,
 * `language`.
 */
export function parseDocument(
  { id, path, sha256, bytes }: DocumentBytes,
  file: VFile,
  languages: readonly Language[] = ['fr', 'en'],
): SourceDocument | null {
  const source = decode(bytes, file)
  if (source === null) return null
  const { data, body } = readFrontMatter(source, file)
  const get = (key: string): unknown => (Object.hasOwn(data, key) ? data[key] : undefined)
  if (source.slice(body).trim() === '') {
    report(file, 'Unexpected file without text, expected an article', 'empty-file', 'error')
    return null
  }
  return {
    id,
    path,
    title: readTitle(get('title'), source.slice(body), path),
    lang: readLanguage(get('lang') ?? get('language'), source.slice(body), languages, file),
    date: readDate(get('date'), path, file),
    url: readUrl(data),
    sha256,
    frontMatter: data,
    source,
  }
}

function decode(bytes: Uint8Array, file: VFile): string | null {
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    const place = placeOf(bytes, nul)
    report(file, 'Unexpected NUL byte, expected a text file', 'not-text', 'error', place)
    return null
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const place = placeOf(bytes, firstInvalid(bytes))
    report(file, 'Unexpected byte that is not UTF-8, expected a file saved as UTF-8', 'not-utf-8', 'error', place)
    return null
  }
}

/** Offset of the first byte that makes the bytes invalid UTF-8. */
function firstInvalid(bytes: Uint8Array): number {
  // Decoding with replacement characters and encoding again differs from there on.
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
  const index = again.findIndex((byte, at) => byte !== bytes[at])
  return index < 0 ? bytes.length : index
}

function placeOf(bytes: Uint8Array, offset: number): Place {
  const before = new TextDecoder().decode(bytes.subarray(0, offset))
  const lines = before.split(/\r\n?|\n/)
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 }
}

function readTitle(title: unknown, body: string, path: string): string {
  if (typeof title === 'string' && title.trim() !== '') return title.trim()
  if (typeof title === 'number') return String(title)
  const heading = firstHeading(body)
  if (heading !== '') return heading
  const name = (path.split('/').at(-1) as string).replace(/\.[^.]+$/, '').normalize('NFC')
  return (
    name
      .replace(/^\d{4}-\d{2}-\d{2}-/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name
  )
}

/** What the front matter says, else the only language that the content is written in, else what the text looks like. */
function readLanguage(lang: unknown, body: string, languages: readonly Language[], file: VFile): Language {
  if (lang !== undefined && lang !== null) {
    const code = String(lang).toLowerCase().split(/[-_]/)[0]
    const language = LANGUAGES.find((candidate) => candidate === code)
    if (language) return language
    const reason = `Unexpected language \`${String(lang)}\`, expected \`fr\` or \`en\``
    report(file, reason, 'language', 'warning')
  }
  const [only, ...others] = languages
  return only !== undefined && others.length === 0 ? only : detectLanguage(body)
}

function readUrl(data: Readonly<Record<string, unknown>>): string | null {
  for (const key of ['url', 'source', 'canonical']) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined
    if (typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) && URL.canParse(value)) return value
  }
  return null
}
