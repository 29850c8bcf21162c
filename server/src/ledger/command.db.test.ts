import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createConsentBusiness } from '../testing/consent-business.ts'
import { createTestRuntime } from '../testing/runtime.ts'
import { ledgerHead, sealPending, verifyCommand } from './index.ts'

describe('jawort verify', () => {
  it('prints every business and ends with the worst result', async () => {
    const own = await createTestRuntime()
    try {
      const [good, bad] = [
        await createConsentBusiness(own, 'good', 1),
        await createConsentBusiness(own, 'bad', 1),
      ]
      for (const { record, contactIds } of [good, bad]) await record(contactIds[0] ?? '', 'confirmed')
      await sealPending(own)
      expect((await verifyCommand(own)).exitCode).toBe(0)
      const { root } = await ledgerHead(good.ctx)
      await sql`update consent_event set state = 'x' where business_id = ${bad.ctx.businessId}`.execute(
        own.db,
      )
      const result = await verifyCommand(own)
      expect(result.exitCode).toBe(30)
      expect(result.lines.join('\n')).toContain('bad: WRONG (event), 1 leaves\n  Entry 0: ')
      const one = await verifyCommand(own, { business: 'good' })
      expect(one.exitCode).toBe(0)
      expect(one.lines).toContain(`  root ${root}`)
      // A root is base64 and may spell the name; a business's report begins with it.
      expect(one.lines.filter((line) => line.startsWith('bad:'))).toEqual([])
      expect((await verifyCommand(own, { business: 'nobody' })).exitCode).toBe(2)
    } finally {
      await own.close()
    }
  })
})
