import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ENGLISH_CATEGORY_CUES } from '../languages/en/category-cues.ts'
import { ENGLISH_REFERENCES } from '../languages/en/references.ts'
import { ENGLISH_RELATIONS } from '../languages/en/relations.ts'
import { FRENCH_CATEGORY_CUES } from '../languages/fr/category-cues.ts'
import { FRENCH_REFERENCES } from '../languages/fr/references.ts'
import { FRENCH_RELATIONS } from '../languages/fr/relations.ts'
import type { Category, Language, NameMention, Prose, References, RelationClaim } from '../model.ts'
import { readMarkedNames } from '../test/read-marked-names.ts'
import { findRelations } from './find-relations.ts'
import { linkReferences } from './link-references.ts'
import { readProse } from './read-prose.ts'

function relate(
  prose: Prose,
  names: readonly NameMention[],
): { references: References; claims: readonly RelationClaim[] } {
  const references = linkReferences()({ prose, names }, new VFile())
  return { references, claims: findRelations()({ prose, references }, new VFile()) }
}

/** `subject predicate object`, with what is not plain about it behind. */
function show(source: string, lang: Language): string[] {
  const { prose, names } = readMarkedNames(source, lang)
  const { references, claims } = relate(prose, names)
  return claims.map((claim) => {
    const label = (entity: number): string | undefined => references.entities[entity]?.label
    const notes = [
      claim.qualifiers.title && `“${claim.qualifiers.title}”`,
      claim.polarity === 'negative' && 'negative',
      claim.modality !== 'asserted' && claim.modality,
      claim.qualifiers.start && `since ${claim.qualifiers.start}`,
      claim.qualifiers.end && `until ${claim.qualifiers.end}`,
      claim.attributedTo !== null && `says ${label(claim.attributedTo)}`,
    ].filter(Boolean)
    return [`${label(claim.subject)} ${claim.predicate} ${label(claim.object)}`, ...notes].join(' · ')
  })
}

