import { EDGE_RELATIONS } from '../data.ts'
import { CO_OCCURS, categoryOf, HAS_TARGET, labelOf } from '../network.ts'
import { useApp } from './context.ts'
import { Icon, NodeLink, Swatch } from './parts.tsx'
import { RelationEvidence } from './record.tsx'
import { SearchBox } from './search-box.tsx'

/** Two names and the shortest ways from one to the other, with the passages that say each step. */
export function PathsPane() {
  const { state, graph, words } = useApp()
  const { network } = state
  const ends = state.path.value
  if (!ends) return null
  const paths = state.paths.value
  const path = state.shownPath.value
  const number = Math.min(state.pathNumber.value, paths.length - 1)
  const set = (end: 'from' | 'to', node: number | null) => {
    state.path.value = { ...ends, [end]: node }
    state.pathNumber.value = 0
  }
  return (
    <article class="record paths">
      <header class="record-head">
        <h2 tabIndex={-1}>{words.paths}</h2>
        <p class="lead">{words.pathLead}</p>
      </header>
      {(['from', 'to'] as const).map((end) => {
        const node = ends[end]
        return (
          <div class="path-end" key={end}>
            <span class="term">{words.pathEnd[end]}</span>
            {node === null ? (
              <SearchBox
                id={`path-${end}`}
                label={words.pathEnd[end]}
                placeholder={words.choose}
                passages={false}
                onPick={(result) => 'node' in result && set(end, result.node)}
              />
            ) : (
              <span class="path-name">
                <Swatch category={categoryOf(network, node)} />
                <bdi>{labelOf(network, node)}</bdi>
                <button type="button" class="icon-button" aria-label={words.close} onClick={() => set(end, null)}>
                  <Icon name="close" />
                </button>
              </span>
            )}
          </div>
        )
      })}
      <p class="actions">
        <button
          type="button"
          onClick={() => {
            state.path.value = { from: ends.to, to: ends.from }
          }}
        >
          <Icon name="swap" />
          {words.swap}
        </button>
        {path && (
          <button
            type="button"
            onClick={() => {
              state.view.value = 'graph'
              graph.current?.fit(path.nodes)
            }}
          >
            <Icon name="target" />
            {words.focusHere}
          </button>
        )}
      </p>
      {ends.from !== null && ends.to !== null && paths.length === 0 && (
        <p class="empty" role="status">
          {words.noPath}
        </p>
      )}
      {path && (
        <>
          <p class="path-count" role="status">
            {words.pathOf(number + 1, paths.length)} · {words.steps(path.edges.length)}
            {paths.length > 1 && (
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  state.pathNumber.value = (number + 1) % paths.length
                }}
              >
                {words.nextPath}
              </button>
            )}
          </p>
          <ol class="hops">
            {path.nodes.map((node, i) => (
              <li key={node}>
                <p class="hop-node">
                  <Swatch category={categoryOf(network, node)} />
                  <NodeLink node={node} />
                </p>
                {path.edges[i] !== undefined && <Hop edge={path.edges[i]} from={node} />}
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  )
}

function Hop({ edge, from }: { edge: number; from: number }) {
  const { state, words, labels } = useApp()
  const { site } = state.network
  const number = site.edges.relation[edge] as number
  const label = labels.relation[EDGE_RELATIONS[number] as 'worksFor']
  return (
    <div class="hop">
      <p class="hop-label">{site.edges.source[edge] === from ? label.forward : label.backward}</p>
      {edge < site.relations && <RelationEvidence edge={edge} most={1} />}
      {number === CO_OCCURS && <p class="note">{words.togetherIn(site.edges.weight[edge] as number)}</p>}
      {number === HAS_TARGET && <p class="note">{words.targets}</p>}
    </div>
  )
}
