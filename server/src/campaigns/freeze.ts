import { sql } from 'kysely'
import { recordAudit } from '../audit/index.ts'
import { planParts } from '../dispatch/index.ts'
import type { Context } from '../platform/index.ts'
import { candidatesSql } from './audience.ts'
import type { CampaignRow } from './campaign.ts'
import { freezeCampaignJob } from './jobs.ts'
import type { CompleteParts } from './readiness.ts'
import { expectStep } from './state.ts'
import { changeCampaign } from './store.ts'

/** Up to so many people are frozen in the request that launches the campaign. */
const AT_ONCE = 5_000
/** People per part on the embedded database, where every page waits while a part is written. */
const EMBEDDED_PART = 2_000

/** Whether the audience is too big to freeze while somebody waits. */
export async function isBig(tx: Context, parts: CompleteParts): Promise<boolean> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from (select 1 from (${candidatesSql(tx, parts)}) everybody limit ${AT_ONCE + 1}) first`.execute(
    tx.db,
  )
  return (rows[0]?.people ?? 0) > AT_ONCE
}

/**
 * Starts to freeze a big audience, in the caller's transaction: the launch answers at once, a job writes part by part, and
 * nothing leaves before all of it is there.
 * @param partSize people per part; for tests
 */
export async function beginFreeze(
  tx: Context,
  row: CampaignRow,
  parts: CompleteParts,
  start: Parameters<typeof changeCampaign>[2],
  partSize = tx.config.databaseUrl === undefined ? EMBEDDED_PART : undefined,
): Promise<void> {
  const to = expectStep(row.state, 'freeze')
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from (${candidatesSql(tx, parts)}) everybody`.execute(tx.db)
  const expected = rows[0]?.people ?? 0
  await changeCampaign(tx, row.campaign_id, { ...start, state: to, expected })
  await planParts(tx, row.campaign_id, partSize)
  await enqueueFreeze(tx, row.campaign_id)
  await recordAudit(tx, {
    action: 'campaign.freeze',
    entity: 'campaign',
    entityId: row.campaign_id,
    before: { state: row.state },
    after: { state: to, expected },
  })
}

/** Any number of these at the same time do each part once. */
export async function enqueueFreeze(tx: Context, campaignId: string): Promise<void> {
  await tx.jobs.enqueue(tx, freezeCampaignJob, { businessId: tx.businessId, campaignId })
}
