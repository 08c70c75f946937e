import type { Tense } from '../relation-lexicon.ts'

export type ConjugatedForm = readonly [form: string, tense: Tense]

/** Stems of verbs whose forms do not follow from the infinitive: present singular, present plural, future, participle, past historic. */
const IRREGULAR: Record<
  string,
  { singular: string; plural: string; future: string; participle: string; past: string }
> = {
  acquérir: { singular: 'acquiert', plural: 'acquièrent', future: 'acquerr', participle: 'acquis', past: 'acquit' },
  rejoindre: {
    singular: 'rejoint',
    plural: 'rejoignent',
    future: 'rejoindr',
    participle: 'rejoint',
    past: 'rejoignit',
  },
  joindre: { singular: 'joint', plural: 'joignent', future: 'joindr', participle: 'joint', past: 'joignit' },
  appartenir: {
    singular: 'appartient',
    plural: 'appartiennent',
    future: 'appartiendr',
    participle: 'appartenu',
    past: 'appartint',
  },
  détenir: { singular: 'détient', plural: 'détiennent', future: 'détiendr', participle: 'détenu', past: 'détint' },
  intervenir: {
    singular: 'intervient',
    plural: 'interviennent',
    future: 'interviendr',
    participle: 'intervenu',
    past: 'intervint',
  },
  tenir: { singular: 'tient', plural: 'tiennent', future: 'tiendr', participle: 'tenu', past: 'tint' },
  produire: { singular: 'produit', plural: 'produisent', future: 'produir', participle: 'produit', past: 'produisit' },
  construire: {
    singular: 'construit',
    plural: 'construisent',
    future: 'construir',
    participle: 'construit',
    past: 'construisit',
  },
  conduire: { singular: 'conduit', plural: 'conduisent', future: 'conduir', participle: 'conduit', past: 'conduisit' },
  écrire: { singular: 'écrit', plural: 'écrivent', future: 'écrir', participle: 'écrit', past: 'écrivit' },
  coécrire: { singular: 'coécrit', plural: 'coécrivent', future: 'coécrir', participle: 'coécrit', past: 'coécrivit' },
  souscrire: {
    singular: 'souscrit',
    plural: 'souscrivent',
    future: 'souscrir',
    participle: 'souscrit',
    past: 'souscrivit',
  },
  prendre: { singular: 'prend', plural: 'prennent', future: 'prendr', participle: 'pris', past: 'prit' },
  reprendre: { singular: 'reprend', plural: 'reprennent', future: 'reprendr', participle: 'repris', past: 'reprit' },
  répondre: { singular: 'répond', plural: 'répondent', future: 'répondr', participle: 'répondu', past: 'répondit' },
  reconnaître: {
    singular: 'reconnaît',
    plural: 'reconnaissent',
    future: 'reconnaîtr',
    participle: 'reconnu',
    past: 'reconnut',
  },
  ouvrir: { singular: 'ouvre', plural: 'ouvrent', future: 'ouvrir', participle: 'ouvert', past: 'ouvrit' },
  rendre: { singular: 'rend', plural: 'rendent', future: 'rendr', participle: 'rendu', past: 'rendit' },
  vendre: { singular: 'vend', plural: 'vendent', future: 'vendr', participle: 'vendu', past: 'vendit' },
  concevoir: { singular: 'conçoit', plural: 'conçoivent', future: 'concevr', participle: 'conçu', past: 'conçut' },
  mettre: { singular: 'met', plural: 'mettent', future: 'mettr', participle: 'mis', past: 'mit' },
  offrir: { singular: 'offre', plural: 'offrent', future: 'offrir', participle: 'offert', past: 'offrit' },
  revendre: { singular: 'revend', plural: 'revendent', future: 'revendr', participle: 'revendu', past: 'revendit' },
  conclure: { singular: 'conclut', plural: 'concluent', future: 'conclur', participle: 'conclu', past: 'conclut' },
  accueillir: {
    singular: 'accueille',
    plural: 'accueillent',
    future: 'accueiller',
    participle: 'accueilli',
    past: 'accueillit',
  },
  obtenir: { singular: 'obtient', plural: 'obtiennent', future: 'obtiendr', participle: 'obtenu', past: 'obtint' },
  recevoir: { singular: 'reçoit', plural: 'reçoivent', future: 'recevr', participle: 'reçu', past: 'reçut' },
  remettre: { singular: 'remet', plural: 'remettent', future: 'remettr', participle: 'remis', past: 'remit' },
  naître: { singular: 'naît', plural: 'naissent', future: 'naîtr', participle: 'né', past: 'naquit' },
  faire: { singular: 'fait', plural: 'font', future: 'fer', participle: 'fait', past: 'fit' },
  soutenir: {
    singular: 'soutient',
    plural: 'soutiennent',
    future: 'soutiendr',
    participle: 'soutenu',
    past: 'soutint',
  },
}

