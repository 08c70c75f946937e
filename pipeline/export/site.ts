import type { Artifact } from '../model.ts'
import type { ExportInput } from './export-input.ts'
import { exportPages, type PageDocument } from './pages.tsx'

export interface SiteInput extends Omit<ExportInput, 'documents'> {
  /** In id order; may be iterated more than once. */
  documents: Iterable<PageDocument>
}

/** Every file of the site besides `data/`. */
export async function* exportSite(input: SiteInput): AsyncIterable<Artifact> {
  yield* exportPages(input)
}
