import type { SentenceGrammar } from '../sentence-grammar.ts'

/** Full stops that end no sentence, or not always, in French. */
export const FRENCH_SENTENCES: SentenceGrammar = {
  beforeName: new Set(
    'M MM Mme Mmes Mlle Mlles Mr Dr Drs Pr Prof Me Mes Mgr St Ste Vve gal lt cdt cap Cf cf vs ex art Art av apr env dir adj intérim ill'.split(
      ' ',
    ),
  ),
  beforeNumber: new Set(
    'no nos n num p pp vol t chap fig tab al alin par § éd ed coll réf sect tél Tél tel art'.split(' '),
  ),
  insideName: new Set(
    'Inc Corp Ltd Co Cie Sté Ets Jr Sr Bros J.-C S.A S.A.S S.A.R.L U.S U.E janv févr avr juil sept oct nov déc'.split(
      ' ',
    ),
  ),
  starters: new Set(
    `le la les l un une des du de au aux à ce cet cette ces c il elle ils elles on nous vous je j tu son sa ses leur leurs notre nos votre
    mais et or donc ni car en dans pour par sur sous avec sans selon depuis après avant pendant lors lorsque lorsqu quand si
    comme puis ainsi enfin ensuite cependant toutefois néanmoins pourtant aussi alors quant chaque tout toute tous toutes
    plusieurs certains certaines aucun aucune cela ça qui que qu quoi quel quelle quels quelles où comment pourquoi parmi entre chez
    malgré grâce outre dès voici voilà ici là bien afin d s n parce puisque tandis même`.split(/\s+/),
  ),
}
