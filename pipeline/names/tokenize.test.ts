import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TokenClass, tokenize } from './tokenize.ts'

function words(text: string): string[] {
  const tokens = tokenize(text)
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.starts[i], tokens.ends[i]))
}

describe('tokenize', () => {
  it.each<[string, string[]]>([
    ["l’Ademe, d'Apple", ['l’', 'Ademe', ',', "d'", 'Apple']],
    ['Qu’est-ce jusqu’à lorsqu’il', ['Qu’', 'est-ce', 'jusqu’', 'à', 'lorsqu’', 'il']],
    ["aujourd'hui presqu’île O'Brien", ["aujourd'hui", 'presqu’île', "O'Brien"]],
    ["Google's plan, James' plan", ['Google', "'s", 'plan', ',', 'James', "'", 'plan']],
    ["don't", ["don't"]],
    ['beta.gouv.fr et data.gouv.fr. Fin', ['beta.gouv.fr', 'et', 'data.gouv.fr', '.', 'Fin']],
    ['pdf.js 1jeune1solution #5', ['pdf.js', '1jeune1solution', '#5']],
    ['GE100% 100 % 55%', ['GE100%', '100', '%', '55', '%']],
    ['Erasmus+, C++ et C# (R&D)', ['Erasmus+', ',', 'C++', 'et', 'C#', '(', 'R&D', ')']],
    ['A + B, a+b', ['A', '+', 'B', ',', 'a', '+', 'b']],
    ['Plante & Moi', ['Plante', '&', 'Moi']],
    ['la S.N.C.F. et J. Dupont', ['la', 'S.N.C.F.', 'et', 'J.', 'Dupont']],
    ['M.-C. Tessier', ['M.-C.', 'Tessier']],
    ['la fin.Le début', ['la', 'fin', '.', 'Le', 'début']],
    ['Val-de-Marne, Sai-wai', ['Val-de-Marne', ',', 'Sai-wai']],
    ['ex-OVHcloud ex-mari', ['ex', '-', 'OVHcloud', 'ex-mari']],
    ['Paris-based, Google-owned', ['Paris', '-', 'based', ',', 'Google', '-', 'owned']],
    ['1.127 millions, 3,5 kg', ['1.127', 'millions', ',', '3,5', 'kg']],
    ['a@beta.gouv.fr @pelle-v', ['a@beta.gouv.fr', '@pelle-v']],
    ['voir https://exemple.fr/a?b=c.', ['voir', 'https://exemple.fr/a?b=c', '.']],
    ['Fin… Suite... 🎉', ['Fin', '…', 'Suite', '...', '🎉']],
    ['élu.e.s', ['élu.e.s']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('says what a token looks like', () => {
    const text = 'plan Paris DINUM J. OVHcloud 28 COP28 , 🎉 www.a.fr a@b.fr @moi #5'
    const { count, classes } = tokenize(text)
    expect(Array.from(classes.subarray(0, count))).toEqual([
      TokenClass.lower,
      TokenClass.capitalized,
      TokenClass.upper,
      TokenClass.initial,
      TokenClass.mixed,
      TokenClass.number,
      TokenClass.alphanumeric,
      TokenClass.punctuation,
      TokenClass.symbol,
      TokenClass.url,
      TokenClass.email,
      TokenClass.handle,
      TokenClass.hashtag,
    ])
  })

  it('covers every visible character once, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Za-z0-9 .,'’@#&+%:/\n-]*$/)),
        (text) => {
          const { count, starts, ends } = tokenize(text)
          let at = 0
          for (let i = 0; i < count; i++) {
            expect(starts[i]).toBeGreaterThanOrEqual(at)
            expect(
              text
                .slice(at, starts[i])
                .trim()
                .replace(/[\p{Cc}\p{Z}\u200B\uFEFF]/gu, ''),
            ).toBe('')
            expect(ends[i]).toBeGreaterThan(starts[i] as number)
            at = ends[i] as number
          }
          expect(
            text
              .slice(at)
              .trim()
              .replace(/[\p{Cc}\p{Z}\u200B\uFEFF]/gu, ''),
          ).toBe('')
        },
      ),
    )
  })
})
