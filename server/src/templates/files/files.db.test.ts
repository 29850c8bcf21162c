import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '../../platform/clock.ts'
import { CONTENT, startTemplateKit, type TemplateKit } from '../../testing/template-kit.ts'
import type { Content, LinkSuffix } from '../content.ts'
import { submitTemplate } from '../submit.ts'
import { syncTemplates } from '../sync.ts'
import { listTemplates } from '../template.ts'
import { updateTemplate } from '../update.ts'
import { addFile } from './add.ts'
import { mediaAtWhatsApp, runRenewFiles } from './at-whatsapp.ts'
import { listFiles, openFile } from './file.ts'
import { removeFile } from './remove.ts'

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(1_500_000, 7)])
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.from('....avc1....')])

describe('templates: uploaded files', () => {
  let kit: TemplateKit
  beforeAll(async () => {
    kit = await startTemplateKit()
  })
  afterAll(() => kit.close())

  const add = (name: string, bytes: Buffer) => addFile(kit.as(), async () => ({ name, bytes }))

  it('believes the bytes, not the name, and no more than Meta takes', async () => {
    expect(await add('a.pdf', JPEG)).toMatchObject({ kind: 'image', type: 'image/jpeg', size: 1_500_004 })
    expect(await add('b', MP4)).toMatchObject({ kind: 'video', type: 'video/mp4' })
    expect(await add('c', Buffer.from('%PDF-1.7'))).toMatchObject({ kind: 'document' })
    for (const bytes of [
      Buffer.from('GIF89a'),
      Buffer.from('<svg/>'),
      Buffer.from('....ftypisomhvc1'),
      Buffer.alloc(0),
    ])
      await expect(add('d.jpg', bytes)).rejects.toMatchObject({ code: 'file_unknown' })
    await expect(addFile(kit.as(), async () => null)).rejects.toMatchObject({ code: 'file_missing' })
    const large = Buffer.concat([JPEG, Buffer.alloc(4_000_000)])
    await expect(add('e.jpg', large)).rejects.toMatchObject({ code: 'file_unusable' })
    await expect(addFile(kit.as('agent'), async () => ({ name: 'f', bytes: JPEG }))).rejects.toMatchObject({
      status: 403,
    })
  })

  it('is reviewed, uploaded for sending, and renewed before WhatsApp forgets it', async () => {
    const { id } = await add('laden.jpg', JPEG)
    expect((await openFile(kit.as(), id)).bytes.equals(JPEG)).toBe(true)
    const { id: templateId } = await kit.draft('mit_bild', {
      content: { ...CONTENT, header: { format: 'image', mediaId: id } },
    })
    await submitTemplate(kit.as(), templateId)
    await kit.until(templateId, { state: 'approved' })
    const known = () => mediaAtWhatsApp(kit.as(), kit.channel, [id])
    const first = (await known()).get(id)
    expect(first).toBeTruthy()
    kit.runtime.clock.advance(10 * DAY)
    await runRenewFiles(kit.runtime)
    expect((await known()).get(id)).toBe(first)
    kit.runtime.clock.advance(11 * DAY)
    await runRenewFiles(kit.runtime)
    expect((await known()).get(id)).not.toBe(first)
    kit.runtime.clock.advance(30 * DAY)
    expect((await known()).size).toBe(0)
    expect((await listFiles(kit.as())).find((file) => file.id === id)?.usedBy).toBe(1)
    await expect(removeFile(kit.as(), id)).rejects.toMatchObject({ code: 'file_in_use' })
  })

  it('every kind of header, cards, codes and links passes the review and is read back as it was sent', async () => {
    const file = async (bytes: Buffer) => (await add('a', bytes)).id
    const [image, video, document] = [await file(JPEG), await file(MP4), await file(Buffer.from('%PDF-1.7'))]
    const link = (text: string, suffix: LinkSuffix) => ({
      kind: 'url' as const,
      text,
      url: 'https://blatt.example/?c=',
      suffix,
    })
    const card = (mediaId: string, body: string) => ({
      header: { format: 'image' as const, mediaId },
      body,
      buttons: [link('Ansehen', { from: 'campaign' }), ...CONTENT.buttons],
    })
    const samples = { ...CONTENT.samples, code: 'FARN20', plant: 'Farn', order: '4711' }
    const kinds: Record<string, Content> = {
      film: { ...CONTENT, header: { format: 'video', mediaId: video } },
      liste: { ...CONTENT, header: { format: 'document', mediaId: document, filename: 'Liste.pdf' } },
      codes: {
        ...CONTENT,
        buttons: [
          link('Shop', { from: 'source' }),
          link('Bestellung', { from: 'variable', name: 'order' }),
          { kind: 'copy_code', code: '{{code}}' },
          ...CONTENT.buttons,
        ],
        samples: { first_name: 'Mia', order: '4711', code: 'FARN20' },
      },
      karten: {
        body: 'Hallo {{first_name}}, das ist neu bei Blatt.',
        buttons: [],
        cards: [card(image, 'Neu ist: {{plant}} aus dem Wald.'), card(image, 'Und ein Topf dazu.')],
        samples: { first_name: 'Mia', plant: samples.plant },
      },
    }
    for (const [name, content] of Object.entries(kinds)) {
      const { id } = await kit.draft(name, { content })
      await submitTemplate(kit.as(), id)
      await kit.until(id, { state: 'approved' })
    }
    expect(await syncTemplates(kit.as(), { channelId: kit.channel })).toMatchObject({
      changed: 0,
      skipped: 0,
    })
    const listed = await listTemplates(kit.as())
    for (const [name, content] of Object.entries(kinds))
      expect(listed.find((template) => template.name === name)?.content).toEqual(content)
    // Forgotten here, they are adopted from WhatsApp instead of skipped.
    await kit.runtime.db.deleteFrom('template').where('name', 'in', Object.keys(kinds)).execute()
    expect(await syncTemplates(kit.as(), { channelId: kit.channel })).toMatchObject({ added: 4, skipped: 0 })
  })

  it('stays a draft when the file is of another format, and nobody else’s files are found', async () => {
    const { id } = await add('laden.jpg', JPEG)
    const header = { format: 'video' as const, mediaId: id }
    const { id: templateId } = await kit.draft('falsches_format', { content: { ...CONTENT, header } })
    await expect(submitTemplate(kit.as(), templateId)).rejects.toMatchObject({
      code: 'file_unusable',
      fields: { header: expect.anything() },
    })
    await updateTemplate(kit.as(), templateId, { content: CONTENT })
    await expect(openFile(kit.as('owner', kit.other), id)).rejects.toMatchObject({ status: 404 })
    await removeFile(kit.as(), id)
    await expect(openFile(kit.as(), id)).rejects.toMatchObject({ status: 404 })
  })
})
