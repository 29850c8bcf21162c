import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from './people.ts'
import { idOf, type Kit, NUMBER, startKit, templateSend, until } from './testing/kit.ts'

let kit: Kit
let mia: Person
beforeEach(async () => {
  kit = await startKit()
  mia = await kit.person({ phone: MIA })
})
afterEach(() => kit.close())

const MIA = '+4915112345678'
const HOUR = 3_600_000
type Json = Record<string, unknown>

const does = (what: string, body: Json) =>
  kit.sim('POST', `/sim/people/${mia.id}/${what}`, { phoneNumberId: NUMBER, ...body })
/** The next message of the webhooks after the ones seen. */
async function told(count = 1): Promise<Json | undefined> {
  await until(() => kit.sink.messages().length >= count)
  return kit.sink.messages()[count - 1]
}

describe('what a person sends', () => {
  it.each<[string, string, Json, Json]>([
    [
      'a film',
      'media',
      { type: 'video', caption: 'Schau' },
      { type: 'video', video: { mime_type: 'video/mp4', caption: 'Schau' } },
    ],
    [
      'a document',
      'media',
      { type: 'document' },
      { document: { mime_type: 'application/pdf', filename: 'document.pdf' } },
    ],
    ['a sticker', 'media', { type: 'sticker' }, { sticker: { mime_type: 'image/webp', animated: false } }],
    ['a voice message', 'media', { type: 'audio' }, { audio: { mime_type: 'audio/amr', voice: true } }],
    [
      'a place',
      'locations',
      { latitude: 52.5, longitude: 13.4, name: 'Hier' },
      { type: 'location', location: { latitude: 52.5, longitude: 13.4, name: 'Hier' } },
    ],
    [
      'somebody else’s card, which proves nothing',
      'contacts',
      { contacts: [{ name: 'Ben Brandt', phone: '+49 1511 7654321' }] },
      {
        type: 'contacts',
        contacts: [{ name: { formatted_name: 'Ben Brandt' }, phones: [{ wa_id: '4915117654321' }] }],
      },
    ],
    [
      'an order',
      'orders',
      { items: [{ product_retailer_id: 'sessel-1', quantity: 2, item_price: 99.5, currency: 'EUR' }] },
      { type: 'order', order: { product_items: [{ product_retailer_id: 'sessel-1', quantity: 2 }] } },
    ],
    [
      'a poll',
      'unsupported',
      { kind: 'poll' },
      { type: 'unsupported', unsupported: { type: 'poll' }, errors: [{ code: 131051 }] },
    ],
  ])('%s', async (_name, what, body, wire) => {
    expect((await does(what, body)).status).toBe(200)
    const message = await told()
    expect(message).toMatchObject({ from: '4915112345678', ...wire })
    expect(message).not.toHaveProperty('origin')
  })

  it('their own number, when they are asked, with the origin that proves it', async () => {
    await kit.writes(mia, 'Hallo')
    const action = { name: 'request_contact_info' }
    const interactive = { type: 'request_contact_info', body: { text: 'Deine Nummer?' }, action }
    const id = idOf(await kit.send(MIA, { type: 'interactive', interactive }))
    await until(async () => (await kit.chat(mia)).length === 2)
    await kit.sim('POST', `/sim/people/${mia.id}/taps`, { messageId: id, index: 0 })
    expect(await told(2)).toMatchObject({
      type: 'contacts',
      origin: 'contact_request/other',
      context: { id },
      contacts: [
        { vcard: expect.stringContaining('waid=4915112345678'), phones: [{ phone: '4915112345678' }] },
      ],
    })
  })

  it('a reaction and its removal, an edit and a revocation, all naming the message', async () => {
    const { id } = await kit.writes(mia, 'Bestelle fünf')
    await does('reactions', { messageId: id, emoji: '👍' })
    await does('reactions', { messageId: id, emoji: null })
    await does('edits', { messageId: id, text: 'Bestelle sechs' })
    await does('revocations', { messageId: id })
    await told(5)
    const said = kit.sink.messages().slice(1)
    expect(said.map(({ type }) => type)).toEqual(['reaction', 'reaction', 'edit', 'revoke'])
    expect(said[0]?.reaction).toEqual({ message_id: id, emoji: '👍' })
    expect(said[1]?.reaction).toEqual({ message_id: id })
    expect(said[2]?.edit).toEqual({
      original_message_id: id,
      message: { type: 'text', text: { body: 'Bestelle sechs' } },
    })
    expect(said[3]?.revoke).toEqual({ original_message_id: id })
    expect((await kit.chat(mia))[0]?.body).toBe('Diese Nachricht wurde gelöscht.')
  })

  it('that they listened to a voice message', async () => {
    await kit.writes(mia, 'Hallo')
    const id = idOf(await kit.send(MIA, { type: 'audio', audio: { link: 'https://example.org/a.ogg' } }))
    await until(() => kit.statusesOf(id).length === 2)
    await does('plays', { messageId: id })
    await until(() => kit.statusesOf(id).length === 3)
    expect(kit.statusesOf(id)[2]).toMatchObject({ status: 'played' })
    expect((await does('plays', { messageId: 'wamid.none' })).status).toBe(404)
  })
})

