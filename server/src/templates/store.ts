import type { Insertable, Updateable } from 'kysely'
import type { DB } from '../platform/db/index.ts'
import { type Context, defineHook, newId, Problem } from '../platform/index.ts'
import type { Content } from './content.ts'

/**
 * After anything of a template was written, in the same transaction: pages that show it fetch it again. Whoever reacts to
 * state, category or quality joins `templateChanged` instead.
 */
export const templateWritten = defineHook<{ templateId: string }>('template.written')

type Columns = Omit<
  Insertable<DB['template']>,
  'business_id' | 'template_id' | 'content' | 'created_at' | 'updated_at' | 'quality' | 'state'
> & { content: Content; state?: DB['template']['state']; quality?: DB['template']['quality'] }

/** @throws Problem `template_exists` when the channel has this name in this language already */
export async function insertTemplate(tx: Context, { content, ...columns }: Columns): Promise<string> {
  const templateId = newId()
  const now = tx.clock.now()
  const inserted = await tx.db
    .insertInto('template')
    .values({
      state: 'draft',
      quality: 'UNKNOWN',
      ...columns,
      business_id: tx.businessId,
      template_id: templateId,
      content: JSON.stringify(content),
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['business_id', 'channel_id', 'name', 'language']).doNothing())
    .returning('template_id')
    .executeTakeFirst()
  if (!inserted) {
    throw new Problem('conflict', 'template_exists', {
      de: `Eine Vorlage „${columns.name}“ in dieser Sprache gibt es schon. Bitte nimm einen anderen Namen.`,
      en: `There is a template “${columns.name}” in this language already. Please use another name.`,
    })
  }
  await tx.hooks.run(templateWritten, tx, { templateId })
  return templateId
}

export async function changeTemplate(
  tx: Context,
  templateId: string,
  {
    content,
    draft,
    ...columns
  }: Omit<Updateable<DB['template']>, 'content' | 'draft'> & { content?: Content; draft?: unknown },
): Promise<void> {
  await tx.db
    .updateTable('template')
    .set({
      ...columns,
      ...(content ? { content: JSON.stringify(content) } : {}),
      ...(draft === undefined ? {} : { draft: draft === null ? null : JSON.stringify(draft) }),
      updated_at: tx.clock.now(),
    })
    .where('business_id', '=', tx.businessId)
    .where('template_id', '=', templateId)
    .execute()
  await tx.hooks.run(templateWritten, tx, { templateId })
}

/** Keeps a change of a template that Meta has, until a member submits it; null throws it away. */
export async function saveChange(
  tx: Context,
  templateId: string,
  draft: { category: DB['template']['category']; content: Content } | null,
): Promise<void> {
  await changeTemplate(tx, templateId, { draft })
}

export async function removeTemplate(tx: Context, templateId: string): Promise<void> {
  await tx.db
    .deleteFrom('template')
    .where('business_id', '=', tx.businessId)
    .where('template_id', '=', templateId)
    .execute()
  await tx.hooks.run(templateWritten, tx, { templateId })
}
