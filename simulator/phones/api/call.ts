/** An answer of the simulator that is not 2xx, or no answer at all (`status` 0). */
export class SimulatorError extends Error {
  readonly status: number

  constructor(message: string, status: number, cause?: unknown) {
    super(message, { cause })
    this.name = 'SimulatorError'
    this.status = status
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** The sentence of an error answer `{ "error": "…" }`, or its status when the body is something else. */
async function sentenceOf(response: Response): Promise<string> {
  const text = await response.text()
  if (text.startsWith('{')) {
    const parsed: { error?: unknown } = JSON.parse(text)
    if (typeof parsed.error === 'string') return parsed.error
  }
  return `HTTP ${response.status}`
}

/**
 * Calls the control API and gives its JSON answer, typed by the contract that page and server share.
 * @throws SimulatorError with the server's own sentence, or status 0 when the server is not reachable
 */
export async function call<T>(method: Method, path: string, body?: object): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers: body ? { 'content-type': 'application/json' } : undefined,
      body: body ? JSON.stringify(body) : undefined,
    })
  } catch (cause) {
    throw new SimulatorError('unreachable', 0, cause)
  }
  if (!response.ok) throw new SimulatorError(await sentenceOf(response), response.status)
  const answer: T = await response.json()
  return answer
}

/** A path with its query string; parameters that are undefined or empty are left out. */
export function withQuery(
  path: string,
  query: Record<string, string | number | boolean | undefined>,
): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text ? `${path}?${text}` : path
}
