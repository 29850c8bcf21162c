import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import multipart from '@fastify/multipart'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HOUR } from '../clock.ts'
import { GraphFault, unknownObject } from '../errors.ts'
import { traceId } from '../ids.ts'
import type { Grant } from '../tokens.ts'
import type { World } from '../world.ts'
import { templateAnalytics } from './analytics.ts'
import { debugToken, getApp } from './apps.ts'
import * as blocking from './blocking.ts'
import type { Call } from './call.ts'
import { syncAppData } from './coexistence.ts'
import * as conversation from './conversation.ts'
import { beginUpload, continueUpload, deleteMedia, getMedia, uploadMedia } from './media.ts'
import { postMarketing, postMessage } from './messages.ts'
import * as numbers from './numbers.ts'
import * as onboarding from './onboarding.ts'
import * as templates from './templates.ts'
import * as wabas from './wabas.ts'

type Handler = (call: Call) => unknown

/** Everything the Graph API can do here: method, kind of object, edge. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'POST phone messages': (call) => postMessage(call),
  'POST phone media': uploadMedia,
  'GET phone': numbers.getNumber,
  'POST phone smb_app_data': syncAppData,
  'POST phone': onboarding.changeNumber,
  'POST phone request_code': onboarding.requestCode,
  'POST phone verify_code': onboarding.verifyCode,
  'POST phone register': onboarding.registerNumber,
  'POST phone deregister': onboarding.deregisterNumber,
  'POST phone settings': onboarding.changeSettings,
  'GET phone settings': onboarding.getSettings,
  'POST phone marketing_messages': postMarketing,
  'GET phone block_users': blocking.listBlocked,
  'POST phone block_users': blocking.blockUsers,
  'DELETE phone block_users': blocking.unblockUsers,
  'POST phone conversational_automation': conversation.setAutomation,
  'GET phone message_qrdls': conversation.listLinks,
  'GET phone message_qrdls *': conversation.listLinks,
  'POST phone message_qrdls': conversation.saveLink,
  'POST phone message_qrdls *': conversation.saveLink,
  'DELETE phone message_qrdls *': conversation.deleteLink,
  'GET phone username': conversation.getUsername,
  'POST phone username': conversation.setUsername,
  'DELETE phone username': conversation.deleteUsername,
  'GET phone username_suggestions': conversation.suggestUsernames,
  'DELETE phone contact_book': conversation.forgetContact,
  'GET phone whatsapp_business_profile': numbers.getProfile,
  'POST phone whatsapp_business_profile': numbers.changeProfile,
  'GET waba': wabas.getWaba,
  'POST waba': wabas.changeWaba,
  'GET waba template_analytics': templateAnalytics,
  'GET waba phone_numbers': numbers.listNumbers,
  'POST waba phone_numbers': onboarding.addNumber,
  'GET waba subscribed_apps': wabas.listSubscriptions,
  'POST waba subscribed_apps': wabas.subscribe,
  'DELETE waba subscribed_apps': wabas.unsubscribe,
  'GET waba message_templates': templates.listTemplates,
  'POST waba message_templates': templates.createTemplate,
  'DELETE waba message_templates': templates.deleteTemplates,
  'POST waba message_templates archive': templates.archiveTemplates,
  'POST waba message_templates unarchive': templates.unarchiveTemplates,
  'GET template': templates.getTemplate,
  'POST template': templates.editTemplate,
  'POST template unpause': templates.unpauseTemplate,
  'GET media': getMedia,
  'DELETE media': deleteMedia,
  'GET app': getApp,
  'POST app uploads': beginUpload,
  'POST upload': continueUpload,
}

const MAX_BODY = 110 * 1024 * 1024
const APP_USAGE = JSON.stringify({ call_count: 0, total_cputime: 0, total_time: 0 })

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, when it was text. */
    text: string | undefined
    arrived: number
  }
}

/** The Graph API under `/v{N}.{M}`: bearer token, dials, dispatch by kind of object, Meta's errors, the log. */
export async function graphRoutes(app: FastifyInstance, { world }: { world: World }): Promise<void> {
  await app.register(multipart, { limits: { fileSize: MAX_BODY } })
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson)
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, parseForm)
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY }, (_request, body, done) =>
    done(null, body),
  )
  app.addHook('preHandler', (request) => enter(world, request))
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('facebook-api-version', `v${params(request).version ?? '25.0'}`)
    const trace = traceId()
    reply.header('x-fb-trace-id', trace)
    reply.header('x-fb-request-id', trace)
    usage(world, reply, params(request).id)
    record(world, request, reply, payload)
    return payload
  })
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const fault = asFault(world, error)
    if (fault.extra.retryAfter !== undefined) reply.header('retry-after', String(fault.extra.retryAfter))
    return reply.code(fault.http).send(fault.envelope())
  })
  app.get('/debug_token', async (request) => debugToken(world, query(request).input_token))
  for (const url of ['/:id', '/:id/:edge', '/:id/:edge/:leaf']) {
    app.route({ method: ['GET', 'POST', 'DELETE'], url, handler: (request) => dispatch(world, request) })
  }
}

const params = (request: FastifyRequest): { version?: string; id?: string; edge?: string; leaf?: string } =>
  request.params as Record<string, string>
const query = (request: FastifyRequest): Record<string, string | undefined> =>
  request.query as Record<string, string>

async function dispatch(world: World, request: FastifyRequest): Promise<unknown> {
  const { version = '', id = '', edge } = params(request)
  const leaf = params(request).leaf || undefined
  const kind = kindOf(world, id)
  const words = [request.method, kind, edge].filter(Boolean).join(' ')
  const handler =
    kind && (leaf === undefined ? HANDLERS[words] : (HANDLERS[`${words} ${leaf}`] ?? HANDLERS[`${words} *`]))
  if (!handler) throw leaf === undefined ? unknownObject(id, request.method) : new GraphFault(2500)
  spend(world, id)
  if (edge !== 'messages') world.faults.refuse(edge ?? '', id)
  return handler({ world, id, query: query(request), body: request.body, request, version, leaf })
}

