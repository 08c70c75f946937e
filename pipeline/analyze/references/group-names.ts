import type { Category, LocalEntity, NameMention, Prose } from '../../model.ts'
import { isAcronymOf, isShortFormOf, normalizeName } from '../../names/compare-names.ts'

/** The names of a document, each with the entity it names. */
export interface NameGroups {
  /** In order of first mention. */
  entities: LocalEntity[]
  /** For each name mention, in the order given, the index of its entity. */
  entityOf: number[]
}

interface Group {
  category: Category
  first: number
  /** Normalised name → spellings in order of appearance. */
  names: Map<string, string[]>
  acronym: Set<string>
  mentions: number
  /** Set when the text itself tells this bearer of the name apart from another: `Valence (Drôme, France)`. */
  apart: string | null
  into: Group | null
}

/** What a name of the same category in parentheses renames: `X (Twitter)`; a place in parentheses is a container. */
const RENAMED: ReadonlySet<Category> = new Set(['product', 'event', 'work', 'initiative', 'concept'])

/**
 * Groups the name mentions of one document into entities: same normalised name and category, `Name (ACR)` and
 * `ACR (Name)` pairs, names joined by a naming verb (`baptisé “…”`), acronyms, short forms that fit one name only, and
 * an event with and without its year when the text has one edition. A place that gets a container in parentheses only
 * after it was named without one is kept apart as a homonym when the text says so.
 */
export function groupNames(
  prose: Prose,
  names: readonly NameMention[],
  normals: readonly string[],
  naming: ReadonlySet<string>,
): NameGroups {
  const groups = new Map<string, Group>()
  const own: Group[] = []
  const parentheses = readParentheses(prose, names)
  for (const [index, name] of names.entries()) {
    const exact = prose.text.slice(name.start, name.end)
    const normal = normals[index] as string
    const apart = homonymLabel(prose, names, normals, index, parentheses, groups)
    const key = `${name.category} ${apart ?? normal}`
    let group = groups.get(key)
    if (!group) {
      group = {
        category: name.category,
        first: index,
        names: new Map(),
        acronym: new Set(),
        mentions: 0,
        apart,
        into: null,
      }
      groups.set(key, group)
    }
    const spellings = group.names.get(normal)
    if (!spellings) group.names.set(normal, [exact])
    else if (!spellings.includes(exact)) spellings.push(exact)
    if (name.kind === 'acronym') group.acronym.add(normal)
    group.mentions++
    own.push(group)
  }

  const distinct = [...new Set(own)]
  joinPairs(prose, names, own, parentheses)
  joinNamed(prose, names, own, naming)
  joinAcronyms(distinct)
  joinShortForms(distinct)
  joinEditions(distinct)
  joinMunicipalities(distinct)

  const entities: LocalEntity[] = []
  const indexOf = new Map<Group, number>()
  const entityOf = own.map((group) => {
    const root = rootOf(group)
    let index = indexOf.get(root)
    if (index === undefined) {
      index = entities.length
      indexOf.set(root, index)
      entities.push(toEntity(root))
    }
    return index
  })
  return { entities, entityOf }
}

function rootOf(group: Group): Group {
  let root = group
  while (root.into) root = root.into
  return root
}

/** Merges `part` into `whole`, whose category stands. */
function join(part: Group, whole: Group): void {
  const from = rootOf(part)
  const to = rootOf(whole)
  if (from === to || from.apart !== to.apart) return
  from.into = to
  to.first = Math.min(to.first, from.first)
  to.mentions += from.mentions
  for (const [normal, spellings] of from.names) {
    const known = to.names.get(normal)
    if (known) known.push(...spellings.filter((spelling) => !known.includes(spelling)))
    else to.names.set(normal, spellings)
  }
  for (const acronym of from.acronym) to.acronym.add(acronym)
}

