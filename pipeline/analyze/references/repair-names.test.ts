import { describe, expect, test } from 'vitest'
import type { Language } from '../../model.ts'
import { readMarkedNames } from '../../test/read-marked-names.ts'
import { repairNames } from './repair-names.ts'

function repair(source: string, lang: Language): string[] {
  const { prose, names } = readMarkedNames(source, lang)
  return repairNames(prose, names).map(({ start, end, category }) => `${category}: ${prose.text.slice(start, end)}`)
}

describe('the ends of names', () => {
  test.each<[string, Language, string, string[]]>([
    ['a year behind a name', 'fr', 'La démarche [Souffle en 2026](initiative) change.', ['initiative: Souffle']],
    ['a year that is the name’s', 'fr', 'Le plan [Cap 2038](initiative) change.', ['initiative: Cap 2038']],
    ['an amount behind a name', 'fr', 'et [Verlis 8](product) millions.', ['product: Verlis']],
    ['an amount alone', 'en', 'We put £[3.5m](organization) aside.', []],
    [
      'a legal form',
      'en',
      'owned by [Orsa & Kalix Group](organization) plc.',
      ['organization: Orsa & Kalix Group plc'],
    ],
    ['a range of years', 'en', 'The [Brest Plan 2025](initiative)–2035 is out.', ['initiative: Brest Plan 2025–2035']],
    ['a possessive', 'en', 'the [Orsa’s](organization) site', ['organization: Orsa']],
    [
      'what an adjective and a noun describe',
      'en',
      'the [Indian conglomerate Kalix Group](organization) grows',
      ['organization: Kalix Group'],
    ],
    [
      'an adjective in a name',
      'en',
      'the [Danish Water Institute](organization)',
      ['organization: Danish Water Institute'],
    ],
    [
      'the noun that heads a plan',
      'fr',
      'Le Plan Directeur de [Sobriété 2030](initiative) est voté.',
      ['initiative: Plan Directeur de Sobriété 2030'],
    ],
    [
      'the head of a public body',
      'fr',
      'Le ministère de l’[Énergie](organization) répond.',
      ['organization: ministère de l’Énergie'],
    ],
    ['a noun that describes', 'fr', 'racheté par le [groupe Coriol](organization)', ['organization: Coriol']],
    ['inhabitants', 'fr', 'Les [Alsaciens de Papyrol](organization) rient.', ['organization: Papyrol']],
    ['a unit', 'fr', 'pompait 700 000 [m³](product) ici, et le [TWh](concept) coûte', ['concept: TWh']],
    ['two lines', 'fr', 'Le groupe [Vert\\\nVille](organization) recrute', ['organization: Vert']],
    ['a law', 'fr', 'la loi [Égalim](work) impose', ['work: loi Égalim']],
    [
      'two sentences',
      'en',
      'the [University of Leeds. Orsa](organization) has',
      ['organization: University of Leeds', 'organization: Orsa'],
    ],
    [
      'where a firm is from',
      'en',
      '[Kalix Industries of Osaka](work) grows',
      ['organization: Kalix Industries', 'place: Osaka'],
    ],
    [
      'a place in a name',
      'en',
      'the [Royal Society of Leeds](organization) met',
      ['organization: Royal Society of Leeds'],
    ],
    ['a title', 'en', 'met [Dr. Lise Orme](person) there', ['person: Lise Orme']],
    ['an initial', 'en', 'met [J. Dupont](person) there', ['person: J. Dupont']],
    [
      'a person and an event',
      'fr',
      '[Lise Orme](person) arrive. Vu par [Lise Orme au Salon Aqua](organization).',
      ['person: Lise Orme', 'person: Lise Orme', 'event: Salon Aqua'],
    ],
    [
      'a field of work before an organization',
      'fr',
      'Le [Groupe Kalix](organization) recrute. La directrice de [Durabilité de Groupe Kalix](organization) part.',
      ['organization: Groupe Kalix', 'organization: Groupe Kalix'],
    ],
    ['an organ', 'fr', 'le [conseil d’administration](concept) vote', []],
  ])('%s', (_, lang, source, expected) => {
    expect(repair(source, lang)).toEqual(expected)
  })
})
