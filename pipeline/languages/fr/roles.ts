import { wordSet } from '../relation-lexicon.ts'

/** Nouns that say what somebody is in an organization. */
export const FRENCH_ROLES = wordSet(
  `président présidente vice-président vice-présidente directeur directrice directeur-adjoint codirecteur codirectrice
   pdg p-dg dg responsable chef cheffe gérant gérante cogérant dirigeant dirigeante patron patronne administrateur
   administratrice fondateur fondatrice cofondateur cofondatrice co-fondateur co-fondatrice secrétaire trésorier trésorière
   porte-parole délégué déléguée conseiller conseillère ministre député députée sénateur sénatrice commissaire
   chargé chargée ingénieur ingénieure chercheur chercheuse économiste analyste professeur professeure maître maîtresse
   coordinateur coordinatrice coordonnateur coordonnatrice animateur animatrice rédacteur rédactrice journaliste
   consultant consultante juriste géologue hydrologue climatologue biologiste écologue océanographe sociologue
   représentant représentante manager développeur développeuse designer technicien technicienne
   maraîcher brasseur brasseuse acheteur acheteuse doyen doyenne recteur rectrice préfet préfète président-directeur
   spécialiste expert experte référent référente associé associée conducteur conductrice élu élue adjoint adjointe numéro conservateur conservatrice salarié salariée
   envoyé envoyée maire correspondant correspondante enseignant enseignante data-scientist entrepreneur entrepreneuse intrapreneur intrapreneuse syndicaliste`,
)

/** Of these, the roles inside an organization: a text that names none means its own. */
export const FRENCH_STAFF = wordSet(
  `directeur directrice pdg p-dg président-directeur dirigeant dirigeante patron patronne gérant gérante responsable
   fondateur fondatrice cofondateur cofondatrice co-fondateur co-fondatrice porte-parole président présidente
   vice-président vice-présidente chef cheffe`,
)
