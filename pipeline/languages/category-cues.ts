import type { Category } from '../model.ts'

/** What the words around a name tell of its category. Keys are word forms as `readWords` gives them. */
export interface CategoryCues {
  /** Nouns that stand before a name and say what it is: `la société X`, `the ferry X`. */
  descriptors: ReadonlyMap<string, Category>
  /** Words of names themselves: `Fondation …`, `… Summit`. */
  nameWords: ReadonlyMap<string, Category>
  /** `la ville de X`: nouns whose complement is a name of the category. */
  complements: ReadonlyMap<string, Category>
  /** Verb forms whose object is of the category: `racheter`, `fabriquer`. */
  objects: ReadonlyMap<string, Category>
  /** Words before which `à X`, `in X` is a place: `siège`, `based`. */
  located: ReadonlySet<string>
  /** Words of names that only occasions have: `… Summit`, `Festival …`. */
  occasionWords: ReadonlySet<string>
  /** `lors de`, `during`. */
  occasions: ReadonlySet<string>
}
