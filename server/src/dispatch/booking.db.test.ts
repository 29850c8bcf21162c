import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedRates } from '../costs/index.ts'
import { newId, withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { type StatusUpdate, wamidDigest } from '../whatsapp/index.ts'
import { callbackData } from './callback.ts'
import { monthOfMessage } from './month.ts'
import { settleStatuses } from './settle-statuses.ts'

interface Plan {
  /** Which statuses come, and which of them tell the price. */
  statuses: { name: 'sent' | 'delivered' | 'read'; priced: boolean }[]
  category: 'marketing' | 'utility' | 'service' | 'marketing_lite' | 'authentication-international'
  type: 'regular' | 'free_customer_service' | 'free_entry_point'
  /** Minutes around midnight of 1 October in Berlin. */
  minutes: number
}

const plan: fc.Arbitrary<Plan> = fc.record({
  statuses: fc
    .subarray(['sent', 'delivered', 'read'] as const, { minLength: 1 })
    .chain((names) =>
      fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), priced: fc.boolean() }))),
    ),
  category: fc.constantFrom(
    'marketing',
    'utility',
    'service',
    'marketing_lite',
    'authentication-international',
  ),
  type: fc.constantFrom('regular', 'regular', 'free_customer_service', 'free_entry_point'),
  minutes: fc.integer({ min: -90, max: 90 }),
})

const MIDNIGHT = Date.parse('2026-09-30T22:00:00Z')
/** Germany, in euro: before and from 1 October. Services were free before. */
const PRICES: Record<Plan['category'], [string, string]> = {
  marketing: ['0.11310', '0.11310'],
  marketing_lite: ['0.11310', '0.11310'],
  utility: ['0.04560', '0.04560'],
  'authentication-international': ['0.04560', '0.04560'],
  service: ['0.00000', '0.04560'],
}

/** What has to be booked: at the first of delivery and reading that is reported, when the price is known. */
function expected({ statuses, category, type, minutes }: Plan): string | null {
  const arrived = statuses.some(({ name }) => name !== 'sent')
  if (!arrived || !statuses.some(({ priced }) => priced)) return null
  if (type !== 'regular') return '0.00000'
  return PRICES[category][minutes < 0 ? 0 : 1]
}

describe('booking', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
    await withTransaction(kit.as(), seedRates)
  })
  afterAll(() => kit.runtime.close())

  it('C-71: books every delivered message once, at the price of its day, in whatever order and however often statuses come', async () => {
    const contactId = [...kit.people.values()][0] ?? ''
    await sql`update contact set country = 'DE' where contact_id = ${contactId}`.execute(kit.runtime.db)
    await fc.assert(
      fc.asyncProperty(
        fc.array(plan, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat({ max: 1_000 })),
        async (plans, chance) => {
          await sql`delete from cost_day`.execute(kit.runtime.db)
          const ids: string[] = []
          const all: StatusUpdate[] = []
          for (const [n, each] of plans.entries()) {
            const messageId = newId()
            ids.push(messageId)
            await sql`insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, category, kind, state, attempts,
                wamid_digest, accepted_at, created_at)
              values (${kit.business}, ${monthOfMessage(messageId)}::date, ${messageId}, ${contactId}, ${kit.channel}, ${kit.topic},
                'marketing', 'template', 'accepted', 1, ${wamidDigest(kit.as(), `w${messageId}`)}, ${kit.now()}, ${kit.now()})`.execute(
              kit.runtime.db,
            )
            for (const { name, priced } of each.statuses) {
              all.push({
                kind: 'status',
                wamid: `w${messageId}`,
                status: name,
                at: new Date(MIDNIGHT + each.minutes * 60_000 + n),
                callback: callbackData(messageId, 1),
                pricing: priced
                  ? {
                      billable: each.type === 'regular',
                      category: each.category,
                      type: each.type,
                      free: each.type !== 'regular',
                    }
                  : null,
                error: null,
              })
            }
          }
          const stream = chance[Symbol.iterator]()
          const next = () => Number(stream.next().value)
          const shuffled = [...all, ...all]
            .map((status) => ({ status, at: next() }))
            .sort((a, b) => a.at - b.at)
            .map(({ status }) => status)
          while (shuffled.length > 0) {
            const statuses = shuffled.splice(0, 1 + (next() % 4))
            await withTransaction(kit.as(), (tx) => settleStatuses(tx, { statuses }))
          }
          const { rows } = await sql<{ id: string; cost: string | null }>`
            select message_id as id, cost from message where message_id = any(${ids}::uuid[])`.execute(
            kit.runtime.db,
          )
          const costs = new Map(rows.map((row) => [row.id, row.cost]))
          expect(ids.map((id) => costs.get(id))).toEqual(plans.map(expected))
          const { rows: spent } = await sql<{ cost: string }>`
            select trim_scale(coalesce(sum(cost), 0)) as cost from message where message_id = any(${ids}::uuid[])`.execute(
            kit.runtime.db,
          )
          const { rows: totals } = await sql<{ messages: number; cost: string }>`
            select coalesce(sum(messages), 0)::int as messages, trim_scale(coalesce(sum(cost), 0)) as cost from cost_day`.execute(
            kit.runtime.db,
          )
          expect(totals).toEqual([
            { messages: plans.filter((each) => expected(each) !== null).length, cost: spent[0]?.cost },
          ])
        },
      ),
      { numRuns: 20 },
    )
  }, 120_000)
})
