import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContentInfo, SignedData } from 'pkijs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTimeAuthority, type TimeAuthority } from '../../testing/time-authority.ts'
import { buildQuery, requestTimestamp, TimestampFailed } from './request-timestamp.ts'
import { verifyTimestamp } from './verify-timestamp.ts'

const NOTE = Buffer.from(
  'jawort/blatt/1\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— jawort/blatt/1 AAAA\n',
)
const OTHER = Buffer.from('another note')
const NONCE = Buffer.from('4a11223344556677', 'hex')

describe('time stamps of checkpoints (RFC 3161)', () => {
  let ec: TimeAuthority
  let rsa: TimeAuthority
  let token: Uint8Array
  const settings = (authority: TimeAuthority) => ({ url: authority.url, certificates: authority.root })
  const ask = (data: Uint8Array = NOTE, authority = ec) => requestTimestamp(settings(authority), data)

  beforeAll(async () => {
    ec = await startTimeAuthority('ec')
    rsa = await startTimeAuthority('rsa')
    // Before the token: a certificate must have begun when the token tells its time.
    for (const purpose of ['webServer', 'notCritical', 'timeStamping'] as const)
      await ec.issue(purpose, purpose)
    token = (await ask()).token
  })
  afterAll(async () => {
    await ec.close()
    await rsa.close()
  })

  it('C-16: a stamped checkpoint carries a time that an authority vouches for', async () => {
    for (const authority of [ec, rsa]) {
      const before = Math.floor(Date.now() / 1000) * 1000
      const stamp = await ask(NOTE, authority)
      expect(stamp).toMatchObject({ authority: 'Test Time authority', root: 'Test Root' })
      expect(stamp.at.getTime()).toBeGreaterThanOrEqual(before)
      expect(await verifyTimestamp(stamp.token, NOTE, authority.root)).toMatchObject({
        ok: true,
        at: stamp.at,
      })
    }
  })

  it('C-16: openssl, which knows nothing of us, accepts the same token', async () => {
    writeFileSync(join(ec.folder, 'note'), NOTE)
    writeFileSync(join(ec.folder, 'token'), token)
    const verify = (data: string) =>
      ec.openssl('ts', '-verify', '-token_in', '-in', 'token', '-data', data, '-CAfile', 'root.pem')
    await expect(verify('note')).resolves.toBeUndefined()
    writeFileSync(join(ec.folder, 'other'), OTHER)
    await expect(verify('other')).rejects.toThrow()
  })

  it('C-16: a token for other data is refused', async () => {
    expect(await verifyTimestamp(token, OTHER, ec.root)).toMatchObject({ ok: false, reason: 'imprint' })
    ec.answer = (_query, stamp) => stamp(Buffer.from(buildQuery(OTHER, NONCE)))
    await expect(ask()).rejects.toThrow('(imprint)')
    ec.answer = undefined
  })

  it('C-16: an answer to another request is refused', async () => {
    ec.answer = (_query, stamp) => stamp(Buffer.from(buildQuery(NOTE, NONCE)))
    await expect(ask()).rejects.toThrow('(nonce)')
    ec.answer = undefined
  })

  it('C-16: a token of an authority nobody here trusts is refused', async () => {
    expect(await verifyTimestamp(token, NOTE, rsa.root)).toMatchObject({ ok: false, reason: 'chain' })
    expect(await verifyTimestamp(token, NOTE, `${rsa.root}${ec.root}`)).toMatchObject({ ok: true })
  })

  it('C-16: a certificate that had ended when it signed is refused', async () => {
    await ec.issue('ended', 'timeStamping', -1)
    const ended = (query: Buffer): Promise<Buffer> => ec.stamp(query, 'ended')
    ec.answer = ended
    await expect(ask()).rejects.toThrow('(chain)')
    ec.answer = undefined
  })

  it.each([
    ['for web servers', 'webServer', ['-cades']],
    ['not only for time stamps by rule', 'notCritical', ['-cades']],
    ['that the signature does not name', 'timeStamping', []],
  ] as const)('C-16: a certificate %s is refused', async (_what, purpose, how) => {
    writeFileSync(join(ec.folder, 'info'), statementIn(token))
    await ec.openssl(
      ...['cms', '-sign', '-binary', '-nodetach', '-nosmimecap', '-in', 'info', '-outform', 'DER'],
      ...['-econtent_type', '1.2.840.113549.1.9.16.1.4', ...how],
      ...['-signer', `${purpose}.pem`, '-inkey', `${purpose}.key`, '-out', 'forged'],
    )
    const forged = readFileSync(join(ec.folder, 'forged'))
    expect(await verifyTimestamp(forged, NOTE, ec.root)).toMatchObject({ ok: false, reason: 'purpose' })
  })

  it('C-16: whatever byte of a token is flipped, it is refused', async () => {
    const accepted: number[] = []
    for (let at = 0; at < token.length; at++) {
      const flipped = token.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      if ((await verifyTimestamp(flipped, NOTE, ec.root)).ok) accepted.push(at)
    }
    expect(accepted).toEqual([])
  }, 60_000)

  it('what is no token at all is refused without throwing', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), Buffer.from('3003020100', 'hex'), NOTE]) {
      expect(await verifyTimestamp(bytes, NOTE, ec.root)).toMatchObject({ ok: false, reason: 'form' })
    }
    const tailed = Buffer.concat([token, Buffer.from([0])])
    expect(await verifyTimestamp(tailed, NOTE, ec.root)).toMatchObject({ ok: false })
    await expect(verifyTimestamp(token, NOTE, 'no certificate')).rejects.toThrow('No certificate')
  })

  const ANSWERS: [string, () => Promise<Buffer | number>, string][] = [
    ['is not there', async () => 404, 'answered 404'],
    ['says something else', async () => Buffer.from('<html>'), 'no time stamp'],
    ['says too much', async () => Buffer.alloc(300_000), 'more than 200000 bytes'],
    ['refuses', async () => Buffer.from('30053003020102', 'hex'), 'refused (status 2)'],
  ]
  it.each(ANSWERS)('an authority that %s is told apart', async (_what, answer, words) => {
    ec.answer = answer
    await expect(ask()).rejects.toThrow(words)
    await expect(ask()).rejects.toBeInstanceOf(TimestampFailed)
    ec.answer = undefined
  })
})

/** The signed statement (TSTInfo) inside a token. */
function statementIn(token: Uint8Array): Buffer {
  const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(token)).content })
  return Buffer.from(signed.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0))
}
