import type { Language } from '../model.ts'

/** Words that are frequent in one language and no word of the other. */
const STOP_WORDS: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    `le la les des du un une et est sont dans pour par sur avec sans qui que ce cette ces il elle ils elles nous vous leur leurs
    mais ou où au aux ne pas plus son sa ses notre nos votre vos été être avoir fait comme entre aussi afin selon ainsi dont`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `the of and to in is are was were for with that this these those it its they their we our you your he she his her be been
    has have had not but by from at as an or which who will would can could more than into about between also`.split(
      /\s+/,
    ),
  ),
}

/** As much of a text as decides it, in UTF-16 code units. */
const ENOUGH = 20_000

/** French or English, by which one's stop words are more frequent; English where neither has any. */
export function detectLanguage(text: string): Language {
  const counts = { fr: 0, en: 0 }
  for (const [word] of text
    .slice(0, ENOUGH)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    if (STOP_WORDS.fr.has(word)) counts.fr++
    if (STOP_WORDS.en.has(word)) counts.en++
  }
  return counts.fr > counts.en ? 'fr' : 'en'
}
