import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Language, References } from '../model.ts'
import { readMarkedNames } from '../test/read-marked-names.ts'
import { linkReferences } from './link-references.ts'

function link(source: string, lang: Language = 'fr', title = ''): References {
  return linkReferences()(readMarkedNames(source, lang, title), new VFile())
}

/** `category: label = alias, alias`, one an entity. */
function show({ entities }: References): string[] {
  return entities.map(({ category, label, aliases }) => {
    return `${category}: ${[label, aliases.join(', ')].filter(Boolean).join(' = ')}`
  })
}

/** `words → label` of what refers without a name. */
function showResolved({ entities, mentions }: References): string[] {
  return mentions
    .filter(({ kind }) => kind === 'nominal' || kind === 'pronoun')
    .map(({ exact, entity }) => `${exact} → ${entities[entity]?.label}`)
}

test('reads on where a verb of naming stands between two names', () => {
  expect(show(link('[Kalix](organization) named [Lise Orme](person) chief executive.', 'en'))).toEqual([
    'organization: Kalix',
    'person: Lise Orme',
  ])
})

describe('names of one thing', () => {
  const cases: Record<string, { lang?: Language; text: string; expected: string[] }> = {
    'an acronym in parentheses': {
      text: 'L’[Agence de la forêt](organization) ([AF](organization)) plante. [AF](organization) recrute.',
      expected: ['organization: Agence de la forêt = AF'],
    },
    'an acronym before its name': {
      text: 'L’[AF](organization) ([Agence de la forêt](organization)) plante.',
      expected: ['organization: Agence de la forêt = AF'],
    },
    'letters left out, in parentheses only': {
      text: 'L’[Institut de l’élevage](organization) ([Idele](organization)) publie.',
      expected: ['organization: Institut de l’élevage = Idele'],
    },
    'a surname': {
      text: '[Awa Diop-Kern](person) arrive. [Diop-Kern](person) parle.',
      expected: ['person: Awa Diop-Kern = Diop-Kern'],
    },
    'the first words of a firm': {
      lang: 'en',
      text: '[Harlan & Moss Milling Company](organization) grows. [Harlan & Moss](organization) hires.',
      expected: ['organization: Harlan & Moss Milling Company = Harlan & Moss'],
    },
    'a surname that two people bear': {
      text: '[Awa Diop](person) et [Lise Diop](person) arrivent. [Diop](person) parle.',
      expected: ['person: Awa Diop', 'person: Lise Diop', 'person: Diop'],
    },
    'one edition of an event': {
      text: 'Le [Salon Aqua](event) approche. Au [Salon Aqua 2024](event), on parlera.',
      expected: ['event: Salon Aqua 2024 = Salon Aqua'],
    },
    'two editions of an event': {
      text: 'Après la [COP 27](event), la [COP 28](event).',
      expected: ['event: COP 27', 'event: COP 28'],
    },
    'a second name': {
      text: 'Le [Plan Vert 2030](initiative), baptisé « [Cap Nord](initiative) », avance.',
      expected: ['initiative: Plan Vert 2030 = Cap Nord'],
    },
    'a renamed product': { text: 'Sur [X](product) ([Twitter](product)).', expected: ['product: X = Twitter'] },
    'a town hall': {
      text: 'La [Ville de Lannion](organization) plante. La [mairie de Lannion](organization) arrose.',
      expected: ['organization: Ville de Lannion = mairie de Lannion'],
    },
    'a place and its namesake': {
      text: 'À [Valence](place), rien. Le dépôt de [Valence](place) ([Drôme](place), [France](place)) ferme.',
      expected: ['place: Valence', 'place: Valence (Drôme, France) = Valence', 'place: Drôme', 'place: France'],
    },
    'one name, two categories, each said beside it': {
      text: 'L’opérateur [Orange](organization) recrute. La ville d’[Orange](place) aussi.',
      expected: ['organization: Orange', 'place: Orange'],
    },
    'a white paper without a title': {
      text: 'Le livre blanc de [Kalix](organization) est sorti. Ce livre blanc est long.',
      expected: ['work: livre blanc de Kalix = livre blanc', 'organization: Kalix'],
    },
    'a white paper with a title': {
      text: 'Le livre blanc [Sobriété](work) de [Kalix](organization) est sorti.',
      expected: ['work: Sobriété', 'organization: Kalix'],
    },
    'keys that are property names': {
      text: '[constructor](product) et [toString](product) sortent.',
      expected: ['product: constructor', 'product: toString'],
    },
  }
  test.each(Object.entries(cases))('%s', (_, { lang, text, expected }) => {
    expect(show(link(text, lang))).toEqual(expected)
  })
})

