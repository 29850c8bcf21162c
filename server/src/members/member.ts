import { z } from 'zod'
import { ROLES } from '../platform/index.ts'

export const Member = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  createdAt: z.iso.datetime(),
})
export type Member = z.infer<typeof Member>
