import { type Inbound, judgeInbound, shareSuppression, withdraw } from '../consent/index.ts'
import { noteInbound, noteMetaPreference, resolveContact, whoChanged } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { judgeOptIn } from '../signup/index.ts'
import { notifyHourly } from '../standing/index.ts'
import {
  type InboundContent,
  type InboundMessage,
  opensWindow,
  type PreferenceUpdate,
  readSlice,
} from '../whatsapp/index.ts'
import { forgetRaw } from './forget-raw.ts'
import { identityChanged, inboundMessage } from './hooks.ts'
import { processCopy } from './process-copy.ts'
import type { WaitingUpdate } from './store.ts'
import { wordsOf } from './words.ts'

/**
 * What a person did, in the caller's transaction. Their will comes first: STOP, then the answer to our question, then an
 * opt-in; the inbox and everybody else hear of it afterwards (G2).
 * @returns the contact, so that an erasure finds the raw update
 * @throws ZodError when the update cannot be read
 */
export async function processPersonUpdate(tx: Context, waiting: WaitingUpdate): Promise<string | null> {
  const update = readSlice(waiting.slice)
  if (update.kind === 'message') return processMessage(tx, waiting, update)
  if (update.kind === 'copy') return processCopy(tx, waiting.channelId, update)
  return update.kind === 'preference' ? processPreference(tx, waiting.channelId, update) : null
}

async function processMessage(
  tx: Context,
  { channelId, receivedAt }: WaitingUpdate,
  message: InboundMessage,
): Promise<string> {
  const { content, at } = message
  const contactId =
    content.type === 'identity'
      ? await identityMoves(tx, channelId, message, content)
      : await whoWrote(tx, message)
  if (content.type === 'deleted') await forgetRaw(tx, contactId, content.wamid)
  if (opensWindow(content)) await noteInbound(tx, contactId, at)
  const said = wordsOf(content)
  const inbound = {
    contactId,
    channelId,
    wamid: message.wamid,
    at,
    forwarded: message.forwarded,
    contextWamid: message.contextWamid,
    ...said,
  }
  const meaning = (await judgeInbound(tx, inbound)) ?? (await judgeYes(tx, inbound, content))
  await tx.hooks.run(inboundMessage, tx, { contactId, channelId, message, meaning, receivedAt })
  if (meaning === 'hold' && said.media) await askToListen(tx, contactId)
  if (meaning === 'stop') {
    tx.afterCommit?.(() => {
      tx.metrics.stopSeconds.observe(Math.max(0, tx.clock.now().getTime() - receivedAt.getTime()) / 1000)
    })
  }
  return contactId
}

async function whoWrote(tx: Context, { from, content, at, forwarded }: InboundMessage): Promise<string> {
  // A card that somebody passes on may be anybody's; WhatsApp vouches only for the one that they were asked for (§3.6).
  const own = content.type === 'contacts' && !forwarded ? content.ownNumber : null
  const identity = { ...from, phone: from.phone ?? own }
  const { contactId, joined } = await resolveContact(tx, { ...identity, at })
  if (joined) await shareSuppression(tx, identity)
  return contactId
}

/** Who had the number or id before has another one now: the person is found by the old one. */
async function identityMoves(
  tx: Context,
  channelId: string,
  { from, at }: InboundMessage,
  { phone, bsuid, previousBsuid }: Extract<InboundContent, { type: 'identity' }>,
): Promise<string> {
  const before = { phone: from.phone, bsuid: previousBsuid ?? from.bsuid }
  const contactId = await whoChanged(tx, { before, now: { phone, bsuid }, at })
  await tx.hooks.run(identityChanged, tx, { contactId, channelId, before, phone, bsuid, at })
  return contactId
}

/** A voice message or picture of somebody who is held: only a member can tell what it says (C-29). */
async function askToListen(tx: Context, contactId: string): Promise<void> {
  await notifyHourly(tx, {
    kind: 'conversation.unheard',
    severity: 'warning',
    entity: 'contact',
    entityId: contactId,
  })
}

/** A yes is given, not slipped in afterwards: an edited message is no opt-in. */
async function judgeYes(tx: Context, inbound: Inbound, content: InboundContent) {
  return content.type === 'edit' ? null : judgeOptIn(tx, inbound)
}

/**
 * WhatsApp's own switch (C-32): stop is a withdrawal of all marketing, without a receipt, which would be marketing's last
 * word; resume lifts only Meta's block and never revives a consent.
 */
async function processPreference(tx: Context, channelId: string, update: PreferenceUpdate): Promise<string> {
  const { value, at } = update
  const { contactId } = await resolveContact(tx, { ...update.from, at })
  if (value === 'signup') return contactId
  await noteMetaPreference(tx, contactId, value, at)
  if (value === 'stop')
    await withdraw(tx, { contactId, channelId, topicId: null, at, how: 'meta_stop', receipt: false })
  return contactId
}
