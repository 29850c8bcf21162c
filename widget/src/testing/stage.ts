import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { type FakeShop, startFakeShop } from './fake-shop.ts'

/** A built widget, a shop that uses it, and a browser to visit it with. */
export interface Stage {
  file: string
  shop: FakeShop
  visit(options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>): Promise<Page>
  visitAndOpen(options?: BrowserContextOptions): Promise<Page>
  /** Closes every page and turns the shop's dials back. */
  clear(): Promise<void>
  stop(): Promise<void>
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Builds the widget into a folder of its own and starts shop, API and Chromium (`CHROMIUM_PATH` or Debian's). */
export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'jawort-widget-'))
  const file = join(folder, 'widget.js')
  const configFile = join(import.meta.dirname, '..', '..', 'vite.config.ts')
  await build({ configFile, mode: 'production', logLevel: 'error', build: { outDir: folder } })
  const shop = await startFakeShop(file)
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
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

  return {
    file,
    shop,
    visit,
    async visitAndOpen(options) {
      const page = await visit(options)
      await page.locator('.bubble').click()
      await page.locator('form').waitFor()
      return page
    },
    async clear() {
      for (const context of browser.contexts()) await context.close()
      shop.reset()
    },
    async stop() {
      await browser.close()
      await shop.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const yes = (page: Page) => page.getByRole('button', { name: 'Ja, gerne' })
export const no = (page: Page) => page.getByRole('button', { name: 'Nein, danke' })
export const boxes = (page: Page) => page.getByRole('checkbox')

/** What axe finds in the bubble, shadow tree included, one line for each rule. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('jawort-widget').analyze()
  return violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`,
  )
}
