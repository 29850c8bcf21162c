import type { Context } from '../platform/index.ts'
import { notify } from './notify.ts'

/** Handler of consent's `staffNeeded`: somebody of the team has to look at this person. */
export async function onStaffNeeded(
  tx: Context,
  { contactId, why }: { contactId: string; why: 'unclear_stop' | 'age_hint' | 'wrong_person' },
): Promise<void> {
  await notify(tx, { kind: `contact.${why}`, severity: 'warning', entity: 'contact', entityId: contactId })
}

/** Handler of consent's `wordingInvalidated`. */
export async function onWordingInvalidated(
  tx: Context,
  news: {
    wordingId: string
    topic: string
    version: number
    language: string
    consents: number
    messages: number
  },
): Promise<void> {
  const { wordingId, ...data } = news
  await notify(tx, {
    kind: 'wording.invalidated',
    severity: 'critical',
    entity: 'wording',
    entityId: wordingId,
    data,
  })
}
