import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import * as doings from '../doings.ts'
import type { Media } from '../media.ts'
import type { Person } from '../people.ts'
import { sampleDocument, sampleImage, sampleSticker, sampleVideo, sampleVoice } from '../samples.ts'
import { played } from '../sending.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'
import { numberOf } from './people.ts'

type ById = { Params: { id: string } }

const phoneNumberId = z.string().min(1)
const media = z.object({
  phoneNumberId,
  type: z.enum(['image', 'video', 'document', 'audio', 'sticker']),
  caption: z.string().max(1024).optional(),
  /** False: a sound file instead of a voice message. */
  voice: z.boolean().default(true),
})
const location = z.object({
  phoneNumberId,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().optional(),
  address: z.string().optional(),
  replyTo: z.string().optional(),
})
const contacts = z.object({
  phoneNumberId,
  contacts: z.array(z.object({ name: z.string().min(1), phone: z.string().min(5) })).min(1),
})
const own = z.object({ phoneNumberId, replyTo: z.string().optional() })
const order = z.object({
  phoneNumberId,
  catalogId: z.string().default('194836987003835'),
  text: z.string().optional(),
  items: z
    .array(
      z.object({
        product_retailer_id: z.string().min(1),
        quantity: z.number().int().min(1),
        item_price: z.number().min(0),
        currency: z.string().length(3),
      }),
    )
    .min(1),
})
const unsupported = z.object({ phoneNumberId, kind: z.string().default('unknown') })

/** `/sim/people/:id/…`: what a person can send beside text, and do to messages that are there. */
export function doingRoutes(app: FastifyInstance, world: World): void {
  const who = (request: { params: { id: string } }): Person => world.people.get(request.params.id)

  app.post<ById>('/sim/people/:id/media', async (request) => {
    const { type: kind, caption, voice, phoneNumberId: id } = read(media, request.body)
    const wish = { kind, media: sample(world, kind), caption, voice }
    return doings.writeMedia(world, who(request), numberOf(world, id), wish)
  })

  app.post<ById>('/sim/people/:id/locations', async (request) => {
    const { phoneNumberId: id, replyTo, ...place } = read(location, request.body)
    return doings.shareLocation(world, who(request), numberOf(world, id), place, replyTo)
  })

  app.post<ById>('/sim/people/:id/contacts', async (request) => {
    const wish = read(contacts, request.body)
    return doings.shareContacts(world, who(request), numberOf(world, wish.phoneNumberId), wish.contacts)
  })

  app.post<ById>('/sim/people/:id/own-number', async (request) => {
    const wish = read(own, request.body)
    return doings.shareOwnNumber(world, who(request), numberOf(world, wish.phoneNumberId), wish.replyTo)
  })

  app.post<ById>('/sim/people/:id/orders', async (request) => {
    const { phoneNumberId: id, ...wish } = read(order, request.body)
    return doings.order(world, who(request), numberOf(world, id), wish)
  })

  app.post<ById>('/sim/people/:id/unsupported', async (request) => {
    const { phoneNumberId: id, kind } = read(unsupported, request.body)
    return doings.writeUnsupported(world, who(request), numberOf(world, id), kind)
  })

  app.post<ById>('/sim/people/:id/reactions', async (request) => {
    const wish = read(z.object({ messageId: z.string(), emoji: z.string().max(16).nullable() }), request.body)
    return doings.reactTo(world, who(request), wish.messageId, wish.emoji ?? undefined)
  })

  app.post<ById>('/sim/people/:id/edits', async (request) => {
    const wish = read(z.object({ messageId: z.string(), text: z.string().min(1).max(4096) }), request.body)
    return doings.edit(world, who(request), wish.messageId, wish.text)
  })

  app.post<ById>('/sim/people/:id/revocations', async (request) =>
    doings.revoke(world, who(request), read(z.object({ messageId: z.string() }), request.body).messageId),
  )

  app.post<ById>('/sim/people/:id/plays', async (request) => {
    const { messageId } = read(z.object({ messageId: z.string() }), request.body)
    return played(world, who(request), messageId)
  })
}

function sample(world: World, kind: doings.MediaKind): Media {
  switch (kind) {
    case 'image':
      return world.media.add(sampleImage(), 'image/png')
    case 'video':
      return world.media.add(sampleVideo(), 'video/mp4')
    case 'document':
      return world.media.add(sampleDocument(), 'application/pdf', 'document.pdf')
    case 'audio':
      return world.media.add(sampleVoice(), 'audio/amr')
    case 'sticker':
      return world.media.add(sampleSticker(), 'image/webp')
  }
}
