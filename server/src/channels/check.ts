import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, type Sentence } from '../platform/index.ts'
import { createGraphClient, type GraphClient, type GraphResult } from '../whatsapp/index.ts'
import { Credentials, channelCredentials, getChannel } from './channel.ts'

export const CheckChannelInput = Credentials.partial().extend({
  phoneNumberId: z.string().regex(/^\d{5,20}$/),
  wabaId: z.string().regex(/^\d{5,20}$/),
  /** An existing channel: secrets that are not given are its own. */
  channelId: z.uuid().optional(),
})

export const CHECK_STEPS = ['token', 'number', 'waba', 'app_secret', 'subscription', 'webhook'] as const

export interface CheckStep {
  key: (typeof CHECK_STEPS)[number]
  /** Null: cannot be told yet. */
  ok: boolean | null
  detail: Sentence
}

export interface ChannelCheck {
  ok: boolean
  steps: CheckStep[]
  /** What Meta says about the number, when it could be read. */
  number: { displayPhoneNumber: string; verifiedName: string } | null
}

const NumberInfo = z.looseObject({ display_phone_number: z.string(), verified_name: z.string().catch('') })

/**
 * Tries every credential of a number against the API, one after another, and says what is wrong and where to mend it.
 * Changes nothing, here or at Meta.
 * @throws Problem `not_found` for a channel of another business, `credentials_missing` for a new number
 */
export async function checkChannel(
  ctx: Context,
  input: z.input<typeof CheckChannelInput>,
): Promise<ChannelCheck> {
  requireRole(ctx)
  const { channelId, phoneNumberId, wabaId, ...given } = CheckChannelInput.parse(input)
  const credentials = await credentialsFor(ctx, channelId, given)
  const connection = {
    baseUrl: ctx.config.graphBaseUrl,
    version: ctx.config.graphVersion,
    token: credentials.accessToken,
  }
  const plain = createGraphClient(connection)
  const proving = createGraphClient({ ...connection, appSecret: credentials.appSecret })
  try {
    const number = await plain.getNumber(phoneNumberId)
    const parsed = number.ok === true ? NumberInfo.safeParse(number.value) : undefined
    const steps: CheckStep[] = [
      await tokenStep(plain),
      numberStep(number),
      await wabaStep(plain, wabaId, phoneNumberId),
      await secretStep(proving, phoneNumberId, number.ok === true),
      await subscriptionStep(plain, wabaId),
      await webhookStep(ctx, credentials.verifyToken, channelId !== undefined),
    ]
    return {
      // The subscription is made when the number is saved, and the webhook can only answer afterwards.
      ok: steps
        .filter((step) => step.key !== 'subscription' && step.key !== 'webhook')
        .every((step) => step.ok === true),
      steps,
      number: parsed?.success
        ? { displayPhoneNumber: parsed.data.display_phone_number, verifiedName: parsed.data.verified_name }
        : null,
    }
  } finally {
    await plain.close()
    await proving.close()
  }
}

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

const TokenInfo = z.looseObject({
  is_valid: z.boolean().optional(),
  expires_at: z.number().optional(),
  scopes: z.array(z.string()).optional(),
})
const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management']

async function tokenStep(client: GraphClient): Promise<CheckStep> {
  const result = await client.debugToken()
  if (result.ok !== true)
    return failed(
      'token',
      result,
      'Erzeuge im Business Manager einen System-User-Token.',
      'Create a system user token in the Business Manager.',
    )
  const info = TokenInfo.parse(result.value.data)
  if (info.is_valid === false) {
    return step(
      'token',
      false,
      'Der Token ist abgelaufen oder widerrufen. Erzeuge einen neuen.',
      'The token has expired or was revoked. Create a new one.',
    )
  }
  const missing = NEEDED.filter((scope) => info.scopes && !info.scopes.includes(scope))
  if (missing.length > 0) {
    return step(
      'token',
      false,
      `Dem Token fehlt die Berechtigung ${missing.join(', ')}.`,
      `The token lacks the permission ${missing.join(', ')}.`,
    )
  }
  return step(
    'token',
    true,
    'Der Token gilt und hat die nötigen Berechtigungen.',
    'The token is valid and has the permissions it needs.',
  )
}

function numberStep(result: Awaited<ReturnType<GraphClient['getNumber']>>): CheckStep {
  if (result.ok !== true) {
    return failed(
      'number',
      result,
      'Prüfe die Telefonnummer-ID: sie steht in der App unter WhatsApp, API-Einrichtung.',
      'Check the phone number id: it stands in the app under WhatsApp, API setup.',
    )
  }
  const parsed = NumberInfo.safeParse(result.value)
  const name = parsed.success ? `${parsed.data.display_phone_number}, ${parsed.data.verified_name}` : ''
  return step('number', parsed.success, `Gefunden: ${name}`, `Found: ${name}`)
}

