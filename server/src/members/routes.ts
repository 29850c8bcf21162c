import { z } from 'zod'
import type { Api, Routes } from '../platform/http/index.ts'
import type { Runtime } from '../platform/index.ts'
import { AcceptInput, acceptInvitation } from './accept-invitation.ts'
import type { Auth } from './auth.ts'
import { ChangeRoleInput, changeRole } from './change-role.ts'
import { Invitation, NewInvitation } from './invitation.ts'
import { InviteInput, inviteMember } from './invite-member.ts'
import { listInvitations } from './list-invitations.ts'
import { listMembers } from './list-members.ts'
import { Me, whoAmI } from './me.ts'
import { Member } from './member.ts'
import { removeMember } from './remove-member.ts'
import { revokeInvitation } from './revoke-invitation.ts'

const tags = ['members']
const params = z.object({ id: z.uuid() })

export const memberRoutes: Routes = (api) => {
  api.get('/me', { schema: { operationId: 'whoAmI', tags, response: { 200: Me } } }, (request) =>
    whoAmI(request.ctx, request.account),
  )
  api.get(
    '/members',
    { schema: { operationId: 'listMembers', tags, response: { 200: z.array(Member) } } },
    (request) => listMembers(request.ctx),
  )
  api.patch(
    '/members/:id',
    { schema: { operationId: 'changeRole', tags, params, body: ChangeRoleInput, response: { 200: Member } } },
    (request) => changeRole(request.ctx, request.params.id, request.body),
  )
  api.delete(
    '/members/:id',
    { schema: { operationId: 'removeMember', tags, params, response: { 204: z.void() } } },
    async (request, reply) => {
      await removeMember(request.ctx, request.params.id)
      return reply.status(204).send()
    },
  )
  api.get(
    '/invitations',
    { schema: { operationId: 'listInvitations', tags, response: { 200: z.array(Invitation) } } },
    (request) => listInvitations(request.ctx),
  )
  api.post(
    '/invitations',
    { schema: { operationId: 'inviteMember', tags, body: InviteInput, response: { 201: NewInvitation } } },
    async (request, reply) => reply.status(201).send(await inviteMember(request.ctx, request.body)),
  )
  api.delete(
    '/invitations/:id',
    { schema: { operationId: 'revokeInvitation', tags, params, response: { 204: z.void() } } },
    async (request, reply) => {
      await revokeInvitation(request.ctx, request.params.id)
      return reply.status(204).send()
    },
  )
}

/** The one members' route that is open to someone who is not signed in. */
export function mountInvitationAcceptance(api: Api, runtime: Runtime, auth: Auth): void {
  api.post(
    '/public/invitations/accept',
    {
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: {
        operationId: 'acceptInvitation',
        tags,
        body: AcceptInput,
        response: { 200: z.object({ email: z.string() }) },
      },
    },
    (request) => acceptInvitation(runtime, auth, request.body),
  )
}
