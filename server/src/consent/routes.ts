import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { AskAgainFigures, askAgainFigures } from './ask-again-figures.ts'
import { checkTopicWording, WordingInput } from './check-topic-wording.ts'
import { CreateTopicInput, createTopic } from './create-topic.ts'
import { getInvalidation, InvalidateInput, Invalidation, invalidateWording } from './invalidate-wording.ts'
import { listTopics } from './list-topics.ts'
import { ConsentPolicy, getConsentPolicy, setConsentPolicy } from './policy.ts'
import { PublishInput, publishWording } from './publish-wording.ts'
import { getStopWords, StopWords, setStopWords } from './stop-words.ts'
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
    '/stop-words',
    { schema: { operationId: 'getStopWords', tags, response: { 200: StopWords } } },
    (request) => getStopWords(request.ctx),
  )
  api.put(
    '/stop-words',
    { schema: { operationId: 'setStopWords', tags, body: StopWords, response: { 200: StopWords } } },
    (request) => setStopWords(request.ctx, request.body),
  )
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
      schema: { operationId: 'publishWording', tags, params, body: PublishInput, response: { 201: Wording } },
    },
    async (request, reply) =>
      reply.status(201).send(await publishWording(request.ctx, request.params.id, request.body)),
  )
  api.get(
    '/topics/:id/ask-again',
    {
      schema: { operationId: 'askAgainFigures', tags, params, response: { 200: AskAgainFigures } },
    },
    (request) => askAgainFigures(request.ctx, request.params.id),
  )
  api.post(
    '/wordings/:id/invalidate',
    {
      schema: {
        operationId: 'invalidateWording',
        tags,
        params,
        body: InvalidateInput,
        response: { 200: Invalidation },
      },
    },
    (request) => invalidateWording(request.ctx, request.params.id, request.body),
  )
  api.get(
    '/wordings/:id/invalidation',
    { schema: { operationId: 'getInvalidation', tags, params, response: { 200: Invalidation } } },
    (request) => getInvalidation(request.ctx, request.params.id),
  )
  api.get(
    '/consent-policy',
    { schema: { operationId: 'getConsentPolicy', tags, response: { 200: ConsentPolicy } } },
    (request) => getConsentPolicy(request.ctx),
  )
  api.put(
    '/consent-policy',
    {
      schema: {
        operationId: 'setConsentPolicy',
        tags,
        body: ConsentPolicy,
        response: { 200: ConsentPolicy },
      },
    },
    (request) => setConsentPolicy(request.ctx, request.body),
  )
}
