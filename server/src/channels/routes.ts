import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { changeChannel } from './change.ts'
import { type Channel, ChannelState, listChannels, Quality, secretTimes } from './channel.ts'
import { CheckChannelInput, checkChannel, webhookUrl } from './check.ts'
import { CHECK_STEPS, STEP_STATES } from './checks/step.ts'
import { ConnectChannelInput, connectChannel } from './connect.ts'
import { ConversationFields, changeConversation, readConversation } from './conversation.ts'
import { changeProfile, ProfileFields, ProfileView, readProfile } from './edit-profile.ts'
import { makeDefault } from './make-default.ts'
import { UpdateChannelInput } from './save.ts'
import { PinSet, SetPinInput, setPin } from './set-pin.ts'
import { readNumberStorage, SetStorageInput, StorageView, setStorage } from './set-storage.ts'
import { subscribeChannel } from './subscribe.ts'

const tags = ['channels']

const ChannelView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Meant when none is named, and first in lists. */
  isDefault: z.boolean(),
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
  /** Since when the present access token and app secret are in use; null: from before this was noted. */
  accessTokenSince: z.iso.datetime().nullable(),
  appSecretSince: z.iso.datetime().nullable(),
  /** While an app secret is rotated: until when webhooks signed with the one before still count. */
  previousSecretUntil: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
})

const ById = z.object({ id: z.uuid() })

const Check = z.object({
  /** Whether the credentials fit together, so that the number can be saved. */
  ok: z.boolean(),
  /** Whether nothing has failed. */
  healthy: z.boolean(),
  steps: z.array(
    z.object({
      key: z.enum(CHECK_STEPS),
      state: z.enum(STEP_STATES),
      /** Stable; names what was found. */
      code: z.string(),
      detail: z.string(),
      cure: z.string().nullable(),
    }),
  ),
})

async function view(
  ctx: Context,
  { phone: _digits, storage: _storage, liveAt, updatedAt, ...channel }: Channel,
): Promise<z.infer<typeof ChannelView>> {
  return {
    ...channel,
    liveAt: liveAt?.toISOString() ?? null,
    webhookUrl: webhookUrl(ctx),
    ...(await secretTimes(ctx, channel.id)),
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
        params: ById,
        body: UpdateChannelInput,
        response: { 200: ChannelView },
      },
    },
    async ({ ctx, params, body }) => view(ctx, await changeChannel(ctx, params.id, body)),
  )
  api.post(
    '/channels/check',
    { schema: { operationId: 'checkChannel', tags, body: CheckChannelInput, response: { 200: Check } } },
    async (request) => {
      const { ok, healthy, steps } = await checkChannel(request.ctx, request.body)
      const language = languageOf(request)
      return {
        ok,
        healthy,
        steps: steps.map(({ detail, cure, ...step }) => ({
          ...step,
          detail: detail[language],
          cure: cure?.[language] ?? null,
        })),
      }
    },
  )
  api.get(
    '/channels/:id/profile',
    { schema: { operationId: 'getChannelProfile', tags, params: ById, response: { 200: ProfileView } } },
    ({ ctx, params }) => readProfile(ctx, params.id),
  )
  api.put(
    '/channels/:id/profile',
    {
      schema: {
        operationId: 'setChannelProfile',
        tags,
        params: ById,
        body: ProfileFields,
        response: { 200: ProfileView },
      },
    },
    ({ ctx, params, body }) => changeProfile(ctx, params.id, body),
  )
  api.put(
    '/channels/:id/pin',
    {
      schema: {
        operationId: 'setChannelPin',
        tags,
        params: ById,
        body: SetPinInput,
        response: { 200: PinSet },
      },
    },
    ({ ctx, params, body }) => setPin(ctx, params.id, body),
  )
  api.get(
    '/channels/:id/storage',
    { schema: { operationId: 'getChannelStorage', tags, params: ById, response: { 200: StorageView } } },
    ({ ctx, params }) => readNumberStorage(ctx, params.id),
  )
  api.put(
    '/channels/:id/storage',
    {
      schema: {
        operationId: 'setChannelStorage',
        tags,
        params: ById,
        body: SetStorageInput,
        response: { 200: StorageView },
      },
    },
    ({ ctx, params, body }) => setStorage(ctx, params.id, body),
  )
  api.get(
    '/channels/:id/conversation',
    {
      schema: {
        operationId: 'getChannelConversation',
        tags,
        params: ById,
        response: { 200: ConversationFields },
      },
    },
    ({ ctx, params }) => readConversation(ctx, params.id),
  )
  api.put(
    '/channels/:id/conversation',
    {
      schema: {
        operationId: 'setChannelConversation',
        tags,
        params: ById,
        body: ConversationFields,
        response: { 200: ConversationFields },
      },
    },
    ({ ctx, params, body }) => changeConversation(ctx, params.id, body),
  )
  api.post(
    '/channels/:id/subscribe',
    { schema: { operationId: 'subscribeChannel', tags, params: ById, response: { 204: z.null() } } },
    async ({ ctx, params }, reply) => {
      await subscribeChannel(ctx, params.id)
      return reply.status(204).send(null)
    },
  )
  api.post(
    '/channels/:id/default',
    { schema: { operationId: 'makeChannelDefault', tags, params: ById, response: { 200: ChannelView } } },
    async ({ ctx, params }) => view(ctx, await makeDefault(ctx, params.id)),
  )
}
