import { expect, it } from 'vitest'
import { PROCESS_ROLES, ProcessRoles, poolSizeFor } from './roles.ts'

it('takes roles in any order, each once; nothing means all', () => {
  expect(ProcessRoles.parse('dispatch, web,dispatch')).toEqual(['web', 'dispatch'])
  expect(ProcessRoles.parse('')).toEqual([...PROCESS_ROLES])
  expect(ProcessRoles.safeParse('web,cook').error?.issues[0]?.message).toContain(
    'web, intake, dispatch, jobs',
  )
})

it('opens more connections for more work, within reason', () => {
  const sizes = PROCESS_ROLES.map((role) => poolSizeFor([role]))
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(2)
  expect(poolSizeFor(['intake', 'jobs'])).toBe(poolSizeFor(['intake']) + poolSizeFor(['jobs']))
  expect(poolSizeFor(PROCESS_ROLES)).toBe(20)
})
