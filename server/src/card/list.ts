import { z } from 'zod'
import { type ContactRow, ContactsQuery, listContacts } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Page } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { findSegment, rulesCondition } from '../segments/index.ts'

export const CardsQuery = ContactsQuery.extend({ segmentId: z.uuid().optional() })

/** The list of contacts, also narrowed to who is in a segment now. @throws Problem `not_found` for the segment */
export async function listCards(ctx: Context, input: z.input<typeof CardsQuery>): Promise<Page<ContactRow>> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { segmentId, ...query } = CardsQuery.parse(input)
  if (!segmentId) return listContacts(ctx, query)
  const { rules } = await findSegment(ctx, segmentId)
  return listContacts(ctx, query, rulesCondition(ctx, rules))
}