const french: Record<string, { text: string; expected: string[] }> = {
  'members that already are': {
    text: 'L’alliance [Cool](initiative), dont font déjà partie le suédois [Kalix](organization) et l’espagnol [Orsa](organization), grandit.',
    expected: ['Kalix memberOf Cool', 'Orsa memberOf Cool'],
  },
  'over an adverb of two words': {
    text: '[Kalix](organization) rejoindra par ailleurs en janvier l’alliance européenne [Cool](initiative).',
    expected: ['Kalix memberOf Cool · planned'],
  },
  'a pronoun for what the same sentence named': {
    text: 'Un rapport de [Kalix](organization), [Le Prix](work), fâche ; il a été présenté aux [Assises](event) par sa coauteure, Mme [Lise Orme](person).',
    expected: [
      'Le Prix publishedBy Kalix',
      'Le Prix presentedBy Lise Orme',
      'Le Prix presentedAt Assises',
      'Lise Orme participatesIn Assises',
    ],
  },
  'both subjects of a pact': {
    text: '[Kalix](organization) et [Orsa](organization) ont noué un partenariat.',
    expected: ['Kalix partnerOf Orsa'],
  },
  'who is named to a post': {
    text: '[Lise Orme](person) a été nommée directrice de [Kalix](organization). [Orsa](organization) a nommé [Jean Poe](person) à sa tête.',
    expected: ['Lise Orme worksFor Kalix · “directrice”', 'Jean Poe worksFor Orsa'],
  },
  'money raised': {
    text: 'La start-up [Kalix](organization) a levé 12 millions d’euros auprès de [Orsa](organization) et du fonds [Breval](organization).',
    expected: ['Orsa invests Kalix', 'Breval invests Kalix'],
  },
  'what opens a sentence, over a relative': {
    text: 'Membre du collectif [Eau Vive](organization), qui réclame l’arrêt des pompes, [Lise Orme](person) lit les arrêtés.',
    expected: ['Lise Orme memberOf Eau Vive'],
  },
  'a seat that is found somewhere': {
    text: '[Kalix](organization), un groupe familial dont le siège se trouve à [Tampere](place), grandit.',
    expected: ['Kalix locatedIn Tampere'],
  },
  'hired by': {
    text: '[Lise Orme](person) vient d’être embauchée chez [Kalix](organization). [Orsa](organization) a recruté [Jean Poe](person).',
    expected: ['Lise Orme worksFor Kalix', 'Jean Poe worksFor Orsa'],
  },
  'the hand on': {
    text: '[Kalix](organization) met la main sur [Orsa](organization), qui relève de [Breval](organization).',
    expected: ['Kalix acquired Orsa', 'Orsa subsidiaryOf Breval'],
  },
  'inverted relative': {
    text: 'Le [Réseau Fil](organization), auquel appartiennent [Kalix](organization) et [Orsa](organization), recrute.',
    expected: ['Kalix memberOf Réseau Fil', 'Orsa memberOf Réseau Fil'],
  },
  'part of': {
    text: 'Le [Réseau Fil](organization), dont fait partie [Kalix](organization), recrute.',
    expected: ['Kalix memberOf Réseau Fil'],
  },
  'the two named last': {
    text: '[Kalix](organization) côtoie [Orsa](organization). Les deux entreprises travaillent ensemble depuis 2019.',
    expected: ['Kalix partnerOf Orsa · since 2019'],
  },
  'an occupation that is in no list': {
    text: '[Lise Orme](person), brancardière à l’[hôpital Nord](organization), sourit.',
    expected: ['Lise Orme worksFor hôpital Nord · “brancardière”'],
  },
  'a client is none': {
    text: '[Lise Orme](person), cliente de [Kalix](organization), sourit.',
    expected: [],
  },
  'an agency behind a press contact': {
    text: 'Contact : [Lise Orme](person), agence [Kalix](organization)',
    expected: ['Lise Orme worksFor Kalix'],
  },
  'a role over a term': {
    text: 'La directrice du [développement durable](concept) de [Kalix](organization), [Lise Orme](person), sourit.',
    expected: ['Lise Orme worksFor Kalix · “directrice du développement durable”'],
  },
  'a list of places': {
    text: 'À [Brest](place), à [Nantes](place), à [Lille](place), on trie.',
    expected: [],
  },
  'a fronted place': {
    text: 'À [Brest](place), les [Papeteries Kalix](organization) trient.',
    expected: ['Papeteries Kalix locatedIn Brest'],
  },
  'a second participle': {
    text: 'Chez [Kalix](organization), fondée en 1868 et installée à [Brest](place), on trie.',
    expected: ['Kalix locatedIn Brest'],
  },
  'a fronted event': {
    text: 'En juin, au [Salon Aqua](event), à [Brest](place), [Lise Orme](person) présentera [Boues](work).',
    expected: [
      'Boues presentedAt Salon Aqua · planned',
      'Boues presentedBy Lise Orme · planned',
      'Lise Orme participatesIn Salon Aqua · planned',
      'Salon Aqua locatedIn Brest',
    ],
  },
  'the roadmap’s name': {
    text: '[Kalix](organization) dévoile sa [feuille de route](concept), « [Dernier Mètre](organization) ».',
    expected: ['Kalix launched Dernier Mètre'],
  },
  active: { text: '[Kalix](organization) a racheté [Orsa](organization).', expected: ['Kalix acquired Orsa'] },
  passive: {
    text: '[Orsa](organization) a été rachetée par [Kalix](organization).',
    expected: ['Kalix acquired Orsa'],
  },
  'participle behind a name': {
    text: '[Orsa](organization), rachetée en 2020 par [Kalix](organization), recrute.',
    expected: ['Kalix acquired Orsa · since 2020'],
  },
  'fronted participle': {
    text: 'Rachetée en 2020 par [Kalix](organization), [Orsa](organization) recrute.',
    expected: ['Kalix acquired Orsa · since 2020'],
  },
  'act noun': {
    text: 'Le rachat de [Orsa](organization) par [Kalix](organization) est signé.',
    expected: ['Kalix acquired Orsa'],
  },
  planned: {
    text: '[Kalix](organization) prévoit de racheter [Orsa](organization).',
    expected: ['Kalix acquired Orsa · planned'],
  },
  hypothetical: {
    text: 'Si [Kalix](organization) rachetait [Orsa](organization), tout changerait.',
    expected: ['Kalix acquired Orsa · hypothetical'],
  },
  negated: {
    text: '[Kalix](organization) n’a jamais rejoint le [Pacte Eau](initiative).',
    expected: ['Kalix memberOf Pacte Eau · negative'],
  },
  'two objects': {
    text: '[Kalix](organization) a rejoint [RE100](initiative) et le [Pacte Eau](initiative).',
    expected: ['Kalix memberOf RE100', 'Kalix memberOf Pacte Eau'],
  },
  'two subjects': {
    text: '[Kalix](organization) et [Orsa](organization) ont rejoint [RE100](initiative).',
    expected: ['Kalix memberOf RE100', 'Orsa memberOf RE100'],
  },
  'relative clause': {
    text: '[Orsa](organization), qui appartient au groupe [Kalix](organization), recrute.',
    expected: ['Orsa subsidiaryOf Kalix'],
  },
  'inserted apposition': {
    text: '[Orsa](organization), filiale de [Kalix](organization), a lancé le plan [Cap Sud](initiative).',
    expected: ['Orsa launched Cap Sud', 'Orsa subsidiaryOf Kalix'],
  },
  'an adjunct is no subject': {
    text: 'Avec l’aide de [Orsa](organization), la ville a lancé le plan [Cap Sud](initiative).',
    expected: [],
  },
  'a complement is no subject': {
    text: 'Le fournisseur de [Kalix](organization) a racheté [Orsa](organization).',
    expected: [],
  },
  'role behind the name': {
    text: '[Lise Orme](person), vice-présidente et directrice financière de [Kalix](organization), sourit.',
    expected: ['Lise Orme worksFor Kalix · “vice-présidente et directrice financière”'],
  },
  'role before the name': {
    text: 'La directrice de l’innovation de [Kalix](organization), [Lise Orme](person), sourit.',
    expected: ['Lise Orme worksFor Kalix · “directrice de l’innovation”'],
  },
  'former role': {
    text: '[Lise Orme](person), ancienne directrice de [Kalix](organization), écrit.',
    expected: ['Lise Orme worksFor Kalix · “ancienne directrice” · negative'],
  },
  'role outside the organization': {
    text: '[Kalix](organization) recrute. Le président de la région, [Luc Brun](person), applaudit.',
    expected: [],
  },
  'a work presented at an event': {
    text: 'L’étude *[Boues](work)*, présentée par [Lise Orme](person) lors du [Salon Aqua](event) à [Brest](place), circule.',
    expected: [
      'Boues presentedBy Lise Orme',
      'Boues presentedAt Salon Aqua',
      'Lise Orme participatesIn Salon Aqua',
      'Salon Aqua locatedIn Brest',
    ],
  },
  'places in parentheses': {
    text: 'Le dépôt de [Onda](place) ([Castellón](place)) et le [Salon Aqua](event) ([Brest](place)).',
    expected: ['Onda locatedIn Castellón', 'Salon Aqua locatedIn Brest'],
  },
  'a site': { text: '[Kalix](organization) a son siège à [Brest](place).', expected: ['Kalix locatedIn Brest'] },
  'whose site': {
    text: '[Kalix](organization), dont l’usine est à [Brest](place), recrute.',
    expected: ['Kalix locatedIn Brest'],
  },
  'whose author': {
    text: '[Kalix](organization) a publié *[Boues](work)*, dont l’auteure est [Lise Orme](person).',
    expected: ['Boues publishedBy Kalix', 'Boues presentedBy Lise Orme'],
  },
  'competitor before the name': {
    text: 'La concurrente de [Kalix](organization), [Orsa](organization), recule.',
    expected: ['Kalix competesWith Orsa'],
  },
  'a platform': {
    text: 'Comme le mentionne [Lise Orme](person) sur [LinkedIn](product), tout va.',
    expected: ['Lise Orme statedOn LinkedIn'],
  },
  'joint work': {
    text: '[Kalix](organization) a conçu le filtre avec [Orsa](organization).',
    expected: ['Kalix partnerOf Orsa'],
  },
  'money for a plan': {
    text: '[Kalix](organization) consacrera 40 millions d’euros au plan [Cap Sud](initiative).',
    expected: ['Kalix invests Cap Sud · planned'],
  },
  'time for a plan is no money': {
    text: '[Kalix](organization) consacrera du temps au plan [Cap Sud](initiative).',
    expected: [],
  },
  'a named strategy': {
    text: 'La stratégie de [Kalix](organization), appelée « [Cap Sud](initiative) », avance.',
    expected: ['Kalix launched Cap Sud'],
  },
  'examples of members': {
    text: 'Les membres de [RE100](initiative), dont [Kalix](organization) et [Orsa](organization), se réunissent.',
    expected: ['Kalix memberOf RE100', 'Orsa memberOf RE100'],
  },
  'a possessive gives way to a verb': {
    text: '[Kalix](organization) recrute. Nous grandissons. Notre livre *[Boues](work)*, publié par [Orsa](organization), sort. Nous fêtons.',
    expected: ['Boues publishedBy Orsa'],
  },
  'list items under their heads': {
    text: `[Kalix](organization) grandit. Nous recrutons, et nous aimons cela.

- **[RE100](initiative)** : [Kalix](organization) en est membre
- **[Salon Aqua](event)** ([Brest](place)) : nous y tenons un stand
- **[Orsa](organization)** : rachetée par [Kalix](organization) en 2020, c’est aujourd’hui une filiale`,
    expected: [
      'Kalix memberOf RE100',
      'Kalix participatesIn Salon Aqua',
      'Salon Aqua locatedIn Brest',
      'Kalix acquired Orsa · since 2020',
      'Orsa subsidiaryOf Kalix',
    ],
  },
  'list under its heading': {
    text: `[Kalix](organization) grandit. Nous recrutons. Nous formons.

## Nos partenaires

- [Orsa](organization) (depuis 2015)
- [Breval](organization)`,
    expected: ['Kalix partnerOf Orsa', 'Kalix partnerOf Breval'],
  },
  'a table of people': {
    text: `[Kalix](organization) grandit. Nous recrutons. Nous formons.

| Nom | Fonction |
|---|---|
| [Lise Orme](person) | Directrice |`,
    expected: ['Lise Orme worksFor Kalix · “Directrice”'],
  },
  'who says so': {
    text: 'Selon [Lise Orme](person), [Orsa](organization) a rejoint [RE100](initiative) en 2020.',
    expected: ['Orsa memberOf RE100 · reported · since 2020 · says Lise Orme'],
  },
  'since and until': {
    text: '[Lise Orme](person), directrice de [Kalix](organization) depuis mars 2015, part. [Orsa](organization) a été membre de [RE100](initiative) jusqu’en 2020.',
    expected: ['Lise Orme worksFor Kalix · “directrice” · since 2015', 'Orsa memberOf RE100 · until 2020'],
  },
  'ends of the wrong category': {
    text: '[Kalix](organization) a rejoint [Boues](work). [Lise Orme](person) appartient à [Brest](place).',
    expected: [],
  },
}

