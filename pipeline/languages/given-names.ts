import type { Gender } from './reference-lexicon.ts'

const WOMEN = `adèle adeline agathe agnès aïcha aïssata alexandra alice alicia aline alison amandine amélie amina amy ana anaïs
  andrée anita ann anna annabelle anne annette annick annie antoinette ariane armelle astrid audrey aurélie aurore
  awa barbara bárbara béatrice bénédicte bérangère bernadette bertille bianca birgit blandine brigitte bridget camila carla
  carole caroline catherine cathy cécile céline chantal charlotte chiara chloé christelle christiane christine cindy claire
  clara clarisse claudia claudine clémence clémentine coline colette coralie corinne cynthia daniela danielle danièle
  deborah delphine denise diana diane edith eleanor elena éléonore elin élisabeth elizabeth élise ella ellen élodie
  elsa emily emma emmanuelle erika esther estelle eugénie eva évelyne fanny fatima fatou fatoumata fiona flora florence
  frances françoise freya frida gabrielle gaëlle geneviève georgia géraldine ghislaine gisèle grace gwenaëlle hanna hannah
  harriet hélène helen helena henriette hilary inès ingrid irène isabel isabella isabelle isobel jacqueline jane janet
  jeanne jennifer jenny jessica joan joanna joëlle johanna josephine joséphine josette judith julia julie juliette justine
  karen karima karine kate katharina katherine kathleen khadija kirsten laetitia lara laura laure laurence léa leïla léonie
  leslie lidia lily linda lisa lise liv livia lola louise lucía lucie lucy ludivine lydia lydie madeleine maëlle maëlys
  magali maïté manon margaret margaux margot maria maría mariam mariama marianne marie marine marion marlène marta martha
  marthe martine mary mathilde maud maya mélanie mélissa michelle mireille miriam moira monica monique morag morgane
  muriel myriam nadège nadia nadine nancy naïma natacha natalia natalie nathalie nina noémie noor nora nour océane odette
  odile olga olivia pamela paola patricia paula paule pauline peggy pénélope perrine pierrette priscilla priya rachel rachida
  raphaëlle rebecca régine renée rita roberta romane rosa rosalie rose roxane ruth sabine sabrina salma samira sandra
  sandrine sara sarah ségolène sheila shirley sigrid silvia simone sofia solène solange sonia sophia sophie stella stéphanie
  susan susanna suzanne svetlana sylvaine sylvia sylviane sylvie tatiana teresa thérèse tiphaine ursula valentina valentine
  valérie vanessa véronique victoire victoria vinciane violaine violette virginia virginie viviane wanda wendy yasmina
  yasmine yolande yvette yvonne zoé zohra`
const MEN = `aaron abdel abdou abdoulaye adam adrian adrien ahmed aidan alain alan albert albin aldo alessandro alexander alexandre
  alexis alfred ali alistair alphonse amadou anatole anders andré andrew ángel anthony antoine antonin antonio
  arnaud arthur auguste augustin aurélien axel baptiste barnabé barry basile bastien ben benjamin benoît bernard bertrand
  bill björn bob boris boubacar brendan brian brice bruno callum carl carlos cédric charles christian christophe
  christopher clément colin cyril dan daniel danny dave david denis derek didier diego dimitri dmitri donald dylan eamon
  edgar edmond edouard édouard edward éloi émile emil emmanuel enzo eric éric erik ernest étienne eugène ewan fabien
  fabrice farid félix ferdinand fernando florent florian francis francisco franck françois frank fred frédéric frederick
  gabriel gareth gary gaspard gaston gautier geoffrey george georges gérard ghislain giacomo gianni gilbert gilles giovanni
  giuseppe gordon graham grégoire grégory guillaume günter gustave guy hamid hans harald harold harry hassan henri henry
  herbert hervé hubert hugh hugo hugues ian ibrahim idriss igor isaac ismaël ivan ivo jack jacob jacques jakob james jan jasper
  javier jean jeff jérémie jérémy jeremy jérôme jim joachim joe joël joey johan johannes john johnny jonas jonathan joost
  jorge josé joseph joshua josué juan jules julian julien kamel karim karl keith ken kenneth kevin kofi kwame lamine lars
  laurent leif léon léonard leonard liam lionel loïc louis luc luca lucas lucien ludovic luis luke maël malcolm malik mamadou
  manuel marc marcel marco marcus mario mark markus martin matteo mathieu matthew matthias matthieu maurice max maxence
  maxime mehdi michael michaël mickaël miguel mike mikkel mohamed mohammed moritz moussa murray nathan neil nicholas nick
  nicolas niels nigel noah noé olaf oliver olivier omar oscar oskar otto ousmane owen pablo pascal patrice patrick paul
  pavel pedro peter philip philippe pierre piotr quentin rachid ralph raoul raphaël rashid raymond rémi rémy renaud rené
  ricardo richard robert robin rodolphe roger roland romain roman ronan rory ross roy ruben rupert ryan salif salim samir
  samuel saïd scott sean sébastien serge sergei sergio simon stefan stéphane stephen steve steven stuart sven sylvain
  tanguy tariq terence thibault thibaut thierry thomas tim timothée timothy tobias tom tomás tony tristan ulrich valentin
  valère victor vincent vladimir walter werner wilfried william wouter xavier yacine yann yannick yoann youssef yves yvan
  yvon zachary`

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ...WOMEN.split(/\s+/).map((name) => [name, 'f'] as const),
  ...MEN.split(/\s+/).map((name) => [name, 'm'] as const),
])

/**
 * The gender that a person’s given name is nearly always of in French and English texts; null where it may be either or
 * is not known. Compound names have that of their first part: `Anne-Marie`, `Jean-Marie`.
 */
export function genderOf(name: string): Gender {
  const given = /^[\p{L}’']+/u.exec(name.toLowerCase())?.[0] ?? ''
  return GENDERS.get(given) ?? null
}
