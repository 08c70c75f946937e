import type { Exporter } from '../stage.ts'
import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts'
import type { ExportInput } from './export-input.ts'
import { escapeXml } from './xml.ts'

/** `data/graph.gexf`: GEXF 1.3 (https://gexf.net/1.3/) with the visualization module, for Gephi. */
export const exportGexf: Exporter<ExportInput> = (input) => [{ path: 'data/graph.gexf', content: gexfLines(input) }]

function* gexfLines({ graph, title, knowledge }: ExportInput): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
  yield `<meta><creator>Maillage ${escapeXml(knowledge.generator.version)}</creator><title>${escapeXml(title)}</title></meta>\n`
  yield '<graph defaultedgetype="directed" mode="static">\n'
  yield declare('node', NODE_COLUMNS)
  yield declare('edge', EDGE_COLUMNS)
  yield '<nodes>\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    const { label, x, y, size, color } = attributes
    yield `<node id="${escapeXml(node)}" label="${escapeXml(label)}">${values(NODE_COLUMNS, attributes)}` +
      `<viz:color ${rgb(color)}/><viz:position x="${x}" y="${y}" z="0"/><viz:size value="${size}"/></node>\n`
  }
  yield '</nodes>\n<edges>\n'
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const { label, weight, relation } = attributes
    yield `<edge id="${escapeXml(edge)}" source="${escapeXml(source)}" target="${escapeXml(target)}" type="directed"` +
      ` kind="${relation}" label="${escapeXml(label)}" weight="${weight}">${values(EDGE_COLUMNS, attributes)}</edge>\n`
  }
  yield '</edges>\n</graph>\n</gexf>\n'
}

function declare(owner: string, columns: readonly Column[]): string {
  const list = columns.map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`)
  return `<attributes class="${owner}" mode="static">\n${list.join('\n')}\n</attributes>\n`
}

function values(columns: readonly Column[], attributes: object): string {
  const list = columns.flatMap(({ name }) => {
    const value = (attributes as Record<string, string | number | null>)[name]
    return value === null || value === undefined
      ? []
      : [`<attvalue for="${name}" value="${escapeXml(String(value))}"/>`]
  })
  return `<attvalues>${list.join('')}</attvalues>`
}

function rgb(color: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return `r="${r}" g="${g}" b="${b}"`
}
