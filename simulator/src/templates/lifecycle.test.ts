import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, type Kit, NUMBER, startKit, templateBody, templateSend, until, WABA } from '../testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

const PATH = `${WABA}/message_templates`
const HOUR = 3_600_000
const DAY = 24 * HOUR
const MIA = '+4915112345678'

const events = (): unknown[] => kit.sink.values('message_template_status_update').map(({ event }) => event)
const titles = (): unknown[] =>
  kit.sink
    .values('message_template_status_update')
    .map(({ other_info }) => (other_info as { title?: string } | undefined)?.title)
const statusOf = async (id: string): Promise<unknown> =>
  (await kit.graph('GET', `${id}?fields=status`)).body.status
const sendCode = async (): Promise<unknown> => (await kit.send(MIA, templateSend('aktion'))).body.error?.code
const withText = (name: string, text: string) => ({
  ...templateBody(name),
  category: 'UTILITY',
  components: [{ type: 'BODY', text }],
})

describe('review', () => {
  it('follows markers in the text: reject with a reason and advice, move to marketing, hold', async () => {
    const scam = (await kit.graph('POST', PATH, withText('a', 'Gewonnen! (sim: reject SCAM)'))).body
    await until(() => events().length === 1)
    expect(kit.sink.values('message_template_status_update')[0]).toMatchObject({
      event: 'REJECTED',
      reason: 'SCAM',
      rejection_info: { reason: expect.stringContaining('fraud'), recommendation: expect.any(String) },
    })
    expect(await statusOf(String(scam.id))).toBe('REJECTED')
    const moved = await kit.graph('POST', PATH, withText('b', 'Zwanzig Prozent (sim: marketing) heute'))
    expect(moved.body.category).toBe('MARKETING')
    const held = await kit.graph('POST', PATH, withText('c', 'Warte (sim: hold) noch'))
    await until(() => events().length === 2)
    expect(await statusOf(String(held.body.id))).toBe('PENDING')
  })

  it('rejects what another template says already, when the dial says so', async () => {
    await kit.sim('PATCH', '/sim/dials', { rejectDuplicates: true })
    await kit.template('aktion')
    const { id } = (await kit.graph('POST', PATH, templateBody('noch_einmal'))).body
    await until(() => events().length === 2)
    expect(await statusOf(String(id))).toBe('REJECTED')
    expect(kit.sink.values('message_template_status_update')[1]).toMatchObject({
      rejection_info: { reason: expect.stringContaining('Another template') },
    })
  })

  it('can be appealed against for 60 days; the answer comes a day later', async () => {
    const { id } = (await kit.graph('POST', PATH, withText('a', 'Text (sim: reject) hier'))).body
    await until(() => events().length === 1)
    await kit.sim('POST', `/sim/templates/${id}/appeal`, { granted: false })
    expect(await statusOf(String(id))).toBe('IN_APPEAL')
    await kit.later(DAY)
    await until(() => events().length === 3)
    await kit.sim('POST', `/sim/templates/${id}/appeal`, {})
    await kit.later(DAY)
    await until(() => events().length === 5)
    expect(events()).toEqual(['REJECTED', 'IN_APPEAL', 'REJECTED', 'IN_APPEAL', 'APPROVED'])
    const late = (await kit.graph('POST', PATH, withText('b', 'Text (sim: reject) hier'))).body.id
    await until(() => events().length === 6)
    await kit.later(61 * DAY)
    expect((await kit.sim('POST', `/sim/templates/${late}/appeal`, {})).status).toBe(409)
  })

  it('a hundred creations an hour, then 80007', async () => {
    await kit.sim('PATCH', '/sim/dials', { templatesPerHour: 2 })
    const codes: unknown[] = []
    for (const name of ['a', 'b', 'c'])
      codes.push((await kit.graph('POST', PATH, templateBody(name))).body.error?.code)
    expect(codes).toEqual([undefined, undefined, 80007])
    await kit.later(HOUR)
    expect((await kit.graph('POST', PATH, templateBody('c'))).status).toBe(200)
  })
})

