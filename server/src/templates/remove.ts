import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { expectUnused, NEEDING } from './in-use.ts'
import { expectAnswer, withGraph } from './meta-answer.ts'
import { changeTemplate, removeTemplate } from './store.ts'
import { lockTemplate } from './template.ts'

/**
 * Deletes one language of a template here and at Meta, which then keeps the name locked for 30 days. A template that a
 * campaign still needs stays.
 * @throws Problem `not_found`, `template_in_use`, `meta_refused`, `meta_silent`
 */
export async function deleteTemplate(ctx: Context, templateId: string): Promise<void> {
  requireRole(ctx, 'marketer')
  const row = await withTransaction(ctx, async (tx) => {
    const locked = await lockTemplate(tx, templateId)
    await expectUnused(tx, templateId, NEEDING)
    return locked
  })
  if (row.meta_id) {
    const metaId = row.meta_id
    const channel = await getChannel(ctx, row.channel_id)
    await withGraph(ctx, row.channel_id, async (client) =>
      expectAnswer(await client.deleteTemplate(channel.wabaId, row.name, metaId)),
    )
  }
  await withTransaction(ctx, async (tx) => {
    const known = await lockTemplate(tx, templateId)
    await expectUnused(tx, templateId, NEEDING)
    // What was once at Meta may have been sent and stays readable; a mere draft leaves no trace but the audit log.
    if (known.meta_id || (await isNamed(tx, templateId)))
      await changeTemplate(tx, templateId, { state: 'deleted' })
    else await removeTemplate(tx, templateId)
    await recordAudit(tx, {
      action: 'template.delete',
      entity: 'template',
      entityId: templateId,
      before: { name: known.name, language: known.language, state: known.state },
    })
  })
}

async function isNamed(tx: Context, templateId: string): Promise<boolean> {
  const campaign = await tx.db
    .selectFrom('campaign')
    .select('campaign_id')
    .where('business_id', '=', tx.businessId)
    .where('template_id', '=', templateId)
    .limit(1)
    .executeTakeFirst()
  return campaign !== undefined
}
