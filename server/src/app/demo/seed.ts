import { createBusiness } from '../../businesses/index.ts'
import { listChannels, saveChannel } from '../../channels/index.ts'
import { createTopic, publishWording, STARTING_WORDING } from '../../consent/index.ts'
import { setSendingPolicy } from '../../dispatch/index.ts'
import { addMember, ensureAccount } from '../../members/index.ts'
import { type Context, createContext, withTransaction } from '../../platform/index.ts'
import { createSource } from '../../signup/index.ts'
import type { RunningApp } from '../start.ts'
import { seedDuties } from './duties.ts'

export const DEMO_OWNER = { email: 'demo@jawort.example', name: 'Alex Sommer' }

/** The simulator's side of the sample brand: made-up ids in the shape of Meta's. */
export const DEMO_CHANNEL = {
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  displayPhoneNumber: '+49 30 5550123',
  verifiedName: 'Blattwerk',
  accessToken: 'demo-access-token',
  appSecret: 'demo-app-secret',
  verifyToken: 'demo-verify-token',
}

/** Tells the simulator which number it plays, which templates it knows already, and where our webhook is. */
export async function connectSimulator(
  app: RunningApp,
  simulatorUrl: string,
  templates: readonly object[],
): Promise<void> {
  const response = await fetch(`${simulatorUrl}/sim/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: DEMO_CHANNEL.accessToken,
      appSecret: DEMO_CHANNEL.appSecret,
      verifyToken: DEMO_CHANNEL.verifyToken,
      callbackUrl: `${app.url}/webhooks/whatsapp`,
      wabas: [
        {
          id: DEMO_CHANNEL.wabaId,
          name: 'Blattwerk',
          templates,
          numbers: [
            {
              id: DEMO_CHANNEL.phoneNumberId,
              displayPhoneNumber: DEMO_CHANNEL.displayPhoneNumber,
              verifiedName: DEMO_CHANNEL.verifiedName,
            },
          ],
        },
      ],
    }),
  })
  if (!response.ok) throw new Error(`The simulator refused its set-up: ${await response.text()}`)
}

/** The sample brand, made once: a second start finds it and changes nothing. */
export async function seedDemo(app: RunningApp): Promise<void> {
  const { runtime } = app
  const accountId = await ensureAccount(runtime, app.auth, { ...DEMO_OWNER, operator: true })
  const known = await runtime.db
    .selectFrom('business')
    .select('business_id')
    .where('slug', '=', 'blattwerk')
    .executeTakeFirst()
  if (known) return
  const system = createContext(runtime, '', { kind: 'system', job: 'demo.seed' })
  const business = await createBusiness(system, {
    slug: 'blattwerk',
    name: 'Blattwerk',
    legalName: 'Blattwerk Pflanzen GmbH',
    privacyUrl: `${app.url}/demo/datenschutz`,
    imprintUrl: `${app.url}/demo/impressum`,
    contactEmail: 'hallo@blattwerk.example',
  })
  const empty = await createBusiness(system, {
    slug: 'morgenrot',
    name: 'Morgenrot Kaffee',
    legalName: 'Morgenrot Kaffeerösterei GmbH',
    privacyUrl: 'https://morgenrot.example/datenschutz',
    imprintUrl: 'https://morgenrot.example/impressum',
  })
  for (const { id } of [business, empty]) {
    await withTransaction({ ...system, businessId: id }, (tx) => addMember(tx, accountId, 'owner'))
  }
  const ctx: Context = { ...system, businessId: business.id }
  const channel = await saveChannel(ctx, { name: 'Blattwerk', ...DEMO_CHANNEL })
  const topicIds = await seedTopics(ctx, business)
  await seedSources(ctx, topicIds)
  await seedDuties(ctx, channel.id)
  for (const { id } of [business, empty]) {
    await setSendingPolicy(
      { ...system, businessId: id },
      {
        marketingPer7Days: 100,
        marketingPer30Days: 100,
        quietHours: false,
        reason:
          'Demo: Wer ausprobiert, schickt mehr als eine Kampagne, auch nachts und sonntags, und kein echter Mensch bekommt sie.',
      },
    )
  }
}

const TOPICS = [
  {
    key: 'newsletter',
    name: { de: 'Pflanzenpost', en: 'Plant post' },
    description: { de: 'Tipps und Neues, etwa zweimal im Monat', en: 'tips and news, about twice a month' },
  },
  {
    key: 'offers',
    name: { de: 'Angebote', en: 'Offers' },
    description: {
      de: 'Aktionen und neue Pflanzen, höchstens einmal pro Woche',
      en: 'deals and new plants, once a week at most',
    },
  },
]

async function seedTopics(
  ctx: Context,
  business: { name: string; privacyUrl: string | null },
): Promise<string[]> {
  const ids: string[] = []
  for (const topic of TOPICS) {
    const { id } = await createTopic(ctx, topic)
    ids.push(id)
    for (const language of ['de', 'en'] as const) {
      const body = STARTING_WORDING[language]({
        business: business.name,
        topic: topic.name[language],
        description: topic.description[language],
        privacyUrl: business.privacyUrl ?? '',
      })
      await publishWording(ctx, id, { language, body })
    }
  }
  return ids
}

async function seedSources(ctx: Context, topicIds: string[]): Promise<void> {
  const [channel] = await listChannels(ctx)
  if (!channel) return
  const shared = { channelId: channel.id, topicIds }
  await createSource(ctx, {
    ...shared,
    kind: 'bubble',
    name: 'Shop',
    settings: { color: '#1f6f54', position: 'right' },
  })
  await createSource(ctx, { ...shared, kind: 'qr', name: 'Schaufenster' })
  await createSource(ctx, { ...shared, kind: 'link', name: 'E-Mail-Newsletter' })
  await createSource(ctx, { ...shared, kind: 'keyword', name: 'Schlüsselwort START', keyword: 'START' })
}
