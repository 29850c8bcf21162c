/** Rates that matter below one percent get a curved scale: most of the track is for small values. */
export type Scale = 'even' | 'fine'

const steps = 200

/** Where a rate (0…1) stands on a track of 0…200. */
export function toTrack(rate: number, scale: Scale): number {
  return Math.round((scale === 'fine' ? Math.cbrt(rate) : rate) * steps)
}

/** The rate (0…1) at a place of the track, rounded to three digits that count. */
export function fromTrack(place: number, scale: Scale): number {
  const part = place / steps
  const rate = scale === 'fine' ? part ** 3 : part
  return Number(rate.toPrecision(3))
}

/** A rate in percent, with decimals only where they matter. */
export function percent(rate: number, locale: string): string {
  const digits = rate > 0 && rate < 0.001 ? 3 : rate < 0.1 ? 1 : 0
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(rate)
}
