import { openPerson } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { contentPlace } from './seal.ts'
import { readStored } from './stored-content.ts'
import type { ChatKey } from './view.ts'

/**
 * How a person has reacted to messages: the last word counts, and a reaction taken back is none.
 * @param digests of the messages' ids
 * @returns emoji by digest
 */
export async function reactionsTo(
  ctx: Context,
  key: Key,
  { contactId, channelId }: ChatKey,
  digests: readonly string[],
): Promise<Map<string, string>> {
  if (digests.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('inbound_message')
    .select(['wamid_digest', 'context_wamid_digest', 'content_sealed'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .where('type', '=', 'reaction')
    .where('context_wamid_digest', 'in', digests)
    .orderBy('at')
    .orderBy('received_at')
    .execute()
  const reactions = new Map<string, string>()
  for (const { wamid_digest, context_wamid_digest, content_sealed } of rows) {
    if (context_wamid_digest === null) continue
    const { text } = readStored(openPerson(ctx, key, contactId, contentPlace(wamid_digest), content_sealed))
    if (text) reactions.set(context_wamid_digest, text)
    else reactions.delete(context_wamid_digest)
  }
  return reactions
}
