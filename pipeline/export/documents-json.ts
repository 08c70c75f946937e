import type { Exporter } from '../stage.ts'
import type { ExportDocument, ExportInput } from './export-input.ts'

/** `data/documents/<id>.json`: each document's extracted text and its blocks. */
export const exportDocumentsJson: Exporter<ExportInput> = function* ({ documents }) {
  for (const document of documents)
    yield { path: `data/documents/${document.id}.json`, content: documentJson(document) }
}

function documentJson({ id, text, blocks }: ExportDocument): string {
  const layout = blocks.map(({ kind, start, end, sourceStart, sourceEnd, level }) => ({
    kind,
    start,
    end,
    sourceStart,
    sourceEnd,
    ...(level === undefined ? {} : { level }),
  }))
  return `${JSON.stringify({ id, text, blocks: layout })}\n`
}
