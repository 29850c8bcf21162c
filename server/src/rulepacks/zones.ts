/// <reference lib="esnext.intl" />

/** What the runtime's own data leaves out, or where towns on the map make no difference to the clock. */
const KNOWN: Record<string, readonly string[]> = {
  DE: ['Europe/Berlin'],
  XK: ['Europe/Belgrade'],
  AC: ['Atlantic/St_Helena'],
  TA: ['Atlantic/St_Helena'],
}

/** Every time zone of a country (IANA names); none for a code that is no country. */
export function zonesOf(country: string): readonly string[] {
  const known = KNOWN[country]
  if (known) return known
  if (!/^[A-Z]{2}$/.test(country)) return []
  return new Intl.Locale(`und-${country}`).getTimeZones() ?? []
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}

/** What a clock on the wall shows, as if it were UTC: milliseconds since 1970. */
export function wallTime(zone: string, at: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** The moment at which the clock on the wall shows `wall`; of two the first, in a gap the moment after it. */
export function instantOf(zone: string, wall: number): number {
  const offset = (at: number) => wallTime(zone, at) - Math.floor(at / 1000) * 1000
  // A day around any change of the clock has at most two offsets.
  const [before, after] = [offset(wall - DAY), offset(wall + DAY)]
  if (before === after) return wall - before
  const first = wall - before
  return offset(first) === before ? first : wall - after
}

const DAY = 86_400_000
