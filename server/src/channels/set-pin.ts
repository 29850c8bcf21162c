import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { askMeta, metaRefused } from './ask-meta.ts'
import { getChannel } from './channel.ts'
import { registrationRefused } from './refused-registration.ts'
import { isRegistered } from './registered.ts'
import { endStorageChange } from './storage-change.ts'

export const SetPinInput = z.object({ pin: z.string().regex(/^\d{6}$/) })
export const PinSet = z.object({
  /** Whether the number was registered with it, and not only its PIN changed. */
  registered: z.boolean(),
})

/**
 * Sets the PIN of the number's two-step verification. A number that is not registered with the Cloud API yet is registered with
 * it; one that has a PIN already must then be given this very PIN. The PIN is passed on, never kept and never logged.
 * @throws Problem `not_found`, `pin_wrong` and the others of `registrationRefused`, `meta_refused`, `meta_unreachable`
 */
export async function setPin(
  ctx: Context,
  channelId: string,
  input: z.input<typeof SetPinInput>,
): Promise<z.infer<typeof PinSet>> {
  requireRole(ctx, 'owner')
  const { pin } = SetPinInput.parse(input)
  const { phoneNumberId } = await getChannel(ctx, channelId)
  const number = await askMeta(ctx, channelId, (client) => client.getNumber(phoneNumberId, 'id,status'))
  if (number.ok !== true) throw metaRefused(number)
  const registered = !isRegistered(number.value)
  const answer = await askMeta(ctx, channelId, (client) =>
    registered ? client.registerNumber(phoneNumberId, pin) : client.setPin(phoneNumberId, pin),
  )
  if (answer.ok !== true) throw registrationRefused(answer)
  await withTransaction(ctx, async (tx) => {
    // It may be off for another data location that never came about: then it is back now.
    if (registered) await endStorageChange(tx, channelId)
    await recordAudit(tx, {
      action: registered ? 'channel.register' : 'channel.pin',
      entity: 'channel',
      entityId: channelId,
    })
  })
  return { registered }
}
