import { z } from 'zod'
import { billingOf, decimalOf, unitsOf } from '../costs/index.ts'
import { reasonTitle } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { errorTitle } from '../whatsapp/index.ts'
import { findCampaign, type MessageCounts, OPEN_STATES } from './campaign.ts'
import { type CampaignFigures, figuresOf } from './figures.ts'

const Reckoned = z.object({ reason: z.string(), title: z.string(), count: z.number().int() })

export const CampaignReport = z.object({
  funnel: z.object({
    candidates: z.number().int(),
    excluded: z.number().int(),
    accepted: z.number().int(),
    sent: z.number().int(),
    delivered: z.number().int(),
    read: z.number().int(),
  }),
  failed: z.array(z.object({ code: z.string(), title: z.string(), count: z.number().int() })),
  withheld: z.array(Reckoned),
  excluded: z.array(Reckoned),
  /** People who withdrew within 72 hours after they got it, and before any later campaign reached them. */
  optOuts: z.number().int(),
  /** `perDelivered` and `perRead` are null before anything was delivered or read. */
  cost: z.object({
    booked: z.number(),
    estimated: z.number(),
    currency: z.string(),
    perDelivered: z.number().nullable(),
    perRead: z.number().nullable(),
  }),
  /** By hour, over the first 72 hours. */
  timeline: z.array(
    z.object({
      at: z.iso.datetime(),
      delivered: z.number().int(),
      read: z.number().int(),
      optOuts: z.number().int(),
    }),
  ),
  /** Candidates = messages + exclusions, and nothing open once it has finished (G3). */
  closes: z.boolean(),
})
export type CampaignReport = z.infer<typeof CampaignReport>

/** What a campaign did, counted from its rows at this moment, or as it was when they were dropped. @throws Problem `not_found` */
export async function campaignReport(
  ctx: Context,
  campaignId: string,
  language: Language,
): Promise<CampaignReport> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const row = await findCampaign(ctx, campaignId)
  const { states, exclusions, totals, failures, withheld, optOuts, timeline } = await figuresOf(
    ctx,
    campaignId,
  )
  const candidates = row.candidates ?? 0
  const excluded = sumOf(exclusions)
  const titled = (reasons: Record<string, number>) =>
    Object.entries(reasons)
      .map(([reason, count]) => ({ reason, title: reasonTitle(reason, language), count }))
      .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason))
  return {
    funnel: {
      candidates,
      excluded,
      accepted: totals.accepted,
      sent: totals.sent,
      delivered: totals.delivered,
      read: totals.read,
    },
    failed: failures.map((each) => ({ ...failure(each, language), count: each.count })),
    withheld: titled(withheld),
    excluded: titled(exclusions),
    optOuts: optOuts.reduce((sum, hour) => sum + hour.count, 0),
    cost: {
      booked: Number(totals.cost),
      estimated: Number(row.estimate ?? 0),
      currency: (await billingOf(ctx)).currency,
      perDelivered: perHead(totals.cost, totals.delivered),
      perRead: perHead(totals.cost, totals.read),
    },
    timeline: joinHours(timeline, optOuts),
    closes: closes(candidates, states, excluded, row.state === 'finished' || row.state === 'cancelled'),
  }
}

/** The accounting of G3. After the end no message may be left that could still be sent. */
export function closes(candidates: number, states: MessageCounts, excluded: number, ended: boolean): boolean {
  const open = ended ? OPEN_STATES.slice(0, 2).some((state) => (states[state] ?? 0) > 0) : false
  return candidates === sumOf(states) + excluded && !open
}

/** To a hundredth of a cent. */
function perHead(cost: string, people: number): number | null {
  if (people === 0) return null
  return Number(decimalOf((unitsOf(cost) + BigInt(people) / 2n) / BigInt(people)))
}

function sumOf(counts: Record<string, number | undefined>): number {
  return Object.values(counts).reduce((sum: number, count) => sum + (count ?? 0), 0)
}

/** Code and short name of a failure: Meta's error, or our own reason where there was none. */
export function failure(
  row: { error_code: number | null; reason: string | null },
  language: Language,
): { code: string; title: string } {
  if (row.error_code !== null)
    return { code: String(row.error_code), title: errorTitle(row.error_code)[language] }
  const code = row.reason ?? 'outcome_unknown'
  return { code, title: reasonTitle(code, language) }
}

function joinHours(
  timeline: CampaignFigures['timeline'],
  optOuts: CampaignFigures['optOuts'],
): CampaignReport['timeline'] {
  const hours = new Map<string, CampaignReport['timeline'][number]>()
  const at = (hour: string) => {
    const known = hours.get(hour) ?? { at: hour, delivered: 0, read: 0, optOuts: 0 }
    hours.set(hour, known)
    return known
  }
  for (const { hour, delivered, read } of timeline) Object.assign(at(hour), { delivered, read })
  for (const { hour, count } of optOuts) at(hour).optOuts = count
  return [...hours.values()].sort((a, b) => a.at.localeCompare(b.at)).slice(0, 72)
}
