import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { topicsById } from '../consent/index.ts'
import type { Context } from '../platform/index.ts'
import { requirePersonOrRole } from './authorise-person.ts'
import { collectPerson, noteExport, type PersonExport } from './export.ts'

/** What each state is called in the W3C Data Privacy Vocabulary; the rest has no term there. */
const STATUS: Record<string, string> = {
  requested: 'dpv:ConsentRequested',
  pending: 'dpv:ConsentRequested',
  confirmed: 'dpv:ConsentGiven',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
  expired: 'dpv:ConsentExpired',
  invalidated: 'dpv:ConsentInvalidated',
}

/** A receipt in the shape of ISO/IEC TS 27560 with DPV terms: who, what for, in which words, since when, how to end it. */
const ConsentReceipt = z.object({
  '@type': z.literal('dpv:ConsentRecord'),
  'dct:conformsTo': z.literal('dpv-27560:record-eu-gdpr'),
  'dct:identifier': z.string(),
  'dpv:hasDataController': z.object({ 'dpv:hasName': z.string(), 'dpv:hasContact': z.string().nullable() }),
  'dpv:hasJurisdiction': z.string().length(2),
  'dpv:hasPurpose': z.string(),
  'dpv:hasPersonalData': z.array(z.string()),
  'dpv:hasRecipient': z.array(z.string()),
  'dpv:hasNotice': z.string().nullable(),
  'dpv:hasDuration': z.string(),
  'dpv:hasWithdrawal': z.string(),
  'dpv:hasConsentStatus': z.string(),
  events: z.array(
    z.object({ state: z.string(), at: z.iso.datetime(), entity: z.literal('dpv:DataSubject').nullable() }),
  ),
})

export const PortableExport = z.object({
  format: z.literal('jawort-portable/1'),
  createdAt: z.iso.datetime(),
  /** What the person told about themselves. */
  profile: z.object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    username: z.string().nullable(),
    /** By which WhatsApp knows them to this business. */
    whatsappId: z.string().nullable(),
    language: z.string().nullable(),
    attributes: z.record(z.string(), z.unknown()),
  }),
  /** What the person wrote and tapped, oldest first. */
  messages: z.array(z.object({ at: z.iso.datetime(), type: z.string(), text: z.string().nullable() })),
  consents: z.array(ConsentReceipt),
})
export type PortableExport = z.infer<typeof PortableExport>

const Profile = z.object({
  name: z.string().nullish(),
  phone: z.string().nullish(),
  username: z.string().nullish(),
  bsuid: z.string().nullish(),
  language: z.string().nullish(),
  attributes: z.record(z.string(), z.unknown()),
})
const Message = z.object({
  at: z.date(),
  type: z.string(),
  content: z.looseObject({ text: z.string().nullish() }).optional(),
})
const Consent = z.object({
  contact_id: z.string(),
  channel_id: z.string(),
  topic_id: z.string(),
  state: z.string(),
  wording_id: z.string().nullable(),
})
const Event = z.object({
  channel_id: z.string(),
  topic_id: z.string().nullable(),
  state: z.string(),
  at: z.date(),
})

/** States that the person brought about; the others came by time or by the business. */
const BY_PERSON = ['requested', 'confirmed', 'refused', 'withdrawn']

/**
 * What the person provided, in a structured, machine-readable form they can take elsewhere (Art. 20 GDPR, C-42): profile, own messages,
 * and a receipt for each consent. What the business noted or worked out is not in it; that is for access.
 * @throws Problem `not_found`, `role_missing`
 */
export async function exportPortable(ctx: Context, contactId: string): Promise<PortableExport> {
  requirePersonOrRole(ctx, contactId, 'dpo')
  const person = await collectPerson(ctx, contactId)
  const { data, createdAt } = person
  const [profile] = z.array(Profile).parse(data.profile ?? [])
  const result = PortableExport.parse({
    format: 'jawort-portable/1',
    createdAt,
    profile: {
      name: profile?.name ?? null,
      phone: profile?.phone ?? null,
      username: profile?.username ?? null,
      whatsappId: profile?.bsuid ?? null,
      language: profile?.language ?? null,
      attributes: profile?.attributes ?? {},
    },
    messages: z
      .array(Message)
      .parse(data.messagesFromPerson ?? [])
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ at, type, content }) => ({ at: at.toISOString(), type, text: content?.text ?? null })),
    consents: await receipts(ctx, person),
  })
  await noteExport(ctx, contactId, 'portability')
  return result
}

async function receipts(
  ctx: Context,
  { about, data }: PersonExport,
): Promise<z.input<typeof ConsentReceipt>[]> {
  const business = await getBusiness(ctx)
  const topics = await topicsById(ctx)
  const events = z.array(Event).parse(data.consentHistory ?? [])
  const wordings = await wordingsOf(ctx)
  return z
    .array(Consent)
    .parse(data.consents ?? [])
    .map((consent) => ({
      '@type': 'dpv:ConsentRecord',
      'dct:conformsTo': 'dpv-27560:record-eu-gdpr',
      'dct:identifier': `${consent.contact_id}/${consent.channel_id}/${consent.topic_id}`,
      'dpv:hasDataController': {
        'dpv:hasName': business.legalName,
        'dpv:hasContact': business.contactEmail,
      },
      'dpv:hasJurisdiction': business.country,
      'dpv:hasPurpose': topics.get(consent.topic_id)?.key ?? consent.topic_id,
      'dpv:hasPersonalData': ['pd:TelephoneNumber', 'pd:Name', 'pd:Communication'],
      'dpv:hasRecipient': about.recipients,
      'dpv:hasNotice': consent.wording_id ? (wordings.get(consent.wording_id) ?? null) : null,
      'dpv:hasDuration': 'until withdrawn, or unused for 24 months',
      'dpv:hasWithdrawal': 'write STOP in the chat',
      'dpv:hasConsentStatus': STATUS[consent.state] ?? `jawort:${consent.state}`,
      events: events
        .filter(
          (event) =>
            event.channel_id === consent.channel_id &&
            (event.topic_id === null || event.topic_id === consent.topic_id),
        )
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .map(({ state, at }) => ({
          state: STATUS[state] ?? `jawort:${state}`,
          at: at.toISOString(),
          entity: BY_PERSON.includes(state) ? ('dpv:DataSubject' as const) : null,
        })),
    }))
}

async function wordingsOf(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('wording')
    .select(['wording_id', 'body'])
    .where('business_id', '=', ctx.businessId)
    .execute()
  return new Map(rows.map((row) => [row.wording_id, row.body]))
}
