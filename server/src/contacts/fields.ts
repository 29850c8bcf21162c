import { sql } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { FIELD_TYPES } from './attribute.ts'
import { speaksOfConsent, specialCategory } from './special-category.ts'

/** Something a business may know of its contacts beyond number and name, and what for (C-46). */
export const ContactField = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/),
  label: z.string().trim().min(1).max(60),
  type: z.enum(FIELD_TYPES),
  purpose: z.string().trim().min(10).max(300),
})
export type ContactField = z.infer<typeof ContactField>

/** The declared fields, by key. */
export async function listFields(ctx: Context): Promise<ContactField[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  return ctx.db
    .selectFrom('contact_field')
    .select(['key', 'label', 'type', 'purpose'])
    .where('business_id', '=', ctx.businessId)
    .orderBy('key')
    .execute()
}

/**
 * Declares a field. Without a purpose there is no field (C-46), and none for special categories of data (C-23).
 * @throws Problem `special_category`, `consent_is_no_field`, `field_exists`
 */
export async function createField(ctx: Context, input: z.input<typeof ContactField>): Promise<ContactField> {
  requireRole(ctx, 'marketer', 'dpo')
  const field = ContactField.parse(input)
  refuse(field)
  return withTransaction(ctx, async (tx) => {
    const inserted = await tx.db
      .insertInto('contact_field')
      .values({ business_id: tx.businessId, ...field, created_at: tx.clock.now() })
      .onConflict((conflict) => conflict.columns(['business_id', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst()
    if (!inserted) {
      throw new Problem('conflict', 'field_exists', {
        de: 'Ein Feld mit diesem Schlüssel gibt es schon. Bitte wähle einen anderen.',
        en: 'There is a field with this key already. Please choose another one.',
      })
    }
    await recordAudit(tx, {
      action: 'contact_field.create',
      entity: 'contact_field',
      entityId: field.key,
      after: field,
    })
    return field
  })
}

/**
 * Removes a field and its values from every contact.
 * @throws Problem `not_found`, `field_in_use` while a segment asks for it
 */
export async function deleteField(ctx: Context, key: string): Promise<void> {
  requireRole(ctx, 'marketer', 'dpo')
  await withTransaction(ctx, async (tx) => {
    const before = await tx.db
      .selectFrom('contact_field')
      .select(['key', 'label', 'type', 'purpose'])
      .where('business_id', '=', tx.businessId)
      .where('key', '=', key)
      .executeTakeFirst()
    if (!before) throw notFound({ de: 'Dieses Feld', en: 'This field' })
    const used = await tx.db
      .selectFrom('segment')
      .select('name')
      .where('business_id', '=', tx.businessId)
      .where('archived_at', 'is', null)
      .where(
        sql<boolean>`jsonb_path_exists(rules, '$.**.key ? (@ == $key)', jsonb_build_object('key', ${key}::text))`,
      )
      .executeTakeFirst()
    if (used) {
      throw new Problem('conflict', 'field_in_use', {
        de: `Das Segment „${used.name}“ fragt nach diesem Feld. Bitte ändere zuerst das Segment.`,
        en: `The segment “${used.name}” asks for this field. Please change the segment first.`,
      })
    }
    const cleared = await tx.db
      .updateTable('contact')
      .set({ attributes: sql`attributes - ${key}::text` })
      .where('business_id', '=', tx.businessId)
      .where(sql<boolean>`jsonb_exists(attributes, ${key}::text)`)
      .executeTakeFirst()
    await tx.db
      .deleteFrom('contact_field')
      .where('business_id', '=', tx.businessId)
      .where('key', '=', key)
      .execute()
    await recordAudit(tx, {
      action: 'contact_field.delete',
      entity: 'contact_field',
      entityId: key,
      before,
      after: { contactsCleared: Number(cleared.numUpdatedRows) },
    })
  })
}

function refuse(field: ContactField): void {
  const words = `${field.key} ${field.label}`
  if (specialCategory(words)) {
    throw new Problem('invalid', 'special_category', {
      de: 'Gesundheit, Religion, politische Meinung, Herkunft, Sexualleben, Gewerkschaft, biometrische Daten und Straftaten sind besonders geschützt (Art. 9 und 10 DSGVO). Solche Felder legt Jawort nicht an.',
      en: 'Health, religion, politics, ethnicity, sexuality, union membership, biometrics and offences are specially protected (Articles 9 and 10 GDPR). Jawort does not make such fields.',
    })
  }
  if (speaksOfConsent(words)) {
    throw new Problem('invalid', 'consent_is_no_field', {
      de: 'Eine Einwilligung ist kein Feld: Sie entsteht nur, wenn die Person selbst zweimal Ja sagt. Lade sie über eine Quelle ein.',
      en: 'Consent is not a field: it only comes from the person saying yes twice. Invite people through a source instead.',
    })
  }
}
