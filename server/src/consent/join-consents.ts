import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { digestsOf } from './answer.ts'
import { consentChanged, consentWithdrawn } from './hooks.ts'
import { moveConsent } from './move.ts'
import { type ConsentRow, lockConsents } from './read.ts'
import { recordConsentEvent } from './record.ts'
import { spreadToContact } from './share-suppression.ts'
import type { ConsentState } from './state.ts'

interface Two {
  keptId: string
  goneId: string
  at: Date
}

/** Where one of two records of a person says so, the person said so. */
const NO: readonly ConsentState[] = ['withdrawn', 'refused', 'invalidated']

/** Of two states without a no among them, the one that says more: the first. */
const SAYS_MORE: readonly ConsentState[] = [
  'confirmed',
  'superseded',
  'suspended',
  'pending',
  'requested',
  'expired',
]

/**
 * WhatsApp shows that both records are one person, who has both identities: what was agreed to under either stays agreed to, a no
 * of either ends it, and an objection to either address stands for both. In the caller's transaction; nothing is left with the
 * other record.
 */
export async function joinConsents(tx: Context, { keptId, goneId, at }: Two): Promise<void> {
  const kept = await lockConsents(tx, keptId, null)
  const gone = await lockConsents(tx, goneId, null)
  await tx.hooks.run(consentWithdrawn, tx, { contactId: goneId, topicId: null, reason: 'inactive' })
  for (const coming of gone) {
    const own = kept.find((row) => sameThing(row, coming))
    const ended = own && NO.includes(coming.state) && (await endTopic(tx, own, at))
    if (own && (ended || !saysMore(coming.state, own.state))) await dropConsent(tx, coming)
    else {
      if (own) await dropConsent(tx, own)
      await takeOver(tx, coming, keptId, at)
    }
  }
  await spreadToContact(tx, await digestsOf(tx, goneId), keptId)
  await tx.hooks.run(consentChanged, tx, { contactId: keptId })
}

/**
 * A member takes two records for one person. What was agreed to hangs on the number or id that said yes (C-03), and no member can
 * know that it is the same: a yes of the record that goes rests with the one that stays until the person renews it there; a no
 * and an objection count at once, for both. The record that goes keeps its own consents, as the proof that they are.
 * @returns the consents that came over, as `channel:topic`
 */
export async function inheritConsents(tx: Context, { keptId, goneId, at }: Two): Promise<string[]> {
  const kept = await lockConsents(tx, keptId, null)
  const gone = await lockConsents(tx, goneId, null)
  await tx.hooks.run(consentWithdrawn, tx, { contactId: goneId, topicId: null, reason: 'inactive' })
  const inherited: string[] = []
  for (const coming of gone) {
    const own = kept.find((row) => sameThing(row, coming))
    if (own && NO.includes(coming.state)) await endTopic(tx, own, at)
    if ((own && own.state !== 'expired') || !inheritable(coming.state)) continue
    await insertInherited(tx, coming, keptId, NO.includes(coming.state) ? coming.state : 'suspended', at)
    inherited.push(`${coming.channel_id}:${coming.topic_id}`)
  }
  await spreadToContact(tx, await digestsOf(tx, goneId), keptId)
  await spreadToContact(tx, await digestsOf(tx, keptId), goneId)
  await tx.hooks.run(consentChanged, tx, { contactId: keptId })
  return inherited
}

/**
 * They were two after all: what the kept record had only from the other, and the person has not renewed since, ends. Objections
 * stay with both; nobody can know whose they were. In the caller's transaction.
 */
export async function disinheritConsents(
  tx: Context,
  keptId: string,
  inherited: readonly string[],
): Promise<void> {
  await tx.hooks.run(consentWithdrawn, tx, { contactId: keptId, topicId: null, reason: 'inactive' })
  for (const consent of await lockConsents(tx, keptId, null)) {
    if (!inherited.includes(`${consent.channel_id}:${consent.topic_id}`)) continue
    await moveConsent(tx, consent, {
      event: 'merge_undone',
      type: 'identity_changed',
      at: tx.clock.now(),
      evidence: { how: 'merge_undone' },
    })
  }
  await tx.hooks.run(consentChanged, tx, { contactId: keptId })
}

const sameThing = (one: ConsentRow, other: ConsentRow): boolean =>
  one.channel_id === other.channel_id && one.topic_id === other.topic_id

const inheritable = (state: ConsentState): boolean =>
  NO.includes(state) || ['confirmed', 'suspended', 'superseded'].includes(state)

function saysMore(coming: ConsentState, own: ConsentState): boolean {
  if (NO.includes(own)) return false
  if (NO.includes(coming)) return true
  return SAYS_MORE.indexOf(coming) < SAYS_MORE.indexOf(own)
}

/** A no of the other record is a no of the same person. @returns whether it ended something */
async function endTopic(tx: Context, own: ConsentRow, at: Date): Promise<boolean> {
  const { contact_id: contactId, topic_id: topicId } = own
  await tx.hooks.run(consentWithdrawn, tx, { contactId, topicId, reason: 'withdrawn' })
  const ended = await moveConsent(tx, own, {
    event: 'withdrawal',
    type: 'withdrawn',
    at,
    evidence: { how: 'no_of_same_person' },
  })
  return ended !== null
}

async function dropConsent(tx: Context, consent: ConsentRow): Promise<void> {
  await tx.db
    .deleteFrom('consent')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', consent.contact_id)
    .where('channel_id', '=', consent.channel_id)
    .where('topic_id', '=', consent.topic_id)
    .execute()
}

async function takeOver(tx: Context, consent: ConsentRow, keptId: string, at: Date): Promise<void> {
  const change = sql`update consent set contact_id = ${keptId}, updated_at = ${tx.clock.now()}
    where business_id = ${tx.businessId} and contact_id = ${consent.contact_id}
      and channel_id = ${consent.channel_id} and topic_id = ${consent.topic_id}`
  await recordConsentEvent(
    tx,
    {
      contactId: keptId,
      channelId: consent.channel_id,
      topicId: consent.topic_id,
      topicKey: consent.topic_key,
      type: 'identity_changed',
      state: consent.state,
      at,
      wordingHash: '',
      evidence: { how: 'same_person', before: consent.contact_id },
    },
    change,
  )
}

async function insertInherited(
  tx: Context,
  from: ConsentRow,
  keptId: string,
  state: ConsentRow['state'],
  at: Date,
): Promise<void> {
  const change = sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, wording_id, source_id, updated_at)
    values (${tx.businessId}, ${keptId}, ${from.channel_id}, ${from.topic_id}, ${state}, ${at}, ${from.wording_id},
      ${from.source_id}, ${tx.clock.now()})
    on conflict (business_id, contact_id, channel_id, topic_id) do update set state = excluded.state, state_at = excluded.state_at,
      wording_id = excluded.wording_id, source_id = excluded.source_id, updated_at = excluded.updated_at`
  await recordConsentEvent(
    tx,
    {
      contactId: keptId,
      channelId: from.channel_id,
      topicId: from.topic_id,
      topicKey: from.topic_key,
      type: 'identity_changed',
      state,
      at,
      wordingHash: '',
      evidence: { how: 'merged', before: from.contact_id },
    },
    change,
  )
}
