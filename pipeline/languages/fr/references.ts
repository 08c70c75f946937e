import type { Category } from '../../model.ts'
import type { Gender, NominalNoun, OrganizationSort, ReferenceLexicon } from '../reference-lexicon.ts'
import { FRENCH_ROLES } from './roles.ts'

const NOMINALS = new Map<string, NominalNoun>()

function add(category: Category, gender: Gender, words: string, sort: OrganizationSort = null, called = false): void {
  for (const word of words.trim().split(/\s+/)) NOMINALS.set(word, { category, gender, plural: false, sort, called })
}

add(
  'organization',
  'f',
  `entreprise société compagnie firme start-up startup marque enseigne maison brasserie laiterie banque filiale
   multinationale holding manufacture papeterie verrerie scierie chocolaterie biscuiterie fromagerie conserverie
   aciérie raffinerie fonderie tannerie sucrerie chaîne`,
  'business',
)
add(
  'organization',
  'm',
  `groupe constructeur fabricant transporteur brasseur distributeur opérateur industriel géant énergéticien armateur
   équipementier éditeur cabinet producteur négociant logisticien assureur sidérurgiste cimentier chocolatier papetier
   exploitant actionnaire propriétaire éleveur semencier meunier cosmétiqueur horloger verrier chimiste avionneur motoriste câblier imprimeur voyagiste hôtelier cuisiniste
   raffineur aciériste céréalier sucrier grossiste détaillant bailleur promoteur installateur teinturier laitier pétrolier
   gazier plasturgiste loueur embouteilleur confiseur carrossier fondeur traiteur vigneron fournisseur`,
  'business',
)
add('organization', 'f', 'coopérative mutuelle', 'business')
add('organization', 'f', 'association ong fondation fédération confédération patronale ligue', 'association')
add('organization', 'm', 'syndicat collectif mouvement parti think-tank', 'association')
add(
  'organization',
  'f',
  'agence collectivité municipalité mairie métropole préfecture régie université académie école commission autorité',
  'public',
)
add('organization', 'f', 'commune ville communauté région', 'public', true)
add('organization', 'm', 'ministère institut laboratoire musée rectorat gouvernement établissement', 'public')
add('organization', 'f', 'organisation entité institution structure')
add('organization', 'm', 'organisme consortium club centre')
add(
  'person',
  'f',
  `dirigeante présidente directrice ministre élue patronne fondatrice cofondatrice chercheuse intéressée conseillère
   cheffe députée sénatrice ingénieure entrepreneuse militante autrice économiste secrétaire maire`,
)
add(
  'person',
  'm',
  `dirigeant président directeur élu patron fondateur cofondateur chercheur intéressé conseiller député sénateur
   ingénieur entrepreneur militant auteur pdg`,
)
add('work', 'm', 'document rapport livre texte guide ouvrage mémoire règlement manifeste référentiel')
add('work', 'f', 'étude loi charte publication norme enquête brochure directive')
add('initiative', 'm', 'plan programme projet label dispositif pacte')
add('initiative', 'f', 'stratégie initiative démarche alliance campagne coalition')
add('event', 'm', 'salon sommet forum congrès festival colloque séminaire')
add('event', 'f', 'conférence foire rencontre convention')
add('product', 'f', 'application plateforme plate-forme')
add('product', 'm', 'logiciel outil service site')

for (const role of FRENCH_ROLES) {
  if (NOMINALS.has(role)) continue
  const gender = /(?:trice|euse|ière|ée|ante|ente|enne|eure)$/.test(role)
    ? 'f'
    : /(?:teur|eur|ier|é|ant|ien)$/.test(role)
      ? 'm'
      : null
  NOMINALS.set(role, { category: 'person', gender, plural: false, sort: null, called: false })
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const REFERABLE: readonly Category[] = ['organization', 'person', 'initiative', 'work', 'product', 'event']

export const FRENCH_REFERENCES: ReferenceLexicon = {
  nominals: NOMINALS,
  definite: words("le la l' ce cet cette du au"),
  demonstrative: words('ce cet cette'),
  adjectives: words('premier première nouveau nouvelle jeune grand grande petit petite même dernier dernière'),
  complements: words("de du des d' qui que dont où"),
  subjectPronouns: new Map([
    ['elle', { gender: 'f', plural: false, categories: REFERABLE }],
    ['il', { gender: 'm', plural: false, categories: REFERABLE }],
    ['elles', { gender: 'f', plural: true, categories: ['organization'] }],
    ['ils', { gender: 'm', plural: true, categories: ['organization'] }],
  ]),
  impersonal: words(
    `faut fallait faudra y s'agit s'agissait existe reste convient semble paraît suffit pleut arrive fait importe
     vaut n'y agit manque`,
  ),
  be: words('est était sera serait fut'),
  clauseOpeners: words("de d' que qu'"),
  contracted: words('du au'),
  firstPerson: words('nous notre nos'),
  secondPerson: words('vous votre vos'),
  possessives: words('son sa ses leur leurs'),
  plurals: words('les des aux'),
  openers: words("que qu' et mais où car puisque puisqu' si lorsque lorsqu' quand dont comme"),
  organs: words('direction usine'),
  articles: words("le la les l' un une"),
  prepositions: words(
    `de du des d' à au aux en dans par pour avec sans sur sous chez vers entre selon depuis pendant contre outre lors
     après avant dès devant derrière malgré parmi via jusqu'à jusqu'`,
  ),
  describedWorks: [
    ['livre', 'blanc'],
    ['livre', 'vert'],
  ],
  naming: words(
    'baptisé baptisée appelé appelée nommé nommée intitulé intitulée dénommé dénommée surnommé surnommée dit dite',
  ),
}
