import { readArchive } from '@jawort/ledger'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameRetention } from '../privacy/index.ts'
import { describeRetention } from '../retention/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { addToBreach, openBreach } from './breach.ts'
import { breachPdf } from './breach-pdf.ts'
import { saveDuties } from './duties.ts'
import { agreementPack } from './pack.ts'
import { recordPdf } from './print.ts'
import { approveRecord, liveRecord } from './versions.ts'

/** The words of a PDF, without regard to its lines. */
async function textOf(pdf: Uint8Array): Promise<string> {
  expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return pages.join(' ').replace(/\s+/g, ' ')
}

describe('documents of the keeper', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.hooks.on(nameRetention, describeRetention)
    business = await createTestBusiness(runtime)
    await saveDuties(business.ctx, {
      address: 'Gärtnerweg 12, Berlin',
      operator: { name: 'Agentur AG', address: 'Wien, Ring 1', contact: 'hi@agentur.example' },
      hoster: { name: 'Host GmbH', country: 'DE', contract: { reference: 'AVV 7', signedOn: '2026-09-01' } },
    })
  })
  afterAll(() => runtime.close())

  it('C-51: the record is a readable PDF with its version, its digest and its approval', async () => {
    const draft = await textOf(await recordPdf(business.ctx, 'processing', undefined, 'de'))
    expect(draft).toContain('Entwurf')
    const { hash } = await liveRecord(business.ctx, 'processing')
    await approveRecord(business.ctx, 'processing', hash)
    const text = await textOf(await recordPdf(business.ctx, 'processing', 1, 'de'))
    expect(text.replaceAll(' ', '')).toContain(hash)
    for (const said of [
      'Verzeichnis von Verarbeitungstätigkeiten',
      'Pflanzenpost',
      'WhatsApp Ireland',
      'Gärtnerweg 12',
      '2026-11-18 11:00 UTC',
    ])
      expect(text).toContain(said)
    const english = await textOf(await recordPdf(business.ctx, 'processing', 1, 'en'))
    expect(english).toContain('Record of processing activities')
    await expect(recordPdf(business.ctx, 'processing', 9, 'en')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('C-53: the pack holds the agreement filled with facts, the processors with their changes, the measures and the record', async () => {
    await approveRecord(business.ctx, 'processors', (await liveRecord(business.ctx, 'processors')).hash)
    await saveDuties(business.ctx, {
      processors: [{ name: 'Druckerei', service: 'QR-Plakate', country: 'DE' }],
    })
    for (const [language, said] of [
      [
        'de',
        [
          'Agentur AG',
          'Blattwerk Pflanzen GmbH',
          'Weisungen',
          'Art. 28 Abs. 3 lit. h',
          'Druckerei',
          'neu',
          'AES-256-GCM',
          'Pflanzenpost',
        ],
      ],
      ['en', ['Agentur AG', 'Instructions', 'Art. 28 (3) (a)', 'Druckerei', 'new', 'Plant post']],
    ] as const) {
      const { fileName, zip } = await agreementPack(business.ctx, language)
      expect(fileName).toMatch(new RegExp(`-art28-${language}\\.zip$`))
      const files = Object.fromEntries(readArchive(zip))
      expect(Object.keys(files)).toHaveLength(5)
      const texts: string[] = []
      for (const pdf of Object.values(files)) texts.push(await textOf(pdf))
      for (const word of said) expect(texts.join(' ')).toContain(word)
    }
  })

  it('C-55: a breach prints its form, what is still open, and its timeline', async () => {
    const { id } = await openBreach(business.ctx, {
      knownAt: '2026-11-18T09:30:00Z',
      what: 'Ein Notebook wurde gestohlen.',
    })
    await addToBreach(business.ctx, id, { kind: 'form', form: { nature: 'Diebstahl eines Notebooks' } })
    const text = await textOf(await breachPdf(business.ctx, id, 'de'))
    for (const said of [
      'Art. 33 DSGVO',
      '2026-11-21 09:30 UTC',
      'Diebstahl eines Notebooks',
      'wird nachgereicht',
      'Ein Notebook wurde gestohlen.',
    ])
      expect(text).toContain(said)
  })
})
