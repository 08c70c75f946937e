import type { ConceptLanguage } from '../../names/find-concepts.ts'

/** What French says of key terms. */
export const frenchConcepts: ConceptLanguage = {
  established:
    'neutralité carbone, zéro émission nette, zéro émission, énergie renouvelable, gaz à effet de serre, changement climatique, réchauffement climatique, économie circulaire, transition écologique, transition énergétique, déchet électronique, intelligence artificielle, apprentissage automatique, empreinte carbone, bilan carbone, compensation carbone, puits de carbone, sobriété énergétique, efficacité énergétique, développement durable, obsolescence programmée, agriculture biologique, agriculture régénératrice, devoir de vigilance, consigne de verre, hydrogène vert, logiciel libre, données ouvertes, open data, code source ouvert, dette technique, inclusion numérique, fracture numérique, sobriété numérique, haie bocagère, prairie permanente, eau potable, zone humide, artificialisation des sols, zéro artificialisation nette, zéro déchet, chaîne de valeur, chaîne d’approvisionnement, économie sociale et solidaire, responsabilité élargie du producteur, finance durable, obligation verte, taxonomie verte, plastique recyclé, matière recyclée, pompe à chaleur, panneau photovoltaïque',
  generic:
    'année an mois jour semaine fois exemple mise cas manière façon part millier million milliard personne gens moyen reste suite fin début heure moment lieu place temps vie monde chose point nombre question problème réponse besoin aide travail objectif ensemble partie côté mesure cadre sujet type sorte état idée effet série tour rôle but niveau page ligne mot nom titre rapport présent nouveau nouvelle grand grande petit petite premier première dernier dernière second prochain prochaine bon bonne même autre seul seule propre long longue haut bas vrai meilleur moyenne plus moins très bien mieux aussi encore déjà toujours jamais ainsi alors peu beaucoup trop euro pour-cent près loin tard ailleurs',
  verbs: 'mettre prendre faire passer venir tenir lancer permet permettent propose proposent vise visent',
  introducing: 'terme notion concept expression mot formule principe',
}