function kindOf(world: World, id: string): string | undefined {
  if (world.numbers.find(id)) return 'phone'
  if (world.numbers.wabas.has(id)) return 'waba'
  if (world.templates.find(id)) return 'template'
  if (world.media.find(id)) return 'media'
  if (id === world.setup?.appId) return 'app'
  return id.startsWith('upload:') ? 'upload' : undefined
}

async function enter(world: World, request: FastifyRequest): Promise<void> {
  if (!/^\d+\.\d+$/.test(params(request).version ?? '')) throw new GraphFault(2500)
  const latency = world.chance.between(world.dials.latencyMs, `latency:${request.id}`)
  if (latency > 0) await pause(latency)
  checkScope(authorise(world, request), world, request)
  if (world.chance.hit(world.dials.http429Rate, `429:${request.id}`)) {
    throw new GraphFault(4, 'The app made too many calls. Try again later.', { http: 429, retryAfter: 1 })
  }
}

/** @throws GraphFault 190 for a missing or wrong token */
export function authorise(world: World, request: FastifyRequest): Grant {
  const token =
    /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? query(request).access_token
  if (!token) {
    throw new GraphFault(190, undefined, { message: 'An access token is required to request this resource.' })
  }
  const grant = world.tokens.find(token)
  if (!world.setup || !grant) {
    const message = 'Error validating access token: The session is invalid because the token is not known.'
    throw new GraphFault(190, undefined, { subcode: 467, message })
  }
  if (grant.expiresAt > 0 && grant.expiresAt <= world.clock.now()) {
    const message = 'Error validating access token: Session has expired.'
    throw new GraphFault(190, undefined, { subcode: 463, message })
  }
  const proof = query(request).appsecret_proof
  if (proof !== undefined && proof !== secretProof(token, world.setup.appSecret)) {
    throw new GraphFault(100, 'Invalid appsecret_proof provided in the API argument')
  }
  return grant
}

const MESSAGING = new Set(['messages', 'marketing_messages', 'media', 'block_users'])

/** @throws GraphFault 10 or 200 when the token lacks the permission for this kind of call */
function checkScope({ scopes }: Grant, world: World, request: FastifyRequest): void {
  const { id = '', edge } = params(request)
  const kind = kindOf(world, id)
  if (edge !== undefined ? MESSAGING.has(edge) : kind === 'media') {
    if (!scopes.includes('whatsapp_business_messaging'))
      throw new GraphFault(200, 'The token lacks the permission whatsapp_business_messaging.')
  } else if (kind === 'waba' || kind === 'phone' || kind === 'template') {
    if (!scopes.includes('whatsapp_business_management'))
      throw new GraphFault(10, 'The token lacks the permission whatsapp_business_management.')
  }
}

/** HMAC-SHA-256 of the token under the app secret: shows that the caller knows both. */
function secretProof(token: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(token).digest('hex')
}

function asFault(world: World, error: FastifyError): GraphFault {
  if (error instanceof GraphFault) return error
  if (error.statusCode !== undefined && error.statusCode < 500) return new GraphFault(100, error.message)
  world.logger.warn({ error: error.message }, 'the simulator failed at a Graph request')
  return new GraphFault(1, undefined, { http: 500 })
}

function parseJson(
  request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, value?: unknown) => void,
): void {
  request.text = String(body)
  try {
    done(null, request.text === '' ? undefined : JSON.parse(request.text))
  } catch {
    done(new GraphFault(100, 'The body is not valid JSON.'))
  }
}

function parseForm(
  request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, value?: unknown) => void,
): void {
  request.text = String(body)
  done(null, Object.fromEntries(new URLSearchParams(request.text)))
}

function record(world: World, request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  world.log.add({
    kind: 'request',
    at: request.arrived,
    method: request.method,
    path: request.url.replace(/access_token=[^&]*/, 'access_token=…'),
    status: reply.statusCode,
    ms: Math.max(0, world.clock.now() - request.arrived),
    ...(request.text && { body: request.text }),
    ...(typeof payload === 'string' && { response: payload }),
  })
}

/** The account a management call is counted for. */
const accountOf = (world: World, id: string): string | undefined =>
  world.numbers.wabas.has(id) ? id : world.templates.find(id)?.wabaId

/** @throws GraphFault 80007 when the account has used up its management calls of this hour (§1.2) */
function spend(world: World, id: string): void {
  const waba = accountOf(world, id)
  if (waba && !world.budgets.calls.take(waba, world.dials.callsPerHour, world.clock.now()))
    throw new GraphFault(80007, 'There have been too many calls for this account. Wait and try again.')
}

/** Usage headers: percent of the hourly budget per account for management calls, and of the app for all (§1.2). */
function usage(world: World, reply: FastifyReply, id = ''): void {
  reply.header('x-app-usage', APP_USAGE)
  const waba = accountOf(world, id)
  if (!waba) return
  const now = world.clock.now()
  const used = world.budgets.calls.used(waba, now) / world.dials.callsPerHour
  const row = {
    type: 'whatsapp_business_management',
    call_count: Math.min(100, Math.floor(used * 100)),
    total_cputime: 1,
    total_time: 1,
    estimated_time_to_regain_access: used >= 1 ? Math.ceil((HOUR - (now % HOUR)) / 60_000) : 0,
  }
  reply.header('x-business-use-case-usage', JSON.stringify({ [waba]: [row] }))
}
