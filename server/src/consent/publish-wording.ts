import { createHash } from 'node:crypto'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, Problem, withTransaction } from '../platform/index.ts'
import { checkTopicWording, WordingInput } from './check-topic-wording.ts'
import { endConsents } from './end-consents.ts'
import type { Wording } from './topic.ts'

export const PublishInput = WordingInput.extend({
  /** A new purpose, controller or use of data: who said yes to an earlier version has not agreed to this one (C-17). */
  material: z.boolean().default(false),
  /** What is new, in the member's words; for a material change. */
  change: z.string().trim().min(10).max(500).optional(),
}).refine(({ material, change }) => !material || change !== undefined, {
  path: ['change'],
  error: 'Say what is new.',
})

/**
 * Publishes a new version of a topic's consent text. Versions are never changed (C-17); the one before is retired for
 * new opt-ins and stays the text that earlier consents refer to. When the change is material, those consents do not cover the
 * topic any more: no marketing goes there until the person said yes to the new text, and they are asked for it when they next
 * write to us, never by writing first.
 * @throws Problem `wording_incomplete` naming every missing element (C-07), `nothing_to_change` for a material first version,
 * `wording_was_invalid` for a text that was declared invalid
 */
export async function publishWording(
  ctx: Context,
  topicId: string,
  input: z.input<typeof PublishInput>,
): Promise<Wording> {
  requireRole(ctx, 'marketer', 'dpo')
  const { language, body, material, change } = PublishInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const errors = (await checkTopicWording(tx, topicId, { language, body })).filter(
      (finding) => finding.severity === 'error',
    )
    if (errors.length > 0) {
      throw new Problem(
        'invalid',
        'wording_incomplete',
        {
          de: 'Der Text kann so nicht veröffentlicht werden. Bitte ergänze, was fehlt.',
          en: 'The text cannot be published like this. Please add what is missing.',
        },
        Object.fromEntries(errors.map((finding) => [finding.element, finding.message])),
      )
    }
    const now = tx.clock.now()
    const earlier = await tx.db
      .selectFrom('wording')
      .select(['wording_id', 'version', 'body', 'invalidated_at'])
      .where('business_id', '=', tx.businessId)
      .where('topic_id', '=', topicId)
      .where('language', '=', language)
      .execute()
    if (earlier.some((version) => version.invalidated_at !== null && version.body === body)) {
      throw new Problem('conflict', 'wording_was_invalid', {
        de: 'Genau dieser Text wurde für ungültig erklärt. Bitte behebe zuerst, was daran falsch war.',
        en: 'Exactly this text was declared invalid. Please mend first what was wrong with it.',
      })
    }
    if (material && earlier.length === 0) {
      throw new Problem('invalid', 'nothing_to_change', {
        de: 'Das ist der erste Text in dieser Sprache; es gibt nichts, was er ändert.',
        en: 'This is the first text in this language; there is nothing that it changes.',
      })
    }
    await tx.db
      .updateTable('wording')
      .set({ retired_at: now })
      .where('business_id', '=', tx.businessId)
      .where('topic_id', '=', topicId)
      .where('language', '=', language)
      .where('retired_at', 'is', null)
      .execute()
    const wording = {
      wording_id: newId(),
      version: Math.max(0, ...earlier.map(({ version }) => version)) + 1,
      hash: createHash('sha256').update(body).digest('hex'),
    }
    await tx.db
      .insertInto('wording')
      .values({
        ...wording,
        business_id: tx.businessId,
        topic_id: topicId,
        language,
        body,
        published_at: now,
        material,
        change_note: change ?? null,
      })
      .execute()
    const superseded = material
      ? await supersede(
          tx,
          wording,
          earlier.map(({ wording_id }) => wording_id),
        )
      : 0
    await recordAudit(tx, {
      action: 'wording.publish',
      entity: 'wording',
      entityId: wording.wording_id,
      after: { topicId, language, version: wording.version, hash: wording.hash, material, superseded },
    })
    return {
      id: wording.wording_id,
      language,
      version: wording.version,
      body,
      hash: wording.hash,
      publishedAt: now.toISOString(),
      current: true,
      material,
      change: change ?? null,
      superseded,
      invalidatedAt: null,
    }
  })
}

/** @returns how many confirmed consents are out of scope from now on */
async function supersede(
  tx: Context,
  by: { wording_id: string; version: number },
  earlier: string[],
): Promise<number> {
  const ended = await endConsents(tx, {
    wordingIds: earlier,
    event: 'material_change',
    type: 'superseded',
    evidence: { how: 'material_change', newWordingId: by.wording_id, newVersion: by.version },
  })
  const count = (ended.confirmed ?? 0) + (ended.suspended ?? 0)
  await tx.db
    .updateTable('wording')
    .set({ superseded_count: count })
    .where('business_id', '=', tx.businessId)
    .where('wording_id', '=', by.wording_id)
    .execute()
  return count
}
