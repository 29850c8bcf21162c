import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { CheckTemplateInput, checkDraft } from './check.ts'
import { Content } from './content.ts'
import { CreateTemplateInput, createTemplate, DuplicateTemplateInput, duplicateTemplate } from './create.ts'
import { templateFileRoutes } from './files/routes.ts'
import { templateLibraryRoutes } from './library/routes.ts'
import { deleteTemplate } from './remove.ts'
import { templateLifeRoutes } from './routes-life.ts'
import { Submission, submissionOf } from './submission.ts'
import { SyncReport, SyncTemplatesInput, syncTemplates } from './sync.ts'
import { getTemplate, listTemplates, Template } from './template.ts'
import { submitSaved, UpdateTemplateInput, updateTemplate } from './update.ts'

const tags = ['templates']
const ById = z.object({ id: z.uuid() })
const CheckAnswer = z.object({
  findings: z.array(
    z.object({
      /** Stable name of what was found. */
      code: z.string(),
      /** `meta`, a rule of the law's side such as `C-27`, or `fair` for advice. */
      rule: z.string(),
      severity: z.enum(['error', 'warning']),
      where: z.string(),
      /** Why. */
      message: z.string(),
      /** What helps. */
      fix: z.string(),
      /** What a machine can mend: put over the draft, it takes the finding away. */
      repair: z
        .object({
          name: z.string().optional(),
          category: z.enum(['marketing', 'utility']).optional(),
          content: Content.optional(),
        })
        .nullable(),
    }),
  ),
  submission: Submission,
})

export const templateRoutes: Routes = (api, runtime) => {
  templateLifeRoutes(api, runtime)
  templateFileRoutes(api, runtime)
  templateLibraryRoutes(api, runtime)
  api.get(
    '/templates',
    { schema: { operationId: 'listTemplates', tags, response: { 200: z.array(Template) } } },
    (request) => listTemplates(request.ctx),
  )
  api.post(
    '/templates',
    {
      schema: { operationId: 'createTemplate', tags, body: CreateTemplateInput, response: { 200: Template } },
    },
    (request) => createTemplate(request.ctx, request.body),
  )
  api.get(
    '/templates/:id',
    { schema: { operationId: 'getTemplate', tags, params: ById, response: { 200: Template } } },
    (request) => getTemplate(request.ctx, request.params.id),
  )
  api.patch(
    '/templates/:id',
    {
      schema: {
        operationId: 'updateTemplate',
        tags,
        params: ById,
        body: UpdateTemplateInput,
        response: { 200: Template },
      },
    },
    (request) => updateTemplate(request.ctx, request.params.id, request.body),
  )
  api.delete(
    '/templates/:id',
    {
      schema: {
        operationId: 'deleteTemplate',
        tags,
        params: ById,
        response: { 200: z.object({ ok: z.boolean() }) },
      },
    },
    async (request) => {
      await deleteTemplate(request.ctx, request.params.id)
      return { ok: true }
    },
  )
  api.post(
    '/templates/:id/duplicate',
    {
      schema: {
        operationId: 'duplicateTemplate',
        tags,
        params: ById,
        body: DuplicateTemplateInput,
        response: { 200: Template },
      },
    },
    (request) => duplicateTemplate(request.ctx, request.params.id, request.body),
  )
  api.post(
    '/templates/:id/submit',
    {
      schema: {
        operationId: 'submitTemplate',
        tags,
        summary: 'The text as it stands; of an approved or paused template the saved change',
        params: ById,
        response: { 200: Template },
      },
    },
    (request) => submitSaved(request.ctx, request.params.id),
  )
  api.post(
    '/templates/check',
    {
      schema: {
        operationId: 'checkTemplate',
        tags,
        body: CheckTemplateInput,
        response: { 200: CheckAnswer },
      },
    },
    async (request) => {
      const language = languageOf(request)
      const { templateId, ...draft } = request.body
      const findings = await checkDraft(request.ctx, request.body)
      const submission = await submissionOf(request.ctx, templateId, draft)
      const said = findings.map((finding) => ({
        ...finding,
        message: finding.message[language],
        fix: finding.fix[language],
      }))
      return { findings: said, submission }
    },
  )
  api.post(
    '/templates/sync',
    {
      schema: { operationId: 'syncTemplates', tags, body: SyncTemplatesInput, response: { 200: SyncReport } },
    },
    (request) => syncTemplates(request.ctx, request.body),
  )
}
