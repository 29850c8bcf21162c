import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { dueAt } from './deadline.ts'
import { privacyChanged } from './hooks.ts'
import { isWaiting } from './request-state.ts'
import { changeRequest, lockRequest, nextState, sealRequestText } from './request-store.ts'

/** Why the month may become three (Art. 12 (3) GDPR); there is no other reason. */
export const EXTENSION_REASONS = ['complex', 'many'] as const
export const ExtendInput = z.object({ reason: z.enum(EXTENSION_REASONS) })

/**
 * Takes two more months, once, while the first one runs; the person has to be told within it (Art. 12 (3)).
 * @throws Problem `not_found`, `request_ended`, `extended_already`, `too_late`
 */
export async function extendRequest(
  ctx: Context,
  requestId: string,
  input: z.input<typeof ExtendInput>,
): Promise<void> {
  requireRole(ctx, 'dpo')
  const { reason } = ExtendInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const row = await lockRequest(tx, requestId)
    if (!isWaiting(row.state)) nextState(row, 'cancelled')
    const now = tx.clock.now()
    if (row.extended_at) {
      throw new Problem('conflict', 'extended_already', {
        de: 'Diese Frist wurde schon verlängert; mehr als drei Monate erlaubt Art. 12 Abs. 3 DSGVO nicht.',
        en: 'This deadline was extended already; Article 12 (3) GDPR allows no more than three months.',
      })
    }
    if (row.due_at <= now) {
      throw new Problem('conflict', 'too_late', {
        de: 'Die Frist ist vorbei: Verlängern geht nur innerhalb des ersten Monats (Art. 12 Abs. 3 DSGVO). Bitte antworte jetzt.',
        en: 'The deadline is over: it can be extended within the first month only (Article 12 (3) GDPR). Please answer now.',
      })
    }
    const due = dueAt(row.created_at, true)
    await changeRequest(tx, requestId, {
      due_at: due,
      extended_at: now,
      extension_reason: reason,
      reminded: [],
    })
    await recordAudit(tx, {
      action: 'privacy_request.extend',
      entity: 'privacy_request',
      entityId: requestId,
      before: { due: row.due_at.toISOString() },
      after: { due: due.toISOString(), reason },
    })
    await tx.hooks.run(privacyChanged, tx, {})
  })
}

/** The grounds on which a request may be refused. */
export const REFUSAL_REASONS = [
  'not_identified',
  'excessive',
  'others_rights',
  'legal_obligation',
  'legal_claims',
  'not_applicable',
] as const
export const RefuseInput = z.object({
  reason: z.enum(REFUSAL_REASONS),
  /** What the person is told; sealed with their key. */
  text: z.string().trim().min(20).max(4000),
})

/** Refuses a request, with its reason; the person must be told within the month (Art. 12 (4)). @throws Problem `not_found`, `request_ended` */
export async function refuseRequest(
  ctx: Context,
  requestId: string,
  input: z.input<typeof RefuseInput>,
): Promise<void> {
  requireRole(ctx, 'dpo')
  const { reason, text } = RefuseInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const row = await lockRequest(tx, requestId)
    await changeRequest(tx, requestId, {
      state: nextState(row, 'refused'),
      refusal_reason: reason,
      refusal_text_sealed: await sealRequestText(tx, row.contact_id, requestId, 'refusal_text', text),
      done_at: tx.clock.now(),
      decided_by: JSON.stringify(tx.actor),
    })
    await recordAudit(tx, {
      action: 'privacy_request.refuse',
      entity: 'privacy_request',
      entityId: requestId,
      after: { reason },
    })
    await tx.hooks.run(privacyChanged, tx, {})
  })
}

/** Ends a request because the person took it back, or it was noted by mistake. @throws Problem `not_found`, `request_ended` */
export async function cancelRequest(ctx: Context, requestId: string): Promise<void> {
  requireRole(ctx, 'dpo')
  await withTransaction(ctx, async (tx) => {
    const row = await lockRequest(tx, requestId)
    await changeRequest(tx, requestId, {
      state: nextState(row, 'cancelled'),
      done_at: tx.clock.now(),
      decided_by: JSON.stringify(tx.actor),
    })
    await recordAudit(tx, {
      action: 'privacy_request.cancel',
      entity: 'privacy_request',
      entityId: requestId,
    })
    await tx.hooks.run(privacyChanged, tx, {})
  })
}
