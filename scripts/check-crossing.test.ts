import { expect, it } from 'vitest'
import { complaintsOf } from './check-crossing.ts'

const tables = new Set(['message', 'contact'])
const said = (text: string) =>
  complaintsOf('x.ts', text, tables, {}).complaints.map((line) => line.split(' ').slice(1, 3).join(' '))

it.each([
  ["db.selectFrom('message').where('business_id', '=', ctx.businessId)"],
  ["db.deleteFrom('message as m').where('m.business_id', '=', ctx.businessId).where('x', '=', 1)"],
  [
    "db.selectFrom('contact').innerJoin('message', (j) => j.onRef('message.business_id', '=', 'contact.business_id')).where('contact.business_id', '=', b)",
  ],
  ['sql`select 1 from message m where m.business_id = $'.concat('{b}`')],
  ['sql`select 1 from account where email = $1`'],
  ["db.insertInto('message').values(rows)"],
  ['sql`exists (select 1 from message m where m.business_id = contact.business_id)`'],
  [
    "const rows = await db.selectFrom('contact').where((eb) => eb.exists(eb.selectFrom('message').whereRef('message.business_id', '=', 'contact.business_id'))).where('contact.business_id', '=', b).execute()",
  ],
])('is content with %s', (text) => {
  expect(said(text)).toEqual([])
})

it.each([
  [
    "db.selectFrom('message').select(['business_id', 'message_id']).where('state', '=', 'queued')",
    'asks message',
  ],
  ["const q = db.updateTable('contact').set({ name: 1 })", 'asks contact'],
  ['sql<{ business_id: string }>`select business_id from message where state = 1`', 'asks message'],
  ['sql`delete from contact where created_at < now()`', 'asks contact'],
  [
    'sql`select m.payload from message m join contact c on c.business_id = m.business_id`.execute(db)',
    'asks message',
  ],
  [
    'sql`insert into note (business_id, text) select business_id, text from message`.execute(db)',
    'asks message',
  ],
  [
    "db.selectFrom('contact').innerJoin('message', (j) => j.onRef('message.business_id', '=', 'contact.business_id'))",
    'asks message',
  ],
  [
    'sql`select 1 from business b where exists (select 1 from message m where m.business_id = b.business_id)`',
    'looks from',
  ],
])('complains about %s', (text, complaint) => {
  expect(said(text)).toContain(complaint)
})

it('takes a reason from the list, and says which of the list are used', () => {
  const text = "db.selectFrom('message').where('state', '=', 'queued')"
  expect(complaintsOf('x.ts', text, tables, { 'x.ts message': 'a worker' })).toEqual({
    complaints: [],
    used: ['x.ts message'],
  })
})
