import { expect, test } from 'vitest'
import type { DocumentId, Language } from '../model.ts'
import { findTranslations } from './pages.tsx'

const documents = (entries: Record<string, Language>) =>
  Object.entries(entries).map(([path, lang]) => ({ id: path as DocumentId, path, lang }))

test.each<[string, Record<string, Language>, string[]]>([
  ['folders', { 'fr/cop.md': 'fr', 'en/cop.md': 'en' }, ['fr/cop.md', 'en/cop.md']],
  ['folders within folders', { 'news/fr/cop.md': 'fr', 'news/en/cop.md': 'en' }, ['news/fr/cop.md', 'news/en/cop.md']],
  ['ends of names', { 'cop.fr.md': 'fr', 'cop.en.md': 'en' }, ['cop.fr.md', 'cop.en.md']],
  ['one that names none', { 'cop.md': 'fr', 'cop-en.md': 'en' }, ['cop.md', 'cop-en.md']],
  ['not two in one language', { 'fr/cop.md': 'fr', 'en/cop.md': 'fr' }, []],
  ['not other names', { 'fr/cop.md': 'fr', 'en/report.md': 'en' }, []],
  ['not words that end like a language', { 'bien.md': 'fr', 'bi.md': 'en' }, []],
])('versions in two languages: %s', (_, entries, expected) => {
  const list = documents(entries)
  const found = findTranslations(list).get(list[0]?.id ?? '') ?? []
  expect(found.map(({ path }) => path)).toEqual(expected)
})
