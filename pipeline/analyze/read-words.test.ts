import { expect, test } from 'vitest'
import type { Language } from '../model.ts'
import { readWords } from './read-words.ts'

const cases: Record<string, { lang: Language; text: string; expected: string }> = {
  'French elisions': { lang: 'fr', text: "L’Ademe, jusqu'à l'été", expected: "l'|ademe|,|jusqu'|à|l'|été" },
  'a word that only looks elided': {
    lang: 'fr',
    text: 'Aujourd’hui, presqu’île',
    expected: "aujourd'hui|,|presqu'|île",
  },
  'inverted pronouns': { lang: 'fr', text: 'a-t-elle dit, répond-il', expected: 'a|elle|dit|,|répond|il' },
  'hyphens inside words': { lang: 'fr', text: 'vice-président, là-bas', expected: 'vice-président|,|là-bas' },
  'English clitics': { lang: 'en', text: "it’s not Leeds's; we've", expected: "it|'s|not|leeds|'s|;|we|'ve" },
  'English negation': { lang: 'en', text: "doesn’t can't", expected: "does|n't|ca|n't" },
  'a clitic behind a mark': { lang: 'en', text: '’s own', expected: "'s|own" },
  'an apostrophe that is none': { lang: 'en', text: "'quoted' words", expected: "'|quoted|'|words" },
  'numbers with separators': { lang: 'fr', text: '38 000 t, 4,5 %', expected: '38 000|t|,|4,5|%' },
}

test.each(Object.entries(cases))('%s', (_, { lang, text, expected }) => {
  expect(
    readWords(text, lang)
      .map(({ form }) => form)
      .join('|'),
  ).toBe(expected)
})

test('words are slices in order', () => {
  const text = 'L’équipe d’Awa — « dit-elle » — n’a pas 3 % de l’eau.'
  let last = 0
  for (const { start, end } of readWords(text, 'fr')) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
    last = end
  }
  expect(last).toBe(text.length)
})
