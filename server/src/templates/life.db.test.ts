import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../platform/clock.ts'
import { newId, withTransaction } from '../platform/index.ts'
import { CONTENT, startTemplateKit, type TemplateKit } from '../testing/template-kit.ts'
import type { TemplateUpdate } from '../whatsapp/index.ts'
import { appealTemplate } from './appeal.ts'
import { onTemplateUpdate } from './apply-update.ts'
import { categoryPage } from './category.ts'
import { checkDraft } from './check.ts'
import { compareVersions } from './compare.ts'
import { costChange } from './cost-change.ts'
import { duplicateTemplate } from './create.ts'
import { draftFromLibrary, listLibrary } from './library/library.ts'
import { archiveTemplate, unarchiveTemplate, unpauseTemplate } from './life.ts'
import { missingForSending } from './sendable.ts'
import { submissionOf } from './submission.ts'
import { submitTemplate } from './submit.ts'
import { syncTemplates } from './sync.ts'
import { getTemplate, type Template } from './template.ts'
import { submitSaved, updateTemplate } from './update.ts'
import { templateUses } from './uses.ts'
import { discardChange, listVersions, restoreVersion } from './versions.ts'
import { runTemplateWatch } from './watch.ts'

const OTHER = { ...CONTENT, body: 'Hallo {{first_name}}, bei Blatt gibt es heute etwas anderes.' }

