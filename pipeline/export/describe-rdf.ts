import { documentKey } from '../connect/assemble-graph.ts'
import {
  type Category,
  type DocumentId,
  type EntityId,
  PREDICATES,
  type Relation,
  type StatementEvidence,
  type Target,
} from '../model.ts'
import type { ExportInput } from './export-input.ts'
import { CLASSES, MEANINGS, NAMESPACES, OWN_TERMS, type Term } from './vocabulary.ts'

/** A value of a property: another resource, a term of a vocabulary, or a literal. */
export type Value = { iri: string } | { term: Term } | { text: string; lang?: string; type?: Term }

/** A resource and all that is said of it. */
export interface Description {
  iri: string
  properties: readonly (readonly [Term, readonly Value[]])[]
}

/** Where a site that has no public address pretends to be; the domain `invalid` never resolves (RFC 2606). */
const NOWHERE = 'https://maillage.invalid/'

/** Addresses of what a knowledge speaks of; pages of the site where it has one, else parts of `graph.ttl`. */
export interface Addresses {
  document(id: DocumentId): string
  entity(id: EntityId): string
  /** Of something that only the RDF files describe. */
  part(name: string): string
  /** What every address of `part` begins with. */
  parts: string
  base: string
}

export function addressesOf(baseUrl: string | null): Addresses {
  const base = baseUrl === null ? NOWHERE : baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`
  const parts = `${base}data/graph.ttl#`
  return {
    base,
    parts,
    document: remember((id: DocumentId) => encodeURI(`${base}articles/${id}/`)),
    entity: remember((id: EntityId) => encodeURI(`${base}entities/${id}/`)),
    part: (name) => parts + (/^[\w-]+$/.test(name) ? name : encodeURIComponent(name)),
  }
}

/** The same few addresses stand in hundreds of thousands of statements. */
function remember<Id extends string>(address: (id: Id) => string): (id: Id) => string {
  const known = new Map<Id, string>()
  return (id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const made = address(id)
    known.set(id, made)
    return made
  }
}

/** Half a surrogate pair is no character, and no RDF. */
const text = (value: string): Value => ({ text: value.replace(/\p{Cs}/gu, '\ufffd') })
const typed = (value: string | number, type: Term): Value => ({ text: String(value), type })
const term = (value: Term): Value => ({ term: value })
const iri = (value: string): Value => ({ iri: value })
const decimal = (value: number): Value => {
  const plain = String(value)
  return plain.includes('e') ? typed(plain, 'xsd:double') : typed(plain, 'xsd:decimal')
}

/**
 * The knowledge as RDF, resource by resource, no blank nodes: documents, entities (with relations as direct statements
 * where they are asserted and affirmed), every relation as an `rdf:Statement`, targets, passages as Web Annotations, and
 * one PROV activity for each extractor and document.
 */
export function* describeRdf(input: ExportInput): Iterable<Description> {
  const at = addressesOf(input.baseUrl)
  const { knowledge } = input
  const agent = at.part('maillage')
  yield {
    iri: agent,
    properties: [
      ['rdf:type', [term('prov:SoftwareAgent')]],
      ['rdfs:label', [text(`Maillage ${knowledge.generator.version}`)]],
    ],
  }
  yield {
    iri: at.base,
    properties: [
      ['rdf:type', [term('schema:Dataset')]],
      ['schema:name', [text(input.title)]],
      ['prov:wasAttributedTo', [iri(agent)]],
    ],
  }
  yield* describeDocuments(input, at)
  yield* describeEntities(input, at)
  for (const relation of knowledge.relations) {
    yield describeRelation(relation, at)
    yield* describeAnnotations(`relation-${relation.id}`, relation.evidence, at)
  }
  for (const target of knowledge.targets) {
    yield describeTarget(target, at)
    yield* describeAnnotations(`target-${target.id}`, target.evidence, at)
  }
  const passages = [...knowledge.relations, ...knowledge.targets].flatMap(({ evidence }) => evidence)
  yield* describePassages(passages, at)
  yield* describeActivities(passages, agent, at)
}

