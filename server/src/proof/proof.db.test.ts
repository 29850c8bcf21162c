import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXIT_CODES, readArchive, verifyPackFile, writeArchive } from '@jawort/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CHAT_LANGUAGES, withdraw } from '../consent/index.ts'
import { ledgerHead, sealPending } from '../ledger/index.ts'
import { createServer, equip } from '../platform/http/index.ts'
import { type Context, createContext, newId, type Role, withTransaction } from '../platform/index.ts'
import { erasePerson } from '../privacy/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { optIn, wamidFor, wireChats } from '../testing/opt-in.ts'
import { readPdf } from '../testing/pdf-text.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { verifyPackCommand } from './command.ts'
import { mountVerifier, proofPack, proofRoutes } from './index.ts'
import { PROOF_WORDS } from './words.ts'

const ANNA = {
  phone: '+4915127182818',
  name: 'Annegret Quittenbaum',
  text: 'Ja, ich möchte die Pflanzenpost 🌿',
}

const SCHEMA = z.fromJSONSchema(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../docs/privacy/consent-record.schema.json'), 'utf8'),
  ),
)
/** What the published schema says against a record. */
const faultsOf = (record: unknown) => SCHEMA.safeParse(record).error?.issues ?? []
const recordIn = (zip: Buffer) => JSON.parse(new TextDecoder().decode(readArchive(zip).get('consent.json')))

