import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '../platform/http/index.ts'
import { type Context, createContext, NO_BUSINESS, type Runtime } from '../platform/index.ts'
import { resumeSending, type SendingState, sendingState } from './change.ts'

const Sending = z.object({
  braked: z.boolean(),
  reason: z.enum(['no_send', 'restored', 'stood_still']).nullable(),
  since: z.iso.datetime().nullable(),
  /** Whether whoever asks may release it. */
  mayResume: z.boolean(),
})

const view = ({ brake, mayResume }: SendingState): z.infer<typeof Sending> => ({
  braked: brake !== undefined,
  reason: brake?.reason ?? null,
  since: brake?.since.toISOString() ?? null,
  mayResume,
})

/** The brake is about the installation: whoever operates it keeps that right inside a business, too. */
const askerOf = (runtime: Runtime, { account, ctx }: FastifyRequest): Context =>
  account.operator
    ? createContext(runtime, NO_BUSINESS, { kind: 'operator', accountId: account.accountId })
    : ctx

const tags = ['sending']

export const brakeRoutes: Routes = (api, runtime) => {
  api.get(
    '/sending',
    { schema: { operationId: 'getSending', tags, response: { 200: Sending } } },
    async (request) => view(await sendingState(askerOf(runtime, request))),
  )
  api.post(
    '/sending/resume',
    {
      schema: {
        operationId: 'resumeSending',
        tags,
        summary: 'Releases the brake: everything that waits may leave',
        response: { 200: z.object({ resumed: z.boolean() }) },
      },
    },
    (request) => resumeSending(askerOf(runtime, request)),
  )
}
