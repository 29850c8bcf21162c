import { z } from 'zod'
import { languageOf, PageOf, type Routes } from '../platform/http/index.ts'
import { openFile } from './file.ts'
import { AssignInput, assignConversation, closeConversation, reopenConversation } from './handle.ts'
import { ConversationsQuery, listConversations } from './list.ts'
import { ConversationMessage, listMessages, MessagesQuery } from './messages.ts'
import { readConversation } from './read.ts'
import { ReplyInput, reply } from './reply.ts'
import { sendTestMessage, TestMessageInput, TestMessageSent } from './test-message.ts'
import { Conversation } from './view.ts'

const tags = ['inbox']
const params = z.object({ contactId: z.uuid(), channelId: z.uuid() })
const changed = { 200: Conversation }

export const inboxRoutes: Routes = (api) => {
  api.get(
    '/conversations',
    {
      schema: {
        operationId: 'listConversations',
        tags,
        querystring: ConversationsQuery,
        response: { 200: PageOf(Conversation) },
      },
    },
    (request) => listConversations(request.ctx, request.query),
  )
  api.get(
    '/conversations/:contactId/:channelId/messages',
    {
      schema: {
        operationId: 'listConversationMessages',
        tags,
        params,
        querystring: MessagesQuery,
        response: { 200: PageOf(ConversationMessage) },
      },
    },
    (request) => listMessages(request.ctx, request.params, request.query, languageOf(request)),
  )
  api.get(
    '/conversations/:contactId/:channelId/messages/:messageId/file',
    {
      schema: {
        operationId: 'openConversationFile',
        summary: 'What a person sent with a message, as WhatsApp still has it',
        tags,
        params: params.extend({ messageId: z.guid() }),
      },
    },
    async (request, answer) => {
      const { messageId, ...chat } = request.params
      const { bytes, shownAs, name } = await openFile(request.ctx, chat, messageId)
      return (
        answer
          .type(shownAs ?? 'application/octet-stream')
          .header('content-disposition', `${shownAs ? 'inline' : 'attachment'}; ${named(name)}`)
          // Whatever it is, it runs nothing and loads nothing.
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('cross-origin-resource-policy', 'same-origin')
          .header('cache-control', 'private, no-store')
          .send(bytes)
      )
    },
  )
  api.post(
    '/conversations/:contactId/:channelId/messages',
    {
      schema: {
        operationId: 'replyToConversation',
        tags,
        params,
        body: ReplyInput,
        response: { 201: ConversationMessage },
      },
    },
    async (request, answer) =>
      answer.status(201).send(await reply(request.ctx, request.params, request.body)),
  )
  api.post(
    '/conversations/:contactId/:channelId/read',
    { schema: { operationId: 'readConversation', tags, params, response: changed } },
    (request) => readConversation(request.ctx, request.params),
  )
  api.post(
    '/conversations/:contactId/:channelId/assign',
    { schema: { operationId: 'assignConversation', tags, params, body: AssignInput, response: changed } },
    (request) => assignConversation(request.ctx, request.params, request.body),
  )
  api.post(
    '/conversations/:contactId/:channelId/close',
    { schema: { operationId: 'closeConversation', tags, params, response: changed } },
    (request) => closeConversation(request.ctx, request.params),
  )
  api.post(
    '/conversations/:contactId/:channelId/reopen',
    { schema: { operationId: 'reopenConversation', tags, params, response: changed } },
    (request) => reopenConversation(request.ctx, request.params),
  )
  api.post(
    '/channels/:id/test-message',
    {
      schema: {
        operationId: 'sendTestMessage',
        tags,
        params: z.object({ id: z.uuid() }),
        body: TestMessageInput,
        response: { 202: TestMessageSent },
      },
    },
    async (request, answer) =>
      answer.status(202).send(await sendTestMessage(request.ctx, request.params.id, request.body)),
  )
}

/** A file's name in a header (RFC 6266): plainly where it can be, else in the long form. */
function named(name: string): string {
  if (/^[\w. -]+$/.test(name)) return `filename="${name}"`
  return `filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, '_')}`
}
