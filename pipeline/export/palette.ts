import type { NodeAttributes } from '../model.ts'

/**
 * One colour a category, for graphs, legend and marks alike. Hues are after Okabe and Ito's and Paul Tol's palettes for
 * colour-blind readers, set to middling lightness so that each stands out from a white and from a near-black page.
 */
export const CATEGORY_COLORS: Readonly<Record<NodeAttributes['category'], string>> = {
  person: '#c8553d',
  organization: '#3f7fbf',
  place: '#3f9a6b',
  event: '#b5651d',
  product: '#8a63b8',
  work: '#c46a9d',
  initiative: '#1f9aa8',
  concept: '#8c8456',
  document: '#7b8794',
  target: '#c99a1e',
}
