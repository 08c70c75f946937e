import type {
  Category,
  EdgeRelation,
  Language,
  Polarity,
  TargetField,
  TargetKind,
  TargetStatus,
} from '../pipeline/model.ts'

/** The words for the closed lists of the model, as readers see them. */
export interface Labels {
  category: Readonly<Record<Category | 'document' | 'target', { one: string; many: string }>>
  /** From subject to object, and from object to subject. */
  relation: Readonly<Record<EdgeRelation, { forward: string; backward: string }>>
  kind: Readonly<Record<TargetKind, string>>
  status: Readonly<Record<TargetStatus, string>>
  field: Readonly<Record<TargetField, string>>
  polarity: Readonly<Record<Polarity, string>>
}

const FRENCH: Labels = {
  category: {
    person: { one: 'personne', many: 'personnes' },
    organization: { one: 'organisation', many: 'organisations' },
    place: { one: 'lieu', many: 'lieux' },
    event: { one: 'événement', many: 'événements' },
    product: { one: 'produit', many: 'produits' },
    work: { one: 'œuvre', many: 'œuvres et textes' },
    initiative: { one: 'initiative', many: 'initiatives' },
    concept: { one: 'notion', many: 'notions' },
    document: { one: 'article', many: 'articles' },
    target: { one: 'objectif', many: 'objectifs' },
  },
  relation: {
    worksFor: { forward: 'travaille pour', backward: 'emploie' },
    memberOf: { forward: 'est membre de', backward: 'a pour membre' },
    participatesIn: { forward: 'participe à', backward: 'a pour participant' },
    presentedBy: { forward: 'est présenté par', backward: 'présente' },
    presentedAt: { forward: 'est présenté à', backward: 'voit présenter' },
    publishedBy: { forward: 'est publié par', backward: 'publie' },
    locatedIn: { forward: 'se trouve à', backward: 'accueille' },
    subsidiaryOf: { forward: 'est une filiale de', backward: 'a pour filiale' },
    acquired: { forward: 'a acquis', backward: 'a été acquis par' },
    partnerOf: { forward: 'est partenaire de', backward: 'est partenaire de' },
    competesWith: { forward: 'est en concurrence avec', backward: 'est en concurrence avec' },
    produces: { forward: 'produit', backward: 'est produit par' },
    invests: { forward: 'investit dans', backward: 'reçoit un investissement de' },
    statedOn: { forward: 's’exprime sur', backward: 'a relayé' },
    launched: { forward: 'a lancé', backward: 'a été lancé par' },
    hasTarget: { forward: 's’est fixé', backward: 'est l’objectif de' },
    mentions: { forward: 'cite', backward: 'est cité dans' },
    about: { forward: 'parle de', backward: 'est le sujet de' },
    coOccurs: { forward: 'est cité avec', backward: 'est cité avec' },
  },
  kind: {
    'net-zero': 'zéro émission nette',
    'carbon-neutrality': 'neutralité carbone',
    'emissions-reduction': 'baisse des émissions',
    'renewable-energy': 'énergies renouvelables',
    recycling: 'recyclage',
    waste: 'déchets',
    water: 'eau',
    biodiversity: 'biodiversité',
    investment: 'investissement',
    deployment: 'déploiement',
    other: 'autre',
  },
  status: {
    announced: 'annoncé',
    'in-progress': 'en cours',
    achieved: 'atteint',
    withdrawn: 'retiré',
    superseded: 'remplacé',
  },
  field: {
    actor: 'acteur',
    metric: 'mesure',
    value: 'valeur',
    unit: 'unité',
    baselineYear: 'année de référence',
    baselineValue: 'valeur de référence',
    startYear: 'début',
    targetYear: 'échéance',
    scope: 'périmètre',
  },
  polarity: { positive: 'affirmé', negative: 'nié ou révolu' },
}

const ENGLISH: Labels = {
  category: {
    person: { one: 'person', many: 'people' },
    organization: { one: 'organisation', many: 'organisations' },
    place: { one: 'place', many: 'places' },
    event: { one: 'event', many: 'events' },
    product: { one: 'product', many: 'products' },
    work: { one: 'work', many: 'works and texts' },
    initiative: { one: 'initiative', many: 'initiatives' },
    concept: { one: 'concept', many: 'concepts' },
    document: { one: 'article', many: 'articles' },
    target: { one: 'target', many: 'targets' },
  },
  relation: {
    worksFor: { forward: 'works for', backward: 'employs' },
    memberOf: { forward: 'is a member of', backward: 'has as a member' },
    participatesIn: { forward: 'takes part in', backward: 'has as a participant' },
    presentedBy: { forward: 'is presented by', backward: 'presents' },
    presentedAt: { forward: 'is presented at', backward: 'sees presented' },
    publishedBy: { forward: 'is published by', backward: 'publishes' },
    locatedIn: { forward: 'is located in', backward: 'is home to' },
    subsidiaryOf: { forward: 'is a subsidiary of', backward: 'has as a subsidiary' },
    acquired: { forward: 'acquired', backward: 'was acquired by' },
    partnerOf: { forward: 'is a partner of', backward: 'is a partner of' },
    competesWith: { forward: 'competes with', backward: 'competes with' },
    produces: { forward: 'produces', backward: 'is produced by' },
    invests: { forward: 'invests in', backward: 'receives an investment from' },
    statedOn: { forward: 'speaks on', backward: 'carries a statement by' },
    launched: { forward: 'launched', backward: 'was launched by' },
    hasTarget: { forward: 'has set', backward: 'is a target of' },
    mentions: { forward: 'mentions', backward: 'is mentioned in' },
    about: { forward: 'is about', backward: 'is the subject of' },
    coOccurs: { forward: 'is mentioned with', backward: 'is mentioned with' },
  },
  kind: {
    'net-zero': 'net zero',
    'carbon-neutrality': 'carbon neutrality',
    'emissions-reduction': 'lower emissions',
    'renewable-energy': 'renewable energy',
    recycling: 'recycling',
    waste: 'waste',
    water: 'water',
    biodiversity: 'biodiversity',
    investment: 'investment',
    deployment: 'deployment',
    other: 'other',
  },
  status: {
    announced: 'announced',
    'in-progress': 'in progress',
    achieved: 'achieved',
    withdrawn: 'withdrawn',
    superseded: 'superseded',
  },
  field: {
    actor: 'actor',
    metric: 'metric',
    value: 'value',
    unit: 'unit',
    baselineYear: 'baseline year',
    baselineValue: 'baseline value',
    startYear: 'start',
    targetYear: 'deadline',
    scope: 'scope',
  },
  polarity: { positive: 'stated', negative: 'denied or former' },
}

export const LABELS: Readonly<Record<Language, Labels>> = { fr: FRENCH, en: ENGLISH }
