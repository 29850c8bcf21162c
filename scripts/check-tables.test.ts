import { expect, it } from 'vitest'
import { madeEverywhere } from './check-tables.ts'

const off = 'set local citus.enable_ddl_propagation to off;\n'
const on = 'set local citus.enable_ddl_propagation to on;\n'
const table = '-- owner: contacts\ncreate table note (business_id uuid);\n'

it.each([
  [off + table + on, []],
  [`alter table contact add column x text;\n${off}${table}${on}alter table contact drop column y;`, []],
  [table, ['note']],
  [off + on + table, ['note']],
  [off + table + on + table.replace('note', 'mark'), ['mark']],
  ['create table message_2026 partition of message default;', []],
])('finds the tables that %j makes on every node', (migration, names) => {
  expect(madeEverywhere(migration)).toEqual(names)
})
