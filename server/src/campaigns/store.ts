import type { Insertable, Updateable } from 'kysely'
import type { DB } from '../platform/db/index.ts'
import { type Context, newId } from '../platform/index.ts'
import type { VariableSources } from '../templates/index.ts'
import type { BreakerSettings, Trip } from './breaker.ts'
import { campaignChanged } from './hooks.ts'

/** What is stored as JSON, in its own shape. */
interface Documents {
  variables?: VariableSources | undefined
  breaker?: BreakerSettings | undefined
  pause_facts?: Trip | null | undefined
}
type Columns = Omit<Updateable<DB['campaign']>, keyof Documents> & Documents

function documents({ variables, breaker, pause_facts }: Documents) {
  return {
    ...(variables ? { variables: JSON.stringify(variables) } : {}),
    ...(breaker ? { breaker: JSON.stringify(breaker) } : {}),
    ...(pause_facts === undefined ? {} : { pause_facts: pause_facts && JSON.stringify(pause_facts) }),
  }
}

export async function insertCampaign(
  tx: Context,
  {
    variables,
    breaker,
    ...columns
  }: Omit<
    Insertable<DB['campaign']>,
    'business_id' | 'campaign_id' | 'created_at' | 'updated_at' | 'state' | keyof Documents
  > &
    Omit<Documents, 'pause_facts'>,
): Promise<string> {
  const campaignId = newId()
  const now = tx.clock.now()
  await tx.db
    .insertInto('campaign')
    .values({
      ...columns,
      business_id: tx.businessId,
      campaign_id: campaignId,
      state: 'draft',
      ...documents({ variables: variables ?? {}, breaker }),
      created_by: tx.actor.kind === 'member' ? tx.actor.memberId : null,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await tx.hooks.run(campaignChanged, tx, { campaignId })
  return campaignId
}

export async function changeCampaign(
  tx: Context,
  campaignId: string,
  { variables, breaker, pause_facts, ...columns }: Columns,
): Promise<void> {
  await tx.db
    .updateTable('campaign')
    .set({
      ...columns,
      ...documents({ variables, breaker, pause_facts }),
      updated_at: tx.clock.now(),
    })
    .where('business_id', '=', tx.businessId)
    .where('campaign_id', '=', campaignId)
    .execute()
  await tx.hooks.run(campaignChanged, tx, { campaignId })
}

export async function removeCampaign(tx: Context, campaignId: string): Promise<void> {
  await tx.db
    .deleteFrom('campaign')
    .where('business_id', '=', tx.businessId)
    .where('campaign_id', '=', campaignId)
    .execute()
  await tx.hooks.run(campaignChanged, tx, { campaignId })
}
