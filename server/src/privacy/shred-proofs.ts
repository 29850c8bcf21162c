import { sql } from 'kysely'
import { z } from 'zod'
import { emptyEvidence } from '../consent/index.ts'
import { appendRedaction } from '../ledger/index.ts'
import { type Context, createContext, DAY, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { shredRestricted } from './restrict-evidence.ts'
import { retainUntil } from './retain-until.ts'
import { readSettings, spanOf } from './settings.ts'

/** People per transaction, and thus per redaction leaf, at most. */
const BATCH = 500

export const shredProofsJob: Job<Record<string, never>> = {
  name: 'privacy.shred_proofs',
  schema: z.object({}).strict(),
  cron: '50 2 * * *',
}

/**
 * Every night: proof whose time is over is destroyed (C-44), in the restricted vault and of people who are still here but whose
 * consents all ended long ago; the ledger says so. Safe to run twice and to be broken off anywhere.
 * @returns how many pieces of evidence went
 */
export async function shredProofs(runtime: Runtime): Promise<number> {
  const businesses = await runtime.db.selectFrom('business').select('business_id').execute()
  let gone = 0
  for (const { business_id: businessId } of businesses) {
    const ctx = createContext(runtime, businessId, { kind: 'system', job: shredProofsJob.name })
    gone += await shredVault(ctx)
    gone += await shredEnded(ctx)
  }
  if (gone > 0) runtime.log.info({ gone }, 'proof whose time was over is destroyed')
  return gone
}

async function shredVault(ctx: Context): Promise<number> {
  let gone = 0
  for (;;) {
    const rows = await ctx.db
      .selectFrom('restricted_vault')
      .select('contact_id')
      .where('business_id', '=', ctx.businessId)
      .where('retain_until', '<=', ctx.clock.now())
      .orderBy('contact_id')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) return gone
    const contactIds = rows.map((row) => row.contact_id)
    gone += await withTransaction(ctx, (tx) => shredRestricted(tx, contactIds, 'retention'))
  }
}

interface Ended {
  contact_id: string
  topic_ids: (string | null)[]
  granted: Date | null
  ended: Date | null
  last_used: Date | null
}

async function shredEnded(ctx: Context): Promise<number> {
  const settings = await readSettings(ctx)
  const now = ctx.clock.now()
  const cutoff = new Date(now.getTime() - settings.proofYears * 365 * DAY)
  let gone = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await endedBefore(ctx, cutoff, after)
    const last = rows.at(-1)
    if (!last) return gone
    after = last.contact_id
    const over = rows.filter((row) => {
      const dates = { granted: row.granted, lastUsed: row.last_used, withdrawn: row.ended }
      const until = retainUntil(dates, spanOf(settings, row.topic_ids))
      return until !== null && until <= now
    })
    const contactIds = over.map((row) => row.contact_id)
    gone += await withTransaction(ctx, async (tx) => {
      const emptied = await emptyEvidence(tx, contactIds)
      await appendRedaction(tx, emptied, 'retention')
      return emptied.length
    })
  }
}

/** People who are still here, none of whose consents is alive or could come alive, and of whom nothing happened since. */
async function endedBefore(ctx: Context, cutoff: Date, after: string): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    select e.contact_id, array_agg(distinct e.topic_id) as topic_ids, m.last_at as last_used,
      max(e.at) filter (where e.state = 'confirmed') as granted, max(e.at) filter (where e.state <> 'confirmed') as ended
    from consent_event e
    join contact c on c.business_id = e.business_id and c.contact_id = e.contact_id and c.erased_at is null
    left join contact_marketing m on m.business_id = e.business_id and m.contact_id = e.contact_id
    where e.business_id = ${ctx.businessId} and e.contact_id > ${after}::uuid and e.shredded_at is null
      and not exists (select 1 from consent s where s.business_id = e.business_id and s.contact_id = e.contact_id
        and s.state in ('requested', 'pending', 'confirmed', 'suspended'))
    group by e.contact_id, m.last_at
    having greatest(max(e.at), m.last_at) < ${cutoff}
    order by e.contact_id limit ${BATCH}`.execute(ctx.db)
  return rows
}
