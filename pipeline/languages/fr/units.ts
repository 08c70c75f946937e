import type { UnitLexicon } from '../unit-lexicon.ts'

/** Unit words of French. */
export const FRENCH_UNITS: UnitLexicon = {
  words: [
    ['% | pour cent | pourcent | pourcents | p . 100', '%'],
    ['points de pourcentage | point de pourcentage | points | pts | pt', 'points'],
    [
      "tonnes équivalent CO2 | tonnes d' équivalent CO2 | tonnes de CO2 équivalent | tonnes équivalent carbone | tonnes de CO2e | tonnes CO2e | t éq . CO2 | tonnes eq . CO2 | tonnes éq . CO2 | tonnes eqco2 | tonnes eq CO2 | tonnes de CO2 eq | tonnes équivalents CO2 | t CO2e | t CO2eq | tonnes de CO2eq | tonnes - équivalent CO2 | tonnes CO2eq | tonnes éq CO2 | tonnes de gaz à effet de serre".toLowerCase(),
      'tCO2e',
    ],
    ['tonne | tonnes', 't'],
    ['kilogramme | kilogrammes | kilo | kilos', 'kg'],
    ['gramme | grammes', 'g'],
    ['quintal | quintaux', 'q'],
    ['hectare | hectares', 'ha'],
    ['mètre | mètres', 'm'],
    ['kilomètre | kilomètres', 'km'],
    ['mètre carré | mètres carrés', 'm2'],
    ['kilomètre carré | kilomètres carrés', 'km2'],
    ['mètre cube | mètres cubes | mètres cube', 'm3'],
    ['litre | litres', 'l'],
    ['hectolitre | hectolitres', 'hl'],
    ['watt | watts', 'W'],
    ['kilowatt | kilowatts', 'kW'],
    ['mégawatt | mégawatts | mégawatts crête | mégawatts - crête', 'MW'],
    ['gigawatt | gigawatts', 'GW'],
    ['térawatt | térawatts', 'TW'],
    ['kilowattheure | kilowattheures | kilowatts - heures | kilowatt - heure', 'kWh'],
    ['mégawattheure | mégawattheures | mégawatts - heures', 'MWh'],
    ['gigawattheure | gigawattheures | gigawatts - heures', 'GWh'],
    ['térawattheure | térawattheures | térawatts - heures', 'TWh'],
    ['an | ans', 'ans'],
    ['degré | degrés | ° c | °c | degrés celsius', '°C'],
    ['euro | euros', 'EUR'],
    ['dollar | dollars | dollars américains | dollars us', 'USD'],
    ['dollars canadiens', 'CAD'],
    ['dollars australiens', 'AUD'],
    ['livre sterling | livres sterling', 'GBP'],
    ['franc suisse | francs suisses', 'CHF'],
    ['franc cfa | francs cfa', 'XOF'],
    ['yen | yens', 'JPY'],
    ['yuan | yuans', 'CNY'],
    ['roupie | roupies', 'INR'],
    ['dirham | dirhams', 'MAD'],
  ],
  per: ['par', '/'],
  perPeriod: ['an', 'ans', 'année', 'mois', 'jour', 'semaine'],
  of: ['de', "d'"],
  trees:
    'arbre arbres arbuste arbustes oranger orangers caroubier caroubiers olivier oliviers chêne chênes pin pins hêtre hêtres peuplier peupliers pommier pommiers châtaignier châtaigniers noyer noyers amandier amandiers palmier palmiers mangrove palétuvier palétuviers cèdre cèdres sapin sapins bouleau bouleaux érable érables tilleul tilleuls saule saules cerisier cerisiers citronnier citronniers plant plants'.split(
      ' ',
    ),
  fillers: ['de', "d'", 'des'],
  owners: ['ses', 'nos', 'leurs', 'vos', 'ces', 'sa', 'son'],
  adjectives:
    'nouveaux nouvelles nouveau nouvel nouvelle grands grandes grand grande petits petites petit petite jeunes anciens anciennes vieux vieilles beaux belles futurs futures gros grosses bons bonnes hauts hautes vrais vraies derniers dernières'.split(
      ' ',
    ),
  notCounted:
    "soient soit seraient sont-ils environ maintenant désormais actuellement également aussi seulement chacun chacune ensemble ici là le la les l' un une de d' des du à au aux en et ou par pour sur dans avec sans ce cet cette ces son sa ses leur leurs nos notre votre vos qui que qu' dont où est sont a ont sera seront était fut voix plus moins fois premier première premiers prochaines prochains autres année années mois jours jour semaines semaine heures heure minutes janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr fév avr juil sept oct nov déc ème er re e à y ne pas d’ici contre entre vers chez selon déjà puis mais car afin depuis avant après".split(
      ' ',
    ),
  labels:
    'scope scopes article articles page pages chapitre figure tableau annexe niveau phase étape numéro n° cop top catégorie iso rue avenue boulevard version norme règlement loi directive décret département'.split(
      ' ',
    ),
  headFirst: true,
}
