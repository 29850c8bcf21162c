import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import type { Runtime } from '../platform/index.ts'
import { type Channel, ChannelState, listChannels, Quality } from './channel.ts'
import { CHECK_STEPS, CheckChannelInput, checkChannel } from './check.ts'
import { ConnectChannelInput, connectChannel } from './connect.ts'
import { UpdateChannelInput, updateChannel } from './save.ts'

const tags = ['channels']

const ChannelView = z.object({
  id: z.uuid(),
  name: z.string(),
  displayPhoneNumber: z.string(),
  verifiedName: z.string(),
  phoneNumberId: z.string(),
  wabaId: z.string(),
  state: ChannelState,
  quality: Quality,
  messagingLimit: z.number().int().nullable(),
  throughput: z.number().int(),
  /** To be entered in the app's webhook settings */
  webhookUrl: z.string(),
  updatedAt: z.iso.datetime(),
})

const Check = z.object({
  ok: z.boolean(),
  steps: z.array(z.object({ key: z.enum(CHECK_STEPS), ok: z.boolean().nullable(), detail: z.string() })),
})

function view(
  runtime: Runtime,
  { phone: _digits, updatedAt, ...channel }: Channel,
): z.infer<typeof ChannelView> {
  return {
    ...channel,
    webhookUrl: `${runtime.config.publicUrl}/webhooks/whatsapp`,
    updatedAt: updatedAt.toISOString(),
  }
}

export const channelRoutes: Routes = (api, runtime) => {
  api.get(
    '/channels',
    { schema: { operationId: 'listChannels', tags, response: { 200: z.array(ChannelView) } } },
    async (request) => (await listChannels(request.ctx)).map((channel) => view(runtime, channel)),
  )
  api.post(
    '/channels',
    {
      schema: {
        operationId: 'connectChannel',
        tags,
        body: ConnectChannelInput,
        response: { 201: ChannelView },
      },
    },
    async (request, reply) =>
      reply.status(201).send(view(runtime, await connectChannel(request.ctx, request.body))),
  )
  api.patch(
    '/channels/:id',
    {
      schema: {
        operationId: 'updateChannel',
        tags,
        params: z.object({ id: z.uuid() }),
        body: UpdateChannelInput,
        response: { 200: ChannelView },
      },
    },
    async (request) => view(runtime, await updateChannel(request.ctx, request.params.id, request.body)),
  )
  api.post(
    '/channels/check',
    { schema: { operationId: 'checkChannel', tags, body: CheckChannelInput, response: { 200: Check } } },
    async (request) => {
      const { ok, steps } = await checkChannel(request.ctx, request.body)
      return { ok, steps: steps.map((step) => ({ ...step, detail: step.detail[languageOf(request)] })) }
    },
  )
}
