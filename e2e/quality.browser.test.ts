import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_CHANNEL, DEMO_OWNER } from '../server/src/app/demo/seed.ts'
import { makeReviews } from '../server/src/reviews/index.ts'
import { readPdf } from '../server/src/testing/pdf-text.ts'
import { openStage, type Stage, until } from './stage.ts'

const CROWD = 80
/** Messages a second: slow enough for somebody to watch what happens to a campaign under way. */
const SLOW = 2

/** A text that people do not want, from the first draft to the review of the quarter. */
describe('quality falls', () => {
  let stage: Stage
  let desk: Page

  beforeAll(async () => {
    stage = await openStage()
    await stage.sim('PATCH', '/sim/dials', { optInYesRate: 1, deliverRate: 1, stopRate: 0, blockRate: 0 })
    await stage.sim('POST', '/sim/crowd', {
      count: CROWD,
      phoneNumberId: DEMO_CHANNEL.phoneNumberId,
      optIn: { text: 'START' },
      perSecond: 250,
    })
    desk = await (await stage.window()).newPage()
    await desk.goto(await stage.demo.app.signInLink(DEMO_OWNER.email))
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await until(
      'everybody has said yes',
      async () =>
        (await one<number>(
          sql`select count(distinct contact_id)::int as one from consent where state = 'confirmed'`,
        )) === CROWD,
    )
  })
  afterAll(() => stage.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && desk) await stage.picture(desk, 'failed-quality')
  })

  const at = (path: string) => `${stage.demo.app.url}/b/blattwerk/${path}`
  async function one<T>(query: ReturnType<typeof sql<{ one: T }>>): Promise<T | undefined> {
    return (await query.execute(stage.demo.app.runtime.db)).rows[0]?.one
  }
  const campaignState = () => one<string>(sql`select state as one from campaign`)
  const axe = async () => (await new AxeBuilder({ page: desk }).analyze()).violations.map(({ id }) => id)
  const rate = async (score: string) => {
    const metaId = await one<string>(sql`select meta_id as one from template where name = 'winterschlaf'`)
    await stage.sim('POST', `/sim/templates/${metaId}/quality`, { score })
  }

  it('C-61: an appeal to pass it on is found before Meta sees it', async () => {
    await desk.goto(at('templates/new'))
    await desk.getByLabel('Name', { exact: true }).fill('winterschlaf')
    const text = desk.getByRole('textbox', { name: /^Text/ })
    await text.fill(
      'Bei Blattwerk halten die Pflanzen Winterschlaf. Bitte leite diese Nachricht an alle Freunde weiter!',
    )
    await desk.getByText('bittet ums Weiterleiten').first().waitFor()
    await stage.picture(desk, '30-finding')
    await desk.getByRole('button', { name: 'Einreichen' }).first().click()
    expect(
      await one(
        sql`select count(*)::int as one from template where name = 'winterschlaf' and state <> 'draft'`,
      ),
    ).toBe(0)
    await desk.keyboard.press('Escape')
    await text.fill(
      'Bei Blattwerk halten die Pflanzen Winterschlaf: bis Sonntag gibt es warme Erde für alle, die früh dran sind.',
    )
  })

  it('C-63: submitted and approved', async () => {
    await desk.getByText('Alles gut, so kann sie zu Meta').waitFor()
    await desk.getByRole('button', { name: 'Einreichen' }).first().click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click()
    await desk.getByText('Genehmigt').first().waitFor({ timeout: 60_000 })
    await stage.picture(desk, '31-approved')
  })

  it('a campaign starts with a small part', async () => {
    await desk.goto(at('campaigns/new'))
    await desk.getByLabel('Name der Kampagne').fill('Warme Erde')
    await desk.getByRole('radio', { name: /Pflanzenpost/ }).check()
    await desk.getByRole('button', { name: 'Weiter' }).click()
    await desk.getByText('Alle mit Ja').first().click()
    await desk.getByRole('button', { name: 'Weiter' }).click()
    await desk.getByText('winterschlaf').first().click()
    await desk.getByRole('button', { name: 'Weiter' }).click()
    await desk.getByText('Für Fortgeschrittene').click()
    await desk.getByRole('switch', { name: 'Mit einem kleinen Teil anfangen' }).click()
    await stage.picture(desk, '32-ramp')
    await desk.getByRole('button', { name: 'Zur Prüfung' }).click()
    await desk.getByRole('button', { name: 'Jetzt senden' }).waitFor()
    await sql`update channel set throughput = ${SLOW}`.execute(stage.demo.app.runtime.db)
    await desk.getByRole('button', { name: 'Jetzt senden' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Jetzt senden' }).click()
    await until(
      'the first part has gone',
      async () =>
        (await one<number>(
          sql`select count(*)::int as one from message where accepted_at is not null and campaign_id is not null`,
        )) ===
        CROWD / 20,
    )
    await stage.picture(desk, '33-first-part')
    // The hour of patience is over.
    await sql`update campaign set ramp_open = true`.execute(stage.demo.app.runtime.db)
  })

  it('C-65: YELLOW halves the pace', async () => {
    await rate('YELLOW')
    await until('half the pace', async () => Number(await one(sql`select pace as one from campaign`)) === 0.5)
    expect(await campaignState()).toBe('running')
    await stage.picture(desk, '34-yellow')
  })

  it('C-65: RED pauses the campaign, says why, and alerts', async () => {
    await rate('RED')
    await until('the pause', async () => (await campaignState()) === 'paused')
    const before = await one<number>(
      sql`select count(*)::int as one from message where campaign_id is not null and sending_at is not null`,
    )
    expect(before).toBeLessThan(CROWD)
    await desk
      .getByText(/pausiert/i)
      .first()
      .waitFor()
    await stage.picture(desk, '35-paused')
    await desk.goto(at('standing'))
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await desk
      .getByText(/winterschlaf/)
      .first()
      .waitFor()
    await stage.picture(desk, '36-standing')
    expect(await axe()).toEqual([])
    const after = await one<number>(
      sql`select count(*)::int as one from message where campaign_id is not null and sending_at is not null`,
    )
    expect(after).toBe(before)
  })

  it('C-69: the review of the quarter is there by itself, to look at and as a PDF', async () => {
    const { runtime } = stage.demo.app
    const now = new Date()
    const night = new Date(
      Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 + 3, 1, 3, 20),
    )
    await makeReviews({ ...runtime, clock: { now: () => night } })
    await desk.goto(at('reviews'))
    await desk
      .getByText(/^\d\. Quartal/)
      .first()
      .click()
    await desk.getByRole('heading', { level: 1, name: /Quartal/ }).waitFor()
    await stage.picture(desk, '37-review')
    expect(await axe()).toEqual([])
    const [file] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: /PDF/ }).first().click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.pdf$/)
    const { text } = await readPdf(await readFile(await file.path()))
    expect(text).toContain('Blattwerk')
  })
})
