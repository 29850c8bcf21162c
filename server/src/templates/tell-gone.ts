import { sql } from 'kysely'
import { type Context, HOUR } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { NEEDING } from './in-use.ts'
import { GONE_STATES, type TemplateState } from './template.ts'

interface Gone {
  template_id: string
  channel_id: string
  name: string
}

/** So many campaigns are named; the others are counted. */
const NAMED = 3

export const isGone = (state: TemplateState): boolean => GONE_STATES.some((gone) => gone === state)

/**
 * Tells that templates are gone at Meta, after campaigns have reacted: each one that a campaign still needs, with its campaigns, and
 * leading to the first of them; all others together, and the languages of a name once an hour, since Meta tells of each.
 */
export async function tellGone(tx: Context, gone: readonly Gone[]): Promise<void> {
  const needed = await campaignsOf(tx, gone)
  for (const { template_id, name } of gone) {
    const campaigns = needed.filter((campaign) => campaign.template_id === template_id)
    const [first] = campaigns
    if (!first) continue
    const said = campaigns.slice(0, NAMED).map((campaign) => campaign.name)
    await notify(tx, {
      kind: 'template.deleted_needed',
      severity: campaigns.some(({ state }) => state !== 'draft') ? 'critical' : 'warning',
      entity: 'campaign',
      entityId: first.campaign_id,
      data: { name, campaigns: said.join(', ') + (campaigns.length > NAMED ? ' …' : '') },
    })
  }
  const rest = gone.filter(
    ({ template_id }) => !needed.some((campaign) => campaign.template_id === template_id),
  )
  const names = [...new Set(rest.map(({ name }) => name))]
  const [only] = rest
  if (!only || (names.length === 1 && (await saidLately(tx, gone, only)))) return
  await notify(tx, {
    kind: names.length === 1 ? 'template.deleted' : 'template.deleted_many',
    severity: 'info',
    entity: 'template',
    ...(names.length === 1 ? { entityId: only.template_id } : {}),
    data: {
      name: only.name,
      count: names.length,
      names: names.slice(0, 5).join(', ') + (names.length > 5 ? ' …' : ''),
    },
  })
}

async function campaignsOf(tx: Context, gone: readonly Gone[]) {
  if (gone.length === 0) return []
  return (
    tx.db
      .selectFrom('campaign')
      .select(['campaign_id', 'template_id', 'name', 'state'])
      .where('business_id', '=', tx.businessId)
      .where(
        'template_id',
        'in',
        gone.map(({ template_id }) => template_id),
      )
      .where('state', 'in', NEEDING)
      // What was under way first: there somebody has to act.
      .orderBy(sql`state = 'draft'`)
      .orderBy('updated_at', 'desc')
      .execute()
  )
}

/** Another language of the same name went within the hour: that was told then. */
async function saidLately(tx: Context, gone: readonly Gone[], { channel_id, name }: Gone): Promise<boolean> {
  const before = await tx.db
    .selectFrom('template')
    .select('template_id')
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channel_id)
    .where('name', '=', name)
    .where('state', 'in', GONE_STATES)
    .where('updated_at', '>', new Date(tx.clock.now().getTime() - HOUR))
    .where(
      'template_id',
      'not in',
      gone.map(({ template_id }) => template_id),
    )
    .limit(1)
    .executeTakeFirst()
  return before !== undefined
}
