import { z } from 'zod'
import { type GraphClient, readLimit, readThroughput } from '../../whatsapp/index.ts'
import { type CheckStep, fail, good, refused, say, untold, warn } from './step.ts'

export const NUMBER_CHECKED =
  'id,display_phone_number,verified_name,status,name_status,code_verification_status,is_pin_enabled,quality_rating,throughput,is_on_biz_app,whatsapp_business_manager_messaging_limit,health_status,webhook_configuration'

const Health = z.looseObject({
  can_send_message: z.string().catch(''),
  entities: z
    .array(
      z.looseObject({
        entity_type: z.string().catch(''),
        can_send_message: z.string().catch(''),
        errors: z
          .array(
            z.looseObject({
              error_code: z.number().catch(0),
              error_description: z.string().catch(''),
              possible_solution: z.string().catch(''),
            }),
          )
          .catch([]),
      }),
    )
    .catch([]),
})

const NumberFacts = z.looseObject({
  display_phone_number: z.string(),
  verified_name: z.string().catch(''),
  status: z.string().catch(''),
  name_status: z.string().catch(''),
  code_verification_status: z.string().catch(''),
  is_pin_enabled: z.boolean().optional().catch(undefined),
  throughput: z
    .looseObject({ level: z.string().catch('') })
    .optional()
    .catch(undefined),
  is_on_biz_app: z.boolean().optional().catch(undefined),
  whatsapp_business_manager_messaging_limit: z.union([z.string(), z.number()]).catch(''),
  health_status: Health.optional().catch(undefined),
  webhook_configuration: z
    .looseObject({
      phone_number: z.string().optional().catch(undefined),
      whatsapp_business_account: z.string().optional().catch(undefined),
      application: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})
export type NumberFacts = z.infer<typeof NumberFacts>

/** What Meta says of a number, when it says it. */
export function readNumber(answer: Awaited<ReturnType<GraphClient['getNumber']>>): NumberFacts | undefined {
  return answer.ok === true ? NumberFacts.safeParse(answer.value).data : undefined
}

/** The number itself: there, registered, with a PIN, named, healthy; and how many people it may reach. */
export function numberSteps(
  answer: Awaited<ReturnType<GraphClient['getNumber']>>,
  facts: NumberFacts | undefined,
): CheckStep[] {
  const copy = say(
    'Kopiere die Telefonnummer-ID aus der App bei Meta (WhatsApp, API-Einrichtung); es ist nicht die Telefonnummer.',
    'Copy the phone number id from the app at Meta (WhatsApp, API Setup); it is not the phone number.',
  )
  if (!facts)
    return [
      answer.ok === true
        ? fail(
            'number',
            'number_unreadable',
            say('Meta beschreibt diese Nummer nicht.', 'Meta does not describe this number.'),
            copy,
          )
        : refused('number', 'number_not_found', answer, copy),
      ...(['registration', 'pin', 'name', 'limit', 'health'] as const).map(untold),
    ]
  const found = [facts.display_phone_number, facts.verified_name].filter(Boolean).join(', ')
  return [
    good('number', 'number_found', say(`Gefunden: ${found}`, `Found: ${found}`)),
    registration(facts),
    pin(facts.is_pin_enabled),
    name(facts),
    limit(facts),
    health(facts.health_status),
  ]
}

/** Meta, `status` and `code_verification_status`. */
function registration({ status, code_verification_status: verified }: NumberFacts): CheckStep {
  if (verified === 'NOT_VERIFIED')
    return fail(
      'registration',
      'number_unconfirmed',
      say('Die Nummer ist nicht mit einem Code bestätigt.', 'The number was not confirmed with a code.'),
      say(
        'Bestätige sie bei Meta im WhatsApp Manager per SMS oder Anruf.',
        'Confirm it at Meta in the WhatsApp Manager by SMS or call.',
      ),
    )
  if (status === 'CONNECTED' || status === '')
    return good(
      'registration',
      'number_connected',
      say('Sie ist registriert und verbunden.', 'It is registered and connected.'),
    )
  if (['PENDING', 'DISCONNECTED', 'OFFLINE', 'UNVERIFIED', 'MIGRATED', 'DELETED'].includes(status))
    return fail(
      'registration',
      'number_not_registered',
      say(
        `Sie ist nicht bei der Cloud API registriert (${status}).`,
        `It is not registered with the Cloud API (${status}).`,
      ),
      say(
        'Registriere sie: Einstellungen, WhatsApp-Nummer, Schlüssel & PIN. Du wählst dabei eine PIN mit sechs Ziffern.',
        'Register it: Settings, WhatsApp number, Keys & PIN. You choose a PIN of six digits.',
      ),
    )
  if (status === 'FLAGGED')
    return warn(
      'registration',
      'number_flagged',
      say(
        'Meta hat die Nummer wegen schlechter Qualität markiert.',
        'Meta flagged the number for its low quality.',
      ),
      say(
        'Sieh unter Zustand nach den Gründen und sende vorerst weniger.',
        'Look at the reasons under Standing, and send less for now.',
      ),
    )
  return fail(
    'registration',
    'number_restricted',
    say(
      `Meta hat die Nummer eingeschränkt oder gesperrt (${status}).`,
      `Meta restricted or banned the number (${status}).`,
    ),
    say(
      'Sieh im Business-Support bei Meta nach dem Grund und lege dort Einspruch ein.',
      'Look up the reason in the Business Support Home at Meta and appeal there.',
    ),
  )
}

function pin(enabled: boolean | undefined): CheckStep {
  return enabled === false
    ? warn(
        'pin',
        'pin_missing',
        say('Es ist keine PIN gesetzt.', 'No PIN is set.'),
        say(
          'Setze sie unter Einstellungen, WhatsApp-Nummer: ohne PIN kann jemand anderes die Nummer registrieren.',
          'Set it under Settings, WhatsApp number: without a PIN somebody else can register the number.',
        ),
      )
    : good('pin', 'pin_set', say('Eine PIN schützt die Nummer.', 'A PIN protects the number.'))
}

/** Meta, `name_status`. */
function name({ name_status: status, verified_name: shown }: NumberFacts): CheckStep {
  const ask = say(
    'Beantrage bei Meta im WhatsApp Manager einen Anzeigenamen, der eurem Auftritt und Impressum entspricht.',
    'Ask for a display name at Meta in the WhatsApp Manager that matches your website and imprint.',
  )
  if (status === 'DECLINED' || status === 'EXPIRED')
    return fail(
      'name',
      'name_declined',
      say('Meta hat den Anzeigenamen abgelehnt.', 'Meta declined the display name.'),
      ask,
    )
  if (status === 'PENDING_REVIEW')
    return warn(
      'name',
      'name_in_review',
      say('Meta prüft den Anzeigenamen noch.', 'Meta is still reviewing the display name.'),
      say(
        'Warte auf Metas Antwort; bis dahin sehen Menschen nur die Nummer.',
        'Wait for Meta’s answer; until then people see only the number.',
      ),
    )
  if (shown === '' || status === 'NONE')
    return warn(
      'name',
      'name_missing',
      say('Die Nummer hat keinen Anzeigenamen.', 'The number has no display name.'),
      ask,
    )
  return good('name', 'name_approved', say(`Menschen sehen „${shown}“.`, `People see “${shown}”.`))
}

/** Facts, not faults: how many people in 24 hours, and how fast (Meta, messaging limits and throughput). */
function limit(facts: NumberFacts): CheckStep {
  const people = readLimit(facts.whatsapp_business_manager_messaging_limit)
  const fast = readThroughput(facts.throughput?.level, facts.is_on_biz_app) ?? 80
  const de =
    people === null
      ? 'ohne Grenze'
      : people === undefined
        ? 'Grenze noch unbekannt'
        : `${people.toLocaleString('de')} Menschen in 24 Stunden`
  const en =
    people === null
      ? 'no limit'
      : people === undefined
        ? 'limit not known yet'
        : `${people.toLocaleString('en')} people in 24 hours`
  return good(
    'limit',
    'limit_read',
    say(`${de}, bis ${fast} Nachrichten in der Sekunde`, `${en}, up to ${fast} messages a second`),
  )
}

/** Meta, `health_status`: what stands in the way of sending, in Meta's own words and with Meta's own advice. */
function health(status: NumberFacts['health_status']): CheckStep {
  const said = status?.can_send_message ?? ''
  if (said === '' || said === 'AVAILABLE')
    return good('health', 'can_send', say('Meta sieht kein Hindernis.', 'Meta sees no obstacle.'))
  const troubled = status?.entities.filter((entity) => entity.can_send_message !== 'AVAILABLE') ?? []
  const errors = troubled.flatMap((entity) => entity.errors)
  const what =
    errors.map((error) => `${error.error_description} (${error.error_code})`).join(' ') ||
    troubled.map((entity) => entity.entity_type).join(', ')
  const advice = errors
    .map((error) => error.possible_solution)
    .filter(Boolean)
    .join(' ')
  const blocked = said === 'BLOCKED'
  const make = blocked ? fail : warn
  return make(
    'health',
    blocked ? 'sending_blocked' : 'sending_limited',
    say(
      `Meta lässt ${blocked ? 'nichts' : 'nur eingeschränkt'} senden: ${what}`,
      `Meta lets ${blocked ? 'nothing' : 'only a part'} be sent: ${what}`,
    ),
    advice
      ? say(`Metas Rat: ${advice}`, `Meta’s advice: ${advice}`)
      : say(
          'Sieh im WhatsApp Manager bei Meta nach, was fehlt.',
          'Look in the WhatsApp Manager at Meta for what is missing.',
        ),
  )
}
