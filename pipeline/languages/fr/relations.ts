import type { Category } from '../../model.ts'
import { FrameTable } from '../build-relation-lexicon.ts'
import { type RelationLexicon, readListed, wordSet } from '../relation-lexicon.ts'
import { conjugate } from './conjugate.ts'
import { FRENCH_ROLES, FRENCH_STAFF } from './roles.ts'

const frames = new FrameTable(conjugate)

const OF = "de du des d'"
const AT = 'à au aux chez dans en sur près'
const WITH = 'avec'

frames.verb('acquired', 'O>O', 'racheter acquérir absorber reprendre')
frames.verb('acquired', 'O>O', 'acheter avaler croquer', { confidence: 0.7 })
frames.verb('acquired', 'O>O', 'offrir payer', { reflexive: true, confidence: 0.7 })
frames.verb('acquired', 'O>O', 'céder vendre revendre', { via: 'à au aux', transfer: true, confidence: 0.75 })
frames.verb('memberOf', 'O>IO', 'rejoindre intégrer', { confidence: 0.8 })
frames.verb('memberOf', 'P>I', 'rejoindre', { confidence: 0.7 })
frames.verb('memberOf', 'O>I', 'signer ratifier', { confidence: 0.75 })
frames.verb('memberOf', 'O>IO', 'unir joindre', { via: 'à au aux', confidence: 0.7 })
frames.verb('memberOf', 'PO>IO', 'siéger', { via: 'à au aux sein', confidence: 0.7 })
frames.verb('worksFor', 'P>O', 'rejoindre intégrer', { confidence: 0.7 })
frames.verb('worksFor', 'P>O', 'quitter', { ends: true, confidence: 0.7 })
frames.verb('worksFor', 'P>O', 'démissionner', { via: OF, ends: true, confidence: 0.75 })
frames.verb('worksFor', 'P>O', 'passer entrer arriver débuter commencer', { via: 'chez', confidence: 0.65 })
frames.verb('worksFor', 'P>O', 'enseigner', { via: 'à au aux', confidence: 0.7 })
frames.verb('memberOf', 'O>I', 'quitter', { ends: true, confidence: 0.7 })
frames.verb('memberOf', 'O>I', 'retirer', { via: OF, reflexive: true, ends: true, confidence: 0.75 })
frames.verb('memberOf', 'O>I', 'engager', { via: 'auprès dans', reflexive: true, confidence: 0.65 })
frames.verb('memberOf', 'O>IO', 'rallier', { confidence: 0.7 })
frames.verb('memberOf', 'PO>IO', 'adhérer', { via: 'à au aux' })
frames.verb('memberOf', 'PO>I', 'participer souscrire', { via: 'à au aux', confidence: 0.7 })
frames.verb('memberOf', 'PO>O', 'affilier', { via: 'à au aux', passive: true, confidence: 0.7 })
frames.verb('memberOf', 'O>I', 'réunir regrouper rassembler fédérer', { inverse: true, confidence: 0.65 })
frames.verb('memberOf', 'O>I', 'appartenir', { via: 'à au aux', confidence: 0.6 })
frames.verb('subsidiaryOf', 'O>O', 'appartenir', { via: 'à au aux', confidence: 0.75 })
frames.verb('subsidiaryOf', 'O>O', 'détenir contrôler posséder', { inverse: true, confidence: 0.75 })
frames.verb('participatesIn', 'PO>E', 'participer assister', { via: 'à au aux' })
frames.verb('participatesIn', 'P>E', 'ouvrir clôturer animer inaugurer', { confidence: 0.65 })
frames.verb('worksFor', 'P>O', 'représenter', { confidence: 0.6 })
frames.verb('memberOf', 'PO>I', 'présider', { confidence: 0.65 })
frames.verb('participatesIn', 'PO>E', 'exposer intervenir', { via: 'à au aux lors', confidence: 0.8 })
frames.verb('participatesIn', 'PO>E', 'rendre représenter', { via: 'à au aux' })
frames.verb('participatesIn', 'PO>E', 'inviter convier', { via: 'à au aux', passive: true, confidence: 0.7 })
frames.verb('participatesIn', 'PO>E', 'réunir rassembler attirer', { inverse: true, confidence: 0.65 })
frames.verb('participatesIn', 'O>E', 'accueillir organiser parrainer sponsoriser', { confidence: 0.7 })
frames.verb('presentedBy', 'W>PO', 'présenter', { inverse: true, through: OF })
frames.verb('presentedBy', 'W>PO', 'écrire rédiger coécrire', { inverse: true })
frames.verb('presentedBy', 'W>P', 'écrire rédiger coécrire cosigner', {
  via: WITH,
  inverse: true,
  transfer: true,
  confidence: 0.7,
})
frames.verb('launched', 'PO>I', 'lancer créer fonder monter', { via: WITH, transfer: true, confidence: 0.65 })
frames.verb('launched', 'PO>I', 'mettre', {
  particles: 'sur pied, en place',
  via: WITH,
  transfer: true,
  confidence: 0.65,
})
frames.verb('presentedBy', 'W>P', 'remettre dévoiler exposer signer publier cosigner', { inverse: true })
frames.verb('publishedBy', 'W>O', 'publier éditer diffuser', { inverse: true, through: OF })
frames.verb('publishedBy', 'W>O', 'dévoiler', { inverse: true, confidence: 0.7 })
frames.verb('publishedBy', 'W>O', 'rendre', {
  particles: 'public, publique, publics, publiques',
  inverse: true,
  confidence: 0.75,
})
frames.verb('publishedBy', 'W>O', 'faire', { particles: 'paraître', inverse: true, confidence: 0.75 })
frames.verb('locatedIn', 'E>L', 'accueillir', { inverse: true, confidence: 0.75 })
frames.verb('locatedIn', 'OE>L', 'baser implanter installer situer établir domicilier localiser', {
  via: AT,
  passive: true,
})
frames.verb('locatedIn', 'O>L', 'fonder créer naître', { via: AT, passive: true, confidence: 0.65 })
frames.verb('locatedIn', 'E>L', 'tenir dérouler organiser célébrer ouvrir réunir', {
  via: 'à au aux en dans',
  passive: true,
  confidence: 0.8,
})
frames.verb(
  'locatedIn',
  'O>L',
  'fabriquer produire transformer brasser employer exploiter opérer posséder cultiver assembler soigner accueillir traiter former héberger loger',
  {
    via: 'à au aux en dans près',
    confidence: 0.7,
  },
)
frames.verb('locatedIn', 'O>L', 'siéger', { via: AT, confidence: 0.75 })
frames.verb('partnerOf', 'O>O', 'associer allier', { via: 'à avec au aux', confidence: 0.75 })
frames.verb('partnerOf', 'O>O', 'collaborer coopérer travailler', { via: WITH, confidence: 0.75 })
frames.verb(
  'partnerOf',
  'O>O',
  'concevoir développer mener réaliser monter construire lancer piloter élaborer porter créer ouvrir produire exploiter étudier collecter laver planter tester préparer remplacer rénover imaginer cocréer publier rédiger organiser fonder',
  { via: WITH, joint: true, confidence: 0.65 },
)
frames.verb('partnerOf', 'O>O', 'mettre', {
  particles: 'au point, sur pied, en place',
  via: WITH,
  joint: true,
  confidence: 0.65,
})
frames.verb('partnerOf', 'O>O', 'accompagner épauler', { confidence: 0.65 })
frames.verb('partnerOf', 'O>O', 'signer conclure nouer sceller', { via: WITH, confidence: 0.65 })
frames.verb('competesWith', 'O>O', 'concurrencer', { confidence: 0.8 })
frames.verb('competesWith', 'O>O', 'affronter défier talonner', { confidence: 0.6 })
frames.verb('competesWith', 'O>O', 'rivaliser', { via: WITH, confidence: 0.75 })
frames.verb('competesWith', 'O>O', 'mesurer', { via: 'à au aux', reflexive: true, confidence: 0.7 })
frames.verb('competesWith', 'O>O', 'disputer', { via: 'à au aux', confidence: 0.7 })
frames.verb('competesWith', 'O>O', 'tenir', { particles: 'tête', via: 'à au aux', confidence: 0.7 })
frames.verb('produces', 'O>D', 'fabriquer produire commercialiser assembler brasser éditer développer', { through: OF })
frames.verb(
  'produces',
  'O>D',
  'vendre proposer concevoir construire posséder distribuer distiller embouteiller tisser',
  { through: OF, confidence: 0.7 },
)
frames.verb('invests', 'O>OIC', 'investir injecter', { via: 'dans' })
frames.verb(
  'invests',
  'O>OI',
  'voter débloquer financer cofinancer consacrer allouer verser accorder octroyer attribuer affecter prêter apporter contribuer mobiliser mettre placer',
  {
    via: 'à au aux dans pour',
    money: true,
    confidence: 0.75,
  },
)
frames.verb('invests', 'O>I', 'financer cofinancer soutenir subventionner doter', { confidence: 0.65 })
frames.verb('launched', 'PO>ID', 'lancer créer initier', { through: OF, confidence: 0.8 })
frames.verb('launched', 'O>I', 'dévoiler présenter adopter', { through: OF, confidence: 0.7 })
frames.verb('launched', 'PO>ID', 'fonder imaginer', { through: OF, confidence: 0.7 })
frames.verb('launched', 'PO>I', 'mettre', { particles: 'sur pied, en place', through: OF, confidence: 0.75 })
frames.verb('produces', 'O>D', 'mettre', { particles: 'au point', through: OF, confidence: 0.75 })
frames.verb('launched', 'O>D', 'dévoiler', { through: OF, confidence: 0.7 })
frames.verb(
  'statedOn',
  'PO>D',
  'détailler relayer présenter confirmer ajouter souligner assurer estimer annoncer écrire déclarer raconter répondre reconnaître laisser publier poster mentionner affirmer expliquer indiquer préciser réagir révéler rappeler confier partager commenter',
  { via: 'sur dans via', confidence: 0.75 },
)
frames.verb('worksFor', 'P>O', 'diriger présider', { through: OF, confidence: 0.75 })
frames.verb('worksFor', 'P>O', 'embaucher recruter débaucher', { inverse: true, confidence: 0.75 })
frames.verb('worksFor', 'P>O', 'embaucher recruter engager nommer débaucher', {
  via: 'chez',
  passive: true,
  confidence: 0.75,
})
frames.verb('subsidiaryOf', 'O>O', 'relever', { via: OF, confidence: 0.65 })
frames.verb('subsidiaryOf', 'O>O', 'rattacher', { via: 'à au aux', passive: true, confidence: 0.7 })
frames.verb('worksFor', 'P>O', 'travailler', { via: 'chez pour par à au', confidence: 0.75 })

