import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { joinContacts } from '../merge/join.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { eraseInside } from '../privacy/erase-inside.ts'
import { ChatStage, type Phone } from '../testing/chat-stage.ts'

/** Two transactions about one person at a time: one takes the record away, the other was just going to write to it. */
describe('a record that goes while a message of its person is judged', () => {
  let stage: ChatStage
  beforeAll(async () => {
    stage = await ChatStage.open()
  })
  afterAll(() => stage.close())

  /** Begins the second while the first has all but committed; the embedded database lets them take turns. */
  async function meanwhile(first: (tx: Context) => Promise<unknown>, second: () => Promise<unknown>) {
    let other: Promise<unknown> = Promise.resolve()
    await withTransaction(stage.business.ctx, async (tx) => {
      await first(tx)
      other = second()
      if (inject('store') === 'postgres') await somebodyWaits()
    })
    await other
  }
  async function somebodyWaits(): Promise<void> {
    const waiting = sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    while ((await waiting.execute(stage.runtime.db)).rows.length === 0);
  }
  /** Numbers and ids, of now and of before, that lead to a record that is gone. */
  async function leadNowhere(): Promise<unknown[]> {
    const { rows } = await sql`
      select i.kind from (select business_id, contact_id, kind from contact_identity
        union all select business_id, contact_id, kind from contact_identity_past) i
      join contact c on c.business_id = i.business_id and c.contact_id = i.contact_id
      where c.erased_at is not null`.execute(stage.runtime.db)
    return rows
  }
  /** Somebody whose number only is known, and the same person's record under an id only. */
  async function twoRecords() {
    const both = stage.phone()
    const [byNumber, byId]: [Phone, Phone] = [
      { ...both, bsuid: null },
      { ...both, phone: null },
    ]
    return { byNumber, byId, goneId: await stage.optsIn(byNumber), keptId: await stage.optsIn(byId) }
  }
  const joins = (two: { goneId: string; keptId: string }) => (tx: Context) =>
    joinContacts(tx, { ...two, at: stage.now })

  it('C-75: an id that is told of it leads to who they are now, not to what is left of the record', async () => {
    const { byNumber, byId, ...two } = await twoRecords()
    const another = { ...byNumber, bsuid: stage.phone().bsuid }
    await meanwhile(joins(two), () => stage.sends(another, { text: 'Hallo' }))
    expect(await leadNowhere()).toEqual([])
    // The number is theirs who wrote last under an id, and they can say yes and be heard.
    expect(await stage.contact(byId)).toBe(two.keptId)
    const contactId = await stage.optsIn(another)
    expect([two.keptId, two.goneId]).not.toContain(contactId)
    expect(await stage.advertises(contactId)).toBe(true)
  })

  it('C-24: a STOP holds for who they are now', async () => {
    const { byNumber, byId: _, ...two } = await twoRecords()
    await meanwhile(joins(two), () => stage.sends(byNumber, { text: 'STOP' }))
    expect([await stage.contact(byNumber), await stage.state(two.keptId)]).toEqual([two.keptId, 'withdrawn'])
    expect(await stage.suppressed(two.keptId)).toBe(true)
  })

  it('C-24: nor is one lost that was said elsewhere, on the person’s page or to a member', async () => {
    const { byNumber: _, byId: __, ...two } = await twoRecords()
    await meanwhile(joins(two), () => stage.withdraws(two.goneId))
    expect([await stage.state(two.keptId), await stage.suppressed(two.keptId)]).toEqual(['withdrawn', true])
  })

  it('C-39: a change of number is that of who they are now', async () => {
    const { byNumber, byId: _, ...two } = await twoRecords()
    const { phone } = stage.phone()
    await meanwhile(joins(two), () => stage.changes(byNumber, 'user_changed_number', { phone }))
    expect(await leadNowhere()).toEqual([])
    expect(await stage.contact({ ...byNumber, phone })).toBe(two.keptId)
    expect(await stage.state(two.keptId)).toBe('suspended')
  })

  it('C-40: who was just erased is somebody new', async () => {
    const before = { ...stage.phone(), bsuid: null }
    const goneId = await stage.optsIn(before)
    const now = { ...before, bsuid: stage.phone().bsuid }
    const wish = { shred: true, forgetBlock: true, via: 'staff' } as const
    await meanwhile(
      (tx) => eraseInside(tx, goneId, wish),
      () => stage.sends(now, { text: 'Hallo' }),
    )
    expect(await leadNowhere()).toEqual([])
    expect(await stage.advertises(await stage.optsIn(now))).toBe(true)
  })
})
