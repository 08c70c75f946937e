import { CATEGORIES, PREDICATES, TARGET_FIELDS, TARGET_KINDS, TARGET_STATUSES } from '../model.ts'
import type { Exporter } from '../stage.ts'
import type { ExportInput } from './export-input.ts'

type Schema = Readonly<Record<string, unknown>>

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

const text: Schema = { type: 'string' }
const name: Schema = { type: 'string', minLength: 1 }
const offset: Schema = { type: 'integer', minimum: 0 }
const share: Schema = { type: 'number', minimum: 0, maximum: 1 }
const hash: Schema = { type: 'string', pattern: '^[0-9a-f]{16}$' }
const extractor: Schema = {
  type: 'string',
  pattern: '^\\S+@\\S+$',
  description: 'What found it, with its version: names@1',
}
const entityId: Schema = {
  type: 'string',
  pattern: `^(${CATEGORIES.join('|')})/[^/\\s]+$`,
  description: 'category/slug',
}
const year: Schema = { type: 'integer' }
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const oneOf = (values: readonly string[]): Schema => ({ enum: [...values] })
const listOf = (items: Schema, rest: Schema = {}): Schema => ({ type: 'array', items, ...rest })

/** An object with these fields and no other; those in `optional` may be left out. */
function record(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
    additionalProperties: false,
  }
}

const span = { start: offset, end: offset, sourceStart: offset, sourceEnd: offset }
const passage = {
  document: name,
  ...span,
  line: { type: 'integer', minimum: 1, description: 'Line of the file, 1-based' },
  section: listOf(text, { description: 'Headings above, outermost first' }),
  exact: { type: 'string', minLength: 1, description: 'The extracted text from start to end' },
  prefix: { type: 'string', maxLength: 32 },
  suffix: { type: 'string', maxLength: 32 },
}
const evidence = record(passage)
const statementEvidence = record({ ...passage, extractors: listOf(extractor, { minItems: 1 }) })
const proof = {
  extractors: listOf(extractor, { minItems: 1 }),
  evidence: listOf({ $ref: '#/$defs/statementEvidence' }, { minItems: 1 }),
}

/** JSON Schema of `knowledge.json`. */
export const KNOWLEDGE_SCHEMA: Schema = {
  $schema: DIALECT,
  title: 'Maillage knowledge',
  description: 'Entities, relations and targets that a folder of articles states, each with the passages that say so.',
  ...record({
    format: { const: 'maillage-knowledge' },
    version: { const: 1 },
    generator: record({ name: { const: 'maillage' }, version: name, configHash: text }),
    documents: listOf({ $ref: '#/$defs/document' }),
    entities: listOf({ $ref: '#/$defs/entity' }),
    relations: listOf({ $ref: '#/$defs/relation' }),
    targets: listOf({ $ref: '#/$defs/target' }),
  }),
  $defs: {
    document: record(
      {
        id: name,
        path: name,
        title: text,
        lang: oneOf(['fr', 'en']),
        date: nullable({ type: 'string', description: 'ISO 8601 of any precision' }),
        url: nullable(text),
        sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'Of the bytes of the file' },
        aliases: listOf(name, { uniqueItems: true, minItems: 1, description: 'Other names of its subject' }),
        tags: listOf(name, { uniqueItems: true, minItems: 1 }),
        links: listOf(record({ document: name, evidence: listOf({ $ref: '#/$defs/evidence' }, { minItems: 1 }) }), {
          minItems: 1,
          description: 'Documents that its text links to, with the sentences that do',
        }),
      },
      ['aliases', 'tags', 'links'],
    ),
    mention: record({
      document: name,
      exact: passage.exact,
      ...span,
      kind: oneOf(['name', 'acronym', 'nominal', 'pronoun']),
      extractor,
      confidence: share,
    }),
    entity: record({
      id: entityId,
      category: oneOf(CATEGORIES),
      label: name,
      aliases: listOf(text, { uniqueItems: true }),
      sameAs: listOf({ type: 'string', format: 'uri' }, { uniqueItems: true }),
      description: nullable(text),
      mentions: listOf({ $ref: '#/$defs/mention' }, { minItems: 1 }),
    }),
    evidence,
    statementEvidence,
    relation: record({
      id: hash,
      subject: entityId,
      predicate: oneOf(PREDICATES),
      object: entityId,
      label: text,
      qualifiers: record({ title: nullable(text), start: nullable(text), end: nullable(text) }),
      polarity: oneOf(['positive', 'negative']),
      modality: oneOf(['asserted', 'planned', 'reported', 'hypothetical']),
      attributedTo: nullable(entityId),
      confidence: share,
      ...proof,
    }),
    target: record({
      id: hash,
      actor: nullable(entityId),
      kind: oneOf(TARGET_KINDS),
      metric: text,
      direction: oneOf(['reach', 'reduce', 'increase', 'invest']),
      value: nullable({ type: 'number' }),
      unit: nullable(text),
      baselineYear: nullable(year),
      baselineValue: nullable({ type: 'number' }),
      startYear: nullable(year),
      targetYear: nullable(year),
      scope: nullable(text),
      status: oneOf(TARGET_STATUSES),
      attributedTo: nullable(entityId),
      missing: listOf(oneOf(TARGET_FIELDS), { uniqueItems: true }),
      fields: record(
        Object.fromEntries(TARGET_FIELDS.map((field) => [field, { $ref: '#/$defs/evidence' }])),
        TARGET_FIELDS,
      ),
      confidence: share,
      ...proof,
    }),
  },
}

