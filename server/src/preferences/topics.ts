import { sql } from 'kysely'
import type { ChatLanguage, ConsentState } from '../consent/index.ts'
import type { Context } from '../platform/index.ts'
import type { Chat } from './link.ts'

export interface PageTopic {
  id: string
  name: string
  description: string
  state: 'on' | 'waiting' | 'off'
  /** Opens the chat with words that ask for this topic; null when no words do. */
  startUrl: string | null
}

interface Row {
  topic_id: string
  name: Record<string, string>
  description: Record<string, string>
  archived: boolean
  state: ConsentState | null
  keyword: string | null
}

const STATES: Partial<Record<ConsentState, PageTopic['state']>> = {
  confirmed: 'on',
  requested: 'waiting',
  pending: 'waiting',
}

/** What the business offers, and what the person has, on this number; topics that ended are shown to those who still get them. */
export async function readTopics(
  ctx: Context,
  { contactId, channelId }: Chat,
  language: ChatLanguage,
  openFor: (words: string) => string,
): Promise<PageTopic[]> {
  const { rows } = await sql<Row>`
    select t.topic_id, t.name, t.description, t.archived_at is not null as archived, s.state,
      -- The words of the smallest sign-up that has the topic.
      (select o.keyword from source o where o.business_id = t.business_id and o.channel_id = ${channelId} and o.kind = 'keyword'
        and o.revoked_at is null and t.topic_id = any(o.topic_ids)
        order by cardinality(o.topic_ids), o.source_id limit 1) as keyword
    from topic t
    left join consent s on s.business_id = t.business_id and s.topic_id = t.topic_id and s.contact_id = ${contactId}
      and s.channel_id = ${channelId}
    where t.business_id = ${ctx.businessId}
    order by t.position, t.topic_id`.execute(ctx.db)
  return rows.flatMap((row): PageTopic[] => {
    const state = (row.state && STATES[row.state]) ?? 'off'
    if (row.archived && state === 'off') return []
    const said = (texts: Record<string, string>) => texts[language] ?? texts.en ?? texts.de ?? ''
    return [
      {
        id: row.topic_id,
        name: said(row.name),
        description: said(row.description),
        state,
        startUrl: row.keyword && !row.archived ? openFor(row.keyword) : null,
      },
    ]
  })
}
