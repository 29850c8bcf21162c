import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { isSendingBraked } from '../brake/index.ts'
import { businessKey } from '../businesses/index.ts'
import { askMeta, getChannel, listChannels } from '../channels/index.ts'
import { openContacts } from '../contacts/index.ts'
import { type Context, createContext, newId, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'

const ForgetInContactBook = z.object({
  businessId: z.uuid(),
  channelId: z.uuid(),
  contactId: z.uuid(),
  /** Binds the sealed id to this job. */
  place: z.uuid(),
  /** The BSUID under the business key, as base64: the person's own key is gone when this runs. */
  sealed: z.string(),
})

export const forgetInContactBookJob: Job<z.infer<typeof ForgetInContactBook>> = {
  name: 'privacy.forget_in_contact_book',
  schema: ForgetInContactBook,
  retries: 5,
}

/**
 * Meta keeps pairs of number and id for a business, in its own contact book, wherever that is not switched off (§3.7). Whoever is
 * erased here is to be deleted there too: handler of `personErased`, asks for it in the background.
 */
export async function forgetAtMeta(tx: Context, { contactId }: { contactId: string }): Promise<void> {
  const bsuid = (await openContacts(tx, [contactId])).get(contactId)?.bsuid
  if (!bsuid) return
  const key = await businessKey(tx)
  for (const { id: channelId } of await listChannels(tx)) {
    const place = newId()
    const sealed = tx.vault.seal(key, bsuid, sealPlace(place)).toString('base64')
    await tx.jobs.enqueue(tx, forgetInContactBookJob, {
      businessId: tx.businessId,
      channelId,
      contactId,
      place,
      sealed,
    })
  }
}

const sealPlace = (place: string) => `contact_book:${place}`

/**
 * Deletes one entry at Meta, and says in the audit log what came of it: Meta's description of the call is thin, and where it does
 * not work a person has to do it by hand. Nothing leaves a restored copy.
 * @throws Error when Meta could not be reached or was busy: it is tried again
 */
export async function forgetInContactBook(
  runtime: Runtime,
  { businessId, channelId, contactId, place, sealed }: z.infer<typeof ForgetInContactBook>,
): Promise<void> {
  if (await isSendingBraked(runtime)) throw new Error('Nothing leaves a restored copy.')
  const ctx = createContext(runtime, businessId, { kind: 'system', job: forgetInContactBookJob.name })
  const bsuid = ctx.vault.open(await businessKey(ctx), Buffer.from(sealed, 'base64'), sealPlace(place))
  const channel = await getChannel(ctx, channelId)
  const result = await askMeta(ctx, channelId, (client) =>
    client.forgetInContactBook(channel.phoneNumberId, bsuid),
  )
  if (result.ok === 'unknown') throw new Error('Meta did not answer.')
  const outcome = result.ok ? { done: true } : { done: false, code: result.error.code }
  await withTransaction(ctx, (tx) =>
    recordAudit(tx, {
      action: 'contact.forget_at_meta',
      entity: 'contact',
      entityId: contactId,
      after: { channelId, ...outcome },
    }),
  )
}
