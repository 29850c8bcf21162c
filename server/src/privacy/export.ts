import { sql } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { mergedInto, openPerson, personKey, requireContact } from '../contacts/index.ts'
import { outboundTexts } from '../inbox/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { Rules, rulesCondition } from '../segments/index.ts'
import { requirePersonOrRole } from './authorise-person.ts'
import { nameRecipients, privacyChanged } from './hooks.ts'
import { noteDone } from './note-done.ts'
import { type Periods, readPeriods } from './periods.ts'
import { PERSON_TABLES } from './person-tables.ts'
import { retainUntil } from './retain-until.ts'
import { type PrivacySettings, readSettings, spanOf } from './settings.ts'

type Row = Record<string, unknown>

/**
 * Everything known of a person, as one JSON document (C-37): each table that speaks of the person, opened, and beside it
 * what the data is for, who receives it and how long it stays.
 * @throws Problem `not_found`
 */
export async function exportPerson(ctx: Context, contactId: string): Promise<PersonExport> {
  requirePersonOrRole(ctx, contactId, 'dpo')
  const result = await collectPerson(ctx, contactId)
  await noteExport(ctx, contactId, 'access')
  return result
}

export interface PersonExport {
  format: 'jawort-person-export/1'
  createdAt: string
  controller: { name: string; privacyUrl: string | null; contact: string | null }
  about: {
    purposes: Row[]
    recipients: string[]
    sources: Row[]
    retention: Record<string, string>
    periods: Periods
    proofKeptUntil: string | null
    blockList: Row[]
    segmentsNow: string[]
    rights: string
  }
  data: Record<string, Row[]>
}

/** Collects all of it without noting it; who may have it was settled before. @throws Problem `not_found` */
export async function collectPerson(ctx: Context, contactId: string): Promise<PersonExport> {
  await requireContact(ctx, contactId)
  const data: Record<string, Row[]> = {}
  const records = [contactId, ...(await mergedInto(ctx, contactId))]
  for (const [table, { title }] of Object.entries(PERSON_TABLES))
    for (const id of records) data[title] = [...(data[title] ?? []), ...(await readTable(ctx, id, table))]
  const business = await getBusiness(ctx)
  const settings = await readSettings(ctx)
  const periods = await readPeriods(ctx)
  return {
    format: 'jawort-person-export/1',
    createdAt: ctx.clock.now().toISOString(),
    controller: { name: business.legalName, privacyUrl: business.privacyUrl, contact: business.contactEmail },
    about: {
      purposes: await purposes(ctx),
      recipients: await recipients(ctx),
      sources: await sourcesOf(ctx, contactId),
      retention: {
        messages: `contents of our messages ${periods.contentToPerson} days, of yours ${periods.fromPerson} days, which of ours you got ${periods.whoGotWhich} months`,
        deliveriesFromWhatsApp: `${periods.raw} days`,
        consentHistory: `${settings.proofYears} years after the year in which it was last given, used or withdrawn`,
        suppression: 'as long as the objection has to be respected, as a check value that leads to no number',
      },
      periods,
      proofKeptUntil: await proofKeptUntil(ctx, contactId, settings),
      blockList: await suppressions(ctx, contactId),
      segmentsNow: await segmentsOf(ctx, contactId),
      rights:
        'Rectification, erasure, restriction, objection, portability, and a complaint to a supervisory authority (Articles 15 to 21 and 77 GDPR). No automated decisions in the sense of Article 22 are made.',
    },
    data,
  }
}

/** Who runs WhatsApp for people in Europe; named alike to people, in the record and in notices. */
export const WHATSAPP = 'WhatsApp Ireland Limited (Meta)'

/** Who the data goes to, besides the business and whoever hosts this installation for it. */
async function recipients(ctx: Context): Promise<string[]> {
  const named = { recipients: [WHATSAPP] }
  await ctx.hooks.run(nameRecipients, ctx, named)
  return named.recipients
}