/** Third person and first person plural forms of a French verb, with participles, infinitive and present participle. */
export function conjugate(infinitive: string): ConjugatedForm[] {
  const irregular = IRREGULAR[infinitive]
  if (irregular) return irregularForms(infinitive, irregular)
  if (infinitive.endsWith('er')) return erForms(infinitive)
  if (infinitive.endsWith('ir')) return irForms(infinitive)
  throw new Error(`conjugate: no model for "${infinitive}"`)
}

function participles(base: string): ConjugatedForm[] {
  const plural = base.endsWith('s') ? base : `${base}s`
  return [base, plural, `${base}e`, `${base}es`].map((form) => [form, 'participle'] as const)
}

function futures(stem: string): ConjugatedForm[] {
  return [
    [`${stem}a`, 'future'],
    [`${stem}ont`, 'future'],
    [`${stem}ons`, 'future'],
    [`${stem}ait`, 'conditional'],
    [`${stem}aient`, 'conditional'],
    [`${stem}ions`, 'conditional'],
  ]
}

function erForms(infinitive: string): ConjugatedForm[] {
  const stem = infinitive.slice(0, -2)
  // Before a and o, c and g keep their sound: lançait, engageons.
  const soft = stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem.endsWith('g') ? `${stem}e` : stem
  // Before a mute e, e and é open: rachète, opère; y turns into i: emploie.
  const open = stem.endsWith('y')
    ? `${stem.slice(0, -1)}i`
    : /e[lt]$/.test(stem) && !/achet$/.test(stem)
      ? stem + stem.slice(-1)
      : stem.replace(/[eé]([bcdfghjklmnpqrstvxz]{1,2})$/, (match, consonants: string) =>
          // Only a single consonant, or a cluster that opens a syllable, leaves the vowel open.
          match[0] === 'e' && consonants.length > 1 ? match : `è${consonants}`,
        )
  const future = stem.endsWith('y') || open !== stem ? `${open}er` : `${stem}er`
  return [
    [infinitive, 'infinitive'],
    [`${open}e`, 'present'],
    [`${open}ent`, 'present'],
    [`${soft}ons`, 'present'],
    [`${soft}ait`, 'past'],
    [`${soft}aient`, 'past'],
    [`${soft}a`, 'past'],
    [`${stem}èrent`, 'past'],
    [`${soft}ant`, 'gerund'],
    ...futures(future),
    ...participles(`${stem}é`),
  ]
}

function irForms(infinitive: string): ConjugatedForm[] {
  const stem = infinitive.slice(0, -1)
  const base = infinitive.slice(0, -2)
  return [
    [infinitive, 'infinitive'],
    [`${base}it`, 'present'],
    [`${base}issent`, 'present'],
    [`${base}issons`, 'present'],
    [`${base}issait`, 'past'],
    [`${base}issaient`, 'past'],
    [`${base}irent`, 'past'],
    [`${base}issant`, 'gerund'],
    ...futures(`${stem}r`),
    ...participles(`${base}i`),
  ]
}

function irregularForms(infinitive: string, verb: (typeof IRREGULAR)[string]): ConjugatedForm[] {
  const stem = verb.plural.replace(/(?:ent|ont)$/, '')
  // tiennent → tenons: the plural's stem before a full ending is the infinitive's.
  const weak = infinitive.endsWith('enir') ? infinitive.slice(0, -2) : infinitive === 'acquérir' ? 'acquér' : stem
  return [
    [infinitive, 'infinitive'],
    [verb.singular, 'present'],
    [verb.plural, 'present'],
    [`${weak}ons`, 'present'],
    [`${weak}ait`, 'past'],
    [`${weak}aient`, 'past'],
    [verb.past, 'past'],
    [`${weak}ant`, 'gerund'],
    ...futures(verb.future),
    ...participles(verb.participle),
  ]
}
