import type { Exporter } from '../stage.ts'
import { EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts'
import { type Cell, csvLine, forSpreadsheet } from './csv.ts'
import type { ExportInput } from './export-input.ts'

/** `data/nodes.csv` and `data/edges.csv`, with the column names that Gephi expects. */
export const exportGraphCsv: Exporter<ExportInput> = (input) => [
  { path: 'data/nodes.csv', content: nodeLines(input) },
  { path: 'data/edges.csv', content: edgeLines(input) },
]

const line = (cells: readonly Cell[]) => csvLine(cells.map(forSpreadsheet))

function* nodeLines({ graph }: ExportInput): Iterable<string> {
  yield line(['Id', 'Label', ...NODE_COLUMNS.map(({ name }) => name), 'x', 'y', 'size', 'color'])
  for (const { node, attributes } of graph.nodeEntries()) {
    const { label, x, y, size, color } = attributes
    yield line([node, label, ...NODE_COLUMNS.map(({ name }) => attributes[name]), x, y, size, color])
  }
}

function* edgeLines({ graph }: ExportInput): Iterable<string> {
  yield line(['Source', 'Target', 'Type', 'Id', 'Label', 'Weight', ...EDGE_COLUMNS.map(({ name }) => name)])
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const { label, weight } = attributes
    yield line([source, target, 'Directed', edge, label, weight, ...EDGE_COLUMNS.map(({ name }) => attributes[name])])
  }
}
