import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Page, PageQuery, toPage } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'

export const AuditEntry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), label: z.string() }),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditQuery = PageQuery.extend({
  after: z.uuid().optional(),
  entity: z.string().optional(),
  entityId: z.string().optional(),
})

/** The business's audit log, newest first. */
export async function listAudit(ctx: Context, input: z.input<typeof AuditQuery>): Promise<Page<AuditEntry>> {
  requireRole(ctx, 'dpo')
  const query = AuditQuery.parse(input)
  let select = ctx.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('audit_id', 'desc')
    .limit(query.limit + 1)
  if (query.entity) select = select.where('entity', '=', query.entity)
  if (query.entityId) select = select.where('entity_id', '=', query.entityId)
  if (query.after) select = select.where('audit_id', '<', query.after)
  const rows = await select.execute()
  return toPage(
    rows,
    query.limit,
    (row) => row.audit_id,
    (row) => ({
      id: row.audit_id,
      at: row.at.toISOString(),
      actor: labelled(row.actor),
      action: row.action,
      entity: row.entity,
      entityId: row.entity_id,
      before: row.before as AuditEntry['before'],
      after: row.after as AuditEntry['after'],
    }),
  )
}

const StoredActor = z.looseObject({ kind: z.string() })
const ID_OF: Record<string, string> = {
  member: 'memberId',
  apiKey: 'keyId',
  person: 'contactId',
  system: 'job',
  webhook: 'source',
  operator: 'accountId',
}

function labelled(stored: unknown): AuditEntry['actor'] {
  const actor = StoredActor.parse(stored)
  const id = actor[ID_OF[actor.kind] ?? '']
  return {
    kind: actor.kind,
    id: typeof id === 'string' ? id : null,
    label: typeof actor.role === 'string' ? actor.role : actor.kind,
  }
}
