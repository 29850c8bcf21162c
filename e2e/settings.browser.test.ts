import { AxeBuilder } from '@axe-core/playwright'
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage, until } from './stage.ts'

const PHONE = { name: 'Mia Fuchsberger', number: '+49 151 23456789' }
const SMALL = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  javaScriptEnabled: false,
} as const

/** A person leaves, pauses, comes back and takes their data along, with nothing but their phone. */
describe('the person’s own page', () => {
  let stage: Stage
  let phone: Page
  let window: BrowserContext
  let page: Page
  let link: string

  beforeAll(async () => {
    stage = await openStage()
    phone = await (await stage.window()).newPage()
    // Without scripts: the page must not need any.
    window = await stage.window(SMALL)
    page = await window.newPage()
  })
  afterAll(() => stage.close())
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    await stage.picture(phone, 'failed-settings-phone')
    await stage.picture(page, 'failed-settings')
  })

  const say = async (text: string) => {
    await phone.getByTestId('composer').fill(text)
    await phone.getByTestId('send').click()
  }
  const states = async () => {
    const { rows } = await sql<{ state: string }>`select state from consent order by topic_id`.execute(
      stage.demo.app.runtime.db,
    )
    return rows.map(({ state }) => state)
  }
  const newestLink = async () => (await phone.locator('a[href*="/p/"]').last().getAttribute('href')) ?? ''

  it('C-74: WARUM on the phone is answered with the sign-up and a link', async () => {
    const chat = `${stage.demo.simulatorUrl}/wa.me/49305550123?text=START`
    await phone.goto(`${stage.demo.simulatorUrl}/?link=${encodeURIComponent(chat)}`)
    await phone.getByTestId('person-name').fill(PHONE.name)
    await phone.getByTestId('person-phone').fill(PHONE.number)
    await phone.getByTestId('person-create').click()
    await until('the prepared message', async () =>
      (await phone.getByTestId('composer').inputValue()).includes('START'),
    )
    await phone.getByTestId('send').click()
    await phone.getByTestId('message-button').filter({ hasText: 'JA' }).first().click()
    await phone.getByText('Danke, du bist angemeldet').first().waitFor()
    await say('WARUM')
    await phone.getByText('Du bist angemeldet für: Pflanzenpost, Angebote').first().waitFor()
    await say('EINSTELLUNGEN')
    await phone.getByText('Deine Einstellungen bei Blattwerk').last().waitFor()
    await phone.locator('a[href*="/p/"]').nth(1).waitFor()
    link = await newestLink()
    await stage.picture(phone, '20-why')
  })

  it('opens on a phone without scripts, asks nobody else, and may be looked at by anybody’s scanner', async () => {
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(`${stage.demo.app.url}/p/`) && !request.url().startsWith('data:'))
        elsewhere.push(request.url())
    })
    const before = await states()
    expect(before).toEqual(['confirmed', 'confirmed'])
    // What programs do that look at links in chats: fetch all there is to fetch, twice.
    for (let round = 0; round < 2; round++) {
      const html = await (await fetch(link)).text()
      const addresses = [...html.matchAll(/(?:href|action)="([^"]+)"/g)].map(
        ([, address = '']) => new URL(address, link),
      )
      for (const address of addresses.filter(({ origin }) => origin === new URL(link).origin))
        for (const method of ['GET', 'HEAD']) await fetch(address, { method })
    }
    expect(await states()).toEqual(before)
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'Deine Einstellungen bei Blattwerk' }).waitFor()
    expect(await window.cookies()).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it('is accessible and fits on every screen, in six languages, light and dark', async () => {
    const sheets = [
      ...(['de', 'en', 'fr', 'it', 'es', 'nl'] as const).map((language) => ({ language, path: '' })),
      ...['/data', '/erase', 'x'].map((path) => ({ language: 'de', path })),
    ]
    for (const colorScheme of ['light', 'dark'] as const) {
      const look = await stage.window({ viewport: SMALL.viewport, colorScheme })
      const sheet = await look.newPage()
      for (const { language, path } of sheets) {
        await sheet.goto(`${link}${path}?lang=${language}`)
        if (path === '') await sheet.locator('summary').click()
        const wide = await sheet.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        expect([language, path, wide]).toEqual([language, path, false])
        if (path === '' && language !== 'de' && colorScheme === 'dark') continue
        const { violations } = await new AxeBuilder({ page: sheet }).analyze()
        expect([language, path, violations.map(({ id }) => id)]).toEqual([language, path, []])
      }
      await look.close()
    }
  })

  it('C-25, C-30: one tap ends a topic and one ends all, each with one receipt in the chat', async () => {
    await page.goto(link)
    await page.getByRole('button', { name: 'Abbestellen (Angebote)' }).click()
    await page.getByText('Erledigt: „Angebote“ ist abbestellt.').waitFor()
    await stage.picture(page, '21-done')
    expect((await states()).sort()).toEqual(['confirmed', 'withdrawn'])
    await phone.getByText('Abgemeldet: Angebote').first().waitFor()
    await page.getByRole('button', { name: 'Pause: 30 Tage' }).click()
    await page.getByText('Erledigt: Du hast Pause bis zum').waitFor()
    await page.getByRole('button', { name: 'Pause beenden' }).click()
    await page.getByText('Erledigt: Die Pause ist zu Ende.').waitFor()
    await page.getByRole('button', { name: 'Alle Werbung beenden' }).click()
    await page.getByText('Erledigt: Du bekommst keine Werbung mehr.').waitFor()
    expect(await states()).toEqual(['withdrawn', 'withdrawn'])
    await phone.getByText('Du bist abgemeldet und bekommst keine Werbung mehr').first().waitFor()
  })

  it('C-33: the way back in is the question in the chat, nothing less', async () => {
    const yes = phone.getByTestId('message-button').filter({ hasText: 'JA' })
    const before = await yes.count()
    await page.getByRole('button', { name: 'Im Chat fragen lassen (Pflanzenpost)' }).click()
    await page.getByText('Die Frage zu „Pflanzenpost“ ist in deinem Chat.').waitFor()
    expect(await states()).not.toContain('confirmed')
    await until('the new question', async () => (await yes.count()) > before)
    await yes.last().click()
    await until('the second yes', async () => (await states()).includes('confirmed'))
    await page.goto(link)
    await page.getByRole('button', { name: 'Abbestellen (Pflanzenpost)' }).waitFor()
  })

  it('C-37: with the code from the chat the data is there, and gone when the person wants it', async () => {
    const codeFor = async (room: string) => {
      const codes = phone.locator('strong').filter({ hasText: /^\d{3} \d{3}$/ })
      const before = await codes.count()
      await page.getByRole('link', { name: room }).click()
      await page.getByRole('button', { name: 'Code in den Chat schicken' }).click()
      await until('the code', async () => (await codes.count()) > before)
      await page.getByLabel('Code aus dem Chat').fill((await codes.last().textContent()) ?? '')
    }
    await codeFor('Daten herunterladen')
    await page.getByRole('button', { name: 'Weiter' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Als JSON zum Mitnehmen' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('blattwerk.json')
    await page.getByRole('link', { name: 'Zurück zu den Einstellungen' }).click()
    await codeFor('Was gelöscht wird')
    await stage.picture(page, '22-code')
    await page.getByRole('button', { name: 'Endgültig löschen' }).click()
    await page.getByRole('heading', { name: 'Deine Daten sind gelöscht' }).waitFor()
    await page.goto(link)
    await page.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor()
  })
})
