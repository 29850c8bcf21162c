import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { formatShredded, storedShredded } from './shred-list.ts'

/** The list of destroyed keys of the business, one line each; it names nobody and can be kept on paper (C-59). */
export async function shreddedText(ctx: Context): Promise<string> {
  requireRole(ctx, 'dpo')
  return formatShredded(await storedShredded(ctx, ctx.businessId))
}
