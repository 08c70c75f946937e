import type { Exporter } from '../stage.ts'
import type { ExportInput } from './export-input.ts'

/** `data/graph.jgf.json`: JSON Graph Format version 2 (https://jsongraphformat.info/), one node or edge a line. */
export const exportJgf: Exporter<ExportInput> = (input) => [{ path: 'data/graph.jgf.json', content: jgfLines(input) }]

function* jgfLines({ graph, title }: ExportInput): Iterable<string> {
  yield `{"graph":{"directed":true,"type":"maillage","label":${JSON.stringify(title)},\n"nodes":{`
  let separator = '\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    yield `${separator}${JSON.stringify(node)}:{"label":${JSON.stringify(attributes.label)},"metadata":${JSON.stringify({ ...attributes, label: undefined })}}`
    separator = ',\n'
  }
  yield '},\n"edges":['
  separator = '\n'
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const { label, relation } = attributes
    const metadata = { ...attributes, label: undefined, relation: undefined }
    yield `${separator}${JSON.stringify({ id: edge, source, target, relation, directed: true, label, metadata })}`
    separator = ',\n'
  }
  yield ']}}\n'
}
