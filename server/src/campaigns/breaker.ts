import { z } from 'zod'

const Share = z.number().min(0.001).max(1)

/** When a campaign pauses by itself. Shares are of the messages that were decided (delivered or failed) within the window. */
export const BreakerSettings = z.object({
  on: z.boolean().default(true),
  windowMinutes: z.number().int().min(5).max(1_440).default(60),
  /** With fewer decided messages nothing is judged: one of three means nothing. */
  minimum: z.number().int().min(10).max(100_000).default(50),
  /** Opt-outs per delivered message. */
  optOuts: Share.default(0.03),
  /** Failures of any kind. */
  failures: Share.default(0.25),
  /** Failures that stand for "not wanted": marketing switched off in WhatsApp, Meta's own limit per person. */
  blocks: Share.default(0.1),
})
export type BreakerSettings = z.infer<typeof BreakerSettings>

/** What the window holds. */
export interface Figures {
  delivered: number
  failed: number
  unreachable: number
  unwanted: number
  optOuts: number
}

/** Why it trips, in figures. */
export const Trip = z.object({
  kind: z.enum(['opt_outs', 'failures', 'blocks']),
  count: z.number().int(),
  of: z.number().int(),
  /** Share that is allowed. */
  limit: z.number(),
  windowMinutes: z.number().int(),
})
export type Trip = z.infer<typeof Trip>

/** A single event is never a tendency, however small the numbers. */
const FEWEST = 3

/** Whether a campaign must stop and look: the threshold that is passed the most, or null. Pure. */
export function judge(settings: BreakerSettings, figures: Figures): Trip | null {
  if (!settings.on) return null
  const decided = figures.delivered + figures.failed
  const { windowMinutes } = settings
  const all: Trip[] = [
    { kind: 'blocks', count: figures.unwanted, of: decided, limit: settings.blocks, windowMinutes },
    {
      kind: 'opt_outs',
      count: figures.optOuts,
      of: figures.delivered,
      limit: settings.optOuts,
      windowMinutes,
    },
    { kind: 'failures', count: figures.failed, of: decided, limit: settings.failures, windowMinutes },
  ]
  const over = all.filter(
    ({ count, of, limit }) => of >= settings.minimum && count >= FEWEST && count / of > limit,
  )
  const excess = ({ count, of, limit }: Trip) => count / of / limit
  return over.reduce<Trip | null>(
    (worst, trip) => (!worst || excess(trip) > excess(worst) ? trip : worst),
    null,
  )
}
