import { type Selectable, sql } from 'kysely'
import { type DB, PREPARED } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'

/** With what a ledger leaf calls the topic; its key never changes. */
export type ConsentRow = Selectable<DB['consent']> & { topic_key: string }
export type QuestionRow = Selectable<DB['consent_question']>
export interface TopicRow {
  topicId: string
  key: string
  name: Record<string, string>
  /** Nobody can say yes to it any more; consents given before stay. */
  archived: boolean
}

/** The person's consents on a channel, locked: everything that changes a consent takes this lock first. */
export async function lockConsents(
  tx: Context,
  contactId: string,
  channelId: string | null,
): Promise<ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`${PREPARED}
    select c.business_id, c.contact_id, c.channel_id, c.topic_id, c.state, c.state_at, c.wording_id, c.source_id, c.question_id,
      c.requested_at, c.confirmed_at, c.updated_at, t.key as topic_key
    from consent c join topic t on t.business_id = c.business_id and t.topic_id = c.topic_id
    where c.business_id = ${tx.businessId} and c.contact_id = ${contactId}
      and (${channelId}::uuid is null or c.channel_id = ${channelId}::uuid)
    order by c.topic_id for update of c`.execute(tx.db)
  return rows
}

export async function topicsById(ctx: Context): Promise<Map<string, TopicRow>> {
  const rows = await ctx.db
    .selectFrom('topic')
    .select(['topic_id', 'key', 'name', 'archived_at'])
    .where('business_id', '=', ctx.businessId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.topic_id,
      {
        topicId: row.topic_id,
        key: row.key,
        name: row.name as Record<string, string>,
        archived: row.archived_at !== null,
      },
    ]),
  )
}

/** A topic's name in the person's language, else in English, else in German. */
export function topicName(topic: TopicRow | undefined, language: string): string {
  return topic?.name[language] ?? topic?.name.en ?? topic?.name.de ?? topic?.key ?? ''
}

/** What a ledger leaf calls the topic; its key never changes. */
export function topicKey(topics: ReadonlyMap<string, TopicRow>, topicId: string): string {
  const topic = topics.get(topicId)
  if (!topic) throw new Error('A consent names a topic that does not exist.')
  return topic.key
}
