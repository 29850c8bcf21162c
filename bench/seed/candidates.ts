import { type RawBuilder, sql } from 'kysely'

/** Everybody who ever said anything about a channel, as the audience of a campaign: those who withdrew are excluded when it is frozen. */
export function candidatesOf(businessId: string, channelId: string): RawBuilder<unknown> {
  return sql`select contact_id, country from contact c where business_id = ${businessId} and exists (
    select 1 from consent s where s.business_id = c.business_id and s.contact_id = c.contact_id and s.channel_id = ${channelId})`
}
