import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, type Kit, NUMBER, startKit, templateSend, until, WABA } from './testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MIA = '+4915112345678'
const text = { type: 'text', text: { body: 'x' } }

const limit = async (): Promise<unknown> =>
  (await kit.graph('GET', `${NUMBER}?fields=whatsapp_business_manager_messaging_limit`)).body
    .whatsapp_business_manager_messaging_limit
const outcome = async (to: string, message: Record<string, unknown>): Promise<unknown> => {
  const answer = await kit.send(to, message)
  if (answer.body.error) return answer.body.error.code
  const id = idOf(answer)
  await until(() => kit.statusesOf(id).some(({ status }) => status !== 'sent'))
  const [status] = kit.statusesOf(id).slice(-1)
  return (status?.errors as { code: number }[] | undefined)?.[0]?.code ?? status?.status
}

describe('the messaging limit', () => {
  async function reach(count: number): Promise<void> {
    await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { limit: 'TIER_250', throughput: 'HIGH' })
    await kit.sim('PATCH', '/sim/dials', { deliverRate: 1, readRate: 0, stopRate: 0, blockRate: 0 })
    await kit.sim('POST', '/sim/crowd', { count, phoneNumberId: NUMBER })
    await kit.template('aktion')
    for (let n = 1; n <= count; n++) await kit.send(`+${4_915_120_000_000 + n}`, templateSend('aktion'))
  }

  it('grows six hours after half of it was used in 7 days', async () => {
    await reach(125)
    await kit.later(6 * HOUR - 60_000)
    expect(await limit()).toBe('TIER_250')
    await kit.later(60_000)
    await until(async () => (await limit()) === 'TIER_2K')
    await until(() => kit.sink.values('business_capability_update').length === 2)
    expect(kit.sink.values('business_capability_update')[1]).toMatchObject({
      max_daily_conversations_per_business: 'TIER_2K',
    })
  })

  it('does not grow with a red number: an alert says so', async () => {
    await reach(125)
    await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { quality: 'RED' })
    await kit.later(6 * HOUR)
    await until(() => kit.sink.values('account_alerts').length === 1)
    expect(kit.sink.values('account_alerts')[0]).toMatchObject({
      entity_type: 'BUSINESS',
      alert_info: { alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED', alert_severity: 'WARNING' },
    })
    expect(await limit()).toBe('TIER_250')
  })

  it('rises from 250 when the business is verified', async () => {
    await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { limit: 'TIER_250' })
    await kit.sim('PATCH', `/sim/wabas/${WABA}`, { verification: 'not_verified' })
    await kit.sim('PATCH', `/sim/wabas/${WABA}`, { verification: 'verified' })
    await kit.later(6 * HOUR)
    await until(async () => (await limit()) === 'TIER_2K')
  })
})

