import type { AddressInfo } from 'node:net'
import { consistencyProof, createSigner, parseWitnessKey, signCheckpoint } from '@jawort/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, createServer } from '../../platform/http/index.ts'
import { DAY } from '../../platform/index.ts'
import { type ConsentBusiness, createConsentBusiness } from '../../testing/consent-business.ts'
import { createTestRuntime, type TestRuntime } from '../../testing/runtime.ts'
import { anchorNow } from '../anchor/now.ts'
import { anchorLedgers, anchorsFor, ledgerHead, sealPending } from '../index.ts'
import { storedHashes } from '../store.ts'
import { mountWitness } from './routes.ts'

/** Two installations: one keeps a ledger, the other one is its witness. */
describe('a witness', () => {
  let runtime: TestRuntime
  let shop: ConsentBusiness
  let other: TestRuntime
  let witness: Api
  let url: string
  beforeAll(async () => {
    runtime = await createTestRuntime()
    shop = await createConsentBusiness(runtime, 'blatt', 1)
    const { publicKey } = await ledgerHead(shop.ctx)
    other = await createTestRuntime({
      JAWORT_WITNESS_FOR: publicKey,
      PUBLIC_URL: 'https://auditor.example',
    })
    witness = createServer(other)
    mountWitness(witness, other)
    await witness.listen({ host: '127.0.0.1', port: 0 })
    url = `http://127.0.0.1:${(witness.server.address() as AddressInfo).port}/witness`
    const key = (await witness.inject('/witness/key')).body.trim()
    expect(parseWitnessKey(key).name).toBe('auditor.example/witness')
    runtime.config.witness = { url, key }
  })
  afterAll(async () => {
    await witness.close()
    await other.close()
    await runtime.close()
  })

  async function grow(): Promise<void> {
    await shop.record(shop.contactIds[0] ?? '', 'confirmed')
    await sealPending(runtime)
  }
  const add = (body: string) =>
    witness.inject({
      method: 'POST',
      url: '/witness/add-checkpoint',
      headers: { 'content-type': 'text/plain' },
      payload: body,
    })
  const noteNow = async () => (await ledgerHead(shop.ctx)).note ?? ''
  const proofLines = async (from: number, to: number) =>
    (await consistencyProof(from, to, storedHashes(shop.ctx)))
      .map((hash) => `${Buffer.from(hash).toString('base64')}\n`)
      .join('')

  it('C-16: cosigns once a day what continues the checkpoint it saw last', async () => {
    await grow()
    await anchorLedgers(runtime)
    await grow()
    await grow()
    runtime.clock.advance(DAY)
    await anchorLedgers(runtime)
    const [first] = await anchorsFor(shop.ctx, { size: 1 })
    const [third] = await anchorsFor(shop.ctx, { size: 3 })
    expect(first).toMatchObject({ kind: 'witness', by: 'auditor.example/witness', at: other.clock.now() })
    expect(Buffer.from(third?.proof ?? []).toString()).toMatch(
      /^— auditor\.example\/witness [A-Za-z0-9+/=]+\n$/,
    )
  })

  it('C-16: refuses another history of the same log, whoever holds its key', async () => {
    const { publicKey, size } = await ledgerHead(shop.ctx)
    const origin = publicKey.slice(0, publicKey.indexOf('+'))
    const signer = await createSigner(origin, runtime.vault.derive(`ledger:${shop.ctx.businessId}`))
    const forged = await signCheckpoint({ origin, size: size + 1, root: new Uint8Array(32).fill(7) }, [
      signer,
    ])
    await grow()
    const proof = await proofLines(size, size + 1)
    expect((await add(`old ${size}\n${proof}\n${forged}`)).statusCode).toBe(422)
    const split = await signCheckpoint({ origin, size, root: new Uint8Array(32).fill(7) }, [signer])
    expect((await add(`old ${size}\n\n${split}`)).statusCode).toBe(409)
    expect((await add(`old ${size}\n${proof}\n${await noteNow()}`)).statusCode).toBe(200)
  })

  it('says what it saw last to a log that has forgotten it, which then goes on from there', async () => {
    const { size } = await ledgerHead(shop.ctx)
    const answer = await add(`old 0\n\n${await noteNow()}`)
    expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([
      409,
      'text/x.tlog.size',
      `${size}\n`,
    ])
    await grow()
    const { items } = await anchorNow(shop.ctx)
    expect(items).toMatchObject([{ kind: 'witness', failed: null, anchor: { size: size + 1 } }])
  })

  it('knows its logs by their keys, and signs for no other', async () => {
    const stranger = await createSigner('somebody/else', new Uint8Array(32).fill(3))
    const foreign = await signCheckpoint({ origin: 'somebody/else', size: 1, root: new Uint8Array(32) }, [
      stranger,
    ])
    expect((await add(`old 0\n\n${foreign}`)).statusCode).toBe(404)
    const note = await noteNow()
    expect((await add(`old 0\n\n${note.replace(/\n\d+\n/, '\n999\n')}`)).statusCode).toBe(403)
    for (const body of ['', 'old x\n\n', `new 1\n\n${note}`, `old 0\nAAAA\n\n${note}`]) {
      expect((await add(body)).statusCode, body).toBe(400)
    }
    expect((await add(`old 999\n\n${note}`)).statusCode).toBe(400)
  })

  it('that answers with somebody else’s cosignature is not believed', async () => {
    await grow()
    other.config.publicUrl = 'https://imposter.example'
    const { items } = await anchorNow(shop.ctx)
    expect(items).toMatchObject([{ anchor: null, failed: expect.stringContaining('has not cosigned') }])
    other.config.publicUrl = 'https://auditor.example'
  })

  it('is not there where nobody asked for one', async () => {
    const api = createServer(runtime)
    mountWitness(api, runtime)
    expect((await api.inject('/witness/key')).statusCode).toBe(404)
    await api.close()
  })
})
