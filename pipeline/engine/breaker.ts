/**
 * Lets many waits end when something that all of them depend on breaks. `Promise.race` with one long-lived promise would
 * do the same, and keep every value that it ever raced for as long as that promise.
 */
export class Breaker {
  readonly #waiting = new Set<(error: unknown) => void>()
  #broken: { error: unknown } | null = null

  /** Rejects all that waits, and all that will. */
  break(error: unknown): void {
    this.#broken ??= { error }
    for (const reject of this.#waiting) reject(error)
    this.#waiting.clear()
  }

  /** What `work` gives, unless it breaks before. */
  async guard<T>(work: Promise<T>): Promise<T> {
    let reject: (error: unknown) => void = () => {}
    const guarded = new Promise<T>((resolve, rejects) => {
      reject = rejects
      work.then(resolve, rejects)
    })
    if (this.#broken !== null) reject(this.#broken.error)
    else this.#waiting.add(reject)
    try {
      return await guarded
    } finally {
      this.#waiting.delete(reject)
    }
  }
}
