import { z } from 'zod'
import type { GraphClient } from '../../whatsapp/index.ts'
import { probeOf, signProbe } from '../probe.ts'
import type { NumberFacts } from './number.ts'
import { type CheckStep, fail, good, open, refused, say, warn } from './step.ts'

const Subscription = z.looseObject({
  whatsapp_business_api_data: z
    .looseObject({ id: z.coerce.string().catch('') })
    .optional()
    .catch(undefined),
})

/** Whether the app of the token hears what happens in the account (Meta, `subscribed_apps`). */
export function subscriptionStep(
  answer: Awaited<ReturnType<GraphClient['subscribedApps']>>,
  appId: string | undefined,
): CheckStep {
  if (answer.ok !== true)
    return refused(
      'subscription',
      'subscription_unreadable',
      answer,
      say(
        'Der Zugriffsschlüssel braucht whatsapp_business_management.',
        'The token needs whatsapp_business_management.',
      ),
    )
  const apps = answer.value.map((each) => Subscription.parse(each).whatsapp_business_api_data?.id)
  const subscribe = say(
    'Klicke auf „App anmelden“; beim Verbinden einer Nummer geschieht es von selbst.',
    'Click “Subscribe the app”; connecting a number does it by itself.',
  )
  if (apps.length === 0)
    return fail(
      'subscription',
      'app_not_subscribed',
      say('Keine App hört die Ereignisse dieses Kontos.', 'No app hears the events of this account.'),
      subscribe,
    )
  if (appId && !apps.includes(appId))
    return fail(
      'subscription',
      'other_app_subscribed',
      say(
        'Nur eine andere App hört die Ereignisse dieses Kontos, nicht die des Zugriffsschlüssels.',
        'Only another app hears the events of this account, not the token’s.',
      ),
      subscribe,
    )
  return good(
    'subscription',
    'app_subscribed',
    say('Die App hört die Ereignisse dieses Kontos.', 'The app hears the events of this account.'),
  )
}

/** Where Meta sends the events of this number: the number's own address, else the account's, else the app's. */
export function callbackStep(configured: NumberFacts['webhook_configuration'], url: string): CheckStep {
  const enter = say(
    `Trage in der App bei Meta unter WhatsApp, Konfiguration ein: ${url}`,
    `Enter this in the app at Meta under WhatsApp, Configuration: ${url}`,
  )
  const used = configured?.phone_number || configured?.whatsapp_business_account || configured?.application
  if (!used)
    return warn(
      'callback',
      'callback_unknown',
      say('Meta nennt keine Adresse für Webhooks.', 'Meta names no address for webhooks.'),
      enter,
    )
  return used === url
    ? good('callback', 'callback_ours', say(`Meta sendet an ${url}`, `Meta sends to ${url}`))
    : fail('callback', 'callback_elsewhere', say(`Meta sendet an ${used}`, `Meta sends to ${used}`), enter)
}

/** How long our own address may take. */
const ANSWER_WITHIN_MS = 5_000
const CHALLENGE = '20261122'

/** Calls our own public address as Meta does: first the handshake with the verify token, then a signed webhook. */
export async function webhookSteps(
  url: string,
  {
    verifyToken,
    appSecret,
    phoneNumberId,
  }: { verifyToken: string; appSecret: string; phoneNumberId: string },
  saved: boolean,
): Promise<CheckStep[]> {
  if (!saved) {
    const later = say('Kommt, sobald die Nummer gespeichert ist.', 'Comes once the number is saved.')
    return [open('webhook', 'not_saved', later), open('signature', 'not_saved', later)]
  }
  const handshake = await handshakeStep(url, verifyToken)
  if (handshake.state !== 'ok')
    return [
      handshake,
      open(
        'signature',
        'not_reachable',
        say('Erst prüfbar, wenn die Adresse antwortet.', 'Can be told once the address answers.'),
      ),
    ]
  return [handshake, await signatureStep(url, appSecret, probeOf(phoneNumberId))]
}

async function handshakeStep(url: string, verifyToken: string): Promise<CheckStep> {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': verifyToken,
    'hub.challenge': CHALLENGE,
  })
  const answer = await ask(`${url}?${query}`, {})
  if (!answer)
    return fail(
      'webhook',
      'webhook_unreachable',
      say(`${url} ist nicht erreichbar.`, `${url} cannot be reached.`),
      say(
        'Prüfe PUBLIC_URL, DNS, das Zertifikat (kein selbst signiertes) und ob Port 443 offen ist.',
        'Check PUBLIC_URL, DNS, the certificate (not a self-signed one) and whether port 443 is open.',
      ),
    )
  if (answer.status === 200 && answer.text === CHALLENGE)
    return good('webhook', 'webhook_answers', say(`${url} antwortet.`, `${url} answers.`))
  if (answer.status === 403)
    return fail(
      'webhook',
      'verify_token_unknown',
      say(
        'Die Installation hinter der Adresse kennt diesen Verifizierungstoken nicht.',
        'The installation behind the address does not know this verify token.',
      ),
      say(
        'Zeigt PUBLIC_URL auf eine andere Installation (Test, Altsystem)? Sonst trage den Verifizierungstoken neu ein.',
        'Does PUBLIC_URL lead to another installation (test, an old system)? Otherwise enter the verify token again.',
      ),
    )
  return fail(
    'webhook',
    'webhook_not_ours',
    say(`${url} antwortet mit ${answer.status}.`, `${url} answers ${answer.status}.`),
    say(
      'Ein Proxy oder eine andere Seite antwortet. Leite /webhooks/whatsapp ohne Anmeldung und ohne Umleitung hierher.',
      'A proxy or another site answers. Route /webhooks/whatsapp to here, without a sign-in and without a redirect.',
    ),
  )
}

/** The true signature must be taken and a wrong one refused: who takes both does not look. */
async function signatureStep(url: string, appSecret: string, probe: string): Promise<CheckStep> {
  const post = (secret: string) =>
    ask(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signProbe(secret, probe) },
      body: probe,
    })
  const [right, wrong] = [await post(appSecret), await post(`not-${appSecret}`)]
  if (right?.status === 200 && wrong?.status === 401)
    return good(
      'signature',
      'signature_checked',
      say(
        'Ein richtig signiertes Ereignis kommt an, ein falsch signiertes wird abgewiesen.',
        'An event with the right signature arrives, one with a wrong signature is refused.',
      ),
    )
  if (right?.status === 401)
    return fail(
      'signature',
      'signature_refused',
      say(
        'Ein richtig signiertes Ereignis wird abgewiesen.',
        'An event with the right signature is refused.',
      ),
      say(
        'Etwas auf dem Weg verändert den Inhalt (Proxy, Firewall), oder die Adresse führt zu einer anderen Installation.',
        'Something on the way changes the content (proxy, firewall), or the address leads to another installation.',
      ),
    )
  return fail(
    'signature',
    'signature_unchecked',
    say(
      `Die Adresse antwortet mit ${right?.status ?? 'nichts'} und, falsch signiert, mit ${wrong?.status ?? 'nichts'}.`,
      `The address answers ${right?.status ?? 'nothing'} and, wrongly signed, ${wrong?.status ?? 'nothing'}.`,
    ),
    say(
      'Leite POST /webhooks/whatsapp unverändert hierher; ein Proxy darf nicht selbst antworten.',
      'Route POST /webhooks/whatsapp to here unchanged; a proxy must not answer by itself.',
    ),
  )
}

async function ask(url: string, init: RequestInit): Promise<{ status: number; text: string } | undefined> {
  try {
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return undefined
  }
}
