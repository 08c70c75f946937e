import { ENGLISH_TARGETS } from '../../languages/en/targets.ts'
import { FRENCH_TARGETS } from '../../languages/fr/targets.ts'
import type { ColumnRole, CueKind, GoalTerm, TargetLexicon } from '../../languages/target-lexicon.ts'
import type { Language } from '../../model.ts'
import { type PhraseTable, phraseTable } from '../quantities/phrase-table.ts'

/** A target lexicon made ready to look things up in. */
export interface CompiledTargets {
  lang: Language
  lexicon: TargetLexicon
  cues: PhraseTable<CueKind>
  goals: PhraseTable<GoalTerm>
  phaseOuts: PhraseTable<true>
  compared: PhraseTable<true>
  /** True for the whole of something, false for none of it. */
  wholes: PhraseTable<boolean>
  figures: PhraseTable<true>
  qualities: ReadonlySet<string>
  banished: ReadonlySet<string>
  columns: ReadonlyMap<string, ColumnRole>
  spending: ReadonlySet<string>
  reduce: ReadonlySet<string>
  increase: ReadonlySet<string>
  coordinators: ReadonlySet<string>
  contrasts: ReadonlySet<string>
  relatives: ReadonlySet<string>
  prepositions: ReadonlySet<string>
  membership: ReadonlySet<string>
  firstPerson: ReadonlySet<string>
  pronouns: ReadonlySet<string>
  determiners: ReadonlySet<string>
  metricEnds: ReadonlySet<string>
  scopeOpenings: ReadonlySet<string>
  headings: ReadonlySet<string>
  actions: ReadonlySet<string>
  nominals: ReadonlySet<string>
  boards: ReadonlySet<string>
  others: ReadonlySet<string>
  possessives: ReadonlySet<string>
  coalitions: ReadonlySet<string>
}

export function compileTargets(): Record<Language, CompiledTargets> {
  return { fr: compile('fr', FRENCH_TARGETS), en: compile('en', ENGLISH_TARGETS) }
}

function compile(lang: Language, lexicon: TargetLexicon): CompiledTargets {
  const flags = (phrases: readonly string[]): PhraseTable<true> => phraseTable(phrases.map((phrase) => [phrase, true]))
  const columns = new Map<string, ColumnRole>()
  for (const [line, role] of lexicon.columns) for (const phrase of line.split('|')) columns.set(phrase.trim(), role)
  return {
    lang,
    lexicon,
    cues: phraseTable(lexicon.cues),
    goals: phraseTable(lexicon.goals),
    phaseOuts: flags(lexicon.phaseOuts),
    compared: flags(lexicon.comparedWith),
    wholes: phraseTable([
      ...lexicon.wholes.map((phrase) => [phrase, true] as const),
      ...lexicon.nones.map((phrase) => [phrase, false] as const),
    ]),
    figures: flags(lexicon.figures),
    qualities: new Set(lexicon.qualities),
    banished: new Set(lexicon.banished),
    columns,
    spending: new Set(lexicon.spending),
    reduce: new Set(lexicon.reduce),
    increase: new Set(lexicon.increase),
    coordinators: new Set(lexicon.coordinators),
    contrasts: new Set(lexicon.contrasts),
    relatives: new Set(lexicon.relatives),
    prepositions: new Set(lexicon.prepositions),
    membership: new Set(lexicon.membership),
    firstPerson: new Set(lexicon.firstPerson),
    pronouns: new Set(lexicon.pronouns),
    determiners: new Set(lexicon.determiners),
    metricEnds: new Set(lexicon.metricEnds),
    scopeOpenings: new Set(lexicon.scopeOpenings),
    headings: new Set(lexicon.headings),
    actions: new Set(lexicon.actions),
    nominals: new Set(lexicon.nominals),
    boards: new Set(lexicon.boards),
    others: new Set(lexicon.others),
    possessives: new Set(lexicon.possessives),
    coalitions: new Set(lexicon.coalitions),
  }
}
