import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { handshake } from '../handshake.ts'
import { LEVELS, LIMITS, QUALITIES } from '../numbers.ts'
import { checkContent, checkName } from '../templates/check.ts'
import { createSchema } from '../templates/schema.ts'
import { TEMPLATE_STATUSES } from '../templates/store.ts'
import type { Setup, World } from '../world.ts'
import { read } from './input.ts'
import { madeUpToken } from './tokens.ts'

const digits = z.string().regex(/^\d{5,20}$/, 'must be 5 to 20 digits')

const numberSchema = z.object({
  id: digits,
  displayPhoneNumber: z.string().min(5),
  verifiedName: z.string().min(1),
  quality: z.enum(QUALITIES).optional(),
  limit: z.enum(LIMITS).optional(),
  throughput: z.enum(LEVELS).optional(),
})

const templateSchema = createSchema.extend({
  id: digits.optional(),
  status: z.enum(TEMPLATE_STATUSES).default('APPROVED'),
})

const setupSchema = z.object({
  token: madeUpToken,
  appSecret: z.string().min(8),
  appId: digits.default('1000000000000001'),
  verifyToken: z.string().min(1),
  callbackUrl: z.url(),
  wabas: z.array(
    z.object({
      id: digits,
      name: z.string().min(1),
      numbers: z.array(numberSchema),
      /** Templates that were there before the simulator was started again; known ones stay as they are. */
      templates: z.array(templateSchema).default([]),
    }),
  ),
})

const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 5_000

/** `POST /sim/setup`: who may call, and where webhooks go. Safe to repeat; what is known by its id keeps its state. */
export function setupRoutes(app: FastifyInstance, world: World): void {
  app.post('/sim/setup', async (request) => {
    const { wabas, ...wish } = read(setupSchema, request.body)
    for (const waba of wabas) {
      world.numbers.admit(waba)
      for (const template of waba.templates) restoreTemplate(world, waba.id, template)
    }
    const same = world.setup?.callbackUrl === wish.callbackUrl && world.setup.verifyToken === wish.verifyToken
    const setup: Setup = { ...wish, verified: same && (world.setup?.verified ?? false) }
    world.setup = setup
    world.tokens.grant(setup.token, {})
    if (setup.verified) world.sender.aim(setup)
    else {
      world.sender.aim(undefined)
      await verify(world, setup, FIRST_RETRY_MS)
    }
    for (const number of world.numbers.all()) world.events.emit('numbers', number)
    return { ok: true, verified: setup.verified }
  })
}

/** One handshake; goes on quietly in the background until it works or another set-up takes its place. */
async function verify(world: World, setup: Setup, pause: number): Promise<void> {
  const proved = await handshake(setup.callbackUrl, setup.verifyToken)
  if (world.setup !== setup) return
  setup.verified = proved
  if (proved) world.sender.aim(setup)
  else setTimeout(() => void verify(world, setup, Math.min(LAST_RETRY_MS, pause * 2)), pause).unref()
}

function restoreTemplate(world: World, wabaId: string, given: z.infer<typeof templateSchema>): void {
  if (world.templates.byName(wabaId, given.name, given.language)) return
  checkName(given.name)
  checkContent(given.components, given.parameter_format, given.category)
  const now = world.clock.now()
  world.templates.add(
    {
      id: given.id,
      wabaId,
      name: given.name,
      language: given.language,
      category: given.category,
      status: given.status,
      parameterFormat: given.parameter_format,
      components: given.components,
      quality: { score: 'UNKNOWN', date: Math.floor(now / 1000) },
      rejectedReason: 'NONE',
    },
    now,
  )
}
