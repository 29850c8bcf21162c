import { type Runtime, SECOND } from '../platform/index.ts'

/** What takes no longer than this is always asked anew. */
const QUICK_MS = 25
/** Counting may take this share of the time at most. */
const SHARE = 1 / 20

interface Kept {
  value: unknown
  state: string
  until: number
}

const memories = new WeakMap<Runtime, Map<string, Kept>>()

/**
 * An answer that takes long is kept for a while: twenty times as long as it took, at least a second. Pages that are open ask
 * several times a second, and a million messages are not counted that often. A campaign that came into another state is
 * counted anew, so what stands there at the end is exact.
 * @param key names what is asked about the campaign, for example `messages <id>`
 */
export async function remember<T>(
  runtime: Runtime,
  key: string,
  state: string,
  ask: () => Promise<T>,
): Promise<T> {
  const memory = memories.get(runtime) ?? new Map<string, Kept>()
  memories.set(runtime, memory)
  const began = performance.now()
  const kept = memory.get(key)
  if (kept && kept.state === state && kept.until > began) return kept.value as T
  const value = await ask()
  const took = performance.now() - began
  for (const [other, { until }] of memory) if (until <= began) memory.delete(other)
  if (took > QUICK_MS)
    memory.set(key, { value, state, until: performance.now() + Math.max(SECOND, took / SHARE) })
  return value
}
