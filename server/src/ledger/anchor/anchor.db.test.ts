import { parseProof, parseVerifierKey } from '@jawort/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Context, createContext, DAY, HOUR, MINUTE, newId } from '../../platform/index.ts'
import { type ConsentBusiness, createConsentBusiness } from '../../testing/consent-business.ts'
import { type MailServer, partsOf, startMailServer } from '../../testing/mail-server.ts'
import { createTestRuntime, type TestRuntime } from '../../testing/runtime.ts'
import { startTimeAuthority, type TimeAuthority } from '../../testing/time-authority.ts'
import {
  anchorFailing,
  anchorLedgers,
  anchorsFor,
  inclusionProofFor,
  ledgerHead,
  sealPending,
  verifyTimestamp,
} from '../index.ts'
import { anchorProof, listAnchors } from './find.ts'
import { anchorNow } from './now.ts'

const OFFICER = 'anna.berg@kanzlei.example'

describe('checkpoints that leave the installation', () => {
  let authority: TimeAuthority
  let mail: MailServer
  let runtime: TestRuntime
  let shop: ConsentBusiness
  let made = 0
  const told: unknown[] = []

  beforeAll(async () => {
    authority = await startTimeAuthority()
    mail = await startMailServer()
    runtime = await createTestRuntime({
      JAWORT_TIMESTAMP_URL: authority.url,
      JAWORT_TIMESTAMP_CA_FILE: authority.rootFile,
      JAWORT_SMTP_URL: mail.url,
      JAWORT_SMTP_FROM: 'jawort@installation.example',
      PUBLIC_URL: 'https://jawort.example',
    })
    runtime.hooks.on(anchorFailing, async (_tx, { kind }) => {
      told.push(kind)
    })
  })
  afterAll(async () => {
    await runtime.close()
    await mail.close()
    await authority.close()
  })
  beforeEach(async () => {
    authority.answer = undefined
    mail.refuse = undefined
    mail.received.length = 0
    told.length = 0
    // Only the business of the test at hand has anything to take out.
    await sql`update business set dpo_email = null`.execute(runtime.db)
    shop = await createConsentBusiness(runtime, `shop-${++made}`, 1)
    await anchorLedgers(runtime)
  })

  /** One more leaf under a checkpoint of its own. */
  async function grow(): Promise<string> {
    const entryId = await shop.record(shop.contactIds[0] ?? '', 'confirmed')
    await sealPending(runtime, shop.ctx.businessId)
    return entryId
  }
  const kinds = async (ctx: Context = shop.ctx) =>
    (await listAnchors(ctx, {})).items.map(({ kind, size }) => `${kind} ${size}`)
  const nameOfficer = (language = 'de') =>
    runtime.db
      .updateTable('business')
      .set({ dpo_email: OFFICER, language: language === 'en' ? 'en' : 'de' })
      .where('business_id', '=', shop.ctx.businessId)
      .execute()

  describe('as time stamps', () => {
    it('C-16: once a day, and only when something was signed since', async () => {
      await anchorLedgers(runtime)
      expect(await kinds()).toEqual([])
      await grow()
      await anchorLedgers(runtime)
      await anchorLedgers(runtime)
      expect(await kinds()).toEqual(['timestamp 1'])
      await grow()
      await anchorLedgers(runtime)
      expect(await kinds()).toEqual(['timestamp 1'])
      runtime.clock.advance(DAY)
      await anchorLedgers(runtime)
      expect(await kinds()).toEqual(['timestamp 2', 'timestamp 1'])
      runtime.clock.advance(DAY)
      await anchorLedgers(runtime)
      expect(await kinds()).toEqual(['timestamp 2', 'timestamp 1'])
    })

    it('C-16: a proof leans on the first stamped checkpoint that covers its leaf', async () => {
      const [first] = [await grow(), await grow()]
      await anchorNow(shop.ctx)
      const third = await grow()
      const [proved, unstamped] = [
        await inclusionProofFor(shop.ctx, first),
        await inclusionProofFor(shop.ctx, third),
      ]
      const sizeOf = (proof: string) => Number(parseProof(proof).checkpoint.split('\n')[1])
      expect([sizeOf(proved), sizeOf(unstamped)]).toEqual([2, 3])
      const [anchor, ...more] = await anchorsFor(shop.ctx, { size: 2 })
      expect(more).toEqual([])
      const note = Buffer.from(parseProof(proved).checkpoint, 'utf8')
      expect(anchor && (await verifyTimestamp(anchor.proof, note, authority.root))).toMatchObject({
        ok: true,
      })
      expect(await anchorsFor(shop.ctx, { size: 3 })).toEqual([])
    })

    it('C-16: are shown with kind, age and what they cover, and given out byte for byte', async () => {
      expect(await ledgerHead(shop.ctx)).toMatchObject({ lastAnchor: null })
      await grow()
      const { items } = await anchorNow(shop.ctx)
      const stamped = items[0]?.anchor
      expect(items).toMatchObject([
        { kind: 'timestamp', failed: null, anchor: { by: 'Test Time authority' } },
      ])
      expect((await ledgerHead(shop.ctx)).lastAnchor).toEqual(stamped)
      const file = await anchorProof(shop.ctx, stamped?.id ?? '')
      expect(file).toMatchObject({ fileName: 'checkpoint-1.tst', binary: true })
      const [stored] = await anchorsFor(shop.ctx, { size: 1 })
      expect(file.proof).toEqual(stored?.proof)
      const again = await anchorNow(shop.ctx)
      expect(again.items[0]?.anchor).toEqual(stamped)
    })

    it('C-16: a stamp that does not hold is not stored', async () => {
      await grow()
      authority.answer = async () => Buffer.from('30053003020102', 'hex')
      expect((await anchorNow(shop.ctx)).items[0]).toMatchObject({
        anchor: null,
        failed: expect.stringContaining('refused'),
      })
      expect(await kinds()).toEqual([])
    })

    it('are tried again with growing rests; after two days the business hears of it', async () => {
      await grow()
      authority.answer = async () => 503
      const asked = authority.asked
      const tries = () => authority.asked - asked
      await anchorLedgers(runtime)
      await anchorLedgers(runtime)
      expect(tries()).toBe(1)
      runtime.clock.advance(10 * MINUTE)
      await anchorLedgers(runtime)
      runtime.clock.advance(10 * MINUTE)
      await anchorLedgers(runtime)
      expect(tries()).toBe(2)
      runtime.clock.advance(10 * MINUTE)
      await anchorLedgers(runtime)
      expect(tries()).toBe(3)
      const failing = (await ledgerHead(shop.ctx)).ways.find(({ kind }) => kind === 'timestamp')
      expect(failing?.failingSince).not.toBeNull()
      for (let hours = 0; hours < 47; hours += 6) {
        runtime.clock.advance(6 * HOUR)
        await anchorLedgers(runtime)
      }
      expect(told).toEqual(['timestamp'])
      authority.answer = undefined
      runtime.clock.advance(6 * HOUR)
      await anchorLedgers(runtime)
      expect(await kinds()).toEqual(['timestamp 1'])
      expect((await ledgerHead(shop.ctx)).ways).toContainEqual({
        kind: 'timestamp',
        missing: null,
        failingSince: null,
      })
    })
  })

  describe('by mail to the data protection officer', () => {
    it.each([
      ['de', 'Guten Tag', 'Nachweisbuch von shop-', 'stand-'],
      ['en', 'Hello', 'Consent ledger of shop-', 'checkpoint-'],
    ])('C-16: carry the signed note unchanged, in %s', async (language, greeting, subject, fileName) => {
      await nameOfficer(language)
      await grow()
      await anchorNow(shop.ctx, { kinds: ['mail'] })
      const [message] = mail.received
      expect(message).toMatchObject({ from: 'jawort@installation.example', to: [OFFICER] })
      const [text, file] = partsOf(message?.source ?? '')
      const { note, publicKey } = await ledgerHead(shop.ctx)
      expect(message?.source).toContain(`Subject: ${subject}`)
      expect(text?.body).toContain(greeting)
      expect(text?.body).toContain(note)
      expect(text?.body).toContain(publicKey)
      expect(parseVerifierKey(publicKey).name).toContain('jawort/')
      expect(text?.body).toContain(`https://jawort.example/b/shop-${made}/privacy`)
      expect(file?.body).toBe(note)
      expect(file?.headers).toContain(fileName)
      // The officer's own name is nobody's business for as long as the ledger lasts.
      expect(await listAnchors(shop.ctx, {})).toMatchObject({
        items: [{ kind: 'mail', by: 'kanzlei.example' }],
      })
      const [anchor] = await anchorsFor(shop.ctx, { size: 1 })
      expect(Buffer.from(anchor?.proof ?? []).toString()).toMatch(
        /^<.+@installation\.example>\n250 kept as 1\n$/,
      )
    })

    it('C-16: every week by themselves, when something was signed since, and at once when asked', async () => {
      await grow()
      await anchorLedgers(runtime)
      expect(mail.received).toEqual([])
      await nameOfficer()
      await anchorLedgers(runtime)
      expect(mail.received).toHaveLength(1)
      await grow()
      runtime.clock.advance(6 * DAY)
      await anchorLedgers(runtime)
      expect(mail.received).toHaveLength(1)
      await anchorNow(shop.ctx, { kinds: ['mail'] })
      await anchorNow(shop.ctx, { kinds: ['mail'] })
      expect(mail.received).toHaveLength(3)
      runtime.clock.advance(7 * DAY)
      await anchorLedgers(runtime)
      expect(mail.received).toHaveLength(3)
      await grow()
      await anchorLedgers(runtime)
      expect(mail.received).toHaveLength(4)
    })

    it('that no server takes are no anchor', async () => {
      await nameOfficer()
      await grow()
      mail.refuse = '550 no such mailbox'
      const { items } = await anchorNow(shop.ctx, { kinds: ['mail'] })
      expect(items).toMatchObject([{ anchor: null, failed: expect.stringContaining('550') }])
      expect(await kinds()).toEqual([])
    })
  })

  it('need a member who may, a checkpoint, and a way that is set up', async () => {
    const agent = createContext(runtime, shop.ctx.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'agent',
    })
    await expect(anchorNow(agent)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(listAnchors(agent, {})).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(anchorNow(shop.ctx)).rejects.toMatchObject({ code: 'not_sealed' })
    await grow()
    await expect(anchorNow(shop.ctx, { kinds: ['mail'] })).rejects.toMatchObject({ code: 'no_anchor' })
  })

  it('leave nothing and ask nobody on a fresh installation', async () => {
    const fresh = await createTestRuntime()
    const { ctx, record, contactIds } = await createConsentBusiness(fresh, 'blatt', 1)
    await record(contactIds[0] ?? '', 'confirmed')
    await sealPending(fresh)
    await anchorLedgers(fresh)
    expect(await kinds(ctx)).toEqual([])
    expect((await ledgerHead(ctx)).ways.map(({ missing }) => missing)).not.toContain(null)
    await fresh.close()
  })
})