frames.adjective('produces', 'O>D', 'pour', 'connu connue connus connues', 0.7)

frames.adjective('participatesIn', 'PO>E', 'à au aux lors', 'présent présents présentes', 0.75)

frames.adjective('publishedBy', 'W>O', 'aux chez à', 'paru parue parus parues sorti sortie sortis sorties', 0.8)

frames.noun('worksFor', 'P>O', OF, 'employeur', { inverse: true })
frames.noun('subsidiaryOf', 'O>O', OF, 'filiale filiales')
frames.noun('subsidiaryOf', 'O>O', OF, 'partie part propriété division fleuron', { confidence: 0.7 })
frames.noun('memberOf', 'PO>I', OF, 'partie', { confidence: 0.75 })
frames.noun('subsidiaryOf', 'O>O', OF, 'propriétaire mère', { inverse: true })
frames.noun('partnerOf', 'O>O', OF, 'partenaire partenaires allié alliée alliés')
frames.noun(
  'competesWith',
  'O>O',
  OF,
  'concurrent concurrente rival rivale concurrents concurrence rivaux rivales concurrentes',
)
frames.noun('memberOf', 'PO>IO', OF, 'membre membres adhérent adhérente adhérents signataire signataires')
frames.noun(
  'launched',
  'PO>ID',
  OF,
  'fondateur fondateurs fondatrice créateur créatrice cofondateur cofondatrice initiateur initiatrice',
)
frames.noun('participatesIn', 'O>E', OF, 'exposant exposante exposants parrain sponsor')
frames.noun('participatesIn', 'P>E', OF, 'invité invitée intervenant intervenante orateur oratrice')
frames.noun('produces', 'O>D', OF, 'éditeur éditrice fabricant constructeur producteur')
frames.noun('publishedBy', 'W>O', OF, 'éditeur éditrice', { inverse: true })
frames.noun('presentedBy', 'W>P', OF, 'auteur auteure autrice coauteur coautrice', { inverse: true })

