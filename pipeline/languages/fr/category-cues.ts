import type { Category } from '../../model.ts'
import type { CategoryCues } from '../category-cues.ts'
import { conjugate } from './conjugate.ts'
import { FRENCH_REFERENCES } from './references.ts'
import { FRENCH_ROLES, FRENCH_STAFF } from './roles.ts'

const map = (entries: readonly (readonly [Category, string])[]): Map<string, Category> =>
  new Map(
    entries.flatMap(([category, words]) =>
      words
        .trim()
        .split(/\s+/)
        .map((word) => [word, category] as const),
    ),
  )

const objects = new Map<string, Category>()
for (const [category, verbs] of [
  ['organization', 'racheter acquérir'],
  ['product', 'fabriquer commercialiser brasser'],
] as const) {
  for (const verb of verbs.split(' ')) for (const [form] of conjugate(verb)) objects.set(form, category)
}

/** Nouns that stand beside names of more than one category: a place and its administration, a text and its cause. */
const AMBIGUOUS = new Set([
  'charte',
  'ville',
  'commune',
  'communauté',
  'région',
  'start-up',
  'startup',
  'municipalité',
  'mairie',
  'métropole',
  'collectivité',
  'maison',
  'pacte',
  'maire',
  'service',
])

export const FRENCH_CATEGORY_CUES: CategoryCues = {
  descriptors: new Map([
    ...[...FRENCH_REFERENCES.nominals].flatMap(([word, { category }]) =>
      AMBIGUOUS.has(word) || (FRENCH_ROLES.has(word) && !FRENCH_STAFF.has(word)) ? [] : [[word, category] as const],
    ),
    ...map([
      [
        'organization',
        `concurrent concurrente rival rivale partenaire fournisseur prestataire bureau ingénieriste gestionnaire
         exploitant éditions éditeurs brasseur spécialiste leader pépite licorne spin-off sous-traitant
         intégrateur courtier aménageur opératrice constructrice radio télévision quotidien
         hebdomadaire mensuel journal média orchestre coentreprise co-entreprise joint-venture papeterie foncière bailleur
         énergéticien électricien syndicat confédération`,
      ],
      [
        'person',
        `m mme mlle dr madame monsieur maître économiste chercheur chercheuse ministre député députée sénateur sénatrice
         eurodéputé eurodéputée professeur professeure journaliste sociologue climatologue biologiste océanographe géologue
         hydrologue historien historienne écrivain écrivaine romancier romancière philosophe réalisateur réalisatrice
         cinéaste acteur actrice comédien comédienne chanteur chanteuse musicien musicienne compositeur compositrice
         peintre sculpteur sculptrice architecte photographe avocat avocate militant militante agriculteur agricultrice
         viticulteur viticultrice apicultrice apiculteur médecin chirurgien chirurgienne infirmier
         infirmière roi reine empereur impératrice prince princesse duc duchesse comte comtesse pape évêque cardinal
         général colonel capitaine lieutenant amiral maréchal joueur joueuse attaquant entraîneur entraîneuse cycliste
         athlète pianiste violoniste poète poétesse dramaturge graphiste illustrateur illustratrice dessinateur
         dessinatrice`,
      ],
      [
        'place',
        `ville commune région département village fleuve rivière île quartier montagne canton province comté rue avenue
         boulevard lac mer océan golfe baie détroit mont forêt plaine vallée péninsule archipel hameau bourg
         arrondissement capitale pays port aéroport gare stade château abbaye cathédrale pont`,
      ],
      [
        'product',
        `vélo voiture navire ferry cargo jean jeans veste bière beurre fromage soda jus eau yaourt skyr pain montre téléphone smartphone carton produit gamme marque modèle série appareil robot camion bateau carreaux bouteille bouteilles pots marques gammes modèles bières vin vins navires voitures vélos fromages liant ciment béton peinture machine machines batterie batteries
         fourgon utilitaire camionnette suv berline citadine scooter trottinette tracteur turbine chaudière moteur
         réacteur puce processeur capteur vaccin médicament molécule crème shampoing parfum console framework langage
         navigateur technologie procédé matériau alliage tissu revêtement engrais satellite fusée lanceur avion
         hélicoptère train rame podcast blog infolettre newsletter paquebot voilier cargo pétrolier bac vedette`,
      ],
      ['initiative', 'philosophie feuille chantier opération'],
      [
        'event',
        `édition assises marathon tournoi championnat bataille guerre exposition biennale séisme tempête ouragan cyclone
         gala sommet`,
      ],
      ['work', 'article roman film essai mémoire traité magazine album chanson documentaire décret ordonnance'],
    ]),
  ]),
  nameWords: map([
    [
      'organization',
      `groupe compagnie société fondation association institut université école agence ministère fédération syndicat
       confédération laboratoires laboratoire banque coopérative mutuelle observatoire conseil commission union comité
       ateliers éditions papeterie papeteries imprimerie imprimeries cimenterie verreries scierie scieries raffinerie cartonnerie sucrerie conserverie biscuiterie chocolaterie manufacture inspection direction secrétariat haut-commissariat tribunal cour préfecture rectorat mairie régie établissements ets mission confrérie orchestre opéra théâtre musée maison cartonnages laiterie laiteries brasserie fromagerie verrerie métropole office
       communauté chambre caisse centre grupo group sa sas sarl scop cabinet collectif réseau ligue cycles transports
       teintures aciéries forges filatures tuileries verreries fonderies tanneries conserves chantiers
       laines huileries clinique hôpital gouvernement matériaux industries distribution logistique participations sucreries biscuits textiles chocolats meubles`,
    ],
    [
      'event',
      'salon foire forum sommet congrès festival assises colloque marathon journée journées conférence rencontres convention grenelle semaine',
    ],
    ['work', 'rapport loi directive règlement livre charte guide traité décret accord convention-cadre protocole'],
    ['initiative', 'plan programme pacte coalition alliance stratégie initiative label fonds dispositif'],
    ['place', 'golfe mer baie vallée massif monts lac plaine presqu’île'],
  ]),
  complements: map([
    ['place', 'ville commune village agglomération département province port'],
    [
      'organization',
      `stratégie approche engagements filiale filiales pdg salariés actionnaire actionnaires dirigeants adhérents directoire
       actionnariat capital rachat absorption acquisition reprise concurrent concurrente concurrents rival rivale rivaux
       employés ingénieurs équipes bénéfices actions sous-traitants fournisseurs sociétaires partenaire catalogue`,
    ],
  ]),
  objects,
  located: new Set([
    'siège',
    'basé',
    'basée',
    'basés',
    'basées',
    'implanté',
    'implantée',
    'situé',
    'située',
    'installé',
    'installée',
    'usine',
    'né',
    'née',
    'siègent',
    'habite',
  ]),
  occasionWords: new Set(['salon', 'foire', 'sommet', 'festival', 'congrès', 'assises', 'marathon', 'colloque']),
  occasions: new Set(['lors', 'pendant', 'durant', "l'occasion"]),
}
