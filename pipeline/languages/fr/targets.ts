import type { TargetLexicon } from '../target-lexicon.ts'

/** Commitments in French, those of clumsy translations included. */
export const FRENCH_TARGETS: TargetLexicon = {
  cues: [
    [
      "vise | visons | visent | viser | visant | visera | viserons | viseront | s' engage | s' engagent | nous engageons | m' engage | s' engager | s' engageant | s' est engagé | s' est engagée | se sont engagés | se sont engagées | nous sommes engagés | s' étant engagé | engagés à | engagé à | engagée à | s' était engagé | a pris l' engagement | prend l' engagement | ont pris l' engagement | se compromet | se compromettent | s' est compromis | s' est obligé | s' oblige | s' est fixé | s' est fixée | se sont fixé | nous sommes fixé | se fixe | se fixent | nous fixons | s' est donné | s' est donnée | se sont donné | nous sommes donné | nous sommes donnés | se donne | se donnent | nous donnons | s' est assigné | se a marqué | s' est marqué | a fixé | ont fixé | avons fixé | fixe | est fixé | est fixée | sont fixés | fixé à | fixée à | est prévu | est prévue | sont prévus | sont prévues",
      'commit',
    ],
    [
      "prévoit | prévoient | prévoyons | prévoit de | prévoit d' | prévoyant | compte | comptons | comptent | veut | voulons | veulent | voulait | voulaient | veux | entend | entendons | entendent | espère | espérons | espèrent | souhaite | souhaitons | souhaitent | a l' intention | ont l' intention | avons l' intention | a la volonté | se propose de | se proposent de | ambitionne | ambitionnons | ambitionnent | projette | projettent | projetons | planifie | promet | promettons | promettent | promis | engagé | engagés | engagée | engagées | a promis | ont promis | avons promis | avait promis | s' est promis | décide de | décidé | décidée | a décidé | ont décidé | avons décidé | a convenu | ont convenu | avons convenu | a approuvé | ont approuvé | a validé | a voté | ont voté | a adopté | va | vont | allons | vais | confirme | s' assigne | s' assignent | nous assignons | a inscrit | ont inscrit | inscrit | fait le pari | prend date | met le cap | mettons le cap | a mis le cap | a fait le choix de | tient à | a confirmé | ont confirmé | maintient | réaffirme | a réaffirmé",
      'commit',
    ],
    [
      'objectif | objectifs | cible | cibles | but | ambition | ambitions | engagement | engagements | promesse | promesses | promise | promises | se contente de | se contentent de | cap | jalon | jalons | feuille de route | échéance | échéances | vœu | visée | a pour but | pour ambition | dans le but | afin | pour objectif',
      'commit',
    ],
    [
      'doit | doivent | devons | devra | devront | devrons | plan | plans | stratégie | programme | trajectoire | enveloppe | budget | à terme | consacre | consacrent | consacrons | mobilise | mobilisent | mobilisons | dédie | alloue | alloué | allouée | réserve | réservé | débloque | prépare | lance | travaille à | accord pour | un accord pour | prétend | prétendent | étape | étapes | prochaine étape | palier | oeuvre | prévu | prévue | prévus | prévues | annonce | annoncent | annonçons',
      'intend',
    ],
    [
      "déjà | depuis | a baissé | ont baissé | a diminué | ont diminué | a reculé | ont reculé | a augmenté | ont augmenté | a progressé | ont progressé | en baisse de | en hausse de | n' ont reculé | a atteint | ont atteint | était | étaient | avait | avaient | fut | furent | atteignait | s' établissait | s' élevait | l' an dernier | l' an passé | l' année dernière | obtint | a permis | ont permis | chemin parcouru | aujourd'hui | représente | représentent | actuellement | après avoir | ayant | emploie | employait | compte aujourd'hui",
      'past',
    ],
    [
      "pourrait | pourraient | devrait | devraient | le rapport prévoit | l' étude prévoit | le scénario prévoit | l' agence prévoit | est attendu | est attendue | sont attendus | sont attendues | s' attend à | s' attendent à | s' attend que | s' attend qu' | s' attendent que | prédit | prédisent | prévoit que | prévoient que | prévoit qu' | anticipe | anticipent | estime que | estiment que | estime qu' | selon les prévisions | selon les projections | projections | prévisions | évalue à | évaluent à | chiffre à | chiffrent à | évalué à | évaluée à | prévision | estimation | estimations | risque de | risquent de | est estimé | est estimée | à ce rythme | pronostique | s' attendait | nécessitera | demandera | exigera | auront disparu | aura disparu | disparaîtront | disparaîtra | coûtera | supposera | prendra des | prendra du",
      'forecast',
    ],
    [
      "demandons | réclamons | exigeons | recommandons | revendications | recommandations | demande que | demande à | demandent que | demandent à | demande aux | demandent aux | demande de | demandent de | a demandé | ont demandé | demandait | exige | exigent | a exigé | ont exigé | réclame | réclament | a réclamé | ont réclamé | appelle à | appellent à | appelle les | appellent les | a appelé | ont appelé | appelle l' | presse le | presse les | presse l' | pressent | il faut | il faudrait | il faudra | faudrait | plaide pour | plaident pour | impose | imposent | oblige les | enjoint | recommande | recommandent | préconise | préconisent | exhorte | voudrait que | voudraient que | aimerait que | souhaiterait que | veut que le groupe | revendique",
      'demand',
    ],
    [
      "si | s' il | s' ils | s' elle | à condition que | à condition de | sous réserve | au cas où | à supposer | en cas de | peut - être | éventuellement | envisage | envisagent | envisagé | envisagée | étudie la possibilité | à l' étude | viserait | viseraient | réduirait | réduiraient | serait | seraient | pourrions | aurait | auraient | permettrait | permettraient | évoque | évoquent | réfléchit à | serions",
      'hypothesis',
    ],
    [
      "n' a pas | n' ont pas | n' avons pas | ne sont pas | n' est pas | ne s' est pas | ne se sont pas | ne prévoit pas | ne vise pas | ne comptons pas | n' a aucun | n' ont aucun | n' a encore | pas d' objectif | pas de cible | pas d' engagement | pas de date | aucun objectif | aucune cible | aucun engagement | aucune date | sans objectif | sans date | ne fixe pas | ne fixe aucun | ne fixe ni | ne compte pas | ne veut pas | ne souhaite pas | ne promet pas | refuse de | refuse d' | refusent de | ne s' engage pas | ne figure pas | n' avait pas | rien n' est | n' a jamais | ne donne aucun",
      'negation',
    ],
    [
      "table sur | tablent sur | prévoit une | prévoit un | prévoient une | anticipe une | anticipe un | attend une | s' attend à une",
      'expect',
    ],
    [
      'la demande | le marché | la population | les prix | le trafic | la température | les températures | le débit | la consommation mondiale',
      'trend',
    ],
    [
      'repoussé | repoussée | reporté | reportée | repousse | reporte | décalé | décalée | décale | avancé | avancée | avance | a repoussé | a reporté | a décalé | a avancé',
      'moved',
    ],
    ['ancien | ancienne | anciens | anciennes | précédent | précédente', 'former'],
    [
      "prétend avoir | prétend être | a répondu | ont répondu | répond | a promis que | a annoncé | ont annoncé | a déclaré | a expliqué | a indiqué | a ajouté | a précisé | précise | explique | indique | déclare | ajoute | assure | affirme | a affirmé | a assuré | a dit | dit | ont écrit | a écrit | a détaillé | a détaché | a rappelé | rappelle | a souligné | souligne | comme le souligne | comme le mentionne | mentionne | a révélé | a présenté | selon | d' après | confie | raconte | résume | a résumé | a reconnu",
      'report',
    ],
    [
      "avait prévu de | avaient prévu de | avait espéré | avaient espéré | abandonné | abandonnée | abandonnés | abandonnées | a abandonné | ont abandonné | a renoncé | ont renoncé | avons renoncé | renoncé à | renonce à | enterré | enterrée | enterrés | retiré | retirée | retirés | a retiré | avons retiré | supprimé de | annulé | annulée | annulés | n' est plus d' actualité | ne tient plus | caduc | caduque | caducs | a été repoussé sine die | mis au placard | passé à la trappe | n' a plus cours | ne s' applique plus | jeté l' éponge | lâché l' objectif | abandon de l' | remis en cause | a été manqué | a été manquée | n' a pas été tenu | n' a pas été tenue | n' a pas été atteint",
      'withdrawn',
    ],
    [
      'atteint | atteinte | atteints | atteintes | réalisé | réalisée | objectif atteint | déjà atteint | fait | accompli | tenu | tenue | terminé | terminée | achevé | achevée',
      'achieved',
    ],
    ['en cours | lancé | en bonne voie | sur les rails | en avance | en retard | à mi - parcours', 'progress'],
  ],
  goals: [
    [
      'zéro émission nette | zéro émissions nettes | zéro net | émissions nettes nulles | net zéro | net zero | zéro émission carbone nette | zéro émission de carbone nette | zéro émission nette de carbone | zéro émission nette de co2 | zéro émission nette de gaz à effet de serre | émissions nettes égales à zéro | zéro carbone net | zéro net carbone',
      { kind: 'net-zero', value: null },
    ],
    [
      'zéro émission de carbone | zéro émission | zéro émissions | zéro carbone | zéro co2 | zéro émission de co2 | zéro émission de gaz à effet de serre',
      { kind: 'net-zero', value: null },
    ],
    ['zéro émission directe | zéro émissions directes', { kind: 'emissions-reduction', value: 0 }],
    [
      'neutralité carbone | neutralité climatique | neutralité en carbone | neutralité | neutre en carbone | neutres en carbone | neutre en co2 | neutres en co2 | neutre pour le climat | climatiquement neutre | climatiquement neutres | neutre climatiquement | carboneutre | carboneutres | carboneutralité | carbone neutre | neutre de carbone | neutralité de carbone',
      { kind: 'carbon-neutrality', value: null },
    ],
    [
      'zéro déchet | zéro déchets | zéro déchet en décharge | zéro déchet enfoui | zéro enfouissement',
      { kind: 'waste', value: 0 },
    ],
    ['zéro plastique | zéro plastique à usage unique', { kind: 'waste', value: 0 }],
    ['zéro artificialisation nette', { kind: 'biodiversity', value: null }],
    ['à zéro | : zéro | : néant', { kind: 'other', value: 0 }],
    ['zéro déforestation', { kind: 'biodiversity', value: 0 }],
    ['zéro rejet | zéro rejets | zéro rejet liquide', { kind: 'water', value: 0 }],
    [
      'investir dans | investir en | investir massivement dans | investira dans | investirons dans | investiront dans',
      { kind: 'investment', value: null },
    ],
    ['zéro pesticide | zéro pesticides | zéro phyto', { kind: 'biodiversity', value: 0 }],
  ],
  phaseOuts: [
    "sortir du | sortir de la | sortir des | sortir de l' | sortira du | sortie du | sortie des",
    "éliminer | éliminera | éliminerons | élimineront | supprimer | supprimera | supprimerons | supprimeront | bannir | bannira | abandonner | abandonnera | abandonneront | se passer de | se passer du | se passera de | mettre fin à | mettra fin à | mettre fin au | mettre fin aux | arrêter | arrêtera | cesser | cessera | cesseront | la fin des | la fin du | la fin de la | l' arrêt du | l' arrêt des | l' arrêt de la | la fermeture de | la fermeture des | la suppression des | la suppression du | la disparition des | se débarrasser de | se débarrasser des | se débarrassera des | tirer un trait sur | tourner la page du | en finir avec | aura fermé | auront fermé | aurons fermé | aura supprimé | auront supprimé | aurons supprimé | aura éliminé | auront éliminé | aurons éliminé | aura arrêté | auront arrêté | aurons arrêté | aura cessé | auront cessé | aurons cessé | aura banni | auront banni | aurons banni | sera supprimé | sera supprimée | seront supprimés | seront supprimées | sera interdit | seront interdits | seront interdites | sera fermée | seront fermées | sera banni | seront bannis | seront bannies | renoncer au | fermer | fermera | fermeront",
    'interdire | interdira',
    'sans diesel | sans gaz | sans charbon | sans plastique | sans énergie fossile | sans énergies fossiles | sans pesticides | sans fioul | sans pétrole | sans herbicide | sans herbicides',
  ],
  wholes: [
    "tous nos | toutes nos | tous ses | toutes ses | tous leurs | toutes leurs | tous les | toutes les | la totalité de | la totalité des | l' ensemble de | l' ensemble des | entièrement | exclusivement | intégralement | chaque | chacun de | chacune de | tous | toutes",
  ],
  nones: [
    "plus aucun | plus aucune | aucun | aucune | plus une goutte de | plus une goutte d' | plus un gramme de | plus un gramme d' | plus un litre de | plus un litre d' | plus le moindre | plus la moindre",
  ],
  qualities:
    'électrique électriques électrifié électrifiée électrifiés électrifiées recyclé recyclée recyclés recyclées recyclable recyclables renouvelable renouvelables bio biologique biologiques certifié certifiée certifiés certifiées réutilisable réutilisables réemployable réemployables décarboné décarbonée décarbonés décarbonées compostable compostables biogaz hydrogène solaire solaires rénové rénovée rénovés rénovées isolé isolés isolées biosourcé biosourcés biosourcées labellisé labellisés labellisées raccordé raccordés raccordées électricité accessible accessibles formé formée formés formées équipé équipée équipés équipées réparable réparables alimenté alimentés alimentée alimentées végétalisé végétalisés végétalisée végétalisées couvert couverts couverte couvertes sensibilisés sensibilisées trié triés triée triées'.split(
      ' ',
    ),
  banished:
    'plastique plastiques emballage emballages gaz charbon diesel gazole fioul pétrole fossile fossiles décharge pesticide pesticides glyphosate déforestation déchet déchets rejet rejets huile papier cages thermique thermiques jetable jetables vierge fluor amiante polystyrène tourbe enfouissement solvant solvants colle herbicide herbicides antibiotique antibiotiques gobelet gobelets bouteille bouteilles sac sacs plomb mercure eau biodéchet biodéchets soja'.split(
      ' ',
    ),
  figures: [
    'cette part | ce chiffre | ce seuil | ce taux | cette proportion | ce niveau | cet objectif | cette cible | ce cap',
  ],
  spending:
    'réserver réservé réservés réserve réservera investir investira investirons investiront investissement investissements investit investissons investissent consacrer consacrera consacrerons consacreront consacre consacrés consacré dépenser dépensera injecter injectera mobiliser mobilisera financer financera financement allouer allouera affecter affectera engager destiner destineront destinera budget enveloppe débloquer fonds dédier'.split(
      ' ',
    ),
  kinds: [
    ['net-zero', ['zéro émission nette', 'net zéro', 'zéro net']],
    ['carbon-neutrality', ['neutralité carbone', 'neutre en carbone']],
    [
      'water',
      [
        "prélèvement d'eau",
        "prélèvements d'eau",
        "consommation d'eau",
        'eau',
        'eaux',
        'hydrique',
        'nappe',
        'drainage',
        'irrigation',
      ],
    ],
    [
      'recycling',
      [
        'recycl',
        'réemplo',
        'réemploi',
        'réutilis',
        'recondition',
        'compost',
        'consign',
        'collecte des déchets',
        'valoris',
        'réparab',
        'biosourcé',
      ],
    ],
    [
      'waste',
      [
        'déchet',
        'chutes',
        'gaspillage',
        'rebut',
        'enfouissement',
        'décharge',
        'emballage',
        'plastique',
        'ordures',
        'incinér',
      ],
    ],
    [
      'emissions-reduction',
      [
        'émission',
        'empreinte carbone',
        'gaz à effet',
        'co2',
        'bilan carbone',
        'intensité carbone',
        'méthane',
        'carbone',
        'décarbon',
        'empreinte',
        'rejets',
      ],
    ],
    [
      'renewable-energy',
      [
        'renouvelable',
        'solaire',
        'photovolta',
        'éolien',
        'géotherm',
        'biomasse',
        'biogaz',
        'biométhane',
        'hydroélectri',
        'courant vert',
        'électricité verte',
        'énergie verte',
        'panneaux',
        'chaleur renouvelable',
        'hydrogène vert',
        'autoproduit',
        'combustibles alternatifs',
      ],
    ],
    [
      'biodiversity',
      [
        'biodiversit',
        'haie',
        'arbre',
        'trees',
        'forêt',
        'forest',
        'prairie',
        'zones humides',
        'zone humide',
        'mare',
        'mares',
        'espèce',
        'reboise',
        'restaur',
        'aires protégées',
        'agriculture biologique',
        'régénérat',
        'bio',
        'pesticide',
        'phytosanitaire',
        'sol',
        'mangrove',
        'bocage',
        'déforestation',
        'abeille',
        'ruche',
        'nature',
      ],
    ],
    [
      'deployment',
      [
        'borne',
        'véhicule',
        'bus',
        'station',
        'point de',
        'points de',
        'magasin',
        'agence',
        'capteur',
        'compteur',
        'puits',
        'électrolyseur',
        'éoliennes',
        'pompe à chaleur',
        'pompes à chaleur',
        'piste',
        'vélo',
        'camion',
        'navire',
        'train',
        'site',
        'équip',
        'install',
        'déploy',
        'réseau',
        'avaloir',
        'logement',
        'raccord',
        'capacité',
        'locomotive',
        'rénov',
      ],
    ],
  ],
  actions: ['arriver', 'faire'],
  reduce:
    'réduire réduira réduirons réduiront réduisant réduction réduit baisser baisse baissera baisserons baisseront chute repli diminuer diminuera diminuerons diminueront diminution diminue moins abaisser abaissera couper limiter limitera descendre descendra ramener ramènera ramènerons tomber économiser économisera économies éviter évitera évitées alléger supprimer éliminer décroître reculer recul'.split(
      ' ',
    ),
  increase:
    'augmenter augmentera augmenterons augmentation accroître accroîtra hausse doubler tripler porter portera porterons étendre étendra plus croître multiplier élever'.split(
      ' ',
    ),
  coordinators: ['et', 'puis', 'ensuite', 'ainsi', 'enfin', 'ou', 'dont', 'avant'],
  contrasts: ['mais', 'tandis', 'alors', 'cependant', 'toutefois', 'quand'],
  relatives: ['qui', 'dont', 'lequel', 'laquelle', 'où'],
  comparedWith: [
    "au lieu des | au lieu du | plutôt que les | plutôt que des | contre | d' un coût de | pour un coût de",
    "au lieu de | au lieu d' | à partir de | aujourd'hui | partant de | alors qu' il était de | plutôt que",
  ],
  prepositions:
    "de d' du des à au aux avec par pour sur dans chez sous entre contre selon vers sans depuis lors près via outre hors envers parmi d'après".split(
      ' ',
    ),
  membership:
    'membres adhérents adhérentes signataires sociétaires entreprises partenaires acteurs participants communes'.split(
      ' ',
    ),
  firstPerson: ['nous', 'notre', 'nos', 'on', 'je', 'mon'],
  pronouns: ['il', 'elle', 'ils', 'elles', 'celui-ci', 'celle-ci', 'ceux-ci', 'celles-ci', 'qui'],
  nominals:
    'entreprise groupe société compagnie firme coopérative entité association marque constructeur fabricant opérateur enseigne organisation fédération collectivité commune ville région métropole fondation filiale établissement distributeur transporteur industriel producteur énergéticien banque assureur éditeur mutuelle maison usine ong syndicat université municipalité département ministère agence agglomération agglo mairie communauté intercommunalité préfecture bailleur chaîne armateur brasserie papeterie verrier cimentier sidérurgiste chimiste pétrolier géant fournisseur exploitant gestionnaire régie hôpital aéroport port domaine club musée école laboratoire prêteur équipementier brasseur négociant consortium institut'.split(
      ' ',
    ),
  boards: [
    'direction',
    'conseil',
    'directoire',
    'plan',
    'stratégie',
    'feuille',
    'programme',
    'budget',
    'équipe',
    'équipes',
  ],
  others:
    'pays états gouvernement gouvernements concurrents rivaux constructeurs industriels banques villes citoyens consommateurs experts scientifiques syndicats européens élus députés ministres habitants ménages agriculteurs'.split(
      ' ',
    ),
  possessives: ['son', 'sa', 'ses', 'leur', 'leurs', 'notre', 'nos'],
  coalitions:
    'alliance coalition pacte collectif initiative réseau membres adhérents signataires adhérent club cercle fédération ligue charte groupement'.split(
      ' ',
    ),
  determiners:
    "le la les l' un une de d' du des son sa ses leur leurs notre nos votre ce cette ces au aux à en tout toute toutes tous toutes".split(
      ' ',
    ),
  metricEnds:
    "environ près minimum maximum presque quelque d'ici avant après dès pour par en dans sur entre à au aux et ou qui que qu' dont avec afin sans grâce chez vers jusqu' jusque depuis soit est sont était sera seront puis mais face lors contre comme ainsi tout via notamment ni où ne se s'".split(
      ' ',
    ),
  scopeOpenings: ['dans', 'sur', 'pour', 'chez'],
  columns: [
    [
      'objectif | objectifs | engagement | engagements | ce que nous ferons | ce que nous allons faire | cible | cibles | action | actions | mesure | promesse | ce qui est promis | ce qui a été promis | ambition | indicateur | indicateurs | intitulé',
      'measure',
    ],
    [
      "échéance | échéances | date | horizon | année cible | délai | pour quand | date limite | année | d'ici | terme | quand",
      'deadline',
    ],
    [
      "référence | année de référence | base | année de base | point de départ | départ | situation initiale | situation de départ | d'où l'on part | d'où nous partons | niveau initial | niveau de départ | valeur initiale | valeur de départ | état initial | avant | hier",
      'baseline',
    ],
    [
      "état | statut | avancement | où en sommes nous | où nous en sommes | où en est on | progrès | situation | aujourd'hui | réalisé | bilan | suivi | niveau actuel | actuel | résultat | avis | notre avis | verdict | réalisation",
      'status',
    ],
    [
      'entreprise | société | producteur | fabricant | compagnie | enseigne | organisation | acteur | qui | pays | groupe | collectivité | ville | signataire | membre | marque | porteur | responsable | pilote | chef de file | opérateur | service | exploitant | commune | banque | adhérent',
      'actor',
    ],
    [
      "valeur | chiffre | niveau visé | valeur visée | valeur cible | montant | où l'on va | où nous allons | but | à atteindre | demain",
      'value',
    ],
    ['thème | axe | domaine | sujet | volet | pilier', 'theme'],
  ],
  headings: [
    'objectif',
    'objectifs',
    'engagement',
    'engagements',
    'cible',
    'cibles',
    'promesses',
    'ambitions',
    'trajectoire',
    'plan',
    'feuille',
    'mesures',
    'moyens',
    'cap',
    'chiffres',
    'stratégie',
  ],
  doneHeadings: ['déjà fait', 'réalisations', 'bilan', 'ce qui est fait', 'résultats', 'historique', 'déjà'],
}
