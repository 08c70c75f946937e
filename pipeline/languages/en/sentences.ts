import type { SentenceGrammar } from '../sentence-grammar.ts'

/** Full stops that end no sentence, or not always, in English. */
export const ENGLISH_SENTENCES: SentenceGrammar = {
  beforeName: new Set(
    'Mr Mrs Ms Messrs Dr Prof St Mt Ft Gen Gov Sen Rep Capt Lt Col Sgt Maj Cmdr Rev Hon Pres Supt vs Vs cf Cf e.g i.e viz approx Sec Art'.split(
      ' ',
    ),
  ),
  beforeNumber: new Set(
    'No no Nos nos p pp vol vols ch chap fig figs tab sec art para § ed eds ref ca c Tel tel ext pt Pt'.split(' '),
  ),
  insideName: new Set(
    'Inc Corp Ltd Co Cos LLC plc Jr Sr Bros Assn Univ Dept U.S U.K U.N E.U D.C Ph.D B.A M.A M.Sc B.C A.D Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec a.m p.m'.split(
      ' ',
    ),
  ),
  starters: new Set(
    `the a an this that these those it its he she they we you i his her their our your my there here
    and but or so yet nor for in on at by from to with without of as if when while after before since until during once
    although though because however moreover furthermore meanwhile also then thus therefore still now today
    some many most all both each every several no not one two what which who whose where why how according under over between among
    through despite instead rather besides indeed finally first second third next later such other another`.split(
      /\s+/,
    ),
  ),
}
