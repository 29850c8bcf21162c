import { getBusiness } from '../businesses/index.ts'
import { identityDigests, openContacts, releaseUnclearStop } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { consentChanged, consentWithdrawn, say } from './hooks.ts'
import { moveConsent } from './move.ts'
import { lockConsents, topicName, topicsById } from './read.ts'
import { CHAT, type ChatLanguage, chatLanguage } from './texts.ts'

export interface Withdrawal {
  contactId: string
  /** Where it was said, and where the receipt goes; null when it reached us outside the chat. */
  channelId: string | null
  /** Null: all marketing. */
  topicId: string | null
  at: Date
  /** `stop_word`, `button`, `meta_stop`, `error_131050`, `member`, `no_after_yes` … */
  how: string
  wamid?: string
  /** The person's own words, sealed with the evidence. */
  text?: string
  language?: ChatLanguage
  /** False when WhatsApp itself blocks us from answering, or the person is being erased. */
  receipt?: boolean
}

/**
 * Withdrawal, objection and STOP in one transaction (G2): takes down what is queued, ends the consents, suppresses the
 * address when everything was meant (which also answers what was unclear before), appends to the ledger, and queues one
 * receipt. Can be said any number of times; only the first has an effect and a receipt (C-24 to C-31).
 * @returns how many consents ended, and whether the address is newly suppressed
 */
export async function withdraw(
  tx: Context,
  withdrawal: Withdrawal,
): Promise<{ ended: number; suppressed: boolean }> {
  const { contactId, topicId, at } = withdrawal
  const consents = await lockConsents(tx, contactId, null)
  await tx.hooks.run(consentWithdrawn, tx, { contactId, topicId, reason: 'withdrawn' })
  const topics = await topicsById(tx)
  let ended = 0
  for (const consent of consents) {
    if (topicId && consent.topic_id !== topicId) continue
    // A delayed STOP from before the person asked anew is history, not a withdrawal of the new consent.
    if (consent.requested_at && at < consent.requested_at) continue
    const moved = await moveConsent(tx, consent, topics, {
      event: 'withdrawal',
      type: 'withdrawn',
      at,
      evidence: { how: withdrawal.how, wamid: withdrawal.wamid ?? null, text: withdrawal.text ?? null },
    })
    if (moved) ended++
  }
  // What was said before a newer, completed opt-in is history: that opt-in would have lifted the suppression (C-33).
  const outdated = consents.some(
    ({ state, requested_at }) => state === 'confirmed' && requested_at !== null && at < requested_at,
  )
  const suppression = topicId === null && !outdated ? await suppress(tx, contactId, withdrawal.how, at) : null
  const suppressed = suppression?.fresh ?? false
  if (suppression?.inForce) await releaseUnclearStop(tx, contactId)
  if ((ended > 0 || suppressed) && withdrawal.receipt !== false && withdrawal.channelId) {
    await tx.hooks.run(say, tx, await receipt(tx, withdrawal, withdrawal.channelId))
  }
  await tx.hooks.run(consentChanged, tx, { contactId })
  return { ended, suppressed }
}

/** @returns whether the address was not suppressed before, and whether it is now */
async function suppress(
  tx: Context,
  contactId: string,
  reason: string,
  since: Date,
): Promise<{ fresh: boolean; inForce: boolean }> {
  const person = (await openContacts(tx, [contactId])).get(contactId)
  let fresh = false
  let inForce = false
  if (!person) return { fresh, inForce }
  for (const { kind, digest } of identityDigests(tx, person)) {
    const before = await tx.db
      .selectFrom('suppression')
      .select(['lifted_at', 'since'])
      .where('business_id', '=', tx.businessId)
      .where('kind', '=', kind)
      .where('digest', '=', digest)
      .executeTakeFirst()
    // Lifted by a newer double opt-in than this (delayed) stop: it stays lifted.
    if (before?.lifted_at && before.lifted_at > since) continue
    if (!before || before.lifted_at) fresh = true
    inForce = true
    await tx.db
      .insertInto('suppression')
      .values({ business_id: tx.businessId, kind, digest, reason, since })
      .onConflict((conflict) =>
        conflict.columns(['business_id', 'kind', 'digest']).doUpdateSet({ reason, since, lifted_at: null }),
      )
      .execute()
  }
  return { fresh, inForce }
}

async function receipt(tx: Context, withdrawal: Withdrawal, channelId: string) {
  const business = await getBusiness(tx)
  const contact = await tx.db
    .selectFrom('contact')
    .select('language')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', withdrawal.contactId)
    .executeTakeFirst()
  const language = withdrawal.language ?? chatLanguage(contact?.language, business.language)
  const topic = withdrawal.topicId ? (await topicsById(tx)).get(withdrawal.topicId) : undefined
  const text = topic
    ? CHAT[language].topicReceipt(topicName(topic, language))
    : CHAT[language].receipt(business.name)
  const occasion = withdrawal.wamid
    ? wamidDigest(tx, withdrawal.wamid)
    : `${withdrawal.contactId}:${withdrawal.at.getTime()}`
  return {
    contactId: withdrawal.contactId,
    channelId,
    kind: 'receipt' as const,
    body: { type: 'text', text: { body: text } },
    dedupeKey: `receipt:${occasion}`,
  }
}
