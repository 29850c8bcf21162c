import { z } from 'zod'
import { type Business, getBusiness } from '../businesses/index.ts'
import { channelCredentials, getChannel, noteStorage, type Storage } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { createGraphClient, type GraphClient, type GraphResult } from '../whatsapp/index.ts'

/** What people see of the sender in WhatsApp. */
const Profile = z.object({
  about: z.string().catch(''),
  description: z.string().catch(''),
  email: z.string().catch(''),
  websites: z.array(z.string()).catch([]),
})
type Profile = z.infer<typeof Profile>

export const PROFILE_CHECKS = ['name', 'legal_name', 'email', 'imprint', 'privacy'] as const
export type ProfileCheck = (typeof PROFILE_CHECKS)[number]

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const address = (url: string) =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '')

/** Whether people can recognise who writes to them: name, legal name, e-mail, imprint and privacy page (C-57, §§ 5, 6 DDG). */
export function judgeProfile(
  profile: Profile,
  business: Pick<Business, 'name' | 'legalName' | 'contactEmail' | 'imprintUrl' | 'privacyUrl'>,
  verifiedName: string,
): { key: ProfileCheck; ok: boolean }[] {
  const text = fold(`${profile.about} ${profile.description}`)
  const shown = fold(verifiedName)
  const links = profile.websites.map(address)
  const has = (url: string | null) => url !== null && links.includes(address(url))
  const named =
    shown.length > 1 &&
    [business.name, business.legalName].some(
      (name) => fold(name).includes(shown) || shown.includes(fold(name)),
    )
  return [
    { key: 'name', ok: named },
    {
      key: 'legal_name',
      ok: text.includes(fold(business.legalName)) || shown.includes(fold(business.legalName)),
    },
    {
      key: 'email',
      ok:
        business.contactEmail !== null && profile.email.toLowerCase() === business.contactEmail.toLowerCase(),
    },
    { key: 'imprint', ok: has(business.imprintUrl) },
    { key: 'privacy', ok: has(business.privacyUrl) },
  ]
}

/** Reads the number's profile at Meta and judges it; changes nothing. @throws Problem `not_found`, `meta_unreachable` */
export async function checkProfile(
  ctx: Context,
  channelId: string,
): Promise<{ key: ProfileCheck; ok: boolean }[]> {
  requireRole(ctx, 'dpo', 'marketer')
  const channel = await getChannel(ctx, channelId)
  const answer = await withClient(ctx, channelId, (client) => client.getProfile(channel.phoneNumberId))
  if (answer.ok !== true) throw unreachable(answer)
  const profile = Profile.parse(answer.value.data[0] ?? {})
  return judgeProfile(profile, await getBusiness(ctx), channel.verifiedName)
}

const Settings = z.looseObject({
  storage_configuration: z
    .looseObject({ status: z.string(), data_localization_region: z.string().optional().catch(undefined) })
    .optional(),
})

/** Meta's setting as its API says it; the standard when it says nothing (C-54). Source: Meta, phone number settings. */
export function readStorage(settings: unknown): Storage {
  const parsed = Settings.safeParse(settings)
  const configured = parsed.success ? parsed.data.storage_configuration : undefined
  if (configured?.status === 'NO_STORAGE_ENABLED') return { kind: 'none', region: null, from: 'meta' }
  const region = configured?.data_localization_region
  if (configured?.status === 'IN_COUNTRY_STORAGE_ENABLED' && region && /^[A-Z]{2}$/.test(region))
    return { kind: 'in_country', region, from: 'meta' }
  return { kind: 'standard', region: null, from: 'meta' }
}

/** Asks Meta where the number's content is kept, and notes it. @throws Problem `not_found`, `meta_unreachable` */
export async function refreshStorage(ctx: Context, channelId: string): Promise<Storage> {
  requireRole(ctx, 'dpo')
  const channel = await getChannel(ctx, channelId)
  const answer = await withClient(ctx, channelId, (client) => client.getSettings(channel.phoneNumberId))
  if (answer.ok !== true) throw unreachable(answer)
  const storage = readStorage(answer.value)
  await withTransaction(ctx, (tx) => noteStorage(tx, channelId, storage))
  return storage
}

export const StateStorageInput = z
  .object({
    kind: z.enum(['standard', 'in_country', 'none']),
    region: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .default(null),
  })
  .refine(({ kind, region }) => kind !== 'in_country' || region !== null, {
    error: 'must name the region',
    path: ['region'],
  })

/** Notes what somebody knows of Meta's setting, where Meta's API does not tell. @throws Problem `not_found` */
export async function stateStorage(
  ctx: Context,
  channelId: string,
  input: z.input<typeof StateStorageInput>,
): Promise<Storage> {
  requireRole(ctx, 'dpo')
  const storage: Storage = { ...StateStorageInput.parse(input), from: 'member' }
  return withTransaction(ctx, async (tx) => {
    await getChannel(tx, channelId)
    await noteStorage(tx, channelId, storage)
    return (await getChannel(tx, channelId)).storage
  })
}

async function withClient<T>(
  ctx: Context,
  channelId: string,
  ask: (client: GraphClient) => Promise<GraphResult<T>>,
): Promise<GraphResult<T>> {
  const { accessToken, appSecret } = await channelCredentials(ctx, channelId)
  const client = createGraphClient({
    baseUrl: ctx.config.graphBaseUrl,
    version: ctx.config.graphVersion,
    token: accessToken,
    appSecret,
  })
  try {
    return await ask(client)
  } finally {
    await client.close()
  }
}

function unreachable(answer: Exclude<GraphResult<unknown>, { ok: true }>): Problem {
  const said = answer.ok === false ? `${answer.error.title} (${answer.error.code})` : answer.detail
  return new Problem('unavailable', 'meta_unreachable', {
    de: `Das ließ sich bei Meta gerade nicht lesen: ${said}. Bitte versuche es noch einmal oder trage es von Hand ein.`,
    en: `This could not be read at Meta: ${said}. Please try again, or state it by hand.`,
  })
}
