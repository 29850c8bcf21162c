import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCard } from '../card/index.ts'
import { createField } from '../contacts/fields.ts'
import {
  holdContact,
  listContacts,
  mergedInto,
  openContacts,
  restrictContact,
  updateContact,
} from '../contacts/index.ts'
import { listMessages } from '../inbox/messages.ts'
import { type Context, createContext, DAY, newId, type Role } from '../platform/index.ts'
import { erasePerson, exportPerson, nameRetention, openRequest, PERSON_TABLES } from '../privacy/index.ts'
import { describeRetention } from '../retention/index.ts'
import { ChatStage, type Phone } from '../testing/chat-stage.ts'
import { findDuplicates } from './duplicates.ts'
import { listMerges } from './list.ts'
import { mergeContacts } from './merge.ts'
import { previewMerge } from './preview.ts'
import { undoMerge } from './undo.ts'

describe('merging two records', () => {
  let stage: ChatStage
  let marketer: Context
  let dpo: Context
  const as = (role: Role) =>
    createContext(stage.runtime, stage.business.businessId, { kind: 'member', memberId: newId(), role })
  beforeAll(async () => {
    stage = await ChatStage.open()
    stage.runtime.hooks.on(nameRetention, describeRetention)
    await stage.source('ANGEBOTE', [stage.business.topics.offers])
    marketer = as('marketer')
    dpo = as('dpo')
    for (const key of ['stadt', 'schuhe'])
      await createField(marketer, { key, label: key, type: 'text', purpose: 'Damit wir passend schreiben.' })
  })
  afterAll(() => stage.close())

  const offers = (contactId: string) => stage.state(contactId, stage.business.topics.offers)
  const merge = async (one: string, other: string) => {
    const { kept, consents } = await previewMerge(marketer, one, other)
    const keptId = await mergeContacts(marketer, one, { otherId: other, keptId: kept.id })
    for (const { topicId, after } of consents)
      expect(await stage.state(keptId, topicId), 'as the preview said').toBe(after)
    return keptId
  }
  /** Somebody under an old number, then silent; and the same person under a new one, of which WhatsApp said nothing. */
  async function twice(
    also?: string,
  ): Promise<{ before: Phone; now: Phone; goneId: string; keptId: string }> {
    const before = stage.phone({ name: 'Anna Müller' })
    const goneId = await stage.optsIn(before)
    if (also) await stage.optsIn(before, also)
    stage.hours(48)
    const now = stage.phone({ name: 'Müller Anna' })
    await stage.sends(now, { text: 'Neue Nummer!' })
    return { before, now, goneId, keptId: await stage.contact(now) }
  }
  const rowsOf = async (table: string, contactId: string) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}
      where ${sql.ref(PERSON_TABLES[table]?.by ?? '')} = ${contactId}`.execute(stage.runtime.db)
    return rows[0]?.count ?? 0
  }

  it('C-03: a yes of the other record rests until the person renews it; what was said and noted comes along, and is listed', async () => {
    const { before, now, goneId, keptId } = await twice()
    await updateContact(marketer, goneId, { attributes: { stadt: 'Ulm', schuhe: '38' } })
    await updateContact(marketer, keptId, { attributes: { stadt: 'Bonn' } })
    expect((await findDuplicates(marketer, keptId)).map(({ id }) => id)).toEqual([goneId])
    const preview = await previewMerge(marketer, goneId, keptId)
    expect(preview).toMatchObject({
      kept: { id: keptId },
      gone: { id: goneId },
      takes: ['schuhe'],
      consents: [{ kept: null, gone: 'confirmed', after: 'suspended' }],
      suppressed: false,
    })
    expect(await merge(keptId, goneId)).toBe(keptId)
    expect(await stage.state(keptId)).toBe('suspended')
    expect([await stage.advertises(keptId), await stage.advertises(goneId)]).toEqual([false, false])
    expect(await getCard(marketer, keptId, 'de')).toMatchObject({
      phone: now.phone,
      attributes: { stadt: 'Bonn', schuhe: '38' },
    })
    const chat = { contactId: keptId, channelId: stage.business.channelId }
    const texts = JSON.stringify((await listMessages(marketer, chat, {})).items)
    for (const text of ['START', 'Neue Nummer!']) expect(texts).toContain(text)
    await expect(getCard(marketer, goneId, 'de')).rejects.toMatchObject({ code: 'not_found' })
    expect((await listContacts(marketer, { search: 'Anna' })).items.map(({ id }) => id)).not.toContain(goneId)
    const data = JSON.stringify((await exportPerson(dpo, keptId)).data)
    for (const part of [before.phone, now.phone, 'START', 'merged']) expect(data).toContain(part)
    await stage.sends(now, { text: 'Was gibt es Neues?' })
    await stage.pump()
    await stage.answers(now, 'yes')
    expect(await stage.advertises(keptId)).toBe(true)
  })

  it('C-33: a block, a no, a hold and a restriction of either count for both', async () => {
    const { before, now, goneId, keptId } = await twice()
    await stage.optsIn(now)
    await stage.sends(before, { text: 'STOP', at: new Date(stage.now.getTime() - 40 * 3_600_000) })
    await holdContact(marketer, goneId, { reason: 'Streit' })
    await restrictContact(dpo, goneId, { ground: 'accuracy_disputed' })
    expect(await previewMerge(marketer, keptId, goneId)).toMatchObject({
      suppressed: true,
      held: true,
      restricted: true,
      consents: [{ kept: 'confirmed', gone: 'withdrawn', after: 'withdrawn' }],
    })
    await merge(keptId, goneId)
    expect([
      await stage.state(keptId),
      await stage.suppressed(keptId),
      await stage.advertises(keptId),
    ]).toEqual(['withdrawn', true, false])
    expect(await getCard(marketer, keptId, 'de')).toMatchObject({ hold: 'Streit', restricted: true })
    const [{ id = '' } = {}] = await listMerges(marketer, keptId)
    await undoMerge(marketer, id)
    expect([await stage.suppressed(keptId), await stage.suppressed(goneId)], 'stays with both').toEqual([
      true,
      true,
    ])
  })

  it('can be undone for 30 days: what came over goes back, what was added since stays, what was renewed stays', async () => {
    const { before, now, goneId, keptId } = await twice('ANGEBOTE')
    stage.hours(1)
    await stage.sends(now, { text: 'Hallo' })
    await updateContact(marketer, goneId, { attributes: { schuhe: '41' } })
    const inbound = await rowsOf('inbound_message', goneId)
    await merge(keptId, goneId)
    expect(await rowsOf('inbound_message', goneId)).toBe(0)
    await stage.sends(now, { text: 'Danach' })
    await stage.pump()
    await stage.answers(now, 'yes')
    const [{ id = '', name } = {}] = await listMerges(marketer, keptId)
    expect(name).toBe('Anna Müller')
    await expect(undoMerge(as('agent'), id)).rejects.toMatchObject({ code: 'role_missing' })
    await undoMerge(marketer, id)
    expect(await rowsOf('inbound_message', goneId)).toBe(inbound)
    expect([await stage.state(goneId), await offers(goneId)]).toEqual(['confirmed', 'confirmed'])
    expect((await getCard(marketer, keptId, 'de')).attributes).toEqual({})
    expect(await getCard(marketer, goneId, 'de')).toMatchObject({ phone: before.phone, hold: null })
    expect([await stage.contact(before), await stage.advertises(goneId)]).toEqual([goneId, true])
    expect(await stage.state(keptId), 'renewed by the person').toBe('confirmed')
    await expect(undoMerge(marketer, id)).rejects.toMatchObject({ code: 'not_found' })

    await merge(keptId, goneId)
    const [{ id: late = '' } = {}] = await listMerges(marketer, keptId)
    stage.runtime.clock.advance(31 * DAY)
    await expect(undoMerge(marketer, late)).rejects.toMatchObject({ code: 'undo_too_late' })
    const { rows } = await sql<{ action: string }>`select action from audit_entry where entity_id = ${keptId}
      and action like 'contact.%merge' order by audit_id`.execute(stage.runtime.db)
    expect(rows.map(({ action }) => action)).toEqual(['contact.merge', 'contact.unmerge', 'contact.merge'])
  })

  it('C-24: a record that comes alive again is somebody of their own: the merge is undone by itself, and their STOP is theirs', async () => {
    const { before, now, goneId, keptId } = await twice()
    await stage.optsIn(now)
    await merge(keptId, goneId)
    expect(await stage.sends(before, { text: 'STOP' })).toBe('stop')
    expect([await stage.contact(before), await stage.state(goneId)]).toEqual([goneId, 'withdrawn'])
    expect(await stage.advertises(keptId)).toBe(true)
    expect(await listMerges(marketer, keptId)).toEqual([])
  })

  it('ends what came over and nobody renewed when it is undone, and brings it again when it is done again', async () => {
    const { goneId, keptId } = await twice()
    await merge(keptId, goneId)
    const [{ id = '' } = {}] = await listMerges(marketer, keptId)
    await undoMerge(marketer, id)
    expect([await stage.state(keptId), await stage.state(goneId)]).toEqual(['expired', 'confirmed'])
    await merge(keptId, goneId)
    expect(await stage.state(keptId)).toBe('suspended')
  })

  it('refuses two accounts that both write, and what has changed since the preview', async () => {
    const one = stage.phone({ name: 'Ben' })
    const two = stage.phone({ name: 'Ben' })
    const oneId = await stage.optsIn(one)
    const twoId = await stage.optsIn(two)
    await stage.sends(one, { text: 'Hallo' })
    await stage.sends(two, { text: 'Hallo' })
    await expect(previewMerge(marketer, oneId, twoId)).rejects.toMatchObject({ code: 'two_accounts' })
    const { goneId, keptId } = await twice()
    await expect(mergeContacts(marketer, keptId, { otherId: goneId, keptId: goneId })).rejects.toMatchObject({
      code: 'merge_changed',
    })
    await expect(mergeContacts(as('agent'), keptId, { otherId: goneId, keptId })).rejects.toMatchObject({
      code: 'role_missing',
    })
  })

  it('C-40: an erasure takes what was merged into the person as well, and blocks all they were known by', async () => {
    const { before, now, goneId, keptId } = await twice()
    await merge(keptId, goneId)
    expect(await mergedInto(marketer, keptId)).toEqual([goneId])
    await erasePerson(dpo, keptId, { confirm: 'ERASE' })
    const people = await openContacts(marketer, [keptId, goneId])
    expect([...people.values()].map(({ phone, name }) => [phone, name])).toEqual([
      [null, null],
      [null, null],
    ])
    for (const phone of [before, now]) {
      await stage.sends(phone, { text: 'Hallo' })
      expect(await stage.suppressed(await stage.contact(phone))).toBe(true)
    }
  })

  it('C-37: leaves nothing behind in any table that says its rows go over', async () => {
    const { goneId, keptId } = await twice()
    await openRequest(dpo, { contactId: goneId, kind: 'access', via: 'staff', details: 'am Telefon' })
    const had: Record<string, number> = {}
    const moving = Object.entries(PERSON_TABLES).filter(([, { merge: rule }]) => rule === 'moves')
    for (const [table] of moving) had[table] = (await rowsOf(table, goneId)) + (await rowsOf(table, keptId))
    expect(Object.keys(had)).toEqual(
      expect.arrayContaining(['inbound_message', 'message', 'privacy_request']),
    )
    await merge(keptId, goneId)
    for (const [table] of moving) {
      expect([table, await rowsOf(table, goneId)]).toEqual([table, 0])
      expect(await rowsOf(table, keptId), table).toBeGreaterThanOrEqual(had[table] ?? 0)
    }
    const [event] = await stage.runtime.db
      .selectFrom('consent_event')
      .select('contact_id')
      .where('contact_id', '=', goneId)
      .execute()
    expect(event, 'the proof of what was agreed to stays where it was given').toBeDefined()
  })
})
