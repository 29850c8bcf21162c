import { createHash } from 'node:crypto'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, notFound, Problem, withTransaction } from '../platform/index.ts'
import { checkWording, type WordingFinding } from './check-wording.ts'
import { topicName, topicsById } from './read.ts'
import { CHAT_LANGUAGES } from './texts.ts'

const Localised = z.object({ de: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) })
const LocalisedText = z.object({
  de: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
})

export const Wording = z.object({
  id: z.uuid(),
  language: z.enum(CHAT_LANGUAGES),
  version: z.number().int(),
  body: z.string(),
  hash: z.string(),
  publishedAt: z.iso.datetime(),
  current: z.boolean(),
})
export type Wording = z.infer<typeof Wording>

export const Topic = z.object({
  id: z.uuid(),
  key: z.string(),
  name: Localised,
  description: LocalisedText,
  position: z.number().int(),
  archivedAt: z.iso.datetime().nullable(),
  /** People who may be written to about it now */
  confirmed: z.number().int(),
  wordings: z.array(Wording),
})
export type Topic = z.infer<typeof Topic>

/** The business's topics with every version of their texts, in the order that people see them. */
export async function listTopics(ctx: Context): Promise<Topic[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const [topics, wordings, counts] = await Promise.all([
    ctx.db
      .selectFrom('topic')
      .selectAll()
      .where('business_id', '=', ctx.businessId)
      .orderBy('position')
      .orderBy('topic_id')
      .execute(),
    ctx.db
      .selectFrom('wording')
      .selectAll()
      .where('business_id', '=', ctx.businessId)
      .orderBy('version', 'desc')
      .execute(),
    ctx.db
      .selectFrom('consent')
      .select((eb) => ['topic_id', eb.fn.countAll<number>().as('count')])
      .where('business_id', '=', ctx.businessId)
      .where('state', '=', 'confirmed')
      .groupBy('topic_id')
      .execute(),
  ])
  return topics.map((row) => ({
    id: row.topic_id,
    key: row.key,
    name: Localised.parse(row.name),
    description: LocalisedText.parse(row.description),
    position: row.position,
    archivedAt: row.archived_at?.toISOString() ?? null,
    confirmed: counts.find((count) => count.topic_id === row.topic_id)?.count ?? 0,
    wordings: wordings
      .filter((wording) => wording.topic_id === row.topic_id)
      .map((wording) => ({
        id: wording.wording_id,
        language: wording.language,
        version: wording.version,
        body: wording.body,
        hash: wording.hash,
        publishedAt: wording.published_at.toISOString(),
        current: wording.retired_at === null,
      })),
  }))
}

export const CreateTopicInput = z.object({
  // Letters first: a key is written into public ledger leaves, where nothing may look like a number of a person.
  key: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/),
  name: Localised,
  description: LocalisedText,
})

/** Adds a purpose that people can say yes to. Nobody can until a wording is published for it. */
export async function createTopic(ctx: Context, input: z.input<typeof CreateTopicInput>): Promise<Topic> {
  requireRole(ctx, 'marketer', 'dpo')
  const fields = CreateTopicInput.parse(input)
  const topicId = newId()
  return withTransaction(ctx, async (tx) => {
    const { count } = await tx.db
      .selectFrom('topic')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('business_id', '=', tx.businessId)
      .executeTakeFirstOrThrow()
    const inserted = await tx.db
      .insertInto('topic')
      .values({
        business_id: tx.businessId,
        topic_id: topicId,
        key: fields.key,
        name: JSON.stringify(fields.name),
        description: JSON.stringify(fields.description),
        position: count,
        created_at: tx.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(['business_id', 'key']).doNothing())
      .returning('topic_id')
      .executeTakeFirst()
    if (!inserted) {
      throw new Problem('conflict', 'topic_exists', {
        de: 'Ein Thema mit diesem Schlüssel gibt es schon. Bitte wähle einen anderen.',
        en: 'There is a topic with this key already. Please choose another one.',
      })
    }
    await recordAudit(tx, {
      action: 'topic.create',
      entity: 'topic',
      entityId: topicId,
      after: { key: fields.key, name: fields.name },
    })
    return getTopic(tx, topicId)
  })
}

export const UpdateTopicInput = z.object({
  name: Localised.optional(),
  description: LocalisedText.optional(),
  archived: z.boolean().optional(),
})

/** Renames or archives a topic. People keep the consent they gave, with the words they saw. */
export async function updateTopic(
  ctx: Context,
  topicId: string,
  input: z.input<typeof UpdateTopicInput>,
): Promise<Topic> {
  requireRole(ctx, 'marketer', 'dpo')
  const fields = UpdateTopicInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await getTopic(tx, topicId)
    await tx.db
      .updateTable('topic')
      .set({
        name: JSON.stringify(fields.name ?? before.name),
        description: JSON.stringify(fields.description ?? before.description),
        ...(fields.archived === undefined ? {} : { archived_at: fields.archived ? tx.clock.now() : null }),
      })
      .where('business_id', '=', tx.businessId)
      .where('topic_id', '=', topicId)
      .execute()
    const after = await getTopic(tx, topicId)
    await recordAudit(tx, {
      action: 'topic.update',
      entity: 'topic',
      entityId: topicId,
      before: { name: before.name, archivedAt: before.archivedAt },
      after: { name: after.name, archivedAt: after.archivedAt },
    })
    return after
  })
}

export const WordingInput = z.object({
  language: z.enum(CHAT_LANGUAGES),
  body: z.string().trim().min(1).max(2000),
})

/** What is missing from a text or must not stand in it, before anything is published. */
export async function checkTopicWording(
  ctx: Context,
  topicId: string,
  input: z.input<typeof WordingInput>,
): Promise<WordingFinding[]> {
  requireRole(ctx, 'marketer', 'dpo')
  const { language, body } = WordingInput.parse(input)
  const business = await getBusiness(ctx)
  const topic = (await topicsById(ctx)).get(topicId)
  if (!topic) throw notFound({ de: 'Dieses Thema', en: 'This topic' })
  return checkWording(body, {
    language,
    businessName: business.name,
    topicName: topicName(topic, language),
    privacyUrl: business.privacyUrl,
  })
}

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

async function getTopic(ctx: Context, topicId: string): Promise<Topic> {
  const topic = (await listTopics(ctx)).find((each) => each.id === topicId)
  if (!topic) throw notFound({ de: 'Dieses Thema', en: 'This topic' })
  return topic
}
