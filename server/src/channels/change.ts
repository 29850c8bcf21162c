import type { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem } from '../platform/index.ts'
import { type Channel, getChannel } from './channel.ts'
import { checkChannel } from './check.ts'
import type { StepKey } from './checks/step.ts'
import { UpdateChannelInput, updateChannel } from './save.ts'

/** Which field a check of the credentials speaks about. */
const FIELD: Partial<Record<StepKey, 'accessToken' | 'appSecret'>> = {
  token: 'accessToken',
  permissions: 'accessToken',
  number: 'accessToken',
  waba: 'accessToken',
  app_secret: 'appSecret',
}

/**
 * Renames a channel or replaces its secrets. A new token or app secret is tried at Meta first: one that does not work never
 * takes the place of one that does. The app secret before counts for seven days more, or until it is ended.
 * @throws Problem `not_found`, `channel_check_failed` naming the field
 */
export async function changeChannel(
  ctx: Context,
  channelId: string,
  input: z.input<typeof UpdateChannelInput>,
): Promise<Channel> {
  requireRole(ctx, 'owner')
  const { accessToken, appSecret } = UpdateChannelInput.parse(input)
  if (accessToken === undefined && appSecret === undefined) return updateChannel(ctx, channelId, input)
  const { phoneNumberId, wabaId } = await getChannel(ctx, channelId)
  const check = await checkChannel(ctx, {
    channelId,
    phoneNumberId,
    wabaId,
    ...(accessToken && { accessToken }),
    ...(appSecret && { appSecret }),
  })
  if (check.ok) return updateChannel(ctx, channelId, input)
  const wrong = check.steps.flatMap(({ key, state, detail, cure }) => {
    const field = state === 'fail' ? FIELD[key] : undefined
    const both = (language: 'de' | 'en') => [detail[language], cure?.[language]].filter(Boolean).join(' ')
    return field ? [[field, { de: both('de'), en: both('en') }] as const] : []
  })
  throw new Problem(
    'invalid',
    'channel_check_failed',
    {
      de: 'Meta nimmt diese Zugangsdaten nicht an. Die bisherigen bleiben in Gebrauch.',
      en: 'Meta does not take these credentials. Those before stay in use.',
    },
    // The first thing that is wrong explains the others.
    Object.fromEntries(wrong.reverse()),
  )
}
