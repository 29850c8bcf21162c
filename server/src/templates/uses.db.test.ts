import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCampaign } from '../campaigns/test-send.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { archiveTemplate } from './life.ts'
import { deleteTemplate } from './remove.ts'
import { submissionOf } from './submission.ts'
import { getTemplate } from './template.ts'
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
