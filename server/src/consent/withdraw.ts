import { sql } from 'kysely'
import {
  identityDigests,
  lockPerson,
  mergedInto,
  openContacts,
  releaseUnclearStop,
} from '../contacts/index.ts'
import { PREPARED } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { businessOf } from './business.ts'
import { consentChanged, consentWithdrawn, say } from './hooks.ts'
import { moveConsent } from './move.ts'
import { NOTES } from './notes.ts'
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

/** How many consents ended, and whether an address is newly suppressed. */
interface Outcome {
  ended: number
  suppressed: boolean
}

/**
 * Withdrawal, objection and STOP in one transaction (G2): takes down what is queued, ends the consents, suppresses the
 * address when everything was meant (which also answers what was unclear before), appends to the ledger, and queues one
 * receipt. Can be said any number of times; only the first has an effect and a receipt (C-24 to C-31). It counts for all records
 * that were merged with the one it is said of, also once they are taken apart again.
 */
export async function withdraw(tx: Context, withdrawal: Withdrawal): Promise<Outcome> {
  const contactId = await lockPerson(tx, withdrawal.contactId)
  const total: Outcome = { ended: 0, suppressed: false }
  if (!contactId) return total
  for (const record of [...(await mergedInto(tx, contactId)), contactId]) {
    const { ended, suppressed } = await withdrawFromRecord(tx, { ...withdrawal, contactId: record })
    total.ended += ended
    total.suppressed ||= suppressed
  }
  if ((total.ended > 0 || total.suppressed) && withdrawal.receipt !== false && withdrawal.channelId)
    await tx.hooks.run(say, tx, await receipt(tx, { ...withdrawal, contactId }, withdrawal.channelId))
  return total
}

/** The same for this record alone, without a receipt. */
export async function withdrawFromRecord(tx: Context, withdrawal: Withdrawal): Promise<Outcome> {
  const { contactId, topicId, at } = withdrawal
  const consents = await lockConsents(tx, contactId, null)
  await tx.hooks.run(consentWithdrawn, tx, { contactId, topicId, reason: 'withdrawn' })
  let ended = 0
  for (const consent of consents) {
    if (topicId && consent.topic_id !== topicId) continue
    // A delayed STOP from before the person asked anew is history, not a withdrawal of the new consent.
    if (consent.requested_at && at < consent.requested_at) continue
    const moved = await moveConsent(tx, consent, {
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
  if (suppression?.inForce) await releaseUnclearStop(tx, contactId)
  await tx.hooks.run(consentChanged, tx, { contactId })
  return { ended, suppressed: suppression?.fresh ?? false }
}

/** @returns whether the address was not suppressed before, and whether it is now */
async function suppress(
  tx: Context,
  contactId: string,
  reason: string,
  since: Date,
): Promise<{ fresh: boolean; inForce: boolean }> {
  const person = (await openContacts(tx, [contactId])).get(contactId)
  const own = person ? identityDigests(tx, person) : []
  if (own.length === 0) return { fresh: false, inForce: false }
  const { rows } = await sql<{ was: 'none' | 'in_force' | 'lifted' }>`${PREPARED}
    with stopping as materialized (
      select w.kind, w.digest, case when s.digest is null then 'none' when s.lifted_at is null then 'in_force' else 'lifted' end as was
      from (select * from unnest(${own.map(({ kind }) => kind)}::text[], ${own.map(({ digest }) => digest)}::text[])
        union select kind, digest from contact_identity where business_id = ${tx.businessId} and contact_id = ${contactId}) w (kind, digest)
      left join suppression s on s.business_id = ${tx.businessId} and s.kind = w.kind and s.digest = w.digest
      -- Lifted by a newer double opt-in than this (delayed) stop: it stays lifted.
      where s.lifted_at is null or s.lifted_at <= ${since}::timestamptz),
    written as (
      insert into suppression (business_id, kind, digest, reason, since)
      select ${tx.businessId}::uuid, kind, digest, ${reason}::text, ${since}::timestamptz from stopping order by kind
      on conflict (business_id, kind, digest) do update set reason = excluded.reason, since = excluded.since, lifted_at = null)
    select was from stopping`.execute(tx.db)
  return { fresh: rows.some(({ was }) => was !== 'in_force'), inForce: rows.length > 0 }
}

async function receipt(tx: Context, withdrawal: Withdrawal, channelId: string) {
  const business = await businessOf(tx)
  const person = withdrawal.language
    ? null
    : (await openContacts(tx, [withdrawal.contactId])).get(withdrawal.contactId)
  const language = withdrawal.language ?? chatLanguage(person?.language, business.language)
  const text = withdrawal.topicId
    ? await topicReceipt(tx, withdrawal.contactId, withdrawal.topicId, language)
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

/** Says what ended and what stays, so that nobody who leaves one topic believes to have left all (C-31). */
async function topicReceipt(
  tx: Context,
  contactId: string,
  topicId: string,
  language: ChatLanguage,
): Promise<string> {
  const topics = await topicsById(tx)
  const left = topicName(topics.get(topicId), language)
  const consents = await lockConsents(tx, contactId, null)
  const stay = new Set(
    consents
      .filter((row) => row.state === 'confirmed' && row.topic_id !== topicId)
      .map((row) => row.topic_id),
  )
  const others = [...stay].map((id) => topicName(topics.get(id), language)).join(', ')
  return others ? NOTES[language].stays(left, others) : CHAT[language].topicReceipt(left)
}
