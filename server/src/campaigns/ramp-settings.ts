import { z } from 'zod'

/** The first part of the audience, and how long its figures are watched before the rest follows. */
export const Ramp = z.object({
  share: z.number().min(0.01).max(0.5),
  waitMinutes: z.number().int().min(1).max(10_080),
})
export type Ramp = z.infer<typeof Ramp>
