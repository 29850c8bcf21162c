/**
 * Wakes workers at once inside one process. Between processes the database's NOTIFY carries the same names;
 * a slow timer behind every waiter makes a lost signal a delay, never a loss.
 */
export class Signals {
  readonly #waiting = new Map<string, Set<() => void>>()

  /** Wakes everyone who waits for `name`. */
  raise(name: string): void {
    const waiting = this.#waiting.get(name)
    this.#waiting.delete(name)
    for (const wake of waiting ?? []) wake()
  }

  /** Resolves when `name` is raised, after `timeoutMs`, or when `abort` fires; never rejects. */
  wait(name: string, timeoutMs: number, abort?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(name) ?? new Set()
      const done = () => {
        clearTimeout(timer)
        waiting.delete(done)
        abort?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, timeoutMs)
      waiting.add(done)
      this.#waiting.set(name, waiting)
      if (abort?.aborted) done()
      else abort?.addEventListener('abort', done)
    })
  }
}
