import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { consentChanged, disinheritConsents } from '../consent/index.ts'
import { lockBoth, unshelveContact } from '../contacts/index.ts'
import { restoreConversations } from '../inbox/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { revokeLinks } from '../preferences/index.ts'
import { moveBack } from './move-rows.ts'

const Moved = z.object({
  rows: z.record(z.string(), z.array(z.array(z.string()))),
  taken: z.array(z.string()),
  inherited: z.array(z.string()),
})

interface Merge {
  merge_id: string
  contact_id: string
  gone_id: string
  moved: unknown
}

/**
 * Takes a member's merge back: what came over goes where it was. What was added since stays with the kept record; blocks and
 * withdrawals stay with both. @throws Problem `not_found`, `undo_too_late`
 * @returns the record that stands by itself again
 */
export async function undoMerge(ctx: Context, mergeId: string): Promise<{ keptId: string; goneId: string }> {
  requireRole(ctx, 'marketer', 'dpo')
  return withTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('contact_merge')
      .selectAll()
      .where('business_id', '=', tx.businessId)
      .where('merge_id', '=', mergeId)
      .where('undone_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound({ de: 'Diese Zusammenführung', en: 'This merge' })
    if (row.undo_until === null || row.undo_until < tx.clock.now()) throw TOO_LATE
    await takeBack(tx, row, 'member')
    return { keptId: row.contact_id, goneId: row.gone_id }
  })
}

/**
 * A record that was merged away writes under its own id: WhatsApp shows that they are two accounts, whatever a member thought.
 * Handler of contacts' `mergeRefuted`, in its transaction.
 */
export async function refuteMerge(tx: Context, { goneId }: { goneId: string }): Promise<void> {
  const row = await tx.db
    .selectFrom('contact_merge')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('gone_id', '=', goneId)
    .where('undone_at', 'is', null)
    .where('because', '=', 'member')
    .forUpdate()
    .executeTakeFirst()
  if (row) await takeBack(tx, row, 'came_alive')
}

async function takeBack(tx: Context, merge: Merge, because: 'member' | 'came_alive'): Promise<void> {
  const { contact_id: keptId, gone_id: goneId } = merge
  const { rows, taken, inherited } = Moved.parse(merge.moved)
  await lockBoth(tx, keptId, goneId)
  await disinheritConsents(tx, keptId, inherited)
  for (const [table, keys] of Object.entries(rows))
    await moveBack(tx, table, keys, { from: keptId, to: goneId })
  await unshelveContact(tx, { keptId, goneId }, taken)
  await restoreConversations(tx, goneId)
  await revokeLinks(tx, { contactId: keptId })
  await tx.db
    .updateTable('contact_merge')
    .set({ undone_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('merge_id', '=', merge.merge_id)
    .execute()
  await recordAudit(tx, {
    action: 'contact.unmerge',
    entity: 'contact',
    entityId: keptId,
    after: { from: goneId, because },
  })
  await tx.hooks.run(consentChanged, tx, { contactId: goneId })
}

const TOO_LATE = new Problem('conflict', 'undo_too_late', {
  de: 'Eine Zusammenführung lässt sich 30 Tage lang rückgängig machen. Diese ist älter, oder WhatsApp selbst hat gesagt, dass beide eine Person sind.',
  en: 'A merge can be undone for 30 days. This one is older, or WhatsApp itself said that both are one person.',
})
