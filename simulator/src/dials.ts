import { z } from 'zod'

const rate = z.number().min(0).max(1)
const span = z
  .tuple([z.number().int().min(0), z.number().int().min(0)])
  .refine(([low, high]) => low <= high, { message: 'the first number must not be larger than the second' })

/** Everything about the simulated world that can be turned: times in ms, rates from 0 to 1. */
export const dialsSchema = z.strictObject({
  latencyMs: span,
  deliverMs: span,
  readMs: span,
  deliverRate: rate,
  readRate: rate,
  tapRate: rate,
  stopRate: rate,
  blockRate: rate,
  rateLimitRate: rate,
  http429Rate: rate,
  undeliverableRate: rate,
  /** What otherwise fails later by webhook is refused with the answer, as Meta does with some of it at times. */
  refuseAtOnce: z.boolean(),
  duplicateRate: rate,
  /** Updates that are lost and never come. */
  dropRate: rate,
  shuffle: z.boolean(),
  templateVerdict: z.enum(['approve', 'reject', 'as_marketing']),
  templateDelayMs: z.number().int().min(0),
  optInYesRate: rate,
  /** Refuse more than one message per 6 s to one person (bursts of 45 allowed) with 131056. */
  pairLimit: z.boolean(),
  /** Fail template messages beyond the messaging limit with 131048. */
  enforceLimit: z.boolean(),
  /** Marketing messages a person outside the EEA, the UK, Japan and South Korea gets in 24 h (131049); 0: any number. */
  perUserMarketing: z.number().int().min(0),
  /** Marketing reaches numbers of the United States; it does not since April 2025 (131049). */
  marketingToUs: z.boolean(),
  /** Share of people in Meta's experiment, who get no marketing at all (130472). */
  experimentRate: rate,
  /** Half of the messaging limit used in 7 days makes it grow. */
  limitGrowth: z.boolean(),
  /** Blocks and reports move the quality of numbers and templates, and red templates are paused. */
  qualityFromPeople: z.boolean(),
  /** Deliveries in 7 days before Meta has an opinion. */
  qualitySample: z.number().int().min(1),
  /** Share of complaints among deliveries from which quality is YELLOW, and from which it is RED. */
  yellowAt: rate,
  redAt: rate,
  /** Messages of a new marketing template that go out before the rest is held; 0 holds none. */
  pacing: z.number().int().min(0),
  pacingHoldMs: z.number().int().min(0),
  /** Reject what another template of the account says already, in the same language. */
  rejectDuplicates: z.boolean(),
  /** Creations of templates per account and hour. */
  templatesPerHour: z.number().int().min(1),
  /** Management calls per account and hour. */
  callsPerHour: z.number().int().min(1),
  /** Longest pause between two attempts of a webhook; they begin at 250 ms and double. */
  retryMaxMs: z.number().int().min(250),
  /** Most updates put into one webhook POST. */
  webhookBatch: z.number().int().min(1).max(1000),
})

export type Dials = z.infer<typeof dialsSchema>

export const DEFAULT_DIALS: Dials = {
  latencyMs: [20, 80],
  deliverMs: [150, 900],
  readMs: [800, 6000],
  deliverRate: 0.98,
  readRate: 0.8,
  tapRate: 0.05,
  stopRate: 0.005,
  blockRate: 0.002,
  rateLimitRate: 0,
  http429Rate: 0,
  undeliverableRate: 0,
  refuseAtOnce: false,
  duplicateRate: 0,
  dropRate: 0,
  shuffle: false,
  templateVerdict: 'approve',
  templateDelayMs: 1500,
  optInYesRate: 0.9,
  pairLimit: false,
  enforceLimit: false,
  perUserMarketing: 2,
  marketingToUs: false,
  experimentRate: 0,
  limitGrowth: true,
  qualityFromPeople: true,
  qualitySample: 50,
  yellowAt: 0.02,
  redAt: 0.05,
  pacing: 0,
  pacingHoldMs: 3_600_000,
  rejectDuplicates: false,
  templatesPerHour: 100,
  callsPerHour: 5_000,
  retryMaxMs: 60_000,
  webhookBatch: 1000,
}
