import { posix } from 'node:path'
import { anchorFinder } from '../analyze/find-anchor.ts'
import { readLocalAddress } from '../analyze/local-address.ts'
import type { AnalysisSummary, Anchor, DocumentId, DocumentLink, LocalLink } from '../model.ts'
import { normalizeName } from '../names/compare-names.ts'
import { compareStrings } from './compare.ts'
import type { ReportMessage } from './connect.ts'
import { comparePassages } from './merge-relations.ts'
import { suggestName } from './suggest-name.ts'

/** What an address leads to: a document, perhaps a part of it, or another file of the content folder by its path. */
export type Destination = { document: DocumentId; anchor: Anchor | null } | { file: string }

/** Where the addresses of one document lead, by how they are written; those that lead nowhere are not in it. */
export type Destinations = ReadonlyMap<string, Destination>

export interface LinkResolution {
  destinations: ReadonlyMap<DocumentId, Destinations>
  /** Links to other documents that have words, by the document they stand in; in id order. */
  links: ReadonlyMap<DocumentId, readonly DocumentLink[]>
}

/** Links that lead nowhere for which a likely name is looked for: comparing names costs more than all else here. */
const SUGGESTED = 50

/**
 * Finds what links and pictures of documents lead to. An address is taken as a path from its document, then from the
 * content folder, with or without `.md`, or to a folder's `index.md` or `README.md`; then as Obsidian and Quartz do, as
 * the end of a path anywhere, a title or an alias, capitals, accents and hyphens aside. Of several, the nearest counts. A
 * web address leads to the document whose `url` it is. Fragments lead to ids, by their letters and digits.
 *
 * Reports `unresolved-link`, `unresolved-heading` and `missing-image` with the nearest match, and `ambiguous-link`. Not
 * reported: addresses that begin with `/` and lead to no document, which are the site's own, and those that leave the
 * content folder, which are reported when the document is read.
 */
export function resolveLinks(
  analyses: readonly AnalysisSummary[],
  attachments: readonly string[],
  report: ReportMessage = () => {},
): LinkResolution {
  const index = new ContentIndex(analyses, attachments)
  let suggested = 0
  const destinations = new Map<DocumentId, Destinations>()
  const links = new Map<DocumentId, readonly DocumentLink[]>()
  for (const { document, links: written } of analyses) {
    const own = new Map<string, Destination>()
    const linked = new Map<DocumentId, DocumentLink['evidence'][number][]>()
    const reported = new Set<string>()
    const say = ({ url, line, column }: LocalLink, reason: string, ruleId: string) => {
      if (reported.has(`${ruleId} ${url}`)) return
      reported.add(`${ruleId} ${url}`)
      report(document.path, { reason, line, column, ruleId, source: 'maillage', severity: 'warning' })
    }
    const nearest = (name: string, names: Iterable<string>) => {
      const found = suggested++ < SUGGESTED ? suggestName(name, names) : null
      return found === null ? '' : `; the nearest is \`${found}\``
    }
    for (const link of written) {
      const address = readLocalAddress(link.url)
      if (address === null) {
        const id = index.byAddress(link.url)
        if (id !== null) own.set(link.url, { document: id, anchor: null })
      } else if (leavesContent(document.path, address.path)) continue
      else {
        const found = address.path === '' ? { ids: [document.id] } : index.find(document.path, address.path)
        if ('file' in found) own.set(link.url, found)
        else if (found.ids.length > 0) {
          const [id, ...others] = found.ids as [DocumentId, ...DocumentId[]]
          if (others.length > 0)
            say(
              link,
              `Unexpected link \`${link.url}\` that may lead to ${found.ids.map((id) => index.pathOf(id)).join(' or ')}, expected a path; it leads to the first`,
              'ambiguous-link',
            )
          const anchor = address.fragment === null ? null : index.anchor(id, address.fragment)
          if (isHeading(address.fragment) && anchor === null)
            say(
              link,
              `Unexpected link to \`#${address.fragment}\`, ${index.pathOf(id)} has no such heading${nearest(address.fragment, index.headings(id))}`,
              'unresolved-heading',
            )
          if (address.path !== '') own.set(link.url, { document: id, anchor })
        } else if (link.kind === 'image')
          say(
            link,
            `Unexpected picture \`${link.url}\`, the content folder has no such file${nearest(baseOf(address.path), attachments.map(baseOf))}`,
            'missing-image',
          )
        else if (!address.path.startsWith('/'))
          say(
            link,
            `Unexpected link \`${link.url}\`, the content folder has no such document or file${nearest(baseOf(address.path).replace(/\.(?:md|markdown|html?)$/i, ''), index.names())}`,
            'unresolved-link',
          )
      }
      const to = own.get(link.url)
      if (to === undefined || !('document' in to) || to.document === document.id || link.evidence === null) continue
      const evidence = linked.get(to.document)
      if (evidence) evidence.push(link.evidence)
      else linked.set(to.document, [link.evidence])
    }
    destinations.set(document.id, own)
    links.set(
      document.id,
      [...linked]
        .sort(([a], [b]) => compareStrings(a, b))
        .map(([id, evidence]) => ({ document: id, evidence: eachOnce(evidence) })),
    )
  }
  return { destinations, links }
}

