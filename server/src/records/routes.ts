import { z } from 'zod'
import { PROFILE_CHECKS } from '../channels/index.ts'
import { CHAT_LANGUAGES } from '../consent/index.ts'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { DutyStatement, getDuties, SaveDutiesInput, saveDuties } from './duties.ts'
import { goLive, readGoLive, takeBack } from './go-live.ts'
import { listNotices, PublishNoticeInput, publishNotice } from './notice.ts'
import { NoticeContent } from './notice-content.ts'
import { agreementPack } from './pack.ts'
import { checkProfile, refreshStorage, StateStorageInput, stateStorage } from './profile.ts'
import { proposeNotice } from './propose-notice.ts'
import { breachRoutes } from './routes-breach.ts'
import { recordRoutes } from './routes-record.ts'
import { DocumentInput, documentAssessment, readScreening, ScreenInput, screenImpact } from './screen.ts'
import { GoLiveView, goLiveView, NoticeView, noticeView, ScreeningView, screeningView } from './views.ts'

const tags = ['records']
const params = z.object({ id: z.uuid() })

/** Everything of the keeper's duties behind the sign-in. */
export const recordsRoutes: Routes = (api, runtime) => {
  recordRoutes(api, runtime)
  breachRoutes(api, runtime)
  dutyRoutes(api, runtime)
  liveRoutes(api, runtime)
}

const dutyRoutes: Routes = (api) => {
  api.get(
    '/records/duties',
    { schema: { operationId: 'getDuties', tags, response: { 200: DutyStatement } } },
    (request) => getDuties(request.ctx),
  )
  api.patch(
    '/records/duties',
    { schema: { operationId: 'saveDuties', tags, body: SaveDutiesInput, response: { 200: DutyStatement } } },
    (request) => saveDuties(request.ctx, request.body),
  )
  api.get(
    '/records/notices',
    { schema: { operationId: 'listNotices', tags, response: { 200: z.array(NoticeView) } } },
    async ({ ctx }) => (await listNotices(ctx)).map(noticeView),
  )
  api.get(
    '/records/notices/proposal',
    {
      schema: {
        operationId: 'proposeNotice',
        tags,
        querystring: z.object({ language: z.enum(CHAT_LANGUAGES) }),
        response: { 200: NoticeContent },
      },
    },
    ({ ctx, query }) => proposeNotice(ctx, query.language),
  )
  api.post(
    '/records/notices',
    {
      schema: { operationId: 'publishNotice', tags, body: PublishNoticeInput, response: { 201: NoticeView } },
    },
    async (request, reply) =>
      reply.status(201).send(noticeView(await publishNotice(request.ctx, request.body))),
  )
  api.get(
    '/records/screening',
    { schema: { operationId: 'getScreening', tags, response: { 200: ScreeningView } } },
    async (request) => {
      const { facts, last } = await readScreening(request.ctx)
      return screeningView(facts, last, languageOf(request))
    },
  )
  api.post(
    '/records/screening',
    { schema: { operationId: 'screenImpact', tags, body: ScreenInput, response: { 200: ScreeningView } } },
    async (request) => {
      await screenImpact(request.ctx, request.body)
      const { facts, last } = await readScreening(request.ctx)
      return screeningView(facts, last, languageOf(request))
    },
  )
  api.post(
    '/records/screening/documented',
    {
      schema: {
        operationId: 'documentAssessment',
        tags,
        body: DocumentInput,
        response: { 200: ScreeningView },
      },
    },
    async (request) => {
      await documentAssessment(request.ctx, request.body)
      const { facts, last } = await readScreening(request.ctx)
      return screeningView(facts, last, languageOf(request))
    },
  )
  api.get('/records/pack.zip', { schema: { operationId: 'agreementPack', tags } }, async (request, reply) => {
    const { fileName, zip } = await agreementPack(request.ctx, languageOf(request))
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'no-store')
      .send(zip)
  })
}

const Storage = GoLiveView.shape.channels.element.shape.storage

const liveRoutes: Routes = (api) => {
  api.get(
    '/records/live',
    { schema: { operationId: 'readGoLive', tags, response: { 200: GoLiveView } } },
    async (request) => goLiveView(await readGoLive(request.ctx), languageOf(request)),
  )
  api.post(
    '/records/channels/:id/live',
    { schema: { operationId: 'goLive', tags, params, response: { 200: GoLiveView } } },
    async (request) => {
      await goLive(request.ctx, request.params.id)
      return goLiveView(await readGoLive(request.ctx), languageOf(request))
    },
  )
  api.delete(
    '/records/channels/:id/live',
    { schema: { operationId: 'takeBack', tags, params, response: { 200: GoLiveView } } },
    async (request) => {
      await takeBack(request.ctx, request.params.id)
      return goLiveView(await readGoLive(request.ctx), languageOf(request))
    },
  )
  api.post(
    '/records/channels/:id/profile-check',
    {
      schema: {
        operationId: 'checkProfile',
        tags,
        params,
        response: { 200: z.array(z.object({ key: z.enum(PROFILE_CHECKS), ok: z.boolean() })) },
      },
    },
    (request) => checkProfile(request.ctx, request.params.id),
  )
  api.post(
    '/records/channels/:id/storage/refresh',
    { schema: { operationId: 'refreshStorage', tags, params, response: { 200: Storage } } },
    (request) => refreshStorage(request.ctx, request.params.id),
  )
  api.put(
    '/records/channels/:id/storage',
    {
      schema: {
        operationId: 'stateStorage',
        tags,
        params,
        body: StateStorageInput,
        response: { 200: Storage },
      },
    },
    (request) => stateStorage(request.ctx, request.params.id, request.body),
  )
}
