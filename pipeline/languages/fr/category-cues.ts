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
        'concurrent concurrente rival rivale partenaire fournisseur prestataire bureau ingénieriste gestionnaire exploitant fonds éditions éditeurs',
      ],
      ['person', 'm mme mlle dr madame monsieur maître'],
      [
        'place',
        'ville commune région département village fleuve rivière île quartier montagne canton province comté rue avenue boulevard',
      ],
      [
        'product',
        'vélo voiture navire ferry cargo jean bière beurre fromage soda jus eau yaourt skyr pain montre téléphone smartphone carton produit gamme marque modèle série appareil robot camion bateau carreaux bouteille bouteilles pots marques gammes modèles bières vin vins navires voitures vélos fromages liant ciment béton peinture machine machines batterie batteries',
      ],
      ['initiative', 'philosophie feuille chantier opération'],
      ['event', 'édition assises'],
      ['work', 'article roman film essai mémoire traité magazine'],
    ]),
  ]),
  nameWords: map([
    [
      'organization',
      `groupe compagnie société fondation association institut université école agence ministère fédération syndicat
       confédération laboratoires laboratoire banque coopérative mutuelle observatoire conseil commission union comité
       ateliers éditions papeteries cartonnages laiterie laiteries brasserie fromagerie verrerie métropole office
       communauté chambre caisse centre grupo group sa sas sarl scop cabinet collectif réseau ligue cycles transports
       teintures aciéries forges filatures tuileries verreries fonderies tanneries conserves chantiers
       laines huileries clinique hôpital gouvernement matériaux industries distribution logistique participations sucreries biscuits textiles chocolats meubles`,
    ],
    [
      'event',
      'salon foire forum sommet congrès festival assises journée journées conférence rencontres convention grenelle semaine',
    ],
    ['work', 'rapport loi directive règlement livre charte guide traité décret accord'],
    ['initiative', 'plan programme pacte coalition alliance stratégie initiative label'],
    ['place', 'golfe mer baie vallée massif monts lac plaine presqu’île'],
  ]),
  complements: map([
    ['place', 'ville commune village agglomération département province port'],
    [
      'organization',
      'stratégie approche engagements filiale pdg salariés actionnaire actionnaires dirigeants adhérents',
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
  occasions: new Set(['lors', 'pendant', 'durant', "l'occasion"]),
}