const english: Record<string, { text: string; expected: string[] }> = {
  'who is named to a post': {
    text: '[Kalix](organization) named [Ann Poe](person) chief executive. [Ben Roe](person) took over at [Orsa](organization) in May.',
    expected: ['Ann Poe worksFor Kalix · “chief executive”', 'Ben Roe worksFor Orsa'],
  },
  'taken over': {
    text: '[Kalix](organization) was taken over by [Orsa](organization), which is majority-owned by [Breval](organization).',
    expected: ['Orsa acquired Kalix', 'Orsa subsidiaryOf Breval'],
  },
  'what members make up': {
    text: '[Cool](initiative), an alliance of [Kalix](organization) and [Orsa](organization), grows. Members of [Cap](initiative) include [Breval](organization).',
    expected: ['Kalix memberOf Cool', 'Orsa memberOf Cool', 'Breval memberOf Cap'],
  },
  'a site named for its place': {
    text: '[Kalix](organization)’s [Hull](place) plant will close. Our partners at [Orsa](organization) in [Bergen](place) agree.',
    expected: ['Kalix locatedIn Hull', 'Orsa locatedIn Bergen'],
  },
  'whose place it is': {
    text: '[Singapore](place)’s [Straits Feeder](organization), a smaller operator, grows.',
    expected: ['Straits Feeder locatedIn Singapore'],
  },
  'of a place': {
    text: '[Kalix](organization) ordered ships from [Orsa Industries](organization), of [Ulsan](place), for a decade.',
    expected: ['Orsa Industries locatedIn Ulsan'],
  },
  'who is at an event': {
    text: '[Lise Orme](person) will be at the [Water Forum](event) in March.',
    expected: ['Lise Orme participatesIn Water Forum'],
  },
  'a relative with its preposition': {
    text: 'The [Clean Pact](initiative), to which [Kalix](organization) and [Orsa](organization) belong, grows.',
    expected: ['Kalix memberOf Clean Pact', 'Orsa memberOf Clean Pact'],
  },
  'what is said under a condition is said': {
    text: 'Were a price agreed, [Kalix](organization) might commit, its spokesman [Lise Orme](person) wrote on [LinkedIn](product).',
    expected: ['Lise Orme statedOn LinkedIn', 'Lise Orme worksFor Kalix · “spokesman”'],
  },
  'where the subject has its seat': {
    text: '[Kalix](organization), which belongs to [Orsa](organization), has its headquarters in [Leeds](place).',
    expected: ['Kalix subsidiaryOf Orsa', 'Kalix locatedIn Leeds'],
  },
  active: {
    text: '[Kalix](organization) acquired [Orsa](organization) in 2019.',
    expected: ['Kalix acquired Orsa · since 2019'],
  },
  passive: {
    text: '[Orsa](organization), which was bought by [India](place)’s [Kalix](organization), is hiring.',
    expected: ['Kalix acquired Orsa', 'Kalix locatedIn India'],
  },
  'relative of the object': {
    text: 'Our [Tide Report](work), which [Ann Poe](person) presented at the [Water Forum](event) in [Leeds](place), is out.',
    expected: [
      'Tide Report presentedBy Ann Poe',
      'Tide Report presentedAt Water Forum',
      'Ann Poe participatesIn Water Forum',
      'Water Forum locatedIn Leeds',
    ],
  },
  'contact relative': {
    text: 'We grew. We hire at [Kalix](organization). [Kalix](organization) owns **[Deep Six](initiative)**, the programme we launched.',
    expected: ['Kalix launched Deep Six'],
  },
  'by-line': {
    text: '[Ann Poe](person), Chief Sustainability Officer, [Kalix](organization)',
    expected: ['Ann Poe worksFor Kalix · “Chief Sustainability Officer”'],
  },
  compound: {
    text: '[Kalix](organization) chief executive [Ann Poe](person) smiled.',
    expected: ['Ann Poe worksFor Kalix · “chief executive”'],
  },
  possessive: {
    text: 'So said [Ann Poe](person), [Kalix](organization)’s commercial director.',
    expected: ['Ann Poe worksFor Kalix · “commercial director”'],
  },
  'no role': {
    text: '[Ann Poe](person) of the think tank [Orsa](organization) agreed.',
    expected: ['Ann Poe worksFor Orsa'],
  },
  'since a year': {
    text: '[Orsa](organization) has been a subsidiary of [Kalix](organization) since 2015.',
    expected: ['Orsa subsidiaryOf Kalix · since 2015'],
  },
  'never a member': {
    text: '[Kalix](organization) has never been a member of [RE100](initiative).',
    expected: ['Kalix memberOf RE100 · negative'],
  },
  'might join': {
    text: '[Kalix](organization) might join [RE100](initiative).',
    expected: ['Kalix memberOf RE100 · hypothetical'],
  },
  'said it would join': {
    text: '[Kalix](organization) said it would join [RE100](initiative).',
    expected: ['Kalix memberOf RE100 · planned'],
  },
  'plural relative': {
    text: '[Orsa](organization) and [Breval](organization), which compete with [Kalix](organization), agreed.',
    expected: ['Orsa competesWith Kalix', 'Breval competesWith Kalix'],
  },
  'verb phrases joined': {
    text: '[Kalix](organization) owns [Orsa](organization) and makes the [Dart](product).',
    expected: ['Orsa subsidiaryOf Kalix', 'Kalix produces Dart'],
  },
  'based behind a hyphen': {
    text: '[Nairobi](place)-based [Kalix](organization) leases kits.',
    expected: ['Kalix locatedIn Nairobi'],
  },
  'production at a place': {
    text: '[Kalix](organization) has made glue in [Leeds](place) since 1871.',
    expected: ['Kalix locatedIn Leeds'],
  },
  'a share of it': {
    text: '[Kalix](organization) bought 51% of [Orsa](organization).',
    expected: ['Kalix acquired Orsa'],
  },
  'from the seller': {
    text: '[Kalix](organization) bought a mill from [Orsa](organization).',
    expected: [],
  },
  'a magazine': {
    text: '[Ann Poe](person), who told the podcast [Hull](product) so, left.',
    expected: ['Ann Poe statedOn Hull'],
  },
  'memberships listed': {
    text: `[Kalix](organization) grew. We hire. We train.

## Memberships

* [RE100](initiative), since 2021`,
    expected: ['Kalix memberOf RE100'],
  },
}

