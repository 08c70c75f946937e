import type { Category, Predicate } from '../model.ts'

export type Tense =
  | 'present'
  | 'past'
  | 'future'
  | 'conditional'
  | 'infinitive'
  /** Past participle; in English also the past where both are one form. */
  | 'participle'
  /** French present participle, English -ing form. */
  | 'gerund'

/** One way in which a verb states a relation. Read with its grammatical subject first. */
export interface VerbFrame {
  /** Name of the pattern, part of a claim's `extractor`. */
  id: string
  predicate: Predicate
  /** Categories of the relation's own subject and object. */
  subject: readonly Category[]
  object: readonly Category[]
  /** The verb's grammatical subject is the relation's object: `X présente le rapport Y` is Y presentedBy X. */
  inverse: boolean
  /** Prepositions that lead to the verb's complement; null when it is a direct object. */
  via: ReadonlySet<string> | null
  /** Only the passive states it: `est basé à`. */
  passive: boolean
  /** Done together: the complement is a partner in whatever the verb says, in any voice: `conçu avec X`. */
  joint: boolean
  /** Only with an amount of money beside it: `consacrera 48 millions à X`. */
  money: boolean
  /** Words right behind the verb that make it another one: `set up`, `mettre sur pied`; null when it stands alone. */
  particles: readonly string[] | null
  /** Only the reflexive states it: `s’offre X`. */
  reflexive: boolean
  /** It says that the relation has ended: `a quitté X`. */
  ends: boolean
  /** Between the complement and the direct object, whoever the subject is: `a cédé X à Y`, `a écrit X avec Y`. */
  transfer: boolean
  /** Prepositions a direct object may stand behind: `produit la gamme de carreaux X`. */
  through: ReadonlySet<string>
  confidence: number
}

export interface VerbForm {
  tense: Tense
  frames: readonly VerbFrame[]
}

/** A noun that states a relation between what it is said of (X) and its complement (Y): `X, filiale de Y`. */
export interface NounFrame {
  id: string
  predicate: Predicate
  subject: readonly Category[]
  object: readonly Category[]
  /** Y is the relation's subject: `X, maison mère de Y` is Y subsidiaryOf X. */
  inverse: boolean
  /** Prepositions before Y. */
  of: ReadonlySet<string>
  confidence: number
}

/** A noun for an act: `le rachat de Y par X`, `adhésion à Y`, `partenariat avec Y`. */
export interface ActFrame {
  id: string
  predicate: Predicate
  subject: readonly Category[]
  object: readonly Category[]
  inverse: boolean
  /** Prepositions before the relation's object. */
  to: ReadonlySet<string>
  /** Prepositions before the one who acts. */
  by: ReadonlySet<string>
  /** Needs one of these right before: `avec le soutien de`. */
  after: ReadonlySet<string> | null
  confidence: number
}

/** What a heading, introducing line or column header makes of the names that stand under it. */
export interface ListedFrame {
  predicate: Predicate
  /** The listed name is the relation’s subject: `Nos filiales`; else its object: `Nos produits`. */
  listed: 'subject' | 'object'
}

