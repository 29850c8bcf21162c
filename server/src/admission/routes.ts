import { languageOf, type Routes } from '../platform/http/index.ts'
import { Application } from './application.ts'
import { applyForAdmission, saveApplication } from './apply.ts'
import { DecisionInput, decideAdmission } from './decide.ts'
import { AdmissionView, readAdmission } from './read-admission.ts'

const tags = ['admission']
const response = { 200: AdmissionView }

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
}
