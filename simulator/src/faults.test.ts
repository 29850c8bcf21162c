import { afterEach, beforeEach, expect, it } from 'vitest'
import { idOf, type Kit, NUMBER, rows, startKit, until, WABA } from './testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

const MIA = '+4915112345678'
const BEN = '+4915187654321'
const text = { type: 'text', text: { body: 'x' } }

it('a fault by order refuses so many requests with its code and then no more', async () => {
  await kit.sim('POST', '/sim/faults', { code: 131057, times: 2, http: 503, retryAfter: 7 })
  const answers = [await kit.send(MIA, text), await kit.send(MIA, text), await kit.send(MIA, text)]
  expect(answers.map(({ status, body }) => [status, body.error?.code])).toEqual([
    [503, 131057],
    [503, 131057],
    [200, undefined],
  ])
  expect(answers[0]?.headers.get('retry-after')).toBe('7')
  expect((await kit.sim('GET', '/sim/faults')).body).toEqual([])
})

it('a fault by order can come as a failed status, for one address only, until it is taken back', async () => {
  for (const phone of [MIA, BEN]) await kit.writes(await kit.person({ phone }), 'Hallo')
  const { body } = await kit.sim('POST', '/sim/faults', {
    code: 131049,
    where: 'status',
    to: '+49 1511 2345678',
  })
  const failed = idOf(await kit.send(MIA, text))
  const fine = idOf(await kit.send(BEN, text))
  await until(() => kit.statusesOf(failed).length === 1 && kit.statusesOf(fine).length === 2)
  expect(kit.statusesOf(failed)[0]).toMatchObject({ status: 'failed', errors: [{ code: 131049 }] })
  await kit.sim('DELETE', `/sim/faults/${body.id}`)
  const again = idOf(await kit.send(MIA, text))
  await until(() => kit.statusesOf(again).length === 2)
})

it('a fault by order concerns other edges as well, and refuses a code nobody knows', async () => {
  await kit.sim('POST', '/sim/faults', { code: 80007, edge: 'message_templates', times: 1 })
  const first = await kit.graph('GET', `${WABA}/message_templates`)
  expect([first.status, first.body.error?.code]).toEqual([429, 80007])
  expect(rows((await kit.graph('GET', `${WABA}/message_templates`)).body.data)).toEqual([])
  expect((await kit.sim('POST', '/sim/faults', { code: 424242 })).status).toBe(400)
})

it('any webhook can be ordered, also with keys and fields nobody knows', async () => {
  const value = { event: 'SOMETHING_NEW', display_phone_number: '4930123456', nested: { phone: NUMBER } }
  await kit.sim('POST', '/sim/webhooks', {
    wabaId: WABA,
    field: 'brand_new_field',
    value,
    time: 1_790_000_000,
  })
  await until(() => kit.sink.changes().length === 1)
  expect(kit.sink.changes()[0]).toEqual({ field: 'brand_new_field', value })
  expect((await kit.sim('POST', '/sim/webhooks', { wabaId: '1', field: 'x', value })).status).toBe(404)
})
