import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { type Dispatcher, FormData, Pool } from 'undici'
import { resettingConnector } from './connector.ts'
import { LOCAL_ERROR } from './errors.ts'
import { type GraphResult, notReached, readRefusal } from './result.ts'
import { readUsage, type Usage } from './usage.ts'

interface Call {
  method: 'GET' | 'POST' | 'DELETE'
  /** Path below the version, for example `106540352242922/messages`. */
  path: string
  query?: Record<string, string>
  /** JSON body; Buffer and FormData go as they are. */
  body?: unknown
  headers?: Record<string, string>
  /** For the few endpoints that Meta serves from its other host, without a version; elsewhere they stand beside the rest. */
  api?: boolean
  /** Gives up when the request has not begun to be written after so many milliseconds. */
  startWithinMs?: number
}

/** No connection was free in time; nothing was written. */
class NotStarted extends Error {}

/** It failed before its first byte: no connection could be opened, or none that we trust. */
class NotReached extends Error {}

/** Kept-alive connections to one Graph API host, shared by all channels of a process. */
export interface GraphTransport {
  call(token: string, appSecret: string | undefined, call: Call): Promise<GraphResult<unknown>>
  /** Lets requests that are under way finish. */
  close(): Promise<void>
  /** Ends requests that are under way; their outcome is unknown then. */
  destroy(): Promise<void>
}

interface Options {
  baseUrl: string
  version: string
  /** Connections at most; by default as many as there are requests at once, since whoever calls keeps within limits. */
  connections?: number
  /** How long to wait for an answer before the outcome counts as unknown. */
  timeoutMs?: number
  /** Called with the budgets that an answer's headers speak of, and the path that was asked. */
  onUsage?: (usage: Usage, path: string) => void
}

/** Meta's two hosts; whoever puts another one in place of the first has everything there. */
const META = 'https://graph.facebook.com'
const META_API = 'https://api.facebook.com'

/** Opens the pool; connections are made when first needed. */
export function createGraphTransport(options: Options): GraphTransport {
  const base = new URL(options.baseUrl)
  const timeout = options.timeoutMs ?? 30_000
  const open = (origin: string) =>
    new Pool(origin, {
      connections: options.connections ?? null,
      pipelining: 1,
      allowH2: false,
      connect: resettingConnector(10_000),
      headersTimeout: timeout,
      bodyTimeout: timeout,
      keepAliveTimeout: 30_000,
    })
  const pool = open(base.origin)
  const apiPool = base.origin === META ? open(META_API) : undefined
  const prefix = `${base.pathname.replace(/\/+$/, '')}/${options.version}`

  return {
    async call(token, appSecret, { method, path, query, body, headers, api, startWithinMs }) {
      const other = api ? apiPool : undefined
      let answer: Answer
      try {
        const wanted = {
          method,
          path: `${other ? '' : prefix}/${path}${search(token, appSecret, query)}`,
          headers: { authorization: `Bearer ${token}`, ...encoding(body), ...headers },
          body: encode(body),
        }
        answer = await request(other ?? pool, wanted, startWithinMs)
      } catch (error) {
        if (error instanceof NotStarted) return notReached('no connection came free', LOCAL_ERROR.notStarted)
        if (error instanceof NotReached) return notReached(codeOf(error.cause))
        return { ok: 'unknown', detail: codeOf(error) }
      }
      if (options.onUsage) {
        const usage = readUsage(answer.headers)
        if (usage) options.onUsage(usage, path)
      }
      const content = parseJson(answer.text)
      if (answer.status < 200 || answer.status > 299) {
        return readRefusal(answer.status, content, Number(answer.headers['retry-after']) || undefined)
      }
      if (content === undefined) return { ok: 'unknown', detail: 'the answer is not JSON' }
      return { ok: true, value: content }
    },
    close: async () => {
      await Promise.all([pool.close(), apiPool?.close()])
    },
    destroy: async () => {
      await Promise.all([pool.destroy(), apiPool?.destroy()])
    },
  }
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/**
 * One request and its whole answer. The pool's handler interface instead of its `request`, which makes a stream of every body:
 * for answers of a few hundred bytes, thousands of times per second, that costs as much as the request itself. The request is
 * on its way when this returns, if a connection is free.
 */
function request(
  pool: Pool,
  options: Dispatcher.DispatchOptions,
  startWithinMs = Number.POSITIVE_INFINITY,
): Promise<Answer> {
  const latest = performance.now() + startWithinMs
  return new Promise((resolve, reject) => {
    const answer: Answer = { status: 0, headers: {}, text: '' }
    const chunks: Buffer[] = []
    let started = false
    pool.dispatch(options, {
      onRequestStart(controller) {
        // Called right before the first byte is written.
        started = true
        if (performance.now() > latest) controller.abort(new NotStarted())
      },
      onResponseStart(_controller, status, headers) {
        answer.status = status
        answer.headers = headers
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk)
      },
      onResponseEnd() {
        const [first] = chunks
        answer.text = (chunks.length === 1 && first ? first : Buffer.concat(chunks)).toString('utf8')
        resolve(answer)
      },
      onResponseError(_controller, error) {
        reject(started ? error : new NotReached('not reached', { cause: error }))
      },
    })
  })
}

function search(
  token: string,
  appSecret: string | undefined,
  query: Record<string, string> | undefined,
): string {
  if (!query && !appSecret) return ''
  const parameters = new URLSearchParams(query)
  if (appSecret)
    parameters.set('appsecret_proof', createHmac('sha256', appSecret).update(token).digest('hex'))
  return `?${parameters}`
}

function encoding(body: unknown): Record<string, string> {
  return body === undefined || body instanceof FormData || Buffer.isBuffer(body)
    ? {}
    : { 'content-type': 'application/json' }
}

function encode(body: unknown): string | Buffer | FormData | null {
  if (body === undefined) return null
  return Buffer.isBuffer(body) || body instanceof FormData ? body : JSON.stringify(body)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'request failed'
}
