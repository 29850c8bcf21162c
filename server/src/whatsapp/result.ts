import { z } from 'zod'
import { actionFor, type ErrorAction, LOCAL_ERROR } from './errors.ts'

/** Why the Graph API refused; the words in it are Meta's and may be shown, they name no person. */
export interface GraphError {
  code: number
  subcode: number | undefined
  /** HTTP status; 0 when no answer came because no connection could be opened. */
  status: number
  title: string
  detail: string
  action: ErrorAction
  /** Seconds Meta asks us to wait, when it says so. */
  retryAfter: number | undefined
}

/**
 * The outcome of a request, as a value. `unknown` means: it may or may not have happened, because the answer was lost;
 * whoever must not do a thing twice must not simply try again.
 */
export type GraphResult<T> =
  | { ok: true; value: T }
  | { ok: false; error: GraphError }
  | { ok: 'unknown'; detail: string }

const Envelope = z.object({
  error: z.looseObject({
    code: z.number().int(),
    error_subcode: z.number().int().optional().catch(undefined),
    message: z.string().catch(''),
    error_user_title: z.string().optional().catch(undefined),
    error_user_msg: z.string().optional().catch(undefined),
    error_data: z.looseObject({ details: z.string().optional() }).optional().catch(undefined),
  }),
})

/**
 * Reads an answer that is not a success. An answer in Meta's envelope is a refusal: nothing happened. Without it, it comes from
 * something between Meta and us: it did not let the request through, or, with a server error, cannot know.
 */
export function readRefusal(
  status: number,
  body: unknown,
  retryAfter: number | undefined,
): GraphResult<never> {
  const parsed = Envelope.safeParse(body)
  if (!parsed.success) {
    if (status >= 500) return { ok: 'unknown', detail: `HTTP ${status} without an explanation` }
    return refusal({
      code: status === 429 ? 130429 : LOCAL_ERROR.notMeta,
      status,
      title: `HTTP ${status}`,
      detail: '',
      retryAfter,
    })
  }
  const { error } = parsed.data
  return refusal({
    code: error.code,
    subcode: error.error_subcode,
    status,
    title: error.error_user_title ?? error.message,
    detail: error.error_user_msg ?? error.error_data?.details ?? error.message,
    retryAfter,
  })
}

/** Nothing was sent, because no connection could be opened, or none came free in time. */
export function notReached(detail: string, code: number = LOCAL_ERROR.unreachable): GraphResult<never> {
  return refusal({
    code,
    status: 0,
    title: 'not reached',
    detail,
    retryAfter: undefined,
  })
}

/** Refused by us, before Meta could do anything. @param code one of `LOCAL_ERROR` */
export function refusedHere(code: number, detail: string): GraphResult<never> {
  return refusal({ code, status: 0, title: 'refused', detail, retryAfter: undefined })
}

/** Not asked at all, because Meta's budget for such calls is used up. @param seconds until it may open again */
export function usedUp(seconds: number): GraphResult<never> {
  return refusal({
    code: 80007,
    status: 0,
    title: 'rate limit',
    detail: `Meta takes no calls for ${Math.ceil(seconds / 60)} min`,
    retryAfter: seconds,
  })
}

function refusal(
  error: Omit<GraphError, 'action' | 'subcode'> & { subcode?: number | undefined },
): GraphResult<never> {
  const { code, subcode, status } = error
  return { ok: false, error: { ...error, subcode, action: actionFor(code, status, subcode) } }
}
