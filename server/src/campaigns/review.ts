import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { openContacts } from '../contacts/index.ts'
import { billingOf } from '../costs/index.ts'
import { reasonTitle } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { isVerified } from '../rulepacks/index.ts'
import { Content, renderContent, resolveVariables } from '../templates/index.ts'
import { judgeAudience, priceAudience, type Waterfall } from './audience.ts'
import { findCampaign } from './campaign.ts'
import { audienceProblems } from './over-budget.ts'
import { paceNote, paceOf } from './pace-note.ts'
import {
  type CompleteParts,
  findProblems,
  isComplete,
  loadParts,
  type ReadinessProblem,
} from './readiness.ts'

export const CampaignReview = z.object({
  waterfall: z.object({
    inSegment: z.number().int(),
    steps: z.array(z.object({ reason: z.string(), title: z.string(), count: z.number().int() })),
    toSend: z.number().int(),
    later: z.number().int(),
  }),
  cost: z.object({
    low: z.number(),
    high: z.number(),
    currency: z.string(),
    byMarket: z.array(
      z.object({
        market: z.string(),
        count: z.number().int(),
        price: z.number().nullable(),
        sum: z.number(),
        verified: z.boolean(),
      }),
    ),
    verified: z.boolean(),
  }),
  previews: z.array(z.object({ contactId: z.uuid(), name: z.string().nullable(), rendered: Content })),
  problems: z.array(z.object({ code: z.string(), message: z.string() })),
  scheduleNote: z.string().optional(),
  /** Who gets it in countries whose rules nobody has compared with public sources yet; most people first. */
  unverifiedRules: z.array(z.object({ country: z.string(), count: z.number().int() })),
})
export type CampaignReview = z.infer<typeof CampaignReview>

/**
 * What a launch at this moment would do: who gets it and who does not and why (by the gate itself), what it costs at
 * least and at most (C-71), how it looks for three real people, and what stands in the way.
 * @throws Problem `not_found`
 */
export async function reviewCampaign(
  ctx: Context,
  campaignId: string,
  language: Language,
): Promise<CampaignReview> {
  requireRole(ctx, 'marketer')
  const row = await findCampaign(ctx, campaignId)
  const parts = await loadParts(ctx, row)
  const problems = await findProblems(ctx, parts)
  if (!isComplete(parts)) {
    return {
      waterfall: { inSegment: 0, steps: [], toSend: 0, later: 0 },
      cost: { low: 0, high: 0, currency: (await billingOf(ctx)).currency, byMarket: [], verified: true },
      previews: [],
      problems: said(problems, language),
      unverifiedRules: [],
    }
  }
  const audience = await judgeAudience(ctx, parts)
  const cost = await priceAudience(ctx, parts.channel.id, audience.markets)
  problems.push(...(await audienceProblems(ctx, row, audience.toSend + audience.later, cost)))
  const pace = await paceOf(ctx, parts.channel.id, parts.channel.messagingLimit)
  const note = paceNote(audience.toSend + audience.later, pace, ctx.clock.now(), language)
  return {
    waterfall: {
      inSegment: audience.inSegment,
      steps: audience.excluded.map((step) => ({ ...step, title: reasonTitle(step.reason, language) })),
      toSend: audience.toSend,
      later: audience.later,
    },
    cost,
    previews: await previews(ctx, parts, audience.sample),
    problems: said(problems, language),
    unverifiedRules: await unverifiedRules(ctx, audience.countries),
    ...(note ? { scheduleNote: note } : {}),
  }
}

/** Whose country nobody knows counts as being in the business's own, as the gate takes it. */
async function unverifiedRules(
  ctx: Context,
  countries: Waterfall['countries'],
): Promise<CampaignReview['unverifiedRules']> {
  const { country: home } = await getBusiness(ctx)
  const people = new Map<string, number>()
  for (const [country, count] of countries)
    people.set(country ?? home, (people.get(country ?? home) ?? 0) + count)
  return [...people]
    .filter(([country]) => !isVerified(country, ctx.clock.now()))
    .map(([country, count]) => ({ country, count }))
    .sort((a, b) => b.count - a.count || a.country.localeCompare(b.country))
}

function said(problems: ReadinessProblem[], language: Language) {
  return problems.map(({ code, message }) => ({ code, message: message[language] }))
}

async function previews(
  ctx: Context,
  parts: CompleteParts,
  contactIds: string[],
): Promise<CampaignReview['previews']> {
  if (contactIds.length === 0) return []
  const people = await openContacts(ctx, contactIds)
  const rows = await ctx.db
    .selectFrom('contact')
    .select(['contact_id', 'attributes'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', 'in', contactIds)
    .execute()
  return rows.map((row) => {
    const name = people.get(row.contact_id)?.name ?? null
    const attributes = z.record(z.string(), z.unknown()).parse(row.attributes)
    const values = resolveVariables(parts.variables, { name, attributes })
    return { contactId: row.contact_id, name, rendered: renderContent(parts.template.content, values) }
  })
}
