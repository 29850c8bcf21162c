import { sql } from 'kysely'
import { type Context, HOUR } from '../platform/index.ts'
import { type Notified, subjectOf } from '../standing/index.ts'
import type { Content } from './events.ts'
import { tellEndpoints } from './outbox.ts'

/** What is about people, and what members have to do for them, stays here. */
const NEVER_TOLD: readonly (string | null)[] = ['people', 'privacy', null]

/**
 * Handler of standing's `notified`: an alert for endpoints, without a person in it. The same about the same thing is told once an
 * hour, unless it got worse. News about endpoints themselves is not told to endpoints.
 */
export async function onNotified(tx: Context, alert: Notified): Promise<void> {
  const { kind, severity, entity, entityId, data } = alert
  if (severity !== 'warning' && severity !== 'critical') return
  if (NEVER_TOLD.includes(subjectOf(kind)) || kind.startsWith('endpoint.')) return
  if (await toldLately(tx, alert)) return
  const content: Content = {
    kind,
    severity,
    ...(entity === null ? {} : { entity }),
    ...(entityId === null ? {} : { entityId }),
    ...(typeof data.before === 'string' ? { before: data.before } : {}),
    ...(typeof data.after === 'string' ? { after: data.after } : {}),
    ...(typeof data.code === 'number' ? { code: data.code } : {}),
  }
  await tellEndpoints(tx, [{ event: 'standing.alert', contactId: null, content, at: tx.clock.now() }])
}

async function toldLately(tx: Context, { kind, severity, entityId }: Notified): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    select exists (select 1 from delivery where business_id = ${tx.businessId} and contact_id is null and event = 'standing.alert'
      and at > ${new Date(tx.clock.now().getTime() - HOUR)} and content ->> 'kind' = ${kind}
      and content ->> 'severity' in ('critical', ${severity})
      and content ->> 'entityId' is not distinct from ${entityId}) as told`.execute(tx.db)
  return rows[0]?.told ?? false
}
