import { useQuery } from '@tanstack/react-query'
import type { Ok } from '../../api/answers.ts'
import { useApi } from '../../api/use-api.ts'

export type UsingCampaign = Ok<'/api/v1/templates/{id}/uses', 'get'>['campaigns'][number]

/** What uses a template; asked when it is shown. */
export function useUses(templateId: string, enabled = true) {
  const api = useApi()
  return useQuery({
    ...api.query(['templates', templateId, 'uses'], (client, signal) =>
      client.GET('/api/v1/templates/{id}/uses', { params: { path: { id: templateId } }, signal }),
    ),
    enabled,
  })
}