describe('a category that the text contradicts', () => {
  const cases: Record<string, { lang?: Language; text: string; expected: string }> = {
    'a noun before the name': { text: 'La société [Kalix](person) recrute.', expected: 'organization: Kalix' },
    'a noun and its complement': {
      text: 'Avec le producteur de piles [Kalix](product).',
      expected: 'organization: Kalix',
    },
    'an apposition': {
      text: '[Rivages](organization), une alliance de villes, grandit.',
      expected: 'initiative: Rivages',
    },
    'a role': { text: 'La directrice générale, [Lise Orme](place), sourit.', expected: 'person: Lise Orme' },
    'an occasion': { text: 'Il parlera lors de [Batiplan](organization).', expected: 'event: Batiplan' },
    'where something is based': {
      lang: 'en',
      text: 'It is headquartered in [Corran](person).',
      expected: 'place: Corran',
    },
    'a word of the name': {
      lang: 'en',
      text: 'We met [Corran Holdings](person).',
      expected: 'organization: Corran Holdings',
    },
    'an adjective of nationality behind a maker': {
      text: 'Le cartonnier vosgien [Kalix](place) recrute.',
      expected: 'organization: Kalix',
    },
    'what only companies have': {
      lang: 'en',
      text: '[Kalix](person)’s shares fell.',
      expected: 'organization: Kalix',
    },
    'who, not which': { lang: 'en', text: 'It was [Orme](organization), who smiled.', expected: 'person: Orme' },
    'a title in italics': {
      lang: 'en',
      text: 'She wrote *[Quiet Harbour](place)* last year.',
      expected: 'work: Quiet Harbour',
    },
    'a ship in italics': { lang: 'en', text: 'We saw the *[Corran](place)* there.', expected: 'product: Corran' },
    'what is manufactured': { lang: 'en', text: 'They manufacture the [Dart](place).', expected: 'product: Dart' },
  }
  test.each(Object.entries(cases))('%s', (_, { lang, text, expected }) => {
    // A finder that is not sure of itself: the text decides.
    const { prose, names } = readMarkedNames(text, lang ?? 'fr')
    const unsure = names.map((name) => ({ ...name, confidence: 0.5 }))
    expect(show(linkReferences()({ prose, names: unsure }, new VFile()))).toEqual([expected])
  })
})

