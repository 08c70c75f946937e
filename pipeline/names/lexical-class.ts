/** Kinds of ordinary words that say what a name beside them names. */
export const LEXICAL_CLASSES = [
  'title',
  'role',
  'organizationNoun',
  'placeNoun',
  'venueNoun',
  'eventNoun',
  'productNoun',
  'workNoun',
  'initiativeNoun',
  'speech',
  'naming',
  'motion',
  'determiner',
  'possessive',
  'of',
  'locative',
  'preposition',
  'conjunction',
  'pronoun',
  'auxiliary',
  'family',
  'calendar',
] as const
export type LexicalClass = (typeof LEXICAL_CLASSES)[number]

/** Words of each class, lower case, separated by spaces; a word counts for the first class that holds it. */
export type NameLexicon = Readonly<Record<LexicalClass, string>>
