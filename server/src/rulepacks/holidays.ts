import type Holidays from 'date-holidays'

const DAY = 86_400_000
const years = new Map<string, ReadonlySet<string>>()
let library: Promise<typeof Holidays> | undefined

/** Whether a day (`2026-12-25`) is a public holiday in all of a country. Days of single states are not in it. */
export type IsHoliday = (country: string, day: string) => boolean

/** The calendar of public holidays. The library behind it is large, so it is read when somebody first asks. */
export async function loadHolidays(): Promise<IsHoliday> {
  library ??= import('date-holidays').then((loaded) => loaded.default)
  const Library = await library
  return (country, day) => {
    const year = day.slice(0, 4)
    const key = `${country} ${year}`
    const known = years.get(key) ?? daysOf(new Library(country, { types: ['public'] }), Number(year))
    years.set(key, known)
    return known.has(day)
  }
}

function daysOf(calendar: Holidays, year: number): ReadonlySet<string> {
  const days = new Set<string>()
  // The last day of the year before may reach into this one.
  for (const each of [year - 1, year]) {
    for (const { date, start, end } of calendar.getHolidays(each)) {
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY))
      for (let n = 0; n < length; n++) days.add(new Date(first + n * DAY).toISOString().slice(0, 10))
    }
  }
  return days
}
