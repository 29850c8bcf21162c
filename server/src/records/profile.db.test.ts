import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateBusiness } from '../businesses/update.ts'
import { createContext, newId } from '../platform/index.ts'
import { NUMBER, SETUP, type Story, startStory } from '../testing/story.ts'
import { ProcessingContent } from './processing-content.ts'
import { checkProfile, refreshStorage, stateStorage } from './profile.ts'
import { liveRecord } from './versions.ts'

describe('what Meta knows of a number', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
    await updateBusiness(story.ctx, {
      contactEmail: 'hallo@blatt.example',
      imprintUrl: 'https://blatt.example/impressum',
    })
  })
  afterAll(() => story.close())

  const graph = async (path: string, body: object) => {
    const response = await fetch(`${story.runtime.config.graphBaseUrl}/v25.0/${NUMBER}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SETUP.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(200)
  }
  const failing = async () =>
    (await checkProfile(story.ctx, story.channelId)).flatMap(({ key, ok }) => (ok ? [] : [key]))

  it('C-57: an empty profile fails, and a complete one passes', async () => {
    expect(await failing()).toEqual(['legal_name', 'email', 'imprint', 'privacy'])
    await graph('whatsapp_business_profile', {
      messaging_product: 'whatsapp',
      description: 'Pflanzen. Blatt GmbH',
      email: 'hallo@blatt.example',
      websites: ['https://blatt.example/impressum', 'https://blatt.example/privacy'],
    })
    expect(await failing()).toEqual([])
    await expect(checkProfile(story.ctx, newId())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('C-54: the setting of the number stands in the record, as Meta says it or as somebody states it', async () => {
    const transfer = async () => {
      const { transfers } = ProcessingContent.parse((await liveRecord(story.ctx, 'processing')).content)
      return `${transfers[0]?.where.en} ${transfers[0]?.source?.en}`
    }
    expect(await transfer()).toMatch(/30 days .*Not looked up/)
    // Meta takes this setting only while the number is not registered.
    await graph('deregister', {})
    await graph('settings', {
      storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'DE' },
    })
    expect(await refreshStorage(story.ctx, story.channelId)).toEqual({
      kind: 'in_country',
      region: 'DE',
      from: 'meta',
    })
    expect(await transfer()).toMatch(/Germany \(EU\).*at Meta/)
    await stateStorage(story.ctx, story.channelId, { kind: 'none' })
    expect(await transfer()).toMatch(/No Storage.*stated by the business/)
    const marketer = createContext(story.runtime, story.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'marketer',
    })
    await expect(stateStorage(marketer, story.channelId, { kind: 'none' })).rejects.toMatchObject({
      code: 'role_missing',
    })
  })

  it('says so when Meta cannot be asked', async () => {
    const away = { ...story.ctx, config: { ...story.ctx.config, graphBaseUrl: 'http://127.0.0.1:9' } }
    await expect(checkProfile(away, story.channelId)).rejects.toMatchObject({ code: 'meta_unreachable' })
  })
})
