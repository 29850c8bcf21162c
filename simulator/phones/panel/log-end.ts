/**
 * Finds the newest sequence number of the log, which can only be read forwards: doubles until nothing comes
 * after, then halves the gap. About 2·log2(n) tiny reads instead of reading everything.
 * @param hasAfter whether an entry exists with a higher number
 */
export async function findLogEnd(hasAfter: (seq: number) => Promise<boolean>): Promise<number> {
  let high = 1024
  while (await hasAfter(high)) high *= 2
  let low = high === 1024 ? 0 : high / 2
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (await hasAfter(middle)) low = middle + 1
    else high = middle
  }
  return high
}