async function wabaStep(client: GraphClient, wabaId: string, phoneNumberId: string): Promise<CheckStep> {
  const numbers = await client.phoneNumbers(wabaId)
  if (numbers.ok !== true)
    return failed(
      'waba',
      numbers,
      'Prüfe die ID des WhatsApp-Business-Kontos.',
      'Check the id of the WhatsApp Business Account.',
    )
  return numbers.value.some((each) => each.id === phoneNumberId)
    ? step('waba', true, 'Die Nummer gehört zu diesem Konto.', 'The number belongs to this account.')
    : step(
        'waba',
        false,
        'Diese Nummer gehört nicht zu diesem Konto. Nimm die ID des Kontos, in dem sie liegt.',
        'This number does not belong to this account. Use the id of the account that holds it.',
      )
}

/** Meta refuses a request whose `appsecret_proof` was made with the wrong secret; that is the only way to test one. */
async function secretStep(client: GraphClient, phoneNumberId: string, readable: boolean): Promise<CheckStep> {
  if (!readable)
    return step(
      'app_secret',
      null,
      'Erst prüfbar, wenn Token und Nummer stimmen.',
      'Can be checked once token and number are right.',
    )
  const result = await client.getNumber(phoneNumberId)
  return result.ok === true
    ? step('app_secret', true, 'Das App-Geheimnis passt zum Token.', 'The app secret fits the token.')
    : failed(
        'app_secret',
        result,
        'Kopiere das App-Geheimnis der App, zu der der Token gehört (Einstellungen, Allgemeines).',
        'Copy the app secret of the app that the token belongs to (Settings, Basic).',
      )
}

async function subscriptionStep(client: GraphClient, wabaId: string): Promise<CheckStep> {
  const result = await client.subscribedApps(wabaId)
  if (result.ok !== true)
    return failed(
      'subscription',
      result,
      'Der Token braucht whatsapp_business_management.',
      'The token needs whatsapp_business_management.',
    )
  return result.value.length > 0
    ? step(
        'subscription',
        true,
        'Die App empfängt Ereignisse dieses Kontos.',
        'The app receives the events of this account.',
      )
    : step(
        'subscription',
        false,
        'Noch nicht abonniert; das geschieht beim Speichern.',
        'Not subscribed yet; that happens when you save.',
      )
}

async function webhookStep(ctx: Context, verifyToken: string, saved: boolean): Promise<CheckStep> {
  const url = `${ctx.config.publicUrl}/webhooks/whatsapp`
  if (!saved)
    return step(
      'webhook',
      null,
      `Trage nach dem Speichern in der App ein: ${url}`,
      `After saving, enter in the app: ${url}`,
    )
  const challenge = '20261121'
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': verifyToken,
    'hub.challenge': challenge,
  })
  try {
    const response = await fetch(`${url}?${query}`, { signal: AbortSignal.timeout(5_000) })
    if (response.ok && (await response.text()) === challenge) {
      return step('webhook', true, `Erreichbar: ${url}`, `Reachable: ${url}`)
    }
    return step(
      'webhook',
      false,
      `${url} antwortet mit ${response.status}. Zeigt die Adresse auf diese Installation?`,
      `${url} answers ${response.status}. Does the address lead to this installation?`,
    )
  } catch {
    return step(
      'webhook',
      false,
      `${url} ist nicht erreichbar. Prüfe PUBLIC_URL und das Zertifikat.`,
      `${url} cannot be reached. Check PUBLIC_URL and the certificate.`,
    )
  }
}

function step(key: CheckStep['key'], ok: boolean | null, de: string, en: string): CheckStep {
  return { key, ok, detail: { de, en } }
}

function failed(
  key: CheckStep['key'],
  result: Exclude<GraphResult<unknown>, { ok: true }>,
  de: string,
  en: string,
): CheckStep {
  if (result.ok === 'unknown' || result.error.status === 0) {
    return step(
      key,
      false,
      'Die Graph-API ist nicht erreichbar. Prüfe GRAPH_BASE_URL und die Verbindung.',
      'The Graph API cannot be reached. Check GRAPH_BASE_URL and the connection.',
    )
  }
  const { code, title } = result.error
  return step(key, false, `Meta sagt: ${title} (${code}). ${de}`, `Meta says: ${title} (${code}). ${en}`)
}
