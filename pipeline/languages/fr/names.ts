import type { NameLanguage } from '../../names/lexical-class.ts'

/** What French says of names. */
export const frenchNames: NameLanguage = {
  lexicon: {
    title:
      'm. mm. mme mmes mlle m monsieur madame messieurs mesdames mademoiselle maître me dr docteur docteure pr prof professeur professeure sir lord lady saint sainte père abbé dom mgr monseigneur frère sœur général colonel capitaine lieutenant commandant amiral sergent maréchal prince princesse roi reine duc duchesse comte comtesse baron baronne empereur impératrice pape cardinal cheikh émir sultan tsar imam rabbin pasteur',
    role: 'ministre ministres président présidente présidents vice-président vice-présidente pdg dg directeur directrice directeurs directrices maire maires député députée députés sénateur sénatrice préfet préfète secrétaire chef cheffe chefs responsable responsables fondateur fondatrice fondateurs cofondateur cofondatrice co-fondateur co-fondatrice dirigeant dirigeante patron patronne gérant gérante porte-parole délégué déléguée adjoint adjointe conseiller conseillère conseillers conseillères élu élue ingénieur ingénieure chercheur chercheuse chercheurs économiste économistes sociologue historien historienne physicien physicienne chimiste biologiste climatologue géographe philosophe écrivain écrivaine romancier romancière auteur autrice auteure auteurs poète poétesse peintre sculpteur sculptrice architecte photographe cinéaste réalisateur réalisatrice acteur actrice comédien comédienne chanteur chanteuse musicien musicienne compositeur compositrice journaliste rédacteur rédactrice avocat avocate juriste médecin infirmier infirmière enseignant enseignante étudiant étudiante développeur développeuse designer coach intrapreneur intrapreneuse entrepreneur entrepreneuse agriculteur agricultrice éleveur éleveuse boulanger boulangère artisan artisane footballeur footballeuse joueur joueuse entraîneur entraîneuse attaquant défenseur milieu gardien capitaine champion championne cycliste nageur nageuse athlète sélectionneur arbitre pilote commissaire juge procureur procureure gouverneur gouverneure ambassadeur ambassadrice consul chancelier chancelière militant militante bénévole coordinateur coordinatrice coordonnateur coordonnatrice présentateur présentatrice animateur animatrice lauréat lauréate né née signé signée animé animée présidé présidée dirigé dirigée écrit réalisé interprété',
    organizationNoun:
      'société sociétés groupe groupes entreprise entreprises firme compagnie association associations agence agences ministère ministères secrétariat université universités école institut instituts fondation fondations fédération fédérations confédération syndicat syndicats parti partis club clubs équipe équipes organisation organisations ong collectif collectifs coopérative coopératives constructeur opérateur fabricant éditeur fournisseur banque banques assureur laboratoire laboratoires cabinet bureau start-up startup startups start-ups filiale filiales maison marque marques enseigne enseignes distributeur journal quotidien hebdomadaire magazine radio chaîne média médias commission comité conseil assemblée parlement tribunal cour autorité office direction mission régie chambre union ligue réseau consortium mutuelle centre observatoire mairie préfecture rectorat gendarmerie police armée régiment incubateur maison-mère concurrent concurrente concurrents partenaire partenaires client clients actionnaire sous-traitant prestataire employeur formation orchestre troupe éditions lycée collège hôpital chu éditrice labels',
    placeNoun:
      'ville villes commune communes village villages région régions département départements canton cantons arrondissement province provinces état états pays capitale quartier quartiers rue avenue boulevard chemin route autoroute pont quai île îles presqu’île archipel lac lacs mer océan fleuve rivière ruisseau affluent mont montagne montagnes massif col pic vallée vallées plaine plateau désert forêt bois baie golfe cap côte détroit canal port aéroport gare station banlieue agglomération métropole communauté territoire territoires comté district municipalité hameau faubourg zone bassin delta estuaire source volcan grotte glacier péninsule continent frontière sud nord est ouest sud-est nord-est nord-ouest sud-ouest littoral',
    venueNoun:
      'stade stades musée palais salle salles château cathédrale église basilique abbaye chapelle mosquée temple synagogue théâtre opéra cinéma parc jardin jardins square place tour halle halles marché hôtel usine usines campus centrale barrage prison fort forteresse citadelle bibliothèque médiathèque cimetière monument phare immeuble bâtiment ferme domaine gymnase piscine amphithéâtre siège',
    eventNoun:
      'conférence conférences sommet sommets salon salons festival festivals congrès forum forums tournoi championnat championnats coupe guerre guerres bataille batailles journée journées édition crise tempête ouragan cyclone colloque séminaire convention rencontres rencontre assises hackathon foire exposition biennale marathon course rallye jeux olympiade olympiades élection élections présidentielle législatives référendum révolution révolte cérémonie gala concours trophée trophées épidémie pandémie séisme accident attentat procès affaire fête nuit semaine soirée webinaire meetup finale match',
    productNoun:
      'application applications appli applis logiciel logiciels service services site sites plateforme plateformes plate-forme outil outils langage langages framework navigateur navire navires bateau paquebot cargo voilier ferry sous-marin avion avions hélicoptère fusée satellite sonde voiture voitures véhicule véhicules modèle modèles berline camion moto vélo smartphone smartphones téléphone téléphones tablette ordinateur console montre processeur puce appareil machine robot système base simulateur portail interface extension module paquet moteur assistant messagerie jeu vaccin médicament gamme produit produits boisson bière fromage yaourt savon lessive version',
    workNoun:
      'loi lois livre livres rapport rapports film films album albums roman romans étude études norme normes traité traités directive directives règlement règlements décret ordonnance circulaire code charte protocole accord accords chanson chansons single titre article articles essai guide manuel atlas nouvelle recueil poème pièce symphonie tableau toile sculpture documentaire série séries épisode podcast émission thèse mémoire bd manga encyclopédie dictionnaire constitution déclaration arrêté blanc baromètre enquête carnet intitulé intitulée',
    initiativeNoun:
      'programme programmes plan plans stratégie stratégies projet projets label labels initiative initiatives alliance alliances coalition campagne campagnes appel appels prix fonds dispositif dispositifs opération opérations pacte contrat défi challenge certification bourse mouvement démarche baptisé baptisée chantier parcours',
    speech:
      'dit explique affirme déclare raconte souligne confie précise ajoute estime assure rappelle résume note indique annonce répond insiste conclut observe reconnaît regrette écrit témoigne sourit soupire plaisante admet avance détaille poursuit juge selon d’après interrogé interrogée rencontre interview entretien propos',
    naming:
      'appelé appelée appelés baptisé baptisée nommé nommée dénommé dénommée intitulé intitulée surnommé surnommée rebaptisé rebaptisée dit dite alias nom',
    motion:
      'habite vit réside né née naît installé installée situé située implanté implantée basé basée part arrive quitte rejoint rentre voyage siège',
    determiner:
      'le la les l’ un une des ce cet cette ces chaque quelques plusieurs certains certaines tout toute tous toutes aucun aucune autre autres',
    possessive: 'mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs',
    of: 'de d’ du',
    locative: 'à en dans vers depuis chez sous près entre jusqu’ jusque hors via',
    preposition:
      'au aux par pour avec sans sur contre avant après pendant dès face grâce parmi lors durant malgré outre envers',
    conjunction: 'et ou mais donc or ni car que qu’ si comme lorsque lorsqu’ quand puisque quoique où dont qui quoi',
    pronoun:
      'je j’ tu il elle on nous vous ils elles me m’ te t’ se s’ lui y moi toi eux celui celle ceux c’ cela ça ceci ici là ne n’ pas plus',
    auxiliary:
      'est sont était étaient fut furent sera seront a ont avait avaient eut aura auront peut peuvent doit doivent fait font va vont devient deviennent reste restent',
    family:
      'fils fille mère épouse époux femme mari veuve sœur-parent cousin cousine oncle tante grand-père grand-mère ami amie collègue prénom',
    calendar:
      'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre printemps été automne hiver an ans année années siècle mois jours',
  },
  commonNouns:
    'état états etat etats région régions département départements commune communes collectivité collectivités groupe société ministère ministères conseil conseils régional régionaux régionale régionales départemental départementaux départementale municipal municipaux communal startup startups start-up start-ups gouvernement président présidente directeur directrice maire ville mairie métropole préfecture administration administrations bourse nation république droit européen européenne européens français française internet web net open data numérique comité direction service services produit produits équipe équipes plan projet programme loi article annexe chapitre tableau figure partie territoire territoires bonjour merci madame monsieur nord sud est ouest dieu terre soleil covid',
  commonAcronyms:
    'tpe pme eti api apis pdf url urls faq rgaa-non html css js sql json csv xml pib tva rh drh dsi daf pdg dg ceo cto ux ui ia ai iot adn gps sms mms tv id ip vpn usb led wifi co co2 ges rse esg qr hlm cdi cdd rtt mooc kpi okr b2b b2c saas mvp poc qpv epci cv cp sim ong ongs bd cd dvd ok ko ps nb',
  vagueNouns:
    'équipe équipes groupe projet projets formation milieu capitaine édition éditions journée journées semaine nuit place centre produits partenaires version jeu modèle base source mouvement siège site-web direction service-public chantier parcours née né signé signée appel appels code série titre charte',
  descriptions: {
    'startup d’état': 'product',
    'startups d’état': 'product',
    'start-up d’état': 'product',
    'startup de territoires': 'product',
    'startup de territoire': 'product',
    'service public numérique': 'product',
    'service numérique': 'product',
    'application mobile': 'product',
    'application web': 'product',
    'logiciel libre': 'product',
    'site internet': 'product',
    'réseau social': 'product',
    'livre blanc': 'work',
    'feuille de route': 'initiative',
    'appel à projets': 'initiative',
    'appel à candidatures': 'initiative',
    'appel à manifestation d’intérêt': 'initiative',
    startup: 'product',
  },
}
