import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolveContact } from '../contacts/index.ts'
import { enqueueMessage } from '../dispatch/index.ts'
import { type Context, newId, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { errorTitle } from '../whatsapp/index.ts'
import { listConversations } from './list.ts'
import { listMessages } from './messages.ts'
import { storeInbound } from './store-inbound.ts'
import type { ChatKey } from './view.ts'

describe('both directions of a chat', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let ctx: Context
  let chat: ChatKey

  beforeAll(async () => {
    runtime = await createTestRuntime()
    business = await createTestBusiness(runtime)
    ctx = business.ctx
    const person = { phone: '+4915123450002', name: 'Ben' }
    const { contactId } = await withTransaction(ctx, (tx) => resolveContact(tx, person))
    chat = { contactId, channelId: business.channelId }
  })
  afterAll(() => runtime.close())

  const hearAt = (text: string, at: Date, receivedAt: Date) =>
    withTransaction(ctx, (tx) =>
      storeInbound(tx, {
        ...chat,
        message: {
          content: { type: 'text', text },
          forwarded: false,
          wamid: `wamid.${newId()}`,
          at,
          contextWamid: null,
        },
        receivedAt,
      }),
    )
  /** Something of ours that left at a moment. */
  const sendOwn = (text: string, acceptedAt: Date) =>
    withTransaction(business.ctx, async (tx) => {
      // Ids are in the order of their making.
      runtime.clock.advance(1)
      const body = { type: 'text', text: { body: text } }
      const { messageId } = await enqueueMessage(tx, {
        ...chat,
        kind: 'reply',
        category: 'service',
        body,
      })
      await tx.db
        .updateTable('message')
        .set({ state: 'accepted', accepted_at: acceptedAt })
        .where('business_id', '=', tx.businessId)
        .where('message_id', '=', messageId)
        .execute()
    })

  it('tells words of one second in the order in which they came, both directions, on pages of any size', async () => {
    // Meta's times are whole seconds; ours are not.
    const second = new Date(Math.floor(runtime.clock.now().getTime() / 1000) * 1000)
    const after = (ms: number) => new Date(second.getTime() + ms)
    const hear = (text: string, ms: number) => hearAt(text, second, after(ms))
    await hear('Seid ihr da?', 100)
    await sendOwn('Ja, hallo!', after(300))
    // One webhook brought these: to the millisecond they came at once.
    for (const text of ['Gut.', 'Also:', 'Habt ihr', 'die in Blau?']) await hear(text, 500)
    await sendOwn('Ich sehe nach.', after(900))
    const said = ['Seid ihr da?', 'Ja, hallo!', 'Gut.', 'Also:', 'Habt ihr', 'die in Blau?', 'Ich sehe nach.']
    for (const limit of [1, 2, 3, 50]) {
      const seen: string[] = []
      let before: string | undefined
      do {
        const page = await listMessages(ctx, chat, { limit, ...(before ? { before } : {}) })
        seen.unshift(...page.items.map((item) => item.text).reverse())
        before = page.next ?? undefined
      } while (before)
      expect(seen).toEqual(said)
    }
    const last = (await listConversations(ctx, {})).items[0]
    expect(last?.lastText).toBe('Ich sehe nach.')
    await hear('Danke!', 950)
    const now = (await listConversations(ctx, {})).items[0]
    expect(now?.lastText).toBe('Danke!')
  })

  it('says why Meta did not deliver, in the words of the member', async () => {
    const at = runtime.clock.now()
    await sendOwn('Kommt nicht an.', at)
    await runtime.db
      .updateTable('message')
      .set({ state: 'failed', error_code: 131026 })
      .where('contact_id', '=', chat.contactId)
      .where('accepted_at', '=', at)
      .execute()
    const why = async (language: 'de' | 'en') =>
      (await listMessages(ctx, chat, {}, language)).items.find((item) => item.state === 'failed')?.failure
    expect([await why('de'), await why('en')]).toEqual([errorTitle(131026).de, errorTitle(131026).en])
  })
})
