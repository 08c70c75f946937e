import type { Exporter } from '../stage.ts'
import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts'
import type { ExportInput } from './export-input.ts'
import { escapeXml } from './xml.ts'

const NODE_KEYS: readonly Column[] = [
  { name: 'label', type: 'string' },
  ...NODE_COLUMNS,
  { name: 'x', type: 'double' },
  { name: 'y', type: 'double' },
  { name: 'size', type: 'double' },
  { name: 'color', type: 'string' },
]
const EDGE_KEYS: readonly Column[] = [
  { name: 'label', type: 'string' },
  { name: 'weight', type: 'double' },
  ...EDGE_COLUMNS,
]

const TYPES = { string: 'string', integer: 'int', double: 'double' } as const

/** `data/graph.graphml`: GraphML (http://graphml.graphdrawing.org/) with typed keys, for yEd, NetworkX and igraph. */
export const exportGraphml: Exporter<ExportInput> = (input) => [
  { path: 'data/graph.graphml', content: graphmlLines(input) },
]

function* graphmlLines({ graph }: ExportInput): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  yield ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
  for (const [owner, columns] of [
    ['node', NODE_KEYS],
    ['edge', EDGE_KEYS],
  ] as const) {
    for (const { name, type } of columns) {
      yield `<key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`
    }
  }
  yield '<graph id="maillage" edgedefault="directed">\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    yield `<node id="${escapeXml(node)}">${data('node', NODE_KEYS, attributes)}</node>\n`
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield `<edge id="${escapeXml(edge)}" source="${escapeXml(source)}" target="${escapeXml(target)}">` +
      `${data('edge', EDGE_KEYS, attributes)}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

function data(owner: string, columns: readonly Column[], attributes: object): string {
  return columns
    .map(({ name }) => {
      const value = (attributes as Record<string, string | number | null>)[name]
      return value === null || value === undefined
        ? ''
        : `<data key="${owner}-${name}">${escapeXml(String(value))}</data>`
    })
    .join('')
}
