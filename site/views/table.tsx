import { useState } from 'preact/hooks'
import { EDGE_RELATIONS, MODALITIES } from '../data.ts'
import { fold } from '../fold.ts'
import { categoryOf, DOCUMENT, labelOf } from '../network.ts'
import { format } from '../words.ts'
import { useApp } from './context.ts'
import { lighting, NodeLink, Swatch } from './parts.tsx'

const PAGE = 100

export interface Column<Row> {
  name: string
  /** What rows are sorted by. */
  value(row: Row): string | number
  cell(row: Row): preact.ComponentChildren
  numeric?: boolean
}

/** A table that sorts by any column; rows come a page at a time. */
export function SortableTable<Row>(props: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf(row: Row): string | number
  /** Column and direction at first. */
  initial: { column: number; descending: boolean }
  rowProps?(row: Row): Record<string, unknown>
}) {
  const { state, words } = useApp()
  const [order, setOrder] = useState(props.initial)
  const [most, setMost] = useState(PAGE)
  const column = props.columns[order.column] as Column<Row>
  const collator = new Intl.Collator(state.lang.value, { numeric: true })
  const keyed = props.rows.map((row) => ({ row, value: column.value(row) }))
  keyed.sort((a, b) => {
    const sign = order.descending ? -1 : 1
    if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value)
    return sign * collator.compare(String(a.value), String(b.value))
  })
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, with the keyboard too */}
      <section class="table-scroll" tabIndex={0} aria-label={props.caption}>
        <table>
          <caption class="hidden">{props.caption}</caption>
          <thead>
            <tr>
              {props.columns.map(({ name, numeric }, i) => (
                <th
                  key={name}
                  scope="col"
                  class={numeric ? 'numeric' : undefined}
                  aria-sort={i === order.column ? (order.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    onClick={() =>
                      setOrder({
                        column: i,
                        descending: i === order.column ? !order.descending : numeric === true,
                      })
                    }
                  >
                    {name}
                    <span class="order" aria-hidden="true">
                      {i === order.column ? (order.descending ? '↓' : '↑') : ''}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed.slice(0, most).map(({ row }) => (
              <tr key={props.keyOf(row)} {...props.rowProps?.(row)}>
                {props.columns.map(({ name, cell, numeric }, i) =>
                  i === 0 ? (
                    <th key={name} scope="row">
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={name} class={numeric ? 'numeric' : undefined}>
                      {cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {keyed.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + 5 * PAGE)}>
          {words.showMore}
        </button>
      )}
    </>
  )
}

/** All that the graph shows, as two tables. */
export function TableView() {
  const { state, words, labels } = useApp()
  const { network } = state
  const { site } = network
  const visible = state.visible.value
  const [tab, setTab] = useState<'nodes' | 'edges'>('nodes')
  const [text, setText] = useState('')
  const wanted = fold(text.trim())
  const lang = state.lang.value
  const relationName = (e: number) =>
    labels.relation[EDGE_RELATIONS[site.edges.relation[e] as number] as 'worksFor'].forward
  const stanceName = (e: number) => {
    const stance = site.edges.stance[e] as number
    const modality = words.modality[MODALITIES[stance >> 1] as 'asserted']
    return stance % 2 === 1 ? `${words.negative}, ${modality}` : modality
  }
  const nodes: number[] = []
  for (let n = 0; n < network.size; n++)
    if (visible.nodes[n] && (wanted === '' || fold(labelOf(network, n)).includes(wanted))) nodes.push(n)
  const edges: number[] = []
  for (let e = 0; e < network.edges; e++) {
    if (!visible.edges[e]) continue
    const ends = [site.edges.source[e] as number, site.edges.target[e] as number]
    if (
      wanted === '' ||
      ends.some((n) => fold(labelOf(network, n)).includes(wanted)) ||
      fold(relationName(e)).includes(wanted)
    )
      edges.push(e)
  }
  const nodeColumns: Column<number>[] = [
    { name: words.name, value: (n) => labelOf(network, n), cell: (n) => <NodeLink node={n} /> },
    {
      name: words.category,
      value: (n) => labels.category[categoryOf(network, n)].one,
      cell: (n) => (
        <span class="category-cell">
          <Swatch category={categoryOf(network, n)} />
          {labels.category[categoryOf(network, n)].one}
        </span>
      ),
    },
    {
      name: words.mentions,
      numeric: true,
      value: (n) => site.nodes.mentions[n] as number,
      cell: (n) => format(site.nodes.mentions[n] as number, lang),
    },
    {
      name: words.degree,
      numeric: true,
      value: (n) => network.degree[n] as number,
      cell: (n) => format(network.degree[n] as number, lang),
    },
    {
      name: words.documents,
      numeric: true,
      value: (n) => documentsOf(n),
      cell: (n) => format(documentsOf(n), lang),
    },
  ]
  function documentsOf(n: number): number {
    if (site.nodes.category[n] === DOCUMENT) return 1
    return new Set(
      network.inDocuments.subarray(network.documentRows[n] as number, network.documentRows[n + 1] as number),
    ).size
  }
  const edgeColumns: Column<number>[] = [
    {
      name: words.subject,
      value: (e) => labelOf(network, site.edges.source[e] as number),
      cell: (e) => <NodeLink node={site.edges.source[e] as number} />,
    },
    {
      name: words.relation,
      value: relationName,
      cell: (e) => (
        <button type="button" class="relation-link" onClick={() => state.select({ edge: e })}>
          {relationName(e)}
        </button>
      ),
    },
    {
      name: words.object,
      value: (e) => labelOf(network, site.edges.target[e] as number),
      cell: (e) => <NodeLink node={site.edges.target[e] as number} />,
    },
    {
      name: words.passages,
      numeric: true,
      value: (e) => site.edges.weight[e] as number,
      cell: (e) => format(site.edges.weight[e] as number, lang),
    },
    { name: words.stance, value: stanceName, cell: stanceName },
  ]
  return (
    <section class="table-view" aria-label={words.table}>
      <div class="table-tools">
        <fieldset class="color-by" aria-label={words.table}>
          <button type="button" aria-pressed={tab === 'nodes'} onClick={() => setTab('nodes')}>
            {words.elements}
          </button>
          <button type="button" aria-pressed={tab === 'edges'} onClick={() => setTab('edges')}>
            {words.links}
          </button>
        </fieldset>
        <input
          type="search"
          class="small-input"
          aria-label={words.filterTable}
          placeholder={words.filterTable}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <span class="count" role="status">
          {tab === 'nodes' ? words.rows(nodes.length, visible.nodeCount) : words.rows(edges.length, visible.edgeCount)}
        </span>
      </div>
      {tab === 'nodes' ? (
        <SortableTable
          key="nodes"
          caption={words.elements}
          columns={nodeColumns}
          rows={nodes}
          keyOf={(n) => n}
          initial={{ column: 2, descending: true }}
          rowProps={(n) => ({
            'aria-current': state.selectedNode.value === n ? 'true' : undefined,
            ...lighting(n),
          })}
        />
      ) : (
        <SortableTable
          key="edges"
          caption={words.links}
          columns={edgeColumns}
          rows={edges}
          keyOf={(e) => e}
          initial={{ column: 3, descending: true }}
        />
      )}
    </section>
  )
}
