import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { getChannel } from '../channels/index.ts'
import { topicsById } from '../consent/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newCode, newId, notFound, Problem, withTransaction } from '../platform/index.ts'
import { findSource, getSource, type Source, SourceSettings } from './source.ts'

/** Six readable characters: enough for a poster to be told apart, short enough to survive being typed. */
const CODE_LENGTH = 6

export const CreateSourceInput = z
  .object({
    kind: z.enum(['bubble', 'qr', 'link', 'keyword']),
    name: z.string().trim().min(1).max(80),
    channelId: z.uuid(),
    topicIds: z.array(z.uuid()).min(1).max(2),
    keyword: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[\p{L}\p{N}]{2,20}$/u)
      .optional(),
    settings: SourceSettings.default({}),
  })
  .refine((source) => (source.kind === 'keyword') === (source.keyword !== undefined), {
    path: ['keyword'],
    message: 'a keyword is needed for kind "keyword" and for no other',
  })

/**
 * Opens a new way in. Its topics are offered to people as separate, unticked choices.
 * @throws Problem `not_found` for a channel or topic of another business, `keyword_taken`
 */
export async function createSource(ctx: Context, input: z.input<typeof CreateSourceInput>): Promise<Source> {
  requireRole(ctx, 'marketer')
  const fields = CreateSourceInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    await getChannel(tx, fields.channelId)
    await checkTopics(tx, fields.topicIds)
    const business = await getBusiness(tx)
    const sourceId = newId()
    const code = newCode(CODE_LENGTH)
    const inserted = await tx.db
      .insertInto('source')
      .values({
        business_id: tx.businessId,
        source_id: sourceId,
        public_id: `${business.slug}.${code}`,
        code,
        kind: fields.kind,
        name: fields.name,
        channel_id: fields.channelId,
        topic_ids: fields.topicIds,
        keyword: fields.keyword ?? null,
        settings: JSON.stringify(fields.settings),
        created_at: tx.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('source_id')
      .executeTakeFirst()
    if (!inserted) {
      throw new Problem('conflict', 'keyword_taken', {
        de: 'Dieses Schlüsselwort ist auf dem Kanal schon vergeben. Bitte wähle ein anderes.',
        en: 'This keyword is taken on the channel. Please choose another one.',
      })
    }
    await recordAudit(tx, {
      action: 'source.create',
      entity: 'source',
      entityId: sourceId,
      after: { kind: fields.kind, topicIds: fields.topicIds },
    })
    return getSource(tx, sourceId)
  })
}

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

/** Closes a way in: a poster that is scanned afterwards starts no opt-in (C-72). */
export async function revokeSource(ctx: Context, sourceId: string): Promise<Source> {
  requireRole(ctx, 'marketer')
  return withTransaction(ctx, async (tx) => {
    await findSource(tx, sourceId)
    await tx.db
      .updateTable('source')
      .set({ revoked_at: tx.clock.now() })
      .where('business_id', '=', tx.businessId)
      .where('source_id', '=', sourceId)
      .where('revoked_at', 'is', null)
      .execute()
    await recordAudit(tx, { action: 'source.revoke', entity: 'source', entityId: sourceId })
    return getSource(tx, sourceId)
  })
}

async function checkTopics(tx: Context, topicIds: readonly string[]): Promise<void> {
  const topics = await topicsById(tx)
  if (topicIds.some((id) => !topics.has(id)))
    throw notFound({ de: 'Eines der Themen', en: 'One of the topics' })
}
