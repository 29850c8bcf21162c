import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CHAT_LANGUAGES, type ChatLanguage } from '../consent/index.ts'
import type { Runtime } from '../platform/index.ts'
import { openLink, type Visit } from './link.ts'
import type { Frame } from './page.ts'
import { notePage } from './page-rooms.ts'
import { isSame } from './secret.ts'
import { readSettings, type Settings } from './settings.ts'

/** The language that a visitor chose, by a link or a form; whatever else stands there counts for nothing. */
export const Language = z.enum(CHAT_LANGUAGES).optional().catch(undefined)

/** What a request to somebody's page brings along. */
export interface Opened {
  visit: Visit
  settings: Settings
  frame: Frame
}

/**
 * Everything that the person's pages need; null when the token opens nothing.
 * @param repeated the token as a form repeats it
 */
export async function openPage(
  runtime: Runtime,
  token: string,
  lang: ChatLanguage | undefined,
  repeated = token,
): Promise<Opened | null> {
  const visit = isSame(token, repeated) ? await openLink(runtime, token) : null
  if (!visit) return null
  const settings = await readSettings(visit, lang)
  const { language, business, expiresAt } = settings
  const path = new URL(runtime.config.publicUrl).pathname.replace(/\/$/, '')
  return { visit, settings, frame: { language, business, expiresAt, token, base: `${path}/p/${token}` } }
}

export function send(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply.status(status).type('text/html; charset=utf-8').send(html)
}

/** The one answer for links that never were, are too old, or were replaced. */
export function gone(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const switchAt = request.method === 'POST' ? undefined : ''
  return send(reply, notePage(visitorLanguage(request), 'gone', switchAt), 404)
}

/** Of somebody whom we do not know: what they chose, else the first of the browser's languages that we speak. */
export function visitorLanguage(request: FastifyRequest): ChatLanguage {
  const { lang: chosen } = z.object({ lang: Language }).parse(request.query ?? {})
  const tags = (request.headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2))
  const known = tags.flatMap((tag) => CHAT_LANGUAGES.find((each) => each === tag.toLowerCase()) ?? [])
  return chosen ?? known[0] ?? 'en'
}
