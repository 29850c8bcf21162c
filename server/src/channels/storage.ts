import { z } from 'zod'
import type { Storage } from './channel.ts'

const Settings = z.looseObject({
  storage_configuration: z
    .looseObject({ status: z.string(), data_localization_region: z.string().optional().catch(undefined) })
    .optional(),
})

/** Meta's setting as its API says it; the standard when it says nothing (C-54). Source: Meta, phone number settings. */
export function readStorage(settings: unknown): Storage {
  const parsed = Settings.safeParse(settings)
  const configured = parsed.success ? parsed.data.storage_configuration : undefined
  if (configured?.status === 'NO_STORAGE_ENABLED') return { kind: 'none', region: null, from: 'meta' }
  const region = configured?.data_localization_region
  if (configured?.status === 'IN_COUNTRY_STORAGE_ENABLED' && region && /^[A-Z]{2}$/.test(region))
    return { kind: 'in_country', region, from: 'meta' }
  return { kind: 'standard', region: null, from: 'meta' }
}
