import { assembleGraph } from '../connect/assemble-graph.ts'
import { computeLayout } from '../connect/compute-layout.ts'
import { connect } from '../connect/connect.ts'
import type { Curation } from '../connect/curation.ts'
import { detectCommunities } from '../connect/detect-communities.ts'
import { analysisOf } from '../connect/fixture.ts'
import { resolveLinks } from '../connect/resolve-links.ts'
import type { Artifact, DocumentAnalysis } from '../model.ts'
import type { ExportInput } from './export-input.ts'

export const NO_CURATION: Curation = {
  path: 'entities.yml',
  entities: [],
  ignore: [],
  same: [],
  different: [],
  relations: [],
  targets: [],
}

/** Three documents with every kind of node and edge, and with characters that formats must escape. For tests. */
export const DOCUMENTS: readonly DocumentAnalysis[] = [
  analysisOf({
    id: 'velmont-plan',
    date: '2024-03',
    title: 'Velmont & <fils> : « plan "Horizon" »',
    text: [
      'Velmont, dont Inès Carvel est la directrice, a rejoint Énergie 200 à Bruges. Velmont et Inès Carvel y croient.',
      'Velmont vise la neutralité carbone d’ici 2040 et =SUM(A1), soit 38\u202f000 tonnes "nettes".',
      'Inès Carvel a présenté <Feuille & route> au Forum Bleu. Velmont et le Forum Bleu reviennent. Le Forum Bleu salue Velmont.',
    ],
    entities: [
      { names: ['Velmont'], category: 'organization' },
      { names: ['Inès Carvel'], category: 'person' },
      { names: ['Énergie 200'], category: 'initiative' },
      { names: ['Bruges'], category: 'place' },
      { names: ['=SUM(A1)'], category: 'concept' },
      { names: ['<Feuille & route>'], category: 'work' },
      { names: ['Forum Bleu'], category: 'event' },
    ],
    relations: [
      {
        subject: 'Inès Carvel',
        predicate: 'worksFor',
        object: 'Velmont',
        says: 'Velmont, dont Inès Carvel est la directrice',
        qualifiers: { title: 'directrice' },
        label: 'est la directrice',
      },
      {
        subject: 'Velmont',
        predicate: 'memberOf',
        object: 'Énergie 200',
        says: 'Velmont, dont Inès Carvel est la directrice, a rejoint Énergie 200',
      },
      {
        subject: '<Feuille & route>',
        predicate: 'presentedAt',
        object: 'Forum Bleu',
        says: 'a présenté <Feuille & route> au Forum Bleu',
        modality: 'reported',
        attributedTo: 1,
      },
    ],
    targets: [
      {
        actor: 'Velmont',
        kind: 'carbon-neutrality',
        metric: 'neutralité carbone',
        targetYear: 2040,
        value: 38000,
        unit: 't',
        missing: ['baselineYear', 'scope'],
        says: 'Velmont vise la neutralité carbone d’ici 2040',
      },
      {
        actor: null,
        kind: 'other',
        metric: 'énergie',
        value: 42.5,
        unit: '%',
        missing: ['actor'],
        says: 'a rejoint Énergie 200',
      },
    ],
  }),
  analysisOf({
    id: 'marchés-2',
    date: '2024-05-02',
    text: [
      'Velmont n’est pas partenaire de Sarlat Câbles.',
      'Oriel a investi dans Énergie 200. Oriel produit le Lumio.',
    ],
    entities: [
      { names: ['Velmont'], category: 'organization' },
      { names: ['Sarlat Câbles'], category: 'organization' },
      { names: ['Oriel'], category: 'organization' },
      { names: ['Énergie 200'], category: 'initiative' },
      { names: ['Lumio'], category: 'product' },
    ],
    relations: [
      {
        subject: 'Velmont',
        predicate: 'partnerOf',
        object: 'Sarlat Câbles',
        polarity: 'negative',
        says: 'Velmont n’est pas partenaire de Sarlat Câbles',
      },
      { subject: 'Oriel', predicate: 'invests', object: 'Énergie 200', says: 'Oriel a investi dans Énergie 200' },
      { subject: 'Oriel', predicate: 'produces', object: 'Lumio', says: 'Oriel produit le Lumio', extractor: 'verb@2' },
    ],
  }),
  {
    ...analysisOf({ id: 'vide', text: ['Rien ici, voir le plan.'], entities: [] }),
    aliases: ['Néant & co'],
    tags: ['climat/énergie'],
    links: [
      {
        kind: 'link',
        url: 'velmont-plan.md',
        line: 1,
        column: 15,
        words: { start: 15, end: 22 },
        evidence: {
          document: 'vide',
          start: 0,
          end: 23,
          sourceStart: 0,
          sourceEnd: 23,
          line: 1,
          section: [],
          exact: 'Rien ici, voir le plan.',
          prefix: '',
          suffix: '',
        },
      },
    ],
  },
]

export function exportInput(baseUrl: string | null = 'https://exemple.test/carte'): ExportInput {
  const generator = { version: '0.1.0', configHash: 'c0ffee' }
  const knowledge = connect({ curation: NO_CURATION, generator, links: resolveLinks(DOCUMENTS, []) })(DOCUMENTS)
  return {
    knowledge,
    graph: computeLayout(detectCommunities(assembleGraph(knowledge, DOCUMENTS))),
    documents: DOCUMENTS.map(({ document: { id }, text, blocks }) => ({ id, text, blocks })),
    title: 'Une carte & "ses" <plans>',
    baseUrl,
  }
}

export function contentOf(artifacts: Iterable<Artifact>, path: string): string {
  for (const artifact of artifacts) {
    if (artifact.path !== path) continue
    const { content } = artifact
    return typeof content === 'string' || content instanceof Uint8Array ? String(content) : [...content].join('')
  }
  throw new Error(`no ${path}`)
}