frames.act('memberOf', 'PO>IO', 'à au aux', OF, 'adhésion')
frames.act('acquired', 'O>O', OF, 'par', 'rachat acquisition reprise absorption')
frames.act('acquired', 'O>O', OF, '', 'giron contrôle', { after: 'dans sous', inverse: true, confidence: 0.7 })
frames.act('worksFor', 'P>O', OF, '', 'tête commandes direction présidence rênes barre', {
  after: 'pris prend prendra prendre reprend repris à aux',
})
frames.act('acquired', 'O>O', 'sur', '', 'main', { after: 'met mis mettre mettra mettant', confidence: 0.8 })
frames.act('invests', 'O>O', 'dans', OF, 'participation', { confidence: 0.6 })
frames.act('invests', 'O>O', OF, '', 'capital', { after: 'au', confidence: 0.6 })
frames.verb('invests', 'O>O', 'lever récolter', { via: 'auprès', inverse: true, money: true, confidence: 0.75 })
frames.verb('invests', 'O>O', 'obtenir recevoir toucher décrocher', {
  via: "auprès de du des d'",
  inverse: true,
  money: true,
  confidence: 0.7,
})
frames.noun('invests', 'O>O', OF, 'actionnaire actionnaires')
frames.verb('launched', 'O>I', 'porter piloter', { confidence: 0.6 })
frames.act('acquired', 'O>O', OF, '', 'contrôle', { after: 'pris prend prendra prendre prenant' })
frames.act('participatesIn', 'PO>E', 'à au aux lors', '', 'parole', {
  after: 'pris prend prennent prendra prendront prendre prenant',
})
frames.act('participatesIn', 'PO>E', 'à au aux', '', 'part', {
  after: 'pris prend prennent prendra prendront prendre prenant',
})
frames.act(
  'partnerOf',
  'O>O',
  WITH,
  OF,
  'accord-cadre contrat-cadre mémorandum partenariat accord collaboration alliance coopération convention protocole ensemble conjointement',
  {
    confidence: 0.7,
  },
)
frames.act('partnerOf', 'O>O', OF, '', 'collaboration concours soutien appui aide', {
  after: 'avec grâce',
  confidence: 0.65,
})
frames.act('participatesIn', 'PO>E', 'à au aux', OF, 'participation présence intervention')
frames.act('participatesIn', 'PO>E', 'à au aux sur', OF, 'stand', { confidence: 0.7 })
frames.act('invests', 'O>OIC', 'dans', OF, 'investissement investissements', { confidence: 0.7 })
frames.act('launched', 'PO>ID', OF, 'par', 'lancement création', { confidence: 0.65 })

