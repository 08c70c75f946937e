import type { Exporter } from '../stage.ts'
import { type ColumnType, EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts'
import { type Cell, csvLine } from './csv.ts'
import type { ExportInput } from './export-input.ts'

const TYPES: Readonly<Record<ColumnType, string>> = { string: 'string', integer: 'int', double: 'double' }

/**
 * `data/neo4j/nodes.csv` and `data/neo4j/relationships.csv` for `neo4j-admin database import`. Labels are `Document`,
 * `Target`, or `Entity` with the category (`Organization`); types are the relations' names (`MEMBER_OF`). A field left
 * empty is a property left out.
 */
export const exportNeo4jCsv: Exporter<ExportInput> = (input) => [
  { path: 'data/neo4j/nodes.csv', content: nodeLines(input) },
  { path: 'data/neo4j/relationships.csv', content: relationshipLines(input) },
]

/** One record a line: the importer takes line breaks inside fields only when told to. */
const line = (cells: readonly Cell[]) =>
  csvLine(cells.map((cell) => (typeof cell === 'string' ? cell.replace(/[\r\n]+/g, ' ') : cell)))

function* nodeLines({ graph }: ExportInput): Iterable<string> {
  const columns = NODE_COLUMNS.map(({ name, type }) => `${name}:${TYPES[type]}`)
  yield line(['id:ID', 'label:string', ...columns, 'x:double', 'y:double', 'size:double', 'color:string', ':LABEL'])
  for (const { node, attributes } of graph.nodeEntries()) {
    const { label, category, x, y, size, color } = attributes
    const name = `${category[0]?.toUpperCase()}${category.slice(1)}`
    const labels = category === 'document' || category === 'target' ? name : `Entity;${name}`
    yield line([node, label, ...NODE_COLUMNS.map(({ name }) => attributes[name]), x, y, size, color, labels])
  }
}

function* relationshipLines({ graph }: ExportInput): Iterable<string> {
  const columns = EDGE_COLUMNS.map(({ name, type }) => `${name}:${TYPES[type]}`)
  yield line([':START_ID', ':END_ID', ':TYPE', 'id:string', 'label:string', 'weight:double', ...columns])
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const { label, weight, relation } = attributes
    const type = relation.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
    yield line([source, target, type, edge, label, weight, ...EDGE_COLUMNS.map(({ name }) => attributes[name])])
  }
}