describe('an advert', () => {
  const pricing = async (id: string): Promise<unknown> => {
    await until(() => kit.statusesOf(id).length >= 2)
    return kit.statusesOf(id)[0]?.pricing
  }

  it('comes as referral, and makes everything free for 72 h from an answer within a day', async () => {
    await kit.template('aktion')
    await kit.writes(mia, 'Ich komme vom Plakat', { referral: true })
    expect(await told()).toMatchObject({ referral: { source_type: 'ad', ctwa_clid: expect.any(String) } })
    await kit.sim('POST', '/sim/clock', { advanceMs: 23 * HOUR })
    const first = idOf(await kit.send(MIA, { type: 'text', text: { body: 'Willkommen' } }))
    expect(await pricing(first)).toEqual({
      billable: false,
      pricing_model: 'PMP',
      type: 'free_entry_point',
      category: 'referral_conversion',
    })
    expect(kit.statusesOf(first)[0]?.conversation).toMatchObject({ origin: { type: 'referral_conversion' } })
    await kit.sim('POST', '/sim/clock', { advanceMs: 71 * HOUR })
    const free = idOf(await kit.send(MIA, templateSend('aktion')))
    expect(await pricing(free)).toMatchObject({ type: 'free_entry_point', billable: false })
    await kit.sim('POST', '/sim/clock', { advanceMs: 2 * HOUR })
    const paid = idOf(await kit.send(MIA, templateSend('aktion')))
    expect(await pricing(paid)).toMatchObject({ type: 'regular', category: 'marketing', billable: true })
  })

  it('opens nothing when the answer comes after a day', async () => {
    await kit.template('aktion')
    await kit.writes(mia, 'Hallo', { referral: true })
    await kit.sim('POST', '/sim/clock', { advanceMs: 25 * HOUR })
    expect(await pricing(idOf(await kit.send(MIA, templateSend('aktion'))))).toMatchObject({
      type: 'regular',
    })
  })
})

describe('who somebody is', () => {
  it('a username hides the number and can be given up again; the BSUID stays', async () => {
    await kit.sim('POST', `/sim/people/${mia.id}/username`, { username: 'miam' })
    await kit.writes(mia, 'verborgen')
    await kit.sim('POST', `/sim/people/${mia.id}/username`, { username: null })
    await kit.writes(mia, 'sichtbar')
    await told(2)
    const [hidden, shown] = kit.sink.messages()
    expect(hidden).not.toHaveProperty('from')
    expect(shown?.from).toBe('4915112345678')
    expect(hidden?.from_user_id).toBe(shown?.from_user_id)
  })

  it('a hidden new number comes as user_changed_user_id, with the ids only', async () => {
    await kit.writes(mia, 'Hallo')
    await kit.sim('POST', `/sim/people/${mia.id}/username`, { username: 'miam' })
    const { body } = await kit.sim('POST', `/sim/people/${mia.id}/number`, { phone: '+49 1511 9999999' })
    const message = await told(2)
    expect(message?.system).toMatchObject({
      type: 'user_changed_user_id',
      user_id: body.bsuid,
      previous_user_id: mia.bsuid,
    })
    expect(message?.system).not.toHaveProperty('wa_id')
  })

  it('a parent BSUID comes along and is reached by it', async () => {
    const { body } = await kit.sim('POST', '/sim/people', {
      name: 'Ida',
      phone: '+4915100000001',
      withParent: true,
    })
    await kit.sim('POST', `/sim/people/${body.id}/messages`, { phoneNumberId: NUMBER, text: 'Hallo' })
    const message = await told()
    expect(message).toMatchObject({ from_parent_user_id: expect.stringMatching(/^DE\.ENT\./) })
    const send = {
      messaging_product: 'whatsapp',
      recipient: message?.from_parent_user_id,
      type: 'text',
      text: { body: 'x' },
    }
    const id = idOf(await kit.graph('POST', `${NUMBER}/messages`, send))
    await until(() => kit.statusesOf(id).length === 2)
    expect(kit.statusesOf(id)[1]).toMatchObject({ parent_recipient_user_id: message?.from_parent_user_id })
  })

  it('a new identity is told to nobody who has not asked for the check', async () => {
    await kit.writes(mia, 'Hallo')
    await told()
    await kit.sim('POST', `/sim/people/${mia.id}/identity`)
    await kit.writes(mia, 'Neues Handy!')
    expect(await told(2)).toMatchObject({ type: 'text' })
  })

  it('a new identity is told, and a send with the old hash fails with 137000', async () => {
    await kit.graph('POST', `${NUMBER}/settings`, {
      user_identity_change: { enable_identity_key_check: true },
    })
    await kit.writes(mia, 'Hallo')
    await told()
    const [contact] = (kit.sink.changes()[0]?.value.contacts ?? []) as { identity_key_hash: string }[]
    await kit.sim('POST', `/sim/people/${mia.id}/identity`)
    const message = await told(2)
    expect(message).toMatchObject({ type: 'system', system: { type: 'customer_identity_changed' } })
    const system = (message?.system ?? {}) as { identity?: { hash: string } }
    const hash = system.identity?.hash
    const send = (recipient_identity_key_hash: string | undefined) =>
      kit.send(MIA, { type: 'text', text: { body: 'x' }, recipient_identity_key_hash })
    const old = idOf(await send(contact?.identity_key_hash))
    const present = idOf(await send(hash))
    await until(() => kit.statusesOf(old).length === 1 && kit.statusesOf(present).length === 2)
    expect(kit.statusesOf(old)[0]).toMatchObject({ status: 'failed', errors: [{ code: 137000 }] })
  })
})

