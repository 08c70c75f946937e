import { wordSet } from '../../languages/relation-lexicon.ts'
import type { NameMention, Prose } from '../../model.ts'
import { normalizeName } from '../../names/compare-names.ts'

/** `@fellgear.example`, `www.fellgear.example`, `//fellgear.example/`: the last label before the public ones. */
const ADDRESS = /(?:@|\bwww\.|:\/\/(?:www\.)?)((?:[\p{L}\d-]+\.){1,4}\p{L}{2,})/gu

/** Labels that stand under a country’s: `example.co.uk`. */
const SECOND_LEVEL = /^(?:co|com|org|net|gov|gouv|ac|edu|asso)$/

/** Who carries everybody’s mail and pages says nothing about who writes. */
const CARRIERS = wordSet(
  `gmail googlemail outlook hotmail live yahoo orange wanadoo free sfr laposte icloud proton protonmail github gitlab
   twitter facebook linkedin youtube instagram wikipedia google medium mastodon bsky`,
)

const CAPITALIZED = /(?<![\p{L}\p{M}\d@./’'_-])\p{Lu}[\p{L}\p{M}\d]{3,}(?![\p{L}\p{M}\d@_]|[.-][\p{L}\d])/gu

/**
 * What the text’s own addresses call who writes it, in lower case without spaces and hyphens: `fellgear` of
 * `hello@fellgear.example`. Empty where it gives no address.
 */
export function findOwnLabels(text: string): ReadonlySet<string> {
  const labels = new Set<string>()
  for (const [, host] of text.matchAll(ADDRESS)) {
    const parts = (host as string).toLowerCase().split('.')
    parts.pop()
    if (parts.length > 1 && SECOND_LEVEL.test(parts[parts.length - 1] as string)) parts.pop()
    const label = (parts.pop() ?? '').replaceAll('-', '')
    if (label.length >= 4 && !CARRIERS.has(label)) labels.add(label)
  }
  return labels
}

/** Whether a name, as `normalizeName` writes it, is the one of an address. */
export function isOwnName(normal: string, labels: ReadonlySet<string>): boolean {
  return labels.size > 0 && labels.has(normal.replace(/[^\p{L}\d]/gu, ''))
}

/** Whether a name of several words begins with the one of an address: `Skarvik Outdoor` of `skarvik.example`. */
export function beginsWithOwnName(normal: string, labels: ReadonlySet<string>): boolean {
  const space = normal.indexOf(' ')
  return space > 0 && isOwnName(normal.slice(0, space), labels)
}

/**
 * `names` and, with them, the words that the finder of names passed over though an address of the text is made of them:
 * an organization’s. Sorted and without overlaps, as `names` are.
 */
export function addOwnNames(
  prose: Prose,
  names: readonly NameMention[],
  labels: ReadonlySet<string>,
): readonly NameMention[] {
  if (labels.size === 0) return names
  const added: NameMention[] = []
  let next = 0
  for (const match of prose.text.matchAll(CAPITALIZED)) {
    const start = match.index
    const end = start + match[0].length
    while (next < names.length && (names[next] as NameMention).end <= start) next++
    const taken = next < names.length && (names[next] as NameMention).start < end
    if (taken || !isOwnName(normalizeName(match[0]), labels)) continue
    added.push({ start, end, kind: 'name', category: 'organization', confidence: 0.7, extractor: 'own-name@1' })
  }
  return added.length === 0 ? names : [...names, ...added].sort((a, b) => a.start - b.start)
}
