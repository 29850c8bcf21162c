import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { Application } from './application.ts'
import { applyForAdmission, saveApplication } from './apply.ts'
import { DecisionInput, decideAdmission } from './decide.ts'
import { AdmissionRow, listAdmissions } from './list-admissions.ts'
import { AdmissionFile, decideAsOperator, readAdmissionFile } from './operator-desk.ts'
import { AdmissionView, readAdmission } from './read-admission.ts'

const tags = ['admission']
const response = { 200: AdmissionView }
const BySlug = z.object({ slug: z.string().min(1).max(80) })

/** The strict door (C-70). */
export const admissionRoutes: Routes = (api) => {
  api.get('/admission', { schema: { operationId: 'getAdmission', tags, response } }, (request) =>
    readAdmission(request.ctx, languageOf(request)),
  )
  api.put(
    '/admission',
    { schema: { operationId: 'saveApplication', tags, body: Application, response } },
    async (request) => {
      await saveApplication(request.ctx, request.body)
      return readAdmission(request.ctx, languageOf(request))
    },
  )
  api.post(
    '/admission/apply',
    { schema: { operationId: 'applyForAdmission', tags, response } },
    async (request) => {
      await applyForAdmission(request.ctx)
      return readAdmission(request.ctx, languageOf(request))
    },
  )
  api.post(
    '/admission/decision',
    { schema: { operationId: 'decideAdmission', tags, body: DecisionInput, response } },
    async (request) => {
      await decideAdmission(request.ctx, request.body)
      return readAdmission(request.ctx, languageOf(request))
    },
  )
  api.get(
    '/operator/admissions',
    { schema: { operationId: 'listAdmissions', tags, response: { 200: z.array(AdmissionRow) } } },
    (request) => listAdmissions(request.ctx, languageOf(request)),
  )
  api.get(
    '/operator/admissions/:slug',
    {
      schema: { operationId: 'getAdmissionFile', tags, params: BySlug, response: { 200: AdmissionFile } },
    },
    (request) => readAdmissionFile(request.ctx, request.params.slug, languageOf(request)),
  )
  api.post(
    '/operator/admissions/:slug/decision',
    {
      schema: {
        operationId: 'decideAsOperator',
        tags,
        params: BySlug,
        body: DecisionInput,
        response: { 200: AdmissionFile },
      },
    },
    async (request) => {
      await decideAsOperator(request.ctx, request.params.slug, request.body)
      return readAdmissionFile(request.ctx, request.params.slug, languageOf(request))
    },
  )
}
