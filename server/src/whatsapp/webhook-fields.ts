import { z } from 'zod'

// How single values are read out of webhooks: forgiving about what is missing, strict about what is used.

export const text = z.string()
export const maybe = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value || null)
/** Unix seconds, as string or number. */
export const seconds = z
  .union([z.string(), z.number()])
  .transform(Number)
  .pipe(z.number().positive().max(253_402_300_799))
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
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)))
