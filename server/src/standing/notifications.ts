import type { Selectable } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { DB } from '../platform/db/index.ts'
import { type Language, type Page, PageQuery, toPage } from '../platform/http/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { NotificationData, notificationText } from './texts.ts'

export const Notification = z.object({
  id: z.uuid(),
  kind: z.string(),
  severity: z.enum(['info', 'success', 'warning', 'critical']),
  entity: z.string().nullable(),
  entityId: z.string().nullable(),
  data: NotificationData,
  title: z.string(),
  detail: z.string(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})
export type Notification = z.infer<typeof Notification>

export const NotificationQuery = PageQuery.extend({ unread: z.enum(['0', '1']).optional() })

/** News of breaches is for those who may work at their desk (C-50, C-55). */
const OF_BREACHES = 'breach.%'

function keepsDuties({ actor }: Context): boolean {
  return !('role' in actor) || actor.role === 'owner' || actor.role === 'dpo'
}

/** What happened, newest first, in the caller's language. */
export async function listNotifications(
  ctx: Context,
  input: z.input<typeof NotificationQuery>,
  language: Language,
): Promise<Page<Notification>> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const query = NotificationQuery.parse(input)
  let select = ctx.db
    .selectFrom('notification')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('notification_id', 'desc')
    .limit(query.limit + 1)
  if (!keepsDuties(ctx)) select = select.where('kind', 'not like', OF_BREACHES)
  if (query.unread === '1') select = select.where('read_at', 'is', null)
  if (query.after) select = select.where('notification_id', '<', query.after)
  const rows = await select.execute()
  return toPage(
    rows,
    query.limit,
    (row) => row.notification_id,
    (row) => viewOf(row, language),
  )
}

function viewOf(row: Selectable<DB['notification']>, language: Language): Notification {
  const data = NotificationData.catch({}).parse(row.data)
  return {
    id: row.notification_id,
    kind: row.kind,
    severity: row.severity,
    entity: row.entity,
    entityId: row.entity_id,
    data,
    ...notificationText(row.kind, data, language),
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}

/** What was said about one thing since a moment, newest first; at most fifty. */
export async function notificationsAbout(
  ctx: Context,
  about: { entity: string; entityId: string; since: Date },
  language: Language,
): Promise<Notification[]> {
  const rows = await ctx.db
    .selectFrom('notification')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('entity', '=', about.entity)
    .where('entity_id', '=', about.entityId)
    .where('at', '>', about.since)
    .orderBy('notification_id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => viewOf(row, language))
}

export const ReadNotificationsInput = z.object({ ids: z.array(z.uuid()).max(500).optional() })

/** Marks notifications as read; all of them when none is named. @returns how many were unread */
export async function readNotifications(
  ctx: Context,
  input: z.input<typeof ReadNotificationsInput>,
): Promise<{ read: number }> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { ids } = ReadNotificationsInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    let update = tx.db
      .updateTable('notification')
      .set({ read_at: tx.clock.now() })
      .where('business_id', '=', tx.businessId)
      .where('read_at', 'is', null)
    if (!keepsDuties(tx)) update = update.where('kind', 'not like', OF_BREACHES)
    if (ids)
      update = update.where(
        'notification_id',
        'in',
        ids.length > 0 ? ids : ['00000000-0000-0000-0000-000000000000'],
      )
    const result = await update.executeTakeFirst()
    return { read: Number(result.numUpdatedRows) }
  })
}
