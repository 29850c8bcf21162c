import { getBusiness } from '../businesses/index.ts'
import { listChannels } from '../channels/index.ts'
import type { ChatLanguage } from '../consent/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { META, readTopics } from './build-processing.ts'
import { findDuties } from './duties.ts'
import type { NoticeContent } from './notice-content.ts'
import { NOTICE_WORDS, sentenceIn } from './notice-words/index.ts'
import { ProcessingContent } from './processing-content.ts'
import { TEXT } from './processing-words.ts'
import { storageIn } from './storage-words.ts'
import { liveRecord } from './versions.ts'

/**
 * A notice written from what is configured, to be read and changed before it is published; what nobody has stated yet stays
 * empty. In every language we talk to people in (C-13).
 */
export async function proposeNotice(ctx: Context, language: ChatLanguage): Promise<NoticeContent> {
  requireRole(ctx, 'dpo')
  const [business, stated, channels, topics] = [
    await getBusiness(ctx),
    await findDuties(ctx),
    await listChannels(ctx),
    await topicsIn(ctx, language),
  ]
  const content = ProcessingContent.parse((await liveRecord(ctx, 'processing')).content)
  const words = NOTICE_WORDS[language]
  const say = (sentence: { de: string; en: string }) => sentenceIn(sentence, language)
  const nameOf = ({ key, name }: ProcessingContent['activities'][number]) =>
    topics.get(key)?.name ?? say(name)
  const { dpo, authority } = stated
  return {
    controller: stated.address
      ? [business.legalName, stated.address, business.contactEmail].filter(Boolean).join(', ')
      : '',
    dpo: dpo?.kind === 'named' ? `${dpo.name}, ${dpo.contact}` : dpo ? words.noDpo(dpo.reason) : '',
    purposes: lines([
      ...[...topics.values()].map((topic) => told(topic.name, topic.description || topic.name, language)),
      words.answering,
    ]),
    basis: lines(
      content.activities
        .filter(({ key }) => key !== 'team')
        .map((activity) => told(nameOf(activity), say(activity.basis), language)),
    ),
    recipients: lines(content.recipients.map((each) => told(each.name, say(each.service), language))),
    transfer: lines([
      ...channels.map((channel) =>
        told(META, `${storageIn(channel.storage, language)} ${say(TEXT.metaSafeguard)}`, language),
      ),
      ...stated.processors.flatMap((each) =>
        each.safeguard === null
          ? []
          : [told(`${each.name} (${countryIn(each.country, language)})`, each.safeguard, language)],
      ),
    ]),
    retention: lines(content.retention.map((each) => told(say(each.what), say(each.howLong), language))),
    rights: words.rights,
    complaint: words.complaint(authority?.name ?? null),
  }
}

const lines = (parts: string[]) => [...new Set(parts)].join('\n')

/** In French, a narrow space stands before the colon. */
const told = (what: string, how: string, language: ChatLanguage) =>
  `${what}${language === 'fr' ? '\u202f' : ''}: ${how}`

const countryIn = (country: string, language: ChatLanguage) =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(country) ?? country

/** Name and description of each topic as the business wrote them: in this language, else in English, else in German. */
async function topicsIn(ctx: Context, language: ChatLanguage) {
  const read = (value: unknown) => {
    const texts = (value ?? {}) as Partial<Record<ChatLanguage, string>>
    return texts[language] || texts.en || texts.de || ''
  }
  const rows = await readTopics(ctx)
  return new Map(
    rows.map((row) => [`topic:${row.key}`, { name: read(row.name), description: read(row.description) }]),
  )
}
