/** Whoever waits for it in the end hears of a failure; until then it must not look unhandled. */
export function heardLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {})
  return work
}
