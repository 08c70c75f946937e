import type { TargetKind } from '../model.ts'

/** What a word or phrase says about how a figure is meant. */
export type CueKind =
  /** Somebody binds or aims: `s’engage à`, `objectif`, `has pledged`. */
  | 'commit'
  /** Weaker signs of the same, which need a date beside them: `doit`, `plan`, `is to`. */
  | 'intend'
  /** It is past: `a déjà réduit`, `has cut`, `since`. */
  | 'past'
  /** Somebody expects it: `pourrait`, `prévoit que`, `is expected to`. */
  | 'forecast'
  /** Somebody asks it of others: `a demandé que`, `calls on`. */
  | 'demand'
  /** It hangs on a condition: `si`, `would`. */
  | 'hypothesis'
  /** It is not so: `n’a pas`, `no target`. */
  | 'negation'
  /** Somebody speaks: `a annoncé que`, `said`. */
  | 'report'
  /** It is somebody’s plan where the figure is their own (`table sur une baisse de ses émissions`), else a forecast. */
  | 'expect'
  /** At the head of a clause, what grows or falls by itself: `la demande`, `the market`. */
  | 'trend'
  /** A goal that was: `ancien`, `previous`; gives up the target of the word beside it. */
  | 'former'
  | 'withdrawn'
  /** The date of a goal was changed: `repoussé à`, `moved the date to`. */
  | 'moved'
  | 'achieved'
  | 'progress'

/** A goal that its own words measure: `neutralité carbone`, `net zero`. */
export interface GoalTerm {
  kind: TargetKind
  /** The figure the words give; null where the goal is a name (`net zero`). */
  value: number | null
}

/** The column of a table, by what its header says. */
export type ColumnRole = 'measure' | 'deadline' | 'baseline' | 'status' | 'actor' | 'value' | 'theme'

/** What a language says commitments with; phrases are token forms, alternatives separated by `|`. */
export interface TargetLexicon {
  cues: readonly (readonly [phrase: string, kind: CueKind])[]
  /** Goals that need no figure. */
  goals: readonly (readonly [phrase: string, goal: GoalTerm])[]
  /** Verbs that do away with something, in the forms that may state a target; the object is the metric. */
  phaseOuts: readonly string[]
  /** Words for the whole of something, which is a share of all of it: `toutes nos`, `every`, `entirely`. */
  wholes: readonly string[]
  /** Words for none of something: `plus aucun`, `no`. */
  nones: readonly string[]
  /** What the whole of something may be brought to: `électriques`, `recycled`. */
  qualities: readonly string[]
  /** What companies do away with: `plastique`, `coal`. */
  banished: readonly string[]
  /** Stand for the figure told before: `this share`, `ce seuil`. */
  figures: readonly string[]
  /** Verbs and nouns of spending. */
  spending: readonly string[]
  /** Kinds by words that are looked for in what is measured, first match wins. */
  kinds: readonly (readonly [kind: TargetKind, stems: readonly string[]])[]
  /** Verbs that open a list item or a coordinated clause, where their form does not tell them (English). */
  actions: readonly string[]
  /** Words that say a figure goes down or up. */
  reduce: readonly string[]
  increase: readonly string[]
  /** Between clauses that may each state a target: `et`, `puis`. */
  coordinators: readonly string[]
  /** Between clauses of which one says nothing about the other: `mais`, `while`. */
  contrasts: readonly string[]
  /** Opens a clause on what is before: `qui`, `which`. */
  relatives: readonly string[]
  /** Before a figure that is today's or yesterday's: `contre`, `up from`. */
  comparedWith: readonly string[]
  /** Prepositions: a name after one is no subject. */
  prepositions: readonly string[]
  /** `membres`, `adhérents`: those who act for the name after them. */
  membership: readonly string[]
  /** First person plural, in forms that stand for the page's own organization. */
  firstPerson: readonly string[]
  /** Third-person pronouns that may be a subject. */
  pronouns: readonly string[]
  /** Nouns that stand for an organization told before: `l’entreprise`, `the company`. */
  nominals: readonly string[]
  /** Nouns that stand for those who decide in the document's own organization: `la direction`, `the board`. */
  boards: readonly string[]
  /** Nouns for groups that no name stands for: a promise of theirs has no actor. */
  others: readonly string[]
  /** `ses`, `its`: what follows belongs to the subject. */
  possessives: readonly string[]
  /** Words in or beside the name of a group whose members promise together. */
  coalitions: readonly string[]
  /** Words a metric may begin with and does without: `ses`, `its`. */
  determiners: readonly string[]
  /** Words that end a metric. */
  metricEnds: readonly string[]
  /** Prepositions that open the part of the whole that is covered: `dans`, `across`. */
  scopeOpenings: readonly string[]
  columns: readonly (readonly [phrase: string, role: ColumnRole])[]
  /** Headings above commitments: `nos engagements`, `targets`. */
  headings: readonly string[]
  /** Headings and lines above what is done: `déjà fait`, `progress`. */
  doneHeadings: readonly string[]
}
