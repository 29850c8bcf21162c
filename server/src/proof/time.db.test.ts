import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTimeToken, readArchive, verifyPackFile } from '@jawort/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestTimestamp } from '../ledger/anchor/request-timestamp.ts'
import { storeAnchor } from '../ledger/anchor/store.ts'
import { ledgerHead, sealPending } from '../ledger/index.ts'
import { createContext, newId, withTransaction } from '../platform/index.ts'
import { createTestBusiness } from '../testing/business.ts'
import { optIn, wireChats } from '../testing/opt-in.ts'
import { readPdf } from '../testing/pdf-text.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { startTimeAuthority, type TimeAuthority } from '../testing/time-authority.ts'
import { proofPack, verifyPackCommand } from './index.ts'

const utf8 = new TextEncoder()

describe('time stamps in proof packs', () => {
  let runtime: TestRuntime
  const authorities: TimeAuthority[] = []

  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    for (const keys of ['ec', 'rsa'] as const) authorities.push(await startTimeAuthority(keys))
  })
  afterAll(async () => {
    for (const authority of authorities) await authority.close()
    await runtime.close()
  })

  const stampOf = ({ url, root }: TimeAuthority, data: Uint8Array) =>
    requestTimestamp({ url, certificates: root }, data)

  it('C-16: a token is read without any library, and refused for other data or after what it signs was changed', async () => {
    const data = utf8.encode('a checkpoint')
    for (const authority of authorities) {
      const { token, at } = await stampOf(authority, data)
      const stamp = await openTimeToken(token, data)
      expect(stamp).toMatchObject({ at, authority: 'Test Time authority' })
      expect(stamp.fingerprint).toMatch(/^[0-9a-f]{64}$/)
      await expect(openTimeToken(token, utf8.encode('another'))).rejects.toThrow('other data')
      // The last 32 bytes are of the signature; the time stands where its text is found.
      const time = Buffer.from(token).indexOf(at.toISOString().slice(0, 10).replaceAll('-', ''), 0, 'latin1')
      for (const place of [time + 12, token.length - 1, token.length - 20]) {
        const changed = token.map((byte, i) => (i === place ? byte ^ 1 : byte))
        await expect(openTimeToken(changed, data), `byte ${place}`).rejects.toThrow()
      }
    }
  })

  it('C-15, C-16: a pack carries the token over the first stamped state, and is checked against it and against who is trusted', async () => {
    const business = await createTestBusiness(runtime)
    const anna = await optIn(business, { phone: '+4915127182820', name: 'Anna', text: 'Ja bitte' })
    await sealPending(runtime)
    const dpo = createContext(runtime, business.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'dpo',
    })
    const { note, size } = await ledgerHead(dpo)
    const [authority] = authorities
    if (!note || !authority) throw new Error('There is no checkpoint.')
    const { token, at } = await stampOf(authority, utf8.encode(note))
    await withTransaction(dpo, (tx) =>
      storeAnchor(tx, { kind: 'timestamp', by: 'Test', proof: token, at, size }),
    )
    // What comes later does not move the date of what was there.
    await optIn(business, { phone: '+4915127182821', name: 'Ben', text: 'Ja bitte' })
    await sealPending(runtime)

    const { zip } = await proofPack(dpo, anna)
    expect(Buffer.from(readArchive(zip).get(`time/${size}.tsr`) ?? []).equals(Buffer.from(token))).toBe(true)
    const { verdict, checks } = await verifyPackFile(zip)
    expect(verdict).toBe('valid')
    const { text } = await readPdf(readArchive(zip).get('proof.pdf') ?? new Uint8Array(0))
    expect(text).toContain(`Zeitstempel ${at.toISOString()} · Test Time authority`)
    expect(checks.find(({ step }) => step === 'time')?.detail).toContain(`${at.toISOString()} · Test Time`)

    // Who vouches for the authority is looked at as far as somebody says whom to trust; otherwise it is said that nobody looked.
    const [, stranger] = authorities
    const file = join(authority.folder, 'pack.zip')
    writeFileSync(file, zip)
    const unasked = await verifyPackCommand(file)
    expect(unasked.exitCode).toBe(0)
    expect(unasked.lines.join('\n')).toContain('?     Who vouches for the time stamp service was not checked')
    const vouched = await verifyPackCommand(file, undefined, authority.root)
    expect(vouched.exitCode).toBe(0)
    expect(vouched.lines.join('\n')).toContain('vouches for the time stamp service: Test Root')
    const foreign = await verifyPackCommand(file, undefined, stranger?.root)
    expect(foreign.exitCode).toBe(50)
    expect(foreign.lines.join('\n')).toContain('WRONG No certificate that is trusted here vouches for')
  })
})
