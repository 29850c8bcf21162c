import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, Problem, withTransaction } from '../platform/index.ts'
import { checkTopicWording, WordingInput } from './check-topic-wording.ts'
import type { Wording } from './topic.ts'

/**
 * Publishes a new version of a topic's consent text. Versions are never changed (C-17); the one before is retired for
 * new opt-ins and stays the text that earlier consents refer to.
 * @throws Problem `wording_incomplete` naming every missing element (C-07)
 */
export async function publishWording(
  ctx: Context,
  topicId: string,
  input: z.input<typeof WordingInput>,
): Promise<Wording> {
  requireRole(ctx, 'marketer', 'dpo')
  const { language, body } = WordingInput.parse(input)
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
    const last = await tx.db
      .selectFrom('wording')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('business_id', '=', tx.businessId)
      .where('topic_id', '=', topicId)
      .where('language', '=', language)
      .executeTakeFirst()
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
      version: (last?.version ?? 0) + 1,
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
      })
      .execute()
    await recordAudit(tx, {
      action: 'wording.publish',
      entity: 'wording',
      entityId: wording.wording_id,
      after: { topicId, language, version: wording.version, hash: wording.hash },
    })
    return {
      id: wording.wording_id,
      language,
      version: wording.version,
      body,
      hash: wording.hash,
      publishedAt: now.toISOString(),
      current: true,
    }
  })
}
