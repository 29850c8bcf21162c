import { getBusiness } from '../businesses/index.ts'
import { listChannels } from '../channels/index.ts'
import { type ToldHost, toldHosts } from '../integrations/index.ts'
import type { Context, Sentence } from '../platform/index.ts'
import { askRetention, PERSON_TABLES, type RetentionFact, WHATSAPP } from '../privacy/index.ts'
import { type Contract, type DutyStatement, findDuties } from './duties.ts'
import { readMeasures } from './measures.ts'
import { ProcessingContent, ProcessorsContent, type Recipient } from './processing-content.ts'
import { DATA_PURPOSES, DATA_WORDS, KEPT_WORDS, RETENTION_WORDS, TEXT } from './processing-words.ts'
import { storageSource, storageWords } from './storage-words.ts'

/** Who gets content outside of the EU, whatever is set up. */
export const META = 'Meta Platforms, Inc. (USA)'

/** The record of Art. 30 as the configuration is at this moment (C-51). */
export async function buildProcessing(ctx: Context): Promise<ProcessingContent> {
  const [business, stated, channels, topics, fields, facts] = [
    await getBusiness(ctx),
    await findDuties(ctx),
    await listChannels(ctx),
    await readTopics(ctx),
    await readFields(ctx),
    await askRetention(ctx),
  ]
  return ProcessingContent.parse({
    form: 1,
    controller: {
      name: business.legalName,
      address: stated.address,
      country: business.country,
      contact: business.contactEmail,
      representative: stated.representative,
      dpo: stated.dpo?.kind === 'named' ? `${stated.dpo.name}, ${stated.dpo.contact}` : null,
      noDpoReason: stated.dpo?.kind === 'none' ? stated.dpo.reason : null,
    },
    processor: stated.operator,
    activities: activities(topics),
    data: [
      ...fields.map((field) => ({
        key: `field:${field.key}`,
        what: { de: field.label, en: field.label },
        purpose: { de: field.purpose, en: field.purpose },
      })),
      ...Object.values(PERSON_TABLES).map(({ title }) => ({
        key: title,
        what: DATA_WORDS[title] ?? { de: title, en: title },
        purpose: DATA_PURPOSES[title] ?? TEXT.onlyNeeded,
      })),
    ],
    recipients: [...recipients(ctx, stated), ...(await toldHosts(ctx)).map(toldRecipient)],
    transfers: [
      ...channels.map((channel) => ({
        key: `channel:${channel.phoneNumberId}`,
        to: META,
        what: {
          de: `Nachrichten über ${channel.displayPhoneNumber}`,
          en: `Messages over ${channel.displayPhoneNumber}`,
        },
        where: storageWords(channel.storage),
        source: storageSource(channel.storage),
        safeguard: TEXT.metaSafeguard,
      })),
      ...stated.processors
        .filter((each) => each.safeguard !== null)
        .map((each) => ({
          key: `processor:${each.name}`,
          to: `${each.name} (${each.country})`,
          what: both(each.service),
          where: both(each.country),
          source: null,
          safeguard: both(each.safeguard ?? ''),
        })),
    ],
    retention: retention(facts),
    measures: await readMeasures(ctx, stated.measures),
  })
}

/** Who works with data on behalf of the business, with the changes already announced (C-53). */
export async function buildProcessors(ctx: Context): Promise<ProcessorsContent> {
  return ProcessorsContent.parse({ form: 1, processors: recipients(ctx, await findDuties(ctx)) })
}

/** What concerns people, once for each time limit; the rest of the register is about machines. */
function retention(facts: readonly RetentionFact[]): ProcessingContent['retention'] {
  const rows = facts.flatMap(({ table, what: said, days, basis }) => {
    const what = RETENTION_WORDS[`${table}/${said}`] ?? RETENTION_WORDS[table]
    const long = days === null ? KEPT_WORDS[table] : undefined
    // The rules of our own register rest on the limitation of storage.
    const article = basis === 'C-43' ? 'Art. 5(1)(e) GDPR' : basis
    return what
      ? [{ key: `${table}:${days ?? 'kept'}`, what, howLong: long ?? howLong(days), basis: article }]
      : []
  })
  return rows.filter(({ key }, at) => rows.findIndex((row) => row.key === key) === at)
}

/** Topics that people can say yes to, with the words of the business in its languages. */
export async function readTopics(ctx: Context) {
  return ctx.db
    .selectFrom('topic')
    .select(['key', 'name', 'description'])
    .where('business_id', '=', ctx.businessId)
    .where('archived_at', 'is', null)
    .orderBy('key')
    .execute()
}

