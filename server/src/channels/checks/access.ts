import { z } from 'zod'
import { DAY } from '../../platform/index.ts'
import type { GraphClient, GraphResult } from '../../whatsapp/index.ts'
import { type CheckStep, fail, good, open, refused, say, untold, warn } from './step.ts'

const TokenInfo = z.looseObject({
  app_id: z.coerce.string().optional().catch(undefined),
  is_valid: z.boolean().optional(),
  expires_at: z.number().optional(),
  scopes: z.array(z.string()).optional(),
  granular_scopes: z
    .array(z.looseObject({ scope: z.string(), target_ids: z.array(z.coerce.string()).optional() }))
    .optional()
    .catch(undefined),
})

/** With these two a token can send, and read what is asked about here. */
const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management']
/** From so long before its end on there is time to act, and reason to. */
const SOON_MS = 14 * DAY

const NEW_TOKEN = say(
  'Erzeuge in den Unternehmenseinstellungen bei Meta unter Systembenutzer einen Zugriffsschlüssel, der nie abläuft, und trage ihn hier ein.',
  'Create a token that never expires at Meta, in the business settings under System users, and enter it here.',
)

/**
 * The token, what it may do and until when (Meta, `debug_token`).
 * @returns also the id of the app that the token belongs to, when Meta says it
 */
export function accessSteps(
  answer: Awaited<ReturnType<GraphClient['debugToken']>>,
  wabaId: string,
  now: Date,
): { steps: CheckStep[]; appId: string | undefined } {
  if (answer.ok !== true)
    return {
      steps: [
        refused('token', 'token_refused', answer, NEW_TOKEN),
        untold('permissions'),
        untold('token_end'),
      ],
      appId: undefined,
    }
  const info = TokenInfo.parse(answer.value.data)
  if (info.is_valid === false)
    return {
      steps: [
        fail(
          'token',
          'token_invalid',
          say(
            'Der Zugriffsschlüssel ist abgelaufen oder widerrufen.',
            'The token has expired or was revoked.',
          ),
          NEW_TOKEN,
        ),
        untold('permissions'),
        untold('token_end'),
      ],
      appId: undefined,
    }
  return {
    steps: [
      good('token', 'token_valid', say('Der Zugriffsschlüssel gilt.', 'The token is valid.')),
      permissions(info, wabaId),
      end(info.expires_at ?? 0, now),
    ],
    appId: info.app_id,
  }
}

function permissions(info: z.infer<typeof TokenInfo>, wabaId: string): CheckStep {
  const missing = NEEDED.filter((scope) => info.scopes && !info.scopes.includes(scope))
  if (missing.length > 0)
    return fail(
      'permissions',
      'permission_missing',
      say(
        `Dem Zugriffsschlüssel fehlt die Berechtigung ${missing.join(', ')}.`,
        `The token lacks the permission ${missing.join(', ')}.`,
      ),
      say(
        'Erzeuge den Zugriffsschlüssel neu und wähle dabei beide Berechtigungen: whatsapp_business_messaging und whatsapp_business_management.',
        'Create the token again and choose both permissions: whatsapp_business_messaging and whatsapp_business_management.',
      ),
    )
  const elsewhere = NEEDED.filter((scope) => {
    const targets = info.granular_scopes?.find((granted) => granted.scope === scope)?.target_ids
    return targets && targets.length > 0 && !targets.includes(wabaId)
  })
  if (elsewhere.length > 0)
    return fail(
      'permissions',
      'account_not_assigned',
      say(
        'Der Zugriffsschlüssel gilt für andere WhatsApp-Konten, nicht für dieses.',
        'The token is for other WhatsApp accounts, not for this one.',
      ),
      say(
        'Weise dem Systembenutzer bei Meta dieses WhatsApp-Konto zu (volle Kontrolle) und erzeuge den Zugriffsschlüssel danach neu.',
        'Assign this WhatsApp account to the system user at Meta (full control) and create the token again afterwards.',
      ),
    )
  return good(
    'permissions',
    'permissions_given',
    say('Er darf senden und verwalten.', 'It may send and manage.'),
  )
}

function end(expiresAt: number, now: Date): CheckStep {
  if (expiresAt === 0)
    return good('token_end', 'token_endless', say('Er läuft nicht ab.', 'It does not expire.'))
  const at = new Date(expiresAt * 1000)
  const day = at.toISOString().slice(0, 10)
  const left = at.getTime() - now.getTime()
  if (left <= 0)
    return fail(
      'token_end',
      'token_ended',
      say(`Er ist am ${day} abgelaufen.`, `It expired on ${day}.`),
      NEW_TOKEN,
    )
  if (left < SOON_MS)
    return warn(
      'token_end',
      'token_ends_soon',
      say(
        `Er läuft am ${day} ab; danach geht nichts mehr hinaus.`,
        `It expires on ${day}; after that nothing leaves.`,
      ),
      NEW_TOKEN,
    )
  return warn(
    'token_end',
    'token_ends',
    say(`Er läuft am ${day} ab.`, `It expires on ${day}.`),
    say(
      'Ein Zugriffsschlüssel ohne Ablauf erspart dir den Wechsel; sonst trage vor diesem Tag einen neuen ein.',
      'A token without expiry spares you the change; otherwise enter a new one before that day.',
    ),
  )
}

/** Meta refuses a request whose `appsecret_proof` was made with the wrong secret; that is the only way to test one. */
export function secretStep(readable: boolean, proven: GraphResult<unknown>): CheckStep {
  if (!readable)
    return open(
      'app_secret',
      'not_readable',
      say(
        'Erst prüfbar, wenn Zugriffsschlüssel und Nummer stimmen.',
        'Can be checked once token and number are right.',
      ),
    )
  return proven.ok === true
    ? good('app_secret', 'app_secret_fits', say('Er passt zum Zugriffsschlüssel.', 'It fits the token.'))
    : refused(
        'app_secret',
        'app_secret_wrong',
        proven,
        say(
          'Kopiere den App-Geheimcode der App, zu der der Zugriffsschlüssel gehört (Einstellungen, Allgemeines).',
          'Copy the app secret of the app that the token belongs to (Settings, Basic).',
        ),
      )
}
