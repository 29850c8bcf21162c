import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createConsentBusiness } from '../testing/consent-business.ts'
import { createTestRuntime } from '../testing/runtime.ts'
import { startTimeAuthority } from '../testing/time-authority.ts'
import { requestTimestamp } from './anchor/request-timestamp.ts'
import { storeAnchor } from './anchor/store.ts'
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

  it('C-16: stored time stamps are checked again; a wrong one is named and ends it with code 50', async () => {
    const own = await createTestRuntime()
    const [authority, stranger] = [await startTimeAuthority(), await startTimeAuthority()]
    try {
      const shop = await createConsentBusiness(own, 'shop', 1)
      const { ctx } = shop
      /** One more checkpoint. @returns its size, and the token over it */
      const stamp = async () => {
        await shop.record(shop.contactIds[0] ?? '', 'confirmed')
        await sealPending(own)
        const { size, note } = await ledgerHead(ctx)
        const settings = { url: authority.url, certificates: authority.root }
        const { token, at } = await requestTimestamp(settings, Buffer.from(note ?? ''))
        return { kind: 'timestamp', by: 'Test Time authority', proof: token, at, size } as const
      }
      const first = await stamp()
      await storeAnchor(ctx, first)
      const good = await verifyCommand(own, { trusted: authority.root })
      expect(good.exitCode).toBe(0)
      const upTo = `up to checkpoint 1: ${first.at.toISOString()}, Test Time authority`
      expect(good.lines).toContain(`  1 of 1 time stamps hold, ${upTo}`)
      expect(good.lines.join('\n')).not.toContain('was not checked')

      const unasked = await verifyCommand(own)
      expect(unasked.exitCode).toBe(0)
      expect(unasked.lines.at(-1)).toContain('who vouches for the time stamp authority was not checked')
      const foreign = await verifyCommand(own, { trusted: stranger.root })
      expect(foreign.exitCode).toBe(50)
      expect(foreign.lines.join('\n')).toMatch(
        /WRONG time stamp [0-9a-f-]{36} over checkpoint 1: .*\(chain\)/,
      )

      // A token over another checkpoint, one with a changed signature, one under another time.
      const second = await stamp()
      const changed = second.proof.map((byte, i) => (i === second.proof.length - 1 ? byte ^ 1 : byte))
      await storeAnchor(ctx, { ...first, size: second.size })
      await storeAnchor(ctx, { ...second, proof: changed })
      await storeAnchor(ctx, { ...second, at: new Date(second.at.getTime() - 1000) })
      const wrong = await verifyCommand(own)
      expect(wrong.exitCode).toBe(50)
      const text = wrong.lines.join('\n')
      expect(text).toContain('  1 of 4 time stamps hold')
      expect(text).toContain('over checkpoint 2: the time stamp is about other data')
      expect(text).toContain('over checkpoint 2: no certificate in the time stamp signed it')
      expect(text).toContain('another time than is noted for it')

      // Worse than a wrong time stamp is a ledger that was changed.
      await sql`update consent_event set state = 'x' where business_id = ${ctx.businessId}`.execute(own.db)
      expect((await verifyCommand(own)).exitCode).toBe(30)
    } finally {
      await authority.close()
      await stranger.close()
      await own.close()
    }
  })
})
