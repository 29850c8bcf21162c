import { z } from 'zod'

/** A quarter of a year, as `2026-Q4`. */
export const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/)
export type Quarter = z.infer<typeof Quarter>

/** The quarter that a day (`YYYY-MM-DD`) lies in. */
export function quarterOf(day: string): Quarter {
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`
}

const partsOf = (quarter: Quarter) => ({
  year: Number(quarter.slice(0, 4)),
  number: Number(quarter.slice(6)),
})

export function quarterBefore(quarter: Quarter): Quarter {
  const { year, number } = partsOf(quarter)
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`
}

/** Its first and last day. */
export function daysOf(quarter: Quarter): { first: string; last: string } {
  const { year, number } = partsOf(quarter)
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
  return { first: day((number - 1) * 3, 1), last: day(number * 3, 0) }
}
