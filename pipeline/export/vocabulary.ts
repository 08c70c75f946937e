import type { Category, Predicate } from '../model.ts'

/**
 * Namespaces of the RDF exports. Ours is a URN that nobody else can mint, since the project holds no web address whose
 * permanence it could promise; its terms are described in `schema/vocabulary.ttl`.
 */
export const NAMESPACES = {
  mlg: 'urn:uuid:6ad1ecbf-6bef-49af-b68a-1fe71fa19d49#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  wd: 'http://www.wikidata.org/entity/',
} as const

export type Prefix = keyof typeof NAMESPACES
/** `schema:worksFor`. */
export type Term = `${Prefix}:${string}`

/** The class of each category. */
export const CLASSES: Readonly<Record<Category, Term>> = {
  person: 'schema:Person',
  organization: 'schema:Organization',
  place: 'schema:Place',
  event: 'schema:Event',
  product: 'schema:Product',
  work: 'schema:CreativeWork',
  initiative: 'schema:Project',
  concept: 'schema:DefinedTerm',
}

/** A public property that says what a predicate says between ends of these categories. */
export interface PublicProperty {
  property: Term
  /** The property goes from object to subject. */
  inverse?: true
  subjects: readonly Category[]
  objects: readonly Category[]
}

export interface PredicateMeaning {
  /** What it says, in a sentence for `vocabulary.ttl`. */
  comment: string
  /** Empty where no public property says this, no more and no less. */
  schema: readonly PublicProperty[]
  /** A public property that comes near without saying the same. */
  near?: Term
  /** The Wikidata property. */
  wikidata?: `wd:P${number}`
  /** The Wikidata property goes from object to subject. */
  wikidataInverse?: true
}

const AGENTS: readonly Category[] = ['person', 'organization', 'initiative']
const ORGANIZATIONS: readonly Category[] = ['organization', 'initiative']

export const MEANINGS: Readonly<Record<Predicate, PredicateMeaning>> = {
  worksFor: {
    comment: 'A person works for an organization or holds an office in it.',
    schema: [{ property: 'schema:worksFor', subjects: ['person'], objects: ORGANIZATIONS }],
    wikidata: 'wd:P108',
  },
  memberOf: {
    comment: 'A person or an organization is a member or signatory of an initiative or organization.',
    schema: [{ property: 'schema:memberOf', subjects: AGENTS, objects: ORGANIZATIONS }],
    wikidata: 'wd:P463',
  },
  participatesIn: {
    comment: 'A person or an organization takes part in an event.',
    schema: [{ property: 'schema:attendee', inverse: true, subjects: AGENTS, objects: ['event'] }],
    wikidata: 'wd:P1344',
  },
  presentedBy: {
    // An author need not present, nor a presenter have written.
    comment: 'A work is presented in public by a person or an organization.',
    schema: [],
    near: 'schema:author',
  },
  presentedAt: {
    // `recordedAt` is for recordings.
    comment: 'A work is presented in public at an event.',
    schema: [{ property: 'schema:workFeatured', inverse: true, subjects: ['work'], objects: ['event'] }],
    wikidata: 'wd:P5072',
  },
  publishedBy: {
    comment: 'A work is published by an organization.',
    schema: [{ property: 'schema:publisher', subjects: ['work'], objects: AGENTS }],
    wikidata: 'wd:P123',
  },
  locatedIn: {
    comment: 'An organization, event or place is in a place.',
    schema: [
      { property: 'schema:location', subjects: ['organization', 'initiative', 'event'], objects: ['place'] },
      { property: 'schema:containedInPlace', subjects: ['place'], objects: ['place'] },
    ],
    wikidata: 'wd:P276',
  },
  subsidiaryOf: {
    comment: 'An organization belongs to another.',
    schema: [{ property: 'schema:parentOrganization', subjects: ORGANIZATIONS, objects: ORGANIZATIONS }],
    wikidata: 'wd:P749',
  },
  acquired: {
    // Who took over a firm may have sold it since: owning is another statement.
    comment: 'An organization takes over another.',
    schema: [],
    near: 'schema:owns',
    wikidata: 'wd:P127',
    wikidataInverse: true,
  },
  partnerOf: { comment: 'Two organizations work together; holds both ways.', schema: [], wikidata: 'wd:P2652' },
  competesWith: { comment: 'Two organizations compete; holds both ways.', schema: [] },
  produces: {
    comment: 'An organization makes or runs a product.',
    schema: [{ property: 'schema:manufacturer', inverse: true, subjects: ORGANIZATIONS, objects: ['product'] }],
    wikidata: 'wd:P1056',
  },
  invests: {
    comment: 'An organization puts money into another, an initiative or a field.',
    schema: [],
    near: 'schema:funder',
    wikidata: 'wd:P1951',
    wikidataInverse: true,
  },
  statedOn: { comment: 'A person or an organization says something on a platform or in a medium.', schema: [] },
  launched: {
    comment: 'A person or an organization starts an initiative or brings out a product.',
    schema: [{ property: 'schema:founder', inverse: true, subjects: AGENTS, objects: ORGANIZATIONS }],
    near: 'schema:founder',
    wikidata: 'wd:P112',
    wikidataInverse: true,
  },
}

/** Terms of our namespace beside the predicates: class or property, and what it means. */
export const OWN_TERMS: Readonly<Record<string, { kind: 'Class' | 'Property'; comment: string }>> = {
  Target: { kind: 'Class', comment: 'A commitment somebody makes about a measurable future.' },
  hasTarget: { kind: 'Property', comment: 'The target that somebody commits to.' },
  coOccursWith: { kind: 'Property', comment: 'Named in the same sentences; says nothing more.' },
  trigger: { kind: 'Property', comment: 'The words by which a text states a relation.' },
  polarity: { kind: 'Property', comment: 'positive, or negative where the text denies it.' },
  modality: {
    kind: 'Property',
    comment: 'asserted, planned, reported (by the one it is attributed to) or hypothetical.',
  },
  confidence: { kind: 'Property', comment: 'From 0 to 1.' },
  attributedTo: { kind: 'Property', comment: 'Who says so, where the text reports it.' },
  title: { kind: 'Property', comment: 'The role in which somebody works for an organization.' },
  start: { kind: 'Property', comment: 'Since when a relation holds.' },
  end: { kind: 'Property', comment: 'Until when a relation holds.' },
  extractor: { kind: 'Property', comment: 'The part that read a document, with its version.' },
  kind: { kind: 'Property', comment: 'The kind of a target, from a closed list.' },
  metric: { kind: 'Property', comment: 'What is measured, in the words of the text.' },
  direction: { kind: 'Property', comment: 'reach, reduce, increase or invest.' },
  value: { kind: 'Property', comment: 'How much.' },
  unit: { kind: 'Property', comment: 'In what the value counts: %, an ISO 4217 code, an SI symbol, tCO2e, or a noun.' },
  baselineYear: { kind: 'Property', comment: 'The year compared with.' },
  baselineValue: { kind: 'Property', comment: 'The value compared with.' },
  startYear: { kind: 'Property', comment: 'The first year.' },
  targetYear: { kind: 'Property', comment: 'The year by which.' },
  scope: { kind: 'Property', comment: 'The part of the actor’s doings that is meant.' },
  status: { kind: 'Property', comment: 'announced, in-progress, achieved, withdrawn or superseded.' },
  missing: { kind: 'Property', comment: 'A field that an analyst would expect and no text gives.' },
  line: { kind: 'Property', comment: 'The line of the file on which a passage starts.' },
  section: { kind: 'Property', comment: 'The headings above a passage, joined by " > ".' },
}
