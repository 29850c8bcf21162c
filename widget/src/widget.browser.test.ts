import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildId } from './build-id.ts'
import { CONFIGS, type FakeShop } from './testing/fake-shop.ts'
import { axeFindings, boxes, no, PHONE, type Stage, setStage, yes } from './testing/stage.ts'

const SOURCE = '/api/v1/public/sources/src_laden'

// Two cores may be shared with other suites.
vi.setConfig({ testTimeout: 30_000 })

let stage: Stage
let shop: FakeShop
let visitAndOpen: Stage['visitAndOpen']

beforeAll(async () => {
  stage = await setStage()
  ;({ shop, visitAndOpen } = stage)
}, 60_000)
afterEach(() => stage.clear())
afterAll(() => stage?.stop())

/** The name and role of what has the keyboard focus inside the bubble's shadow tree. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector('jawort-widget')?.shadowRoot?.activeElement
    return element?.getAttribute('aria-label') || element?.id || element?.textContent || ''
  })

describe('before the click', () => {
  it('C-18 requests nothing but the script, and neither reads nor stores anything on the device', async () => {
    const page = await stage.visit({}, async (fresh) => {
      await fresh.addInitScript(() => {
        const touched: string[] = []
        Object.assign(window, { touched })
        const spy = (owner: object, name: string) => {
          const original = Object.getOwnPropertyDescriptor(owner, name)
          Object.defineProperty(owner, name, {
            get() {
              touched.push(name)
              return original?.get ? original.get.call(this) : original?.value
            },
          })
        }
        for (const name of [
          'localStorage',
          'sessionStorage',
          'indexedDB',
          'caches',
          'screen',
          'devicePixelRatio',
        ]) {
          spy(window, name)
        }
        for (const name of ['matchMedia', 'fetch', 'XMLHttpRequest', 'innerWidth']) spy(window, name)
        for (const name of ['language', 'languages', 'userAgent', 'sendBeacon', 'storage']) {
          spy(Navigator.prototype, name)
        }
        spy(Document.prototype, 'cookie')
      })
    })
    await page.waitForLoadState('networkidle')
    expect(shop.seen).toEqual(['GET /', 'GET /widget.js'])
    expect(await page.evaluate('touched')).toEqual([])
    await page.locator('.bubble').click()
    await page.locator('form').waitFor()
    // The spies work: after the click the bubble does ask the network.
    expect(await page.evaluate('touched')).toContain('fetch')
  })

  it('shows one named button and takes the name from the page', async () => {
    const page = await stage.visit()
    const bubble = page.getByRole('button', { name: 'Per WhatsApp anmelden' })
    expect(await bubble.getAttribute('aria-expanded')).toBe('false')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('appears once when the snippet is there twice', async () => {
    shop.dial.before = `<script src="${shop.apiUrl}/widget.js" data-source="src_laden"></script>`
    const page = await stage.visit()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('jawort-widget').count()).toBe(1)
  })
})

describe('the question', () => {
  it('C-18 still stores nothing and talks to its own origin only, after the whole way', async () => {
    const page = await visitAndOpen()
    const elsewhere: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(shop.apiUrl) && !url.startsWith('data:')) elsewhere.push(url)
    })
    await boxes(page).first().check()
    await yes(page).click()
    await page.locator('.code').waitFor()
    expect(elsewhere).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ])
    expect(kept).toEqual([0, 0, 0, 0])
  })

  it("C-18 leaves nothing in the browser's cache, though the server would allow it", async () => {
    const page = await visitAndOpen()
    await page.goto(shop.shopUrl)
    await page.locator('.bubble').click()
    await page.locator('form').waitFor()
    expect(shop.seen.filter((line) => line === `GET ${SOURCE}?lang=de`)).toHaveLength(2)
  })

  it('C-18 does not follow a redirect to somebody else', async () => {
    shop.dial.redirect = `${shop.shopUrl}/third-party`
    const page = await stage.visit()
    await page.locator('.bubble').click()
    await page.getByText('Gerade keine Verbindung').waitFor()
    expect(shop.seen).not.toContain('GET /third-party')
  })

  it('C-09 ticks nothing, even when there is one topic, and forgets ticks on closing', async () => {
    shop.dial.config = { ...CONFIGS.de, topics: CONFIGS.de.topics.slice(0, 1) }
    const page = await visitAndOpen()
    expect(await boxes(page).count()).toBe(1)
    expect(await boxes(page).first().isChecked()).toBe(false)
    await boxes(page).first().check()
    await no(page).click()
    await page.locator('.bubble').click()
    expect(await boxes(page).first().isChecked()).toBe(false)
  })

  it('C-10 gives no the same looks as yes, and one click closes', async () => {
    const page = await visitAndOpen()
    await page.mouse.move(0, 0)
    const looks = await page.locator('.buttons .button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { backgroundColor, color, fontSize, fontWeight, borderRadius, boxShadow } =
          getComputedStyle(button)
        const { width, height } = button.getBoundingClientRect()
        return { backgroundColor, color, fontSize, fontWeight, borderRadius, boxShadow, width, height }
      }),
    )
    expect(looks).toHaveLength(2)
    expect(looks[0]).toEqual(looks[1])
    await no(page).click()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(shop.wishes).toEqual([])
  })

  it('shows wording, privacy notice and imprint before the buttons (C-07, C-13, C-22)', async () => {
    const page = await visitAndOpen()
    const dialog = page.getByRole('dialog', { name: 'Neuigkeiten per WhatsApp' })
    await dialog.getByText(CONFIGS.de.texts.consent).waitFor()
    await dialog.getByText('Ab 16 Jahren.').waitFor()
    expect(await dialog.getByRole('link', { name: 'Datenschutz' }).getAttribute('href')).toBe(
      CONFIGS.de.business.privacyUrl,
    )
    expect(await dialog.getByRole('link', { name: 'Impressum' }).getAttribute('rel')).toContain('noopener')
  })

  it('asks for a topic at the boxes instead of sending', async () => {
    const page = await visitAndOpen()
    await yes(page).click()
    const warning = page.getByText(CONFIGS.de.texts.pickTopic)
    expect(await warning.getAttribute('aria-live')).toBe('polite')
    expect(
      await boxes(page)
        .first()
        .evaluate((box) => box.matches(':focus')),
    ).toBe(true)
    expect(shop.wishes).toEqual([])
    await boxes(page).first().check()
    expect(await warning.count()).toBe(0)
  })

  it('can be walked with the keyboard, in order, and Esc leads back to the bubble', async () => {
    shop.dial.head = `<script>addEventListener('keydown', (event) => { document.title += event.key })</script>`
    const page = await stage.visit()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Per WhatsApp anmelden')
    await page.evaluate("document.title = ''")
    await page.keyboard.press('Enter')
    await page.locator('form').waitFor()
    expect(await focused(page)).toBe('title')
    const order: string[] = []
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('Tab')
      order.push(await focused(page))
    }
    expect(order).toEqual([
      'Schließen',
      '',
      '',
      'phone',
      'Datenschutz',
      'Impressum',
      'Ja, gerne',
      'Nein, danke',
    ])
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await focused(page)).toBe('Per WhatsApp anmelden')
    // None of these keys reached the shop's own shortcuts.
    expect(await page.title()).toBe('')
  })
})

describe('the way to WhatsApp', () => {
  it('C-14 sends topics, wording, page without query, and build; the desktop gets a QR code and the link', async () => {
    const page = await visitAndOpen()
    await page.evaluate(
      "history.replaceState(null, '', '/kaffee/espresso?utm_source=x&mail=a@b.example#top')",
    )
    await boxes(page).nth(1).check()
    await page.getByLabel('Handynummer (freiwillig)').fill(' 0151 23456789 ')
    await page.keyboard.press('Enter')
    const qr = page.getByRole('img', { name: CONFIGS.de.texts.scan })
    await qr.waitFor()
    await expect.poll(() => qr.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
    expect(shop.wishes).toEqual([
      {
        topicIds: ['top_offers'],
        language: 'de',
        wordingId: 'wor_de_3',
        phone: '0151 23456789',
        pageUrl: `${shop.shopUrl}/kaffee/espresso`,
        build: buildId(),
      },
    ])
    expect(await focused(page)).toBe('title')
    const link = page.getByRole('link', { name: 'WhatsApp öffnen' })
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/wa\.me\//)
    expect(await link.getAttribute('target')).toBe('_blank')
  })

  it('a phone gets a big button, no QR code, and learns that it is they who send', async () => {
    const page = await visitAndOpen(PHONE)
    await boxes(page).first().check()
    await yes(page).tap()
    const link = page.getByRole('link', { name: 'WhatsApp öffnen' })
    await link.waitFor()
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(56)
    expect(await page.getByRole('img').count()).toBe(0)
    await page.getByText('Erst wenn sie abgeschickt ist').waitFor()
    await page.getByText('7KD-4MX').waitFor()
    expect(shop.wishes[0]).not.toHaveProperty('phone')
  })

  it('says so when the code has run out, and starts over with nothing ticked', async () => {
    shop.dial.expiresInMs = 700
    const page = await visitAndOpen()
    await boxes(page).first().check()
    await yes(page).click()
    await page.getByText('Dieser Code ist abgelaufen.').waitFor()
    await page.getByRole('button', { name: 'Noch einmal' }).click()
    expect(await boxes(page).first().isChecked()).toBe(false)
  })

  it('never makes a link of anything but a web address', async () => {
    const business = { ...CONFIGS.de.business, privacyUrl: 'javascript:alert(1)' }
    shop.dial.config = { ...CONFIGS.de, business }
    const page = await visitAndOpen()
    expect(await page.getByRole('link').count()).toBe(1)
  })
})

describe('when it does not work', () => {
  it("shows the server's own sentence and keeps what was entered", async () => {
    const page = await visitAndOpen()
    await boxes(page).first().check()
    const detail = 'Diese Nummer sieht nicht vollständig aus.'
    shop.dial.problem = { status: 422, body: { title: 'Unprocessable', detail, code: 'phone_invalid' } }
    await yes(page).click()
    await page.getByRole('alert').filter({ hasText: detail }).waitFor()
    expect(await boxes(page).first().isChecked()).toBe(true)
    delete shop.dial.problem
    await yes(page).click()
    await page.locator('.code').waitFor()
  })

  it('names a lost connection in the language of the page, and tries again', async () => {
    shop.dial.down = true
    shop.dial.attributes += ' data-lang="fr"'
    const page = await stage.visit()
    await page.locator('.bubble').click()
    await page.getByText('Pas de connexion').waitFor()
    expect(await axeFindings(page)).toEqual([])
    shop.dial.down = false
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await page.locator('form').waitFor()
    expect(shop.seen.at(-1)).toBe(`GET ${SOURCE}?lang=fr`)
  })

  it('works under a strict security policy, and without data: pictures shows the link alone', async () => {
    shop.dial.policy =
      "default-src 'none'; script-src API; connect-src API; require-trusted-types-for 'script'"
    const page = await visitAndOpen()
    await boxes(page).first().check()
    await yes(page).click()
    await page.getByText('Erst wenn sie abgeschickt ist').waitFor()
    expect(await page.getByRole('img').count()).toBe(0)
    expect(await page.locator('.bubble').evaluate((bubble) => getComputedStyle(bubble).borderRadius)).toBe(
      '50%',
    )
  })
})

describe('the preview', () => {
  it('shows what the event says, live, and asks the network for nothing', async () => {
    shop.dial.attributes = 'data-preview'
    const page = await stage.visit()
    const tell = (config: object) =>
      page.evaluate((detail) => {
        document.body.dispatchEvent(new CustomEvent('jawort:preview', { detail }))
      }, config)
    await tell({ ...CONFIGS.de, color: '#ffd43b' })
    await boxes(page).first().check()
    await yes(page).click()
    await tell({ ...CONFIGS.en, texts: { ...CONFIGS.en.texts, title: 'Beans & more' } })
    await page.getByRole('dialog', { name: 'Beans & more' }).waitFor()
    expect(await boxes(page).first().isChecked()).toBe(false)
    expect(await page.locator('.bubble').evaluate((bubble) => getComputedStyle(bubble).backgroundColor)).toBe(
      'rgb(255, 212, 59)',
    )
    expect(await page.locator('jawort-widget').evaluate((host) => getComputedStyle(host).position)).toBe(
      'static',
    )
    expect(await axeFindings(page)).toEqual([])
    expect(shop.seen).toEqual(['GET /', 'GET /widget.js'])
  })
})

describe('the file', () => {
  it('weighs at most 8 kB gzipped, is plain ASCII, and names its build', () => {
    const code = readFileSync(stage.file)
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(8192)
    expect(code.every((byte) => byte < 128)).toBe(true)
    expect(code.toString()).toContain(buildId())
  })

  it('C-18 names no storage and no foreign address', () => {
    const code = readFileSync(stage.file, 'utf8')
    expect(code).not.toMatch(/localStorage|sessionStorage|indexedDB|cookie|sendBeacon|userAgent|canvas/)
    expect(code.match(/https?:\/\/[\w.]+/g)).toEqual(['http://www.w3.org'])
  })
})
