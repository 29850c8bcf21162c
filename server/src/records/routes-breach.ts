import { Readable } from 'node:stream'
import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { countReach } from './affected.ts'
import { exportAffected } from './affected-list.ts'
import { addToBreach, getBreach, listBreaches, OpenBreachInput, openBreach } from './breach.ts'
import { AFFECTED_TABLES, AffectedQuery, type AffectedTable, NewEntry } from './breach-entries.ts'
import { breachPdf } from './breach-pdf.ts'
import { ReachCounts } from './reach.ts'
import { TellInput, tellAffected } from './tell-affected.ts'
import { BreachView, breachView } from './views.ts'

const tags = ['records']
const params = z.object({ id: z.uuid() })

/** In an address everything is text; what is empty was not said. */
const AffectedInAddress = z.object({
  table: z.enum(Object.keys(AFFECTED_TABLES) as AffectedTable[]),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  segmentId: z.uuid().optional(),
  /** Only who was not told in the chat. */
  untold: z.enum(['0', '1']).optional(),
})

const AffectedView = z.object({
  people: z.number().int(),
  /** How they stand to being told in the chat. */
  reach: ReachCounts,
})

/** The breach desk: register, clock, form, people, documents. */
export const breachRoutes: Routes = (api) => {
  api.get(
    '/records/breaches',
    { schema: { operationId: 'listBreaches', tags, response: { 200: z.array(BreachView) } } },
    async ({ ctx }) => {
      const breaches = await listBreaches(ctx)
      const { name } = await getBusiness(ctx)
      return breaches.map((breach) => breachView(breach, name))
    },
  )
  api.post(
    '/records/breaches',
    { schema: { operationId: 'openBreach', tags, body: OpenBreachInput, response: { 201: BreachView } } },
    async ({ ctx, body }, reply) => {
      const breach = await openBreach(ctx, body)
      return reply.status(201).send(breachView(breach, (await getBusiness(ctx)).name))
    },
  )
  api.get(
    '/records/breaches/:id',
    { schema: { operationId: 'getBreach', tags, params, response: { 200: BreachView } } },
    async ({ ctx, params: { id } }) => {
      const breach = await getBreach(ctx, id)
      return breachView(breach, (await getBusiness(ctx)).name)
    },
  )
  api.post(
    '/records/breaches/:id/entries',
    { schema: { operationId: 'addToBreach', tags, params, body: NewEntry, response: { 201: BreachView } } },
    async ({ ctx, params: { id }, body }, reply) => {
      const breach = await addToBreach(ctx, id, body)
      return reply.status(201).send(breachView(breach, (await getBusiness(ctx)).name))
    },
  )
  api.post(
    '/records/breaches/:id/affected',
    {
      schema: {
        operationId: 'countAffected',
        tags,
        params,
        body: AffectedQuery,
        response: { 200: AffectedView },
      },
    },
    async ({ ctx, params: { id }, body }) => {
      await getBreach(ctx, id)
      const reach = await countReach(ctx, id, body)
      return { people: Object.values(reach).reduce((sum, each) => sum + each, 0), reach }
    },
  )
  api.post(
    '/records/breaches/:id/tell',
    {
      schema: {
        operationId: 'tellAffected',
        tags,
        summary: 'Tells those in the chat who wrote within the last 24 hours (Art. 34 GDPR); nobody twice',
        params,
        body: TellInput,
        response: { 201: BreachView },
      },
    },
    async ({ ctx, params: { id }, body }, reply) => {
      const breach = await tellAffected(ctx, id, body)
      return reply.status(201).send(breachView(breach, (await getBusiness(ctx)).name))
    },
  )
  api.get(
    '/records/breaches/:id/affected.csv',
    { schema: { operationId: 'exportAffected', tags, params, querystring: AffectedInAddress } },
    async (request, reply) => {
      const { id } = request.params
      await getBreach(request.ctx, id)
      const query = AffectedQuery.parse(request.query)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="breach-people.csv"`)
        .header('cache-control', 'no-store')
        .send(
          Readable.from(
            await exportAffected(request.ctx, id, {
              query,
              language: languageOf(request),
              untold: request.query.untold === '1',
            }),
          ),
        )
    },
  )
  api.get(
    '/records/breaches/:id/file.pdf',
    { schema: { operationId: 'breachPdf', tags, params } },
    async (request, reply) =>
      reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="breach.pdf"`)
        .header('cache-control', 'no-store')
        .send(await breachPdf(request.ctx, request.params.id, languageOf(request))),
  )
}
