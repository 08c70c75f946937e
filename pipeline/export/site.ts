import { bundleApp } from '../../site/bundle.ts'
import type { Artifact } from '../model.ts'
import { type CategoryColors, categoryStyles } from './category-styles.ts'
import type { ExportInput } from './export-input.ts'
import { ICON, ICON_PATH } from './icon.ts'
import { indexKnowledge, type PageIndex } from './page-index.ts'
import { exportPages, type PageDocument } from './pages.tsx'
import { exportSiteData } from './site-data.ts'
import { sitePage } from './site-page.ts'

const STYLED = new Set(['app/app.css', 'pages.css'])

export interface SiteInput extends Omit<ExportInput, 'documents'> {
  /** In id order. */
  documents: Iterable<PageDocument>
  /** Offsets at which the blocks of each document start, rising. */
  anchors: PageIndex['anchors']
  /** Files that documents show or link to. */
  media?: AsyncIterable<Artifact>
  /** Colours of categories that are not the page's own. */
  colors?: CategoryColors
}

/**
 * Every file of the site besides `data/`: the page with its script, styles, fonts and data, and the pages beside it. What
 * takes time is made when its content is read.
 */
export async function* exportSite(site: SiteInput): AsyncIterable<Artifact> {
  // A folder: addresses of pages are relative to it.
  const input = { ...site, baseUrl: site.baseUrl?.replace(/\/?$/, '/') ?? null }
  yield { path: 'index.html', content: sitePage(input) }
  yield { path: ICON_PATH, content: ICON }
  const styles = categoryStyles(input.colors ?? {})
  for await (const artifact of bundleApp())
    yield styles !== '' && STYLED.has(artifact.path)
      ? { path: artifact.path, content: Buffer.from(artifact.content as Uint8Array).toString('utf8') + styles }
      : artifact
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
