import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from './context.ts'

/** Copies what `text` gives and says so; where the browser refuses, the text is left in a field to copy by hand. */
export function CopyButton(props: { text(): string; done: string; children: ComponentChildren }) {
  const { state, words } = useApp()
  const [refused, setRefused] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  const copy = async () => {
    const text = props.text()
    try {
      await navigator.clipboard.writeText(text)
      setDone(true)
      state.status.value = props.done
      setTimeout(() => setDone(false), 1800)
    } catch {
      // Pages opened from a file, and readers who said no.
      setRefused(text)
      state.status.value = words.copyFailed
    }
  }
  return (
    <>
      <button type="button" onClick={copy}>
        {done ? props.done : props.children}
      </button>
      {refused !== null && (
        <input
          class="to-copy"
          readOnly
          value={refused}
          aria-label={words.copyFailed}
          ref={(input) => input?.select()}
        />
      )}
    </>
  )
}
