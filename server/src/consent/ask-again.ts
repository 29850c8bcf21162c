import { sql } from 'kysely'
import { openContacts } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { businessOf } from './business.ts'
import { type ConsentRequest, requestConsent } from './request.ts'
import { SILENT_AFTER_NO_MONTHS } from './state.ts'
import { chatLanguage } from './texts.ts'

interface Wrote {
  contactId: string
  channelId: string
  message: { wamid: string; at: Date; forwarded: boolean; content: { type: string } }
  /** What their message was taken for; null when it was an ordinary one. */
  meaning: string | null
}

interface Resting {
  topic_id: string
  state: 'suspended' | 'superseded'
  source_id: string | null
}

/** What opens a window by the person's own act; that a number changed is told by WhatsApp. */
const WRITTEN = ['text', 'button', 'reply', 'media', 'location']

/**
 * Somebody whose yes rests has just written to us: because the text has changed materially since (C-17), or the number or id
 * has changed (§3.5). The question is asked as an answer to them, with the text of today and once; never by writing first, never
 * beside something else that they asked for, and not within six months of a NO. Handler of intake's `inboundMessage`.
 */
export async function askAgain(
  tx: Context,
  { contactId, channelId, message, meaning }: Wrote,
): Promise<void> {
  if (meaning !== null || message.forwarded || !WRITTEN.includes(message.content.type)) return
  const resting = await restingConsents(tx, contactId, channelId)
  const changed = resting.filter(({ state }) => state === 'superseded')
  const asked = changed.length > 0 ? changed : resting
  if (asked.length === 0) return
  const because: ConsentRequest['because'] = changed.length > 0 ? 'material_change' : 'identity_change'
  const person = (await openContacts(tx, [contactId])).get(contactId)
  await requestConsent(tx, {
    contactId,
    channelId,
    topicIds: asked.map(({ topic_id }) => topic_id),
    language: chatLanguage(person?.language, (await businessOf(tx)).language),
    sourceId: asked[0]?.source_id ?? null,
    at: message.at,
    evidence: { via: 'ask_again' },
    wamid: message.wamid,
    because,
  })
}

/** The consents that a question may wake: at most the two that fit into one, and none of somebody who wants or needs rest. */
async function restingConsents(tx: Context, contactId: string, channelId: string): Promise<Resting[]> {
  const { rows } = await sql<Resting>`
    select s.topic_id, s.state, s.source_id from consent s
    where s.business_id = ${tx.businessId} and s.contact_id = ${contactId} and s.channel_id = ${channelId}
      and s.state in ('superseded', 'suspended')
      and exists (select 1 from contact c where c.business_id = s.business_id and c.contact_id = s.contact_id
        and c.hold_reason is null and c.restricted_at is null and c.erased_at is null and c.meta_preference <> 'stop')
      and not exists (select 1 from contact_identity i
        join suppression u on u.business_id = i.business_id and u.kind = i.kind and u.digest = i.digest and u.lifted_at is null
        where i.business_id = s.business_id and i.contact_id = s.contact_id)
      and not exists (select 1 from consent_event e where e.business_id = s.business_id and e.contact_id = s.contact_id
        and e.state = 'refused' and e.at > ${tx.clock.now()}::timestamptz - make_interval(months => ${SILENT_AFTER_NO_MONTHS}::int))
    order by s.state desc, s.topic_id limit 2`.execute(tx.db)
  return rows
}
