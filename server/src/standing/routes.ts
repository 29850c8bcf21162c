import { z } from 'zod'
import { languageOf, PageOf, type Routes } from '../platform/http/index.ts'
import {
  listNotifications,
  Notification,
  NotificationQuery,
  ReadNotificationsInput,
  readNotifications,
} from './notifications.ts'
import { getStanding, Standing } from './page.ts'
import { refreshChannel } from './refresh.ts'

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
