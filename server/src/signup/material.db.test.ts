import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAT_LANGUAGES } from '../consent/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createSource } from './create-source.ts'
import { sourceMaterial } from './material.ts'
import { posterSvg } from './poster.ts'

describe('material for asking again', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let sourceId: string
  let link: string
  beforeAll(async () => {
    runtime = await createTestRuntime()
    business = await createTestBusiness(runtime)
    const source = await createSource(business.ctx, {
      kind: 'qr',
      name: 'Kasse',
      channelId: business.channelId,
      topicIds: [business.topics.newsletter],
    })
    sourceId = source.id
    link = source.link
  })
  afterAll(() => runtime.close())

  it.each(CHAT_LANGUAGES)(
    'C-19, C-04: in %s leads to the person writing first, and sends nothing',
    async (language) => {
      const material = await sourceMaterial(business.ctx, sourceId, { language })
      expect(material.language).toBe(language)
      expect(material.mail.text).toContain(link)
      expect(material.mail.text).toContain('STOP')
      expect(material.mail.text).toContain('Blattwerk')
      expect(material.mail.text).toContain('https://blattwerk.example/datenschutz')
      expect(material.banner.html).toContain(link.replaceAll('&', '&amp;'))
      expect(material.banner.html).not.toContain('<script')
      expect(material.poster.svg).toContain('STOP')
      expect(await runtime.db.selectFrom('message').select('message_id').execute()).toEqual([])
    },
  )

  it('speaks the language of the business unless told otherwise, and names the topic in it', async () => {
    const material = await sourceMaterial(business.ctx, sourceId, {})
    expect(material.language).toBe('de')
    expect(material.mail.text).toContain('Pflanzenpost')
  })

  it('carries any name safely', () => {
    const svg = posterSvg('https://wa.me/49?text=a&b', {
      headline: 'Stop & Shop <"Laden">',
      how: 'x'.repeat(200),
      leave: 'y',
    })
    expect(svg).toContain('Stop &amp; Shop')
    expect(svg).not.toContain('<"')
    expect(svg.match(/<text/g)?.length).toBeGreaterThan(5)
  })

  it('is for nobody else', async () => {
    const other = await createTestBusiness(runtime)
    await expect(sourceMaterial(other.ctx, sourceId, {})).rejects.toMatchObject({ kind: 'not_found' })
  })
})
