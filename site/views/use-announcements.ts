import { useEffect } from 'preact/hooks'
import { EDGE_RELATIONS } from '../data.ts'
import { categoryOf, labelOf } from '../network.ts'
import { onChange } from '../state.ts'
import { useApp } from './context.ts'

/** Says what changed, however it was changed, to people who do not see it. */
export function useAnnouncements(): void {
  const { state, words, labels } = useApp()
  useEffect(() => {
    const { network } = state
    const { source, target, relation } = network.site.edges
    const stops = [
      onChange(state.view, (view) => {
        state.status.value = words[view]
      }),
      onChange(state.filters, () => {
        const { nodeCount, edgeCount } = state.visible.peek()
        state.status.value = words.announceShown(nodeCount, edgeCount)
      }),
      onChange(state.selection, (selection) => {
        if (selection === null) state.status.value = words.cleared
        else if ('node' in selection) {
          const n = selection.node
          const category = labels.category[categoryOf(network, n)].one
          state.status.value = words.announceNode(labelOf(network, n), category, network.degree[n] as number)
        } else {
          const e = selection.edge
          const name = EDGE_RELATIONS[relation[e] as number] as 'worksFor'
          const ends = [source[e] as number, target[e] as number].map((n) => labelOf(network, n))
          state.status.value = `${ends[0]} ${labels.relation[name].forward} ${ends[1]}`
        }
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [state, words, labels])
}
