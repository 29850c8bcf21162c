import { z } from 'zod'
import { checkChannel } from '../../channels/index.ts'
import { createContext, type Runtime } from '../../platform/index.ts'

const Sentence = z.object({ de: z.string(), en: z.string() })

/** One number as `jawort doctor channel --json` prints it. */
export const Examined = z.object({
  business: z.string(),
  channelId: z.string(),
  name: z.string(),
  number: z.string(),
  healthy: z.boolean(),
  steps: z.array(
    z.object({
      key: z.string(),
      state: z.enum(['ok', 'warn', 'fail', 'open']),
      code: z.string(),
      detail: Sentence,
      cure: Sentence.nullable(),
    }),
  ),
})
export type Examined = z.infer<typeof Examined>

/**
 * Looks at every number that `which` means: a channel's id, Meta's phone number id, or the digits of the number itself.
 * Changes nothing. @returns none when there is no such number here
 */
export async function examineChannels(runtime: Runtime, which: string): Promise<Examined[]> {
  const digits = which.replace(/\D/g, '')
  const rows = await runtime.db
    .selectFrom('channel')
    .innerJoin('business', 'business.business_id', 'channel.business_id')
    .select([
      'channel.business_id',
      'channel.channel_id',
      'channel.name',
      'channel.phone_number_id',
      'channel.waba_id',
      'channel.display_phone_number',
      'business.slug',
    ])
    .orderBy('channel.channel_id')
    .execute()
  const meant = rows.filter(
    (row) =>
      row.channel_id === which.toLowerCase() ||
      row.phone_number_id === which ||
      (digits.length >= 5 && row.display_phone_number.replace(/\D/g, '') === digits),
  )
  const found: Examined[] = []
  for (const row of meant) {
    const ctx = createContext(runtime, row.business_id, { kind: 'system', job: 'cli.doctor' })
    const { healthy, steps } = await checkChannel(ctx, {
      channelId: row.channel_id,
      phoneNumberId: row.phone_number_id,
      wabaId: row.waba_id,
    })
    found.push({
      business: row.slug,
      channelId: row.channel_id,
      name: row.name,
      number: row.display_phone_number,
      healthy,
      steps,
    })
  }
  return found
}
