import { z } from 'zod'

// How single values are read out of webhooks: forgiving about what is missing, strict about what is used.

/** Without what no database keeps: the character zero, and halves of characters. */
const keepable = (value: string) => value.replaceAll('\u0000', '').toWellFormed()

export const text = z.string().overwrite(keepable)
export const maybe = text
  .nullish()
  .catch(null)
  .transform((value) => value || null)
/** A day before the end of the year 9999: on no clock of the world a time up to then has a year of five digits. */
const LAST_SECOND = 253_402_214_399
/** Unix seconds, as string or number. */
export const seconds = z
  .union([z.string(), z.number()])
  .transform(Number)
  .pipe(z.number().positive().max(LAST_SECOND))
  .transform((value) => new Date(value * 1000))
/** E.164 with plus; Meta sends digits only. */
export const phone = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => (value && /^\+?\d{5,17}$/.test(value) ? `+${value.replace('+', '')}` : null))
/** Business-scoped user id; `user.…` is its form of 2025, which nobody sends any more but may be in a retry or a recording. */
export const bsuid = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) =>
    value && /^([A-Z]{2}\.(ENT\.)?|user\.)[0-9A-Za-z]{1,128}$/.test(value) ? value : null,
  )
/** An id as text, however Meta writes it. */
export const idText = z
  .union([text, z.number()])
  .nullish()
  .catch(null)
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)))
