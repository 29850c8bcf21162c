/** What the server says when it refuses (RFC 9457), in the language of the request. */
export interface ProblemBody {
  type?: string
  title: string
  status: number
  detail?: string
  code: string
  fields?: Record<string, string>
}

/** A refusal of the server, or a connection that failed (`code` is then `no_connection`, `status` 0). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly fields: Record<string, string>

  constructor(body: ProblemBody) {
    super(body.detail || body.title)
    this.name = 'ApiProblem'
    this.status = body.status
    this.code = body.code
    this.title = body.title
    this.detail = body.detail ?? ''
    this.fields = body.fields ?? {}
  }
}

export const noConnection = (): ApiProblem => new ApiProblem({ title: '', status: 0, code: 'no_connection' })

const isProblem = (value: unknown): value is ProblemBody =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value

/** Reads a refusal; a body that is no problem (a proxy's HTML page) becomes code `http_<status>`. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const fallback = { title: response.statusText, status: response.status, code: `http_${response.status}` }
  try {
    const body: unknown = await response.clone().json()
    return new ApiProblem(isProblem(body) ? { ...body, status: response.status } : fallback)
  } catch {
    return new ApiProblem(fallback)
  }
}
