import { z } from 'zod'
import { type Context, withTransaction } from '../platform/index.ts'
import { requirePersonOrRole } from './authorise-person.ts'
import { eraseInside } from './erase-inside.ts'
import type { StoredReport } from './report.ts'
import { readSettings } from './settings.ts'

/** Typed by hand: nobody erases a person by a slip of the mouse. */
export const EraseInput = z.object({
  confirm: z.literal('ERASE'),
  /** The person demands that the proof of their consents goes at once too; else the business's setting decides. */
  shred: z.boolean().optional(),
  /** The person demands that even the entry on the block list goes, and was told what that means. */
  forgetBlock: z.boolean().default(false),
})

/**
 * Erases a person, in one transaction (C-40, §3.6): consents end and the address goes on the block list first, then everything each
 * feature knows is taken down, the proof of consents goes to the restricted vault (or is destroyed), last of all the person's
 * key. What was sealed with it cannot be read afterwards, here or in any backup. What stays, and why, is in the report. The
 * person may do it for themselves.
 * @throws Problem `not_found`, also when erased before; `role_missing`
 */
export async function erasePerson(
  ctx: Context,
  contactId: string,
  input: z.input<typeof EraseInput>,
): Promise<StoredReport> {
  requirePersonOrRole(ctx, contactId, 'dpo')
  const { shred, forgetBlock } = EraseInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const { shredAtOnce } = await readSettings(tx)
    return eraseInside(tx, contactId, {
      shred: shred ?? shredAtOnce,
      forgetBlock,
      via: ctx.actor.kind === 'person' ? 'page' : ctx.actor.kind === 'apiKey' ? 'api' : 'staff',
    })
  })
}
