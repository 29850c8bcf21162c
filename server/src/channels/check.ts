import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, type Sentence } from '../platform/index.ts'
import { createGraphClient } from '../whatsapp/index.ts'
import { Credentials, channelCredentials, getChannel } from './channel.ts'
import { accessSteps, secretStep } from './checks/access.ts'
import { accountSteps, WABA_CHECKED } from './checks/account.ts'
import { callbackStep, subscriptionStep, webhookSteps } from './checks/events.ts'
import { NUMBER_CHECKED, numberSteps, readNumber } from './checks/number.ts'
import { senderSteps } from './checks/sender.ts'
import { type CheckStep, type StepKey, untold } from './checks/step.ts'

export const CheckChannelInput = Credentials.partial().extend({
  phoneNumberId: z.string().regex(/^\d{5,20}$/),
  wabaId: z.string().regex(/^\d{5,20}$/),
  /** An existing channel: secrets that are not given are its own. */
  channelId: z.uuid().optional(),
})

/** A channel's connection as it is looked at. */
export interface ChannelCheck {
  /** Whether the credentials fit together, so that the number can be saved. */
  ok: boolean
  /** Whether nothing at all has failed. */
  healthy: boolean
  steps: CheckStep[]
  /** What Meta says about the number, when it could be read. */
  number: { displayPhoneNumber: string; verifiedName: string } | null
}

/** Without these a number cannot be connected; everything else can be mended afterwards. */
const NEEDED: readonly StepKey[] = ['token', 'permissions', 'app_secret', 'number', 'waba']

/**
 * Looks at everything that a number needs to send and hear, one thing after another, and says of each what is wrong and how to
 * mend it. Changes nothing, here or at Meta.
 * @throws Problem `not_found` for a channel of another business, `credentials_missing` for a new number
 */
export async function checkChannel(
  ctx: Context,
  input: z.input<typeof CheckChannelInput>,
): Promise<ChannelCheck> {
  requireRole(ctx)
  const { channelId, phoneNumberId, wabaId, ...given } = CheckChannelInput.parse(input)
  const credentials = await credentialsFor(ctx, channelId, given)
  const business = await getBusiness(ctx)
  const connection = {
    baseUrl: ctx.config.graphBaseUrl,
    version: ctx.config.graphVersion,
    token: credentials.accessToken,
  }
  const plain = createGraphClient(connection)
  const proving = createGraphClient({ ...connection, appSecret: credentials.appSecret })
  try {
    const [token, number, waba, numbers, profile, settings, subscriptions] = await Promise.all([
      plain.debugToken(),
      plain.getNumber(phoneNumberId, NUMBER_CHECKED),
      plain.getWaba(wabaId, WABA_CHECKED),
      plain.phoneNumbers(wabaId),
      plain.getProfile(phoneNumberId),
      plain.getSettings(phoneNumberId),
      plain.subscribedApps(wabaId),
    ])
    const access = accessSteps(token, wabaId, ctx.clock.now())
    const facts = readNumber(number)
    const url = webhookUrl(ctx)
    const steps = [
      ...access.steps,
      secretStep(facts !== undefined, await proving.getNumber(phoneNumberId)),
      ...numberSteps(number, facts),
      ...accountSteps(waba, numbers, phoneNumberId),
      ...senderSteps(profile, settings, business, facts?.verified_name),
      subscriptionStep(subscriptions, access.appId),
      facts ? callbackStep(facts.webhook_configuration, url) : untold('callback'),
      ...(await webhookSteps(url, { ...credentials, phoneNumberId }, channelId !== undefined)),
    ]
    return {
      ok: steps.every(({ key, state }) => !NEEDED.includes(key) || state === 'ok'),
      healthy: steps.every(({ state }) => state !== 'fail'),
      steps,
      number: facts
        ? { displayPhoneNumber: facts.display_phone_number, verifiedName: facts.verified_name }
        : null,
    }
  } finally {
    await plain.close()
    await proving.close()
  }
}

/** Where Meta sends what happens; the same for all numbers of the installation. */
export const webhookUrl = (ctx: Pick<Context, 'config'>) => `${ctx.config.publicUrl}/webhooks/whatsapp`

const MISSING: Sentence = {
  de: 'Das fehlt noch. Du findest es in der App bei Meta.',
  en: 'This is missing. You find it in the app at Meta.',
}

/** What was typed; the rest is the channel's own when it is connected already. */
async function credentialsFor(
  ctx: Context,
  channelId: string | undefined,
  given: Partial<Credentials>,
): Promise<Credentials> {
  const known = channelId
    ? await channelCredentials(ctx, (await getChannel(ctx, channelId)).id)
    : { accessToken: '', appSecret: '', verifyToken: '' }
  const credentials = { ...known, ...given }
  const missing = Object.entries(credentials).filter(([, value]) => !value)
  if (missing.length === 0) return credentials
  throw new Problem(
    'invalid',
    'credentials_missing',
    {
      de: 'Für diese Prüfung fehlen noch Zugangsdaten. Bitte ergänze die markierten Felder.',
      en: 'Some credentials are missing for this check. Please fill in the marked fields.',
    },
    Object.fromEntries(missing.map(([name]) => [name, MISSING])),
  )
}
