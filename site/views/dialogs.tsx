import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { ExportView } from '../export-view.ts'
import { loadExportView } from '../load.ts'
import { useApp } from './context.ts'
import { CopyButton } from './copy-button.tsx'
import { Icon } from './parts.tsx'

export function Dialogs() {
  const { state } = useApp()
  const dialog = state.dialog.value
  if (dialog === 'help') return <Help />
  if (dialog === 'share') return <Share />
  return null
}

function Dialog({ title, children }: { title: string; children: ComponentChildren }) {
  const { state, words } = useApp()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    // A click beside the dialog is one on its backdrop.
    const onClick = (event: MouseEvent) => event.target === dialog && dialog?.close()
    dialog?.addEventListener('click', onClick)
    return () => dialog?.removeEventListener('click', onClick)
  }, [])
  const close = () => {
    state.dialog.value = null
  }
  return (
    <dialog ref={element} aria-labelledby="dialog-title" onClose={close}>
      <div class="dialog-body">
        <header>
          <h2 id="dialog-title">{title}</h2>
          <button type="button" class="icon-button" aria-label={words.close} onClick={() => element.current?.close()}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

function Help() {
  const { words } = useApp()
  return (
    <Dialog title={words.help}>
      <p>{words.helpTrust}</p>
      <p>{words.helpShapes}</p>
      <p>{words.helpLead}</p>
      <dl class="keys">
        {words.keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function Share() {
  const { state, graph, words } = useApp()
  const { title } = state.network.site
  const frame = () =>
    `<iframe src="${escapeAttribute(location.href)}" title="${escapeAttribute(title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`
  const view = graph.current
  // Asked for with the dialog, so that the file is offered as soon as its button is pressed.
  useEffect(() => {
    loadExportView().catch(() => {})
  }, [])
  const take = (name: string, make: (exporter: ExportView) => Blob | Promise<Blob>) => async () => {
    try {
      const exporter = await loadExportView()
      exporter.download(name, await make(exporter))
    } catch {
      state.status.value = words.failed
    }
  }
  return (
    <Dialog title={words.share}>
      <p>{words.shareLead}</p>
      <p class="actions">
        <CopyButton text={() => location.href} done={words.copied}>
          <Icon name="link" />
          {words.copyLink}
        </CopyButton>
      </p>
      <h3>{words.embed}</h3>
      <p>
        <textarea class="code" readOnly rows={3} aria-label={words.embed} value={frame()} />
      </p>
      <p class="actions">
        <CopyButton text={frame} done={words.copyDone}>
          {words.copy}
        </CopyButton>
      </p>
      <h3>{words.image}</h3>
      <p class="actions">
        {view && (
          <>
            <button type="button" onClick={take('graph.png', ({ viewAsPng }) => viewAsPng(view.scene()))}>
              {words.png}
            </button>
            <button
              type="button"
              onClick={take(
                'graph.svg',
                ({ viewAsSvg }) => new Blob([viewAsSvg(view.scene())], { type: 'image/svg+xml' }),
              )}
            >
              {words.svg}
            </button>
          </>
        )}
        <button
          type="button"
          onClick={take(
            'selection.json',
            ({ viewAsJson }) => new Blob([JSON.stringify(viewAsJson(state), null, 1)], { type: 'application/json' }),
          )}
        >
          {words.selectionJson}
        </button>
      </p>
      <h3>{words.formats}</h3>
      <ul class="formats">
        {Object.entries(words.formatNames).map(([file, what]) => (
          <li key={file}>
            <a href={`data/${file}`} download>
              {file}
            </a>
            <span> {what}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
