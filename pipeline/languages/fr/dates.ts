import type { TimeLexicon } from '../time-lexicon.ts'

/** Dates, periods, deadlines and baselines of French, the clumsy ones of translations included. */
export const FRENCH_TIMES: TimeLexicon = {
  months: {
    janvier: 1,
    février: 2,
    fevrier: 2,
    mars: 3,
    avril: 4,
    mai: 5,
    juin: 6,
    juillet: 7,
    août: 8,
    aout: 8,
    septembre: 9,
    octobre: 10,
    novembre: 11,
    décembre: 12,
    decembre: 12,
    janv: 1,
    févr: 2,
    avr: 4,
    juil: 7,
    sept: 9,
    oct: 10,
    nov: 11,
    déc: 12,
  },
  prefixes: [
    ["d' ici à | d' ici | d' ici en | d' ici l' | d' ici aux | d' ici au", { role: 'deadline', span: 'from-now' }],
    [
      "à l' horizon de | à l' horizon | à horizon | à l' horizon des | horizon | à l' échéance de | à l' échéance | échéance | échéance :",
      { role: 'deadline' },
    ],
    [
      'au plus tard en | au plus tard à | au plus tard le | au plus tard au | au plus tard | pas plus tard que',
      { role: 'deadline' },
    ],
    ["avant | avant de | avant l' | avant le | avant d'", { role: 'deadline' }],
    ["jusqu' en | jusqu' à | jusqu' au | jusque | jusqu' à l'", { role: 'deadline' }],
    ["pour | pour l' | pour le | en vue de | à échéance | à échéance de | cible | objectif", { role: 'deadline' }],
    ['dans', { role: 'deadline', span: 'only' }],
    ['sur', { role: 'period', span: 'only', now: true }],
    ['sous | en moins de', { role: 'deadline', span: 'only' }],
    [
      'dans les | au cours des | sur les | pour les | lors des | durant les | pendant les | les',
      { role: 'period', span: 'only' },
    ],
    ['à partir de | à partir du | à compter de | à compter du | dès | dès le | dès la', { role: 'start' }],
    ['depuis | depuis le | depuis la', { role: 'start' }],
    [
      "qu' en | par rapport à | par rapport aux | par rapport au | par rapport à l' | en face de | face à | comparé à | comparée à | comparés à | comparé aux | en comparaison de | en comparaison avec | en comparaison à | comparativement à | relativement à | vis - à - vis de | au regard de | sur la base de | sur une base | sur base | base | base : | base de référence | référence | référence : | référence de | année de référence | année de référence : | année de base | année de base : | vs | vs . | versus | contre | respect à | en relation à | en rapport à | à partir d' une base | à partir du niveau de | en référence à | en deçà de | en dessous de | au - dessous de",
      { role: 'baseline' },
    ],
    ["entre aujourd'hui et | entre maintenant et | d' aujourd'hui à", { role: 'period', now: true }],
    [
      "en | en l' an | au | au cours de | courant | durant | pendant | lors de | à la | le | l' an | du | au mois de | au cours du",
      { role: 'point', span: 'from-now' },
    ],
  ],
  modifiers: [
    "la fin de l' année | la fin de l' an | la fin de | la fin | fin de | fin d' | fin",
    "le début de l' année | le début de | début | mi - | mi | la mi - | le milieu de | milieu",
    "l' année | l' an | année | an | l' exercice | exercice | l' exercice fiscal | les années | la rentrée | l' horizon | l' été | l' automne | le printemps | l' hiver | été | automne | noël | pâques | la rentrée de | la saison | printemps | courant | horizon",
  ],
  quarters: [
    'le premier trimestre | le deuxième trimestre | le troisième trimestre | le quatrième trimestre | premier trimestre | deuxième trimestre | troisième trimestre | quatrième trimestre | le dernier trimestre | dernier trimestre',
    'le premier semestre | le second semestre | le deuxième semestre | premier semestre | second semestre | deuxième semestre | la seconde moitié de | la première moitié de',
    't1 | t2 | t3 | t4 | s1 | s2 | le t1 | le t2 | le t3 | le t4',
  ],
  levels: [
    'niveaux de | niveau de | les niveaux de | le niveau de | son niveau de | ses niveaux de | leurs niveaux de | leur niveau de | la situation de | nos niveaux de | notre niveau de | ses émissions de | celui de | celles de | celle de | ceux de | valeurs de | émissions de | niveau',
    "l' année de référence | l' année de base | l' année | année de référence | année | l' an",
  ],
  baselineNouns: [],
  periods: [
    ['entre', 'et'],
    ['entre fin', 'et'],
    ['de', 'à'],
    ["d'", 'à'],
    ['sur', '-'],
  ],
  links: ['à', 'et'],
  until: ["jusqu' en | jusqu' à | jusqu' au | jusqu' à et avec | jusque | et jusqu' en | jusqu' à fin"],
  later: ['plus tard', 'après'],
  yearWords: ['an', 'ans', 'année', 'années'],
  decadeWords: ['décennie', 'décennies'],
  monthWords: ['mois'],
  articles: ['un', 'une'],
  next: ['prochaines', 'prochains', 'prochaine', 'prochain', 'suivantes', 'à venir', 'qui viennent'],
  relative: [
    [
      "au milieu de la décennie | d' ici le milieu de la décennie | vers le milieu de la décennie",
      { role: 'deadline', years: 'mid-decade' },
    ],
    [
      "au milieu de la prochaine décennie | au milieu de la décennie suivante | d' ici le milieu de la prochaine décennie",
      { role: 'deadline', years: 'mid-next-decade' },
    ],
    [
      "d' ici la fin de la prochaine décennie | à la fin de la prochaine décennie",
      { role: 'deadline', years: 'next-decade' },
    ],
    [
      "d' ici la fin de la décennie | d' ici à la fin de la décennie | avant la fin de la décennie | d' ici la fin de cette décennie | à la fin de la décennie | d' ici fin de décennie | pour la fin de la décennie",
      { role: 'deadline', years: 'decade' },
    ],
    ["l' année prochaine | l' an prochain", { role: 'point', years: 1 }],
    [
      "d' ici la fin de l' année | d' ici à la fin de l' année | d' ici fin d' année | avant la fin de l' année | d' ici la fin d' année",
      { role: 'deadline', years: 0 },
    ],
    ['cette année', { role: 'point', years: 0 }],
    [
      "d' ici l' année prochaine | d' ici l' an prochain | d' ici l' été prochain | d' ici l' hiver prochain | d' ici le printemps prochain | d' ici au printemps prochain | avant l' été prochain | avant l' hiver prochain",
      { role: 'deadline', years: 1 },
    ],
    ["l' année dernière | l' an dernier | l' année passée | l' an passé", { role: 'point', years: -1 }],
  ],
  anaphora: [
    ['par rapport à la même année | par rapport à la même référence | sur la même base', 'baseline'],
    [
      'sur la même période | au cours de la même période | pendant la même période | durant la même période | sur cette période | dans le même temps',
      'period',
    ],
    [
      "dans le même délai | dans les mêmes délais | à la même échéance | à cette échéance | d' ici là | à cette date | à la même date | au même horizon | à cet horizon",
      'deadline',
    ],
  ],
  decadePrefixes: ['les années', 'des années'],
}
