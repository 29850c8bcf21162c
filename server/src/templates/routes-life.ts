import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { AppealAnswer, appealTemplate } from './appeal.ts'
import { CategoryPage, categoryPage } from './category.ts'
import { CompareInput, Comparison, compareVersions } from './compare.ts'
import { archiveTemplate, unarchiveTemplate, unpauseTemplate } from './life.ts'
import { Template } from './template.ts'
import { TemplateUses, templateUses } from './uses.ts'
import { discardChange, listVersions, RestoreInput, restoreVersion, TemplateVersion } from './versions.ts'

const tags = ['templates']
const params = z.object({ id: z.uuid() })
const response = { 200: Template }

/** Versions, uses, pauses, the archive and changes of category. */
export const templateLifeRoutes: Routes = (api) => {
  api.get(
    '/templates/:id/versions',
    {
      schema: {
        operationId: 'listTemplateVersions',
        tags,
        params,
        response: { 200: z.array(TemplateVersion) },
      },
    },
    (request) => listVersions(request.ctx, request.params.id),
  )
  api.get(
    '/templates/:id/compare',
    {
      schema: {
        operationId: 'compareTemplateVersions',
        tags,
        summary: 'Two versions, each by its number, or `draft` for the text being worked on',
        params,
        querystring: CompareInput,
        response: { 200: Comparison },
      },
    },
    (request) => compareVersions(request.ctx, request.params.id, request.query),
  )
  api.post(
    '/templates/:id/restore',
    { schema: { operationId: 'restoreTemplateVersion', tags, params, body: RestoreInput, response } },
    (request) => restoreVersion(request.ctx, request.params.id, request.body),
  )
  api.delete(
    '/templates/:id/draft',
    { schema: { operationId: 'discardTemplateChange', tags, params, response } },
    (request) => discardChange(request.ctx, request.params.id),
  )
  api.get(
    '/templates/:id/uses',
    { schema: { operationId: 'getTemplateUses', tags, params, response: { 200: TemplateUses } } },
    (request) => templateUses(request.ctx, request.params.id),
  )
  api.get(
    '/templates/:id/category',
    { schema: { operationId: 'getTemplateCategory', tags, params, response: { 200: CategoryPage } } },
    (request) => categoryPage(request.ctx, request.params.id, languageOf(request)),
  )
  api.post(
    '/templates/:id/appeal',
    { schema: { operationId: 'appealTemplate', tags, params, response: { 200: AppealAnswer } } },
    (request) => appealTemplate(request.ctx, request.params.id, languageOf(request)),
  )
  api.post(
    '/templates/:id/unpause',
    { schema: { operationId: 'unpauseTemplate', tags, params, response } },
    (request) => unpauseTemplate(request.ctx, request.params.id),
  )
  api.post(
    '/templates/:id/archive',
    { schema: { operationId: 'archiveTemplate', tags, params, response } },
    (request) => archiveTemplate(request.ctx, request.params.id),
  )
  api.post(
    '/templates/:id/unarchive',
    { schema: { operationId: 'unarchiveTemplate', tags, params, response } },
    (request) => unarchiveTemplate(request.ctx, request.params.id),
  )
}