function eachOnce(evidence: readonly DocumentLink['evidence'][number][]): DocumentLink['evidence'] {
  const passages = new Map(evidence.map((passage) => [`${passage.start} ${passage.end}`, passage]))
  return [...passages.values()].sort(comparePassages)
}

/** Fragments that no document has to declare: the top of a page, and text that a browser finds. */
function isHeading(fragment: string | null): fragment is string {
  return fragment !== null && !/^(?:top)?$|^:~:/i.test(fragment)
}

function leavesContent(from: string, path: string): boolean {
  return !path.startsWith('/') && /^\.\.(?:\/|$)/.test(posix.join(posix.dirname(from), path))
}

const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
/** A path as it is compared: without its ending, in lower case. */
const pathKey = (path: string) =>
  withoutLastSlashes(path.normalize('NFC').toLowerCase())
    .replace(/^\.?\/+/, '')
    .replace(/\.(?:md|markdown|html?)$/, '')

/** The documents and files of a content folder, by all that an address may call them. */
class ContentIndex {
  readonly #byId = new Map<DocumentId, AnalysisSummary>()
  readonly #byPath = new Map<string, DocumentId[]>()
  readonly #byBase = new Map<string, DocumentId[]>()
  readonly #byName = new Map<string, DocumentId[]>()
  readonly #byAddress = new Map<string, DocumentId>()
  readonly #files = new Map<string, string>()
  readonly #filesByBase = new Map<string, string[]>()
  readonly #anchors = new Map<DocumentId, (fragment: string) => Anchor | null>()

