import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { onCluster } from '../testing/database.ts'
import { prepareCounting } from './audience.ts'
import { findCampaign } from './campaign.ts'
import { expectReady, loadParts } from './readiness.ts'

describe('counting an audience', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
  })
  afterAll(() => kit.runtime.close())

  // A cluster explains what it sends to its nodes.
  it.skipIf(onCluster)(
    'finds what it asks of everybody in indexes alone: a million rows are four times as much to read',
    async () => {
      const ctx = kit.as()
      const { id } = await kit.draft()
      // Only pages that are known to be seen by everybody need not be looked at.
      await sql`vacuum analyze contact`.execute(ctx.db)
      await sql`vacuum analyze consent`.execute(ctx.db)
      const parts = await expectReady(ctx, await loadParts(ctx, await findCampaign(ctx, id)))
      const plan = await withTransaction(ctx, async (tx) => {
        const counting = await prepareCounting(tx, parts)
        const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${counting}`.execute(tx.db)
        return rows.map((row) => row['QUERY PLAN'])
      })
      const scans = (table: string) =>
        plan.filter((line) => line.includes(` on ${table} `) || line.endsWith(` on ${table}`))
      expect(scans('contact').join()).toMatch(/Index Only Scan using contact_gate/)
      for (const scan of [...scans('contact'), ...scans('consent s')]) expect(scan).toMatch(/Index Only Scan/)
      expect(scans('consent s')).toHaveLength(1)
    },
  )
})
