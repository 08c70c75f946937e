import type { Tense } from '../relation-lexicon.ts'

export type ConjugatedForm = readonly [form: string, tense: Tense]

/** Past and participle of the verbs that do not take -ed. */
const IRREGULAR: Record<string, readonly [past: string, participle: string]> = {
  buy: ['bought', 'bought'],
  build: ['built', 'built'],
  make: ['made', 'made'],
  'co-write': ['co-wrote', 'co-written'],
  write: ['wrote', 'written'],
  lend: ['lent', 'lent'],
  give: ['gave', 'given'],
  speak: ['spoke', 'spoken'],
  take: ['took', 'taken'],
  put: ['put', 'put'],
  lead: ['led', 'led'],
  run: ['ran', 'run'],
  sell: ['sold', 'sold'],
  get: ['got', 'got'],
  win: ['won', 'won'],
  stand: ['stood', 'stood'],
  bring: ['brought', 'brought'],
  think: ['thought', 'thought'],
  leave: ['left', 'left'],
  quit: ['quit', 'quit'],
  fight: ['fought', 'fought'],
  draw: ['drew', 'drawn'],
  withdraw: ['withdrew', 'withdrawn'],
  tell: ['told', 'told'],
  say: ['said', 'said'],
  spend: ['spent', 'spent'],
  hold: ['held', 'held'],
  show: ['showed', 'shown'],
  set: ['set', 'set'],
  teach: ['taught', 'taught'],
  sit: ['sat', 'sat'],
  lie: ['lay', 'lain'],
  grow: ['grew', 'grown'],
  begin: ['began', 'begun'],
  go: ['went', 'gone'],
  come: ['came', 'come'],
}

/** Verbs of more than one syllable that double their last consonant; those of one do where one vowel stands before it. */
const DOUBLING = new Set(['commit', 'quit'])
const SHORT = /^[^aeiou]+[aeiou][^aeiouwxy]$/

/** Forms of an English verb. Where past and participle are one form it is given as participle. */
export function conjugate(verb: string): ConjugatedForm[] {
  const irregular = IRREGULAR[verb]
  const doubled = DOUBLING.has(verb) || SHORT.test(verb) ? verb + verb.slice(-1) : verb
  const silent = verb.endsWith('e') ? verb.slice(0, -1) : doubled
  const past = irregular?.[0] ?? (/[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${silent}ed`)
  const participle = irregular?.[1] ?? past
  const third = /(?:s|x|z|ch|sh|go)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`
  const forms: ConjugatedForm[] = [
    [verb, 'present'],
    [third, 'present'],
    [`${silent}ing`, 'gerund'],
    [participle, 'participle'],
  ]
  if (past !== participle) forms.push([past, 'past'])
  return forms
}