describe('templates: their life', () => {
  let kit: TemplateKit
  beforeAll(async () => {
    kit = await startTemplateKit()
  })
  afterAll(() => kit.close())

  /** As Meta tells it, without waiting for the simulator. */
  async function told(id: string, change: TemplateUpdate['change']): Promise<void> {
    const { name } = await getTemplate(kit.as(), id)
    const update: TemplateUpdate = {
      kind: 'template',
      metaId: await kit.metaId(id),
      name,
      language: 'de',
      change,
    }
    await withTransaction(kit.as(), (tx) => onTemplateUpdate(tx, { channelId: kit.channel, update }))
  }
  const event = (name: string, info: string | null = null) =>
    ({ what: 'state', event: name, reason: null, category: null, detail: info, info }) as const

  it('keeps every submitted version, compares them, and restores one as a change that waits', async () => {
    const { id } = await kit.approved('fassungen')
    kit.runtime.clock.advance(DAY)
    expect(await updateTemplate(kit.as(), id, { content: OTHER, submit: false })).toMatchObject({
      state: 'approved',
      content: CONTENT,
      draft: { content: OTHER },
    })
    expect((await submitTemplate(kit.as(), id)).draft).toBeNull()
    const after = await kit.until(id, { state: 'approved' })
    expect(after).toMatchObject({ version: 2, content: OTHER, edits: { left: 9 } })
    expect(after.edits.nextAt).toBe(new Date(kit.runtime.clock.now().getTime() + DAY).toISOString())
    expect(await listVersions(kit.as(), id)).toMatchObject([
      { version: 2, content: OTHER, outcome: 'approved' },
      { version: 1, content: CONTENT, outcome: 'approved' },
    ])
    expect(await compareVersions(kit.as(), id, { from: 1, to: 2 })).toEqual({
      changes: [{ where: 'body', before: CONTENT.body, after: OTHER.body }],
    })
    expect((await restoreVersion(kit.as(), id, { version: 1 })).draft).toEqual({
      category: 'marketing',
      content: CONTENT,
    })
    expect((await compareVersions(kit.as(), id, { from: 2, to: 'draft' })).changes).toHaveLength(1)
    expect((await discardChange(kit.as(), id)).draft).toBeNull()
    await expect(restoreVersion(kit.as(), id, { version: 9 })).rejects.toMatchObject({ status: 404 })
    await expect(updateTemplate(kit.as(), id, { content: CONTENT })).rejects.toMatchObject({
      code: 'edit_limit',
    })
    expect((await listVersions(kit.as(), id)).length).toBe(2)
  })

  it('changes what Meta does not review at once: the place on the map, what stands behind a link', async () => {
    const place = {
      format: 'location' as const,
      latitude: 52.5,
      longitude: 13.4,
      name: 'Blatt',
      address: 'Berlin',
    }
    const buttons = [
      {
        kind: 'url' as const,
        text: 'Shop',
        url: 'https://blatt.example/?c=',
        suffix: { from: 'campaign' as const },
      },
      ...CONTENT.buttons,
    ]
    const content = { ...CONTENT, header: place, buttons }
    const { id } = await kit.draft('ort', { content })
    await submitTemplate(kit.as(), id)
    await kit.until(id, { state: 'approved', content })
    const moved = { ...content, header: { ...place, latitude: 48.1, name: 'Blatt am Markt' } }
    expect(await updateTemplate(kit.as(), id, { content: moved })).toMatchObject({
      state: 'approved',
      content: moved,
      version: 1,
      edits: { left: 10, nextAt: null },
    })
    expect(await missingForSending(kit.as(), { channelId: kit.channel, content: moved })).toBeNull()
    const asked = (next: typeof content) =>
      submissionOf(kit.as(), id, { category: 'marketing', content: next })
    expect(await asked(moved)).toEqual({ effect: 'nothing', blockedBy: [] })
    expect(await asked(content)).toEqual({ effect: 'at_once', blockedBy: [] })
    expect(await asked({ ...content, footer: 'Abmelden: STOP' })).toEqual({ effect: 'review', blockedBy: [] })
    // A saved change is submitted as what it is; without one there is nothing that Meta could review.
    await updateTemplate(kit.as(), id, { content, submit: false })
    expect(await submitSaved(kit.as(), id)).toMatchObject({
      state: 'approved',
      content,
      version: 1,
      draft: null,
    })
    await expect(submitSaved(kit.as(), id)).rejects.toMatchObject({ code: 'template_unchanged' })
    await updateTemplate(kit.as(), id, { content: moved })
    const nowhere = { ...content, header: { ...place, latitude: null } }
    expect((await missingForSending(kit.as(), { channelId: kit.channel, content: nowhere }))?.en).toContain(
      'place',
    )
    const file = { ...content, header: { format: 'image' as const, mediaId: id } }
    expect((await missingForSending(kit.as(), { channelId: kit.channel, content: file }))?.en).toContain(
      'file',
    )
    await syncTemplates(kit.as(), { channelId: kit.channel })
    expect((await getTemplate(kit.as(), id)).content).toEqual(moved)
  })

  it('starts a draft from the library, under a free name', async () => {
    const listed = await listLibrary(kit.as('agent'), { language: 'fr' }, 'de')
    expect(listed.find(({ key }) => key === 'shipped')).toMatchObject({
      title: 'Versandt',
      category: 'utility',
      content: { body: expect.stringContaining('de Blatt est en route') },
    })
    const input = { channelId: kit.channel, language: 'fr' as const }
    const first = await draftFromLibrary(kit.as(), 'welcome', input)
    expect(first).toMatchObject({ state: 'draft', name: 'welcome', language: 'fr', category: 'marketing' })
    expect(await draftFromLibrary(kit.as(), 'welcome', input)).toMatchObject({ name: 'welcome_2' })
    await expect(draftFromLibrary(kit.as('owner', kit.other), 'welcome', input)).rejects.toMatchObject({
      status: 404,
    })
    await submitTemplate(kit.as(), first.id)
    await kit.until(first.id, { state: 'approved' })
  })

  it('finds a copy in another language that nobody has translated', async () => {
    const german = await kit.draft('uebersetzen')
    const copy = await duplicateTemplate(kit.as(), german.id, { language: 'en' })
    const codes = async ({ id, ...draft }: Template) =>
      (await checkDraft(kit.as(), { ...draft, templateId: id })).map(({ code }) => code)
    expect(await codes(german)).not.toContain('untranslated')
    expect(await codes(copy)).toContain('untranslated')
    expect(await codes({ ...copy, language: 'de_AT' })).not.toContain('untranslated')
    const body = 'Hello {{first_name}}, there is news at Blatt today.'
    expect(await codes({ ...copy, content: { ...copy.content, body } })).not.toContain('untranslated')
  })

  it('C-65: follows the ladder of pauses with the end of each, and a person ends only what pacing began', async () => {
    const { id } = await kit.approved('leiter')
    await told(id, event('FLAGGED'))
    expect((await getTemplate(kit.as(), id)).state).toBe('approved')
    const end = (hours: number) => new Date(kit.runtime.clock.now().getTime() + hours * HOUR).toISOString()
    await told(id, event('PAUSED', 'FIRST_PAUSE'))
    expect((await getTemplate(kit.as(), id)).pause).toEqual({ until: end(3), step: 1, canUnpause: false })
    await expect(unpauseTemplate(kit.as(), id)).rejects.toMatchObject({ code: 'pause_by_quality' })
    await told(id, event('PAUSED', 'SECOND_PAUSE'))
    expect((await getTemplate(kit.as(), id)).pause).toEqual({ until: end(6), step: 2, canUnpause: false })
    // A title we do not know says nothing of an end, whatever word it is.
    await told(id, event('PAUSED', '__proto__'))
    expect((await getTemplate(kit.as(), id)).pause).toMatchObject({ until: null, step: null })
    await told(id, event('PAUSED', 'SECOND_PAUSE'))
    // Meta has not said that it is over: it is asked.
    kit.runtime.clock.advance(7 * HOUR)
    await runTemplateWatch(kit.runtime)
    expect(await kit.runtime.jobs.drain(kit.runtime)).toBeGreaterThan(0)
    expect(await getTemplate(kit.as(), id)).toMatchObject({ state: 'approved', pause: null })
    await told(id, event('DISABLED', 'DISABLED'))
    expect(await kit.toldAbout(id)).toEqual([
      'template.approved',
      'template.flagged',
      'template.paused_until',
      // Told by whoever asked, since Meta did not.
      'template.approved',
      'template.disabled',
    ])
  })

  it('ends a pause of pacing, archives and brings back, at Meta as well', async () => {
    const { id } = await kit.approved('takt')
    const pause = async (cause: string) => {
      await kit.sim('POST', `/sim/templates/${await kit.metaId(id)}/events`, { event: 'PAUSED', cause })
      return kit.until(id, { state: 'paused' })
    }
    expect((await pause('pacing')).pause).toEqual({ until: null, step: null, canUnpause: true })
    expect(await unpauseTemplate(kit.as(), id)).toMatchObject({ state: 'approved', pause: null })
    expect(await archiveTemplate(kit.as(), id)).toMatchObject({
      state: 'archived',
      archivedAt: kit.runtime.clock.now().toISOString(),
    })
    expect((await templateUses(kit.as(), id)).deletesAt).toBe(
      new Date(kit.runtime.clock.now().getTime() + 28 * DAY).toISOString(),
    )
    expect(await unarchiveTemplate(kit.as(), id)).toMatchObject({ state: 'approved', archivedAt: null })
    await expect(unarchiveTemplate(kit.as(), id)).rejects.toMatchObject({ code: 'template_state' })
  })

  it('warns a month before Meta archives what nobody uses, once', async () => {
    const { id } = await kit.approved('vergessen')
    const uses = await templateUses(kit.as(), id)
    expect(uses).toMatchObject({ campaigns: [], lastUsedAt: null, deletesAt: null })
    expect(Date.parse(uses.archivesAt ?? '')).toBeGreaterThan(kit.runtime.clock.now().getTime() + 364 * DAY)
    kit.runtime.clock.advance(340 * DAY)
    await runTemplateWatch(kit.runtime)
    await runTemplateWatch(kit.runtime)
    expect(await kit.toldAbout(id)).toEqual(['template.approved', 'template.archives_soon'])
    await told(id, event('ARCHIVED'))
    expect(await getTemplate(kit.as(), id)).toMatchObject({ state: 'archived' })
  })

  it('C-63, C-64: explains an announced and a made change of category with its price', async () => {
    const { id } = await kit.draft('umgestuft', {
      category: 'utility',
      content: {
        body: 'Deine Bestellung {{order}} ist heute angekommen. Danke!',
        buttons: [],
        samples: { order: '4711' },
      },
    })
    await submitTemplate(kit.as(), id)
    await kit.until(id, { state: 'approved' })
    const at = new Date(kit.runtime.clock.now().getTime() + DAY)
    await told(id, { what: 'category', after: 'MARKETING', announced: true, at })
    expect((await getTemplate(kit.as(), id)).categoryNotice).toEqual({
      category: 'marketing',
      at: at.toISOString(),
    })
    const announced = await categoryPage(kit.as(), id, 'de')
    expect(announced).toMatchObject({ category: 'utility', before: null, cost: { market: 'DE' } })
    expect(announced.cost?.after).toBeGreaterThan(announced.cost?.before ?? 0)
    await told(id, { what: 'category', after: 'MARKETING', announced: false, at: null })
    expect(await categoryPage(kit.as(), id, 'en')).toMatchObject({
      category: 'marketing',
      before: 'utility',
      announced: null,
      cost: announced.cost,
      note: expect.stringContaining('advertising'),
      waiting: 0,
      withheld: 0,
    })
    expect(await kit.toldAbout(id)).toEqual([
      'template.approved',
      'template.category_announced',
      'template.category',
    ])
    // Without a price people are told without one.
    await kit.runtime.db.deleteFrom('price_rate').where('business_id', '=', kit.business).execute()
    await told(id, { what: 'category', after: 'UTILITY', announced: false, at: null })
    expect((await kit.toldAbout(id)).at(-1)).toBe('template.category_unpriced')
    expect((await categoryPage(kit.as(), id, 'de')).cost).toBeNull()
    expect(await appealTemplate(kit.as(), id, 'de')).toMatchObject({
      url: expect.stringContaining('business-support'),
      template: { appealedAt: kit.runtime.clock.now().toISOString() },
    })
  })

  it('C-64: says the price of the day that Meta bills, which begins at midnight of its own clock', async () => {
    const { clock, db } = kit.runtime
    const noon = clock.now()
    clock.set(new Date(`${noon.toISOString().slice(0, 10)}T23:30:00Z`))
    // In Berlin tomorrow has begun, and with it another price.
    await db
      .insertInto('price_rate')
      .values(
        (['utility', 'marketing'] as const).map((category, at) => ({
          business_id: kit.business,
          rate_id: newId(),
          market: 'DE',
          category,
          price: at === 0 ? '0.06' : '0.2',
          effective_from: new Date(clock.now().getTime() + DAY).toISOString().slice(0, 10),
          effective_to: null,
          source: 'a new list',
        })),
      )
      .execute()
    expect(await costChange(kit.as(), 'utility', 'marketing')).toMatchObject({ before: 0.06, after: 0.2 })
  })

  it('notes an appeal for 60 days and says where Meta takes it', async () => {
    await kit.sim('PATCH', '/sim/dials', { templateVerdict: 'reject' })
    const { id } = await kit.draft('einspruch')
    await submitTemplate(kit.as(), id)
    await kit.until(id, { state: 'rejected' })
    await kit.sim('PATCH', '/sim/dials', { templateVerdict: 'approve' })
    expect((await listVersions(kit.as(), id))[0]).toMatchObject({ outcome: 'rejected' })
    expect((await appealTemplate(kit.as(), id, 'en')).note).toContain('Business Support')
    await told(id, event('IN_APPEAL'))
    expect((await getTemplate(kit.as(), id)).appealedAt).not.toBeNull()
    await told(id, event('APPROVED'))
    expect(await getTemplate(kit.as(), id)).toMatchObject({ state: 'approved', appealedAt: null })
    await expect(appealTemplate(kit.as(), id, 'de')).rejects.toMatchObject({ code: 'appeal_not_possible' })
  })
})
