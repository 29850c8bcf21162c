import { z } from 'zod'
import { optOutPayload } from '../consent/index.ts'
import { openContacts, openPerson, type Person, personKeys } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import {
  Content,
  filesOf,
  linkCode,
  linksToSource,
  mediaAtWhatsApp,
  renderTemplateBody,
  resolveVariables,
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
  /** WhatsApp's ids of the files in it. */
  media: Map<string, string>
  name: string
  language: string
  content: Content
  variables: VariableSources
}

/** The complete request body, or null when something is missing for it. */
export type Composed = OutboundMessage | null

/**
 * Builds the requests of a batch: opens addresses and stored bodies, fills templates. A constant number of queries
 * per batch, and one for each campaign in it that shows uploaded files.
 * @returns by message id
 */
export async function compose(ctx: Context, batch: readonly Claimed[]): Promise<Map<string, Composed>> {
  const contactIds = [...new Set(batch.map((message) => message.contactId))]
  const sealed = batch.filter((message) => message.payload !== null)
  const campaigns = await campaignTemplates(ctx, [
    ...new Set(batch.flatMap((message) => message.campaignId ?? [])),
  ])
  const people = await openContacts(ctx, contactIds)
  const keys = await personKeys(ctx, [...new Set(sealed.map((message) => message.contactId))])
  const facts = await factsOf(ctx, batch, campaigns)

  return new Map(
    batch.map((message): [string, Composed] => {
      const person = people.get(message.contactId)
      const address = person && addressOf(person)
      if (!person || !address) return [message.messageId, null]
      const content = bodyOf(message)
      if (!content) return [message.messageId, null]
      return [
        message.messageId,
        outboundMessage(address, content, callbackData(message.messageId, message.attempts)),
      ]

      function bodyOf({
        messageId,
        contactId,
        payload,
        campaignId,
        topicId,
      }: Claimed): OutboundContent | null {
        const key = keys.get(contactId)
        if (payload)
          return key ? queuedBody(openPerson(ctx, key, contactId, payloadPlace(messageId), payload)) : null
        const campaign = campaignId && campaigns.get(campaignId)
        if (!campaign || !person) return null
        const values = resolveVariables(campaign.variables, {
          name: person.name,
          attributes: facts.get(contactId)?.attributes ?? {},
        })
        try {
          return renderTemplateBody(campaign.content, campaign.name, campaign.language, values, {
            optOutPayload: optOutPayload(topicId),
            campaignCode: linkCode(campaignId),
            sourceCode: facts.get(contactId)?.sourceCode ?? null,
            media: campaign.media,
          })
        } catch {
          // A value is missing for this person; the others of the batch are not affected.
          return null
        }
      }
    }),
  )
}

/** What was looked at when it was queued; sealed with the person's key since then. */
const queuedBody = (text: string): OutboundContent => JSON.parse(text)

/** Number if known, else the BSUID (C-75). Meta wants the plus. */
function addressOf(person: Person): OutboundAddress | null {
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
    const media = await mediaAtWhatsApp(ctx, channel_id, filesOf(content))
    known.set(campaign_id, { name, language, content, variables: VariableSources.parse(variables), media })
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
