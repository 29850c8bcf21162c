import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { FakeShop } from './testing/fake-shop.ts'
import { axeFindings, boxes, no, PHONE, type Stage, setStage, yes } from './testing/stage.ts'

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
