import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { openAside } from './aside.ts'
import { storedUpdate } from './store.ts'

/** Of a parked update month and key; of a whole body its own id. */
export const AsideId = z.union([z.uuid(), z.string().regex(/^\d{4}-\d{2}-01\.[\w.-]{1,120}$/)])
export const AsideContent = z.object({ text: z.string() })

/** A page need not show more; the whole is 3 MB at most. */
const SHOWN = 100_000

/**
 * What Meta sent, as text. It may name people, so it is opened only for those who may read chats or answer for data
 * protection, and every look is written down.
 * @throws Problem `not_found`, `aside_shared` when it may be about another business's people
 */
export async function openAsideItem(ctx: Context, id: string): Promise<z.infer<typeof AsideContent>> {
  requireRole(ctx, 'agent', 'dpo')
  return withTransaction(ctx, async (tx) => {
    const text = await read(tx, id)
    if (text === undefined) throw notFound({ de: 'Diese Meldung', en: 'This update' })
    await recordAudit(tx, {
      action: 'webhook_aside.open',
      entity: 'standing',
      entityId: tx.businessId,
      after: { id },
    })
    return { text: text.slice(0, SHOWN) }
  })
}

async function read(tx: Context, id: string): Promise<string | undefined> {
  const [month = '', ...key] = id.split('.')
  if (key.length > 0) {
    const update = await storedUpdate(tx, { month, key: key.join('.') })
    return update && pretty(update.slice.item)
  }
  const row = await tx.db
    .selectFrom('webhook_aside')
    .select(['aside_id', 'body_sealed', 'shared'])
    .where('business_id', '=', tx.businessId)
    .where('aside_id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.shared) {
    throw new Problem('forbidden', 'aside_shared', {
      de: 'Mehrere Unternehmen nutzen die App, die das unterschrieben hat. Es könnte die Menschen eines anderen betreffen.',
      en: 'Several businesses use the app that signed this. It may be about the people of another one.',
    })
  }
  const { body } = await openAside(tx, row)
  const text = body.toString('utf8')
  try {
    return pretty(JSON.parse(text))
  } catch {
    return text
  }
}

const pretty = (value: unknown) => JSON.stringify(value, null, 2)
