import type { KnowledgeGraph } from '../connect/assemble-graph.ts'
import type { Exporter } from '../stage.ts'
import type { ExportInput } from './export-input.ts'

/** `data/graph.json`: graphology's own serialization, for `Graph.from`; one node or edge a line. */
export const exportGraphJson: Exporter<ExportInput> = ({ graph }) => [
  { path: 'data/graph.json', content: graphLines(graph) },
]

function* graphLines(graph: KnowledgeGraph): Iterable<string> {
  yield '{"options":{"type":"directed","multi":true,"allowSelfLoops":true},"attributes":{},\n"nodes":['
  let separator = '\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    yield `${separator}${JSON.stringify({ key: node, attributes })}`
    separator = ',\n'
  }
  yield '],\n"edges":['
  separator = '\n'
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield `${separator}${JSON.stringify({ key: edge, source, target, attributes })}`
    separator = ',\n'
  }
  yield ']}\n'
}
