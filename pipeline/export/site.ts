import { bundleApp } from '../../site/bundle.ts'
import type { Artifact } from '../model.ts'
import type { ExportInput } from './export-input.ts'
import { exportPages, type PageDocument } from './pages.tsx'
import { exportSiteData } from './site-data.ts'
import { sitePage } from './site-page.ts'

export interface SiteInput extends Omit<ExportInput, 'documents'> {
  /** In id order; may be iterated more than once. */
  documents: Iterable<PageDocument>
  /** Files that documents show or link to. */
  media?: AsyncIterable<Artifact>
}

/** Every file of the site besides `data/`: the page with its script, styles, fonts and data, and the pages beside it. */
export async function* exportSite(input: SiteInput): AsyncIterable<Artifact> {
  yield { path: 'index.html', content: sitePage(input) }
  yield* bundleApp()
  if (input.media) yield* input.media
  yield* exportSiteData(input)
  yield* exportPages(input)
}
