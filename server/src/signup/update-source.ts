import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { checkTopics } from './check-topics.ts'
import { findSource, getSource, type Source, SourceSettings } from './source.ts'

export const UpdateSourceInput = z.object({
  name: z.string().trim().min(1).max(80).optional(),
  topicIds: z.array(z.uuid()).min(1).max(2).optional(),
  settings: SourceSettings.optional(),
})

/** Changes what a source offers from now on; earlier opt-ins keep what they were shown. */
export async function updateSource(
  ctx: Context,
  sourceId: string,
  input: z.input<typeof UpdateSourceInput>,
): Promise<Source> {
  requireRole(ctx, 'marketer')
  const fields = UpdateSourceInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await findSource(tx, sourceId)
    if (fields.topicIds) await checkTopics(tx, fields.topicIds)
    await tx.db
      .updateTable('source')
      .set({
        name: fields.name ?? before.name,
        topic_ids: fields.topicIds ?? before.topic_ids,
        settings: JSON.stringify(fields.settings ?? before.settings),
      })
      .where('business_id', '=', tx.businessId)
      .where('source_id', '=', sourceId)
      .execute()
    await recordAudit(tx, {
      action: 'source.update',
      entity: 'source',
      entityId: sourceId,
      before: { topicIds: before.topic_ids },
      after: { topicIds: fields.topicIds ?? before.topic_ids },
    })
    return getSource(tx, sourceId)
  })
}
