import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { complianceMatrix, MatrixRule } from './matrix.ts'

export const complianceRoutes: Routes = (api) => {
  api.get(
    '/compliance/matrix',
    {
      schema: {
        operationId: 'complianceMatrix',
        tags: ['privacy'],
        response: { 200: z.object({ rules: z.array(MatrixRule) }) },
      },
    },
    (request) => ({ rules: complianceMatrix(languageOf(request)) }),
  )
}