describe('a number that is also used in the app (coexistence)', () => {
  it('echoes what was typed there and opens no window by it', async () => {
    await kit.sim('POST', `/sim/numbers/${NUMBER}/app`, { connected: true })
    await kit.sim('POST', `/sim/numbers/${NUMBER}/echoes`, { personId: mia.id, text: 'Vom Handy' })
    await until(() => kit.sink.values('smb_message_echoes').length === 1)
    expect(kit.sink.values('smb_message_echoes')[0]?.message_echoes).toMatchObject([
      {
        from: '4930123456',
        to: '4915112345678',
        to_user_id: mia.bsuid,
        type: 'text',
        text: { body: 'Vom Handy' },
      },
    ])
    expect((await kit.chat(mia))[0]).toMatchObject({ direction: 'in', body: 'Vom Handy' })
    const id = idOf(await kit.send(MIA, { type: 'text', text: { body: 'x' } }))
    await until(() => kit.statusesOf(id).length === 1)
    expect(kit.statusesOf(id)[0]).toMatchObject({ errors: [{ code: 131047 }] })
  })

  it('gives its chats and contacts once each, within a day of connecting', async () => {
    const ask = async (sync_type: string): Promise<unknown> => {
      const { body } = await kit.graph('POST', `${NUMBER}/smb_app_data`, {
        messaging_product: 'whatsapp',
        sync_type,
      })
      return body.error?.code ?? 'asked'
    }
    await kit.writes(mia, 'Alt')
    expect(await ask('history')).toBe(2593108)
    await kit.sim('POST', `/sim/numbers/${NUMBER}/app`, { connected: true })
    expect([await ask('history'), await ask('history'), await ask('smb_app_state_sync')]).toEqual([
      'asked',
      2593107,
      'asked',
    ])
    await until(
      () => kit.sink.values('history').length === 3 && kit.sink.values('smb_app_state_sync').length === 1,
    )
    const [recent] = (kit.sink.values('history')[0]?.history ?? []) as Json[]
    expect(recent).toMatchObject({
      metadata: { phase: 0, chunk_order: 1 },
      threads: [
        { id: '4915112345678', messages: [{ type: 'text', history_context: { status: 'DELIVERED' } }] },
      ],
    })
    expect(kit.sink.values('smb_app_state_sync')[0]?.state_sync).toMatchObject([
      { type: 'contact', action: 'add', contact: { full_name: 'Mia Möller', phone_number: '4915112345678' } },
    ])
    await kit.sim('POST', `/sim/numbers/${NUMBER}/history`, { declined: true })
    await kit.sim('POST', `/sim/numbers/${NUMBER}/app`, { connected: false })
    await until(
      () => kit.sink.values('history').length === 4 && kit.sink.values('account_update').length === 1,
    )
    expect(kit.sink.values('history')[3]?.history).toMatchObject([{ errors: [{ code: 2593109 }] }])
    expect(kit.sink.values('account_update')[0]?.event).toBe('PARTNER_REMOVED')
  })
})
