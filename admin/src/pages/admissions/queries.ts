import { queryOptions } from '@tanstack/react-query'
import { dataOf } from '../../api/client.ts'
import type { AdmissionFile, AdmissionRow } from '../../api/entities.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { openApi } from '../../app/queries.ts'

/** Everything at the door, in one language: the server says the words. */
export const admissionsQuery = (language: string) =>
  queryOptions<AdmissionRow[], ApiProblem>({
    queryKey: ['operator', 'admissions', language],
    queryFn: ({ signal }) => dataOf(openApi.GET('/api/v1/operator/admissions', { signal })),
  })

export const admissionFileQuery = (slug: string, language: string) =>
  queryOptions<AdmissionFile, ApiProblem>({
    queryKey: ['operator', 'admissions', language, slug],
    queryFn: ({ signal }) =>
      dataOf(openApi.GET('/api/v1/operator/admissions/{slug}', { params: { path: { slug } }, signal })),
  })
