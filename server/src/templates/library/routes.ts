import { z } from 'zod'
import { languageOf, type Routes } from '../../platform/http/index.ts'
import { Template } from '../template.ts'
import {
  draftFromLibrary,
  FromLibraryInput,
  FromLibraryParams,
  LibraryEntry,
  LibraryQuery,
  listLibrary,
} from './library.ts'

const tags = ['templates']

export const templateLibraryRoutes: Routes = (api) => {
  api.get(
    '/templates/library',
    {
      schema: {
        operationId: 'listTemplateLibrary',
        tags,
        summary: 'Ready-made lawful templates',
        querystring: LibraryQuery,
        response: { 200: z.array(LibraryEntry) },
      },
    },
    (request) => listLibrary(request.ctx, request.query, languageOf(request)),
  )
  api.post(
    '/templates/library/:key',
    {
      schema: {
        operationId: 'draftFromTemplateLibrary',
        tags,
        params: FromLibraryParams,
        body: FromLibraryInput,
        response: { 200: Template },
      },
    },
    (request) => draftFromLibrary(request.ctx, request.params.key, request.body),
  )
}
