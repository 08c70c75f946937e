import type { Language } from '../../pipeline/model.ts'

/** What static pages say besides what was extracted. */
export interface Words {
  explore: string
  openInGraph: string
  inThisArticle: string
  alsoCalled: string
  elsewhere: string
  relations: string
  targets: string
  targetsLead: string
  mentionedIn: string
  attributedTo: string
  noActor: string
  missing: string
  line: string
  otherLanguages: string
  since: string
  by: string
  from: string
  skip: string
  published: string
  /** Before a link to where an article was published. */
  source: string
  noYear: string
  status: string
}

export const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    explore: 'Explorer le graphe',
    openInGraph: 'Voir dans le graphe',
    inThisArticle: 'Dans cet article',
    alsoCalled: 'Aussi',
    elsewhere: 'Ailleurs',
    relations: 'Relations',
    targets: 'Objectifs',
    targetsLead: 'Qui s’engage à quoi, de combien et pour quand, avec la phrase qui le dit.',
    mentionedIn: 'Cité dans',
    attributedTo: 'selon',
    noActor: 'Acteur non précisé',
    missing: 'non précisé :',
    line: 'ligne',
    otherLanguages: 'Aussi en',
    since: 'depuis',
    by: 'd’ici',
    from: 'par rapport à',
    skip: 'Aller au contenu',
    published: 'Publié',
    source: 'Source',
    noYear: 'Sans échéance',
    status: 'statut',
  },
  en: {
    explore: 'Explore the graph',
    openInGraph: 'Show in the graph',
    inThisArticle: 'In this article',
    alsoCalled: 'Also',
    elsewhere: 'Elsewhere',
    relations: 'Relations',
    targets: 'Targets',
    targetsLead: 'Who commits to what, how much and by when, with the sentence that says so.',
    mentionedIn: 'Mentioned in',
    attributedTo: 'according to',
    noActor: 'Actor not stated',
    missing: 'not stated:',
    line: 'line',
    otherLanguages: 'Also in',
    since: 'since',
    by: 'by',
    from: 'from',
    skip: 'Skip to content',
    published: 'Published',
    source: 'Source',
    noYear: 'No year given',
    status: 'status',
  },
}
