import { z } from 'zod'
import type { GraphClient } from '../../whatsapp/index.ts'
import { type CheckStep, fail, good, refused, say, untold, warn } from './step.ts'

export const WABA_CHECKED = 'id,name,account_review_status,business_verification_status'

const Account = z.looseObject({
  account_review_status: z.string().catch(''),
  business_verification_status: z.string().catch(''),
})

/** Whether the number lies in the account, and what Meta thinks of the business behind it. */
export function accountSteps(
  account: Awaited<ReturnType<GraphClient['getWaba']>>,
  numbers: Awaited<ReturnType<GraphClient['phoneNumbers']>>,
  phoneNumberId: string,
): CheckStep[] {
  const facts = account.ok === true ? Account.parse(account.value) : undefined
  return [
    belongs(numbers, phoneNumberId),
    facts ? verification(facts.business_verification_status.toLowerCase()) : untold('verification'),
    facts ? review(facts.account_review_status.toUpperCase()) : untold('review'),
  ]
}

function belongs(
  numbers: Awaited<ReturnType<GraphClient['phoneNumbers']>>,
  phoneNumberId: string,
): CheckStep {
  const copy = say(
    'Kopiere die ID des WhatsApp-Business-Kontos, in dem die Nummer liegt (WhatsApp, API-Einrichtung).',
    'Copy the id of the WhatsApp Business Account that holds the number (WhatsApp, API Setup).',
  )
  if (numbers.ok !== true) return refused('waba', 'account_not_found', numbers, copy)
  return numbers.value.some((each) => each.id === phoneNumberId)
    ? good(
        'waba',
        'number_in_account',
        say('Die Nummer gehört zu diesem Konto.', 'The number belongs to this account.'),
      )
    : fail(
        'waba',
        'number_not_in_account',
        say('Diese Nummer gehört nicht zu diesem Konto.', 'This number does not belong to this account.'),
        copy,
      )
}

const VERIFY = say(
  'Öffne bei Meta das Sicherheitscenter der Unternehmenseinstellungen und reiche Handelsregisterauszug oder Gewerbeschein ein.',
  'Open the Security Centre in the business settings at Meta and hand in your commercial register extract or trade licence.',
)

/** Meta, `business_verification_status`. Without it a number works, with 250 people a day. */
function verification(status: string): CheckStep {
  if (status === 'verified')
    return good(
      'verification',
      'business_verified',
      say('Meta hat das Unternehmen bestätigt.', 'Meta has verified the business.'),
    )
  if (status.startsWith('pending'))
    return warn(
      'verification',
      'business_pending',
      say('Meta prüft das Unternehmen noch.', 'Meta is still verifying the business.'),
      say(
        'Warte auf Metas Antwort (meist einige Tage). Bis dahin bleibt es bei wenigen Menschen am Tag.',
        'Wait for Meta’s answer (mostly some days). Until then few people a day can be reached.',
      ),
    )
  if (['rejected', 'failed', 'revoked', 'expired'].includes(status))
    return fail(
      'verification',
      'business_refused',
      say('Meta hat das Unternehmen nicht bestätigt.', 'Meta did not verify the business.'),
      VERIFY,
    )
  return warn(
    'verification',
    'business_unverified',
    say(
      'Das Unternehmen ist nicht bestätigt: das Limit steigt so nicht über 250 Menschen am Tag.',
      'The business is not verified: the limit does not rise above 250 people a day like this.',
    ),
    VERIFY,
  )
}

/** Meta, `account_review_status`. */
function review(status: string): CheckStep {
  if (status === 'APPROVED')
    return good(
      'review',
      'account_approved',
      say('Meta hat das Konto freigegeben.', 'Meta has approved the account.'),
    )
  if (status === 'REJECTED' || status === 'DISABLED')
    return fail(
      'review',
      'account_rejected',
      say('Meta hat das Konto abgelehnt.', 'Meta rejected the account.'),
      say(
        'Sieh im Business-Support bei Meta nach dem Grund und beantrage dort eine neue Prüfung.',
        'Look up the reason in the Business Support Home at Meta and ask for a new review there.',
      ),
    )
  return warn(
    'review',
    'account_in_review',
    say('Meta prüft das Konto noch.', 'Meta is still reviewing the account.'),
    say(
      'Warte auf Metas Antwort; sie kommt meist am selben Tag.',
      'Wait for Meta’s answer; it mostly comes the same day.',
    ),
  )
}
