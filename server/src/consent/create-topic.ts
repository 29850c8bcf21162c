import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, Problem, withTransaction } from '../platform/index.ts'
import { getTopic } from './list-topics.ts'
import { Localised, LocalisedText, type Topic } from './topic.ts'

export const CreateTopicInput = z.object({
  // Letters first: a key is written into public ledger leaves, where nothing may look like a number of a person.
  key: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/),
  name: Localised,
  description: LocalisedText,
})

/** Adds a purpose that people can say yes to. Nobody can until a wording is published for it. */
export async function createTopic(ctx: Context, input: z.input<typeof CreateTopicInput>): Promise<Topic> {
  requireRole(ctx, 'marketer', 'dpo')
  const fields = CreateTopicInput.parse(input)
  const topicId = newId()
  return withTransaction(ctx, async (tx) => {
    const { count } = await tx.db
      .selectFrom('topic')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('business_id', '=', tx.businessId)
      .executeTakeFirstOrThrow()
    const inserted = await tx.db
      .insertInto('topic')
      .values({
        business_id: tx.businessId,
        topic_id: topicId,
        key: fields.key,
        name: JSON.stringify(fields.name),
        description: JSON.stringify(fields.description),
        position: count,
        created_at: tx.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(['business_id', 'key']).doNothing())
      .returning('topic_id')
      .executeTakeFirst()
    if (!inserted) {
      throw new Problem('conflict', 'topic_exists', {
        de: 'Ein Thema mit diesem Schlüssel gibt es schon. Bitte wähle einen anderen.',
        en: 'There is a topic with this key already. Please choose another one.',
      })
    }
    await recordAudit(tx, {
      action: 'topic.create',
      entity: 'topic',
      entityId: topicId,
      after: { key: fields.key, name: fields.name },
    })
    return getTopic(tx, topicId)
  })
}
