import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connect } from './connect/connect.ts'
import { analysisOf, type FixtureDocument } from './connect/fixture.ts'
import { diffKnowledge, isEmptyDiff } from './diff-knowledge.ts'
import { explain } from './explain.ts'
import { formatDiffMarkdown, formatDiffText } from './format-diff.ts'
import type { Knowledge } from './model.ts'

const PLAIN = { appeared: String, vanished: String, changed: String, heading: String }

const ARTICLE: FixtureDocument = {
  id: 'acier',
  title: 'Les Aciéries du Nord',
  text: [
    'Les Aciéries du Nord (ADN) ont rejoint le Pacte Vert. Jeanne Morel dirige les Aciéries du Nord.',
    'Les Aciéries du Nord visent la neutralité carbone en 2045.',
  ],
  entities: [
    { names: ['Aciéries du Nord', 'ADN'], category: 'organization' },
    { names: ['Pacte Vert'], category: 'initiative' },
    { names: ['Jeanne Morel'], category: 'person' },
  ],
  relations: [
    {
      subject: 'Aciéries du Nord',
      predicate: 'memberOf',
      object: 'Pacte Vert',
      label: 'ont rejoint',
      says: 'Les Aciéries du Nord (ADN) ont rejoint le Pacte Vert.',
    },
  ],
  targets: [
    {
      actor: 'Aciéries du Nord',
      kind: 'carbon-neutrality',
      metric: 'neutralité carbone',
      targetYear: 2045,
      says: 'Les Aciéries du Nord visent la neutralité carbone en 2045.',
    },
  ],
}

function knowledgeOf(...documents: FixtureDocument[]): Knowledge {
  const curation = {
    path: 'entities.yml',
    entities: [],
    ignore: [],
    same: [],
    different: [],
    relations: [],
    targets: [],
  }
  return connect({ curation, generator: { version: '0', configHash: '' } })(documents.map(analysisOf))
}

const BEFORE = knowledgeOf(ARTICLE)

/** The same article with one text in the place of another, in all that it says. */
function edited(from: string, to: string, more: Partial<FixtureDocument> = {}): Knowledge {
  const text = JSON.stringify({ ...ARTICLE, ...more }).replaceAll(from, to)
  return knowledgeOf(JSON.parse(text))
}

describe('diffKnowledge', () => {
  test('finds nothing between a version and itself', () => {
    const diff = diffKnowledge(BEFORE, structuredClone(BEFORE))
    expect(isEmptyDiff(diff)).toBe(true)
    expect(formatDiffText(diff, PLAIN)).toBe('No difference.\n')
  })

  test('a passage that moves is no change of what is said', () => {
    const after = knowledgeOf({ ...ARTICLE, text: ['Une ligne de plus.', ...ARTICLE.text] })
    expect(after.relations[0]?.evidence[0]?.start).not.toBe(BEFORE.relations[0]?.evidence[0]?.start)
    const { entities, relations, targets } = diffKnowledge(BEFORE, after)
    expect([entities, relations, targets]).toEqual(Array(3).fill({ appeared: [], vanished: [], changed: [] }))
  })

  test('a target whose year changes is one target that changed', () => {
    const { targets } = diffKnowledge(
      BEFORE,
      edited('2045', '2040', {
        targets: [{ ...(ARTICLE.targets?.[0] as never as object), targetYear: 2040 } as never],
      }),
    )
    expect(targets.appeared).toEqual([])
    expect(targets.vanished).toEqual([])
    expect(targets.changed.map(({ label, changes }) => [label, changes.map(({ field }) => field)])).toEqual([
      ['Aciéries du Nord: neutralité carbone, 2040', ['targetYear', 'evidence']],
    ])
  })

  test('an entity that is renamed and keeps an acronym takes its relations along', () => {
    const { entities, relations, targets } = diffKnowledge(BEFORE, edited('Aciéries du Nord', 'Aciéries nordiques'))
    expect(entities.appeared).toEqual([])
    expect(entities.vanished).toEqual([])
    expect(entities.changed.map(({ id, changes }) => [id, changes.map(({ field }) => field)])).toEqual([
      ['organization/acieries-nordiques', ['id', 'label']],
    ])
    expect([relations.appeared, relations.vanished]).toEqual([[], []])
    expect([targets.appeared, targets.vanished]).toEqual([[], []])
  })

  test('what a second article adds appears, and vanishes the other way round', () => {
    const second: FixtureDocument = {
      id: 'port',
      text: ['Le Port de Dunkerque est partenaire du Pacte Vert.'],
      entities: [
        { names: ['Port de Dunkerque'], category: 'organization' },
        { names: ['Pacte Vert'], category: 'initiative' },
      ],
    }
    const after = knowledgeOf(ARTICLE, second)
    const there = diffKnowledge(BEFORE, after)
    const back = diffKnowledge(after, BEFORE)
    expect(there.entities.appeared.map(({ id }) => id)).toEqual(['organization/port-de-dunkerque'])
    expect(there.entities.changed).toMatchObject([
      { id: 'initiative/pacte-vert', changes: [{ field: 'mentions', before: 1, after: 2 }] },
    ])
    for (const name of ['documents', 'entities', 'relations', 'targets'] as const) {
      expect(back[name].vanished).toEqual(there[name].appeared)
      expect(back[name].appeared).toEqual(there[name].vanished)
    }
  })
})

