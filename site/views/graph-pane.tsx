import { useEffect, useRef, useState } from 'preact/hooks'
import { EDGE_RELATIONS } from '../data.ts'
import { createGraphView } from '../graph/graph-view.ts'
import type { Labels } from '../labels.ts'
import { categoryOf, edgesOf, labelOf, otherEnd } from '../network.ts'
import type { State } from '../state.ts'
import type { Words } from '../words.ts'
import { useApp } from './context.ts'
import { PartialNotice } from './filters.tsx'
import { Icon } from './parts.tsx'

/** The graph with its controls; what the keyboard can do in it is said in its name. */
export function GraphPane({ onUnavailable }: { onUnavailable(): void }) {
  const { state, graph, words, labels } = useApp()
  const container = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const frame = container.current as HTMLDivElement
    // Once the page is laid out, so that it need not be laid out twice.
    const laidOut = new ResizeObserver(() => {
      laidOut.disconnect()
      try {
        graph.current = createGraphView(state, frame)
        setReady(true)
      } catch (error) {
        console.warn(error)
        onUnavailable()
      }
    })
    laidOut.observe(frame)
    return () => {
      laidOut.disconnect()
      graph.current?.kill()
      graph.current = null
    }
  }, [])
  const walk = useRef<Walk | null>(null)
  const { nodeCount } = state.visible.value
  const depth = state.depth.value
  return (
    <section class="graph-pane" aria-label={words.graph}>
      <div
        class="graph"
        role="application"
        id="graph"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is worked with the keyboard
        tabIndex={0}
        aria-label={words.graphRegion}
        aria-describedby="status"
        data-ready={ready}
        onKeyDown={(event) => {
          if (onGraphKey(event, state, words, labels, walk)) {
            event.preventDefault()
            event.stopPropagation()
          }
        }}
        onBlur={() => {
          walk.current = null
          state.hovered.value = null
        }}
      >
        <div class="canvas" ref={container} />
      </div>
      {nodeCount === 0 && <p class="empty over-graph">{words.empty}</p>}
      <PartialNotice />
      <div class="graph-tools">
        {state.selectedNode.value !== null && (
          <fieldset class="color-by" aria-label={words.depth}>
            <span>{words.depth}</span>
            {[1, 2, 3].map((n) => (
              <button
                key={n}
                type="button"
                aria-pressed={depth === n}
                onClick={() => {
                  state.depth.value = n
                }}
              >
                {n}
              </button>
            ))}
          </fieldset>
        )}
        <button type="button" class="icon-button" aria-label={words.zoomIn} onClick={() => graph.current?.zoom(1.6)}>
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={words.zoomOut}
          onClick={() => graph.current?.zoom(1 / 1.6)}
        >
          <Icon name="minus" />
        </button>
        <button type="button" class="icon-button" aria-label={words.fit} onClick={() => graph.current?.fit()}>
          <Icon name="fit" />
        </button>
      </div>
    </section>
  )
}

/** Where the keyboard is among the neighbours of a node. */
interface Walk {
  from: number | null
  /** Neighbours with the edge that leads to them; without `from`, the most telling nodes. */
  steps: readonly { node: number; edge: number | null }[]
  at: number
}

/** Whether the key was one of the graph's. */
function onGraphKey(
  event: KeyboardEvent,
  state: State,
  words: Words,
  labels: Labels,
  walk: { current: Walk | null },
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const { network } = state
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (step !== undefined) {
    const from = state.selectedNode.peek()
    if (!walk.current || walk.current.from !== from) walk.current = startWalk(state, from)
    const { steps } = walk.current
    if (steps.length === 0) return true
    const at = (walk.current.at + step + steps.length) % steps.length
    walk.current.at = at
    const { node, edge } = steps[at] as Walk['steps'][number]
    state.hovered.value = node
    const category = labels.category[categoryOf(network, node)].one
    if (edge === null)
      state.status.value = words.announceNode(labelOf(network, node), category, network.degree[node] as number)
    else {
      const label = labels.relation[EDGE_RELATIONS[network.site.edges.relation[edge] as number] as 'worksFor']
      const said = network.site.edges.source[edge] === from ? label.forward : label.backward
      state.status.value = words.announceNeighbour(said, labelOf(network, node), category, at + 1, steps.length)
    }
    return true
  }
  if (event.key === 'Enter' || event.key === ' ') {
    const node = state.hovered.peek()
    if (node === null) return false
    walk.current = null
    state.pick(node)
    return true
  }
  return false
}

function startWalk(state: State, from: number | null): Walk {
  const { network } = state
  const visible = state.visible.peek()
  if (from === null) {
    const nodes = [...network.ranking].filter((n) => visible.nodes[n]).slice(0, 200)
    return { from, steps: nodes.map((node) => ({ node, edge: null })), at: -1 }
  }
  const steps = new Map<number, number>()
  for (const e of edgesOf(network, from)) {
    const other = otherEnd(network, e, from)
    if (visible.edges[e] && other !== from && !steps.has(other)) steps.set(other, e)
  }
  const ranked = [...steps].sort((a, b) => (network.importance[b[0]] as number) - (network.importance[a[0]] as number))
  return { from, steps: ranked.map(([node, edge]) => ({ node, edge })), at: -1 }
}
