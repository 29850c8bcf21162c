import { Readable } from 'node:stream'
import { z } from 'zod'
import { languageOf, PageOf, type Routes } from '../platform/http/index.ts'
import { Campaign, CampaignsQuery, getCampaign, listCampaigns } from './campaign.ts'
import { exportCampaignMessages } from './export.ts'
import { LaunchInput, launchCampaign } from './launch.ts'
import { LiftInput, liftMarketingHold, listMarketingHolds, MarketingHold } from './marketing-hold.ts'
import { CampaignMessage, CampaignMessagesQuery, listCampaignMessages } from './messages.ts'
import { CampaignProgress, campaignProgress } from './progress.ts'
import { releaseCampaign } from './ramp.ts'
import { CampaignReport, campaignReport } from './report.ts'
import { CampaignReview, reviewCampaign } from './review.ts'
import {
  CreateCampaignInput,
  createCampaign,
  deleteCampaign,
  UpdateCampaignInput,
  updateCampaign,
} from './save.ts'
import { FullPaceInput, fullPace } from './slow-down.ts'
import {
  cancelCampaign,
  PauseInput,
  pauseCampaign,
  ResumeInput,
  resumeCampaign,
  unscheduleCampaign,
} from './steer.ts'
import { TestAnswer, TestInput, testCampaign } from './test-send.ts'

const tags = ['campaigns']
const params = z.object({ id: z.uuid() })
const answer = { 200: Campaign }

export const campaignRoutes: Routes = (api) => {
  api.get(
    '/campaigns',
    {
      schema: {
        operationId: 'listCampaigns',
        tags,
        querystring: CampaignsQuery,
        response: { 200: PageOf(Campaign) },
      },
    },
    (request) => listCampaigns(request.ctx, request.query),
  )
  api.post(
    '/campaigns',
    { schema: { operationId: 'createCampaign', tags, body: CreateCampaignInput, response: answer } },
    (request) => createCampaign(request.ctx, request.body),
  )
  api.get(
    '/campaigns/:id',
    { schema: { operationId: 'getCampaign', tags, params, response: answer } },
    (request) => getCampaign(request.ctx, request.params.id),
  )
  api.patch(
    '/campaigns/:id',
    { schema: { operationId: 'updateCampaign', tags, params, body: UpdateCampaignInput, response: answer } },
    (request) => updateCampaign(request.ctx, request.params.id, request.body),
  )
  api.delete(
    '/campaigns/:id',
    {
      schema: {
        operationId: 'deleteCampaign',
        tags,
        params,
        response: { 200: z.object({ ok: z.boolean() }) },
      },
    },
    async (request) => {
      await deleteCampaign(request.ctx, request.params.id)
      return { ok: true }
    },
  )
  api.get(
    '/campaigns/:id/review',
    { schema: { operationId: 'reviewCampaign', tags, params, response: { 200: CampaignReview } } },
    (request) => reviewCampaign(request.ctx, request.params.id, languageOf(request)),
  )
  api.post(
    '/campaigns/:id/test',
    { schema: { operationId: 'testCampaign', tags, params, body: TestInput, response: { 200: TestAnswer } } },
    (request) => testCampaign(request.ctx, request.params.id, request.body),
  )
  api.post(
    '/campaigns/:id/launch',
    {
      schema: { operationId: 'launchCampaign', tags, params, body: LaunchInput.nullish(), response: answer },
    },
    (request) => launchCampaign(request.ctx, request.params.id, request.body ?? {}),
  )
  api.post(
    '/campaigns/:id/pause',
    { schema: { operationId: 'pauseCampaign', tags, params, body: PauseInput.nullish(), response: answer } },
    (request) => pauseCampaign(request.ctx, request.params.id, request.body ?? {}),
  )
  api.post(
    '/campaigns/:id/resume',
    {
      schema: { operationId: 'resumeCampaign', tags, params, body: ResumeInput.nullish(), response: answer },
    },
    (request) => resumeCampaign(request.ctx, request.params.id, request.body ?? {}),
  )
  api.post(
    '/campaigns/:id/release',
    {
      schema: {
        operationId: 'releaseCampaign',
        summary: 'The rest of a campaign follows its first part now',
        tags,
        params,
        response: answer,
      },
    },
    (request) => releaseCampaign(request.ctx, request.params.id),
  )
  api.post(
    '/campaigns/:id/full-pace',
    {
      schema: {
        operationId: 'fullPaceCampaign',
        summary: 'A campaign that a yellow template slowed down goes on at its full pace, with a reason',
        tags,
        params,
        body: FullPaceInput,
        response: answer,
      },
    },
    (request) => fullPace(request.ctx, request.params.id, request.body),
  )
  api.get(
    '/marketing-holds',
    {
      schema: {
        operationId: 'listMarketingHolds',
        summary: 'Numbers whose marketing rests until a person goes on with a reason',
        tags,
        response: { 200: z.array(MarketingHold) },
      },
    },
    (request) => listMarketingHolds(request.ctx),
  )
  api.post(
    '/marketing-holds/:id/lift',
    {
      schema: {
        operationId: 'liftMarketingHold',
        tags,
        params,
        body: LiftInput,
        response: { 200: z.array(MarketingHold) },
      },
    },
    (request) => liftMarketingHold(request.ctx, request.params.id, request.body),
  )
  api.post(
    '/campaigns/:id/cancel',
    { schema: { operationId: 'cancelCampaign', tags, params, response: answer } },
    (request) => cancelCampaign(request.ctx, request.params.id),
  )
  api.post(
    '/campaigns/:id/unschedule',
    { schema: { operationId: 'unscheduleCampaign', tags, params, response: answer } },
    (request) => unscheduleCampaign(request.ctx, request.params.id),
  )
  api.get(
    '/campaigns/:id/progress',
    { schema: { operationId: 'campaignProgress', tags, params, response: { 200: CampaignProgress } } },
    (request) => campaignProgress(request.ctx, request.params.id),
  )
  api.get(
    '/campaigns/:id/report',
    { schema: { operationId: 'campaignReport', tags, params, response: { 200: CampaignReport } } },
    (request) => campaignReport(request.ctx, request.params.id, languageOf(request)),
  )
  api.get(
    '/campaigns/:id/messages',
    {
      schema: {
        operationId: 'listCampaignMessages',
        tags,
        params,
        querystring: CampaignMessagesQuery,
        response: { 200: PageOf(CampaignMessage) },
      },
    },
    (request) => listCampaignMessages(request.ctx, request.params.id, request.query, languageOf(request)),
  )
  api.get(
    '/campaigns/:id/messages.csv',
    { schema: { operationId: 'exportCampaignMessages', tags, params } },
    async (request, reply) => {
      const lines = await exportCampaignMessages(request.ctx, request.params.id, languageOf(request))
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="campaign-${request.params.id}.csv"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(lines))
    },
  )
}
