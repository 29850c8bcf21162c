import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { digitsOf } from '../ids.ts'
import { Refused } from '../people.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'

/** `POST /sim/links` understands a `wa.me` link; `GET /wa.me/:digits` opens the phones on one. */
export function linkRoutes(app: FastifyInstance, world: World): void {
  app.post('/sim/links', async (request) => {
    const { url } = read(z.object({ url: z.string().min(1).max(8192) }), request.body)
    const code = /\/message\/([A-Z0-9]+)\/?$/.exec(url)?.[1]
    if (code !== undefined) return shortLink(world, code)
    const { digits, text } = parseLink(url)
    const number = world.numbers.byDigits(digits)
    if (!number) throw new Refused(404, `No business here has the number +${digits}.`)
    return { to: `+${digits}`, phoneNumberId: number.id, text }
  })

  app.get<{ Params: { digits: string }; Querystring: { text?: string } }>(
    '/wa.me/:digits',
    async (request, reply) => {
      const { digits } = request.params
      const { text } = request.query
      const link = `https://wa.me/${digitsOf(digits)}${text === undefined ? '' : `?text=${encodeURIComponent(text)}`}`
      return reply.redirect(`/?link=${encodeURIComponent(link)}`)
    },
  )
}

/** What stands behind `wa.me/message/…`. @throws Refused 404 */
function shortLink(world: World, code: string): { to: string; phoneNumberId: string; text: string } {
  for (const number of world.numbers.all()) {
    const link = world.numbers.facts(number).links.get(code)
    if (link) {
      const to = `+${digitsOf(number.displayPhoneNumber)}`
      return { to, phoneNumberId: number.id, text: link.prefilled_message }
    }
  }
  throw new Refused(404, 'No business here has this link.')
}

/** @throws Refused 400 when it is not a link to a chat */
function parseLink(link: string): { digits: string; text: string } {
  const url = URL.parse(/^[a-z]+:\/\//i.test(link) ? link : `https://${link}`)
  const path = url?.hostname === 'wa.me' ? url.pathname : url?.pathname.replace(/^\/wa\.me/, '')
  const send = /(^|\.)whatsapp\.com$/.test(url?.hostname ?? '') ? url?.searchParams.get('phone') : undefined
  const digits = digitsOf(send ?? /^\/\+?(\d{5,20})\/?$/.exec(path ?? '')?.[1] ?? '')
  if (!url || !digits)
    throw new Refused(400, 'This is not a link to a chat; it looks like https://wa.me/4930123456?text=…')
  return { digits, text: url.searchParams.get('text') ?? '' }
}