export const FRENCH_RELATIONS: RelationLexicon = {
  verbs: frames.verbs,
  nouns: frames.nouns,
  acts: frames.acts,
  listed: readListed(`
    participatesIn object: salons événements agenda rendez-vous rencontrer
    partnerOf subject: partenaire partenaires partenariats
    memberOf object: membre membres adhésions adhésion adhérent adhérents signataire signataires
    subsidiaryOf subject: filiale filiales
    subsidiaryOf object: propriétaire mère
    competesWith subject: concurrent concurrents
    produces object: marque marques produit produits gamme gammes
    locatedIn object: site sites usine usines implantation implantations siège pays
  `),
  titleColumns: wordSet('fonction rôle poste titre'),
  roles: FRENCH_ROLES,
  elsewhere: wordSet(
    'région département ville commune pays métropole ministère syndicat parti république chambre cour tribunal université',
  ),
  former: wordSet('ancien ancienne anciens ex ex- précédent précédente'),
  roleOf: wordSet("de du des d' chez à au aux pour"),
  determiners: wordSet("le la les l' un une ce cet cette ces son sa ses leur leurs notre nos mon ma mes votre vos"),
  possessives: wordSet('son sa ses leur leurs notre nos mon ma mes votre vos'),
  contracted: wordSet('du des au aux'),
  objectRelatives: wordSet("que qu'"),
  whose: wordSet('dont'),
  titles: wordSet('m mme mlle dr pr maître professeur professeure docteur monsieur madame'),
  staff: FRENCH_STAFF,
  examples: wordSet('parmi lesquelles lesquels comme tels telles que notamment dont'),
  naming: wordSet(
    'appelé appelée appelle baptisé baptisée nommé nommée nomme intitulé intitulée intitule dénommé dénommée surnommé surnommée',
  ),
  of: wordSet(OF),
  by: wordSet('par'),
  under: wordSet('sous'),
  at: wordSet('à au aux en dans'),
  prepositions: wordSet(
    `de du des d' à au aux en dans par pour avec sans sur sous chez vers entre selon depuis pendant contre outre lors
     après avant dès devant derrière malgré parmi via jusqu'à jusqu' près`,
  ),
  conjunctions: wordSet('et ou puis'),
  relatives: wordSet('qui'),
  subordinators: wordSet("que qu' si s'il quand lorsque lorsqu' où dont car comme puisque mais tandis alors"),
  conditionals: wordSet('si'),
  fillers: wordSet(
    `déjà aussi également ensuite récemment officiellement ainsi notamment désormais aujourd'hui alors toujours encore
     pourtant quant depuis y en lui leur l' bien enfin même ici ensemble elle-même lui-même longtemps`,
  ),
  reflexives: wordSet("se s'"),
  negations: wordSet('pas plus jamais ni aucun aucune'),
  have: wordSet('a ont avait avaient aura auront aurait auraient ayant avons avez eu avions'),
  be: wordSet('est sont était étaient sera seront serait seraient été étant fut furent sommes être'),
  will: wordSet('aura auront sera seront'),
  would: wordSet('aurait auraient serait seraient'),
  governors: new Map([
    ...[
      ...wordSet(
        `prévoit prévoient prévoyait compte comptent entend entendent envisage envisagent souhaite souhaitent veut veulent
       va vont doit doivent projette projettent espère espèrent vise visent prévu promet promettent décidé engage engagent
       apprête apprêtent ambitionne ambitionnent allons voulons souhaitons prévoyons`,
      ),
    ].map((form) => [form, 'planned'] as const),
    ...[...wordSet('vient viennent continue continuent commencé permis permet réussi achevé fini')].map(
      (form) => [form, 'asserted'] as const,
    ),
    ...[...wordSet('pourrait pourraient devrait devraient peut peuvent voudrait')].map(
      (form) => [form, 'hypothetical'] as const,
    ),
    ...[...wordSet('refuse refusent refusé renoncé renonce échoué')].map((form) => [form, 'negative'] as const),
  ]),
  infinitiveMarkers: wordSet("de d' à pour"),
  facilities: wordSet(
    `antenne antennes agences magasins boutiques ateliers entrepôts équipe équipes usine usines siège site bureau bureaux magasin boutique entrepôt plate-forme plateforme laboratoire brasserie atelier
     ateliers agence campus centre fabrique fonderie chantier dépôt ferme raffinerie aciérie carrière terminal silo four
     scierie cimenterie conserverie papeterie`,
  ),
  owned: new Map<string, Category>([
    ...[...wordSet('stratégie plan programme projet initiative démarche feuille label philosophie campagne')].map(
      (word) => [word, 'initiative'] as const,
    ),
    ...[...wordSet('rapport rapports étude études livre livres document guide guides enquête bilan charte')].map(
      (word) => [word, 'work'] as const,
    ),
    ...[
      ...wordSet(
        'application applications plateforme logiciel logiciels service outil produit produits gamme gammes marque marques modèle modèles',
      ),
    ].map((word) => [word, 'product'] as const),
  ]),
  organs: wordSet(
    'direction équipe équipes conseil groupe société entreprise administration filiales salariés ingénieurs',
  ),
  copulas: wordSet(
    'figure figurent été fait font faisait fera est sont était reste demeure devient devenu devenue fut sera sommes étaient',
  ),
  saying: wordSet(
    `déclare déclaré souligne souligné explique expliqué affirme affirmé indique indiqué précise précisé annonce annoncé
     rappelle rappelé ajoute ajouté estime estimé assure assuré mentionne confie dénonce dénoncé résume résumé`,
  ),
  according: wordSet("selon d'après"),
  headPronouns: wordSet("en y c' elle il"),
  times: { since: wordSet('depuis'), until: wordSet("jusqu'en jusqu'à jusqu' jusque"), at: wordSet('en') },
  money: wordSet(
    'deux trois quatre cinq six sept huit neuf dix euros euro dollars millions milliards subvention prêt aide budget',
  ),
  months: wordSet(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre printemps été automne hiver',
  ),
}
