import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { checkTopicWording, WordingInput } from './check-topic-wording.ts'
import { CreateTopicInput, createTopic } from './create-topic.ts'
import { listTopics } from './list-topics.ts'
import { publishWording } from './publish-wording.ts'
import { Topic, Wording } from './topic.ts'
import { UpdateTopicInput, updateTopic } from './update-topic.ts'

const tags = ['consent']
const params = z.object({ id: z.uuid() })
const Finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  element: z.string(),
  message: z.string(),
})

export const consentRoutes: Routes = (api) => {
  api.get(
    '/topics',
    { schema: { operationId: 'listTopics', tags, response: { 200: z.array(Topic) } } },
    (request) => listTopics(request.ctx),
  )
  api.post(
    '/topics',
    { schema: { operationId: 'createTopic', tags, body: CreateTopicInput, response: { 201: Topic } } },
    async (request, reply) => reply.status(201).send(await createTopic(request.ctx, request.body)),
  )
  api.patch(
    '/topics/:id',
    {
      schema: { operationId: 'updateTopic', tags, params, body: UpdateTopicInput, response: { 200: Topic } },
    },
    (request) => updateTopic(request.ctx, request.params.id, request.body),
  )
  api.post(
    '/topics/:id/wordings/check',
    {
      schema: {
        operationId: 'checkWording',
        tags,
        params,
        body: WordingInput,
        response: { 200: z.object({ findings: z.array(Finding) }) },
      },
    },
    async (request) => {
      const findings = await checkTopicWording(request.ctx, request.params.id, request.body)
      return {
        findings: findings.map((finding) => ({ ...finding, message: finding.message[languageOf(request)] })),
      }
    },
  )
  api.post(
    '/topics/:id/wordings',
    {
      schema: { operationId: 'publishWording', tags, params, body: WordingInput, response: { 201: Wording } },
    },
    async (request, reply) =>
      reply.status(201).send(await publishWording(request.ctx, request.params.id, request.body)),
  )
}
