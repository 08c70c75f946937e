import type { Category } from '../model.ts'

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

/** What a language knows of names beside its lexicon; everything in lower case. */
export interface NameLanguage {
  lexicon: NameLexicon
  /** Capitalised common nouns: a name made only of these and of links is none. */
  commonNouns: string
  /** Acronyms of kinds of things, which name nothing. */
  commonAcronyms: string
  /** Nouns whose class says nothing sure of the name that follows. */
  vagueNouns: string
  /** Descriptions before a name, which are no part of it, and what they say it is. */
  descriptions: Readonly<Record<string, Category>>
}
