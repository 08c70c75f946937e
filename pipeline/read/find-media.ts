import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { LinkResolution } from '../connect/resolve-links.ts'
import type { AnalysisSummary, Artifact, LocalLink, Message } from '../model.ts'
import { slugOf } from './assign-ids.ts'

/** A file of the content folder that goes into the site, since a document shows it or links to it. */
export interface MediaFile {
  /** Relative to the content folder. */
  path: string
  /** Below the site's root: `media/`, the file's name, a digest of its bytes. Files with the same bytes and name are one. */
  sitePath: string
}

/** What is carried, by path in the content folder. */
export type Media = ReadonlyMap<string, MediaFile>

/** Bytes of the largest file that is carried. */
export const LARGEST_MEDIA = 25_000_000

/** Endings of what browsers show or hand on without running anything in it. SVG is looked into, and only shown. */
const CARRIED = new Set(
  (
    'png jpg jpeg gif webp avif svg mp3 m4a ogg oga opus wav flac mp4 m4v webm ogv mov pdf txt csv tsv json geojson ' +
    'doc docx odt rtf xls xlsx ods ppt pptx odp epub zip gz bib vtt srt'
  ).split(' '),
)

/**
 * Looks at every file that documents show or link to: which of them a site may carry, and under what name. Paths are read
 * where symbolic links lead, which must be within the content folder. Reports on the first document that asks for a file:
 * `media-type` (an ending that is not carried, an SVG that is linked to, or one that runs scripts or loads something),
 * `media-too-large`, `media-unreadable`.
 */
export async function findMedia(
  contentDir: string,
  { destinations }: Pick<LinkResolution, 'destinations'>,
  documents: readonly Pick<AnalysisSummary, 'document' | 'links'>[],
  report: (path: string, message: Message) => void,
): Promise<Media> {
  const media = new Map<string, MediaFile>()
  const seen = new Set<string>()
  const root = await realpath(contentDir)
  for (const { document, links } of documents) {
    for (const link of links) {
      const to = destinations.get(document.id)?.get(link.url)
      if (to === undefined || !('file' in to)) continue
      const say = (reason: string, ruleId: string) => report(document.path, messageAt(link, reason, ruleId))
      if (link.kind === 'link' && /\.svg$/i.test(to.file)) {
        say(`Unexpected link to the picture \`${link.url}\`, expected SVG only where it is shown`, 'media-type')
        continue
      }
      if (seen.has(to.file)) continue
      seen.add(to.file)
      const sitePath = await examine(root, to.file, say)
      if (sitePath !== null) media.set(to.file, { path: to.file, sitePath })
    }
  }
  return media
}

/** The files to write, read when they are asked for; in the order of their places in the site. */
export async function* mediaArtifacts(contentDir: string, media: Media): AsyncIterable<Artifact> {
  const byPlace = new Map([...media.values()].map(({ path, sitePath }) => [sitePath, path]))
  for (const [sitePath, path] of [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1)))
    yield { path: sitePath, content: await readFile(join(contentDir, path)) }
}

async function examine(
  root: string,
  path: string,
  say: (reason: string, ruleId: string) => void,
): Promise<string | null> {
  const ending = extname(path).slice(1).toLowerCase()
  if (!CARRIED.has(ending)) {
    say(
      `Unexpected file \`${path}\`, expected a picture, sound, film or document: others are not carried into the site`,
      'media-type',
    )
    return null
  }
  try {
    const real = await realpath(join(root, path))
    if (!real.startsWith(root + sep)) {
      say(`Unexpected file \`${path}\` that leads out of the content folder, expected one within`, 'media-unreadable')
      return null
    }
    const { size } = await stat(real)
    if (size > LARGEST_MEDIA) {
      say(
        `Unexpected file \`${path}\` of ${megabytes(size)} MB, expected at most ${megabytes(LARGEST_MEDIA)} MB`,
        'media-too-large',
      )
      return null
    }
    const bytes = await readFile(real)
    if (ending === 'svg' && !isQuietSvg(bytes)) {
      say(`Unexpected SVG \`${path}\` that runs a script or loads something, expected a still picture`, 'media-type')
      return null
    }
    const name = slugOf(path.slice(path.lastIndexOf('/') + 1, -ending.length - 1)).slice(0, 60)
    return `media/${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${ending}`
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    say(`Unexpected file \`${path}\` that cannot be read (${error.code}), expected a readable one`, 'media-unreadable')
    return null
  }
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1e5) / 10

function messageAt({ line, column }: LocalLink, reason: string, ruleId: string): Message {
  return { reason, line, column, ruleId, source: 'maillage', severity: 'warning' }
}

/** What makes an SVG more than a picture: scripts, event handlers, other documents, style sheets, entities. */
const ACTIVE = [
  /<(?:[\w.-]+:)?(?:script|foreignobject|iframe|object|embed|handler|listener|audio|video)\b/i,
  /[\s/"']on[a-z]+\s*=/i,
  /<!(?:entity|doctype[^<>[]*\[)/i,
  /<\?xml-stylesheet/i,
  /@import|javascript:/i,
  /\battributename\s*=\s*(?:["']\s*)?(?:on|(?:xlink:)?href)/i,
  /\burl\(\s*["']?\s*(?!["'#]|data:image\/)/i,
]
const REFERENCE = /\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi

/**
 * Whether an SVG file does nothing but draw, wherever it is opened: as a document of its own it could run scripts in the
 * site's name.
 */
export function isQuietSvg(bytes: Uint8Array): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // Another encoding could hide anything.
    return false
  }
  // References may spell anything; of named ones, only those of XML are there.
  const plain = text
    .replace(/&(?:quot|apos);/g, '"')
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/gi, (_, hex?: string, digits?: string) => {
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
  if (ACTIVE.some((pattern) => pattern.test(plain))) return false
  for (const [, double, single, bare] of plain.matchAll(REFERENCE)) {
    const address = (double ?? single ?? bare ?? '').trim()
    if (address !== '' && !/^(?:#|data:image\/(?:png|jpe?g|gif|webp|avif);)/i.test(address)) return false
  }
  return true
}
