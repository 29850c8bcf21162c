import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import type { GraphClient, GraphResult } from '../whatsapp/index.ts'
import { askMeta, metaRefused } from './ask-meta.ts'
import { type Channel, getChannel } from './channel.ts'
import { noteStorage } from './live.ts'
import { noteStanding } from './note-standing.ts'
import { registrationRefused } from './refused-registration.ts'
import { isRegistered } from './registered.ts'
import { readStorage } from './storage.ts'

/** Where Meta can keep content; DE is the one inside the EU. Source: Meta, Cloud API local storage. */
const STORAGE_REGIONS = [
  'DE',
  'CH',
  'GB',
  'AE',
  'AU',
  'BH',
  'BR',
  'CA',
  'ID',
  'IN',
  'JP',
  'KR',
  'SG',
  'ZA',
] as const

const pin = z.string().regex(/^\d{6}$/)
/** Meta's standard is where every number begins; there is no way back to it, only to a region. */
export const SetStorageInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('in_country'), region: z.enum(STORAGE_REGIONS), pin }),
  z.object({ kind: z.literal('none'), pin }),
])
type Wanted = z.infer<typeof SetStorageInput>

export const StorageView = z.object({
  kind: z.enum(['standard', 'in_country', 'none']),
  region: z.string().nullable(),
  /** Whether the number is registered now: then a change deregisters it for a moment. */
  registered: z.boolean(),
  /** Whether it is used in the WhatsApp Business app too: then Meta keeps content as it wants. */
  inApp: z.boolean(),
  regions: z.array(z.enum(STORAGE_REGIONS)),
})
type StorageView = z.infer<typeof StorageView>

const OnApp = z.looseObject({ is_on_biz_app: z.boolean().catch(false) })
/** Without storage Meta keeps what is on its way for an hour, and repeats webhooks no longer than that. */
const MINUTES = 60

/** Where Meta keeps the content of this number's messages now (C-54), as Meta says it. @throws Problem `not_found`, `meta_refused`, `meta_unreachable` */
export async function readNumberStorage(ctx: Context, channelId: string): Promise<StorageView> {
  requireRole(ctx, 'dpo')
  const { phoneNumberId } = await getChannel(ctx, channelId)
  const number = await askMeta(ctx, channelId, (client) => client.getNumber(phoneNumberId))
  if (number.ok !== true) throw metaRefused(number)
  const settings = await askMeta(ctx, channelId, (client) => client.getSettings(phoneNumberId))
  if (settings.ok !== true) throw metaRefused(settings)
  const { kind, region } = readStorage(settings.value)
  return {
    kind,
    region,
    registered: isRegistered(number.value),
    inApp: OnApp.parse(number.value).is_on_biz_app,
    regions: [...STORAGE_REGIONS],
  }
}

/**
 * Sets where Meta keeps the content of this number's messages (C-54). Meta allows it only while the number is not registered, so a
 * registered one is deregistered and registered again; meanwhile nothing leaves. The PIN becomes the number's own before that, so that
 * coming back cannot fail for it; a number that is not registered needs the PIN it has. Whatever goes wrong, doing it again goes on
 * where it ended. The PIN is passed on, never kept and never logged.
 * @throws Problem `not_found`, `number_in_app`, `still_sending`, `storage_refused`, `not_registered_again`, those of `registrationRefused`
 */
export async function setStorage(
  ctx: Context,
  channelId: string,
  input: z.input<typeof SetStorageInput>,
  patience: { looks: number; pauseMs: number } = { looks: 25, pauseMs: 200 },
): Promise<StorageView> {
  requireRole(ctx, 'owner')
  const wanted = SetStorageInput.parse(input)
  const channel = await getChannel(ctx, channelId)
  const now = await readNumberStorage(ctx, channelId)
  if (now.inApp) throw inApp()
  const there = isSame(now, wanted)
  if (!there || !now.registered) {
    const ask = (call: (client: GraphClient, number: string) => Promise<GraphResult<unknown>>) =>
      askMeta(ctx, channelId, (client) => call(client, channel.phoneNumberId))
    if (now.registered) await takeOff(ctx, channel, wanted.pin, ask, patience)
    const set = there
      ? undefined
      : await ask((client, number) => client.setStorage(number, settingOf(wanted)))
    const back = await ask((client, number) => client.registerNumber(number, wanted.pin))
    if (back.ok === true) await noteBack(ctx, channel)
    if (set && set.ok !== true) throw back.ok === true ? metaRefused(set) : storageRefused(set)
    if (back.ok !== true) throw now.registered ? notBack(back) : registrationRefused(back)
  }
  const after = await readNumberStorage(ctx, channelId)
  await withTransaction(ctx, async (tx) => {
    await noteStorage(tx, channelId, { kind: after.kind, region: after.region, from: 'meta' })
    await recordAudit(tx, {
      action: 'channel.storage',
      entity: 'channel',
      entityId: channelId,
      before: { kind: now.kind, region: now.region },
      after: { kind: after.kind, region: after.region },
    })
  })
  return after
}

