import { wordSet } from './relation-lexicon.ts'

const FRENCH = wordSet(
  `belge belges suisse suisses grec grecque russe russes turc turque tchèque slovaque croate serbe bulgare slovène
   espagnol espagnole allemand allemande anglais britannique écossais néerlandais danois suédois suédoise norvégien
   finlandais islandais irlandais portugais polonais hongrois autrichien italien américain canadien québécois mexicain
   brésilien argentin argentine chilien chinois japonais coréen sud-coréen taïwanais indien indonésien thaïlandais
   vietnamien philippin saoudien qatari émirati israélien égyptien marocain marocaine algérien tunisien sénégalais
   ivoirien nigérian kényan sud-africain australien néo-zélandais européen français basque breton bretonne normand
   normande corse alsacien picard picarde savoyard savoyarde catalan catalane wallon wallonne flamand flamande`,
)

const ENGLISH = wordSet(
  `american argentine australian austrian bavarian belgian brazilian british bulgarian californian canadian catalan chilean
   chinese colombian cornish croatian czech danish dutch egyptian emirati english estonian european filipino finnish flemish
   french german greek hungarian icelandic indian indonesian iranian irish israeli italian japanese kenyan korean latvian
   lithuanian malaysian mexican moroccan nigerian nordic norwegian pakistani polish portuguese qatari romanian russian saudi
   scottish serbian singaporean slovak slovenian spanish swedish swiss taiwanese texan thai tunisian turkish ukrainian
   vietnamese welsh`,
)

/** Endings that hardly any other French adjective behind a noun has: `marseillais`, `lilloise`. */
const FRENCH_ENDING = /(?:ais|aise|ois|oise|ien|ienne|éen|éenne)$/

/** Whether the word, in lower case, is an adjective of a place: `marseillais`, `espagnol`, `Dutch`. */
export function isDemonym(form: string): boolean {
  return FRENCH.has(form) || ENGLISH.has(form) || (form.length > 4 && FRENCH_ENDING.test(form))
}
