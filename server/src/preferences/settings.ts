import { type Business, getBusiness } from '../businesses/index.ts'
import { getChannel } from '../channels/index.ts'
import { type ChatLanguage, chatLanguage, explainSubscription } from '../consent/index.ts'
import { identityDigests, openContacts } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { chatLink } from '../signup/index.ts'
import { WINDOW_MS } from '../whatsapp/index.ts'
import type { Visit } from './link.ts'
import { pausedUntil } from './pause.ts'
import { TEXTS } from './texts.ts'
import { type PageTopic, readTopics } from './topics.ts'

/** Everything the page shows, in one language. */
export interface Settings {
  language: ChatLanguage
  business: Business
  /** The end of the person's number; null when only WhatsApp knows it. */
  digits: string | null
  topics: PageTopic[]
  pausedUntil: Date | null
  /** No advertising at all, until a new double opt-in. */
  stopped: boolean
  /** The person switched advertising off inside WhatsApp. */
  blocked: boolean
  /** Processing is restricted: nothing new can begin. */
  restricted: boolean
  /** Whether we may write into the chat now. */
  windowOpen: boolean
  /** Opens the chat with the words that bring a new link. */
  chatUrl: string
  why: string
  expiresAt: Date
}

const SHOWN_DIGITS = 3

/** @param wanted the language that the visitor chose; else the person's own, else the business's */
export async function readSettings(visit: Visit, wanted: string | undefined): Promise<Settings> {
  const { ctx, contactId, channelId, expiresAt } = visit
  const business = await getBusiness(ctx)
  const person = (await openContacts(ctx, [contactId])).get(contactId)
  const language = chatLanguage(wanted, chatLanguage(person?.language, business.language))
  const contact = await ctx.db
    .selectFrom('contact')
    .select(['meta_preference', 'restricted_at'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirstOrThrow()
  const channel = await getChannel(ctx, channelId)
  const openFor = (words: string) => chatLink(ctx.config, channel.phone, words)
  const topics = await readTopics(ctx, visit, language, openFor)
  return {
    language,
    business,
    digits: person?.phone?.slice(-SHOWN_DIGITS) ?? null,
    topics,
    pausedUntil: await pausedUntil(ctx, contactId),
    stopped:
      topics.every(({ state }) => state === 'off') &&
      (await isSuppressed(ctx, identityDigests(ctx, person ?? {}))),
    blocked: contact.meta_preference === 'stop',
    restricted: contact.restricted_at !== null,
    windowOpen: await isWindowOpen(ctx, visit),
    chatUrl: openFor(TEXTS[language].word),
    why: await explainSubscription(ctx, contactId, channelId, language),
    expiresAt,
  }
}

/** Whether the person wrote to this number within the last 24 hours, so that WhatsApp lets us answer. */
export async function isWindowOpen(
  ctx: Context,
  { contactId, channelId }: Pick<Visit, 'contactId' | 'channelId'>,
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('conversation')
    .select('last_inbound_at')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .where('last_inbound_at', '>', new Date(ctx.clock.now().getTime() - WINDOW_MS))
    .executeTakeFirst()
  return row !== undefined
}

async function isSuppressed(ctx: Context, digests: ReturnType<typeof identityDigests>): Promise<boolean> {
  if (digests.length === 0) return false
  const row = await ctx.db
    .selectFrom('suppression')
    .select('digest')
    .where('business_id', '=', ctx.businessId)
    .where(
      'digest',
      'in',
      digests.map(({ digest }) => digest),
    )
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