type Ask = (
  call: (client: GraphClient, number: string) => Promise<GraphResult<unknown>>,
) => Promise<GraphResult<unknown>>

/** Lets nothing leave any more, and deregisters the number once all that was on its way has come back. */
async function takeOff(
  ctx: Context,
  channel: Channel,
  ownPin: string,
  ask: Ask,
  patience: { looks: number; pauseMs: number },
): Promise<void> {
  const known = await ask((client, number) => client.setPin(number, ownPin))
  if (known.ok !== true) throw registrationRefused(known)
  await withTransaction(ctx, (tx) => noteStanding(tx, channel.id, { state: 'disconnected' }))
  for (let looks = 0; await isSending(ctx, channel.id); looks += 1) {
    if (looks === patience.looks) {
      await noteBack(ctx, channel)
      throw stillSending()
    }
    await pause(patience.pauseMs)
  }
  const off = await ask((client, number) => client.deregisterNumber(number))
  if (off.ok === true) return
  // An answer that was lost may hide a number that is off: whether it is registered decides what is noted.
  const back = off.ok === false ? off : await ask((client, number) => client.registerNumber(number, ownPin))
  if (off.ok === false || back.ok === true) await noteBack(ctx, channel)
  throw registrationRefused(off)
}

/** What was true of the number before, apart from being off. */
async function noteBack(ctx: Context, { id, state }: Channel): Promise<void> {
  const known = state === 'disconnected' ? 'connected' : state
  await withTransaction(ctx, (tx) => noteStanding(tx, id, { state: known }))
}

async function isSending({ db, businessId }: Context, channelId: string): Promise<boolean> {
  const row = await db
    .selectFrom('message')
    .select('message_id')
    .where('business_id', '=', businessId)
    .where('channel_id', '=', channelId)
    .where('state', '=', 'sending')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const isSame = (now: StorageView, wanted: Wanted) =>
  now.kind === wanted.kind && (wanted.kind === 'none' || now.region === wanted.region)

const settingOf = (wanted: Wanted) =>
  wanted.kind === 'none'
    ? { status: 'NO_STORAGE_ENABLED' as const, retention_minutes: MINUTES }
    : { status: 'IN_COUNTRY_STORAGE_ENABLED' as const, data_localization_region: wanted.region }

function inApp(): Problem {
  return new Problem('conflict', 'number_in_app', {
    de: 'Diese Nummer läuft auch in der WhatsApp-Business-App; dafür gibt es keinen eigenen Datenort. Trenne sie zuerst in der App.',
    en: 'This number is used in the WhatsApp Business app too; no data location can be chosen for those. Disconnect it in the app first.',
  })
}

function stillSending(): Problem {
  return new Problem('conflict', 'still_sending', {
    de: 'Gerade sind noch Nachrichten unterwegs; es wurde nichts geändert. Versuche es in einer Minute noch einmal.',
    en: 'Messages are still on their way; nothing was changed. Try again in a minute.',
  })
}

type Refusal = Exclude<GraphResult<unknown>, { ok: true }>
const said = (answer: Refusal) =>
  answer.ok === false ? `${answer.error.title} (${answer.error.code})` : answer.detail

function storageRefused(answer: Refusal): Problem {
  return new Problem('invalid', 'storage_refused', {
    de: `WhatsApp hat den Datenort abgelehnt: ${said(answer)}. Die Nummer ist noch nicht angemeldet: Setze ihre PIN unter „Schlüssel & PIN“, das meldet sie an.`,
    en: `WhatsApp refused the data location: ${said(answer)}. The number is not registered yet: set its PIN under “Keys & PIN”, which registers it.`,
  })
}

function notBack(answer: Refusal): Problem {
  const why = answer.ok === false ? registrationRefused(answer).sentence : { de: '', en: '' }
  return new Problem('unavailable', 'not_registered_again', {
    de: `Der Datenort ist gesetzt, aber die Nummer ist noch abgemeldet und sendet nicht. Versuche es mit derselben PIN noch einmal. ${why.de}`.trim(),
    en: `The data location is set, but the number is still deregistered and does not send. Try again with the same PIN. ${why.en}`.trim(),
  })
}
