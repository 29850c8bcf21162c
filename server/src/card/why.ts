import { z } from 'zod'
import { getTopic } from '../consent/index.ts'
import { explain } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, citation, notFound, Problem } from '../platform/index.ts'
import { findTemplate } from '../templates/index.ts'

export const WhyQuery = z.object({
  /** Asks about this campaign, with its own number, topic, template, state and budgets; the others do not count then. */
  campaignId: z.uuid().optional(),
  topicId: z.uuid().optional(),
  channelId: z.uuid().optional(),
  templateId: z.uuid().optional(),
})

export const Why = z.object({
  verdict: z.enum(['send', 'later', 'withheld']),
  until: z.iso.datetime().nullable(),
  /** The gate line by line; `ok` null does not concern this case. */
  checks: z.array(
    z.object({
      key: z.string(),
      ok: z.boolean().nullable(),
      title: z.string(),
      detail: z.string(),
      rule: z.string().nullable(),
    }),
  ),
})

/**
 * "Why does Anna get this, or not?": the answer of the gate itself (C-73). Without a topic or channel it is asked for the
 * first one of the person, else of the business.
 * @throws Problem `not_found`, `nothing_to_ask` when the business has no topic or channel yet
 */
export async function whyContact(
  ctx: Context,
  contactId: string,
  input: z.input<typeof WhyQuery>,
  language: Language,
): Promise<z.infer<typeof Why>> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const query = WhyQuery.parse(input)
  if (query.topicId) await getTopic(ctx, query.topicId)
  if (query.templateId) await findTemplate(ctx, query.templateId)
  const { campaignId, templateId = null } = query
  const answer = campaignId
    ? await explain(ctx, { contactId, campaignId })
    : await explain(ctx, { contactId, ...(await askFor(ctx, contactId, query)), templateId })
  if (!answer)
    throw notFound(
      campaignId
        ? { de: 'Diese Person oder Kampagne', en: 'This person or campaign' }
        : { de: 'Diese Person', en: 'This person' },
    )
  return {
    verdict: answer.verdict,
    until: answer.until?.toISOString() ?? null,
    checks: answer.checks.map(({ key, ok, title, detail, rule }) => ({
      key,
      ok,
      title: title[language],
      detail: detail?.[language] ?? '',
      rule: citation(rule, language),
    })),
  }
}

async function askFor(ctx: Context, contactId: string, query: z.infer<typeof WhyQuery>) {
  if (query.topicId && query.channelId) return { topicId: query.topicId, channelId: query.channelId }
  let own = ctx.db
    .selectFrom('consent')
    .select(['topic_id', 'channel_id'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .orderBy('state_at', 'desc')
  if (query.topicId) own = own.where('topic_id', '=', query.topicId)
  if (query.channelId) own = own.where('channel_id', '=', query.channelId)
  const consent = await own.executeTakeFirst()
  const topicId = query.topicId ?? consent?.topic_id ?? (await firstTopic(ctx))
  const channelId = query.channelId ?? consent?.channel_id ?? (await firstChannel(ctx))
  if (topicId && channelId) return { topicId, channelId }
  throw new Problem('conflict', 'nothing_to_ask', {
    de: 'Dafür braucht es ein Thema und eine verbundene Nummer. Beides legst du in den Einstellungen an.',
    en: 'This needs a topic and a connected number. You set up both in the settings.',
  })
}

async function firstTopic(ctx: Context): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('topic')
    .select('topic_id')
    .where('business_id', '=', ctx.businessId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('topic_id')
    .executeTakeFirst()
  return row?.topic_id
}

async function firstChannel(ctx: Context): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('channel')
    .select('channel_id')
    .where('business_id', '=', ctx.businessId)
    .orderBy('channel_id')
    .executeTakeFirst()
  return row?.channel_id
}