describe.each<[Language, Record<string, { text: string; expected: string[] }>]>([
  ['fr', french],
  ['en', english],
])('%s', (lang, cases) => {
  test.each(Object.entries(cases))('%s', (_, { text, expected }) => {
    expect(show(text, lang).sort()).toEqual([...expected].sort())
  })
})

/** Each phrasing of `test/relations.txt`: its language, its text and the relations under it. */
function* readPhrasings(): Iterable<[lang: Language, text: string, expected: string[]]> {
  let lang: Language = 'fr'
  let phrasing: [Language, string, string[]] | null = null
  for (const line of readFileSync(join(import.meta.dirname, '../test/relations.txt'), 'utf8').split('\n')) {
    if (line.startsWith('  ')) phrasing?.[2].push(line.trim())
    else {
      if (phrasing) yield phrasing
      phrasing = null
      const heading = /^# (fr|en)$/.exec(line)?.[1]
      if (heading) lang = heading as Language
      else if (line !== '' && !line.startsWith('#')) phrasing = [lang, line, []]
    }
  }
  if (phrasing) yield phrasing
}

test.each([...readPhrasings()])('%s: %s', (lang, text, expected) => {
  expect(show(text, lang).sort()).toEqual([...expected].sort())
})

const ANNOTATED = join(import.meta.dirname, '../test/annotated')

