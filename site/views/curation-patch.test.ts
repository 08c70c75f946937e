import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCuration } from '../../pipeline/connect/read-curation.ts'
import { ENTITIES_SCHEMA } from '../../pipeline/export/schemas.ts'
import { CATEGORIES, PREDICATES, TARGET_KINDS } from '../../pipeline/model.ts'
import { addEdit, type Edit, formatPatch, type Reference } from './curation-patch.ts'

const schema = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(ENTITIES_SCHEMA)
const patch = (...edits: Edit[]) => formatPatch(edits.reduce<readonly Edit[]>(addEdit, []))

describe('formatPatch', () => {
  it('gathers what is said of one entity, and keeps the order of the rest', () => {
    const edits: Edit[] = [
      { kind: 'label', of: 'Velmont', label: 'Velmont Group' },
      { kind: 'category', of: 'Velmont', category: 'organization' },
      { kind: 'alias', of: 'Velmont', alias: 'VLM' },
      { kind: 'alias', of: 'Velmont', alias: 'V: "G"' },
      { kind: 'ignore', of: 'yes' },
      { kind: 'same', of: 'RE100', other: { name: 'GE100%', category: 'initiative' } },
      {
        kind: 'split',
        of: 'Orange',
        mention: { name: 'Orange', document: 'a.md', quote: 'Vivre à Orange.' },
        category: 'place',
      },
      {
        kind: 'relation',
        verdict: 'amend',
        of: { subject: 'A', predicate: 'acquired', object: 'B' },
        change: { title: 'PDG' },
      },
      { kind: 'target', verdict: 'reject', of: { kind: 'water', value: 42, targetYear: 2030 } },
      {
        kind: 'target',
        verdict: 'amend',
        of: { actor: 'A', kind: 'waste' },
        change: { actor: null, value: 3.5, scope: null },
      },
    ]
    expect(formatPatch(edits)).toBe(`entities:
  - { name: Velmont, label: Velmont Group, category: organization, aliases: [VLM, "V: \\"G\\""] }
  - { name: { name: Orange, document: a.md, quote: Vivre à Orange. }, category: place }
ignore:
  - "yes"
same:
  - [RE100, { name: "GE100%", category: initiative }]
different:
  - [Orange, { name: Orange, document: a.md, quote: Vivre à Orange. }]
relations:
  - { verdict: amend, subject: A, predicate: acquired, object: B, change: { title: PDG } }
targets:
  - { verdict: reject, kind: water, value: 42, targetYear: 2030 }
  - { verdict: amend, actor: A, kind: waste, change: { actor: null, value: 3.5, scope: null } }
`)
  })

  it('lets a later edit take the place of what it contradicts', () => {
    const of = { subject: 'A', predicate: 'acquired' as const, object: 'B' }
    expect(
      patch(
        { kind: 'relation', verdict: 'confirm', of },
        { kind: 'same', of: 'A', other: 'B' },
        { kind: 'relation', verdict: 'reject', of },
        { kind: 'different', of: 'B', other: 'A' },
      ),
    ).toBe('different:\n  - [B, A]\nrelations:\n  - { verdict: reject, subject: A, predicate: acquired, object: B }\n')
  })

  it('is read back as it was meant, whatever the names, and fits the schema', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
      fc.constantFrom(
        'true',
        '1984',
        '- a',
        'a: b',
        '#x',
        '{',
        'a #b',
        '~',
        '0x1f',
        '2024-01-01',
        '&a',
        '*a',
        '!t',
        "'q'",
        '<<',
      ),
    )
    const reference: fc.Arbitrary<Reference> = fc.oneof(
      name,
      fc.record({ name, category: fc.constantFrom(...CATEGORIES) }),
      fc.record({ name, document: name, quote: name }),
    )
    const edit: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({ kind: fc.constant('label' as const), of: reference, label: name }),
      fc.record({ kind: fc.constant('ignore' as const), of: reference }),
      fc.record({ kind: fc.constantFrom('same' as const, 'different' as const), of: reference, other: reference }),
      fc.record({
        kind: fc.constant('relation' as const),
        verdict: fc.constantFrom('confirm' as const, 'reject' as const),
        of: fc.record({ subject: reference, predicate: fc.constantFrom(...PREDICATES), object: reference }),
      }),
      fc.record({
        kind: fc.constant('target' as const),
        verdict: fc.constant('amend' as const),
        of: fc.record({ actor: reference, kind: fc.constantFrom(...TARGET_KINDS), quote: name }),
        change: fc.record({ metric: name, value: fc.option(fc.integer()) }),
      }),
    )
    const nameOf = (of: Reference) => (typeof of === 'string' ? of : of.name).trim()
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const text = patch(...edits)
        expect(schema(parse(text)), `${text}${JSON.stringify(schema.errors)}`).toBe(true)
        const file = new VFile({ path: 'entities.yml', value: text })
        const { ignore, same, different } = readCuration(file)
        expect(file.messages.map(({ reason }) => reason)).toEqual([])
        const kept = edits.reduce<readonly Edit[]>(addEdit, [])
        expect(ignore.map((item) => item.name)).toEqual(
          kept.flatMap((item) => (item.kind === 'ignore' ? [nameOf(item.of)] : [])),
        )
        expect([same, different].flat().map(({ references }) => references.map((item) => item.name))).toEqual(
          [...kept.filter(({ kind }) => kind === 'same'), ...kept.filter(({ kind }) => kind === 'different')].map(
            (item) => ('other' in item ? [nameOf(item.of), nameOf(item.other)] : []),
          ),
        )
      }),
    )
  })
})
