import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAT_LANGUAGES } from '../consent/index.ts'
import { createContext, DAY, newId } from '../platform/index.ts'
import { ChatStage, type Phone } from '../testing/chat-stage.ts'
import { askNumber } from './ask-number.ts'
import { ASK_NUMBER } from './ask-number-texts.ts'
import { getCard } from './get.ts'

describe('asking for a hidden number', () => {
  let stage: ChatStage
  beforeAll(async () => {
    stage = await ChatStage.open()
  })
  afterAll(() => stage.close())

  const as = (role: 'agent' | 'dpo') =>
    createContext(stage.runtime, stage.business.businessId, { kind: 'member', memberId: newId(), role })
  const hidden = (): Phone => stage.phone({ phone: null })
  const card = (contactId: string) => getCard(as('agent'), contactId, 'de')

  it('C-75: goes out as WhatsApp’s own button, in the open window, once in 30 days', async () => {
    const mia = hidden()
    const contactId = await stage.optsIn(mia)
    expect(await card(contactId)).toMatchObject({ canAskNumber: true, numberAskedAt: null })
    await askNumber(as('agent'), contactId)
    const numberAskedAt = stage.runtime.clock.now().toISOString()
    const [asked] = await stage.pump()
    expect(asked?.body).toMatchObject({
      type: 'interactive',
      interactive: { type: 'request_contact_info', action: { name: 'request_contact_info' } },
    })
    expect(await card(contactId)).toMatchObject({ canAskNumber: false, numberAskedAt })
    await expect(askNumber(as('agent'), contactId)).rejects.toMatchObject({ code: 'asked_recently' })
    stage.runtime.clock.advance(31 * DAY)
    await expect(askNumber(as('agent'), contactId)).rejects.toMatchObject({ code: 'window_closed' })
    expect(await card(contactId)).toMatchObject({ canAskNumber: false, numberAskedAt: null })
    await stage.sends(mia, { text: 'Hallo' })
    expect((await card(contactId)).canAskNumber).toBe(true)
    const known = await stage.optsIn(stage.phone())
    await expect(askNumber(as('agent'), known)).rejects.toMatchObject({ code: 'number_known' })
  })

  it('C-75: only the card that answers it proves the number; the yes of the id stays, and the number leads there', async () => {
    const mia = hidden()
    const contactId = await stage.optsIn(mia)
    const { phone } = stage.phone()
    await stage.sends(mia, { card: { phone: phone ?? '' } })
    await stage.sends(mia, { card: { phone: phone ?? '', asked: true }, forwarded: true })
    expect((await card(contactId)).phone).toBeNull()
    await stage.sends(mia, { card: { phone: phone ?? '', asked: true } })
    expect(await card(contactId)).toMatchObject({ phone, suppressed: false })
    expect(await stage.state(contactId)).toBe('confirmed')
    expect(await stage.contact(stage.phone({ phone, bsuid: null }))).toBe(contactId)
  })

  it('C-75: a number that is shared and blocked blocks the person', async () => {
    const number = stage.phone({ bsuid: null })
    await stage.sends(number, { text: 'STOP' })
    const mia = hidden()
    const contactId = await stage.optsIn(mia)
    await stage.sends(mia, { card: { phone: number.phone ?? '', asked: true } })
    expect([await stage.suppressed(contactId), await stage.advertises(contactId)]).toEqual([true, false])
  })

  it.each(CHAT_LANGUAGES)('says in %s that nobody must', (language) => {
    expect(ASK_NUMBER[language].length).toBeGreaterThan(60)
    expect(ASK_NUMBER[language].length).toBeLessThan(1024)
  })
})
