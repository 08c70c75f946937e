import { batch } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from './context.ts'

/** The page's keys, but while text is being entered or a dialog is open. */
export function useKeys(): void {
  const { state, graph, words } = useApp()
  /** Whether arrows set the depth of the neighbourhood, after `F`. */
  const deepening = useRef(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || state.dialog.peek() !== null) return
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'checkbox') return
      if (deepening.current && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        const next = state.depth.peek() + (event.key === 'ArrowUp' ? 1 : -1)
        state.depth.value = Math.max(1, Math.min(3, next))
        state.status.value = words.depthSet(state.depth.peek())
        event.preventDefault()
        event.stopPropagation()
        return
      }
      deepening.current = false
      const node = state.selectedNode.peek()
      switch (event.key) {
        case '/':
        case 's':
        case 'S':
          document.getElementById('search')?.focus()
          break
        case 'f':
        case 'F':
          if (node === null) return
          deepening.current = true
          state.view.value = 'graph'
          state.status.value = words.depthSet(state.depth.peek())
          break
        case 'c':
        case 'C':
          if (node === null) return
          state.view.value = 'graph'
          graph.current?.center(node)
          break
        case 'r':
        case 'R':
          state.reset()
          graph.current?.fit()
          break
        case 't':
        case 'T':
          state.view.value = state.view.peek() === 'table' ? 'graph' : 'table'
          break
        case 'p':
        case 'P':
          batch(() => {
            state.path.value = state.path.peek() === null ? { from: node, to: null } : null
            state.reading.value = null
            state.sheet.value = 'record'
          })
          break
        case '?':
          state.dialog.value = 'help'
          break
        case '+':
        case '=':
          graph.current?.zoom(1.4)
          break
        case '-':
          graph.current?.zoom(1 / 1.4)
          break
        case 'Escape':
          // One step back at a time: article, path, selection, sheet.
          if (state.reading.peek()) state.reading.value = null
          else if (state.path.peek()) state.path.value = null
          else if (state.selection.peek()) state.select(null)
          else if (state.sheet.peek()) state.sheet.value = null
          else return
          break
        default:
          return
      }
      event.preventDefault()
    }
    // Before the graph, whose arrows mean something else after `F`.
    addEventListener('keydown', onKey, { capture: true })
    return () => removeEventListener('keydown', onKey, { capture: true })
  }, [state, graph, words])
}
