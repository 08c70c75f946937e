import { Presets, SingleBar } from 'cli-progress'

/** Work that takes less than this needs no bar. */
const PATIENCE_MS = 1000

/** A progress bar on stderr for long work, on a terminal only. `stop` removes it. */
export function showProgress(): { update(stage: string, done: number, total: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { update() {}, stop() {} }
  const bar = new SingleBar(
    { format: '{stage} {bar} {value}/{total} · {eta_formatted}', clearOnComplete: true, hideCursor: true },
    Presets.shades_grey,
  )
  const started = performance.now()
  let shown = ''
  return {
    update(stage, done, total) {
      if (performance.now() - started < PATIENCE_MS) return
      if (shown !== stage) bar.start(total, done, { stage })
      shown = stage
      bar.update(done)
    },
    stop() {
      if (shown !== '') bar.stop()
    },
  }
}
