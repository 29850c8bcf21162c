import { ApiProblem, noConnection, readProblem } from '../api/problem.ts'
import i18n from '../i18n/i18n.ts'

async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': i18n.language },
    body: JSON.stringify(body),
  }).catch(() => {
    throw noConnection()
  })
  if (!response.ok) throw await readSessionProblem(response)
}

/** better-auth answers `{ code, message }` in place of a problem; only the code matters, the page has the words. */
async function readSessionProblem(response: Response): Promise<ApiProblem> {
  const problem = await readProblem(response)
  const wrong = response.status === 401 || response.status === 400
  return wrong ? new ApiProblem({ title: '', status: response.status, code: 'wrong_sign_in' }) : problem
}

/** Opens a session (cookie) by e-mail and password. Throws ApiProblem `wrong_sign_in` or `http_429`. */
export const signIn = (email: string, password: string): Promise<void> =>
  post('/api/auth/sign-in/email', { email, password })

/** Ends the session and leaves everything loaded behind by loading the sign-in page anew. */
export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {})
  window.location.assign('/sign-in')
}
