import type { NodeAttributes } from '../model.ts'

/** A value for each theme of the page. */
export interface Themed {
  light: string
  dark: string
}

/**
 * The colours of categories on the page and its canvas, by theme; exported graphs, which hold one colour a node, have the
 * light ones. Each has a contrast of 4.5 with every ground of its theme, since it colours words.
 */
export const CATEGORY_COLORS: Readonly<Record<NodeAttributes['category'], Themed>> = {
  person: { light: '#b03566', dark: '#f08db0' },
  organization: { light: '#2a65a5', dark: '#80b5ee' },
  place: { light: '#287a4b', dark: '#6fc896' },
  event: { light: '#96590a', dark: '#e2a75e' },
  product: { light: '#5f52bd', dark: '#aaa5f6' },
  work: { light: '#8b3f92', dark: '#d995dc' },
  initiative: { light: '#0d7680', dark: '#58c4ce' },
  concept: { light: '#676a1d', dark: '#c1c366' },
  document: { light: '#5b6471', dark: '#a5b0bc' },
  target: { light: '#876200', dark: '#e4be49' },
}
