import { z } from 'zod'
import { recordAudit } from '../../audit/index.ts'
import { requireRole } from '../../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../../platform/index.ts'
import { lastCheckpoint } from '../store.ts'
import { ANCHOR_KINDS, type AnchorKind } from './store.ts'
import { takeOut, WAYS } from './take-out.ts'
import { AnchorView, viewOf } from './view.ts'

export const AnchorNowInput = z.object({
  /** Only these ways; without it all that are set up. */
  kinds: z.array(z.enum(ANCHOR_KINDS)).optional(),
})

export const AnchorNowAnswer = z.object({
  items: z.array(
    z.object({
      kind: z.enum(ANCHOR_KINDS),
      anchor: AnchorView.nullable(),
      /** Why it did not work, in the words of the other side; null when it did. */
      failed: z.string().nullable(),
    }),
  ),
})
export type AnchorNowAnswer = z.infer<typeof AnchorNowAnswer>

/**
 * Takes the newest checkpoint out now, every way that is set up.
 * @throws Problem `forbidden`, `no_anchor` when no way is set up, `not_sealed` before the first checkpoint
 */
export async function anchorNow(
  ctx: Context,
  input: z.input<typeof AnchorNowInput> = {},
): Promise<AnchorNowAnswer> {
  requireRole(ctx, 'dpo')
  const { kinds } = AnchorNowInput.parse(input)
  if (!(await lastCheckpoint(ctx))) {
    throw new Problem('conflict', 'not_sealed', {
      de: 'Es gibt noch keinen unterschriebenen Stand. Sobald der erste Mensch Ja gesagt hat, geht es.',
      en: 'There is no signed checkpoint yet. It works once the first person has said yes.',
    })
  }
  const items: AnchorNowAnswer['items'] = []
  for (const way of WAYS) {
    if ((kinds && !kinds.includes(way.kind)) || (await way.missing(ctx)) !== null) continue
    items.push({ kind: way.kind, ...(await attempt(ctx, way)) })
  }
  if (items.length === 0) {
    throw new Problem('conflict', 'no_anchor', {
      de: 'Noch ist kein Weg nach draußen eingerichtet. Trag unter Einstellungen die E-Mail-Adresse deiner Datenschutzstelle ein, oder bitte den Betreiber um einen Zeitstempeldienst.',
      en: 'No way to the outside is set up yet. Enter the e-mail address of your data protection officer in the settings, or ask the operator for a time-stamping authority.',
    })
  }
  await withTransaction(ctx, (tx) => audit(tx, items))
  return { items }
}

async function attempt(
  ctx: Context,
  way: (typeof WAYS)[number],
): Promise<{ anchor: AnchorView | null; failed: string | null }> {
  try {
    const anchor = await takeOut(ctx, way)
    return { anchor: anchor ? viewOf(anchor) : null, failed: null }
  } catch (error) {
    ctx.log.warn({ err: error, kind: way.kind }, 'ledger.anchor.failed')
    return { anchor: null, failed: error instanceof Error ? error.message : String(error) }
  }
}

async function audit(tx: Context, items: AnchorNowAnswer['items']): Promise<void> {
  const done: AnchorKind[] = items.filter(({ anchor }) => anchor).map(({ kind }) => kind)
  const failed: AnchorKind[] = items.filter((item) => item.failed !== null).map(({ kind }) => kind)
  await recordAudit(tx, {
    action: 'ledger.anchor',
    entity: 'ledger',
    entityId: tx.businessId,
    after: { done, failed },
  })
}
