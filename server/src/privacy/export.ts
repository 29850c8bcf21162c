import { sql } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { openPerson, personKey, requireContact } from '../contacts/index.ts'
import { outboundTexts } from '../inbox/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, withTransaction } from '../platform/index.ts'
import { Rules, rulesCondition } from '../segments/index.ts'
import { PERSON_TABLES } from './person-tables.ts'

type Row = Record<string, unknown>

/**
 * Everything known of a person, as one JSON document (C-37): each table that speaks of the person, opened, and beside it
 * what the data is for, who receives it and how long it stays.
 * @throws Problem `not_found`
 */
export async function exportPerson(ctx: Context, contactId: string): Promise<Record<string, unknown>> {
  requireRole(ctx, 'dpo')
  await requireContact(ctx, contactId)
  const data: Record<string, unknown> = {}
  for (const [table, { title }] of Object.entries(PERSON_TABLES))
    data[title] = await readTable(ctx, contactId, table)
  const business = await getBusiness(ctx)
  const result = {
    format: 'jawort-person-export/1',
    createdAt: ctx.clock.now().toISOString(),
    controller: { name: business.legalName, privacyUrl: business.privacyUrl, contact: business.contactEmail },
    about: {
      purposes: await purposes(ctx),
      recipients: ['Meta Platforms Ireland Ltd. (WhatsApp Business Platform)'],
      retention: {
        deliveriesFromWhatsApp: '14 days',
        consentHistory: 'as long as the consent has to be proved; unreadable after an erasure',
        suppression: 'as long as the objection has to be respected',
      },
      blockList: await suppressions(ctx, contactId),
      segmentsNow: await segmentsOf(ctx, contactId),
    },
    data,
  }
  await note(ctx, contactId)
  return result
}

/** The person's rows of one table, with sealed columns opened. */
async function readTable(ctx: Context, contactId: string, table: string): Promise<Row[]> {
  const rules = PERSON_TABLES[table]
  if (!rules) throw new Error(`${table} is not a table of people.`)
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)}
    where business_id = ${ctx.businessId} and ${sql.ref(rules.by)} = ${contactId}`.execute(ctx.db)
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

/** Who was given the data of whom, and when. */
async function note(ctx: Context, contactId: string): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const now = tx.clock.now()
    await tx.db
      .insertInto('privacy_request')
      .values({
        business_id: tx.businessId,
        request_id: newId(),
        contact_id: contactId,
        kind: 'export',
        state: 'done',
        requested_by: JSON.stringify(tx.actor),
        created_at: now,
        done_at: now,
      })
      .execute()
    await recordAudit(tx, { action: 'contact.export', entity: 'contact', entityId: contactId })
  })
}
