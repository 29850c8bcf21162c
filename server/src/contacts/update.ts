import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, type Sentence, withTransaction } from '../platform/index.ts'
import { AttributeValue, fieldTypes, readAttribute } from './attribute.ts'
import { personRectified } from './hooks.ts'
import { personKey } from './keys.ts'
import { forgetKnown } from './known.ts'
import { nameDigest } from './name-digest.ts'
import { openContacts, sealPerson } from './open.ts'
import { searchDigests } from './search.ts'

export const UpdateContactInput = z.object({
  name: z.string().trim().min(1).max(200).nullable().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable()
    .optional(),
  /** Values of declared fields; null takes a value away, what is not named stays. */
  attributes: z.record(z.string(), AttributeValue.nullable()).optional(),
})

/** The contact's row, locked for a change. @throws Problem `not_found` also when the person was erased */
export async function lockContact(tx: Context, contactId: string) {
  const row = await lockRecord(tx, contactId)
  if (row.merged_into === null) return row
  throw notFound({ de: 'Diese Person', en: 'This person' })
}

/** The same for a record that may have been merged into another one. @throws Problem `not_found` when the person was erased */
export async function lockRecord(tx: Context, contactId: string) {
  const row = await tx.db
    .selectFrom('contact')
    .select(['contact_id', 'language', 'attributes', 'hold_reason', 'restricted_at', 'merged_into'])
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diese Person', en: 'This person' })
  return row
}

/** @throws Problem `not_found` also when the person was erased */
export async function requireContact(ctx: Context, contactId: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('contact')
    .select('contact_id')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('erased_at', 'is', null)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diese Person', en: 'This person' })
}

/**
 * Changes what the business itself noted about a person; number and consent are out of reach. The audit log says which
 * things changed, never to what.
 * @throws Problem `not_found`, `restricted`, `attribute_wrong`
 */
export async function updateContact(
  ctx: Context,
  contactId: string,
  input: z.input<typeof UpdateContactInput>,
): Promise<void> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const changes = UpdateContactInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const before = await lockContact(tx, contactId)
    if (before.restricted_at) throw restricted()
    const attributes = await mergeAttributes(
      tx,
      z.record(z.string(), z.unknown()).parse(before.attributes),
      changes.attributes ?? {},
    )
    const key = await personKey(tx, contactId)
    const person = (await openContacts(tx, [contactId])).get(contactId)
    const name = changes.name === undefined ? undefined : changes.name
    await tx.db
      .updateTable('contact')
      .set({
        ...(changes.language === undefined ? {} : { language: changes.language }),
        ...(changes.attributes ? { attributes: JSON.stringify(attributes) } : {}),
        ...(name === undefined || !key
          ? {}
          : {
              name_sealed: name === null ? null : sealPerson(tx, key, contactId, 'name', name),
              name_digest: nameDigest(tx.vault, tx.businessId, name),
              search_digests: searchDigests(tx.vault, tx.businessId, {
                phone: person?.phone ?? null,
                username: person?.username ?? null,
                name,
              }),
            }),
        updated_at: tx.clock.now(),
      })
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .execute()
    forgetKnown(tx, contactId)
    const changed = [
      ...(name === undefined ? [] : ['name']),
      ...(changes.language === undefined ? [] : ['language']),
      ...Object.keys(changes.attributes ?? {}),
    ]
    await recordAudit(tx, {
      action: 'contact.update',
      entity: 'contact',
      entityId: contactId,
      after: { changed },
    })
    await tx.hooks.run(personRectified, tx, { contactId, changed })
  })
}

async function mergeAttributes(
  tx: Context,
  before: Record<string, unknown>,
  changes: Record<string, AttributeValue | null>,
): Promise<Record<string, unknown>> {
  const types = await fieldTypes(tx)
  const after = { ...before }
  const wrong: Record<string, Sentence> = {}
  for (const [key, given] of Object.entries(changes)) {
    const type = types.get(key)
    const value = type && given !== null ? readAttribute(type, given) : null
    if (!type)
      wrong[`attributes.${key}`] = { de: 'Dieses Feld gibt es nicht.', en: 'This field does not exist.' }
    else if (given !== null && value === null) {
      wrong[`attributes.${key}`] = {
        de: 'Dieser Wert passt nicht zum Feld.',
        en: 'This value does not fit the field.',
      }
    } else if (value === null) delete after[key]
    else after[key] = value
  }
  if (Object.keys(wrong).length > 0) {
    const sentence = {
      de: 'Einige Werte passen nicht. Bitte prüfe die markierten Felder.',
      en: 'Some values do not fit. Please check the marked fields.',
    }
    throw new Problem('invalid', 'attribute_wrong', sentence, wrong)
  }
  return after
}

function restricted(): Problem {
  return new Problem('conflict', 'restricted', {
    de: 'Die Verarbeitung der Daten dieser Person ist eingeschränkt; bis der Streit geklärt ist, bleibt alles, wie es ist.',
    en: 'Processing of this person’s data is restricted; until the dispute is settled everything stays as it is.',
  })
}
