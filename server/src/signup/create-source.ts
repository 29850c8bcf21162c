import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { getChannel } from '../channels/index.ts'
import { readWill } from '../consent/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newCode, newId, Problem, withTransaction } from '../platform/index.ts'
import { checkTopics } from './check-topics.ts'
import { getSource, type Source, SourceKind, SourceSettings } from './source.ts'

/** Six readable characters: enough for a poster to be told apart, short enough to survive being typed. */
const CODE_LENGTH = 6

export const CreateSourceInput = z
  .object({
    kind: SourceKind,
    name: z.string().trim().min(1).max(80),
    channelId: z.uuid(),
    topicIds: z.array(z.uuid()).min(1).max(2),
    keyword: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[\p{L}\p{N}]{2,20}$/u)
      .optional(),
    settings: SourceSettings.default({}),
  })
  .refine((source) => (source.kind === 'keyword') === (source.keyword !== undefined), {
    path: ['keyword'],
    message: 'a keyword is needed for kind "keyword" and for no other',
  })

/**
 * Opens a new way in. Its topics are offered to people as separate, unticked choices.
 * @throws Problem `not_found` for a channel or topic of another business, `keyword_taken`, `keyword_reserved`
 */
export async function createSource(ctx: Context, input: z.input<typeof CreateSourceInput>): Promise<Source> {
  requireRole(ctx, 'marketer')
  const fields = CreateSourceInput.parse(input)
  if (fields.keyword !== undefined) refuseReserved(fields.keyword)
  return withTransaction(ctx, async (tx) => {
    await getChannel(tx, fields.channelId)
    await checkTopics(tx, fields.topicIds)
    const business = await getBusiness(tx)
    const sourceId = newId()
    const code = newCode(CODE_LENGTH)
    const inserted = await tx.db
      .insertInto('source')
      .values({
        business_id: tx.businessId,
        source_id: sourceId,
        public_id: `${business.slug}.${code}`,
        code,
        kind: fields.kind,
        name: fields.name,
        channel_id: fields.channelId,
        topic_ids: fields.topicIds,
        keyword: fields.keyword ?? null,
        settings: JSON.stringify(fields.settings),
        created_at: tx.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('source_id')
      .executeTakeFirst()
    if (!inserted) {
      throw new Problem('conflict', 'keyword_taken', {
        de: 'Dieses Schlüsselwort ist auf dem Kanal schon vergeben. Bitte wähle ein anderes.',
        en: 'This keyword is taken on the channel. Please choose another one.',
      })
    }
    await recordAudit(tx, {
      action: 'source.create',
      entity: 'source',
      entityId: sourceId,
      after: { kind: fields.kind, topicIds: fields.topicIds },
    })
    return getSource(tx, sourceId)
  })
}

/** A word that already means something to us would never reach its source: STOP stops, whoever else wants it. */
function refuseReserved(keyword: string): void {
  const { kind } = readWill(keyword)
  if (kind === 'none' || kind === 'start') return
  throw new Problem('invalid', 'keyword_reserved', {
    de: 'Dieses Wort versteht der Chat schon als Abmeldung, Antwort oder Frage. Bitte wähle ein anderes.',
    en: 'The chat already takes this word for leaving, an answer or a question. Please choose another one.',
  })
}
