import { openProof, parseProof, parseVerifierKey } from '@jawort/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, createServer, equip } from '../platform/http/index.ts'
import { type ConsentBusiness, createConsentBusiness } from '../testing/consent-business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { ledgerRoutes } from './routes.ts'
import { sealPending } from './seal.ts'

describe('the routes of the ledger', () => {
  let runtime: TestRuntime
  let blatt: ConsentBusiness
  let api: Api
  let entryId: string
  beforeAll(async () => {
    runtime = await createTestRuntime()
    blatt = await createConsentBusiness(runtime, 'blatt', 1)
    entryId = await blatt.record(blatt.contactIds[0] ?? '', 'confirmed')
    api = createServer(runtime)
    await equip(api, runtime)
    api.addHook('preHandler', async (request) => {
      request.ctx = blatt.ctx
    })
    ledgerRoutes(api, runtime)
  })
  afterAll(async () => {
    await api.close()
    await runtime.close()
  })

  it('say that there is no checkpoint and no proof before the first batch', async () => {
    expect((await api.inject('/ledger/checkpoint')).statusCode).toBe(404)
    expect((await api.inject(`/ledger/entries/${entryId}/proof`)).statusCode).toBe(409)
    expect((await api.inject('/ledger')).json()).toMatchObject({ size: 0, unsealed: 1, note: null })
    await sealPending(runtime)
  })

  it('give out a proof that holds with nothing but the printed key', async () => {
    const { publicKey, size } = (await api.inject('/ledger')).json()
    expect(size).toBe(1)
    const answer = await api.inject(`/ledger/entries/${entryId}/proof`)
    expect(answer.headers['content-type']).toContain('text/plain')
    expect(answer.headers['content-disposition']).toContain(`${entryId}.tlog-proof`)
    const leaf = parseProof(answer.body).extra ?? new Uint8Array()
    const { included } = await openProof(answer.body, leaf, [parseVerifierKey(publicKey)])
    expect(included).toBe(true)
    expect((await api.inject('/ledger/checkpoint')).body).toBe((await api.inject('/ledger')).json().note)
  })

  it('check the ledger, in the language of the caller, with or without copies', async () => {
    const plain = await api.inject({ method: 'POST', url: '/ledger/verify' })
    expect(plain.json()).toMatchObject({ ok: true, size: 1, checked: 1 })
    const note = (await api.inject('/ledger/checkpoint')).body
    const copied = await api.inject({
      method: 'POST',
      url: '/ledger/verify',
      payload: { externalCheckpoints: [note] },
    })
    expect(copied.json()).toMatchObject({ ok: true })
    await runtime.db
      .updateTable('consent_event')
      .set({ state: 'refused' })
      .where('event_id', '=', entryId)
      .execute()
    const wrong = await api.inject({
      method: 'POST',
      url: '/ledger/verify',
      headers: { 'accept-language': 'de' },
    })
    expect(wrong.json()).toMatchObject({ ok: false, seq: 0, entryId, reason: 'event' })
    expect(wrong.json().detail).toMatch(/^Eintrag 0: /)
  })

  it('list entries, and refuse a page mark that is none', async () => {
    expect((await api.inject('/ledger/entries')).json()).toMatchObject({
      items: [{ id: entryId, seq: 0, topicName: 'News' }],
    })
    expect((await api.inject('/ledger/entries?after=nonsense')).statusCode).toBe(422)
  })
})