async function readFields(ctx: Context) {
  return ctx.db
    .selectFrom('contact_field')
    .select(['key', 'label', 'purpose'])
    .where('business_id', '=', ctx.businessId)
    .orderBy('key')
    .execute()
}

/** Every topic is a purpose of its own; the rest is what any business does with its contacts. */
function activities(topics: Awaited<ReturnType<typeof readTopics>>): ProcessingContent['activities'] {
  const activity = (key: string, name: Sentence, purpose: Sentence, basis: Sentence) => ({
    key,
    name,
    purpose,
    basis,
    people: TEXT.contacts,
  })
  return [
    ...topics.map((topic) => {
      const name = inBoth(topic.name)
      const description = inBoth(topic.description)
      return activity(
        `topic:${topic.key}`,
        name,
        { de: description.de || name.de, en: description.en || name.en },
        TEXT.consent,
      )
    }),
    activity(
      'service',
      { de: 'Gespräche im Posteingang', en: 'Conversations in the inbox' },
      { de: 'Fragen und Bestellungen beantworten', en: 'Answering questions and orders' },
      TEXT.contract,
    ),
    activity(
      'proof',
      { de: 'Nachweis und Sperrliste', en: 'Proof and block list' },
      {
        de: 'Einwilligungen nachweisen (Art. 7 Abs. 1) und Widersprüche beachten (Art. 21)',
        en: 'Proving consents (Article 7 (1)) and respecting objections (Article 21)',
      },
      TEXT.duty,
    ),
    {
      ...activity(
        'team',
        { de: 'Zugänge und Protokoll', en: 'Accounts and log' },
        { de: 'Zugang des Teams und Nachvollziehbarkeit', en: 'Access for the team, and accountability' },
        TEXT.interest,
      ),
      people: TEXT.members,
    },
  ]
}

/** Meta always; whoever hosts, operates, sends mail or stamps times only when set up. */
function recipients({ config }: Pick<Context, 'config'>, stated: DutyStatement): Recipient[] {
  const one = (key: string, name: string, service: Sentence, more: Partial<Recipient>): Recipient => ({
    key,
    name,
    role: 'processor',
    service,
    country: null,
    safeguard: null,
    contract: null,
    from: null,
    ...more,
  })
  return [
    one('meta', WHATSAPP, TEXT.metaService, {
      role: 'controller',
      country: 'IE',
      safeguard: TEXT.metaSafeguard,
      contract: contractText(stated.metaContract),
    }),
    ...(stated.hoster
      ? [
          one('hoster', stated.hoster.name, TEXT.hosterService, {
            country: stated.hoster.country,
            contract: contractText(stated.hoster.contract),
          }),
        ]
      : []),
    ...(stated.operator ? [one('operator', stated.operator.name, TEXT.operatorService, {})] : []),
    ...(config.timestamp
      ? [one('timestamp', new URL(config.timestamp.url).hostname, TEXT.timestampService, {})]
      : []),
    ...(config.mail ? [one('mail', new URL(config.mail.smtpUrl).hostname, TEXT.mailService, {})] : []),
    ...stated.processors.map((each) =>
      one(`processor:${each.name}`, each.name, both(each.service), {
        country: each.country,
        safeguard: each.safeguard === null ? null : both(each.safeguard),
        contract: contractText(each.contract),
        from: each.from,
      }),
    ),
  ]
}

/** Learns ids of people and what changed about them, by name. */
function toldRecipient({ host, events }: ToldHost): Recipient {
  const names = events.join(', ')
  return {
    key: `endpoint:${host}`,
    name: host,
    role: 'told',
    service: {
      de: `Webhook: Kennung der Person und was geschah (${names})`,
      en: `Webhook: id of the person and what happened (${names})`,
    },
    country: null,
    safeguard: null,
    contract: null,
    from: null,
  }
}

function contractText(contract: Contract | null): string | null {
  return contract && `${contract.reference} (${contract.signedOn})`
}

function howLong(days: number | null): Sentence {
  if (days === null)
    return {
      de: 'Solange die Person geführt wird oder bis zur Löschung',
      en: 'While the person is kept, or until erasure',
    }
  if (days === 0) return { de: 'Sobald nicht mehr gebraucht', en: 'As soon as it is no longer needed' }
  return days === 1 ? { de: '1 Tag', en: '1 day' } : { de: `${days} Tage`, en: `${days} days` }
}

function both(text: string): Sentence {
  return { de: text, en: text }
}

function inBoth(value: unknown): Sentence {
  const texts = (value ?? {}) as { de?: string; en?: string }
  const de = texts.de || texts.en || ''
  return { de, en: texts.en || de }
}
