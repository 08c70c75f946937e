import type { EntityId } from '../model.ts'
import type { Exporter } from '../stage.ts'
import { type Cell, csvLine, forSpreadsheet } from './csv.ts'
import type { ExportInput } from './export-input.ts'

/**
 * `data/targets.csv`: a row for each target, with the first passage that states it, its file and line. Begins with a
 * byte-order mark, without which spreadsheets take UTF-8 for something else.
 */
export const exportTargetsCsv: Exporter<ExportInput> = (input) => [
  { path: 'data/targets.csv', content: targetLines(input) },
]

const line = (cells: readonly Cell[]) => csvLine(cells.map(forSpreadsheet))

function* targetLines({ knowledge: { documents, entities, targets } }: ExportInput): Iterable<string> {
  const labels = new Map(entities.map(({ id, label }) => [id, label]))
  const labelOf = (id: EntityId | null) => (id === null ? null : labels.get(id))
  const sources = new Map(documents.map((document) => [document.id, document]))
  yield `\ufeff${line([
    'id',
    'actor',
    'actorId',
    'kind',
    'metric',
    'direction',
    'value',
    'unit',
    'baselineYear',
    'baselineValue',
    'startYear',
    'targetYear',
    'scope',
    'status',
    'attributedTo',
    'missing',
    'confidence',
    'quote',
    'file',
    'line',
    'section',
    'documentTitle',
    'documentDate',
    'passages',
  ])}`
  for (const target of targets) {
    const [passage] = target.evidence
    const source = passage && sources.get(passage.document)
    yield line([
      target.id,
      labelOf(target.actor),
      target.actor,
      target.kind,
      target.metric,
      target.direction,
      target.value,
      target.unit,
      target.baselineYear,
      target.baselineValue,
      target.startYear,
      target.targetYear,
      target.scope,
      target.status,
      labelOf(target.attributedTo),
      target.missing.join(' '),
      target.confidence,
      passage?.exact,
      source?.path,
      passage?.line,
      passage?.section.join(' > '),
      source?.title,
      source?.date,
      target.evidence.length,
    ])
  }
}
