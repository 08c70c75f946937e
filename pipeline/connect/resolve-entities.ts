import type {
  AnalysisSummary,
  Category,
  DocumentId,
  Entity,
  EntityId,
  LinkedMention,
  LocalEntity,
  MentionRecord,
} from '../model.ts'
import { CATEGORIES } from '../model.ts'
import { isAcronymOf, isShortFormOf, normalizeName } from '../names/compare-names.ts'
import { compareStrings } from './compare.ts'
import type { Curation, EntityReference } from './curation.ts'
import type { DocumentSubject } from './find-subjects.ts'
import { hashOf } from './hash.ts'
import { slugOf } from './slug.ts'
import type { LocalPlace, SplitMentions } from './split-mentions.ts'

/** Two entities that may be one, which the texts alone do not settle. */
export interface DoubtfulPair {
  first: EntityId
  second: EntityId
  /** What makes them look alike, ready to print. */
  reason: string
}

export interface Resolution {
  /** Sorted by id. */
  entities: readonly Entity[]
  /** Of each document, what its local entities became; null where curation ignores one, or where nothing mentions it. */
  entityOf: ReadonlyMap<DocumentId, readonly (EntityId | null)[]>
  /** Sorted by first, then second. */
  doubtful: readonly DoubtfulPair[]
  /** What a reference of curation points at; empty when nothing answers to it. */
  find(reference: EntityReference): readonly EntityId[]
  /** References of `entities`, `ignore`, `same` and `different` that nothing answers to. */
  unused: readonly EntityReference[]
  /** References whose judgements cannot all hold: judged the same as what they are judged different from. */
  conflicts: readonly EntityReference[]
}

/** Categories that one name may waver between from text to text; people and places are never anything else. */
const WAVERING: ReadonlySet<Category> = new Set(['organization', 'initiative', 'product', 'work', 'event', 'concept'])
/** Share of a name's mentions from which its main category takes the others in. */
const DOMINANT = 2 / 3
/** As `DOMINANT`, for a category that does not waver, and then only where the others were found with little confidence. */
const OVERWHELMING = 0.9
const UNSURE = 0.6
/** Letters from which an acronym that no text explains may still be taken for the one name it abbreviates. */
const TELLING_ACRONYM = 4

/** A local entity of one document, with what comparing it needs. */
interface Local {
  document: AnalysisSummary
  index: number
  category: Category
  entity: LocalEntity
  /** Label and aliases, without those that curation ignores. */
  names: readonly string[]
  mentions: readonly LinkedMention[]
  key: string
  aliasKeys: readonly string[]
  /** Confidence of its names and acronyms, added up. */
  weight: number
}

/**
 * Local entities of `analyses` (sorted by document id) to entities of the corpus. Two are one when curation says so, when a
 * document on one of them does (`subjects`), when
 * they go by the same name in the same or a wavering category, or when one text gives the full name its acronym or short
 * form and nothing else goes by that form. Keys block the comparisons: time grows with the number of names, not of pairs.
 */
