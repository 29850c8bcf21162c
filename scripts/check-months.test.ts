import { expect, it } from 'vitest'
import { complaintsAbout } from './check-months.ts'

const within = (statement: string) => `async function take() { await sql\`${statement}\`.execute(db) }`
const complaints = (statement: string, allowed: Record<string, string> = {}) =>
  complaintsAbout('x.ts', within(statement), allowed)

it.each([
  'select 1 from message_queue q join message m on m.month = q.month and m.message_id = q.message_id',
  'with mine as (select month, message_id from message_queue for update) update message m set state = 1 from mine where m.month = any($1::date[]) and m.message_id = mine.message_id',
  'update webhook_update set problem = 1 where month = $1 and update_key = $2',
])('is content with %s', (statement) => {
  expect(complaints(statement).complaints).toEqual([])
})

it.each([
  'with mine as (select month, message_id from message_queue for update) update message m set state = 1 from mine where m.month = mine.month',
  'select 1 from message_queue q join message m on m.month = q.month for no key update of q',
  'delete from message_queue q using message m where m."month" = "q"."month"',
  'with mine as (select month from message_queue for update) update message set state = 1 where month = any(array(select month from mine))',
  'update message m set state = 1 $'.concat('{sql`from message_queue q where m.month = q.month`}'),
])('complains of %s', (statement) => {
  expect(complaints(statement).complaints).toHaveLength(1)
})

it('lets pass what the list names, and tells that it was needed', () => {
  const statement = 'update message m set state = 1 from message_queue q where m.month = q.month'
  expect(complaints(statement, { 'x.ts take': 'a reason' })).toEqual({ complaints: [], used: ['x.ts take'] })
})
