import { sql } from 'kysely'
import { channelCredentials, getChannel } from '../channels/index.ts'
import { openPerson, personKey } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem } from '../platform/index.ts'
import { createGraphClient, type GraphError, LOCAL_ERROR } from '../whatsapp/index.ts'
import { contentPlace } from './seal.ts'
import { readStored, type StoredContent } from './stored-content.ts'
import type { ChatKey } from './view.ts'

export interface ChatFile {
  bytes: Buffer
  /** Safe to be shown by a browser; null: only to be saved. */
  shownAs: string | null
  name: string
}

/** WhatsApp allows documents of 100 MB; those stay on the phone. Everything else is smaller. */
const MOST_BYTES = 25 * 1024 * 1024

/** What browsers show as pictures and sound; a page or a script is never among it. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|video\/(mp4|3gpp)|audio\/(aac|amr|mpeg|mp4|ogg))$/

/**
 * What a person sent with a message, fetched from Meta when a member opens it: nothing of it is kept here, and no browser
 * meets Meta.
 * @throws Problem `not_found`, `file_gone` after Meta's seven days, `file_too_large`, `meta_unreachable`
 */
export async function openFile(ctx: Context, chat: ChatKey, messageId: string): Promise<ChatFile> {
  requireRole(ctx, 'agent', 'marketer')
  const channel = await getChannel(ctx, chat.channelId)
  const { mediaId, media, type } = await findFile(ctx, chat, messageId)
  const { accessToken, appSecret } = await channelCredentials(ctx, chat.channelId)
  const { graphBaseUrl: baseUrl, graphVersion: version } = ctx.config
  const client = createGraphClient({ baseUrl, version, token: accessToken, appSecret })
  try {
    const answer = await client.downloadMedia(mediaId, channel.phoneNumberId, MOST_BYTES)
    if (answer.ok !== true) throw refused(answer.ok === false ? answer.error : null)
    const mime = answer.value.type.split(';')[0]?.trim().toLowerCase() ?? ''
    return {
      bytes: answer.value.bytes,
      shownAs: SHOWN.test(mime) ? mime : null,
      name: media?.name ?? `${type}.${mime.split('/')[1]?.replace(/[^a-z0-9]/g, '') || 'bin'}`,
    }
  } finally {
    await client.close()
  }
}

async function findFile(
  ctx: Context,
  { contactId, channelId }: ChatKey,
  messageId: string,
): Promise<StoredContent & { mediaId: string }> {
  const row = await ctx.db
    .selectFrom('inbound_message')
    .select(['wamid_digest', 'content_sealed'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .where(sql<boolean>`md5(wamid_digest)::uuid = ${messageId}::uuid`)
    .executeTakeFirst()
  const key = row && (await personKey(ctx, contactId))
  if (!key) throw gone()
  const place = contentPlace(row.wamid_digest)
  const content = readStored(openPerson(ctx, key, contactId, place, row.content_sealed))
  const { mediaId } = content
  if (mediaId === null) throw gone()
  return { ...content, mediaId }
}

const gone = () => notFound({ de: 'Diese Datei', en: 'This file' })

function refused(error: GraphError | null): Problem {
  switch (error?.code) {
    case LOCAL_ERROR.tooLarge:
      return new Problem('conflict', 'file_too_large', {
        de: 'Die Datei ist größer als 25 MB. Bitte sieh sie dir auf dem Telefon an oder bitte um eine kleinere.',
        en: 'The file is larger than 25 MB. Please look at it on the phone, or ask for a smaller one.',
      })
    // Meta answers for an id that is no longer there with code 100.
    case LOCAL_ERROR.fileGone:
    case 100:
      return new Problem('not_found', 'file_gone', {
        de: 'WhatsApp hat die Datei nicht mehr: Es bewahrt sie sieben Tage auf. Bitte die Person, sie noch einmal zu schicken.',
        en: 'WhatsApp does not have the file any more: it keeps it for seven days. Please ask the person to send it again.',
      })
    default:
      return new Problem('unavailable', 'meta_unreachable', {
        de: 'Die Datei ließ sich gerade nicht bei WhatsApp holen. Bitte versuche es noch einmal.',
        en: 'The file could not be fetched from WhatsApp just now. Please try again.',
      })
  }
}
