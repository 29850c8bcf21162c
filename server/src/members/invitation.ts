import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ROLES } from '../platform/index.ts'

export const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(ROLES),
  expiresAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof Invitation>

/** The link is there only right after it was made; afterwards only its digest is known. */
export const NewInvitation = Invitation.extend({ link: z.string() })
export type NewInvitation = z.infer<typeof NewInvitation>

/** The link itself is never kept: whoever reads the table cannot accept for somebody else. */
export const tokenDigest = (token: string) => createHash('sha256').update(token).digest('base64url')
