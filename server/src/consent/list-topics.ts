import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound } from '../platform/index.ts'
import { Localised, LocalisedText, type Topic } from './topic.ts'

/** The business's topics with every version of their texts, in the order that people see them. */
export async function listTopics(ctx: Context): Promise<Topic[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const [topics, wordings, counts] = await Promise.all([
    ctx.db
      .selectFrom('topic')
      .selectAll()
      .where('business_id', '=', ctx.businessId)
      .orderBy('position')
      .orderBy('topic_id')
      .execute(),
    ctx.db
      .selectFrom('wording')
      .selectAll()
      .where('business_id', '=', ctx.businessId)
      .orderBy('version', 'desc')
      .execute(),
    ctx.db
      .selectFrom('consent')
      .select((eb) => ['topic_id', 'state', eb.fn.countAll<number>().as('count')])
      .where('business_id', '=', ctx.businessId)
      .where('state', 'in', ['confirmed', 'superseded'])
      .groupBy(['topic_id', 'state'])
      .execute(),
  ])
  const count = (topicId: string, state: 'confirmed' | 'superseded') =>
    counts.find((row) => row.topic_id === topicId && row.state === state)?.count ?? 0
  return topics.map((row) => ({
    id: row.topic_id,
    key: row.key,
    name: Localised.parse(row.name),
    description: LocalisedText.parse(row.description),
    position: row.position,
    archivedAt: row.archived_at?.toISOString() ?? null,
    confirmed: count(row.topic_id, 'confirmed'),
    superseded: count(row.topic_id, 'superseded'),
    wordings: wordings
      .filter((wording) => wording.topic_id === row.topic_id)
      .map((wording) => ({
        id: wording.wording_id,
        language: wording.language,
        version: wording.version,
        body: wording.body,
        hash: wording.hash,
        publishedAt: wording.published_at.toISOString(),
        current: wording.retired_at === null,
        material: wording.material,
        change: wording.change_note,
        superseded: wording.superseded_count,
        invalidatedAt: wording.invalidated_at?.toISOString() ?? null,
      })),
  }))
}

/** One topic with its texts, read where the caller reads. @throws Problem `not_found` */
export async function getTopic(ctx: Context, topicId: string): Promise<Topic> {
  const topic = (await listTopics(ctx)).find((each) => each.id === topicId)
  if (!topic) throw notFound({ de: 'Dieses Thema', en: 'This topic' })
  return topic
}