describe('proof packs', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let anna: string
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jawort-proof-'))
    runtime = await createTestRuntime()
    wireChats(runtime)
    business = await createTestBusiness(runtime)
    anna = await optIn(business, ANNA)
    await sealPending(runtime)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await runtime.close()
  })

  const as = (role: Role): Context =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })
  const consent = () => ({ topicId: business.topics.newsletter, channelId: business.channelId })
  const packOf = async (ctx = as('dpo'), id = anna) => (await proofPack(ctx, id)).zip
  const save = (bytes: Uint8Array) => {
    const path = join(folder, `${newId()}.zip`)
    writeFileSync(path, bytes)
    return path
  }

  it('C-15: prints both halves word for word, with times in both clocks, page, message ids and the result of the check', async () => {
    const { zip, fileName } = await proofPack(as('dpo'), anna, consent())
    expect(fileName).toMatch(/^jawort-proof-blattwerk-\d+-[0-9a-f]{8}-\d{4}-\d\d-\d\d\.zip$/)
    const files = readArchive(zip)
    const { text, roles, info } = await readPdf(files.get('proof.pdf') ?? new Uint8Array(0))
    const flat = text.replaceAll(' ', '')
    const { body, version } = await runtime.db
      .selectFrom('wording')
      .select(['body', 'version'])
      .where('topic_id', '=', business.topics.newsletter)
      .where('language', '=', 'de')
      .executeTakeFirstOrThrow()
    const { size, root } = await ledgerHead(as('dpo'))
    for (const words of [
      'Blattwerk Pflanzen GmbH',
      ANNA.name,
      ANNA.phone,
      'Ja, ich möchte die Pflanzenpost [U+1F33F]',
      'https://blattwerk.example/blumen',
      'Startseite',
      wamidFor(ANNA.phone, ANNA.text),
      wamidFor(ANNA.phone, 'JA'),
      wamidFor(ANNA.phone, 'question'),
      body,
      `Fassung ${version}`,
      runtime.clock.now().toISOString().replace('T', ' ').replace('Z', ' UTC'),
      '(Europe/Berlin)',
      'Alle 3 Einträge wurden beim Ausstellen geprüft',
      'Mit Ja bestätigt',
      `/verify#size=${size}&root=${root}`,
    ]) {
      expect(flat).toContain(words.replaceAll(/\s/g, ''))
    }
    expect(roles.join('')).toContain('"Figure"')
    expect(info).toMatchObject({ Language: 'de', Author: 'Blattwerk Pflanzen GmbH' })
  })

  it.each(CHAT_LANGUAGES)('C-15: is written in the language of the person: %s', async (language) => {
    await runtime.db.updateTable('contact').set({ language }).where('contact_id', '=', anna).execute()
    const pdf = readArchive(await packOf()).get('proof.pdf')
    await runtime.db.updateTable('contact').set({ language: 'de' }).where('contact_id', '=', anna).execute()
    const { text, info } = await readPdf(pdf ?? new Uint8Array(0))
    const words = PROOF_WORDS[language]
    for (const each of [
      words.title,
      words.second,
      words.events.confirmed ?? '',
      words.provesNotList[1] ?? '',
    ]) {
      expect(text).toContain(each)
    }
    expect(info).toMatchObject({ Language: language })
  })

  it('C-14: carries for each act the words, the time, the page, the message id and the wording by its hash', async () => {
    const { events, verdict } = await verifyPackFile(await packOf())
    expect(verdict).toBe('valid')
    expect(events.map(({ leaf }) => leaf.type)).toEqual(['requested', 'asked', 'confirmed'])
    expect(events[0]?.payload).toMatchObject({
      text: ANNA.text,
      pageUrl: 'https://blattwerk.example/blumen',
      wamid: wamidFor(ANNA.phone, ANNA.text),
      language: 'de',
    })
    expect(events[2]?.payload).toMatchObject({ answer: 'JA', wamid: wamidFor(ANNA.phone, 'JA') })
    expect(events.every(({ wording }) => wording?.includes('Blattwerk'))).toBe(true)
  })

  it('C-42: gives the consents to programs in the shape of ISO/IEC TS 27560 with terms of W3C DPV', async () => {
    const record = recordIn(await packOf())
    expect(faultsOf(record)).toEqual([])
    const { 'dpv:hasRight': _, ...incomplete } = record['jawort:records'][0]
    expect(faultsOf({ ...record, 'jawort:records': [incomplete] })).not.toEqual([])
    expect(faultsOf({ ...record, 'jawort:more': 1 })).not.toEqual([])
    expect(record['@context'].dpv).toBe('https://w3id.org/dpv#')
    expect(record['jawort:records']).toHaveLength(1)
    expect(record['jawort:records'][0]).toMatchObject({
      '@type': 'dpv:ConsentRecord',
      'dct:conformsTo': 'dpv-27560:record-eu-gdpr',
      'dpv:hasDataController': { 'dpv:hasName': 'Blattwerk Pflanzen GmbH' },
      'dpv:hasDataSubject': { 'pd:TelephoneNumber': ANNA.phone },
      'dpv:hasJurisdiction': 'DE',
      'dpv:hasLegalBasis': 'eu-gdpr:A6-1-a',
      'dpv:hasProcess': { 'dpv:hasPurpose': { 'dct:title': 'Pflanzenpost' } },
      'dpv:hasConsentStatus': [
        { '@type': 'dpv:ConsentRequested', 'jawort:evidence': 'events/0001' },
        { '@type': 'dpv:ConsentRequested' },
        { '@type': 'dpv:ConsentGiven', 'dpv:isIndicatedBy': 'dpv:DataSubject' },
      ],
    })
  })

  it('C-16: is refused after any byte was flipped: all of the small files, and of the large ones at many places', async () => {
    const files = readArchive(await packOf())
    let seed = 20_261_122
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return seed % below
    }
    for (const [path, content] of files) {
      const small = content.length <= 200
      const places = small ? [...content.keys()] : Array.from({ length: 20 }, () => random(content.length))
      for (const at of places) {
        const changed = content.map((byte, i) => (i === at ? byte ^ (1 << random(8)) : byte))
        const { verdict } = await verifyPackFile(writeArchive(new Map(files).set(path, changed)))
        expect(EXIT_CODES[verdict], `${path}, byte ${at}`).toBeGreaterThanOrEqual(30)
      }
    }
  })

  it('C-16: the command tells by its exit code, with the key of the pack or one from elsewhere', async () => {
    const zip = await packOf()
    const good = await verifyPackCommand(save(zip))
    expect(good.exitCode).toBe(0)
    expect(good.lines.at(-1)).toBe('Genuine and unchanged (0)')
    const { publicKey } = await ledgerHead(as('dpo'))
    expect((await verifyPackCommand(save(zip), publicKey)).exitCode).toBe(0)
    const other = await createTestBusiness(runtime)
    const foreign = await ledgerHead({ ...other.ctx })
    expect((await verifyPackCommand(save(zip), foreign.publicKey)).exitCode).toBe(40)
    zip[zip.length >> 1] = (zip[zip.length >> 1] ?? 0) ^ 1
    expect((await verifyPackCommand(save(zip))).exitCode).toBe(30)
    expect((await verifyPackCommand(join(folder, 'none.zip'))).exitCode).toBe(2)
    expect((await verifyPackCommand(save(zip), 'no key')).exitCode).toBe(2)
  })

  it('C-50: only who may see proofs gets one, and every download is in the audit log', async () => {
    for (const role of ['marketer', 'agent'] as const) {
      await expect(proofPack(as(role), anna)).rejects.toMatchObject({ code: 'role_missing' })
    }
    await packOf()
    const entry = await runtime.db
      .selectFrom('audit_entry')
      .select(['entity_id', 'after'])
      .where('action', '=', 'contact.proof')
      .orderBy('audit_id', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ entity_id: anna, after: { topicId: null, entries: 3 } })
  })

  it('C-49: tells nothing of people and consents that are not there, or of another business', async () => {
    await expect(proofPack(as('dpo'), newId())).rejects.toMatchObject({ code: 'not_found' })
    const none = { topicId: business.topics.offers, channelId: business.channelId }
    await expect(proofPack(as('dpo'), anna, none)).rejects.toMatchObject({ code: 'not_found' })
    const other = await createTestBusiness(runtime)
    const foreign = createContext(runtime, other.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'dpo',
    })
    await expect(proofPack(foreign, anna)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('C-15: is one request away, as the page is that checks it', async () => {
    const app = createServer(runtime)
    await equip(app, runtime)
    app.addHook('onRequest', async (request) => {
      request.ctx = as('dpo')
    })
    proofRoutes(app, runtime)
    mountVerifier(app)
    const { topicId, channelId } = consent()
    for (const url of [
      `/contacts/${anna}/proof`,
      `/contacts/${anna}/consents/${topicId}/${channelId}/proof`,
    ]) {
      const answer = await app.inject(url)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="jawort-proof-.+\.zip"$/)
      expect(answer.headers['cache-control']).toBe('no-store')
      expect((await verifyPackFile(answer.rawPayload)).verdict).toBe('valid')
    }
    const page = await app.inject('/verify')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'sha256-/)
    expect(page.rawPayload.equals(Buffer.from(readArchive(await packOf()).get('verifier.html') ?? []))).toBe(
      true,
    )
    await app.close()
  })

  it('C-16: proves a withdrawal as it proves a consent', async () => {
    const ben = await optIn(business, { phone: '+4915127182819', name: 'Ben', text: 'Ich auch' })
    await withTransaction(business.ctx, (tx) =>
      withdraw(tx, {
        contactId: ben,
        channelId: null,
        topicId: null,
        at: new Date(tx.clock.now().getTime() + 5_000),
        how: 'keyword',
        text: 'STOP',
      }),
    )
    await sealPending(runtime)
    const zip = await packOf(as('dpo'), ben)
    const { verdict, events } = await verifyPackFile(zip)
    expect(verdict).toBe('valid')
    expect(events.at(-1)?.payload).toMatchObject({ text: 'STOP' })
    expect(faultsOf(recordIn(zip))).toEqual([])
    const { text } = await readPdf(readArchive(zip).get('proof.pdf') ?? new Uint8Array(0))
    expect(text).toContain('widerrufen')
  })

  it('C-42: after erasure the pack still proves the entries, names nobody, and ends with code 10', async () => {
    await erasePerson(as('owner'), anna, { confirm: 'ERASE' })
    await sealPending(runtime)
    const zip = await packOf()
    const { exitCode, lines } = await verifyPackCommand(save(zip))
    expect(exitCode, lines.join('\n')).toBe(10)
    expect(lines.filter((line) => line.startsWith('gone '))).not.toHaveLength(0)
    const { text } = await readPdf(readArchive(zip).get('proof.pdf') ?? new Uint8Array(0))
    const whole = `${text} ${zip.toString('latin1')}`
    for (const trace of [ANNA.name, ANNA.phone.slice(1), 'Quittenbaum', wamidFor(ANNA.phone, 'JA')]) {
      expect(whole).not.toContain(trace)
    }
    expect(text).toContain('Die Daten dieser Person wurden gelöscht')
    expect(faultsOf(recordIn(zip))).toEqual([])
  })
})