/** For each name, the index of the name that it introduces in parentheses: `Name (inner`; −1 when none. */
function readParentheses(prose: Prose, names: readonly NameMention[]): number[] {
  return names.map((name, index) => {
    const inner = names[index + 1]
    if (!inner) return -1
    const between = prose.text.slice(name.end, inner.start)
    return /^\s?\(\s?["“«]?\s?(?:ex-|ex )?$/u.test(between) ? index + 1 : -1
  })
}

function closesAfter(prose: Prose, name: NameMention): boolean {
  return /^\s?["”»]?\s?\)/u.test(prose.text.slice(name.end, name.end + 4))
}

/**
 * `Valence (Drôme, France)` after a plain `Valence`: a container is given at the first mention of a place, so one that
 * comes later tells another place apart when the text names it again by its container or says that names are shared.
 */
function homonymLabel(
  prose: Prose,
  names: readonly NameMention[],
  normals: readonly string[],
  index: number,
  parentheses: readonly number[],
  groups: ReadonlyMap<string, Group>,
): string | null {
  const name = names[index] as NameMention
  const inner = names[parentheses[index] as number]
  if (name.category !== 'place' || inner?.category !== 'place') return null
  if (!groups.has(`place ${normals[index]}`)) return null
  const close = prose.text.indexOf(')', inner.end)
  if (close < 0 || close - inner.end > 60) return null
  return prose.text.slice(name.start, close + 1)
}

function joinPairs(
  prose: Prose,
  names: readonly NameMention[],
  own: readonly Group[],
  parentheses: readonly number[],
): void {
  for (const [index, innerIndex] of parentheses.entries()) {
    if (innerIndex < 0) continue
    const outer = names[index] as NameMention
    const inner = names[innerIndex] as NameMention
    if (!closesAfter(prose, inner)) continue
    const a = prose.text.slice(outer.start, outer.end)
    const b = prose.text.slice(inner.start, inner.end)
    const outerGroup = own[index] as Group
    const innerGroup = own[innerIndex] as Group
    if (isAcronymOf(b, a) || isShortening(b, a)) join(innerGroup, outerGroup)
    else if (isAcronymOf(a, b) || isShortening(a, b)) join(outerGroup, innerGroup)
    else if (outer.category === inner.category && RENAMED.has(outer.category)) join(innerGroup, outerGroup)
    else if (isFormerAcronym(b, a, outer, inner)) join(innerGroup, outerGroup)
  }
}

/** `Agence de la transition écologique (Ademe)`: what a body that changed its name goes on being called. */
function isFormerAcronym(short: string, long: string, outer: NameMention, inner: NameMention): boolean {
  if (outer.category !== 'organization' || inner.category !== 'organization') return false
  return (
    /^\p{L}{3,7}$/u.test(short) && long.split(' ').length >= 3 && normalizeName(short)[0] === normalizeName(long)[0]
  )
}

/**
 * Whether `short` could have been made of `long` by leaving letters out, its first letter the first of a word:
 * `Idele` of `Institut de l’élevage`. Schwartz & Hearst, A simple algorithm for identifying abbreviation definitions
 * (2003), read forwards; only for what stands in parentheses beside its long form.
 */
export function isShortening(short: string, long: string): boolean {
  const letters = normalizeName(short).replaceAll(' ', '')
  const source = normalizeName(long)
  if (letters.length < 2 || letters.length > 10 || letters.length * 2 > source.length || !source.includes(' '))
    return false
  let at = letters[0] === source[0] ? 0 : -1
  if (at < 0) return false
  for (let i = 1; i < letters.length; i++) {
    at = source.indexOf(letters[i] as string, at + 1)
    if (at < 0) return false
  }
  return true
}

/** `Plan Directeur 2030, baptisé “Terre Propre”`: two names of one thing. */
function joinNamed(
  prose: Prose,
  names: readonly NameMention[],
  own: readonly Group[],
  naming: ReadonlySet<string>,
): void {
  for (let index = 0; index + 1 < names.length; index++) {
    const first = names[index] as NameMention
    const second = names[index + 1] as NameMention
    if (first.category !== second.category || second.start - first.end > 40) continue
    const between = prose.text.slice(first.end, second.start).toLowerCase()
    const words = between.match(/[\p{L}-]+/gu)
    if (!words || words.length > 3 || !/^\s?[,(]/.test(between) || !naming.has(words[0] as string)) continue
    join(own[index + 1] as Group, own[index] as Group)
  }
}

/** A lone acronym belongs to the one full name that it abbreviates. */
function joinAcronyms(groups: readonly Group[]): void {
  for (const group of groups) {
    if (group.into) continue
    const name = soleName(group)
    if (name === null || !isAcronymLike(name)) continue
    const wholes = new Set<Group>()
    for (const other of groups) {
      const root = rootOf(other)
      if (root === group || (root.category !== group.category && !group.acronym.size)) continue
      if (abbreviates(name, root)) wholes.add(root)
    }
    if (wholes.size === 1) join(group, [...wholes][0] as Group)
  }
}

function abbreviates(acronym: string, whole: Group): boolean {
  const initial = (acronym[0] as string).toLowerCase()
  for (const [normal, long] of whole.names) {
    // Cheap first: an acronym begins as its name does.
    if (normal.startsWith(initial) && normal.includes(' ') && long.some((name) => isAcronymOf(acronym, name)))
      return true
  }
  return false
}

/** A short form belongs to the one longer name of its category that it shortens. */
function joinShortForms(groups: readonly Group[]): void {
  // Longest first, so that `LMA Group` finds its whole before `LMA` looks for either.
  const lengths = new Map(groups.map((group) => [group, length(group)]))
  const byLength = [...groups].sort((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0))
  for (const group of byLength) {
    if (group.into || group.apart) continue
    const wholes = new Set<Group>()
    for (const other of groups) {
      const root = rootOf(other)
      if (root === group || root.apart || root.category !== group.category) continue
      if (isShorter(group, root)) wholes.add(root)
    }
    if (wholes.size === 1) join(group, [...wholes][0] as Group)
  }
}

function isShorter(part: Group, whole: Group): boolean {
  for (const [short, shortNames] of part.names) {
    const last = short.slice(short.lastIndexOf(' ') + 1)
    for (const [long, longNames] of whole.names) {
      // Cheap first: the last word of a short form is in the long one.
      if (long.length <= short.length || !long.includes(last)) continue
      if (shortNames.some((a) => longNames.some((b) => shortens(a, b, part.category)))) return true
    }
  }
  return false
}

function shortens(short: string, long: string, category: Category): boolean {
  if (short.length >= long.length) return false
  if (category === 'event' || category === 'work' || category === 'product') return false
  if (category === 'place') {
    // `Tutbury Road` of `Tutbury Road brewery`, but not `Valence` of `Valence Romans Agglo`.
    const rest = long.slice(short.length)
    return long.startsWith(`${short} `) && short.includes(' ') && /^ \p{Ll}/u.test(rest)
  }
  return isShortFormOf(short, long, category)
}

/** `Space` and `Space 2023` are one event while the text has no other edition. */
function joinEditions(groups: readonly Group[]): void {
  const editions = new Map<string, Set<Group>>()
  for (const group of groups) {
    const root = rootOf(group)
    if (root.category !== 'event') continue
    for (const normal of root.names.keys()) {
      const plain = normal.replace(/ (?:\d{1,4}|[ivx]{1,5})$/, '')
      const list = editions.get(plain)
      if (list) list.add(root)
      else editions.set(plain, new Set([root]))
    }
  }
  for (const list of editions.values()) {
    const roots = new Set([...list].map(rootOf))
    if (roots.size !== 2) continue
    const [a, b] = [...roots] as [Group, Group]
    const plainA = [...a.names.keys()].some((name) => !/\d$/.test(name))
    const plainB = [...b.names.keys()].some((name) => !/\d$/.test(name))
    if (plainA !== plainB) join(plainA ? b : a, plainA ? a : b)
  }
}

/** `Ville de X`, `Commune de X` and `mairie de X` are one administration. */
function joinMunicipalities(groups: readonly Group[]): void {
  const towns = new Map<string, Group>()
  for (const group of groups) {
    const root = rootOf(group)
    if (root.category !== 'organization') continue
    for (const normal of root.names.keys()) {
      const town = /^(?:ville|commune|mairie|municipalite) (?:de|du|des|d) (.+)$/.exec(normal)?.[1]
      if (!town) continue
      const known = towns.get(town)
      if (known) join(root, known)
      else towns.set(town, root)
    }
  }
}

function isAcronymLike(name: string): boolean {
  return name.length >= 2 && name.length <= 8 && !name.includes(' ') && /\p{Lu}.*\p{Lu}/u.test(name)
}

function soleName(group: Group): string | null {
  const all = spellings(group)
  return group.names.size === 1 ? (all[0] as string) : null
}

function spellings(group: Group): string[] {
  return [...group.names.values()].flat()
}

function length(group: Group): number {
  return Math.max(...spellings(group).map((name) => name.length))
}

function toEntity(group: Group): LocalEntity {
  const all = spellings(group)
  let label = group.apart ?? (all[0] as string)
  // A product’s longer name is as often the one it had before.
  if (!group.apart && group.category !== 'product') for (const name of all) if (isFuller(name, label)) label = name
  return { category: group.category, label, aliases: all.filter((name) => name !== label) }
}

/** A label is the longest name that is written as a name: `COP 28` before `28e conférence …`, full before acronym. */
function isFuller(name: string, label: string): boolean {
  const rank = (text: string): number =>
    (/^\p{Lu}/u.test(text) ? 2 : 0) + (text === text.toUpperCase() && text.length > 8 ? -1 : 0)
  return rank(name) > rank(label) || (rank(name) === rank(label) && name.length > label.length)
}
