import { z } from 'zod'
import { openContacts, openPerson, personKeys } from '../contacts/index.ts'
import { payloadPlace } from '../dispatch/index.ts'
import type { Context } from '../platform/index.ts'
import { Content, renderContent, resolveVariables, VariableSources } from '../templates/index.ts'
import { type Readable, readBody } from './content.ts'

export interface OutboundRow {
  message_id: string
  contact_id: string
  payload_sealed: Uint8Array | null
  campaign_id: string | null
  template_id: string | null
}

/**
 * What people read of messages that were sent to them: stored bodies are opened, campaign messages are composed again
 * from the template and the person's values of today. A constant number of queries for any number of messages.
 * @returns by message id; erased people's messages read as empty
 */
export async function outboundTexts(
  ctx: Context,
  rows: readonly OutboundRow[],
): Promise<Map<string, Readable>> {
  const contactIds = [...new Set(rows.map((row) => row.contact_id))]
  const keys = await personKeys(ctx, contactIds)
  const templates = await templatesOf(ctx, rows)
  const campaigns = await campaignsOf(ctx, rows)
  const people = await openContacts(ctx, rows.some((row) => !row.payload_sealed) ? contactIds : [])
  const attributes = await attributesOf(ctx, campaigns.size > 0 ? contactIds : [])

  function read(row: OutboundRow): Readable {
    const key = keys.get(row.contact_id)
    const stored =
      row.payload_sealed && key
        ? readBody(
            JSON.parse(
              openPerson(ctx, key, row.contact_id, payloadPlace(row.message_id), row.payload_sealed),
            ),
          )
        : null
    const content = row.template_id ? templates.get(row.template_id) : undefined
    if (!content || !key) return stored ?? { text: '', buttons: [] }
    const sources = row.campaign_id ? campaigns.get(row.campaign_id) : undefined
    const person = {
      name: people.get(row.contact_id)?.name ?? null,
      attributes: attributes.get(row.contact_id) ?? {},
    }
    const shown = renderContent(content, sources ? resolveVariables(sources, person) : {})
    const cards = (shown.cards ?? []).map((card) => card.body)
    const head = shown.header?.format === 'text' ? [shown.header.text] : []
    return {
      text: [...head, shown.body, ...cards, ...(shown.footer ? [shown.footer] : [])].join('\n'),
      buttons: shown.buttons.map((button) => ({
        text: button.kind === 'copy_code' ? button.code : button.text,
      })),
    }
  }
  return new Map(rows.map((row) => [row.message_id, read(row)]))
}

async function templatesOf(ctx: Context, rows: readonly OutboundRow[]): Promise<Map<string, Content>> {
  const ids = [...new Set(rows.flatMap((row) => row.template_id ?? []))]
  if (ids.length === 0) return new Map()
  const found = await ctx.db
    .selectFrom('template')
    .select(['template_id', 'content'])
    .where('business_id', '=', ctx.businessId)
    .where('template_id', 'in', ids)
    .execute()
  return new Map(found.map((row) => [row.template_id, Content.parse(row.content)]))
}

async function campaignsOf(
  ctx: Context,
  rows: readonly OutboundRow[],
): Promise<Map<string, VariableSources>> {
  const ids = [...new Set(rows.flatMap((row) => row.campaign_id ?? []))]
  if (ids.length === 0) return new Map()
  const found = await ctx.db
    .selectFrom('campaign')
    .select(['campaign_id', 'variables'])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', 'in', ids)
    .execute()
  return new Map(found.map((row) => [row.campaign_id, VariableSources.parse(row.variables)]))
}

async function attributesOf(
  ctx: Context,
  contactIds: string[],
): Promise<Map<string, Record<string, unknown>>> {
  if (contactIds.length === 0) return new Map()
  const found = await ctx.db
    .selectFrom('contact')
    .select(['contact_id', 'attributes'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', 'in', contactIds)
    .execute()
  return new Map(
    found.map((row) => [row.contact_id, z.record(z.string(), z.unknown()).parse(row.attributes)]),
  )
}