export function resolveEntities(
  analyses: readonly AnalysisSummary[],
  curation: Curation,
  subjects: readonly DocumentSubject[] = [],
  chosen: SplitMentions['chosen'] = new Map(),
): Resolution {
  const normalize = remember(normalizeName)
  const ignored = new IgnoredNames(curation.ignore, normalize, chosen)
  const locals = gatherLocals(analyses, normalize, ignored)
  const lookup = indexNames(locals)
  const unused = [...ignored.unused()]
  const places = new Map(locals.map(({ document, index }, i) => [`${index} ${document.document.id}`, i]))
  const placesOf = (list: readonly LocalPlace[]) =>
    list.flatMap(({ document, entity }) => places.get(`${entity} ${document}`) ?? [])
  const pickedOut = new Set(placesOf([...chosen.values()].flat()))
  // A name stands for all that goes by it but for the mentions that some reference picks out.
  const findInTexts = (reference: EntityReference) =>
    reference.quote === null
      ? selectLocals(reference, locals, lookup, normalize).filter((i) => !pickedOut.has(i))
      : placesOf(chosen.get(reference) ?? [])
  const find = (reference: EntityReference) => {
    const found = findInTexts(reference)
    return found.length > 0
      ? found
      : curation.entities.filter(goesBy(reference, normalize)).flatMap(({ reference }) => findInTexts(reference))
  }
  const findOrReport = (reference: EntityReference) => {
    const selected = find(reference)
    if (selected.length === 0) unused.push(reference)
    return selected
  }
  const clusters = new Clusters(locals.length)
  const conflicts: EntityReference[] = []

  const curated = curation.entities.map((entry) => ({ entry, selected: findOrReport(entry.reference) }))
  for (const { entry, selected } of curated) {
    if (entry.category !== null) for (const i of selected) (locals[i] as Local).category = entry.category
  }
  for (const [group, { references }] of curation.different.entries()) {
    for (const [side, reference] of references.entries()) {
      for (const i of findOrReport(reference)) clusters.forbid(i, group, side)
    }
  }
  const ruled = (reference: EntityReference, members: readonly number[]) => {
    for (const i of members) {
      if (!clusters.unite(members[0] as number, i)) {
        conflicts.push(reference)
        return
      }
    }
  }
  for (const { references } of curation.same) {
    ruled(references[0] as EntityReference, references.flatMap(findOrReport))
  }
  for (const { entry, selected } of curated) {
    const category = entry.category ?? locals[selected[0] ?? -1]?.category
    const others = entry.aliases.flatMap((alias) =>
      (lookup.labels.get(normalize(alias)) ?? []).filter((i) => mayBeOne((locals[i] as Local).category, category)),
    )
    ruled(entry.reference, [...selected, ...others])
  }

  const said = [...curated, ...uniteSubjects(subjects, locals, lookup, places, clusters, normalize)]

  uniteSameNames(locals, clusters)
  const wavering = uniteWavering(locals, clusters)
  const doubts = uniteShortForms(locals, clusters)

  const named = nameClusters(locals, clusters, said, normalize)
  const idOf = (i: number) => named.idOf[i] as EntityId
  const entityOf = new Map<DocumentId, (EntityId | null)[]>()
  for (const { document, entities } of analyses)
    entityOf.set(
      document.id,
      entities.map(() => null),
    )
  for (const [i, local] of locals.entries()) {
    ;(entityOf.get(local.document.document.id) as (EntityId | null)[])[local.index] = idOf(i)
  }
  const doubtful = new Map<string, DoubtfulPair>()
  for (const { a, b, reason } of [...wavering, ...doubts]) {
    if (clusters.root(a) === clusters.root(b) || clusters.isForbidden(a, b)) continue
    const [first, second] = [idOf(a), idOf(b)].sort(compareStrings) as [EntityId, EntityId]
    const key = `${first} ${second}`
    if (!doubtful.has(key)) doubtful.set(key, { first, second, reason })
  }
  const byId = new Set(named.entities.map((entity) => entity.id))
  const findEntities = (reference: EntityReference): readonly EntityId[] => {
    if (byId.has(reference.name)) return [reference.name]
    if (reference.quote !== null) return [...new Set(find(reference).map(idOf))]
    // The category may be the one a text gave or the one that the entity has become.
    const selected = find({ ...reference, category: null }).filter(
      (i) =>
        reference.category === null ||
        reference.category === locals[i]?.entity.category ||
        idOf(i).startsWith(`${reference.category}/`),
    )
    return [...new Set(selected.map(idOf))].sort(compareStrings)
  }
  return {
    entities: named.entities,
    entityOf,
    doubtful: [...doubtful.entries()].sort(([a], [b]) => compareStrings(a, b)).map(([, pair]) => pair),
    find: findEntities,
    unused,
    conflicts,
  }
}