interface Gold {
  lang: Language
  entities: { name: string; type: Category; aliases: string[] }[]
  relations: { subject: string; predicate: string; object: string }[]
}

/** The names of an annotated article wherever they stand in it, longest first. */
function readGoldNames(prose: Prose, gold: Gold): NameMention[] {
  const all = gold.entities
    .filter(({ type }) => type !== 'concept')
    .flatMap(({ name, type, aliases }) => [name, ...aliases].map((text) => ({ text, type })))
    .sort((a, b) => b.text.length - a.text.length)
  const names: NameMention[] = []
  for (const { text, type } of all) {
    for (let at = prose.text.indexOf(text); at >= 0; at = prose.text.indexOf(text, at + 1)) {
      const end = at + text.length
      const inside = /[\p{L}\p{N}]/u
      if (inside.test(prose.text[at - 1] ?? ' ') || inside.test(prose.text[end] ?? ' ')) continue
      if (names.some((name) => name.start < end && name.end > at)) continue
      names.push({ start: at, end, kind: 'name', category: type, extractor: 'gold@1', confidence: 1 })
    }
  }
  return names.sort((a, b) => a.start - b.start)
}

test('the annotated articles, their names given: few false relations, most of the true ones', () => {
  let right = 0
  let found = 0
  let wanted = 0
  for (const file of readdirSync(ANNOTATED).filter((name) => name.endsWith('.gold.json'))) {
    const gold = JSON.parse(readFileSync(join(ANNOTATED, file), 'utf8')) as Gold
    const source = readFileSync(join(ANNOTATED, file.replace('.gold.json', '.md')), 'utf8')
    const { title = '' } = parse(/^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? '') as { title?: string }
    const document = {
      id: file,
      path: file,
      title,
      lang: gold.lang,
      date: null,
      url: null,
      sha256: '',
      frontMatter: {},
      source,
    }
    const { prose } = readProse()(document, new VFile({ path: file }))
    const { references, claims } = relate(prose, readGoldNames(prose, gold))
    const nameOf = new Map<string, string>()
    for (const { name, aliases } of gold.entities) for (const text of [name, ...aliases]) nameOf.set(text, name)
    const labels = references.entities.map(({ label, aliases }) => {
      return [label, ...aliases].map((text) => nameOf.get(text)).find((name) => name !== undefined) ?? label
    })
    const key = (subject: string, predicate: string, object: string): string => {
      const symmetric = predicate === 'partnerOf' || predicate === 'competesWith'
      const [a, b] = symmetric && subject > object ? [object, subject] : [subject, object]
      return `${a} ${predicate} ${b}`
    }
    const gotten = new Set(
      claims
        .filter(({ polarity, modality }) => polarity === 'positive' && modality !== 'hypothetical')
        .map((claim) => key(labels[claim.subject] as string, claim.predicate, labels[claim.object] as string)),
    )
    const expected = new Set(
      gold.relations.map((relation) => key(relation.subject, relation.predicate, relation.object)),
    )
    right += [...gotten].filter((relation) => expected.has(relation)).length
    found += gotten.size
    wanted += expected.size
  }
  expect(right / found).toBeGreaterThan(0.9)
  expect(right / wanted).toBeGreaterThan(0.65)
})

