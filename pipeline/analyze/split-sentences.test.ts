import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Language } from '../model.ts'
import { splitSentences } from './split-sentences.ts'

function split(text: string, lang: Language, kind: Block['kind'] = 'paragraph'): string[] {
  const block: Block = { kind, start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length, section: 0 }
  return splitSentences(text, [block], lang).map(({ start, end }) => text.slice(start, end))
}

/** `|` stands where a sentence ends and the next begins. */
function expectSplit(lang: Language, marked: string): void {
  const sentences = marked.split('|').map((sentence) => sentence.trim())
  expect(split(marked.replaceAll('|', ''), lang)).toEqual(sentences)
}

describe('French', () => {
  it.each([
    'Xiaomi recycle 38 000 tonnes.| Le groupe investit aussi.',
    'M. Dupont et Mme. Martin sont venus.| Ils ont parlé.',
    'Le Dr. Ait et le Pr. Roux cf. Annexe.| Fin.',
    'L’art. 5 et l’art. L. 123-4 du code.| Rien d’autre.',
    'Des piles, des câbles, etc. sont repris.| Oui.',
    'Des piles, des câbles, etc.| Le groupe les reprend.',
    'Voir p. 12 et no. 5.| Suite.',
    'J. Dupont et J.-P. Martin l’ont dit.| Puis rien.',
    'Selon J. Le Goff, non.| Bien.',
    'Né av. J.-C. à Rome.| Mort après.',
    'Elle vit aux U.S. avec lui.| Elle en revient.',
    'Un taux de 3.5 pour 1.200 habitants.| C’est peu.',
    'En 2040.| En 2050 aussi.',
    'Il a dit… puis rien.| Fin.',
    'Il hésite…| Puis il part.',
    'Il hésite...| Puis il part.',
    'Vraiment ?| Oui !| Bien.',
    'Quoi ? !| Rien.',
    'Le mouvement En Marche ! a gagné.| Bien.',
    'Avec Maintenant! nous agissons.| Bien.',
    'Un portail Yahoo! Japan existe.| Oui.',
    '« Le futur sera vert. »| Elle sourit.',
    '« Nous irons ! » dit-elle.| Puis elle part.',
    'Il l’a dit (voir plus bas).| Puis il part.',
    'Il part.| « Bien », dit-elle.',
    'Il part.| (Elle reste.)| Fin.',
    'Il part.| À demain.| Élise reste.',
    'Il aime iTélé.| iPhone ou rien.',
    'Voir maillage.fr/fr.| Et puis.',
    '1. Recycler les piles.| Les reprendre.',
    'a. Recycler.| Reprendre.',
    'Il part : Puis revient.',
    'Il part.| 20 personnes restent.',
  ])('%s', (marked) => expectSplit('fr', marked))
})

describe('English', () => {
  it.each([
    'Mr. Smith met Dr. Jones.| They spoke.',
    'Apple Inc. said so.| It was right.',
    'It belongs to Apple Inc.| The company agreed.',
    'The U.S. Senate met.| It voted.',
    'She left the U.S.| She came back.',
    'Tools, e.g. hammers, i.e. Things.| Done.',
    'See No. 5 and Fig. 2.| Then go.',
    'I said no.| Then I left.',
    'J. R. Smith wrote it.| He is old.',
    'At 5 p.m. the sun set.| It was dark.',
    'He left at 5 p.m.| The sun set.',
    'St. Gallen is far.| We went.',
    'It costs $3.50 at most.| Fine.',
    '"A target is a poem."| He smiled.',
    'Is it?| No.| It is not.',
    'Version 2.0.1 is out.| Get it.',
    'He came on Jan. 5 and left.| Good.',
  ])('%s', (marked) => expectSplit('en', marked))
})

it('ends a sentence at a hard line break where the next line looks like a start', () => {
  expect(split('Un poème.\nde deux lignes', 'fr')).toEqual(['Un poème.', 'de deux lignes'])
  expect(split('12 rue des Lilas\n80000 Amiens', 'fr')).toEqual(['12 rue des Lilas', '80000 Amiens'])
  expect(split('une phrase\nqui continue', 'fr')).toEqual(['une phrase\nqui continue'])
  expect(split('avec Foo,\nBar et Baz', 'fr')).toEqual(['avec Foo,\nBar et Baz'])
})

it('keeps headings whole, splits cells apart and leaves code out', () => {
  expect(split('Pourquoi ? Parce que.', 'fr', 'heading')).toEqual(['Pourquoi ? Parce que.'])
  expect(split('a. B. C', 'fr', 'code')).toEqual([])
  const text = 'Foo\t\tBar. Baz'
  const cells = [
    { start: 0, end: 3 },
    { start: 4, end: 4 },
    { start: 5, end: 13 },
  ]
  const row: Block = { kind: 'tableRow', start: 0, end: 13, sourceStart: 0, sourceEnd: 13, section: 0, cells }
  expect(splitSentences(text, [row], 'fr').map(({ start, end }) => text.slice(start, end))).toEqual([
    'Foo',
    'Bar.',
    'Baz',
  ])
})

it('puts every character but spaces into exactly one sentence, in order', () => {
  const piece = fc.constantFrom(
    'a',
    'M.',
    'U.S.',
    'B',
    '.',
    '!',
    '?',
    '…',
    ' ',
    '\n',
    '\u00a0',
    '«',
    '»',
    '”',
    '’',
    '(',
    ')',
    '1',
    '-',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom<Language>('fr', 'en'), (pieces, lang) => {
      const text = pieces.join('')
      const sentences = split(text, lang)
      expect(sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const sentence of sentences) expect(sentence).toBe(sentence.trim())
    }),
  )
})