describe('edits', () => {
  it('of an approved template: one a day, ten in 30 days; the content is told when it is approved', async () => {
    const id = await kit.template('aktion')
    const { components } = templateBody('aktion')
    const edit = async (): Promise<unknown> => {
      const { body } = await kit.graph('POST', id, { components })
      if (body.error) return body.error.error_subcode
      await until(async () => String(await statusOf(id)) === 'APPROVED')
      return 'edited'
    }
    expect(await edit()).toBe('edited')
    expect(await edit()).toBe(2388003)
    for (let n = 2; n <= 10; n++) {
      await kit.later(DAY)
      expect(await edit()).toBe('edited')
    }
    await kit.later(DAY)
    expect(await edit()).toBe(2388003)
    await kit.later(20 * DAY)
    expect(await edit()).toBe('edited')
    await until(() => kit.sink.values('message_template_components_update').length === 11)
    expect(kit.sink.values('message_template_components_update')[0]).toMatchObject({
      message_template_element: expect.stringContaining('{{vorname}}'),
      message_template_footer: 'Muster GmbH',
      message_template_buttons: [
        { message_template_button_type: 'URL' },
        { message_template_button_text: 'Abmelden' },
      ],
    })
  })
})

describe('the ladder of pauses', () => {
  it('3 hours, 6 hours, disabled; the first two lift by themselves', async () => {
    const id = await kit.template('aktion')
    await kit.person({ phone: MIA })
    const red = () => kit.sim('POST', `/sim/templates/${id}/quality`, { score: 'RED', ladder: true })
    await red()
    expect(await sendCode()).toBe(132015)
    await kit.later(3 * HOUR - 1_000)
    expect(await statusOf(id)).toBe('PAUSED')
    await kit.later(1_000)
    await until(async () => String(await statusOf(id)) === 'APPROVED')
    await red()
    await kit.later(3 * HOUR)
    expect(await statusOf(id)).toBe('PAUSED')
    await kit.later(3 * HOUR)
    await until(async () => String(await statusOf(id)) === 'APPROVED')
    await red()
    expect(await sendCode()).toBe(132016)
    expect((await kit.graph('DELETE', `${PATH}?name=aktion`)).status).toBe(400)
    await until(() => events().length === 6)
    expect(events()).toEqual(['APPROVED', 'PAUSED', 'APPROVED', 'PAUSED', 'APPROVED', 'DISABLED'])
    expect(titles()).toEqual([undefined, 'FIRST_PAUSE', 'UNPAUSE', 'SECOND_PAUSE', 'UNPAUSE', 'DISABLED'])
  })
})

describe('pacing', () => {
  beforeEach(async () => {
    await kit.sim('PATCH', '/sim/dials', { pacing: 2 })
    for (let n = 0; n < 4; n++) await kit.person({ phone: `+491511234567${n}` })
  })
  const sendAll = async () => {
    const answers = []
    for (let n = 0; n < 4; n++) answers.push(await kit.send(`+491511234567${n}`, templateSend('aktion')))
    return answers
  }

  it('holds what comes after the first messages and releases it an hour later', async () => {
    const id = await kit.template('aktion')
    const answers = await sendAll()
    expect(answers.map(({ body }) => body.messages?.[0]?.message_status)).toEqual([
      'accepted',
      'accepted',
      'held_for_quality_assessment',
      'held_for_quality_assessment',
    ])
    await until(() => kit.sink.statuses().length === 4)
    expect((await kit.sim('GET', '/sim/templates')).body[0]?.held).toBe(2)
    await kit.later(HOUR)
    await until(() => kit.sink.statuses().length === 8)
    expect((await kit.graph('GET', `${id}?fields=quality_score`)).body.quality_score).toMatchObject({
      score: 'GREEN',
    })
    expect((await kit.send(MIA, templateSend('aktion'))).body.messages?.[0]?.message_status).toBe('accepted')
  })

  it('drops it with 132015 and pauses the template until somebody lifts that', async () => {
    const id = await kit.template('aktion')
    const ids = (await sendAll()).map(idOf)
    await kit.sim('POST', `/sim/templates/${id}/pacing`, { decision: 'drop' })
    await until(() => kit.statusesOf(ids[3] ?? '').length === 1)
    expect(kit.statusesOf(ids[3] ?? '')[0]).toMatchObject({ status: 'failed', errors: [{ code: 132015 }] })
    await kit.later(10 * HOUR)
    expect(await statusOf(id)).toBe('PAUSED')
    expect((await kit.graph('POST', `${id}/unpause`)).body).toEqual({ success: true })
    expect(await statusOf(id)).toBe('APPROVED')
  })
})

