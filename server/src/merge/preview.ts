import { sql } from 'kysely'
import { z } from 'zod'
import { ContactRow, contactRows, requireContact } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem } from '../platform/index.ts'
import { stateAfter } from './state-after.ts'

/** So long a member's merge can be undone. */
export const UNDO_DAYS = 30

const State = z.string().nullable()

export const MergePreview = z.object({
  /** The record that stays: from which the person wrote last. */
  kept: ContactRow,
  gone: ContactRow,
  /** What the kept one lacks and takes over: `name`, `language`, keys of fields. */
  takes: z.array(z.string()),
  consents: z.array(
    z.object({ topicId: z.uuid(), channelId: z.uuid(), kept: State, gone: State, after: z.string() }),
  ),
  /** Of either, counts for both. */
  suppressed: z.boolean(),
  held: z.boolean(),
  restricted: z.boolean(),
  messagesFrom: z.number().int(),
  messagesTo: z.number().int(),
  undoDays: z.number().int(),
})
export type MergePreview = z.infer<typeof MergePreview>

/**
 * What would come together if two records are one person's. Which one stays is no choice: the person is where they wrote last.
 * @throws Problem `not_found`, `same_record`, `two_accounts`
 */
export async function previewMerge(ctx: Context, one: string, other: string): Promise<MergePreview> {
  requireRole(ctx, 'marketer', 'dpo')
  await requireContact(ctx, one)
  if (one === other) throw SAME
  const { keptId, goneId } = await direct(ctx, one, other)
  const [kept, gone] = await contactRows(ctx, [keptId, goneId])
  if (!kept || !gone) throw notFound({ de: 'Diese Person', en: 'This person' })
  const places = new Map(
    [...kept.consents, ...gone.consents].map(({ topicId, channelId }) => [
      `${topicId}:${channelId}`,
      { topicId, channelId },
    ]),
  )
  const suppressed = kept.suppressed || gone.suppressed
  return {
    kept,
    gone,
    takes: await takes(ctx, kept, gone),
    consents: [...places.values()].map(({ topicId, channelId }) => {
      const of = (row: ContactRow) =>
        row.consents.find((each) => each.topicId === topicId && each.channelId === channelId)?.state ?? null
      return {
        topicId,
        channelId,
        kept: of(kept),
        gone: of(gone),
        after: stateAfter(of(kept), of(gone), suppressed),
      }
    }),
    suppressed,
    held: kept.hold !== null || gone.hold !== null,
    restricted: kept.restricted || gone.restricted,
    ...(await countMessages(ctx, goneId)),
    undoDays: UNDO_DAYS,
  }
}

interface Seen {
  contact_id: string
  last_inbound_at: Date | null
  created_at: Date
  has_id: boolean
}

/** Which record stays. @throws Problem `not_found`, `two_accounts` */
export async function direct(
  ctx: Context,
  one: string,
  other: string,
): Promise<{ keptId: string; goneId: string }> {
  const { rows } = await sql<Seen>`
    select c.contact_id, c.last_inbound_at, c.created_at, c.bsuid_sealed is not null as has_id from contact c
    where c.business_id = ${ctx.businessId} and c.contact_id in (${one}, ${other})
      and c.erased_at is null and c.merged_into is null
    order by c.last_inbound_at desc nulls last, c.bsuid_sealed is null, c.created_at, c.contact_id`.execute(
    ctx.db,
  )
  const [kept, gone] = rows
  if (!kept || !gone) throw notFound({ de: 'Diese Person', en: 'This person' })
  const bothWrite =
    kept.has_id && gone.has_id && gone.last_inbound_at && gone.last_inbound_at > kept.created_at
  if (bothWrite) throw TWO_ACCOUNTS
  return { keptId: kept.contact_id, goneId: gone.contact_id }
}

async function takes(ctx: Context, kept: ContactRow, gone: ContactRow): Promise<string[]> {
  const { rows } = await sql<{ field: string }>`
    select f.field from contact g join contact k on k.business_id = g.business_id and k.contact_id = ${kept.id}
    cross join lateral jsonb_each(g.attributes) f (field, value)
    where g.business_id = ${ctx.businessId} and g.contact_id = ${gone.id} and f.value <> 'null'::jsonb
      and coalesce(k.attributes -> f.field, 'null'::jsonb) = 'null'::jsonb order by f.field`.execute(ctx.db)
  return [
    ...(gone.name && !kept.name ? ['name'] : []),
    ...(gone.language && !kept.language ? ['language'] : []),
    ...rows.map(({ field }) => field),
  ]
}

async function countMessages(
  ctx: Context,
  contactId: string,
): Promise<{ messagesFrom: number; messagesTo: number }> {
  const { rows } = await sql<{ messages_from: number; messages_to: number }>`
    select (select count(*)::int from inbound_message where business_id = ${ctx.businessId} and contact_id = ${contactId}) as messages_from,
      (select count(*)::int from message where business_id = ${ctx.businessId} and contact_id = ${contactId}) as messages_to`.execute(
    ctx.db,
  )
  return { messagesFrom: rows[0]?.messages_from ?? 0, messagesTo: rows[0]?.messages_to ?? 0 }
}

const SAME = new Problem('invalid', 'same_record', {
  de: 'Das ist zweimal derselbe Eintrag.',
  en: 'This is the same record twice.',
})
const TWO_ACCOUNTS = new Problem('conflict', 'two_accounts', {
  de: 'Beide Einträge schreiben dir aus ihrem eigenen WhatsApp. Das sind zwei Konten mit zwei Einwilligungen: Ein STOP in dem einen würde im anderen übersehen. Sie bleiben getrennt.',
  en: 'Both records write to you from a WhatsApp of their own. These are two accounts with two consents: a STOP in the one would be missed in the other. They stay apart.',
})
