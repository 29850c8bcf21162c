import { z } from 'zod'
import { ANCHOR_KINDS, type Anchor } from './store.ts'

export const AnchorView = z.object({
  id: z.uuid(),
  kind: z.enum(ANCHOR_KINDS),
  /** How many leaves the checkpoint has that somebody outside saw. */
  size: z.number().int(),
  /** The authority's or the witness's name; of a mail only the domain it went to. */
  by: z.string(),
  /** When they saw it, as they say. */
  at: z.iso.datetime(),
})
export type AnchorView = z.infer<typeof AnchorView>

export function viewOf({ id, kind, size, by, at }: Anchor): AnchorView {
  return { id, kind, size, by, at: at.toISOString() }
}