function remember<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = compute(key)
      known.set(key, value)
    }
    return value
  }
}

/** Names that curation says name nothing, and which of them some text has. */
class IgnoredNames {
  readonly #byKey = new Map<string, EntityReference[]>()
  readonly #bySlug = new Map<string, EntityReference[]>()
  readonly #unused: Set<EntityReference>
  readonly #normalize: (name: string) => string
  readonly #places = new Set<string>()

  constructor(
    references: readonly EntityReference[],
    normalize: (name: string) => string,
    chosen: SplitMentions['chosen'],
  ) {
    this.#normalize = normalize
    this.#unused = new Set(references)
    for (const reference of references) {
      if (reference.quote !== null) {
        for (const { document, entity } of chosen.get(reference) ?? []) {
          this.#places.add(`${entity} ${document}`)
          this.#unused.delete(reference)
        }
        continue
      }
      const [, category, slug] = ID.exec(reference.name) ?? []
      if (slug === undefined) push(this.#byKey, normalize(reference.name), reference)
      else push(this.#bySlug, slug, { ...reference, category: category as Category })
    }
  }

  has(name: string, category: Category, { document }: AnalysisSummary): boolean {
    if (this.#byKey.size + this.#bySlug.size === 0) return false
    const candidates = [
      ...(this.#byKey.get(this.#normalize(name)) ?? []),
      ...(this.#bySlug.size > 0 ? (this.#bySlug.get(slugOf(name)) ?? []) : []),
    ]
    const meant = candidates.filter((reference) => isMeant(reference, category, document))
    for (const reference of meant) {
      for (const unused of this.#unused) if (unused.place === reference.place) this.#unused.delete(unused)
    }
    return meant.length > 0
  }

  hasPlace({ document }: AnalysisSummary, entity: number): boolean {
    return this.#places.has(`${entity} ${document.id}`)
  }

  unused(): Iterable<EntityReference> {
    return this.#unused
  }
}

function gatherLocals(
  analyses: readonly AnalysisSummary[],
  normalize: (name: string) => string,
  ignored: IgnoredNames,
): Local[] {
  const locals: Local[] = []
  for (const document of analyses) {
    const mentions: LinkedMention[][] = document.entities.map(() => [])
    for (const mention of document.mentions) {
      const { category } = document.entities[mention.entity] as LocalEntity
      if (isNaming(mention) && ignored.has(mention.exact, category, document)) continue
      mentions[mention.entity]?.push(mention)
    }
    for (const [index, entity] of document.entities.entries()) {
      const { category, label } = entity
      const kept = mentions[index] as LinkedMention[]
      if (ignored.hasPlace(document, index)) continue
      if (ignored.has(label, category, document) || kept.length === 0) continue
      const aliases = entity.aliases.filter((alias) => !ignored.has(alias, category, document))
      const key = normalize(label)
      const aliasKeys = new Set(aliases.map(normalize))
      for (const mention of kept) if (isNaming(mention)) aliasKeys.add(normalize(mention.exact))
      aliasKeys.delete(key)
      aliasKeys.delete('')
      locals.push({
        document,
        index,
        category,
        entity,
        names: [label, ...aliases],
        mentions: kept,
        key,
        aliasKeys: [...aliasKeys].sort(compareStrings),
        weight: kept.reduce((sum, mention) => sum + (isNaming(mention) ? mention.confidence : 0), 0),
      })
    }
  }
  return locals
}

const isNaming = (mention: LinkedMention) => mention.kind === 'name' || mention.kind === 'acronym'

function isMeant(reference: EntityReference, category: Category, document: { id: DocumentId; path: string }): boolean {
  return (
    (reference.category === null || reference.category === category) &&
    (reference.document === null || reference.document === document.id || reference.document === document.path)
  )
}

/** Whether an entry gives what it is about the name that a reference says, which no text need have. */
function goesBy(reference: EntityReference, normalize: (name: string) => string) {
  const [, category = reference.category, slug] = ID.exec(reference.name) ?? []
  const key = normalize(reference.name)
  return (entry: Curation['entities'][number]) =>
    (category === null || entry.category === null || entry.category === category) &&
    [entry.label, ...entry.aliases].some(
      (name) => name !== null && (slug === undefined ? normalize(name) === key : slugOf(name) === slug),
    )
}

interface NameIndex {
  labels: Map<string, number[]>
  aliases: Map<string, number[]>
  /** Made when a reference first asks for it. */
  slugs?: Map<string, number[]>
}

const ID = new RegExp(`^(${CATEGORIES.join('|')})/([^/]+)$`)

function indexNames(locals: readonly Local[]): NameIndex {
  const index: NameIndex = { labels: new Map(), aliases: new Map() }
  for (const [i, { key, aliasKeys }] of locals.entries()) {
    push(index.labels, key, i)
    for (const alias of aliasKeys) push(index.aliases, alias, i)
  }
  return index
}

function indexSlugs(locals: readonly Local[]): Map<string, number[]> {
  const slugs = new Map<string, number[]>()
  for (const [i, { entity }] of locals.entries()) push(slugs, slugOf(entity.label), i)
  return slugs
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** What goes by the reference's name in full, else what has it as another name. */
function selectLocals(
  reference: EntityReference,
  locals: readonly Local[],
  index: NameIndex,
  normalize: (name: string) => string,
): number[] {
  const [, category, slug] = ID.exec(reference.name) ?? []
  if (slug !== undefined) {
    index.slugs ??= indexSlugs(locals)
    return (index.slugs.get(slug) ?? []).filter((i) => locals[i]?.entity.category === category)
  }
  const key = normalize(reference.name)
  const meant = (i: number) => {
    const { document, entity, category } = locals[i] as Local
    // The category that the text gave, or the one that curation has given since.
    return isMeant(reference, entity.category, document.document) || isMeant(reference, category, document.document)
  }
  const inFull = (index.labels.get(key) ?? []).filter(meant)
  return inFull.length > 0 ? inFull : (index.aliases.get(key) ?? []).filter(meant)
}

/** Disjoint sets of locals that know which of them curation keeps apart. */
class Clusters {
  readonly #parent: Int32Array
  /** Of a root: the side it stands on in each `different` judgement it is part of. */
  readonly #sides = new Map<number, Map<number, number>>()

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i)
  }

  root(i: number): number {
    let root = i
    while (this.#parent[root] !== root) root = this.#parent[root] as number
    while (this.#parent[i] !== root) {
      const next = this.#parent[i] as number
      this.#parent[i] = root
      i = next
    }
    return root
  }

  forbid(i: number, group: number, side: number) {
    const root = this.root(i)
    const sides = this.#sides.get(root) ?? new Map<number, number>()
    if (!sides.has(group)) sides.set(group, side)
    this.#sides.set(root, sides)
  }

  isForbidden(a: number, b: number): boolean {
    const [x, y] = [this.#sides.get(this.root(a)), this.#sides.get(this.root(b))]
    if (!x || !y || x === y) return false
    for (const [group, side] of x) if (y.has(group) && y.get(group) !== side) return true
    return false
  }

  /** False, and nothing done, when curation keeps the two apart. The root is the member that comes first. */
  unite(a: number, b: number): boolean {
    const [x, y] = [this.root(a), this.root(b)]
    if (x === y) return true
    if (this.isForbidden(x, y)) return false
    const [root, other] = x < y ? [x, y] : [y, x]
    this.#parent[other] = root
    const sides = this.#sides.get(other)
    if (sides) this.#sides.set(root, new Map([...(this.#sides.get(root) ?? []), ...sides]))
    return true
  }
}

interface Doubt {
  a: number
  b: number
  reason: string
}

function mayBeOne(a: Category, b: Category | undefined): boolean {
  return b === undefined || a === b || (WAVERING.has(a) && WAVERING.has(b))
}

interface CuratedSelection {
  entry: Pick<Curation['entities'][number], 'category' | 'label' | 'description' | 'aliases' | 'sameAs'>
  selected: readonly number[]
}

/**
 * What a document on something says of its names: the subject is what goes by the document's title or an alias, in the
 * document itself, else anywhere if all that does may be one. It is one with what goes by its other names, and with what
 * links to the document name, where categories allow.
 */
function uniteSubjects(
  subjects: readonly DocumentSubject[],
  locals: readonly Local[],
  lookup: NameIndex,
  places: ReadonlyMap<string, number>,
  clusters: Clusters,
  normalize: (name: string) => string,
): CuratedSelection[] {
  return subjects.flatMap(({ document, title, aliases, linked }) => {
    const keys = [title, ...aliases].map(normalize)
    const here = (i: number) => locals[i]?.document.document.id === document
    const known = (key: string) => lookup.labels.get(key) ?? []
    const inDocument = keys.flatMap((key) => [...known(key), ...(lookup.aliases.get(key) ?? [])].filter(here))[0]
    const [first, ...others] = keys.map(known).find((members) => members.length > 0) ?? []
    const categoryOf = (i: number) => (locals[i] as Local).category
    const isOne = first !== undefined && others.every((i) => mayBeOne(categoryOf(i), categoryOf(first)))
    const subject = inDocument ?? (isOne ? first : undefined)
    if (subject === undefined) return []
    const named = keys.flatMap(known)
    const pointedAt = linked.flatMap(({ document, entity }) => places.get(`${entity} ${document}`) ?? [])
    for (const i of named) if (mayBeOne(categoryOf(i), categoryOf(subject))) clusters.unite(subject, i)
    for (const i of pointedAt) {
      // Whoever links a name to the document on that name says that it is meant, whatever the name was taken for.
      const isNamed = keys.includes((locals[i] as Local).key)
      if (isNamed || mayBeOne(categoryOf(i), categoryOf(subject))) clusters.unite(subject, i)
    }
    const entry = { category: null, label: null, description: null, aliases, sameAs: [] }
    return aliases.length === 0 ? [] : [{ entry, selected: [subject] }]
  })
}

function uniteSameNames(locals: readonly Local[], clusters: Clusters) {
  const byName = new Map<string, number[]>()
  for (const [i, { category, key }] of locals.entries()) {
    const known = byName.get(`${category} ${key}`)
    // The first that it may join: usually the only one, more where curation keeps homonyms apart.
    const open = known?.find((j) => clusters.unite(j, i))
    if (!known) byName.set(`${category} ${key}`, [i])
    else if (open === undefined) known.push(i)
  }
}

/** One name in several categories: the rare ones join the main one where they may be slips, else stay homonyms. */
function uniteWavering(locals: readonly Local[], clusters: Clusters): Doubt[] {
  const doubts: Doubt[] = []
  const byName = new Map<string, Map<Category, { first: number; weight: number; members: number }>>()
  for (const [i, { key, category, weight }] of locals.entries()) {
    const categories = byName.get(key) ?? new Map<Category, { first: number; weight: number; members: number }>()
    byName.set(key, categories)
    const entry = categories.get(category)
    if (!entry) categories.set(category, { first: i, weight, members: 1 })
    else {
      entry.weight += weight
      entry.members++
    }
  }
  for (const categories of byName.values()) {
    if (categories.size < 2) continue
    const total = [...categories.values()].reduce((sum, { weight }) => sum + weight, 0)
    const [main, ...others] = [...categories].sort(
      ([a, x], [b, y]) => y.weight - x.weight || CATEGORIES.indexOf(a) - CATEGORIES.indexOf(b),
    ) as [
      [Category, { first: number; weight: number; members: number }],
      ...[Category, { first: number; weight: number; members: number }][],
    ]
    const share = main[1].weight / total
    for (const [category, { first, weight, members }] of others) {
      const slips = mayBeOne(category, main[0]) ? share >= DOMINANT : share >= OVERWHELMING && weight / members < UNSURE
      if (slips && clusters.unite(main[1].first, first)) continue
      doubts.push({
        a: main[1].first,
        b: first,
        reason: `“${locals[first]?.entity.label}” is named both as ${main[0]} and as ${category}`,
      })
    }
  }
  return doubts
}

/** An acronym, a surname or another short form, and the one full name in the corpus that it can stand for. */
function uniteShortForms(locals: readonly Local[], clusters: Clusters): Doubt[] {
  const doubts: Doubt[] = []
  // By category and name: who has it as its full name, who as another name that a text gives, who might have it.
  const full = new Map<string, number[]>()
  const given = new Map<string, number[]>()
  const guessed = new Map<string, number[]>()
  for (const [i, { category, key, aliasKeys, entity }] of locals.entries()) {
    push(full, `${category} ${key}`, i)
    for (const alias of aliasKeys) push(given, `${category} ${alias}`, i)
    for (const guess of guessShortForms(entity.label, key, category)) push(guessed, `${category} ${guess}`, i)
  }
  const rootsOf = (members: readonly number[] = []) =>
    [...new Set(members.map((i) => clusters.root(i)))].sort((a, b) => a - b)
  for (const [name, shorts] of full) {
    const { category, entity } = locals[shorts[0] as number] as Local
    const explained = rootsOf(given.get(name))
    // Two people may share a surname though only one text shortens it; an acronym that is explained needs no guess.
    const owners =
      category === 'person' || explained.length === 0
        ? rootsOf([...(given.get(name) ?? []), ...(guessed.get(name) ?? [])])
        : explained
    const alone = rootsOf(shorts)
    const candidates = owners.filter((root) => !alone.includes(root))
    const [a, b] = [alone[0] as number, candidates[0]]
    if (b === undefined) continue
    const label = (locals[b] as Local).entity.label
    const isTelling =
      explained.length > 0 ||
      (category === 'person' ? isShortFormOf(entity.label, label, category) : isTellingAcronym(entity.label, label))
    if (alone.length === 1 && candidates.length === 1 && isTelling && clusters.unite(a, b)) continue
    for (const candidate of candidates) {
      const { label } = (locals[candidate] as Local).entity
      if (
        explained.includes(candidate) ||
        isShortFormOf(entity.label, label, category) ||
        isAcronymOf(entity.label, label)
      ) {
        doubts.push({ a, b: candidate, reason: `“${entity.label}” may stand for “${label}”` })
      }
    }
  }
  return doubts
}

const isTellingAcronym = (short: string, full: string) => short.length >= TELLING_ACRONYM && isAcronymOf(short, full)

/** Short forms that other texts may use for a name although its own text did not: initials, surname. */
function* guessShortForms(label: string, key: string, category: Category): Iterable<string> {
  const words = key.split(' ')
  if (words.length < 2) return
  if (category === 'person') {
    yield words[words.length - 1] as string
    return
  }
  if (words.length > 12) return
  const all = label.split(/[\s’'\-–]+/u).filter(Boolean)
  // With and without the small words: `ODM` of `Office des marées`, `ANCT` of `Agence nationale de la cohésion des…`.
  for (const taken of [all, all.filter((word) => /^\p{L}{4,}|^\p{Lu}/u.test(word))]) {
    const initials = taken.map((word) => word[0]).join('')
    if (initials.length >= 3 && initials.length <= 8) yield normalizeName(initials)
  }
}

function nameClusters(
  locals: readonly Local[],
  clusters: Clusters,
  curated: readonly CuratedSelection[],
  normalize: (name: string) => string,
): { entities: Entity[]; idOf: readonly EntityId[] } {
  const members = new Map<number, number[]>()
  for (let i = 0; i < locals.length; i++) push(members, clusters.root(i), i)
  const said = new Map<number, CuratedSelection['entry'][]>()
  for (const { entry, selected } of curated) {
    for (const root of new Set(selected.map((i) => clusters.root(i)))) push(said, root, entry)
  }
  const idOf: EntityId[] = new Array(locals.length)
  const entities: Entity[] = []
  const taken = new Set<EntityId>()
  // Roots in the order of first appearance: of two names with one slug, the one that came first keeps it bare.
  for (const [root, cluster] of members) {
    const entries = said.get(root) ?? []
    const group = cluster.map((i) => locals[i] as Local)
    const category = entries.find((entry) => entry.category !== null)?.category ?? mainCategory(group)
    const label = entries.find((entry) => entry.label !== null)?.label ?? mainLabel(group, category, normalize)
    const names = new Set(group.flatMap((local) => local.names))
    for (const entry of entries) for (const alias of entry.aliases) names.add(alias)
    names.delete(label)
    let id: EntityId = `${category}/${slugOf(label)}`
    if (taken.has(id)) {
      const first = group[0] as Local
      id = `${id}-${hashOf([label, first.document.document.id, first.index]).slice(0, 6)}`
    }
    taken.add(id)
    for (const i of cluster) idOf[i] = id
    entities.push({
      id,
      category,
      label,
      aliases: [...names].sort(compareStrings),
      sameAs: [...new Set(entries.flatMap((entry) => entry.sameAs))].sort(compareStrings),
      description: entries.find((entry) => entry.description !== null)?.description ?? null,
      mentions: group.flatMap(mentionRecords).sort(compareMentions),
    })
  }
  return { entities: entities.sort((a, b) => compareStrings(a.id, b.id)), idOf }
}

function mainCategory(group: readonly Local[]): Category {
  const weights = new Map<Category, number>()
  for (const { category, weight } of group) weights.set(category, (weights.get(category) ?? 0) + weight)
  const [main] = [...weights].sort(([a, x], [b, y]) => y - x || CATEGORIES.indexOf(a) - CATEGORIES.indexOf(b)) as [
    [Category, number],
  ]
  return main[0]
}

/** The label of most documents; a person's fullest; never in capitals where some text has it otherwise. */
function mainLabel(group: readonly Local[], category: Category, normalize: (name: string) => string): string {
  const votes = new Map<string, { documents: number; mentions: number }>()
  for (const { entity, mentions, category: own } of group) {
    const vote = votes.get(entity.label) ?? { documents: 0, mentions: 0 }
    if (own === category) vote.documents++
    vote.mentions += mentions.length
    votes.set(entity.label, vote)
  }
  const loudness = (label: string) => (label.length > 5 && label === label.toUpperCase() ? 1 : 0)
  const fullness = (label: string) => (category === 'person' ? normalize(label).split(' ').length : 0)
  const [first] = [...votes].sort(
    ([a, x], [b, y]) =>
      loudness(a) - loudness(b) ||
      fullness(b) - fullness(a) ||
      y.documents - x.documents ||
      y.mentions - x.mentions ||
      b.length - a.length ||
      compareStrings(a, b),
  ) as [[string, unknown]]
  return first[0]
}

function mentionRecords({ document, mentions }: Local): MentionRecord[] {
  return mentions.map(({ exact, start, end, sourceStart, sourceEnd, kind, extractor, confidence }) => ({
    document: document.document.id,
    exact,
    start,
    end,
    sourceStart,
    sourceEnd,
    kind,
    extractor,
    confidence,
  }))
}

function compareMentions(a: MentionRecord, b: MentionRecord): number {
  return compareStrings(a.document, b.document) || a.start - b.start || a.end - b.end
}
