import { sql } from 'kysely'
import { openPerson, personKey } from '../contacts/index.ts'
import { contentPlace, outboundTexts, readStored } from '../inbox/index.ts'
import { type Context, HOUR, MINUTE } from '../platform/index.ts'

/** A message around the opt-in, as both sides saw it. */
export interface ChatLine {
  direction: 'in' | 'out'
  at: Date
  text: string
  buttons: string[]
}

interface Row {
  id: string
  /** `app`: the business wrote it on its phone. */
  direction: 'in' | 'out' | 'app'
  at: Date
  sealed: Uint8Array | null
  campaign_id: string | null
  template_id: string | null
}

const AROUND = 5 * MINUTE
const MOST = 20

/**
 * What was written from shortly before the request until shortly after the answer; without an answer, for a day. Shows
 * what is still kept: chats end before consents do.
 */
export async function chatAround(
  ctx: Context,
  contactId: string,
  channelId: string,
  halves: { readonly from: Date; readonly to: Date | null },
): Promise<ChatLine[]> {
  const key = await personKey(ctx, contactId)
  if (!key) return []
  const from = new Date(halves.from.getTime() - AROUND)
  const to = new Date((halves.to?.getTime() ?? halves.from.getTime() + 24 * HOUR) + AROUND)
  const own = sql`contact_id = ${contactId} and channel_id = ${channelId}`
  // Meta's clock knows whole seconds: within one, an answer comes after what it answers.
  const { rows } = await sql<Row>`
    select * from (
      select wamid_digest as id, case type when 'echo' then 'app' else 'in' end as direction, case when context_wamid_digest is null then 0 else 2 end as turn, at, received_at as moment, content_sealed as sealed, null::uuid as campaign_id, null::uuid as template_id
      from inbound_message where business_id = ${ctx.businessId} and ${own} and at between ${from} and ${to}
      union all
      select message_id::text, 'out', 1, accepted_at, accepted_at, payload_sealed, campaign_id, template_id
      from message where business_id = ${ctx.businessId} and ${own} and accepted_at between ${from} and ${to}
    ) x order by date_trunc('second', at), turn, moment limit ${MOST}`.execute(ctx.db)
  const texts = await outboundTexts(
    ctx,
    rows
      .filter(({ direction }) => direction === 'out')
      .map((row) => ({ ...row, message_id: row.id, contact_id: contactId, payload_sealed: row.sealed })),
  )
  return rows.map(({ id, direction, at, sealed }) => {
    if (direction === 'out') {
      const { text, buttons } = texts.get(id) ?? { text: '', buttons: [] }
      return { direction, at, text, buttons: buttons.map((button) => button.text) }
    }
    const content = sealed ? readStored(openPerson(ctx, key, contactId, contentPlace(id), sealed)) : null
    return { direction: direction === 'app' ? 'out' : direction, at, text: content?.text ?? '', buttons: [] }
  })
}
