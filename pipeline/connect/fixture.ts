import type {
  Category,
  DocumentAnalysis,
  Evidence,
  LinkedMention,
  LocalEntity,
  MentionKind,
  RelationClaim,
  TargetClaim,
} from '../model.ts'

/** An entity of a hand-made document: its names, fullest first, and its category. */
export interface FixtureEntity {
  names: readonly string[]
  category: Category
  /** Of each of its mentions; 0.9 unless given. */
  confidence?: number
}

export type FixtureRelation = Partial<Omit<RelationClaim, 'subject' | 'object' | 'evidence'>> & {
  subject: string
  predicate: RelationClaim['predicate']
  object: string
  /** The passage that says so, as it stands in the text. */
  says: string
}

export type FixtureTarget = Partial<Omit<TargetClaim, 'actor' | 'evidence'>> & { actor: string | null; says: string }

export interface FixtureDocument {
  id: string
  date?: string
  title?: string
  /** Each string is a paragraph; sentences end at `. `. */
  text: readonly string[]
  entities: readonly FixtureEntity[]
  relations?: readonly FixtureRelation[]
  targets?: readonly FixtureTarget[]
}

/**
 * An analysis as the parts before `connect` would give it, from a text and a list of the names in it: every occurrence of
 * a name is a mention, longest names first. For tests.
 */
export function analysisOf(fixture: FixtureDocument): DocumentAnalysis {
  const { id, date = null, title = id, text: paragraphs, entities: named, relations = [], targets = [] } = fixture
  const text = paragraphs.join('\n')
  // As if the file held the paragraphs, blank lines between them.
  const blocks = paragraphs.map((paragraph, i) => {
    const start = paragraphs.slice(0, i).join('\n').length + (i === 0 ? 0 : 1)
    return {
      kind: 'paragraph' as const,
      start,
      end: start + paragraph.length,
      sourceStart: start + i,
      sourceEnd: start + i + paragraph.length,
      section: 0,
    }
  })
  const blockOf = (offset: number) => blocks.findIndex((block) => offset < block.end)
  const sentences = blocks.flatMap(({ start, end }, block) =>
    [...text.slice(start, end).matchAll(/\S.*?(?:\.(?= )|$)/g)].map(({ index, 0: { length } }) => ({
      start: start + index,
      end: start + index + length,
      block,
    })),
  )
  const mentions: LinkedMention[] = []
  const covered = new Set<number>()
  const names = named.flatMap(({ names, confidence = 0.9 }, entity) =>
    names.map((name) => ({ name, entity, confidence })),
  )
  for (const { name, entity, confidence } of names.sort((a, b) => b.name.length - a.name.length)) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      if (covered.has(start) || /[\p{L}\p{N}]/u.test(`${text[start - 1] ?? ' '}`)) continue
      for (let i = start; i < start + name.length; i++) covered.add(i)
      const shift = blockOf(start)
      const kind: MentionKind = /^\p{Lu}{2,}$/u.test(name) ? 'acronym' : 'name'
      mentions.push({
        start,
        end: start + name.length,
        sourceStart: start + shift,
        sourceEnd: start + name.length + shift,
        kind,
        exact: name,
        entity,
        extractor: 'names@1',
        confidence,
      })
    }
  }
  mentions.sort((a, b) => a.start - b.start)
  const entityNamed = (name: string) => {
    const index = named.findIndex(({ names }) => names.includes(name))
    if (index < 0) throw new Error(`fixture: no entity ${name} in ${id}`)
    return index
  }
  const evidenceOf = (says: string): Evidence => {
    const start = text.indexOf(says)
    if (start < 0) throw new Error(`fixture: “${says}” is not in ${id}`)
    const end = start + says.length
    const block = blockOf(start)
    return {
      document: id,
      start,
      end,
      sourceStart: start + block,
      sourceEnd: end + block,
      line: 2 * block + 1,
      section: [],
      exact: says,
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
    }
  }
  return {
    document: { id, path: `articles/${id}.md`, title, lang: 'fr', date, url: null, sha256: '0'.repeat(64) },
    text,
    blocks,
    sections: [{ start: 0, end: text.length, level: 0, path: [] }],
    sentences,
    entities: named.map(({ names: [label = '', ...aliases], category }): LocalEntity => ({ category, label, aliases })),
    mentions,
    relations: relations.map(({ subject, object, says, ...rest }) => ({
      label: rest.predicate,
      qualifiers: {},
      polarity: 'positive',
      modality: 'asserted',
      attributedTo: null,
      confidence: 0.8,
      extractor: 'fixture@1',
      ...rest,
      subject: entityNamed(subject),
      object: entityNamed(object),
      evidence: evidenceOf(says),
    })),
    targets: targets.map(({ actor, says, ...rest }) => ({
      kind: 'other',
      metric: '',
      direction: 'reach',
      value: null,
      unit: null,
      baselineYear: null,
      baselineValue: null,
      startYear: null,
      targetYear: null,
      scope: null,
      status: 'announced',
      missing: [],
      fields: {},
      confidence: 0.8,
      attributedTo: null,
      extractor: 'fixture@1',
      ...rest,
      actor: actor === null ? null : entityNamed(actor),
      evidence: evidenceOf(says),
    })),
    html: '',
    links: [],
    anchors: [],
    aliases: [],
    tags: [],
    messages: [],
  }
}
