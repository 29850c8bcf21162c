import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Language, type Page, PageQuery, toPage } from '../platform/http/index.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { NotificationData, notificationText } from './notification-text.ts'

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
  /** By the caller; what was told before they joined counts as read. Null for whoever is no member. */
  readAt: z.iso.datetime().nullable(),
})
export type Notification = z.infer<typeof Notification>

export const NotificationQuery = PageQuery.extend({ unread: z.enum(['0', '1']).optional() })

/** News of breaches is for those who may work at their desk (C-50, C-55). */
const OF_BREACHES = 'breach.%'

function keepsDuties({ actor }: Context): boolean {
  return !('role' in actor) || actor.role === 'owner' || actor.role === 'dpo'
}

/** No member has the nil UUID (RFC 9562); for null a cluster would not know which node to ask. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** When the caller read it. */
const READ_AT = sql<Date | null>`coalesce(r.at, case when n.at < m.created_at then m.created_at end)`

/** Notifications `n` beside what the caller, a member `m`, has read of them. */
function select(ctx: Context) {
  const me = ctx.actor.kind === 'member' ? ctx.actor.memberId : NOBODY
  return ctx.db
    .selectFrom('notification as n')
    .leftJoin('member as m', (join) =>
      join.on('m.business_id', '=', ctx.businessId).on('m.member_id', '=', me),
    )
    .leftJoin('notification_read as r', (join) =>
      join
        .on('r.business_id', '=', ctx.businessId)
        .onRef('r.notification_id', '=', 'n.notification_id')
        .onRef('r.member_id', '=', 'm.member_id'),
    )
    .select(['n.notification_id', 'n.kind', 'n.severity', 'n.entity', 'n.entity_id', 'n.data', 'n.at'])
    .select(READ_AT.as('read_at'))
    .where('n.business_id', '=', ctx.businessId)
    .orderBy('n.notification_id', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

/** What happened, newest first, in the caller's language; `unread` is what the caller has not read. */
export async function listNotifications(
  ctx: Context,
  input: z.input<typeof NotificationQuery>,
  language: Language,
): Promise<Page<Notification>> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const query = NotificationQuery.parse(input)
  let found = select(ctx).limit(query.limit + 1)
  if (!keepsDuties(ctx)) found = found.where('n.kind', 'not like', OF_BREACHES)
  if (query.unread === '1') found = found.where(READ_AT, 'is', null)
  if (query.after) found = found.where('n.notification_id', '<', query.after)
  const rows = await found.execute()
  return toPage(
    rows,
    query.limit,
    (row) => row.notification_id,
    (row) => viewOf(row, language),
  )
}

function viewOf(row: Row, language: Language): Notification {
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
  const rows = await select(ctx)
    .where('n.entity', '=', about.entity)
    .where('n.entity_id', '=', about.entityId)
    .where('n.at', '>', about.since)
    .limit(50)
    .execute()
  return rows.map((row) => viewOf(row, language))
}

export const ReadNotificationsInput = z.object({ ids: z.array(z.uuid()).max(500).optional() })

/**
 * Marks notifications as read by the caller; all of them when none is named. Nobody else's bell changes.
 * @returns how many were unread
 * @throws Problem `role_missing`, `member_needed`
 */
export async function readNotifications(
  ctx: Context,
  input: z.input<typeof ReadNotificationsInput>,
): Promise<{ read: number }> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { ids } = ReadNotificationsInput.parse(input)
  const { actor } = ctx
  if (actor.kind !== 'member') {
    throw new Problem('forbidden', 'member_needed', {
      de: 'Gelesen haben kann eine Meldung nur ein Mitglied, jedes für sich.',
      en: 'Only a member can have read a notification, each for themselves.',
    })
  }
  const own = keepsDuties(ctx) ? sql`` : sql` and n.kind not like ${OF_BREACHES}`
  const named = ids ? sql` and n.notification_id = any(${ids}::uuid[])` : sql``
  return withTransaction(ctx, async (tx) => {
    const { numAffectedRows } = await sql`
      insert into notification_read (business_id, notification_id, member_id, at)
      select n.business_id, n.notification_id, m.member_id, ${tx.clock.now()}::timestamptz
      from notification n join member m on m.business_id = n.business_id and m.member_id = ${actor.memberId}
      where n.business_id = ${tx.businessId} and n.at >= m.created_at${own}${named}
      on conflict do nothing`.execute(tx.db)
    return { read: Number(numAffectedRows ?? 0) }
  })
}
