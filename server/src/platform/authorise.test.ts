import { expect, it } from 'vitest'
import { type Actor, ROLES, type Role } from './actor.ts'
import { requireRole } from './authorise.ts'
import { type Context, NO_BUSINESS } from './context.ts'
import { Problem } from './errors.ts'

function passes(actor: Actor, ...roles: Role[]): boolean {
  try {
    requireRole({ actor } as Context, ...roles)
    return true
  } catch (error) {
    if (error instanceof Problem && error.kind === 'forbidden') return false
    throw error
  }
}

it('lets owners do everything and others what their role names, with a session or a key', () => {
  for (const role of ROLES) {
    for (const wanted of ROLES) {
      const expected = role === 'owner' || role === wanted
      expect(passes({ kind: 'member', memberId: 'm', role }, wanted)).toBe(expected)
      expect(passes({ kind: 'apiKey', keyId: 'k', role }, wanted)).toBe(expected)
    }
    expect(passes({ kind: 'member', memberId: 'm', role })).toBe(role === 'owner')
  }
})

it('lets jobs and the operator pass, and never a person on the phone or a webhook', () => {
  expect(passes({ kind: 'system', job: 'j' })).toBe(true)
  expect(passes({ kind: 'operator', accountId: 'o' })).toBe(true)
  expect(passes({ kind: 'person', contactId: null }, ...ROLES)).toBe(false)
  expect(passes({ kind: 'webhook', source: 'whatsapp' }, ...ROLES)).toBe(false)
})

it('lets nobody work in a business that was not named, not even the operator', () => {
  for (const actor of [
    { kind: 'operator', accountId: 'o' },
    { kind: 'person', contactId: null },
  ] as const)
    expect(() => requireRole({ actor, businessId: NO_BUSINESS } as Context)).toThrow('business_missing')
})
