import { expect, test } from 'vitest'
import type { Language } from '../../model.ts'
import { readMarkedNames } from '../../test/read-marked-names.ts'
import { addItalicNames, findItalicNames } from './italic-names.ts'

function find(source: string, lang: Language): string[] {
  const { prose, names } = readMarkedNames(source, lang)
  const all = addItalicNames(prose, names, findItalicNames(prose))
  return all.map(({ start, end, category }) => `${category}: ${prose.text.slice(start, end)}`)
}

test.each<[what: string, lang: Language, source: string, expected: string[]]>([
  ['a report', 'en', 'They published *Money with a Memory* in May.', ['work: Money with a Memory']],
  ['small words', 'fr', 'On aime *La Bouteille et le Torrent* ici.', ['work: La Bouteille et le Torrent']],
  ['a product', 'en', 'If you own the *Wanderer*, bring it.', ['product: Wanderer']],
  ['a part that was found', 'fr', 'Son livre *Sylva, un an après* paraît.', ['work: Sylva, un an après']],
  ['a name that was found', 'en', 'We read *[Kalix](organization)* daily.', ['organization: Kalix']],
  ['a name that goes on', 'en', 'the [Kalix *Dart*](product) sells', ['product: Kalix Dart']],
  ['a stressed word', 'en', 'It is *not* so. *Never* was. Do it *NOW* then.', []],
  ['a stressed time', 'fr', '*D’ici 2030*, tout change.', []],
  ['a sentence', 'en', 'She said *We are ready* and left.', []],
  ['a whole paragraph', 'fr', '*Propos recueillis par Kalix*', []],
  ['a foreign expansion', 'fr', 'La COP (*Conference of the Parties*) approche.', []],
  ['a remark', 'fr', 'Il sourit. *(Rires.)* Puis se tait.', []],
])('%s', (_, lang, source, expected) => {
  expect(find(source, lang)).toEqual(expected)
})