function* describeDocuments({ knowledge, graph }: ExportInput, at: Addresses): Iterable<Description> {
  for (const { id, path, title, lang, date, url, aliases = [], tags = [], links = [] } of knowledge.documents) {
    const about: Value[] = []
    const mentions: Value[] = []
    graph.forEachOutEdge(documentKey(id), (_, { relation }, __, target) => {
      if (relation === 'linksTo') return
      const list = relation === 'about' ? about : mentions
      list.push(iri(target.startsWith('target/') ? at.part(target.replace('/', '-')) : at.entity(target)))
    })
    yield {
      iri: at.document(id),
      properties: [
        ['rdf:type', [term('schema:Article')]],
        ['schema:name', [{ text: title, lang }]],
        ['schema:inLanguage', [text(lang)]],
        ['schema:datePublished', date === null ? [] : [typedDate(date)]],
        ['schema:url', url === null ? [] : [text(url)]],
        ['schema:identifier', [text(path)]],
        ['schema:about', about],
        ['schema:mentions', mentions],
        ['schema:citation', links.map(({ document }) => iri(at.document(document)))],
        ['schema:alternateName', aliases.map(text)],
        ['schema:keywords', tags.map(text)],
      ],
    }
  }
}

function typedDate(date: string): Value {
  if (/^\d{4}$/.test(date)) return typed(date, 'xsd:gYear')
  if (/^\d{4}-\d{2}$/.test(date)) return typed(date, 'xsd:gYearMonth')
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return typed(date, 'xsd:date')
  return text(date)
}