describe('nouns and pronouns', () => {
  const cases: Record<string, { lang?: Language; text: string; expected: string[] }> = {
    'a noun for the only firm': {
      text: '[Kalix](organization) grandit. L’entreprise recrute.',
      expected: ['L’entreprise → Kalix'],
    },
    'a noun that the text has used': {
      text: 'La coopérative [Breval](organization) vend à [Kalix](organization). La coopérative grandit.',
      expected: ['La coopérative → Breval'],
    },
    'a noun that fits two firms alike stays open': {
      text: 'Selon [Kalix](organization) et [Breval](organization), tout va. L’entreprise recrute.',
      expected: [],
    },
    'a noun of another sort': {
      text: '[Kalix](organization) paie la [Fondation Orme](organization). La fondation remercie.',
      expected: ['La fondation → Fondation Orme'],
    },
    'a noun with a complement is something else': {
      text: '[Kalix](organization) grandit. Le groupe de travail se réunit.',
      expected: [],
    },
    'a noun and where that is': {
      text: '[Kalix](organization) grandit. En 2020, l’entreprise de [Brest](place) a recruté.',
      expected: ['l’entreprise → Kalix'],
    },
    'a noun that describes the next name': {
      text: '[Kalix](organization) grandit. Le groupe espagnol [Orsa](organization) aussi.',
      expected: [],
    },
    'a noun of the name': {
      text: 'Les [Papeteries Orme](organization) ferment. La papeterie comptait 90 salariés.',
      expected: ['La papeterie → Papeteries Orme'],
    },
    'a pronoun for the subject': {
      text: '[Kalix](organization) grandit. Elle recrute à [Brest](place).',
      expected: ['Elle → Kalix'],
    },
    'an impersonal pronoun': {
      text: '[Kalix](organization) grandit. Il faut recruter, et il est difficile de loger.',
      expected: [],
    },
    'a pronoun of the other gender': {
      text: 'La directrice, [Lise Orme](person), parle. Il pleut.',
      expected: [],
    },
    'a plural pronoun for a plural name': {
      text: 'Les [Ateliers Orme](organization) ferment. Ils ont signé un accord.',
      expected: ['Ils → Ateliers Orme'],
    },
    'what the verb takes for a subject': {
      text: '[Boues](work), de [Lise Orme](person). Elle travaille à l’[Inrae](organization).',
      expected: ['Elle → Lise Orme'],
    },
    'a possessive that opens a sentence': {
      lang: 'en',
      text: '[Kalix](organization) grew. Its chairman left.',
      expected: ['Its → Kalix'],
    },
    'a defined term': {
      lang: 'en',
      text: '[Kalix](organization) met [Breval](organization). [Kalix](organization) won. The Company is happy.',
      expected: ['The Company → Kalix'],
    },
    'the first person of a page': {
      text: '[Kalix](organization) brasse à [Brest](place). Nous recrutons. Notre cuve est neuve.',
      expected: ['Nous → Kalix', 'Notre → Kalix'],
    },
    'the first person of a page is not whom it is named beside': {
      lang: 'en',
      text: 'We bought [Breval](organization), and [Breval](organization) grew. [Kalix](organization) brews. Write to hi@kalix.example, we answer.',
      expected: ['We → Kalix', 'we → Kalix'],
    },
    'the first person at an organization': {
      lang: 'en',
      text: 'At [Kalix](organization), we brew. Our [Breval](organization) is fine. We like [Breval](organization).',
      expected: ['we → Kalix', 'Our → Kalix', 'We → Kalix'],
    },
    'who says who they are': {
      lang: 'en',
      text: '[Breval](organization) grew and [Breval](organization) fell. We are [Kalix](organization). Our vats are new.',
      expected: ['We → Kalix', 'Our → Kalix'],
    },
    'the first person of the writer': {
      text: 'Je préside [Breval](organization). On a voté. Notre cuve est neuve, et nous aussi.',
      expected: ['Notre → Breval', 'nous → Breval'],
    },
    'the first person of the writer, over a number': {
      text: 'Je préside depuis 12 ans [Breval](organization). On a voté. Notre cuve est neuve.',
      expected: ['Notre → Breval'],
    },
    'a quoted first person is the speaker’s': {
      text: '« Nous recrutons », dit [Lise Orme](person), directrice de [Kalix](organization), à [Orsa](organization).',
      expected: ['Nous → Kalix'],
    },
    'a quoted first person of nobody known': { text: '« Nous recrutons », dit [Lise Orme](person).', expected: [] },
  }
  test.each(Object.entries(cases))('%s', (_, { lang, text, expected }) => {
    expect(showResolved(link(text, lang))).toEqual(expected)
  })

  test('the first person of an interview is the interviewee’s, the second person of a question too', () => {
    const references = link(
      `*Entretien avec [Lise Orme](person), directrice de [Kalix](organization).*

**Vous avez racheté [Breval](organization) ?**

Oui, nous l’avons rachetée.

**Pourquoi ?**

[Breval](organization) est un joyau.`,
    )
    expect(showResolved(references)).toEqual(['Vous → Kalix', 'nous → Kalix'])
  })
})

test('mentions are slices in text order and point at entities in order of first mention', () => {
  const word = fc.constantFrom(
    'l’entreprise',
    'elle',
    'Nous',
    'notre',
    '« ',
    ' »',
    '.',
    ', ',
    '(',
    ')',
    'baptisé',
    'de',
    '[Kalix](organization)',
    '[AF](organization)',
    '[Agence de la forêt](organization)',
    '[Lise Orme](person)',
    '[Orme](person)',
    '[Valence](place)',
    '\n\n',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.constantFrom<Language>('fr', 'en'), (words, lang) => {
      const { prose, names } = readMarkedNames(words.join(' '), lang)
      const { entities, mentions } = linkReferences()({ prose, names }, new VFile())
      const seen: number[] = []
      let last = 0
      for (const { start, end, exact, entity } of mentions) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(exact).toBe(prose.text.slice(start, end))
        if (!seen.includes(entity)) seen.push(entity)
        last = end
      }
      expect(seen).toEqual([...entities.keys()])
      expect(mentions.filter(({ kind }) => kind === 'name' || kind === 'acronym')).toHaveLength(names.length)
    }),
    { numRuns: 150 },
  )
})
