import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../platform/clock.ts'
import { Problem } from '../platform/index.ts'
import { CONTENT, startTemplateKit, type TemplateKit } from '../testing/template-kit.ts'
import { fetchFile } from './fetch-file.ts'
import { submitTemplate } from './submit.ts'
import { syncTemplates } from './sync.ts'
import { getTemplate } from './template.ts'
import { updateTemplate } from './update.ts'

describe('templates: submission to Meta', () => {
  let kit: TemplateKit
  beforeAll(async () => {
    kit = await startTemplateKit()
  })
  afterAll(() => kit.close())

  it('is submitted, waits, and is approved by webhook with a notification', async () => {
    const { id } = await kit.draft('herbst')
    const waiting = await submitTemplate(kit.as(), id)
    expect(waiting).toMatchObject({ state: 'pending', submittedAt: kit.runtime.clock.now().toISOString() })
    await expect(submitTemplate(kit.as(), id)).rejects.toMatchObject({ code: 'template_in_review' })
    expect(await kit.until(id, { state: 'approved' })).toMatchObject({
      reason: null,
      decidedAt: expect.any(String),
    })
    expect(await kit.toldAbout(id)).toEqual(['template.approved'])
    expect(kit.changes.at(-1)).toBe('approved/marketing')
  })

  it('does not reach Meta with errors, and each error names its place', async () => {
    const { id } = await kit.draft('ohne_ausweg', {
      content: { ...CONTENT, footer: undefined, buttons: [] },
      addOptOut: false,
    })
    await expect(submitTemplate(kit.as(), id)).rejects.toMatchObject({
      status: 422,
      code: 'template_not_ready',
      fields: { footer: expect.anything() },
    })
    expect((await getTemplate(kit.as(), id)).state).toBe('draft')
  })

  it('is rejected with Meta’s reason, rewritten and submitted again', async () => {
    await kit.sim('PATCH', '/sim/dials', { templateVerdict: 'reject' })
    const { id } = await kit.draft('abgelehnt')
    await submitTemplate(kit.as(), id)
    const rejected = await kit.until(id, { state: 'rejected' })
    expect(rejected.reason).toContain('INVALID_FORMAT')
    expect(await kit.toldAbout(id)).toEqual(['template.rejected'])
    await kit.sim('PATCH', '/sim/dials', { templateVerdict: 'approve' })
    const body = 'Hallo {{first_name}}, bei Blatt gibt es heute viel Neues.'
    expect(await updateTemplate(kit.as(), id, { content: { ...CONTENT, body } })).toMatchObject({
      state: 'rejected',
    })
    expect(await submitTemplate(kit.as(), id)).toMatchObject({ state: 'pending', reason: null })
    await kit.until(id, { state: 'approved' })
  })

  it('takes Meta’s category at creation', async () => {
    await kit.sim('PATCH', '/sim/dials', { templateVerdict: 'as_marketing' })
    const { id } = await kit.draft('lieferung', {
      category: 'utility',
      content: {
        body: 'Deine Bestellung {{order}} ist heute angekommen. Danke!',
        buttons: [],
        samples: { order: '4711' },
      },
    })
    await submitTemplate(kit.as(), id)
    await kit.until(id, { state: 'approved', category: 'marketing' })
    await kit.sim('PATCH', '/sim/dials', { templateVerdict: 'approve' })
  })

  it('an approved template is edited by a new review, once in 24 hours', async () => {
    const { id } = await kit.approved('bearbeitet')
    const edited = { ...CONTENT, body: 'Hallo {{first_name}}, bei Blatt gibt es heute etwas anderes.' }
    expect(await updateTemplate(kit.as(), id, { content: edited })).toMatchObject({
      state: 'pending',
      content: edited,
    })
    await kit.until(id, { state: 'approved' })
    expect(await updateTemplate(kit.as(), id, { content: edited })).toMatchObject({ state: 'approved' })
    kit.runtime.clock.advance(HOUR)
    await expect(updateTemplate(kit.as(), id, { content: CONTENT })).rejects.toMatchObject({
      code: 'edit_limit',
    })
    await expect(updateTemplate(kit.as(), id, { name: 'anders' })).rejects.toMatchObject({
      code: 'template_fixed',
    })
    kit.runtime.clock.advance(DAY)
    await expect(updateTemplate(kit.as(), id, { category: 'utility' })).rejects.toMatchObject({
      code: 'category_fixed',
    })
    expect((await getTemplate(kit.as(), id)).state).toBe('approved')
  })

  it('is as before when Meta refuses, with Meta’s words', async () => {
    await kit.approved('doppelt')
    // The same name exists at Meta; here it is gone.
    await kit.runtime.db.deleteFrom('template').where('name', '=', 'doppelt').execute()
    const { id } = await kit.draft('doppelt')
    const refusal = await submitTemplate(kit.as(), id).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({
      status: 409,
      code: 'meta_refused',
      sentence: { de: expect.stringContaining('2388024') },
    })
    expect(await getTemplate(kit.as(), id)).toMatchObject({ state: 'draft', submittedAt: null })
    // The sync adopts it.
    await syncTemplates(kit.as(), { channelId: kit.channel })
    expect((await getTemplate(kit.as(), id)).state).toBe('approved')
  })

  it('uploads the picture of a header, and reads nothing from inside the network', async () => {
    const { id } = await kit.draft('bild', {
      content: { ...CONTENT, header: { format: 'image', url: `${kit.origin}/header.png` } },
    })
    await submitTemplate(kit.as(), id)
    await kit.until(id, { state: 'approved' })
    for (const url of [
      'http://127.0.0.1:1/a.png',
      'http://169.254.169.254/latest',
      'http://[::1]/a.png',
      'http://[::ffff:10.0.0.1]/a.png',
      'http://localhost:1/a.png',
      'file:///etc/passwd',
      'not a url',
    ]) {
      await expect(fetchFile(url, 'image', 'https://jawort.example')).rejects.toMatchObject({
        code: 'file_unusable',
      })
    }
    await expect(fetchFile(`${kit.origin}/other`, 'image', kit.origin)).rejects.toMatchObject({
      code: 'file_unusable',
    })
  })
})
