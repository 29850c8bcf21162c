import { type Clock, DAY, systemClock } from '../../server/src/platform/index.ts'

/** Days and months that are holidays somewhere in Germany every year. */
const HOLIDAYS = [
  '01-01',
  '01-06',
  '03-08',
  '05-01',
  '08-15',
  '09-20',
  '10-03',
  '10-31',
  '11-01',
  '12-24',
  '12-25',
  '12-26',
  '12-31',
]

/**
 * Milliseconds from now back to noon (UTC) of the last Tuesday that was an ordinary one: marketing may be sent then, so the hours
 * of the rule packs can be asked without holding anything back, whenever the bench runs.
 */
export function shiftToNoon(now: Date): number {
  const noon = new Date(now)
  noon.setUTCHours(11, 0, 0, 0)
  while (noon > now || noon.getUTCDay() !== 2 || HOLIDAYS.includes(noon.toISOString().slice(5, 10)))
    noon.setTime(noon.getTime() - DAY)
  return noon.getTime() - now.getTime()
}

/** The system clock, moved. */
export function shiftedClock(shiftMs: number): Clock {
  return shiftMs === 0 ? systemClock : { now: () => new Date(Date.now() + shiftMs) }
}
