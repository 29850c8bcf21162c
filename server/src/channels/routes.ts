import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { type Channel, ChannelState, listChannels, previousSecretUntil, Quality } from './channel.ts'
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
  /** Since when it may send marketing; null: not yet (C-52). */
  liveAt: z.iso.datetime().nullable(),
  /** To be entered in the app's webhook settings */
  webhookUrl: z.string(),
  /** While an app secret is rotated: until when webhooks signed with the one before still count. */
  previousSecretUntil: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
})

const Check = z.object({
  ok: z.boolean(),
  steps: z.array(z.object({ key: z.enum(CHECK_STEPS), ok: z.boolean().nullable(), detail: z.string() })),
})

async function view(
  ctx: Context,
  { phone: _digits, storage: _storage, liveAt, updatedAt, ...channel }: Channel,
): Promise<z.infer<typeof ChannelView>> {
  return {
    ...channel,
    liveAt: liveAt?.toISOString() ?? null,
    webhookUrl: `${ctx.config.publicUrl}/webhooks/whatsapp`,
    previousSecretUntil: await previousSecretUntil(ctx, channel.id),
    updatedAt: updatedAt.toISOString(),
  }
}

export const channelRoutes: Routes = (api) => {
  api.get(
    '/channels',
    { schema: { operationId: 'listChannels', tags, response: { 200: z.array(ChannelView) } } },
    async ({ ctx }) => Promise.all((await listChannels(ctx)).map((channel) => view(ctx, channel))),
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
      reply.status(201).send(await view(request.ctx, await connectChannel(request.ctx, request.body))),
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
    async ({ ctx, params, body }) => view(ctx, await updateChannel(ctx, params.id, body)),
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