/** JSON Schema of `documents/<id>.json`. */
export const DOCUMENT_SCHEMA: Schema = {
  $schema: DIALECT,
  title: 'Extracted text of a document',
  description: 'What a reader reads, without Markdown marks; offsets are UTF-16 code units, 0-based, end exclusive.',
  ...record({
    id: name,
    text,
    blocks: listOf(
      record(
        {
          kind: oneOf(['heading', 'paragraph', 'listItem', 'tableRow', 'code', 'footnote']),
          ...span,
          level: { type: 'integer', minimum: 1 },
        },
        ['level'],
      ),
    ),
  }),
}

const scalar: Schema = { type: ['string', 'number', 'boolean', 'null'] }

/** JSON Schema of `graph.json`. */
export const GRAPH_SCHEMA: Schema = {
  $schema: DIALECT,
  title: 'Maillage graph, as graphology serializes it',
  ...record({
    options: record({ type: { const: 'directed' }, multi: { const: true }, allowSelfLoops: { const: true } }),
    attributes: { type: 'object' },
    nodes: listOf(
      record({
        key: name,
        attributes: {
          type: 'object',
          properties: {
            label: text,
            category: oneOf([...CATEGORIES, 'document', 'target']),
            x: { type: 'number' },
            y: { type: 'number' },
            size: { type: 'number', exclusiveMinimum: 0 },
            color: { type: 'string', pattern: '^#[0-9a-f]{6}$' },
            community: offset,
            mentions: offset,
            documents: offset,
            type: false,
          },
          required: ['label', 'category', 'x', 'y', 'size', 'color', 'community', 'mentions', 'documents'],
          additionalProperties: scalar,
        },
      }),
    ),
    edges: listOf(
      record({
        key: name,
        source: name,
        target: name,
        attributes: record({
          relation: oneOf([...PREDICATES, 'hasTarget', 'mentions', 'about', 'coOccurs', 'linksTo']),
          label: text,
          weight: { type: 'number', exclusiveMinimum: 0 },
          confidence: share,
          polarity: oneOf(['positive', 'negative']),
          modality: oneOf(['asserted', 'planned', 'reported', 'hypothetical']),
          evidence: { type: 'integer', minimum: 1 },
        }),
      }),
    ),
  }),
}

