import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import type { GraphClient, GraphResult } from '../whatsapp/index.ts'
import { askMeta, metaRefused } from './ask-meta.ts'
import { type Channel, getChannel } from './channel.ts'
import { noteStorage } from './live.ts'
import { registrationRefused } from './refused-registration.ts'
import { isRegistered } from './registered.ts'
import { readStorage } from './storage.ts'
import {
  beginStorageChange,
  endStorageChange,
  findStorageChange,
  holdStorageChange,
  leaveStorageChange,
  type StorageWish,
  underWay,
} from './storage-change.ts'

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
  /** Whether the number was taken off to change this and is not back; Jawort goes on by itself. */
  unfinished: z.boolean(),
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
    unfinished: (await findStorageChange(ctx, channelId)) !== undefined,
    regions: [...STORAGE_REGIONS],
  }
}

/**
 * Sets where Meta keeps the content of this number's messages (C-54). Meta allows it only while the number is not registered, so a
 * registered one is deregistered and registered again; meanwhile nothing leaves. The PIN becomes the number's own before that, so that
 * coming back cannot fail for it; a number that is not registered needs the PIN it has. What is under way is written down first
 * (`storage_change`, with the PIN, sealed, until the number is back): `finishStorageJob` goes on where this ended, and so does doing
 * it again. The PIN is never logged.
 * @throws Problem `not_found`, `number_in_app`, `still_sending`, `storage_under_way`, `storage_refused`, `not_registered_again`, those of `registrationRefused`
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
  if (now.registered && isSame(now, wanted)) {
    if (now.unfinished && !(await holdStorageChange(ctx, channelId))) throw underWay()
    if (now.unfinished) await withTransaction(ctx, (tx) => endStorageChange(tx, channel.id))
  } else {
    if (now.registered) await takeOff(ctx, channel, wanted, patience)
    else if (now.unfinished && !(await holdStorageChange(ctx, channelId, wanted))) throw underWay()
    await setAndRegister(ctx, channel, now, wanted)
  }
  const after = await readNumberStorage(ctx, channelId)
  await withTransaction(ctx, (tx) => recordStorage(tx, channelId, now, after))
  return after
}

/** @throws Problem when Meta refused either; the number is then back, or left to the job */
async function setAndRegister(
  ctx: Context,
  channel: Channel,
  now: StorageView,
  wanted: Wanted,
): Promise<void> {
  const { set, back } = await bringBack(ctx, channel, isSame(now, wanted) ? undefined : wanted, wanted.pin)
  if (back.ok === true) await withTransaction(ctx, (tx) => endStorageChange(tx, channel.id))
  else await leaveStorageChange(ctx, channel.id)
  if (set && set.ok !== true) throw back.ok === true ? metaRefused(set) : storageRefused(set)
  if (back.ok !== true) throw now.registered ? notBack(back) : registrationRefused(back)
}

/** What is so now, with who or what changed it. Runs in the caller's transaction. */
export async function recordStorage(
  tx: Context,
  channelId: string,
  before: Pick<StorageView, 'kind' | 'region'>,
  { kind, region }: Pick<StorageView, 'kind' | 'region'>,
): Promise<void> {
  await noteStorage(tx, channelId, { kind, region, from: 'meta' })
  await recordAudit(tx, {
    action: 'channel.storage',
    entity: 'channel',
    entityId: channelId,
    before: { kind: before.kind, region: before.region },
    after: { kind, region },
  })
}

/** Sets the location, unless it is there already, and registers the number, whatever became of the first. */
export async function bringBack(
  ctx: Context,
  { id, phoneNumberId }: Channel,
  wish: StorageWish | undefined,
  ownPin: string,
): Promise<{ set: GraphResult<unknown> | undefined; back: GraphResult<unknown> }> {
  const set = wish && (await askMeta(ctx, id, (client) => client.setStorage(phoneNumberId, settingOf(wish))))
  const back = await askMeta(ctx, id, (client) => client.registerNumber(phoneNumberId, ownPin))
  return { set, back }
}

/** Lets nothing leave any more, and deregisters the number once all that was on its way has come back. */
async function takeOff(
  ctx: Context,
  channel: Channel,
  wanted: Wanted,
  patience: { looks: number; pauseMs: number },
): Promise<void> {
  const ask = (call: (client: GraphClient, number: string) => Promise<GraphResult<unknown>>) =>
    askMeta(ctx, channel.id, (client) => call(client, channel.phoneNumberId))
  const end = () => withTransaction(ctx, (tx) => endStorageChange(tx, channel.id))
  const known = await ask((client, number) => client.setPin(number, wanted.pin))
  if (known.ok !== true) throw registrationRefused(known)
  await beginStorageChange(ctx, channel, wanted, wanted.pin)
  for (let looks = 0; await isSending(ctx, channel.id); looks += 1) {
    if (looks === patience.looks) {
      await end()
      throw stillSending()
    }
    await pause(patience.pauseMs)
  }
  const off = await ask((client, number) => client.deregisterNumber(number))
  if (off.ok === true) return
  // An answer that was lost may hide a number that is off: whether it is registered decides what is noted.
  const back =
    off.ok === false ? off : await ask((client, number) => client.registerNumber(number, wanted.pin))
  if (off.ok === false || back.ok === true) await end()
  else await leaveStorageChange(ctx, channel.id)
  throw registrationRefused(off)
}

/** Asked of what dispatch has claimed: no index leads to states among millions of messages. */
async function isSending({ db, businessId }: Context, channelId: string): Promise<boolean> {
  const row = await db
    .selectFrom('message_queue as q')
    .innerJoin('message as m', (join) =>
      join
        .onRef('m.business_id', '=', 'q.business_id')
        .onRef('m.month', '=', 'q.month')
        .onRef('m.message_id', '=', 'q.message_id'),
    )
    .select('q.message_id')
    .where('q.business_id', '=', businessId)
    .where('q.channel_id', '=', channelId)
    .where('q.epoch', 'is not', null)
    .where('m.state', '=', 'sending')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether content rests already where it shall. */
export const isSame = (now: StorageView, wanted: StorageWish) =>
  now.kind === wanted.kind && (wanted.kind === 'none' || now.region === wanted.region)

const settingOf = (wanted: StorageWish) =>
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
    de: 'Gerade sind noch Nachrichten unterwegs; der Datenort bleibt, wie er war, nur die PIN gilt schon. Versuche es in einer Minute noch einmal.',
    en: 'Messages are still on their way; the data location stays as it was, only the PIN is set already. Try again in a minute.',
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
