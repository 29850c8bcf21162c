import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import QRCode from 'qrcode'
import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { getChannel } from '../channels/index.ts'
import {
  CHAT_LANGUAGES,
  chatLanguage,
  consentPolicy,
  currentWordings,
  topicName,
  topicsById,
} from '../consent/index.ts'
import {
  type Context,
  createContext,
  HOUR,
  newCode,
  notFound,
  Problem,
  type Runtime,
} from '../platform/index.ts'
import { chatLink } from './chat-link.ts'
import type { SourceRow } from './source.ts'
import { prefilledText, WIDGET } from './texts.ts'

export const PublicSource = z.object({
  business: z.object({
    name: z.string(),
    privacyUrl: z.string().nullable(),
    imprintUrl: z.string().nullable(),
  }),
  language: z.enum(CHAT_LANGUAGES),
  texts: z.record(z.string(), z.string()),
  topics: z.array(z.object({ id: z.uuid(), name: z.string(), description: z.string() })),
  wordingId: z.string(),
})

const CODE_LENGTH = 7

/**
 * What the bubble shows, in the nearest language we have. The full consent text stands beside each topic's box: that is
 * what the person agrees to first, before being asked once more in the chat.
 * @throws Problem `not_found` for a source that does not exist or was revoked
 */
export async function readPublicSource(
  runtime: Runtime,
  publicId: string,
  wanted: string | undefined,
): Promise<z.infer<typeof PublicSource>> {
  const { ctx, source } = await openSource(runtime, publicId)
  const business = await getBusiness(ctx)
  const language = chatLanguage(wanted, business.language)
  const wordings = await currentWordings(ctx, source.topic_ids, language)
  const topics = await topicsById(ctx)
  return {
    business: { name: business.name, privacyUrl: business.privacyUrl, imprintUrl: business.imprintUrl },
    language,
    texts: { ...WIDGET[language](business.name) },
    topics: wordings.map((wording) => ({
      id: wording.topic_id,
      name: topicName(topics.get(wording.topic_id), language),
      description: wording.body,
    })),
    wordingId: wordings.map((wording) => wording.wording_id).join(','),
  }
}

export const SignupInput = z.object({
  topicIds: z.array(z.uuid()).min(1).max(5),
  language: z.string().max(10),
  /** The texts that were on the screen, as the page was told them. */
  wordingId: z.string().max(400),
  phone: z.string().max(30).optional(),
  pageUrl: z.url().max(500).optional(),
  build: z.string().max(40).optional(),
})

export const SignupTicket = z.object({
  code: z.string(),
  text: z.string(),
  link: z.string(),
  qrSvg: z.string(),
  expiresAt: z.iso.datetime(),
})

/**
 * The first half of an opt-in on a web page: keeps what was shown and hands out a single-use code for the message that
 * the person sends. A typed number is kept only as a digest, to notice when somebody else sends the code; it is never
 * written to (C-04).
 * @throws Problem `wording_changed` when the page showed texts that are no longer the published ones
 */
export async function createSignupRequest(
  runtime: Runtime,
  publicId: string,
  input: z.input<typeof SignupInput>,
): Promise<z.infer<typeof SignupTicket>> {
  const fields = SignupInput.parse(input)
  const { ctx, source } = await openSource(runtime, publicId)
  const business = await getBusiness(ctx)
  const language = chatLanguage(fields.language, business.language)
  const chosen = source.topic_ids.filter((id) => fields.topicIds.includes(id))
  const wordings = await currentWordings(ctx, chosen, language)
  const shown = fields.wordingId.split(',')
  if (chosen.length === 0 || wordings.some((wording) => !shown.includes(wording.wording_id))) {
    throw new Problem('conflict', 'wording_changed', {
      de: 'Der Text wurde gerade geändert. Bitte öffne das Fenster noch einmal und lies ihn neu.',
      en: 'The text has just changed. Please open the window again and read it anew.',
    })
  }
  const phone = fields.phone
    ? parsePhoneNumberFromString(fields.phone, business.country as CountryCode)?.number
    : undefined
  const code = newCode(CODE_LENGTH)
  const { codeHours } = await consentPolicy(ctx)
  const expiresAt = new Date(ctx.clock.now().getTime() + codeHours * HOUR)
  await ctx.db
    .insertInto('signup_request')
    .values({
      business_id: ctx.businessId,
      code,
      source_id: source.source_id,
      topic_ids: chosen,
      wording_ids: wordings.map((wording) => wording.wording_id),
      language,
      page_url: fields.pageUrl ?? null,
      widget_build: fields.build ?? null,
      phone_digest: phone ? ctx.vault.digest(ctx.businessId, 'phone', phone) : null,
      created_at: ctx.clock.now(),
      expires_at: expiresAt,
    })
    .execute()
  const channel = await getChannel(ctx, source.channel_id)
  const text = prefilledText(language, business.name, code)
  const link = chatLink(ctx.config, channel.phone, text)
  return {
    code,
    text,
    link,
    qrSvg: await QRCode.toString(link, { type: 'svg', margin: 1 }),
    expiresAt: expiresAt.toISOString(),
  }
}

/** @throws Problem `not_found` */
async function openSource(runtime: Runtime, publicId: string): Promise<{ ctx: Context; source: SourceRow }> {
  // `<business slug>.<code>`: the slug finds the business, so that only its rows are asked.
  const business = await runtime.db
    .selectFrom('business')
    .select('business_id')
    .where('slug', '=', publicId.slice(0, publicId.indexOf('.')))
    .executeTakeFirst()
  const source =
    business &&
    (await runtime.db
      .selectFrom('source')
      .selectAll()
      .where('business_id', '=', business.business_id)
      .where('public_id', '=', publicId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst())
  if (!source) throw notFound({ de: 'Diese Anmeldung', en: 'This sign-up' })
  return { ctx: createContext(runtime, source.business_id, { kind: 'person', contactId: null }), source }
}
