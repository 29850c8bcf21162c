import { z } from 'zod'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { PACKS, packOf } from './packs.ts'

const Hours = z.tuple([z.number().int(), z.number().int()]).nullable()

export const RulePackView = z.object({
  /** ISO country; `*` stands for every other one. */
  country: z.string(),
  version: z.string(),
  effectiveOn: z.iso.date(),
  verifiedOn: z.iso.date().nullable(),
  sources: z.array(z.string()),
  consent: z.enum(['express_prior', 'express_prior_written', 'notice_and_consent']),
  marketing: z.boolean(),
  /** Monday to Sunday: local hours from and to, null on days without marketing. */
  week: z.array(Hours).length(7),
  holidays: z.boolean(),
  consentAge: z.number().int().nullable(),
  notes: z.string(),
  /** Said when nobody has compared the pack with public sources yet. */
  hint: z.string().nullable(),
})

/** The packs in force, the countries' own before the default. */
export function listRulePacks(ctx: Context, language: Language): z.infer<typeof RulePackView>[] {
  const countries = [...new Set(PACKS.map((pack) => pack.country))]
  return countries.map((country) => {
    const { notes, sources, week, ...pack } = packOf(country, ctx.clock.now())
    return {
      ...pack,
      sources: [...sources],
      week: week.map((hours) => (hours ? [hours[0], hours[1]] : null)),
      notes: notes[language],
      hint: pack.verifiedOn ? null : UNVERIFIED[language],
    }
  })
}

const UNVERIFIED = {
  de: 'Noch nicht mit öffentlichen Quellen verglichen. Bitte vor der ersten Kampagne in dieses Land prüfen lassen.',
  en: 'Not compared with public sources yet. Please have it checked before the first campaign to this country.',
}
