import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { HOUR, MINUTE, withTransaction } from '../platform/index.ts'
import { CONTENT, startTemplateKit, type TemplateKit, WABA } from '../testing/template-kit.ts'
import type { TemplateUpdate } from '../whatsapp/index.ts'
import { onMissingTemplate, onTemplateUpdate } from './apply-update.ts'
import { checkDraft } from './check.ts'
import { createTemplate, duplicateTemplate } from './create.ts'
import { deleteTemplate } from './remove.ts'
import { submitTemplate } from './submit.ts'
import { syncTemplates } from './sync.ts'
import { getTemplate, listTemplates } from './template.ts'
import { updateTemplate } from './update.ts'

describe('templates: what Meta and others do', () => {
  let kit: TemplateKit
  beforeAll(async () => {
    kit = await startTemplateKit()
  })
  afterAll(() => kit.close())

  it('follows pause, quality and category by webhook, and tells about each', async () => {
    const { id } = await kit.approved('verlauf')
    const meta = await kit.metaId(id)
    await kit.sim('POST', `/sim/templates/${meta}/quality`, { score: 'YELLOW' })
    await kit.until(id, { quality: 'YELLOW' })
    await kit.sim('POST', `/sim/templates/${meta}/events`, { event: 'PAUSED' })
    await kit.until(id, { state: 'paused' })
    expect(kit.changes.at(-1)).toBe('paused/marketing')
    await kit.sim('POST', `/sim/templates/${meta}/events`, { event: 'REINSTATED' })
    await kit.until(id, { state: 'approved' })
    await kit.sim('POST', `/sim/templates/${meta}/category`, { category: 'UTILITY' })
    await kit.until(id, { category: 'utility' })
    expect(await kit.toldAbout(id)).toEqual([
      'template.approved',
      'template.quality',
      'template.paused_until',
      'template.approved',
      'template.category',
    ])
  })

  it('C-63, C-64: an announced change of category shows on open pages at once, and nothing reacts before it is made', async () => {
    const { id } = await kit.approved('bald_anders')
    kit.changes.length = 0
    kit.written.length = 0
    const update: TemplateUpdate = {
      kind: 'template',
      metaId: await kit.metaId(id),
      name: 'bald_anders',
      language: 'de',
      change: { what: 'category', after: 'UTILITY', announced: true, at: kit.runtime.clock.now() },
    }
    await withTransaction(kit.as(), (tx) => onTemplateUpdate(tx, { channelId: kit.channel, update }))
    expect(await getTemplate(kit.as(), id)).toMatchObject({
      category: 'marketing',
      categoryNotice: { category: 'utility' },
    })
    expect(kit.written).toEqual([id])
    expect(kit.changes).toEqual([])
    expect(await kit.toldAbout(id)).toEqual(['template.approved', 'template.category_announced'])
  })

  it('C-63, C-64: a notice or a change whose webhook is lost is found by asking, shown and told', async () => {
    const { id } = await kit.approved('webhook_verloren')
    const category = async (body: object) => {
      const before = kit.arrived.length
      await kit.sim('POST', `/sim/templates/${await kit.metaId(id)}/category`, body)
      await vi.waitFor(() => expect(kit.arrived.length).toBeGreaterThan(before))
      // It never reaches us.
      kit.arrived.length = 0
      await syncTemplates(kit.as(), { channelId: kit.channel })
      return getTemplate(kit.as(), id)
    }
    expect(await category({ category: 'UTILITY', notice: true })).toMatchObject({
      category: 'marketing',
      categoryNotice: { category: 'utility', at: null },
    })
    expect(await category({ category: 'UTILITY' })).toMatchObject({
      category: 'utility',
      categoryNotice: null,
    })
    await syncTemplates(kit.as(), { channelId: kit.channel })
    expect(await kit.toldAbout(id)).toEqual([
      'template.approved',
      'template.category_announced',
      'template.category',
    ])
  })

  it('knows a verdict that overtakes the answer, by name and language', async () => {
    const { id } = await kit.draft('schnell')
    await kit.runtime.db
      .updateTable('template')
      .set({ state: 'pending' })
      .where('template_id', '=', id)
      .execute()
    const update: TemplateUpdate = {
      kind: 'template',
      metaId: '1689556908129835',
      name: 'schnell',
      language: 'de',
      change: { what: 'state', event: 'APPROVED', reason: null, category: 'MARKETING', detail: null },
    }
    await withTransaction(kit.as(), (tx) => onTemplateUpdate(tx, { channelId: kit.channel, update }))
    expect(await getTemplate(kit.as(), id)).toMatchObject({ state: 'approved' })
    expect(await kit.metaId(id)).toBe('1689556908129835')
    await kit.runtime.db.deleteFrom('template').where('template_id', '=', id).execute()
  })

  it('C-63: one that Meta was about to delete, and does not list any more, is deleted; it was told before', async () => {
    const { id } = await kit.approved('bald_weg')
    const metaId = await kit.metaId(id)
    const update: TemplateUpdate = {
      kind: 'template',
      metaId,
      name: 'bald_weg',
      language: 'de',
      change: { what: 'state', event: 'PENDING_DELETION', reason: null, category: null, detail: null },
    }
    await withTransaction(kit.as(), (tx) => onTemplateUpdate(tx, { channelId: kit.channel, update }))
    await fetch(`${kit.simulator.url}/v25.0/${WABA}/message_templates?name=bald_weg&hsm_id=${metaId}`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer sim-token' },
    })
    await syncTemplates(kit.as(), { channelId: kit.channel })
    expect(await getTemplate(kit.as(), id)).toMatchObject({ state: 'deleted' })
    expect(await kit.toldAbout(id)).toEqual(['template.approved', 'template.deleted'])
  })

  it('syncs what was made, changed and deleted elsewhere', async () => {
    const { id } = await kit.approved('verschwindet')
    const meta = await kit.metaId(id)
    const graph = (method: string, path: string, body?: unknown) =>
      fetch(`${kit.simulator.url}/v25.0/${path}`, {
        method,
        headers: { authorization: 'Bearer sim-token', 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    await graph('DELETE', `${WABA}/message_templates?name=verschwindet&hsm_id=${meta}`)
    await graph('POST', `${WABA}/message_templates`, {
      name: 'von_meta',
      language: 'en_US',
      category: 'MARKETING',
      components: [
        { type: 'BODY', text: 'Hello {{1}}, welcome to our shop.', example: { body_text: [['Mia']] } },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop promotions' }] },
      ],
    })
    expect(await syncTemplates(kit.as(), { channelId: kit.channel })).toMatchObject({
      ok: true,
      added: 1,
      skipped: 0,
    })
    expect((await getTemplate(kit.as(), id)).state).toBe('deleted')
    expect(await kit.toldAbout(id)).toEqual(['template.approved', 'template.deleted'])
    const found = (await listTemplates(kit.as())).find((template) => template.name === 'von_meta')
    expect(found?.content).toEqual({
      body: 'Hello {{1}}, welcome to our shop.',
      buttons: [{ kind: 'quick_reply', text: 'Stop promotions', optOut: true }],
      samples: { 1: 'Mia' },
    })
    expect(await syncTemplates(kit.as(), { channelId: kit.channel })).toMatchObject({ added: 0 })
  })

  it('starts a sync when Meta tells of a template nobody knows', async () => {
    kit.arrived.length = 0
    const update: TemplateUpdate = {
      kind: 'template',
      metaId: '99',
      name: 'fremd',
      language: 'de',
      change: { what: 'state', event: 'APPROVED', reason: null, category: null, detail: null },
    }
    await withTransaction(kit.as(), (tx) => onTemplateUpdate(tx, { channelId: kit.channel, update }))
    expect(await kit.runtime.jobs.drain(kit.runtime)).toBe(1)
  })

  it('C-63: asks Meta again when a message is refused because its template does not exist there', async () => {
    const { id } = await kit.approved('unbekannt')
    const metaId = await kit.metaId(id)
    await fetch(`${kit.simulator.url}/v25.0/${WABA}/message_templates?name=unbekannt&hsm_id=${metaId}`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer sim-token' },
    })
    const refused = (errorCode: number) =>
      withTransaction(kit.as(), (tx) => onMissingTemplate(tx, { channelId: kit.channel, errorCode }))
    await refused(132000)
    expect(await kit.runtime.jobs.drain(kit.runtime)).toBe(0)
    await refused(132001)
    expect(await kit.runtime.jobs.drain(kit.runtime)).toBe(1)
    expect((await getTemplate(kit.as(), id)).state).toBe('deleted')
  })

  it('C-76: a notice that comes late may have been overtaken: Meta is asked, and its present word wins', async () => {
    const { id } = await kit.approved('ueberholt')
    const metaId = await kit.metaId(id)
    kit.arrived.length = 0
    const notice = (ago: number) =>
      withTransaction(kit.as(), (tx) =>
        onTemplateUpdate(tx, {
          channelId: kit.channel,
          update: {
            kind: 'template',
            metaId,
            name: 'ueberholt',
            language: 'de',
            at: new Date(kit.runtime.clock.now().getTime() - ago),
            change: { what: 'state', event: 'DISABLED', reason: null, category: null, detail: null },
          },
        }),
      )
    await notice(MINUTE)
    expect(await kit.runtime.jobs.drain(kit.runtime)).toBe(0)
    expect(await getTemplate(kit.as(), id)).toMatchObject({ state: 'disabled' })
    await notice(3 * HOUR)
    expect(await kit.runtime.jobs.drain(kit.runtime)).toBe(1)
    expect(await getTemplate(kit.as(), id)).toMatchObject({ state: 'approved' })
  })

  it('is duplicated, renamed while it is a draft, and deleted here and at Meta', async () => {
    const original = await kit.approved('original')
    const copy = await duplicateTemplate(kit.as(), original.id, {})
    expect(copy).toMatchObject({ name: 'original_2', state: 'draft', content: original.content })
    expect(await duplicateTemplate(kit.as(), original.id, { language: 'en' })).toMatchObject({
      name: 'original',
      language: 'en',
    })
    await expect(duplicateTemplate(kit.as(), original.id, { name: 'original' })).rejects.toMatchObject({
      code: 'template_exists',
    })
    await expect(updateTemplate(kit.as(), copy.id, { name: 'original' })).rejects.toMatchObject({
      code: 'template_exists',
    })
    expect(await updateTemplate(kit.as(), copy.id, { name: 'neuer_name' })).toMatchObject({
      name: 'neuer_name',
    })
    await deleteTemplate(kit.as(), copy.id)
    await expect(getTemplate(kit.as(), copy.id)).rejects.toMatchObject({ status: 404 })
    await deleteTemplate(kit.as(), original.id)
    expect((await listTemplates(kit.as())).some((template) => template.id === original.id)).toBe(false)
  })

  it('C-27: marketing gets button and footer of its language by default; who declines that hears of it and cannot submit', async () => {
    const plain = {
      body: 'Bonjour {{first_name}}, voici les nouveautés de Blatt.',
      samples: { first_name: 'Mia' },
    }
    const given = { channelId: kit.channel, language: 'fr', category: 'marketing' as const, content: plain }
    const made = await createTemplate(kit.as(), { ...given, name: 'avec' })
    expect(made.content).toMatchObject({
      body: plain.body,
      footer: 'Écris STOP pour te désinscrire',
      buttons: [{ kind: 'quick_reply', text: 'Me désinscrire', optOut: true }],
    })
    const service = await createTemplate(kit.as(), { ...given, name: 'service', category: 'utility' })
    expect(service.content).toEqual({ ...plain, buttons: [] })
    const declined = await createTemplate(kit.as(), { ...given, name: 'sans', addOptOut: false })
    expect(declined.content).toEqual({ ...plain, buttons: [] })
    expect((await checkDraft(kit.as(), declined)).map(({ code }) => code)).toContain('opt_out_missing')
    await expect(submitTemplate(kit.as(), declined.id)).rejects.toMatchObject({ code: 'template_not_ready' })
    // Another language starts with its own way out.
    const dutch = await duplicateTemplate(kit.as(), made.id, { language: 'nl' })
    expect(dutch.content).toMatchObject({
      footer: 'Afmelden kan altijd met STOP',
      buttons: [{ text: 'Afmelden' }],
    })
  })

  it('refuses other roles, and other businesses find nothing', async () => {
    const { id } = await kit.draft('fremde')
    await expect(submitTemplate(kit.as('agent'), id)).rejects.toMatchObject({ status: 403 })
    await expect(
      kit.draft('x').then(() =>
        createTemplate(kit.as('dpo'), {
          channelId: kit.channel,
          name: 'y',
          language: 'de',
          category: 'marketing',
          content: CONTENT,
        }),
      ),
    ).rejects.toMatchObject({ status: 403 })
    const foreign = kit.as('owner', kit.other)
    for (const attempt of [
      () => getTemplate(foreign, id),
      () => updateTemplate(foreign, id, {}),
      () => submitTemplate(foreign, id),
      () => deleteTemplate(foreign, id),
      () => duplicateTemplate(foreign, id, {}),
      () => syncTemplates(foreign, { channelId: kit.channel }),
      () =>
        createTemplate(foreign, {
          channelId: kit.channel,
          name: 'z',
          language: 'de',
          category: 'marketing',
          content: CONTENT,
        }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 404 })
    }
    expect(await listTemplates(foreign)).toEqual([])
  })
})
