/** What a language knows about full stops that are not the end of a sentence. Words are written without their last stop. */
export interface SentenceGrammar {
  /** Titles and the like, after which a sentence goes on whatever follows: `M.`, `Dr.`, `vs.` */
  beforeName: ReadonlySet<string>
  /** Go on when a number follows: `no. 5`, `p. 12`. */
  beforeNumber: ReadonlySet<string>
  /** Parts of names and dates, which end a sentence only before one of `starters`: `Inc.`, `U.S.`, `Jr.` */
  insideName: ReadonlySet<string>
  /** Lower-case words that often begin a sentence and hardly ever continue a name. */
  starters: ReadonlySet<string>
}
