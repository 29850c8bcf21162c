import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId, withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { type StatusUpdate, wamidDigest } from '../whatsapp/index.ts'
import { type Joined, joinStatuses } from './join-statuses.ts'
import { monthOfMessage } from './month.ts'
import { type Course, type MessageEvent, step } from './outcome.ts'
import { settleStatuses } from './settle-statuses.ts'

const OPEN = ['queued', 'sending', 'held', 'unknown']

/** Everything that can have happened before statuses come, told to the machine only. */
const claimed: MessageEvent = { what: 'claim', verdict: 'send' }
const before = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(claimed) },
    fc.constantFrom<MessageEvent>(
      { what: 'takeover' },
      { what: 'doubt_over' },
      { what: 'hold_over' },
      { what: 'withdrawn', reason: 'consent_withdrawn' },
      { what: 'claim', verdict: 'withhold', reason: 'on_hold' },
    ),
    fc
      .tuple(
        fc.integer({ min: 1, max: 2 }),
        fc.constantFrom('accepted', 'held', 'lost', 'released', 131000, 131026),
      )
      .map(([attempt, answer]): MessageEvent => {
        if (typeof answer === 'number') return { what: 'refused', attempt, code: answer }
        if (answer === 'lost' || answer === 'released') return { what: answer, attempt }
        return { what: 'accepted', attempt, wamid: `w${attempt}`, held: answer === 'held' }
      }),
  ),
  { maxLength: 6 },
)
const FRESH: Course = { state: 'queued', reason: null, attempts: 0, tries: 0, wamid: null }

