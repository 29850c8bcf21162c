import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { lockContact } from '../contacts/index.ts'
import { type Context, newId, withTransaction } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { requirePersonOrRole } from './authorise-person.ts'
import { objectInside } from './carry-out.ts'
import { dueAt } from './deadline.ts'
import { privacyChanged } from './hooks.ts'
import { noteDone } from './note-done.ts'
import { REQUEST_KINDS, type RequestVia } from './request-state.ts'
import { sealRequestText } from './request-store.ts'

export const OpenRequestInput = z.object({
  contactId: z.uuid(),
  kind: z.enum(REQUEST_KINDS),
  /** How it reached us. What comes by chat or by the person's own page comes from who has the number. */
  via: z.enum(['chat', 'page', 'staff', 'api']),
  /** In the person's words: what is wrong, what they want. Sealed with their key. */
  details: z.string().trim().max(4000).optional(),
  /** When it came in, where it was noted later; the month runs from then. */
  receivedAt: z.coerce.date().optional(),
})

export interface OpenedRequest {
  requestId: string
  dueAt: Date
  /** False when the same thing was asked for before and still waits. */
  created: boolean
}

/**
 * Puts a person's request into the queue (Art. 15 to 21 GDPR); the month of Art. 12 (3) runs from its receipt (C-38). The same thing
 * asked for twice waits once. Members hear of it. An objection to marketing takes effect at once, whoever brings it (Art. 21 (3),
 * C-26).
 * @throws Problem `not_found`, `role_missing`
 */
export async function openRequest(
  ctx: Context,
  input: z.input<typeof OpenRequestInput>,
): Promise<OpenedRequest> {
  const { contactId, kind, via, details, receivedAt } = OpenRequestInput.parse(input)
  requirePersonOrRole(ctx, contactId, 'dpo', 'agent', 'marketer')
  return withTransaction(ctx, async (tx) => {
    await lockContact(tx, contactId)
    const known = await tx.db
      .selectFrom('privacy_request')
      .select(['request_id', 'due_at'])
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .where('kind', '=', kind)
      .where('done_at', 'is', null)
      .executeTakeFirst()
    if (known) return { requestId: known.request_id, dueAt: known.due_at, created: false }

    const now = tx.clock.now()
    const received = receivedAt && receivedAt < now ? receivedAt : now
    const requestId = newId(now)
    const due = dueAt(received, false)
    // Who writes from the number, or opens the link that was sent to it, has it (C-37).
    const identity = via === 'chat' || via === 'page' ? via : null
    await tx.db
      .insertInto('privacy_request')
      .values({
        business_id: tx.businessId,
        request_id: requestId,
        contact_id: contactId,
        kind,
        state: identity ? 'open' : 'received',
        via,
        requested_by: JSON.stringify(tx.actor),
        created_at: received,
        due_at: due,
        identity,
        identity_at: identity ? now : null,
        details_sealed: details ? await sealRequestText(tx, contactId, requestId, 'details', details) : null,
      })
      .execute()
    await recordAudit(tx, {
      action: 'privacy_request.open',
      entity: 'privacy_request',
      entityId: requestId,
      after: { kind, via, due: due.toISOString() },
    })
    await notify(tx, {
      kind: `privacy.${kind}`,
      severity: 'warning',
      entity: 'privacy_request',
      entityId: requestId,
      data: { due: due.toISOString().slice(0, 10) },
    })
    if (kind === 'objection') await object(tx, contactId, via)
    await tx.hooks.run(privacyChanged, tx, {})
    return { requestId, dueAt: due, created: true }
  })
}

async function object(tx: Context, contactId: string, via: RequestVia): Promise<void> {
  const ended = await objectInside(tx, contactId)
  await noteDone(tx, { contactId, kind: 'objection', via, report: { erased: [], kept: [], ended } })
}
