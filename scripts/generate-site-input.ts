import { createHash } from 'node:crypto'
import { assembleGraph } from '../pipeline/connect/assemble-graph.ts'
import { detectCommunities } from '../pipeline/connect/detect-communities.ts'
import type { SiteInput } from '../pipeline/export/site.ts'
import { CATEGORIES, type Entity, type Knowledge, PREDICATES, type StatementEvidence } from '../pipeline/model.ts'
import { seededRandom } from '../pipeline/seeded-random.ts'

export interface Size {
  nodes: number
  documents: number
  /** One node in fifty where it is not said. */
  targets?: number
  /** 1.5 for each entity where it is not said. */
  relations?: number
}

/**
 * A graph with hubs and communities: each entity belongs to a group, most relations stay in it, and names that come
 * earlier are mentioned more. Nodes that are neither documents nor targets are entities. Positions are on discs by group: layout is not what is measured here.
 */
export function generateInput({ nodes, documents, ...size }: Size): SiteInput {
  const random = seededRandom(nodes)
  const targetCount = size.targets ?? Math.floor(nodes / 50)
  const entityCount = nodes - documents - targetCount
  const pick = (n: number) => Math.floor(random() ** 2 * n)
  const ids = Array.from({ length: documents }, (_, d) => `articles-${String(d).padStart(5, '0')}`)
  const groups = Math.max(4, Math.round(Math.sqrt(entityCount) / 2))
  const sentences = new Map<string, string[]>(ids.map((id) => [id, []]))
  const lengths = new Map<string, number>()

  const state = (document: string, names: readonly [number, number]): StatementEvidence => {
    const exact = `${nameOf(names[0])} and ${nameOf(names[1])} signed an agreement that their boards approved in spring.`
    const start = lengths.get(document) ?? 0
    lengths.set(document, start + exact.length + 1)
    const list = sentences.get(document) as string[]
    list.push(exact)
    for (const name of names) {
      const from = exact.indexOf(nameOf(name))
      mentions[name]?.push({ document, start: start + from, end: start + from + nameOf(name).length })
    }
    const end = start + exact.length
    return {
      document,
      start,
      end,
      sourceStart: start,
      sourceEnd: end,
      line: list.length,
      section: ['Agreements'],
      exact,
      prefix: '',
      suffix: '',
      extractors: ['generated@1'],
    }
  }
  const nameOf = (n: number) =>
    `${ROOTS[n % ROOTS.length]} ${ENDINGS[Math.floor(n / ROOTS.length) % ENDINGS.length]} ${n}`
  const mentions: { document: string; start: number; end: number }[][] = Array.from({ length: entityCount }, () => [])
  const categoryOf = (n: number) => CATEGORIES[n % CATEGORIES.length] as (typeof CATEGORIES)[number]
  const idOf = (n: number) => `${categoryOf(n)}/name-${String(n).padStart(6, '0')}`

  const relations = Array.from({ length: size.relations ?? Math.floor(entityCount * 1.5) }, (_, r) => {
    const subject = r < entityCount ? r : pick(entityCount)
    const within = random() < 0.85
    const step = groups * (1 + pick(Math.max(1, Math.floor(entityCount / groups) - 1)))
    const object = within ? (subject + step) % entityCount : pick(entityCount)
    const document = ids[pick(documents)] as string
    return {
      id: String(r).padStart(8, '0'),
      subject: idOf(subject),
      predicate: PREDICATES[r % PREDICATES.length] as (typeof PREDICATES)[number],
      object: idOf(object),
      label: 'signed an agreement',
      qualifiers: {},
      polarity: 'positive' as const,
      modality: 'asserted' as const,
      attributedTo: null,
      confidence: 0.8,
      extractors: ['generated@1'],
      evidence: [state(document, [subject, object])],
    }
  })
  const targets = Array.from({ length: targetCount }, (_, t) => {
    const actor = pick(entityCount)
    return {
      id: hashOf(t),
      actor: idOf(actor),
      kind: 'emissions-reduction' as const,
      metric: 'emissions',
      direction: 'reduce' as const,
      value: 10 + (t % 80),
      unit: '%',
      baselineYear: 2019,
      baselineValue: null,
      startYear: null,
      targetYear: 2025 + (t % 26),
      scope: null,
      status: 'announced' as const,
      attributedTo: null,
      missing: ['scope' as const],
      fields: {},
      confidence: 0.9,
      extractors: ['generated@1'],
      evidence: [state(ids[pick(documents)] as string, [actor, pick(entityCount)])],
    }
  })
  targets.sort((a, b) => (a.id < b.id ? -1 : 1))
  const entities = Array.from(
    { length: entityCount },
    (_, n): Entity => ({
      id: idOf(n),
      category: categoryOf(n),
      label: nameOf(n),
      aliases: [],
      sameAs: [],
      description: null,
      mentions: (mentions[n] ?? []).map(({ document, start, end }) => ({
        document,
        start,
        end,
        sourceStart: start,
        sourceEnd: end,
        exact: nameOf(n),
        kind: 'name',
        extractor: 'generated@1',
        confidence: 1,
      })),
    }),
  )
  entities.sort((a, b) => (a.id < b.id ? -1 : 1))
  const knowledge: Knowledge = {
    format: 'maillage-knowledge',
    version: 1,
    generator: { name: 'maillage', version: '0', configHash: '' },
    documents: ids.map((id) => ({
      id,
      path: `${id}.md`,
      title: `Report ${id}`,
      lang: 'en',
      date: null,
      url: null,
      sha256: '',
    })),
    entities,
    relations,
    targets,
  }
  const graph = detectCommunities(assembleGraph(knowledge, []))
  graph.updateEachNodeAttributes((_, attributes) => {
    const group = attributes.community % groups
    const [angle, far] = [random() * 2 * Math.PI, Math.sqrt(random()) * 400]
    const [x, y] = [Math.cos(group * 2.4), Math.sin(group * 2.4)].map((at) => at * 180 * Math.sqrt(group))
    return { ...attributes, x: (x as number) + Math.cos(angle) * far, y: (y as number) + Math.sin(angle) * far }
  })
  const pages = ids.map((id) => {
    const text = (sentences.get(id) as string[]).join('\n')
    return { id, text, blocks: [], mentions: [], html: `<p data-start="0">${text}</p>` }
  })
  return { knowledge, graph, documents: pages, anchors: new Map(), title: 'Benchmark', baseUrl: null }
}

/** As random as the ids of targets are, which weigh what they weigh for it. */
function hashOf(number: number): string {
  return createHash('sha256').update(String(number)).digest('hex').slice(0, 16)
}

const ROOTS = 'Acier,Alto,Arbor,Borea,Civa,Delta,Elan,Galva,Helio,Iris,Jura,Kern,Lumen,Mira,Nord,Orba,Pyra'.split(',')
const ENDINGS = 'Energy,Group,Transport,Partners,Foundation,Materials,Agency,Council'.split(',')
