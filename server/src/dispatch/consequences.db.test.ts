import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { consentWithdrawn, suspendUnreachable } from '../consent/index.ts'
import { DAY, newId, SECOND, withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { countryBlocked, errorSeen, personUnreachable, sendingStopped } from './hooks.ts'
import { countOptOut, settleStatuses, withholdQueued } from './index.ts'
import { takeLease } from './lease.ts'
import { monthOfMessage } from './month.ts'

describe('what failures mean beyond their messages', () => {
  let kit: CampaignKit
  const heard: unknown[] = []
  beforeAll(async () => {
    kit = await startCampaignKit()
    const { hooks } = kit.runtime
    hooks.on(consentWithdrawn, withholdQueued)
    hooks.on(consentWithdrawn, countOptOut)
    hooks.on(personUnreachable, async (tx, gone) => {
      await suspendUnreachable(tx, gone)
    })
    hooks.on(sendingStopped, async (_tx, stop) => void heard.push(stop))
    hooks.on(errorSeen, async (_tx, { code }) => void heard.push({ look: code }))
    hooks.on(countryBlocked, async (_tx, { country }) => void heard.push({ country }))
  })
  afterAll(() => kit.runtime.close())

  /** A message that Meta accepted, and then told to have failed. */
  async function fail(name: string, code: number, campaignId: string | null = null): Promise<void> {
    const messageId = newId()
    const contactId = kit.people.get(name) ?? ''
    await sql`insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, campaign_id, category, kind, state,
        attempts, created_at, sending_at, accepted_at)
      values (${kit.business}, ${monthOfMessage(messageId)}::date, ${messageId}, ${contactId}, ${kit.channel}, ${kit.topic}, ${campaignId},
        'marketing', 'template', 'accepted', 1, ${kit.now()}, ${kit.now()}, ${kit.now()})`.execute(
      kit.runtime.db,
    )
    await withTransaction(kit.as(), (tx) =>
      settleStatuses(tx, {
        statuses: [
          {
            kind: 'status',
            wamid: `wamid.${messageId}`,
            status: 'failed',
            at: kit.now(),
            callback: `jw1.${messageId}.1`,
            pricing: null,
            error: { code, title: '', detail: '' },
          },
        ],
      }),
    )
  }
  const consentOf = async (name: string) =>
    (
      await kit.runtime.db
        .selectFrom('consent')
        .select('state')
        .where('contact_id', '=', kit.people.get(name) ?? '')
        .executeTakeFirst()
    )?.state

  it('C-66: rests the consent of somebody who could not be reached three times in 30 days, and not before', async () => {
    await fail('Anna', 131026)
    kit.runtime.clock.advance(31 * DAY)
    await fail('Anna', 131026)
    await fail('Anna', 131026)
    await fail('Ben', 131026)
    await fail('Anna', 131026)
    await vi.waitFor(async () => expect(await consentOf('Anna')).toBe('suspended'))
    expect(await consentOf('Ben')).toBe('confirmed')
  })

  it('tells whoever holds the number that it goes too fast, and nobody of what one message failed by', async () => {
    const { channel } = kit
    const renewed = async () => (await takeLease(kit.as(), channel, 'sender'))?.refused
    expect(await renewed()).toBeNull()
    await fail('Ben', 131051)
    await fail('Ben', 130429)
    const requestAt = kit.now()
    await vi.waitFor(async () => expect(await renewed()).toEqual({ code: 130429, requestAt }))
    await fail('Ben', 131051)
    kit.runtime.clock.advance(SECOND)
    await fail('Ben', 4)
    await vi.waitFor(async () => expect(await renewed()).toEqual({ code: 4, requestAt: kit.now() }))
  })

  it('blocks a country for the account, once', async () => {
    await fail('Ben', 130497)
    await fail('Ben', 130497)
    await vi.waitFor(() => expect(heard).toContainEqual({ country: 'AT' }))
    const blocked = await kit.runtime.db.selectFrom('country_block').select(['country', 'waba_id']).execute()
    expect(blocked).toEqual([{ country: 'AT', waba_id: '102290129340398' }])
  })

  it('stops what the later failure says, as the answer would have, and wants somebody to look at what it does not know', async () => {
    await fail('Ben', 131048)
    await fail('Ben', 987_654)
    await vi.waitFor(() => expect(heard).toContainEqual({ look: 987_654 }))
    expect(heard).toContainEqual({
      scope: 'channel',
      marketingOnly: true,
      restHours: 24,
      channelId: kit.channel,
      templateId: null,
      errorCode: 131048,
    })
  })

  it('counts for the breaker what came back', async () => {
    const { id } = await kit.draft()
    await sql`update campaign set state = 'running' where campaign_id = ${id}`.execute(kit.runtime.db)
    await fail('Ben', 131026, id)
    await vi.waitFor(async () => {
      const pulse = await kit.runtime.db
        .selectFrom('campaign_pulse')
        .select(['failed', 'unreachable', 'unwanted'])
        .where('campaign_id', '=', id)
        .execute()
      expect(pulse).toEqual([{ failed: 1, unreachable: 1, unwanted: 0 }])
    })
  })
})
