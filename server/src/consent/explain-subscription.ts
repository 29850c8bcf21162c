import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { openContacts, openPerson, personKey } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { topicName, topicsById } from './read.ts'
import { type ChatLanguage, chatLanguage } from './texts.ts'
import { SUBSCRIPTION } from './texts-subscription.ts'

/** What of the evidence is told to the person; the rest is in the export. */
const Evidence = z.looseObject({
  text: z.string().nullish(),
  pageUrl: z.string().nullish(),
  sourceKind: z.string().nullish(),
  sourceName: z.string().nullish(),
})
type Evidence = z.infer<typeof Evidence>

const LONGEST_WORDS = 200

interface OptIn {
  askedAt: Date
  confirmedAt: Date
  evidence: Evidence
  topics: string[]
}

/**
 * Tells a person, in their language, what they signed up for on this channel: when, where, with which words, and how to
 * leave (C-74, Art. 12 and 15 GDPR). Ready to be sent as the text of one chat message; also says that there is nothing.
 * @param language of the words that asked, when they tell it
 */
export async function explainSubscription(
  ctx: Context,
  contactId: string,
  channelId: string,
  language?: ChatLanguage,
): Promise<string> {
  const business = await getBusiness(ctx)
  const person = (await openContacts(ctx, [contactId])).get(contactId)
  const spoken = language ?? chatLanguage(person?.language, business.language)
  const words = SUBSCRIPTION[spoken]
  const names = await topicsById(ctx)
  const name = (topicId: string) => topicName(names.get(topicId), spoken)
  const consents = await ctx.db
    .selectFrom('consent')
    .select(['topic_id', 'state'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .where('state', 'in', ['confirmed', 'requested', 'pending'])
    .orderBy('topic_id')
    .execute()
  const inState = (...states: string[]) =>
    consents.filter(({ state }) => states.includes(state)).map(({ topic_id }) => topic_id)
  const confirmed = inState('confirmed')
  const waiting = inState('requested', 'pending')
  const day = new Intl.DateTimeFormat(spoken, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: business.timeZone,
  })
  const lines = (await optIns(ctx, contactId, channelId, confirmed)).map(({ topics, ...optIn }) =>
    words.subscribed({
      topics: topics.map(name).join(', '),
      asked: day.format(optIn.askedAt),
      confirmed: day.format(optIn.confirmedAt),
      where: whereOf(optIn.evidence, spoken),
      words: shorten(optIn.evidence.text),
    }),
  )
  if (waiting.length > 0) lines.push(words.waiting(waiting.map(name).join(', ')))
  return [
    words.writingWith(business.name),
    ...(lines.length > 0 ? lines : [words.nothing]),
    ...(confirmed.length > 0 ? [words.leave] : []),
    ...(business.privacyUrl ? [words.privacy(business.privacyUrl)] : []),
  ].join('\n\n')
}

/** The opt-ins behind the confirmed topics: topics that were confirmed together are told together. */
async function optIns(
  ctx: Context,
  contactId: string,
  channelId: string,
  topicIds: readonly string[],
): Promise<OptIn[]> {
  const key = topicIds.length > 0 ? await personKey(ctx, contactId) : null
  if (!key) return []
  const events = await ctx.db
    .selectFrom('consent_event')
    .select(['event_id', 'topic_id', 'type', 'at', 'evidence_sealed'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .where('topic_id', 'in', [...topicIds])
    .where('type', 'in', ['requested', 'confirmed'])
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .execute()
  const together = new Map<string, OptIn>()
  for (const topicId of topicIds) {
    const own = events.filter((event) => event.topic_id === topicId)
    const yes = own.find((event) => event.type === 'confirmed')
    const asked = own.find((event) => event.type === 'requested' && yes && event.at <= yes.at)
    const sealed = asked?.evidence_sealed
    if (!yes || !asked || !sealed) continue
    const evidence = Evidence.parse(
      JSON.parse(openPerson(ctx, key, contactId, `evidence:${asked.event_id}`, sealed)),
    )
    const same = `${asked.at.getTime()}:${yes.at.getTime()}`
    const known = together.get(same)
    if (known) known.topics.push(topicId)
    else together.set(same, { askedAt: asked.at, confirmedAt: yes.at, evidence, topics: [topicId] })
  }
  return [...together.values()]
}

function whereOf(evidence: Evidence, language: ChatLanguage): string {
  const { where } = SUBSCRIPTION[language]
  if (evidence.pageUrl) return where.page(evidence.pageUrl)
  if (evidence.sourceName && evidence.sourceKind === 'qr') return where.poster(evidence.sourceName)
  if (evidence.sourceName && evidence.sourceKind === 'link') return where.link(evidence.sourceName)
  return where.chat
}

function shorten(text: string | null | undefined): string | null {
  const plain = text?.replace(/\s+/g, ' ').trim()
  if (!plain) return null
  return plain.length > LONGEST_WORDS ? `${plain.slice(0, LONGEST_WORDS)} …` : plain
}
