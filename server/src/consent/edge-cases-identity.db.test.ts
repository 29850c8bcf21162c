import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTransaction } from '../platform/index.ts'
import { ChatStage, type Phone } from '../testing/chat-stage.ts'
import { DEFAULT_CONSENT_POLICY, setConsentPolicy } from './policy.ts'
import { suspendUnreachable } from './unreachable.ts'

/** The lines of the table of edge cases (§3.5) that are about who a person is: numbers, ids, ages, strangers. */
describe('edge cases of identity', () => {
  let stage: ChatStage
  beforeAll(async () => {
    stage = await ChatStage.open()
  })
  afterAll(() => stage.close())

  const leftTo = (contactId: string) =>
    stage.left.filter((each) => each.contactId === contactId).map(({ kind }) => kind)

  it('C-39: a new number: consents rest, the person is asked anew when they write, the old number inherits nothing', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const moved: Phone = stage.phone({ name: 'Mia' })
    await stage.changes(mia, 'user_changed_number', moved)
    expect([await stage.state(contactId), await stage.advertises(contactId)]).toEqual(['suspended', false])
    // Somebody else has the old number and another id now.
    const stranger = stage.phone({ name: 'Tom', phone: mia.phone })
    await stage.sends(stranger, { text: 'Hallo' })
    const strangerId = await stage.contact(stranger)
    expect(strangerId).not.toBe(contactId)
    expect([await stage.state(strangerId), await stage.advertises(strangerId)]).toEqual(['none', false])
    // Mia, under her new number.
    expect(await stage.sends(moved, { text: 'Hallo, ich bin es' })).toBeNull()
    expect(await stage.contact(moved)).toBe(contactId)
    expect(await stage.state(contactId)).toBe('requested')
    await stage.pump()
    await stage.answers(moved, 'yes')
    await stage.pump()
    expect(await stage.advertises(contactId)).toBe(true)
  })

  it('C-39: a suppression is copied to the new number and id', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    await stage.sends(mia, { text: 'STOP' })
    const moved = stage.phone()
    await stage.changes(mia, 'user_changed_number', moved)
    await stage.sends(moved, { text: 'Hallo' })
    expect(await stage.contact(moved)).toBe(contactId)
    expect(await stage.suppressed(contactId)).toBe(true)
    expect(await stage.state(contactId), 'who left is not asked').toBe('withdrawn')
  })

  it('C-75: a new id without a new number is linked by the one before; an unknown one is somebody new', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const renewed = { ...mia, bsuid: 'DE.777001' }
    await stage.changes(mia, 'user_changed_user_id', { bsuid: renewed.bsuid })
    expect(await stage.state(contactId)).toBe('suspended')
    await stage.sends({ ...renewed, phone: null }, { text: 'Hallo' })
    expect(await stage.contact({ ...renewed, phone: null })).toBe(contactId)
    const nobody = stage.phone({ phone: null })
    await stage.changes(nobody, 'user_changed_user_id', { bsuid: 'DE.777002' })
    const fresh = await stage.contact({ name: 'x', phone: null, bsuid: 'DE.777002' })
    expect([await stage.state(fresh), await stage.advertises(fresh)]).toEqual(['none', false])
  })

  it('C-75: with a username only, consent and objection hang on the id; when the number appears the stricter one wins', async () => {
    const mia = stage.phone({ phone: null })
    const contactId = await stage.optsIn(mia)
    expect(await stage.advertises(contactId)).toBe(true)
    // Under her number somebody had objected before; nobody knew that it is the same person.
    const number = stage.phone({ bsuid: null })
    await stage.sends(number, { text: 'STOP' })
    const known = { ...mia, phone: number.phone }
    await stage.sends(known, { text: 'Hallo' })
    expect(await stage.contact(known)).toBe(contactId)
    expect([await stage.suppressed(contactId), await stage.advertises(contactId)]).toEqual([true, false])

    const ben = stage.phone({ phone: null })
    await stage.optsIn(ben)
    await stage.sends(ben, { text: 'STOP' })
    const appears = { ...ben, phone: stage.phone().phone }
    await stage.sends(appears, { text: 'Hallo' })
    const byNumber = await stage.contact({ ...appears, bsuid: null })
    expect(await stage.suppressed(byNumber)).toBe(true)
  })

  it('C-34: “wrong number” ends everything, blocks the address and asks a member to erase', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const before = (await stage.told()).length
    expect(await stage.sends(mia, { text: 'Sie haben die falsche Nummer' })).toBe('wrong_person')
    expect([await stage.state(contactId), await stage.suppressed(contactId)]).toEqual(['withdrawn', true])
    expect((await stage.told()).slice(before)).toEqual(['contact.wrong_person'])
    await stage.pump()
    expect(leftTo(contactId).filter((kind) => kind === 'receipt')).toHaveLength(1)
    await stage.sends(mia, { text: 'Wrong number!' })
    expect((await stage.told()).slice(before), 'once').toEqual(['contact.wrong_person'])
    expect(await stage.advertises(contactId)).toBe(false)
  })

  it('C-66: whoever blocks us is never probed: three undelivered messages in thirty days and consents rest', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const { ctx, channelId } = stage.business
    await withTransaction(ctx, (tx) => suspendUnreachable(tx, { contactId, channelId, at: tx.clock.now() }))
    const count = stage.left.length
    expect([await stage.state(contactId), await stage.advertises(contactId)]).toEqual(['suspended', false])
    stage.hours(24 * 40)
    await stage.pump()
    expect(stage.left.length).toBe(count)
  })

  it('C-32: “not interested” at WhatsApp tells us nothing and changes nothing; its switch for marketing does', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    expect(await stage.advertises(contactId)).toBe(true)
    await stage.switches(mia, 'stop')
    expect([await stage.state(contactId), await stage.advertises(contactId)]).toEqual(['withdrawn', false])
    await stage.pump()
    expect(leftTo(contactId), 'no receipt: it would be marketing’s last word').not.toContain('receipt')
    stage.hours(1)
    await stage.switches(mia, 'resume')
    expect([await stage.state(contactId), await stage.advertises(contactId)]).toEqual(['withdrawn', false])
  })

  it('C-32: a resume that is older than the stop changes nothing, in whatever order they arrive', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const early = new Date(stage.now.getTime() + 60_000)
    const late = new Date(stage.now.getTime() + 120_000)
    stage.hours(1)
    await stage.switches(mia, 'stop', late)
    await stage.switches(mia, 'resume', early)
    const row = await stage.runtime.db
      .selectFrom('contact')
      .select('meta_preference')
      .where('contact_id', '=', contactId)
      .executeTakeFirstOrThrow()
    expect([row.meta_preference, await stage.state(contactId)]).toEqual(['stop', 'withdrawn'])
  })

  it.each([
    ['Ich bin 15', 'age_hint'],
    ['ich bin erst vierzehn', 'age_hint'],
    ["i'm 12", 'age_hint'],
    ['Ich bin minderjährig', 'age_hint'],
    ['Ich bin 16', null],
    ['Ich bin 45', null],
  ])(
    'C-22: “%s” holds marketing and asks a member when it is below the minimum age of 16',
    async (text, hold) => {
      const mia = stage.phone()
      const contactId = await stage.optsIn(mia)
      const before = (await stage.told()).length
      expect(await stage.sends(mia, { text })).toBe(hold ? 'hold' : null)
      expect(await stage.hold(contactId)).toBe(hold)
      expect(await stage.state(contactId), 'a hold changes no consent').toBe('confirmed')
      expect((await stage.told()).slice(before)).toEqual(hold ? ['contact.age_hint'] : [])
      expect(await stage.advertises(contactId)).toBe(hold === null)
    },
  )

  it('C-22: the minimum age is the business’s; a tap on “keep” does not end this hold, and a YES does not get round it', async () => {
    const { ctx } = stage.business
    await setConsentPolicy(ctx, { ...DEFAULT_CONSENT_POLICY, minimumAge: 18 })
    const mia = stage.phone()
    expect(await stage.sends(mia, { text: 'Ich bin 17' })).toBe('hold')
    const contactId = await stage.contact(mia)
    await stage.pump()
    expect(stage.left.at(-1)?.body.text?.body).toContain('18')
    await stage.sends(mia, { tap: { payload: 'hold:keep', caption: 'Weiter erhalten' } })
    expect(await stage.hold(contactId)).toBe('age_hint')
    await stage.optsIn(mia)
    expect([await stage.state(contactId), await stage.advertises(contactId)]).toEqual(['confirmed', false])
    await setConsentPolicy(ctx, DEFAULT_CONSENT_POLICY)
  })
})