describe('quality', () => {
  it('falls with blocks and reports, pauses the template, and rises again by itself', async () => {
    await kit.sim('PATCH', '/sim/dials', { qualitySample: 10, yellowAt: 0.05, redAt: 0.2, deliverRate: 1 })
    const id = await kit.template('aktion')
    const people: { id: string }[] = []
    for (let n = 0; n < 20; n++) {
      const person = await kit.person({ phone: `+4915112345${600 + n}` })
      people.push(person)
      await kit.send(String(person.phone), templateSend('aktion'))
    }
    await until(() => kit.sink.statuses().filter(({ status }) => status === 'delivered').length === 20)
    const blocks = (at: number) =>
      kit.sim('POST', `/sim/people/${people[at]?.id}/blocks`, { phoneNumberId: NUMBER, blocked: true })
    const quality = async (): Promise<unknown> =>
      (await kit.graph('GET', `${NUMBER}?fields=quality_rating`)).body.quality_rating
    await blocks(0)
    expect(await quality()).toBe('YELLOW')
    await blocks(1)
    await kit.sim('POST', `/sim/people/${people[2]?.id}/reports`, { phoneNumberId: NUMBER })
    expect(await quality()).toBe('RED')
    await until(() => kit.sink.values('message_template_quality_update').length === 2)
    expect(
      kit.sink.values('message_template_quality_update').map((value) => value.new_quality_score),
    ).toEqual(['YELLOW', 'RED'])
    expect(await statusOf(id)).toBe('PAUSED')
    await until(() => kit.sink.values('phone_number_quality_update').length === 1)
    expect(kit.sink.values('phone_number_quality_update')[0]?.event).toBe('FLAGGED')
    await kit.later(8 * DAY)
    await until(async () => (await quality()) === 'GREEN')
  })
})

describe('category', () => {
  it('C-64: changes a day after a notice that names the right one', async () => {
    const { id } = (await kit.graph('POST', PATH, withText('versand', 'Dein Paket ist unterwegs'))).body
    await until(() => events().length === 1)
    await kit.sim('POST', `/sim/templates/${id}/category`, { category: 'MARKETING', notice: true })
    const category = async () => (await kit.graph('GET', `${id}?fields=category,correct_category`)).body
    expect(await category()).toMatchObject({ category: 'UTILITY', correct_category: 'MARKETING' })
    await kit.later(DAY)
    await until(() => kit.sink.values('template_category_update').length === 2)
    const [before, after] = kit.sink.values('template_category_update')
    expect(before).toMatchObject({
      new_category: 'UTILITY',
      correct_category: 'MARKETING',
      category_update_timestamp: expect.any(Number),
    })
    expect(after).toMatchObject({ previous_category: 'UTILITY', new_category: 'MARKETING' })
    expect((await category()).category).toBe('MARKETING')
  })
})

describe('putting away', () => {
  it('archives and brings back by id; what cannot be is named', async () => {
    const id = await kit.template('aktion')
    const archived = await kit.graph('POST', `${PATH}/archive`, { hsm_ids: `${id},999` })
    expect(archived.body).toEqual({ archived_templates: [id], failed_templates: ['999'] })
    expect(await sendCode()).toBe(132001)
    const back = await kit.graph('POST', `${PATH}/unarchive`, { hsm_ids: id })
    expect(back.body).toEqual({ unarchived_templates: [id], failed_templates: [] })
    await until(() => events().length === 3)
    expect(events()).toEqual(['APPROVED', 'ARCHIVED', 'UNARCHIVED'])
  })

  it('deletes one language by its id, and says so again 30 days later', async () => {
    const id = await kit.template('aktion')
    const { body } = await kit.graph('POST', PATH, { ...templateBody('aktion'), language: 'en' })
    await until(() => events().length === 2)
    expect((await kit.graph('DELETE', `${PATH}?name=aktion&hsm_id=${id}`)).body).toEqual({ success: true })
    expect(await statusOf(String(body.id))).toBe('APPROVED')
    await kit.later(30 * DAY)
    await until(() => events().length === 4)
    expect(events().slice(2)).toEqual(['PENDING_DELETION', 'DELETED'])
    expect(kit.sink.values('message_template_status_update')[2]?.reason).toBeNull()
  })
})
