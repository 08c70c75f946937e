import type { Category } from '../model.ts'

/** `f`, `m`, or null where the noun says nothing. */
export type Gender = 'f' | 'm' | null

/** What sort of organization a noun names; nouns and names of different sorts do not refer to each other. */
export type OrganizationSort = 'business' | 'public' | 'association' | null

/** A common noun that can stand for something named before: `l’entreprise`, `the report`. */
export interface NominalNoun {
  category: Category
  gender: Gender
  plural: boolean
  sort: OrganizationSort
  /** Only for what the text calls so elsewhere: `la ville` is more often the place. */
  called: boolean
}

/** What a language refers back with. Keys are word forms as `readWords` gives them. */
export interface ReferenceLexicon {
  nominals: ReadonlyMap<string, NominalNoun>
  /** Singular determiners after which a noun is known already. */
  definite: ReadonlySet<string>
  /** Determiners that point back on their own: `cette`, `this`. */
  demonstrative: ReadonlySet<string>
  /** Words that may stand between the determiner and the noun: `premier`, `new`. */
  adjectives: ReadonlySet<string>
  /** Words after a nominal that show that it is about something else: `l’entreprise de …`, `the company that …`. */
  complements: ReadonlySet<string>
  /** Subject pronouns of the third person, with gender and number. */
  subjectPronouns: ReadonlyMap<string, { gender: Gender; plural: boolean; categories: readonly Category[] }>
  /** Words after a subject pronoun that make it impersonal: `il faut`, `it is`. */
  impersonal: ReadonlySet<string>
  /** Forms of *be* after a subject pronoun, and the words that make it impersonal later on: `il est difficile de`. */
  be: ReadonlySet<string>
  clauseOpeners: ReadonlySet<string>
  /** Members of `definite` that are a preposition and an article in one: `du`, `au`. */
  contracted: ReadonlySet<string>
  /** First person plural: `nous`, `notre`, `we`, `our`. */
  firstPerson: ReadonlySet<string>
  /** Second person, by which an interviewer means the interviewee’s side. */
  secondPerson: ReadonlySet<string>
  /** Possessives of the third person: `son`, `its`. */
  possessives: ReadonlySet<string>
  /** Plural articles: a name behind one takes plural pronouns. */
  plurals: ReadonlySet<string>
  /** Words after which a clause, and with it a new subject, begins. */
  openers: ReadonlySet<string>
  /** Organs and sites that stand for their organization, with a definite article: `la direction`, `the board`, `l’usine`. */
  organs: ReadonlySet<string>
  articles: ReadonlySet<string>
  /** Prepositions: a name behind one is not its sentence's subject. */
  prepositions: ReadonlySet<string>
  /** Kinds of publication that often go without a title, as two words: `livre blanc`. */
  describedWorks: readonly (readonly [string, string])[]
  /** Join a name to another of its names: `baptisé`, `known as`. */
  naming: ReadonlySet<string>
}
