import { useRef, useState } from 'preact/hooks'
import { loadCuration, loadTargets } from '../load.ts'
import { useApp } from './context.ts'
import { Icon } from './parts.tsx'

/** Turns curation on and off; what it needs is loaded the first time. */
export function CurationButton() {
  const { state, words } = useApp()
  const [isOn, setOn] = useState(false)
  const close = useRef<(() => void) | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const turnOff = () => {
    close.current?.()
    close.current = null
    setOn(false)
    button.current?.focus()
  }
  const turnOn = async () => {
    try {
      const open = await loadCuration()
      close.current ??= open({ state, loadTargets, onClose: turnOff })
      setOn(true)
    } catch {
      state.status.value = words.failed
    }
  }
  return (
    <button
      ref={button}
      type="button"
      class="icon-button"
      aria-label={words.curate}
      title={words.curate}
      aria-pressed={isOn}
      onClick={isOn ? turnOff : turnOn}
    >
      <Icon name="curate" />
    </button>
  )
}
