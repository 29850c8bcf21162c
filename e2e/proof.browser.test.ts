import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArchive, verifyPackFile } from '../ledger/src/index.ts'
import { DEMO_CHANNEL, DEMO_OWNER } from '../server/src/app/demo/seed.ts'
import { sealPending } from '../server/src/ledger/index.ts'
import { createContext } from '../server/src/platform/index.ts'
import { erasePerson } from '../server/src/privacy/index.ts'
import { proofPack } from '../server/src/proof/index.ts'
import { openStage, PICTURES, type Stage, until } from './stage.ts'

/** From the card of a seeded person to a judge's computer without internet. */
describe('a proof of consent', () => {
  let stage: Stage
  let folder: string
  let contactId: string
  let businessId: string
  let pack: Buffer
  let page: Page
  const requests: string[] = []

  beforeAll(async () => {
    stage = await openStage()
    folder = mkdtempSync(join(tmpdir(), 'jawort-pack-'))
    const { runtime } = stage.demo.app
    // Three people of the simulated WhatsApp write the keyword and tap JA.
    await stage.sim('PATCH', '/sim/dials', {
      optInYesRate: 1,
      deliverRate: 1,
      stopRate: 0,
      blockRate: 0,
      readMs: [50, 400],
      deliverMs: [20, 200],
    })
    await stage.sim('POST', '/sim/crowd', {
      count: 3,
      phoneNumberId: DEMO_CHANNEL.phoneNumberId,
      optIn: { text: 'START' },
    })
    const row = await until('a yes', () =>
      runtime.db
        .selectFrom('consent_event')
        .select(['business_id', 'contact_id'])
        .where('type', '=', 'confirmed')
        .orderBy('event_id')
        .executeTakeFirst(),
    )
    await sealPending(runtime)
    contactId = row.contact_id
    businessId = row.business_id
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await stage.close()
  })

  const check = async (bytes: Buffer) => {
    await page.reload()
    await page
      .locator('#file')
      .setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: bytes })
    return Number(await page.locator('#verdict').getAttribute('data-code'))
  }
  const command = (bytes: Buffer) => {
    const path = join(folder, 'pack.zip')
    writeFileSync(path, bytes)
    return spawnSync(process.execPath, ['server/src/main.ts', 'verify', path], { encoding: 'utf8' })
  }
  const flipped = (bytes: Buffer, at: number) => {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    return changed
  }

  it('C-15: is one press away on the card', async () => {
    const desk = await (await stage.window()).newPage()
    await desk.goto(await stage.demo.app.signInLink(DEMO_OWNER.email))
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await desk.goto(`${stage.demo.app.url}/b/blattwerk/contacts/${contactId}`)
    const button = desk.getByRole('button', { name: 'Nachweis herunterladen' }).first()
    await button.waitFor()
    await stage.picture(desk, '20-proof-button')
    const [download] = await Promise.all([desk.waitForEvent('download'), button.click()])
    expect(download.suggestedFilename()).toMatch(/^jawort-proof-blattwerk-.+\.zip$/)
    pack = readFileSync(await download.path())
    writeFileSync(join(PICTURES, 'proof.pdf'), readArchive(pack).get('proof.pdf') ?? '')
  })

  it('C-15, C-16: the page from the pack itself verifies it from a disk, with the network off', async () => {
    const verifier = join(folder, 'verifier.html')
    writeFileSync(verifier, readArchive(pack).get('verifier.html') ?? '')
    const window = await stage.window()
    await window.setOffline(true)
    page = await window.newPage()
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(pathToFileURL(verifier).href)
    expect(await check(pack)).toBe(0)
    await page.getByText('Echt und unverändert').waitFor()
    await page.getByText('Der Beleg gehört genau zu diesem Eintrag').first().waitFor()
    await stage.picture(page, '21-verified')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('Genuine and unchanged').waitFor()
  })

  it('C-15: says whether a pack is the one of the paper that its QR code stands on', async () => {
    const report = await verifyPackFile(pack)
    const [, root] = report.checks.find(({ step }) => step === 'checkpoint')?.detail.split(' · ') ?? []
    const address = page.url()
    for (const [paper, words] of [
      [root, 'Das Paket gehört zum gedruckten Nachweis'],
      ['00', 'Das Paket ist nicht das zum gedruckten Nachweis'],
    ]) {
      await page.goto(`${address}#size=1&root=${paper}`)
      await check(pack)
      await page.getByText(words ?? '').waitFor()
    }
    await page.goto(address)
  })

  it('takes a file that is dropped on it', async () => {
    await page.reload()
    const dropped = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(bytes)], 'pack.zip', { type: 'application/zip' }))
        return transfer
      },
      [...pack],
    )
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: dropped })
    expect(await page.locator('#verdict').getAttribute('data-code')).toBe('0')
  })

  it('C-16: page and command refuse it after any single byte was flipped', async () => {
    const places = Array.from({ length: 24 }, (_, i) => Math.floor((pack.length * (i + 0.37)) / 24))
    for (const at of [0, ...places, pack.length - 1]) {
      expect(await check(flipped(pack, at)), `byte ${at}`).toBeGreaterThanOrEqual(30)
    }
    await stage.picture(page, '22-refused')
    const good = command(pack)
    expect(good.status, good.stderr).toBe(0)
    const bad = command(flipped(pack, pack.length >> 1))
    expect(bad.status).toBe(30)
    expect(bad.stdout).toContain('WRONG')
  })

  it('C-16: a key from elsewhere counts more than the one in the pack', async () => {
    await check(pack)
    await page.locator('summary').click()
    const key = new TextDecoder().decode(readArchive(pack).get('log.key'))
    await page.locator('#key').fill(key)
    await page.locator('#key').press('Tab')
    await page.getByText('Geprüft mit dem eingetragenen Schlüssel').waitFor()
    await page.locator('#key').fill('jawort/other+00000000+AQ==')
    await page.locator('#key').press('Tab')
    await page.getByText('Das ist kein Schlüssel eines Nachweisbuchs.').waitFor()
  })

  it('C-42: after erasure both say that the evidence is gone and the entry is not', async () => {
    const { runtime } = stage.demo.app
    const ctx = createContext(runtime, businessId, { kind: 'system', job: 'test' })
    await erasePerson(ctx, contactId, { confirm: 'ERASE' })
    await sealPending(runtime)
    const { zip } = await proofPack(ctx, contactId)
    expect(await check(zip)).toBe(10)
    await stage.picture(page, '23-shredded')
    expect(command(zip).status).toBe(10)
  })

  it('asked nobody on the network for anything', () => {
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([])
  })
})
