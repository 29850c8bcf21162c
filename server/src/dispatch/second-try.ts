import { sql } from 'kysely'
import { type Context, DAY, SECOND } from '../platform/index.ts'
import { actionFor } from '../whatsapp/index.ts'
import type { Joined } from './join-statuses.ts'
import { monthOfMessage } from './month.ts'
import { consequencesOf, decide, type MessageState } from './outcome.ts'
import type { ReasonCode } from './reasons.ts'
import { findBars, type Returning } from './way-back.ts'

/** A failed message that the table of errors sends once more. */
export interface SecondTry {
  at: Date
  /** Holds only for this request of the message. */
  attempts: number
  /** It failed by its own fault, which is allowed a few times only. */
  counts: boolean
  /** Why it may not go again nevertheless. */
  barred: ReasonCode | null
}

interface Failed extends Returning {
  state: MessageState
  attempts: number
  tries: number
  acceptedAt: Date | null
  code: number
}

/** Marketing from before yesterday does not come back by itself. */
const OLDEST_MS = 2 * DAY

/**
 * Decides which failures of a round become second tries, before its messages are locked. What a second try needs is locked
 * in the order in which everybody locks (campaigns, consents, messages) and stays so until the transaction ends: the
 * foreign key of G1 then holds for each, and one that is barred costs the others nothing.
 * @returns by message; empty, without a look at the database, for rounds without such failures
 */
export async function planSecondTries(
  tx: Context,
  round: readonly Joined[],
): Promise<Map<string, SecondTry>> {
  const codes = new Map(
    round
      .filter((status) => status.failedAt !== null && status.rank < 4)
      .map((status) => [status.messageId, status.code ?? 0]),
  )
  const worthALook = [...codes].filter(([, code]) => {
    const action = actionFor(code)
    return action.do !== 'fail' || consequencesOf(action).person === 'withdraw'
  })
  const tries = new Map<string, SecondTry>()
  if (worthALook.length === 0) return tries
  const failed = await readFailed(tx, worthALook)
  await lockWithdrawing(tx, failed)
  const now = tx.clock.now()
  const again = failed.flatMap((message) => {
    const decision = decide(actionFor(message.code), message)
    const old = message.acceptedAt !== null && message.acceptedAt.getTime() < now.getTime() - OLDEST_MS
    if (decision.message === 'failed' || old) return []
    return [{ ...message, decision }]
  })
  if (again.length === 0) return tries
  const bars = await findBars(tx, again)
  for (const { messageId, attempts, decision } of again) {
    tries.set(messageId, {
      at: new Date(now.getTime() + decision.afterSeconds * SECOND),
      attempts,
      counts: decision.counts,
      barred: bars.get(messageId) ?? null,
    })
  }
  return tries
}

async function readFailed(tx: Context, codes: readonly (readonly [string, number])[]): Promise<Failed[]> {
  const ids = codes.map(([messageId]) => messageId)
  const { rows } = await sql<Failed>`
    select m.message_id as "messageId", m.contact_id as "contactId", m.channel_id as "channelId", m.topic_id as "topicId",
      m.campaign_id as "campaignId", m.category, m.state, m.attempts, m.tries, m.accepted_at as "acceptedAt", f.code
    from unnest(${ids.map(monthOfMessage)}::date[], ${ids}::uuid[], ${codes.map(([, code]) => code)}::int[])
      as f (month, message_id, code)
    join message m on m.business_id = ${tx.businessId} and m.month = f.month and m.message_id = f.message_id
    where m.state in ('sending', 'accepted', 'held', 'sent', 'unknown')`.execute(tx.db)
  return rows
}

/** People who will be taken off marketing in this transaction. */
async function lockWithdrawing(tx: Context, failed: readonly Failed[]): Promise<void> {
  const contacts = failed
    .filter((message) => consequencesOf(actionFor(message.code)).person === 'withdraw')
    .map((message) => message.contactId)
  if (contacts.length > 0) await lockConsents(tx, contacts)
}

/** All consents of these people, before any message of theirs: as a withdrawal does. */
export async function lockConsents(tx: Context, contacts: readonly string[]): Promise<void> {
  await sql`select 1 from consent where business_id = ${tx.businessId} and contact_id = any(${contacts}::uuid[])
    order by contact_id, channel_id, topic_id for update`.execute(tx.db)
}
