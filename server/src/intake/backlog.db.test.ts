import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Context, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { othersWaiting, peopleWaiting, takePerson, takeUpdates } from './store.ts'

const WAITING = 100_000
/** Whatever is read beside the rows that are asked for. */
const AT_MOST = 200

// A cluster counts what it reads on its nodes.
describe.skipIf(inject('cluster'))('a long row of updates that wait', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
    // As it is after any quiet minute: what comes then, the planner does not know.
    await sql`vacuum analyze webhook_waiting`.execute(story.ctx.db)
    for (const lane of ['person', 'status'] as const)
      await sql`
        insert into webhook_waiting (business_id, lane, received_at, update_key, month, person_digest, at)
        select ${story.ctx.businessId}::uuid, ${lane}, now() + n * interval '1 ms', ${lane} || n, date_trunc('month', now())::date,
          case when ${lane} = 'person' then 'person-' || n % 5000 end, now() + n * interval '1 ms'
        from generate_series(1, ${WAITING}::int) as n`.execute(story.ctx.db)
  })
  afterAll(() => story.close())

  /** Rows of the waiting table that were looked at. */
  const lookedAt = (work: (tx: Context) => Promise<unknown>) =>
    withTransaction(story.ctx, async (tx) => {
      const before = await read(tx)
      await work(tx)
      return (await read(tx)) - before
    })
  /** As this connection counts them, and has not told anybody yet. */
  const read = async (tx: Context) => {
    const { rows } = await sql<{ n: number }>`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_xact_user_tables
      where relname = 'webhook_waiting'`.execute(tx.db)
    return rows[0]?.n ?? 0
  }

  const takes: Record<string, (tx: Context) => Promise<unknown>> = {
    'who has something': (tx) => othersWaiting(tx),
    'the next statuses': (tx) => takeUpdates(tx, 'status', 20),
    'who is next': (tx) => peopleWaiting(tx, 30),
    'the next of one person': (tx) => takePerson(tx, 'person-7'),
  }
  for (const known of [false, true])
    describe(known ? 'that the planner knows of' : 'that the planner knows nothing of', () => {
      beforeAll(async () => {
        if (known) await sql`analyze webhook_waiting`.execute(story.ctx.db)
      })
      for (const [what, take] of Object.entries(takes))
        it(`is not gone through for ${what}`, async () => {
          const rows: number[] = []
          // A connection plans a statement anew five times before it keeps a plan.
          while (rows.length < 8) rows.push(await lookedAt(take))
          expect(rows).toSatisfy((each: number[]) => each.every((n) => n > 0 && n < AT_MOST))
        })
    })
})
