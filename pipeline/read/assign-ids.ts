import { createHash } from 'node:crypto'

/** Longest slug before a hash takes over the rest, well below what file systems allow with an ending. */
const LONGEST = 120

/**
 * Ids for the paths of a listing, in its order: the path's slug, or, where an earlier path has that one, the slug with a
 * short hash of the path, which does not change when other files come or go before it.
 */
export function assignIds(paths: readonly string[]): readonly { id: string; path: string; sameIdAs: string | null }[] {
  const pathOf = new Map<string, string>()
  // Paths that keep their slug come first, so that no suffixed id can take one away.
  for (const path of paths) {
    const slug = slugOf(path)
    if (!pathOf.has(slug)) pathOf.set(slug, path)
  }
  return paths.map((path) => {
    const slug = slugOf(path)
    const first = pathOf.get(slug) as string
    if (first === path) return { id: slug, path, sameIdAs: null }
    let id = `${slug}-${hashOf(path)}`
    while (pathOf.has(id)) id = `${slug}-${hashOf(`${id}\n${path}`)}`
    pathOf.set(id, path)
    return { id, path, sameIdAs: first }
  })
}

/**
 * A path below the content folder as one safe path segment: without `articles/` and its ending, ASCII letters and digits
 * in lower case, `-` for all else. Where letters that have no ASCII form are lost, a short hash of the path stands for
 * them. Composed and decomposed Unicode forms give the same slug.
 */
export function slugOf(path: string): string {
  const name = path
    .normalize('NFC')
    .replace(/^articles\//, '')
    .replace(/\.(?:md|markdown)$/i, '')
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđ]/g, (letter) => LIGATURES[letter] ?? letter)
  const slug = folded.replace(/[^a-z0-9]+/g, '-').replace(/^-+|(?<!-)-+$/g, '')
  if (slug.length > LONGEST) return `${slug.slice(0, LONGEST)}-${hashOf(name)}`
  if (slug === '' || /[^\P{L}a-z]|[^\P{N}0-9]/u.test(folded))
    return slug === '' ? hashOf(name) : `${slug}-${hashOf(name)}`
  return slug
}

const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
