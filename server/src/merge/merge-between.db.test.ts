import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claim } from '../dispatch/claim.ts'
import { takeLease } from '../dispatch/lease.ts'
import { type Context, createContext, DAY, newId, withTransaction } from '../platform/index.ts'
import { issueLink, openLink } from '../preferences/link.ts'
import { ChatStage, type Phone } from '../testing/chat-stage.ts'
import { joinContacts } from './join.ts'
import { listMerges } from './list.ts'
import { mergeContacts } from './merge.ts'
import { undoMerge } from './undo.ts'

interface Two {
  /** The phone of the record that goes. */
  before: Phone
  goneId: string
  keptId: string
}

/** What hangs on a record without being of its chat: pauses, links to the person's page, messages on their way. */
describe('what is under way when two records become one', () => {
  let stage: ChatStage
  let marketer: Context
  beforeAll(async () => {
    stage = await ChatStage.open()
    marketer = createContext(stage.runtime, stage.business.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'marketer',
    })
  })
  afterAll(() => stage.close())

  /** The record of somebody's old number, silent for two days, and that of the new one. */
  async function twice(): Promise<Two> {
    const before = stage.phone({ name: 'Mia Beck' })
    const goneId = await stage.optsIn(before)
    stage.hours(48)
    const now = stage.phone({ name: 'Beck Mia' })
    await stage.sends(now, { text: 'Neue Nummer!' })
    return { before, goneId, keptId: await stage.contact(now) }
  }
  const merge = ({ goneId, keptId }: Two) => mergeContacts(marketer, keptId, { otherId: goneId, keptId })
  const join = ({ goneId, keptId }: Two) =>
    withTransaction(stage.business.ctx, (tx) => joinContacts(tx, { keptId, goneId, at: stage.now }))
  let mergedAt: Date
  const pause = (contactId: string, days: number) =>
    sql`insert into marketing_pause (business_id, contact_id, since, until) values (${stage.business.businessId}, ${contactId},
      ${stage.now}, ${new Date(stage.now.getTime() + days * DAY)})`.execute(stage.runtime.db)
  const pausedUntil = async (contactId: string) => {
    const { rows } = await sql<{
      until: Date
    }>`select until from marketing_pause where contact_id = ${contactId}`.execute(stage.runtime.db)
    return rows[0]?.until
  }

  it.each([
    ['a member', merge],
    ['WhatsApp', join],
  ])(
    'C-33: a pause that the person asked for under either record goes on, the longer one, when %s makes them one',
    async (_who, unite) => {
      const two = await twice()
      await pause(two.goneId, 60)
      await pause(two.keptId, 30)
      const until = await pausedUntil(two.goneId)
      await unite(two)
      expect(await pausedUntil(two.keptId)).toEqual(until)
    },
  )

  it('C-37: links to the page of either record open nothing any more', async () => {
    const two = await twice()
    const { channelId, ctx } = stage.business
    const tokens: string[] = []
    for (const contactId of [two.goneId, two.keptId]) {
      const url = await withTransaction(ctx, (tx) => issueLink(tx, { contactId, channelId }))
      tokens.push(url?.split('/p/')[1] ?? '')
    }
    const opened = async () => Promise.all(tokens.map((token) => openLink(stage.runtime, token)))
    expect((await opened()).map((visit) => visit?.contactId)).toEqual([two.goneId, two.keptId])
    await merge(two)
    expect(await opened()).toEqual([null, null])
  })

  it.each([
    // What reaches us of a message that was under way, or from a page that was open.
    ['of the record that went', async ({ goneId }: Two) => stage.withdraws(goneId)],
    ['by the person on their new phone', async ({ keptId }: Two) => stage.withdraws(keptId)],
    [
      'by the old phone before the merge, and arrives after it',
      async ({ before }: Two) => stage.sends(before, { text: 'STOP', at: mergedAt }),
    ],
  ])(
    'C-24: a STOP that is said %s counts for both records, also once they are two again',
    async (_how, stop) => {
      const two = await twice()
      mergedAt = stage.now
      await merge(two)
      await stop(two)
      expect((await stage.pump()).filter(({ kind }) => kind === 'receipt')).toHaveLength(1)
      const [{ id = '' } = {}] = await listMerges(marketer, two.keptId)
      await undoMerge(marketer, id)
      for (const contactId of [two.goneId, two.keptId]) {
        expect(await stage.suppressed(contactId)).toBe(true)
        expect(await stage.advertises(contactId)).toBe(false)
      }
      expect(await stage.state(two.goneId)).toBe('withdrawn')
    },
  )

  it('G3: a message that is just leaving stays with the record whose address it goes to', async () => {
    const two = await twice()
    expect(await stage.queues(two.goneId)).toBe(true)
    const { ctx, channelId } = stage.business
    const lease = await takeLease(ctx, channelId, 'stage')
    const claimed = lease ? await claim(ctx, lease, { messages: 5, initiated: 5 }) : []
    expect(claimed.map(({ state }) => state)).toEqual(['sending'])
    await merge(two)
    const { rows } = await sql<{ message: string; queue: string }>`
      select m.contact_id as message, q.contact_id as queue from message_queue q
      join message m on m.business_id = q.business_id and m.message_id = q.message_id
      where q.business_id = ${stage.business.businessId}`.execute(stage.runtime.db)
    expect(rows).toEqual([{ message: two.goneId, queue: two.goneId }])
  })

  it('a record that stands by itself again has its chat again', async () => {
    const two = await twice()
    const chats = async () => {
      const rows = await stage.runtime.db
        .selectFrom('conversation')
        .select('state')
        .where('contact_id', '=', two.goneId)
        .execute()
      return rows.length
    }
    expect(await chats()).toBe(1)
    await merge(two)
    expect(await chats()).toBe(0)
    const [{ id = '' } = {}] = await listMerges(marketer, two.keptId)
    await undoMerge(marketer, id)
    expect(await chats()).toBe(1)
  })
})