  constructor(analyses: readonly AnalysisSummary[], attachments: readonly string[]) {
    for (const analysis of analyses) {
      const { id, path, title, url } = analysis.document
      this.#byId.set(id, analysis)
      const key = pathKey(path)
      push(this.#byPath, key, id)
      const folder = /^(.*?)(?:^|\/)(?:index|readme|_index)$/.exec(key)?.[1]
      if (folder !== undefined) push(this.#byPath, folder, id)
      push(this.#byBase, baseOf(key), id)
      for (const name of new Set([baseOf(key), title, ...analysis.aliases].map(normalizeName)))
        push(this.#byName, name, id)
      if (url !== null && !this.#byAddress.has(webKey(url))) this.#byAddress.set(webKey(url), id)
    }
    for (const path of attachments) {
      const key = path.normalize('NFC').toLowerCase()
      if (!this.#files.has(key)) this.#files.set(key, path)
      push(this.#filesByBase, baseOf(key), path)
    }
  }

  pathOf(id: DocumentId): string {
    return (this.#byId.get(id) as AnalysisSummary).document.path
  }

  byAddress(url: string): DocumentId | null {
    return this.#byAddress.get(webKey(url)) ?? null
  }

  /** Documents that a path may lead to from another, the nearest first, or the file that it leads to. */
  find(from: string, path: string): { ids: readonly DocumentId[] } | { file: string } {
    const folder = posix.dirname(from)
    const wholes = path.startsWith('/')
      ? [posix.join('.', path.slice(1))]
      : [posix.join(folder, path), posix.join('.', path)].filter((whole) => !whole.startsWith('..'))
    for (const whole of wholes) {
      const [id] = this.#exact(whole)
      if (id !== undefined) return { ids: [id] }
    }
    for (const whole of wholes) {
      const file = this.#files.get(whole.normalize('NFC').toLowerCase())
      if (file !== undefined) return { file }
    }
    // A path that climbs or begins at the root says exactly where.
    if (path.startsWith('/') || path.startsWith('.')) return { ids: [] }
    const key = pathKey(path)
    const ids = (this.#byBase.get(baseOf(key)) ?? []).filter((id) => endsPath(pathKey(this.pathOf(id)), key))
    if (ids.length > 0) return { ids: this.#nearestFirst(ids, folder) }
    const fileKey = path.normalize('NFC').toLowerCase()
    const files = (this.#filesByBase.get(baseOf(fileKey)) ?? []).filter((file) =>
      endsPath(file.normalize('NFC').toLowerCase(), fileKey),
    )
    const [file] = files.sort((a, b) => byDistance(folder, a, b))
    if (file !== undefined) return { file }
    return { ids: path.includes('/') ? [] : this.#nearestFirst(this.#byName.get(normalizeName(key)) ?? [], folder) }
  }

  anchor(id: DocumentId, fragment: string): Anchor | null {
    let find = this.#anchors.get(id)
    if (find === undefined) {
      find = anchorFinder((this.#byId.get(id) as AnalysisSummary).anchors)
      this.#anchors.set(id, find)
    }
    return find(fragment)
  }

  headings(id: DocumentId): readonly string[] {
    return (this.#byId.get(id) as AnalysisSummary).anchors.map((anchor) => anchor.id)
  }

  *names(): Iterable<string> {
    for (const { document, aliases } of this.#byId.values()) {
      yield baseOf(document.path).replace(/\.[^.]+$/, '')
      yield document.title
      yield* aliases
    }
    for (const path of this.#files.values()) yield baseOf(path)
  }

  /** Documents at a path; the one in the same letters first. */
  #exact(whole: string): readonly DocumentId[] {
    const ids = this.#byPath.get(pathKey(whole === '.' ? '' : whole)) ?? []
    if (ids.length < 2) return ids
    const isSame = (id: DocumentId) => Number(this.pathOf(id).replace(/\.[^.]+$/, '') === whole.replace(/\.[^.]+$/, ''))
    return [...ids].sort((a, b) => isSame(b) - isSame(a))
  }

  #nearestFirst(ids: readonly DocumentId[], folder: string): readonly DocumentId[] {
    return [...ids].sort((a, b) => byDistance(folder, this.pathOf(a), this.pathOf(b)))
  }
}

/** Same folder first, then the one that is least deep, then by path. */
function byDistance(folder: string, a: string, b: string): number {
  const far = (path: string) => (posix.dirname(path) === folder ? 0 : path.split('/').length)
  return far(a) - far(b) || compareStrings(a, b)
}

function endsPath(path: string, end: string): boolean {
  return path === end || path.endsWith(`/${end}`)
}

/** A web address without what does not tell pages apart. */
function webKey(url: string): string {
  return withoutLastSlashes(url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/#.*$/s, ''))
}

function withoutLastSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end--
  return path.slice(0, end)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
