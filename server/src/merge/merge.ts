import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { inheritConsents } from '../consent/index.ts'
import { combineProfiles, lockBoth, personRectified, shelveContact } from '../contacts/index.ts'
import { joinConversations } from '../inbox/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, DAY, newId, Problem, withTransaction } from '../platform/index.ts'
import { joinPauses, revokeLinks } from '../preferences/index.ts'
import { PERSON_TABLES } from '../privacy/index.ts'
import { type Moved, moveTable, SETTLED } from './move-rows.ts'
import { direct, UNDO_DAYS } from './preview.ts'

export const MergeInput = z.object({
  otherId: z.uuid(),
  /** The record that stays, as the preview said: if that has changed since, nothing happens. */
  keptId: z.uuid(),
})

/**
 * A member takes two records for one person. What was said, sent and noted goes to the record from which the person wrote last; its
 * number and id stay the only ones that anything is sent to. Blocks, withdrawals, holds and restrictions of either count at once;
 * a yes of the other rests until the person renews it, because nobody but WhatsApp can know that it came from the same number or
 * id (C-03). Can be undone for 30 days, and is undone by itself should the other one come alive.
 * @throws Problem `not_found`, `two_accounts`, `merge_changed`
 * @returns the kept contact
 */
export async function mergeContacts(
  ctx: Context,
  contactId: string,
  input: z.input<typeof MergeInput>,
): Promise<string> {
  requireRole(ctx, 'marketer', 'dpo')
  const { otherId, keptId: expected } = MergeInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    await lockBoth(tx, contactId, otherId)
    const two = await direct(tx, contactId, otherId)
    const { keptId, goneId } = two
    if (keptId !== expected) throw CHANGED
    const at = tx.clock.now()
    const inherited = await inheritConsents(tx, { ...two, at })
    const taken = await combineProfiles(tx, keptId, goneId)
    await joinConversations(tx, two)
    await joinPauses(tx, two)
    for (const id of [keptId, goneId]) await revokeLinks(tx, { contactId: id })
    const rows: Moved = {}
    for (const [table, { merge }] of Object.entries(PERSON_TABLES)) {
      if (merge === 'moves')
        rows[table] = await moveTable(tx, table, { from: goneId, to: keptId }, SETTLED[table])
    }
    await shelveContact(tx, two)
    const mergeId = newId()
    await tx.db
      .insertInto('contact_merge')
      .values({
        business_id: tx.businessId,
        merge_id: mergeId,
        contact_id: keptId,
        gone_id: goneId,
        because: 'member',
        at,
        moved: JSON.stringify({ rows, taken, inherited }),
        undo_until: new Date(at.getTime() + UNDO_DAYS * DAY),
      })
      .execute()
    await recordAudit(tx, {
      action: 'contact.merge',
      entity: 'contact',
      entityId: keptId,
      after: { from: goneId, mergeId, rows: Object.values(rows).flat().length },
    })
    if (taken.length > 0) await tx.hooks.run(personRectified, tx, { contactId: keptId, changed: taken })
    return keptId
  })
}

const CHANGED = new Problem('conflict', 'merge_changed', {
  de: 'Die Person hat inzwischen aus dem anderen Eintrag geschrieben. Bitte sieh dir noch einmal an, was zusammenkommt.',
  en: 'The person has written from the other record meanwhile. Please look again at what comes together.',
})
