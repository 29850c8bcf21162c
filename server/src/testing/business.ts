import { createBusiness } from '../businesses/index.ts'
import { saveChannel } from '../channels/index.ts'
import { createTopic, publishWording, STARTING_WORDING } from '../consent/index.ts'
import { type Context, createContext, type Runtime } from '../platform/index.ts'
import { makeLive } from './live.ts'

export interface TestBusiness {
  ctx: Context
  businessId: string
  channelId: string
  /** Two topics with published wordings in German and English. */
  topics: { newsletter: string; offers: string }
}

const TOPICS = [
  ['newsletter', 'Pflanzenpost', 'Plant post'],
  ['offers', 'Angebote', 'Offers'],
] as const

let count = 0

/** A business that could go live: channel, topics, wordings; acts as a job of the system. */
export async function createTestBusiness(
  runtime: Runtime,
  slug = `blattwerk-${++count}`,
): Promise<TestBusiness> {
  const system = createContext(runtime, '', { kind: 'system', job: 'test' })
  const business = await createBusiness(system, {
    slug,
    name: 'Blattwerk',
    legalName: 'Blattwerk Pflanzen GmbH',
    privacyUrl: 'https://blattwerk.example/datenschutz',
    imprintUrl: 'https://blattwerk.example/impressum',
  })
  const ctx = createContext(runtime, business.id, { kind: 'system', job: 'test' })
  const channel = await saveChannel(ctx, {
    name: 'Blattwerk',
    phoneNumberId: `1065403522${10_000 + count}`,
    wabaId: `1022901293${10_000 + count}`,
    displayPhoneNumber: '+49 30 5550123',
    verifiedName: 'Blattwerk',
    accessToken: 'test-token',
    appSecret: 'test-secret',
    verifyToken: `verify-${count}`,
  })
  await makeLive(ctx)
  const ids: string[] = []
  for (const [key, de, en] of TOPICS) {
    const topic = await createTopic(ctx, {
      key,
      name: { de, en },
      description: { de: 'etwa zweimal im Monat', en: 'about twice a month' },
    })
    ids.push(topic.id)
    for (const language of ['de', 'en'] as const) {
      const body = STARTING_WORDING[language]({
        business: business.name,
        topic: topic.name[language],
        description: topic.description[language],
        privacyUrl: business.privacyUrl ?? '',
      })
      await publishWording(ctx, topic.id, { language, body })
    }
  }
  const [newsletter = '', offers = ''] = ids
  return { ctx, businessId: business.id, channelId: channel.id, topics: { newsletter, offers } }
}
