import { z } from 'zod'
import { openContacts } from '../contacts/index.ts'
import { reasonTitle } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Language, type Page, PageQuery, toPage } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { findCampaign, MESSAGE_STATES } from './campaign.ts'
import { failure } from './report.ts'

export const CampaignMessage = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  state: z.enum(MESSAGE_STATES),
  reason: z.string().nullable(),
  reasonTitle: z.string().nullable(),
  errorCode: z.string().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  readAt: z.iso.datetime().nullable(),
  /** EUR, once Meta has reported it as billable. */
  cost: z.number().nullable(),
})
export type CampaignMessage = z.infer<typeof CampaignMessage>

export const CampaignMessagesQuery = PageQuery.extend({
  state: z.enum(MESSAGE_STATES).optional(),
  reason: z.string().max(50).optional(),
})

/** The messages of a campaign one by one, each with the person opened; the page's people only. @throws Problem `not_found` */
export async function listCampaignMessages(
  ctx: Context,
  campaignId: string,
  input: z.input<typeof CampaignMessagesQuery>,
  language: Language,
): Promise<Page<CampaignMessage>> {
  requireRole(ctx, 'marketer', 'dpo')
  const query = CampaignMessagesQuery.parse(input)
  await findCampaign(ctx, campaignId)
  return messagePage(ctx, campaignId, query, language)
}

/** One page, for the list and for the export. */
export async function messagePage(
  ctx: Context,
  campaignId: string,
  query: z.infer<typeof CampaignMessagesQuery>,
  language: Language,
): Promise<Page<CampaignMessage>> {
  let select = ctx.db
    .selectFrom('message')
    .select([
      'message_id',
      'contact_id',
      'state',
      'reason',
      'error_code',
      'accepted_at',
      'delivered_at',
      'read_at',
      'cost',
    ])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .orderBy('message_id')
    .limit(query.limit + 1)
  if (query.state) select = select.where('state', '=', query.state)
  if (query.reason) select = select.where('reason', '=', query.reason)
  if (query.after) select = select.where('message_id', '>', query.after)
  const rows = await select.execute()
  const people = await openContacts(
    ctx,
    rows.map((row) => row.contact_id),
  )
  return toPage(
    rows,
    query.limit,
    (row) => row.message_id,
    (row) => ({
      id: row.message_id,
      contactId: row.contact_id,
      name: people.get(row.contact_id)?.name ?? people.get(row.contact_id)?.username ?? null,
      phone: people.get(row.contact_id)?.phone ?? null,
      state: row.state,
      reason: row.reason,
      reasonTitle: titleOf(row, language),
      errorCode: row.error_code === null ? null : String(row.error_code),
      acceptedAt: row.accepted_at?.toISOString() ?? null,
      deliveredAt: row.delivered_at?.toISOString() ?? null,
      readAt: row.read_at?.toISOString() ?? null,
      cost: row.cost === null ? null : Number(row.cost),
    }),
  )
}

function titleOf(
  row: { state: string; reason: string | null; error_code: number | null },
  language: Language,
): string | null {
  if (row.state === 'failed') return failure(row, language).title
  return row.reason === null ? null : reasonTitle(row.reason, language)
}
