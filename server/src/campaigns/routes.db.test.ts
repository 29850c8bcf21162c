import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, createServer, equip } from '../platform/http/index.ts'
import { segmentRoutes } from '../segments/index.ts'
import { templateRoutes } from '../templates/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { campaignRoutes } from './routes.ts'

describe('campaigns over HTTP', () => {
  let kit: CampaignKit
  let api: Api
  const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) => {
    const answer = await api.inject({
      method,
      url,
      headers: { 'accept-language': 'de' },
      ...(body ? { payload: body } : {}),
    })
    const json = answer.headers['content-type']?.toString().includes('json')
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers }
  }

  beforeAll(async () => {
    kit = await startCampaignKit()
    api = createServer(kit.runtime)
    await equip(api, kit.runtime)
    api.addHook('onRequest', async (request) => {
      request.ctx = kit.as()
    })
    for (const routes of [campaignRoutes, segmentRoutes, templateRoutes]) routes(api, kit.runtime)
    await api.ready()
  })
  afterAll(async () => {
    await api.close()
    await kit.runtime.close()
  })

  it('goes from draft to report as the pages do it', async () => {
    const created = await call('POST', '/campaigns', { name: 'Herbst', scheduledAt: null, budget: null })
    expect(created).toMatchObject({ status: 200, body: { state: 'draft', channelId: null, topicId: null } })
    const url = `/campaigns/${created.body.id}`
    const parts = { channelId: kit.channel, topicId: kit.topic, templateId: kit.template }
    const variables = {
      first_name: { from: 'first_name', fallback: 'du' },
      discount: { from: 'fixed', value: '10 %' },
    }
    expect(await call('PATCH', url, { ...parts, segmentId: null, variables })).toMatchObject({
      status: 200,
      body: parts,
    })
    expect(await call('GET', `${url}/review`)).toMatchObject({
      status: 200,
      body: { waterfall: { inSegment: 6, toSend: 3 }, problems: [], cost: { currency: 'EUR' } },
    })
    // With an empty body, as a button without a form sends it.
    expect(await call('POST', `${url}/launch`)).toMatchObject({ status: 200, body: { state: 'running' } })
    const again = await call('POST', `${url}/launch`, {})
    expect(again).toMatchObject({ status: 409, body: { code: 'campaign_state' } })
    expect(again.body.detail).toContain('läuft schon')
    expect(await call('POST', `${url}/pause`)).toMatchObject({ status: 200, body: { pauseReason: 'member' } })
    expect(await call('POST', `${url}/resume`)).toMatchObject({ status: 200, body: { state: 'running' } })
    await kit.settle(created.body.id, 'read')
    expect(await call('GET', `${url}/progress`)).toMatchObject({
      status: 200,
      body: { candidates: 6, messages: { read: 3, queued: 0 }, etaSeconds: 0 },
    })
    expect(await call('GET', `${url}/report`)).toMatchObject({
      status: 200,
      body: { closes: true, funnel: { read: 3 } },
    })
    expect((await call('GET', `${url}/messages?limit=2&state=read`)).body.items).toHaveLength(2)
    expect(await call('GET', '/campaigns?state=running')).toMatchObject({
      body: { items: [{ counts: { read: 3 } }] },
    })
    expect(await call('DELETE', url)).toMatchObject({ status: 409 })
  })

  it('streams the export as a file', async () => {
    const list = await call('GET', '/campaigns')
    const answer = await call('GET', `/campaigns/${list.body.items[0].id}/messages.csv`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toContain('attachment')
    expect(answer.body.trimEnd().split('\r\n')).toHaveLength(4)
    const missing = await call('GET', '/campaigns/00000000-0000-7000-8000-000000000000/messages.csv')
    expect(missing).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('answers for segments and templates', async () => {
    const rules = {
      match: 'all',
      groups: [{ match: 'all', rules: [{ field: 'country', op: 'is', value: 'AT' }] }],
    }
    expect(await call('POST', '/segments/count', { rules })).toMatchObject({
      status: 200,
      body: { count: 1, capped: false },
    })
    expect((await call('POST', '/segments/sample', { rules })).body.items).toMatchObject([{ name: 'Ben' }])
    expect(await call('GET', '/segments')).toMatchObject({ status: 200, body: [{ name: 'Österreich' }] })
    expect(await call('GET', '/templates')).toMatchObject({
      status: 200,
      body: [{ name: 'herbst', usedBy: 1 }],
    })
    const content = { body: 'Hallo', buttons: [], samples: {} }
    const checked = await call('POST', '/templates/check', {
      name: 'x',
      language: 'de',
      category: 'marketing',
      content,
    })
    expect(checked).toMatchObject({
      status: 200,
      body: { findings: [{ rule: 'C-27', severity: 'error', where: 'footer' }, {}] },
    })
    expect(checked.body.findings[0].fix).toContain('Abmelden')
  })

  it('says which field is wrong', async () => {
    expect(await call('POST', '/campaigns', { name: '' })).toMatchObject({
      status: 422,
      body: { code: 'invalid_input' },
    })
    expect(await call('GET', '/campaigns/not-an-id')).toMatchObject({ status: 422 })
  })
})
