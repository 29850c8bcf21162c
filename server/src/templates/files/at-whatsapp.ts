import { z } from 'zod'
import { getChannel } from '../../channels/index.ts'
import { DAY } from '../../platform/clock.ts'
import { type Context, createContext, type Runtime } from '../../platform/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { Content } from '../content.ts'
import { expectAnswer, withGraph } from '../meta-answer.ts'
import { filesOf } from '../render.ts'
import { readFile } from './file.ts'

/** Meta keeps an uploaded file for 30 days; after so many it is uploaded anew. */
const RENEW_AFTER = 20 * DAY
/** No longer relied on, so that nothing leaves with an id that ends on its way. */
const GOOD_FOR = 29 * DAY

/**
 * WhatsApp's ids of uploaded files for one number, by our ids; files without a good one are missing.
 * Source: Meta, media (30 days).
 */
export async function mediaAtWhatsApp(
  ctx: Pick<Context, 'db' | 'businessId' | 'clock'>,
  channelId: string,
  fileIds: readonly string[],
): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('template_file_upload')
    .select(['file_id', 'media_id'])
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .where('file_id', 'in', [...fileIds])
    .where('uploaded_at', '>', new Date(ctx.clock.now().getTime() - GOOD_FOR))
    .execute()
  return new Map(rows.map((row) => [row.file_id, row.media_id]))
}

/** Uploads the files of a content for sending, unless the number has a fresh copy. @throws Problem `not_found`, `meta_refused`, `meta_silent` */
export async function uploadFiles(ctx: Context, channelId: string, content: Content): Promise<void> {
  const wanted = filesOf(content)
  if (wanted.length === 0) return
  const fresh = await ctx.db
    .selectFrom('template_file_upload')
    .select('file_id')
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .where('file_id', 'in', wanted)
    .where('uploaded_at', '>', new Date(ctx.clock.now().getTime() - RENEW_AFTER))
    .execute()
  const done = new Set(fresh.map((row) => row.file_id))
  const due = wanted.filter((fileId) => !done.has(fileId))
  if (due.length === 0) return
  const { phoneNumberId } = await getChannel(ctx, channelId)
  await withGraph(ctx, channelId, async (client) => {
    for (const fileId of due) {
      const { bytes, type, name } = await readFile(ctx, fileId)
      const copy = new Uint8Array(bytes)
      const { id } = expectAnswer(await client.uploadMedia(phoneNumberId, copy, type, name))
      const upload = { media_id: id, uploaded_at: ctx.clock.now() }
      await ctx.db
        .insertInto('template_file_upload')
        .values({ business_id: ctx.businessId, file_id: fileId, channel_id: channelId, ...upload })
        .onConflict((conflict) =>
          conflict.columns(['business_id', 'file_id', 'channel_id']).doUpdateSet(upload),
        )
        .execute()
    }
  })
}

/** Every night: files of templates that may be sent are uploaded anew before Meta forgets them. */
export const renewFilesJob: Job<object> = {
  name: 'templates.renew_files',
  schema: z.object({}),
  cron: '10 3 * * *',
  retries: 3,
}

/** The job behind `templates.renew_files`: one number that does not answer does not hold up the others. */
export async function runRenewFiles(runtime: Runtime): Promise<void> {
  const rows = await runtime.db
    .selectFrom('template')
    .select(['business_id', 'channel_id', 'content'])
    .where('state', 'in', ['approved', 'paused', 'pending'])
    .execute()
  for (const row of rows) {
    const ctx = createContext(runtime, row.business_id, { kind: 'system', job: renewFilesJob.name })
    try {
      await uploadFiles(ctx, row.channel_id, Content.parse(row.content))
    } catch (error) {
      runtime.log.warn({ err: error, channelId: row.channel_id }, 'templates.renew_files.failed')
    }
  }
}
