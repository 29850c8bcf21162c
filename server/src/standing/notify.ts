import { sql } from 'kysely'
import { type Context, defineHook, HOUR, newId } from '../platform/index.ts'
import type { NotificationData } from './notification-text.ts'

export type Severity = 'info' | 'success' | 'warning' | 'critical'

export interface Notified {
  notificationId: string
  kind: string
  severity: Severity
  entity: string | null
  entityId: string | null
  data: NotificationData
}

/** A notification was written, in the writer's transaction; for pages that are open, mails and endpoints. */
export const notified = defineHook<Notified>('standing.notified')

interface News {
  /** `{entity}.{what}`, with a text in `texts.ts`. */
  kind: string
  severity: Severity
  entity?: string
  entityId?: string
  data?: Record<string, unknown>
}

/** Tells the members of the business something, in the caller's transaction. Never name a person in `data`. */
export async function notify(tx: Context, news: News): Promise<string> {
  const { kind, severity, entity = null, entityId = null } = news
  const notificationId = newId()
  const data = plain(news.data ?? {})
  await tx.db
    .insertInto('notification')
    .values({
      business_id: tx.businessId,
      notification_id: notificationId,
      kind,
      severity,
      entity,
      entity_id: entityId,
      data: JSON.stringify(data),
      at: tx.clock.now(),
    })
    .execute()
  await tx.hooks.run(notified, tx, { notificationId, kind, severity, entity, entityId, data })
  return notificationId
}

/** What was said about the same thing already. */
const saidBefore = (tx: Context, { kind, entityId }: News) =>
  tx.db
    .selectFrom('notification')
    .select('notification_id')
    .where('business_id', '=', tx.businessId)
    .where('kind', '=', kind)
    .where('entity_id', 'is not distinct from', entityId ?? null)

/** Like `notify`, unless the same was said about the same thing within the last hour. */
export async function notifyHourly(tx: Context, news: News): Promise<void> {
  const said = await saidBefore(tx, news)
    .where('at', '>', new Date(tx.clock.now().getTime() - HOUR))
    .executeTakeFirst()
  if (!said) await notify(tx, news)
}

/** Like `notify`, unless exactly this was said already. @returns whether it was said now */
export async function notifyOnce(tx: Context, news: News): Promise<boolean> {
  const said = await saidBefore(tx, news)
    .where(sql<boolean>`data = ${JSON.stringify(plain(news.data ?? {}))}::jsonb`)
    .executeTakeFirst()
  if (said) return false
  await notify(tx, news)
  return true
}

/** Handler of the ledger's `ledgerDamaged`: somebody must look. */
export async function onLedgerDamaged(tx: Context): Promise<void> {
  await notifyHourly(tx, { kind: 'ledger.damaged', severity: 'critical', entity: 'ledger' })
}

const WAYS: Record<string, string> = { timestamp: 'RFC 3161', witness: 'witness', mail: 'e-mail' }

/** Handler of the ledger's `anchorFailing`. */
export async function onAnchorFailing(tx: Context, { kind }: { kind: string }): Promise<void> {
  await notify(tx, {
    kind: 'ledger.anchor_failing',
    severity: 'warning',
    entity: 'ledger',
    data: { way: WAYS[kind] ?? kind },
  })
}

/** Handler of contacts' `claimsUndecided`: said once a week before, and when it has lapsed (C-19). */
export async function onClaimsUndecided(
  tx: Context,
  { importId, lapsesAt, lapsed }: { importId: string; lapsesAt: Date; lapsed: boolean },
): Promise<void> {
  await notifyOnce(tx, {
    kind: lapsed ? 'contact_import.lapsed' : 'contact_import.undecided',
    severity: lapsed ? 'info' : 'warning',
    entity: 'contact_import',
    entityId: importId,
    data: { day: lapsesAt.toISOString().slice(0, 10) },
  })
}

function plain(data: Record<string, unknown>): NotificationData {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
    ]),
  )
}