function* describeEntities({ knowledge, graph }: ExportInput, at: Addresses): Iterable<Description> {
  const categories = new Map(knowledge.entities.map(({ id, category }) => [id, category]))
  const statements = new Map<EntityId, Map<Term, Set<string>>>()
  const state = (subject: EntityId, property: Term, object: string) => {
    const properties = statements.get(subject) ?? new Map<Term, Set<string>>()
    statements.set(subject, properties)
    properties.set(property, (properties.get(property) ?? new Set()).add(object))
  }
  for (const { subject, predicate, object, polarity, modality } of knowledge.relations) {
    if (polarity !== 'positive' || modality !== 'asserted') continue
    const [from, to] = [categories.get(subject) as Category, categories.get(object) as Category]
    const mapped = MEANINGS[predicate].schema.find(
      ({ subjects, objects }) => subjects.includes(from) && objects.includes(to),
    )
    if (!mapped) state(subject, `mlg:${predicate}`, at.entity(object))
    else if (mapped.inverse) state(object, mapped.property, at.entity(subject))
    else state(subject, mapped.property, at.entity(object))
  }
  graph.forEachEdge((_, { relation }, source, target) => {
    if (relation === 'hasTarget') state(source, 'mlg:hasTarget', at.part(target.replace('/', '-')))
    if (relation === 'coOccurs') state(source, 'mlg:coOccursWith', at.entity(target))
  })
  for (const { id, category, label, aliases, sameAs, description } of knowledge.entities) {
    const own = [...(statements.get(id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    yield {
      iri: at.entity(id),
      properties: [
        [
          'rdf:type',
          category === 'concept' ? [term(CLASSES.concept), term('skos:Concept')] : [term(CLASSES[category])],
        ],
        ['skos:prefLabel', [text(label)]],
        ['skos:altLabel', aliases.map(text)],
        ['schema:name', [text(label)]],
        ['schema:description', description === null ? [] : [text(description)]],
        ['schema:sameAs', sameAs.map(iri)],
        ...own.map(([property, objects]) => [property, [...objects].sort().map(iri)] as const),
      ],
    }
  }
}

function describeRelation(relation: Relation, at: Addresses): Description {
  const { id, subject, predicate, object, label, qualifiers, polarity, modality, attributedTo, confidence } = relation
  const optional = (value: string | null | undefined) => (value == null ? [] : [text(value)])
  return {
    iri: at.part(`relation-${id}`),
    properties: [
      ['rdf:type', [term('rdf:Statement')]],
      ['rdf:subject', [iri(at.entity(subject))]],
      ['rdf:predicate', [term(`mlg:${predicate}`)]],
      ['rdf:object', [iri(at.entity(object))]],
      ['mlg:trigger', [text(label)]],
      ['mlg:title', optional(qualifiers.title)],
      ['mlg:start', optional(qualifiers.start)],
      ['mlg:end', optional(qualifiers.end)],
      ['mlg:polarity', [text(polarity)]],
      ['mlg:modality', [text(modality)]],
      ['mlg:attributedTo', attributedTo === null ? [] : [iri(at.entity(attributedTo))]],
      ['mlg:confidence', [decimal(confidence)]],
      ['prov:wasGeneratedBy', activitiesOf(relation.evidence, at)],
    ],
  }
}

function describeTarget(target: Target, at: Addresses): Description {
  const words = (value: string | null) => (value === null || value === '' ? [] : [text(value)])
  const number = (value: number | null) => (value === null ? [] : [decimal(value)])
  const year = (value: number | null) => (value === null ? [] : [typed(String(value).padStart(4, '0'), 'xsd:gYear')])
  return {
    iri: at.part(`target-${target.id}`),
    properties: [
      ['rdf:type', [term('mlg:Target')]],
      ['mlg:kind', [text(target.kind)]],
      ['mlg:metric', words(target.metric)],
      ['mlg:direction', [text(target.direction)]],
      ['mlg:value', number(target.value)],
      ['mlg:unit', words(target.unit)],
      ['mlg:baselineYear', year(target.baselineYear)],
      ['mlg:baselineValue', number(target.baselineValue)],
      ['mlg:startYear', year(target.startYear)],
      ['mlg:targetYear', year(target.targetYear)],
      ['mlg:scope', words(target.scope)],
      ['mlg:status', [text(target.status)]],
      ['mlg:missing', target.missing.map(text)],
      ['mlg:attributedTo', target.attributedTo === null ? [] : [iri(at.entity(target.attributedTo))]],
      ['mlg:confidence', [decimal(target.confidence)]],
      ['prov:wasGeneratedBy', activitiesOf(target.evidence, at)],
    ],
  }
}

const spot = ({ document, start, end }: StatementEvidence) => `${document}-${start}-${end}`
const activityName = (extractor: string, document: DocumentId) => `activity-${extractor.replace('@', '-')}-${document}`

function activitiesOf(evidence: readonly StatementEvidence[], at: Addresses): Value[] {
  const [only, another] = evidence
  if (only !== undefined && another === undefined && only.extractors.length === 1)
    return [iri(at.part(activityName(only.extractors[0] as string, only.document)))]
  const names = evidence.flatMap(({ extractors, document }) =>
    extractors.map((extractor) => activityName(extractor, document)),
  )
  return [...new Set(names)].sort().map((name) => iri(at.part(name)))
}

/** One annotation a passage: its body is the statement, its target the passage. */
function* describeAnnotations(
  owner: string,
  evidence: readonly StatementEvidence[],
  at: Addresses,
): Iterable<Description> {
  for (const passage of evidence) {
    yield {
      iri: at.part(`${owner}-in-${spot(passage)}`),
      properties: [
        ['rdf:type', [term('oa:Annotation')]],
        ['oa:motivatedBy', [term('oa:linking')]],
        ['oa:hasBody', [iri(at.part(owner))]],
        ['oa:hasTarget', [iri(at.part(`passage-${spot(passage)}`))]],
        ['prov:wasGeneratedBy', activitiesOf([passage], at)],
      ],
    }
  }
}

function* describePassages(passages: readonly StatementEvidence[], at: Addresses): Iterable<Description> {
  const described = new Set<string>()
  for (const passage of passages) {
    const name = `passage-${spot(passage)}`
    if (described.has(name)) continue
    described.add(name)
    const { document, start, end, exact, prefix, suffix, line, section } = passage
    yield {
      iri: at.part(name),
      properties: [
        ['rdf:type', [term('oa:SpecificResource')]],
        ['oa:hasSource', [iri(at.document(document))]],
        ['oa:hasSelector', [iri(at.part(`${name}-quote`)), iri(at.part(`${name}-position`))]],
        ['mlg:line', [typed(line, 'xsd:integer')]],
        ['mlg:section', section.length === 0 ? [] : [text(section.join(' > '))]],
      ],
    }
    yield {
      iri: at.part(`${name}-quote`),
      properties: [
        ['rdf:type', [term('oa:TextQuoteSelector')]],
        ['oa:exact', [text(exact)]],
        ['oa:prefix', [text(prefix)]],
        ['oa:suffix', [text(suffix)]],
      ],
    }
    yield {
      iri: at.part(`${name}-position`),
      properties: [
        ['rdf:type', [term('oa:TextPositionSelector')]],
        ['oa:start', [typed(start, 'xsd:nonNegativeInteger')]],
        ['oa:end', [typed(end, 'xsd:nonNegativeInteger')]],
      ],
    }
  }
}

function* describeActivities(
  passages: readonly StatementEvidence[],
  agent: string,
  at: Addresses,
): Iterable<Description> {
  const activities = new Map<string, { extractor: string; document: DocumentId }>()
  for (const { document, extractors } of passages) {
    for (const extractor of extractors) activities.set(activityName(extractor, document), { extractor, document })
  }
  for (const [name, { extractor, document }] of [...activities].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield {
      iri: at.part(name),
      properties: [
        ['rdf:type', [term('prov:Activity')]],
        ['mlg:extractor', [text(extractor)]],
        ['prov:used', [iri(at.document(document))]],
        ['prov:wasAssociatedWith', [iri(agent)]],
      ],
    }
  }
}

/**
 * The terms of our own namespace, and what public vocabularies have for them: a property that ours is a case of
 * (`rdfs:subPropertyOf`), one that comes near (`skos:closeMatch`), one that goes the other way (`skos:relatedMatch`).
 */
export function* describeVocabulary(): Iterable<Description> {
  const namespace = NAMESPACES.mlg
  for (const predicate of PREDICATES) {
    const { comment, schema, near, wikidata, wikidataInverse } = MEANINGS[predicate]
    const close = [...(near ? [near] : []), ...(wikidata && !wikidataInverse ? [wikidata] : [])]
    const related = [
      ...schema.filter(({ inverse }) => inverse).map(({ property }) => property),
      ...(wikidata && wikidataInverse ? [wikidata] : []),
    ].filter((property) => !close.includes(property))
    // With more than one, which of them holds depends on the ends.
    const [whole, ...others] = schema.filter(({ inverse }) => !inverse)
    yield {
      iri: `${namespace}${predicate}`,
      properties: [
        ['rdf:type', [term('rdf:Property')]],
        ['rdfs:label', [text(predicate)]],
        ['rdfs:comment', [{ text: comment, lang: 'en' }]],
        ['rdfs:subPropertyOf', whole && others.length === 0 ? [term(whole.property)] : []],
        [
          'skos:closeMatch',
          [...(others.length > 0 && whole ? [whole, ...others].map((m) => term(m.property)) : []), ...close.map(term)],
        ],
        ['skos:relatedMatch', related.map(term)],
      ],
    }
  }
  for (const [name, { kind, comment }] of Object.entries(OWN_TERMS)) {
    yield {
      iri: `${namespace}${name}`,
      properties: [
        ['rdf:type', [term(kind === 'Class' ? 'rdfs:Class' : 'rdf:Property')]],
        ['rdfs:label', [text(name)]],
        ['rdfs:comment', [{ text: comment, lang: 'en' }]],
      ],
    }
  }
}
