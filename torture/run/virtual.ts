/** Milliseconds since 1970 on a clock that was right at `since` and goes `speed` times as fast as a real one. */
export function virtualNow(speed: number, since: number): () => number {
  return speed === 1 ? Date.now : () => since + (Date.now() - since) * speed
}
