import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCampaign } from '../campaigns/test-send.ts'
import { newId, withTransaction } from '../platform/index.ts'
import { listNotifications } from '../standing/notifications.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { onTemplateUpdate } from './apply-update.ts'
import { archiveTemplate } from './life.ts'
import { deleteTemplate } from './remove.ts'
import { submissionOf } from './submission.ts'
import { getTemplate, lockTemplate } from './template.ts'
import { templateUses } from './uses.ts'

/** Itself, its texts and what was counted: nobody needs it there. */
const HISTORY = new Set(['template.template_id', 'template_version.template_id', 'channel_day.template_id'])

describe('where a template is used', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
  })
  afterAll(() => kit.runtime.close())

  it('names campaigns, those that still need it, and messages that wait; neither deletion nor archive passes over them', async () => {
    const { id } = await kit.draft({ name: 'Herbst' })
    const { id: winter } = await kit.draft({ name: 'Winter' })
    const over = await kit.draft({ name: 'Sommer' })
    await kit.runtime.db
      .updateTable('campaign')
      .set({ state: 'finished' })
      .where('campaign_id', '=', over.id)
      .execute()
    await testCampaign(kit.as(), id, { contactId: kit.people.get('Anna') ?? '' })
    const uses = await templateUses(kit.as(), kit.template)
    expect(uses.waiting).toBe(1)
    expect(new Set(uses.campaigns)).toEqual(
      new Set([
        { id, name: 'Herbst', state: 'draft', needs: true },
        { id: winter, name: 'Winter', state: 'draft', needs: true },
        { id: over.id, name: 'Sommer', state: 'finished', needs: false },
      ]),
    )
    const changed = { ...(await getTemplate(kit.as(), kit.template)), category: 'marketing' as const }
    changed.content = { ...changed.content, body: `${changed.content.body} Bis bald!` }
    await kit.runtime.db
      .updateTable('campaign')
      .set({ state: 'paused' })
      .where('campaign_id', '=', winter)
      .execute()
    expect(await submissionOf(kit.as(), kit.template, changed)).toEqual({
      effect: 'review',
      blockedBy: [{ id: winter, name: 'Winter', state: 'paused' }],
    })
    for (const attempt of [deleteTemplate, archiveTemplate]) {
      const refusal = attempt(kit.as(), kit.template)
      await expect(refusal).rejects.toMatchObject({ code: 'template_in_use' })
      await expect(refusal).rejects.toThrow(/Herbst/)
      await expect(refusal).rejects.toThrow(/Winter/)
    }
  })

  it('C-63: deleted at Meta, it is told once with the campaigns that need it; of its other languages nobody hears twice', async () => {
    const row = await lockTemplate(kit.as(), kit.template)
    const other = async (name: string, language: string) => {
      const templateId = newId()
      const { archive_told_at: _archive, draft: _draft, ...columns } = row
      await kit.runtime.db
        .insertInto('template')
        .values({
          ...columns,
          content: JSON.stringify(row.content),
          template_id: templateId,
          meta_id: templateId,
          name,
          language,
        })
        .execute()
      return templateId
    }
    const goes = (name: string, language: string, event: string) =>
      withTransaction(kit.as(), (tx) =>
        onTemplateUpdate(tx, {
          channelId: row.channel_id,
          update: {
            kind: 'template',
            metaId: kinds.get(`${name}/${language}`) ?? '',
            name,
            language,
            change: { what: 'state', event, reason: null, category: null, detail: null },
          },
        }),
      )
    const kinds = new Map([[`${row.name}/${row.language}`, row.meta_id ?? '']])
    for (const language of ['fr', 'it']) kinds.set(`frei/${language}`, await other('frei', language))
    const stateOf = async (language: string) =>
      (await getTemplate(kit.as(), kinds.get(`frei/${language}`) ?? '')).state
    const told = async () =>
      (await listNotifications(kit.as('owner'), {}, 'en')).items
        .filter(({ kind }) => kind.startsWith('template.deleted'))
        .map(({ kind, severity, entity, detail }) => ({ kind, severity, entity, detail }))
    for (const language of ['fr', 'it']) {
      await goes('frei', language, 'PENDING_DELETION')
      expect(await stateOf(language)).toBe('pending_deletion')
      await goes('frei', language, 'DELETED')
      await goes('frei', language, 'PENDING_DELETION')
      expect(await stateOf(language)).toBe('deleted')
    }
    const free = { kind: 'template.deleted', severity: 'info', entity: 'template' }
    expect(await told()).toMatchObject([free])
    await goes(row.name, row.language, 'DELETED')
    expect(await told()).toMatchObject([
      { kind: 'template.deleted_needed', severity: 'critical', entity: 'campaign' },
      free,
    ])
    expect((await told())[0]?.detail).toMatch(/^Concerns: Winter, Herbst\./)
  })

  it('knows every table that points at templates; a new one has to be named where a template is used', async () => {
    const { rows } = await sql<{ place: string }>`
      select distinct c.relname || '.' || a.attname as place
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
        and (a.attname like '%template_id' or exists (select from pg_constraint k
          where k.conrelid = c.oid and k.confrelid = 'template'::regclass and a.attnum = any(k.conkey) and a.attname <> 'business_id'))
      order by 1`.execute(kit.runtime.db)
    // Its users, which `templateUses` names.
    expect(rows.map(({ place }) => place).filter((place) => !HISTORY.has(place))).toEqual([
      'campaign.template_id',
      'message.template_id',
    ])
  })
})
