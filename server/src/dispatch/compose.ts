import { z } from 'zod'
import { optOutPayload } from '../consent/index.ts'
import { type Address, addressOpener } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import {
  Content,
  filesOf,
  linkCode,
  linksToSource,
  mediaAtWhatsApp,
  resolveVariables,
  templateRenderer,
  VariableSources,
} from '../templates/index.ts'
import {
  type OutboundAddress,
  type OutboundContent,
  type OutboundMessage,
  outboundMessage,
} from '../whatsapp/index.ts'
import { callbackData } from './callback.ts'
import type { Claimed } from './claim.ts'
import { payloadPlace } from './enqueue.ts'

interface CampaignTemplate {
  content: Content
  variables: VariableSources
  /** WhatsApp's ids of the files in it. */
  media: Map<string, string>
  render: ReturnType<typeof templateRenderer>
}

/** The complete request body; null when something is missing for it, `unreadable` when what is stored for it cannot be opened. */
export type Composed = OutboundMessage | null | 'unreadable'

/**
 * Builds the requests of a batch: opens addresses and stored bodies, fills templates. A constant number of queries
 * per batch, and one for each campaign in it that shows uploaded files.
 * @returns by message id
 */
export async function compose(ctx: Context, batch: readonly Claimed[]): Promise<Map<string, Composed>> {
  const campaigns = await campaignTemplates(ctx, [
    ...new Set(batch.flatMap((message) => message.campaignId ?? [])),
  ])
  const openAddress = await addressOpener(ctx)
  const facts = await factsOf(ctx, batch, campaigns)

  return new Map(batch.map((message) => [message.messageId, requestOf(message)]))

  function requestOf(message: Claimed): Composed {
    try {
      return composed(message)
    } catch (error) {
      // One damaged row; thrown on, it would keep the whole channel from sending.
      ctx.log.error({ err: error, messageId: message.messageId }, 'a message cannot be read')
      return 'unreadable'
    }
  }

  function composed(message: Claimed): OutboundMessage | null {
    const person = openAddress(message.contactId, message)
    const address = addressOf(person)
    const content = address && contentOf(message, person)
    return content && outboundMessage(address, content, callbackData(message.messageId, message.attempts))
  }

  function contentOf(
    { messageId, contactId, payload, campaignId, topicId }: Claimed,
    person: Address,
  ): OutboundContent | null {
    if (payload) {
      const body = person.open(payload, payloadPlace(messageId))
      return body === null ? null : queuedBody(body)
    }
    const campaign = campaignId && campaigns.get(campaignId)
    if (!campaign) return null
    const known = facts.get(contactId)
    const values = resolveVariables(campaign.variables, {
      name: person.name,
      attributes: known?.attributes ?? {},
    })
    try {
      return campaign.render(values, {
        optOutPayload: optOutPayload(topicId),
        campaignCode: linkCode(campaignId),
        sourceCode: known?.sourceCode ?? null,
        media: campaign.media,
      })
    } catch {
      // A value is missing for this person; the others of the batch are not affected.
      return null
    }
  }
}

/** What was looked at when it was queued; sealed with the person's key since then. */
const queuedBody = (text: string): OutboundContent => JSON.parse(text)

/** Number if known, else the BSUID (C-75). Meta wants the plus. */
function addressOf(person: Address): OutboundAddress | null {
  if (person.phone) return { to: person.phone }
  return person.bsuid ? { recipient: person.bsuid } : null
}

async function campaignTemplates(
  ctx: Context,
  campaignIds: string[],
): Promise<Map<string, CampaignTemplate>> {
  if (campaignIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('campaign as c')
    .innerJoin('template as t', (join) =>
      join.onRef('t.business_id', '=', 'c.business_id').onRef('t.template_id', '=', 'c.template_id'),
    )
    .select(['c.campaign_id', 'c.variables', 't.name', 't.language', 't.content', 't.channel_id'])
    .where('c.business_id', '=', ctx.businessId)
    .where('c.campaign_id', 'in', campaignIds)
    .execute()
  const templates = rows.map((row) => ({ ...row, content: Content.parse(row.content) }))
  const known = new Map<string, CampaignTemplate>()
  for (const { campaign_id, channel_id, name, language, content, variables } of templates) {
    known.set(campaign_id, {
      content,
      variables: VariableSources.parse(variables),
      media: await mediaAtWhatsApp(ctx, channel_id, filesOf(content)),
      render: templateRenderer(content, name, language),
    })
  }
  return known
}

interface Facts {
  attributes: Record<string, unknown>
  /** Of the source by which the person came first. */
  sourceCode: string | null
}

/** Attributes and sources, only where a campaign of the batch uses one. */
async function factsOf(
  ctx: Context,
  batch: readonly Claimed[],
  campaigns: Map<string, CampaignTemplate>,
): Promise<Map<string, Facts>> {
  const using = new Set(
    [...campaigns]
      .filter(
        ([, { variables, content }]) =>
          linksToSource(content) || Object.values(variables).some((source) => source.from === 'attribute'),
      )
      .map(([id]) => id),
  )
  const wanted = batch
    .filter((message) => message.campaignId && using.has(message.campaignId))
    .map((message) => message.contactId)
  if (wanted.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('contact as p')
    .leftJoin('source as s', (join) =>
      join.onRef('s.business_id', '=', 'p.business_id').onRef('s.source_id', '=', 'p.first_source_id'),
    )
    .select(['p.contact_id', 'p.attributes', 's.code'])
    .where('p.business_id', '=', ctx.businessId)
    .where('p.contact_id', 'in', wanted)
    .execute()
  return new Map(
    rows.map((row) => [
      row.contact_id,
      {
        attributes: z.record(z.string(), z.unknown()).catch({}).parse(row.attributes),
        sourceCode: row.code,
      },
    ]),
  )
}