describe('statuses in the database', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
  })
  afterAll(() => kit.runtime.close())

  const person = (name: string) => kit.people.get(name) ?? ''
  const digest = (wamid: string | null) => (wamid === null ? null : wamidDigest(kit.as(), wamid))

  /** A marketing message as if its course had led here. */
  async function put(course: Course, contactId: string, campaignId: string | null = null): Promise<string> {
    const ctx = kit.as()
    const messageId = newId()
    const month = monthOfMessage(messageId)
    await sql`insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, campaign_id, category, kind, state,
        reason, attempts, tries, wamid_digest, created_at)
      values (${kit.business}, ${month}::date, ${messageId}, ${contactId}, ${kit.channel}, ${kit.topic}, ${campaignId}, 'marketing',
        'template', ${course.state}, ${course.reason}, ${course.attempts}, ${course.tries}, ${digest(course.wamid)}, ${kit.now()})`.execute(
      ctx.db,
    )
    if (OPEN.includes(course.state)) {
      await sql`insert into message_queue (business_id, month, message_id, contact_id, channel_id, campaign_id, priority, not_before,
          epoch, claimed_at)
        values (${kit.business}, ${month}::date, ${messageId}, ${contactId}, ${kit.channel}, ${campaignId}, 4, ${kit.now()},
          ${course.state === 'queued' ? null : 1}, ${course.state === 'queued' ? null : kit.now()})`.execute(
        ctx.db,
      )
    }
    return messageId
  }

  async function read(messageId: string): Promise<Course & { waiting: boolean | null; code: number | null }> {
    const { rows } = await sql<Course & { waiting: boolean | null; code: number | null }>`
      select m.state, m.reason, m.attempts, m.tries, m.wamid_digest as wamid, m.error_code as code,
        case when q.message_id is not null then q.epoch is null end as waiting
      from message m left join message_queue q on q.business_id = m.business_id and q.message_id = m.message_id
      where m.business_id = ${kit.business} and m.message_id = ${messageId}`.execute(kit.runtime.db)
    const [row] = rows
    if (!row) throw new Error('a message is lost')
    return row
  }

  const status = (
    messageId: string,
    attempt: number,
    name: StatusUpdate['status'],
    code = 0,
    wamid = `w${attempt}`,
  ): StatusUpdate => ({
    kind: 'status',
    wamid,
    status: name,
    at: kit.now(),
    callback: `jw1.${messageId}.${attempt}`,
    pricing: null,
    error: name === 'failed' ? { code, title: '', detail: '' } : null,
  })
  /** A message after these events; G1 lets nobody be queued who has withdrawn. */
  async function putAfter(events: MessageEvent[], withdrew: boolean, wamidOf: (attempt: number) => string) {
    const course = events.reduce(step, FRESH)
    const gone = withdrew && course.state !== 'queued' && course.state !== 'sending'
    const own = { ...course, wamid: course.wamid && wamidOf(Number(course.wamid.slice(1))) }
    const id = await put(own, person(gone ? 'Emil' : 'Anna'))
    return { id, course: own, barred: gone ? 'consent_withdrawn' : null }
  }
  const follow = (course: Course, one: Joined, barred: string | null) =>
    step(course, {
      what: 'status',
      attempt: one.attempt,
      wamid: one.wamid,
      rank: one.rank,
      failed: one.failedAt ? (one.code ?? 0) : null,
      barred,
    })
  const settle = (statuses: StatusUpdate[]) =>
    withTransaction(kit.as(), (tx) => settleStatuses(tx, { statuses }))

  it('take every message where its state machine takes it, and lose none (property)', async () => {
    const news = fc.array(
      fc.tuple(
        fc.nat(4),
        fc.integer({ min: 1, max: 2 }),
        fc.constantFrom(
          'sent' as const,
          'delivered' as const,
          'read' as const,
          131000,
          131026,
          131049,
          132015,
          987_654,
        ),
      ),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(before, fc.boolean()), { minLength: 5, maxLength: 5 }),
        news,
        async (histories, all) => {
          // Message ids of Meta are unique, so each run needs its own.
          const run = newId()
          const mine = (attempt: number, message: number) => `${run}.${message}.${attempt}`
          const cast = await Promise.all(
            histories.map(([events, withdrew], index) => putAfter(events, withdrew, (n) => mine(n, index))),
          )
          const statuses = all.map(([message, attempt, what]) =>
            typeof what === 'number'
              ? status(cast[message]?.id ?? '', attempt, 'failed', what, mine(attempt, message))
              : status(cast[message]?.id ?? '', attempt, what, 0, mine(attempt, message)),
          )
          await settle(statuses)
          const rounds = joinStatuses(statuses).flat()
          for (const { id, course, barred } of cast) {
            const expected = rounds
              .filter((one) => one.messageId === id)
              .reduce((now, one) => follow(now, one, barred), course)
            const { waiting, code: _, ...found } = await read(id)
            expect(found).toEqual({ ...expected, wamid: digest(expected.wamid) })
            expect(waiting).toBe(OPEN.includes(found.state) ? found.state === 'queued' : null)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('believe a request that a restored database does not know of: the message is not requested again', async () => {
    const { id: campaignId } = await kit.draft()
    const waits = async (name: string) => put(FRESH, person(name), campaignId)
    const [sent, delivered, failed] = [await waits('Anna'), await waits('Ben'), await waits('=Cmd')]
    const single = await put({ ...FRESH, state: 'accepted', attempts: 1, wamid: 'f1' }, person('Anna'))
    await settle([
      status(sent, 1, 'sent', 0, 'f2'),
      status(delivered, 2, 'delivered', 0, 'f3'),
      // It may be tried again by the table of errors, and perhaps was.
      status(failed, 1, 'failed', 131049, 'f4'),
      status(single, 2, 'failed', 131049, 'f5'),
    ])
    expect(await read(sent)).toMatchObject({ state: 'sent', attempts: 1, waiting: null })
    expect(await read(delivered)).toMatchObject({ state: 'delivered', attempts: 2, waiting: null })
    expect(await read(failed)).toMatchObject({ state: 'failed', attempts: 1, waiting: null, code: 131049 })
    expect(await read(single)).toMatchObject({ state: 'failed', attempts: 2, waiting: null })
    await settle([status(sent, 1, 'read', 0, 'f2')])
    expect(await read(sent)).toMatchObject({ state: 'read' })
  })

  it('puts a message back with its time, and the others of the batch are settled whatever becomes of it', async () => {
    const accepted: Course = { ...FRESH, state: 'accepted', attempts: 1, wamid: 'b1' }
    const again = await put(accepted, person('Anna'))
    const withdrew = await put({ ...accepted, wamid: 'b2' }, person('Emil'))
    const fine = await put({ ...accepted, wamid: 'b3' }, person('Ben'))
    await settle([
      status(again, 1, 'failed', 131049, 'b1'),
      status(withdrew, 1, 'failed', 131049, 'b2'),
      status(fine, 1, 'delivered', 0, 'b3'),
    ])
    expect(await read(again)).toMatchObject({
      state: 'queued',
      tries: 1,
      code: 131049,
      waiting: true,
      wamid: null,
    })
    expect(await read(withdrew)).toMatchObject({
      state: 'withheld',
      reason: 'consent_withdrawn',
      waiting: null,
    })
    expect(await read(fine)).toMatchObject({ state: 'delivered' })
    const { rows } = await sql<{
      not_before: Date
    }>`select not_before from message_queue where message_id = ${again}`.execute(kit.runtime.db)
    expect(rows[0]?.not_before.getTime()).toBe(kit.now().getTime() + 24 * 3_600_000)
  })
})