/** The words that the matchers of a language know, those of its references too; of the many forms of verbs, some. */
function vocabulary(...lexicons: readonly object[]): string[] {
  const words = lexicons.flatMap((lexicon) =>
    Object.values(lexicon).flatMap((value) => {
      const keys = value instanceof Set || value instanceof Map ? [...value.keys()] : []
      return keys.length > 400 ? keys.filter((_, index) => index % 20 === 0) : keys
    }),
  )
  return [...new Set(words.filter((word) => typeof word === 'string'))]
}

test.each([
  ['fr', vocabulary(FRENCH_RELATIONS, FRENCH_REFERENCES, FRENCH_CATEGORY_CUES)],
  ['en', vocabulary(ENGLISH_RELATIONS, ENGLISH_REFERENCES, ENGLISH_CATEGORY_CUES)],
] as const)('%s: comes to an end whatever known words stand beside names', (lang, known) => {
  const word = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '[Kalix](organization)',
        '[Lise Orme](person)',
        '[Brest](place)',
        '[RE100](initiative)',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(',', '.', '’s', '2030', '12 %', '(', ')', '« ', ' »') },
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const { prose, names } = readMarkedNames(words.join(' '), lang)
      expect(Array.isArray(relate(prose, names).claims)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test.each([
  ['fr', vocabulary(FRENCH_RELATIONS, FRENCH_REFERENCES, FRENCH_CATEGORY_CUES)],
  ['en', vocabulary(ENGLISH_RELATIONS, ENGLISH_REFERENCES, ENGLISH_CATEGORY_CUES)],
] as const)('%s: comes to an end with each known word between names', (lang, known) => {
  for (const word of known) {
    const { prose, names } = readMarkedNames(
      `${word} [Kalix](organization) ${word} [Lise Orme](person), ${word} [Brest](place). [RE100](initiative) ${word}`,
      lang,
    )
    expect(Array.isArray(relate(prose, names).claims)).toBe(true)
  }
})

test('whatever the words, claims join two entities of the text and quote a sentence that holds their trigger', () => {
  const word = fc.constantFrom(
    ...'a racheté rachetée par de la du qui que dont et , . : ( ) « » est filiale membre directrice présenté lors sur siège à notre son s’ X en y'.split(
      ' ',
    ),
    ...'acquired by of which and ’s chief executive based in its our presented at told with'.split(' '),
    '[Kalix](organization)',
    '[Orsa](organization)',
    '[Lise Orme](person)',
    '[Brest](place)',
    '[Salon Aqua](event)',
    '[Boues](work)',
    '[Dart](product)',
    '[RE100](initiative)',
    '\n\n- ',
    '\n\n',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.constantFrom<Language>('fr', 'en'), (words, lang) => {
      const { prose, names } = readMarkedNames(words.join(' '), lang)
      const { references, claims } = relate(prose, names)
      for (const { subject, object, evidence, confidence } of claims) {
        expect(references.entities[subject]).toBeDefined()
        expect(references.entities[object]).toBeDefined()
        expect(subject).not.toBe(object)
        expect(evidence.exact).toBe(prose.text.slice(evidence.start, evidence.end))
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 200 },
  )
})
