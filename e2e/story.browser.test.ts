import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_CHANNEL, DEMO_OWNER } from '../server/src/app/demo/seed.ts'
import { openContacts } from '../server/src/contacts/index.ts'
import { createContext } from '../server/src/platform/index.ts'
import { openStage, type Stage, until } from './stage.ts'

const CROWD = 1_000
const PHONE = { name: 'Mia Fuchsberger', number: '+49 151 23456789' }
const run = promisify(execFile)

/** From the bubble to the proof, as a person, a marketer and a data protection officer live it. */
describe('the whole story', () => {
  let stage: Stage
  let desk: Page
  let phone: Page

  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    if (phone) await stage.picture(phone, 'failed-phone')
    if (desk) await stage.picture(desk, 'failed-desk')
  })

  const at = (path: string) => `${stage.demo.app.url}/b/blattwerk/${path}`
  const count = async (query: ReturnType<typeof sql<{ n: number }>>) =>
    Number((await query.execute(stage.demo.app.runtime.db)).rows[0]?.n)

  it('a person finds the bubble and says yes', async () => {
    const shop = await (await stage.window()).newPage()
    await shop.goto(`${stage.demo.app.url}/demo`)
    await shop.locator('.bubble').click()
    await shop.getByRole('checkbox').first().waitFor()
    for (const box of await shop.getByRole('checkbox').all()) {
      expect(await box.isChecked()).toBe(false)
      await box.check()
    }
    await stage.picture(shop, '01-bubble')
    await shop.getByRole('button', { name: 'Weiter zu WhatsApp' }).click()
    const link = await shop.locator('.code a').first().getAttribute('href')
    await stage.picture(shop, '02-code')

    phone = await (await stage.window()).newPage()
    await phone.goto(link ?? '')
    // With nobody on the simulated WhatsApp yet, the form for a new person is there at once.
    await phone.getByTestId('person-name').fill(PHONE.name)
    await phone.getByTestId('person-phone').fill(PHONE.number)
    await phone.getByTestId('person-create').click()
    await until('the prepared message', async () =>
      (await phone.getByTestId('composer').inputValue()).includes('Code'),
    )
    await stage.picture(phone, '03-prepared-message')
    await phone.getByTestId('send').click()
  })

  it('C-02: is asked once more and taps JA', async () => {
    const yes = phone.getByTestId('message-button').filter({ hasText: 'JA' }).first()
    await yes.waitFor()
    await stage.picture(phone, '04-question')
    await yes.click()
    await phone.getByText('Danke, du bist angemeldet').first().waitFor()
    await stage.picture(phone, '05-welcome')
  })

  it('the marketer sees the consent with both halves', async () => {
    const window = await stage.window()
    desk = await window.newPage()
    await desk.goto(await stage.demo.app.signInLink(DEMO_OWNER.email))
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await desk.goto(at('contacts'))
    await desk.getByText(PHONE.name).first().click()
    await desk.getByText('Pflanzenpost').first().waitFor()
    await desk.getByText('bestätigt').first().waitFor()
    await stage.picture(desk, '06-consent-card')
  })

  it('writes a template, and Meta approves it', async () => {
    await desk.goto(at('templates/new'))
    await desk.getByLabel('Name', { exact: true }).fill('herbst_im_topf')
    await desk
      .getByRole('textbox', { name: /^Text/ })
      .fill(
        'Hallo {{vorname}}, bei Blattwerk ist der Herbst eingezogen: neue Farne und Gräser stehen bereit. Schau gern vorbei!',
      )
    await desk.getByLabel(/Beispiel für/).fill('Lea')
    await stage.picture(desk, '07-template')
    await desk.getByRole('button', { name: 'Einreichen' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Einreichen' }).click()
    await desk.getByText('Genehmigt').first().waitFor({ timeout: 60_000 })
    await stage.picture(desk, '08-approved')
  })

  it('a thousand people say yes, each twice', async () => {
    // Nobody looks meanwhile: pages that follow a thousand people live would cost half of the machine.
    await Promise.all([phone, desk].map((page) => page.goto('about:blank')))
    await stage.sim('PATCH', '/sim/dials', {
      optInYesRate: 1,
      deliverRate: 1,
      stopRate: 0,
      blockRate: 0,
      readMs: [50, 400],
      deliverMs: [20, 200],
    })
    await stage.sim('POST', '/sim/crowd', {
      count: CROWD,
      phoneNumberId: DEMO_CHANNEL.phoneNumberId,
      optIn: { text: 'START' },
      perSecond: 250,
    })
    await until(
      'a thousand confirmed consents',
      async () =>
        (await count(
          sql`select count(distinct contact_id)::int as n from consent where state = 'confirmed'`,
        )) > CROWD,
      240_000,
    )
  })

  it('someone types STOP in the middle of the campaign and gets nothing more', async () => {
    await desk.goto(at('campaigns/new'))
    await desk.getByLabel('Name der Kampagne').fill('Herbst im Topf')
    await desk.getByRole('radio', { name: /Pflanzenpost/ }).check()
    await desk.getByRole('button', { name: 'Weiter' }).click()
    await desk.getByText('Alle mit Ja').first().click()
    await desk.getByRole('button', { name: 'Weiter' }).click()
    await desk.getByText('herbst_im_topf').first().click()
    await desk.getByRole('textbox', { name: 'Wenn nichts bekannt ist' }).fill('du')
    await stage.picture(desk, '09-message')
    await desk.getByRole('button', { name: 'Weiter' }).click()
    await desk.getByRole('button', { name: 'Zur Prüfung' }).click()
    await desk.getByRole('button', { name: 'Jetzt senden' }).waitFor()
    await desk.getByText('So kommt sie an').waitFor()
    await stage.picture(desk, '10-review')

    // A slow number, so that somebody is still waiting when the word is typed.
    await sql`update channel set throughput = 25`.execute(stage.demo.app.runtime.db)
    await desk.getByRole('button', { name: 'Jetzt senden' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('textbox').fill(String(CROWD + 1))
    await dialog.getByRole('button', { name: 'Jetzt senden' }).click()
    await until(
      'the campaign sends',
      async () =>
        (await count(
          sql`select count(*)::int as n from message where campaign_id is not null and accepted_at is not null`,
        )) > 20,
    )
    const last = await lastInQueue(stage)
    const { people } = await stage.sim<{ people: { id: string }[] }>(
      'GET',
      `/sim/people?query=${last.digits}`,
    )
    await phone.goto(
      `${stage.demo.simulatorUrl}/?person=${people[0]?.id}&number=${DEMO_CHANNEL.phoneNumberId}`,
    )
    await phone.getByTestId('composer').fill('Stopp bitte')
    await phone.getByTestId('send').click()
    await phone.getByText('Du bist abgemeldet').first().waitFor()
    await stage.picture(phone, '11-stop')
    await stage.picture(desk, '12-running')
    // Whoever was to stop has stopped: the others need not wait longer than on a number of Meta’s.
    await sql`update channel set throughput = 80`.execute(stage.demo.app.runtime.db)
    const message = await stage.demo.app.runtime.db
      .selectFrom('message')
      .select(['state', 'reason'])
      .where('campaign_id', 'is not', null)
      .where('contact_id', '=', last.contactId)
      .executeTakeFirstOrThrow()
    expect(message).toEqual({ state: 'withheld', reason: 'consent_withdrawn' })
  })

  it('the counts close', async () => {
    await until(
      'the campaign is finished',
      async () => (await count(sql`select count(*)::int as n from campaign where state = 'finished'`)) === 1,
    )
    const open = await count(
      sql`select count(*)::int as n from message where campaign_id is not null and state in ('queued', 'sending', 'held', 'unknown')`,
    )
    const messages = await count(sql`select count(*)::int as n from message where campaign_id is not null`)
    const exclusions = await count(sql`select count(*)::int as n from campaign_exclusion`)
    const candidates = await count(sql`select candidates as n from campaign`)
    expect(open).toBe(0)
    expect(messages + exclusions).toBe(candidates)
    expect(messages).toBe(CROWD + 1)
    const requests = await stage.sim<{
      entries: {
        path?: string
        status?: number
        body?: { biz_opaque_callback_data?: string; type?: string }
      }[]
    }>('GET', '/sim/log?kind=request&limit=10000')
    const keys = requests.entries
      .filter((entry) => entry.status === 200 && entry.body?.type === 'template')
      .map((entry) => entry.body?.biz_opaque_callback_data)
    expect(new Set(keys).size).toBe(keys.length)
    await desk.reload()
    await desk.getByText('Herbst im Topf').first().waitFor()
    await stage.picture(desk, '13-report')
    await desk.goto(at(''))
    await desk.getByText('Menschen, die Ja gesagt haben').waitFor()
    await stage.picture(desk, '14-home')
  })

  it('the proof verifies, and a flipped byte is named', async () => {
    await desk.goto(at('privacy'))
    await desk.getByRole('button', { name: 'Jetzt prüfen' }).waitFor()
    await stage.picture(desk, '15-ledger')
    await until(
      'everything is sealed',
      async () => (await count(sql`select count(*)::int as n from ledger_entry where seq is null`)) === 0,
    )
    await desk
      .getByRole('button', { name: /prüfen/i })
      .first()
      .click()
    await desk
      .getByText(/unverändert/i)
      .first()
      .waitFor()
    await stage.picture(desk, '16-verified')

    const { db } = stage.demo.app.runtime
    await sql`alter table ledger_entry disable trigger all`.execute(db)
    await sql`update ledger_entry set leaf = overlay(leaf placing 'X' from 20 for 1) where seq = 42`.execute(
      db,
    )
    await sql`alter table ledger_entry enable trigger all`.execute(db)
    await desk
      .getByRole('button', { name: /prüfen/i })
      .first()
      .click()
    await desk.getByText(/42/).first().waitFor()
    await stage.picture(desk, '17-tampered')
  })

  it('a dump holds no number, no name and no text of anybody', async () => {
    const dump = await dumpEverything(stage)
    for (const secret of [
      '15123456789',
      'Mia Fuchsberger',
      'Fuchsberger',
      'ich möchte Nachrichten',
      'Stopp bitte',
    ]) {
      expect(dump.includes(secret), `the dump holds “${secret}”`).toBe(false)
      expect(dump.includes(Buffer.from(secret).toString('hex')), `the dump holds “${secret}” in hex`).toBe(
        false,
      )
    }
    // WhatsApp's message ids carry the number in base64.
    expect(dump).not.toContain(Buffer.from('4915123456789').toString('base64').slice(0, 14))
  })

  it('the command line says the same, without the server', async () => {
    await stage.demo.app.stop()
    const verify = run('node', ['server/src/main.ts', 'verify'], {
      env: { ...process.env, DATABASE_URL: '', JAWORT_DATA_DIR: stage.folder },
    })
    const outcome = await verify.then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    )
    expect(outcome.code).not.toBe(0)
    expect(outcome.stdout).toContain('42')
  })
})

/** Whose message goes last, and the digits of that number. */
async function lastInQueue(stage: Stage): Promise<{ contactId: string; digits: string }> {
  const { runtime } = stage.demo.app
  const row = await runtime.db
    .selectFrom('message')
    .select(['business_id', 'contact_id'])
    .where('campaign_id', 'is not', null)
    .where('state', '=', 'queued')
    .orderBy('message_id', 'desc')
    .executeTakeFirstOrThrow()
  const ctx = createContext(runtime, row.business_id, { kind: 'system', job: 'story' })
  const person = (await openContacts(ctx, [row.contact_id])).get(row.contact_id)
  return { contactId: row.contact_id, digits: person?.phone?.replace(/\D/g, '') ?? '' }
}

/** Every row of every table as text, bytes in hex: what a thief of the database would hold. */
async function dumpEverything(stage: Stage): Promise<string> {
  const { db } = stage.demo.app.runtime
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db)
  const parts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)
    parts.push(...rows.map(({ row }) => row))
  }
  return parts.join('\n')
}
