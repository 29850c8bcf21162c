import { z } from 'zod'
import { languageOf, PageOf, type Routes } from '../platform/http/index.ts'
import { AlertSettings, AlertSettingsInput, getAlertSettings, setAlertSettings } from './alert-settings.ts'
import {
  listNotifications,
  Notification,
  NotificationQuery,
  ReadNotificationsInput,
  readNotifications,
} from './notifications.ts'
import { getStanding, Standing } from './page.ts'
import { refreshChannel } from './refresh.ts'
import { LiftRestrictionInput, liftRestriction } from './restrictions.ts'

export const standingRoutes: Routes = (api) => {
  api.get(
    '/standing',
    { schema: { operationId: 'getStanding', tags: ['standing'], response: { 200: Standing } } },
    (request) => getStanding(request.ctx, languageOf(request)),
  )
  api.post(
    '/channels/:id/refresh',
    {
      schema: {
        operationId: 'refreshChannel',
        tags: ['standing'],
        params: z.object({ id: z.uuid() }),
        response: { 200: Standing },
      },
    },
    async (request) => {
      await refreshChannel(request.ctx, request.params.id)
      return getStanding(request.ctx, languageOf(request))
    },
  )
  api.post(
    '/channels/:id/lift-restriction',
    {
      schema: {
        operationId: 'liftRestriction',
        summary: 'A restriction that Meta has lifted without a word ends, with a reason',
        tags: ['standing'],
        params: z.object({ id: z.uuid() }),
        body: LiftRestrictionInput,
        response: { 200: Standing },
      },
    },
    async (request) => {
      await liftRestriction(request.ctx, request.params.id, request.body)
      return getStanding(request.ctx, languageOf(request))
    },
  )
  api.get(
    '/standing/alert-settings',
    {
      schema: {
        operationId: 'getAlertSettings',
        summary: 'Which alerts the caller gets by e-mail',
        tags: ['standing'],
        response: { 200: AlertSettings },
      },
    },
    (request) => getAlertSettings(request.ctx),
  )
  api.put(
    '/standing/alert-settings',
    {
      schema: {
        operationId: 'setAlertSettings',
        tags: ['standing'],
        body: AlertSettingsInput,
        response: { 200: AlertSettings },
      },
    },
    (request) => setAlertSettings(request.ctx, request.body),
  )
  api.get(
    '/notifications',
    {
      schema: {
        operationId: 'listNotifications',
        tags: ['standing'],
        querystring: NotificationQuery,
        response: { 200: PageOf(Notification) },
      },
    },
    (request) => listNotifications(request.ctx, request.query, languageOf(request)),
  )
  api.post(
    '/notifications/read',
    {
      schema: {
        operationId: 'readNotifications',
        tags: ['standing'],
        body: ReadNotificationsInput,
        response: { 200: z.object({ read: z.number().int() }) },
      },
    },
    (request) => readNotifications(request.ctx, request.body),
  )
}
