import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeContacts } from '../merge/merge.ts'
import { undoMerge } from '../merge/undo.ts'
import { createContext, newId } from '../platform/index.ts'
import { erasePerson, exportPerson, nameRetention } from '../privacy/index.ts'
import { describeRetention } from '../retention/index.ts'
import { ChatStage, type Phone } from '../testing/chat-stage.ts'
import { openContacts } from './open.ts'

/** People whom linked portfolios of one business know by an id each; what these share is the parent's (§3.1). */
describe('parent ids', () => {
  let stage: ChatStage
  beforeAll(async () => {
    stage = await ChatStage.open()
    stage.runtime.hooks.on(nameRetention, describeRetention)
    await stage.source('ANGEBOTE', [stage.business.topics.offers])
  })
  afterAll(() => stage.close())

  let count = 0
  /** One person with a hidden number, as two portfolios see them. */
  function seen(): { here: Phone; there: Phone } {
    const parent = `DE.ENT.${7_000 + ++count}`
    return {
      here: { ...stage.phone({ phone: null }), parent },
      there: { ...stage.phone({ phone: null }), parent },
    }
  }
  const member = (role: 'dpo' | 'marketer') =>
    createContext(stage.runtime, stage.business.businessId, { kind: 'member', memberId: newId(), role })
  const writtenTo = async (contactId: string) =>
    (await openContacts(stage.business.ctx, [contactId])).get(contactId)?.bsuid
  const alone = ({ bsuid, name }: Phone): Phone => ({ name, phone: null, bsuid })
  const offers = (contactId: string) => stage.state(contactId, stage.business.topics.offers)

  it('C-75: a person is found again under another portfolio’s id, and written to under the one that both know', async () => {
    const { here, there } = seen()
    const contactId = await stage.optsIn(here)
    expect(await writtenTo(contactId)).toBe(here.bsuid)
    await stage.sends(there, { text: 'Hallo, ich nochmal' })
    expect(await stage.contact(there)).toBe(contactId)
    expect([await stage.contact(alone(here)), await stage.contact(alone(there))]).toEqual([
      contactId,
      contactId,
    ])
    expect([await stage.state(contactId), await writtenTo(contactId)]).toEqual(['confirmed', here.parent])
    expect(await stage.advertises(contactId)).toBe(true)
  })

  it('C-24: STOP under one id is STOP under all; only a new double opt-in lifts it, and then for all', async () => {
    const { here, there } = seen()
    const contactId = await stage.optsIn(here)
    await stage.sends(there, { text: 'STOP' })
    expect([await stage.state(contactId), await stage.suppressed(contactId)]).toEqual(['withdrawn', true])
    await stage.pump()
    await stage.optsIn(there)
    expect([await stage.suppressed(contactId), await stage.advertises(contactId)]).toEqual([false, true])
  })

  it('C-34, C-37: the export names every id, the erasure forgets them, and the block holds under an id never seen before', async () => {
    const { here, there } = seen()
    const contactId = await stage.optsIn(here)
    await stage.sends(there, { text: 'STOP' })
    await stage.pump()
    const { data } = await exportPerson(member('dpo'), contactId)
    for (const id of [here.bsuid, there.bsuid, here.parent])
      expect(JSON.stringify(data.identities)).toContain(`"${id}"`)
    await erasePerson(member('dpo'), contactId, { confirm: 'ERASE' })
    const left = await stage.runtime.db
      .selectFrom('contact_identity')
      .select('kind')
      .where('contact_id', '=', contactId)
      .execute()
    expect(left).toEqual([])
    const again = { ...seen().there, parent: here.parent ?? '' }
    await stage.sends(again, { text: 'Hallo' })
    const stranger = await stage.contact(again)
    expect(stranger).not.toBe(contactId)
    expect([await stage.state(stranger), await stage.suppressed(stranger)]).toEqual(['none', true])
  })

  it('C-75: two records whose ids turn out to have one parent become one, with what each had; both ids stay theirs', async () => {
    const { here, there } = seen()
    const hereId = await stage.optsIn(alone(here))
    await stage.optsIn(alone(there), 'ANGEBOTE')
    await stage.sends(here, { text: 'Hallo' })
    await stage.sends(there, { text: 'Und hier' })
    const contactId = await stage.contact(there)
    expect(await stage.contact(alone(here))).toBe(contactId)
    expect([await stage.state(contactId), await offers(contactId)]).toEqual(['confirmed', 'confirmed'])
    expect(await writtenTo(contactId)).toBe(here.parent)
    expect(await openContacts(stage.business.ctx, [hereId])).toEqual(
      new Map([[hereId, expect.objectContaining({ name: null, bsuid: null })]]),
    )
  })

  it('C-39: a change that one portfolio tells of rests the consents, and the other’s id still leads to the person', async () => {
    const { here, there } = seen()
    const contactId = await stage.optsIn(here)
    await stage.sends(there, { text: 'Hallo' })
    const next = stage.phone({ phone: null })
    await stage.changes(here, 'user_changed_user_id', { bsuid: next.bsuid })
    expect(await stage.state(contactId)).toBe('suspended')
    const other = stage.phone({ phone: null })
    await stage.changes(there, 'user_changed_user_id', { bsuid: other.bsuid })
    const parent = 'DE.ENT.9900'
    for (const phone of [next, other]) expect(await stage.contact({ ...phone, parent })).toBe(contactId)
    expect(await writtenTo(contactId)).toBe(parent)
    expect(
      await stage.contact({ ...seen().here, parent: here.parent ?? '' }),
      'the old one leads nowhere',
    ).not.toBe(contactId)
  })

  it('C-75: undoing a member’s merge gives every id back', async () => {
    const { here, there } = seen()
    const goneId = await stage.optsIn(here)
    await stage.sends(there, { text: 'Hallo' })
    const number = stage.phone({ bsuid: null })
    stage.hours(1)
    const keptId = await stage.optsIn(number)
    await mergeContacts(member('marketer'), keptId, { otherId: goneId, keptId })
    const { merge_id: mergeId } = await stage.runtime.db
      .selectFrom('contact_merge')
      .select('merge_id')
      .where('contact_id', '=', keptId)
      .executeTakeFirstOrThrow()
    await undoMerge(member('marketer'), mergeId)
    expect([await stage.contact(alone(there)), await stage.contact(here)]).toEqual([goneId, goneId])
  })
})
