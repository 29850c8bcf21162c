import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

export type Instant = string | number | Date

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** Numbers, money and times as a language writes them. Times are shown in the browser's time zone. */
export function formats(language: string) {
  const locale = language === 'en' ? 'en-GB' : 'de-DE'
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const degrees = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'degree',
    // The sign, not a word, also in English.
    unitDisplay: 'narrow',
    maximumFractionDigits: 5,
  })
  const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const tongues = new Intl.DisplayNames(locale, { type: 'language' })

  return {
    locale,
    number: (value: number) => number.format(value),
    /** Of a share between 0 and 1. */
    percent: (share: number) => percent.format(share),
    /** Of latitude or longitude; five decimals are a metre. */
    degrees: (value: number) => degrees.format(value),
    signed: (value: number) => signed.format(value),
    money: (value: number, currency = 'EUR', digits = 2) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: Math.max(digits, 2),
      }).format(value),
    date: (at: Instant) => date.format(new Date(at)),
    shortDate: (at: Instant) => shortDate.format(new Date(at)),
    /** Two calendar days, `2026-11-01` and `2026-11-21` → "1.–21. Nov."; one day when they are the same. */
    days: (from: string, through: string) =>
      shortDate.formatRange(new Date(`${from}T12:00:00`), new Date(`${through}T12:00:00`)),
    /** `2026-11` → "November 2026", or "Nov". */
    month: (value: string, length: 'long' | 'short' = 'long') =>
      (length === 'long' ? month : shortMonth).format(new Date(`${value}-15T12:00:00Z`)),
    time: (at: Instant) => time.format(new Date(at)),
    dateTime: (at: Instant) => dateTime.format(new Date(at)),
    exact: (at: Instant) => exact.format(new Date(at)),
    /** "vor 3 Minuten"; under a minute "jetzt". */
    relative: (at: Instant, now: number = Date.now()) => {
      const seconds = Math.round((new Date(at).getTime() - now) / 1000)
      const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 0]
      return size === 0 ? relative.format(0, 'second') : relative.format(Math.trunc(seconds / size), unit)
    },
    country: (code: string) => (/^[A-Z]{2}$/i.test(code) ? (regions.of(code.toUpperCase()) ?? code) : code),
    language: (code: string) => tongues.of(code) ?? code,
  }
}

export type Formats = ReturnType<typeof formats>

/** The formats of the language on screen. */
export function useFormat(): Formats {
  const { i18n } = useTranslation('app')
  return useMemo(() => formats(i18n.language), [i18n.language])
}
