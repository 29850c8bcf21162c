import fc from 'fast-check'
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

  it('C-39: a new encryption key may be a new holder: consents rest, and only a new double opt-in wakes them', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    await stage.optsIn(mia, 'ANGEBOTE')
    await stage.queues(contactId)
    stage.hours(1)
    await stage.rekeys(mia)
    expect([await stage.state(contactId), await offers(contactId)]).toEqual(['suspended', 'suspended'])
    expect(await stage.pump(), 'what was queued goes to nobody, and nobody is written to first').toEqual([])
    expect(await address(contactId)).toEqual({ phone: mia.phone, bsuid: mia.bsuid })
    await stage.sends(mia, { text: 'Hallo' })
    expect((await stage.pump()).map(({ kind }) => kind)).toEqual(['question'])
    expect(await stage.advertises(contactId)).toBe(false)
    await stage.answers(mia, 'yes')
    expect([await stage.state(contactId), await offers(contactId)]).toEqual(['confirmed', 'confirmed'])
    expect(await stage.advertises(contactId)).toBe(true)
  })

  it('C-39: a new key ends an open question; a STOP, a NO and a block stand as they stood', async () => {
    const mia = stage.phone()
    await stage.sends(mia, { text: 'START' })
    await stage.pump()
    const contactId = await stage.contact(mia)
    await stage.rekeys(mia)
    expect(await stage.state(contactId)).toBe('expired')
    expect(await stage.answers(mia, 'yes'), 'asked by whoever was there before').not.toBe('confirmed')
    const tom = stage.phone()
    const tomId = await stage.optsIn(tom)
    await stage.sends(tom, { text: 'STOP' })
    await stage.pump()
    await stage.rekeys(tom)
    await stage.sends(tom, { text: 'Hallo' })
    expect([await stage.state(tomId), await stage.suppressed(tomId), await stage.pump()]).toEqual([
      'withdrawn',
      true,
      [],
    ])
  })

  it('C-76: a key change that is told late leaves alone what was asked for since', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    stage.hours(1)
    const change = stage.now
    stage.hours(1)
    await stage.optsIn(mia, 'ANGEBOTE')
    await stage.rekeys(mia, change)
    expect([await stage.state(contactId), await offers(contactId)]).toEqual(['suspended', 'confirmed'])
    expect(await stage.advertises(contactId, stage.business.topics.offers)).toBe(true)
  })

  /** Somebody whose number, id and phone change; knows by themselves whether they have agreed since. */
  class Traveller {
    phone = stage.phone()
    agreed = false
    arrived = 0

    readonly does = {
      start: () => stage.sends(this.phone, { text: 'START' }),
      hello: () => stage.sends(this.phone, { text: 'Habt ihr offen?' }),
      yes: async () => {
        const contactId = await stage.contact(this.phone)
        const asked = stage.left.some((each) => each.kind === 'question' && each.contactId === contactId)
        if (asked && (await stage.answers(this.phone, 'yes')) === 'confirmed') this.agreed = true
      },
      stop: async () => {
        await stage.sends(this.phone, { text: 'STOP' })
        this.agreed = false
      },
      key: async () => {
        await stage.rekeys(this.phone)
        this.agreed = false
      },
      number: async () => {
        const next = stage.phone()
        await moved(this.phone, next)
        Object.assign(this, { phone: next, agreed: false })
      },
      id: async () => {
        const next = stage.phone({ phone: null })
        await stage.changes(this.phone, 'user_changed_user_id', { bsuid: next.bsuid })
        Object.assign(this, { phone: next, agreed: false })
      },
      send: async () => {
        const left = await stage.advertises(await stage.contact(this.phone))
        expect(left).toBe(this.agreed)
        if (left) this.arrived++
      },
    }
  }

  it('C-39, C-24: in whatever order numbers, ids, keys and words come, marketing leaves only after a yes since the last change', async () => {
    const acts = fc.constantFrom('start', 'yes', 'stop', 'hello', 'number', 'key', 'id', 'send')
    let arrived = 0
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 14 }), async (history) => {
        const person = new Traveller()
        await person.does.hello()
        for (const act of [...history, 'send' as const]) {
          stage.hours(1)
          await person.does[act]()
          await stage.pump()
        }
        arrived += person.arrived
      }),
      {
        numRuns: 10,
        examples: [[['start', 'yes', 'send', 'key', 'send', 'hello', 'yes']], [['start', 'yes', 'number']]],
      },
    )
    expect(arrived, 'some of them did get marketing').toBeGreaterThan(0)
  }, 120_000)
})
