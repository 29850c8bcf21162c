import type { ConsentMove } from '../consent/index.ts'
import type { Context } from '../platform/index.ts'
import { type Happening, tellEndpoints } from './outbox.ts'

/** Handler of privacy's `personErased`: whoever was given data must learn that it has to go (Art. 17 (2), 19 GDPR; C-40). */
export async function onPersonErased(tx: Context, { contactId }: { contactId: string }): Promise<void> {
  await tellEndpoints(tx, [{ event: 'person.erased', contactId, content: {}, at: tx.clock.now() }])
}

/** Handler of contacts' `personRestricted` (Art. 18, 19 GDPR; C-41). */
export async function onPersonRestricted(
  tx: Context,
  { contactId, restricted }: { contactId: string; restricted: boolean },
): Promise<void> {
  const event = restricted ? 'person.restricted' : 'person.released'
  await tellEndpoints(tx, [{ event, contactId, content: {}, at: tx.clock.now() }])
}

/** Handler of contacts' `personRectified` (Art. 16, 19 GDPR; C-39): what changed by name; the values are asked for by who may have them. */
export async function onPersonRectified(
  tx: Context,
  { contactId, changed }: { contactId: string; changed: readonly string[] },
): Promise<void> {
  const content = { changed: [...changed] }
  await tellEndpoints(tx, [{ event: 'person.rectified', contactId, content, at: tx.clock.now() }])
}

/** Handler of consent's `consentMoved`: a consent began to count, or counts no more (Art. 7 (3) GDPR). */
export async function onConsentMoved(
  tx: Context,
  { moves }: { moves: readonly ConsentMove[] },
): Promise<void> {
  const happenings = moves.flatMap((move): Happening[] => {
    const event = eventOf(move)
    if (!event) return []
    const { contactId, channelId, topicKey, after, at } = move
    return [{ event, contactId, content: { topic: topicKey, channelId, state: after }, at }]
  })
  await tellEndpoints(tx, happenings)
}

/** Consents that were given and rest: the person can still withdraw them. */
const RESTING: readonly string[] = ['suspended', 'superseded']

function eventOf({ before, after }: Pick<ConsentMove, 'before' | 'after'>): Happening['event'] | undefined {
  if (after === 'confirmed') return 'consent.confirmed'
  if (before === 'confirmed') return 'consent.withdrawn'
  return RESTING.includes(before) && after === 'withdrawn' ? 'consent.withdrawn' : undefined
}
