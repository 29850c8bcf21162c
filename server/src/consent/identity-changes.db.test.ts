import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openContacts } from '../contacts/index.ts'
import { createContext, newId } from '../platform/index.ts'
import { exportPerson, nameRetention } from '../privacy/index.ts'
import { describeRetention } from '../retention/index.ts'
import { ChatStage, type Phone } from '../testing/chat-stage.ts'

/** Numbers and ids that change, appear and contradict each other, in whatever order WhatsApp tells of it (§3.5, C-39, C-75). */
describe('changing identities', () => {
  let stage: ChatStage
  beforeAll(async () => {
    stage = await ChatStage.open()
    stage.runtime.hooks.on(nameRetention, describeRetention)
    await stage.source('ANGEBOTE', [stage.business.topics.offers])
  })
  afterAll(() => stage.close())

  const address = async (contactId: string) => {
    const person = (await openContacts(stage.business.ctx, [contactId])).get(contactId)
    return { phone: person?.phone ?? null, bsuid: person?.bsuid ?? null }
  }
  /** The contact of exactly these identities, seen now. */
  const whose = (phone: Partial<Phone>) => stage.contact(stage.phone({ phone: null, bsuid: null, ...phone }))
  const moved = (from: Phone, to: Phone) => stage.changes(from, 'user_changed_number', to)
  const offers = (contactId: string) => stage.state(contactId, stage.business.topics.offers)

  it('C-75: a new id whose number is hidden leaves the old number: nothing is ever sent there again', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    await stage.changes(mia, 'user_changed_user_id', { bsuid: 'DE.881' })
    expect(await address(contactId)).toEqual({ phone: null, bsuid: 'DE.881' })
    const next = stage.phone({ phone: mia.phone })
    await stage.sends(next, { text: 'Hallo' })
    expect(await stage.contact(next)).not.toBe(contactId)
  })

  it('C-39: only YES to the one question makes it whole again; words, other topics and members do not', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const next = stage.phone()
    await moved(mia, next)
    await stage.sends(next, { text: 'Ja' })
    await stage.pump()
    expect([await stage.state(contactId), await stage.advertises(contactId)]).toEqual(['pending', false])
    await stage.sends(next, { text: 'Ja klar' })
    expect(await stage.pump(), 'asked once').toEqual([])
    await stage.optsIn(next, 'ANGEBOTE')
    expect([await stage.state(contactId), await offers(contactId)]).not.toContain('confirmed confirmed')
    expect(await stage.advertises(contactId)).toBe(false)
  })

  it('C-24: a STOP from before the change counts, however late it arrives and though nobody has the old number any more', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    stage.hours(1)
    const before = stage.now
    const next = stage.phone()
    await moved(mia, next)
    await stage.sends(next, { text: 'Hallo' })
    await stage.pump()
    await stage.answers(next, 'yes', { at: stage.now })
    expect(await stage.state(contactId)).toBe('confirmed')
    const other = stage.phone()
    const otherId = await stage.optsIn(other)
    const renewed = stage.phone()
    stage.hours(1)
    const stop = stage.now
    await moved(other, renewed)
    expect(await stage.sends(other, { text: 'STOP', at: stop })).toBe('stop')
    expect([await stage.state(otherId), await stage.suppressed(otherId)]).toEqual(['withdrawn', true])
    await stage.sends(mia, { text: 'Was gibt es Neues?', at: before })
    expect(await whose({ bsuid: next.bsuid }), 'learns nothing from it').toBe(contactId)
    expect(await address(contactId)).toEqual({ phone: next.phone, bsuid: next.bsuid })
  })

  it('C-39: of an unknown person the new identity is somebody new, without a consent; what blocks the old one blocks the new', async () => {
    const gone = stage.phone()
    await stage.sends(gone, { text: 'STOP' })
    const nobody = stage.phone({ bsuid: null, phone: gone.phone })
    const next = stage.phone()
    await moved({ ...nobody, bsuid: 'DE.99001' }, next)
    const contactId = await whose(next)
    expect([await stage.state(contactId), await stage.suppressed(contactId)]).toEqual(['none', true])
  })

  it('C-39: two changes told in the wrong order still lead from the first to the last', async () => {
    const [first, second, third] = [stage.phone(), stage.phone(), stage.phone()]
    const contactId = await stage.optsIn(first)
    stage.hours(1)
    const earlier = stage.now
    stage.hours(1)
    await moved(second, third)
    await stage.changes(first, 'user_changed_number', second, earlier)
    const last = await whose({ bsuid: third.bsuid })
    expect([await stage.state(last), await stage.advertises(last)]).toEqual(['suspended', false])
    await stage.sends(third, { text: 'Bin umgezogen' })
    expect(await stage.state(last)).toBe('requested')
    expect(await stage.state(contactId).catch(() => 'none')).not.toBe('confirmed')
  })

  it('C-39: the new number was somebody else’s before: their consents rest, and they are not there any more', async () => {
    const tom = stage.phone({ name: 'Tom' })
    const tomId = await stage.optsIn(tom)
    const mia = stage.phone()
    const miaId = await stage.optsIn(mia)
    stage.hours(1)
    await moved(mia, stage.phone({ phone: tom.phone }))
    expect([await stage.state(tomId), await stage.advertises(tomId)]).toEqual(['suspended', false])
    expect((await address(tomId)).phone).toBeNull()
    expect((await address(miaId)).phone).toBe(tom.phone)
  })

  it('C-39: who has written under the number since keeps it', async () => {
    const mia = stage.phone()
    const miaId = await stage.optsIn(mia)
    const change = stage.now
    stage.hours(2)
    const tom = stage.phone({ name: 'Tom' })
    const tomId = await stage.optsIn(tom)
    await stage.changes(mia, 'user_changed_number', stage.phone({ phone: tom.phone }), change)
    expect([await stage.state(tomId), (await address(tomId)).phone]).toEqual(['confirmed', tom.phone])
    expect((await address(miaId)).phone).toBeNull()
  })

  it('C-75: who has written under the new identity before WhatsApp told of it is one person then, with what each had', async () => {
    const mia = stage.phone()
    await stage.optsIn(mia)
    stage.hours(1)
    const change = stage.now
    const next = stage.phone()
    const nextId = await stage.optsIn(next, 'ANGEBOTE')
    await stage.changes(mia, 'user_changed_number', next, change)
    expect(await whose({ bsuid: next.bsuid })).toBe(nextId)
    expect([await offers(nextId), await stage.state(nextId)]).toEqual(['confirmed', 'suspended'])
    await stage.sends(next, { text: 'Hallo' })
    await stage.pump()
    await stage.answers(next, 'yes')
    expect([await offers(nextId), await stage.state(nextId)]).toEqual(['confirmed', 'confirmed'])
  })

  it('C-39: a known number under another id has another holder, who inherits nothing', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    stage.hours(24)
    const stranger = stage.phone({ name: 'Tom', phone: mia.phone })
    await stage.sends(stranger, { text: 'Hallo' })
    const strangerId = await stage.contact(stranger)
    expect(strangerId).not.toBe(contactId)
    expect([await stage.state(strangerId), await stage.advertises(strangerId)]).toEqual(['none', false])
    expect([await stage.state(contactId), await stage.advertises(contactId)]).toEqual(['suspended', false])
    expect(await address(contactId)).toEqual({ phone: null, bsuid: mia.bsuid })
  })

  it('C-39: a known id under another number rests until the person says yes there', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const next = { ...mia, phone: stage.phone().phone }
    await stage.sends(next, { text: 'Hallo' })
    expect(await address(contactId)).toEqual({ phone: next.phone, bsuid: mia.bsuid })
    expect(await stage.state(contactId)).toBe('requested')
    await stage.pump()
    await stage.answers(next, 'yes')
    expect(await stage.advertises(contactId)).toBe(true)
  })

  it('C-75: number and id that come together make two records one; neither loses a yes, and the proofs come along', async () => {
    const id = stage.phone({ phone: null })
    const number = stage.phone({ bsuid: null })
    const contactId = await stage.optsIn(id)
    await stage.optsIn(number, 'ANGEBOTE')
    const both = { ...id, phone: number.phone }
    await stage.sends(both, { text: 'Hallo' })
    expect([await stage.contact(both), await whose({ phone: number.phone })]).toEqual([contactId, contactId])
    expect(await address(contactId)).toEqual({ phone: number.phone, bsuid: id.bsuid })
    expect([await stage.state(contactId), await offers(contactId)]).toEqual(['confirmed', 'confirmed'])
    expect(await stage.advertises(contactId, stage.business.topics.offers)).toBe(true)
    const dpo = createContext(stage.runtime, stage.business.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'dpo',
    })
    const text = JSON.stringify((await exportPerson(dpo, contactId)).data)
    for (const part of ['ANGEBOTE', 'START', number.phone ?? '', id.bsuid ?? '', 'same_person'])
      expect(text).toContain(part)
  })

  it('C-75: a no of either record is a no of the person; a block ends what stood, and only a new double opt-in lifts it', async () => {
    const id = stage.phone({ phone: null })
    const number = stage.phone({ bsuid: null })
    const contactId = await stage.optsIn(id)
    await stage.sends(number, { text: 'START' })
    await stage.pump()
    await stage.answers(number, 'no')
    const both = { ...id, phone: number.phone }
    await stage.sends(both, { text: 'Hallo' })
    expect([await stage.state(contactId), await stage.advertises(contactId)]).toEqual(['withdrawn', false])

    const ben = stage.phone({ phone: null })
    const benId = await stage.optsIn(ben)
    const old = stage.phone({ bsuid: null })
    await stage.sends(old, { text: 'STOP' })
    const known = { ...ben, phone: old.phone }
    await stage.sends(known, { text: 'Hallo' })
    expect([await stage.state(benId), await stage.suppressed(benId)]).toEqual(['withdrawn', true])
    await stage.optsIn(known)
    expect([await stage.suppressed(benId), await stage.advertises(benId)]).toEqual([false, true])
  })
})
