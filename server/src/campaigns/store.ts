import type { Insertable, Updateable } from 'kysely'
import type { DB } from '../platform/db/index.ts'
import { type Context, newId } from '../platform/index.ts'
import type { VariableSources } from '../templates/index.ts'
import { campaignChanged } from './hooks.ts'

type Columns = Omit<Updateable<DB['campaign']>, 'variables'> & { variables?: VariableSources | undefined }

export async function insertCampaign(
  tx: Context,
  {
    variables,
    ...columns
  }: Omit<
    Insertable<DB['campaign']>,
    'business_id' | 'campaign_id' | 'created_at' | 'updated_at' | 'variables' | 'state'
  > & {
    variables?: VariableSources | undefined
  },
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
      variables: JSON.stringify(variables ?? {}),
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
  { variables, ...columns }: Columns,
): Promise<void> {
  await tx.db
    .updateTable('campaign')
    .set({
      ...columns,
      ...(variables ? { variables: JSON.stringify(variables) } : {}),
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
