import { NODE_CATEGORIES, type PackedGraph, type SiteGraph } from './data.ts'
import { packColumn, packSteps, unpackColumn, unpackSteps } from './packed-column.ts'

const TARGET = NODE_CATEGORIES.indexOf('target')
/** Before the year in the label of a target. */
const BEFORE_YEAR = ' · '

/** Places along each side of the graph: more than pixels of a screen. */
const PLACES = 4096

/** Positions are rounded to one of 4,096 places across the graph, or to whole numbers where it is smaller. */
export function packGraph({ documents, nodes, edges, relationDocuments, ...rest }: SiteGraph): PackedGraph {
  const unit = Math.max(1, Math.ceil(Math.max(spanOf(nodes.x), spanOf(nodes.y)) / PLACES))
  const places = (positions: readonly number[]) => packSteps(positions.map((position) => Math.round(position / unit)))
  const ended = (label: string, n: number) => {
    const end = nodes.category[n] === TARGET && nodes.year[n] ? `${BEFORE_YEAR}${nodes.year[n]}` : ''
    return end !== '' && label.endsWith(end) ? label.slice(0, BEFORE_YEAR.length - end.length) : label
  }
  return {
    ...rest,
    documents: documents.map(({ path, url, ...document }) => ({
      ...document,
      ...(path === `${document.id}.md` ? {} : { path }),
      ...(url === null ? {} : { url }),
    })),
    unit,
    nodes: {
      slug: nodes.slug,
      label: nodes.label.map(ended),
      category: packColumn(nodes.category),
      x: places(nodes.x),
      y: places(nodes.y),
      community: packColumn(nodes.community),
      mentions: packColumn(nodes.mentions),
      year: packColumn(nodes.year),
    },
    edges: {
      source: packSteps(edges.source),
      target: packSteps(edges.target),
      relation: packColumn(edges.relation),
      weight: packColumn(edges.weight),
      confidence: packColumn(edges.confidence),
      stance: packColumn(edges.stance),
    },
    relationDocuments: [
      packColumn(relationDocuments.map(({ length }) => length)),
      packColumn(relationDocuments.flat()),
    ],
  }
}

export function unpackGraph({ documents, unit, nodes, edges, relationDocuments, ...rest }: PackedGraph): SiteGraph {
  const category = unpackColumn(nodes.category)
  const year = unpackColumn(nodes.year)
  const stating = unpackColumn(relationDocuments[1])
  let first = 0
  return {
    ...rest,
    documents: documents.map((document) => ({ path: `${document.id}.md`, url: null, ...document })),
    nodes: {
      slug: nodes.slug,
      label: nodes.label.map((label, n) =>
        category[n] === TARGET && year[n] && label.endsWith(BEFORE_YEAR) ? label + year[n] : label,
      ),
      category,
      x: unpackSteps(nodes.x).map((place) => place * unit),
      y: unpackSteps(nodes.y).map((place) => place * unit),
      community: unpackColumn(nodes.community),
      mentions: unpackColumn(nodes.mentions),
      year,
    },
    edges: {
      source: unpackSteps(edges.source),
      target: unpackSteps(edges.target),
      relation: unpackColumn(edges.relation),
      weight: unpackColumn(edges.weight),
      confidence: unpackColumn(edges.confidence),
      stance: unpackColumn(edges.stance),
    },
    relationDocuments: unpackColumn(relationDocuments[0]).map((count) => {
      first += count
      return stating.slice(first - count, first)
    }),
  }
}

function spanOf(values: readonly number[]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return values.length === 0 ? 0 : most - least
}
