import type { Selectable } from 'kysely'
import { z } from 'zod'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { DB } from '../platform/db/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { chatLink } from './chat-link.ts'
import { prefilledText } from './texts.ts'

export const SourceSettings = z.object({
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  position: z.enum(['left', 'right']).optional(),
})

export const SourceKind = z.enum(['bubble', 'qr', 'link', 'keyword'])

export const Source = z.object({
  id: z.uuid(),
  publicId: z.string(),
  kind: SourceKind,
  name: z.string(),
  channelId: z.uuid(),
  topicIds: z.array(z.uuid()),
  keyword: z.string().nullable(),
  settings: SourceSettings,
  /** A chat link that opens WhatsApp with the prepared text; for a bubble the page makes one per person instead. */
  link: z.string(),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  stats: z.object({ requested: z.number().int(), confirmed: z.number().int() }),
})
export type Source = z.infer<typeof Source>

export type SourceRow = Selectable<DB['source']>

/** Every way people can find the business in WhatsApp, newest first, with what came of it. */
export async function listSources(ctx: Context): Promise<Source[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const rows = await ctx.db
    .selectFrom('source')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('source_id', 'desc')
    .execute()
  return viewSources(ctx, rows)
}

/** @throws Problem `not_found` */
export async function getSource(ctx: Context, sourceId: string): Promise<Source> {
  const [source] = await viewSources(ctx, [await findSource(ctx, sourceId)])
  if (!source) throw new Error('A source that was found has a view.')
  return source
}

export async function findSource(ctx: Context, sourceId: string): Promise<SourceRow> {
  const row = await ctx.db
    .selectFrom('source')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diese Quelle', en: 'This source' })
  return row
}

async function viewSources(ctx: Context, rows: SourceRow[]): Promise<Source[]> {
  const counts = await ctx.db
    .selectFrom('consent')
    .select((eb) => [
      'source_id',
      eb.fn.count<number>('contact_id').distinct().as('requested'),
      eb.fn.count<number>('contact_id').distinct().filterWhere('state', '=', 'confirmed').as('confirmed'),
    ])
    .where('business_id', '=', ctx.businessId)
    .groupBy('source_id')
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const count = counts.find((each) => each.source_id === row.source_id)
      return {
        id: row.source_id,
        publicId: row.public_id,
        kind: row.kind,
        name: row.name,
        channelId: row.channel_id,
        topicIds: row.topic_ids,
        keyword: row.keyword,
        settings: SourceSettings.parse(row.settings),
        link: await sourceLink(ctx, row),
        createdAt: row.created_at.toISOString(),
        revokedAt: row.revoked_at?.toISOString() ?? null,
        stats: { requested: count?.requested ?? 0, confirmed: count?.confirmed ?? 0 },
      }
    }),
  )
}

/** The link of a poster or a mail: its code names the source, so each can be revoked by itself (C-72). */
async function sourceLink(ctx: Context, row: SourceRow): Promise<string> {
  const channel = await getChannel(ctx, row.channel_id)
  const { name, language } = await ctx.db
    .selectFrom('business')
    .select(['name', 'language'])
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirstOrThrow()
  return chatLink(ctx.config, channel.phone, row.keyword ?? prefilledText(language, name, row.code))
}
