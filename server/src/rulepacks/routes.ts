import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { listRulePacks, RulePackView } from './list.ts'

export const rulePackRoutes: Routes = (api) => {
  api.get(
    '/rule-packs',
    {
      schema: { operationId: 'listRulePacks', tags: ['rulepacks'], response: { 200: z.array(RulePackView) } },
    },
    async (request) => listRulePacks(request.ctx, languageOf(request)),
  )
}
