import type { Exporter } from '../stage.ts'
import { addressesOf, type Description, describeRdf, describeVocabulary, type Value } from './describe-rdf.ts'
import type { ExportInput } from './export-input.ts'
import { NAMESPACES, type Term } from './vocabulary.ts'

/**
 * `data/graph.ttl` (RDF 1.1 Turtle) and `data/graph.jsonld` (JSON-LD 1.1), which hold the same triples, and
 * `data/schema/vocabulary.ttl`, which explains the terms of our own namespace.
 */
export const exportRdf: Exporter<ExportInput> = (input) => [
  { path: 'data/graph.ttl', content: turtleLines(describeRdf(input), addressesOf(input.baseUrl).parts) },
  { path: 'data/graph.jsonld', content: jsonLdLines(describeRdf(input)) },
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

/** One resource a line in an `@graph`. */
function* jsonLdLines(descriptions: Iterable<Description>): Iterable<string> {
  yield `{"@context":${JSON.stringify(NAMESPACES)},\n"@graph":[`
  let separator = '\n'
  for (const { iri, properties } of descriptions) {
    const node: Record<string, unknown> = { '@id': escapeIri(iri) }
    for (const [property, values] of properties) {
      if (values.length === 0) continue
      const list = values.map((value) => jsonLdValue(property, value))
      node[property === 'rdf:type' ? '@type' : property] = list.length === 1 ? list[0] : list
    }
    yield `${separator}${JSON.stringify(node)}`
    separator = ',\n'
  }
  yield ']}\n'
}

function jsonLdValue(property: Term, value: Value): unknown {
  if ('iri' in value) return { '@id': escapeIri(value.iri) }
  if ('term' in value) return property === 'rdf:type' ? value.term : { '@id': value.term }
  if (value.lang !== undefined) return { '@value': value.text, '@language': value.lang }
  return value.type === undefined ? value.text : { '@value': value.text, '@type': value.type }
}
