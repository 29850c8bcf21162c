import { sql } from 'kysely'
import type { Runtime } from '../platform/index.ts'

/** Who was left out of a campaign goes once the campaign's figures are kept. */
export async function forgetExclusions({ db }: Pick<Runtime, 'db'>): Promise<number> {
  const result = await sql`delete from campaign_exclusion t using campaign_figures f
    where f.business_id = t.business_id and f.campaign_id = t.campaign_id`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}
