/** The steps of a campaign in their order; each is a page of its own in the address. */
export const steps = ['what', 'who', 'message', 'when', 'review'] as const
export type Step = (typeof steps)[number]

export const isStep = (value: string | undefined): value is Step => steps.some((step) => step === value)

export const stepAfter = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'review'
export const stepBefore = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1]

/** Where a problem of the review is solved. Codes of later versions lead to the message, where most things are. */
export function stepOfProblem(code: string): Step | 'channel' | 'template' | 'prices' {
  if (code === 'channel_unavailable' || code === 'business_frozen') return 'channel'
  if (code === 'template_not_approved' || code === 'template_without_opt_out') return 'template'
  if (code === 'no_price') return 'prices'
  if (code.endsWith('_budget')) return 'when'
  if (code.startsWith('topic') || code.startsWith('channel')) return 'what'
  if (code.startsWith('segment') || code === 'nobody') return 'who'
  if (code.startsWith('time')) return 'when'
  return 'message'
}
