import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { openAside } from './aside.ts'
import { storedUpdate, type WaitingUpdate } from './store.ts'

/** Of a parked update month and key; of a whole body its own id. */
export const AsideId = z.union([z.uuid(), z.string().regex(/^\d{4}-\d{2}-01\.[\w.-]{1,120}$/)])
export const AsideContent = z.object({ text: z.string() })

/** A page need not show more; the whole is 3 MB at most. */
const SHOWN = 100_000

/**
 * What Meta sent, as text. It may name people, so it is opened only for those who may read chats or answer for data
 * protection, and every look is written down.
 * @throws Problem `not_found`, `aside_shared` when it may be about another business's people, `aside_damaged` when what is stored
 *   is not what was sealed
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
    return update && pretty(itemOf(update))
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
  const opened = await openAside(tx, row)
  if (!opened) throw damaged()
  const text = opened.body.toString('utf8')
  try {
    return pretty(JSON.parse(text))
  } catch {
    return text
  }
}

function itemOf(update: WaitingUpdate): unknown {
  try {
    return update.slice.item
  } catch {
    throw damaged()
  }
}

const damaged = () =>
  new Problem('conflict', 'aside_damaged', {
    de: 'Diese Meldung ist in der Datenbank beschädigt und lässt sich nicht öffnen. Eine Sicherung der letzten 14 Tage enthält sie vielleicht noch.',
    en: 'This update is damaged in the database and cannot be opened. A backup of the last 14 days may still have it.',
  })

const pretty = (value: unknown) => JSON.stringify(value, null, 2)
