import type { Routes } from '../platform/http/index.ts'
import { getSendingPolicy, SendingPolicyView, SetSendingPolicyInput, setSendingPolicy } from './set-policy.ts'

const tags = ['sending']

export const dispatchRoutes: Routes = (api) => {
  api.get(
    '/sending-policy',
    { schema: { operationId: 'getSendingPolicy', tags, response: { 200: SendingPolicyView } } },
    (request) => getSendingPolicy(request.ctx),
  )
  api.put(
    '/sending-policy',
    {
      schema: {
        operationId: 'setSendingPolicy',
        tags,
        body: SetSendingPolicyInput,
        response: { 200: SendingPolicyView },
      },
    },
    (request) => setSendingPolicy(request.ctx, request.body),
  )
}