/** Where the data came from: the person's own sign-ups and messages, files, the interface (Art. 15 (1) (g)). */
async function sourcesOf(ctx: Context, contactId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select distinct o.kind, o.name from source o
    where o.business_id = ${ctx.businessId} and o.source_id in (
      select first_source_id from contact where business_id = ${ctx.businessId} and contact_id = ${contactId}
      union select source_id from consent where business_id = ${ctx.businessId} and contact_id = ${contactId})
    order by o.name`.execute(ctx.db)
  return rows
}

/** Until when the proof of the consents would stay if they ended today. */
async function proofKeptUntil(
  ctx: Context,
  contactId: string,
  settings: PrivacySettings,
): Promise<string | null> {
  const rows = await ctx.db
    .selectFrom('consent')
    .select(['topic_id', 'confirmed_at'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  if (rows.length === 0) return null
  const topics = rows.map((row) => row.topic_id)
  const dates = { granted: null, lastUsed: null, withdrawn: ctx.clock.now() }
  return retainUntil(dates, spanOf(settings, topics))?.toISOString() ?? null
}

/** The person's rows of one table, with sealed columns opened. */
async function readTable(ctx: Context, contactId: string, table: string): Promise<Row[]> {
  const rules = PERSON_TABLES[table]
  if (!rules) throw new Error(`${table} is not a table of people.`)
  const order = rules.order ? sql` order by ${sql.join(rules.order.map((column) => sql.ref(column)))}` : sql``
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)}
    where business_id = ${ctx.businessId} and ${sql.ref(rules.by)} = ${contactId}${order}`.execute(ctx.db)
  const key = await personKey(ctx, contactId)
  const texts =
    table === 'message'
      ? await outboundTexts(
          ctx,
          rows.map((row) => OutboundMessage.parse(row)),
        )
      : null
  return rows.map((row) => {
    const shown: Row = {}
    for (const [column, value] of Object.entries(row)) {
      if (column === 'business_id' || rules.hidden?.includes(column)) continue
      const place = rules.sealed?.[column]
      if (!place) shown[column] = value
      else if (value instanceof Uint8Array && key) {
        shown[column.replace(/_sealed$/, '')] = readable(openPerson(ctx, key, contactId, place(row), value))
      }
    }
    const text = texts?.get(String(row.message_id))
    return text ? { ...shown, read_as: text } : shown
  })
}

const OutboundMessage = z.object({
  message_id: z.string(),
  contact_id: z.string(),
  payload_sealed: z.instanceof(Uint8Array).nullable(),
  campaign_id: z.string().nullable(),
  template_id: z.string().nullable(),
})

function readable(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function purposes(ctx: Context): Promise<Row[]> {
  const topics = await ctx.db
    .selectFrom('topic')
    .select(['name', 'description'])
    .where('business_id', '=', ctx.businessId)
    .execute()
  const fields = await ctx.db
    .selectFrom('contact_field')
    .select(['key', 'label', 'purpose'])
    .where('business_id', '=', ctx.businessId)
    .execute()
  return [...topics, ...fields]
}

async function suppressions(ctx: Context, contactId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select u.kind, u.reason, u.since, u.lifted_at from contact_identity i
    join suppression u on u.business_id = i.business_id and u.kind = i.kind and u.digest = i.digest
    where i.business_id = ${ctx.businessId} and i.contact_id = ${contactId}`.execute(ctx.db)
  return rows
}

async function segmentsOf(ctx: Context, contactId: string): Promise<string[]> {
  const segments = await ctx.db
    .selectFrom('segment')
    .select(['name', 'rules'])
    .where('business_id', '=', ctx.businessId)
    .where('archived_at', 'is', null)
    .execute()
  const names: string[] = []
  for (const { name, rules } of segments) {
    const { rows } = await sql`select 1 from contact
      where contact.contact_id = ${contactId} and ${rulesCondition(ctx, Rules.parse(rules))}`.execute(ctx.db)
    if (rows.length > 0) names.push(name)
  }
  return names
}

/** Who was given the data of whom, and when; a request that waits goes on waiting until it was handed over. */
export async function noteExport(
  ctx: Context,
  contactId: string,
  kind: 'access' | 'portability',
): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    await recordAudit(tx, {
      action: kind === 'access' ? 'contact.export' : 'contact.export_portable',
      entity: 'contact',
      entityId: contactId,
    })
    const byPerson = tx.actor.kind === 'person'
    const waiting = await tx.db
      .selectFrom('privacy_request')
      .select('request_id')
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .where('kind', '=', kind)
      .where('done_at', 'is', null)
      .executeTakeFirst()
    if (waiting && !byPerson) return
    await noteDone(tx, {
      contactId,
      kind,
      via: byPerson ? 'page' : tx.actor.kind === 'apiKey' ? 'api' : 'staff',
      report: { erased: [], kept: [], ...(byPerson ? { handedBy: 'page' } : {}) },
    })
    await tx.hooks.run(privacyChanged, tx, {})
  })
}