export interface RelationLexicon {
  listed: ReadonlyMap<string, ListedFrame>
  /** Headers of columns that hold what people do. */
  titleColumns: ReadonlySet<string>
  verbs: ReadonlyMap<string, VerbForm>
  nouns: ReadonlyMap<string, readonly NounFrame[]>
  acts: ReadonlyMap<string, readonly ActFrame[]>
  /** Head nouns of what people do: `directrice`, `officer`. */
  roles: ReadonlySet<string>
  /** Nouns behind a role that put it outside the text’s organization: `président de la région`. */
  elsewhere: ReadonlySet<string>
  /** Mark a role or relation as over: `ancien`, `former`. */
  former: ReadonlySet<string>
  /** Prepositions between a role and its organization. */
  roleOf: ReadonlySet<string>
  determiners: ReadonlySet<string>
  /** Prepositions that hold an article: `du`, `aux`. */
  contracted: ReadonlySet<string>
  /** Possessive determiners of the first and third person. */
  possessives: ReadonlySet<string>
  /** `de`, `of`: what belongs to something. */
  of: ReadonlySet<string>
  /** Prepositions of the agent: `par`, `by`. */
  by: ReadonlySet<string>
  /** `sous`, `under`: before the name that something is sold by. */
  under: ReadonlySet<string>
  /** Prepositions of a place: `à`, `in`. */
  at: ReadonlySet<string>
  prepositions: ReadonlySet<string>
  /** `et`, `and`. */
  conjunctions: ReadonlySet<string>
  /** Subject relative pronouns: `qui`, `which`. */
  relatives: ReadonlySet<string>
  /** Other words that open a clause: `que`, `si`, `when`. */
  subordinators: ReadonlySet<string>
  /** Relatives of the object: `que`, `which`. */
  objectRelatives: ReadonlySet<string>
  /** `dont`, `whose`. */
  whose: ReadonlySet<string>
  /** Titles that stand between a role and a name: `Dr`, `Mme`. */
  titles: ReadonlySet<string>
  /** Roles inside an organization: without one named, the text’s own is meant. */
  staff: ReadonlySet<string>
  /** `comme`, `such as`: what follows are examples of what stands before. */
  examples: ReadonlySet<string>
  /** `si`, `if`. */
  conditionals: ReadonlySet<string>
  /** What may stand inside a verb group without changing it: adverbs, object clitics. */
  fillers: ReadonlySet<string>
  reflexives: ReadonlySet<string>
  negations: ReadonlySet<string>
  have: ReadonlySet<string>
  be: ReadonlySet<string>
  /** Auxiliaries that put the verb into the future, or in doubt. */
  will: ReadonlySet<string>
  would: ReadonlySet<string>
  /** Verbs before an infinitive and what they make of it. */
  governors: ReadonlyMap<string, 'planned' | 'asserted' | 'hypothetical' | 'negative'>
  /** Prepositions between such a verb and the infinitive. */
  infinitiveMarkers: ReadonlySet<string>
  /** Nouns for a site of an organization: `usine`, `headquarters`. */
  facilities: ReadonlySet<string>
  /** Nouns for initiatives, works and products that belong to somebody: `la stratégie de X, appelée Y`. */
  owned: ReadonlyMap<string, Category>
  /** Organs through which an organization acts: `la direction de X`, `the board of X`. */
  organs: ReadonlySet<string>
  /** Forms of *to be* and *to become* between a subject and what it is. */
  copulas: ReadonlySet<string>
  /** Join a thing to its name: `baptisé`, `called`. */
  naming: ReadonlySet<string>
  /** Verbs of saying. */
  saying: ReadonlySet<string>
  /** `selon`, `d’après`: who is cited. */
  according: ReadonlySet<string>
  /** Pronouns that point at the head of the list item they stand in: `en`, `y`, `it`. */
  headPronouns: ReadonlySet<string>
  months: ReadonlySet<string>
  /** Before a year: `depuis`, `jusqu’en`, `en`. */
  times: { since: ReadonlySet<string>; until: ReadonlySet<string>; at: ReadonlySet<string> }
  /** Words for money. */
  money: ReadonlySet<string>
}

/** `predicate side: words`, one a line, as the `listed` table of a lexicon. */
export function readListed(text: string): ReadonlyMap<string, ListedFrame> {
  const frames = new Map<string, ListedFrame>()
  for (const line of text.trim().split('\n')) {
    const [head, words] = line.split(':') as [string, string]
    const [predicate, listed] = head.trim().split(' ') as [Predicate, ListedFrame['listed']]
    for (const word of wordSet(words)) frames.set(word, { predicate, listed })
  }
  return frames
}

/** The words of a string, as a set; an empty string has none. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