/** YAML takes `1984` and `yes` for something else than text; as names they are what was written. */
const written: Schema = { type: ['string', 'number', 'boolean'], pattern: '\\S' }
const reference: Schema = {
  description:
    'A name as the texts give it, an entity id, or a name with its category, document, and words of a sentence for single mentions',
  anyOf: [
    written,
    {
      ...record({ name: written, category: oneOf(CATEGORIES), document: name, quote: name }, [
        'category',
        'document',
        'quote',
      ]),
      dependentRequired: { quote: ['document'] },
    },
  ],
}
const verdict: Schema = {
  enum: ['confirm', 'reject', 'amend'],
  description: 'confirm: certain from now on; reject: left out; amend: `change` replaces what it names',
}
const quote: Schema = { type: 'string', description: 'Only the passages that hold these words' }

/** Whatever the verdict, `change` goes with `amend` and with nothing else. */
const changeGoesWithAmend: Schema = {
  if: { properties: { verdict: { const: 'amend' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['change'] },
  else: { properties: { change: false } },
}

/** JSON Schema of `entities.yml`, for editors: `# yaml-language-server: $schema=entities.schema.json`. */
export const ENTITIES_SCHEMA: Schema = {
  $schema: DIALECT,
  title: 'Maillage curation',
  description: 'What people know better than the texts say: names, identities, corrections.',
  type: ['object', 'null'],
  properties: {
    entities: listOf(
      record(
        {
          name: reference,
          category: oneOf(CATEGORIES),
          label: { ...name, description: 'What to call it' },
          description: name,
          aliases: listOf(written, { description: 'Other names that are it' }),
          sameAs: listOf(
            { type: 'string', pattern: '^https?://' },
            { description: 'Addresses that identify it elsewhere' },
          ),
        },
        ['category', 'label', 'description', 'aliases', 'sameAs'],
      ),
    ),
    ignore: listOf(reference, { description: 'Names that name nothing' }),
    same: listOf(listOf(reference, { minItems: 2 }), { description: 'Lists of names that are one entity' }),
    different: listOf(listOf(reference, { minItems: 2 }), {
      description: 'Lists of names of which no two are one entity',
    }),
    relations: listOf({
      ...record(
        {
          verdict,
          subject: reference,
          predicate: oneOf(PREDICATES),
          object: reference,
          quote,
          change: record({ subject: reference, predicate: oneOf(PREDICATES), object: reference, title: name }, [
            'subject',
            'predicate',
            'object',
            'title',
          ]),
        },
        ['quote', 'change'],
      ),
      ...changeGoesWithAmend,
    }),
    targets: listOf({
      ...record(
        {
          verdict,
          actor: reference,
          kind: oneOf(TARGET_KINDS),
          value: { type: 'number' },
          targetYear: year,
          quote,
          change: record(
            {
              actor: nullable(reference),
              kind: oneOf(TARGET_KINDS),
              status: oneOf(TARGET_STATUSES),
              metric: name,
              unit: nullable(name),
              scope: nullable(name),
              value: nullable({ type: 'number' }),
              baselineYear: nullable(year),
              baselineValue: nullable({ type: 'number' }),
              startYear: nullable(year),
              targetYear: nullable(year),
            },
            [
              'actor',
              'kind',
              'status',
              'metric',
              'unit',
              'scope',
              'value',
              'baselineYear',
              'baselineValue',
              'startYear',
              'targetYear',
            ],
          ),
        },
        ['actor', 'kind', 'value', 'targetYear', 'quote', 'change'],
      ),
      anyOf: ['actor', 'kind', 'value', 'targetYear', 'quote'].map((field) => ({ required: [field] })),
      ...changeGoesWithAmend,
    }),
  },
  additionalProperties: false,
}

/** `data/schema/*.schema.json`. */
export const exportSchemas: Exporter<ExportInput> = () =>
  Object.entries({
    knowledge: KNOWLEDGE_SCHEMA,
    document: DOCUMENT_SCHEMA,
    graph: GRAPH_SCHEMA,
    entities: ENTITIES_SCHEMA,
  }).map(([name, schema]) => ({
    path: `data/schema/${name}.schema.json`,
    content: `${JSON.stringify(schema, null, 2)}\n`,
  }))
