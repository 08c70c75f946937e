import type { Exporter } from '../stage.ts'
import {
  type Addresses,
  addressesOf,
  type Description,
  describeRdf,
  describeVocabulary,
  type Value,
} from './describe-rdf.ts'
import type { ExportInput } from './export-input.ts'
import { NAMESPACES, type Term } from './vocabulary.ts'

/**
 * `data/graph.ttl` (RDF 1.1 Turtle) and `data/graph.jsonld` (JSON-LD 1.1), which hold the same triples, and
 * `data/schema/vocabulary.ttl`, which explains the terms of our own namespace.
 */
export const exportRdf: Exporter<ExportInput> = (input) => [
  { path: 'data/graph.ttl', content: turtleLines(describeRdf(input), addressesOf(input.baseUrl).parts) },
  { path: 'data/graph.jsonld', content: jsonLdLines(describeRdf(input), addressesOf(input.baseUrl)) },
  { path: 'data/schema/vocabulary.ttl', content: turtleLines(describeVocabulary(), NAMESPACES.mlg) },
]

/** A resource a paragraph; `parts` is the namespace of the empty prefix. */
export function* turtleLines(descriptions: Iterable<Description>, parts: string): Iterable<string> {
  for (const [prefix, namespace] of Object.entries(NAMESPACES)) yield `@prefix ${prefix}: <${namespace}> .\n`
  yield `@prefix : <${parts}> .\n`
  const reference = (iri: string) => {
    const local = iri.startsWith(parts) ? iri.slice(parts.length) : null
    // Only what needs no escape in a prefixed name.
    return local !== null && /^[A-Za-z][\w-]*$/.test(local) ? `:${local}` : `<${escapeIri(iri)}>`
  }
  for (const { iri, properties } of descriptions) {
    const stated = properties.filter(([, values]) => values.length > 0)
    if (stated.length === 0) continue
    const lines = stated.map(
      ([property, values]) =>
        `${property === 'rdf:type' ? 'a' : property} ${values.map((value) => turtleValue(value, reference)).join(', ')}`,
    )
    yield `\n${reference(iri)} ${lines.join(' ;\n  ')} .\n`
  }
}

function turtleValue(value: Value, reference: (iri: string) => string): string {
  if ('iri' in value) return reference(value.iri)
  if ('term' in value) return value.term
  const quoted = `"${value.text.replace(/["\\\n\r\t\b\f]/g, (character) => ESCAPES[character] as string)}"`
  if (value.lang !== undefined) return `${quoted}@${value.lang}`
  return value.type === undefined ? quoted : `${quoted}^^${value.type}`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}

/** Characters that an IRI reference may not hold, as `%` escapes. */
function escapeIri(iri: string): string {
  return iri.replace(/[\p{Cc} <>"{}|\\^`]/gu, (character) => encodeURIComponent(character))
}

/**
 * One resource a line in an `@graph`. The context names the two namespaces that nearly all resources are in, and which
 * values are resources, or literals of one type: written out at each value, that was a third of the file.
 */
function* jsonLdLines(descriptions: Iterable<Description>, { base, parts }: Addresses): Iterable<string> {
  const context: Record<string, unknown> = { ...NAMESPACES, site: base, part: parts }
  for (const [property, type] of COERCED) context[property] = { '@id': property, '@type': type }
  yield `{"@context":${JSON.stringify(context)},\n"@graph":[`
  const compact = (iri: string): string => {
    const [prefix, namespace] = iri.startsWith(parts) ? ['part', parts] : ['site', base]
    const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : ''
    // Nothing, or what begins with two slashes, is not taken for a name within a namespace.
    return local === '' || local.startsWith('//') ? escapeIri(iri) : `${prefix}:${escapeIri(local)}`
  }
  let separator = '\n'
  for (const { iri, properties } of descriptions) {
    let line = `${separator}{"@id":${JSON.stringify(compact(iri))}`
    for (const [property, values] of properties) {
      if (values.length === 0) continue
      const coerced = COERCED.get(property)
      const list = values.map((value) => jsonLdValue(value, property === 'rdf:type' ? '@id' : coerced, compact))
      const name = property === 'rdf:type' ? '@type' : property
      line += `,"${name}":${list.length === 1 ? list[0] : `[${list.join()}]`}`
    }
    yield `${line}}`
    separator = ',\n'
  }
  yield ']}\n'
}

/** The type of all or most values of a property; `@id` for resources. */
const COERCED: ReadonlyMap<Term, Term | '@id'> = new Map<Term, Term | '@id'>([
  ['schema:about', '@id'],
  ['schema:mentions', '@id'],
  ['schema:citation', '@id'],
  ['rdf:subject', '@id'],
  ['rdf:predicate', '@id'],
  ['rdf:object', '@id'],
  ['mlg:hasTarget', '@id'],
  ['mlg:coOccursWith', '@id'],
  ['mlg:confidence', 'xsd:decimal'],
  ['mlg:line', 'xsd:integer'],
  ['mlg:targetYear', 'xsd:gYear'],
  ['oa:motivatedBy', '@id'],
  ['oa:hasBody', '@id'],
  ['oa:hasTarget', '@id'],
  ['oa:hasSource', '@id'],
  ['oa:hasSelector', '@id'],
  ['oa:start', 'xsd:nonNegativeInteger'],
  ['oa:end', 'xsd:nonNegativeInteger'],
  ['prov:used', '@id'],
  ['prov:wasGeneratedBy', '@id'],
  ['prov:wasAssociatedWith', '@id'],
])

/** As JSON text; `coerced` is what a plain string stands for in its place. */
function jsonLdValue(value: Value, coerced: Term | '@id' | undefined, compact: (iri: string) => string): string {
  if ('text' in value) {
    const { text, lang, type } = value
    const json = JSON.stringify(text)
    if (lang !== undefined) return `{"@value":${json},"@language":${JSON.stringify(lang)}}`
    if (type === coerced) return json
    return type === undefined ? `{"@value":${json}}` : `{"@value":${json},"@type":"${type}"}`
  }
  const json = JSON.stringify('iri' in value ? compact(value.iri) : value.term)
  return coerced === '@id' ? json : `{"@id":${json}}`
}
