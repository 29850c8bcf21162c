/**
 * Chance that depends on the seed and a key only, not on the order of calls: the same crowd with the same seed
 * behaves the same way however the network interleaves its events.
 */
export interface Chance {
  /** A number in [0, 1) for this key. */
  roll(key: string): number
  /** True with probability `rate` for this key. */
  hit(rate: number, key: string): boolean
  /** A whole number in [range[0], range[1]] for this key. */
  between(range: readonly [number, number], key: string): number
}

/** Makes a `Chance` from a seed (any text or number). */
export function createChance(seed: string | number): Chance {
  const base = hash32(String(seed), 0x811c9dc5)
  const roll = (key: string): number => mix(hash32(key, base)) / 0x1_0000_0000
  return {
    roll,
    hit: (rate, key) => rate > 0 && roll(key) < rate,
    between: ([low, high], key) => (high <= low ? low : low + Math.floor(roll(key) * (high - low + 1))),
  }
}

/** FNV-1a over the UTF-16 units of `text`. */
function hash32(text: string, start: number): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Final avalanche (murmur3), because FNV alone leaves neighbouring keys close together. */
function mix(value: number): number {
  let x = value
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