describe('formats', () => {
  const after = edited('ont rejoint', 'ont quitté', { text: [`${ARTICLE.text[0]}`], targets: [] })

  test('text', () => {
    expect(formatDiffText(diffKnowledge(BEFORE, after), PLAIN)).toMatchInlineSnapshot(`
      "entities: 0 appeared, 0 vanished, 1 changed
      ~ Aciéries du Nord (organization)
          mentions: 4 → 3

      relations: 0 appeared, 0 vanished, 1 changed
      ~ Aciéries du Nord — memberOf → Pacte Vert
          label: “ont rejoint” → “ont quitté”
          evidence: - “Les Aciéries du Nord (ADN) ont rejoint le Pacte Vert.”, + “Les Aciéries du Nord (ADN) ont quitté le Pacte Vert.”

      targets: 0 appeared, 1 vanished, 0 changed
      - Aciéries du Nord: neutralité carbone, 2045
      "
    `)
  })

  test('Markdown', () => {
    expect(formatDiffMarkdown(diffKnowledge(BEFORE, after))).toMatchInlineSnapshot(`
      "| | appeared | vanished | changed |
      | --- | ---: | ---: | ---: |
      | documents | 0 | 0 | 0 |
      | entities | 0 | 0 | 1 |
      | relations | 0 | 0 | 1 |
      | targets | 0 | 1 | 0 |

      **Entities that changed (1)**

      - Aciéries du Nord (organization)
        - mentions: 4 → 3

      **Relations that changed (1)**

      - Aciéries du Nord — memberOf → Pacte Vert
        - label: “ont rejoint” → “ont quitté”
        - evidence: - “Les Aciéries du Nord (ADN) ont rejoint le Pacte Vert.”, + “Les Aciéries du Nord (ADN) ont quitté le Pacte Vert.”

      **Targets that vanished (1)**

      - Aciéries du Nord: neutralité carbone, 2045

      "
    `)
  })

  test('names from a text are neither markup nor terminal commands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '`', '|', '*', '\u001b', '\n', '[', '@', 'a') }),
        (name) => {
          const document: FixtureDocument = { id: 'a', title: name, text: ['Rien.'], entities: [] }
          const diff = diffKnowledge(knowledgeOf(), knowledgeOf(document))
          expect(formatDiffText(diff, PLAIN)).not.toContain('\u001b')
          const item = formatDiffMarkdown(diff)
            .split('\n')
            .find((line) => line.startsWith('- ')) as string
          expect(item).not.toMatch(/(?<!\\)[`|*[]|<|@a/)
        },
      ),
    )
  })
})

describe('explain', () => {
  test('an entity by its id, a name or an alias in any case', () => {
    const [byId] = explain(BEFORE, 'organization/acieries-du-nord')
    expect(byId).toMatchObject({ kind: 'entity', label: 'Aciéries du Nord' })
    expect(byId?.passages).toHaveLength(4)
    expect(byId?.statements.map(({ label }) => label)).toEqual([
      'Aciéries du Nord — memberOf → Pacte Vert',
      'Aciéries du Nord: neutralité carbone, 2045',
    ])
    expect(explain(BEFORE, 'ACIERIES DU NORD')).toEqual([byId])
    expect(explain(BEFORE, 'adn')).toEqual([byId])
  })

  test('a relation by its id, with the passage that says it', () => {
    const [relation] = BEFORE.relations
    for (const query of [relation?.id ?? '', `relation/${relation?.id}`])
      expect(explain(BEFORE, query)).toMatchObject([
        {
          kind: 'relation',
          passages: [
            { path: expect.stringMatching(/acier/), line: expect.any(Number), exact: relation?.evidence[0]?.exact },
          ],
        },
      ])
  })

  test('a target by its key in the graph, and a document by its path', () => {
    const [target] = BEFORE.targets
    expect(explain(BEFORE, `target/${target?.id}`)).toMatchObject([
      { kind: 'target', label: 'Aciéries du Nord: neutralité carbone, 2045' },
    ])
    expect(explain(BEFORE, BEFORE.documents[0]?.path ?? '')).toMatchObject([
      { kind: 'document', label: 'Les Aciéries du Nord', statements: [{}, {}] },
    ])
  })

  test.each(['', '__proto__', 'constructor', 'organization/nobody'])('nothing for %j', (query) => {
    expect(explain(BEFORE, query)).toEqual([])
  })
})
