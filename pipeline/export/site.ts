import { bundleApp } from '../../site/bundle.ts'
import type { Artifact } from '../model.ts'
import type { ExportInput } from './export-input.ts'
import { indexKnowledge, type PageIndex } from './page-index.ts'
import { exportPages, type PageDocument } from './pages.tsx'
import { exportSiteData } from './site-data.ts'
import { sitePage } from './site-page.ts'

export interface SiteInput extends Omit<ExportInput, 'documents'> {
  /** In id order. */
  documents: Iterable<PageDocument>
  /** Offsets at which the blocks of each document start, rising. */
  anchors: PageIndex['anchors']
  /** Files that documents show or link to. */
  media?: AsyncIterable<Artifact>
}

/**
 * Every file of the site besides `data/`: the page with its script, styles, fonts and data, and the pages beside it. What
 * takes time is made when its content is read.
 */
export async function* exportSite(input: SiteInput): AsyncIterable<Artifact> {
  yield { path: 'index.html', content: sitePage(input) }
  yield* bundleApp()
  if (input.media) yield* input.media
  const index = indexKnowledge(input.knowledge, input.anchors)
  const data = exportSiteData(input, index)
  const pages = exportPages(input, index)
  yield* data.common
  for (const document of input.documents) {
    yield data.article(document)
    yield pages.article(document)
  }
  yield* pages.common
}
