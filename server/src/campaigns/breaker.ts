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
  /** Meta took them, whatever came of it. */
  accepted: number
  delivered: number
  failed: number
  unreachable: number
  unwanted: number
  optOuts: number
}

/** Why it trips, in figures. */
export const Trip = z.object({
  kind: z.enum(['opt_outs', 'failures', 'blocks', 'silence']),
  count: z.number().int(),
  of: z.number().int(),
  /** Share that is allowed. */
  limit: z.number(),
  windowMinutes: z.number().int(),
})
export type Trip = z.infer<typeof Trip>

/** A single event is never a tendency, however small the numbers. */
const FEWEST = 3
/** All of so many phones are not switched off at once. */
const SILENT = 10

/** Whether a campaign must stop and look: the threshold that is passed the most, or null. Pure. */
export function judge(settings: BreakerSettings, figures: Figures): Trip | null {
  return worst(settings, figures, ({ count, of, limit }) => of >= settings.minimum && count / of > limit)
}

/**
 * Whether the rest must not follow the first part, however small that was: a share counts as too big once chance would hardly
 * bring it about (the lower end of its 95 % interval is above the limit); when nothing arrived at all, no chance is needed. Nor
 * when nothing was heard of any message: then webhooks do not come in, and a STOP would not either.
 * Pure.
 */
export function judgeFirstPart(settings: BreakerSettings, figures: Figures): Trip | null {
  const usual = judge(settings, figures)
  if (usual || !settings.on) return usual
  const { accepted, delivered, failed } = figures
  const { failures: limit, windowMinutes } = settings
  if (delivered + failed === 0 && accepted >= SILENT)
    return { kind: 'silence', count: accepted, of: accepted, limit: 0, windowMinutes }
  if (delivered === 0 && failed > 0) {
    return { kind: 'failures', count: failed, of: failed, limit, windowMinutes }
  }
  return worst(settings, figures, ({ count, of, limit }) => atLeast(count, of) > limit)
}

/** Lower end of Wilson's 95 % interval for a share; 0 when nothing is known. */
function atLeast(count: number, of: number): number {
  if (of === 0) return 0
  const share = Math.min(1, count / of)
  const z2 = 1.96 ** 2
  const spread = 1.96 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  return (share + z2 / (2 * of) - spread) / (1 + z2 / of)
}

/** Of the shares that are too big, the one that is so the most. */
function worst(settings: BreakerSettings, figures: Figures, tooBig: (share: Trip) => boolean): Trip | null {
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
  const over = all.filter((share) => share.count >= FEWEST && tooBig(share))
  const excess = ({ count, of, limit }: Trip) => count / of / limit
  return over.reduce<Trip | null>((most, trip) => (!most || excess(trip) > excess(most) ? trip : most), null)
}