describe('what Meta does with an account', () => {
  it('C-66: a restriction stops what the business begins, not its replies, and ends by itself', async () => {
    const person = await kit.person({ phone: MIA })
    const ben = await kit.person({ name: 'Ben', phone: '+4915187654321' })
    await kit.writes(ben, 'Hallo')
    await kit.template('aktion')
    await kit.sim('POST', `/sim/wabas/${WABA}/restrictions`, { days: 3 })
    await until(() => kit.sink.values('account_update').length === 1)
    expect(kit.sink.values('account_update')[0]).toEqual({
      event: 'ACCOUNT_RESTRICTION',
      restriction_info: [
        { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: expect.any(Number) },
      ],
    })
    expect(await outcome(String(person.phone), templateSend('aktion'))).toBe(368)
    expect(await outcome(String(ben.phone), text)).toBe('delivered')
    await kit.later(3 * DAY)
    expect(await outcome(String(person.phone), templateSend('aktion'))).toBe('delivered')
  })

  it('C-66: a ban is announced, comes into force, and can be lifted', async () => {
    await kit.writes(await kit.person({ phone: MIA }), 'Hallo')
    await kit.sim('POST', `/sim/wabas/${WABA}/ban`, { state: 'schedule', days: 1 })
    expect(await outcome(MIA, text)).toBe('delivered')
    await kit.later(DAY - 60_000)
    await kit.writes(await kit.person({ name: 'Ben', phone: '+4915187654321' }), 'Hallo')
    await kit.later(60_000)
    await until(() => kit.sink.values('account_update').length === 2)
    expect(await outcome(MIA, text)).toBe(131031)
    await kit.sim('POST', `/sim/wabas/${WABA}/ban`, { state: 'reinstate' })
    await until(() => kit.sink.values('account_update').length === 3)
    const states = kit.sink
      .values('account_update')
      .map(({ ban_info }) => (ban_info as { waba_ban_state: string }).waba_ban_state)
    expect(states).toEqual(['SCHEDULE_FOR_DISABLE', 'DISABLE', 'REINSTATE'])
    expect(await outcome('+4915187654321', text)).toBe('delivered')
  })

  it('no payment: everything fails with 131042 until it works again', async () => {
    await kit.writes(await kit.person({ phone: MIA }), 'Hallo')
    await kit.sim('PATCH', `/sim/wabas/${WABA}`, { payment: 'failed' })
    expect(await outcome(MIA, text)).toBe(131042)
    await kit.sim('PATCH', `/sim/wabas/${WABA}`, { payment: 'ok' })
    expect(await outcome(MIA, text)).toBe('delivered')
  })

  it('violations, alerts, reviews, names, security and any other account event are told', async () => {
    await kit.sim('POST', `/sim/wabas/${WABA}/violations`, { type: 'ALCOHOL' })
    await kit.sim('POST', `/sim/wabas/${WABA}/alerts`, {
      type: 'PROFILE_PICTURE_LOST',
      severity: 'INFORMATIONAL',
    })
    await kit.sim('PATCH', `/sim/wabas/${WABA}`, { review: 'PENDING' })
    await kit.sim('POST', `/sim/numbers/${NUMBER}/name`, { decision: 'REJECTED', name: 'Best Shop Ever' })
    await kit.sim('POST', `/sim/numbers/${NUMBER}/name`, { decision: 'APPROVED', name: 'Muster Mode' })
    await kit.sim('POST', `/sim/numbers/${NUMBER}/security`, { event: 'PIN_CHANGED', requester: '1' })
    const volume_tier_info = { pricing_category: 'UTILITY', tier: '25000001:50000000', region: 'Germany' }
    await kit.sim('POST', `/sim/wabas/${WABA}/events`, {
      event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
      volume_tier_info,
    })
    await until(() => kit.sink.changes().length === 7)
    expect(kit.sink.changes().map(({ field, value }) => [field, value.event ?? value.decision])).toEqual([
      ['account_update', 'ACCOUNT_VIOLATION'],
      ['account_alerts', undefined],
      ['account_review_update', 'PENDING'],
      ['phone_number_name_update', 'REJECTED'],
      ['phone_number_name_update', 'APPROVED'],
      ['security', 'PIN_CHANGED'],
      ['account_update', 'VOLUME_BASED_PRICING_TIER_UPDATE'],
    ])
    expect((await kit.graph('GET', `${NUMBER}?fields=verified_name`)).body.verified_name).toBe('Muster Mode')
  })
})

describe('what keeps marketing from people', () => {
  it('131049 after two marketing messages a day outside the EEA, never inside', async () => {
    const [india, germany] = ['+919812345678', MIA]
    for (const phone of [india, germany]) await kit.person({ phone })
    await kit.template('aktion')
    const seen: unknown[] = []
    for (let n = 0; n < 3; n++) seen.push(await outcome(india, templateSend('aktion')))
    expect(seen).toEqual(['delivered', 'delivered', 131049])
    for (let n = 0; n < 3; n++) expect(await outcome(germany, templateSend('aktion'))).toBe('delivered')
    await kit.later(DAY)
    expect(await outcome(india, templateSend('aktion'))).toBe('delivered')
  })

  it('131049 in the United States, but not in Canada; 130472 in the experiment', async () => {
    const [chicago, toronto] = ['+13125550123', '+14165550123']
    for (const phone of [chicago, toronto]) await kit.person({ phone })
    await kit.template('aktion')
    expect(await outcome(chicago, templateSend('aktion'))).toBe(131049)
    expect(await outcome(toronto, templateSend('aktion'))).toBe('delivered')
    await kit.sim('PATCH', '/sim/dials', { experimentRate: 1 })
    expect(await outcome(toronto, templateSend('aktion'))).toBe(130472)
  })
})
