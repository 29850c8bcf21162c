import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { getTopic } from './list-topics.ts'
import { Localised, LocalisedText, type Topic } from './topic.ts'

export const UpdateTopicInput = z.object({
  name: Localised.optional(),
  description: LocalisedText.optional(),
  archived: z.boolean().optional(),
})

/** Renames or archives a topic. People keep the consent they gave, with the words they saw. */
export async function updateTopic(
  ctx: Context,
  topicId: string,
  input: z.input<typeof UpdateTopicInput>,
): Promise<Topic> {
  requireRole(ctx, 'marketer', 'dpo')
  const fields = UpdateTopicInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await getTopic(tx, topicId)
    await tx.db
      .updateTable('topic')
      .set({
        name: JSON.stringify(fields.name ?? before.name),
        description: JSON.stringify(fields.description ?? before.description),
        ...(fields.archived === undefined ? {} : { archived_at: fields.archived ? tx.clock.now() : null }),
      })
      .where('business_id', '=', tx.businessId)
      .where('topic_id', '=', topicId)
      .execute()
    const after = await getTopic(tx, topicId)
    await recordAudit(tx, {
      action: 'topic.update',
      entity: 'topic',
      entityId: topicId,
      before: { name: before.name, archivedAt: before.archivedAt },
      after: { name: after.name, archivedAt: after.archivedAt },
    })
    return after
  })
}
