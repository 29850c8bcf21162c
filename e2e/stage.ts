import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type RunningDemo, startDemo } from '../server/src/app/demo/start.ts'
import { loadConfig } from '../server/src/platform/config.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** Nothing a person does on these pages may take longer, also on a busy machine. */
const PATIENCE_MS = 30_000

export const PICTURES = join(import.meta.dirname, 'pictures')

export interface Stage {
  demo: RunningDemo
  /** Folder of the embedded database and the master key. */
  folder: string
  browser: Browser
  /** A window of its own, without anybody signed in. */
  window(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>
  /** Saves what the page shows, for people to look at. */
  picture(page: Page, name: string): Promise<void>
  /** Calls the simulator's control API. */
  sim<T>(method: string, path: string, body?: unknown): Promise<T>
  close(): Promise<void>
}

/** The demo as `npm start` runs it, on free ports and an empty folder, and a browser in front of it. */
export async function openStage(): Promise<Stage> {
  mkdirSync(PICTURES, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'jawort-story-'))
  const port = await twoFreePorts()
  const demo = await startDemo(
    loadConfig({
      PORT: String(port),
      JAWORT_DATA_DIR: folder,
      LOG_LEVEL: 'error',
    }),
  )
  const executablePath = BROWSERS.find((path) => existsSync(path))
  const browser = await chromium.launch({ args: FLAGS, ...(executablePath ? { executablePath } : {}) })
  return {
    demo,
    folder,
    browser,
    async window(options) {
      const window = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'de-DE',
        ...options,
      })
      window.setDefaultTimeout(PATIENCE_MS)
      return window
    },
    picture: async (page, name) => {
      await page.screenshot({ path: join(PICTURES, `${name}.png`) })
    },
    async sim(method, path, body) {
      const response = await fetch(demo.simulatorUrl + path, {
        method,
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return response.json()
    },
    async close() {
      await browser.close()
      await demo.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The demo takes a port and the one after it. */
async function twoFreePorts(): Promise<number> {
  for (;;) {
    const first = await listenOn(0)
    const second = await listenOn(first.port + 1).catch(() => undefined)
    await first.close()
    await second?.close()
    if (second) return first.port
  }
}

function listenOn(port: number): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return reject(new Error('no port'))
      resolve({ port: address.port, close: () => new Promise((done) => server.close(() => done())) })
    })
  })
}

/** Waits until `probe` gives a value, looking again every 250 ms. @throws Error after `timeoutMs` with what was waited for */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | null | false>,
  timeoutMs = 120_000,
): Promise<T> {
  const end = performance.now() + timeoutMs
  for (;;) {
    const value = await probe()
    if (value) return value
    if (performance.now() > end) throw new Error(`Waited ${timeoutMs / 1000} s for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
