import { Ajv2020 } from 'ajv/dist/2020.js'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ENTITIES_SCHEMA } from '../export/schemas.ts'
import { readCuration } from './read-curation.ts'

function read(value: string) {
  const file = new VFile({ path: 'entities.yml', value })
  return {
    curation: readCuration(file),
    messages: file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`),
  }
}

const FULL = `
entities:
  - name: Velmont
    category: organization
    label: Velmont Énergie
    description: Un fabricant
    aliases: [VE, 1984]
    sameAs:
      - https://www.wikidata.org/entity/Q1
  - name: { name: Orange, category: place, document: articles/a.md }
ignore: [Merci, { name: oui, category: concept }]
same: [[RE200, Énergie 200]]
different:
  - - { name: Orange, category: place }
    - { name: Orange, category: organization }
relations:
  - { verdict: confirm, subject: Velmont, predicate: memberOf, object: RE200 }
  - verdict: amend
    subject: Velmont
    predicate: memberOf
    object: RE200
    quote: Velmont a rejoint
    change: { predicate: partnerOf, title: directrice }
targets:
  - { verdict: reject, actor: Velmont, kind: water, targetYear: 2030 }
  - { verdict: amend, value: 42, change: { targetYear: 2031, scope: null } }
`

const schema = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(ENTITIES_SCHEMA)

describe('readCuration', () => {
  it('reads all that it may hold', () => {
    const { curation, messages } = read(FULL)
    expect(messages).toEqual([])
    expect(curation).toMatchObject({
      path: 'entities.yml',
      entities: [
        {
          reference: { name: 'Velmont', category: null, document: null, place: { line: 3, column: 11 } },
          category: 'organization',
          label: 'Velmont Énergie',
          description: 'Un fabricant',
          aliases: ['VE', '1984'],
          sameAs: ['https://www.wikidata.org/entity/Q1'],
        },
        { reference: { name: 'Orange', category: 'place', document: 'articles/a.md' }, category: null, aliases: [] },
      ],
      ignore: [{ name: 'Merci' }, { name: 'oui', category: 'concept' }],
      same: [{ references: [{ name: 'RE200' }, { name: 'Énergie 200' }] }],
      different: [{ references: [{ category: 'place' }, { category: 'organization' }] }],
      relations: [
        { verdict: 'confirm', quote: null, change: {} },
        { verdict: 'amend', quote: 'Velmont a rejoint', change: { predicate: 'partnerOf', title: 'directrice' } },
      ],
      targets: [
        { verdict: 'reject', actor: { name: 'Velmont' }, kind: 'water', value: null, targetYear: 2030, change: {} },
        { verdict: 'amend', actor: null, value: 42, change: { targetYear: 2031, scope: null } },
      ],
    })
  })

  it.each(['', '\n', '# rien\n', '---\n', 'entities:\n', 'null'])('takes %j for no curation', (text) => {
    const { curation, messages } = read(text)
    expect(messages).toEqual([])
    expect(curation.entities).toEqual([])
  })

  it.each([
    ['entities: Velmont', '1:11 Unexpected `Velmont`, expected a list'],
    ['- Velmont', '1:1 Unexpected list, expected fields (entities, ignore, same, different, relations, targets)'],
    ['entitys: []', '1:1 Unexpected `entitys`, expected one of entities, ignore, same, different, relations, targets'],
    ['entities:\n  - label: Velmont', '2:5 Missing `name`'],
    [
      'entities:\n  - name: Velmont\n    category: firm',
      '3:15 Unexpected `firm`, expected one of person, organization, place, event, product, work, initiative, concept',
    ],
    [
      'entities:\n  - { name: Velmont, sameAs: ["javascript:alert(1)"] }',
      '2:31 Unexpected `javascript:alert(1)`, expected an http or https address',
    ],
    ['entities:\n  - name: ""', '2:11 Unexpected empty value, expected a name'],
    ['entities:\n  - name: [Velmont]', '2:11 Unexpected list, expected a name'],
    ['same: [Velmont]', '1:8 Unexpected `Velmont`, expected a list of two names or more'],
    ['same: [[Velmont]]', '1:8 Unexpected list, expected two names or more'],
    ['relations:\n  - { verdict: reject, subject: Velmont, object: Sarlat }', '2:5 Missing `predicate`'],
    [
      'relations:\n  - { verdict: drop, subject: a, predicate: memberOf, object: b }',
      '2:16 Unexpected `drop`, expected one of confirm, reject, amend',
    ],
    ['relations:\n  - { verdict: amend, subject: a, predicate: memberOf, object: b }', '2:5 Missing `change`'],
    [
      'relations:\n  - { verdict: reject, subject: a, predicate: memberOf, object: b, change: {} }',
      '2:76 Unexpected `change`, expected only with `verdict: amend`',
    ],
    [
      'targets:\n  - { verdict: reject }',
      '2:5 Missing what tells the target from others: `actor`, `kind`, `value`, `targetYear` or `quote`',
    ],
    ['targets:\n  - { verdict: reject, targetYear: bientôt }', '2:36 Unexpected `bientôt`, expected a number'],
    [
      '__proto__: []',
      '1:1 Unexpected `__proto__`, expected one of entities, ignore, same, different, relations, targets',
    ],
  ])('says of %j where it stands: %s', (text, message) => {
    expect(read(text).messages).toEqual([message])
    expect(schema(parse(text))).toBe(false)
  })

  it('says where YAML itself is broken', () => {
    const { curation, messages } = read('entities:\n  - name: [Velmont\nsame: []\n')
    expect(messages.length).toBeGreaterThan(0)
    expect(messages[0]).toMatch(/^[23]:\d+ /)
    expect(curation.entities).toEqual([])
  })

  it('keeps what is right beside what is wrong', () => {
    const { curation, messages } = read('ignore: [Merci, [1], Bonjour]\nsame: 3')
    expect(curation.ignore.map(({ name }) => name)).toEqual(['Merci', 'Bonjour'])
    expect(messages.length).toBe(2)
  })

  it('accepts what its schema for editors accepts', () => {
    expect(schema(parse(FULL)), JSON.stringify(schema.errors)).toBe(true)
  })
})
