import { wordSet } from '../relation-lexicon.ts'

/** Nouns that say what somebody is in an organization. */
export const ENGLISH_ROLES = wordSet(
  `president vice-president chairman chairwoman chairperson chair co-chair boss director manager officer executive head chief
   ceo cfo coo cto founder co-founder cofounder secretary secretary-general treasurer spokesperson spokesman spokeswoman
   minister senator commissioner engineer researcher scientist economist analyst professor lecturer fellow coordinator
   co-ordinator lead leader editor reporter journalist consultant lawyer adviser advisor representative delegate
   developer designer maintainer technician specialist expert dean curator governor superintendent planner
   hydrologist ecologist climatologist brewer buyer strategist administrator ambassador organiser organizer campaigner mayor councillor`,
)

/** Of these, the roles inside an organization: a text that names none means its own. */
export const ENGLISH_STAFF = wordSet(
  `director manager officer executive head chief ceo cfo coo cto founder co-founder cofounder chairman chairwoman chair
   spokesperson spokesman spokeswoman president boss`,
)
