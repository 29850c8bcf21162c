import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildId } from './build-id.ts'
import { CONFIGS, type FakeShop, startFakeShop } from './fake-shop.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const SOURCE = '/api/v1/public/sources/src_laden'

let folder: string
let file: string
let browser: Browser
let shop: FakeShop

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jawort-widget-'))
  file = join(folder, 'widget.js')
  const configFile = join(import.meta.dirname, '..', 'vite.config.ts')
  await build({ configFile, mode: 'production', logLevel: 'error', build: { outDir: folder } })
  shop = await startFakeShop(file)
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}, 60_000)

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  shop.reset()
})

afterAll(async () => {
  await browser?.close()
  await shop?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function visit(
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<void>,
): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  await prepare?.(page)
  await page.goto(shop.shopUrl)
  await page.locator('.bubble').waitFor()
  return page
}

async function visitAndOpen(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await visit(options)
  await page.locator('.bubble').click()
  await page.locator('form').waitFor()
  return page
}

const yes = (page: Page) => page.getByRole('button', { name: 'Ja, gerne' })
const no = (page: Page) => page.getByRole('button', { name: 'Nein, danke' })
const boxes = (page: Page) => page.getByRole('checkbox')

/** The name and role of what has the keyboard focus inside the bubble's shadow tree. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector('jawort-widget')?.shadowRoot?.activeElement
    return element?.getAttribute('aria-label') || element?.id || element?.textContent || ''
  })

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('jawort-widget').analyze()
  return violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`,
  )
}

describe('before the click', () => {
  it('C-18 requests nothing but the script, and neither reads nor stores anything on the device', async () => {
    const page = await visit({}, async (fresh) => {
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
    const page = await visit()
    const bubble = page.getByRole('button', { name: 'Per WhatsApp anmelden' })
    expect(await bubble.getAttribute('aria-expanded')).toBe('false')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('appears once when the snippet is there twice', async () => {
    shop.dial.before = `<script src="${shop.apiUrl}/widget.js" data-source="src_laden"></script>`
    const page = await visit()
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
    const page = await visit()
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
    const page = await visit()
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

describe('how it looks', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [device, options] of [
      ['desktop', {}],
      ['phone', PHONE],
    ] as const) {
      it(`axe finds nothing, ${colorScheme}, ${device}`, async () => {
        shop.dial.attributes += ' data-color="#ffd43b"'
        const page = await visitAndOpen({ ...options, colorScheme })
        expect(await axeFindings(page)).toEqual([])
        await yes(page).click()
        await boxes(page).first().check()
        expect(await axeFindings(page)).toEqual([])
        await yes(page).click()
        await page.locator('.code').waitFor()
        expect(await axeFindings(page)).toEqual([])
      })
    }
  }

  it('fits 320 pixels, as a sheet from below, with every control reachable', async () => {
    const page = await visitAndOpen({ ...PHONE, viewport: { width: 320, height: 480 } })
    const box = await page.getByRole('dialog').boundingBox()
    expect(box?.x).toBe(0)
    expect(box?.width).toBe(320)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(480)
    expect(await page.locator('.body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await no(page).tap()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it("does not take over the page's style, nor the page's direction for its own text", async () => {
    shop.dial.head =
      '<style>*{direction:rtl;text-transform:uppercase!important;font-size:9px!important;color:red!important}' +
      'jawort-widget{position:static!important;opacity:.1!important}</style>'
    shop.dial.attributes += ' data-position="left"'
    const page = await visitAndOpen()
    const style = await page.getByRole('dialog').evaluate((panel) => {
      const { direction, textTransform, color } = getComputedStyle(panel)
      return { direction, textTransform, color }
    })
    expect(style).toEqual({ direction: 'ltr', textTransform: 'none', color: 'rgb(27, 35, 32)' })
    await page.mouse.move(0, 0)
    expect((await page.locator('.bubble').boundingBox())?.x).toBe(20)
    const hostOpacity = await page.locator('jawort-widget').evaluate((host) => getComputedStyle(host).opacity)
    expect(hostOpacity).toBe('1')
  })

  it('does not move when the person asked for less motion', async () => {
    const still = await visitAndOpen()
    const animation = (page: Page) =>
      page.locator('.panel').evaluate((panel) => getComputedStyle(panel).animationName)
    expect(await animation(still)).toBe('none')
    expect(await animation(await visitAndOpen({ reducedMotion: 'no-preference' }))).toBe('rise')
  })
})

describe('the preview', () => {
  it('shows what the event says, live, and asks the network for nothing', async () => {
    shop.dial.attributes = 'data-preview'
    const page = await visit()
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
    const code = readFileSync(file)
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(8192)
    expect(code.every((byte) => byte < 128)).toBe(true)
    expect(code.toString()).toContain(buildId())
  })

  it('C-18 names no storage and no foreign address', () => {
    const code = readFileSync(file, 'utf8')
    expect(code).not.toMatch(/localStorage|sessionStorage|indexedDB|cookie|sendBeacon|userAgent|canvas/)
    expect(code.match(/https?:\/\/[\w.]+/g)).toEqual(['http://www.w3.org'])
  })
})
