import { sql } from 'kysely'
import { z } from 'zod'
import { HOUR } from '../platform/clock.ts'
import { createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { notify } from '../standing/index.ts'
import { syncTemplatesJob } from './apply-update.ts'
import { changeTemplate } from './store.ts'
import { lockTemplate } from './template.ts'
import { archivedFrom, lastUse } from './uses.ts'

/** Every hour: what Meta should have told is asked for, and who does not use a template hears it before Meta archives it. */
export const watchTemplatesJob: Job<object> = {
  name: 'templates.watch',
  schema: z.object({}),
  cron: '25 * * * *',
  retries: 1,
}

/** The job behind `templates.watch`. */
export async function runTemplateWatch(runtime: Runtime): Promise<void> {
  await askAboutOverdue(runtime)
  await warnOfArchive(runtime)
}

/** A pause or a notice whose time is over, and no word from Meta: a webhook may have been lost. */
async function askAboutOverdue(runtime: Runtime): Promise<void> {
  const late = new Date(runtime.clock.now().getTime() - HOUR / 4)
  const rows = await runtime.db
    .selectFrom('template')
    .select(['business_id', 'channel_id'])
    .distinct()
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'paused'), eb('paused_until', '<', late)]),
        eb.and([eb('state', '=', 'approved'), eb('next_category_at', '<', late)]),
      ]),
    )
    .execute()
  for (const { business_id, channel_id } of rows) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: watchTemplatesJob.name })
    await withTransaction(ctx, (tx) =>
      tx.jobs.enqueue(
        tx,
        syncTemplatesJob,
        { businessId: business_id, channelId: channel_id },
        { singletonKey: channel_id },
      ),
    )
  }
}

/** A month before Meta archives it, once. */
async function warnOfArchive(runtime: Runtime): Promise<void> {
  const now = runtime.clock.now()
  const rows = await runtime.db
    .selectFrom('template as t')
    .select([
      't.business_id',
      't.template_id',
      sql<Date>`coalesce(${lastUse}, t.decided_at)`.as('rests_since'),
    ])
    .where('t.state', '=', 'approved')
    .where(
      sql<boolean>`(t.archive_told_at is null or t.archive_told_at < coalesce(${lastUse}, t.decided_at))`,
    )
    .where(sql<boolean>`coalesce(${lastUse}, t.decided_at) < ${now}::timestamptz - interval '11 months'`)
    .execute()
  for (const { business_id, template_id, rests_since } of rows) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: watchTemplatesJob.name })
    await withTransaction(ctx, async (tx) => {
      const row = await lockTemplate(tx, template_id)
      if (row.archive_told_at && row.archive_told_at >= rests_since) return
      await changeTemplate(tx, template_id, { archive_told_at: now })
      await notify(tx, {
        kind: 'template.archives_soon',
        severity: 'info',
        entity: 'template',
        entityId: template_id,
        data: {
          name: row.name,
          language: row.language,
          day: archivedFrom(rests_since).toISOString().slice(0, 10),
        },
      })
    })
  }
}
