import createClient, { type Client, type Middleware } from 'openapi-fetch'
import i18n from '../i18n/i18n.ts'
import { ApiProblem, noConnection, readProblem } from './problem.ts'
import type { paths } from './types.gen.ts'

/** The uploads: the document says that they take a form, but not which. */
type FormPath = '/api/v1/contact-imports' | '/api/v1/contact-imports/preview'
type TakesForm<P extends FormPath> = Omit<paths[P], 'post'> & {
  post: Omit<paths[P]['post'], 'requestBody'> & {
    requestBody: { content: { 'multipart/form-data': FormData } }
  }
}
type ApiPaths = Omit<paths, FormPath> & { [P in FormPath]: TakesForm<P> }

export type ApiClient = Client<ApiPaths>

const speakAndRefuse: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', i18n.language)
    return request
  },
  async onResponse({ response }) {
    if (!response.ok) throw await readProblem(response)
    return response
  },
  onError({ error }) {
    return error instanceof ApiProblem ? error : noConnection()
  },
}

/** A client that names the business in every request; without one it can only ask what needs none (`/me`). */
export function createApiClient(businessId?: string): ApiClient {
  const client = createClient<ApiPaths>({
    baseUrl: window.location.origin,
    ...(businessId ? { headers: { 'x-business-id': businessId } } : {}),
  })
  client.use(speakAndRefuse)
  return client
}

/** The data of an answer; refusals were thrown as ApiProblem before. */
export async function dataOf<T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data } = await answer
  return data as T
}
